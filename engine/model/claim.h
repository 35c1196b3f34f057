// engine/model/claim.h: a statement of a published text that holds figures, or the goal of a table, kept for comparison
// with the tables.
// Gives   plain data: the sentence and its figures as printed, never computed with here.
#pragma once

#include <string>
#include <vector>

#include "engine/base/place.h"

namespace jiheng::model {

struct Claim {
  std::string text;
  std::vector<std::string> figures;  ///< with their units as printed: "5 万元", "100％"
  base::Place place;
};

}  // namespace jiheng::model
