// engine/report/fields/score_fields.h: the rows of a scored card, and what JSON and CSV show of each.
// Takes   results/scores.h. Gives  an execution line (where there is one), the indicators, the total; only indicators are
//         records of their own in JSON. Source  docs/json.md, "score"; docs/report.md
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/report/fields/field.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

struct ScoreRow {
  const scoring::CardResult* card = nullptr;
  std::string row;  ///< 预算执行, 指标, 总分
  std::string section, level1, level2, name, target, actual;
  std::optional<base::Decimal> full_marks, claimed;
  const scoring::Points* score = nullptr;  ///< nullptr: the card is not scored
  std::string status;                      ///< met …; of an indicator
  std::string status_text;                 ///< 达标 …, of the total the grade
  std::optional<base::Decimal> attainment, deviation;
  std::string rule, why;
};

ScoreRow indicator_row(const scoring::IndicatorResult& result, const scoring::CardResult& card);

/// All rows of the card.
std::vector<ScoreRow> score_rows(const scoring::CardResult& card);

std::span<const Field<ScoreRow>> score_fields();

}  // namespace jiheng::report
