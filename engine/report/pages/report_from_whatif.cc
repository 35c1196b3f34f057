// Takes scores before and after, gives the report people read, and the flat table of the same. With one variation the
// columns say what was and what is; several stand side by side.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/report/fields/whatif_fields.h"
#include "engine/report/pages/department_tables.h"
#include "engine/report/pages/whatif_pages.h"
#include "engine/report/texts/score_texts.h"
#include "engine/report/texts/whatif_lines.h"
#include "engine/results/whatif.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;
using LineKind = WhatifLine::Kind;

/// What a cell says of a difference: nothing where nothing moved, 待核 where one side is a range.
std::string moved_text(const LineSide& before, const LineSide& after) {
  if (!before.points || !after.points) return "";
  const bool ranges = !before.points->exact() || !after.points->exact();
  const bool same = before.points->low == after.points->low && before.points->high == after.points->high;
  if (same) return "";
  return ranges ? "待核" : difference_text(before, after);
}

Mark mark_of_difference(const std::string& difference) {
  if (difference.empty()) return Mark::plain;
  if (difference == "待核") return Mark::unsure;
  if (difference.front() == '+') return Mark::good;
  return difference.front() == '-' ? Mark::bad : Mark::plain;
}

/// "82.00 → 90.00" where they differ.
std::string both(const std::string& before, const std::string& after) {
  if (before == after) return after;
  return fmt::format("{} → {}", before.empty() ? "无" : before, after.empty() ? "无" : after);
}

std::string whatif_name_of(const results::Whatif& whatif, std::size_t i) {
  if (!whatif.after[i].name.empty()) return whatif.after[i].name;
  return whatif.after.size() == 1 ? "现" : "命令行";
}

std::string shown_or_empty(const std::string& text) { return text.empty() ? "（空）" : text; }

/// A path a line, a column for each variation; changes of the 方案 of all cards in one line.
Table changes_table(const results::Whatif& whatif) {
  Table table;
  table.columns = {{"改哪里", Align::left, false, 0, true}, {"原来"}};
  std::vector<std::string> paths;
  for (std::size_t v = 0; v < whatif.after.size(); ++v) {
    table.columns.push_back({whatif.after.size() == 1 ? "改成" : whatif_name_of(whatif, v)});
    for (const whatif::Change& change : whatif.after[v].changes) {
      auto row = std::find(paths.begin(), paths.end(), change.path);
      if (row == paths.end()) {
        paths.push_back(change.path);
        table.rows.push_back({std::vector<Cell>(2 + whatif.after.size()), {}});
        table.rows.back().cells[0].text = change.path;
        row = paths.end() - 1;
      }
      const auto at = static_cast<std::size_t>(row - paths.begin());
      std::string& from = table.rows[at].cells[1].text;
      if (from.empty()) from = shown_or_empty(change.from);
      if (from != shown_or_empty(change.from)) from = "各表不同";
      table.rows[at].cells[2 + v].text = shown_or_empty(change.to);
    }
  }
  return table;
}

std::string whatif_name_of(const WhatifLine& line) {
  if (line.kind != LineKind::block) return line.name;
  return line.section + (line.section.empty() ? "" : " ") + line.level1 + " 小计";
}

void put_why(const results::Whatif& whatif, const std::vector<const WhatifLine*>& sides, Row& row) {
  const WhatifLine& first = *sides.front();
  const bool any = std::any_of(sides.begin(), sides.end(), [](const WhatifLine* l) { return l->changed(); });
  if (!any || first.kind == LineKind::block) return;
  if (!first.before.why.empty()) row.notes.push_back({"原：" + first.before.why, Mark::muted});
  for (std::size_t v = 0; v < sides.size(); ++v) {
    const WhatifLine& line = *sides[v];
    if (line.changed() && !line.after.why.empty()) {
      row.notes.push_back({fmt::format("{}：{}", whatif_name_of(whatif, v), line.after.why), Mark::muted});
    }
  }
}

/// The clause of a row, the grade of the total; where several variations share the line, the clause only where it changed.
std::string last_of(const results::Whatif& whatif, const WhatifLine& line) {
  if (line.kind == LineKind::total) return both(line.before.status, line.after.status);
  if (line.kind != LineKind::row) return "";
  return whatif.after.size() > 1 && line.before.rule == line.after.rule
             ? std::string()
             : both(line.before.rule, line.after.rule);
}

/// The cells of one side: with one variation its points, the difference and `last` (clause, grade) apart, else together.
void put_side(const results::Whatif& whatif, const LineSide& before, const LineSide& after,
              const std::string& last, Mark mark, Row& row) {
  const std::string moved = moved_text(before, after);
  if (whatif.after.size() == 1) {
    row.cells.push_back({points_text(after), mark});
    row.cells.push_back({moved, mark_of_difference(moved)});
    row.cells.push_back({last});
    return;
  }
  std::string text = moved == "待核" ? "" : moved;
  if (!last.empty()) text += (text.empty() ? "" : "，") + last;
  row.cells.push_back({points_text(after) + (text.empty() ? "" : "（" + text + "）"),
                       moved.empty() ? mark : mark_of_difference(moved)});
}

/// One line of the form; `sides` is the line in each variation.
Row row_of_sides(const results::Whatif& whatif, const std::vector<const WhatifLine*>& sides) {
  const WhatifLine& first = *sides.front();
  const Mark strong = first.kind == LineKind::row ? Mark::plain : Mark::strong;
  Row row;
  row.cells = {{whatif_name_of(first), strong},
               {both(plain(first.before.full_marks), plain(first.after.full_marks))},
               {points_text(first.before), strong}};
  for (const WhatifLine* line : sides)
    put_side(whatif, line->before, line->after, last_of(whatif, *line), strong, row);
  put_why(whatif, sides, row);
  return row;
}

std::vector<Column> side_columns(const results::Whatif& whatif, std::string_view last) {
  std::vector<Column> columns;
  for (std::size_t v = 0; v < whatif.after.size(); ++v) {
    if (whatif.after.size() > 1) {
      columns.push_back({whatif_name_of(whatif, v), Align::left});
      continue;
    }
    columns.push_back({"现得分", Align::right, true});
    columns.push_back({"相差", Align::right, true});
    columns.push_back({std::string(last)});
  }
  return columns;
}

Table form_of_sides(const results::Whatif& whatif, std::size_t card) {
  Table table;
  table.columns = {
      {"指标", Align::left, false, 44, true}, {"分值", Align::right, true}, {"原得分", Align::right, true}};
  for (Column& column : side_columns(whatif, "规则")) table.columns.push_back(std::move(column));
  std::vector<std::vector<WhatifLine>> lines;
  for (const results::Variation& variation : whatif.after) lines.push_back(lines_of(variation.cards[card]));
  // Schemes differ in whether they have an execution line: a variation without it has the others' line, unmoved.
  const std::vector<WhatifLine>& longest = *std::max_element(
      lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  for (std::size_t i = 0; i < longest.size(); ++i) {
    std::vector<const WhatifLine*> sides;
    std::vector<WhatifLine> missing;
    missing.reserve(lines.size());
    for (const std::vector<WhatifLine>& of_variation : lines) {
      const std::size_t shorter = longest.size() - of_variation.size();
      if (i >= shorter) {
        sides.push_back(&of_variation[i - shorter]);
      } else {
        missing.push_back(longest[i]);
        missing.back().after = {};
        sides.push_back(&missing.back());
      }
    }
    table.rows.push_back(row_of_sides(whatif, sides));
  }
  return table;
}

std::string title_of_result(const CardResult& card) {
  const std::string year = card.card->year ? fmt::format("（{} 年度）", *card.card->year) : std::string();
  return fmt::format("{} {}{}", card.card->id, card.card->title.text, year);
}

std::string scheme_line(const results::Whatif& whatif, std::size_t card) {
  std::string text = "方案：" + whatif.before.cards[card].scheme->id;
  for (std::size_t v = 0; v < whatif.after.size(); ++v) {
    const CardResult& after = whatif.after[v].scores.cards[card];
    if (after.scheme != whatif.before.cards[card].scheme) {
      text += fmt::format("；{}：{}", whatif_name_of(whatif, v), after.scheme->id);
    }
  }
  return text;
}

void put_new_findings(Report& report, const results::Whatif& whatif, std::size_t card) {
  for (std::size_t v = 0; v < whatif.after.size(); ++v) {
    for (const diag::Diagnostic& d : whatif::new_findings(whatif.after[v].cards[card])) {
      const std::string who = whatif.after.size() == 1 ? "" : whatif_name_of(whatif, v) + "：";
      report.blocks.push_back(Paragraph{fmt::format("{}{} {}", who, d.id, d.message), Mark::unsure, 2});
    }
  }
}

void put_changed_card(Report& report, const results::Whatif& whatif, std::size_t card, std::string title) {
  report.blocks.push_back(Heading{2, std::move(title)});
  report.blocks.push_back(Paragraph{scheme_line(whatif, card), Mark::muted});
  report.blocks.push_back(form_of_sides(whatif, card));
  put_new_findings(report, whatif, card);
}

LineSide total_side(const CardResult& card) {
  LineSide side;
  side.scheme = card.scheme;
  if (card.scored) side.points = card.total;
  side.status = card.scored ? card.grade : "未填";
  return side;
}

Row totals_row(const results::Whatif& whatif, std::size_t card) {
  const LineSide before = total_side(whatif.before.cards[card]);
  Row row;
  row.cells = {{whatif.before.cards[card].card->id},
               {whatif.before.cards[card].card->title.text},
               {points_text(before)}};
  for (const results::Variation& variation : whatif.after) {
    const LineSide after = total_side(variation.scores.cards[card]);
    put_side(whatif, before, after, both(before.status, after.status), Mark::plain, row);
  }
  return row;
}

/// The average of the projects of each unit by money as a line of its own; without points where there is no money.
LineSide average_side(const results::Scores& scores, std::size_t department) {
  LineSide side;
  const results::DepartmentScores& of = scores.departments[department];
  side.scheme = scores.cards[of.first].scheme;
  side.points = of.roll_up.average;
  return side;
}

void put_averages(const results::Whatif& whatif, Table& table) {
  const std::vector<results::DepartmentScores>& departments = whatif.before.departments;
  for (std::size_t i = 0; i < departments.size(); ++i) {
    const LineSide before = average_side(whatif.before, i);
    const std::string whose = departments.size() > 1 ? departments[i].name + " " : std::string();
    Row row;
    row.cells = {{""}, {whose + "项目按金额加权平均", Mark::strong}, {points_text(before), Mark::strong}};
    for (const results::Variation& variation : whatif.after) {
      put_side(whatif, before, average_side(variation.scores, i), "", Mark::strong, row);
    }
    table.rows.push_back(std::move(row));
  }
}

Table totals_of_sides(const results::Whatif& whatif) {
  Table table;
  table.columns = {
      {"编号", Align::left, true}, {"名称", Align::left, false, 44, true}, {"原总分", Align::right, true}};
  for (Column& column : side_columns(whatif, "等级")) table.columns.push_back(std::move(column));
  if (whatif.after.size() == 1) table.columns[3].title = "现总分";
  for (std::size_t card = 0; card < whatif.before.cards.size(); ++card) {
    table.rows.push_back(totals_row(whatif, card));
  }
  put_averages(whatif, table);
  return table;
}

bool touched(const results::Whatif& whatif, std::size_t card) {
  return std::any_of(whatif.after.begin(), whatif.after.end(), [card](const results::Variation& variation) {
    return std::any_of(variation.changes.begin(), variation.changes.end(),
                       [card](const whatif::Change& change) { return change.card == card; });
  });
}

}  // namespace

Report report_from_whatif(const results::Whatif& whatif) {
  Report report;
  const bool one = whatif.before.cards.size() == 1;
  report.blocks.push_back(
      Heading{1, one ? "改动前后：" + title_of_result(whatif.before.cards.front()) : "改动前后"});
  for (const results::Variation& variation : whatif.after) {
    if (variation.note.empty()) continue;
    report.blocks.push_back(Paragraph{fmt::format("{}：{}", variation.name, variation.note), Mark::muted});
  }
  Table changes = changes_table(whatif);
  if (changes.rows.empty()) {
    report.blocks.push_back(Paragraph{"没有改动。", Mark::muted});
  } else {
    report.blocks.push_back(Heading{2, "改动"});
    report.blocks.push_back(std::move(changes));
  }
  if (!one) {
    report.blocks.push_back(Heading{2, "总分"});
    report.blocks.push_back(totals_of_sides(whatif));
  }
  for (std::size_t card = 0; card < whatif.before.cards.size(); ++card) {
    if (one || touched(whatif, card))
      put_changed_card(report, whatif, card, one ? "得分" : title_of_result(whatif.before.cards[card]));
  }
  return report;
}

Report rows_from_whatif(const results::Whatif& whatif) {
  const auto columns = columns_of(whatif_fields());
  Table table;
  put_titles(table, columns);
  for (const results::Variation& variation : whatif.after) {
    for (const whatif::CardDifference& card : variation.cards) {
      for (const WhatifLine& line : lines_of(card))
        put_cells(table.rows.emplace_back(), columns, {variation, card, line});
    }
  }
  return report_of(std::move(table));
}

}  // namespace jiheng::report
