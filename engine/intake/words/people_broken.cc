// Takes two lines, looks whether a word of the first and a word of the second make a label; what stands behind each is a name or
// a telephone. Leaves putting the spans in order to people.
#include "engine/intake/words/people_broken.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/text.h"
#include "engine/intake/words/people_labels.h"
#include "engine/intake/words/people_values.h"

namespace jiheng::intake {
namespace {

using Text = std::string_view;

constexpr std::size_t kLongestFront = std::size_t{12} * 3;  ///< bytes of the front of a label
constexpr std::size_t kMostWords = 40;                      ///< of one line

/// A word between spaces of one cell, in its text without white space.
struct LabelWord {
  std::size_t cell = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct FlatRow {
  std::vector<Flat> cells;
  std::vector<LabelWord> words;
};

FlatRow flat_row(const PeopleRow& row) {
  FlatRow out;
  for (const PeopleCell& cell : row) {
    const Flat& flat = out.cells.emplace_back(flat_of(cell.text));
    std::size_t begin = 0;
    for (std::size_t at = 1; at <= flat.text.size() && out.words.size() < kMostWords; ++at) {
      if (at < flat.text.size() && !flat.spaced[at]) continue;
      out.words.push_back({out.cells.size() - 1, begin, at});
      begin = at;
    }
  }
  return out;
}

/// 项目负责, 联系, 负责人及电: more than nothing of a label, and not the whole.
bool is_front(const model::PeopleWords& words, Text text) {
  if (const std::size_t whole = people_label_at(words, text).bytes; whole > 0) {
    text.remove_prefix(whole);
    const std::size_t between = front_of(text, words.between);
    if (between == 0) return false;
    text.remove_prefix(between);
  }
  const auto begins = [&text](const std::string& word) {
    return word.size() > text.size() && Text(word).starts_with(text);
  };
  while (!text.empty()) {
    if (std::any_of(words.persons.begin(), words.persons.end(), begins) ||
        std::any_of(words.phones.begin(), words.phones.end(), begins))
      return true;
    const std::size_t before = front_of(text, words.before);
    if (before == 0) return false;
    text.remove_prefix(before);
  }
  return false;
}

class BrokenLabels {
 public:
  BrokenLabels(const FormWords& forms, const std::vector<PeopleRow>& rows) : forms_(forms), rows_(rows) {}

  std::vector<PeopleSpan> run() {
    FlatRow upper;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      FlatRow lower = flat_row(rows_[r]);
      if (r > 0) pair(r - 1, upper, lower);
      upper = std::move(lower);
    }
    return std::move(out_);
  }

 private:
  void pair(std::size_t r, const FlatRow& upper, const FlatRow& lower) {
    for (const LabelWord& front : upper.words) {
      const bool last = &front == &upper.words.back();
      const Text text = word_of(upper, front);
      if (text.size() <= kLongestFront && is_front(forms_.people, text) && match(r, upper, front, lower))
        continue;
      if (last) match_end(r, upper, front, lower);
    }
  }

  /// A sentence that goes on: …项目负责 / 人：张三.
  void match_end(std::size_t r, const FlatRow& upper, LabelWord front, const FlatRow& lower) {
    const std::string& all = upper.cells[front.cell].text;
    const std::size_t least = std::max(front.begin, front.end - std::min(front.end, kLongestFront));
    for (std::size_t at = front.begin; at < front.end; at += base::decode_at(all, at).bytes) {
      if (at < least || !is_front(forms_.people, Text(all).substr(at, front.end - at))) continue;
      front.begin = at;
      if (match(r, upper, front, lower)) return;
    }
  }

  bool match(std::size_t r, const FlatRow& upper, const LabelWord& front, const FlatRow& lower) {
    const std::string text(word_of(upper, front));
    for (const LabelWord& back : lower.words) {
      const Text rest = word_of(lower, back);
      if (people_label_at(forms_.people, rest).bytes > 0) continue;  // it stands there whole
      const LabelFound label = people_label_at(forms_.people, text + std::string(rest));
      if (label.bytes <= text.size()) continue;
      const std::size_t behind = back.begin + label.bytes - text.size();
      const Flat& cell = lower.cells[back.cell];
      const bool ends = behind >= back.end || cell.text[behind] == ':';
      if (!ends && value_end(cell, behind, Doubt::short_surname) != back.end) continue;
      take(r, upper, front.cell, front.begin, front.end);
      take(r + 1, lower, back.cell, back.begin, behind);
      if (behind >= cell.text.size() && back.cell + 1 == lower.cells.size()) take_row(r + 2);
      return true;
    }
    return false;
  }

  static Text word_of(const FlatRow& row, const LabelWord& word) {
    return Text(row.cells[word.cell].text).substr(word.begin, word.end - word.begin);
  }

  std::size_t value_end(const Flat& cell, std::size_t at, Doubt doubt) const {
    return people_end(forms_, cell, at, true, true, doubt);
  }

  /// The part of a label, and what stands behind it in its cell, or alone in the next one.
  void take(std::size_t r, const FlatRow& row, std::size_t cell, std::size_t begin, std::size_t at) {
    const Flat& flat = row.cells[cell];
    while (at < flat.text.size() && flat.text[at] == ':') ++at;
    const std::size_t end = at < flat.text.size() ? value_end(flat, at, Doubt::none) : at;
    hide(r, cell, flat.raw[begin], flat.raw[end]);
    if (at < flat.text.size() || cell + 1 >= row.cells.size()) return;
    const Flat& next = row.cells[cell + 1];
    if (is_people(forms_, next, Doubt::none) && !is_value(forms_, next.text))
      hide(r, cell + 1, 0, rows_[r][cell + 1].text.size());
  }

  void hide(std::size_t r, std::size_t cell, std::size_t begin, std::size_t end) {
    out_.push_back({r, cell, begin, end, "姓名电话"});
  }

  /// One cell alone on the line below the label.
  void take_row(std::size_t r) {
    if (r >= rows_.size() || rows_[r].size() != 1) return;
    const Flat flat = flat_of(rows_[r].front().text);
    const bool sure = base::count_characters(flat.text) <= 4 || has_long_number(flat.text);
    if (is_people(forms_, flat, sure ? Doubt::none : Doubt::surname) && !is_value(forms_, flat.text))
      hide(r, 0, 0, rows_[r].front().text.size());
  }

  const FormWords& forms_;
  const std::vector<PeopleRow>& rows_;
  std::vector<PeopleSpan> out_;
};

}  // namespace

std::vector<PeopleSpan> people_behind_broken_labels(const FormWords& forms,
                                                    const std::vector<PeopleRow>& rows) {
  return BrokenLabels(forms, rows).run();
}

}  // namespace jiheng::intake
