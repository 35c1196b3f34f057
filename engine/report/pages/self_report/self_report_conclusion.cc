// Takes scored tables, gives 一、自评结论 of the 自评报告: points, what was completed, what was missed, with the reasons and
// measures the tables give.
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

class Conclusion {
 public:
  explicit Conclusion(Draft& draft) : out_(draft) {}

  void put_all() {
    out_.head(2, "一、自评结论");
    out_.head(3, "（一）自评得分");
    put_points();
    out_.head(3, "（二）绩效目标完成情况");
    put_completion();
    out_.head(3, "（三）存在的问题和原因");
    put_problems();
    out_.head(3, "（四）下一步拟改进措施");
    put_measures();
    out_.put(fmt::format("附件：{}绩效自评表", out_.subject.title));
  }

 private:
  // 一、（一）

  void put_points() {
    if (out_.subject.own != nullptr) put_own_points(*out_.subject.own);
    if (out_.subject.scores != nullptr) out_.put_projects_sentence();
    const model::Scheme& scheme = *out_.subject.cards.front().scheme;
    std::string source = scheme.sources.empty() ? "" : "，依据：" + scheme.sources.front().document;
    out_.put(fmt::format("计分办法：{}{}。", scheme.name, source));
  }

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

  // 一、（二）

  void put_completion() {
    out_.head(4, "1. 执行率情况");
    if (out_.subject.own != nullptr) out_.put(execution_sentence(*out_.subject.own) + "。");
    if (out_.subject.own == nullptr) out_.put_projects_sentence();
    out_.head(4, "2. 完成的绩效目标");
    if (out_.subject.own != nullptr) put_met(*out_.subject.own);
    if (!out_.subject.projects.empty()) put_met_of_projects();
    out_.head(4, "3. 未完成的绩效目标");
    put_missed();
  }

  void put_met(const CardResult& card) {
    if (!card.scored) return out_.put("自评表上没有实际完成值。");
    for (const LevelFacts& block : blocks_of(card)) {
      std::string text = fmt::format("{} {} 项，完成 {} 项", block.name.empty() ? "其他指标" : block.name,
                                     block.rows.size(), block.met);
      std::string separator = "：";
      for (const IndicatorResult* row : block.rows) {
        if (row->status != Status::met) continue;
        const model::Indicator& indicator = indicator_of(*row, card);
        text += fmt::format("{}{}（目标 {}，完成 {}）", separator, name_of(*row, card),
                            base::trimmed(indicator.target.text), base::trimmed(indicator.actual.text));
        separator = "；";
      }
      out_.put(text + "。");
    }
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
    out_.put(fmt::format("所属项目已计分 {} 个，共 {} 项指标，完成 {} 项；各项目的得分见二、（一）3。",
                         scored, rows, met));
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

  /// The row's own reason; the table's is quoted once, in 一、（三）2.
  static std::string reason_of_row(const IndicatorResult& row, const CardResult& card,
                                   std::string_view what) {
    const std::string_view own = model::reason_in(indicator_of(row, card).reason);
    if (!own.empty()) return stopped(own);
    if (explain::reason_given(row, card).empty()) return blank(what) + "。";
    return "见一、（三）2 所列自评表填写的原因。";
  }

  // 一、（三）

  void put_problems() {
    out_.head(4, "1. 上年度自评结果应用情况");
    out_.put(blank("上年度自评结果应用情况"));
    out_.head(4, "2. 绩效自评存在的问题及原因");
    const std::size_t before = out_.report.blocks.size();
    put_not_scored();
    put_rate_problem();
    put_missed_and_exceeded();
    const std::size_t open = count_open();
    if (open > 0) out_.put(fmt::format("待核的指标 {} 项，见一、（二）3。", open));
    const bool deviates = out_.report.blocks.size() > before;
    if (!deviates) out_.put("偏差大或未完成的指标：无。");
    put_reasons_of_cards();
    const bool nothing =
        !deviates && out_.subject.own != nullptr && says_none(out_.subject.own->card->deviation_reason);
    if (!nothing) out_.put(blank("绩效自评发现的其他问题及原因，没有的写“无”"));
  }

  void put_rate_problem() {
    if (out_.subject.own == nullptr || fully_executed(*out_.subject.own)) return;
    out_.put(fmt::format("预算执行率 {}%，原因见二、（三）1。", plain(out_.subject.own->execution->rate)));
  }

  void put_missed_and_exceeded() {
    std::size_t missed = 0;
    std::size_t exceeded = 0;
    for_each_card([&](const CardResult& card) {
      missed += rows_missed(card).size();
      exceeded += rows_far_exceeded(card).size();
    });
    if (missed > 0) out_.put(fmt::format("未完成的指标 {} 项，见一、（二）3。", missed));
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

  // 一、（四）

  void put_measures() {
    out_.head(4, "1. 下一步拟改进措施");
    const std::size_t before = out_.report.blocks.size();
    put_stated([](const CardResult& card) {
      const std::string_view text = model::reason_in(card.card->improvement);
      return text.empty() ? std::string() : stopped(text);
    });
    if (out_.report.blocks.size() == before) {
      const bool none = out_.subject.own != nullptr && says_none(out_.subject.own->card->improvement);
      out_.put(none ? "无。" : blank("下一步拟改进措施"));
    }
    out_.head(4, "2. 拟与预算安排相结合情况");
    out_.put(blank("拟与预算安排相结合情况"));
  }

  template <typename Do>
  void for_each_card(Do what) const {
    for (const CardResult& card : out_.subject.cards) what(card);
  }

  Draft& out_;
};

}  // namespace

void put_conclusion(Draft& draft) { Conclusion(draft).put_all(); }

}  // namespace jiheng::report
