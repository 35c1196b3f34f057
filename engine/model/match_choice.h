// engine/model/match_choice.h: a person's word on which row of an earlier year a target continues.
// Source  docs/advise.md, read by load/match_choices_from_yaml.cc
#pragma once

#include <optional>

#include "engine/base/place.h"
#include "engine/model/scorecard.h"

namespace jiheng::model {

struct MatchChoice {
  Field table;              ///< 表: id or 项目名称 of the table with the target; empty: every one
  Field indicator;          ///< 指标
  std::optional<int> year;  ///< 年度 of the earlier table; absent: every one given
  Field earlier_table;      ///< 上年表; empty: any
  Field earlier_indicator;  ///< 上年指标; 无: there is none
  base::Place place;
};

/// The word that says there is none.
inline constexpr std::string_view kNoEarlier = "无";

}  // namespace jiheng::model
