// Takes a standard, gives its clauses in the formula language of schemes.
#include <fmt/format.h>

#include "engine/standard/standard.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

std::string number(const Decimal& v, std::string_view unit) {
  return v.trimmed().to_string() + (unit == "%" || unit == "‰" ? std::string(unit) : std::string());
}

std::string marks_text(const Marks& m) {
  const auto one = [&](const Decimal& v) {
    if (!m.share) return v.trimmed().to_string() + "分";
    if (v == Decimal(1)) return std::string("分值");
    return v.is_zero() ? std::string("0分") : "分值*" + v.trimmed().to_string();
  };
  return m.low == m.high ? one(m.low) : fmt::format("{}~{}", one(m.low), one(m.high));
}

std::string when_text(const Standard& s, const std::vector<Test>& tests) {
  std::string out;
  const auto add = [&out](const std::string& text) { out += (out.empty() ? "" : " 且 ") + text; };
  for (const Test& t : tests) {
    const Need& need = s.needs[t.need];
    if (need.type == NeedType::yesno) {
      add((t.no ? "非 " : "") + need.name);
    } else if (need.type == NeedType::choice) {
      add(t.option < need.options.size() ? need.options[t.option] : std::string());
    } else {
      const std::string name = need.magnitude ? "abs(" + need.name + ")" : need.name;
      if (t.in.low && t.in.high && t.in.low->value == t.in.high->value) {
        add(name + "=" + number(t.in.low->value, need.unit));
        continue;
      }
      if (t.in.low) add(name + (t.in.low->closed ? ">=" : ">") + number(t.in.low->value, need.unit));
      if (t.in.high)
        add(name + (t.in.high->closed && !t.in.high->unsaid ? "<=" : "<") +
            number(t.in.high->value, need.unit));
    }
  }
  return out;
}

std::string change_text(const Standard& s, const Change& c) {
  std::string out = marks_text(c.marks);
  if (c.by != Change::By::once) {
    const Need& need = s.needs[c.need];
    const std::string limit = number(c.limit, need.unit);
    std::string distance = need.name;
    if (c.by == Change::By::above && !c.limit.is_zero()) distance = fmt::format("({}-{})", need.name, limit);
    if (c.by == Change::By::below)
      distance = c.limit.is_zero() ? "(0-" + need.name + ")" : fmt::format("({}-{})", limit, need.name);
    if (c.by == Change::By::around) distance = fmt::format("abs({}-{})", need.name, limit);
    if (c.of_limit) distance += "/" + limit;
    const std::string each = c.of_limit ? number(c.each, "%") : number(c.each, need.unit);
    std::string n = each == "1" ? distance : distance + "/" + each;
    if (c.partial == Partial::started) n = "ceil(" + n + ")";
    if (c.partial == Partial::whole && each != "1") n = "floor(" + n + ")";
    if (c.partial == Partial::unsaid) n = "floor(" + n + ")";
    if (c.by != Change::By::count) n = "max(0," + n + ")";
    out += "*" + n;
  }
  if (c.at_most) out = fmt::format("min({},{})", marks_text(*c.at_most), out);
  return (c.adds ? "+" : "-") + out;
}

std::string points_text(const Standard& s, const Rule& r) {
  if (const auto* m = std::get_if<Marks>(&r.effect)) return marks_text(*m);
  if (const auto* c = std::get_if<Change>(&r.effect)) return change_text(s, *c);
  if (const auto* c = std::get_if<Chosen>(&r.effect)) return marks_text(c->between);
  if (const auto* p = std::get_if<Proportion>(&r.effect)) {
    const Need& need = s.needs[p->need];
    const std::string full = number(p->full_at, need.unit);
    std::string share = full == "100%" ? need.name : need.name + "/" + full;
    if (!p->zero_at.is_zero())
      share = fmt::format("max(0,({}-{})/({}-{}))", need.name, number(p->zero_at, need.unit), full,
                          number(p->zero_at, need.unit));
    return fmt::format("{}*min({},{})", marks_text(p->of), p->most.rounded(12).trimmed().to_string(), share);
  }
  return std::get<Printed>(r.effect).formula.text();
}

}  // namespace

std::vector<ClauseText> clauses(const Standard& s) {
  std::vector<ClauseText> out;
  const auto add = [&](const std::vector<Rule>& rules, bool zero) {
    for (const Rule& r : rules)
      out.push_back({fmt::format("P{}", out.size() + 1), when_text(s, r.when),
                     zero ? "0分" : points_text(s, r), r.span});
  };
  for (const Part& p : s.parts) {
    add(p.instead, false);
    add(p.zeros, true);
    if (p.gives.empty() && !p.only_changes) {
      const base::Span span = p.changes.empty() ? base::Span{} : p.changes.front().span;
      out.push_back(
          {fmt::format("P{}", out.size() + 1), "", marks_text(p.full.value_or(Marks{1, 1, true})), span});
    }
    add(p.gives, false);
    add(p.changes, false);
  }
  for (const Beyond& b : s.beyond)
    out.push_back({fmt::format("P{}", out.size() + 1), when_text(s, b.rule.when),
                   b.of == Beyond::Of::total ? "总分" + points_text(s, b.rule) : "等级：" + b.grade,
                   b.rule.span});
  return out;
}

}  // namespace jiheng::standard
