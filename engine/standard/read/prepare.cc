// Takes one raw part, gives the same with what it says in other words said plainly: exceptions set aside, marks said twice
// once, the good case before 否则, values that words stand for.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

/// 无新增项目的, 没有采购任务: there is nothing of what the row is about.
bool no_such_thing(std::string_view words) {
  return starts_with_any(words, {"没有", "无", "未安排", "不涉及", "当年无", "本年无", "年度无"}) &&
         ends_with_any(words, {"项目", "任务", "事项", "业务", "资金", "采购", "工作"});
}

bool gives_nothing(const RawClause& c) {
  return c.effect->kind == Kind::give && c.effect->marks.high.is_zero();
}

}  // namespace

/// 超额5%以上, 超过目标的10%以内: the number is how far beyond the task, not how much of it.
bool Builder::goes_past_the_task(const RawClause& c, const std::vector<const Token*>& values) const {
  if (words_of(c).find("超额") != std::string::npos) return true;
  for (const Token* v : values) {
    const std::string subject = subject_of(c, *v);
    if (against_a_plan(subject) && subject.find("总") == std::string::npos &&
        (subject.find("超过") != std::string::npos || subject.find("超出") != std::string::npos))
      return true;
  }
  return false;
}

/// …每低0.5个百分点扣5分，基础分100分: the marks that the others begin with, said last.
void Builder::base_marks_first(RawPart& raw) const {
  if (raw.clauses.size() < 2 || raw.header != nullptr) return;
  const RawClause& last = raw.clauses.back();
  const std::string_view verb = text_.substr(last.effect->begin);
  const bool base = verb.starts_with("基础分") || verb.starts_with("基本分") || verb.starts_with("基准分") ||
                    verb.starts_with("起评分");
  if (!base || last.effect->kind != Kind::give || last.per != nullptr || !last_words_of(last).empty()) return;
  raw.header = last.effect;
  raw.clauses.pop_back();
}

void Builder::prepare(RawPart& kept, const std::optional<Decimal>& full, Part& part) {
  set_exceptions_aside(kept, part);
  drop_naming_proportion(kept);
  each_of_several(kept);
  marks_said_first(kept);
  bracketed_marks_first(kept);
  base_marks_first(kept);
  either_value_apart(kept);
  if (!requirement_first(kept, full)) return;
  good_case_before_otherwise(kept);
  marks_once(kept);
  whole_of_the_task(kept);
  fallen_below_zero(kept);
  worded_steps(kept);
  give_at_baseline(kept);
  first_of_steps(kept);
  deduction_as_give(kept);
  step_that_deducts(kept);
  drop_worth_of_each(kept);
}

/// 制度健全、执行有效各得2分: where they make up the marks together, each is a clause of its own.
void Builder::each_of_several(RawPart& raw) {
  for (std::size_t i = 0; i < raw.clauses.size(); ++i) {
    const RawClause& c = raw.clauses[i];
    const bool points = c.effect->kind == Kind::give || c.effect->kind == Kind::deduct;
    if (!points || c.per != nullptr || c.effect->marks.share || !values_of(c).empty() ||
        !text_.substr(c.effect->begin).starts_with("各") || !context_.marks)
      continue;
    const std::vector<base::Span> items = items_of(c);
    const Decimal together = c.effect->marks.high * Decimal(static_cast<std::int64_t>(items.size()));
    if (items.size() < 2 || together != *context_.marks) continue;
    std::vector<RawClause> apart;
    for (const base::Span& item : items) {
      Token words;
      words.begin = item.offset;
      words.end = item.offset + item.length;
      made_.push_back(words);
      apart.push_back(c);
      apart.back().condition = {&made_.back()};
    }
    raw.clauses.erase(raw.clauses.begin() + static_cast<std::ptrdiff_t>(i));
    raw.clauses.insert(raw.clauses.begin() + static_cast<std::ptrdiff_t>(i), apart.begin(), apart.end());
    i += apart.size() - 1;
  }
}

/// The things that the last phrase of a condition names one after the other, by 、 和 及 与.
std::vector<base::Span> Builder::items_of(const RawClause& c) const {
  std::vector<base::Span> items;
  for (const Token* t : c.condition) {
    if (is_break(t->kind) && t->kind != Kind::open && t->kind != Kind::close) {
      if (t != c.condition.back()) items.clear();
      continue;
    }
    if (t->kind != Kind::words) continue;
    std::size_t from = t->begin;
    for (std::size_t at = t->begin; at < t->end; at += 3) {
      const std::string_view here = text_.substr(at, t->end - at);
      if (!here.starts_with("和") && !here.starts_with("及") && !here.starts_with("与")) continue;
      if (at > from) items.push_back({static_cast<unsigned>(from), static_cast<unsigned>(at - from)});
      from = at + 3;
    }
    if (t->end > from) items.push_back({static_cast<unsigned>(from), static_cast<unsigned>(t->end - from)});
  }
  return items;
}

/// 10分，达标得满分：…: how many marks it is, said first.
void Builder::marks_said_first(RawPart& raw) const {
  if (raw.clauses.size() < 2 || raw.header != nullptr) return;
  const RawClause& first = raw.clauses.front();
  const bool alone = first.effect->kind == Kind::give && first.effect->bare && first.per == nullptr &&
                     first.condition.empty();
  if (!alone || !context_.marks || first.effect->marks.high != *context_.marks || first.cap != nullptr)
    return;
  raw.header = first.effect;
  raw.clauses.erase(raw.clauses.begin());
}

/// 通过宣传栏宣传(5分)，至少2种，否则不得分: how many marks it is, before what is asked for.
void Builder::bracketed_marks_first(RawPart& raw) const {
  if (raw.clauses.size() != 2 || raw.header != nullptr) return;
  const RawClause& first = raw.clauses[0];
  const RawClause& second = raw.clauses[1];
  const bool bracketed = first.effect->kind == Kind::give && first.effect->bare && first.per == nullptr &&
                         values_of(first).empty() && text_.substr(0, first.effect->begin).ends_with("(");
  const bool asks = second.effect->kind == Kind::give && second.effect->marks.high.is_zero() &&
                    says_otherwise(second) && !values_of(second).empty();
  if (!bracketed || !asks) return;
  raw.header = first.effect;
  raw.clauses.erase(raw.clauses.begin());
}

/// 没有…项目的按满分: what holds instead of the rest.
void Builder::set_exceptions_aside(RawPart& kept, Part& part) {
  for (std::size_t i = 0; i < kept.clauses.size();) {
    const RawClause& c = kept.clauses[i];
    const RawClause& first = kept.clauses.front();
    const bool as_the_first = i > 0 && c.effect->kind == Kind::give && first.effect->kind == Kind::give &&
                              c.effect->marks.high == first.effect->marks.high &&
                              !c.effect->marks.high.is_zero() &&
                              no_such_thing(last_words_of(c));  // 无新增项目的得2分
    const bool all = as_the_first || (c.effect->kind == Kind::give && c.effect->marks.share &&
                                      c.effect->marks.low == Decimal(1));
    const bool taken_as = text_.substr(c.effect->begin).starts_with("按满分") ||
                          text_.substr(c.effect->begin).starts_with("视") || no_such_thing(last_words_of(c));
    if (!all || (i == 0 && (!taken_as || kept.clauses.size() == 1)) || c.per != nullptr ||
        !exempts(last_words_of(c)) || !values_of(c).empty()) {
      ++i;
      continue;
    }
    part.instead.push_back(exemption(c));
    kept.clauses.erase(kept.clauses.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

/// 按…比例评分。…: a first proportion without a condition only names what the next ones are of.
void Builder::drop_naming_proportion(RawPart& kept) const {
  if (kept.clauses.size() < 2 || kept.clauses.front().effect->kind != Kind::proportion) return;
  const RawClause& second = kept.clauses[1];
  const bool with_the_whole = kept.clauses.size() == 2 && second.effect->kind == Kind::give &&
                              second.per == nullptr && values_of(second).size() == 1 &&
                              !gives_nothing(second);
  if (with_the_whole || !values_of(kept.clauses.front()).empty()) return;
  if (std::any_of(kept.clauses.begin() + 1, kept.clauses.end(),
                  [](const RawClause& c) { return !values_of(c).empty() && !gives_nothing(c); }))
    kept.clauses.erase(kept.clauses.begin());
}

/// …达80%以上，否则不得分（10分）: the good case is before 否则.
void Builder::good_case_before_otherwise(RawPart& kept) const {
  static const Token kAll = [] {
    Token t;
    t.kind = Kind::give;
    t.marks = {1, 1, true};
    return t;
  }();
  if (kept.clauses.empty() || !std::all_of(kept.clauses.begin(), kept.clauses.end(), gives_nothing)) return;
  RawClause& z = kept.clauses.front();
  const auto cut = std::find_if(z.condition.begin(), z.condition.end(),
                                [](const Token* t) { return t->kind == Kind::otherwise; });
  if (cut == z.condition.end() ||
      std::all_of(z.condition.begin(), cut, [](const Token* t) { return is_break(t->kind); }))
    return;
  RawClause good;
  good.condition.assign(z.condition.begin(), cut);
  good.effect = kept.header != nullptr ? kept.header : &kAll;
  z.condition.erase(z.condition.begin(), cut);
  kept.clauses.insert(kept.clauses.begin(), std::move(good));
}

/// The same marks said twice: the later says it in full.
void Builder::marks_once(RawPart& kept) const {
  if (kept.clauses.size() < 2 || !context_.marks) return;
  const auto all = [&](const RawClause& c) {
    return c.effect->kind == Kind::give && c.per == nullptr && !c.effect->marks.share &&
           c.effect->marks.high == *context_.marks;
  };
  if (std::count_if(kept.clauses.begin(), kept.clauses.end(), all) == 2 && all(kept.clauses[0]) &&
      all(kept.clauses[1]) && values_of(kept.clauses[0]).empty())
    kept.clauses.erase(kept.clauses.begin());
}

/// 完成任务得20分，完成90%以上得15分: the whole of the task is 100%.
void Builder::whole_of_the_task(RawPart& kept) {
  RawClause* worded = nullptr;
  std::size_t gives = 0;
  std::size_t rates = 0;
  bool beyond_the_task = false;
  for (RawClause& c : kept.clauses) {
    const bool gives_marks = c.effect->kind == Kind::give || c.effect->kind == Kind::header;
    if (!gives_marks || c.per != nullptr || c.effect->marks.high.is_zero()) continue;
    ++gives;
    const auto values = values_of(c);
    if (values.empty()) worded = &c;
    if (!values.empty() &&
        std::all_of(values.begin(), values.end(), [](const Token* v) { return v->unit == "%"; }))
      ++rates;
    beyond_the_task = beyond_the_task || goes_past_the_task(c, values);
  }
  if (gives < 2 || worded == nullptr || rates + 1 != gives || beyond_the_task) return;
  const std::string words = last_words_of(*worded);
  const bool done = words.find("完成") != words.npos || is_reached(words);  // 达到目标值的
  if (!against_a_plan(words) || !done || denies(words)) return;
  Token all_done;
  all_done.kind = Kind::value;
  all_done.low = Limit{100, End::in};
  all_done.unit = "%";
  all_done.begin = all_done.end = worded->effect->begin;
  made_.push_back(all_done);
  worded->condition = {&made_.back()};
}

/// 负增长不得分 beside 增长8%以上: less than 0.
void Builder::fallen_below_zero(RawPart& kept) {
  bool rates = false;
  for (const RawClause& c : kept.clauses) {
    for (const Token* v : values_of(c)) rates = rates || v->unit == "%";
  }
  for (RawClause& c : kept.clauses) {
    const bool gives = c.effect->kind == Kind::give && c.per == nullptr && values_of(c).empty();
    const std::string words = last_words_of(c);
    if (!rates || !gives || !starts_with_any(words, {"负", "为负"}) || words.starts_with("负责")) continue;
    Token below;
    below.kind = Kind::value;
    below.unit = "%";
    below.high = Limit{0, End::out};
    below.begin = below.end = c.effect->begin;
    c.condition = {&made_.emplace_back(below)};
  }
}

/// 每完成1项取得该项分数; 共4项，每项2分，每缺一项扣2分: what each is worth, beside what says it already.
void Builder::drop_worth_of_each(RawPart& kept) const {
  const bool taken = std::any_of(kept.clauses.begin(), kept.clauses.end(), [](const RawClause& c) {
    return c.effect->kind == Kind::deduct && c.per != nullptr;
  });
  std::erase_if(kept.clauses, [&](const RawClause& c) {
    return c.per != nullptr && c.effect->kind == Kind::give &&
           (c.effect->marks.share || (taken && c.effect->bare));
  });
}

}  // namespace jiheng::standard
