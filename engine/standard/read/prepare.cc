// Takes one raw part, gives the same with what it says in other words said plainly: exceptions set aside, marks said twice
// once, the good case before 否则, values that words stand for.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

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
  base_marks_first(kept);
  either_value_apart(kept);
  if (!requirement_first(kept, full)) return;
  good_case_before_otherwise(kept);
  marks_once(kept);
  whole_of_the_task(kept);
  worded_steps(kept);
  give_at_baseline(kept);
  first_of_steps(kept);
  deduction_as_give(kept);
  step_that_deducts(kept);
  drop_worth_of_each(kept);
}

/// 没有…项目的按满分: what holds instead of the rest.
void Builder::set_exceptions_aside(RawPart& kept, Part& part) {
  for (std::size_t i = 0; i < kept.clauses.size();) {
    const RawClause& c = kept.clauses[i];
    const bool all =
        c.effect->kind == Kind::give && c.effect->marks.share && c.effect->marks.low == Decimal(1);
    const bool taken_as = text_.substr(c.effect->begin).starts_with("按满分") ||
                          text_.substr(c.effect->begin).starts_with("视");
    if (!all || (i == 0 && (!taken_as || kept.clauses.size() == 1)) || c.per != nullptr ||
        !exempts(last_words_of(c)) || !values_of(c).empty()) {
      ++i;
      continue;
    }
    Rule rule;
    rule.span = span_of(c);
    rule.when.push_back({question(c, true)});
    rule.effect = Marks{1, 1, true};
    part.instead.push_back(std::move(rule));
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
  if (!std::all_of(kept.clauses.begin(), kept.clauses.end(), gives_nothing)) return;
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
  if (!against_a_plan(words) || words.find("完成") == words.npos || denies(words)) return;
  Token all_done;
  all_done.kind = Kind::value;
  all_done.low = Limit{100, End::in};
  all_done.unit = "%";
  all_done.begin = all_done.end = worded->effect->begin;
  made_.push_back(all_done);
  worded->condition = {&made_.back()};
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
