// Takes a standard, gives one formula: its parts are summed, each as scoring/standard sums them. What is open is NA().
#include "engine/report/forms/xlsx_standard.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/formula/spreadsheet_text.h"

namespace jiheng::report {
namespace {

using base::Decimal;
using standard::Change;
using standard::Edge;
using standard::Need;
using standard::NeedType;
using standard::Part;
using standard::Partial;
using standard::Rule;
using standard::Test;
using From = scoring::StandardRow::From;

constexpr std::string_view kOpen = "NA()";
/// What a quotient may be off by, far below the least part of a unit that anybody prints.
constexpr std::string_view kHair = "1E-9";

std::string in_a_sheet(const Decimal& value) { return formula::sheet_number(value.to_double()).text; }

/// A condition: a formula, or known without the actual value.
struct Holds {
  std::string yes = "TRUE";
  std::string open = "FALSE";  ///< the text leaves open whether it holds
};

class StandardText {
 public:
  StandardText(const scoring::StandardRow& row, std::size_t need, std::string x, const Decimal& full)
      : row_(row), s_(row.standard), need_(need), x_(std::move(x)), full_(full) {
    if (s_.needs[need_].magnitude) x_ = "ABS(" + x_ + ")";
  }

  std::optional<std::string> text() const {
    std::string sum;
    for (const Part& part : s_.parts) {
      const auto points = part_points(part);
      if (!points) return std::nullopt;
      sum += (sum.empty() ? "" : "+") + *points;
    }
    return fmt::format("MAX(0,MIN({},{}))", in_a_sheet(full_), sum);
  }

 private:
  std::string marks(const standard::Marks& m) const {
    if (m.low != m.high) return std::string(kOpen);
    return in_a_sheet(m.share ? m.low * full_ : m.low);
  }

  /// An answer that is no cell: 计算数据, or an exception nobody spoke of.
  std::optional<Decimal> known(std::size_t need) const {
    if (row_.answers[need]) return row_.answers[need];
    return s_.needs[need].assumed ? std::optional<Decimal>(Decimal(0)) : std::nullopt;
  }

  static void end(std::string& yes, std::string& open, const std::string& v, const Edge& e, bool low) {
    if (e.unsaid) open += fmt::format(",{}={}", v, in_a_sheet(e.value));
    yes += fmt::format(",{}{}{}{}", v, low ? ">" : "<", e.closed || e.unsaid ? "=" : "", in_a_sheet(e.value));
  }

  std::optional<Holds> holds(const Rule& r) const {
    std::string yes;
    std::string open;
    for (const Test& t : r.when) {
      const Need& need = s_.needs[t.need];
      std::string v = x_;
      if (t.need != need_) {
        const auto value = known(t.need);
        if (!value) return std::nullopt;
        if (need.type == NeedType::yesno) {
          if (value->is_zero() != t.no) yes += ",FALSE";
          continue;
        }
        if (need.type == NeedType::choice) {
          if (*value != Decimal(static_cast<std::int64_t>(t.option))) yes += ",FALSE";
          continue;
        }
        v = in_a_sheet(need.magnitude ? value->magnitude() : *value);
      }
      if (t.in.low) end(yes, open, v, *t.in.low, true);
      if (t.in.high) end(yes, open, v, *t.in.high, false);
    }
    Holds out;
    if (!yes.empty()) out.yes = "AND(" + yes.substr(1) + ")";
    if (!open.empty()) out.open = fmt::format("AND({},OR({}))", out.yes, open.substr(1));
    return out;
  }

  std::optional<std::string> value(const Rule& r) const {
    if (const auto* m = std::get_if<standard::Marks>(&r.effect)) return marks(*m);
    if (std::holds_alternative<standard::Chosen>(r.effect)) return std::string(kOpen);
    if (const auto* p = std::get_if<standard::Proportion>(&r.effect)) {
      if (p->or_full_at || p->or_from) return std::string(kOpen);
      if (p->need != need_ || p->of.low != p->of.high) return std::nullopt;
      const std::string share = p->inverse ? fmt::format("{}/{}", in_a_sheet(p->full_at), x_)
                                           : fmt::format("({}-{})/({})", x_, in_a_sheet(p->zero_at),
                                                         in_a_sheet(p->full_at - p->zero_at));
      return fmt::format("{}*MIN({},MAX(0,{}))", marks(p->of), in_a_sheet(p->most), share);
    }
    if (const auto* p = std::get_if<standard::Printed>(&r.effect)) {
      std::vector<formula::SheetTerm> terms;
      for (const std::size_t need : p->needs) {
        if (need == standard::Printed::kFullMarks) {
          terms.push_back(formula::sheet_number(full_.to_double()));
          continue;
        }
        const double per = s_.needs[need].unit == "%" ? 100.0 : 1.0;
        if (need == need_) {
          terms.push_back(formula::sheet_expression(fmt::format("({}/{})", x_, per)));
          continue;
        }
        const auto answer = known(need);
        if (!answer) return std::nullopt;
        terms.push_back(formula::sheet_number(answer->to_double() / per));
      }
      const auto text = formula::spreadsheet_text(p->formula, terms);
      if (!text) return std::nullopt;
      return text->text;
    }
    return std::nullopt;
  }

  /// `then` where the rule holds, else `rest`.
  std::optional<std::string> choose(const Rule& r, const std::string& then, const std::string& rest) const {
    const auto h = holds(r);
    if (!h) return std::nullopt;
    std::string out = h->yes == "TRUE" ? then : fmt::format("IF({},{},{})", h->yes, then, rest);
    if (h->open != "FALSE") out = fmt::format("IF({},{},{})", h->open, kOpen, out);
    return out;
  }

  /// Between two steps, and beyond those that are printed, the text says nothing: 0 stays 0, all else is open.
  std::optional<std::string> beyond_steps(const Part& part) const {
    std::optional<std::string> otherwise;
    const Rule* top = nullptr;
    const Rule* bottom = nullptr;
    std::string above;
    std::string below;
    for (const Rule& r : part.gives) {
      if (r.when.empty()) {
        otherwise = value(r);
        if (!otherwise) return std::nullopt;
        continue;
      }
      if (r.when.size() != 1 || r.when.front().need != need_) return std::nullopt;
      const standard::Interval& in = r.when.front().in;
      if (in.high) above += fmt::format(",{}>={}", x_, in_a_sheet(in.high->value));
      if (in.low) below += fmt::format(",{}<={}", x_, in_a_sheet(in.low->value));
      if (in.high && (top == nullptr || top->when.front().in.high->value < in.high->value)) top = &r;
      if (in.low && (bottom == nullptr || in.low->value < bottom->when.front().in.low->value)) bottom = &r;
    }
    const auto edge = [](const Rule* r) {
      const auto* m = r == nullptr ? nullptr : std::get_if<standard::Marks>(&r->effect);
      return m != nullptr && m->high.is_zero() ? "0" : std::string(kOpen);
    };
    std::string out = otherwise ? *otherwise
                      : above.empty()
                          ? edge(bottom)
                          : fmt::format("IF(OR({}),{},{})", above.substr(1), edge(top), edge(bottom));
    if (!above.empty() && !below.empty()) {
      out = fmt::format("IF(AND(OR({}),OR({})),{},{})", above.substr(1), below.substr(1), kOpen, out);
    }
    return out;
  }

  std::optional<std::string> base_points(const Part& part) const {
    if (part.only_changes) return "0";
    if (part.gives.empty()) return marks(part.full.value_or(standard::Marks{1, 1, true}));
    std::optional<std::string> rest = part.stepped ? beyond_steps(part) : std::optional<std::string>("0");
    for (auto r = part.gives.rbegin(); rest && r != part.gives.rend(); ++r) {
      if (part.stepped && r->when.empty()) continue;
      const auto points = value(*r);
      if (!points) return std::nullopt;
      rest = choose(*r, *points, *rest);
    }
    return rest;
  }

  std::optional<std::string> change(const Change& c) const {
    if (c.marks.low != c.marks.high || c.perhaps_once) return std::string(kOpen);
    std::string out = marks(c.marks);
    if (c.by != Change::By::once) {
      std::string v = x_;
      if (c.need != need_) {
        const auto value = known(c.need);
        if (!value) return std::nullopt;
        v = in_a_sheet(*value);
      }
      std::string distance = v;
      if (c.by == Change::By::above) distance = fmt::format("{}-{}", v, in_a_sheet(c.limit));
      if (c.by == Change::By::below) distance = fmt::format("{}-{}", in_a_sheet(c.limit), v);
      if (c.by == Change::By::around) distance = fmt::format("ABS({}-{})", v, in_a_sheet(c.limit));
      Decimal each = c.each;
      if (c.of_limit) {
        if (c.limit.is_zero()) return std::nullopt;
        each = c.each * c.limit.magnitude() * Decimal::of(1, 2);
      }
      const std::string n = fmt::format("MAX(0,{})/{}", distance, in_a_sheet(each));
      switch (c.partial) {
        case Partial::whole:
          out += fmt::format("*INT(ROUND({},9))", n);
          break;
        case Partial::started:
          out += fmt::format("*-INT(-ROUND({},9))", n);
          break;
        case Partial::proportional:
          out += "*" + n;
          break;
        case Partial::unsaid:  // whole, started and linear are one only at a whole number
          out = fmt::format("IF(ABS({0}-ROUND({0},0))<{1},{2}*ROUND({0},0),{3})", n, kHair, out, kOpen);
          break;
      }
    }
    return c.at_most ? fmt::format("MIN({},{})", marks(*c.at_most), out) : out;
  }

  std::optional<std::string> part_points(const Part& part) const {
    auto points = base_points(part);
    for (const Rule& r : part.changes) {
      if (!points) return std::nullopt;
      const auto* c = std::get_if<Change>(&r.effect);
      const auto by = c == nullptr ? std::optional<std::string>(kOpen) : change(*c);
      if (!by) return std::nullopt;
      const auto taken = choose(r, *by, "0");
      if (!taken) return std::nullopt;
      *points += fmt::format("{}({})", c != nullptr && c->adds ? "+" : "-", *taken);
    }
    if (!points) return std::nullopt;
    if (!part.only_changes) {
      const std::string top = marks(part.full.value_or(standard::Marks{1, 1, true}));
      points = fmt::format("MAX(0,MIN({},{}))", top, *points);
    }
    for (auto r = part.zeros.rbegin(); points && r != part.zeros.rend(); ++r)
      points = choose(*r, "0", *points);
    for (auto r = part.instead.rbegin(); points && r != part.instead.rend(); ++r) {
      const auto aside = value(*r);
      if (!aside) return std::nullopt;
      points = choose(*r, *aside, *points);
    }
    return points;
  }

  const scoring::StandardRow& row_;
  const standard::Standard& s_;
  std::size_t need_;
  std::string x_;
  const Decimal& full_;
};

/// The one need the actual value answers, or would answer; none where another is, or where more than the cell has a say.
std::optional<std::size_t> need_of_actual(const scoring::StandardRow& row,
                                          const model::Indicator& indicator) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < row.from.size(); ++i) {
    const Need& need = row.standard.needs[i];
    const bool number = need.type == NeedType::number || need.type == NeedType::count;
    const bool cell =
        row.from[i] == From::actual || (row.from[i] == From::nobody && indicator.actual.empty());
    if (row.from[i] == From::data || row.from[i] == From::assumed) continue;
    if (!cell || !number || found || need.marked || need.distance) return std::nullopt;
    found = i;
  }
  return found;
}

}  // namespace

std::optional<std::string> standard_expression(const scoring::StandardRow& row,
                                               const model::Indicator& indicator, const Decimal& full,
                                               const RowAddress& at) {
  const standard::Standard& s = row.standard;
  if (!s.computable || row.above_full || row.or_answers) return std::nullopt;
  if (s.printed_full && *s.printed_full != full) return std::nullopt;
  const auto need = need_of_actual(row, indicator);
  if (!need) return std::nullopt;
  const Need& asked = s.needs[*need];
  // 完成率 may be worked out from the target, which the sheet may change
  if (asked.name.ends_with("完成率") || asked.name.ends_with("完成比例")) return std::nullopt;
  std::string unit = asked.unit;
  Decimal factor = unit == "%" ? 100 : 1;
  if (const SheetAmount now = split_amount(indicator.actual.text); !indicator.actual.empty()) {
    const auto& answer = row.answers[*need];
    if (!now.number || !now.sign.empty() || !answer) return std::nullopt;
    unit = now.unit;
    if (!now.number->is_zero()) {  // 5000 of 万元 is 50000000 of 元
      const auto ratio = base::divide(*answer, *now.number, 20);
      if (!ratio || *ratio * *now.number != *answer) return std::nullopt;
      factor = ratio->trimmed();
    } else if (unit != asked.unit) {
      return std::nullopt;
    }
  }
  const std::string x = fmt::format("ROUND({}*{},9)", at.actual, in_a_sheet(factor));
  const auto points = StandardText(row, *need, x, full).text();
  if (!points || points->size() > 2 * formula::kMaxSheetText) return std::nullopt;
  return fmt::format("IF(AND(ISNUMBER({}),{}=\"\",EXACT({},{}),{}={}),{},{})", at.actual, at.actual_sign,
                     at.actual_unit, quoted(unit), at.full, in_a_sheet(full), *points, quoted(kOpenScore));
}

}  // namespace jiheng::report
