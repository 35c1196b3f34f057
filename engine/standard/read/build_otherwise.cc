// Takes the clauses of a part, finds those that speak of the other side of another: 否则得4分, 未达到的扣2分, 达到得满分 of a
// target that stands before, 发生1起不得分 beside 无事故得10分.
#include <algorithm>
#include <optional>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;
using namespace std::string_view_literals;

bool only_gives(const Sorted& s) { return s.proportions.empty() && s.formulas.empty() && s.chosen.empty(); }

/// 扣2分 beside 得6分 as what it leaves: 得4分; nothing where one is a share and the other is not, or the marks are a range.
std::optional<Token> what_is_left(const Marks& all, const Token& deduction) {
  const Marks& less = deduction.marks;
  if (all.share != less.share || all.low != all.high) return std::nullopt;
  Token left = deduction;
  left.kind = Kind::give;
  left.marks =
      Marks{std::max(all.low - less.high, Decimal(0)), std::max(all.low - less.low, Decimal(0)), all.share};
  return left;
}

/// What 无事故, 全年未发生投诉 says did not happen; empty: it says no such thing.
std::string_view what_did_not_happen(std::string_view words) {
  for (const std::string_view none :
       {"没有发生"sv, "未发生"sv, "未出现"sv, "未发现"sv, "不发生"sv, "没有"sv, "杜绝"sv, "无"sv}) {
    const std::size_t at = words.find(none);
    if (at == words.npos || at > 12) continue;  // 全年, 年度内 may stand before it
    words.remove_prefix(at + none.size());
    for (const std::string_view mark : {"任何"sv, "一起"sv, "1起"sv}) {
      if (words.starts_with(mark)) words.remove_prefix(mark.size());
    }
    return words;
  }
  return {};
}

}  // namespace

/// 目标值90%。达到得满分: the value that is reached stands before.
void Builder::give_at_baseline(RawPart& raw) {
  if (raw.baseline == nullptr) return;
  RawClause* give = nullptr;
  for (RawClause& c : raw.clauses) {
    if (c.effect->kind == Kind::proportion && c.per == nullptr && values_of(c).empty()) continue;
    const bool marks = c.effect->kind == Kind::give && c.per == nullptr;
    if (!marks || !values_of(c).empty()) return;
    if (c.effect->marks.high.is_zero()) continue;
    if (give != nullptr) return;
    give = &c;
  }
  if (give != nullptr && is_reached(last_words_of(*give))) give->condition = {raw.baseline};
}

/// 否则扣2分 beside the one value that gives the marks: gives what is left of them.
void Builder::deduction_as_give(RawPart& raw) {
  const RawClause* give = nullptr;
  RawClause* taken = nullptr;
  for (RawClause& c : raw.clauses) {
    if (c.effect->kind == Kind::give && c.per == nullptr && !c.effect->marks.high.is_zero()) {
      if (give != nullptr || values_of(c).empty()) return;
      give = &c;
    } else if (c.effect->kind == Kind::deduct && c.per == nullptr && c.cap == nullptr && !c.floored &&
               speaks_of_other_side(c)) {
      if (taken != nullptr) return;
      taken = &c;
    } else {
      return;
    }
  }
  if (give == nullptr || taken == nullptr) return;
  if (const auto left = what_is_left(give->effect->marks, *taken->effect))
    taken->effect = &made_.emplace_back(*left);
}

/// 90%以上得满分，80%-90%扣2分: one more step of the number that gives the marks, with what is left of them.
void Builder::step_that_deducts(RawPart& raw) {
  const RawClause* give = nullptr;
  RawClause* taken = nullptr;
  for (RawClause& c : raw.clauses) {
    if (c.per != nullptr || values_of(c).empty()) continue;
    if (c.effect->kind == Kind::give && !c.effect->marks.high.is_zero()) {
      if (give != nullptr) return;
      give = &c;
    } else if (c.effect->kind == Kind::deduct) {
      if (taken != nullptr || c.cap != nullptr) return;
      taken = &c;
    }
  }
  if (give == nullptr || taken == nullptr || text_.substr(give->effect->begin).starts_with("不扣分")) return;
  if (!counts_no_thing(*taken) || one_counted(last_words_of(*taken), context_.units) ||
      !one_number({give, taken}))
    return;
  const auto values = values_of(*taken);
  if (std::any_of(values.begin(), values.end(), [](const Token* v) { return v->points; })) return;
  Marks all = give->effect->marks;
  const Marks& less = taken->effect->marks;
  if (all.share && context_.marks && !less.share)
    all = Marks{all.low * *context_.marks, all.high * *context_.marks, false};
  if (const auto left = what_is_left(all, *taken->effect)) taken->effect = &made_.emplace_back(*left);
}

/// 缺1项扣1分，缺2项扣3分: not for each one that is missing, but the first of a row of steps.
void Builder::first_of_steps(RawPart& raw) {
  for (RawClause& c : raw.clauses) {
    if (c.per == nullptr || text_.substr(c.per->begin).starts_with("每") || c.per->unit == "%") continue;
    const bool another = std::any_of(raw.clauses.begin(), raw.clauses.end(), [&](const RawClause& other) {
      const auto values = values_of(other);
      return other.per == nullptr && other.effect->kind == Kind::deduct && values.size() == 1 &&
             values[0]->unit == c.per->unit && values[0]->low && Decimal(1) < values[0]->low->value;
    });
    if (!another) continue;
    Token one = *c.per;
    one.kind = Kind::value;
    one.low = one.high = Limit{c.per->each, End::in};
    one.bare = true;
    one.begin = c.per->number_begin;
    made_.push_back(one);
    Token way = *c.per;
    way.kind = Kind::words;
    way.end = c.per->number_begin;
    made_.push_back(way);
    c.condition.push_back(&made_.back());
    c.condition.push_back(&made_[made_.size() - 2]);
    c.per = nullptr;
  }
}

/// 否则, 未达到的, and nothing more.
bool Builder::speaks_of_other_side(const RawClause& c) const {
  if (!values_of(c).empty()) return false;
  const std::string words = last_words_of(c);
  const bool nothing_more = words.empty() || words == "的" || words == "则";
  return (says_otherwise(c) && (nothing_more || is_other_side(words))) || is_other_side(words);
}

/// The last give, where it is what the other side of the others' number gives.
void Builder::take_otherwise(Sorted& s) const {
  if (s.gives.size() < 2 || !s.changes.empty() || !only_gives(s)) return;
  const RawClause* last = s.gives.back();
  if (!speaks_of_other_side(*last)) return;
  std::vector<const RawClause*> others(s.gives.begin(), s.gives.end() - 1);
  for (const RawClause* c : others) {
    if (values_of(*c).empty()) return;
  }
  for (const RawClause* c : s.zeros) {
    if (values_of(*c).empty()) return;
  }
  if (others.size() > 1 && !one_number(others)) return;
  s.gives = std::move(others);
  s.otherwise = last;
}

/// 无事故得10分，发生1起及以上不得分: one count, and not a question beside it.
bool Builder::build_none_or_some(const Sorted& s, Part& part) {
  if (s.gives.size() != 1 || s.zeros.size() != 1 || !s.changes.empty() || !only_gives(s)) return false;
  const RawClause& none = *s.gives.front();
  const RawClause& some = *s.zeros.front();
  const auto values = values_of(some);
  std::string name;
  std::string unit;
  if (values.empty()) {  // 无死灰复燃现象得2分，有1例死灰复燃不得分
    const std::string lacks = last_words_of(some);
    const auto counted = one_counted(lacks, context_.units);
    const std::string_view what = what_did_not_happen(last_phrase_of(none));
    constexpr std::size_t kTwo = 6;
    const bool same = what.size() >= kTwo && lacks.find(what.substr(0, kTwo)) != std::string::npos;
    // 科室齐全得2分，缺1个科室不得分; 资料齐全得2分，有1例不合格不得分
    const bool denied =
        !what_is_denied(around_the_one(lacks, counted.value_or("")).second, words_of(none)).empty();
    const bool lacking = lacks.starts_with("缺") || lacks.starts_with("少") || lacks.starts_with("有");
    const bool complete = denied || (lacking && last_phrase_of(none).find("齐全") != std::string::npos);
    if (!counted || (!same && !complete)) return false;
    unit = *counted;
    if (!same) name = need_name(lacks);
  } else {
    if (values.size() != 1 || !values[0]->low || values[0]->low->value != Decimal(1)) return false;
    if (values[0]->high && !values[0]->bare) return false;
    if (!is_of_things(values[0]->unit)) return false;
    unit = values[0]->unit;
  }
  if (const auto zero = values_of(none); zero.size() == 1) {
    const bool nothing =
        zero[0]->low && zero[0]->high && zero[0]->low->value.is_zero() && zero[0]->high->value.is_zero();
    if (!nothing) return false;
    name = subject_of(none, *zero[0]);
  } else if (zero.empty()) {
    if (name.empty())
      name = need_name(what_did_not_happen(values.empty() ? last_phrase_of(none) : last_words_of(none)));
  }
  if (name.empty()) return false;
  const std::size_t count = need(name, NeedType::count, unit);
  Rule all;
  all.span = span_of(none);
  all.when.push_back({count, Interval{std::nullopt, Edge{0}}});
  all.effect = none.effect->marks;
  Rule rest;
  rest.span = span_of(some);
  rest.when.push_back({count, Interval{Edge{1}, std::nullopt}});
  rest.effect = kNoMarks;
  part.gives = {rest, all};
  part.full = none.effect->marks;
  return true;
}

}  // namespace jiheng::standard
