// engine/office/workbook/xlsx_book.h: a workbook being written: cells with a look, merged cells, print set-up. The only file that
// sees libxlsxwriter is xlsx_book.cc.
// Takes   0-based rows and columns. Texts are always written as texts: "=100%" is no formula.
// Gives   the bytes of an .xlsx: the same for the same calls, whenever they are made.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/office/paper.h"

namespace jiheng::office {

/// How a cell looks.
struct CellStyle {
  enum class Place : std::uint8_t { left, center, right } place = Place::left;
  bool bold = false;
  bool border = true;
  bool input = false;    ///< a person fills it in: not locked
  bool marked = false;   ///< coloured: left open on a form to fill in
  bool as_text = false;  ///< what is typed stays as typed
  bool percent = false;  ///< 0.9775 shows as 97.75%
  bool ground = false;   ///< the ground of headings
  bool wrap = true;
  int places = -1;  ///< decimal places a number shows; -1: as many as it has
  Mark mark = Mark::plain;
  int size = 10;
  friend bool operator==(const CellStyle&, const CellStyle&) = default;
};

struct CellArea {
  int row = 0;
  int column = 0;
  int rows = 1;
  int columns = 1;
};

/// A number or a text.
struct CellValue {
  std::string text;
  std::optional<base::Decimal> number;
};

class XlsxBook {
 public:
  XlsxBook();
  ~XlsxBook();
  XlsxBook(const XlsxBook&) = delete;
  XlsxBook& operator=(const XlsxBook&) = delete;

  /// A sheet with this name, as far as a sheet may have it: at most 31 characters, none of []:*?/\, once in the book.
  int add_sheet(std::string_view wanted);
  /// A name of this sheet alone whose value is the text; it is no cell and is not printed.
  void name_text(int sheet, std::string_view name, std::string_view text);
  /// As formulas write it: '项目一'!
  std::string prefix(int sheet) const;

  void write(int sheet, const CellArea& area, const CellValue& value, const CellStyle& style);
  /// `formula` begins with "="; `value` is what it gives now.
  void formula(int sheet, const CellArea& area, const std::string& formula, const CellValue& value,
               const CellStyle& style);

  void width(int sheet, int column, double characters);
  void height(int sheet, int row, double points);
  /// A4, `columns` wide on one page; rows [first, last) again on every page; page n of N at the foot.
  void print_setup(int sheet, int rows, int columns, int repeat_first, int repeat_last, bool landscape);
  void freeze(int sheet, int rows, int columns = 0);
  /// Buttons on the first row of the area that choose among the rows below it.
  void filter(int sheet, const CellArea& area);
  /// Cells that are no input cannot be changed (without password).
  void protect(int sheet);

  void shade_where(int sheet, const CellArea& area, const std::string& formula, bool bad);
  void require_number(int sheet, const CellArea& area, double least, double most, std::string_view title,
                      std::string_view message);
  void require_text(int sheet, const CellArea& area, std::string_view title, std::string_view message);

  /// A list of these words (together at most 255 characters with the commas between) beside each cell.
  void choose(int sheet, const CellArea& area, const std::vector<std::string>& words, std::string_view title,
              std::string_view message);

  /// The finished file; nullopt where it could not be written. Nothing may be called afterwards.
  std::optional<std::string> bytes();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// "B12", "$B$12".
std::string cell_address(int row, int column, bool fixed = false);

/// Points of height a text needs in a cell `characters` wide.
double text_height(std::string_view text, double characters, int size = 10);

}  // namespace jiheng::office
