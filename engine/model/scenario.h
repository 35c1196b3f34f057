// engine/model/scenario.h: a scenario (情景): changes of scorecards, and what is uncertain, kept in a file for repeated use.
// Source  docs/whatif.md, "情景文件"
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/model/scorecard.h"

namespace jiheng::model {

struct Scenario {
  std::string name;                                ///< 名称, else the file's name without ending
  std::string note;                                ///< 说明; may be empty
  std::vector<std::pair<Field, Field>> changes;    ///< address and value as written; a value may be empty
  std::vector<std::pair<Field, Field>> uncertain;  ///< 不确定: address and 150±10 …, for draws
};

}  // namespace jiheng::model
