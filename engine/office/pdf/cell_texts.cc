// Takes the characters of cells, gives their texts. Leaves lines to lines_on_page, which cells there are to tables_on_page.
#include "engine/office/pdf/cell_texts.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "engine/base/text.h"
#include "engine/office/pdf/lines_on_page.h"

namespace jiheng::office {
namespace {

constexpr double kPadding = 12;  ///< between the edges of a cell and its text, both sides, at most

/// The way of most, as if it ran to the right.
PdfWay main_way(const std::vector<const PdfGlyph*>& glyphs) {
  std::array<std::size_t, 5> counts{};
  for (const PdfGlyph* glyph : glyphs)
    if (glyph->character != U' ') ++counts[static_cast<std::size_t>(glyph->way)];
  const auto most = std::max_element(counts.begin(), counts.begin() + 4);
  return static_cast<PdfWay>(most - counts.begin());
}

PdfBox turned_box(const PdfBox& box, PdfWay way) {
  switch (way) {
    case PdfWay::down:
      return {box.top, -box.right, box.bottom, -box.left};
    case PdfWay::up:
      return {-box.bottom, box.left, -box.top, box.right};
    case PdfWay::left:
      return {-box.right, -box.bottom, -box.left, -box.top};
    case PdfWay::right:
    case PdfWay::slanted:
      break;
  }
  return box;
}

/// The lines of a cell and the edges between which they were broken, turned so that the text runs to the right.
struct CellLines {
  std::vector<PdfTextLine> lines;
  PdfBox edges;
};

CellLines lines_of_cell(std::vector<const PdfGlyph*> glyphs, const PdfBox& cell) {
  const PdfWay way = main_way(glyphs);
  std::erase_if(glyphs, [way](const PdfGlyph* glyph) { return glyph->way != way; });
  if (way == PdfWay::right) return {lines_of_glyphs(std::move(glyphs)), cell};
  std::vector<PdfGlyph> turned;
  turned.reserve(glyphs.size());
  for (const PdfGlyph* glyph : glyphs)
    turned.push_back({glyph->character, turned_box(glyph->box, way), PdfWay::right});
  for (std::size_t i = 0; i < turned.size(); ++i) glyphs[i] = &turned[i];
  return {lines_of_glyphs(std::move(glyphs)), turned_box(cell, way)};
}

/// What stands at the front of a line and may not be broken off: a word, or a character with the marks around it.
struct FirstWord {
  double width = 0;
  double first = 0;  ///< its first character alone
};

FirstWord first_word(const PdfTextLine& line) {
  const std::string_view text = line.segments.front().text;
  base::CodePoint first = base::decode_at(text, 0);
  std::size_t at = first.bytes;
  std::size_t count = 1;
  for (;
       at < text.size() && std::u32string_view(U"（《“‘【〔(").find(first.value) != std::u32string_view::npos;
       ++count) {
    first = base::decode_at(text, at);
    at += first.bytes;
  }
  for (; at < text.size(); ++count) {
    const base::CodePoint c = base::decode_at(text, at);
    const bool in_word = first.value < 0x80 && c.value > 0x20 && c.value < 0x80;
    const bool closing =
        std::u32string_view(U"，。、；：？！）》”’％%").find(c.value) != std::u32string_view::npos;
    if (!in_word && !closing) break;
    at += c.bytes;
  }
  const double left = line.segments.front().box.left;
  if (line.rights.empty()) return {};
  return {line.rights[std::min(count, line.rights.size()) - 1] - left, line.rights.front() - left};
}

/// Takes the last character off a text; 0 where there is none.
char32_t take_last(std::string_view& text) {
  if (text.empty()) return 0;
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  const char32_t last = base::decode_at(text, at).value;
  text = text.substr(0, at);
  return last;
}

/// Between these and figures some write a blank: 100 人, 持续性 √.
bool is_written_apart(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || std::u32string_view(U"□☐☑☒√✓").find(c) != std::u32string_view::npos;
}

/// Figures and what stands before them: their class, or 0.
char32_t figure_class(char32_t c) {
  if (is_word_letter(c)) return c <= U'9' ? U'0' : U'a';
  return std::u32string_view(U"+-±≥≤＞＜<>").find(c) != std::u32string_view::npos ? U'0' : 0;
}

/// Whether a blank may stand between the two.
bool may_be_apart(char32_t left, char32_t right) {
  return (figure_class(left) != 0 && is_written_apart(right)) ||
         (is_written_apart(left) && figure_class(right) != 0);
}

/// How a table writes figures beside words: with a blank or without, by the words.
class WrittenApart {
 public:
  void learn(std::string_view text) {
    char32_t before = 0;
    char32_t last = 0;
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
      const base::CodePoint c = base::decode_at(text, at);
      at += c.bytes;
      if (c.value == U' ') {
        blank = true;
        continue;
      }
      if (last != 0 && may_be_apart(last, c.value)) {
        Seen& seen = seen_[key_of(before, last, c.value)];
        ++(blank ? seen.apart : seen.together);
      }
      before = blank ? 0 : last;
      last = c.value;
      blank = false;
    }
  }

  bool apart(std::string_view left, std::string_view right) const {
    const char32_t last = take_last(left);
    const char32_t before = take_last(left);
    const auto found = seen_.find(key_of(before == U' ' ? 0 : before, last, base::decode_at(right, 0).value));
    return found != seen_.end() && found->second.together == 0 &&
           found->second.apart >= (figure_class(last) != 0 ? 2 : 1);
  }

 private:
  struct Seen {
    int apart = 0;
    int together = 0;
  };
  using Key = std::array<char32_t, 3>;
  /// 100|人 is known by 人, 完成率|96 by 成率.
  static Key key_of(char32_t before, char32_t left, char32_t right) {
    const char32_t figure = figure_class(left);
    return figure != 0 ? Key{0, figure, right} : Key{before, left, figure_class(right)};
  }
  std::map<Key, Seen> seen_;
};

/// What the cells of a table have in common.
struct Habits {
  double padding = kPadding / 2;  ///< at one side
  WrittenApart apart;
};

Habits habits_of(const std::vector<CellLines>& cells) {
  Habits habits;
  std::vector<double> gaps;    // of cells with several lines, which fill their cells
  std::vector<double> others;  // of those with one
  for (const CellLines& cell : cells) {
    double gap = cell.edges.width();
    for (const PdfTextLine& line : cell.lines) {
      gap = std::min(gap, line.box.left - cell.edges.left);
      habits.apart.learn(line.text());
    }
    if (!cell.lines.empty() && gap >= 0) (cell.lines.size() > 1 ? gaps : others).push_back(gap);
  }
  // Cells whose text stands at the left show it; those in the middle, or set in, have more.
  if (gaps.empty()) gaps = std::move(others);
  if (gaps.empty()) return habits;
  const auto quarter = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 4);
  std::nth_element(gaps.begin(), quarter, gaps.end());
  habits.padding = *quarter;
  return habits;
}

/// Puts a line behind the one before it, which the edge of the cell broke off.
void join_broken(std::string& text, const PdfTextLine& before, const PdfTextLine& line, double room,
                 const Habits& habits) {
  const std::string next = line.text();
  std::string_view before_it = text;
  const char32_t left = take_last(before_it);
  const char32_t right = base::decode_at(next, 0).value;
  const FirstWord word = first_word(line);
  const double surely = kSurely * line.size;
  bool blank = before.blank_behind;
  if (!blank && is_word_letter(left) && is_word_letter(right)) {
    // Else the line was full in the middle of a word; and figures beside figures are mostly one number.
    blank = (figure_class(left) == U'0' && figure_class(right) == U'0' ? 2 : 1) * word.first + surely < room;
  } else if (!blank && may_be_apart(left, right)) {
    // It would have had room behind the line, had there been no blank.
    blank = word.width + surely < room || habits.apart.apart(text, next);
  }
  if (blank) text += ' ';
  text += next;
}

std::string text_of_lines(const CellLines& cell, const Habits& habits) {
  std::string text;
  for (std::size_t i = 0; i < cell.lines.size(); ++i) {
    const PdfTextLine& line = cell.lines[i];
    if (i == 0) {
      text = line.text();
      continue;
    }
    const PdfTextLine& before = cell.lines[i - 1];
    const double left = cell.edges.width() - before.box.width();
    const double padding =
        std::max(std::min(kPadding, cell.edges.width() / 4), std::min(2 * habits.padding, 2 * kPadding) + 1);
    // Had it room behind the line before, it would stand there: somebody broke the line.
    if (first_word(line).width < left - padding) {
      text += '\n' + line.text();
    } else {
      join_broken(text, before, line, left - 2 * habits.padding, habits);
    }
  }
  return text;
}

PdfCellEnds ends_of(const CellLines& cell, const Habits& habits) {
  if (cell.lines.empty()) return {};
  const PdfTextLine& last = cell.lines.back();
  const FirstWord word = first_word(cell.lines.front());
  return {cell.edges.width() - last.box.width() - 2 * habits.padding, word.width, word.first, last.size};
}

}  // namespace

void write_texts(std::vector<std::vector<const PdfGlyph*>> glyphs, std::vector<PdfCell>& cells) {
  std::vector<CellLines> lines;
  lines.reserve(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    lines.push_back(lines_of_cell(std::move(glyphs[i]), cells[i].box));
  const Habits habits = habits_of(lines);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i].text = text_of_lines(lines[i], habits);
    cells[i].ends = ends_of(lines[i], habits);
    if (!cells[i].open_left && !cells[i].open_right) continue;
    for (const PdfTextLine& line : lines[i].lines) cells[i].drawn.push_back({line.box.middle(), line.text()});
  }
}

}  // namespace jiheng::office
