// Takes the tokens of a text, gives them with what stands there in other order or shorter said in full.
#include "engine/standard/read/rewrites.h"

#include <algorithm>

#include "engine/standard/read/words.h"

namespace jiheng::standard {

std::vector<Token> marks_behind(std::vector<Token> tokens) {
  std::vector<std::size_t> marks;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_effect(tokens[i].kind) && tokens[i].kind != Kind::per) continue;
    const bool before = tokens[i].kind == Kind::give && i + 1 < tokens.size() &&
                        tokens[i + 1].kind == Kind::colon && (i == 0 || is_break(tokens[i - 1].kind));
    if (!before) return tokens;
    marks.push_back(i);
  }
  if (marks.size() < 2 || marks.front() != 0) return tokens;
  std::vector<Token> out;
  out.reserve(tokens.size());
  for (std::size_t m = 0; m < marks.size(); ++m) {
    const std::size_t to = m + 1 < marks.size() ? marks[m + 1] : tokens.size();
    std::size_t end = to;  // the break behind the condition stays behind the marks
    while (end > marks[m] + 2 && is_break(tokens[end - 1].kind)) --end;
    for (std::size_t i = marks[m] + 2; i < end; ++i) out.push_back(tokens[i]);
    out.push_back(tokens[marks[m]]);
    for (std::size_t i = end; i < to; ++i) out.push_back(tokens[i]);
  }
  return out;
}

std::vector<Token> both_ways_apart(std::vector<Token> tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i].kind != Kind::per || !tokens[i].both) continue;
    std::size_t effect = i + 1;
    while (effect < tokens.size() && is_break(tokens[effect].kind)) ++effect;
    if (effect == tokens.size()) continue;
    Token per = tokens[i];
    per.way = per.way == Way::above ? Way::below : Way::above;
    Token turned = tokens[effect];
    if (turned.both)
      turned.kind = turned.kind == Kind::add ? Kind::deduct : Kind::add;  // 每高或低1%扣: both take
    tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(effect) + 1, {per, turned});
    i = effect + 2;
  }
  return tokens;
}

namespace {

/// A number of `from` in `to`; nullopt where that is not exact.
std::optional<base::Decimal> told_in(const base::Decimal& v, const std::string& from, const std::string& to,
                                     const quantity::UnitTable& units) {
  if (from == to) return v;
  const auto relation = quantity::relate(from, to, units);
  if (relation.kind != quantity::UnitRelation::Kind::converted) return std::nullopt;
  const auto same = base::divide(v * relation.factor, relation.divisor, 12);
  if (!same || *same * relation.divisor != v * relation.factor) return std::nullopt;
  return same->trimmed();
}

}  // namespace

void units_in_brackets(std::string_view text, std::vector<Token>& tokens, const quantity::UnitTable& units) {
  NumberAt unit;
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    if (tokens[i].kind != Kind::open || tokens[i + 2].kind != Kind::close) continue;
    const std::string one =
        "1" + std::string(text.substr(tokens[i + 1].begin, tokens[i + 1].end - tokens[i + 1].begin));
    const NumberAt inside = number_at(one, 0, units);
    if (inside.end != one.size() || inside.unit.empty()) continue;
    if (!unit.unit.empty()) return;  // two of them: which is whose is not said
    unit = inside;
  }
  if (unit.unit.empty()) return;
  for (Token& t : tokens) {
    if (t.kind != Kind::value || !t.unit.empty()) continue;
    t.unit = unit.unit;
    if (t.low) t.low->value = t.low->value * unit.value;
    if (t.high) t.high->value = t.high->value * unit.value;
  }
}

void one_unit(std::vector<Token>& tokens, const quantity::UnitTable& units) {
  std::vector<Token*> times;
  for (Token& t : tokens) {
    if (t.kind == Kind::value && is_a_time(t.unit)) times.push_back(&t);
  }
  const auto all_in = [&](const std::string& unit) {
    return std::all_of(times.begin(), times.end(), [&](const Token* t) {
      const auto exact = [&](const base::Decimal& v) { return told_in(v, t->unit, unit, units).has_value(); };
      return (!t->low || exact(t->low->value)) && (!t->high || exact(t->high->value));
    });
  };
  std::vector<std::string> tried;  // there are few units of time
  for (const Token* one : times) {
    if (std::find(tried.begin(), tried.end(), one->unit) != tried.end()) continue;
    const std::string& seen = tried.emplace_back(one->unit);
    if (!all_in(seen)) continue;
    for (Token* t : times) {
      if (t->low) t->low->value = *told_in(t->low->value, t->unit, seen, units);
      if (t->high) t->high->value = *told_in(t->high->value, t->unit, seen, units);
      t->unit = seen;
    }
    return;
  }
}

std::vector<Token> units_behind_marks(std::string_view text, std::vector<Token> tokens,
                                      const quantity::UnitTable& units) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const Token& effect = tokens[i];
    const bool changes = effect.kind == Kind::deduct || effect.kind == Kind::add;
    if (!changes || tokens[i + 1].kind != Kind::words || tokens[i + 1].begin != effect.end ||
        text[effect.end] != '/' || (i > 0 && tokens[i - 1].kind == Kind::per))
      continue;
    const quantity::UnitEntry* unit = units.longest_at(text, effect.end + 1);
    if (unit == nullptr || unit->dimension != "计数" ||
        tokens[i + 1].end != effect.end + 1 + unit->name.size())
      continue;
    Token per;
    per.kind = Kind::per;
    per.begin = per.end = per.number_begin = per.number_end = effect.begin;
    per.unit = unit->name;
    per.counts = true;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(i), per);
    ++i;
  }
  return tokens;
}

std::vector<Token> lists_apart(std::string_view text, std::vector<Token> tokens) {
  const auto words = [&](const Token& t) { return text.substr(t.begin, t.end - t.begin); };
  const auto joins = [&](const Token& t) {
    return t.kind == Kind::list || (t.kind == Kind::words && (words(t) == "和" || words(t) == "及"));
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_effect(tokens[i].kind) || !tokens[i].has_marks || !words(tokens[i]).starts_with("分别")) continue;
    std::vector<Token> marks = {tokens[i]};
    std::size_t end = i + 1;
    while (end + 1 < tokens.size() && joins(tokens[end]) && tokens[end + 1].kind == Kind::give &&
           tokens[end + 1].bare) {
      marks.push_back(tokens[end + 1]);
      end += 2;
    }
    std::size_t begin = i;
    while (begin > 0 && (tokens[begin - 1].kind == Kind::comma ||
                         (tokens[begin - 1].kind == Kind::words && words(tokens[begin - 1]) == "的")))
      --begin;
    std::vector<Token> values;
    while (begin > 0 && tokens[begin - 1].kind == Kind::value) {
      values.insert(values.begin(), tokens[--begin]);
      if (begin < 2 || !joins(tokens[begin - 1]) || tokens[begin - 2].kind != Kind::value) break;
      --begin;
    }
    if (marks.size() < 2 || values.size() != marks.size()) continue;
    std::vector<Token> apart;
    for (std::size_t k = 0; k < values.size(); ++k) {
      if (values[k].bare && !values[0].bare) {
        const Limit number{values[k].low->value, values[0].low ? values[0].low->end : values[0].high->end};
        values[k].low = values[0].low ? std::optional<Limit>(number) : std::nullopt;
        values[k].high = values[0].high ? std::optional<Limit>(number) : std::nullopt;
        values[k].bare = false;
      }
      if (values[k].unit.empty()) values[k].unit = values.back().unit;
      marks[k].kind = marks[0].kind;
      marks[k].bare = false;
      Token stop = tokens[i];
      stop.kind = Kind::semicolon;
      apart.insert(apart.end(), {values[k], marks[k], stop});
    }
    apart.pop_back();
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                 tokens.begin() + static_cast<std::ptrdiff_t>(end));
    tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(begin), apart.begin(), apart.end());
    i = begin + apart.size() - 1;
  }
  return tokens;
}

void signs_before_names(std::string_view text, std::vector<Token>& tokens) {
  constexpr std::size_t kLongestName = 30;
  struct Word {
    std::string_view word;
    bool low;
    End end;
  };
  constexpr Word kWords[] = {
      {"不低于", true, End::in},  {"不少于", true, End::in},   {"不小于", true, End::in},
      {"不超过", false, End::in}, {"不高于", false, End::in},  {"不大于", false, End::in},
      {"低于", false, End::out},  {"少于", false, End::out},   {"小于", false, End::out},
      {"不足", false, End::out},  {"未达到", false, End::out}, {"超过", true, End::out},
      {"超出", true, End::out},   {"高于", true, End::out},    {"大于", true, End::out}};
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    Token& value = tokens[i];
    if (value.kind != Kind::value || !value.bare || value.unit != "%" || tokens[i - 1].kind != Kind::words)
      continue;
    const std::string_view before = text.substr(tokens[i - 1].begin, tokens[i - 1].end - tokens[i - 1].begin);
    const Word* found = nullptr;
    std::size_t from = 0;
    for (const Word& w : kWords) {
      const std::size_t at = before.rfind(w.word);
      if (at == before.npos || at + w.word.size() <= from) continue;
      found = &w;
      from = at + w.word.size();
    }
    if (found == nullptr) continue;
    std::string_view name = before.substr(from);
    if (name.ends_with("的")) name.remove_suffix(3);
    bool whole = false;
    for (const std::string_view end : {"总数", "总量", "总额", "总人数", "总面积", "总分", "规定数", "计划数",
                                       "任务数", "目标数", "目标值", "指标值", "计划值"})
      whole = whole || name.ends_with(end);
    if (!whole || name.size() > kLongestName) continue;
    const Limit limit{value.low->value, found->end};
    value.low = found->low ? std::optional<Limit>(limit) : std::nullopt;
    value.high = found->low ? std::nullopt : std::optional<Limit>(limit);
    value.bare = false;
  }
}

}  // namespace jiheng::standard
