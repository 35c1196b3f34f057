// Takes the end of a table on one page and its next piece, tells what goes on over the page end: the last row, a merged cell, a
// name. Leaves putting them together to table_over_pages.
#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/base/text.h"
#include "engine/office/pdf/table_over_pages.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kLongestName = 16;  ///< of a level

/// "3.00", "≥95%", "2": a figure with nothing behind it, too short for a code that a narrow column breaks.
bool is_figure(std::string_view text) {
  constexpr std::size_t kLongest = 11;
  bool digit = false;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); ++length) {
    const base::CodePoint c = base::decode_at(text, at);
    at += c.bytes;
    if (c.value >= U'0' && c.value <= U'9') {
      digit = true;
    } else if (std::u32string_view(U",.%％‰-≥≤＞＜>< ").find(c.value) == std::u32string_view::npos) {
      return false;
    }
  }
  return digit && length <= kLongest;
}

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether the upper text is a name or a value that ends like one (享受政策人数, ≥4260人), and what stands below no mark that only
/// goes on (/月).
bool is_whole_before(std::string_view text, std::string_view below) {
  if (text.empty() || base::count_characters(text) > kLongestName) return false;
  if (std::u32string_view(U"/、，。；：）)").find(base::decode_at(below, 0).value) !=
      std::u32string_view::npos)
    return false;
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return std::u32string_view(U"率数性度额量次值比%％‰人个元件家天年期份户名。")
             .find(base::decode_at(text, at).value) != std::u32string_view::npos;
}

bool is_last_digits(std::string_view text) { return text.size() <= 2 && is_digits(text); }

/// Both end with the same two characters, as two names of a kind do (合格率, 发放率), or are digits of one length: codes.
bool are_of_one_kind(std::string_view a, std::string_view b) {
  constexpr std::size_t kTwo = 6;  // bytes of Chinese
  if (a.size() == b.size() && is_digits(a) && is_digits(b)) return true;
  return a.size() >= kTwo && b.size() >= kTwo && a.substr(a.size() - kTwo) == b.substr(b.size() - kTwo);
}

}  // namespace

bool TableOverPages::are_two_values(std::string_view upper, std::string_view lower) {
  if (upper.empty() || lower.empty()) return false;
  if (is_figure(upper) && is_figure(lower)) return true;
  constexpr std::size_t kLongestWord = 12;
  return std::u32string_view(U"≥≤＞＜").find(base::decode_at(lower, 0).value) != std::u32string_view::npos &&
         base::count_characters(upper) <= kLongestWord && !upper.ends_with("，") && !upper.ends_with("；");
}

/// Whether the cell below goes on where the page end stopped the one above: that one's last line is full but for the word that
/// stands below, and the two do not look like two values or names.
bool TableOverPages::is_broken_off(const Cell& upper, const Cell& cell) {
  constexpr double kMostRoom = 3;  // of an em: a long word behind a short line tells nothing
  if (upper.text.empty() || cell.text.empty()) return false;
  const double room = upper.ends.room;
  const double surely = kSurely * cell.ends.em;
  // The last decimals of a figure, which did not go into its narrow column: 31.0 | 0.
  if (is_figure(upper.text) && upper.text.find('.') != std::string::npos && is_last_digits(cell.text))
    return cell.ends.first_letter + surely > room;
  return cell.ends.first_word + surely > room && room < kMostRoom * cell.ends.em &&
         room < (upper.right - upper.left) / 2 && !are_two_values(upper.text, cell.text) &&
         !are_of_one_kind(upper.text, cell.text);
}

/// The cell at the end of the table that stands above one of the first row below.
const TableOverPages::Cell* TableOverPages::above(const Cell& cell) const {
  const auto found = std::find_if(
      cells_.begin() + static_cast<std::ptrdiff_t>(recent()), cells_.end(), [&](const Cell& other) {
        return other.row + other.rows == rows_ && is_same_column(other.left, cell.left) &&
               is_same_column(other.right, cell.right);
      });
  return found == cells_.end() ? nullptr : &*found;
}

/// Whether each text in the first row below goes on from the cell above it. One alone is no row; of several, lines that are full
/// by chance are told by texts that are whole above.
bool TableOverPages::row_is_broken_off(const std::vector<Cell>& below) const {
  std::size_t broken = 0;
  std::size_t texts = 0;
  std::size_t whole = 0;
  for (const Cell& cell : below) {
    if (cell.row != 0 || cell.text.empty()) continue;
    const Cell* upper = above(cell);
    if (upper == nullptr || !is_broken_off(*upper, cell)) return false;
    ++texts;
    broken += upper->rows == 1 && cell.rows == 1 ? 1 : 0;
    whole += is_whole_before(upper->text, cell.text) ? 1 : 0;
  }
  return broken > 0 && (texts == 1 || 2 * whole < texts);
}

/// Whether merged cells go on: no text below but the rest of a long one, for levels are broken everywhere in their narrow columns.
bool TableOverPages::merged_is_broken_off(const std::vector<Cell>& below) const {
  constexpr std::size_t kLongText = 10;
  std::size_t broken = 0;
  for (const Cell& cell : below) {
    if (cell.row != 0 || cell.text.empty()) continue;
    const Cell* upper = above(cell);
    if (upper == nullptr) return false;  // rows of another kind
    if (upper->rows == 1 && cell.rows == 1) continue;
    if (base::count_characters(upper->text) < kLongText || !is_broken_off(*upper, cell)) return false;
    ++broken;
  }
  return broken > 0;
}

/// Whether the last row and the first of the next piece are two halves of one: the columns that nearly all rows fill are
/// filled once between the two, and one of them lacks some; or whatever stands below goes on from above.
bool TableOverPages::cut_between(const std::vector<Cell>& below) const {
  struct Column {
    double left;
    double right;
    int cells = 0;
    int filled = 0;
    bool last = false;
    bool first = false;
    std::string_view text = {};  ///< of the last row
  };
  std::vector<Column> columns;
  constexpr int kRowsLookedAt = 60;
  const int from = std::max(0, rows_ - 1 - kRowsLookedAt);
  for (std::size_t i = recent(); i < cells_.size(); ++i) {
    const Cell& cell = cells_[i];
    // Lines below some cells, none below others: the row is at its end, and those are merged cells that go on.
    if (cell.open_below && cell.row + cell.rows == rows_) return false;
    if (cell.row == rows_ - 1 && cell.rows == 1)
      columns.push_back({cell.left, cell.right, 0, 0, !cell.text.empty(), false, cell.text});
  }
  if (row_is_broken_off(below)) return true;
  if (columns.size() < 3) return open_below_;
  const auto column_of = [&columns](const Cell& cell) {
    return std::find_if(columns.begin(), columns.end(), [&cell](const Column& column) {
      return is_same_column(column.left, cell.left) && is_same_column(column.right, cell.right);
    });
  };
  for (std::size_t i = recent(); i < cells_.size(); ++i) {
    const Cell& cell = cells_[i];
    if (cell.row < from || cell.row >= rows_ - 1 || cell.rows != 1) continue;
    const auto column = column_of(cell);
    if (column == columns.end()) continue;
    ++column->cells;
    if (!cell.text.empty()) ++column->filled;
  }
  std::size_t matched = 0;
  std::size_t cells_below = 0;
  for (const Cell& cell : below) {
    if (cell.row != 0) continue;
    ++cells_below;
    const auto column = column_of(cell);
    if (column == columns.end()) continue;
    ++matched;
    if (are_two_values(column->text, cell.text)) return false;
    column->first = !cell.text.empty();
  }
  if (open_below_) return true;
  if (matched + 1 < columns.size() || matched + 2 < cells_below) return false;
  std::size_t full = 0;
  std::size_t both = 0;
  std::size_t neither = 0;
  for (const Column& column : columns) {
    if (column.cells < 3 || column.filled * 10 < column.cells * 8) continue;
    ++full;
    both += column.last && column.first ? 1 : 0;
    neither += !column.last && !column.first ? 1 : 0;
  }
  return full >= 2 && neither == 0 && both * 2 <= full;
}

/// Whether two cells of a column are one name that the page end cut: its end is that of other names in the column, the first
/// half has not got it, and the second is too short to be one (满意度 | 指标 below 产出指标, 效益指标).
bool TableOverPages::is_one_name(const Cell& upper, const Cell& cell) const {
  constexpr std::size_t kEndLength = 2;
  const auto length = [](const std::string& text) { return base::count_characters(text); };
  const std::string whole = upper.text + cell.text;
  if (std::any_of(whole.begin(), whole.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  if (length(whole) <= kEndLength || length(whole) > kLongestName) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i + kEndLength < length(whole); ++i) at += base::decode_at(whole, at).bytes;
  const std::string end = whole.substr(at);
  if (upper.text.ends_with(end)) return false;
  std::vector<std::string_view> others;
  std::size_t shortest = kLongestName;
  const auto look_at = [&](const Cell& other) {
    if (&other == &upper || !is_same_column(other.left, upper.left) || !other.text.ends_with(end) ||
        std::find(others.begin(), others.end(), other.text) != others.end())
      return;
    others.push_back(other.text);
    shortest = std::min(shortest, length(other.text));
  };
  for (std::size_t i = 0; i < std::min(cells_.size(), kRecentCells); ++i) look_at(cells_[i]);
  for (std::size_t i = std::max(recent(), kRecentCells); i < cells_.size(); ++i) look_at(cells_[i]);
  // A cell of one row on either side may be a row of its own: then no more than the end itself is told from a name.
  const bool rows = upper.rows > 1 || cell.rows > 1;
  return others.size() >= 2 && length(cell.text) < (rows ? shortest : kEndLength + 2) &&
         length(whole) >= shortest;
}

}  // namespace jiheng::office
