// Takes lines with tabs from a first field (项目名称, 单位名称 …) or a heading on, gives one table. Cells slip to the side
// where merged cells lost their tabs: row_from_cells puts them back. Wide tables are another reader's.
#include <algorithm>

#include "engine/base/text.h"
#include "engine/intake/tables/grid/grid_table.h"
#include "engine/intake/tables/reading.h"
#include "engine/intake/tables/row_from_cells.h"
#include "engine/intake/tables/sheet_columns.h"
#include "engine/intake/tables/sheet_projects.h"
#include "engine/intake/tables/sheet_rows.h"
#include "engine/intake/tables/table_fields.h"
#include "engine/intake/tables/unknown_headings.h"
#include "engine/intake/words/column_role.h"
#include "engine/intake/words/foot_words.h"
#include "engine/intake/words/form_words.h"
#include "engine/intake/words/role_fit.h"
#include "engine/intake/words/target_words.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using model::Field;

constexpr std::size_t kLongestCell = 6000;  ///< bytes that page breaks may add up to
constexpr std::size_t kLookAhead = 120;     ///< lines from a first field to the heading of the indicators

bool is_heading(const FormWords& forms, const std::vector<std::string>& cells) {
  int roles = 0;
  bool level = false;
  bool value = false;
  for (const std::string& cell : cells) {
    const auto role = column_role(forms, cell);
    if (!role) continue;
    ++roles;
    level = level || *role == Role::level1 || *role == Role::level2;
    value = value || *role == Role::target || *role == Role::name;
  }
  return roles >= 3 && level && value;
}

/// 项目名称 and the like at the front, with a value behind it.
bool is_first_field_of_grid(const FormWords& forms, const std::vector<std::string>& cells) {
  if (cells.size() < 2) return false;
  const auto label = label_of(forms, cells[0]);
  if (!label) return false;
  const bool first =
      label->label == Label::project_name || label->label == Label::unit || label->label == Label::code;
  return first && !label_of(forms, cells[1]) && cells[1] != "单位性质";
}

bool is_first_row_without_heading(const FormWords& forms, const std::vector<std::string>& cells) {
  return cells.size() >= 4 && is_level1(forms, cells[0]) && is_level2(forms, cells[1]);
}

class GridReader {
 public:
  GridReader(Reading& reading, std::size_t begin)
      : reading_(reading), begin_(begin), grid_(reading), table_(grid_.table) {}

  std::size_t run() {
    read_context(reading_, begin_, table_);
    if (table_.place.line == 0) table_.place = reading_.line(begin_).pieces.front().place;
    std::size_t i = begin_;
    for (; i < reading_.lines().size(); ++i) {
      if (i > begin_ && ends_before(i)) break;
      if (reading_.line(i).grid) {
        grid_line(i);
      } else {
        text_line(i);
      }
    }
    if (refused_) {
      reading_.pass_table(table_, "两栏都像目标值，这张表没有读");
    } else {
      grid_.finish();
    }
    return i;
  }

 private:
  bool ends_before(std::size_t i) const {
    const Line& line = reading_.line(i);
    const std::string& text = reading_.squeezed_line(i);
    if (line.grid) {
      if (begins_wide_table(reading_, i)) return true;
      const auto cells = squeezed_pieces(line.pieces);
      if (!table_.rows.empty() && is_first_field_of_grid(reading_.forms(), cells)) return true;
      return body_ && !cells.empty() && (cells[0] == "序号" || cells[0] == "科目编码" || cells[0] == "项目");
    }
    if (reading_.page_number(i)) return false;
    if (const auto goal = goal_head(reading_.forms(), text); goal && goal->bytes == text.size()) return false;
    if (is_title(reading_.forms(), text)) return true;
    if (table_.rows.empty()) return false;
    if (is_section_heading(text)) return true;
    if (leading_year(text) && text.size() < 20) return true;
    return base::count_characters(text) > 40 || text.ends_with("。");
  }

  void text_line(std::size_t i) {
    const std::string& text = reading_.squeezed_line(i);
    if (reading_.page_number(i)) {
      reading_.pass_line(i, "页码");
    } else if (const auto goal = goal_head(reading_.forms(), text); goal && goal->bytes == text.size()) {
      grid_.begin_section(goal->name, reading_.line(i).pieces.front());
      reading_.use(i);
    } else if (read_year_or_money_unit(reading_.forms(), text, reading_.line(i).pieces.front().place,
                                       table_)) {
      reading_.use(i);
    } else {
      reading_.pass_line(i, "表格中间的文字，不属于任何一格");
    }
  }

  void grid_line(std::size_t i) {
    const Line& line = reading_.line(i);
    std::vector<Piece> pieces = line.pieces;
    std::vector<std::string> cells = squeezed_pieces(line.pieces);
    reading_.use(i);
    if (pieces.size() > kMaxCells) {
      reading_.pass_line(i, "一行的格子太多");
      return;
    }
    if (is_heading(reading_.forms(), cells)) {
      heading(i, pieces, cells);
      return;
    }
    if (body_ && sub_heading(cells)) return;
    const bool value = cells.size() == 2 && value_fit(reading_.forms(), cells[1]) >= 3.5;
    if (body_ && cells.size() <= 2 && is_foot(reading_.forms(), cells[0]) &&
        !label_of(reading_.forms(), cells[0]) && !value) {
      if (!grid_.foot_field(pieces, cells)) reading_.pass_line(i, "表下面的说明");
      return;
    }
    if (grid_.numbered_goal(pieces, cells)) {
      body_ = false;
      columns_.clear();
      return;
    }
    if (body_ || !columns_.empty()) {
      // The side word of a block of rows: 年度绩效目标 | 产出指标 | …
      if (const auto goal = goal_head(reading_.forms(), cells[0]); goal && goal->bytes == cells[0].size()) {
        grid_.begin_section(goal->name, pieces[0]);
        pieces.erase(pieces.begin());
        cells.erase(cells.begin());
      } else if (cells.size() > 2 && is_side_word(reading_.forms(), cells[0])) {
        pieces.erase(pieces.begin());
        cells.erase(cells.begin());
      }
      if (pieces.empty()) return;
    }
    if (!body_ && is_first_row_without_heading(reading_.forms(), cells)) default_columns();
    if (body_) {
      if (grid_.end_field(pieces, cells)) return;
      if (pieces.size() > 1 && is_sum(reading_.forms(), cells[0])) {
        sum_row(i, pieces, cells);
        return;
      }
      if (pieces.size() == 1) {
        single_cell(i, pieces[0], cells[0]);
      } else {
        data_row(i, pieces);
      }
      return;
    }
    if (const auto section = grid_.head.read(i, pieces, cells)) grid_.begin_section(*section, pieces[0]);
  }

  // --- the indicator part ---------------------------------------------------------------------------------------

  void heading(std::size_t i, const std::vector<Piece>& pieces, const std::vector<std::string>& cells) {
    std::vector<Column> columns;
    const bool actual = std::any_of(cells.begin(), cells.end(), [this](const std::string& c) {
      return column_role(reading_.forms(), c) == Role::actual;
    });
    if (actual) table_.kind = Table::Kind::selfeval;
    UnknownHeadings unknown;
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      note_heading(reading_.forms(), table_, cells[k], pieces[k].place);
      if (const auto role = column_role(reading_.forms(), cells[k])) {
        const auto same = std::find_if(columns.begin(), columns.end(), [&role](const Column& c) {
          return c.role == Role::target && c.role == *role;
        });
        const bool taken = same == columns.end() || take_target(*same, pieces[k]);
        columns.push_back({taken ? *role : Role::review, pieces[k].column, pieces[k].text, !taken});
      } else if (const auto goal = goal_head(reading_.forms(), cells[k]); goal && k == 0 && !actual) {
        // 年度绩效目标 beside the rows of a self-evaluation is no goal of its own.
        if (goal->bytes == cells[k].size() &&
            (grid_.section.empty() || !grid_.section.text.starts_with(goal->name))) {
          grid_.begin_section(goal->name, pieces[k]);
        }
      } else if (const auto said = role_of_cells(i, pieces[k].column); said && !columns.empty()) {
        columns.push_back({*said, pieces[k].column, pieces[k].text});
      } else if (is_unknown_column(cells[k], !columns.empty())) {
        reading_.pass_cell({pieces[k].text, pieces[k].place}, std::string(kUnknownColumn));
        unknown.add(reading_.forms(), pieces[k].text, pieces[k].place);
        columns.push_back({Role::review, pieces[k].column, pieces[k].text, true});
      }
    }
    unknown.say(reading_);
    finish_columns(std::move(columns));
  }

  /// A column of nothing but signs, or of nothing but units, is one whatever its heading says (比较, 度量).
  std::optional<Role> role_of_cells(std::size_t heading, std::size_t column) const {
    std::size_t cells = 0;
    std::size_t signs = 0;
    std::size_t kinds = 0;
    std::size_t measures = 0;
    const std::size_t end = std::min(reading_.lines().size(), heading + kLookAhead);
    for (std::size_t i = heading + 1; i < end && reading_.line(i).grid; ++i) {
      for (const Piece& piece : reading_.line(i).pieces) {
        if (piece.column != column) continue;
        const std::string text = squeezed(piece.text);
        ++cells;
        kinds += is_target_kind(reading_.forms(), text) ? 1 : 0;
        measures += is_measure(reading_.forms(), text) ? 1 : 0;
        signs +=
            !sign_of(reading_.forms(), text).empty() || !direction_of(reading_.forms(), text).empty() ? 1 : 0;
      }
    }
    if (signs > 0 && signs + kinds >= cells) return Role::sign;
    if (measures > 0 && measures + kinds >= cells) return Role::measure;
    return std::nullopt;
  }

  /// Behind the first column that is known: before it stand side words.
  bool is_unknown_column(const std::string& cell, bool behind) const {
    return behind && !is_group_heading(reading_.forms(), cell) && !is_side_word(reading_.forms(), cell) &&
           !is_year(reading_.forms(), cell) && !without_notes(cell).empty();
  }

  /// A second heading of targets: the year's is taken, of two of the year none. True where the second is.
  bool take_target(Column& first, const Piece& second) {
    const auto long_term = [this](const std::string& title) {
      const std::string text = squeezed(title);
      return contains_any(text, reading_.forms().long_terms) &&
             !contains_any(text, reading_.forms().year_terms);
    };
    if (long_term(first.title) != long_term(second.text)) {
      const bool keep_second = long_term(first.title);
      reading_.pass_cell({keep_second ? first.title : second.text, second.place},
                         "这一栏没有取：不是本年的，评分看本年的一栏");
      if (keep_second) {
        first.role = Role::review;
        first.unknown = true;
      }
      return keep_second;
    }
    if (squeezed(first.title) == squeezed(second.text)) return true;
    refused_ = true;
    reading_.problems.push_back({"I144",
                                 "“" + first.title + "”和“" + second.text + "”都像目标值，这张表没有读",
                                 "一行指标只有一个目标值；按哪一栏算，得分可能不一样，程序不替人选。",
                                 "留下要用的一栏，把另一栏删掉再导入。", second.place});
    return true;
  }

  void default_columns() {
    finish_columns({{Role::level1, {}, ""},
                    {Role::level2, {}, ""},
                    {Role::level2_again, {}, ""},
                    {Role::name, {}, ""},
                    {Role::target, {}, ""}});
  }

  /// A basis column may have lost its heading; the order of the others is the heading's.
  void finish_columns(std::vector<Column> columns) {
    const auto has = [&columns](Role role) {
      return std::any_of(columns.begin(), columns.end(), [role](const Column& c) { return c.role == role; });
    };
    if (!has(Role::name)) columns.insert(columns.begin() + (has(Role::level2) ? 2 : 1), {Role::name, {}, ""});
    if (!has(Role::basis) && !has(Role::description) && !has(Role::actual))
      columns.push_back({Role::basis, {}, ""});
    columns_ = std::move(columns);
    years_ = 0;
    body_ = true;
  }

  /// Rows of headings below the heading: 近两年指标值, 预期当年实现值, 2022年.
  bool sub_heading(const std::vector<std::string>& cells) {
    const bool all = std::all_of(cells.begin(), cells.end(), [this](const std::string& c) {
      return is_group_heading(reading_.forms(), c) || is_year(reading_.forms(), c) ||
             column_role(reading_.forms(), c) == Role::target ||
             column_role(reading_.forms(), c) == Role::basis ||
             column_role(reading_.forms(), c) == Role::score;
    });
    if (!all) return false;
    for (std::size_t k = 0; k < cells.size(); ++k) {
      if (!is_year(reading_.forms(), cells[k]) || years_ >= 5) continue;
      const auto target = std::find_if(columns_.begin(), columns_.end(),
                                       [](const Column& c) { return c.role == Role::target; });
      if (target == columns_.end()) continue;
      const auto at = target->at;
      for (auto c = target; c != columns_.end(); ++c) {
        if (c->at) ++*c->at;
      }
      columns_.insert(target,
                      {Role::earlier, at, std::string(std::string_view(cells[k]).substr(0, 4)) + "年"});
      ++years_;
    }
    return true;
  }

  /// The rest of a cell that a page break cut off, or a level that stands alone on its line.
  void single_cell(std::size_t i, const Piece& piece, const std::string& text) {
    if (is_level1(reading_.forms(), text)) {
      grid_.level1 = {piece.text, piece.place};
      grid_.level2 = {};
      return;
    }
    if (is_level2(reading_.forms(), text)) {
      grid_.level2 = {piece.text, piece.place};
      return;
    }
    const auto column = std::find_if(columns_.begin(), columns_.end(),
                                     [&piece](const Column& c) { return c.at == piece.column; });
    if (table_.rows.empty() || column == columns_.end()) {
      reading_.pass(i, piece, "单独的一格，看不出接在哪里");
      return;
    }
    Field* field = field_of(table_.rows.back(), column->role);
    if (field == nullptr || field->empty() || field->text.size() > kLongestCell) {
      reading_.pass(i, piece, "单独的一格，看不出接在哪里");
    } else if (squeezed(field->text).ends_with(text)) {
      reading_.pass(i, piece, "与上一页末尾重复的字");
    } else {
      append_joined(field->text, piece.text);
    }
  }

  /// 合计 | 100 | 98: behind the points of all rows stands the score, where the form asks for both.
  void sum_row(std::size_t i, const std::vector<Piece>& pieces, const std::vector<std::string>& cells) {
    const auto has = [this](Role role) {
      return std::any_of(columns_.begin(), columns_.end(),
                         [role](const Column& c) { return c.role == role; });
    };
    const std::size_t needed = has(Role::full_marks) ? 3 : 2;
    const bool total = without_notes(cells[0]) != "小计" && has(Role::score) && cells.size() == needed &&
                       is_points(cells.back()) && table_.total.empty();
    if (total) table_.total = {pieces.back().text, pieces.back().place};
    for (std::size_t k = 1; k + (total ? 1 : 0) < pieces.size(); ++k)
      reading_.pass(i, pieces[k], "合计的一行，不是指标");
  }

  void data_row(std::size_t i, const std::vector<Piece>& pieces) {
    const auto places = row_from_cells(reading_.forms(), pieces, columns_);
    RowFields fields;
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      const Field field{pieces[k].text, pieces[k].place};
      if (places[k] && columns_[*places[k]].unknown) continue;  // the heading was named
      if (!places[k] || !fields.add(columns_[*places[k]].role, columns_[*places[k]].title, field)) {
        reading_.pass(i, pieces[k], "看不出属于哪一栏");
      }
    }
    grid_.add_row(i, std::move(fields), pieces.front().place);
  }

  Reading& reading_;
  std::size_t begin_;
  GridTable grid_;
  Table& table_;
  bool body_ = false;  ///< below the heading of the indicators
  std::vector<Column> columns_;
  int years_ = 0;
  bool refused_ = false;  ///< two columns of targets
};

}  // namespace

bool begins_grid_table(const Reading& reading, std::size_t i) {
  if (!reading.line(i).grid || reading.line(i).drawn) return false;
  const auto cells = squeezed_pieces(reading.line(i).pieces);
  if (is_heading(reading.forms(), cells)) return true;
  if (!is_first_field_of_grid(reading.forms(), cells)) return false;
  std::size_t fields = 0;
  for (std::size_t k = i + 1; k < reading.lines().size() && k < i + kLookAhead; ++k) {
    if (!reading.line(k).grid) {
      if (is_title(reading.forms(), reading.squeezed_line(k)) &&
          !goal_head(reading.forms(), reading.squeezed_line(k)))
        return false;
      continue;
    }
    const auto later = squeezed_pieces(reading.line(k).pieces);
    if (is_heading(reading.forms(), later))
      return !(heading_beginning_at(reading, k) && has_project_column(reading, k));
    if (is_first_row_without_heading(reading.forms(), later)) return true;
    if (is_first_field_of_grid(reading.forms(), later) && ++fields >= kFirstFields) return false;
  }
  return false;
}

std::size_t read_grid_table(Reading& reading, std::size_t begin) { return GridReader(reading, begin).run(); }

}  // namespace jiheng::intake
