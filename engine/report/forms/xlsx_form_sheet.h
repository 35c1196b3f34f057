// engine/report/forms/xlsx_form_sheet.h: one card's form on its sheet, its formulas on sheet 计算.
// Takes   a form and its scored card.
// Gives   cells of one sheet, and where its results stand.
// Source  docs/report.md
#pragma once

#include <string>
#include <vector>

#include "engine/office/workbook/xlsx_book.h"
#include "engine/report/forms/form.h"
#include "engine/report/forms/xlsx_calculation.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

/// Where a form's results stand, with the sheet's name.
struct FormAddresses {
  int sheet = 0;
  std::string planned, executed, rate, total, grade;
};

/// Writes the form of one card. A card without actual values is a form to fill in.
FormAddresses put_form(office::XlsxBook& book, int sheet, CalculationSheet& calculation, const Form& form,
                       const scoring::CardResult& card);

}  // namespace jiheng::report
