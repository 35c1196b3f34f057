// Takes the XML of a sheet with the formats and texts of its book, gives cells with the text a person sees. Leaves order,
// merged cells and messages to the builder.
#include "engine/office/sheet_from_xlsx.h"

#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/date.h"

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
std::optional<CellPlace> place_of(std::string_view name) {
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

class SheetReader : public XmlHandler {
 public:
  SheetReader(const XlsxParts& book, SheetBuilder& sheet) : book_(book), sheet_(sheet) {}

  bool open(const XmlElement& element) override {
    const std::string_view name = element.name;
    taken_ = nullptr;
    if (name == "row") {
      return begin_row(element.get("", "r"));
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
    const auto place = name.empty() ? CellPlace{at_.row, at_.column + 1} : place_of(name);
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
    const std::size_t colon = range.find(':');
    if (colon == std::string_view::npos) return true;
    const auto first = place_of(range.substr(0, colon));
    const auto last = place_of(range.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return wrong_place();
    return sheet_.merge({first->row, first->column, last->row, last->column});
  }

  bool end_cell() {
    if (value_.empty() && inline_text_.empty()) {
      // A formula whose result is an empty text has been computed.
      if (formula_ && type_ != "str") return sheet_.trouble(CellTrouble::no_value, at_.row, at_.column);
      return true;
    }
    auto text = shown();
    if (!text) return sheet_.trouble(CellTrouble::unread, at_.row, at_.column);
    if (type_ == "e" && !sheet_.trouble(CellTrouble::error, at_.row, at_.column)) return false;
    SheetCell cell;
    cell.text = std::move(*text);
    cell.row = at_.row;
    cell.column = at_.column;
    cell.number = type_.empty() || type_ == "n" || type_ == "d";
    cell.formula = formula_;
    return sheet_.add(std::move(cell));
  }

  std::optional<std::string> shown() const {
    if (type_ == "inlineStr") return decoded_text(inline_text_);
    if (type_ == "str") return decoded_text(value_);
    if (type_ == "e") return value_;
    if (type_ == "b") return value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
    if (type_ == "s") {
      const auto at = whole_number(value_);
      if (!at || *at < 0 || static_cast<std::size_t>(*at) >= book_.texts.size()) return std::nullopt;
      return book_.texts[static_cast<std::size_t>(*at)];
    }
    if (type_ == "d") {
      const auto date = base::parse_iso_date(std::string_view(value_).substr(0, 10));
      return date ? std::optional(base::to_string(*date)) : std::nullopt;
    }
    if (!type_.empty() && type_ != "n") return std::nullopt;
    const bool known = style_ >= 0 && static_cast<std::size_t>(style_) < book_.formats.size();
    if (!known && (style_ != 0 || !book_.formats.empty())) return std::nullopt;
    return shown_number(value_, known ? book_.formats[static_cast<std::size_t>(style_)] : NumberFormat{},
                        book_.since_1904);
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
