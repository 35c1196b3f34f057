// Takes content.xml of an ods package, gives its sheets with the text a person sees. Leaves order and messages to the
// builder. Tables that hold only a copy of another file are left out.
#include "engine/office/sheets_from_ods.h"

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
#include "engine/office/number_format.h"
#include "engine/office/package_xml.h"
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

/// The words that the shown text puts around the number, around the exact one: 1,437份 -> 1437份. The number alone where
/// the shown text is not the number rounded.
std::string with_words(const std::string& number, std::string_view shown) {
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t first = shown.find_first_of(kDigits);
  if (first == std::string_view::npos) return number;
  const std::size_t begin = first > 0 && shown[first - 1] == '-' ? first - 1 : first;
  const std::size_t end = shown.find_last_of(kDigits) + 1;
  std::string core;
  for (const char c : shown.substr(begin, end - begin)) {
    if (c != ',') core += c;
  }
  const auto seen = base::Decimal::parse(core);
  const auto exact = base::Decimal::parse(number);
  if (!seen || !exact || exact->rounded(seen->places()) != *seen) return number;
  const auto words = [](std::string_view text) {
    text = base::trimmed(text);
    return is_currency(text) ? std::string_view() : text;
  };
  return std::string(words(shown.substr(0, begin))) + number + std::string(words(shown.substr(end)));
}

/// 2024-12-31T08:30:00 -> 2024-12-31 08:30; a date shown as 2024年12月 or 12月31日 says no more than that.
std::optional<std::string> shown_date(const OdsCell& cell) {
  const std::string_view stored = cell.value;
  const auto date = base::parse_iso_date(stored.substr(0, 10));
  if (!date) return std::nullopt;
  const bool year = cell.shown.find("年") != std::string::npos;
  const bool day = cell.shown.find("日") != std::string::npos;
  if (year != day) return cell.shown;
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

std::optional<std::string> shown_text(const OdsCell& cell) {
  if (cell.error || cell.type == "time") return cell.shown;
  if (cell.type == "date") return shown_date(cell);
  if (cell.type == "boolean") return cell.value == "true" ? "TRUE" : "FALSE";
  if (!is_number(cell)) return cell.shown.empty() ? cell.value : cell.shown;
  if (is_truth(cell.shown)) return cell.shown;
  NumberFormat format;
  if (cell.type == "percentage") format.kind = NumberFormat::Kind::percent;
  auto number = shown_number(cell.value, format, false);
  if (number && cell.type == "float") return with_words(*number, cell.shown);
  return number;
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
    const auto text = no_value ? std::nullopt : shown_text(cell_);
    if (text && base::trimmed(*text).empty()) return true;
    if (cell_.covered) {
      filled.trouble = CellTrouble::covered;
    } else if (!text) {
      filled.trouble = no_value ? CellTrouble::no_value : CellTrouble::unread;
    } else {
      if (cell_.error) filled.trouble = CellTrouble::error;
      filled.cell.text = *text;
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
  return out;
}

}  // namespace jiheng::office
