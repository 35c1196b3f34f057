// Takes one scored table, gives its facts as sentences. Every figure comes from scoring; what the table does not give is
// a blank, never a guess.
#include "engine/report/pages/self_report/self_report_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"
#include "engine/explain/explain.h"
#include "engine/model/reason.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using base::Decimal;
using scoring::CardResult;
using scoring::IndicatorResult;
using target::Status;

template <typename Wanted>
std::vector<const IndicatorResult*> judged_rows(const CardResult& card, Wanted wanted) {
  std::vector<const IndicatorResult*> rows;
  for (const IndicatorResult& result : card.indicators) {
    if (is_judged(result, card) && wanted(result)) rows.push_back(&result);
  }
  return rows;
}

std::string unit_of(const model::Budget& budget) {
  return budget.unit.empty() ? std::string("万元") : budget.unit.text;
}

std::string amount_sentence(std::string_view name, const std::optional<Decimal>& amount,
                            const model::Budget& budget) {
  if (!amount) return std::string(name) + blank(name);
  return fmt::format("{} {} {}", name, plain(*amount), unit_of(budget));
}

}  // namespace

std::string blank(std::string_view what) { return fmt::format("{}：{}〕", kBlankBegins, what); }

std::vector<LevelFacts> blocks_of(const CardResult& card) {
  std::vector<LevelFacts> blocks;
  for (const IndicatorResult* row : judged_rows(card, [](const IndicatorResult&) { return true; })) {
    const std::string_view name = base::trimmed(indicator_of(*row, card).level1.text);
    auto block =
        std::find_if(blocks.begin(), blocks.end(), [name](const LevelFacts& b) { return b.name == name; });
    if (block == blocks.end()) {
      block = blocks.emplace(blocks.end());
      block->name = name;
    }
    block->rows.push_back(row);
    block->met += row->status == Status::met ? 1 : 0;
    block->missed += row->status == Status::missed ? 1 : 0;
    block->open += row->status == Status::undetermined ? 1 : 0;
    block->score.low += row->score.low;
    block->score.high += row->score.high;
    if (!row->full_marks) block->full_marks.reset();
    if (block->full_marks) *block->full_marks += *row->full_marks;
  }
  return blocks;
}

std::string count_sentence(const LevelFacts& block) {
  std::string text =
      fmt::format("{} {} 项，完成 {} 项", block.name.empty() ? "没有写一级指标的指标" : block.name,
                  block.rows.size(), block.met);
  if (block.missed > 0) text += fmt::format("，未完成 {} 项", block.missed);
  if (block.open > 0) text += fmt::format("，待核 {} 项", block.open);
  return text;
}

std::string points_sentence(const scoring::Points& score, const std::optional<Decimal>& full_marks,
                            const model::Scheme& scheme) {
  std::string text = points_text(score, scheme) + " 分";
  std::string remarks;
  if (full_marks) remarks = fmt::format("满分 {} 分", plain(*full_marks));
  if (!score.exact()) remarks += remarks.empty() ? "待核" : "，待核";
  if (!remarks.empty()) text += fmt::format("（{}）", remarks);
  return text;
}

std::string subject_of(const CardResult& card) {
  const model::Scorecard& table = *card.card;
  std::string text = table.year ? fmt::format("{} 年度", *table.year) : std::string();
  if (table.kind == model::CardKind::department) {
    text += table.unit_name.empty() ? blank("单位名称") : std::string(base::trimmed(table.unit_name.text));
    return text + "部门整体";
  }
  const std::string_view title = base::trimmed(table.title.text);
  text += title.empty() ? blank("项目名称") : std::string(title);
  return title.ends_with("项目") ? text : text + "项目";
}

std::string execution_sentence(const CardResult& card) {
  const model::Budget& budget = card.card->budget;
  const auto& execution = card.execution;
  const bool named = execution && !execution->planned_name.empty();
  std::optional<Decimal> executed;
  if (execution && execution->executed) executed = execution->executed;
  if (!executed && budget.executed) executed = budget.executed->value;
  std::string text = amount_sentence(named ? execution->planned_name : "预算数", planned_of(card), budget) +
                     "，" + amount_sentence("执行数", executed, budget);
  if (execution && execution->rate) text += fmt::format("，执行率 {}%", plain(execution->rate));
  return text;
}

bool fully_executed(const CardResult& card) {
  return !card.execution || !card.execution->rate || *card.execution->rate == Decimal(100);
}

std::string name_of(const IndicatorResult& result, const CardResult& card) {
  const std::string_view name = base::trimmed(indicator_of(result, card).name.text);
  return name.empty() ? blank("三级指标") : std::string(name);
}

std::vector<const IndicatorResult*> rows_missed(const CardResult& card) {
  return judged_rows(card, [](const IndicatorResult& r) { return r.status == Status::missed; });
}

std::vector<const IndicatorResult*> rows_open(const CardResult& card) {
  return judged_rows(card, [](const IndicatorResult& r) { return r.status == Status::undetermined; });
}

std::vector<const IndicatorResult*> rows_far_exceeded(const CardResult& card) {
  return judged_rows(card, [&card](const IndicatorResult& r) {
    return explain::classify(r, *card.scheme) == explain::DeviationClass::far_exceeded;
  });
}

bool says_none(const model::Field& field) {
  return !base::trimmed(field.text).empty() && model::reason_in(field).empty() &&
         field.text.find(kBlankBegins) == std::string::npos;
}

std::string stopped(std::string_view text) {
  text = base::trimmed(text);
  const bool ends =
      text.ends_with("。") || text.ends_with("！") || text.ends_with("？") || text.ends_with("；");
  return std::string(text) + (ends ? "" : "。");
}

}  // namespace jiheng::report
