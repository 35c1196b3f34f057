// Takes content.xml of an ods package, gives its sheets with the text a person sees. Leaves order and messages to the
// builder. Tables that hold only a copy of another file are left out.
#include "engine/office/workbook/sheets_from_ods.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/base/text.h"
#include "engine/office/package_xml.h"
#include "engine/office/text_encoding.h"
#include "engine/office/workbook/number_format.h"
#include "engine/office/xml_stream.h"

namespace jiheng::office {
namespace {

/// A count attribute: 1 where it is missing or senseless.
int count_of(std::string_view text) {
  int value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::max(value, 1);
}

/// What a cell says of itself.
struct OdsCell {
  std::string type;
  std::string value;  ///< of a number, date, boolean or text, whichever the type asks for
  std::string shown;  ///< its paragraphs
  bool formula = false;
  bool error = false;
  bool covered = false;
  int repeated = 1;
  int columns = 1;
  int rows = 1;
};

/// What a person sees of a number, with the exact one in it: 1,437份 -> 1437份, 1.2万 of 12345 -> 1.2345万, 96% of 0.96.
/// What is shown in another way is as shown.
ShownValue with_words(const OdsCell& cell) {
  const std::string_view shown = cell.shown;
  const auto exact = plain_number(cell.value);
  if (!exact) return {cell.shown, false};
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t first = shown.find_first_of(kDigits);
  if (first == std::string_view::npos) {
    const bool dash = *exact == "0" && (shown == "-" || shown == "—" || shown == "－");
    return dash ? ShownValue{"0", true} : ShownValue{cell.shown, false};
  }
  const auto words = [](std::string_view text) {
    text = base::trimmed(text);
    for (const std::string_view sign : {"¥", "￥", "$", "€"}) {
      if (text.starts_with(sign)) text.remove_prefix(sign.size());
      if (text.ends_with(sign)) text.remove_suffix(sign.size());
    }
    return base::trimmed(text);
  };
  const std::size_t end = shown.find_last_of(kDigits) + 1;
  std::string core;
  for (const char c : shown.substr(first, end - first)) {
    if (c != ',' && c != ' ') core += c;
  }
  std::string before(words(shown.substr(0, first)));
  std::string after(words(shown.substr(end)));
  const bool stored_negative = exact->starts_with('-');
  if (stored_negative && before == "(" && after == ")") {
    before = "-";
    after.clear();
  }
  const bool minus = before.ends_with('-');
  if (minus) before.pop_back();
  if (before == "+") before.clear();
  if (core.find('E') != std::string::npos) return {before + *exact + after, false};  // 1.2E+04
  const auto seen = base::Decimal::parse(core);
  if (!seen) return {cell.shown, core.find('/') != std::string::npos};
  for (const int shift : {0, 2, -3, -4, -6, -8}) {
    if (shift != 0 && (seen->is_zero() || (shift == 2) != after.starts_with('%'))) continue;
    auto moved = plain_number(cell.value, shift);
    if (stored_negative) moved->erase(0, 1);
    const auto value = base::Decimal::parse(*moved);
    if (!value || value->rounded(seen->places()) != *seen) continue;
    const bool sign = stored_negative && !minus && before.empty();  // red alone
    return {fmt::format("{}{}{}{}", before, minus || sign ? "-" : "", *moved, after), sign};
  }
  return {cell.shown, false};
}

/// Words that are no part of a date: 底前.
bool has_own_words(std::string_view shown) {
  for (std::size_t at = 0; at < shown.size();) {
    const base::CodePoint c = base::decode_at(shown, at);
    at += c.bytes;
    constexpr std::u32string_view kUsual = U"年月日";
    const bool ascii = c.value < 0x80;
    if (!ascii && kUsual.find(c.value) == std::u32string_view::npos) return true;
  }
  return false;
}

/// 2024-12-31T08:30:00 -> 2024-12-31 08:30; a date shown as 2024年12月 or 12月31日 says no more than that.
std::optional<std::string> shown_ods_date(const OdsCell& cell) {
  const std::string_view stored = cell.value;
  const auto date = base::parse_iso_date(stored.substr(0, 10));
  if (!date) return std::nullopt;
  const bool year = cell.shown.find("年") != std::string::npos;
  const bool day = cell.shown.find("日") != std::string::npos;
  if (year != day || has_own_words(cell.shown)) return cell.shown;
  std::string out = base::to_string(*date);
  if (stored.size() >= 16 && cell.shown.find(':') != std::string::npos) {
    out += " " + std::string(stored.substr(11, 5));
  }
  return out;
}

/// A truth value may be stored as a number with a format of its own.
bool is_truth(std::string_view text) { return text == "TRUE" || text == "FALSE"; }

bool is_number(const OdsCell& cell) {
  return cell.type == "float" || cell.type == "currency" || cell.type == "percentage" ||
         cell.type == "date" || cell.type == "time";
}

std::optional<ShownValue> shown_value(const OdsCell& cell, bool has_text) {
  if (cell.error || cell.type == "time") return ShownValue{cell.shown};
  if (!is_number(cell)) {
    if (cell.type == "boolean") return ShownValue{cell.value == "true" ? "TRUE" : "FALSE"};
    return ShownValue{cell.shown.empty() && !has_text ? cell.value : cell.shown};
  }
  if (is_truth(cell.shown)) return ShownValue{cell.shown};
  if (has_text && base::trimmed(cell.shown).empty()) return ShownValue{};
  if (cell.type == "date") {
    auto date = shown_ods_date(cell);
    return date ? std::optional(ShownValue{std::move(*date)}) : std::nullopt;
  }
  if (has_text) return with_words(cell);
  const bool percent = cell.type == "percentage";
  auto number = plain_number(cell.value, percent ? 2 : 0);
  if (!number) return std::nullopt;
  return ShownValue{*number + (percent ? "%" : "")};
}

class ContentReader : public XmlHandler {
 public:
  ContentReader(const base::SourcePtr& file, WorkbookUse& use) : file_(file), use_(use) {}

  bool open(const XmlElement& element) override {
    const std::string_view name = element.name;
    if (skipped_ > 0 || (in_cell_ ? is_beside_text(element) : sheet_ != nullptr && is_beside_rows(element))) {
      ++skipped_;
      return true;
    }
    if (in_cell_) {
      open_text(element);
    } else if (name == "style") {
      style_ = element.get("style", "name");
    } else if (name == "table-properties") {
      if (element.get("table", "display") == "false") hidden_styles_.insert(style_);
    } else if (name == "table" && element.space == "table") {  // no other one is open
      begin_table(element);
    } else if (sheet_ != nullptr && name == "table-source") {
      copy_ = true;
    } else if (sheet_ != nullptr && name == "table-row") {
      rows_ = count_of(element.get("table", "number-rows-repeated"));
      column_ = 1;
      if (is_unseen(element))
        sheet_->hide_rows(static_cast<int>(std::min<std::int64_t>(row_, kMaxSheetRows)),
                          last_of(row_, rows_, kMaxSheetRows));
    } else if (sheet_ != nullptr && name == "table-column") {
      const int columns = count_of(element.get("table", "number-columns-repeated"));
      if (is_unseen(element))
        sheet_->hide_columns(static_cast<int>(std::min<std::int64_t>(next_column_, kMaxSheetColumns)),
                             last_of(next_column_, columns, kMaxSheetColumns));
      next_column_ += columns;
    } else if (sheet_ != nullptr && (name == "table-cell" || name == "covered-table-cell")) {
      begin_cell(element);
    }
    return true;
  }

  bool close(std::string_view name) override {
    if (skipped_ > 0) {
      --skipped_;
      return true;
    }
    if (in_cell_) {
      if (name == "p") in_paragraph_ = false;
      if (name == "table-cell" || name == "covered-table-cell") return end_cell();
      return true;
    }
    if (sheet_ == nullptr) return true;
    if (name == "table-row") return end_row();
    if (name == "table") end_table();
    return true;
  }

  void text(std::string_view text) override {
    if (in_paragraph_ && skipped_ == 0) cell_.shown += text;
  }

  std::vector<Sheet> sheets;
  std::vector<diag::Diagnostic> problems;

 private:
  /// Notes, pictures and readings above characters are no text of the cell; nor is a table inside it.
  static bool is_beside_text(const XmlElement& element) {
    return element.space == "drawing" || element.space == "table" || element.name == "annotation" ||
           element.name == "ruby-text";
  }

  /// Pictures and charts of a sheet may hold tables of their own.
  static bool is_beside_rows(const XmlElement& element) {
    return element.name == "shapes" || (element.name == "table" && element.space == "table");
  }

  /// Hidden by hand or by a filter.
  static bool is_unseen(const XmlElement& element) {
    const std::string_view seen = element.get("table", "visibility");
    return seen == "collapse" || seen == "filter";
  }

  static int last_of(std::int64_t first, int count, int limit) {
    return static_cast<int>(std::min<std::int64_t>(first + count - 1, limit));
  }

  void open_text(const XmlElement& element) {
    constexpr int kMostSpaces = 100;
    if (element.name == "p") {
      if (paragraphs_++ > 0) cell_.shown += '\n';
      in_paragraph_ = true;
    } else if (element.name == "s") {
      cell_.shown.append(static_cast<std::size_t>(std::min(count_of(element.get("text", "c")), kMostSpaces)),
                         ' ');
    } else if (element.name == "tab") {
      cell_.shown += '\t';
    } else if (element.name == "line-break") {
      cell_.shown += '\n';
    }
  }

  void begin_table(const XmlElement& element) {
    sheet_ = std::make_unique<SheetBuilder>(file_, std::string(element.get("table", "name")), use_);
    hidden_ = hidden_styles_.contains(std::string(element.get("table", "style-name")));
    copy_ = false;
    row_ = 1;
    next_column_ = 1;
  }

  void end_table() {
    if (!copy_) {
      const std::size_t before = problems.size();
      Sheet sheet = sheet_->finish(problems);
      if (hidden_ && !sheet.cells.empty()) {
        problems.insert(problems.begin() + static_cast<std::ptrdiff_t>(before), hidden_sheet(sheet.source));
      }
      if (!sheet.cells.empty()) sheets.push_back(std::move(sheet));
    }
    sheet_.reset();
  }

  void begin_cell(const XmlElement& element) {
    cell_ = {};
    cell_.type = element.get("office", "value-type");
    cell_.value = element.get("office", cell_.type == "date"      ? "date-value"
                                        : cell_.type == "boolean" ? "boolean-value"
                                        : cell_.type == "string"  ? "string-value"
                                                                  : "value");
    cell_.formula = !element.get("table", "formula").empty();
    cell_.error = element.get("calcext", "value-type") == "error";
    cell_.covered = element.name == "covered-table-cell";
    cell_.repeated = count_of(element.get("table", "number-columns-repeated"));
    cell_.columns = count_of(element.get("table", "number-columns-spanned"));
    cell_.rows = count_of(element.get("table", "number-rows-spanned"));
    paragraphs_ = 0;
    in_paragraph_ = false;
    in_cell_ = true;
  }

  bool end_cell() {
    in_cell_ = false;
    const std::int64_t first = column_;
    column_ += cell_.repeated;
    // A formula whose result is an empty text has a paragraph, an empty one.
    const bool no_value = cell_.formula && cell_.type.empty() && paragraphs_ == 0;
    if (!no_value && cell_.shown.empty() && cell_.value.empty()) return true;
    if (cell_.shown.starts_with("#") || cell_.shown.starts_with("Err:")) cell_.error |= cell_.formula;
    Filled filled;
    auto seen = no_value ? std::nullopt : shown_value(cell_, paragraphs_ > 0);
    const bool hidden = seen && base::trimmed(seen->text).empty();
    if (hidden && base::trimmed(cell_.value).empty()) return true;
    if (cell_.covered) {
      filled.trouble = CellTrouble::covered;
    } else if (!seen) {
      filled.trouble = no_value ? CellTrouble::no_value : CellTrouble::unread;
    } else {
      if (hidden) filled.trouble = CellTrouble::hidden;
      if (seen->otherwise) filled.trouble = CellTrouble::otherwise;
      if (cell_.error) filled.trouble = CellTrouble::error;
      filled.cell.text = std::move(seen->text);
    }
    filled.cell.number = is_number(cell_) && !cell_.error && !is_truth(filled.cell.text);
    filled.cell.formula = cell_.formula;
    filled.cell.columns = std::min(cell_.columns, kMaxSheetColumns);
    filled.cell.rows = std::min(cell_.rows, kMaxSheetRows);
    for (std::int64_t column = first; column < column_; ++column) {
      if (column > kMaxSheetColumns) return false;
      filled.cell.column = static_cast<int>(column);
      filled_.push_back(filled);
    }
    return true;
  }

  bool end_row() {
    const std::int64_t first = row_;
    row_ += rows_;
    for (std::int64_t row = first; row < row_ && !filled_.empty(); ++row) {
      if (row > kMaxSheetRows) return false;
      for (const Filled& filled : filled_) {
        const int at = static_cast<int>(row);
        if (filled.trouble && !sheet_->trouble(*filled.trouble, at, filled.cell.column)) return false;
        SheetCell cell = filled.cell;
        cell.row = at;
        if (!sheet_->add(std::move(cell))) return false;
      }
    }
    filled_.clear();
    return true;
  }

  struct Filled {
    SheetCell cell;
    std::optional<CellTrouble> trouble;
  };

  const base::SourcePtr& file_;
  WorkbookUse& use_;
  std::set<std::string> hidden_styles_;
  std::string style_;  ///< whose properties follow
  std::unique_ptr<SheetBuilder> sheet_;
  bool hidden_ = false;
  bool copy_ = false;
  std::int64_t row_ = 1;
  std::int64_t column_ = 1;
  std::int64_t next_column_ = 1;  ///< of those that the head of the table lists
  int rows_ = 1;
  std::vector<Filled> filled_;  ///< of the row
  OdsCell cell_;
  int paragraphs_ = 0;
  bool in_cell_ = false;
  bool in_paragraph_ = false;
  std::size_t skipped_ = 0;
};

/// Under a password the parts of an ods are sealed one by one; the list of parts is not, and says so.
bool is_sealed(const ZipPackage& package) {
  constexpr std::string_view kList = "META-INF/manifest.xml";
  if (!package.has(kList)) return false;
  const auto list = package.read(kList, kMaxTreeBytes);
  return list && list->find("encryption-data") != std::string::npos;
}

}  // namespace

diag::Diagnostic hidden_sheet(const std::shared_ptr<const base::Source>& sheet) {
  return {"I117",
          fmt::format("工作表“{}”是隐藏的，照样读了", base::clipped(base::printable(sheet->sheet), 60)),
          "隐藏的表往往是底稿或往年的表。",
          "不该读的，删去这张工作表再导入。",
          {sheet}};
}

diag::Result<std::vector<Sheet>> sheets_from_ods(const ZipPackage& package) {
  if (is_sealed(package)) return password_protected(package.file());
  const auto xml = read_xml(package, "content.xml");
  if (!xml) return xml.problems;
  WorkbookUse use;
  ContentReader reader(package.file(), use);
  switch (walk_xml(*xml, reader)) {
    case XmlWalk::stopped:
      return too_many_cells(package.file());
    case XmlWalk::malformed:
      return damaged(package.file(), "content.xml", "内容不是合格的 XML。");
    case XmlWalk::whole:
      break;
  }
  diag::Result<std::vector<Sheet>> out(std::move(reader.sheets));
  out.problems = std::move(reader.problems);
  if (use.shapes > 0) out.problems.push_back(same_shapes_read({package.file(), 0, 0, 0}, use.shapes));
  return out;
}

}  // namespace jiheng::office
