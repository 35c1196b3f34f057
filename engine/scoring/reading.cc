// Takes one row's texts, reads them with target/ and compares them. A 计算 of the scheme replaces or checks
// the printed actual value. Leaves points to clauses.cc and findings about points to checks.cc.
#include "engine/scoring/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/base/text.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/plan.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;

constexpr int kComputedPlaces = 8;

/// The place of a piece of a field.
base::Place place_of(const model::Field& field, const base::Span& span) {
  base::Place place = field.place;
  if (place.line == 0 || span.offset + std::size_t{span.length} > field.text.size()) return place;
  const std::string_view text = field.text;
  if (text.find('\n') != std::string_view::npos) return place;
  place.column += static_cast<int>(base::count_characters(text.substr(0, span.offset)));
  place.length = static_cast<int>(base::count_characters(text.substr(span.offset, span.length)));
  return place;
}

/// Remarks of the readers become findings. T101 (empty) and T201 (no comparison sign) are said in another way
/// here.
void report(const std::vector<target::Problem>& problems, const model::Field& field,
            std::vector<diag::Diagnostic>& findings) {
  for (const target::Problem& p : problems) {
    if (p.id == "T101" || p.id == "T201") continue;
    findings.push_back({std::string(p.id), p.message, {}, {}, place_of(field, p.span)});
  }
}

std::string_view in_words(target::BareMeaning bare) {
  switch (bare) {
    case target::BareMeaning::at_least:
      return "不低于";
    case target::BareMeaning::at_most:
      return "不超过";
    case target::BareMeaning::exactly:
      return "等于";
    case target::BareMeaning::undetermined:
      break;
  }
  return "（未定）";
}

void report_bare_target(const model::Indicator& indicator, target::BareMeaning bare,
                        const IndicatorResult& result, std::vector<diag::Diagnostic>& findings) {
  if (result.if_met) {
    findings.push_back({"T201",
                        fmt::format("目标值“{}”没有比较号，方案当作“{}”，名称说的却相反",
                                    indicator.target.text, in_words(bare)),
                        "两种读法结果不同，没有替您选。", "在目标值前面写上 ≥、≤ 或 =。",
                        indicator.target.place});
    return;
  }
  if (bare == target::BareMeaning::undetermined) {
    findings.push_back({"T201", fmt::format("目标值“{}”没有比较号", indicator.target.text),
                        "方案没有规定这样的目标是至少、至多还是正好。", "在目标值前面写上 ≥、≤ 或 =。",
                        indicator.target.place});
    return;
  }
  const bool zero =
      result.target.value && result.target.value->is_zero() && bare == target::BareMeaning::at_most;
  findings.push_back({"T201",
                      fmt::format("目标值“{}”没有比较号，{}当作“{}”", indicator.target.text,
                                  zero ? "" : "按方案", in_words(bare)),
                      "没有比较号的数，是至少还是至多要由方案定。", "在目标值前面写上 ≥、≤ 或 =。",
                      indicator.target.place});
}

std::optional<Decimal> amount(const std::optional<model::NumberField>& field) {
  return field ? std::optional(field->value) : std::nullopt;
}

std::optional<Decimal> budget_amount(const model::Budget& b, std::string_view name) {
  if (name == "年初预算数") return amount(b.initial);
  if (name == "调整预算数") return amount(b.adjusted);
  if (name == "批复数") return amount(b.approved);
  if (name == "预算数") return amount(b.planned);
  if (name == "执行数") return amount(b.executed);
  if (name == "基本支出") return amount(b.basic);
  return name == "项目支出" ? amount(b.project) : std::nullopt;
}

std::optional<Decimal> input(const model::Indicator& indicator, const model::Budget& budget,
                             std::string_view name) {
  for (const auto& [key, number] : indicator.inputs) {
    if (key.text == name) return number.value;
  }
  return budget_amount(budget, name);
}

struct ComputedActual {
  std::optional<Decimal> value;  ///< in `unit`
  std::string text;
};

/// The formula's value; a finding where an input is missing or it has none.
ComputedActual compute(const model::Computed& computed, const model::Indicator& indicator,
                       const model::Budget& budget, std::vector<diag::Diagnostic>& findings) {
  std::vector<double> values;
  std::vector<std::string> figures;
  std::string missing;
  for (const std::string& name : computed.formula.used_names()) {
    const auto value = input(indicator, budget, name);
    if (!value) {
      missing += (missing.empty() ? "" : "、") + name;
      continue;
    }
    values.push_back(value->to_double());
    figures.push_back(value->to_string());
  }
  if (!missing.empty()) {
    if (indicator.actual.empty() || !indicator.inputs.empty()) {
      findings.push_back({"S112", fmt::format("“{}”要由数据计算，还缺：{}", indicator.name.text, missing),
                          fmt::format("方案规定 {} = {}。", computed.name, computed.formula.text()),
                          "在这一行的 计算数据 里补上。", indicator.place});
    }
    return {};
  }
  const auto ratio = Decimal::from_double(computed.formula.evaluate_one(values));
  if (!ratio) {
    findings.push_back(
        {"S112", fmt::format("“{}”算不出：{}", indicator.name.text, computed.formula.filled_in(figures)),
         "算式除以 0，没有结果。", "检查 计算数据。", indicator.place});
    return {};
  }
  ComputedActual actual;
  Decimal value = *ratio;
  if (const int shift = ratio_places(computed.unit); shift > 0) value *= shift == 2 ? 100 : 1000;
  actual.value = value.rounded(kComputedPlaces).trimmed();
  actual.text = actual.value->to_string() + computed.unit;
  return actual;
}

/// True when the printed value is the computed one, rounded to the places printed.
bool agrees(const target::Predicate& printed, const ComputedActual& computed, const std::string& unit) {
  if (!printed.value || printed.value2 || printed.unit != unit || printed.scale != 1) return false;
  return computed.value->rounded(printed.value->places()) == *printed.value;
}

void read_actual(const model::Scheme& scheme, const model::Scorecard& card, const model::Indicator& indicator,
                 const target::ParseContext& context, IndicatorResult& result) {
  result.actual = target::parse(indicator.actual.text, context);
  const model::Computed* computed = computed_for(scheme, indicator);
  if (computed == nullptr) {
    report(result.actual.problems, indicator.actual, result.findings);
    return;
  }
  const ComputedActual value = compute(*computed, indicator, card.budget, result.findings);
  if (!value.value) {
    report(result.actual.problems, indicator.actual, result.findings);
    return;
  }
  if (!indicator.actual.empty() && !agrees(result.actual, value, computed->unit)) {
    result.findings.push_back(
        {"S113",
         fmt::format("“{}”填的完成值是 {}，按数据算是 {}", indicator.name.text, indicator.actual.text,
                     figure(*value.value, 2) + computed->unit),
         fmt::format("方案规定 {} = {}；得分按算出的值。", computed->name, computed->formula.text()),
         "核对完成值和 计算数据。", indicator.actual.place});
  }
  result.actual = target::parse(value.text, context);
}

/// A row whose target is no number still has its actual value, for rules that look at nothing else (阶梯,
/// 扣分).
void keep_actual_alone(IndicatorResult& result) {
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

void derive(IndicatorResult& result) {
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

/// What the name says a bare number means; undetermined where it says nothing.
target::BareMeaning meaning_by_name(const model::Indicator& indicator, const Context& context) {
  if (context.names == nullptr) return target::BareMeaning::undetermined;
  const std::string name = model::plain_name(indicator.name.text);
  if (context.names->way.says_less(name)) return target::BareMeaning::at_most;
  return context.names->way.says_more(name) ? target::BareMeaning::at_least
                                            : target::BareMeaning::undetermined;
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
target::Verdict of_two_readings(target::Verdict first, target::Verdict second, std::string_view first_says,
                                std::string_view second_says, IndicatorResult& result) {
  if (first.status == second.status) return first;
  if (first.status == target::Status::undetermined || second.status == target::Status::undetermined)
    return first.status == target::Status::undetermined ? first : second;
  const bool first_met = first.status == target::Status::met;
  result.if_met = first_met ? first.direction : second.direction;
  target::Verdict open = first_met ? std::move(second) : std::move(first);
  const std::string& met_why = first_met ? first.why : second.why;
  open.why = first_met ? fmt::format("{}，{}；{}，{}", first_says, met_why, second_says, open.why)
                       : fmt::format("{}，{}；{}，{}", first_says, open.why, second_says, met_why);
  open.status = target::Status::undetermined;
  return open;
}

/// A target with = under a scheme that says what passing it is.
target::Verdict compare_equal(const model::Scheme& scheme, const model::Indicator& indicator,
                              target::BareMeaning rule, target::BareMeaning by_name, const Context& context,
                              IndicatorResult& result) {
  const auto as = [&](target::Op op) {
    target::Predicate target = result.target;
    target.op = op;
    return target::compare(target, result.actual, rule, context.units, context.words);
  };
  target::Verdict exact = target::compare(result.target, result.actual, rule, context.units, context.words);
  if (exact.status == target::Status::met) return exact;
  if (result.target.value && result.target.value->is_zero()) return as(target::Op::le);
  target::Verdict least = as(target::Op::ge);
  if (least.status == target::Status::undetermined) return exact;
  const bool past = least.status == target::Status::met;
  if (past && scheme.past_equal == model::Scheme::PastEqual::missed) return exact;
  const bool less_is_better = rule == target::BareMeaning::at_most || by_name == target::BareMeaning::at_most;
  if (less_is_better) {
    return of_two_readings(std::move(least), as(target::Op::le), "“=”的目标按“不低于”",
                           fmt::format("“{}”越少越好，按“不超过”", base::trimmed(indicator.name.text)),
                           result);
  }
  if (past) least.why += "（“=”的目标，方案规定超过算达标）";
  return least;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A bare target whose name, or whose own 下降, says the opposite of the scheme's rule.
void read_other_way(const model::Indicator& indicator, target::BareMeaning bare, target::BareMeaning by_name,
                    const Context& context, IndicatorResult& result) {
  using target::BareMeaning;
  const bool falls = bare == BareMeaning::at_most && asks_for_a_fall(result.target, context.words);
  if (!falls && !result.name_disagrees) return;
  const BareMeaning other = bare == BareMeaning::at_most ? BareMeaning::at_least : BareMeaning::at_most;
  std::string why = fmt::format("按方案的“{}”", in_words(bare));
  std::string other_why =
      falls ? fmt::format("目标说的是“{}”，按“{}”", result.target.head, in_words(other))
            : fmt::format("名称“{}”{}，按“{}”", base::trimmed(indicator.name.text),
                          by_name == BareMeaning::at_most ? "越少越好" : "越多越好", in_words(other));
  target::Verdict second = target::compare(result.target, result.actual, other, context.units, context.words);
  result.verdict = of_two_readings(std::move(result.verdict), std::move(second), why, other_why, result);
}

target::BareMeaning rule_for_bare(const model::Scheme& scheme, const model::Indicator& indicator,
                                  const target::Predicate& target) {
  const std::string level2 = without_white_space(indicator.level2.text);
  const std::string level1 = without_white_space(indicator.level1.text);
  for (const std::string* level : {&level2, &level1}) {
    for (const auto& [text, meaning] : scheme.bare_by_level2) {
      if (contains(*level, without_white_space(text))) return meaning;
    }
  }
  if (target.value && target.value->sign() < 0) return scheme.bare_negative;
  return scheme.bare_default;
}

}  // namespace

const model::Computed* computed_for(const model::Scheme& scheme, const model::Indicator& indicator) {
  const model::Computed* best = nullptr;
  if (scheme.computed.empty()) return best;
  const std::string name = without_white_space(indicator.name.text);
  for (const model::Computed& c : scheme.computed) {
    if (name.find(without_white_space(c.name)) == std::string::npos) continue;
    if (best == nullptr || c.name.size() > best->name.size()) best = &c;
  }
  return best;
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
void read_dashes(const model::Indicator& indicator, const target::ParseContext& context,
                 IndicatorResult& result) {
  const auto is_dash = [](const model::Field& field) { return without_white_space(field.text) == "一"; };
  const auto is_number = [](const target::Predicate& p) {
    return p.kind == target::Kind::quantity || p.kind == target::Kind::range ||
           p.kind == target::Kind::composite;
  };
  if (is_dash(indicator.target) && !is_number(result.actual)) result.target = target::parse("—", context);
  if (is_dash(indicator.actual) && !is_number(result.target)) result.actual = target::parse("—", context);
}

}  // namespace

void read_row(const model::Scheme& scheme, const model::Scorecard& card, const model::Indicator& indicator,
              const Context& context, IndicatorResult& result) {
  target::ParseContext reader{context.units, context.words, card.year, false, indicator.level2.text};
  result.target = target::parse(indicator.target.text, reader);
  report(result.target.problems, indicator.target, result.findings);
  reader.actual = true;
  read_actual(scheme, card, indicator, reader, result);
  read_dashes(indicator, reader, result);

  const target::BareMeaning bare = bare_meaning(scheme, indicator, result.target);
  const target::BareMeaning by_name = meaning_by_name(indicator, context);
  const bool zero = result.target.value && result.target.value->is_zero();
  result.name_disagrees = one_sided(bare) && one_sided(by_name) && bare != by_name && !zero;
  const bool equal = result.target.op == target::Op::eq && result.target.kind == target::Kind::quantity;
  if (equal && scheme.past_equal != model::Scheme::PastEqual::open) {
    result.verdict = compare_equal(scheme, indicator, bare, by_name, context, result);
  } else {
    result.verdict = target::compare(result.target, result.actual, bare, context.units, context.words);
    if (result.verdict.bare_target) read_other_way(indicator, bare, by_name, context, result);
  }
  report(result.verdict.remarks, indicator.actual, result.findings);
  if (result.verdict.bare_target) report_bare_target(indicator, bare, result, result.findings);
  keep_actual_alone(result);
  result.status = result.verdict.status;
  derive(result);
}

}  // namespace jiheng::scoring
