// Takes one row's texts, reads them with target/ and compares them. A 计算 of the scheme replaces or checks
// the printed actual value. Leaves points to clauses.cc and what is said about it all to explain.
#include "engine/scoring/reading.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/base/squeezed.h"
#include "engine/model/budget_amounts.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/plan.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;

constexpr int kComputedPlaces = 8;

std::optional<Decimal> budget_amount(const model::Budget& b, std::string_view name) {
  const model::BudgetAmount amount = model::budget_amount(name);
  return amount != nullptr && b.*amount ? std::optional((b.*amount)->value) : std::nullopt;
}

std::optional<Decimal> input(const model::Indicator& indicator, const model::Budget& budget,
                             std::string_view name) {
  for (const auto& [key, number] : indicator.inputs) {
    if (key.text == name) return number.value;
  }
  return budget_amount(budget, name);
}

/// The formula's value, in the rule's unit.
ComputedActual compute(const model::Computed& computed, const model::Indicator& indicator,
                       const model::Budget& budget) {
  ComputedActual out;
  out.rule = &computed;
  std::vector<double> values;
  for (const std::string& name : computed.formula.used_names()) {
    const auto value = input(indicator, budget, name);
    if (!value) {
      out.missing.emplace_back(name);
      continue;
    }
    values.push_back(value->to_double());
    out.data.push_back(*value);
  }
  out.how = ComputedActual::How::missing_data;
  if (!out.missing.empty()) return out;
  out.how = ComputedActual::How::no_value;
  const auto ratio = Decimal::from_double(computed.formula.evaluate_one(values));
  if (!ratio) return out;
  out.how = ComputedActual::How::computed;
  out.value = *ratio;
  if (const int shift = ratio_places(computed.unit); shift > 0) out.value *= shift == 2 ? 100 : 1000;
  out.value = out.value.rounded(kComputedPlaces).trimmed();
  return out;
}

/// True when the printed value is the computed one, rounded to the places printed.
bool agrees(const target::Predicate& printed, const ComputedActual& computed) {
  if (!printed.value || printed.value2 || printed.unit != computed.rule->unit || printed.scale != 1)
    return false;
  return computed.value.rounded(printed.value->places()) == *printed.value;
}

void read_actual(const model::Scheme& scheme, const CardFacts& card, const model::Indicator& indicator,
                 const target::ParseContext& context, Reading& reading) {
  reading.actual = target::parse(indicator.actual.text, context);
  ComputedActual& computed = reading.computed;
  static const model::Budget kNoMoney;  // of rows without a card
  computed = computed_actual(scheme, card.budget != nullptr ? *card.budget : kNoMoney, indicator);
  if (computed.how != ComputedActual::How::computed) return;
  computed.disagrees = !indicator.actual.empty() && !agrees(reading.actual, computed);
  reading.actual = target::parse(computed.value.to_string() + computed.rule->unit, context);
}

/// A row whose target is no number still has its actual value, for rules that look at nothing else (阶梯,
/// 扣分).
void keep_actual_alone(Reading& result) {
  target::Verdict& v = result.verdict;
  const target::Predicate& actual = result.actual;
  const bool number = actual.kind == target::Kind::quantity || actual.kind == target::Kind::range;
  if (v.target_value || v.actual_value || result.target.value || !number || !actual.value) return;
  v.actual_value = actual.value;
  v.actual_value2 = actual.value2;
  v.unit = (actual.scale == 10000 ? "万" : actual.scale == 100000000 ? "亿" : "") + actual.unit;
}

/// percent, 2 places
std::optional<Decimal> percent_of(const Decimal& part, const Decimal& whole) {
  return base::divide(part * 100, whole, 2);
}

void derive(Reading& result) {
  const target::Verdict& v = result.verdict;
  if (!v.target_value || !v.actual_value) return;
  const Decimal& actual = *v.actual_value;
  Decimal nearest = *v.target_value;
  if (v.target_value2) {
    if (actual >= *v.target_value && actual <= *v.target_value2) {
      result.deviation = Decimal(0);
      return;
    }
    if (actual > *v.target_value2) nearest = *v.target_value2;
  } else {
    result.attainment = percent_of(actual, nearest);
  }
  result.deviation = percent_of(actual - nearest, nearest.magnitude());
}

/// Whether what the scheme and the name say of a bare number can move the verdict: not of a target with a comparison sign of
/// its own; there it is only told.
bool asks_for_a_meaning(const target::Predicate& target) {
  return target.kind == target::Kind::composite || target.op == target::Op::none ||
         target.op == target::Op::eq;
}

bool one_sided(target::BareMeaning m) {
  return m == target::BareMeaning::at_least || m == target::BareMeaning::at_most;
}

/// A fall of 5% is at least 5%, whatever group it stands in.
bool asks_for_a_fall(const target::Predicate& target, const target::WordTable& words) {
  const target::WordTable::Found found = words.longest_at(target.head, 0);
  const target::WordEntry* verb =
      found.word == nullptr ? nullptr : found.word->as(target::WordPart::change_verb);
  return verb != nullptr && verb->direction == "下降";
}

/// The verdict where the scheme's rule (`first`) and the name (`second`) read the target in opposite ways: what both
/// give, or nothing is known.
target::Verdict of_two_readings(target::Verdict first, target::Verdict second, TwoReadings two,
                                Reading& reading) {
  if (first.status == second.status) return first;
  if (first.status == target::Status::undetermined || second.status == target::Status::undetermined)
    return first.status == target::Status::undetermined ? first : second;
  const bool first_met = first.status == target::Status::met;
  reading.if_met = first_met ? first.direction : second.direction;
  two.first_says = std::move(first.why);
  two.second_says = std::move(second.why);
  reading.two = std::move(two);
  target::Verdict open = first_met ? std::move(second) : std::move(first);
  open.why.clear();
  open.status = target::Status::undetermined;
  return open;
}

/// A target with = under a scheme that says what passing it is.
target::Verdict compare_equal(const model::Scheme& scheme, target::BareMeaning by_name,
                              const Context& context, Reading& reading) {
  using target::BareMeaning;
  const BareMeaning rule = reading.bare;
  const auto as = [&](target::Op op) {
    target::Predicate target = reading.target;
    target.op = op;
    return target::compare(target, reading.actual, rule, context.units, context.words, context.say);
  };
  target::Verdict exact =
      target::compare(reading.target, reading.actual, rule, context.units, context.words, context.say);
  if (exact.status == target::Status::met) return exact;
  if (reading.target.value && reading.target.value->is_zero()) return as(target::Op::le);
  target::Verdict least = as(target::Op::ge);
  if (least.status == target::Status::undetermined) return exact;
  const bool past = least.status == target::Status::met;
  if (past && scheme.past_equal == model::Scheme::PastEqual::missed) return exact;
  if (rule == BareMeaning::at_most || by_name == BareMeaning::at_most) {
    return of_two_readings(std::move(least), as(target::Op::le),
                           {TwoReadings::Why::equal, BareMeaning::at_least, BareMeaning::at_most, {}, {}},
                           reading);
  }
  reading.past_equal = past;
  return least;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// A bare target whose name, or whose own 下降, says the opposite of the scheme's rule.
void read_other_way(const Context& context, Reading& reading) {
  using target::BareMeaning;
  const bool falls = reading.bare == BareMeaning::at_most && asks_for_a_fall(reading.target, context.words);
  if (!falls && !reading.name_disagrees) return;
  const BareMeaning other =
      reading.bare == BareMeaning::at_most ? BareMeaning::at_least : BareMeaning::at_most;
  target::Verdict second =
      target::compare(reading.target, reading.actual, other, context.units, context.words, context.say);
  const auto why = falls ? TwoReadings::Why::falls : TwoReadings::Why::name;
  reading.verdict = of_two_readings(std::move(reading.verdict), std::move(second),
                                    {why, reading.bare, other, {}, {}}, reading);
}

target::BareMeaning rule_for_bare(const model::Scheme& scheme, const model::Indicator& indicator,
                                  const target::Predicate& target) {
  const std::string level2 = base::without_white_space(indicator.level2.text);
  const std::string level1 = base::without_white_space(indicator.level1.text);
  for (const std::string* level : {&level2, &level1}) {
    for (const auto& [text, meaning] : scheme.bare_by_level2) {
      if (contains(*level, text)) return meaning;
    }
  }
  if (target.value && target.value->sign() < 0) return scheme.bare_negative;
  return scheme.bare_default;
}

}  // namespace

const model::Computed* computed_for(const model::Scheme& scheme, const model::Indicator& indicator) {
  const model::Computed* best = nullptr;
  if (scheme.computed.empty()) return best;
  const std::string name = base::without_white_space(indicator.name.text);
  for (const model::Computed& c : scheme.computed) {
    if (name.find(base::without_white_space(c.name)) == std::string::npos) continue;
    if (best == nullptr || c.name.size() > best->name.size()) best = &c;
  }
  return best;
}

ComputedActual computed_actual(const model::Scheme& scheme, const model::Budget& budget,
                               const model::Indicator& indicator) {
  const model::Computed* rule = computed_for(scheme, indicator);
  return rule == nullptr ? ComputedActual{} : compute(*rule, indicator, budget);
}

std::string value_text(const ComputedActual& computed) {
  if (computed.how != ComputedActual::How::computed) return {};
  return figure(computed.value, 2) + computed.rule->unit;
}

target::BareMeaning meaning_by_name(std::string_view name, const Context& context) {
  if (context.names == nullptr) return target::BareMeaning::undetermined;
  const std::string plain = model::plain_name(name);
  if (context.names->way.says_less(plain)) return target::BareMeaning::at_most;
  return context.names->way.says_more(plain) ? target::BareMeaning::at_least
                                             : target::BareMeaning::undetermined;
}

target::BareMeaning bare_meaning(const model::Scheme& scheme, const model::Indicator& indicator,
                                 const target::Predicate& target) {
  const target::BareMeaning rule = rule_for_bare(scheme, indicator, target);
  // Nobody sets himself the goal of having 0 at least.
  const bool zero = target.value && target.value->is_zero() && !target.value2;
  return zero && rule == target::BareMeaning::at_least ? target::BareMeaning::at_most : rule;
}

namespace {

/// 一 alone in a cell is a dash where the other side is words or nothing, and the number 1 beside a number.
void read_dashes(const model::Indicator& indicator, const target::ParseContext& context, Reading& reading) {
  const auto is_dash = [](const model::Field& field) {
    return contains(field.text, "一") && base::without_white_space(field.text) == "一";
  };
  const auto is_number = [](const target::Predicate& p) {
    return p.kind == target::Kind::quantity || p.kind == target::Kind::range ||
           p.kind == target::Kind::composite;
  };
  if (is_dash(indicator.target) && !is_number(reading.actual)) reading.target = target::parse("—", context);
  if (is_dash(indicator.actual) && !is_number(reading.target)) reading.actual = target::parse("—", context);
}

}  // namespace

void read_row_into(Reading& reading, const model::Scheme& scheme, const CardFacts& card,
                   const model::Indicator& indicator, const Context& context) {
  target::ParseContext reader{context.units, context.words,         card.year,
                              false,         indicator.level2.text, context.say};
  reading.target = target::parse(indicator.target.text, reader);
  reader.actual = true;
  read_actual(scheme, card, indicator, reader, reading);
  read_dashes(indicator, reader, reading);

  target::BareMeaning by_name = target::BareMeaning::undetermined;
  if (context.say == target::Say::why || asks_for_a_meaning(reading.target)) {
    reading.bare = bare_meaning(scheme, indicator, reading.target);
    by_name = meaning_by_name(indicator.name.text, context);
  }
  const bool zero = reading.target.value && reading.target.value->is_zero();
  reading.name_disagrees = one_sided(reading.bare) && one_sided(by_name) && reading.bare != by_name && !zero;
  const bool equal = reading.target.op == target::Op::eq && reading.target.kind == target::Kind::quantity;
  if (equal && scheme.past_equal != model::Scheme::PastEqual::open) {
    reading.verdict = compare_equal(scheme, by_name, context, reading);
  } else {
    reading.verdict = target::compare(reading.target, reading.actual, reading.bare, context.units,
                                      context.words, context.say);
    if (reading.verdict.bare_target) read_other_way(context, reading);
  }
  keep_actual_alone(reading);
  derive(reading);
}

Reading read_row(const model::Scheme& scheme, const CardFacts& card, const model::Indicator& indicator,
                 const Context& context) {
  Reading reading;
  read_row_into(reading, scheme, card, indicator, context);
  return reading;
}

}  // namespace jiheng::scoring
