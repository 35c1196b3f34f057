// Takes a standard that was built, refuses it where a piece of the text has no say in it or where a rule can never hold:
// whatever words led there, something was read that is not what the text says.
#include <algorithm>

#include "engine/standard/read/build.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

/// Every number that a rule holds an answer against or counts by.
class Numbers {
 public:
  explicit Numbers(const Standard& s) {
    for (const Part& p : s.parts) {
      for (const std::vector<Rule>* rules : {&p.gives, &p.changes, &p.zeros, &p.instead}) {
        for (const Rule& r : *rules) take(r);
      }
    }
    for (const Beyond& b : s.beyond) take(b.rule);
  }

  bool has(const Decimal& v) const {
    return std::find(all_.begin(), all_.end(), v) != all_.end() ||
           printed_.find(v.trimmed().to_string()) != printed_.npos;
  }

 private:
  void take(const Rule& r) {
    for (const Test& t : r.when) {
      if (t.in.low) all_.push_back(t.in.low->value);
      if (t.in.high) all_.push_back(t.in.high->value);
    }
    if (const auto* c = std::get_if<Change>(&r.effect)) {
      all_.push_back(c->limit);
      all_.push_back(c->each);
    } else if (const auto* p = std::get_if<Proportion>(&r.effect)) {
      all_.push_back(p->zero_at);
      all_.push_back(p->full_at);
      if (p->or_from) all_.push_back(*p->or_from);
    } else if (const auto* f = std::get_if<Printed>(&r.effect)) {
      printed_ += f->formula.text();
    } else if (const auto* chosen = std::get_if<Chosen>(&r.effect)) {
      all_.push_back(chosen->limit);
    }
  }

  std::vector<Decimal> all_;
  std::string printed_;  ///< formulas
};

/// 超过90%时，每减少0.1% counted from 90%: what it takes lies where it does not hold; 封顶0分: it takes nothing.
bool never_takes(const Rule& r) {
  const auto* c = std::get_if<Change>(&r.effect);
  if (c != nullptr && (c->marks.high.is_zero() || (c->at_most && c->at_most->high.is_zero()))) return true;
  if (c == nullptr || (c->by != Change::By::above && c->by != Change::By::below)) return false;
  return std::any_of(r.when.begin(), r.when.end(), [&](const Test& t) {
    if (t.need != c->need) return false;
    return c->by == Change::By::below ? t.in.low && t.in.low->value >= c->limit
                                      : t.in.high && t.in.high->value <= c->limit;
  });
}

/// 不超过90%不得分, beside what is taken below 90%: it is nothing there anyhow.
bool takes_from_nothing(const Rule& r, const Part& part) {
  const auto* c = std::get_if<Change>(&r.effect);
  if (c == nullptr || (c->by != Change::By::above && c->by != Change::By::below)) return false;
  const auto covers = [&](const Rule& other) {
    const auto* m = std::get_if<Marks>(&other.effect);
    if (other.when.size() != 1 || other.when[0].need != c->need || (m != nullptr && !m->high.is_zero()))
      return false;
    const Interval& in = other.when[0].in;
    return c->by == Change::By::below ? !in.low && in.high && in.high->value >= c->limit
                                      : !in.high && in.low && in.low->value <= c->limit;
  };
  return std::any_of(part.zeros.begin(), part.zeros.end(), covers);
}

}  // namespace

void Builder::guard(const std::vector<Token>& tokens) {
  if (!out_.computable) return;
  const Numbers numbers(out_);
  for (const Token& t : tokens) {
    if (t.kind != Kind::value || std::find(left_out_.begin(), left_out_.end(), t.begin) != left_out_.end())
      continue;
    if (t.bare && t.unit != "%") continue;  // 共4项, 建设数800个: how many there are
    for (const std::optional<Limit>& limit : {t.low, t.high}) {
      if (!limit || numbers.has(limit->value)) continue;
      refuse(t);
      out_.computable = false;
    }
  }
  for (const Part& p : out_.parts) {
    for (const Rule& r : p.changes) {
      if (!never_takes(r) && !takes_from_nothing(r, p)) continue;
      problem("T401", 0, text_.size());
      out_.computable = false;
    }
  }
  if (out_.computable) order_needs();
}

}  // namespace jiheng::standard
