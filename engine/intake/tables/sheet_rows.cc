// Takes cells and columns, gives rows to grid_table. Leaves headings to sheet_columns, sums and fields below to sheet_table.
#include "engine/intake/tables/sheet_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/text.h"
#include "engine/intake/tables/table_fields.h"
#include "engine/intake/words/column_role.h"
#include "engine/intake/words/role_fit.h"

namespace jiheng::intake {
namespace {

using model::Field;

/// 指标1：, …… : what an empty form has in the place of a name.
bool is_placeholder(const std::string& name) {
  if (name.find_first_not_of(".-/") == std::string::npos || name.find_first_not_of("…") == std::string::npos)
    return true;
  if (!name.starts_with("指标")) return false;
  std::string_view rest = std::string_view(name).substr(std::string_view("指标").size());
  while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') rest.remove_prefix(1);
  return rest.empty() || rest == ":";
}

/// "(50分)" -> "50"; empty for any other note.
std::string points_in_note(std::string_view text) {
  std::string note = squeezed(text);
  if (!note.starts_with('(') || !note.ends_with(')')) return {};
  note = note.substr(1, note.size() - 2);
  if (note.ends_with("分")) note.erase(note.size() - std::string_view("分").size());
  return is_points(note) ? note : std::string();
}

/// "产出指标(50分)" -> where the note begins; npos for none.
std::size_t points_note(const std::string& text) {
  for (const std::string_view open : {"(", "（"}) {
    const std::size_t at = text.rfind(open);
    if (at == std::string::npos || at == 0) continue;
    if (!points_in_note(std::string_view(text).substr(at)).empty()) return at;
  }
  return std::string::npos;
}

bool is_level_column(Role role) { return role == Role::level1 || role == Role::level2; }
bool is_points_column(Role role) {
  return role == Role::score || role == Role::full_marks || role == Role::review;
}

}  // namespace

bool is_sum(const FormWords& forms, const std::string& cell) {
  return forms.sums.contains(without_notes(cell));
}

void SheetRows::begin(SheetHeading heading) {
  heading_ = std::move(heading);
  covers_.assign(heading_.columns.size(), {});
}

void SheetRows::read(std::size_t i, const std::vector<Piece>& pieces) {
  if (table_.table.rows.size() >= kMaxRows) {
    if (left_out_ == 0) first_left_out_ = pieces.front().place;
    ++left_out_;
    return;
  }
  std::vector<Own> own(heading_.columns.size());
  for (const Piece& piece : pieces) place(i, piece, own);
  RowFields fields;
  bool filled = false;  // by cells of this row that are more than levels
  for (std::size_t c = 0; c < own.size(); ++c) {
    const SheetColumn& column = heading_.columns[c];
    if (!column.role) continue;
    if (own[c].piece != nullptr) {
      filled = filled || !is_level_column(*column.role);
      give(i, fields, column, own[c]);
    } else if (covers_[c].until >= reading_.line(i).number) {
      covered(fields, c);
    } else {
      leave_blank(i, fields, column, pieces.front().place);
    }
  }
  finish_row(i, std::move(fields), filled, pieces);
}

/// Puts one cell into its columns.
void SheetRows::place(std::size_t i, const Piece& piece, std::vector<Own>& own) {
  const int number = reading_.line(i).number;
  const std::size_t end = piece.column + static_cast<std::size_t>(piece.columns);
  bool first = true;
  for (std::size_t c = 0; c < own.size(); ++c) {
    const SheetColumn& column = heading_.columns[c];
    if (column.last < piece.column || column.first >= end) continue;
    if (!first) {
      const bool named = column.role && (is_level_column(*column.role) || *column.role == Role::name);
      if (named && own[c].piece == nullptr) own[c] = {&piece, piece.text};
      if (!named && column.role)
        reading_.pass(i, piece, fmt::format("这一格也占着“{}”一栏，那一栏没有取", column.title));
      continue;
    }
    first = false;
    if (own[c].piece == nullptr) {
      own[c] = {&piece, piece.text};
    } else if (column.role && is_points_column(*column.role)) {
      reading_.pass(i, piece, "一栏里的第二格");
    } else {
      append_joined(own[c].text, piece.text);
    }
    covers_[c] = {{piece.text, piece.place}, number + piece.rows - 1, table_.table.rows.size(), false};
  }
  if (first) reading_.pass(i, piece, "看不出属于哪一栏");
}

void SheetRows::give(std::size_t i, RowFields& fields, const SheetColumn& column, const Own& own) {
  Field field{own.text, own.piece->place};
  if (is_level_column(*column.role)) {
    if (const std::size_t note = points_note(field.text); note != std::string::npos) {
      Field& marks = *column.role == Role::level1 ? fields.row.level1_marks : fields.row.level2_marks;
      marks = {points_in_note(std::string_view(field.text).substr(note)), field.place};
      field.text = std::string(base::trimmed(std::string_view(field.text).substr(0, note)));
    }
  }
  if (*column.role == Role::review) {
    reading_.pass_cell(field, fmt::format("“{}”不是自报得分，没有作为得分", column.title));
  } else if (!fields.add(*column.role, column.title, field)) {
    reading_.pass(i, *own.piece, "看不出属于哪一栏");
  }
}

/// Where the cell would stand: what is missing is said there. Of a text only lines are told.
void SheetRows::leave_blank(std::size_t i, RowFields& fields, const SheetColumn& column,
                            const base::Place& row) const {
  if (row.source == nullptr || row.source->sheet.empty()) return;
  fields.blank(*column.role, {row.source, reading_.line(i).number, static_cast<int>(column.first) + 1, 0});
}

/// A cell merged over this row too. Levels are filled down in any case.
void SheetRows::covered(RowFields& fields, std::size_t c) {
  Cover& cover = covers_[c];
  const SheetColumn& column = heading_.columns[c];
  if (is_level_column(*column.role)) return;
  if (!is_points_column(*column.role)) {
    fields.add(*column.role, column.title, cover.field);
    return;
  }
  if (cover.shared || *column.role == Role::review) return;
  cover.shared = true;
  if (cover.row < table_.table.rows.size()) *field_of(table_.table.rows[cover.row], *column.role) = {};
  reading_.problems.push_back({"I137",
                               fmt::format("“{}”一格“{}”合并了几行，没有取", column.title, cover.field.text),
                               "几个指标合在一格里，看不出每个指标是多少。",
                               "把这一格拆开，每个指标各写各的，再导入。", cover.field.place});
  reading_.pass_cell(cover.field, "一格分数合并了几行指标");
}

void SheetRows::finish_row(std::size_t i, RowFields fields, bool filled, const std::vector<Piece>& pieces) {
  const std::string name = squeezed(fields.row.name.text);
  const bool values = !fields.row.target.empty() || !fields.row.actual.empty() || !fields.row.score.empty();
  if (is_sum(reading_.forms(), name) || is_sum(reading_.forms(), squeezed(fields.level2.text))) {
    reading_.pass_line(i, "合计的一行，不是指标");
    return;
  }
  const bool blank = !filled || (!values && (name.empty() || is_placeholder(name)));
  if (blank) {
    if (!fields.level1.empty()) {
      table_.level1 = fields.level1;
      table_.level2 = {};
    }
    if (!fields.level2.empty()) table_.level2 = fields.level2;
    reading_.pass_line(i, "没有填指标的一行");
    return;
  }
  if (name.empty()) {
    reading_.problems.push_back(
        {"I135", "这一行有数，没有指标名称，没有取", "没有三级指标的名称，不知道是哪一个指标。",
         "在这一行补上三级指标的名称，或者删掉这一行，再导入。", pieces.front().place});
  }
  table_.add_row(i, std::move(fields), pieces.front().place);
}

void SheetRows::finish() {
  if (left_out_ > 0) {
    reading_.problems.push_back({"I133",
                                 fmt::format("一张表最多读 {} 行指标，后面 {} 行没有读", kMaxRows, left_out_),
                                 "一张自评表不会有这么多指标，多半是几张表连在了一起。",
                                 "把表分开，每张表写上自己的项目名称，再导入。", first_left_out_});
    reading_.pass_cell({fmt::format("{} 行", left_out_), first_left_out_}, "一张表的行太多");
  }
}

}  // namespace jiheng::intake
