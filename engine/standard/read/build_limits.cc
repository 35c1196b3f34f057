// Takes a clause with 每…, gives what it counts from: a value in it, the base of the text, or a value that gives the marks.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

}  // namespace

/// 每… can count from a value of this unit.
bool Builder::fits_limit(const RawClause& c, const Span1& s) const {
  if (c.per == nullptr) return true;
  if (c.per->unit == s.unit || s.unit.empty() || s.unit.starts_with(c.per->unit + "/")) return true;
  if (c.per->unit == "%" && !c.per->points) return !s.unit.empty();
  const auto relation = quantity::relate(c.per->unit, s.unit, context_.units);
  return relation.kind == quantity::UnitRelation::Kind::same ||
         relation.kind == quantity::UnitRelation::Kind::same_family;
}

/// What 每… counts from: a value in the same clause, the base of the text, or the one value that gives the marks.
std::optional<Span1> Builder::limit_for(const RawClause& c, const Sorted& sorted, const RawPart& raw) const {
  if (c.per != nullptr && c.per->low) {
    Span1 own;
    own.low = own.high = c.per->low;
    own.point = true;
    own.unit = c.per->unit;
    own.at = c.per;
    return own;
  }
  std::vector<const Token*> own = values_of(c);
  if (own.size() > 1 && c.per != nullptr) {  // 20亿元以上的项目不少于4个，每少1个: the one of its unit
    std::erase_if(own, [&](const Token* v) { return v->unit != c.per->unit; });
  }
  if (own.size() == 1) {
    if (auto s = joined(own); s && fits_limit(c, *s) && !(s->low && s->high && !s->point)) return s;
  }
  if (raw.baseline != nullptr) {
    if (auto s = joined({raw.baseline}); s && fits_limit(c, *s)) return s;
  }
  const Token* value = given_limit(c, sorted);
  return value == nullptr ? std::nullopt : joined({value});
}

/// The one value of what gives the marks that 每… can count from; of several the one of its unit, or of its name.
const Token* Builder::given_limit(const RawClause& c, const Sorted& sorted) const {
  std::vector<std::pair<const RawClause*, const Token*>> fitting;
  for (const RawClause* g : sorted.gives) {
    for (const Token* v : values_of(*g)) {
      if (const auto s = joined({v}); s && fits_limit(c, *s)) fitting.emplace_back(g, v);
    }
  }
  const auto keep = [&](const auto& holds) {
    if (fitting.size() < 2 || std::count_if(fitting.begin(), fitting.end(), holds) != 1) return;
    fitting = {*std::find_if(fitting.begin(), fitting.end(), holds)};
  };
  if (c.per != nullptr) keep([&](const auto& f) { return f.second->unit == c.per->unit; });
  const std::string name = need_name(last_words_of(c));
  if (name.size() >= 6) {
    keep([&](const auto& f) {
      const std::string subject = subject_of(*f.first, *f.second);
      return !subject.empty() && (subject.ends_with(name) || name.ends_with(subject));
    });
  }
  return fitting.size() == 1 ? fitting.front().second : nullptr;  // several: which one is not said
}

/// 30日内, ≤45天: the time that 每延长5天 is counted from is printed, so that the whole time is asked for, not how late.
bool Builder::time_limit_for(const RawClause& c, const Sorted& sorted) const {
  if (sorted.gives.size() > 1) return false;
  const RawClause& limit = sorted.gives.empty() ? c : *sorted.gives[0];
  const auto values = values_of(limit);
  return values.size() == 1 && values[0]->high && !values[0]->low && is_a_time(values[0]->unit) &&
         quantity::relate(c.per->unit, values[0]->unit, context_.units).kind ==
             quantity::UnitRelation::Kind::same &&
         !names_a_delay(last_words_of(limit));
}

/// Another clause counts the other way from the same thing, which is not printed here.
bool Builder::opposite(const RawClause& c, const Sorted& sorted) const {
  const auto behind_way = [&](const Token& per) {
    const std::string name =
        need_name(text_.substr(behind_each(text_, per), per.number_begin - behind_each(text_, per)));
    return name.size() > 6 ? name.substr(6) : std::string();
  };
  return std::any_of(sorted.changes.begin(), sorted.changes.end(), [&](const RawClause* other) {
    if (other == &c || other->per == nullptr || other->per->unit != c.per->unit || behind_way(*c.per).empty())
      return false;
    const bool turned = (other->per->way == Way::above && c.per->way == Way::below) ||
                        (other->per->way == Way::below && c.per->way == Way::above);
    if (!turned) return false;
    // 评审基准价 and 评审基准价: the last two characters are enough where recognition damaged the first
    const std::string a = behind_way(*other->per);
    const std::string b = behind_way(*c.per);
    return a.size() >= 6 && b.size() >= 6 && a.substr(a.size() - 6) == b.substr(b.size() - 6);
  });
}

/// What is done of a plan that is not printed here, and no rate of its own.
bool Builder::of_a_plan(const RawClause& c, const Sorted& sorted) const {
  std::string about = words_of(c);
  for (const RawClause* g : sorted.gives) about += words_of(*g);
  if (sorted.gives.size() == 1 && values_of(*sorted.gives[0]).empty() &&
      all_of_it(last_words_of(*sorted.gives[0])))
    return true;
  const bool rate =
      names_a_rate(about) && about.find("完成率") == about.npos && about.find("比例不足") == about.npos;
  return against_a_plan(about) && !rate;
}

/// 完成率每超出计划5%加1分，每低于计划5%扣1分: what is done of the plan, not how far from it.
bool Builder::tells_of_completion(const Sorted& sorted) const {
  return std::any_of(sorted.changes.begin(), sorted.changes.end(),
                     [&](const RawClause* c) { return words_of(*c).find("完成率") != std::string::npos; });
}

/// 完成任务得8分，每少1个百分点: the points are of what is done.
bool Builder::tells_how_much_is_done(const Sorted& sorted) const {
  if (sorted.gives.size() != 1 || !values_of(*sorted.gives[0]).empty()) return false;
  const std::string words = last_words_of(*sorted.gives[0]);
  if (all_of_it(words)) return true;
  return words.find("完成") != words.npos && against_a_plan(words) && !denies(words) && !names_a_rate(words);
}

/// 10天内未办结的，每发现1人扣0.5分; 损失达30万元以上的，每次扣1分; 清运率达到98%，每发现一处扣1分: which cases are counted, or what is asked
/// for in a phrase of its own.
void Builder::leave_out_beside_count(const RawClause& c, const Token& value) {
  if (value.unit != "%" && !value.unit.empty()) return leave_out(value);
  const auto at = std::find(c.condition.begin(), c.condition.end(), &value);
  const bool apart = at + 1 < c.condition.end() && is_break((*(at + 1))->kind);
  if (apart && asks_for(value, text_.substr(c.begin(), value.begin - c.begin()))) leave_out(value);
}

/// 未达到100% beside 达到100%得满分.
bool Builder::is_other_side_of_give(const Token& value, const Sorted& sorted) {
  return std::any_of(sorted.gives.begin(), sorted.gives.end(), [&](const RawClause* g) {
    const auto values = values_of(*g);
    return values.size() == 1 && value.high && !value.low && value.high->end == End::out && values[0]->low &&
           values[0]->low->value == value.high->value && values[0]->unit == value.unit;
  });
}

/// 返贫率为0得5分，每发生1户返贫扣1分: the rate is at its end where none is counted, and not where one is.
bool Builder::counts_against_rate(const RawClause& give, const Token& value, const RawClause& c) const {
  const bool at_end = value.unit == "%" && value.low && value.low->value == Decimal(100);
  const bool at_zero = value.low && value.high && value.low->value.is_zero() && value.high->value.is_zero();
  const bool counted = c.per != nullptr ? c.per->counts || c.per->unit.empty()
                                        : one_counted(last_words_of(c), context_.units) || counts_one(c);
  if (!counted || (!at_end && !at_zero)) return false;
  const std::string words = words_of(c);
  return is_other_side_of(subject_of(give, value), words) || (at_zero && says_only_that_it_happens(words));
}

/// No value of it is one thing that is counted.
bool Builder::counts_no_thing(const RawClause& c) const {
  const auto values = values_of(c);
  return std::none_of(values.begin(), values.end(), [&](const Token* v) { return is_one_thing(*v); });
}

/// 得8分，每提高1个百分点加0.2分，最高得10分: the most of both together, what is given and what is added.
bool Builder::cap_the_whole(const Sorted& sorted, Part& part) {
  if (sorted.changes.size() != part.changes.size() || part.full->share) return true;
  std::vector<Change*> adding;
  for (Rule& r : part.changes) {
    auto* c = std::get_if<Change>(&r.effect);
    if (c != nullptr && c->adds) adding.push_back(c);
  }
  for (std::size_t i = 0; i < part.changes.size() && !adding.empty(); ++i) {
    const Token* cap = sorted.changes[i]->cap;
    auto* c = std::get_if<Change>(&part.changes[i].effect);
    if (cap == nullptr || cap->adds || cap->deducts || cap->marks.share || c == nullptr) continue;
    if (cap->marks.high <= part.full->high) continue;
    if (adding.size() > 1) return refuse(*cap), false;
    const Decimal rest = cap->marks.high - part.full->high;
    if (!c->adds) c->at_most.reset();
    adding.front()->at_most = Marks{rest, rest, false};
  }
  return true;
}

}  // namespace jiheng::standard
