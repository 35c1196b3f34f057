// engine/results/scores.h: what `jiheng score` gives: the scored cards, and the department they make.
// Takes   nothing; app fills it, the faces read it.
// Source  docs/json.md, "score"
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/scoring/score.h"

namespace jiheng::results {

struct DepartmentScores {
  std::string name;      ///< 单位名称; may be empty
  bool has_own = false;  ///< the first card is its own table
  scoring::RollUp roll_up;
};

struct Scores {
  std::vector<scoring::CardResult> cards;  ///< departments' own tables first, then projects
  std::optional<DepartmentScores> department;
};

}  // namespace jiheng::results
