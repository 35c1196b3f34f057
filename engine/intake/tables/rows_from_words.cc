// Takes words and columns, gives rows: for each word and each column the best way to have come there (Viterbi).
#include "engine/intake/tables/rows_from_words.h"

#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "engine/intake/words/role_fit.h"

namespace jiheng::intake {
namespace {

constexpr double kNever = -1e9;
constexpr double kUnread = -7;     ///< a word that is left over
constexpr double kScoredRow = -4;  ///< of each row with points: one row of all its words before two of halves
constexpr double kNumberAlone = -3;  ///< a number alone on its line: a page number, perhaps
constexpr double kSide = -0.5;       ///< a side word of a merged cell: 年度, 指标, (80分)

constexpr std::size_t kLongest = 60;  ///< words of a cell
std::size_t longest(Role role) {
  switch (role) {
    case Role::level1:
    case Role::level2:
      return 8;
    case Role::name:
    case Role::reason:
    case Role::description:
      return 24;
    case Role::standard:
      return kLongest;
    case Role::full_marks:
    case Role::score:
      return 1;
    default:
      return 10;
  }
}

/// Digits alone on their line: a page number, perhaps.
bool number_alone(const Word& word) {
  const std::string& text = word.piece.text;
  return word.before != Break::space && word.ends_line && text.size() <= 4 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// A number and the word beside it ("118 人", "2023 年…"): one cell, or the end of one and the beginning of the next. A
/// sign of comparison begins a cell.
bool figure_beside_word(const std::string& left, const std::string& right) {
  constexpr std::string_view kSigns[] = {"≥", "≤", "＞", "＜", "=", ">", "<"};
  const auto sign = [&](std::string_view s) { return right.starts_with(s); };
  if (std::any_of(std::begin(kSigns), std::end(kSigns), sign)) return false;
  return is_ascii(left.back()) != is_ascii(right.front()) || left.ends_with("≥") || left.ends_with("≤");
}

/// What it costs to take a word into the same cell as the one before it.
double join_cost(const Word& left, const Word& right) {
  if (number_alone(right)) return 4;
  switch (right.before) {
    case Break::space: {
      constexpr std::string_view kMarks[] = {"，", "、", "。", "；", "”", "）", "）"};
      const bool mark = std::any_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view m) {
        return right.piece.text.starts_with(m) || left.piece.text.ends_with(m);
      });
      if (mark) return 0.5;
      return figure_beside_word(left.piece.text, right.piece.text) ? 0.6 : 6;
    }
    case Break::tight:
      return 3;
    default:
      return 0;
  }
}

double split_cost(const Word& left, const Word& right) {
  if (right.before == Break::space) return figure_beside_word(left.piece.text, right.piece.text) ? 1.5 : 0;
  return right.before == Break::line ? 0.3 : 0;
}

double left_out(Role role) {
  switch (role) {
    case Role::level1:
    case Role::level2:
    case Role::standard:
    case Role::basis:
    case Role::reason:
    case Role::description:
      return 0;
    case Role::name:
      return -12;
    default:
      return -6;
  }
}

class Solver {
 public:
  Solver(const FormWords& forms, const std::vector<Word>& words, const std::vector<Role>& columns)
      : forms_(forms),
        words_(words),
        columns_(columns),
        scored_(std::find(columns.begin(), columns.end(), Role::score) != columns.end()) {
    for (const Role role : columns) longest_ = std::max(longest_, longest(role));
    squeezed_.reserve(words.size());
    for (const Word& word : words) squeezed_.push_back(squeezed(word.piece.text));
    mark_blank_levels();
  }

  WordRows run() {
    const std::size_t states = columns_.size() + 1;
    best_.assign((words_.size() + 1) * states, {});
    at(0, 0).sum = 0;
    for (std::size_t i = 0; i <= words_.size(); ++i) {
      close_rows(i);
      if (i == words_.size()) break;
      take_cells(i);
      leave_words(i);
    }
    return collect();
  }

 private:
  struct Step {
    double sum = kNever;
    std::size_t from_word = 0;
    std::size_t from_state = 0;
    char move = 0;           ///< c cell, d target and actual, u unread, s side word, r row end
    std::size_t middle = 0;  ///< of d: where the actual begins
  };

  /// 经济效益指标 alone on its line, and below it 社会效益指标: the row of the first was left blank. A form that prints the
  /// second level twice has the same word twice.
  void mark_blank_levels() {
    blank_.assign(words_.size(), false);
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (!words_[i].ends_line || words_[i + 1].before == Break::space) continue;
      const std::string& here = squeezed_[i];
      const std::string& below = squeezed_[i + 1];
      if (here == below || !is_known_level(forms_, here) || !is_known_level(forms_, below)) continue;
      if (here.ends_with("指标") != below.ends_with("指标")) continue;
      // 成本指标 is a first level or a second; above a first level, such as 效益指标, it is the second of a row left blank.
      const bool first_below = is_level1(forms_, below);
      blank_[i] = !is_level1(forms_, here) ||
                  (first_below && (!is_listed_level2(forms_, below) || is_listed_level2(forms_, here)));
    }
  }

  Step& at(std::size_t word, std::size_t state) { return best_[word * (columns_.size() + 1) + state]; }
  void offer(std::size_t word, std::size_t state, Step step) {
    if (step.sum > at(word, state).sum) at(word, state) = step;
  }

  /// A row may end behind its name; what is missing costs.
  void close_rows(std::size_t i) {
    for (std::size_t state = 1; state <= columns_.size(); ++state) {
      const Step& here = at(i, state);
      if (here.sum <= kNever) continue;
      const Role last = columns_[state - 1];
      if (last == Role::level1 || last == Role::level2) continue;
      double sum = here.sum + (scored_ ? kScoredRow : 0);
      for (std::size_t k = state; k < columns_.size(); ++k) sum += left_out(columns_[k]);
      offer(i, 0, {sum, i, state, 'r'});
    }
  }

  void leave_words(std::size_t i) {
    for (std::size_t state = 0; state <= columns_.size(); ++state) {
      const double sum = at(i, state).sum;
      if (sum <= kNever) continue;
      const double cost = blank_[i] ? 0 : number_alone(words_[i]) ? kNumberAlone : kUnread;
      offer(i + 1, state, {sum + cost, i, state, 'u'});
      std::string text;
      for (std::size_t n = 1; n <= 3 && i + n <= words_.size(); ++n) {
        text += squeezed_[i + n - 1];
        if (is_side_word(forms_, text))
          offer(i + n, state, {sum + kSide * static_cast<double>(n), i, state, 's'});
      }
    }
  }

  void take_cells(std::size_t i) {
    find_texts(i);
    for (std::size_t k = 0; k < columns_.size(); ++k) {
      // The best state to come from, with what was left out between.
      double sum = kNever;
      std::size_t from = 0;
      double skipped = 0;
      for (std::size_t state = k + 1; state-- > 0;) {
        const double here = at(i, state).sum;
        const bool level_without_second =
            state > 0 && columns_[state - 1] == Role::level1 && columns_[k] == Role::name;
        if (here > kNever && here + skipped - (level_without_second ? 3 : 0) > sum) {
          sum = here + skipped - (level_without_second ? 3 : 0);
          from = state;
        }
        if (state > 0) skipped += left_out(columns_[state - 1]);
      }
      if (sum <= kNever) continue;
      if (i > 0) sum -= split_cost(words_[i - 1], words_[i]);
      cells_from(i, k, sum, from);
    }
  }

  /// The texts that a cell may have that begins with word i, of one word, of two…: every column is asked about them.
  void find_texts(std::size_t i) {
    std::array<std::size_t, kLongest> ends{};
    std::size_t count = 0;
    double joins = 0;
    whole_.clear();
    texts_.clear();
    const std::size_t most = std::min(longest_, words_.size() - i);
    for (; count < most && !blank_[i + count]; ++count) {
      if (count > 0) joins += join_cost(words_[i + count - 1], words_[i + count]);
      if (joins > 20) break;
      joins_[count] = joins;
      whole_ += squeezed_[i + count];
      ends[count] = whole_.size();
    }
    for (std::size_t n = 0; n < count; ++n)
      texts_.emplace_back(forms_, std::string_view(whole_).substr(0, ends[n]));
  }

  void cells_from(std::size_t i, std::size_t k, double sum, std::size_t from) {
    const Role role = columns_[k];
    const std::size_t most = std::min(longest(role), texts_.size());
    for (std::size_t n = 1; n <= most; ++n) {
      const std::string_view text = texts_[n - 1].text();
      const double joins = joins_[n - 1];
      const bool level = role == Role::level1 || role == Role::level2;
      double fit = texts_[n - 1].fit(role);
      if (level && fit < 0) continue;
      // A level written out in full is one cell however it is broken.
      const double joins_here = level && is_known_level(forms_, text) ? 0.1 * joins : joins;
      if ((role == Role::score || role == Role::full_marks) && fit < 0) break;
      if (role == Role::score) fit += words_[i].ends_line ? 2 : -4;
      if (role == Role::name && text.size() > 270) fit -= 4;
      offer(i + n, k + 1, {sum + fit - joins_here, i, from, 'c'});
      if (role == Role::target) target_and_same_actual(i, k, sum + fit - joins_here, from, i + n, text);
    }
  }

  /// Most actual values repeat the words of their target: that tells where the one ends and the other begins, so the two
  /// are tried as one step. `sum` holds
  /// the target already.
  void target_and_same_actual(std::size_t i, std::size_t k, double sum, std::size_t from, std::size_t middle,
                              std::string_view target) {
    if (k + 1 >= columns_.size() || columns_[k + 1] != Role::actual || middle >= words_.size()) return;
    constexpr double kSame = 3;
    std::string text;
    double joins = split_cost(words_[middle - 1], words_[middle]);
    for (std::size_t n = 1; n <= longest(Role::actual) && middle + n <= words_.size(); ++n) {
      if (n > 1) joins += join_cost(words_[middle + n - 2], words_[middle + n - 1]);
      text += squeezed_[middle + n - 1];
      if (text.size() > target.size()) return;
      if (text == target) {
        offer(middle + n, k + 2,
              {sum + role_fit(forms_, Role::actual, text) + kSame - joins, i, from, 'd', middle});
        return;
      }
    }
  }

  WordRows collect() {
    WordRows out;
    // At the end every row is closed: leaving all words unread is one way, so there is always one.
    std::size_t word = words_.size();
    std::size_t state = 0;
    std::vector<Cell> row;
    const auto finish_row = [&] {
      if (row.empty()) return;
      std::reverse(row.begin(), row.end());
      out.rows.push_back(std::move(row));
      row.clear();
    };
    while (at(word, state).move != 0) {
      const Step step = at(word, state);
      if (step.move == 'r') {
        finish_row();
      } else if (step.move == 'u') {
        (blank_[word - 1] ? out.blank : out.unread).push_back(word - 1);
      } else if (step.move == 'd') {
        row.push_back({Role::actual, step.middle, word});
        row.push_back({Role::target, step.from_word, step.middle});
      } else if (step.move == 'c') {
        row.push_back({columns_[state - 1], step.from_word, word});
      }
      word = step.from_word;
      state = step.from_state;
    }
    finish_row();
    std::reverse(out.rows.begin(), out.rows.end());
    std::reverse(out.unread.begin(), out.unread.end());
    std::reverse(out.blank.begin(), out.blank.end());
    return out;
  }

  const FormWords& forms_;
  const std::vector<Word>& words_;
  const std::vector<Role>& columns_;
  bool scored_;
  std::size_t longest_ = 0;               ///< cell of these columns, in words
  std::vector<std::string> squeezed_;     ///< of each word
  std::vector<bool> blank_;               ///< a level whose row is blank
  std::string whole_;                     ///< what texts_ are the beginnings of
  std::vector<FitText> texts_;            ///< find_texts: of one word, of two…
  std::array<double, kLongest> joins_{};  ///< what joining their words costs
  std::vector<Step> best_;
};

}  // namespace

WordRows rows_from_words(const FormWords& forms, const std::vector<Word>& words,
                         const std::vector<Role>& columns) {
  return Solver(forms, words, columns).run();
}

std::string text_of(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string& word = words[i].piece.text;
    if (i > begin && words[i].before == Break::space && figure_beside_word(words[i - 1].piece.text, word)) {
      text += ' ';
      text += word;
    } else {
      append_joined(text, word);
    }
  }
  return text;
}

}  // namespace jiheng::intake
