// Takes a form and its card, gives cells: texts, inputs, and formulas with the value scoring gave. What the formulas say is
// xlsx_formulas.cc's.
#include "engine/report/forms/xlsx_form_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/report/forms/form_fields.h"
#include "engine/report/forms/xlsx_form_lines.h"
#include "engine/report/forms/xlsx_formulas.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using base::Decimal;
using scoring::CardResult;
using scoring::IndicatorResult;

constexpr double kMinRowHeight = 18;

std::string literal(const office::CellValue& value) {
  return value.number ? fmt::format("{:.15g}", value.number->to_double()) : quoted(value.text);
}

bool is_part_of_target(Holds holds) {
  return holds == Holds::target_sign || holds == Holds::target_number || holds == Holds::target_unit;
}
bool is_input(Holds holds) {
  return holds == Holds::target || holds == Holds::actual || is_part_of_target(holds);
}

office::CellStyle style_of(const FormCell& cell) {
  office::CellStyle style;
  using Place = office::CellStyle::Place;
  switch (cell.look) {
    case Look::title:
      return {.place = Place::center, .bold = true, .border = false, .size = 16};
    case Look::note:
      return {.place = cell.column == 0 && cell.columns > 4 ? Place::center : Place::left, .border = false};
    case Look::heading:
    case Look::total:
      return {.place = Place::center, .bold = true};
    case Look::label:
      return {.place = Place::center};
    case Look::value:
      break;
  }
  if (cell.align == Align::right || is_input(cell.holds)) style.place = Place::center;
  return style;
}

class FormSheet {
 public:
  FormSheet(office::XlsxBook& book, int sheet, CalculationSheet& calculation, const Form& form,
            const CardResult& card)
      : book_(book),
        sheet_(sheet),
        calculation_(book, calculation, card, form.name),
        form_(form),
        card_(card) {
    has_marks_ = std::any_of(form.cells.begin(), form.cells.end(),
                             [](const FormCell& c) { return c.holds == Holds::full_marks; });
    marks_column_ = static_cast<int>(form.widths.size()) + 1;
    words_column_ = marks_column_ + (has_marks_ ? 0 : 1);
  }

  FormAddresses put() {
    lay_out_rows();
    find_lines();
    if (!planned_.empty() && !executed_.empty()) calculation_.put_execution(planned_, executed_);
    for (FormLine& line : lines_) calculation_.put(line);
    find_scores();
    for (const FormCell& cell : form_.cells) put_cell(cell);
    for (const FormLine& line : lines_) put_beside(line);
    finish();
    return addresses_;
  }

 private:
  // ---- rows and widths

  double width_of(const FormCell& cell) const {
    double width = 0;
    for (int c = cell.column; c < cell.column + cell.columns; ++c)
      width += form_.widths[static_cast<std::size_t>(c)];
    return width;
  }

  void lay_out_rows() {
    std::vector<double> heights(static_cast<std::size_t>(form_.rows), kMinRowHeight);
    const auto height_of = [&](const FormCell& c) {
      return office::text_height(c.text, width_of(c), style_of(c).size);
    };
    for (const FormCell& c : form_.cells) {
      double& height = heights[static_cast<std::size_t>(c.row)];
      if (c.rows == 1) height = std::max(height, height_of(c));
    }
    for (const FormCell& c : form_.cells) {
      double there = 0;
      for (int r = c.row; r < c.row + c.rows; ++r) there += heights[static_cast<std::size_t>(r)];
      if (there < height_of(c)) heights[static_cast<std::size_t>(c.row + c.rows - 1)] += height_of(c) - there;
    }
    int next = 0;
    for (const double height : heights) {
      start_.push_back(next);
      const int parts = std::max(1, static_cast<int>(std::ceil(height / kMaxRowHeight)));
      for (int p = 0; p < parts; ++p) book_.height(sheet_, next++, height / parts);
    }
    start_.push_back(next);
    for (std::size_t c = 0; c < form_.widths.size(); ++c) {
      book_.width(sheet_, static_cast<int>(c), form_.widths[c]);
    }
    book_.width(sheet_, static_cast<int>(form_.widths.size()), 2);
    if (!has_marks_) book_.width(sheet_, marks_column_, 8);
    book_.width(sheet_, words_column_, 14);
  }

  office::CellArea area(const FormCell& cell) const {
    const int first = start_[static_cast<std::size_t>(cell.row)];
    return {first, cell.column,
            start_[static_cast<std::size_t>(cell.row) + static_cast<std::size_t>(cell.rows)] - first,
            cell.columns};
  }

  office::CellArea beside(int form_row, int column) const {
    const int first = start_[static_cast<std::size_t>(form_row)];
    return {first, column, start_[static_cast<std::size_t>(form_row) + 1] - first, 1};
  }

  std::string on_form(int form_row, int column) const {
    return book_.prefix(sheet_) +
           office::cell_address(start_[static_cast<std::size_t>(form_row)], column, true);
  }
  int execution_row() const { return calculation_.execution_row(); }

  // ---- what stands where

  const FormCell* cell_at(int row, int column) const {
    const FormCell* found = nullptr;
    for (const FormCell& c : form_.cells) {
      if (c.row > row) break;
      const bool here = column >= c.column && column < c.column + c.columns && row < c.row + c.rows;
      if (here) found = &c;
    }
    return found;
  }

  void find_lines() {
    FormLines found = lines_of(form_, card_, [this](int row, int column) { return on_form(row, column); });
    planned_ = std::move(found.planned);
    executed_ = std::move(found.executed);
    score_column_ = found.score_column;
    full_column_ = has_marks_ ? found.full_column : marks_column_;
    lines_ = std::move(found.lines);
    line_of_.resize(card_.indicators.size(), nullptr);
    for (FormLine& line : lines_) {
      if (!has_marks_) line.full = on_form(line.form_row, marks_column_);
      line_of_[static_cast<std::size_t>(line.result - card_.indicators.data())] = &line;
    }
  }

  // ---- the form

  void find_scores() {
    for (const FormCell& c : form_.cells) {
      const std::string address = office::cell_address(area(c).row, c.column, true);
      if (c.holds == Holds::execution_score) execution_score_ = address;
      if (c.holds != Holds::score) continue;
      if (first_score_.empty()) first_score_ = address;
      last_score_ = address;
    }
  }

  void put_cell(const FormCell& cell) {
    const office::CellArea where = area(cell);
    office::CellStyle style = style_of(cell);
    const bool to_fill_in = !card_.scored;
    switch (cell.holds) {
      case Holds::planned:
      case Holds::executed:
        style.input = true;
        style.marked = to_fill_in;
        book_.write(sheet_, where, amount_now(cell), style);
        book_.require_number(sheet_, where, 0, 1e15, "金额", "填不小于 0 的数，单位写在表头。");
        return;
      case Holds::rate:
        style.percent = true;
        return put_rate(where, style);
      case Holds::execution_score:
        if (execution_row() < 0) break;
        book_.formula(
            sheet_, where, "=" + calculation_.at(execution_row(), kPoints),
            card_.execution && card_.scored ? value_of(card_.execution->score) : office::CellValue{}, style);
        return;
      case Holds::score:
        if (line_of_[cell.indicator] != nullptr) return put_score(*line_of_[cell.indicator], where, style);
        break;
      case Holds::total_score:
        addresses_.total = book_.prefix(sheet_) + office::cell_address(where.row, where.column, true);
        return put_total(where, style);
      case Holds::grade:
        addresses_.grade = book_.prefix(sheet_) + office::cell_address(where.row, where.column, true);
        return put_grade(where, style);
      case Holds::full_marks:
        style.input = true;
        style.marked = to_fill_in;
        book_.write(sheet_, where, number_or(card_.indicators[cell.indicator].full_marks, cell.text), style);
        book_.require_number(sheet_, where, 0, card_.scheme->total.to_double(), "分值",
                             "填 0 到总分之间的数。");
        return;
      case Holds::execution_marks:
      case Holds::total_marks:
        book_.write(sheet_, where, number_or(Decimal::parse(cell.text), cell.text), style);
        return;
      case Holds::target:
      case Holds::target_sign:
      case Holds::target_number:
      case Holds::target_unit:
        style.input = style.as_text = true;
        style.marked = to_fill_in;
        book_.write(sheet_, where, {cell.text, {}}, style);
        return;
      case Holds::actual:
        style.input = style.as_text = true;
        style.marked = to_fill_in;
        book_.write(sheet_, where, {cell.text, {}}, style);
        book_.require_text(sheet_, where, "实际完成值", "实际完成值不能空着；没有完成的也要写明。");
        return;
      default:
        break;
    }
    style.input = cell.look == Look::value && (to_fill_in || cell.holds == Holds::reason);
    style.as_text = cell.look == Look::value;
    style.marked = style.input && to_fill_in;
    if (cell.align == Align::right && Decimal::parse(cell.text)) {
      style.as_text = false;
      return book_.write(sheet_, where, amount_now(cell), style);
    }
    book_.write(sheet_, where, {cell.text, {}}, style);
  }

  office::CellValue amount_now(const FormCell& cell) const {
    return number_or(Decimal::parse(cell.text), cell.text);
  }

  void put_rate(const office::CellArea& where, const office::CellStyle& style) {
    addresses_.rate = book_.prefix(sheet_) + office::cell_address(where.row, where.column, true);
    addresses_.planned = planned_;
    addresses_.executed = executed_;
    if (execution_row() < 0) return book_.write(sheet_, where, {}, style);
    const std::string rate = calculation_.at(execution_row(), kAttainment);
    std::optional<Decimal> now;
    if (card_.execution && card_.execution->rate) {
      now = Decimal::of(card_.execution->rate->coefficient(), card_.execution->rate->places() + 2);
    }
    book_.formula(sheet_, where, fmt::format("=IF(ISNUMBER({0}),ROUND({0},4),\"\")", rate), number_or(now),
                  style);
  }

  void put_score(const FormLine& line, const office::CellArea& where, const office::CellStyle& style) {
    const office::CellValue now = card_.scored ? value_of(line.result->score) : office::CellValue{};
    book_.formula(sheet_, where,
                  fmt::format("=IF({}=1,{},{})", calculation_.at(line.row, kUnchanged), literal(now),
                              calculation_.at(line.row, kPoints)),
                  now, style);
  }

  void put_total(const office::CellArea& where, const office::CellStyle& style) {
    const office::CellValue now = card_.scored ? value_of(card_.total) : office::CellValue{};
    if (lines_.empty() || first_score_.empty()) return book_.write(sheet_, where, now, style);
    std::string scores = fmt::format("{}:{}", first_score_, last_score_);
    if (!execution_score_.empty()) scores += "," + execution_score_;
    const int with_execution = execution_row() >= 0 && card_.scheme->execution ? 1 : 0;
    const std::string total =
        total_expression(*card_.scheme, fmt::format("SUM({})", scores),
                         execution_row() < 0 ? "\"\"" : calculation_.at(execution_row(), kAttainment));
    const std::string asked = calculation_.range(kCounts);
    std::string otherwise = quoted(kOpenScore);
    if (!card_.scored) {
      otherwise = fmt::format("IF(SUM({})=0,\"\",{})", asked, otherwise);
    } else if (!card_.total.exact()) {
      std::string same = fmt::format("SUM({})={}", calculation_.range(kUnchanged), lines_.size());
      if (execution_row() >= 0) same += fmt::format(",{}=1", calculation_.at(execution_row(), kUnchanged));
      otherwise = fmt::format("IF(AND({}),{},{})", same, literal(now), otherwise);
    }
    book_.formula(sheet_, where,
                  fmt::format("=IF(AND(SUM({0})>0,COUNT({1})=SUM({0})+{2}),{3},{4})", asked, scores,
                              with_execution, total, otherwise),
                  now, style);
  }

  void put_grade(const office::CellArea& where, const office::CellStyle& style) {
    const std::string now = card_.scored ? card_.grade : std::string();
    std::string otherwise = quoted(kOpenScore);
    if (card_.scored && !card_.total.exact()) {
      otherwise = fmt::format("IF({}={},{},{})", addresses_.total, literal(value_of(card_.total)),
                              quoted(now), otherwise);
    }
    book_.formula(sheet_, where,
                  fmt::format("=IF(ISNUMBER({0}),{1},IF({0}=\"\",\"\",{2}))", addresses_.total,
                              grade_expression(*card_.scheme, addresses_.total), otherwise),
                  {now, {}}, style);
  }

  /// Beside the printed form: the marks, where the form has none, and in words what became of the row.
  void put_beside(const FormLine& line) {
    const FormCell* above = cell_at(line.form_row - 1, score_column_);
    if (above != nullptr && above->look == Look::heading) {
      if (!has_marks_)
        book_.write(sheet_, beside(line.form_row - 1, marks_column_), {"分值", {}}, kHeadingCell);
      book_.write(sheet_, beside(line.form_row - 1, words_column_), {"结论", {}}, kHeadingCell);
    }
    const IndicatorResult& result = *line.result;
    if (!has_marks_) {
      office::CellStyle style = kCentredCell;
      style.input = true;
      style.marked = !card_.scored;
      const office::CellArea where = beside(line.form_row, marks_column_);
      book_.write(sheet_, where, number_or(result.full_marks), style);
      book_.require_number(sheet_, where, 0, card_.scheme->total.to_double(), "分值",
                           "填 0 到总分之间的数。");
    }
    const std::string score =
        book_.prefix(sheet_) +
        office::cell_address(start_[static_cast<std::size_t>(line.form_row)], score_column_, true);
    const std::string lost = fmt::format("ROUND({}-{},6)", line.full, score);
    std::string now;
    if (card_.scored) now = "待核";
    if (card_.scored && result.score.exact() && result.full_marks) {
      const Decimal missing = *result.full_marks - result.score.low;
      now = missing.sign() > 0 ? "失分 " + plain(missing.rounded(6)) : "满分";
    }
    book_.formula(
        sheet_, beside(line.form_row, words_column_),
        fmt::format("=IF(ISNUMBER({0}),IF({1}>0,\"失分 \"&{1},\"满分\"),IF({0}=\"\",\"\",\"待核\"))", score,
                    lost),
        {now, {}}, kCentredCell);
  }

  void finish() {
    for (const FormLine& line : lines_) {
      const office::CellArea where = beside(line.form_row, score_column_);
      const std::string score = office::cell_address(where.row, score_column_, true);
      const std::string full = office::cell_address(where.row, full_column_, true);
      book_.shade_where(sheet_, where, fmt::format("=AND(ISNUMBER({0}),ISNUMBER({1}),{0}<{1})", score, full),
                        true);
      book_.shade_where(sheet_, where, fmt::format("=ISNUMBER(SEARCH(\"待核\",{}))", score), false);
    }
    const bool grade_on_form = !addresses_.grade.empty();
    if (!grade_on_form && !card_.scheme->grades.empty()) {
      for (const FormCell& c : form_.cells) {
        if (c.holds != Holds::total_score) continue;
        const office::CellArea where = beside(c.row, words_column_);
        addresses_.grade = book_.prefix(sheet_) + office::cell_address(where.row, where.column, true);
        put_grade(where, kHeadingCell);
      }
    }
    book_.print_setup(sheet_, start_.back(), static_cast<int>(form_.widths.size()),
                      start_[static_cast<std::size_t>(form_.repeat_first)],
                      start_[static_cast<std::size_t>(form_.repeat_last)], false);
    if (!card_.scored) book_.protect(sheet_);
    addresses_.sheet = sheet_;
  }

  office::XlsxBook& book_;
  int sheet_;
  CardCalculation calculation_;
  const Form& form_;
  const CardResult& card_;
  bool has_marks_ = false;
  int marks_column_ = 0;
  int words_column_ = 0;
  int score_column_ = 0;
  int full_column_ = 0;
  std::vector<int> start_;  ///< sheet row each form row begins at
  std::vector<FormLine> lines_;
  std::vector<const FormLine*> line_of_;
  std::string planned_, executed_, execution_score_, first_score_, last_score_;
  FormAddresses addresses_;
};

}  // namespace

FormAddresses put_form(office::XlsxBook& book, int sheet, CalculationSheet& calculation, const Form& form,
                       const CardResult& card) {
  return FormSheet(book, sheet, calculation, form, card).put();
}

}  // namespace jiheng::report
