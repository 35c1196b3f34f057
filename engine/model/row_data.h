// engine/model/row_data.h: one cell of 计算数据 -> where a row keeps it.
// Takes   the name and the text of the cell. A number within bounds is one of the inputs; all else (是, 基本健全, 95%) is an
//         answer to what the row's own 评分标准 asks for.
// Source  docs/scorecard.md
#pragma once

#include <utility>

#include "engine/base/decimal.h"
#include "engine/model/scorecard.h"
#include "engine/quantity/bounds.h"

namespace jiheng::model {

inline void put_data(Indicator& row, Field name, Field text) {
  if (const auto number = base::Decimal::parse(text.text); number && quantity::in_bounds(*number)) {
    row.inputs.emplace_back(std::move(name), NumberField{*number, text.place});
  } else {
    row.answers.emplace_back(std::move(name), std::move(text));
  }
}

}  // namespace jiheng::model
