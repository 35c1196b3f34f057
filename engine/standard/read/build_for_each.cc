// Takes a clause with 每…, gives the change for each unit: beyond a printed limit, of what is counted, or of a distance from
// what is printed elsewhere.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

/// 每超出或低于1%, 每增、降1分: both ways at once, from where is not said.
bool goes_both_ways(std::string_view said) {
  return holds_any(said, {"超", "高于", "增", "升"}) && holds_any(said, {"低于", "不足", "少于", "降", "减"});
}

bool is_sided(const Token& per) {
  return per.way == Way::above || per.way == Way::below || per.way == Way::around;
}

}  // namespace

/// Where the words of 每… begin behind 每, if it is printed.
std::size_t behind_each(std::string_view text, const Token& per) {
  return per.begin + (text.substr(per.begin).starts_with("每") ? std::string_view("每").size() : 0);
}

/// The words between 每 and its number; where there are none, those before 每.
std::string Builder::distance_name(const RawClause& c) const {
  const std::size_t from = behind_each(text_, *c.per);
  const std::string name = need_name(text_.substr(from, c.per->number_begin - from));
  return name.empty() ? need_name(last_words_of(c)) : name;
}

bool Builder::change_for_each(const RawClause& c, const Sorted& sorted, const RawPart& raw, Change& change) {
  const Token& per = *c.per;
  if (!per.both && goes_both_ways(text_.substr(per.begin, per.number_begin - per.begin)))
    return refuse(per.begin, per.end), false;
  change.each = per.each;
  change.partial = c.partial != nullptr ? c.partial->part : Partial::unsaid;
  const bool timed = per.way == Way::late && time_limit_for(c, sorted);  // 5个工作日内印发，每晚1个工作日
  const bool sided = is_sided(per) || timed;
  const bool counts_things = per.counts && per.each == Decimal(1) && per.unit.empty();
  const auto limit = sided && !counts_things ? limit_for(c, sorted, raw) : std::nullopt;
  bool good = true;
  if (limit) {
    good = change_from_limit(c, sorted, *limit, timed, change);
  } else if (per.counts || (per.unit.empty() && !sided)) {
    good = change_by_count(c, sorted, change);
  } else if (per.way == Way::late || (per.way == Way::above && is_a_time(per.unit))) {
    good = change_by_lateness(c, sorted, change);
  } else if (sided) {
    good = change_from_elsewhere(c, sorted, change);
  } else if (per.way == Way::none && !per.unit.empty() && per.unit != "%" && !is_a_time(per.unit)) {
    good = change_by_amount(c, sorted, change);
  } else if (per.unit == "%" && per.way == Way::none && !change.adds && values_of(c).empty() &&
             all_worded(sorted.gives) && !distance_name(c).empty()) {
    change_from_nothing(distance_name(c), "%", change);  // 超审限案件占比每一个百分点扣0.4分
  } else if (per.unit == "%" && per.way == Way::none && change.adds &&
             text_.substr(per.begin, per.end - per.begin).find("完成") != text_.npos) {
    change_from_nothing("完成率", "%", change);  // 每完成1%得0.05分
  } else {
    good = false;
    refuse(per.begin, per.end);
  }
  if (!good) return false;
  // marks for each unit that are a whole row make no sense of a part
  if (change.partial == Partial::unsaid && change.by != Change::By::once) open_part_of_unit(per);
  return true;
}

/// What is measured against the limit: as the clause that gives the marks names it, or this clause does.
std::string Builder::limit_subject(const RawClause& c, const Sorted& sorted, const Span1& limit) const {
  std::string subject;
  const Token* given = given_limit(c, sorted);
  for (const RawClause* g : sorted.gives) {
    for (const Token* v : values_of(*g)) {
      if (subject.empty() && (given == nullptr || given == v)) subject = subject_of(*g, *v);
    }
  }
  const auto of_c = values_of(c);
  if (subject.empty() && !of_c.empty()) {
    const bool here = std::find(of_c.begin(), of_c.end(), limit.at) != of_c.end();
    subject = subject_of(c, here ? *limit.at : *of_c.front());
  }
  if (subject.empty() && of_c.empty()) subject = need_name(last_words_of(c));
  return subject;
}

/// The number of the limit that 每… counts from; nullopt: it is met the other way round, or something else holds there.
std::optional<Decimal> Builder::limit_number(const RawClause& c, const Sorted& sorted, const Span1& limit,
                                             const Change& change) const {
  const Way way = c.per->way;
  const bool upwards = way == Way::above || way == Way::late;
  const bool low_only = limit.low && !limit.high;
  const bool high_only = limit.high && !limit.low;
  if (values_of(c).empty() && !change.adds &&
      ((low_only && way == Way::above) || (high_only && way == Way::below)))
    return std::nullopt;
  if (limit.point || low_only) return limit.low->value;
  if (high_only) return limit.high->value;
  if (limit.unit == "%" && way == Way::below && limit.high->value == Decimal(100))
    return limit.low->value;  // 95%-100%
  // 95%-105%: on its other side something else holds
  const bool both = std::any_of(sorted.changes.begin(), sorted.changes.end(), [&](const RawClause* other) {
    return other->per != nullptr && other->per->way != way && other->per->way != Way::none;
  });
  if (!both || way == Way::around) return std::nullopt;
  return upwards ? limit.high->value : limit.low->value;
}

/// 达到90%得10分，每低1个百分点扣1分: from a number that is printed here.
bool Builder::change_from_limit(const RawClause& c, const Sorted& sorted, const Span1& limit, bool timed,
                                Change& change) {
  const Token& per = *c.per;
  const bool rated = per.unit == "%";
  for (const Token* v : values_of(c)) {  // 1亿元以上的项目不少于4个，每少1个: of which things
    if (v->unit != limit.unit && v->unit != "%") leave_out(*v);
  }
  const auto number = limit_number(c, sorted, limit, change);
  for (const Token* v : values_of(c)) {  // 节约率<0，每超支1%: it takes where it does not hold
    const bool other_way = (per.way == Way::above && v->high && !v->low && v->high->end == End::out) ||
                           (per.way == Way::below && v->low && !v->high && v->low->end == End::out);
    if (other_way && v->unit == limit.unit && !change.adds) return refuse(per.begin, per.end), false;
  }
  if (!number) return refuse(per.begin, per.end), false;
  change.limit = *number;
  change.by = per.way == Way::above || timed ? Change::By::above
              : per.way == Way::below        ? Change::By::below
                                             : Change::By::around;
  change.of_limit = rated && !per.points && limit.unit != "%" && !limit.unit.empty();
  const std::string subject = limit_subject(c, sorted, limit);
  // 出生性别比110以内，每上升1个百分点: the limit is printed without its unit, and so will the answer be
  const bool plain = per.points && Decimal(1) < number->magnitude();
  const std::string unit = limit.unit.empty() && !plain ? per.unit : limit.unit;
  change.need = number_need(subject, unit);
  Need& asked = out_.needs[change.need];
  if (timed) asked.due = change.limit;
  if (!timed && change.by != Change::By::around && change.limit.sign() > 0) asked.limit = change.limit;
  if (limit.symmetric || (is_a_deviation(subject) && !below_zero({limit}))) asked.magnitude = true;
  const bool one_by_one = is_of_things(unit) || unit == kRankUnit;
  if (!rated && one_by_one && change.each == Decimal(1)) change.partial = Partial::whole;
  return true;
}

/// 小于20个时，每发现一个; 清运率达到98%，每发现一处: the values beside what is counted say which of them.
bool Builder::values_beside_count(const RawClause& c, const Sorted& sorted, bool& up_to_alone) {
  const Token& per = *c.per;
  for (const Token* v : values_of(c)) {
    if (v->unit != per.unit) {
      if (is_other_side_of_give(*v, sorted)) {
        leave_out(*v);  // 处置率达到100%得满分；未达到100%的，每有1批次扣2分
      } else {
        leave_out_beside_count(c, *v);
      }
      continue;
    }
    const bool from_the_first =
        v->low && !v->high && v->low->value == Decimal(v->low->end == End::out ? 0 : 1);
    // 超过5个的每个扣1分: of all, or of those beyond; 发生1起以上的每起: of all
    if (v->high && !v->low && per.way == Way::none) {  // 小于20个时，每发现一个扣5分: all of them
      leave_out(*v);
      up_to_alone = subject_of(c, *v).empty();
      continue;
    }
    // 不少于4个，每少1个: what there is would be taken for what is missing
    if (per.way == Way::below || (per.way == Way::none && !from_the_first && !is_one_thing(*v)))
      return refuse(*v), false;
  }
  return true;
}

/// 少于4次，每次扣1分: the 4 of which each one that is missing takes; nullptr: it counts something else.
const Token* Builder::each_that_is_missing(const RawClause& c) const {
  const auto values = values_of(c);
  const Token& per = *c.per;
  if (per.way != Way::none || per.unit.empty() || values.size() != 1 || values[0]->unit != per.unit ||
      values[0]->low || !values[0]->high || text_.substr(per.begin, per.end - per.begin) != "每" + per.unit)
    return nullptr;
  const std::string_view value = text_.substr(values[0]->begin, values[0]->end - values[0]->begin);
  return starts_with_any(value, {"少于", "不足", "低于", "未达到", "不到"}) ? values[0] : nullptr;
}

/// 每发现一处扣1分, 每缺一项扣2分: how many there are.
bool Builder::change_by_count(const RawClause& c, const Sorted& sorted, Change& change) {
  const Token& per = *c.per;
  if (const Token* some = each_that_is_missing(c)) {
    change.by = Change::By::below;
    change.limit = some->high->value;
    change.need = number_need(subject_of(c, *some), per.unit);
    change.partial = Partial::whole;
    out_.needs[change.need].limit = change.limit;
    return true;
  }
  bool up_to_alone = false;
  if (!values_beside_count(c, sorted, up_to_alone)) return false;
  const std::size_t from = behind_each(text_, per);
  const auto values = values_of(c);
  const bool other_side = std::any_of(values.begin(), values.end(),
                                      [&](const Token* v) { return is_other_side_of_give(*v, sorted); });
  const std::string last = other_side ? std::string() : last_words_of(c);
  const bool ends_in_number = per.number_end == per.end;
  const std::string behind =
      need_name(ends_in_number ? text_.substr(from, per.number_begin - from)
                               : text_.substr(per.number_end, per.end - per.number_end));
  constexpr std::size_t kFour = 12;
  const bool short_words = behind.size() < kFour || (ends_in_number && !per.unit.empty());
  std::string name = short_words && !last.empty() ? need_name(last) : behind;
  if (from == per.begin) {  // 缺一次, without 每
    name = need_name(last + std::string(text_.substr(per.begin, per.end - per.begin)));
  }
  for (const RawClause* g : sorted.gives) {  // 建成1座得10分，每增加一座加5分: more than the one
    if (per.way == Way::above && one_counted(words_of(*g), context_.units) == per.unit)
      return refuse(per.begin, per.end), false;
  }
  if (up_to_alone) name = "个数";  // 小于20个时，每发现一个: of what the others count
  if (name.empty()) name = need_name(text_.substr(from, per.end - from));
  if (name.empty()) name = "次数";
  for (std::size_t i = 0; i < part_needs_; ++i) {  // 每发现1人 in two parts: not the same ones
    if (out_.needs[i].type == NeedType::count && out_.needs[i].name == name) {
      name.insert(0, "第" + std::to_string(out_.parts.size() + 1) + "项");
      break;
    }
  }
  change.by = Change::By::count;
  change.need = need(name, NeedType::count, per.unit);
  Need& asked = out_.needs[change.need];
  asked.distance = per.way == Way::below;  // 每少一次: not how many there were
  if (per.way == Way::below) asked.towards = -1;
  if (per.each == Decimal(1)) change.partial = Partial::whole;
  return true;
}

/// Of all there is of a number, from 0.
void Builder::change_from_nothing(std::string name, const std::string& unit, Change& change) {
  change.by = Change::By::above;
  change.limit = 0;
  change.need = need(std::move(name), NeedType::number, unit);
}

/// 每完成1000亩加0.1分, 违规资金每10万元扣1分: of an amount, from nothing.
bool Builder::change_by_amount(const RawClause& c, const Sorted& sorted, Change& change) {
  const Token& per = *c.per;
  for (const std::vector<const RawClause*>* list : {&sorted.gives, &sorted.zeros}) {
    for (const RawClause* other : *list) {
      for (const Token* v : values_of(*other)) {
        if (v->unit == per.unit) return refuse(per.begin, per.end), false;  // from nothing, or from there
      }
    }
  }
  if (!values_of(c).empty()) return refuse(per.begin, per.end), false;
  std::string name = distance_name(c);
  constexpr std::size_t kThree = 9;
  if (name.size() < kThree) name = need_name(last_words_of(c) + name);
  change_from_nothing(name.empty() ? "完成值" : name, per.unit, change);
  return true;
}

/// 每逾期1个月扣2分: how late, where no time is printed that it is counted from.
bool Builder::change_by_lateness(const RawClause& c, const Sorted& sorted, Change& change) {
  for (const RawClause* g : sorted.gives) {  // 不超过1分钟，每超过10秒: in another unit
    for (const Token* v : values_of(*g)) {
      if (is_a_time(v->unit) && c.per->way == Way::above) return refuse(*v), false;
    }
  }
  for (const Token* v :
       values_of(c)) {  // 2小时内响应，每超过15分钟: the whole time would be taken for how late it was
    if (is_a_time(v->unit) && v->high && !names_a_delay(last_words_of(c))) return refuse(*v), false;
  }
  change.by = Change::By::count;
  change.need = need(distance_name(c), NeedType::number, c.per->unit);
  out_.needs[change.need].distance = true;
  return true;
}

/// A limit that is not printed here (目标, 计划, 平均): a share of the plan, or how far from it.
bool Builder::change_from_elsewhere(const RawClause& c, const Sorted& sorted, Change& change) {
  const Token& per = *c.per;
  const bool rated = per.unit == "%";
  if (sorted.gives.size() ==
      1) {  // 小学达到100%，初中达到98%以上；每低0.1个百分点: which of them is not said
    const auto values = values_of(*sorted.gives[0]);
    if (std::count_if(values.begin(), values.end(), [&](const Token* v) { return v->unit == per.unit; }) > 1)
      return refuse(per.begin, per.end), false;
  }
  const auto by_way = per.way == Way::above ? Change::By::above : Change::By::below;
  const bool of_the_plan = of_a_plan(c, sorted);
  if (rated && per.way != Way::around && !tells_of_completion(sorted) && !tells_how_much_is_done(sorted) &&
      !of_the_plan && opposite(c, sorted)) {
    // 每高于基准价1%…，每低于基准价1%…: how far from it, either way
    change.by = by_way;
    change.limit = 0;
    const auto known = std::find_if(out_.needs.begin(), out_.needs.end(),
                                    [](const Need& n) { return n.name.starts_with("偏离"); });
    constexpr std::size_t kWayWord = 6;  // 高于, 低于
    const std::size_t from = behind_each(text_, per);
    const std::string of = need_name(text_.substr(from, per.number_begin - from));
    change.need = known != out_.needs.end() ? static_cast<std::size_t>(known - out_.needs.begin())
                                            : need("偏离" + of.substr(kWayWord), NeedType::number, "%");
    return true;
  }
  if (rated && (!all_worded(sorted.gives) || of_the_plan) &&
      (!per.points || names_an_amount(words_of(c)) || tells_how_much_is_done(sorted)) &&
      (per.way == Way::below || (per.way == Way::above && change.adds && of_the_plan))) {
    // 每少完成1%, 每超1%加: of a plan that is not printed here, 100% is all of it
    if (!of_the_plan) return refuse(per.begin, per.end), false;
    change.by = by_way;
    change.limit = 100;
    std::string name;  // beside steps of it: their number
    for (const RawClause* g : sorted.gives) {
      for (const Token* v : values_of(*g)) {
        if (sorted.gives.size() > 1 && name.empty() && v->unit == "%") name = subject_of(*g, *v);
      }
    }
    change.need = need(name.empty() ? "完成率" : name, NeedType::number, "%");
    return true;
  }
  // counted from what is printed elsewhere (目标, 平均): the distance itself is asked for
  change.by = Change::By::count;
  change.need = need(distance_name(c), NeedType::number, per.unit);
  Need& asked = out_.needs[change.need];
  asked.distance = true;
  if (rated && per.way == Way::around) {
    asked.magnitude = true;
  } else {
    asked.marked = true;
    std::string about = words_of(c);
    for (const RawClause* g : sorted.gives) about += words_of(*g);
    asked.since = compares_with_before(about) && !names_a_rate(about);  // 5% may be the rate
    asked.towards = per.way == Way::above ? 1 : per.way == Way::below ? -1 : 0;
  }
  return true;
}

}  // namespace jiheng::standard
