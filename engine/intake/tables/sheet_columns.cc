// Takes the lines of a heading, gives columns. Leaves the rows to sheet_table.
#include "engine/intake/tables/sheet_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "engine/base/text.h"
#include "engine/intake/tables/table_fields.h"
#include "engine/intake/words/column_role.h"
#include "engine/intake/words/foot_words.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

constexpr int kHeadingRows = 5;                  ///< below the first one
constexpr std::size_t kLongestHeadingCell = 40;  ///< characters of a cell, with notes
constexpr std::size_t kWidestHeading = 2 * kMaxCells;

struct Roles {
  bool level = false;
  bool name = false;
  bool value = false;  ///< target or actual
  int count = 0;
};

Roles roles_of(const FormWords& forms, const Line& line) {
  Roles out;
  for (const Piece& piece : line.pieces) {
    const auto role = column_role(forms, squeezed(piece.text));
    if (!role) continue;
    ++out.count;
    out.level = out.level || *role == Role::level1 || *role == Role::level2;
    out.name = out.name || *role == Role::name;
    out.value = out.value || *role == Role::target || *role == Role::actual;
  }
  return out;
}

/// A cell that only a heading has: a group, a year, a note, a role.
bool is_heading_word(const FormWords& forms, const std::string& text) {
  if (column_role(forms, text) || is_group_heading(forms, text) || is_year(forms, text) ||
      is_side_word(forms, text))
    return true;
  const std::string word = without_notes(text);
  return word.empty() || ends_with_any(word, forms.lower_ends);
}

bool is_sub_heading(const FormWords& forms, const Line& line, std::size_t first_column) {
  std::size_t words = 0;
  for (const Piece& piece : line.pieces) {
    if (base::count_characters(piece.text) > kLongestHeadingCell) return false;
    const std::string text = squeezed(piece.text);
    if (piece.column < first_column && is_side_word(forms, text)) continue;
    if (!is_heading_word(forms, text)) return false;
    ++words;
  }
  return words > 1;
}

std::size_t first_role_column(const FormWords& forms, const Line& line) {
  for (const Piece& piece : line.pieces) {
    if (column_role(forms, squeezed(piece.text))) return piece.column;
  }
  return 0;
}

/// A line right above the heading that belongs to it: its cells stand over several columns or reach down to it.
bool is_group_line(const FormWords& forms, const Line& above, const Line& heading) {
  const std::size_t first_column = first_role_column(forms, heading);
  bool reaches = false;
  for (const Piece& piece : above.pieces) {
    const std::string text = squeezed(piece.text);
    const auto role = column_role(forms, text);
    if (base::count_characters(text) > kLongestHeadingCell || amount_digits(text)) return false;
    if (is_completion_answer(forms, text)) return false;
    if (piece.column < first_column && is_side_word(forms, text)) continue;
    const auto label = label_of(forms, text);
    if (label && !role && label->label != Label::plan_goal) return false;
    const bool over = piece.column >= first_column && (piece.columns > 1 || piece.rows > 1);
    if (!over) return false;
    reaches = reaches || (role && piece.rows > 1) || is_heading_word(forms, text);
  }
  return reaches;
}

class Builder {
 public:
  Builder(const Reading& reading, SheetHeading& heading) : reading_(reading), heading_(heading) {}

  void run() {
    find_width();
    if (last_ - first_ > kWidestHeading) last_ = first_ + kWidestHeading;
    for (std::size_t column = first_; column < last_; ++column) add(column);
    find_signs();
    settle();
  }

 private:
  struct Above {
    const Piece* piece;
    std::string text;
  };

  /// From the first to the last column with a role; side words like 绩效指标 stand before it.
  void find_width() {
    first_ = static_cast<std::size_t>(-1);
    for (std::size_t i = heading_.begin; i < heading_.end; ++i) {
      for (const Piece& piece : reading_.line(i).pieces) {
        const std::string text = squeezed(piece.text);
        if (column_role(reading_.forms(), text)) first_ = std::min(first_, piece.column);
        last_ = std::max(last_, piece.column + static_cast<std::size_t>(piece.columns));
      }
    }
    first_ = std::min(first_, last_);
  }

  std::vector<Above> over(std::size_t column) const {
    std::vector<Above> out;
    for (std::size_t i = heading_.begin; i < heading_.end; ++i) {
      for (const Piece& piece : reading_.line(i).pieces) {
        const auto end = piece.column + static_cast<std::size_t>(piece.columns);
        if (piece.column <= column && column < end) out.push_back({&piece, squeezed(piece.text)});
      }
    }
    return out;
  }

  std::optional<Role> role_of(const std::vector<Above>& cells) const {
    const std::string& bottom = cells.back().text;
    const std::string above = cells.size() > 1 ? cells[cells.size() - 2].text : std::string();
    const auto role_above = column_role(reading_.forms(), above);
    if (is_year(reading_.forms(), bottom)) {
      const bool planned = above.find("预期") != std::string::npos || above.find("计划") != std::string::npos;
      return planned ? Role::target : Role::earlier;
    }
    if (!above.empty() && !role_above) {
      if (const auto both = column_role(reading_.forms(), above + bottom)) return both;
    }
    if (const auto role = column_role(reading_.forms(), bottom)) {
      // 完成情况 over 得分: the lower word says it; 财政审核 over 得分 was found above.
      return role_above == Role::review ? Role::review : role;
    }
    return reading_.forms().number_columns.contains(bottom) ? role_above : std::nullopt;
  }

  void add(std::size_t column) {
    const std::vector<Above> cells = over(column);
    if (cells.empty()) return;
    const Piece* bottom = cells.back().piece;
    if (bottom == last_piece_) {
      heading_.columns.back().last = column;
      return;
    }
    last_piece_ = bottom;
    std::string title;
    for (const Above& cell : cells) {
      if (cells.size() == 1 || (!is_side_word(reading_.forms(), cell.text) && !title.ends_with(cell.text)))
        title += cell.text;
    }
    heading_.columns.push_back({role_of(cells), column, column, title, bottom->place});
    if (is_year(reading_.forms(), cells.back().text))
      heading_.columns.back().title = cells.back().text.substr(0, 4) + "年";
  }

  /// A column of nothing but ≥ ≤ = 大于等于 is the sign of the target, whatever its heading says (指标值类型); where
  /// 指标性质 beside it holds 定性 and 定量, or 正向 and 反向, that one is not.
  void find_signs() {
    for (SheetColumn& column : heading_.columns) {
      if (column.role && column.role != Role::sign) continue;
      if (!holds_signs(column)) continue;
      for (SheetColumn& other : heading_.columns) {
        if (&other != &column && other.role == Role::sign && !holds_signs(other)) other.role.reset();
      }
      column.role = Role::sign;
    }
  }

  /// Of the cells below: all are signs, or kinds of targets, and one compares.
  bool holds_signs(const SheetColumn& column) const {
    constexpr std::size_t kLookedAt = 60;
    bool compares = false;
    for (std::size_t i = heading_.end; i < reading_.lines().size() && i < heading_.end + kLookedAt; ++i) {
      if (is_sheet_heading(reading_.forms(), reading_.line(i))) break;
      for (const Piece& piece : reading_.line(i).pieces) {
        const auto end = piece.column + static_cast<std::size_t>(piece.columns);
        if (column.last < piece.column || column.first >= end || piece.columns > 1) continue;
        const std::string text = squeezed(piece.text);
        if (is_any_of(text, kComparisons)) {
          compares = true;
        } else if (!is_any_of(text, kKinds)) {
          return false;
        }
      }
    }
    return compares;
  }

  template <std::size_t N>
  static bool is_any_of(const std::string& text, const std::string_view (&words)[N]) {
    return std::find(std::begin(words), std::end(words), text) != std::end(words);
  }
  static constexpr std::string_view kComparisons[] = {"≥",      "≤",      "=",          ">",
                                                      "<",      ">=",     "<=",         "≧",
                                                      "≦",      "大于",   "小于",       "等于",
                                                      "不低于", "不高于", "大于等于",   "小于等于",
                                                      "不少于", "不超过", "大于或等于", "小于或等于"};
  static constexpr std::string_view kKinds[] = {"定性", "定量", "定性指标", "定量指标", "-", "/", "无", "—"};

  /// One column a role: of full marks the one behind the name, of others the first.
  void settle() {
    std::vector<SheetColumn>& columns = heading_.columns;
    if (!heading_.has(Role::name)) make_name();
    const auto name = std::find_if(columns.begin(), columns.end(),
                                   [](const SheetColumn& c) { return c.role == Role::name; });
    const std::size_t behind = name == columns.end() ? 0 : name->first;
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const auto role = columns[k].role;
      if (!role || *role == Role::earlier || *role == Role::review) continue;
      std::size_t kept = k;
      for (std::size_t n = k + 1; n < columns.size(); ++n) {
        if (columns[n].role != role) continue;
        const bool goal = *role == Role::target && columns[kept].title.ends_with("目标") &&
                          columns[n].title.ends_with("值");  // 项目年度绩效目标 | 指标值
        const bool later = (*role == Role::full_marks && columns[kept].first < behind) || goal;
        const std::size_t dropped = later ? kept : n;
        if (later) kept = n;
        if (goal) {
          columns[dropped].role.reset();
        } else {
          drop(columns[dropped], columns[kept], *role);
        }
      }
    }
  }

  void drop(SheetColumn& dropped, const SheetColumn& kept, Role role) {
    dropped.role.reset();
    if (role != Role::target && role != Role::actual && role != Role::score) return;
    heading_.problems.push_back(
        {"I134", fmt::format("“{}”和“{}”像是同一栏", kept.title, dropped.title),
         fmt::format("一行只有一个这样的值，取了“{}”，“{}”没有取。", kept.title, dropped.title),
         "核对这张表；要取另一栏，就把不用的一栏删掉再导入。", dropped.place});
  }

  /// A form without the third level: its lowest level names the row.
  void make_name() {
    SheetColumn* lowest = nullptr;
    for (SheetColumn& column : heading_.columns) {
      // 一级指标 | 二级指标 | 指标内容: what stands behind the levels is the indicator.
      if ((!column.role || column.role == Role::description) && lowest != nullptr &&
          lowest->last + 1 == column.first && column.title.ends_with("指标内容")) {
        column.role = Role::name;
        return;
      }
      if (column.role == Role::level1 || column.role == Role::level2) lowest = &column;
      if (!column.role && is_group_heading(reading_.forms(), column.title)) {
        column.role = Role::name;
        return;
      }
    }
    if (lowest != nullptr) lowest->role = Role::name;
  }

  const Reading& reading_;
  SheetHeading& heading_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  const Piece* last_piece_ = nullptr;
};

/// Two full headings one below the other: the same twice, or two that disagree about a column.
std::optional<diag::Diagnostic> disagreement(const FormWords& forms, const Line& upper, const Line& lower) {
  for (const Piece& below : lower.pieces) {
    const auto said = column_role(forms, squeezed(below.text));
    const auto above = std::find_if(upper.pieces.begin(), upper.pieces.end(),
                                    [&below](const Piece& p) { return p.column == below.column; });
    if (!said || above == upper.pieces.end()) continue;
    const auto role = column_role(forms, squeezed(above->text));
    if (!role || *role == *said) continue;
    return diag::Diagnostic{
        "I131", fmt::format("两行表头说法不一：上面是“{}”，下面是“{}”", above->text, below.text),
        "同一栏按哪一行读都可能读错，这张表没有读。", "删掉不对的那一行表头再导入。", below.place};
  }
  return std::nullopt;
}

}  // namespace

bool SheetHeading::has(Role role) const {
  return std::any_of(columns.begin(), columns.end(), [role](const SheetColumn& c) { return c.role == role; });
}

std::optional<std::size_t> SheetHeading::at(std::size_t column) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [column](const SheetColumn& c) {
    return c.first <= column && column <= c.last;
  });
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

bool is_sheet_heading(const FormWords& forms, const Line& line) {
  if (line.pieces.size() < 3 || line.pieces.size() > kMaxCells) return false;
  const bool levels = std::any_of(line.pieces.begin(), line.pieces.end(), [](const Piece& p) {
    return p.text.find("指标") != std::string::npos || p.text.find("级") != std::string::npos;
  });
  if (!levels) return false;
  const Roles roles = roles_of(forms, line);
  return roles.count >= 3 && ((roles.level && (roles.value || roles.name)) || (roles.name && roles.value));
}

std::optional<std::size_t> heading_beginning_at(const Reading& reading, std::size_t i) {
  if (is_sheet_heading(reading.forms(), reading.line(i))) return i;
  if (i + 1 >= reading.lines().size()) return std::nullopt;
  const Line& next = reading.line(i + 1);
  if (next.number != reading.line(i).number + 1 || !is_sheet_heading(reading.forms(), next))
    return std::nullopt;
  return is_group_line(reading.forms(), reading.line(i), next) ? std::optional(i + 1) : std::nullopt;
}

SheetHeading sheet_heading(const Reading& reading, std::size_t i) {
  const FormWords& forms = reading.forms();
  SheetHeading heading;
  heading.begin = i;
  const std::size_t words = heading_beginning_at(reading, i).value_or(i);
  const Line& line = reading.line(words);
  int bottom = line.number;
  for (const Piece& piece : line.pieces) {
    if (column_role(forms, squeezed(piece.text))) bottom = std::max(bottom, line.number + piece.rows - 1);
  }
  bottom = std::min(bottom, line.number + kHeadingRows);
  heading.end = words + 1;
  for (; heading.end < reading.lines().size(); ++heading.end) {
    const Line& next = reading.line(heading.end);
    if (next.number <= reading.line(heading.end - 1).number || next.number > line.number + kHeadingRows)
      break;
    if (is_sheet_heading(forms, next)) {
      if (auto two = disagreement(forms, line, next)) heading.problems.push_back(std::move(*two));
      continue;
    }
    if (next.number > bottom && !is_sub_heading(forms, next, first_role_column(forms, line))) break;
  }
  Builder(reading, heading).run();
  return heading;
}

}  // namespace jiheng::intake
