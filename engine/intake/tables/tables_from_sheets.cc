// Takes the sheets of a file, gives the document. Leaves each table to its reader, the order of cells to sheet_lines.
#include "engine/intake/tables/tables_from_sheets.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/base/text.h"
#include "engine/intake/tables/data_sheet.h"
#include "engine/intake/tables/reading.h"
#include "engine/intake/tables/sheet_columns.h"
#include "engine/intake/tables/sheet_lines.h"
#include "engine/intake/tables/sheet_table.h"
#include "engine/intake/tables/table_fields.h"
#include "engine/intake/words/form_words.h"
#include "engine/office/sheet_limits.h"

namespace jiheng::intake {
namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// 产出指标 | 数量指标 | …: rows of indicators that no heading stands over.
bool is_row_without_heading(const FormWords& forms, const Line& line) {
  for (std::size_t k = 0; k + 2 < line.pieces.size() && k < 2; ++k) {
    const std::string level1 = squeezed(line.pieces[k].text);
    if (is_level1(forms, level1) && is_known_level(forms, level1) &&
        is_level2(forms, squeezed(line.pieces[k + 1].text)))
      return true;
  }
  return false;
}

void say_what_has_no_heading(Reading& reading) {
  for (std::size_t i = 0; i < reading.lines().size(); ++i) {
    if (reading.used(i) || !is_row_without_heading(reading.forms(), reading.line(i))) continue;
    reading.problems.push_back({"I132", "这里像是绩效指标，可是上面没有表头，没有读",
                                "没有“一级指标、三级指标、指标值”这样的表头，不知道每一栏是什么。",
                                "在指标上面补一行表头再导入。", reading.line(i).pieces.front().place});
    return;
  }
}

/// The year of a title or of a line like (2023年度): for tables that do not say it themselves.
std::optional<int> year_of(const Reading& reading) {
  for (std::size_t i = 0; i < reading.lines().size(); ++i) {
    const std::string& text = reading.squeezed_line(i);
    if (!text.empty() && is_title(reading.forms(), text)) {
      if (const auto year = year_of_title(text)) return year;
    }
  }
  return std::nullopt;
}

void read_sheet(Reading& reading) {
  reading.year = year_of(reading);
  std::size_t free = 0;  // the first line that no table has taken
  for (std::size_t i = 0; i < reading.lines().size();) {
    std::size_t next = i;
    if (begins_wide_table(reading, i)) {
      next = read_wide_table(reading, i);
    } else if (heading_beginning_at(reading, i)) {
      next = read_sheet_table(reading, sheet_form_begin(reading, i, free), i);
    }
    if (next > i) free = next;
    i = std::max(next, i + 1);
  }
  say_what_has_no_heading(reading);
}

bool has_heading(const FormWords& forms, std::span<const Line> lines) {
  return std::any_of(lines.begin(), lines.end(),
                     [&forms](const Line& line) { return is_sheet_heading(forms, line); });
}

/// Word repeats only the rows a table begins with: so the head of a form may be a table of its own, and its rows the one right
/// below. Gives how many of the sheets, from the first on, are one form; their lines stand one behind the other.
std::size_t join_parts(const FormWords& forms, std::span<const office::Sheet> sheets, SheetLines& lines) {
  if (sheets.size() < 2 || !sheets[1].follows || lines.lines.empty() || has_heading(forms, lines.lines))
    return 1;
  SheetLines below = lines_of_sheet(forms, sheets[1]);
  const std::size_t first =
      std::min<std::size_t>(below.lines.size(), 2);  // groups may stand above the headings
  if (!has_heading(forms, std::span(below.lines).first(first))) return 1;
  const bool at_once = has_heading(forms, std::span(below.lines).first(1));
  if (!at_once && label_of(forms, squeezed(below.lines.front().pieces.front().text)))
    return 1;  // 项目名称: a form of its own
  const int last = lines.lines.back().number;
  for (Line& line : below.lines) line.number += last;
  append(lines.lines, std::move(below.lines));
  append(lines.passed_over, std::move(below.passed_over));
  return 2;
}

}  // namespace

diag::Result<Document> tables_from_sheets(const FormWords& forms, const SourcePtr& file,
                                          std::span<const office::Sheet> sheets) {
  const base::Place place{file, 0, 0, 0};
  for (const office::Sheet& sheet : sheets) {
    if (sheet.cells.size() <= office::kMaxSheetCells) continue;
    return diag::Diagnostic{
        "I122",
        fmt::format("“{}”有 {} 格，太多，没有读", sheet.source->sheet, sheet.cells.size()),
        fmt::format("一张表最多读 {} 格。", office::kMaxSheetCells),
        "把没有用的工作表删掉，或者把文件分成几份，每份单独导入。",
        {sheet.source, 0, 0, 0}};
  }
  diag::Result<Document> result(Document{});
  result->source = file;
  std::vector<std::vector<Line>> data;
  for (std::size_t i = 0; i < sheets.size();) {
    const office::Sheet& sheet = sheets[i];
    SheetLines lines = lines_of_sheet(forms, sheet);
    i += join_parts(forms, sheets.subspan(i), lines);
    if (is_data_sheet(lines.lines)) {
      data.push_back(std::move(lines.lines));
      continue;
    }
    Reading reading(forms, sheet.source, std::move(lines.lines));
    append(reading.document.passed_over, std::move(lines.passed_over));
    read_sheet(reading);
    append(result.problems, std::move(reading.problems));
    Document document = reading.finish();
    if (!sheet.scheme.empty()) {
      for (Table& table : document.tables) table.scheme = {sheet.scheme, {sheet.source, 0, 0, 0}};
    }
    append(result->tables, std::move(document.tables));
    append(result->passed_over, std::move(document.passed_over));
  }
  for (const std::vector<Line>& sheet : data) put_data_of_sheet(sheet, *result);
  for (std::size_t k = 0; k < result->tables.size(); ++k) result->tables[k].id = fmt::format("t{:02}", k + 1);
  if (result->tables.empty()) {
    result.problems.push_back({"I103", "没有找到绩效表",
                               "绩效表要有“一级指标、二级指标、三级指标、指标值”这样的表头。",
                               "看看文件里有没有绩效表，表头是不是写全了。", place});
  }
  return result;
}

}  // namespace jiheng::intake
