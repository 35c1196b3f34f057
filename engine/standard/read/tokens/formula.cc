// Formulas as they stand in a text: 得分=…, 完成率×分值, 15-车辆率×15.
#include "engine/standard/read/tokens/tokenizer.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

}  // namespace

/// Behind = and 得分二: a formula of points, or what a quantity is.
bool Tokenizer::read_formula() {
  const bool sign = in_.sees(at_, "=");
  const bool damaged = in_.sees(at_, "二") && words().ends_with("得分");
  if (!sign && !damaged) return false;
  const std::string_view left = words();
  const std::size_t from = at_ + (sign ? 1 : 3);
  const std::size_t end = without_marks(in_, formula_end(in_, from));
  if (end == from) return false;
  Token t;
  t.kind = left.ends_with("得分") || left.ends_with("得分值") || left.ends_with("分数") ||
                   left.ends_with("评分") || left.ends_with("考核分")
               ? Kind::formula
               : Kind::definition;
  t.begin = at_;
  t.end = end;
  push(t);
  return true;
}

/// 得分(20分×执行率).
bool Tokenizer::read_formula_in_bracket() {
  if (!in_.sees(at_, "(") || !words().ends_with("得分")) return false;
  const std::size_t end = formula_end(in_, at_ + 1);
  const std::string_view phrase = in_.text.substr(at_ + 1, end - at_ - 1);
  if (!in_.sees(end, ")") || phrase.find("×") == phrase.npos || phrase.find('=') != phrase.npos) return false;
  push(Kind::open, 1);
  push(Kind::formula, end - at_);
  return true;
}

/// 15-漂移率×15: all of the marks less a share of them.
bool Tokenizer::read_falling_product() {
  const NumberAt all = number_at(in_.text, at_, in_.units);
  if (all.end == 0 || !all.unit.empty() || !in_.sees(all.end, "-")) return false;
  const std::size_t end = formula_end(in_, at_);
  const std::string_view phrase = in_.text.substr(all.end + 1, end - all.end - 1);
  const std::size_t times = phrase.find("×");
  if (times == phrase.npos || times == 0 || phrase.find_first_of("0123456789+-/") < times ||
      phrase.substr(times + "×"sv.size()) != in_.text.substr(at_, all.end - at_))
    return false;
  push(Kind::formula, end - at_);
  return true;
}

/// 完成率×分值 without =.
bool Tokenizer::read_product() {
  const bool behind_value = !has_words_ && !out_.empty() && out_.back().kind == Kind::value;
  const bool behind_case =
      in_.sees(at_, "按") && (behind_value || words().ends_with("的") || words().ends_with("时"));
  if (!phrase_begins() && !behind_case) return false;
  if (in_.digit(at_)) return read_falling_product();
  const std::size_t end = formula_end(in_, at_);
  std::string_view phrase = in_.text.substr(at_, end - at_);
  if (phrase.ends_with("=得分")) phrase.remove_suffix("=得分"sv.size());
  const bool times = phrase.find("×") != phrase.npos || phrase.find("乘") != phrase.npos;
  const bool quotient = phrase.starts_with("按") && phrase.find('/') != phrase.npos && is_counted_out(phrase);
  if (quotient && !times && phrase.find('=') == phrase.npos) {  // 按实际管理率/62%计算得分
    push(Kind::formula, end - at_);
    return true;
  }
  if (!times || phrase.find('=') != phrase.npos || phrase.find("得分二") != phrase.npos) return false;
  const bool marks = phrase.find("分值") != phrase.npos || phrase.find("满分") != phrase.npos ||
                     phrase.find("权重") != phrase.npos || phrase.find("标准分") != phrase.npos;
  if (!marks && !times_a_number(in_, at_, phrase)) return false;
  push(Kind::formula, end - at_);
  return true;
}

bool Tokenizer::read_formula_or_product() {
  Token t;
  if (in_.sees(at_, "=") && read_marks(in_, at_ + 1, t) && t.kind == Kind::give && t.bare &&
      in_.phrase_ends(t.end)) {  // 合格率100%=10分
    t.begin = at_;
    t.bare = false;
    return push(t), true;
  }
  t = {};
  if (in_.sees(at_, "=") && read_value(in_, at_, t)) {
    const bool goes_on = in_.sees(t.end, "×") || in_.sees(t.end, "/") || in_.sees(t.end, "-") ||
                         in_.sees(t.end, "+") || in_.sees(t.end, "分×");
    if (!goes_on || !words().ends_with("得分")) return false;  // 得分=15×到位率
  }
  if (in_.sees(at_, "二") && in_.digit(at_ + 3)) return false;
  return read_formula() || read_formula_in_bracket() || read_product();
}

}  // namespace jiheng::standard
