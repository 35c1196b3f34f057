// engine/results/scores.h: what `jiheng score` gives: the scored cards, and the departments they make.
// Takes   nothing; app fills it, the faces read it.
// Source  docs/json.md, "score"
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/scoring/score.h"

namespace jiheng::results {

/// What a department's own table scored.
struct OwnTotal {
  scoring::Points total;
  std::string grade;
  const model::Scheme* scheme = nullptr;
};

/// The tables of one unit and year, where there are two and more: they stand one behind the other.
struct DepartmentScores {
  std::string name;       ///< 单位名称; may be empty
  bool has_own = false;   ///< its first card is its own table
  std::size_t first = 0;  ///< of its cards, in Scores::cards
  std::size_t count = 0;
  scoring::RollUp roll_up = {};
  std::vector<diag::Diagnostic> findings = {};  ///< what the summary leaves out, and why (S117)
  std::optional<OwnTotal> own = {};             ///< of its own table, where that is scored
};

struct Scores {
  std::vector<scoring::CardResult> cards;  ///< of each unit: its own table first, then its projects
  /// In the order of their cards. A card that is the only one of its unit is in none.
  std::vector<DepartmentScores> departments = {};
};

}  // namespace jiheng::results
