// Values that something is held against, told from numbers in names, samples and periods.
#include <algorithm>

#include "engine/standard/read/tokens/tokenizer.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

/// 不足1%按比例 beside 每低1%; 不足10亿元的按比例得分 is a proportion below a limit.
bool Tokenizer::is_part_of_unit(const Token& partial) const {
  return each_ ? partial.each == *each_ : partial.part == Partial::started;
}

/// 随机抽查20人: how many were asked, nothing that is held against a limit.
bool Tokenizer::is_a_sample() const {
  for (const std::string_view word : {"抽取", "抽样", "走访", "访谈", "发放", "随机", "选取"}) {
    if (words().ends_with(word)) return true;
  }
  return words().find("抽查") != std::string_view::npos;
}

/// 每月不少于2次: a number of each period, against which the year's number cannot be held.
bool Tokenizer::in_each_period() const {
  constexpr std::size_t kNear = 90;  // 30 characters
  const std::string_view near = words().substr(words().size() - std::min(kNear, words().size()));
  for (const std::string_view period : {"每月", "每个月", "每季", "每半年", "每周", "每日", "每天", "每旬"}) {
    if (near.find(period) != std::string_view::npos) return true;
  }
  return false;
}

/// 每周开放不少于56小时，每少2小时: measured, so that what is missing is of the same.
bool Tokenizer::is_missed_by_amounts(const Token& value) const {
  const quantity::UnitEntry* unit = in_.units.find(value.unit);
  if (unit == nullptr || unit->dimension == "计数" || value.unit == "天" || value.unit == "日") return false;
  const std::string_view near = in_.text.substr(0, value.end + kLongestPhrase);
  for (std::size_t at = near.find("每", value.end); at != near.npos; at = near.find("每", at + 1)) {
    Token per;
    if (read_per(in_, at, per)) return per.unit == value.unit && per.way != Way::none;
  }
  return false;
}

/// 35周岁以下占比: who is meant.
bool Tokenizer::words_go_on(std::size_t at) const {
  Token marks;
  return !in_.phrase_ends(at) && !in_.sees(at, "的,") && !read_marks(in_, at, marks);
}

/// 延迟1个月完成得3分, 100%符合：5分: that it was done, and then the marks.
bool Tokenizer::done_behind(std::size_t at) const {
  if (!in_.sees(at, "完成") && !in_.sees(at, "符合")) return false;
  at += "完成"sv.size();
  Token marks;
  return in_.phrase_ends(at) || in_.sees(at, "的得") || in_.sees(at, "的,") || read_marks(in_, at, marks);
}

/// A value that stands for itself, not a number inside a name (15年教育普及率).
bool Tokenizer::read_value_here() {
  if (at_ > 0 && is_latin(in_.text[at_ - 1]) && in_.digit(at_)) return false;
  // 90-100%的项目: behind a digit there is no minus
  if (at_ > 0 && in_.sees(at_, "-") && (in_.digit(at_ - 1) || in_.text[at_ - 1] == '%')) return false;
  if (in_.digit(at_) && at_ >= 2 && in_.text.substr(at_ - 2, 2) == "×") return false;
  if (in_.sees(at_, "零") && words().ends_with("为") && !in_.sees(at_, "零分")) {  // 发生率为零
    Token zero;
    zero.kind = Kind::value;
    zero.begin = at_;
    zero.end = at_ + "零"sv.size();
    zero.low = zero.high = Limit{0, End::in};
    zero.bare = true;
    return push(zero), true;
  }
  Token implied;
  if (read_implied_per(in_, at_, implied)) return push(implied), true;
  Token t;
  if (!read_value(in_, at_, t)) return false;
  if (t.unit != "%" && ((in_each_period() && !is_missed_by_amounts(t)) || is_in_a_name(in_, t.end)))
    return false;
  if ((t.unit == "岁" || t.unit == "周岁") && words_go_on(t.end)) return false;
  if (t.unit.empty() && t.end < in_.text.size() && is_latin(in_.text[t.end])) return false;  // >12.5h
  if (!t.bare && names_what_follows(in_, t)) return false;
  if (t.bare && !has_words_) whole_of_what_follows(in_, t);
  if (t.bare) {
    const std::size_t p = t.end;
    if (in_.sees(p, ":") && in_.digit(p + 1) && t.unit.empty()) return false;  // 按500:1比例
    if (t.unit.empty() && (in_.sees(p, "≥") || in_.sees(p, "≤") || in_.sees(p, ">") || in_.sees(p, "<")))
      return false;  // 见附表3 ≥90分
    Token marks;
    const bool ends = in_.phrase_end(p) == p || in_.sees(p, "的") || in_.sees(p, "时") || in_.sees(p, "者") ||
                      in_.sees(p, "、") || done_behind(p) || in_.sees(p, "为标准") || in_.sees(p, "为基准") ||
                      in_.sees(p, "为目标") || in_.sees(p, "为满分线") || in_.sees(p, "为基数") ||
                      in_.sees(p, "且") || in_.sees(p, "并") || (in_.sees(p, "和") && in_.digit(p + 3)) ||
                      (in_.sees(p, "达标") && !in_.sees(p, "达标率")) || !t.inner.empty() ||
                      (in_.sees(p, "=") && in_.digit(p + 1)) || folded_.gap_before(p) ||
                      read_marks(in_, p, marks) || read_per(in_, p, marks);
    if (!ends || is_a_sample()) return false;
  }
  if (!out_.empty() && words().ends_with("第")) return false;
  push(t);
  return true;
}

}  // namespace jiheng::standard
