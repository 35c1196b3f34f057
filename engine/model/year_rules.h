// engine/model/year_rules.h: how tables of one unit are held against those of earlier years, as data.
// Units   similarities and the rise are shares (0.6 = 60%); limits are times (1.3: last year's result is 1.3 times the
//         target).
// Source  rules/years.yaml, read by load/year_rules_from_yaml.cc
#pragma once

#include <string>
#include <vector>

#include "engine/base/decimal.h"

namespace jiheng::model {

struct YearRules {
  struct Pairing {
    base::Decimal same_name;      ///< 名称相似
    base::Decimal with_evidence;  ///< 有旁证时
    base::Decimal same_title;     ///< 表名相似
    base::Decimal tie;            ///< 难分
    std::vector<std::string> general_words;
  };
  /// Last year's result as times the target of this year.
  struct Limits {
    base::Decimal low;       ///< 偏低, from here on
    base::Decimal much_low;  ///< 明显偏低, from here on
    base::Decimal high;      ///< 偏高, down from here
  };
  Pairing pairing;
  Limits amounts;               ///< 数量
  Limits rates;                 ///< 比率: %, ‰
  base::Decimal other_measure;  ///< 口径: times between the targets of two years
  base::Decimal rise;           ///< 上升
};

}  // namespace jiheng::model
