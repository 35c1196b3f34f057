// engine/report/forms/xlsx_form_lines.h: where the cells of a form stand that formulas look at: one line a row of indicators.
// Takes   a form in any layout and the addresses of its cells. A target in three columns (指标性质, 指标值, 度量单位) becomes one
//         expression that joins them as they are read.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/report/forms/form.h"
#include "engine/report/forms/xlsx_calculation.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

struct FormLines {
  std::vector<FormLine>
      lines;  ///< of the rows that are asked for in the year; `full` is empty where the form has no 分值
  std::string planned, executed;
  int score_column = 0;
  int full_column = -1;  ///< -1: the form has no 分值
};

/// `address` of a row and column of the form.
FormLines lines_of(const Form& form, const scoring::CardResult& card,
                   const std::function<std::string(int, int)>& address);

}  // namespace jiheng::report
