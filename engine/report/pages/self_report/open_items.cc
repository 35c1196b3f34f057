// Takes a report, gives the list of its blanks; takes scores, gives what is to be checked in them.
#include "engine/report/pages/self_report/open_items.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

#include "engine/base/text.h"
#include "engine/report/pages/card_form.h"
#include "engine/report/pages/lists.h"
#include "engine/report/pages/self_report/self_report_facts.h"
#include "engine/report/texts/level_words.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;

constexpr std::string_view kBlankEnds = "〕";

/// "一、自评结论" -> "一、", "（二）绩效目标完成情况" -> "（二）"; empty for a heading without number.
std::string number_of(std::string_view heading) {
  for (const std::string_view end : {"、", "）", ". "}) {
    const std::size_t at = heading.find(end);
    constexpr std::size_t kLongest = 12;  // bytes of "（十二" and its like
    if (at != std::string_view::npos && at <= kLongest)
      return std::string(heading.substr(0, at + end.size()));
  }
  return {};
}

class BlankList {
 public:
  void take(const Chart&) {}
  void take(const Heading& heading) {
    const std::size_t level = static_cast<std::size_t>(heading.level) % headings_.size();
    headings_[level] = heading.text;
    for (std::size_t below = level + 1; below < headings_.size(); ++below) headings_[below].clear();
    take(heading.text, heading.text);
  }

  void take(const Paragraph& paragraph) { take(paragraph.text, about(paragraph.text)); }

  void take(const Table& of) {
    for (const Row& row : of.rows) {
      for (const Cell& cell : row.cells) take(cell.text, {});
      for (const Cell& note : row.notes) take(note.text, {});
    }
  }

  Table table;

 private:
  /// What a numbered item is about: "（1）就业补贴：年初目标值 …" -> 就业补贴.
  static std::string_view about(std::string_view text) {
    const std::size_t from = text.find("）");
    const std::size_t to = text.find("：");
    if (!text.starts_with("（") || from == std::string_view::npos || to == std::string_view::npos ||
        to < from)
      return {};
    return text.substr(from, to - from).substr(std::string_view("）").size());
  }

  void take(std::string_view text, std::string_view about) {
    for (std::size_t at = text.find(kBlankBegins); at != std::string_view::npos;
         at = text.find(kBlankBegins, at)) {
      at += kBlankBegins.size();
      const std::size_t end = text.find(kBlankEnds, at);
      if (end == std::string_view::npos) return;
      std::string_view what = text.substr(at, end - at);
      if (what.starts_with("：")) what.remove_prefix(std::string_view("：").size());
      std::string item(what);
      if (!about.empty() && about.find(kBlankBegins) == std::string_view::npos)
        item += fmt::format("（{}）", about);
      table.rows.push_back({{{fmt::format("{}", table.rows.size() + 1)}, {part()}, {std::move(item)}}, {}});
    }
  }

  /// "一、（二）3. 未完成的绩效目标".
  std::string part() const {
    std::string numbers;
    std::string last;
    for (std::size_t level = 2; level < headings_.size(); ++level) {
      if (headings_[level].empty()) continue;
      if (!last.empty()) numbers += number_of(last);
      last = headings_[level];
    }
    return last.empty() ? headings_[1] : numbers + last;
  }

  std::array<std::string, 8> headings_;  ///< by level
};

class DoubtList {
 public:
  void take(const CardResult& card) {
    const std::string name = fmt::format("{} {}", card.card->id, base::trimmed(card.card->title.text));
    if (!card.scored) return put(name, "自评表上没有实际完成值，没有计分。");
    if (std::string claim = claim_line(card); !claim.empty()) put(name, "总分：" + claim + "。");
    take(name, card.findings);
    if (card.execution) {
      if (!card.execution->score.exact()) put(name, "预算执行待核：" + stopped(card.execution->why));
      take(name, card.execution->findings);
    }
    for (const scoring::IndicatorResult& row : card.indicators) take(name, row.findings);
  }

  Table table;

 private:
  void take(const std::string& name, const std::vector<diag::Diagnostic>& findings) {
    for (const diag::Diagnostic& d : findings) {
      if (diag::severity_of(d) == diag::Severity::note) continue;
      put(name, fmt::format("{} {}：{}", chinese(diag::severity_of(d)), d.id, stopped(d.message)));
    }
  }
  void put(const std::string& name, std::string what) {
    table.rows.push_back({{{fmt::format("{}", table.rows.size() + 1)}, {name}, {std::move(what)}}, {}});
  }
};

}  // namespace

void put_blanks(Report& report) {
  BlankList list;
  list.table.columns = {{"序号", Align::right, true}, {"所在部分"}, {"要填写的内容"}};
  for (const auto& block : report.blocks) {
    std::visit([&list](const auto& b) { list.take(b); }, block);
  }
  if (list.table.rows.empty()) return;
  report.blocks.push_back(Heading{2, "待填写事项"});
  report.blocks.push_back(Paragraph{
      fmt::format("以下 {} 处由填报单位填写；全部填好后，删去本表。", list.table.rows.size()), Mark::muted});
  report.blocks.push_back(std::move(list.table));
}

void put_doubts(Report& report, std::span<const CardResult> cards) {
  DoubtList list;
  list.table.columns = {{"序号", Align::right, true}, {"自评表"}, {"要核对的事"}};
  for (const CardResult& card : cards) list.take(card);
  if (list.table.rows.empty()) return;
  report.blocks.push_back(Heading{2, "待核对事项"});
  report.blocks.push_back(
      Paragraph{fmt::format("以下 {} 处在报送前核对；改过自评表的，重新生成本报告；核对以后，删去本表。",
                            list.table.rows.size()),
                Mark::muted});
  report.blocks.push_back(std::move(list.table));
}

}  // namespace jiheng::report
