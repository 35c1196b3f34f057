// Takes words from 一级指标 on, gives columns. Leaves what stands below them to tables_from_running_text.
#include "engine/intake/tables/running_heading.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/intake/words/column_role.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

class HeadingReader {
 public:
  HeadingReader(const FormWords& forms, const RunningWords& words, std::size_t begin)
      : forms_(forms), words_(words), at_(begin) {}

  RunningHeading run() {
    while (at_ < words_.size() && (known() || group() || unknown())) {
    }
    out_.end = at_;
    return std::move(out_);
  }

 private:
  bool has(Role role) const {
    return std::find(out_.columns.begin(), out_.columns.end(), role) != out_.columns.end();
  }

  bool known() {
    const RunningWords::Found found = words_.label_at(at_, true);
    if (!found.role) return false;
    out_.printed.push_back({found.text, words_[at_].piece.place});
    add(*found.role, found.text, words_[at_].piece.place);
    at_ += found.words;
    return true;
  }

  void add(Role role, const std::string& text, const base::Place& place) {
    const bool beside_target = role == Role::sign || role == Role::measure || role == Role::review;
    if (beside_target) return;
    if (role == Role::target) {
      if (has(role) && text != target_ && !grouped_) {
        two_targets(text, place);
        return;
      }
      target_ = text;
    }
    if (!has(role)) out_.columns.push_back(role);
  }

  void two_targets(const std::string& text, const base::Place& place) {
    if (out_.two_targets) return;
    out_.two_targets =
        diag::Diagnostic{"I144", fmt::format("“{}”和“{}”都像目标值，这张表没有读", target_, text),
                         "一行指标只有一个目标值；按哪一栏算，得分可能不一样，程序不替人选。",
                         "留下要用的一栏，把另一栏删掉再导入。", place};
  }

  /// 近两年指标值, 2022年.
  bool group() {
    if (out_.columns.empty()) return false;
    std::string text;
    for (std::size_t n = 1; n <= 4 && at_ + n <= words_.size(); ++n) {
      text += squeezed(words_[at_ + n - 1].piece.text);
      const bool year = is_year(forms_, text);
      if (!(is_group_heading(forms_, text) && text != "指标") && !(year && text.ends_with("年"))) continue;
      if (year) out_.years.push_back(text);
      grouped_ = true;
      at_ += n;
      return true;
    }
    return false;
  }

  /// A word with headings on both sides, or behind the last one on its line: a column all the same.
  bool unknown() {
    constexpr std::size_t kFewest = 3;
    if (out_.columns.size() < kFewest) return false;
    const Word& word = words_[at_];
    const std::string text = squeezed(word.piece.text);
    if (is_level1(forms_, text) || is_level2(forms_, text) || label_of(forms_, text) ||
        is_side_word(forms_, text))
      return false;
    const bool same_line = word.before == Break::space;
    if (!same_line && !(at_ + 1 < words_.size() && new_role_at(at_ + 1))) return false;
    if (same_line && !closes_line() && !role_on_line()) return false;
    if (const auto role = column_role(forms_, text)) {
      add(*role, text, word.piece.place);
    } else {
      out_.unknown.push_back({word.piece.text, word.piece.place});
      if (!has(Role::description)) out_.columns.push_back(Role::description);
    }
    out_.printed.push_back({text, word.piece.place});
    ++at_;
    return true;
  }

  bool new_role_at(std::size_t i) const {
    const auto role = words_.label_at(i, true).role;
    return role && !has(*role);
  }

  /// Only the rest of the line of the heading: no level begins there.
  bool closes_line() const {
    for (std::size_t i = at_; i < words_.size() && words_[i].line == words_[at_].line; ++i) {
      const std::string text = squeezed(words_[i].piece.text);
      if (is_level1(forms_, text) || is_level2(forms_, text) || label_of(forms_, text)) return false;
    }
    return true;
  }

  bool role_on_line() const {
    for (std::size_t i = at_ + 1; i < words_.size() && words_[i].line == words_[at_].line; ++i) {
      if (new_role_at(i)) return true;
    }
    return false;
  }

  const FormWords& forms_;
  const RunningWords& words_;
  std::size_t at_;
  std::string target_;
  bool grouped_ = false;  ///< 指标值 stands over 近两年指标值 and 预期当年实现值
  RunningHeading out_;
};

}  // namespace

RunningHeading running_heading(const FormWords& forms, const RunningWords& words, std::size_t begin) {
  return HeadingReader(forms, words, begin).run();
}

}  // namespace jiheng::intake
