// Takes one scored table, gives its paragraph for the final accounts. The figures are those of the table and of scoring.
#include "engine/report/pages/self_report/summary_paragraph.h"

#include <fmt/format.h>

#include <array>

#include "engine/base/text.h"
#include "engine/explain/explain.h"
#include "engine/model/reason.h"
#include "engine/report/pages/self_report/open_items.h"
#include "engine/report/pages/self_report/self_report_facts.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;
using scoring::IndicatorResult;

/// 一, 十二, 二十; figures from 100 on.
std::string ordinal(std::size_t n) {
  constexpr std::array<std::string_view, 10> kDigits = {"",   "一", "二", "三", "四",
                                                        "五", "六", "七", "八", "九"};
  if (n > 99) return fmt::format("{}", n);
  std::string text;
  if (n >= 20) text += kDigits[n / 10];
  if (n >= 10) text += "十";
  return text + std::string(kDigits[n % 10]);
}

/// Outputs and benefits are what the accounts ask for; what it cost and how satisfied people are is not.
bool is_output_or_benefit(const IndicatorResult& row, const CardResult& card) {
  const std::string& level = indicator_of(row, card).level1.text;
  if (indicator_of(row, card).level2.text.find("成本") != std::string::npos) return false;
  return level.find("产出") != std::string::npos || level.find("效益") != std::string::npos;
}

bool has_figure(const IndicatorResult& row) {
  return row.actual.kind == target::Kind::quantity || row.actual.kind == target::Kind::range;
}

/// "一是培训人数 120人；二是就业率 95%": completed rows with a figure; where no row has one, those with words.
std::string results(const CardResult& card) {
  std::vector<const IndicatorResult*> met;
  bool figures = false;
  for (const IndicatorResult& row : card.indicators) {
    if (!is_judged(row, card) || row.status != target::Status::met || !is_output_or_benefit(row, card))
      continue;
    met.push_back(&row);
    figures = figures || has_figure(row);
  }
  std::string text;
  std::size_t number = 0;
  for (const IndicatorResult* row : met) {
    if (figures && !has_figure(*row)) continue;
    const std::string name = name_of(*row, card);
    const bool latin = static_cast<unsigned char>(name.front()) < 0x80;  // 一是 2023 年…, 一是培训…
    text += fmt::format("{}{}是{}{} {}", text.empty() ? "" : "；", ordinal(++number), latin ? " " : "", name,
                        base::trimmed(indicator_of(*row, card).actual.text));
  }
  return text.empty() ? blank("主要产出和效益") : text;
}

std::string problems(const CardResult& card) {
  std::string text;
  bool reasons = true;
  for (const IndicatorResult* row : rows_missed(card)) {
    const model::Indicator& indicator = indicator_of(*row, card);
    text +=
        fmt::format("{}{}年初目标值 {}，实际完成值 {}，未完成", text.empty() ? "" : "；", name_of(*row, card),
                    base::trimmed(indicator.target.text), base::trimmed(indicator.actual.text));
    const std::string_view own = model::reason_in(indicator.reason);
    if (!own.empty()) text += "，原因：" + std::string(own);
    reasons = reasons && !explain::reason_given(*row, card).empty();
  }
  for (const IndicatorResult* row : rows_open(card))
    text += fmt::format("{}{}待核", text.empty() ? "" : "；", name_of(*row, card));
  const std::string_view of_card = model::reason_in(card.card->deviation_reason);
  if (text.empty() && of_card.empty())
    return says_none(card.card->deviation_reason) ? "无。" : blank("发现的问题及原因，没有的写“无”") + "。";
  if (!text.empty()) text = stopped(text);
  if (!of_card.empty()) text += stopped(of_card);
  if (!reasons) text += blank("未完成原因") + "。";
  return text;
}

std::string measures(const CardResult& card) {
  const std::string_view text = model::reason_in(card.card->improvement);
  if (!text.empty()) return stopped(text);
  return says_none(card.card->improvement) ? "无。" : blank("下一步改进措施，没有的写“无”") + "。";
}

std::string money_or_blank(const std::optional<base::Decimal>& amount, std::string_view name,
                           const CardResult& card) {
  if (!amount) return blank(name);
  const model::Budget& budget = card.card->budget;
  return fmt::format("{} {}", plain(*amount), budget.unit.empty() ? "万元" : budget.unit.text);
}

std::string share(const CardResult& card) {
  if (!card.execution || !card.execution->rate) return blank("完成预算的百分比");
  return plain(card.execution->rate) + "%";
}

}  // namespace

std::string summary_paragraph(const CardResult& card) {
  const std::string_view title = base::trimmed(card.card->title.text);
  const std::optional<model::NumberField>& spent = card.card->budget.executed;
  const std::optional<base::Decimal> executed = spent ? std::optional(spent->value) : std::nullopt;
  std::string text = fmt::format("{}：项目全年预算数为 {}，执行数为 {}，完成预算 {}。",
                                 title.empty() ? blank("项目名称") : std::string(title),
                                 money_or_blank(planned_of(card), "全年预算数", card),
                                 money_or_blank(executed, "执行数", card), share(card));
  if (!card.scored) return text + "自评表上没有实际完成值。";
  return text + fmt::format("主要产出和效益：{}。发现的问题及原因：{}下一步改进措施：{}", results(card),
                            problems(card), measures(card));
}

Report summary_report(const results::Scores& scores) {
  Report report;
  report.blocks.push_back(Heading{1, "部门决算中项目绩效自评结果"});
  std::size_t number = 0;
  for (const CardResult& card : scores.cards) {
    if (card.card->kind == model::CardKind::department) continue;
    report.blocks.push_back(Paragraph{fmt::format("{}、{}", ++number, summary_paragraph(card))});
  }
  if (number == 0) report.blocks.push_back(Paragraph{"没有项目自评表。"});
  put_blanks(report);
  return report;
}

}  // namespace jiheng::report
