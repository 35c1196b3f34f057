// Takes lines, gives their words with what stands before each, and finds labels among them. Leaves what the words mean
// to tables_from_running_text.
#include "engine/intake/words/running_words.h"

#include "engine/base/text.h"
#include "engine/intake/tables/table_fields.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kLabelWords = 12;  ///< a label may be broken into so many
constexpr std::size_t kLabelBytes = 90;

/// Brackets open at the end of the text.
int open_brackets(std::string_view text) {
  int open = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    const char32_t mark = base::fold_full_width(c.value);
    if (mark == U'(') ++open;
    if (mark == U')' && open > 0) --open;
    at += c.bytes;
  }
  return open;
}

/// 景点开发数量( | ≥**个 | ) -> one word: what a name has in brackets is part of it. Points, (10 分), stay words.
std::vector<Piece> with_closed_brackets(const std::vector<Piece>& pieces) {
  constexpr std::size_t kMostJoined = 5;
  std::vector<Piece> out;
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    Piece piece = pieces[k];
    const std::string text = squeezed(piece.text);
    const bool of_name = open_brackets(piece.text) > 0 && !text.starts_with('(');
    std::string joined_text = piece.text;
    for (std::size_t n = 1; of_name && n <= kMostJoined && k + n < pieces.size(); ++n) {
      joined_text += ' ' + pieces[k + n].text;
      if (open_brackets(joined_text) > 0) continue;
      if (!squeezed(joined_text).ends_with("分)")) {
        piece.text = std::move(joined_text);
        k += n;
      }
      break;
    }
    out.push_back(std::move(piece));
  }
  return out;
}

}  // namespace

void RunningWords::collect(Reading& reading, std::size_t first, std::size_t end, Table& table) {
  std::size_t spaced = 0;
  for (std::size_t i = first; i < end; ++i) spaced += reading.line(i).blank_before > 0;
  const bool double_spaced = spaced * 2 > end - first;
  for (std::size_t i = first; i < end; ++i) {
    const Line& line = reading.line(i);
    if (reading.page_number(i)) {
      reading.pass_line(i, "页码");
      continue;
    }
    if (words_.size() + line.pieces.size() > kMaxWords) {
      reading.pass_line(i, "一张表的文字太长");
      continue;
    }
    reading.use(i);
    if (read_year_or_money_unit(*forms_, reading.squeezed_line(i), line.pieces.front().place, table))
      continue;
    const bool tight = double_spaced && line.blank_before == 0 && !line.page_start;
    const std::vector<Piece> pieces = with_closed_brackets(line.pieces);
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      const std::string word = squeezed(pieces[k].text);
      if (is_money_note(*forms_, word) && read_year_or_money_unit(*forms_, word, pieces[k].place, table))
        continue;
      Break before = k > 0 ? Break::space : tight ? Break::tight : Break::line;
      add(pieces[k], i, before);
    }
    if (!words_.empty()) words_.back().ends_line = true;
  }
}

/// "单位名称：某局" is a label and a value.
void RunningWords::add(const Piece& piece, std::size_t line, Break before) {
  constexpr std::string_view kWide = "：";
  std::size_t colon = piece.text.find(kWide);
  std::size_t width = kWide.size();
  if (colon == std::string::npos) {
    colon = piece.text.find(':');
    width = 1;
  }
  if (colon != std::string::npos && colon > 0 && colon + width < piece.text.size()) {
    Piece label{piece.text.substr(0, colon + width), piece.column, piece.place};
    if (label_of(*forms_, squeezed(label.text))) {
      Piece value{piece.text.substr(colon + width), piece.column, piece.place};
      value.place.column += static_cast<int>(base::count_characters(label.text));
      words_.push_back({std::move(label), line, before, false});
      words_.push_back({std::move(value), line, Break::space, false});
      return;
    }
  }
  words_.push_back({piece, line, before, false});
}

RunningWords::Found RunningWords::label_at(std::size_t i, bool headings) const {
  Found found;
  std::string text;
  for (std::size_t n = 1; n <= kLabelWords && i + n <= words_.size(); ++n) {
    text += squeezed(words_[i + n - 1].piece.text);
    if (text.size() > kLabelBytes) break;
    const auto role = headings ? heading_role(*forms_, text) : std::nullopt;
    const auto label = role ? std::nullopt : label_of(*forms_, text);
    if (role || label) found = {n, text, label, role};
  }
  return found;
}

bool RunningWords::heading_at(std::size_t i) const {
  const Found first = label_at(i, true);
  if (first.role != Role::level1) return false;
  const Found second = label_at(i + first.words, true);
  return second.role == Role::level2 || second.role == Role::name;
}

bool RunningWords::first_row_at(std::size_t i) const {
  return words_[i].before != Break::space && i + 3 < words_.size() &&
         is_level1(*forms_, squeezed(words_[i].piece.text)) &&
         is_level2(*forms_, squeezed(words_[i + 1].piece.text));
}

bool RunningWords::heading_follows(std::size_t i) const {
  std::string side;
  for (std::size_t n = 0; n < 4 && i + n < words_.size(); ++n) {
    if (heading_at(i + n)) return side.empty() || is_side_word(*forms_, side);
    side += squeezed(words_[i + n].piece.text);
  }
  return false;
}

}  // namespace jiheng::intake
