// Marks that are not said one by one: lists (分别得20、10、6分), without 分 (100% 5), what each place further takes.
#include <algorithm>

#include "engine/standard/read/tokens/tokenizer.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

}  // namespace

/// 按名次依次递减2分, behind 第一名得20分: what each place further takes.
bool Tokenizer::read_descending() {
  std::size_t p = at_;
  for (const std::string_view lead :
       {"按名次"sv, "按位次"sv, "按排名"sv, "按次序"sv, "其余"sv, "以下"sv, "往后"sv, "名次"sv}) {
    if (in_.sees(p, lead)) p += lead.size();
  }
  const std::size_t order = p;
  for (const std::string_view word : {"依次"sv, "逐次"sv, "逐名"sv, "逐位"sv, "依序"sv}) {
    if (in_.sees(p, word)) p += word.size();
  }
  if (p == order) return false;
  const bool ranked =
      std::any_of(out_.begin(), out_.end(), [](const Token& t) { return t.unit == kRankUnit; });
  if (!ranked) return false;
  const std::size_t verb = p;
  for (const std::string_view word : {"递减"sv, "减少"sv, "扣减"sv, "减"sv, "扣"sv}) {
    if (p == verb && in_.sees(p, word)) p += word.size();
  }
  const NumberAt number = number_at(in_.text, p, in_.units);
  if (p == verb || number.end == 0 || !number.unit.empty() || !in_.sees(number.end, "分")) return false;
  Token per;
  per.kind = Kind::per;
  per.way = Way::above;
  per.unit = kRankUnit;
  per.begin = at_;
  per.end = per.number_begin = per.number_end = verb;
  push(per);
  Token deduct;
  deduct.kind = Kind::deduct;
  deduct.begin = verb;
  deduct.end = number.end + "分"sv.size();
  deduct.marks = {number.value, number.value, false};
  deduct.has_marks = true;
  push(deduct);
  return true;
}

/// 分别得20、10、6分: the first with its verb, the others bare.
bool Tokenizer::read_marks_list() {
  if (!in_.sees(at_, "分别")) return false;
  std::size_t p = at_ + "分别"sv.size();
  Kind kind = Kind::give;
  std::size_t verb = 0;
  for (const auto& [word, does] : {std::pair{"得"sv, Kind::give}, std::pair{"计"sv, Kind::give},
                                   std::pair{"加"sv, Kind::add}, std::pair{"扣"sv, Kind::deduct}}) {
    if (!in_.sees(p, word)) continue;
    kind = does;
    verb = word.size();
  }
  if (verb == 0) return false;
  p += verb;
  std::vector<Token> marks;
  for (;;) {
    const NumberAt number = number_at(in_.text, p, in_.units);
    if (number.end == 0 || !number.unit.empty() || number.value.sign() < 0) return false;
    Token t;
    t.kind = marks.empty() ? kind : Kind::give;
    t.begin = marks.empty() ? at_ : p;
    t.end = number.end;
    t.marks = {number.value, number.value, false};
    t.has_marks = true;
    t.bare = !marks.empty();
    marks.push_back(t);
    p = number.end;
    if (in_.sees(p, "分")) break;
    if (!in_.sees(p, "、") && !in_.sees(p, "/")) return false;
    p += in_.sees(p, "、") ? "、"sv.size() : 1;
  }
  if (marks.size() < 2) return false;
  marks.back().end += "分"sv.size();
  for (const Token& t : marks) {
    if (t.bare) push(Kind::list, t.begin - at_);
    push(t);
  }
  return true;
}

/// 符合1.0，不符合0: marks without 分 behind what is so or not.
bool Tokenizer::read_marks_of_a_case() {
  const NumberAt number = number_at(in_.text, at_, in_.units);
  if (number.end == 0 || !number.unit.empty() || !in_.phrase_ends(number.end) ||
      in_.text.find("不符合") == in_.text.npos)
    return false;
  Token t;
  t.kind = Kind::give;
  t.begin = at_;
  t.end = number.end;
  t.marks = {number.value, number.value, false};
  t.has_marks = true;
  t.bare = true;
  return push(t), true;
}

/// 100% 5; (15) (12-14): marks without 分 behind a value.
bool Tokenizer::read_bare_marks() {
  if (!in_.digit(at_)) return false;
  if (words().ends_with("符合")) return read_marks_of_a_case();
  const bool bracket = !out_.empty() && out_.back().kind == Kind::open && !has_words_;
  if (!bracket && !folded_.gap_before(at_)) return false;
  const std::size_t before = out_.size() - (bracket ? 1 : 0);
  bool value = false;
  for (std::size_t i = before; i > 0; --i) {
    if (is_effect(out_[i - 1].kind) || out_[i - 1].kind == Kind::semicolon || out_[i - 1].kind == Kind::stop)
      break;
    value = value || out_[i - 1].kind == Kind::value;
  }
  if (!value) return false;
  const NumberAt first = number_at(in_.text, at_, in_.units);
  if (first.end == 0 || !first.unit.empty()) return false;
  base::Decimal low = first.value;
  base::Decimal high = first.value;
  std::size_t p = first.end;
  if (in_.sees(p, "-")) {
    const NumberAt second = number_at(in_.text, p + 1, in_.units);
    if (second.end == 0 || !second.unit.empty()) return false;
    low = std::min(first.value, second.value);
    high = std::max(first.value, second.value);
    p = second.end;
  }
  const bool ends =
      bracket ? in_.sees(p, ")")
              : p == in_.text.size() || in_.sees(p, ";") || in_.sees(p, "。") || folded_.gap_before(p);
  if (!ends) return false;
  Token t;
  t.kind = Kind::give;
  t.begin = at_;
  t.end = p;
  t.marks = {low, high, false};
  t.has_marks = true;
  t.bare = true;
  push(t);
  return true;
}

/// 超过100%的按100%计算: no more than the marks.
bool Tokenizer::read_full_cap() {
  std::size_t p = at_;
  for (const std::string_view more : {"超过100%", "大于100%", "高于100%", "超出100%"}) {
    if (in_.sees(at_, more)) p += more.size();
  }
  if (p == at_) return false;
  for (const std::string_view word : {"的", "时", "者", ","}) {
    if (in_.sees(p, word)) p += word.size();
  }
  for (const std::string_view no_more :
       {"不再加分", "不另加分", "不加分", "不计加分", "不重复计分", "得满分", "计满分"}) {
    if (!in_.sees(p, no_more)) continue;
    Token t;
    t.kind = Kind::cap;
    t.begin = at_;
    t.end = p + no_more.size();
    t.marks = {1, 1, true};
    return push(t), true;
  }
  bool as = false;
  for (const std::string_view word : {"按", "以", "视为"}) {
    if (!as && in_.sees(p, word)) as = true, p += word.size();
  }
  if (!as || !in_.sees(p, "100%")) return false;
  p += 4;
  for (const std::string_view word : {"计算得分", "计算", "计分", "计"}) {
    if (!in_.sees(p, word)) continue;
    p += word.size();
    break;
  }
  Token t;
  t.kind = Kind::cap;
  t.begin = at_;
  t.end = p;
  t.marks = {1, 1, true};
  push(t);
  return true;
}

}  // namespace jiheng::standard
