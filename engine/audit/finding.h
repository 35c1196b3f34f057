// engine/audit/finding.h: one thing found in submitted tables: what, by which figures, where, why, what to do.
// Severity and certainty are the catalogue's (diag/catalogue.h), by id.
// Gives   plain data: texts are Chinese and complete, figures as printed.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/base/place.h"
#include "engine/model/scorecard.h"

namespace jiheng::audit {

/// One place concerned. The card and row outlive the findings.
struct Where {
  base::Place place;
  const model::Scorecard* card = nullptr;  ///< nullptr: running text outside the tables
  const model::Indicator* row = nullptr;   ///< nullptr: the table as a whole, or its budget
};

struct Finding {
  std::string id;       ///< in the catalogue: "A105"
  std::string message;  ///< Chinese, complete in itself, the figures in it
  /// name -> text, in the order they matter; names are words of the form: 年初目标值, 自报得分.
  std::vector<std::pair<std::string, std::string>> figures;
  std::vector<Where> where;  ///< never empty; the first is where it is listed
  std::string why;           ///< 说明: the clause, paragraph or arithmetic behind it; may be empty
  std::string fix;           ///< what to do
  /// Findings of one id and one cause are folded into one with all their places; empty: never folded.
  std::string cause = {};
};

using Findings = std::vector<Finding>;

}  // namespace jiheng::audit
