// Takes the XML of a sheet with the formats and texts of its book, gives cells with the text a person sees. Leaves order,
// merged cells and messages to the builder.
#include "engine/office/workbook/sheet_from_xlsx.h"

#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/date.h"
#include "engine/base/text.h"

namespace jiheng::office {
namespace {

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct CellPlace {
  int row = 0;
  int column = 0;
};

/// "E12"; nullopt outside the sheet.
std::optional<CellPlace> place_named(std::string_view name) {
  CellPlace place;
  std::size_t at = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && place.column <= kMaxSheetColumns; ++at) {
    place.column = place.column * 26 + (name[at] - 'A' + 1);
  }
  place.row = whole_number(name.substr(at)).value_or(0);
  if (place.row < 1 || place.row > kMaxSheetRows || place.column < 1 || place.column > kMaxSheetColumns)
    return std::nullopt;
  return place;
}

/// "A1:C2", whole columns "H:I" and whole rows "3:4"; nullopt outside the sheet.
std::optional<Merge> range_of(std::string_view range) {
  const std::size_t colon = range.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view first = range.substr(0, colon);
  const std::string_view last = range.substr(colon + 1);
  const auto corner = [](std::string_view name, int row, int column) {
    const bool letters = !name.empty() && name.find_first_of("0123456789") == std::string_view::npos;
    if (letters) return place_named(std::string(name) + std::to_string(row));
    if (const auto number = whole_number(name); number && *number >= 1 && *number <= kMaxSheetRows)
      return std::optional(CellPlace{*number, column});
    return place_named(name);
  };
  const auto from = corner(first, 1, 1);
  const auto to = corner(last, kMaxSheetRows, kMaxSheetColumns);
  if (!from || !to || to->row < from->row || to->column < from->column) return std::nullopt;
  return Merge{from->row, from->column, to->row, to->column};
}

bool is_true_flag(std::string_view flag) { return flag == "1" || flag == "true"; }

class SheetReader : public XmlHandler {
 public:
  SheetReader(const XlsxParts& book, SheetBuilder& sheet) : book_(book), sheet_(sheet) {}

  bool open(const XmlElement& element) override {
    const std::string_view name = element.name;
    taken_ = nullptr;
    if (name == "sheetView") {
      const std::string_view zeros = element.get("", "showZeros");
      zeros_ = zeros.empty() || is_true_flag(zeros);
    } else if (name == "sheetFormatPr") {
      rows_hidden_ = is_true_flag(element.get("", "zeroHeight"));
    } else if (name == "col" && is_true_flag(element.get("", "hidden"))) {
      sheet_.hide_columns(whole_number(element.get("", "min")).value_or(0),
                          whole_number(element.get("", "max")).value_or(0));
    }
    if (name == "row") {
      const std::string_view hidden = element.get("", "hidden");
      if (!begin_row(element.get("", "r"))) return false;
      if (hidden.empty() ? rows_hidden_ && element.get("", "ht").empty() : is_true_flag(hidden))
        sheet_.hide_rows(at_.row, at_.row);
      return true;
    }
    if (name == "c") {
      return begin_cell(element);
    }
    if (name == "mergeCell") {
      return merge(element.get("", "ref"));
    }
    if (name == "rPh") ++readings_;
    if (!in_cell_) return true;
    if (name == "f") formula_ = true;
    if (name == "v") {
      taken_ = &value_;
    } else if (name == "t" && readings_ == 0) {
      taken_ = &inline_text_;
    }
    return true;
  }

  bool close(std::string_view name) override {
    taken_ = nullptr;
    if (name == "rPh") --readings_;
    if (name != "c" || !in_cell_) return true;
    in_cell_ = false;
    return end_cell();
  }

  void text(std::string_view text) override {
    if (taken_ != nullptr) *taken_ += text;
  }

  bool misplaced() const { return misplaced_; }

 private:
  bool wrong_place() {
    misplaced_ = true;
    return false;
  }

  bool begin_row(std::string_view number) {
    const auto given = number.empty() ? at_.row + 1 : whole_number(number);
    if (!given || *given < 1 || *given > kMaxSheetRows) return wrong_place();
    at_ = {*given, 0};
    return true;
  }

  bool begin_cell(const XmlElement& element) {
    const std::string_view name = element.get("", "r");
    const auto place = name.empty() ? CellPlace{at_.row, at_.column + 1} : place_named(name);
    if (!place || place->row < 1 || place->column > kMaxSheetColumns) return wrong_place();
    at_ = *place;
    style_ = element.get("", "s").empty() ? 0 : whole_number(element.get("", "s")).value_or(-1);
    type_ = element.get("", "t");
    value_.clear();
    inline_text_.clear();
    formula_ = false;
    in_cell_ = true;
    return true;
  }

  bool merge(std::string_view range) {
    if (range.find(':') == std::string_view::npos) return true;
    const auto merge = range_of(range);
    return merge ? sheet_.merge(*merge) : wrong_place();
  }

  bool end_cell() {
    if (value_.empty() && inline_text_.empty()) {
      // A formula whose result is an empty text has been computed.
      if (formula_ && type_ != "str") return sheet_.trouble(CellTrouble::no_value, at_.row, at_.column);
      return true;
    }
    auto seen = shown();
    if (!seen) return sheet_.trouble(CellTrouble::unread, at_.row, at_.column);
    if (seen->hidden()) return sheet_.trouble(CellTrouble::hidden, at_.row, at_.column);
    if (seen->otherwise && !sheet_.trouble(CellTrouble::otherwise, at_.row, at_.column)) return false;
    if (type_ == "e" && !sheet_.trouble(CellTrouble::error, at_.row, at_.column)) return false;
    SheetCell cell;
    cell.text = std::move(seen->text);
    cell.row = at_.row;
    cell.column = at_.column;
    cell.number = type_.empty() || type_ == "n" || type_ == "d";
    cell.formula = formula_;
    return sheet_.add(std::move(cell));
  }

  std::optional<ShownValue> shown() const {
    if (type_ == "inlineStr") return in_format(decoded_text(inline_text_));
    if (type_ == "str") return in_format(decoded_text(value_));
    if (type_ == "e") return ShownValue{value_};
    if (type_ == "b") return ShownValue{value_ == "1" || value_ == "true" ? "TRUE" : "FALSE"};
    if (type_ == "s") {
      const auto at = whole_number(value_);
      if (!at || *at < 0 || static_cast<std::size_t>(*at) >= book_.texts.size()) return std::nullopt;
      return in_format(book_.texts[static_cast<std::size_t>(*at)]);
    }
    if (type_ == "d") {
      const auto date = base::parse_iso_date(std::string_view(value_).substr(0, 10));
      return date ? std::optional(ShownValue{base::to_string(*date)}) : std::nullopt;
    }
    if (!type_.empty() && type_ != "n") return std::nullopt;
    const NumberFormat* format = book_.format_of(style_);
    if (format == nullptr) return std::nullopt;
    auto seen = shown_number(value_, *format, book_.since_1904);
    if (seen && !zeros_ && plain_number(value_) == "0") return ShownValue{};
    if (seen && !book_.has_styles && style_ != 0) seen->otherwise = true;  // its format is lost
    return seen;
  }

  /// A blank text stays what it is: nothing is hidden.
  ShownValue in_format(std::string text) const {
    const NumberFormat* format = book_.format_of(style_);
    if (format == nullptr || base::trimmed(text).empty()) return {text.empty() ? " " : std::move(text)};
    return shown_text(std::move(text), *format);
  }

  const XlsxParts& book_;
  SheetBuilder& sheet_;
  CellPlace at_;
  int style_ = 0;
  std::string type_;
  std::string value_;
  std::string inline_text_;
  bool formula_ = false;
  bool in_cell_ = false;
  bool misplaced_ = false;
  bool zeros_ = true;         ///< the sheet shows a 0
  bool rows_hidden_ = false;  ///< rows that do not say otherwise
  int readings_ = 0;
  std::string* taken_ = nullptr;
};

}  // namespace

XmlWalk sheet_from_xlsx(std::string_view xml, const XlsxParts& book, SheetBuilder& sheet) {
  SheetReader reader(book, sheet);
  const XmlWalk walk = walk_xml(xml, reader);
  return reader.misplaced() ? XmlWalk::malformed : walk;
}

}  // namespace jiheng::office
