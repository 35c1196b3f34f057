// Takes the lines of a heading, gives columns where they stand. Leaves which of two is meant to column_choice, the rows to
// sheet_table.
#include "engine/intake/tables/sheet_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/text.h"
#include "engine/intake/tables/column_choice.h"
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
    for (std::size_t column = begin_; column < first_; ++column) add_side(column);
    choose_columns(reading_, heading_);
  }

 private:
  struct Above {
    const Piece* piece;
    std::string text;
  };

  /// From the first to the last column with a role; side words like 绩效指标 stand before it, and 项目年度绩效目标, which is
  /// the text of a goal where the levels come behind it.
  void find_width() {
    constexpr auto kNone = static_cast<std::size_t>(-1);
    std::size_t level = kNone;
    first_ = begin_ = kNone;
    for (const bool goals : {false, true}) {
      for (std::size_t i = heading_.begin; i < heading_.end; ++i) {
        for (const Piece& piece : reading_.line(i).pieces) {
          const std::string text = squeezed(piece.text);
          const auto role = column_role(reading_.forms(), text);
          const bool goal = role == Role::target && text.ends_with("目标");
          begin_ = std::min(begin_, piece.column);
          last_ = std::max(last_, piece.column + static_cast<std::size_t>(piece.columns));
          if (!role) continue;
          if (*role == Role::level1 || *role == Role::level2 || *role == Role::name)
            level = std::min(level, piece.column);
          if (goals && (!goal || piece.column > level || level == kNone))
            first_ = std::min(first_, piece.column);
        }
      }
    }
    first_ = std::min(first_, last_);
  }

  /// 项目名称, 预算数 left of the levels: each project has a block of rows.
  void add_side(std::size_t column) {
    const std::vector<Above> cells = over(column);
    if (cells.empty()) return;
    const Piece* bottom = cells.back().piece;
    if (bottom == last_side_) {
      heading_.side.back().last = column;
      return;
    }
    last_side_ = bottom;
    heading_.side.push_back({std::nullopt, column, column, cells.back().text, bottom->place, {}, false});
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
    heading_.columns.push_back({role_of(cells), column, column, title, bottom->place, {}, false});
    if (is_year(reading_.forms(), cells.back().text))
      heading_.columns.back().title = cells.back().text.substr(0, 4) + "年";
  }

  const Reading& reading_;
  SheetHeading& heading_;
  std::size_t begin_ = 0;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  const Piece* last_piece_ = nullptr;
  const Piece* last_side_ = nullptr;
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
