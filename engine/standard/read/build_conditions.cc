// Takes the condition of a clause, gives its words, values, and the tests it makes.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {

std::string Builder::words_of(const RawClause& c) const {
  std::string words;
  for (const Token* t : c.condition) {
    if (t->kind == Kind::words || t->kind == Kind::value || t->kind == Kind::list)
      words += text_.substr(t->begin, t->end - t->begin);
  }
  if (c.per != nullptr) words += text_.substr(c.per->begin, c.per->end - c.per->begin);
  return words;
}

/// The words of the last sentence that has any: what the points are for.
std::string Builder::last_words_of(const RawClause& c) const {
  std::string words;
  std::string before;
  for (const Token* t : c.condition) {
    if (t->kind == Kind::stop || t->kind == Kind::semicolon || t->kind == Kind::colon) {
      if (!words.empty()) before = std::exchange(words, {});
    } else if (t->kind == Kind::words || t->kind == Kind::value || t->kind == Kind::list) {
      words += text_.substr(t->begin, t->end - t->begin);
    }
  }
  return words.empty() ? before : words;
}

/// The words of the last phrase that has any.
std::string_view Builder::last_phrase_of(const RawClause& c) const {
  for (auto it = c.condition.rbegin(); it != c.condition.rend(); ++it) {
    if ((*it)->kind == Kind::words) return text_.substr((*it)->begin, (*it)->end - (*it)->begin);
  }
  return {};
}

/// The words before a value in its phrase; of the phrase before where there are none.
std::string Builder::subject_of(const RawClause& c, const Token& value) const {
  std::string subject;
  std::string before_bracket;
  if (value.unit == kRankUnit) return "排名";
  if (value.inner.size() > 3) return need_name(value.inner);
  for (const Token* t : c.condition) {
    if (t == &value) break;
    if (t->kind == Kind::open) before_bracket = subject;
    if (t->kind == Kind::words) subject = text_.substr(t->begin, t->end - t->begin);
    if (t->kind == Kind::close && !before_bracket.empty()) subject = before_bracket;  // 通过率(一次性)≥80%
    if (t->kind == Kind::semicolon || t->kind == Kind::stop || t->kind == Kind::value) subject.clear();
  }
  return is_a_grade(subject) || only_moves(subject) ? std::string() : need_name(subject);
}

std::vector<const Token*> Builder::values_of(const RawClause& c) {
  std::vector<const Token*> values;
  for (const Token* t : c.condition) {
    if (t->kind == Kind::value) values.push_back(t);
  }
  return values;
}

bool Builder::says_otherwise(const RawClause& c) {
  return std::any_of(c.condition.begin(), c.condition.end(),
                     [](const Token* t) { return t->kind == Kind::otherwise; });
}

bool Builder::is_of_things(std::string_view unit) const {
  const quantity::UnitEntry* known = context_.units.find(unit);
  return known != nullptr && known->dimension == "计数";
}

/// 1个, 1起: the case that is counted.
bool Builder::is_one_thing(const Token& value) const {
  return value.bare && value.low->value == base::Decimal(1) && is_of_things(value.unit);
}

/// No value, or 1个, 1起 alone.
bool Builder::counts_one(const RawClause& c) const {
  const auto values = values_of(c);
  return values.empty() || (values.size() == 1 && is_one_thing(*values[0]));
}

std::size_t Builder::question(const RawClause& c, bool assumed) {
  std::string name = need_name(last_words_of(c));
  if (name.empty()) name = need_name(words_of(c));
  if (name.empty()) name = "条件";
  return need(std::move(name), NeedType::yesno, "", assumed);
}

/// 未全部落实 where 全部落实 is asked, 无目标 where 有目标 is: the same, the other way round.
std::optional<std::size_t> Builder::need_denied_by(std::string_view name) const {
  const auto is_asked = [&](const std::string& positive) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < out_.needs.size(); ++i) {
      if (out_.needs[i].type == NeedType::yesno && out_.needs[i].name == positive) return i;
    }
    return std::nullopt;
  };
  for (const auto& [no, yes] : {std::pair{"未", ""}, std::pair{"没有", ""}, std::pair{"不", ""},
                                std::pair{"无", "有"}, std::pair{"没有", "有"}}) {
    const std::size_t length = std::string_view(no).size();
    for (std::size_t at = name.find(no); at != name.npos; at = name.find(no, at + length)) {
      const auto found =
          is_asked(std::string(name.substr(0, at)) + yes + std::string(name.substr(at + length)));
      if (found) return found;
    }
  }
  return std::nullopt;
}

/// 未完成计划数的扣3分: 完成计划数 is asked, so that 是 is what is as it should be; in the words of what was asked for before
/// (落实岗位津贴。未落实的). Empty: it denies nothing that can be asked.
std::string Builder::positive_of(const RawClause& c, std::string_view name) const {
  std::string_view last = last_phrase_of(c);
  if (last.ends_with("的")) last.remove_suffix(std::string_view("的").size());
  constexpr std::size_t kFour = 12;
  if (const std::string_view done = what_should_be(last);
      !done.empty() && done.size() <= kFour && name.ends_with(last)) {  // 落实岗位职责和报酬，未落实的
    const std::string before(name.substr(0, name.size() - last.size()));
    if (before.size() > kFour && !denies(before))
      return before.find(done) != before.npos ? before : before + std::string(done);
  }
  const std::string_view what = what_should_be(name);
  if (what.empty()) return {};
  for (const Token* t : c.condition) {
    const std::string_view words = text_.substr(t->begin, t->end - t->begin);
    if (t->kind == Kind::words && words.starts_with(what)) return need_name(words);
  }
  return std::string(what);
}

/// A question, or one that was asked before the other way round.
Test Builder::asked(const RawClause& c, bool assumed) {
  const std::string words = last_words_of(c);
  const std::string name = need_name(words);
  constexpr std::string_view kNot = "并非";
  if (words.starts_with(kNot) && words.size() > kNot.size())
    return {
        need(need_name(std::string_view(words).substr(kNot.size())), NeedType::yesno, "", assumed), {}, true};
  if (const auto before = need_denied_by(name)) return {*before, {}, true};
  if (const std::string positive = assumed ? std::string() : positive_of(c, name); !positive.empty())
    return {need(positive, NeedType::yesno, ""), {}, true};
  return {question(c, assumed)};
}

/// Words of the sentence beside its value (资料齐全，合格率95%以上；…，建立档案): a person sees to them, and that is said. Those
/// behind the value are a condition of their own.
std::vector<std::string> Builder::note_other_words(const RawClause& c) {
  const auto is_value = [](const Token* t) { return t->kind == Kind::value; };
  const auto first = std::find_if(c.condition.begin(), c.condition.end(), is_value);
  std::vector<std::string> beside;
  if (first == c.condition.end()) return beside;
  auto sentence = c.condition.begin();
  for (auto it = c.condition.begin(); it != first; ++it) {
    if ((*it)->kind == Kind::stop || (*it)->kind == Kind::semicolon || (*it)->kind == Kind::colon)
      sentence = it + 1;
  }
  bool value_seen = false;
  for (auto it = sentence; it != c.condition.end(); ++it) {
    value_seen = value_seen || is_value(*it);
    const std::string_view words = text_.substr((*it)->begin, (*it)->end - (*it)->begin);
    const bool named = it + 1 != c.condition.end() && is_value(*(it + 1));  // 且满意度≥90%
    const bool joined_on = value_seen && (*it)->kind == Kind::words && words.size() > 6 &&
                           (words.starts_with("且") || words.starts_with("并") || words.starts_with("同时"));
    const bool other =
        (*it)->kind == Kind::words && !(value_seen && named) && (words.size() >= 12 || joined_on);
    const bool apart = it + 1 != c.condition.end() && is_break((*(it + 1))->kind);
    if (!other || (!value_seen && !apart) || (value_seen && !joined_on && !is_break((*(it - 1))->kind)))
      continue;
    problem("T405", (*it)->begin, (*it)->end);
    if (!value_seen) continue;
    out_.sure = false;
    beside.emplace_back(text_.substr((*it)->begin, (*it)->end - (*it)->begin));
  }
  return beside;
}

/// 平均时长 of 平均非计划停运时长.
bool Builder::shortened(std::string_view name, std::string_view whole) {
  for (const std::string_view first : {"平均", "累计", "实际", "总"}) {
    if (!name.starts_with(first) || !whole.starts_with(first)) continue;
    const std::string_view rest = name.substr(first.size());
    return rest.size() >= 6 && whole.ends_with(rest);
  }
  return false;
}

/// The number a condition without words of its own speaks of: the one there is with this unit.
std::size_t Builder::number_need(const std::string& subject, const std::string& unit, bool zero) {
  if (subject.empty()) {
    std::optional<std::size_t> found;
    std::size_t many = 0;
    for (std::size_t i = 0; i < out_.needs.size(); ++i) {
      const Need& n = out_.needs[i];
      if (n.type != NeedType::number || n.distance || (n.unit != unit && !unit.empty())) continue;
      found = i;
      ++many;
    }
    if (many == 1) return *found;
  }
  // 每发生一起扣5分，发生两起及以上不得分: what is counted
  for (std::size_t i = part_needs_; i < out_.needs.size() && !unit.empty(); ++i) {
    const Need& n = out_.needs[i];
    const bool verb = subject == "发生" || subject == "出现" || subject == "发现" || subject == "有" ||
                      subject == "发现有" || subject == "存在";
    const bool missing = subject == "缺" || subject == "少" || subject == "漏" || subject == "缺少";
    if (n.type == NeedType::count && n.distance == missing && n.unit == unit &&
        (verb || missing || same_quantity(subject, n.name)))
      return i;
  }
  // 完成率 beside 目标完成率, in one part: the same
  for (std::size_t i = part_needs_; i < out_.needs.size() && !subject.empty(); ++i) {
    Need& n = out_.needs[i];
    if (n.type == NeedType::number && n.unit == unit && n.name == "完成值")
      n.name = subject;  // named only here
    const bool tail = n.name.ends_with(subject) || subject.ends_with(n.name) || shortened(subject, n.name);
    if (n.type == NeedType::number && !n.distance && n.unit == unit && tail) return i;
  }
  // 变动率≤0: a rate, though its 0 has no %
  const bool rate = unit.empty() && subject.ends_with("率");
  return need(subject.empty() ? "完成值" : subject, NeedType::number, rate && zero ? "%" : unit);
}

/// The tests of a condition on its own: each value a number, else one question.
std::optional<std::vector<Test>> Builder::tests_of(const RawClause& c) {
  const std::vector<const Token*> values = values_of(c);
  std::vector<Test> tests;
  if (values.empty()) {
    tests.push_back({question(c, false)});
    return tests;
  }
  std::vector<std::pair<std::string, std::vector<const Token*>>> by_subject;
  for (const Token* v : values) {
    const std::string subject = subject_of(c, *v);
    if (!by_subject.empty() && (subject.empty() || subject == by_subject.back().first) &&
        (v->unit == by_subject.back().second.front()->unit || v->unit.empty())) {
      by_subject.back().second.push_back(v);
    } else {
      by_subject.push_back({subject, {v}});
    }
  }
  for (const auto& [subject, tokens] : by_subject) {
    const auto span = joined(tokens);
    if (!span) return std::nullopt;
    std::vector<Span1> one = {*span};
    if (one[0].point && !one[0].equals && one[0].low->value.is_zero()) {
      // 为0得5分: not what lies below it, and all lies above it; 变动率0 may have lost its sign
      if (may_be_negative(subject) && !text_.substr(0, span->at->begin).ends_with("为")) return std::nullopt;
    } else if (one[0].point && !one[0].equals) {
      one[0].high.reset();  // 100%得5分: at least
    }
    const Settled settled = settle(one, including_);
    Test test;
    test.need = number_need(
        subject, span->unit,
        (!span->low || span->low->value.is_zero()) && (!span->high || span->high->value.is_zero()));
    if (span->symmetric || (is_a_deviation(subject) && !below_zero({*span})))
      out_.needs[test.need].magnitude = true;
    test.in = settled.intervals[0];
    for (std::size_t i = 0; i < settled.open.size(); ++i)
      open(span->at->begin, span->at->end, {"含这个数", "不含这个数"}, Open::What::ends);
    for (const Test& before : tests) {  // 达82%以上。82%以下的…: no number is both
      if (before.need != test.need) continue;
      const auto apart = [](const Interval& a, const Interval& b) {
        return a.low && b.high && b.high->value <= a.low->value;
      };
      if (apart(before.in, test.in) || apart(test.in, before.in)) return std::nullopt;
    }
    tests.push_back(test);
  }
  return tests;
}

/// 完成率低于80%，未说明原因的扣2分: what stands behind the value is asked too, for points are taken only where both hold.
void Builder::add_fact_behind(const RawClause& c, std::vector<Test>& tests) {
  constexpr std::size_t kThree = 9;
  const auto last = std::find_if(c.condition.rbegin(), c.condition.rend(),
                                 [](const Token* t) { return t->kind == Kind::value; });
  if (last == c.condition.rend()) return;
  std::string words;
  bool behind = false;
  for (auto it = last.base(); it != c.condition.end(); ++it) {
    behind = behind || is_break((*it)->kind);
    if (behind && (*it)->kind == Kind::words) words += text_.substr((*it)->begin, (*it)->end - (*it)->begin);
  }
  if (words.size() < kThree || says_otherwise(c)) return;
  std::string name = need_name(words);
  if (!name.empty()) tests.push_back({need(std::move(name), NeedType::yesno, "")});
}

}  // namespace jiheng::standard
