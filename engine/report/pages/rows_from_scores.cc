// Takes scores, gives one flat table: the same columns for every row, so that a spreadsheet can filter and
// sum.
#include "engine/report/pages/score_pages.h"
#include "engine/report/texts/score_texts.h"
#include "engine/results/scores.h"

namespace jiheng::report {
namespace {

std::vector<Column> columns() {
  std::vector<Column> out;
  for (const char* title : {"编号",     "类型",     "名称", "方案",    "行",      "年度目标", "一级指标",
                            "二级指标", "三级指标", "目标", "完成",    "分值",    "自报得分", "得分",
                            "最低得分", "最高得分", "结论", "完成率%", "偏离度%", "规则",     "说明"}) {
    out.push_back({title});
  }
  return out;
}

/// The cells every row begins with, and the scores; the rest is filled in by name of position below.
struct Line {
  std::string row, section, level1, level2, name, target, actual, full_marks, claimed, status, attainment,
      deviation, rule, why;
  const scoring::Points* score = nullptr;
};

Row row_of(const Line& line, const scoring::CardResult& card) {
  const bool department = card.card->kind == model::CardKind::department;
  const bool known = card.scored && line.score != nullptr;
  const auto points = [&](const base::Decimal& d) { return points_text(d, *card.scheme); };
  Row row;
  for (const std::string& text : {card.card->id,
                                  std::string(department ? "部门" : "项目"),
                                  card.card->title.text,
                                  card.scheme->id,
                                  line.row,
                                  line.section,
                                  line.level1,
                                  line.level2,
                                  line.name,
                                  line.target,
                                  line.actual,
                                  line.full_marks,
                                  line.claimed,
                                  known && line.score->exact() ? points(line.score->low) : std::string(),
                                  known ? points(line.score->low) : std::string(),
                                  known ? points(line.score->high) : std::string(),
                                  line.status,
                                  line.attainment,
                                  line.deviation,
                                  line.rule,
                                  line.why}) {
    row.cells.push_back({text});
  }
  return row;
}

std::string claimed_text(const std::optional<model::NumberField>& claimed) {
  return claimed ? plain(claimed->value) : std::string();
}

}  // namespace

Report rows_from_scores(const results::Scores& scores) {
  Table table{columns(), {}};
  for (const scoring::CardResult& card : scores.cards) {
    if (card.execution) {
      const scoring::ExecutionResult& execution = *card.execution;
      Line line;
      line.row = "预算执行";
      line.target = plain(execution.planned);
      line.actual = plain(execution.executed);
      line.full_marks = plain(execution.full_marks);
      line.claimed = claimed_text(card.card->budget.claimed_score);
      line.attainment = plain(execution.rate);
      line.why = execution.why;
      line.score = &execution.score;
      table.rows.push_back(row_of(line, card));
    }
    for (const scoring::IndicatorResult& result : card.indicators) {
      const model::Indicator& indicator = indicator_of(result, card);
      Line line;
      line.row = "指标";
      line.section = section_of(*card.card, result.id).title.text;
      line.level1 = indicator.level1.text;
      line.level2 = indicator.level2.text;
      line.name = indicator.name.text;
      line.target = indicator.target.text;
      line.actual = indicator.actual.text;
      line.full_marks = plain(result.full_marks);
      line.claimed = claimed_text(indicator.claimed);
      line.status = status_text(result, card);
      line.attainment = plain(result.attainment);
      line.deviation = plain(result.deviation);
      line.rule = result.clause == nullptr ? std::string() : result.clause->id;
      line.why = result.why;
      line.score = &result.score;
      table.rows.push_back(row_of(line, card));
    }
    Line line;
    line.row = "总分";
    line.full_marks = plain(card.scheme->total);
    line.claimed = claimed_text(card.card->claimed_total);
    line.status = card.scored ? card.grade : "未填";
    line.why = card.cap_why;
    line.score = &card.total;
    table.rows.push_back(row_of(line, card));
  }
  return report_of(std::move(table));
}

}  // namespace jiheng::report
