// Takes columns with what their headings say, gives one column a value. Leaves where columns stand to sheet_columns.
#include "engine/intake/tables/column_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/intake/tables/text_lines.h"
#include "engine/intake/words/column_role.h"
#include "engine/intake/words/target_words.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kLookedAt = 60;  ///< lines below a heading
constexpr std::size_t kLinesAbove = 8;

/// What the cells below a heading are.
struct Below {
  std::size_t cells = 0;
  std::size_t signs = 0;       ///< ≥, 大于等于
  std::size_t directions = 0;  ///< 正向
  std::size_t kinds = 0;       ///< 定性, —
  std::size_t measures = 0;    ///< %, 万元/年
};

class Choice {
 public:
  Choice(const Reading& reading, SheetHeading& heading) : reading_(reading), heading_(heading) {}

  void run() {
    find_signs();
    find_measures();
    leave_long_terms();
    leave_long_block();
    if (!heading_.has(Role::name)) make_name();
    settle();
    for (SheetColumn& column : heading_.columns) column.filled = !column.role && below(column).cells > 0;
  }

 private:
  const FormWords& forms() const { return reading_.forms(); }

  /// The cells of a column, up to the next heading. A merged cell over several columns is none of one.
  template <class Take>
  void each_below(const SheetColumn& column, Take take) const {
    const std::size_t end = std::min(reading_.lines().size(), heading_.end + kLookedAt);
    for (std::size_t i = heading_.end; i < end; ++i) {
      if (is_sheet_heading(forms(), reading_.line(i))) return;
      for (const Piece& piece : reading_.line(i).pieces) {
        const auto behind = piece.column + static_cast<std::size_t>(piece.columns);
        if (column.last < piece.column || column.first >= behind || piece.columns > 1) continue;
        take(squeezed(piece.text));
      }
    }
  }

  Below below(const SheetColumn& column) const {
    Below out;
    each_below(column, [&](const std::string& text) {
      ++out.cells;
      if (is_target_kind(forms(), text)) {
        ++out.kinds;
      } else if (!sign_of(forms(), text).empty()) {
        ++out.signs;
      } else if (!direction_of(forms(), text).empty()) {
        ++out.directions;
      }
      out.measures += is_measure(forms(), text) ? 1 : 0;
    });
    return out;
  }

  /// A column of nothing but ≥ ≤ = 大于等于, or of 正向 and 反向, says how to compare, whatever its heading (指标值类型);
  /// where one holds signs, another that holds 定性 or 正向 does not.
  void find_signs() {
    SheetColumn* found = nullptr;
    bool by_sign = false;
    for (SheetColumn& column : heading_.columns) {
      if (column.role && *column.role != Role::sign) continue;
      const Below cells = below(column);
      const bool compares = cells.signs + cells.directions > 0;
      if (!compares || cells.signs + cells.directions + cells.kinds < cells.cells) continue;
      if (found != nullptr && (by_sign || cells.signs == 0)) continue;
      found = &column;
      by_sign = cells.signs > 0;
    }
    if (found == nullptr) return;
    for (SheetColumn& column : heading_.columns) {
      if (&column == found || column.role != Role::sign) continue;
      column.role.reset();
      column.why = fmt::format("这一栏没有取：比较号取了“{}”一栏", found->title);
    }
    found->role = Role::sign;
  }

  /// A column of nothing but units, where no heading says that it is one; and one that is called 单位 and holds the names of
  /// offices is none.
  void find_measures() {
    for (SheetColumn& column : heading_.columns) {
      if (column.role != Role::measure) continue;
      const Below cells = below(column);
      if (is_any(without_notes(column.title), forms().parts.measure_words) && cells.measures == 0 &&
          holds_offices(column))
        column.role.reset();
    }
    if (heading_.has(Role::measure)) return;
    for (SheetColumn& column : heading_.columns) {
      if (column.role) continue;
      const Below cells = below(column);
      if (cells.cells == 0 || cells.kinds == cells.cells || cells.measures + cells.kinds < cells.cells)
        continue;
      column.role = Role::measure;
      return;
    }
  }

  bool holds_offices(const SheetColumn& column) const {
    constexpr std::size_t kShortestName = std::size_t{3} * 3;  // bytes of three characters
    bool any = false;
    each_below(column, [&any](const std::string& text) { any = any || text.size() >= kShortestName; });
    return any;
  }

  bool is_long_term(std::string_view title) const {
    return contains_any(title, forms().long_terms) && !contains_any(title, forms().year_terms);
  }

  /// 长期指标值 beside 年度指标值: the year's is scored.
  void leave_long_terms() {
    const auto of_role = [&](Role role, bool long_term) {
      return std::count_if(heading_.columns.begin(), heading_.columns.end(), [&](const SheetColumn& c) {
        return c.role == role && is_long_term(c.title) == long_term;
      });
    };
    for (const Role role : {Role::target, Role::actual}) {
      if (of_role(role, true) == 0 || of_role(role, false) == 0) continue;
      for (SheetColumn& column : heading_.columns) {
        if (column.role == role && is_long_term(column.title)) leave(column, kLongTerm);
      }
    }
  }

  static constexpr std::string_view kLongTerm = "这一栏没有取：不是本年的，评分看本年的一栏";

  static void leave(SheetColumn& column, std::string_view why) {
    column.role.reset();
    column.why = why;
  }

  /// 实施期目标 and 年度目标, each with its 二级指标, 三级指标, 指标值: two blocks side by side. The words stand in the heading
  /// or above the texts of the goals.
  void leave_long_block() {
    std::vector<SheetColumn>& columns = heading_.columns;
    const auto is_begin = [](const SheetColumn& c) { return c.role == Role::level2 || c.role == Role::name; };
    const auto first = std::find_if(columns.begin(), columns.end(), is_begin);
    if (first == columns.end()) return;
    const auto second = std::find_if(first + 1, columns.end(),
                                     [first](const SheetColumn& c) { return c.role == first->role; });
    const auto holds_target = [](auto begin, auto end) {
      return std::any_of(begin, end, [](const SheetColumn& c) { return c.role == Role::target; });
    };
    if (second == columns.end() || !holds_target(first, second) || !holds_target(second, columns.end()))
      return;
    const int left = term_of(first->first, second->first);
    const int right = term_of(second->first, columns.back().last + 1);
    if (left == right) return;
    const bool leave_left = left > right;
    const auto begin = leave_left ? first : second;
    const auto end = leave_left ? second : columns.end();
    for (auto column = begin; column != end; ++column) {
      if (column->role) leave(*column, kLongTerm);
    }
  }

  /// 1 long-term, -1 of the year, 0 not said: by the nearest words over these columns.
  int term_of(std::size_t begin, std::size_t end) const {
    for (std::size_t back = 0; back <= kLinesAbove && back <= heading_.begin; ++back) {
      const std::size_t line = heading_.begin - back;
      for (const Piece& piece : reading_.line(line).pieces) {
        if (piece.column < begin || piece.column >= end) continue;
        const std::string text = squeezed(piece.text);
        if (is_long_term(text)) return 1;
        if (starts_with_any(text, forms().year_terms)) return -1;
      }
    }
    return 0;
  }

  /// One column a role: of full marks the one behind the name, of others the first.
  void settle() {
    std::vector<SheetColumn>& columns = heading_.columns;
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
        const bool blank = *role == Role::target && below(columns[kept]).cells == 0;
        const bool later = (*role == Role::full_marks && columns[kept].first < behind) || goal || blank;
        const std::size_t dropped = later ? kept : n;
        if (later) kept = n;
        if (goal) {
          leave(columns[dropped], "这一栏没有取：是目标的文字，不是指标值");
        } else {
          drop(columns[dropped], columns[kept], *role);
        }
      }
    }
  }

  void drop(SheetColumn& dropped, const SheetColumn& kept, Role role) {
    leave(dropped, fmt::format("这一栏没有取：取了“{}”一栏", kept.title));
    if (role == Role::target) {
      if (below(dropped).cells == 0) {
        dropped.why = "这一栏没有取：下面是空的";
        return;
      }
      const bool before = dropped.first < kept.first;
      heading_.problems.push_back(
          {"I144",
           fmt::format("“{}”和“{}”都像目标值，这张表没有读", (before ? dropped : kept).title,
                       (before ? kept : dropped).title),
           "一行指标只有一个目标值；按哪一栏算，得分可能不一样，程序不替人选。",
           "留下要用的一栏，把另一栏删掉或改个表头（如“备注”），再导入。", dropped.place});
      return;
    }
    if (role != Role::actual && role != Role::score) return;
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
      if (!column.role && is_group_heading(forms(), column.title)) {
        column.role = Role::name;
        return;
      }
    }
    if (lowest != nullptr) lowest->role = Role::name;
  }

  const Reading& reading_;
  SheetHeading& heading_;
};

}  // namespace

void choose_columns(const Reading& reading, SheetHeading& heading) { Choice(reading, heading).run(); }

}  // namespace jiheng::intake
