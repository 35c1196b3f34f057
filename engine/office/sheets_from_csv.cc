// Takes the text of a csv file, gives its cells. Leaves the encoding to text_encoding and what the cells mean to
// tables_from_sheets.
#include "engine/office/sheets_from_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "engine/base/text.h"
#include "engine/office/sheet_limits.h"

namespace jiheng::office {
namespace {

struct Cell {
  std::string text;
  std::size_t begin = 0;         ///< byte of its first character, or of its opening quote
  std::size_t behind_quote = 0;  ///< byte of text that follows the closing quote; 0: none does
  bool open_quote = false;       ///< it was never closed
  bool last = false;             ///< of its record
};

class CellReader {
 public:
  CellReader(std::string_view text, std::string_view delimiter) : text_(text), delimiter_(delimiter) {}

  bool done() const { return at_ >= text_.size() && !owes_cell_; }

  void read(Cell& cell) {
    cell = {.text = std::move(cell.text), .begin = at_};
    cell.text.clear();
    owes_cell_ = false;
    if (text_.substr(at_).starts_with('"')) read_quoted(cell);
    read_rest(cell);
  }

 private:
  /// Up to behind the closing quote.
  void read_quoted(Cell& cell) {
    for (++at_; at_ < text_.size();) {
      const char c = text_[at_++];
      if (c == '"') {
        if (!text_.substr(at_).starts_with('"')) {
          if (at_ < text_.size() && !at_end_of_cell()) cell.behind_quote = at_;
          return;
        }
        ++at_;
      }
      if (c == '\r') {
        if (text_.substr(at_).starts_with('\n')) ++at_;
        cell.text += '\n';
      } else {
        cell.text += c;
      }
    }
    cell.open_quote = true;
  }

  bool at_end_of_cell() const {
    const char c = text_[at_];
    return c == '\n' || c == '\r' || text_.substr(at_).starts_with(delimiter_);
  }

  /// What stands without quotes, and what ends the cell.
  void read_rest(Cell& cell) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !at_end_of_cell()) ++at_;
    cell.text.append(text_, begin, at_ - begin);
    cell.last = at_ >= text_.size() || !text_.substr(at_).starts_with(delimiter_);
    if (at_ >= text_.size()) return;
    if (!cell.last) {
      at_ += delimiter_.size();
      owes_cell_ = true;  // a delimiter at the end of the text has an empty cell behind it
    } else {
      at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
    }
  }

  std::string_view text_;
  std::string_view delimiter_;
  std::size_t at_ = 0;
  bool owes_cell_ = false;
};

std::size_t records_cut_by(std::string_view text, std::string_view delimiter) {
  CellReader reader(text, delimiter);
  Cell cell;
  std::size_t cut = 0;
  for (std::size_t records = 0; records < kDelimiterRecords && !reader.done(); ++records) {
    reader.read(cell);
    cut += cell.last ? 0 : 1;
    while (!cell.last) reader.read(cell);
  }
  return cut;
}

constexpr std::string_view kBar = "|";

/// ---, :--:  of the line between head and rows of a table in Markdown.
bool is_rule(std::string_view cell) {
  return cell.find('-') != std::string_view::npos && cell.find_first_not_of("-: ") == std::string_view::npos;
}

std::string_view delimiter_of(std::string_view text) {
  constexpr std::size_t kLookedAt = 1U << 20U;  // bytes: a quote of another delimiter may swallow the rest
  constexpr std::string_view kDelimiters[] = {"\t", ",", ";", "，", kBar, "｜"};
  std::string_view best = kDelimiters[0];
  std::size_t most = 0;
  for (const std::string_view delimiter : kDelimiters) {
    const std::size_t cut = records_cut_by(text.substr(0, kLookedAt), delimiter);
    if (cut > most) {
      best = delimiter;
      most = cut;
    }
  }
  return best;
}

/// 2023/自评.csv -> 自评.
std::string sheet_name(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);  // npos + 1 is 0
  path = path.substr(0, path.rfind('.'));
  return path.empty() ? std::string("csv") : std::string(path);
}

/// Our own csv keeps spreadsheet programs from computing a text that begins like a formula.
void take_off_apostrophe(std::string& text) {
  if (text.size() > 1 && text[0] == '\'' &&
      std::string_view("=+-@\t\n").find(text[1]) != std::string_view::npos)
    text.erase(0, 1);
}

/// Without the line itself: what cannot be cut into cells is not looked through for names and telephones either.
base::Place place_at(const base::SourcePtr& source, std::size_t byte) {
  const std::string_view before = std::string_view(source->text).substr(0, byte);
  const std::size_t line_begin = before.rfind('\n') + 1;
  return {std::make_shared<const base::Source>(base::Source{source->name, {}, {}}),
          static_cast<int>(1 + std::count(before.begin(), before.end(), '\n')),
          static_cast<int>(1 + base::count_characters(before.substr(line_begin))), 1};
}

diag::Diagnostic bad_quotes(const base::SourcePtr& source, const Cell& cell) {
  if (cell.open_quote) {
    return {"I121", "这个引号没有配对的引号，后面的格分不开",
            "格子以引号开头，就要以引号结尾；里面的引号写两个。",
            "在格子末尾补上引号；引号是文字的一部分时，写成 \"\"\"三公\"\"经费\"。",
            place_at(source, cell.begin)};
  }
  return {"I121", "引号后面还有字，格子从哪里分开看不出来",
          "格子以引号开头，结尾的引号后面只能是分隔符或换行。",
          "引号是文字的一部分时，写成 \"\"\"三公\"\"经费\"。", place_at(source, cell.behind_quote)};
}

}  // namespace

diag::Result<Sheet> sheet_from_csv(const base::SourcePtr& source) {
  Sheet sheet;
  sheet.source =
      std::make_shared<const base::Source>(base::Source{source->name, {}, sheet_name(source->name)});
  const std::string_view delimiter = delimiter_of(source->text);
  const bool bars = delimiter == kBar || delimiter == "｜";
  CellReader reader(source->text, delimiter);
  Cell cell;
  int row = 1;
  for (int column = 1; !reader.done(); ++column) {
    reader.read(cell);
    if (cell.open_quote || cell.behind_quote > 0) return bad_quotes(source, cell);
    std::string text(base::trimmed(cell.text));
    take_off_apostrophe(text);
    if (bars && is_rule(text)) text.clear();
    if (auto no = add_cell(sheet, {.text = std::move(text), .row = row, .column = column}))
      return std::move(*no);
    if (cell.last) {
      ++row;
      column = 0;
    }
  }
  return sheet;
}

}  // namespace jiheng::office
