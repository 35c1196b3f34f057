// Takes scored tables, gives what the 自评报告 concludes: points, what was completed, what was missed, with the reasons and measures
// the tables give. Under which heading each stands is the outline's.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "engine/base/text.h"
#include "engine/explain/explain.h"
#include "engine/model/reason.h"
#include "engine/report/pages/self_report/self_report_facts.h"
#include "engine/report/pages/self_report/self_report_parts.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;
using scoring::IndicatorResult;
using target::Status;
using ResultRows = std::vector<const IndicatorResult*>;

constexpr std::size_t kMostInSentences = 6;  ///< completed indicators; more are a table

class Conclusion {
 public:
  explicit Conclusion(Draft& draft) : out_(draft) {}

  void put_points() {
    if (out_.subject.own != nullptr) put_own_points(*out_.subject.own);
    if (out_.subject.scores != nullptr) out_.put_projects_sentence();
  }

  void put_method() {
    const model::Scheme& scheme = *out_.subject.cards.front().scheme;
    std::string source = scheme.sources.empty() ? "" : "，依据：" + scheme.sources.front().document;
    out_.put(fmt::format("计分办法：{}{}。", scheme.name, source));
  }

  void put_rate() {
    if (out_.subject.own != nullptr) out_.put(execution_sentence(*out_.subject.own) + "。");
    if (out_.subject.own == nullptr) out_.put_projects_sentence();
  }

  void put_completed() {
    if (out_.subject.own != nullptr) put_met(*out_.subject.own);
    if (!out_.subject.projects.empty()) put_met_of_projects();
  }

  void put_missed() {
    int number = 0;
    for_each_card([&](const CardResult& card) {
      for (const IndicatorResult* row : rows_missed(card)) put_deviation(card, *row, ++number, "未完成原因");
    });
    const std::size_t open = count_open();
    const bool all_scored = put_not_scored();
    if (number == 0 && all_scored) out_.put(open == 0 ? "无。" : "已经能判断的指标都完成了。");
    if (open > 0) put_open();
  }

  void put_problems() {
    const std::size_t before = out_.report.blocks.size();
    put_not_scored();
    put_rate_problem();
    put_missed_and_exceeded();
    const std::size_t open = count_open();
    if (open > 0) out_.put(fmt::format("待核的指标 {} 项{}。", open, out_.see("，见", ReportPart::missed)));
    const bool deviates = out_.report.blocks.size() > before;
    if (!deviates) out_.put("偏差大或未完成的指标：无。");
    put_reasons_of_cards();
    const bool nothing =
        !deviates && out_.subject.own != nullptr && says_none(out_.subject.own->card->deviation_reason);
    if (!nothing) out_.put(blank("绩效自评发现的其他问题及原因，没有的写“无”"));
  }

  void put_measures() {
    const std::size_t before = out_.report.blocks.size();
    put_stated([](const CardResult& card) {
      const std::string_view text = model::reason_in(card.card->improvement);
      return text.empty() ? std::string() : stopped(text);
    });
    if (out_.report.blocks.size() > before) return;
    const bool none = out_.subject.own != nullptr && says_none(out_.subject.own->card->improvement);
    out_.put(none ? "无。" : blank("下一步拟改进措施"));
  }

  void put_attachment() { out_.put(fmt::format("附件：{}绩效自评表", out_.subject.title)); }

 private:
  void put_own_points(const CardResult& card) {
    if (!card.scored)
      return out_.put("自评表上没有实际完成值，没有计分。" + blank("实际完成值，填入自评表后重新计分"));
    std::string text = out_.subject.title;
    if (card.total.exact()) {
      text += fmt::format("绩效自评得 {} 分", points_text(card.total, *card.scheme));
    } else {
      text += fmt::format("绩效自评得分在 {} 至 {} 分之间（{} 项指标待核，核清后才能确定）",
                          points_text(card.total.low, *card.scheme),
                          points_text(card.total.high, *card.scheme), card.undetermined);
    }
    text += card.grade.empty() ? "。" : fmt::format("，等级为“{}”。", card.grade);
    std::string parts;
    if (card.execution) {
      parts = "预算执行 " + points_sentence(card.execution->score, card.execution->full_marks, *card.scheme);
    }
    bool assumed = false;
    for (const LevelFacts& block : blocks_of(card)) {
      parts += fmt::format("{}{} {}", parts.empty() ? "" : "，", block.name.empty() ? "其他指标" : block.name,
                           points_sentence(block.score, block.full_marks, *card.scheme));
      for (const IndicatorResult* row : block.rows) assumed = assumed || row->full_marks_assumed;
    }
    if (!parts.empty()) text += "其中：" + parts + "。";
    if (assumed) text += "自评表上没有分值的指标，满分按计分办法推定。";
    if (!card.cap_why.empty()) text += stopped(card.cap_why);
    out_.put(std::move(text));
  }

  void put_met(const CardResult& card) {
    if (!card.scored) return out_.put("自评表上没有实际完成值。");
    const std::vector<LevelFacts> blocks = blocks_of(card);
    std::size_t met = 0;
    for (const LevelFacts& block : blocks) met += block.met;
    const bool as_table = met > kMostInSentences;
    for (const LevelFacts& block : blocks) {
      std::string text = fmt::format("{} {} 项，完成 {} 项", block.name.empty() ? "其他指标" : block.name,
                                     block.rows.size(), block.met);
      std::string separator = "：";
      for (const IndicatorResult* row : block.rows) {
        if (as_table || row->status != Status::met) continue;
        const model::Indicator& indicator = indicator_of(*row, card);
        text += fmt::format("{}{}（目标 {}，完成 {}）", separator, name_of(*row, card),
                            base::trimmed(indicator.target.text), base::trimmed(indicator.actual.text));
        separator = "；";
      }
      out_.put(text + "。");
    }
    if (as_table) put_table_of_met(card, blocks);
  }

  void put_table_of_met(const CardResult& card, const std::vector<LevelFacts>& blocks) {
    constexpr std::size_t kLevel = 10;  // where room is short, it goes to the names
    constexpr std::size_t kValue = 14;
    Table table;
    table.columns = {{"一级指标", Align::left, false, kLevel},
                     {"三级指标", Align::left, false, 0, true},
                     {"年初目标值", Align::left, false, kValue},
                     {"实际完成值", Align::left, false, kValue}};
    for (const LevelFacts& block : blocks) {
      for (const IndicatorResult* row : block.rows) {
        if (row->status != Status::met) continue;
        const model::Indicator& indicator = indicator_of(*row, card);
        table.rows.push_back(
            {{{block.name}, {name_of(*row, card)}, {indicator.target.text}, {indicator.actual.text}}, {}});
      }
    }
    out_.put("完成的指标：");
    out_.report.blocks.push_back(std::move(table));
  }

  void put_met_of_projects() {
    std::size_t rows = 0;
    std::size_t met = 0;
    std::size_t scored = 0;
    for (const CardResult& card : out_.subject.projects) {
      scored += card.scored ? 1 : 0;
      for (const LevelFacts& block : blocks_of(card)) {
        rows += block.rows.size();
        met += block.met;
      }
    }
    out_.put(fmt::format("所属项目已计分 {} 个，共 {} 项指标，完成 {} 项{}。", scored, rows, met,
                         out_.see("；各项目的得分见", ReportPart::projects)));
  }

  void put_open() {
    int number = 0;
    out_.put("待核的指标，是否完成尚不能判断：");
    for_each_card([&](const CardResult& card) {
      for (const IndicatorResult* row : rows_open(card)) {
        const std::string figures = explain::sentences(*row, card).front();
        const std::string_view why = std::string_view(row->why).substr(0, row->why.find("；"));
        out_.put(fmt::format("（{}）{}{}：{}{}", ++number, out_.whose(card), name_of(*row, card), figures,
                             stopped(why)));
      }
    });
  }

  std::size_t count_open() const {
    std::size_t open = 0;
    for_each_card([&](const CardResult& card) { open += rows_open(card).size(); });
    return open;
  }

  /// Names the tables without actual values: of them nobody can say that nothing was missed. True where there are none.
  bool put_not_scored() {
    std::string names;
    for_each_card([&](const CardResult& card) {
      if (card.scored) return;
      const std::string whose = out_.whose(card);
      names += (names.empty() ? "" : "、") + (whose.empty() ? "本表" : whose);
    });
    if (!names.empty()) out_.put(fmt::format("没有实际完成值、是否完成无从判断的自评表：{}。", names));
    return names.empty();
  }

  void put_deviation(const CardResult& card, const IndicatorResult& row, int number,
                     std::string_view reason_of) {
    std::string text = fmt::format("（{}）{}{}：{}", number, out_.whose(card), name_of(row, card),
                                   explain::sentences(row, card).front());
    text += fmt::format("得 {}。", points_sentence(row.score, row.full_marks, *card.scheme));
    out_.put(text + fmt::format("{}：{}", reason_of, reason_of_row(row, card, reason_of)));
  }

  /// The row's own reason; the table's is quoted once, among the problems.
  std::string reason_of_row(const IndicatorResult& row, const CardResult& card, std::string_view what) const {
    const std::string_view own = model::reason_in(indicator_of(row, card).reason);
    if (!own.empty()) return stopped(own);
    if (explain::reason_given(row, card).empty()) return blank(what) + "。";
    const std::string place = out_.see("见", ReportPart::problems);
    return place.empty() ? std::string("见自评表填写的原因。") : place + " 所列自评表填写的原因。";
  }

  void put_rate_problem() {
    if (out_.subject.own == nullptr || fully_executed(*out_.subject.own)) return;
    out_.put(fmt::format("预算执行率 {}%{}。", plain(out_.subject.own->execution->rate),
                         out_.see("，原因见", ReportPart::execution_detail)));
  }

  void put_missed_and_exceeded() {
    std::size_t missed = 0;
    std::size_t exceeded = 0;
    for_each_card([&](const CardResult& card) {
      missed += rows_missed(card).size();
      exceeded += rows_far_exceeded(card).size();
    });
    if (missed > 0)
      out_.put(fmt::format("未完成的指标 {} 项{}。", missed, out_.see("，见", ReportPart::missed)));
    if (exceeded == 0) return;
    out_.put(fmt::format("完成值大幅超过目标值、目标可能偏低的指标 {} 项：", exceeded));
    int number = 0;
    for_each_card([&](const CardResult& card) {
      for (const IndicatorResult* row : rows_far_exceeded(card))
        put_deviation(card, *row, ++number, "偏差原因");
    });
  }

  /// Whether every row that needs a reason has one.
  static bool names_every_row(const CardResult& card) {
    const auto has_none = [&card](const IndicatorResult* row) {
      return explain::reason_given(*row, card).empty();
    };
    const ResultRows missed = rows_missed(card);
    const ResultRows exceeded = rows_far_exceeded(card);
    return std::none_of(missed.begin(), missed.end(), has_none) &&
           std::none_of(exceeded.begin(), exceeded.end(), has_none);
  }

  void put_reasons_of_cards() {
    put_stated([](const CardResult& card) {
      const std::string_view reason = model::reason_in(card.card->deviation_reason);
      if (reason.empty()) return std::string();
      return fmt::format("自评表填写的偏差原因{}：{}", names_every_row(card) ? "" : "（没有指明是哪一项）",
                         stopped(reason));
    });
  }

  /// What tables state, a paragraph each; the same words of several tables stand once, behind all their names.
  template <typename Stated>
  void put_stated(Stated stated) {
    std::vector<std::pair<std::string, std::string>> paragraphs;  // names, words
    std::map<std::string, std::size_t> seen;
    for_each_card([&](const CardResult& card) {
      std::string words = stated(card);
      if (words.empty()) return;
      const auto [at, is_new] = seen.emplace(words, paragraphs.size());
      if (is_new) paragraphs.emplace_back("", std::move(words));
      std::string& names = paragraphs[at->second].first;
      const std::string name = out_.whose(card);
      names += (names.empty() || name.empty() ? "" : "、") + name;
    });
    for (const auto& [names, words] : paragraphs) {
      out_.put(names.empty() ? words : fmt::format("{}：{}", names, words));
    }
  }

  template <typename Do>
  void for_each_card(Do what) const {
    for (const CardResult& card : out_.subject.cards) what(card);
  }

  Draft& out_;
};

}  // namespace

void put_conclusion(Draft& draft, ReportPart part) {
  Conclusion conclusion(draft);
  switch (part) {
    case ReportPart::points:
      return conclusion.put_points();
    case ReportPart::method:
      return conclusion.put_method();
    case ReportPart::execution:
      return conclusion.put_rate();
    case ReportPart::met:
      return conclusion.put_completed();
    case ReportPart::missed:
      return conclusion.put_missed();
    case ReportPart::problems:
      return conclusion.put_problems();
    case ReportPart::improvement:
      return conclusion.put_measures();
    case ReportPart::attachment:
      return conclusion.put_attachment();
    default:
      return;
  }
}

}  // namespace jiheng::report
