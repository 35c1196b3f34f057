// Takes findings in their order, gives the report people read: several tables, then table by table, then counts.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engine/audit/arrange.h"
#include "engine/diag/catalogue.h"
#include "engine/diag/print.h"
#include "engine/report/findings.h"
#include "engine/report/lists.h"

namespace jiheng::report {
namespace {

using audit::Finding;
using diag::Severity;

constexpr std::size_t kPlacesShown = 6;

void put(Report& report, std::string text, Mark mark = Mark::plain, int indent = 0) {
  report.blocks.push_back(Paragraph{std::move(text), mark, indent});
}

Mark mark_of(Severity severity) {
  return severity == Severity::error ? Mark::bad : severity == Severity::warning ? Mark::unsure : Mark::muted;
}

std::string other_places(const Finding& finding) {
  std::string text;
  const std::size_t shown = std::min(finding.where.size(), kPlacesShown + 1);
  for (std::size_t i = 1; i < shown; ++i) {
    const audit::Where& w = finding.where[i];
    text += (text.empty() ? "" : "；") + diag::to_text(w.place);
    if (w.row != nullptr && w.row != finding.where.front().row) text += fmt::format("“{}”", w.row->name.text);
  }
  if (finding.where.size() > shown) text += fmt::format(" 等，共 {} 处", finding.where.size());
  return text;
}

/// 〔新〕 or 〔仍在〕 before a finding, where there is an earlier check.
std::string_view state_of(const Checked& checked, const Finding& finding) {
  if (checked.comparison == nullptr) return "";
  const auto at = static_cast<std::size_t>(&finding - checked.findings.data());
  return checked.comparison->known[at] ? "〔仍在〕" : "〔新〕";
}

void put_finding(Report& report, const Finding& finding, std::string_view state) {
  const diag::CatalogueEntry& entry = *diag::find_entry(finding.id);
  const std::string place = diag::to_text(finding.where.front().place);
  put(report,
      fmt::format("{}{}{} {}：{}{}", state, chinese(entry.severity),
                  entry.certainty == diag::Certainty::review ? "（待核）" : "", finding.id, finding.message,
                  place.empty() ? "" : "（" + place + "）"),
      mark_of(entry.severity), 2);
  if (!finding.why.empty()) put(report, "说明：" + finding.why, Mark::plain, 4);
  if (!finding.fix.empty()) put(report, "怎么改：" + finding.fix, Mark::plain, 4);
  if (finding.where.size() > 1) put(report, "也在：" + other_places(finding), Mark::muted, 4);
}

/// "错误 1 条，警告 2 条（其中待核 1 条）".
std::string counts_of(const std::vector<const Finding*>& findings) {
  std::array<int, 3> counts = {};
  int review = 0;
  for (const Finding* f : findings) {
    const diag::CatalogueEntry& entry = *diag::find_entry(f->id);
    ++counts[static_cast<std::size_t>(entry.severity)];
    review += entry.certainty == diag::Certainty::review ? 1 : 0;
  }
  std::string text;
  for (const Severity s : {Severity::error, Severity::warning, Severity::note}) {
    const int count = counts[static_cast<std::size_t>(s)];
    if (count > 0) text += fmt::format("{}{} {} 条", text.empty() ? "" : "，", chinese(s), count);
  }
  if (review > 0) text += fmt::format("（其中待核 {} 条）", review);
  return text;
}

void put_group(Report& report, const Checked& checked, const std::string& title,
               const std::vector<const Finding*>& findings) {
  if (findings.empty()) return;
  report.blocks.push_back(Heading{2, fmt::format("{}：{}", title, counts_of(findings))});
  for (const Finding* f : findings) put_finding(report, *f, state_of(checked, *f));
}

std::string title_of(const model::Scorecard& card) {
  const bool department = card.kind == model::CardKind::department;
  return fmt::format("{} {}", card.id, department ? card.unit_name.text + " 部门整体" : card.title.text);
}

/// What was there before and is put right; how many are new, still there, put right.
void put_comparison(Report& report, const audit::Comparison& comparison) {
  const auto known = std::count(comparison.known.begin(), comparison.known.end(), true);
  const auto fixed = std::count_if(comparison.gone.begin(), comparison.gone.end(),
                                   [](const audit::Gone& g) { return g.handed_in_again; });
  const std::size_t left = comparison.gone.size() - static_cast<std::size_t>(fixed);
  if (fixed > 0) report.blocks.push_back(Heading{2, fmt::format("上次有、这次没有：{} 条", fixed)});
  for (const audit::Gone& gone : comparison.gone) {
    if (!gone.handed_in_again) continue;
    const audit::EarlierPlace& at = gone.finding.where.front();
    put(report,
        fmt::format("〔已改〕{}：{}（上次在 {}）", gone.finding.id, gone.finding.message,
                    at.card.empty() ? at.file : at.card),
        Mark::muted, 2);
  }
  report.blocks.push_back(Heading{2, "与上次比"});
  put(report, fmt::format("新 {} 条，仍在 {} 条，已改 {} 条{}。",
                          comparison.known.size() - static_cast<std::size_t>(known), known, fixed,
                          left == 0 ? "" : fmt::format("；另有 {} 条，它们的表这次没有交", left)));
}

/// "；另有 2 条已豁免（2023/豁免.yaml）"; nothing where none was waived.
std::string waived_of(const Checked& checked) {
  if (checked.waived.empty()) return "";
  std::vector<std::string> files;
  for (const audit::Waived& w : checked.waived) {
    const std::string name = w.waiver->place.source ? w.waiver->place.source->name : "";
    if (std::find(files.begin(), files.end(), name) == files.end()) files.push_back(name);
  }
  return fmt::format("；另有 {} 条已豁免（{}）", checked.waived.size(), fmt::join(files, "、"));
}

Table kinds_of(const audit::Findings& findings) {
  struct Count {
    std::size_t findings = 0;
    std::set<const model::Scorecard*> tables;
  };
  std::map<std::string_view, Count> counts;
  for (const Finding& f : findings) {
    Count& count = counts[f.id];
    ++count.findings;
    for (const audit::Where& w : f.where) {
      if (w.card != nullptr) count.tables.insert(w.card);
    }
  }
  Table table;
  table.columns = {{"编号", Align::left, true},
                   {"级别", Align::left, true},
                   {"条数", Align::right, true},
                   {"表数", Align::right, true},
                   {"查到的"}};
  for (const auto& [id, count] : counts) {
    const diag::CatalogueEntry& entry = *diag::find_entry(id);
    table.rows.push_back({{{std::string(id)},
                           {std::string(chinese(entry.severity)) +
                                (entry.certainty == diag::Certainty::review ? "，待核" : ""),
                            mark_of(entry.severity)},
                           {std::to_string(count.findings)},
                           {std::to_string(count.tables.size())},
                           {std::string(entry.title)}},
                          {}});
  }
  return table;
}

}  // namespace

Report report_from_findings(const Checked& checked) {
  Report report;
  std::vector<const Finding*> all;
  std::vector<const Finding*> between;
  std::vector<const Finding*> elsewhere;
  std::map<const model::Scorecard*, std::vector<const Finding*>> by_card;
  std::set<const model::Scorecard*> concerned;
  for (const Finding& f : checked.findings) {
    all.push_back(&f);
    const model::Scorecard* card = f.where.front().card;
    if (audit::concerns_several_tables(f)) {
      between.push_back(&f);
    } else if (card == nullptr) {
      elsewhere.push_back(&f);
    } else {
      by_card[card].push_back(&f);
      concerned.insert(card);
    }
  }
  put_group(report, checked, "几张表之间", between);
  for (const scoring::CardResult& card : checked.cards) {
    if (const auto at = by_card.find(card.card); at != by_card.end())
      put_group(report, checked, title_of(*card.card), at->second);
  }
  put_group(report, checked, "表以外", elsewhere);
  if (checked.comparison != nullptr) put_comparison(report, *checked.comparison);
  if (all.empty()) {
    put(report, fmt::format("查了 {} 张表，没有发现{}。", checked.cards.size(), waived_of(checked)),
        Mark::good);
    return report;
  }
  const auto silent = std::count_if(checked.cards.begin(), checked.cards.end(),
                                    [&](const auto& c) { return !concerned.contains(c.card); });
  report.blocks.push_back(Heading{2, "合计"});
  put(report, fmt::format("查了 {} 张表，{} 张单看没有发现；{}{}。", checked.cards.size(), silent,
                          counts_of(all), waived_of(checked)));
  report.blocks.push_back(kinds_of(checked.findings));
  return report;
}

}  // namespace jiheng::report
