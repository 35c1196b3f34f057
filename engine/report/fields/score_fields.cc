// Takes a scored card, gives its rows and the list of what is shown of them. A rate is printed to two places in JSON and with
// all its places in a cell.
#include "engine/report/fields/score_fields.h"

#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using base::Json;
using base::text_or_null;

std::optional<base::Decimal> claimed_value(const std::optional<model::NumberField>& claimed) {
  return claimed ? std::optional(claimed->value) : std::nullopt;
}

Json percent(const std::optional<base::Decimal>& value) {
  return value ? Json(value->with_places(2).to_string()) : Json();
}

Json points(const ScoreRow& row, const base::Decimal& value) {
  return Json(points_text(value, *row.card->scheme));
}

constexpr Field<ScoreRow> kScoreFields[] = {
    {"", nullptr, "编号", [](const ScoreRow& r) { return Cell{r.card->card->id}; }},
    {"", nullptr, "类型",
     [](const ScoreRow& r) {
       return Cell{r.card->card->kind == model::CardKind::department ? "部门" : "项目"};
     }},
    {"", nullptr, "名称", [](const ScoreRow& r) { return Cell{r.card->card->title.text}; }},
    {"", nullptr, "方案", [](const ScoreRow& r) { return Cell{r.card->scheme->id}; }},
    {"", nullptr, "行", [](const ScoreRow& r) { return Cell{r.row}; }},
    {"", nullptr, "年度目标", [](const ScoreRow& r) { return Cell{r.section}; }},
    {"level1", [](const ScoreRow& r) { return text_or_null(r.level1); }, "一级指标", nullptr},
    {"level2", [](const ScoreRow& r) { return text_or_null(r.level2); }, "二级指标", nullptr},
    {"name", [](const ScoreRow& r) { return Json(r.name); }, "三级指标", nullptr},
    {"target", [](const ScoreRow& r) { return text_or_null(r.target); }, "目标", nullptr},
    {"actual", [](const ScoreRow& r) { return text_or_null(r.actual); }, "完成", nullptr},
    {"full_marks", [](const ScoreRow& r) { return text_or_null(plain(r.full_marks)); }, "分值", nullptr},
    {"claimed", [](const ScoreRow& r) { return text_or_null(plain(r.claimed)); }, "自报得分", nullptr},
    {"score",
     [](const ScoreRow& r) {
       return r.score != nullptr && r.score->exact() ? points(r, r.score->low) : Json();
     },
     "得分", nullptr},
    {"score_low", [](const ScoreRow& r) { return r.score != nullptr ? points(r, r.score->low) : Json(); },
     "最低得分", nullptr},
    {"score_high", [](const ScoreRow& r) { return r.score != nullptr ? points(r, r.score->high) : Json(); },
     "最高得分", nullptr},
    {"status", [](const ScoreRow& r) { return Json(r.status); }, "结论",
     [](const ScoreRow& r) { return Cell{r.status_text}; }},
    {"attainment", [](const ScoreRow& r) { return percent(r.attainment); }, "完成率%",
     [](const ScoreRow& r) { return Cell{plain(r.attainment)}; }},
    {"deviation", [](const ScoreRow& r) { return percent(r.deviation); }, "偏离度%",
     [](const ScoreRow& r) { return Cell{plain(r.deviation)}; }},
    {"rule", [](const ScoreRow& r) { return text_or_null(r.rule); }, "规则", nullptr},
    {"why", [](const ScoreRow& r) { return Json(r.why); }, "说明", nullptr},
};

ScoreRow begun(const scoring::CardResult& card, const char* row, const scoring::Points& score) {
  ScoreRow begun;
  begun.card = &card;
  begun.row = row;
  if (card.scored) begun.score = &score;
  return begun;
}

}  // namespace

ScoreRow indicator_row(const scoring::IndicatorResult& result, const scoring::CardResult& card) {
  const model::Indicator& indicator = indicator_of(result, card);
  ScoreRow row = begun(card, "指标", result.score);
  row.section = section_of(*card.card, result.id).title.text;
  row.level1 = indicator.level1.text;
  row.level2 = indicator.level2.text;
  row.name = indicator.name.text;
  row.target = indicator.target.text;
  row.actual = indicator.actual.text;
  row.full_marks = result.full_marks;
  row.claimed = claimed_value(indicator.claimed);
  row.status = to_string(result.status);
  row.status_text = status_text(result, card);
  row.attainment = result.attainment;
  row.deviation = result.deviation;
  if (result.clause != nullptr) row.rule = result.clause->id;
  row.why = result.why;
  return row;
}

std::vector<ScoreRow> score_rows(const scoring::CardResult& card) {
  std::vector<ScoreRow> rows;
  if (card.execution) {
    const scoring::ExecutionResult& execution = *card.execution;
    ScoreRow row = begun(card, "预算执行", execution.score);
    row.target = plain(execution.planned);
    row.actual = plain(execution.executed);
    row.full_marks = execution.full_marks;
    row.claimed = claimed_value(card.card->budget.claimed_score);
    row.attainment = execution.rate;
    row.why = execution.why;
    rows.push_back(std::move(row));
  }
  for (const scoring::IndicatorResult& result : card.indicators) rows.push_back(indicator_row(result, card));
  ScoreRow total = begun(card, "总分", card.total);
  total.full_marks = card.scheme->total;
  total.claimed = claimed_value(card.card->claimed_total);
  total.status_text = card.scored ? card.grade : "未填";
  total.why = why_of_total(card);
  rows.push_back(std::move(total));
  return rows;
}

std::span<const Field<ScoreRow>> score_fields() { return kScoreFields; }

}  // namespace jiheng::report
