// Names of what a standard is made of, and its one-line dump.
#include "engine/standard/standard.h"

#include <fmt/format.h>

#include <array>

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

struct ShapeName {
  std::string_view name;
  std::string_view words;
};
constexpr std::array<ShapeName, 15> kShapes = {{{"unreadable", "看不懂"},
                                                {"met_or_nothing", "达到得分，否则不得分"},
                                                {"ratio", "按比例"},
                                                {"ratio_with_floor", "按比例，有下限"},
                                                {"steps", "分档"},
                                                {"band", "目标两边的范围"},
                                                {"tiers", "按程度分档"},
                                                {"deduct_per_unit", "每多少扣多少"},
                                                {"count_deduct", "按次数扣或加"},
                                                {"sum_of_parts", "几项相加"},
                                                {"veto", "否决"},
                                                {"judgement", "要由人评定"},
                                                {"mixed", "几种合用"},
                                                {"of_total", "从总分里扣"},
                                                {"of_grade", "评等级"}}};
constexpr std::array kNeedTypes = {"number"sv, "count"sv, "yesno"sv, "choice"sv};

std::string text_of(const Marks& m) {
  const std::string unit = m.share ? "F" : "";
  if (m.low == m.high) return m.low.trimmed().to_string() + unit;
  return fmt::format("{}..{}{}", m.low.trimmed().to_string(), m.high.trimmed().to_string(), unit);
}

std::string text_of(const Interval& in) {
  const auto low = [&] {
    if (!in.low) return std::string("(");
    return fmt::format("{}{}",
                       in.low->unsaid   ? "?"
                       : in.low->closed ? "["
                                        : "(",
                       in.low->value.trimmed().to_string());
  }();
  const auto high = [&] {
    if (!in.high) return std::string(")");
    return fmt::format("{}{}", in.high->value.trimmed().to_string(),
                       in.high->unsaid   ? "?"
                       : in.high->closed ? "]"
                                         : ")");
  }();
  return low + "," + high;
}

std::string text_of(const Standard& s, const Test& t) {
  const Need& need = s.needs[t.need];
  switch (need.type) {
    case NeedType::yesno:
      return fmt::format("{}{}{}", t.no ? "!" : "", need.assumed ? "~" : "", need.name);
    case NeedType::choice:
      return fmt::format("{}={}", need.name, t.option < need.options.size() ? need.options[t.option] : "");
    default:
      return fmt::format("{}{}{}{}", need.magnitude ? "±" : "", need.name, text_of(t.in), need.unit);
  }
}

std::string text_of(const Standard& s, const Change& c) {
  constexpr std::array kBy = {"once"sv, "count"sv, "above"sv, "below"sv, "around"sv};
  constexpr std::array kPartial = {"?"sv, "whole"sv, "started"sv, "linear"sv};
  std::string out = fmt::format("{}{}", c.adds ? "+" : "-", text_of(c.marks));
  if (c.by != Change::By::once) {
    const Need& need = s.needs[c.need];
    out += fmt::format(" per {}{} {} {}", c.each.trimmed().to_string(), c.of_limit ? "% of limit" : need.unit,
                       kBy[static_cast<std::size_t>(c.by)], need.name);
    if (c.by != Change::By::count) out += " " + c.limit.trimmed().to_string();
    out += fmt::format(" {}", kPartial[static_cast<std::size_t>(c.partial)]);
  }
  if (c.perhaps_once) out += " or once";
  if (c.at_most) out += " max " + text_of(*c.at_most);
  return out;
}

std::string text_of(const Standard& s, const Rule& r) {
  std::string out;
  for (const Test& t : r.when) out += (out.empty() ? "" : " & ") + text_of(s, t);
  for (const std::string& words : r.beside) out += " beside " + words;
  if (!out.empty()) out += ": ";
  if (const auto* m = std::get_if<Marks>(&r.effect)) return out + text_of(*m);
  if (const auto* c = std::get_if<Change>(&r.effect)) return out + text_of(s, *c);
  if (const auto* c = std::get_if<Chosen>(&r.effect))
    return out + (c->reverse ? "reverse " : "person ") + text_of(c->between);
  if (const auto* p = std::get_if<Proportion>(&r.effect)) {
    out += fmt::format("{}*({}-{})/({}-{})", text_of(p->of), s.needs[p->need].name,
                       p->zero_at.trimmed().to_string(), p->full_at.trimmed().to_string(),
                       p->zero_at.trimmed().to_string());
    if (p->or_full_at) out += " or /" + p->or_full_at->trimmed().to_string();
    if (p->or_from) out += " or from " + p->or_from->trimmed().to_string();
    if (p->inverse) out += " inverse";
    if (p->by_deduction) out += " taken";
    if (p->most != base::Decimal(1)) out += " max " + p->most.trimmed().to_string();
    return out;
  }
  return out + std::get<Printed>(r.effect).formula.text();
}

std::string text_of(const Standard& s, std::string_view head, const std::vector<Rule>& rules) {
  std::string out;
  for (const Rule& r : rules) out += fmt::format("{} {}; ", head, text_of(s, r));
  return out;
}

}  // namespace

std::vector<std::string> words_to_choose(const Need& need) {
  if (need.type == NeedType::yesno) return {"是", "否"};
  return need.type == NeedType::choice ? need.options : std::vector<std::string>();
}

std::string_view to_string(Shape shape) { return kShapes[static_cast<std::size_t>(shape)].name; }
std::string_view in_words(Shape shape) { return kShapes[static_cast<std::size_t>(shape)].words; }
std::string_view to_string(NeedType type) { return kNeedTypes[static_cast<std::size_t>(type)]; }

std::string dump(const Standard& s) {
  std::string out = fmt::format("{} {}", to_string(s.shape), s.sure ? "sure" : "debatable");
  for (const Part& p : s.parts) {
    std::string part = text_of(s, "give", p.gives) + text_of(s, "change", p.changes) +
                       text_of(s, "zero", p.zeros) + text_of(s, "instead", p.instead);
    if (part.size() > 2) part.resize(part.size() - 2);
    out += fmt::format(" {{{}{}{}}}", p.full ? text_of(*p.full) + " | " : "", part,
                       p.above_full     ? " above"
                       : p.only_changes ? " rest"
                                        : "");
  }
  for (const Beyond& b : s.beyond) {
    std::string tests;
    for (const Test& t : b.rule.when) tests += (tests.empty() ? "" : " & ") + text_of(s, t);
    out += b.of == Beyond::Of::total ? fmt::format(" {{total {}}}", text_of(s, b.rule))
                                     : fmt::format(" {{grade {}: {}}}", tests, b.grade);
  }
  return out;
}

bool same_reading(const Standard& a, const Standard& b) { return dump(a) == dump(b); }

}  // namespace jiheng::standard
