// Takes a form, gives addresses. What the formulas say of them is xlsx_formulas.cc's.
#include "engine/report/forms/xlsx_form_lines.h"

#include <fmt/format.h>

#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;
using scoring::IndicatorResult;

/// The cells of one row; levels reach down over rows.
struct RowCells {
  std::string level1, level2, name, target, sign, number, unit, actual, full;
};

std::string* place_of(Holds holds, RowCells& row) {
  switch (holds) {
    case Holds::level1:
      return &row.level1;
    case Holds::level2:
      return &row.level2;
    case Holds::name:
      return &row.name;
    case Holds::target:
      return &row.target;
    case Holds::target_sign:
      return &row.sign;
    case Holds::target_number:
      return &row.number;
    case Holds::target_unit:
      return &row.unit;
    case Holds::actual:
      return &row.actual;
    case Holds::full_marks:
      return &row.full;
    default:
      return nullptr;
  }
}

/// As intake joins them: 定性 is no sign, 无 no unit, and a unit stands behind a number only.
std::string joined_target(const RowCells& row) {
  return fmt::format(
      "(IF(ISNUMBER(SEARCH({0},\"≥≤><=≧≦＞＜＝\")),{0},\"\")&{1}&"
      "IF(OR({2}=\"无\",{2}=\"—\",{2}=\"-\",{2}=\"/"
      "\",NOT(ISNUMBER(FIND(RIGHT({1},1),\"0123456789万亿\")))),\"\",{2}))",
      row.sign, row.number, row.unit);
}

bool is_asked(const IndicatorResult& result, const CardResult& card) {
  if (card.scored) return is_judged(result, card);
  return section_of(*card.card, result.id).horizon == model::Horizon::annual;
}

}  // namespace

FormLines lines_of(const Form& form, const CardResult& card,
                   const std::function<std::string(int, int)>& address) {
  FormLines out;
  RowCells row;
  for (std::size_t i = 0; i < form.cells.size(); ++i) {
    const FormCell& c = form.cells[i];
    const std::string at = address(c.row, c.column);
    if (c.holds == Holds::planned) out.planned = at;
    if (c.holds == Holds::executed) out.executed = at;
    if (c.holds == Holds::score) out.score_column = c.column;
    if (c.holds == Holds::full_marks) out.full_column = c.column;
    if (std::string* place = place_of(c.holds, row); place != nullptr) *place = at;
    const bool ends = i + 1 == form.cells.size() || form.cells[i + 1].row != c.row;
    if (!ends || row.actual.empty()) continue;
    if (const IndicatorResult& result = card.indicators[c.indicator]; is_asked(result, card)) {
      out.lines.push_back({&result,
                           row.level1,
                           row.level2,
                           row.name,
                           row.target.empty() ? joined_target(row) : row.target,
                           row.actual,
                           row.full,
                           {},
                           c.row,
                           0});
    }
    row = {row.level1, row.level2, {}, {}, {}, {}, {}, {}, {}};
  }
  return out;
}

}  // namespace jiheng::report
