// Takes a standard, names its shape. Says nothing about points.
#include "engine/standard/read/shape.h"

#include <algorithm>

namespace jiheng::standard {
namespace {

bool holds(const Standard& s, std::string_view id) {
  return std::any_of(s.problems.begin(), s.problems.end(), [&](const Problem& p) { return p.id == id; });
}

Shape shape_of_part(const Standard& s, const Part& p) {
  bool beyond = false;
  bool counted = false;
  bool stepped = false;
  bool chosen = false;
  for (const Rule& r : p.changes) {
    const auto* c = std::get_if<Change>(&r.effect);
    if (c == nullptr) {
      chosen = true;
    } else if (c->by == Change::By::once) {
      (r.when.empty() || s.needs[r.when[0].need].type != NeedType::number ? counted : stepped) = true;
    } else if (c->by == Change::By::count && s.needs[c->need].type == NeedType::count) {
      counted = true;
    } else {
      beyond = true;
    }
  }
  if (!p.changes.empty()) {
    const bool several = static_cast<int>(beyond) + static_cast<int>(counted) + static_cast<int>(stepped) > 1;
    if (several || chosen || p.stepped || !p.zeros.empty()) return Shape::mixed;
    return beyond ? Shape::deduct_per_unit : stepped ? Shape::steps : Shape::count_deduct;
  }
  if (p.gives.empty()) return p.zeros.empty() ? Shape::judgement : Shape::veto;
  bool proportion = false;
  bool ranges = false;
  bool choice = false;
  std::size_t some = 0;
  bool symmetric = false;
  bool numeric_zero = false;
  for (const Rule& r : p.gives) {
    if (std::holds_alternative<Proportion>(r.effect) || std::holds_alternative<Printed>(r.effect))
      proportion = true;
    if (std::holds_alternative<Chosen>(r.effect)) chosen = true;
    if (const auto* m = std::get_if<Marks>(&r.effect)) {
      ranges = ranges || m->low != m->high;
      some += m->high.is_zero() ? 0U : 1U;
      numeric_zero = numeric_zero || (m->high.is_zero() && !r.when.empty());
    }
    for (const Test& t : r.when) {
      choice = choice || s.needs[t.need].type == NeedType::choice;
      symmetric = symmetric || s.needs[t.need].magnitude;
    }
  }
  if (proportion) return numeric_zero ? Shape::ratio_with_floor : Shape::ratio;
  if (chosen) return Shape::judgement;
  if (choice) return Shape::tiers;
  if (ranges) return Shape::mixed;
  if (symmetric) return Shape::band;
  if (!p.zeros.empty()) return Shape::mixed;
  return p.stepped && some > 1 ? Shape::steps : Shape::met_or_nothing;
}

}  // namespace

Shape shape_of(const Standard& s) {
  if (!s.computable && !s.beyond.empty() && holds(s, "T406"))
    return s.beyond.front().of == Beyond::Of::total ? Shape::of_total : Shape::of_grade;
  if (!s.computable) return holds(s, "T405") ? Shape::judgement : Shape::unreadable;
  if (s.parts.size() == 1) return shape_of_part(s, s.parts.front());
  bool plain = true;
  bool ratios = true;
  bool judged = true;
  for (const Part& p : s.parts) {
    const Shape shape = shape_of_part(s, p);
    plain = plain && shape == Shape::met_or_nothing;
    ratios = ratios && shape == Shape::ratio;
    judged = judged && shape == Shape::judgement;
  }
  return plain ? Shape::sum_of_parts : ratios ? Shape::ratio : judged ? Shape::judgement : Shape::mixed;
}

}  // namespace jiheng::standard
