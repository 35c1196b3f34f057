// Takes a standard that was built, refuses it where a piece of the text has no say in it or where a rule can never hold:
// whatever words led there, something was read that is not what the text says.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

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

/// 计划未全部落实 beside 计划全部落实: the same asked twice, the second time that it is not so.
bool denies_the_other(const Need& need, const Need& other) {
  if (need.type != NeedType::yesno || other.type != NeedType::yesno) return false;
  for (const std::string_view no : {"未", "没有", "不"}) {
    for (std::size_t at = need.name.find(no); at != std::string::npos; at = need.name.find(no, at + 1)) {
      const std::string without = need.name.substr(0, at) + need.name.substr(at + no.size());
      if (without.starts_with(other.name)) return true;
    }
  }
  return false;
}

/// 5%或 before another number: which of the two holds is not said.
bool ends_in_either(std::string_view words) {
  if (!words.ends_with("或")) return false;
  words.remove_suffix(std::string_view("或").size());
  return !words.empty() && (words.back() == '%' || (words.back() >= '0' && words.back() <= '9'));
}

/// 15-车辆率×15: points that were not understood; 实际数/计划数×100% is a rate, 2分×4项 tells how many.
bool times_marks(std::string_view words) {
  constexpr std::string_view kTimes = "×";
  for (std::size_t at = words.find(kTimes); at != words.npos; at = words.find(kTimes, at + kTimes.size())) {
    const std::string_view behind = words.substr(at + kTimes.size());
    const std::size_t digits = std::min(behind.find_first_not_of("0123456789."), behind.size());
    if (behind.starts_with("分值") || behind.starts_with("权重") || behind.starts_with("满分") ||
        (digits != 0 && (digits == behind.size() || behind.substr(digits).starts_with("分"))))
      return true;
  }
  return false;
}

/// 加分最多…: a cap that was not understood is no question.
bool no_question(const Need& need) {
  return need.type == NeedType::yesno &&
         (need.name.find("最多") != std::string::npos || need.name.find("最高") != std::string::npos);
}

/// 扣02分, 得基本分 beside what is added: marks that were not understood.
bool leaves_marks(std::string_view words) {
  if (holds_any(words, {"得基本分", "计基本分", "得基准分", "得基础分"})) return true;
  for (const std::string_view verb : {"扣", "得", "加", "减", "计"}) {
    for (std::size_t at = words.find(verb); at != words.npos; at = words.find(verb, at + verb.size())) {
      const std::string_view behind = words.substr(at + verb.size());
      const std::size_t digits = std::min(behind.find_first_not_of("0123456789."), behind.size());
      if (digits != 0 && behind.substr(digits).starts_with("分") &&
          !behind.substr(digits).starts_with("分以"))
        return true;
    }
  }
  return false;
}

/// 低于人: a comparison whose number stands behind other words was not understood.
bool is_half_a_comparison(const Need& need) {
  return need.type == NeedType::number && !need.distance &&
         starts_with_any(need.name,
                         {"是否", "低于", "高于", "少于", "大于", "小于", "不低于", "不高于", "不少于"});
}

/// Where a piece lies that a rule was made of.
class Pieces {
 public:
  explicit Pieces(const Standard& s) {
    for (const Part& p : s.parts) {
      for (const std::vector<Rule>* rules : {&p.gives, &p.changes, &p.zeros, &p.instead}) {
        for (const Rule& r : *rules) all_.push_back(r.span);
      }
    }
    for (const Beyond& b : s.beyond) all_.push_back(b.rule.span);
  }

  bool hold(const base::Span& piece) const {
    return std::any_of(all_.begin(), all_.end(), [&](const base::Span& s) {
      return s.offset <= piece.offset && piece.offset + piece.length <= s.offset + s.length;
    });
  }

 private:
  std::vector<base::Span> all_;
};

}  // namespace

/// 最多加10分 is the most of something: of a change, of a share, of a part, of the row.
bool Builder::bounds_something(const Marks& cap) const {
  const auto is = [&](const Marks& m) { return !m.share && m.high == cap.high; };
  if (cap.share || (context_.marks && *context_.marks == cap.high) ||
      (out_.printed_full && *out_.printed_full == cap.high))
    return true;
  for (const Part& p : out_.parts) {
    if (p.full && is(*p.full)) return true;
    for (const Rule& r : p.gives) {
      const auto* share = std::get_if<Proportion>(&r.effect);
      if (share != nullptr &&
          (is(share->of) || base::divide(cap.high, share->of.high, kSharePlaces) == share->most))
        return true;
      const auto* marks = std::get_if<Marks>(&r.effect);
      if (marks != nullptr && is(*marks)) return true;
    }
    for (const Rule& r : p.changes) {
      const auto* c = std::get_if<Change>(&r.effect);
      if (c != nullptr && c->at_most &&
          (is(*c->at_most) || (p.full && p.full->high + c->at_most->high == cap.high)))
        return true;
    }
  }
  return false;
}

void Builder::guard(const std::vector<Token>& tokens) {
  if (!out_.computable) return;
  const std::size_t before = out_.problems.size();
  guard_numbers(tokens);
  guard_phrases(tokens);
  for (const Part& p : out_.parts) {
    for (const Rule& r : p.changes) {
      if (never_takes(r) || takes_from_nothing(r, p)) problem("T401", 0, text_.size());
    }
  }
  for (const Need& need : out_.needs) {
    const bool twice = std::any_of(out_.needs.begin(), out_.needs.end(),
                                   [&](const Need& other) { return denies_the_other(need, other); });
    if (twice || no_question(need) || is_half_a_comparison(need)) problem("T401", 0, text_.size());
  }
  if (out_.problems.size() != before) {
    out_.computable = false;
  } else {
    order_needs();
  }
}

/// Every number of a condition is in some rule.
void Builder::guard_numbers(const std::vector<Token>& tokens) {
  const Numbers numbers(out_);
  for (const Token& t : tokens) {
    if (t.kind != Kind::value || std::find(left_out_.begin(), left_out_.end(), t.begin) != left_out_.end())
      continue;
    const bool up_to_all = t.unit == "%" && t.low && t.high && t.high->value == Decimal(100);
    if (up_to_all && numbers.has(t.low->value)) continue;  // 95%-100%
    if (t.bare && t.unit != "%") continue;                 // 共4项, 建设数800个: how many there are
    for (const std::optional<Limit>& limit : {t.low, t.high}) {
      if (limit && !numbers.has(limit->value)) refuse(t);
    }
  }
}

/// Every phrase that takes or adds is in some rule; none says that what is given falls.
void Builder::guard_phrases(const std::vector<Token>& tokens) {
  const Pieces pieces(out_);
  // Bit by bit, or by somebody's judgement.
  const bool changes =
      std::any_of(out_.parts.begin(), out_.parts.end(), [](const Part& p) { return !p.changes.empty(); }) ||
      std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == Kind::chosen; });
  std::string_view words_before;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& t = tokens[i];
    const std::string_view words = text_.substr(t.begin, t.end - t.begin);
    // 每起分别扣10分、5分: which of them is which
    if (is_effect(t.kind) && words.starts_with("分别") && i + 2 < tokens.size() &&
        tokens[i + 1].kind == Kind::list && tokens[i + 2].kind == Kind::give && tokens[i + 2].bare)
      refuse(t);
    const bool falls = t.kind == Kind::words && (words.starts_with("递减") || words.starts_with("递增"));
    // 发现一户未纳入的此分值扣完, where nothing is taken bit by bit
    const bool of_nothing = t.kind == Kind::floor && !changes;
    // 投诉率0.5%以内，超出扣5分: what the other side loses
    const bool other_side =
        is_other_side(words_before) || goes_beyond(words_before) || falls_short(words_before);
    const bool takes = (t.kind == Kind::deduct || t.kind == Kind::add) && !other_side &&
                       !pieces.hold(folded_.span(t.begin, t.end));
    if (falls || of_nothing || takes) refuse(t);
    if (t.kind == Kind::words && (ends_in_either(words) || times_marks(words) || leaves_marks(words)))
      refuse(t);
    // 每项最高扣10分: of each, and not of all
    if (t.kind == Kind::cap && ends_with_any(words_before, {"每项", "每起", "每次"})) refuse(t);
    if (t.kind == Kind::cap && t.has_marks && !bounds_something(t.marks)) refuse(t);
    if (t.kind == Kind::cap && !t.adds && !t.deducts && t.has_marks && !t.marks.share &&
        t.marks.high == context_.marks) {  // 加10分…每个加5分，最高得20分, of 20: the row's
      for (Part& p : out_.parts) p.above_full = false;
    }
    if (!is_break(t.kind)) words_before = words;
  }
}

}  // namespace jiheng::standard
