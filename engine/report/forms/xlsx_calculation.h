// engine/report/forms/xlsx_calculation.h: sheet 计算: one row an indicator of every form, in columns that follow a value from its
// text to its points. What the formulas say is xlsx_formulas.h's; here stands what each gives now.
// Takes   the rows of cards, and where their cells stand on the forms.
// Gives   cells and formulas of the sheet, each formula with its present value.
// Units   percentages as ratios, as on the sheet.
// Source  docs/report.md
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/office/workbook/xlsx_book.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

/// How the sheets of a workbook look.
inline constexpr double kMaxRowHeight = 400;  ///< points; a spreadsheet has 409
inline constexpr office::CellStyle kHeadingCell = {.place = office::CellStyle::Place::center, .bold = true};
inline constexpr office::CellStyle kCentredCell = {.place = office::CellStyle::Place::center};

/// Columns of sheet 计算, as its headings name them.
enum CalculationColumn {
  kForm,
  kName,
  kTargetBefore,
  kActualBefore,
  kFullBefore,
  kFull,
  kTarget,
  kTargetSign,
  kTargetUnit,
  kTargetDigits,
  kTargetNumber,
  kActual,
  kActualSign,
  kActualUnit,
  kActualDigits,
  kActualNumber,
  kUnchanged,
  kDirection,
  kMet,
  kAttainment,
  kDeviation,
  kExactPoints,
  kPoints,
  kCounts,
  kColumns
};

/// Where one indicator's cells stand on its form, and its row on sheet 计算.
struct FormLine {
  const scoring::IndicatorResult* result = nullptr;
  std::string level1, level2, name, target, actual, full;
  int form_row = 0;
  int row = 0;  ///< on 计算
};

class CalculationSheet {
 public:
  /// `units`: of a form to fill in; they stand on the sheet in a column of their own.
  CalculationSheet(office::XlsxBook& book, const std::vector<std::string>& units);

  /// Once all rows are put: as it is printed.
  void finish(office::XlsxBook& book) const;

  int sheet = 0;
  int next_row = 0;
  std::string units_range;  ///< with the sheet's name; empty without units
};

/// The rows of one card.
class CardCalculation {
 public:
  CardCalculation(office::XlsxBook& book, CalculationSheet& sheet, const scoring::CardResult& card,
                  std::string form_name);
  ~CardCalculation();

  /// The row of the execution line; its amounts by their addresses on the form.
  void put_execution(const std::string& planned, const std::string& executed);
  /// The row of an indicator; notes it in the line.
  void put(FormLine& line);

  int execution_row() const;  ///< -1: none
  /// Addresses with the sheet's name: of one cell, of one column over the indicators put.
  std::string at(int row, CalculationColumn column) const;
  std::string range(CalculationColumn column) const;

 private:
  class Rows;
  std::unique_ptr<Rows> rows_;
};

office::CellValue number_or(const std::optional<base::Decimal>& value, std::string_view otherwise = {});
/// The number, or the range as the form writes it.
office::CellValue value_of(const scoring::Points& points);

}  // namespace jiheng::report
