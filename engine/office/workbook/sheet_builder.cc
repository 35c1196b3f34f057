// Takes cells as a workbook lists them, gives the sheet: in order, merged cells once, troubles in one message a kind.
// Leaves reading the parts to sheet_from_xlsx and sheets_from_ods.
#include "engine/office/workbook/sheet_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "engine/base/same_shapes.h"
#include "engine/base/text.h"
#include "engine/diag/print.h"
#include "engine/model/helper_sheets.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kListedCells = 20;

auto row_and_column(const SheetCell& cell) { return std::pair(cell.row, cell.column); }

/// Merged cells row by row: which of them covers a cell. Rows must be asked for in order. O(log merges) a question.
class Cover {
 public:
  explicit Cover(std::vector<Merge>& merges) : merges_(merges) {
    std::stable_sort(merges_.begin(), merges_.end(),
                     [](const Merge& a, const Merge& b) { return a.row < b.row; });
  }
  const Merge* over(int row, int column) {
    for (; next_ < merges_.size() && merges_[next_].row <= row; ++next_) {
      open_.insert_or_assign(merges_[next_].column, &merges_[next_]);
    }
    while (true) {
      auto found = open_.upper_bound(column);
      if (found == open_.begin()) return nullptr;
      --found;
      if (found->second->last_row >= row)
        return found->second->last_column >= column ? found->second : nullptr;
      open_.erase(found);
    }
  }

 private:
  std::vector<Merge>& merges_;
  std::size_t next_ = 0;
  std::map<int, const Merge*> open_;  ///< by first column
};

}  // namespace

SheetBuilder::SheetBuilder(const base::SourcePtr& file, std::string name, WorkbookUse& use) : use_(use) {
  sheet_.source = std::make_shared<const base::Source>(base::Source{file->name, {}, std::move(name)});
}

bool SheetBuilder::add(SheetCell cell) {
  if (base::trimmed(cell.text).empty()) return true;
  use_.shapes += base::fold_same_shapes(cell.text);
  use_.cells += 1;
  use_.bytes += cell.text.size();
  if (use_.cells > kMaxWorkbookCells || use_.bytes > kMaxWorkbookTextBytes) return false;
  sheet_.cells.push_back(std::move(cell));
  return true;
}

bool SheetBuilder::merge(const Merge& merge) {
  merges_.push_back(merge);
  return merges_.size() <= kMaxWorkbookCells;
}

bool SheetBuilder::trouble(CellTrouble kind, int row, int column) {
  Listed& listed = troubles_[kind];
  ++listed.count;
  if (listed.first.size() < kListedCells) listed.first.emplace_back(row, column);
  return ++use_.cells <= kMaxWorkbookCells;
}

/// Rows and columns come in order; a span that begins in the one before goes on with it.
void SheetBuilder::hide(Spans& spans, int first, int last) {
  if (first < 1 || last < first) return;
  auto before = spans.upper_bound(first);
  if (before != spans.begin() && std::prev(before)->second >= first - 1) {
    --before;
    before->second = std::max(before->second, last);
  } else {
    spans.emplace(first, last);
  }
}

void SheetBuilder::drop_repeated() {
  auto& cells = sheet_.cells;
  const auto before = [](const SheetCell& a, const SheetCell& b) {
    return row_and_column(a) < row_and_column(b);
  };
  if (!std::is_sorted(cells.begin(), cells.end(), before))
    std::stable_sort(cells.begin(), cells.end(), before);
  const auto last = std::unique(cells.begin(), cells.end(), [this](const SheetCell& a, const SheetCell& b) {
    if (row_and_column(a) != row_and_column(b)) return false;
    trouble(CellTrouble::repeated, b.row, b.column);
    return true;
  });
  cells.erase(last, cells.end());
}

void SheetBuilder::apply_merges() {
  // Whole rows and columns reach as far as the sheet is filled.
  int last_row = 1;
  int last_column = 1;
  for (const SheetCell& cell : sheet_.cells) {
    last_row = std::max(last_row, cell.row);
    last_column = std::max(last_column, cell.column);
  }
  for (Merge& merge : merges_) {
    if (merge.last_row == kMaxSheetRows) merge.last_row = std::max(merge.row, last_row);
    if (merge.last_column == kMaxSheetColumns) merge.last_column = std::max(merge.column, last_column);
  }
  Cover cover(merges_);
  const auto is_covered = [this, &cover](SheetCell& cell) {
    const Merge* merge = cover.over(cell.row, cell.column);
    if (merge == nullptr) return false;
    if (merge->row != cell.row || merge->column != cell.column) {
      trouble(CellTrouble::covered, cell.row, cell.column);
      return true;
    }
    cell.rows = merge->last_row - merge->row + 1;
    cell.columns = merge->last_column - merge->column + 1;
    return false;
  };
  auto& cells = sheet_.cells;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (is_covered(cells[i])) continue;
    if (kept != i) cells[kept] = std::move(cells[i]);
    ++kept;
  }
  cells.resize(kept);
}

namespace {

/// "第 3、5-8 行", "C、E-F 列"; the first of them, if there are many.
template <class Name>
std::string spans_text(const std::map<int, int>& spans, Name name) {
  std::string out;
  std::size_t listed = 0;
  for (const auto& [first, last] : spans) {
    if (listed++ == kListedCells) return out + "……";
    out += (out.empty() ? "" : "、") + name(first);
    if (last > first) out += "-" + name(last);
  }
  return out;
}

}  // namespace

void SheetBuilder::drop_hidden(std::vector<diag::Diagnostic>& problems) {
  if (hidden_rows_.empty() && hidden_columns_.empty()) return;
  const auto inside = [](const Spans& spans, int first, int last) {
    const auto behind = spans.upper_bound(first);
    return behind != spans.begin() && std::prev(behind)->second >= last;
  };
  Spans rows;
  Spans columns;
  std::size_t count = 0;
  base::Place place{sheet_.source, 0, 0};
  std::set<int> left_columns;
  const auto is_hidden = [&](const SheetCell& cell) {
    const bool row = inside(hidden_rows_, cell.row, cell.row + cell.rows - 1);
    const bool column = inside(hidden_columns_, cell.column, cell.column + cell.columns - 1);
    if (!row && !column) return false;
    if (row) {
      hide(rows, cell.row, cell.row);
    } else {
      left_columns.insert(cell.column);
    }
    if (count++ == 0) place = {sheet_.source, cell.row, cell.column};
    return true;
  };
  std::erase_if(sheet_.cells, is_hidden);
  if (count == 0) return;
  for (const int column : left_columns) hide(columns, column, column);
  std::string where;
  if (!rows.empty())
    where = fmt::format("第 {} 行", spans_text(rows, [](int row) { return std::to_string(row); }));
  if (!columns.empty())
    where += fmt::format("{}{} 列", where.empty() ? "" : "，", spans_text(columns, diag::column_letters));
  problems.push_back({"I129", fmt::format("{}是隐藏的，里面的 {} 格没有读", where, count),
                      "只读表上看得见的行和列。", "要读的，取消隐藏，保存后再导入。", place});
}

diag::Diagnostic SheetBuilder::said(CellTrouble kind, const Listed& listed) const {
  std::string names;
  for (const auto& [row, column] : listed.first) {
    names += (names.empty() ? "" : "、") + diag::cell_name({sheet_.source, row, column});
  }
  if (listed.count > listed.first.size()) names += "……";
  const base::Place place{sheet_.source, listed.first.front().first, listed.first.front().second};
  const std::size_t n = listed.count;
  const auto unread = [&](std::string_view why, std::string_view fix) {
    return diag::Diagnostic{"I119", fmt::format("有 {} 格没有取：{}", n, names), std::string(why),
                            std::string(fix), place};
  };
  switch (kind) {
    case CellTrouble::no_value:
      return {"I114", fmt::format("有 {} 格的公式没有算过的值，当作空格：{}", n, names),
              "文件里只有公式，没有结果；程序不替表格软件计算。只是得分、执行率没有结果，不影响计分。",
              "用 Excel 或 WPS 打开，保存后再导入。", place};
    case CellTrouble::error:
      return {"I116", fmt::format("有 {} 格是错误值（#DIV/0! 一类）：{}", n, names),
              "公式算不出来，格里没有数。", "改好公式或填上数，保存后再导入。", place};
    case CellTrouble::covered:
      return unread("这些格被合并的单元格盖住，表上看不见，里面却有值。",
                    "取消合并看一看；要的话移到看得见的格里。");
    case CellTrouble::repeated:
      return unread("同一格在文件里写了两次，只取了第一次的。", "用 Excel 或 WPS 打开看一看，另存后再导入。");
    case CellTrouble::hidden:
      return {"I127", fmt::format("有 {} 格里有值，表上看不见，当作空格：{}", n, names),
              "格式不显示它们：零值不显示，或格式里这一段是空的（0;-0;;@、;;;）。",
              "该有数的，改单元格格式让它显示出来，保存后再导入；本来就该空着的，清空这些格。", place};
    case CellTrouble::otherwise:
      return {"I128", fmt::format("有 {} 格表上的写法和读的不一样：{}", n, names),
              "读的是格里存的数；表上显示的是分数、中文数字、“-”（零）、只用红色表示的负数，或格式认不出来。",
              "对照原表看一看；要照显示的读，改成普通的数字格式，或把看到的写成文字。", place};
    case CellTrouble::unread:
      break;
  }
  return unread("格里的数、日期或文字读不出来：日历上没有的日子、太大的数、时长，或指向不存在的文字。",
                "用 Excel 或 WPS 打开看一看，改好后再导入。");
}

namespace {

/// A sheet that this program wrote beside the forms: what stands in it was computed from them.
bool is_helper(const Sheet& sheet) {
  if (sheet.cells.empty()) return false;
  const SheetCell& first = sheet.cells.front();
  return std::any_of(model::kHelperSheets.begin(), model::kHelperSheets.end(),
                     [&](const model::HelperSheet& helper) {
                       return sheet.source->sheet.starts_with(helper.name) && first.row == 1 &&
                              first.column == 1 && first.text == helper.title;
                     });
}

}  // namespace

Sheet SheetBuilder::finish(std::vector<diag::Diagnostic>& problems) {
  drop_repeated();
  apply_merges();
  if (is_helper(sheet_)) {
    sheet_.cells.clear();
    return std::move(sheet_);
  }
  drop_hidden(problems);
  for (const SheetCell& cell : sheet_.cells) {
    sheet_.rows = std::max(sheet_.rows, cell.row + cell.rows - 1);
    sheet_.columns = std::max(sheet_.columns, cell.column + cell.columns - 1);
  }
  for (const auto& [kind, listed] : troubles_) problems.push_back(said(kind, listed));
  return std::move(sheet_);
}

diag::Diagnostic too_many_cells(const base::SourcePtr& file) {
  return {"I115",
          "工作簿里的格太多，没有读",
          fmt::format("一份工作簿最多 {} 万个有内容的格、{} MiB 文字。", kMaxWorkbookCells / 10000,
                      kMaxWorkbookTextBytes >> 20U),
          "把工作簿分成几份；不是表的内容（明细、底稿）移到别的文件里。",
          {file}};
}

}  // namespace jiheng::office
