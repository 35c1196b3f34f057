// engine/report/scores.h: what `jiheng score` found, and its faces.
// Source  docs/json.md, "score"
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/report/report.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

struct DepartmentScores {
  std::string name;      ///< 单位名称; may be empty
  bool has_own = false;  ///< the first card is its own table
  scoring::RollUp roll_up;
};

struct Scores {
  std::vector<scoring::CardResult> cards;  ///< departments' own tables first, then projects
  std::optional<DepartmentScores> department;
};

struct ScoreFace {
  std::string today;   ///< 计算日期; empty: not shown
  bool trace = false;  ///< place, rule, formula and source below every row
  bool every_card =
      false;  ///< of a department: the summary with its charts first, then the form of each card
};

/// For people: the form of one card; for a department its table, the summary of its projects, and what
/// deviates.
Report report_from_scores(const Scores& scores, const ScoreFace& face);

/// For spreadsheets: one row an indicator, one for each execution line and each total.
Report rows_from_scores(const Scores& scores);

/// For programs: docs/json.md.
std::string json_from_scores(const Scores& scores);

}  // namespace jiheng::report
