// Takes the lines of one form: fields above (grid_head), headings (sheet_columns), rows, fields below (grid_table).
#include "engine/intake/tables/sheet_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/text.h"
#include "engine/intake/tables/grid/grid_table.h"
#include "engine/intake/tables/sheet_columns.h"
#include "engine/intake/tables/sheet_projects.h"
#include "engine/intake/tables/sheet_rows.h"
#include "engine/intake/tables/table_fields.h"
#include "engine/intake/tables/unknown_headings.h"
#include "engine/intake/words/column_role.h"
#include "engine/intake/words/foot_words.h"
#include "engine/intake/words/form_words.h"
#include "engine/intake/words/role_fit.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using model::Field;

constexpr std::size_t kFormHeadLines = 120;  ///< of a form above its heading
constexpr int kHeadGap = 3;  ///< rows without a cell that part a form from what stands above it

/// 项目名称, 单位名称 …, with a value behind it or beside it.
bool is_first_field_of_form(const FormWords& forms, const Line& line) {
  const auto pieces = labelled_pieces(forms, line.pieces);
  if (pieces.size() < 2) return false;
  const auto label = label_of(forms, squeezed(pieces[0].text));
  if (!label || label_of(forms, squeezed(pieces[1].text))) return false;
  return label->label == Label::project_name || label->label == Label::unit || label->label == Label::code ||
         label->label == Label::authority || label->label == Label::implementer;
}

bool is_title_line(const FormWords& forms, const Line& line) {
  if (line.grid) return false;
  const std::string text = squeezed(line.text);
  return is_title(forms, text) && !goal_head(forms, text);
}

/// 说明 | 无, 主管部门意见(盖章): a line below the rows with nothing but its label and one text.
bool is_foot_line(const FormWords& forms, const Line& line) {
  const std::string first = squeezed(line.pieces.front().text);
  if (line.pieces.size() > 2 || !is_foot(forms, first)) return false;
  // 评价结论 | 3份 is the name of an indicator and its target.
  return line.pieces.size() == 1 ||
         (!label_of(forms, first) && value_fit(forms, squeezed(line.pieces[1].text)) < 3.5);
}

class SheetTable {
 public:
  SheetTable(Reading& reading, std::size_t begin, std::size_t heading)
      : reading_(reading),
        begin_(begin),
        first_heading_(heading),
        grid_(reading),
        table_(grid_.table),
        rows_(reading, grid_),
        projects_(reading, grid_) {}

  std::size_t run() {
    read_head();
    std::size_t at = first_heading_;
    while (at < reading_.lines().size() && !(at > first_heading_ && ends_before(at))) {
      if (!heading_beginning_at(reading_, at)) {
        line(at++);
        continue;
      }
      at = heading(at);
      if (refused_) return pass_refused(at);
    }
    finish();
    return at;
  }

 private:
  // --- above the rows -------------------------------------------------------------------------------------------

  void read_head() {
    std::size_t first = begin_;
    while (first < first_heading_ && !reading_.line(first).grid && !is_head_line(first)) ++first;
    read_context(reading_, first, table_);
    const auto& title = reading_.squeezed_line(begin_);
    if (title.find("部门整体") != std::string::npos || title.find("单位整体") != std::string::npos)
      table_.scope = model::CardKind::department;
    if (table_.place.line == 0) table_.place = reading_.line(begin_).pieces.front().place;
    for (std::size_t k = first; k < first_heading_; ++k) head_line(k);
  }

  /// A single cell that is a field of the form, not a line of text above it.
  bool is_head_line(std::size_t i) const {
    const std::string& text = reading_.squeezed_line(i);
    return !is_title(reading_.forms(), text) && label_of(reading_.forms(), text).has_value();
  }

  void head_line(std::size_t i) {
    if (reading_.used(i)) return;
    reading_.use(i);
    std::vector<Piece> pieces = labelled_pieces(reading_.forms(), reading_.line(i).pieces);
    std::erase_if(pieces, [this](const Piece& piece) {
      return read_year_or_money_unit(reading_.forms(), squeezed(piece.text), piece.place, table_);
    });
    if (pieces.empty()) return;
    if (pieces.size() > kMaxCells) {
      reading_.pass_line(i, "一行的格子太多");
      return;
    }
    const std::vector<std::string> cells = squeezed_pieces(pieces);
    if (grid_.numbered_goal(pieces, cells)) return;
    if (const auto section = grid_.head.read(i, pieces, cells)) grid_.begin_section(*section, pieces[0]);
  }

  // --- headings -------------------------------------------------------------------------------------------------

  std::size_t heading(std::size_t i) {
    SheetHeading next = sheet_heading(reading_, i);
    const auto refusing =
        std::find_if(next.problems.begin(), next.problems.end(),
                     [](const diag::Diagnostic& d) { return d.id == "I131" || d.id == "I144"; });
    refused_ = refusing != next.problems.end();
    if (refused_) refusal_ = refusing->id == "I131" ? "两行表头说法不一" : "两栏都像目标值";
    for (auto& problem : next.problems) reading_.problems.push_back(std::move(problem));
    next.problems.clear();
    for (std::size_t k = next.begin; k < next.end; ++k) reading_.use(k);
    if (next.has(Role::actual) || next.has(Role::score)) table_.kind = Table::Kind::selfeval;
    UnknownHeadings unknown;
    for (const SheetColumn& column : next.columns) {
      note_heading(reading_.forms(), table_, squeezed(column.title), column.place);
      if (!column.role && !refused_) pass_column(column, unknown);
    }
    unknown.say(reading_);
    if (!projects_.begin(next)) section_of_heading(next);
    body_ = true;
    tail_ = false;
    const std::size_t end = next.end;
    rows_.begin(std::move(next));
    return end;
  }

  void pass_column(const SheetColumn& column, UnknownHeadings& unknown) {
    const bool named =
        std::find(passed_columns_.begin(), passed_columns_.end(), column.title) != passed_columns_.end();
    if (named) return;
    passed_columns_.push_back(column.title);
    const std::string why = column.why.empty() ? std::string(kUnknownColumn) : column.why;
    reading_.pass_cell({column.title, column.place}, why);
    if (column.why.empty() && column.filled) unknown.add(reading_.forms(), column.title, column.place);
  }

  /// 年度绩效目标 beside the heading begins a section of targets; beside a self-evaluation it is no goal of its own.
  void section_of_heading(const SheetHeading& heading) {
    for (std::size_t k = heading.begin; k < heading.end; ++k) {
      for (const Piece& piece : reading_.line(k).pieces) {
        if (heading.columns.empty() || piece.column >= heading.columns.front().first) break;
        side_cell(piece);
      }
    }
  }

  void side_cell(const Piece& piece) {
    const std::string text = squeezed(piece.text);
    const auto goal = goal_head(reading_.forms(), text);
    if (goal && goal->bytes == text.size()) {
      if (table_.kind == Table::Kind::targets && !grid_.section.text.starts_with(goal->name))
        grid_.begin_section(goal->name, piece);
    } else if (!is_side_word(reading_.forms(), without_notes(text)) &&
               !is_group_heading(reading_.forms(), text) && !without_notes(text).empty()) {
      reading_.pass_cell({piece.text, piece.place}, "表格左边的一格，不属于任何一栏");
    }
  }

  // --- rows -----------------------------------------------------------------------------------------------------

  bool ends_before(std::size_t i) const {
    const Line& line = reading_.line(i);
    if (is_title_line(reading_.forms(), line) || begins_wide_table(reading_, i)) return true;
    if (of_text_ && body_ && !line.grid) return true;
    if (line.number <= reading_.line(i - 1).number) return true;  // a table beside this one
    if (table_.rows.empty() && !refused_) return false;
    if (is_first_field_of_form(reading_.forms(), line)) return true;
    if (!body_ || !heading_beginning_at(reading_, i)) return false;
    // A heading again: after a page break the rows go on; behind the total or a blank row another table begins.
    const bool gap = line.number > reading_.line(i - 1).number + 1;
    return summed_ || gap;
  }

  void line(std::size_t i) {
    if (!body_ && !first_row_again(i)) {
      head_line(i);
      return;
    }
    body_ = true;
    const Line& line = reading_.line(i);
    reading_.use(i);
    if (line.pieces.size() > kMaxCells) {
      reading_.pass_line(i, "一行的格子太多");
      return;
    }
    if (is_foot_line(reading_.forms(), line)) {
      if (!grid_.foot_field(line.pieces, squeezed_pieces(line.pieces))) reading_.pass_line(i, "表下面的说明");
      tail_ = tail_ || !table_.rows.empty();
      return;
    }
    std::vector<Piece> pieces = line.pieces;
    if (grid_.numbered_goal(pieces, squeezed_pieces(pieces))) {
      body_ = false;
      return;
    }
    if (projects_.active()) {
      const auto took = projects_.take(i, pieces, rows_.heading().columns.front().first);
      if (took == SheetProjects::Took::nothing) return;
      if (took == SheetProjects::Took::other_project) rows_.forget();
    }
    while (!pieces.empty() && pieces.front().column < rows_.heading().columns.front().first &&
           !label_of(reading_.forms(), squeezed(pieces.front().text)) &&
           labelled_pieces(reading_.forms(), {pieces.front()}).size() == 1) {
      side_cell(pieces.front());
      pieces.erase(pieces.begin());
    }
    while (pieces.size() > 1 && is_seal(squeezed(pieces.front().text))) {
      reading_.pass(i, pieces.front(), "表下面的说明");
      pieces.erase(pieces.begin());
    }
    if (pieces.empty() || below(i, pieces) || is_band(pieces)) return;
    if (tail_ && !is_level1(reading_.forms(), squeezed(pieces.front().text))) {
      reading_.pass_line(i, "总分下面的一行，不是指标");
      return;
    }
    tail_ = false;
    rows_.read(i, pieces);
  }

  /// Rows below a goal that go on under the heading above it.
  bool first_row_again(std::size_t i) const {
    return std::any_of(reading_.line(i).pieces.begin(), reading_.line(i).pieces.end(),
                       [this](const Piece& p) {
                         const auto column = rows_.heading().at(p.column);
                         return column && rows_.heading().columns[*column].role == Role::level1 &&
                                is_level1(reading_.forms(), squeezed(p.text));
                       });
  }

  /// 年度绩效目标表 across the columns: the head of the rows below it.
  bool is_band(const std::vector<Piece>& pieces) {
    if (pieces.size() != 1 || pieces[0].columns == 1) return false;
    const std::string text = squeezed(pieces[0].text);
    const auto goal = goal_head(reading_.forms(), text);
    if (!goal || goal->bytes != text.size()) return false;
    side_cell(pieces[0]);
    return true;
  }

  /// Sums, notes and fields below the rows.
  bool below(std::size_t i, const std::vector<Piece>& row) {
    const std::string first = squeezed(row.front().text);
    if (row.size() == 1 && starts_with_any(first, reading_.forms().note_starts)) {
      reading_.pass_line(i, "表下面的说明");
      return true;
    }
    const auto label = label_of(reading_.forms(), first);
    if (is_sum(reading_.forms(), first) || (label && label->label == Label::total)) {
      sum_row(i, row, first);
      return true;
    }
    const std::vector<Piece> pieces = labelled_pieces(reading_.forms(), row);
    const std::vector<std::string> cells = squeezed_pieces(pieces);
    const auto field = label_of(reading_.forms(), cells[0]);
    if (!field) return false;
    switch (field->label) {
      case Label::total:
      case Label::reason:
      case Label::improvement:
      case Label::remark:
        summed_ = summed_ || field->label == Label::total;
        tail_ = !table_.rows.empty();
        return grid_.end_field(pieces, cells);
      case Label::person:
      case Label::date:
      case Label::unit:
        tail_ = !table_.rows.empty();
        grid_.head.read(i, pieces, cells);
        return true;
      default:
        return false;
    }
  }

  void sum_row(std::size_t i, const std::vector<Piece>& pieces, const std::string& first) {
    const bool whole = without_notes(first) != "小计";
    summed_ = summed_ || (whole && !table_.rows.empty());
    const Piece* alone = pieces.size() == 2 && !rows_.heading().has(Role::score) ? &pieces[1] : nullptr;
    for (std::size_t k = 1; k < pieces.size(); ++k) {
      const SheetColumn* column = column_of(pieces[k]);
      const bool unnamed = column == nullptr || !column->role;
      const bool score = holds(column, Role::score) || &pieces[k] == alone ||
                         (pieces.size() == 2 && (unnamed || is_total(pieces[k])));
      if (whole && score && table_.total.empty() && table_.kind == Table::Kind::selfeval) {
        table_.total = {pieces[k].text, pieces[k].place};
      } else {
        reading_.pass(i, pieces[k],
                      holds(column, Role::review) ? "复核的分数，不是自报得分" : "合计的一行，不是指标");
      }
    }
    if (pieces.size() == 1) reading_.pass(i, pieces[0], "合计的一行，不是指标");
    tail_ = tail_ || (whole && !table_.rows.empty());
  }

  /// The only number of a sum, in whatever column it stands: but below 分值 it is the sum of the marks where 得分, beside it, is
  /// blank, and a reviewer's points are no claim.
  bool is_total(const Piece& piece) const {
    const SheetColumn* column = column_of(piece);
    const bool marks =
        holds(column, Role::full_marks) && piece.columns == 1 && rows_.heading().has(Role::score);
    return is_points(squeezed(piece.text)) && !marks && !holds(column, Role::review);
  }

  const SheetColumn* column_of(const Piece& piece) const {
    const auto column = rows_.heading().at(piece.column);
    return column ? &rows_.heading().columns[*column] : nullptr;
  }
  static bool holds(const SheetColumn* column, Role role) {
    return column != nullptr && column->role == role;
  }

  // --- the end --------------------------------------------------------------------------------------------------

  void finish() {
    rows_.finish();
    grid_.finish();
  }

  std::size_t pass_refused(std::size_t end) {
    for (; end < reading_.lines().size() && !ends_before(end) &&
           !is_sheet_heading(reading_.forms(), reading_.line(end));
         ++end) {
      reading_.use(end);
    }
    reading_.pass_table(table_,
                        fmt::format("{}，到第 {} 行都没有读", refusal_, reading_.line(end - 1).number));
    return end;
  }

  Reading& reading_;
  std::size_t begin_;
  std::size_t first_heading_;
  GridTable grid_;
  Table& table_;
  SheetRows rows_;
  SheetProjects projects_;
  bool refused_ = false;
  std::string refusal_;
  bool of_text_ = reading_.document.source->sheet.empty();  ///< what stands below the table is no part of it
  bool body_ = false;                                       ///< below a heading
  bool tail_ = false;                                       ///< below the total
  bool summed_ = false;                                     ///< a line of the total stands below the rows
  std::vector<std::string> passed_columns_;
};

}  // namespace

std::size_t sheet_form_begin(const Reading& reading, std::size_t heading, std::size_t from) {
  std::size_t top = heading;
  std::size_t field = heading;
  while (top > from && heading - top < kFormHeadLines) {
    const Line& line = reading.line(top - 1);
    const int gap = reading.line(top).number - line.number;
    if (gap > kHeadGap || gap <= 0 || reading.used(top - 1)) break;
    --top;
    if (is_first_field_of_form(reading.forms(), line)) field = top;
    if (!is_title_line(reading.forms(), line)) continue;
    return top;
  }
  if (field < heading) return field;
  // No title and no name: only lines that are fields of a form right above the heading.
  std::size_t begin = heading;
  while (begin > top) {
    const auto pieces = labelled_pieces(reading.forms(), reading.line(begin - 1).pieces);
    const std::string first = squeezed(pieces.front().text);
    if (!label_of(reading.forms(), first) && !amount_of(reading.forms(), first)) break;
    --begin;
  }
  return begin;
}

std::size_t read_sheet_table(Reading& reading, std::size_t begin, std::size_t heading) {
  return SheetTable(reading, begin, heading).run();
}

}  // namespace jiheng::intake
