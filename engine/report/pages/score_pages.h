// engine/report/pages/score_pages.h: what `jiheng score` gives, as a tree for people and as rows for spreadsheets.
// Takes   results/scores.h. Fails  never: what is not known is said so.
// Source  docs/report.md
#pragma once

#include <string>

#include "engine/report/texts/report.h"
#include "engine/results/scores.h"

namespace jiheng::report {

struct ScoreFace {
  std::string today;   ///< 计算日期; empty: not shown
  bool trace = false;  ///< place, rule, formula and source below every row
  bool every_card =
      false;  ///< of a department: the summary with its charts first, then the form of each card
};

/// For people: the form of one card; for a department its table, the summary of its projects, and what
/// deviates.
Report report_from_scores(const results::Scores& scores, const ScoreFace& face);

}  // namespace jiheng::report
