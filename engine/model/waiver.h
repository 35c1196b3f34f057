// engine/model/waiver.h: one finding that somebody lets pass: which, where, why, who, when. Plain data.
// Source  docs/audit.md, "豁免"
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/scorecard.h"

namespace jiheng::model {

struct Waiver {
  Field id;                           ///< 编号 of the finding: A204
  Field table;                        ///< 位置: 编号 or 项目名称 of the table; empty: running text
  Field indicator;                    ///< 位置: 三级指标; empty: the table as a whole, or its budget
  Field file;                         ///< 位置 in running text: the name of the file, without its folder
  int line = 0;                       ///< 位置 in running text: its line
  Field reason;                       ///< 原因
  Field by;                           ///< 谁
  Field date;                         ///< 日期
  base::Place place;                  ///< of the entry
  std::optional<std::string> folder;  ///< "2023/": of the files it is for; nullopt: any
  std::vector<std::string> archives;  ///< "2023/提交.zip/": those in the folder, for whose files it is too
};

}  // namespace jiheng::model
