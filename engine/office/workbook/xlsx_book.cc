// Takes cells, gives the bytes of a workbook through libxlsxwriter, which writes to a path: one in memory.
#include "engine/office/workbook/xlsx_book.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <set>
#include <utility>

#include "engine/base/scratch_file.h"
#include "engine/base/text.h"
#include "engine/diag/print.h"
#include "engine/office/sheet_limits.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kMaxNameUnits = 31;
/// 2000-01-01: a workbook says nothing about the day it was made.
constexpr std::int64_t kCreated = 946684800;
constexpr const char* kFont = "宋体";

lxw_row_t row_at(int row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_at(int column) { return static_cast<lxw_col_t>(column); }

/// Lines kept, other control characters not; at most what a cell holds, and then it says so.
std::string cell_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (at > 0) out += '\n';
    out += base::printable(text.substr(at, end - at));
    at = end + 1;
  }
  if (base::count_characters(out) <= kMaxCellCharacters) return out;
  constexpr std::string_view kCut = "…（单元格放不下，其余见 jiheng score）";
  std::size_t bytes = 0;
  for (std::size_t n = kMaxCellCharacters - base::count_characters(kCut); n > 0; --n) {
    bytes += base::decode_at(out, bytes).bytes;
  }
  return out.substr(0, bytes).append(kCut);
}

/// "0", "0.00".
std::string number_format(int places) {
  return places == 0 ? "0" : "0." + std::string(static_cast<std::size_t>(places), '0');
}

lxw_color_t cell_colour_of(Mark mark) {
  switch (mark) {
    case Mark::good:
      return 0x116329;
    case Mark::bad:
      return 0xB3141D;
    case Mark::unsure:
      return 0x7D4E00;
    case Mark::muted:
      return 0x666666;
    case Mark::plain:
    case Mark::strong:
      break;
  }
  return LXW_COLOR_BLACK;
}

std::string clipped_name(std::string_view name, std::size_t units) {
  std::size_t bytes = 0;
  std::size_t used = 0;
  while (bytes < name.size()) {
    const base::CodePoint c = base::decode_at(name, bytes);
    used += c.value > 0xFFFF ? 2 : 1;
    if (used > units) break;
    bytes += c.bytes;
  }
  return std::string(name.substr(0, bytes));
}

std::string allowed_name(std::string_view wanted) {
  std::string out;
  for (const char c : base::printable(wanted)) {
    out += std::string_view("[]:*?/\\").find(c) == std::string_view::npos ? c : ' ';
  }
  std::string_view name = base::trimmed(out);
  while (name.starts_with('\'')) name.remove_prefix(1);
  while (name.ends_with('\'')) name.remove_suffix(1);
  const std::string kept = std::string(base::trimmed(clipped_name(name, kMaxNameUnits)));
  return kept.empty() || base::ascii_lower(kept) == "history" ? "自评表" : kept;
}

}  // namespace

struct XlsxBook::Impl {
  base::ScratchFile file;
  lxw_workbook* book = nullptr;
  std::vector<lxw_worksheet*> sheets;
  std::vector<std::string> names;
  std::set<std::string> taken;
  std::vector<std::pair<CellStyle, lxw_format*>> formats;
  lxw_format* bad = nullptr;
  lxw_format* unsure = nullptr;
  bool failed = false;

  lxw_worksheet* sheet(int i) { return sheets[static_cast<std::size_t>(i)]; }
  void note(lxw_error error) { failed = failed || error != LXW_NO_ERROR; }

  lxw_format* format(const CellStyle& style) {
    for (const auto& [known, format] : formats) {
      if (known == style) return format;
    }
    lxw_format* f = workbook_add_format(book);
    format_set_font_name(f, kFont);
    format_set_font_size(f, style.size);
    if (style.wrap) format_set_text_wrap(f);
    format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
    using Place = CellStyle::Place;
    format_set_align(f, style.place == Place::center  ? LXW_ALIGN_CENTER
                        : style.place == Place::right ? LXW_ALIGN_RIGHT
                                                      : LXW_ALIGN_LEFT);
    if (style.bold) format_set_bold(f);
    if (style.border) format_set_border(f, LXW_BORDER_THIN);
    if (style.input) format_set_unlocked(f);
    if (style.marked) format_set_bg_color(f, 0xFFF9E5);
    if (style.as_text) format_set_num_format(f, "@");
    if (style.percent) format_set_num_format(f, "0.00%");
    if (style.ground) format_set_bg_color(f, 0xEEF1F4);
    if (style.places >= 0) format_set_num_format(f, number_format(style.places).c_str());
    if (style.mark != Mark::plain) format_set_font_color(f, cell_colour_of(style.mark));
    formats.emplace_back(style, f);
    return f;
  }

  void merge(int s, const CellArea& a, lxw_format* f) {
    if (a.rows == 1 && a.columns == 1) return;
    note(worksheet_merge_range(sheet(s), row_at(a.row), column_at(a.column), row_at(a.row + a.rows - 1),
                               column_at(a.column + a.columns - 1), "", f));
  }
};

XlsxBook::XlsxBook() : impl_(std::make_unique<Impl>()) {
  if (impl_->file.path().empty()) {
    impl_->failed = true;
    return;
  }
  impl_->book = workbook_new(impl_->file.path().c_str());
  if (impl_->book == nullptr) {
    impl_->failed = true;
    return;
  }
  lxw_doc_properties properties = {};
  properties.created = kCreated;
  workbook_set_properties(impl_->book, &properties);
  impl_->bad = workbook_add_format(impl_->book);
  format_set_bg_color(impl_->bad, 0xFFC7CE);
  format_set_font_color(impl_->bad, 0x9C0006);
  impl_->unsure = workbook_add_format(impl_->book);
  format_set_bg_color(impl_->unsure, 0xFFEB9C);
}

XlsxBook::~XlsxBook() {
  if (impl_->book != nullptr) workbook_close(impl_->book);
}

int XlsxBook::add_sheet(std::string_view wanted) {
  Impl& b = *impl_;
  const std::string plain = allowed_name(wanted);
  std::string name = plain;
  for (int n = 2; !b.taken.insert(base::ascii_lower(name)).second; ++n) {
    const std::string tail = fmt::format("({})", n);
    name = clipped_name(plain, kMaxNameUnits - tail.size()) + tail;
  }
  lxw_worksheet* sheet = b.book == nullptr ? nullptr : workbook_add_worksheet(b.book, name.c_str());
  b.failed = b.failed || sheet == nullptr;
  b.sheets.push_back(sheet);
  b.names.push_back(std::move(name));
  return static_cast<int>(b.sheets.size()) - 1;
}

std::string XlsxBook::prefix(int sheet) const {
  std::string out = "'";
  for (const char c : impl_->names[static_cast<std::size_t>(sheet)]) {
    out += c;
    if (c == '\'') out += c;
  }
  return out + "'!";
}

void XlsxBook::write(int sheet, const CellArea& area, const CellValue& value, const CellStyle& style) {
  if (impl_->failed) return;
  lxw_format* f = impl_->format(style);
  impl_->merge(sheet, area, f);
  lxw_worksheet* s = impl_->sheet(sheet);
  const lxw_row_t row = row_at(area.row);
  const lxw_col_t column = column_at(area.column);
  if (value.number) {
    impl_->note(worksheet_write_number(s, row, column, value.number->to_double(), f));
  } else if (value.text.empty()) {
    impl_->note(worksheet_write_blank(s, row, column, f));
  } else {
    impl_->note(worksheet_write_string(s, row, column, cell_text(value.text).c_str(), f));
  }
}

void XlsxBook::formula(int sheet, const CellArea& area, const std::string& formula, const CellValue& value,
                       const CellStyle& style) {
  if (impl_->failed) return;
  lxw_format* f = impl_->format(style);
  impl_->merge(sheet, area, f);
  lxw_worksheet* s = impl_->sheet(sheet);
  const lxw_row_t row = row_at(area.row);
  const lxw_col_t column = column_at(area.column);
  impl_->note(
      value.number
          ? worksheet_write_formula_num(s, row, column, formula.c_str(), f, value.number->to_double())
          : worksheet_write_formula_str(s, row, column, formula.c_str(), f, cell_text(value.text).c_str()));
}

void XlsxBook::width(int sheet, int column, double characters) {
  if (impl_->failed) return;
  impl_->note(
      worksheet_set_column(impl_->sheet(sheet), column_at(column), column_at(column), characters, nullptr));
}

void XlsxBook::height(int sheet, int row, double points) {
  if (!impl_->failed) impl_->note(worksheet_set_row(impl_->sheet(sheet), row_at(row), points, nullptr));
}

void XlsxBook::print_setup(int sheet, int rows, int columns, int repeat_first, int repeat_last,
                           bool landscape) {
  if (impl_->failed || rows == 0 || columns == 0) return;
  lxw_worksheet* s = impl_->sheet(sheet);
  constexpr uint8_t kA4 = 9;
  worksheet_set_paper(s, kA4);
  if (landscape) worksheet_set_landscape(s);
  worksheet_fit_to_pages(s, 1, 0);
  worksheet_set_margins(s, 0.5, 0.5, 0.6, 0.7);
  worksheet_center_horizontally(s);
  impl_->note(worksheet_print_area(s, 0, 0, row_at(rows - 1), column_at(columns - 1)));
  if (repeat_last > repeat_first) {
    impl_->note(worksheet_repeat_rows(s, row_at(repeat_first), row_at(repeat_last - 1)));
  }
  impl_->note(worksheet_set_footer(s, "&C第 &P 页，共 &N 页"));
}

void XlsxBook::freeze(int sheet, int rows, int columns) {
  if (!impl_->failed) worksheet_freeze_panes(impl_->sheet(sheet), row_at(rows), column_at(columns));
}

void XlsxBook::filter(int sheet, const CellArea& a) {
  if (impl_->failed) return;
  impl_->note(worksheet_autofilter(impl_->sheet(sheet), row_at(a.row), column_at(a.column),
                                   row_at(a.row + a.rows - 1), column_at(a.column + a.columns - 1)));
}

void XlsxBook::protect(int sheet) {
  if (impl_->failed) return;
  lxw_protection options = {};
  options.format_columns = LXW_TRUE;
  options.format_rows = LXW_TRUE;
  worksheet_protect(impl_->sheet(sheet), nullptr, &options);
}

void XlsxBook::shade_where(int sheet, const CellArea& a, const std::string& formula, bool bad) {
  if (impl_->failed) return;
  lxw_conditional_format condition = {};
  condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
  std::string text = formula;
  condition.value_string = text.data();
  condition.format = bad ? impl_->bad : impl_->unsure;
  impl_->note(worksheet_conditional_format_range(impl_->sheet(sheet), row_at(a.row), column_at(a.column),
                                                 row_at(a.row + a.rows - 1),
                                                 column_at(a.column + a.columns - 1), &condition));
}

void XlsxBook::require_number(int sheet, const CellArea& a, double least, double most, std::string_view title,
                              std::string_view message) {
  if (impl_->failed) return;
  std::string head(title);
  std::string words(message);
  lxw_data_validation rule = {};
  rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
  rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule.minimum_number = least;
  rule.maximum_number = most;
  rule.error_title = head.data();
  rule.error_message = words.data();
  impl_->note(worksheet_data_validation_cell(impl_->sheet(sheet), row_at(a.row), column_at(a.column), &rule));
}

void XlsxBook::require_text(int sheet, const CellArea& a, std::string_view title, std::string_view message) {
  if (impl_->failed) return;
  std::string head(title);
  std::string words(message);
  lxw_data_validation rule = {};
  rule.validate = LXW_VALIDATION_TYPE_LENGTH;
  rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN;
  rule.value_number = 0;
  rule.ignore_blank = LXW_VALIDATION_OFF;
  rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  rule.error_title = head.data();
  rule.error_message = words.data();
  impl_->note(worksheet_data_validation_cell(impl_->sheet(sheet), row_at(a.row), column_at(a.column), &rule));
}

void XlsxBook::choose(int sheet, const CellArea& a, const std::vector<std::string>& words,
                      std::string_view title, std::string_view message) {
  if (impl_->failed) return;
  std::string head(title);
  std::string text(message);
  std::vector<std::string> kept = words;
  std::vector<char*> list;
  list.reserve(kept.size() + 1);
  for (std::string& word : kept) list.push_back(word.data());
  list.push_back(nullptr);
  lxw_data_validation rule = {};
  rule.validate = LXW_VALIDATION_TYPE_LIST;
  rule.value_list = list.data();
  rule.error_title = head.data();
  rule.error_message = text.data();
  impl_->note(worksheet_data_validation_range(impl_->sheet(sheet), row_at(a.row), column_at(a.column),
                                              row_at(a.row + a.rows - 1), column_at(a.column + a.columns - 1),
                                              &rule));
}

std::optional<std::string> XlsxBook::bytes() {
  Impl& b = *impl_;
  if (b.book == nullptr || b.sheets.empty()) return std::nullopt;
  b.note(workbook_close(std::exchange(b.book, nullptr)));
  return b.failed ? std::nullopt : b.file.content();
}

std::string cell_address(int row, int column, bool fixed) {
  const std::string letters = diag::column_letters(column + 1);
  return fixed ? fmt::format("${}${}", letters, row + 1) : fmt::format("{}{}", letters, row + 1);
}

double text_height(std::string_view text, double characters, int size) {
  // A Chinese character of 10 points takes two of the column's characters and a little; a line is a third higher than its
  // letters.
  const auto width = static_cast<std::size_t>(std::max(2.0, (characters - 1) * 10 / size));
  std::size_t lines = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines += base::wrapped(text.substr(at, end - at), width).size();
    at = end + 1;
  }
  return static_cast<double>(lines) * size * 1.35 + 4;
}

}  // namespace jiheng::office
