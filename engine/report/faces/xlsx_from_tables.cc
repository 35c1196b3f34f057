// Takes tables, gives a workbook. A sum becomes a formula only where the cells above, added as decimals, give it.
#include "engine/report/faces/xlsx_from_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "engine/base/text.h"
#include "engine/office/workbook/xlsx_book.h"
#include "engine/report/texts/table_sheet.h"

namespace jiheng::report {
namespace {

constexpr double kNarrowestSheetColumn = 6;
constexpr double kNarrowText = 12;
constexpr double kWidest = 40;
constexpr double kPageWidth = 125;  ///< of A4 lying, at 10 points
constexpr double kHighest = 400;    ///< points; a spreadsheet has 409
constexpr double kFilterButton = 3;
constexpr int kMaxRows = 1'000'000;          ///< a sheet has 1,048,576
constexpr std::size_t kKeptCharacters = 16;  ///< 15 digits and the point

using base::Decimal;

/// A figure of the tables as a spreadsheet keeps it: a number and how it is shown. Texts, ranges, and numbers with more
/// digits than a spreadsheet keeps stay texts.
std::pair<office::CellValue, office::CellStyle> figure_of(std::string_view text, office::CellStyle style) {
  std::string_view digits = text;
  style.percent = digits.ends_with('%');
  if (style.percent) digits.remove_suffix(1);
  const auto number = Decimal::parse(digits);
  const auto value = number && style.percent ? *number * Decimal::of(1, 2) : number;
  const bool kept = value && number->magnitude().to_string().size() <= kKeptCharacters;
  if (!kept) {
    style.percent = false;
    return {office::CellValue{std::string(text), std::nullopt}, style};
  }
  if (!style.percent) style.places = number->places();
  return {office::CellValue{{}, *value}, style};
}

/// Figures and ids get what they need; texts share the room that is left on a page.
std::vector<double> widths_of(const TableSheet& sheet) {
  if (!sheet.widths.empty()) return sheet.widths;
  const auto& columns = sheet.table.columns;
  std::vector<double> widths;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    double width = static_cast<double>(base::display_width(columns[i].title)) + kFilterButton;
    for (const Row& row : sheet.table.rows) {
      if (!row.cells.empty()) {
        width = std::max(width, static_cast<double>(base::display_width(row.cells[i].text)) + 2);
      }
    }
    for (const ColumnTotal& total : sheet.totals) {
      if (total.column == i) width = std::max(width, static_cast<double>(total.value.size()) + 2);
    }
    widths.push_back(std::max(width, kNarrowestSheetColumn));
  }
  for (double limit = kWidest; limit >= kNarrowText; --limit) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (!columns[i].whole) widths[i] = std::min(widths[i], limit);
    }
    if (std::accumulate(widths.begin(), widths.end(), 0.0) <= kPageWidth) break;
  }
  return widths;
}

class SheetWriter {
 public:
  SheetWriter(office::XlsxBook& book, const TableSheet& from)
      : book_(book), from_(from), widths_(widths_of(from)), sheet_(book.add_sheet(from.name)) {}

  void write() {
    office::CellStyle words;
    words.border = words.wrap = false;
    office::CellStyle title = words;
    title.bold = true;
    title.size = 14;
    put(0, from_.title, title);
    book_.height(sheet_, row_++, office::text_height(from_.title, kPageWidth, title.size));
    for (const std::string& line : from_.lines) {
      put(0, line, words);
      ++row_;
    }
    head_ = row_++;
    office::CellStyle heading;
    heading.place = office::CellStyle::Place::center;
    heading.bold = heading.ground = true;
    for (int i = 0; i < columns(); ++i) book_.write(sheet_, {head_, i}, {column(i).title, {}}, heading);
    for (const Row& row : from_.table.rows) {
      if (row.cells.empty() || row_ > kMaxRows) continue;
      put_row(row);
    }
    last_ = row_ - 1;
    if (!from_.totals.empty() && last_ > head_) put_totals();
    set_up();
  }

 private:
  int columns() const { return static_cast<int>(from_.table.columns.size()); }
  const Column& column(int i) const { return from_.table.columns[static_cast<std::size_t>(i)]; }

  /// nullptr: not to be filled in.
  const ColumnInput* input_of(int column) const {
    const auto at =
        std::find_if(from_.inputs.begin(), from_.inputs.end(),
                     [column](const ColumnInput& input) { return static_cast<int>(input.column) == column; });
    return at == from_.inputs.end() ? nullptr : &*at;
  }

  void put(int at, const std::string& text, const office::CellStyle& style) {
    book_.write(sheet_, {row_, at}, {text, std::nullopt}, style);
  }

  void put_row(const Row& row) {
    double height = 0;
    for (int i = 0; i < columns(); ++i) {
      const Cell& cell = row.cells[static_cast<std::size_t>(i)];
      height = std::max(height, office::text_height(cell.text, widths_[static_cast<std::size_t>(i)]));
      office::CellStyle style;
      style.mark = cell.mark;
      style.input = style.marked = input_of(i) != nullptr;
      style.bold = cell.mark == Mark::strong || cell.mark == Mark::bad || cell.mark == Mark::unsure;
      if (column(i).align == Align::right) {
        style.place = office::CellStyle::Place::right;
        const auto [value, shown] = figure_of(cell.text, style);
        book_.write(sheet_, {row_, i}, value, shown);
      } else {
        if (column(i).whole) style.place = office::CellStyle::Place::center;
        put(i, cell.text, style);
      }
    }
    book_.height(sheet_, row_++, std::min(height, kHighest));
  }

  void put_totals() {
    office::CellStyle style;
    style.bold = true;
    for (int i = 0; i < columns(); ++i) put(i, i == 0 ? "合计" : "", style);
    style.place = office::CellStyle::Place::right;
    for (const ColumnTotal& total : from_.totals) {
      const auto [value, shown] = figure_of(total.value, style);
      const office::CellArea area{row_, static_cast<int>(total.column)};
      if (computed(total) && value.number) {
        book_.formula(sheet_, area, formula(total), value, shown);
      } else {
        book_.write(sheet_, area, value, shown);
      }
    }
    ++row_;
  }

  std::string range(std::size_t column) const {
    const int at = static_cast<int>(column);
    return fmt::format("{}:{}", office::cell_address(head_ + 1, at), office::cell_address(last_, at));
  }

  std::string formula(const ColumnTotal& total) const {
    const int places = places_of(total.value);
    if (total.how == ColumnTotal::How::sum) return fmt::format("=SUM({})", range(total.column));
    if (total.how == ColumnTotal::How::ratio) {
      return fmt::format("=ROUND(SUM({})/SUM({}),{})", range(total.of), range(total.by),
                         std::max(places, 2) + 2);
    }
    return fmt::format("=ROUND(SUMPRODUCT({},{})/SUM({}),{})", range(total.column), range(total.by),
                       range(total.by), places);
  }

  static int places_of(std::string_view text) {
    const std::size_t point = text.find('.');
    if (text.ends_with('%')) text.remove_suffix(1);
    return point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1);
  }

  std::optional<Decimal> cell(const Row& row, std::size_t column) const {
    return Decimal::parse(row.cells[column].text);
  }

  /// What the formula comes to over the cells as they stand; nullopt where one of them is no number.
  std::optional<Decimal> sum_of(std::size_t column, std::optional<std::size_t> weight, bool all) const {
    Decimal sum;
    for (const Row& row : from_.table.rows) {
      if (row.cells.empty()) continue;
      std::optional<Decimal> value = cell(row, column);
      if (!value && all) return std::nullopt;
      if (!value) continue;
      if (weight) {
        const auto by = cell(row, *weight);
        if (!by) return std::nullopt;
        *value *= *by;
      }
      sum += *value;
    }
    return sum;
  }

  bool computed(const ColumnTotal& total) const {
    std::string_view text = total.value;
    const bool percent = text.ends_with('%');
    if (percent) text.remove_suffix(1);
    const auto want = Decimal::parse(text);
    if (!want) return false;
    if (total.how == ColumnTotal::How::sum) {
      const auto sum = sum_of(total.column, std::nullopt, false);
      return sum && *sum == *want;
    }
    const bool ratio = total.how == ColumnTotal::How::ratio;
    const auto above = ratio ? sum_of(total.of, std::nullopt, true) : sum_of(total.column, total.by, true);
    const auto below = sum_of(total.by, std::nullopt, true);
    if (!above || !below || below->is_zero()) return false;
    const int places = ratio ? std::max(want->places(), 2) + 2 : want->places();
    const auto got = base::divide(*above, *below, places);
    return got && (percent ? *got * 100 : *got) == *want;
  }

  void offer_words() {
    for (const ColumnInput& input : from_.inputs) {
      if (input.words.empty() || last_ <= head_) continue;
      const std::string title = column(static_cast<int>(input.column)).title;
      book_.choose(sheet_, {head_ + 1, static_cast<int>(input.column), last_ - head_, 1}, input.words, title,
                   fmt::format("从列出的里面选：{}。", fmt::join(input.words, "、")));
    }
  }

  void set_up() {
    offer_words();
    for (int i = 0; i < columns(); ++i) book_.width(sheet_, i, widths_[static_cast<std::size_t>(i)]);
    book_.freeze(sheet_, head_ + 1, 2);
    if (last_ > head_) book_.filter(sheet_, {head_, 0, last_ - head_ + 1, columns()});
    book_.print_setup(sheet_, row_, columns(), head_, head_ + 1, true);
  }

  office::XlsxBook& book_;
  const TableSheet& from_;
  std::vector<double> widths_;
  int sheet_;
  int row_ = 0;
  int head_ = 0;
  int last_ = 0;
};

}  // namespace

std::optional<std::string> xlsx_from_tables(std::span<const TableSheet> sheets) {
  office::XlsxBook book;
  for (const TableSheet& sheet : sheets) SheetWriter(book, sheet).write();
  return book.bytes();
}

}  // namespace jiheng::report
