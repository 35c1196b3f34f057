// Takes lines with tabs from a first field (项目名称, 单位名称 …) or a heading on, gives one table. Cells slip to the side
// where merged cells lost their tabs: row_from_cells puts them back. Wide tables are another reader's.
#include <algorithm>

#include "engine/base/text.h"
#include "engine/intake/form_words.h"
#include "engine/intake/grid_head.h"
#include "engine/intake/reading.h"
#include "engine/intake/role_fit.h"
#include "engine/intake/row_from_cells.h"
#include "engine/intake/table_fields.h"

namespace jiheng::intake {
namespace {

using model::Field;

constexpr std::size_t kLongestCell = 6000;  ///< bytes that page breaks may add up to
constexpr std::size_t kLookAhead = 120;     ///< lines from a first field to the heading of the indicators

std::vector<std::string> squeezed_pieces(const Line& line) {
  std::vector<std::string> out;
  for (const Piece& piece : line.pieces) out.push_back(squeezed(piece.text));
  return out;
}

bool is_heading(const std::vector<std::string>& cells) {
  int roles = 0;
  bool level = false;
  bool value = false;
  for (const std::string& cell : cells) {
    const auto role = heading_role(cell);
    if (!role) continue;
    ++roles;
    level = level || *role == Role::level1 || *role == Role::level2;
    value = value || *role == Role::target || *role == Role::name;
  }
  return roles >= 3 && level && value;
}

/// 项目名称 and the like at the front, with a value behind it.
bool is_first_field(const std::vector<std::string>& cells) {
  if (cells.size() < 2) return false;
  const auto label = label_of(cells[0]);
  if (!label) return false;
  const bool first =
      label->label == Label::project_name || label->label == Label::unit || label->label == Label::code;
  return first && !label_of(cells[1]) && cells[1] != "单位性质";
}

bool is_first_row_without_heading(const std::vector<std::string>& cells) {
  return cells.size() >= 4 && is_level1(cells[0]) && is_level2(cells[1]);
}

class GridReader {
 public:
  GridReader(Reading& reading, std::size_t begin)
      : reading_(reading), begin_(begin), head_(reading, table_) {}

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
    finish();
    return i;
  }

 private:
  bool ends_before(std::size_t i) const {
    const Line& line = reading_.line(i);
    const std::string& text = reading_.squeezed_line(i);
    if (line.grid) {
      if (begins_wide_table(reading_, i)) return true;
      const auto cells = squeezed_pieces(line);
      if (!table_.rows.empty() && is_first_field(cells)) return true;
      return body_ && !cells.empty() && (cells[0] == "序号" || cells[0] == "科目编码" || cells[0] == "项目");
    }
    if (reading_.page_number(i)) return false;
    if (const auto goal = goal_head(text); goal && goal->bytes == text.size()) return false;
    if (is_title(text)) return true;
    if (table_.rows.empty()) return false;
    if (is_section_heading(text)) return true;
    if (leading_year(text) && text.size() < 20) return true;
    return base::count_characters(text) > 40 || text.ends_with("。");
  }

  void text_line(std::size_t i) {
    const std::string& text = reading_.squeezed_line(i);
    if (reading_.page_number(i)) {
      reading_.pass_line(i, "页码");
    } else if (const auto goal = goal_head(text); goal && goal->bytes == text.size()) {
      begin_section(goal->name, reading_.line(i).pieces.front());
      reading_.use(i);
    } else if (read_year_or_money_unit(reading_.line(i), text, table_)) {
      reading_.use(i);
    } else {
      reading_.pass_line(i, "表格中间的文字，不属于任何一格");
    }
  }

  void grid_line(std::size_t i) {
    const Line& line = reading_.line(i);
    std::vector<Piece> pieces = line.pieces;
    std::vector<std::string> cells = squeezed_pieces(line);
    reading_.use(i);
    if (pieces.size() > kMaxCells) {
      reading_.pass_line(i, "一行的格子太多");
      return;
    }
    if (is_heading(cells)) {
      heading(pieces, cells);
      return;
    }
    if (body_ && sub_heading(cells)) return;
    if (numbered_goal(pieces, cells)) return;
    if (body_ || !columns_.empty()) {
      // The side word of a block of rows: 年度绩效目标 | 产出指标 | …
      if (const auto goal = goal_head(cells[0]); goal && goal->bytes == cells[0].size()) {
        begin_section(goal->name, pieces[0]);
        pieces.erase(pieces.begin());
        cells.erase(cells.begin());
      } else if (cells.size() > 2 && is_side_word(cells[0])) {
        pieces.erase(pieces.begin());
        cells.erase(cells.begin());
      }
      if (pieces.empty()) return;
    }
    if (!body_ && is_first_row_without_heading(cells)) default_columns();
    if (body_) {
      if (end_field(i, pieces, cells)) return;
      if (pieces.size() == 1) {
        single_cell(i, pieces[0], cells[0]);
      } else {
        data_row(i, pieces);
      }
      return;
    }
    if (const auto section = head_.read(i, pieces, cells)) begin_section(*section, pieces[0]);
  }

  // --- the indicator part ---------------------------------------------------------------------------------------

  void heading(const std::vector<Piece>& pieces, const std::vector<std::string>& cells) {
    std::vector<Column> columns;
    const bool actual = std::any_of(cells.begin(), cells.end(),
                                    [](const std::string& c) { return heading_role(c) == Role::actual; });
    if (actual) table_.kind = Table::Kind::selfeval;
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      note_heading(table_, cells[k], pieces[k].place);
      if (const auto role = heading_role(cells[k])) {
        columns.push_back({*role, pieces[k].column, pieces[k].text});
      } else if (const auto goal = goal_head(cells[k]); goal && k == 0 && !actual) {
        // 年度绩效目标 beside the rows of a self-evaluation is no goal of its own.
        if (goal->bytes == cells[k].size() && (section_.empty() || !section_.text.starts_with(goal->name))) {
          begin_section(goal->name, pieces[k]);
        }
      }
    }
    finish_columns(std::move(columns));
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
    const bool all = std::all_of(cells.begin(), cells.end(), [](const std::string& c) {
      return is_group_heading(c) || is_year(c) || heading_role(c) == Role::target ||
             heading_role(c) == Role::basis || heading_role(c) == Role::score;
    });
    if (!all) return false;
    for (std::size_t k = 0; k < cells.size(); ++k) {
      if (!is_year(cells[k]) || years_ >= 5) continue;
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

  void begin_section(const std::string& name, const Piece& piece) {
    section_ = {name, piece.place};
    table_.goals.push_back({section_, {}, {}});
    level1_ = {};
    level2_ = {};
  }

  /// 年度目标1：(10分) | text of the goal
  bool numbered_goal(const std::vector<Piece>& pieces, const std::vector<std::string>& cells) {
    const auto label = label_of(cells[0]);
    if (!label || label->label != Label::numbered_goal) return false;
    begin_section(goal_head(cells[0])->name, pieces[0]);
    Goal& goal = table_.goals.back();
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      std::string_view points = cells[k];
      if (k == 0) points.remove_prefix(goal_head(cells[0])->bytes);
      if (points.starts_with('(') && points.ends_with("分)")) {
        points.remove_prefix(1);
        points.remove_suffix(std::string_view("分)").size());
        if (is_points(points)) goal.full_marks = {std::string(points), pieces[k].place};
      } else if (k > 0 && goal.text.empty()) {
        goal.text = {pieces[k].text, pieces[k].place};
      }
    }
    body_ = false;
    columns_.clear();
    head_.expect_goal_text();
    return true;
  }

  /// 总分, 偏差原因, 改进措施 … below the rows.
  bool end_field(std::size_t i, const std::vector<Piece>& pieces, const std::vector<std::string>& cells) {
    const auto label = label_of(cells[0]);
    if (!label) return false;
    Field value;
    for (std::size_t k = 1; k < pieces.size(); ++k) {
      append_joined(value.text, pieces[k].text);
      if (k == 1) value.place = pieces[k].place;
    }
    switch (label->label) {
      case Label::total:
        if (pieces.size() > 1) table_.total = {pieces.back().text, pieces.back().place};
        return true;
      case Label::reason:
        table_.deviation_reason = value;
        return true;
      case Label::improvement:
        table_.improvement = value;
        return true;
      case Label::remark:
        if (!value.empty()) set_header_field(table_, Label::remark, {value.text, 0, value.place});
        return true;
      case Label::person:
        reading_.pass(i, pieces[0].text, "姓名和电话，评分用不着，不取");
        return true;
      default:
        return false;
    }
  }

  /// The rest of a cell that a page break cut off, or a level that stands alone on its line.
  void single_cell(std::size_t i, const Piece& piece, const std::string& text) {
    if (is_level1(text)) {
      level1_ = {piece.text, piece.place};
      level2_ = {};
      return;
    }
    if (is_level2(text)) {
      level2_ = {piece.text, piece.place};
      return;
    }
    const auto column = std::find_if(columns_.begin(), columns_.end(),
                                     [&piece](const Column& c) { return c.at == piece.column; });
    if (table_.rows.empty() || column == columns_.end()) {
      reading_.pass(i, piece.text, "单独的一格，看不出接在哪里");
      return;
    }
    Field* field = field_of(table_.rows.back(), column->role);
    if (field == nullptr || field->empty() || field->text.size() > kLongestCell) {
      reading_.pass(i, piece.text, "单独的一格，看不出接在哪里");
    } else if (squeezed(field->text).ends_with(text)) {
      reading_.pass(i, piece.text, "与上一页末尾重复的字");
    } else {
      append_joined(field->text, piece.text);
    }
  }

  void data_row(std::size_t i, const std::vector<Piece>& pieces) {
    const auto places = row_from_cells(pieces, columns_);
    TableRow row;
    Field level1;
    Field level2;
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      if (!places[k]) {
        reading_.pass(i, pieces[k].text, "看不出属于哪一栏");
        continue;
      }
      const Column& column = columns_[*places[k]];
      const Field field{pieces[k].text, pieces[k].place};
      if (column.role == Role::level1) {
        level1 = field;
      } else if (column.role == Role::level2) {
        level2 = field;
      } else if (column.role == Role::level2_again) {
        if (level2.empty()) level2 = field;
      } else if (column.role == Role::earlier) {
        row.earlier.emplace_back(Field{column.title, {}}, field);
      } else {
        *field_of(row, column.role) = field;
      }
    }
    if (!level1.empty()) {
      level1_ = level1;
      level2_ = {};
    }
    if (!level2.empty()) level2_ = level2;
    if (row.name.empty() || table_.rows.size() >= kMaxRows) {
      reading_.pass_line(i, row.name.empty() ? "看不出指标名称的一行" : "一张表的行太多");
      return;
    }
    row.section = section_;
    row.level1 = level1_;
    row.level2 = level2_;
    row.place = pieces.front().place;
    table_.rows.push_back(std::move(row));
  }

  void finish() {
    if (table_.title.empty()) {
      table_.scope = table_.unit.empty() && table_.header.empty() ? model::CardKind::project
                                                                  : model::CardKind::department;
      if (table_.scope == model::CardKind::department) table_.title = {"部门整体", table_.place};
    }
    head_.finish();
    if (table_.rows.empty()) {
      reading_.pass_table(table_, "有绩效表的表头，没有找到指标的行，没有作为表");
      return;
    }
    reading_.add(std::move(table_));
  }

  Reading& reading_;
  std::size_t begin_;
  Table table_;
  bool body_ = false;  ///< below the heading of the indicators
  std::vector<Column> columns_;
  int years_ = 0;
  Field section_;
  Field level1_;
  Field level2_;
  GridHead head_;
};

}  // namespace

bool begins_grid_table(const Reading& reading, std::size_t i) {
  if (!reading.line(i).grid) return false;
  const auto cells = squeezed_pieces(reading.line(i));
  if (is_heading(cells)) return true;
  if (!is_first_field(cells)) return false;
  std::size_t fields = 0;
  for (std::size_t k = i + 1; k < reading.lines().size() && k < i + kLookAhead; ++k) {
    if (!reading.line(k).grid) {
      if (is_title(reading.squeezed_line(k)) && !goal_head(reading.squeezed_line(k))) return false;
      continue;
    }
    const auto later = squeezed_pieces(reading.line(k));
    if (is_heading(later) || is_first_row_without_heading(later)) return true;
    if (is_first_field(later) && ++fields >= kFirstFields) return false;
  }
  return false;
}

std::size_t read_grid_table(Reading& reading, std::size_t begin) { return GridReader(reading, begin).run(); }

}  // namespace jiheng::intake
