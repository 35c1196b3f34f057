// Takes the whole text, gives the document. Leaves each kind of table to its reader and statements of the text to
// claims_from_text.
#include "engine/intake/tables/tables_from_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/base/text.h"
#include "engine/intake/tables/reading.h"
#include "engine/intake/tables/sheet_columns.h"
#include "engine/intake/tables/sheet_projects.h"
#include "engine/intake/tables/sheet_table.h"
#include "engine/intake/tables/table_fields.h"
#include "engine/intake/words/people.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kShownCharacters = 60;

std::string shortened(std::string_view text) {
  return base::clipped(base::printable(text), 2 * kShownCharacters);
}

/// The line as a reader sees it: its cells or words with a space between, without what stands behind 填表人, 电话.
std::string shown(const FormWords& forms, const Line& line) {
  std::string text;
  bool person = false;
  for (const Piece& piece : labelled_pieces(forms, line.pieces)) {
    if (text.size() > 4 * kShownCharacters) break;
    const auto label = label_of(forms, squeezed(piece.text));
    if (person && !label) continue;
    person = label && label->label == Label::person;
    if (!text.empty()) text += ' ';
    text += piece.text;
  }
  return text;
}

/// Bare numbers, each one more than the one before and some lines below it, at least kRow of them: page numbers that
/// extraction has left between the lines.
void mark_row_of_numbers(const std::vector<Line>& lines, std::vector<bool>& marked) {
  constexpr std::size_t kRow = 4;
  constexpr int kLinesBetween = 10;
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  struct Link {
    std::size_t line = kNone;
    std::size_t before = kNone;  ///< index of the link
    std::size_t length = 1;
  };
  // Where lines have room between them, a page number has too.
  const auto room =
      std::count_if(lines.begin(), lines.end(), [](const Line& l) { return l.blank_before > 0; });
  const bool spaced = static_cast<std::size_t>(room) * 3 > lines.size();
  std::vector<Link> links;
  std::vector<std::size_t> last(10000, kNone);  // by number, the latest link
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& text = lines[i].text;
    const bool digits = !lines[i].grid && !text.empty() && text.size() <= 4 &&
                        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || text.starts_with('0') || (spaced && lines[i].blank_before == 0)) continue;
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    if (number == 0) continue;
    Link link{i, kNone, 1};
    const std::size_t before = last[number - 1];
    if (before != kNone && lines[i].number - lines[links[before].line].number >= kLinesBetween) {
      link.before = before;
      link.length = links[before].length + 1;
    }
    last[number] = links.size();
    links.push_back(link);
  }
  for (std::size_t k = 0; k < links.size(); ++k) {
    if (links[k].length < kRow) continue;
    for (std::size_t at = k; at != kNone && !marked[links[at].line]; at = links[at].before)
      marked[links[at].line] = true;
  }
}

/// What the text says of itself as a whole: year and unit for tables that do not repeat them.
void read_document_fields(Reading& reading) {
  constexpr std::size_t kFrontLines = 60;
  constexpr std::string_view kOffices[] = {"局", "委员会", "办公室", "院", "校", "中心", "厅",
                                           "处", "会",     "所",     "站", "部", "队",   "政府"};
  for (std::size_t i = 0; i < reading.lines().size() && !(reading.year && !reading.unit.empty()); ++i) {
    const std::string& text = reading.squeezed_line(i);
    if (!reading.year && i < kFrontLines) {
      for (std::size_t at = text.find("20"); at != std::string::npos && !reading.year;
           at = text.find("20", at + 1)) {
        const std::string_view rest = std::string_view(text).substr(at);
        const bool more =
            rest.size() > 7 && rest.substr(0, 7).ends_with("年") && !rest.substr(7).starts_with("20");
        if (more || text.starts_with("预算年度:")) reading.year = leading_year(rest);
      }
    }
    // "316 某县某局": the code of a budget unit and its name alone on a line.
    if (reading.unit.empty() && !reading.line(i).grid && reading.line(i).pieces.size() == 2) {
      const Piece& code = reading.line(i).pieces[0];
      const Piece& name = reading.line(i).pieces[1];
      const auto digit = [](char c) { return c >= '0' && c <= '9'; };
      const bool office = std::any_of(std::begin(kOffices), std::end(kOffices),
                                      [&name](std::string_view o) { return name.text.ends_with(o); });
      const bool coded = office && code.text.size() >= 3 && code.text.size() <= 9 &&
                         std::all_of(code.text.begin(), code.text.end(), digit);
      if (coded && name.text.size() >= 12 && name.text.size() <= 120 &&
          is_chinese(base::decode_at(name.text, 0).value)) {
        reading.unit = {name.text, name.place};
      }
    }
  }
}

/// The heading of a table whose columns stand where they are, as in a sheet: drawn with bars, or of several projects.
bool begins_exact_table(const Reading& reading, std::size_t i) {
  if (!reading.line(i).grid || !heading_beginning_at(reading, i)) return false;
  return reading.line(i).drawn || has_project_column(reading, i);
}

}  // namespace

std::size_t cell_count(const Table& table) {
  std::size_t count = 0;
  const auto add = [&count](const model::Field& field) { count += field.empty() ? 0 : 1; };
  for (const TableRow& row : table.rows) {
    for (const model::Field* field :
         {&row.level1, &row.level2, &row.name, &row.description, &row.target, &row.actual, &row.full_marks,
          &row.score, &row.reason, &row.standard, &row.basis}) {
      add(*field);
    }
    count += row.earlier.size();
  }
  for (const model::Field* field :
       {&table.title, &table.unit, &table.budget, &table.executed, &table.rate, &table.execution_score,
        &table.basic, &table.project, &table.total, &table.deviation_reason, &table.improvement}) {
    add(*field);
  }
  return count + table.header.size();
}

Reading::Reading(const FormWords& forms, const SourcePtr& source) : forms_(&forms), lines_(lines_of(source)) {
  document.source = source;
  used_.resize(lines_.size(), false);
  squeezed_.reserve(lines_.size());
  page_number_.resize(lines_.size(), false);
  mark_row_of_numbers(lines_, page_number_);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    squeezed_.push_back(squeezed(lines_[i].text));
    if (is_page_number(lines_[i])) page_number_[i] = true;
  }
}

Reading::Reading(const FormWords& forms, const SourcePtr& sheet, std::vector<Line> lines)
    : forms_(&forms), lines_(std::move(lines)), used_(lines_.size()), page_number_(lines_.size()) {
  document.source = sheet;
  squeezed_.reserve(lines_.size());
  for (const Line& line : lines_) squeezed_.push_back(squeezed(line.text));
}

/// Of a text only the line counts.
base::Place Reading::shown_place(const base::Place& place) const {
  const bool sheet = !document.source->sheet.empty();
  return {place.source, place.line, sheet ? place.column : 0, 0};
}

base::Place Reading::place_of_line(std::size_t i) const {
  return shown_place(lines_[i].pieces.front().place);
}

void Reading::pass(std::size_t i, std::string_view text, std::string why) {
  used_[i] = true;
  document.passed_over.push_back({place_of_line(i), shortened(text), std::move(why)});
}

void Reading::pass(std::size_t i, const Piece& piece, std::string why) {
  used_[i] = true;
  document.passed_over.push_back({shown_place(piece.place), shortened(piece.text), std::move(why)});
}

void Reading::pass_line(std::size_t i, std::string_view why) {
  pass(i, shown(*forms_, lines_[i]), std::string(why));
}

void Reading::pass_cell(const model::Field& cell, std::string why) {
  document.passed_over.push_back({shown_place(cell.place), shortened(cell.text), std::move(why)});
}

void Reading::pass_table(const Table& table, std::string why) {
  document.passed_over.push_back({shown_place(table.place), table.title.text, std::move(why)});
}

void Reading::add(Table table) {
  table.id = fmt::format("t{:02}", document.tables.size() + 1);
  if (!table.year) table.year = year;
  if (table.unit.empty()) table.unit = unit;
  document.tables.push_back(std::move(table));
}

Document Reading::finish() {
  for (std::size_t i = 0; i < lines_.size();) {
    if (used_[i]) {
      ++i;
      continue;
    }
    const bool grid = lines_[i].grid;
    std::size_t end = i;
    while (end < lines_.size() && !used_[end] && lines_[end].grid == grid) ++end;
    const std::string_view what = grid ? "不是绩效表的表格" : "表格以外的文字";
    const int first = lines_[i].number;
    const int last = lines_[end - 1].number;
    document.passed_over.push_back(
        {place_of_line(i), shortened(shown(*forms_, lines_[i])),
         first == last ? std::string(what) : fmt::format("{}，到第 {} 行", what, last)});
    i = end;
  }
  std::stable_sort(document.passed_over.begin(), document.passed_over.end(),
                   [](const PassedOver& a, const PassedOver& b) { return a.place.line < b.place.line; });
  // Pieces of one line with one reason are one entry.
  std::vector<PassedOver> entries;
  for (PassedOver& entry : document.passed_over) {
    if (!entries.empty() && entries.back().place.line == entry.place.line &&
        entries.back().place.column == entry.place.column && entries.back().why == entry.why) {
      entries.back().text = shortened(entries.back().text + " " + entry.text);
    } else {
      entries.push_back(std::move(entry));
    }
  }
  document.passed_over = std::move(entries);
  return std::move(document);
}

diag::Result<Document> tables_from_text(const FormWords& forms, const SourcePtr& printed) {
  base::Place place{printed, 0, 0, 0};
  const SourcePtr& source = place.source;
  if (source->text.size() > kMaxTextBytes ||
      static_cast<std::size_t>(std::count(source->text.begin(), source->text.end(), '\n')) > kMaxLines) {
    return diag::Diagnostic{"I101", "文件太大，没有读",
                            fmt::format("一份文件最多 {} MiB、{} 行。", kMaxTextBytes >> 20, kMaxLines),
                            "把文件分成几份，每份单独导入。", place};
  }
  std::vector<PassedOver> people;
  place.source = without_people(forms, printed, people);
  Reading reading(forms, source);
  reading.document.passed_over = std::move(people);
  read_document_fields(reading);
  std::size_t free = 0;  // the first line that no table has taken
  for (std::size_t i = 0; i < reading.lines().size();) {
    const std::size_t begin = i;
    if (begins_wide_table(reading, i)) {
      i = read_wide_table(reading, i);
    } else if (begins_exact_table(reading, i)) {
      i = read_sheet_table(reading, sheet_form_begin(reading, i, free), i);
    } else if (begins_grid_table(reading, i)) {
      i = read_grid_table(reading, i);
    } else if (begins_running_table(reading, i)) {
      i = read_running_table(reading, i);
    }
    if (i == begin) {
      ++i;
    } else {
      free = i;
    }
  }
  read_claims(reading);
  diag::Result<Document> result(reading.finish());
  result.problems = std::move(reading.problems);
  if (result->tables.empty()) {
    result.problems.push_back({"I103", "没有找到绩效表",
                               "绩效表要有“一级指标、二级指标、三级指标、指标值”这样的表头。",
                               "看看取出的文字里有没有表；扫描的图片要先识别成文字。", place});
  }
  return result;
}

}  // namespace jiheng::intake
