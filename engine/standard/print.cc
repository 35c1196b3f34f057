// Takes a standard, gives a text that reads back as it: one sentence a rule, in the words of forms.
#include <fmt/format.h>

#include <algorithm>

#include "engine/standard/standard.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

std::string plain(const Decimal& v) { return v.trimmed().to_string(); }

class Printer {
 public:
  explicit Printer(const Standard& s) : s_(s) {}

  std::string text() {
    std::string out;
    const bool several = s_.parts.size() > 1;
    for (std::size_t i = 0; i < s_.parts.size(); ++i) {
      if (several) out += fmt::format("{}、", i + 1);
      out += part(s_.parts[i], several && zeros_are_shared());
    }
    if (several && zeros_are_shared() && !s_.parts.front().zeros.empty()) {
      out += fmt::format("{}、", s_.parts.size() + 1);
      for (const Rule& r : s_.parts.front().zeros) out += when(r) + ",该项不得分;";
      out.pop_back();
      out += "。";
    }
    for (const Beyond& b : s_.beyond) out += beyond(b);
    return out;
  }

 private:
  /// What is said of the total and of the grade, a sentence each.
  std::string beyond(const Beyond& b) const {
    if (b.of == Beyond::Of::grade) return fmt::format("{},{}。", when(b.rule), b.grade);
    const auto& c = std::get<Change>(b.rule.effect);
    const std::string verb = c.adds ? "从总分中加" : "从总分中扣";
    if (c.by == Change::By::once) return fmt::format("{},{}。", when(b.rule), marks(verb, c.marks));
    return fmt::format("{},每{}{}。", s_.needs[c.need].name, s_.needs[c.need].unit, marks(verb, c.marks));
  }

  static std::string marks(std::string_view verb, const Marks& m) {
    if (m.share && m.low == Decimal(1) && m.high == Decimal(1))
      return verb == "得" ? "得满分" : fmt::format("{}分值的100%", verb);
    if (!m.share && m.high.is_zero()) return "不得分";
    const auto value = [&](const Decimal& v) { return plain(m.share ? v * Decimal(100) : v); };
    const std::string number =
        m.low == m.high ? value(m.low) : fmt::format("{}-{}", value(m.low), value(m.high));
    return m.share ? fmt::format("{}分值的{}%", verb, number) : fmt::format("{}{}分", verb, number);
  }

  static std::string limit(const Decimal& v, std::string_view unit) { return plain(v) + std::string(unit); }

  std::string test(const Test& t) const {
    const Need& need = s_.needs[t.need];
    if (need.type == NeedType::yesno) return t.no ? "并非" + need.name + "的" : need.name + "的";
    if (need.type == NeedType::choice)
      return t.option < need.options.size() ? need.options[t.option] + "的" : std::string();
    const Interval& in = t.in;
    const std::string& u = need.unit;
    if (need.magnitude) {
      if (in.low && in.high)
        return fmt::format("{}±{}{}-±{}{}", need.name, limit(in.low->value, u), end_word(*in.low),
                           limit(in.high->value, u), end_word(*in.high));
      if (in.high) return fmt::format("{}±{}以内{}", need.name, limit(in.high->value, u), end_word(*in.high));
      return fmt::format("{}{}{}", need.name, in.low->closed ? "≥" : ">", limit(in.low->value, u));
    }
    if (in.low && in.high) {
      if (in.low->value == in.high->value) return fmt::format("{}={}", need.name, limit(in.low->value, u));
      if ((in.low->unsaid || in.high->unsaid) && u == "分")
        return fmt::format("{}{}-{}分的", need.name, plain(in.low->value), plain(in.high->value));
      if (in.low->unsaid || in.high->unsaid)
        return fmt::format("{}{}{}-{}{}", need.name, limit(in.low->value, u), end_word(*in.low),
                           limit(in.high->value, u), end_word(*in.high));
      return fmt::format("{}{}{}{}{}", limit(in.low->value, u), in.low->closed ? "≤" : "<", need.name,
                         in.high->closed ? "≤" : "<", limit(in.high->value, u));
    }
    if (in.low) {
      if (in.low->unsaid) return fmt::format("{}{}以上", need.name, limit(in.low->value, u));
      return fmt::format("{}{}{}", need.name, in.low->closed ? "≥" : ">", limit(in.low->value, u));
    }
    if (in.high->unsaid) return fmt::format("{}{}以下", need.name, limit(in.high->value, u));
    return fmt::format("{}{}{}", need.name, in.high->closed ? "≤" : "<", limit(in.high->value, u));
  }

  static std::string_view end_word(const Edge& e) { return e.unsaid ? "" : e.closed ? "(含)" : "(不含)"; }

  std::string when(const Rule& r) const {
    std::string out;
    for (const Test& t : r.when) out += (out.empty() ? "" : ",") + test(t);
    for (const std::string& words : r.beside) out += "," + words;
    return out;
  }

  std::string given(const Part& part, const Rule& r, bool full_given) const {
    if (const auto* m = std::get_if<Marks>(&r.effect)) return marks("得", *m);
    if (const auto* c = std::get_if<Chosen>(&r.effect); c != nullptr && c->reverse) return "按比例扣分";
    if (const auto* c = std::get_if<Chosen>(&r.effect))
      return c->between.low.is_zero() && !less_than_all(part, *c) ? "酌情给分"
                                                                  : "酌情" + marks("得", c->between);
    if (const auto* p = std::get_if<Proportion>(&r.effect)) {
      const Need& need = s_.needs[p->need];
      const std::string full =
          fmt::format("{}≥{},{}", need.name, limit(p->full_at, need.unit), marks("得", p->of));
      if (p->full_at < p->zero_at)
        return fmt::format("{0}≤{1},{2};{0}>{3},不得分;线性扣分", need.name, limit(p->full_at, need.unit),
                           marks("得", p->of), limit(p->zero_at, need.unit));
      if (!p->zero_at.is_zero())
        return fmt::format("{};高于{}的,按线性内插得分", full, limit(p->zero_at, need.unit));
      const bool plain_share = p->full_at == Decimal(100) && p->most == Decimal(1) && !p->or_full_at &&
                               !p->by_deduction && !part.zeros.empty();
      if (plain_share && !p->of.share) return fmt::format("得分={}×{}分", need.name, plain(p->of.high));
      if (full_given || plain_share) return fmt::format("得分={}×分值", need.name);
      std::string out = fmt::format("{};否则按比例{}", full, p->by_deduction ? "扣分" : "得分");
      const Decimal more = (p->most - Decimal(1)) * Decimal(100);
      if (more != more.rounded(4))  // a third more: by its marks
        return fmt::format("{};按比例扣分或加分,最高得{}分", full,
                           plain((p->most * p->of.high).rounded(12).trimmed()));
      if (p->most != Decimal(1)) out += fmt::format(";超额完成的,按比例加分不超过分值的{}%", plain(more));
      return out;
    }
    std::string formula(std::get<Printed>(r.effect).formula.text());
    constexpr std::string_view kTimesAll = "×分值";
    if (part.full && !part.full->share && formula.starts_with("分值-") && formula.ends_with(kTimesAll)) {
      const std::string all = plain(part.full->high);  // 15-漂移率×15
      const std::string_view less =
          std::string_view(formula).substr(6, formula.size() - 6 - kTimesAll.size());
      return fmt::format("得分={}{}×{}", all, less, all);
    }
    if (part.full && !part.full->share && formula.ends_with(kTimesAll)) {
      formula.resize(formula.size() - kTimesAll.size());
      formula += "×" + plain(part.full->high) + "分";
    }
    return "得分=" + formula;
  }

  /// 0-3分 of 4.
  static bool less_than_all(const Part& part, const Chosen& c) {
    return part.full && part.full->share == c.between.share && c.between.high < part.full->high;
  }

  /// 违规资金每10万元扣1分: of the whole amount, from nothing.
  bool is_of_an_amount(const Part& part, const Change& c) const {
    const std::string& unit = s_.needs[c.need].unit;
    const bool nothing_before = part.gives.empty() || adds_to_nothing(part, part.gives.front());
    return nothing_before && c.by == Change::By::above && c.limit.is_zero() && !unit.empty() && unit != "%";
  }

  /// 每超过1个百分点扣0.5分.
  std::string change(const Part& part, const Rule& r) const {
    const auto* c = std::get_if<Change>(&r.effect);
    if (c == nullptr) return when(r) + ",酌情扣分";
    const bool within =
        !part.above_full && part.gives.size() == 1 && adds_to_nothing(part, part.gives.front());
    const std::string verb = !c->adds ? "扣" : within && c->by != Change::By::once ? "得" : "加";
    std::string out = when(r);
    if (c->by != Change::By::once) {
      const Need& need = s_.needs[c->need];
      const std::string each = plain(c->each) + (c->of_limit        ? "%"
                                                 : need.unit == "%" ? "个百分点"
                                                                    : need.unit);
      switch (c->by) {
        case Change::By::above:
          out += is_of_an_amount(part, *c)                                ? need.name + "每"
                 : c->adds && c->limit.is_zero() && need.name == "完成率" ? "每完成"
                                                                          : "每超过";
          out += each;
          break;
        case Change::By::below:
          out += "每低于" + each;
          break;
        case Change::By::around:
          out += "每偏离" + each;
          break;
        default:
          out += counted(need, *c);
          break;
      }
    }
    out += marks(verb, c->marks);
    if (c->perhaps_once) out = fmt::format("{}的{},扣完为止", s_.needs[c->need].name, marks(verb, c->marks));
    if (c->at_most && c->at_most->share && c->at_most->low == Decimal(1)) {
      out += ",加满为止";
    } else if (c->at_most) {
      out += fmt::format(",最多{}", marks(verb, *c->at_most));
    }
    if (c->partial == Partial::started) out += fmt::format(",不足{0}按{0}计算", each_text(*c));
    if (c->partial == Partial::whole && c->by != Change::By::once &&
        !(c->by == Change::By::count && c->each == Decimal(1)))
      out += fmt::format(",不足{}不扣", each_text(*c));
    return out;
  }

  bool adds_at_a_number(const Rule& r) const {
    const auto* c = std::get_if<Change>(&r.effect);
    return c != nullptr && c->adds && c->by == Change::By::once && !r.when.empty() &&
           s_.needs[r.when.front().need].type == NeedType::number;
  }

  std::string each_text(const Change& c) const {
    return plain(c.each) + (c.of_limit                     ? std::string("%")
                            : s_.needs[c.need].unit == "%" ? std::string("个百分点")
                                                           : s_.needs[c.need].unit);
  }

  static std::string counted(const Need& need, const Change& c) {
    if (need.type == NeedType::number)
      return fmt::format("每{}{}{}", need.name, plain(c.each),
                         need.unit == "%" && need.marked ? "个百分点" : need.unit);
    if (need.unit.empty()) return fmt::format("每{}", need.name);
    if (need.distance && c.each == Decimal(1) && need.name.ends_with(need.unit)) return need.name;  // 缺一次
    return fmt::format("{}的,每{}{}{}", need.name, need.distance ? "少" : "",
                       c.each == Decimal(1) ? std::string() : plain(c.each), need.unit);
  }

  /// The value that gives all stands in the sentence of the proportion.
  static bool said_by_proportion(const Part& p, const Rule& r) {
    if (!std::holds_alternative<Marks>(r.effect) || std::get<Marks>(r.effect).high.is_zero()) return false;
    for (const Rule& other : p.gives) {
      const auto* proportion = std::get_if<Proportion>(&other.effect);
      if (proportion != nullptr && proportion->or_full_at) return true;
    }
    return false;
  }

  /// 办结率100%且满意率95%，满意率每降低…: what gives the marks tests another number than the one that is counted.
  static bool counts_beside(const Part& p, const Rule& give) {
    if (give.when.empty() || p.gives.size() != 1) return false;
    return std::any_of(p.changes.begin(), p.changes.end(), [&](const Rule& r) {
      const auto* c = std::get_if<Change>(&r.effect);
      if (c == nullptr || c->by == Change::By::once || c->by == Change::By::count || c->adds) return false;
      return std::none_of(give.when.begin(), give.when.end(),
                          [&](const Test& t) { return t.need == c->need; });
    });
  }

  static bool adds_to_nothing(const Part& p, const Rule& r) {
    const auto* m = std::get_if<Marks>(&r.effect);
    return m != nullptr && m->high.is_zero() && r.when.empty() && p.gives.size() == 1 && !p.changes.empty();
  }

  /// What makes one part 0 makes all of them 0.
  bool zeros_are_shared() const {
    const auto same = [this](const Rule& a, const Rule& b) { return when(a) == when(b); };
    return std::all_of(s_.parts.begin(), s_.parts.end(), [&](const Part& p) {
      const std::vector<Rule>& first = s_.parts.front().zeros;
      return std::equal(p.zeros.begin(), p.zeros.end(), first.begin(), first.end(), same);
    });
  }

  std::string part(const Part& p, bool without_zeros) const {
    std::string out;
    std::string base;
    std::string from;
    bool up = false;
    bool down = false;
    for (const Rule& r : p.changes) {
      if (const auto* c = std::get_if<Change>(&r.effect)) {
        up = up || c->by == Change::By::above;
        down = down || c->by == Change::By::below;
      }
    }
    for (const Rule& r : p.changes) {
      const auto* c = std::get_if<Change>(&r.effect);
      if (c == nullptr || c->by == Change::By::once || c->by == Change::By::count || !base.empty()) continue;
      const Need& need = s_.needs[c->need];
      from = limit(c->limit, need.unit);
      const Change* other = nullptr;
      for (const Rule& r2 : p.changes) {
        const auto* c2 = std::get_if<Change>(&r2.effect);
        if (c2 != nullptr && c2->need == c->need && c2->by != c->by && c2->limit != c->limit) other = c2;
      }
      if (other != nullptr) {
        base = fmt::format("{}≤{}≤{}", limit(std::min(c->limit, other->limit), need.unit), need.name,
                           limit(std::max(c->limit, other->limit), need.unit));
        continue;
      }
      base = fmt::format("{}{}{}", need.name,
                         up && down                   ? "="
                         : c->by == Change::By::above ? "≤"
                         : c->by == Change::By::below ? "≥"
                                                      : "=",
                         limit(c->limit, need.unit));
    }
    const bool from_nothing = p.gives.size() == 1 && adds_to_nothing(p, p.gives.front());
    if ((p.gives.empty() || from_nothing) && p.full && !p.full->share)
      out += "满分" + plain(p.full->high) + "分。";
    const bool of_amounts = std::any_of(p.changes.begin(), p.changes.end(), [&](const Rule& r) {
      const auto* c = std::get_if<Change>(&r.effect);
      return c != nullptr && is_of_an_amount(p, *c);
    });
    if (p.gives.empty() && !base.empty() && !of_amounts) out += fmt::format("以{}为标准。", from);
    bool full_given = false;
    for (const Rule& r : p.gives) {
      std::string condition = when(r);
      if (said_by_proportion(p, r) || adds_to_nothing(p, r)) continue;
      if (r.when.empty() && !p.changes.empty() && !p.stepped && !std::holds_alternative<Proportion>(r.effect))
        condition.insert(0, base.empty() ? std::string("符合要求的") : base);
      if (counts_beside(p, r) && !base.empty()) condition += "," + base;
      if (condition.empty() && !std::holds_alternative<Proportion>(r.effect) &&
          !std::holds_alternative<Printed>(r.effect))
        condition = "否则";
      out += fmt::format("{}{}{};", condition, condition.empty() ? "" : ",", given(p, r, full_given));
      full_given = full_given ||
                   (std::holds_alternative<Marks>(r.effect) && !std::get<Marks>(r.effect).high.is_zero());
    }
    bool added = false;
    for (const Rule& r : p.changes) {
      const bool beside = p.gives.size() == 1 && counts_beside(p, p.gives.front());
      if ((p.gives.empty() || beside) && !from.empty()) {  // nothing before it named the number
        const auto* c = std::get_if<Change>(&r.effect);
        if (c != nullptr && c->by != Change::By::once && c->by != Change::By::count &&
            !is_of_an_amount(p, *c))
          out += s_.needs[c->need].name;
      }
      std::string said = change(p, r);
      if (adds_at_a_number(r)) {  // 达到80%加1分;达到90%再加1分: without 再 the higher instead of the lower
        if (added) said.insert(said.find("加", when(r).size()), "再");
        added = true;
      }
      out += said + ";";
    }
    for (const Rule& r : p.zeros) {
      if (without_zeros) break;
      out += when(r) + ",该项不得分;";
    }
    for (const Rule& r : p.instead) out += when(r) + ",按满分计算;";
    if (out.ends_with(";")) out.back() = '.';
    if (out.ends_with('.')) {
      out.pop_back();
      out += "。";
    }
    return out;
  }

  const Standard& s_;
};

}  // namespace

std::string print(const Standard& standard) { return Printer(standard).text(); }

}  // namespace jiheng::standard
