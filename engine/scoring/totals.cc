// Takes the points of a card's rows, gives its sums. Nothing is rounded here but the total, where the scheme
// says so.
#include "engine/scoring/totals.h"

#include <algorithm>

namespace jiheng::scoring {
namespace {

using base::Decimal;

/// Sums of formula results carry noise past 13 places; this many are kept before the last rounding.
constexpr int kExactPlaces = 10;

Points sum(const Points& a, const Points& b) { return {a.low + b.low, a.high + b.high}; }

Decimal at_places(const Decimal& total, const model::Rounding& rounding) {
  return total.rounded(kExactPlaces).with_places(rounding.places);
}

/// Lowers the total to what the execution rate allows; says so in `held` where it did.
void cap(const model::Scheme& scheme, const std::optional<Decimal>& ratio, Points& total,
         std::optional<TotalCap>* held) {
  if (scheme.total_caps.empty()) return;
  if (!ratio) {
    for (const auto& [interval, limit] : scheme.total_caps) total.low = std::min(total.low, limit);
    if (held != nullptr) held->emplace();
    return;
  }
  for (const auto& [interval, limit] : scheme.total_caps) {
    if (!interval.contains(*ratio)) continue;
    if (total.high > limit && held != nullptr) *held = TotalCap{&interval, *ratio, limit, total.high};
    total.low = std::min(total.low, limit);
    total.high = std::min(total.high, limit);
    return;
  }
}

std::string_view grade_name(const model::Scheme& scheme, const Decimal& total) {
  for (const model::Grade& g : scheme.grades) {
    if (total >= g.from) return g.name;
  }
  return scheme.grades.empty() ? std::string_view() : std::string_view(scheme.grades.back().name);
}

}  // namespace

std::string grade_of(const model::Scheme& scheme, const Points& total) {
  std::string low(grade_name(scheme, total.low));
  if (total.exact()) return low;
  const std::string high(grade_name(scheme, total.high));
  return low == high ? low : low + "—" + high;
}

Points total_of(const model::Scheme& scheme, Points sum, bool marks_complete,
                const std::optional<Decimal>& execution_ratio, std::optional<TotalCap>* held) {
  // Rows without marks share what the table has left: each may have it, all of them together no more than it.
  if (!marks_complete) sum.high = std::max(sum.low, std::min(sum.high, scheme.total));
  Points total = {at_places(sum.low, scheme.rounding), at_places(sum.high, scheme.rounding)};
  cap(scheme, execution_ratio, total, held);
  return {total.low.with_places(scheme.rounding.places), total.high.with_places(scheme.rounding.places)};
}

void add_up(const model::Scheme& scheme, const CardMarks& marks,
            const std::optional<Decimal>& execution_ratio, CardResult& result) {
  const model::Scorecard& card = *result.card;
  result.sections.resize(card.sections.size());
  for (std::size_t s = 0; s < card.sections.size(); ++s) {
    if (card.sections[s].full_marks) result.sections[s].full_marks = card.sections[s].full_marks->value;
  }
  for (const IndicatorResult& row : result.indicators) {
    SectionResult& section = result.sections[row.id.section];
    section.score = sum(section.score, row.score);
    result.undetermined += row.score.exact() ? 0 : 1;
    if (section_of(card, row.id).full_marks || !row.full_marks) continue;
    section.full_marks = section.full_marks ? *section.full_marks + *row.full_marks : *row.full_marks;
  }
  Points total;
  for (const SectionResult& section : result.sections) total = sum(total, section.score);
  if (result.execution) total = sum(total, result.execution->score);
  result.total = total_of(scheme, total, marks.complete, execution_ratio, &result.cap);
  Points accepted;
  for (const IndicatorResult& row : result.indicators) accepted = sum(accepted, row.accepted);
  if (result.execution) accepted = sum(accepted, result.execution->accepted);
  result.accepted = total_of(scheme, accepted, marks.complete, execution_ratio);
  result.grade = grade_of(scheme, result.total);
}

}  // namespace jiheng::scoring
