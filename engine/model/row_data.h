// engine/model/row_data.h: one cell of 计算数据 -> where a row keeps it.
// Takes   the name and the text of the cell. A number within bounds is one of the inputs; all else (是, 基本健全, 95%) is an
//         answer to what the row's own 评分标准 asks for.
// Source  docs/scorecard.md
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "engine/base/decimal.h"
#include "engine/model/scorecard.h"
#include "engine/quantity/bounds.h"

namespace jiheng::model {

/// 95 in a cell that % is printed beside is 95%; other units need not be said.
inline std::string with_unit_beside(std::string text, std::string_view unit) {
  constexpr std::string_view kOfFigures = "0123456789.-,";
  const bool figure = text.find_first_not_of(kOfFigures) == std::string::npos;
  if (figure && !text.empty() && unit == "%") text += unit;
  return text;
}

inline void put_data(Indicator& row, Field name, Field text) {
  if (const auto number = base::Decimal::parse(text.text); number && quantity::in_bounds(*number)) {
    row.inputs.emplace_back(std::move(name), NumberField{*number, text.place});
  } else {
    row.answers.emplace_back(std::move(name), std::move(text));
  }
}

}  // namespace jiheng::model
