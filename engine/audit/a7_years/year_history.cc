// Takes a row and its links, gives its earlier years and the judgement of its target against one of them.
// Leaves  what is worth a finding to years.cc, what to propose to whatif/advise.cc.
#include "engine/audit/a7_years/year_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "engine/base/text.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/reading.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using scoring::figure;
using target::Predicate;

/// 2023 of "2023年"; nullopt for anything that does not begin with four digits.
std::optional<int> year_of(std::string_view text) {
  text = base::trimmed(text);
  int year = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + std::min<std::size_t>(4, text.size()), year);
  if (error != std::errc() || end != text.data() + 4) return std::nullopt;
  return year;
}

target::BareMeaning bare_of(const Table& table, const Row& row) {
  return scoring::bare_meaning(*table.result->scheme, *row.indicator, row.result->target);
}

/// The larger by the smaller; nullopt where one is not above zero.
std::optional<Decimal> times_between(const Decimal& a, const Decimal& b) {
  if (a.sign() <= 0 || b.sign() <= 0) return std::nullopt;
  return base::divide(std::max(a, b), std::min(a, b), 4);
}

/// The target is the whole budget of its table, in the same figures.
bool is_own_budget(const Batch& batch, const Table& table, const target::Verdict& verdict) {
  const auto& budget = table.card->budget;
  const quantity::UnitRelation to_money = quantity::relate(verdict.unit, "万元", batch.units);
  if (!verdict.target_value || to_money.kind == quantity::UnitRelation::Kind::different) return false;
  for (const auto* amount : {&budget.initial, &budget.adjusted, &budget.approved, &budget.planned}) {
    if (!*amount) continue;
    const auto whole = scoring::in_ten_thousands((*amount)->value, budget.unit, batch.units);
    const Decimal target = *verdict.target_value * to_money.factor;
    if (whole && base::divide(target, to_money.divisor, 6) == base::divide(*whole, 1, 6)) return true;
  }
  return false;
}

/// By how much the target itself moved; nullopt where the two cannot be compared.
std::optional<Decimal> moved(const Batch& batch, const Table& table, const Row& row,
                             const YearResult& earlier) {
  if (!earlier.read_target || !earlier.read_target->value) return std::nullopt;
  const target::Verdict v = target::compare(row.result->target, *earlier.read_target, bare_of(table, row),
                                            batch.units, batch.words);
  if (!v.target_value || !v.actual_value) return std::nullopt;
  return times_between(*v.target_value, *v.actual_value);
}

/// Numbers that ask for more, or for no more than so much.
void judge_amounts(const Batch& batch, const Table& table, const target::Verdict& verdict, DemandOnRow& out) {
  const Decimal& target = *verdict.target_value;
  const Decimal& result = *verdict.actual_value;
  out.ceiling = verdict.direction == target::Direction::lower;
  if (target == result) {
    out.demand = Demand::ordinary;
    out.share = Decimal(100);
    out.why = "与那一年的完成值相同";
    return;
  }
  const auto times = base::divide(out.ceiling ? target : result, out.ceiling ? result : target, 4);
  if (target.sign() <= 0 || result.sign() <= 0 || !times) {
    out.why = "有一边是 0 或负数，比不出倍数";
    return;
  }
  out.share = base::divide(target * 100, result, 2);
  const bool rate = scoring::ratio_places(verdict.unit) > 0;
  const model::YearRules::Limits& limits = rate ? batch.years.rates : batch.years.amounts;
  const std::string shown = out.ceiling ? fmt::format("上限是那一年完成值的 {} 倍", figure(*times, 2))
                                        : fmt::format("那一年的完成值是目标值的 {} 倍", figure(*times, 2));
  const auto limit = [&](const Decimal& l, std::string_view word) {
    return fmt::format("{}，{}线 {} 倍", shown, word, figure(l));
  };
  if (out.ceiling && *times >= limits.low && is_own_budget(batch, table, verdict)) {
    out.demand = Demand::ordinary;
    out.why = shown + "；上限就是本表的预算数，随预算定";
  } else if (*times >= limits.much_low) {
    out.demand = Demand::much_too_low;
    out.why = limit(limits.much_low, "明显偏低");
  } else if (*times >= limits.low) {
    out.demand = Demand::too_low;
    out.why = limit(limits.low, "偏低");
  } else if (*times <= limits.high) {
    out.demand = Demand::too_high;
    out.why = limit(limits.high, "偏高");
  } else {
    out.demand = Demand::ordinary;
    out.why = shown;
  }
}

}  // namespace

std::vector<YearResult> history_of(const Batch& batch, std::size_t table, std::size_t row,
                                   const std::vector<YearLink>& links) {
  const Table& here = batch.tables[table];
  const model::Indicator& indicator = *here.rows[row].indicator;
  std::vector<YearResult> all;
  for (const YearLink& link : links) {
    const EarlierRow* match = link.rows[row].match();
    if (match == nullptr) continue;
    const Table& there = batch.tables[match->table];
    const Row& then = there.rows[match->row];
    const model::Field& actual = then.indicator->actual;
    all.push_back({link.year, match, then.indicator->target.text, actual.text, then.result->target,
                   then.result->actual,
                   there.at(then, actual.empty() ? then.indicator->place : actual.place)});
  }
  for (const auto& [key, value] : indicator.history) {
    const auto year = year_of(key.text);
    if (!year || value.empty() || (here.card->year && *year >= *here.card->year)) continue;
    const target::ParseContext context{batch.units, batch.words, *year, true, indicator.level2.text};
    all.push_back({*year,
                   nullptr,
                   "",
                   value.text,
                   std::nullopt,
                   target::parse(value.text, context),
                   {value.place, here.card, &indicator}});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const YearResult& a, const YearResult& b) { return a.year > b.year; });
  return all;
}

std::string_view to_chinese(Demand demand) {
  constexpr std::array<std::string_view, 5> kNames = {"明显偏低", "偏低", "合理", "偏高", "无法比较"};
  return kNames[static_cast<std::size_t>(demand)];
}

DemandOnRow demand_of(const Batch& batch, const Table& table, const Row& row, const YearResult& earlier) {
  DemandOnRow out;
  const target::Verdict verdict =
      target::compare(row.result->target, earlier.read_actual, bare_of(table, row), batch.units, batch.words);
  const bool numbers = verdict.target_value && verdict.actual_value && !verdict.target_value2;
  using target::Direction;
  if (numbers && (verdict.direction == Direction::higher || verdict.direction == Direction::lower)) {
    judge_amounts(batch, table, verdict, out);
    const auto by = moved(batch, table, row, earlier);
    out.other_measure = by && *by >= batch.years.other_measure;
  } else if (verdict.status == target::Status::met) {
    out.demand = Demand::ordinary;
    out.why = "那一年的完成值正合本年目标";
  } else {
    out.why = verdict.why;
  }
  return out;
}

std::string named(const YearResult& earlier) {
  const std::string_view actual = base::trimmed(earlier.actual);
  return earlier.match != nullptr ? fmt::format("{} 年完成值 {}", earlier.year, actual)
                                  : fmt::format("“近两年”里 {} 年的 {}", earlier.year, actual);
}

}  // namespace jiheng::audit
