// Takes the clauses that deduct and add, gives changes: once, for each case, or for each unit beyond a limit.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

/// Where the words of 每… begin behind 每, if it is printed.
std::size_t behind_each(std::string_view text, const Token& per) {
  return per.begin + (text.substr(per.begin).starts_with("每") ? 3 : 0);
}

/// 达不到该比率, 未达标: the deduction speaks of the condition before it.
bool refers_back(std::string_view words) {
  for (const std::string_view w :
       {"达不到", "未达到", "未达标", "不达标", "低于该", "低于此", "未完成", "没有完成"}) {
    if (words.find(w) != words.npos) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> one_counted(std::string_view words, const quantity::UnitTable& units) {
  for (const std::string_view one : {"一", "1"}) {
    for (std::size_t at = words.find(one); at != words.npos; at = words.find(one, at + one.size())) {
      if (at > 0 && words[at - 1] >= '0' && words[at - 1] <= '9') continue;
      const std::string_view rest = words.substr(at + one.size());
      if (rest.starts_with("经") || rest.starts_with("致") || rest.starts_with("般") ||
          rest.starts_with("定") || rest.starts_with("旦"))
        continue;
      if (rest.starts_with("个百分")) continue;
      const quantity::UnitEntry* unit = units.longest_at(words, at + one.size());
      if (unit == nullptr) continue;
      if (unit->dimension == "计数" || unit->name == "个月") return unit->name;
    }
  }
  return std::nullopt;
}

/// 建成3个，少建一个: the 3 of which one is missing; none: nullptr.
const Token* Builder::asks_for_some_of(const RawClause& c, const std::string& unit) const {
  auto values = values_of(c);
  std::erase_if(values, [&](const Token* v) { return is_one_thing(*v); });  // 少建1座
  if (values.size() != 1 || values[0]->unit != unit || !values[0]->low) return nullptr;
  const auto at = std::find(c.condition.begin(), c.condition.end(), values[0]);
  std::string_view behind;
  for (auto it = at + 1; it < c.condition.end() && behind.empty(); ++it) {
    if ((*it)->kind == Kind::words) behind = text_.substr((*it)->begin, (*it)->end - (*it)->begin);
  }
  return leads_downwards(behind) != 0 && (!values[0]->high || values[0]->bare) ? values[0] : nullptr;
}

bool Builder::build_change(const RawClause& c, const Sorted& sorted, const RawPart& raw, Part& part) {
  Change change;
  if (c.effect->both && (c.per == nullptr || !c.per->both)) return refuse(*c.effect), false;  // 变动1%加减1分
  if (c.per == nullptr && counts_in_an_unknown_unit(words_of(c))) return refuse(c.begin(), c.end()), false;
  change.adds = c.effect->kind == Kind::add || (c.effect->kind == Kind::give && c.per != nullptr);
  change.marks = c.effect->marks;
  // 每低于5%扣1分，最高5分: of the row, not of what is taken
  const bool of_the_row = c.cap != nullptr && !change.adds && !c.cap->deducts && context_.marks &&
                          !c.cap->marks.share && c.cap->marks.high == *context_.marks;
  if (c.cap != nullptr && !of_the_row) change.at_most = c.cap->marks;
  if (c.floored_at && !change.adds && !change.at_most) {
    base::Decimal most = *c.floored_at;
    if (c.floored_to) {  // 扣至3分为止: what is left of the marks
      const bool given = sorted.gives.size() == 1 && !sorted.gives[0]->effect->marks.share;
      if (!given && !context_.marks) return refuse(*c.effect), false;
      most = (given ? sorted.gives[0]->effect->marks.high : *context_.marks) - most;
      if (most.sign() <= 0) return refuse(*c.effect), false;
    }
    change.at_most = Marks{most, most, false};
  }
  const std::string words = words_of(c);
  Rule rule;
  rule.span = span_of(c);
  const std::string last = last_words_of(c);
  const Token* per = c.per;
  Partial partial = Partial::unsaid;
  if (c.partial != nullptr) partial = c.partial->part;
  if (per == nullptr) {
    const std::string& own = last;
    if (const auto unit = one_counted(own, context_.units);
        unit && own.find("一经") == own.npos && asks_for_some_of(c, *unit) != nullptr) {
      const Token& some = *asks_for_some_of(c, *unit);  // 建成3个，少建一个扣1分
      change.by = Change::By::below;
      change.limit = some.low->value;
      change.need = number_need(subject_of(c, some), *unit);
      rule.effect = change;
      part.changes.push_back(std::move(rule));
      return true;
    } else if (unit && own.find("一经") == own.npos && counts_one(c)) {
      change.by = Change::By::count;
      change.need = need(need_name(own), NeedType::count, *unit);
      rule.effect = change;
      part.changes.push_back(std::move(rule));
      return true;
    }
    const auto values = values_of(c);
    if (values.size() == 2 && values[0]->high && !values[0]->low && values[0]->high->end != End::out &&
        values[1]->low && !values[1]->high && values[1]->low->end == End::out &&
        values[0]->unit == values[1]->unit && values[1]->low->value < values[0]->high->value)
      return refuse(c.begin(), c.end()), false;  // 不超过30分钟，超过10分钟扣1分: each 10, or beyond 40
    if (std::any_of(values.begin(), values.end(), [](const Token* v) { return v->points; })) {
      for (const RawClause* g : sorted.gives) {  // 5%以内得6分，超过0.1个百分点扣1分: each 0.1, or once
        for (const Token* v : values_of(*g)) {
          if (v->unit == "%" && !v->points) return refuse(c.begin(), c.end()), false;
        }
      }
    }
    if (!values.empty()) {
      auto tests = tests_of(c);
      if (!tests) return refuse(c.begin(), c.end()), false;
      add_fact_behind(c, *tests);
      rule.when = std::move(*tests);
      rule.effect = change;
      part.changes.push_back(std::move(rule));
      return true;
    }
    if (says_otherwise(c) && sorted.gives.size() == 1) {
      const RawClause& g = *sorted.gives.front();
      if (!values_of(g).empty()) return refuse(c.begin(), c.end()), false;
      rule.when.push_back({question(g, false), {}, true});
    } else if (c.floored && sorted.changes.size() == 1 && last.find("一经") == last.npos && !change.adds) {
      // 未按时下达扣1分，扣完为止: how often is not said, but that it may happen again is
      change.by = Change::By::count;
      change.need = need(need_name(last), NeedType::count, "次");
      change.perhaps_once = true;
      rule.effect = change;
      part.changes.push_back(std::move(rule));
      open(c.begin(), c.end(), {"每次扣分", "只扣一次"});
      return true;
    } else {
      rule.when.push_back({question(c, false)});
    }
    rule.effect = change;
    part.changes.push_back(std::move(rule));
    return true;
  }
  change.each = per->each;
  if (!per->both) {  // 每超出或低于1%, 每增、降1分: both ways at once, from where is not said
    const std::string_view said = text_.substr(per->begin, per->number_begin - per->begin);
    const auto holds = [&](std::initializer_list<std::string_view> list) {
      return std::any_of(list.begin(), list.end(), [&](auto word) { return said.find(word) != said.npos; });
    };
    if (holds({"超", "高于", "增", "升"}) && holds({"低于", "不足", "少于", "降", "减"}))
      return refuse(per->begin, per->end), false;
  }
  const std::string per_words(text_.substr(per->begin, per->end - per->begin));
  const bool rated = per->unit == "%";
  const bool timed = per->way == Way::late && time_limit_for(c, sorted);  // 5个工作日内印发，每晚1个工作日
  const bool sided = per->way == Way::above || per->way == Way::below || per->way == Way::around || timed;
  const auto limit = sided && !(per->counts && per->each == Decimal(1) && per->unit.empty())
                         ? limit_for(c, sorted, raw)
                         : std::nullopt;
  const auto distance_name = [&] {
    std::string name =
        need_name(text_.substr(behind_each(text_, *per), per->number_begin - behind_each(text_, *per)));
    return name.empty() ? need_name(last) : name;
  };
  const auto by_way = [&] {
    return per->way == Way::above || timed ? Change::By::above
           : per->way == Way::below        ? Change::By::below
                                           : Change::By::around;
  };
  const bool values_given = std::any_of(sorted.gives.begin(), sorted.gives.end(),
                                        [](const RawClause* g) { return !values_of(*g).empty(); });
  if (limit && sided) {
    for (const Token* v : values_of(c)) {  // 1亿元以上的项目不少于4个，每少1个: of which things
      if (v->unit != limit->unit && v->unit != "%") leave_out(*v);
    }
    // a limit that is met the other way round is not what 每… counts from
    const bool low_only = limit->low && !limit->high;
    const bool high_only = limit->high && !limit->low;
    const bool own = !values_of(c).empty();
    if (!own && !change.adds &&
        ((low_only && per->way == Way::above) || (high_only && per->way == Way::below)))
      return refuse(per->begin, per->end), false;
    change.by = by_way();
    change.limit = limit->low && per->way != Way::above && !timed ? limit->low->value
                   : limit->high                                  ? limit->high->value
                                                                  : limit->low->value;
    if (limit->point) change.limit = limit->low->value;
    if (limit->low && limit->high && !limit->point) {  // 95%-105%: on its other side something else holds
      const bool both =
          std::any_of(sorted.changes.begin(), sorted.changes.end(), [&](const RawClause* other) {
            return other->per != nullptr && other->per->way != per->way && other->per->way != Way::none;
          });
      if (!both || per->way == Way::around) return refuse(per->begin, per->end), false;
      change.limit = per->way == Way::above ? limit->high->value : limit->low->value;
    }
    change.of_limit = rated && !per->points && limit->unit != "%" && !limit->unit.empty();
    std::string subject;
    const Token* given = given_limit(c, sorted);
    for (const RawClause* g : sorted.gives) {
      for (const Token* v : values_of(*g)) {
        if (subject.empty() && (given == nullptr || given == v)) subject = subject_of(*g, *v);
      }
    }
    if (subject.empty() && !values_of(c).empty()) {
      const auto of_c = values_of(c);
      const bool here = std::find(of_c.begin(), of_c.end(), limit->at) != of_c.end();
      subject = subject_of(c, here ? *limit->at : *of_c.front());
    }
    if (subject.empty() && values_of(c).empty()) subject = need_name(last);
    std::string unit = limit->unit.empty() ? per->unit : limit->unit;
    const bool whole_things =
        !rated && context_.units.find(unit) != nullptr && context_.units.find(unit)->dimension == "计数";
    change.need = number_need(subject, unit);
    if (timed) out_.needs[change.need].due = change.limit;
    if (limit->symmetric || (is_a_deviation(subject) && !below_zero({*limit})))
      out_.needs[change.need].magnitude = true;
    change.partial = whole_things && change.each == Decimal(1) ? Partial::whole : partial;
  } else if (per->counts || (per->unit.empty() && !sided)) {
    bool up_to_alone = false;
    for (const Token* v :
         values_of(c)) {  // 不少于4个，每少1个: what there is would be taken for what is missing
      if (v->unit != per->unit) {
        leave_out_beside_count(c, *v);
        continue;
      }
      const bool from_the_first =
          v->low && !v->high && v->low->value == Decimal(v->low->end == End::out ? 0 : 1);
      // 超过5个的每个扣1分: of all, or of those beyond; 发生1起以上的每起: of all
      const bool up_to = v->high && !v->low;  // 小于20个时，每发现一个扣5分: all of them
      if (up_to && per->way == Way::none) {
        leave_out(*v);
        up_to_alone = subject_of(c, *v).empty();
        continue;
      }
      if (per->way == Way::below || (per->way == Way::none && !from_the_first && !is_one_thing(*v)))
        return refuse(*v), false;
    }
    change.by = Change::By::count;
    std::string behind = need_name(text_.substr(per->number_end, per->end - per->number_end));
    if (per->number_end == per->end)
      behind =
          need_name(text_.substr(behind_each(text_, *per), per->number_begin - behind_each(text_, *per)));
    const bool short_words = behind.size() < 12 || (per->number_end == per->end && !per->unit.empty());
    std::string name = short_words && !last.empty() ? need_name(last) : behind;
    if (behind_each(text_, *per) == per->begin) name = need_name(last + per_words);  // 缺一次, without 每
    if (up_to_alone) name = "个数";  // 小于20个时，每发现一个: of what the others count
    if (name.empty()) name = need_name(per_words.substr(behind_each(text_, *per) - per->begin));
    change.need = need(name.empty() ? "次数" : name, NeedType::count, per->unit);
    out_.needs[change.need].distance = per->way == Way::below;  // 每少一次: not how many there were
    if (per->way == Way::below) out_.needs[change.need].towards = -1;
    change.partial = per->each == Decimal(1) ? Partial::whole : partial;
  } else if (per->way == Way::late || (per->way == Way::above && is_a_time(per->unit))) {
    for (const Token* v :
         values_of(c)) {  // 2小时内响应，每超过15分钟: the whole time would be taken for how late it was
      if (is_a_time(v->unit) && v->high && !names_a_delay(last_words_of(c))) return refuse(*v), false;
    }
    change.by = Change::By::count;
    change.need = need(distance_name(), NeedType::number, per->unit);
    out_.needs[change.need].distance = true;
    change.partial = partial;
  } else if (rated && per->way == Way::around) {
    change.by = Change::By::count;
    change.need = need(distance_name(), NeedType::number, "%");
    out_.needs[change.need].magnitude = true;
    out_.needs[change.need].distance = true;
    change.partial = partial;
  } else if (rated && sided && !tells_of_completion(sorted) && opposite(c, sorted)) {
    // 每高于基准价1%…，每低于基准价1%…: how far from it, either way
    change.by = by_way();
    change.limit = 0;
    const std::string from =
        need_name(text_.substr(behind_each(text_, *per), per->number_begin - behind_each(text_, *per)));
    std::optional<std::size_t> known;
    for (std::size_t i = 0; i < out_.needs.size(); ++i) {
      if (out_.needs[i].name.starts_with("偏离")) known = i;
    }
    change.need = known ? *known : need("偏离" + from.substr(6), NeedType::number, "%");
    change.partial = partial;
  } else if (rated && sided && per->way != Way::around && (values_given || of_a_plan(c, sorted)) &&
             (!per->points || names_an_amount(words) || tells_how_much_is_done(sorted)) &&
             (per->way == Way::below || (change.adds && of_a_plan(c, sorted)))) {
    // 每少完成1%, 每超1%加: of a plan that is not printed here, 100% is all of it
    if (!of_a_plan(c, sorted)) return refuse(per->begin, per->end), false;
    change.by = by_way();
    change.limit = 100;
    std::string name;  // beside steps of it: their number
    for (const RawClause* g : sorted.gives) {
      for (const Token* v : values_of(*g)) {
        if (sorted.gives.size() > 1 && name.empty() && v->unit == "%") name = subject_of(*g, *v);
      }
    }
    change.need = need(name.empty() ? "完成率" : name, NeedType::number, "%");
    change.partial = partial;
  } else if (sided) {
    // counted from what is printed elsewhere (目标, 平均): the distance itself is asked for
    change.by = Change::By::count;
    change.need = need(distance_name(), NeedType::number, per->unit);
    out_.needs[change.need].distance = true;
    out_.needs[change.need].marked = true;
    out_.needs[change.need].towards = per->way == Way::above ? 1 : per->way == Way::below ? -1 : 0;
    change.partial = partial;
  } else if (rated && per->way == Way::none && change.adds && per_words.find("完成") != per_words.npos) {
    change.by = Change::By::above;  // 每完成1%得0.05分: from nothing
    change.limit = 0;
    change.need = need("完成率", NeedType::number, "%");
    change.partial = partial;
  } else {
    return refuse(per->begin, per->end), false;
  }
  // marks for each unit that are a whole row make no sense of a part
  if (change.partial == Partial::unsaid && change.by != Change::By::once) {
    problem("T402", per->begin, per->end);
    out_.open.push_back({Open::What::part_of_unit,
                         "T402",
                         folded_.span(per->begin, per->end),
                         {"只数整档", "不到一档也扣", "按比例扣"}});
  }
  rule.effect = change;
  part.changes.push_back(std::move(rule));
  return true;
}

bool Builder::build_changes(const Sorted& sorted, const RawPart& raw, Part& part) {
  std::vector<const RawClause*> stepped;
  std::vector<const RawClause*> ones;
  for (const RawClause* c : sorted.changes) {
    if (c->per != nullptr || values_of(*c).empty() || c->effect->kind != Kind::deduct) continue;
    (one_counted(last_words_of(*c), context_.units) ? ones : stepped).push_back(c);
  }
  // 缺1项扣1分，缺2项扣3分: the first is a step too where others of its unit follow
  if (!stepped.empty() && ones.size() == 1 && values_of(*ones[0]).size() == 1 &&
      values_of(*ones[0])[0]->unit == values_of(*stepped[0])[0]->unit)
    stepped.insert(stepped.begin(), ones[0]);
  // 达到70%加0.5分，达到80%加1分: the higher instead of the lower
  if (stepped.empty()) {
    for (const RawClause* c : sorted.changes) {
      if (c->per == nullptr && c->effect->kind == Kind::add && !values_of(*c).empty() && counts_no_thing(*c))
        stepped.push_back(c);
    }
    const bool on_top = std::any_of(stepped.begin(), stepped.end(), [&](const RawClause* c) {
      const std::string_view verb = text_.substr(c->effect->begin);  // 达到90%再加1分
      return verb.starts_with("再") || verb.starts_with("另") ||
             text_.substr(0, c->effect->begin).ends_with("再");
    });
    if (stepped.size() >= 2 && (on_top || !one_number(stepped))) stepped.clear();
  }
  const bool steps = stepped.size() >= 2;
  for (const RawClause* c : sorted.changes) {
    if (c->effect->kind == Kind::add || c->per != nullptr)
      part.above_full = part.above_full || c->effect->kind == Kind::add;
    if (is_tier(*c, sorted)) continue;
    if (steps && std::find(stepped.begin(), stepped.end(), c) != stepped.end()) continue;
    if (!build_change(*c, sorted, raw, part)) return false;
  }
  const Token* given = sorted.gives.size() == 1 && values_of(*sorted.gives[0]).size() == 1
                           ? values_of(*sorted.gives[0]).front()
                           : nullptr;
  if (steps && !build_change_steps(stepped, sorted.zeros, given, part)) return false;
  // one number that only changes speak of: the clause that gives the marks holds for all of it
  if (sorted.gives.size() == 1) {
    const RawClause& g = *sorted.gives.front();
    const auto values = values_of(g);
    bool keeps_test = !values.empty();
    for (const RawClause* c : sorted.changes) {
      if (c->per != nullptr && c->per->way != Way::none && limit_for(*c, sorted, raw)) keeps_test = false;
      if (refers_back(words_of(*c))) {  // 两项均达到95%, 一项未达到
        for (const Token* v : values) leave_out(*v);
        keeps_test = false;
      }
      if (text_.substr(g.effect->begin).starts_with("不扣分")) keeps_test = false;  // 95%以上不扣分
      if (values.size() == 1 && values[0]->low && values[0]->high && values[0]->high->value.is_zero() &&
          c->per != nullptr && c->per->unit == values[0]->unit)
        keeps_test = false;  // 事故0起得10分，每发生1起扣5分: one count
      if (values.size() == 1 && counts_against_rate(g, *values[0], *c)) {
        leave_out(*values[0]);
        keeps_test = false;
      }
      if (steps && stepped.front()->effect->kind == Kind::deduct) keeps_test = false;
      if (c->effect->kind == Kind::add) keeps_test = keeps_test && !values.empty();
    }
    Rule rule;
    rule.span = span_of(g);
    rule.effect = g.effect->marks;
    bool all_add = true;
    for (const RawClause* c : sorted.changes)
      all_add = all_add && (c->effect->kind == Kind::add || c->effect->kind == Kind::give);
    if (keeps_test || all_add) {
      auto tests = tests_of(g);
      if (!tests) return refuse(g.begin(), g.end()), false;
      rule.when = std::move(*tests);
    }
    if (!keeps_test && !all_add && values.size() > 1 && !steps) {
      RawClause signed_ones =
          g;  // 办结率100%且满意率95%: what 每… does not count from; 建设800个 is no condition
      std::erase_if(signed_ones.condition,
                    [](const Token* t) { return t->kind == Kind::value && t->bare && t->unit != "%"; });
      auto tests = tests_of(signed_ones);
      if (!tests) return refuse(g.begin(), g.end()), false;
      std::erase_if(*tests, [&](const Test& t) {
        return std::any_of(part.changes.begin(), part.changes.end(), [&](const Rule& r) {
          const auto* change = std::get_if<Change>(&r.effect);
          return change != nullptr && change->by != Change::By::once && change->need == t.need;
        });
      });
      rule.when = std::move(*tests);
    }
    rule.beside = note_other_words(g);
    if (all_add) {  // what adds beyond the value that gives the marks does not ask for it again
      for (const RawClause* c : sorted.changes) {
        if (c->per != nullptr && c->per->way != Way::none && values.empty()) rule.when.clear();
      }
    }
    part.full = g.effect->marks;
    part.gives.push_back(std::move(rule));
    if (!cap_the_whole(sorted, part)) return false;
  }
  return true;
}

}  // namespace jiheng::standard
