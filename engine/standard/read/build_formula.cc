// Takes a clause that gives points by a printed formula, gives the formula with what its names stand for.
#include <algorithm>
#include <array>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;
using namespace std::string_view_literals;

/// 资金到位率, 实际到位率: their last three characters are one, or one of them says no more than 完成值.
bool same_rate(std::string_view a, std::string_view b) {
  constexpr std::size_t kThree = 9;
  if (a == "完成值" || b == "完成值" || same_quantity(a, b)) return true;
  return a.size() >= kThree && b.size() >= kThree &&
         a.substr(a.size() - kThree) == b.substr(b.size() - kThree);
}

}  // namespace

/// A name in a formula: the number that the value before it speaks of, 覆盖率 and 实际覆盖率 are one, else its own.
std::size_t Builder::formula_need(std::string_view used, bool percents, const Part& part) {
  std::string_view plain = used;
  if (plain.starts_with("实际") && plain.size() > 9) plain.remove_prefix("实际"sv.size());
  constexpr std::array kAny = {"比例"sv,   "占比"sv,   "比率"sv,   "实际数"sv, "实际值"sv,  "数值"sv,
                               "完成数"sv, "完成值"sv, "完成量"sv, "数量"sv,   "实际比例"sv};
  const bool any = std::find(kAny.begin(), kAny.end(), plain) != kAny.end();
  for (const Rule& r : part.gives) {
    if (r.when.size() != 1) continue;
    const Need& given = out_.needs[r.when[0].need];
    const std::string_view name = given.name;
    if (given.type == NeedType::number &&
        (any || name.ends_with(plain) ||
         (plain.ends_with("率") && name.ends_with(plain.substr(0, plain.size() - 3))) ||
         plain.ends_with(name)))
      return r.when[0].need;
  }
  return number_need(std::string(used), names_a_rate(used) || percents ? "%" : "");
}

/// 得分=完成率×分值.
bool Builder::build_formula(const RawClause& c, const Sorted& sorted, Part& part) {
  const Token* more = nullptr;
  if (c.cap != nullptr && !c.cap->marks.share && context_.marks && c.cap->marks.high != *context_.marks) {
    if (c.cap->marks.high < *context_.marks) return refuse(*c.cap), false;
    more = c.cap;
  }
  if (const auto values = values_of(c); !values.empty()) {
    const auto own = joined(values);  // 60%≤x<100%，得分=…: what lies outside must be said by the others
    if (!own) return refuse(c.begin(), c.end()), false;
    bool below = !own->low;
    for (const RawClause* z : sorted.zeros) {
      for (const Token* v : values_of(*z))
        below = below || (own->low && v->high && v->high->value == own->low->value);
    }
    bool above = !own->high;
    for (const RawClause* g : sorted.gives) {
      for (const Token* v : values_of(*g))
        above = above || (own->high && v->low && v->low->value == own->high->value);
    }
    if (own->high && own->unit == "%" && own->high->value >= Decimal(100)) above = true;
    if (own->low && own->high && own->low->value == own->high->value) above = below = true;  // 100%: of all
    if (!below || !above) return refuse(c.begin(), c.end()), false;
  }
  std::string_view right = text_.substr(c.effect->begin, c.effect->end - c.effect->begin);
  if (right.starts_with("=")) right.remove_prefix(1);
  if (right.starts_with("二")) right.remove_prefix(3);
  std::string without;
  if (const std::size_t from = right.find("(超过100%");
      from != right.npos) {  // no more than the marks, as everywhere
    const std::size_t to = right.find(')', from);
    if (to == right.npos) return refuse(*c.effect), false;
    without = std::string(right.substr(0, from)) + std::string(right.substr(to + 1));
    right = without;
  }
  if (right.ends_with("=得分")) right.remove_suffix("=得分"sv.size());
  // 介于两者之间的按(满意度-60%)/35%×分值: the words before say when
  if (const std::size_t by = right.find("按");
      by != right.npos && by < right.find_first_of("(/-+") && by < right.find("×"))
    right.remove_prefix(by);
  for (const std::string_view lead : {"计算方法为", "计算方法是", "计算方法", "按照", "按", "以"}) {
    if (right.starts_with(lead)) right.remove_prefix(lead.size());
  }
  for (const std::string_view tail :
       {"计算得分", "折算得分", "直接得分", "计分", "得分", "计算", "赋分", "计"}) {
    if (right.ends_with(tail)) right.remove_suffix(tail.size());
  }
  // the row's marks by any of their names
  std::string text;
  bool marks = false;
  for (std::size_t at = 0; at < right.size();) {
    std::string_view found;
    for (const auto& [word, sign] : {std::pair{"乘以"sv, "×"sv}, {"除以"sv, "/"sv}, {"乘"sv, "×"sv}}) {
      if (!right.substr(at).starts_with(word)) continue;
      found = word;
      text += sign;
      break;
    }
    if (!found.empty()) {
      at += found.size();
      continue;
    }
    for (const std::string_view name :
         {"该项目分值", "本项目分值", "项目分值", "该项指标分值", "本项指标分值", "该指标分值", "本指标分值",
          "指标分值",   "该项分值",   "本项分值", "此项分值",     "权重分值",     "指标权重",   "标准分值",
          "标准分",     "该项满分",   "满分值",   "满分",         "权重分",       "权重",       "分值"}) {
      if (name.size() > found.size() && right.substr(at).starts_with(name)) found = name;
    }
    if (!found.empty()) {
      text += "分值";
      at += found.size();
      marks = true;
      continue;
    }
    text += right[at++];
  }
  if (!marks && text.find("×") == text.npos && text.find('/') != text.npos &&
      text_.substr(c.effect->begin).starts_with("按")) {  // 按实际管理率/62%计算得分: of the marks
    text = "(" + text + ")×分值";
    marks = true;
  }
  if (const std::size_t minus = text.find('-');
      !marks && minus != text.npos && text.ends_with("×" + text.substr(0, minus))) {  // 15-漂移率×15
    const auto all = Decimal::parse(text.substr(0, minus));
    if (!all || (context_.marks && *context_.marks != *all)) return refuse(*c.effect), false;
    part.full = Marks{*all, *all, false};
    text = "分值" + text.substr(minus, text.size() - 2 * minus) + "分值";
    marks = true;
  }
  if (!marks) {  // ×5分, 15分×, and ×5 where that is what the row has
    const auto are_marks = [&](std::size_t at, std::size_t& end) {
      const NumberAt number = number_at(text, at, context_.units);
      if (number.end == 0 || !number.unit.empty()) return false;
      const bool said = std::string_view(text).substr(number.end).starts_with("分");
      // 比例值乘以8直接得分 where no marks are known: 8 is what it makes
      const bool fits = context_.marks ? *context_.marks == number.value : number.value != Decimal(100);
      if (!said && !fits) return false;
      end = number.end + (said ? 3 : 0);
      part.full = Marks{number.value, number.value, false};
      return true;
    };
    const std::size_t times = text.rfind("×");
    std::size_t end = 0;
    if (times != text.npos && are_marks(times + 2, end) && end == text.size()) {
      text = text.substr(0, times) + "×分值";
      marks = true;
    } else if (times != text.npos && text.find("×") == times && are_marks(0, end) && end == times) {
      text = text.substr(times + 2) + "×分值";
      marks = true;
    } else {
      part.full.reset();
    }
  }
  // one quotient that the marks are multiplied by is one number: 实际数/计划数×分值
  std::vector<std::string> names;
  std::string name;
  const auto end_name = [&] {
    if (!name.empty() && name.find_first_not_of("0123456789.%") != name.npos && name != "分值" &&
        std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
    name.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    bool sign = false;
    for (const std::string_view s : {"×", "/", "+", "-", "(", ")"}) {
      if (std::string_view(text).substr(at).starts_with(s)) {
        sign = true;
        at += s.size();
        break;
      }
    }
    if (sign) {
      end_name();
      continue;
    }
    name += text[at++];
  }
  end_name();
  if (!marks && !text_.substr(c.effect->begin).starts_with("=") &&
      !text_.substr(c.effect->begin).starts_with("二"))
    return refuse(*c.effect), false;  // a product that is not said to be points
  if (names.empty() || names.size() > 8) return refuse(*c.effect), false;
  for (const std::string& used : names) {  // 本县完成率/全市最高完成率: others' numbers
    if (!beyond_the_row(used).empty()) return refuse(*c.effect), false;
  }
  const std::string quotient = names.size() == 2 ? names[0] + "/" + names[1] : names[0];
  std::string rest = text;
  bool one = false;
  if (const std::size_t at = rest.find(quotient); at != rest.npos && names.size() <= 2) {
    rest.erase(at, quotient.size());
    one = rest.empty() || rest == "×分值" || rest == "分值×" || rest == "()×分值" || rest == "×100%×分值" ||
          rest == "分值×()" || rest == "×100%" || rest == "()×100%×分值" || rest == "(×100%)×分值";
  }
  if (!part.full) part.full = kAllMarks;
  if (one && (names.size() == 2 || names_a_rate(names[0]) || names[0].ends_with("度"))) {
    if (!marks) {
      open(c.effect->begin, c.effect->end, {"得分=" + quotient + "×分值", "得分=" + quotient});
      return refuse(*c.effect), false;
    }
    Proportion proportion;
    proportion.of = *part.full;
    proportion.full_at = 100;
    if (more != nullptr) {  // 得分=完成率×10分，最高得12分
      const auto most =
          part.full->share ? std::nullopt : base::divide(more->marks.high, part.full->high, kSharePlaces);
      if (!most) return refuse(*more), false;
      proportion.most = *most;
      part.above_full = true;
    }
    std::string share = need_name(names.size() == 2 ? names[0] + "占" + names[1] : names[0]);
    if (!part.gives.empty()) {  // the rate that the value before it speaks of
      Need& given = out_.needs[part.gives.front().when.front().need];
      if (given.unit != "%" || !same_rate(given.name, share)) return refuse(*c.effect), false;
      if (!names_a_rate(given.name)) given.name += "的比例";
      share = given.name;
    }
    proportion.need = need(share, NeedType::number, "%");
    Rule rule;
    rule.span = span_of(c);
    rule.effect = proportion;
    part.gives.push_back(std::move(rule));
    return true;
  }
  if (more != nullptr) return refuse(*more), false;
  std::vector<std::string_view> views(names.begin(), names.end());
  views.push_back("分值");
  const auto compiled = formula::Formula::compile(text, views, {});
  if (!compiled) return refuse(*c.effect), false;
  // 10×[1+(实际值-5%)/8%]: the one number is held against rates
  const auto sum_with_rate = [&](char sign) {
    const std::size_t at = text.find(sign);
    const NumberAt rate = at == text.npos ? NumberAt{} : number_at(text, at + 1, context_.units);
    return rate.end != 0 && rate.unit == "%";
  };
  const bool percents = names.size() == 1 && (sum_with_rate('-') || sum_with_rate('+'));
  Printed printed;
  printed.formula = *compiled;
  for (const std::string& used : compiled->used_names()) {
    if (used == "分值") {
      printed.needs.push_back(Printed::kFullMarks);
      continue;
    }
    printed.needs.push_back(formula_need(used, percents, part));
    out_.needs[printed.needs.back()].name =
        used;  // 合同履约率 before, 履约率 in the formula: as the formula has it
  }
  Rule rule;
  rule.span = span_of(c);
  rule.effect = std::move(printed);
  part.gives.push_back(std::move(rule));
  return true;
}

}  // namespace jiheng::standard
