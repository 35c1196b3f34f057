// Takes the clauses of a part, finds what is asked for before what is taken: 合格率不低于90%，未达到的扣2分. The value is then not
// when points are taken, but when they are not.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

/// 未达到的, 合格率达不到要求, 低于的 beside a lower limit: that it is not there.
bool says_it_is_missed(std::string_view words, const Token& value) {
  if (value.low && falls_short(words)) return true;
  if (value.high && goes_beyond(words)) return true;
  for (std::size_t at = 0; at < words.size(); at += 3) {
    if (static_cast<unsigned char>(words[at]) < 0xE0) return false;
    if (is_other_side(words.substr(at))) return true;
  }
  return false;
}

}  // namespace

/// What is asked for (≥90%, 不超过2%, 100%), not what is done wrong (低于60%, 逾期30天以上).
bool asks_for(const Token& value, std::string_view words) {
  if (denies(words) || names_a_delay(words)) return false;
  const auto kept = [](const std::optional<Limit>& limit) {
    return !limit || limit->end == End::in || limit->end == End::word || limit->end == End::unsaid;
  };
  return kept(value.low) && kept(value.high);
}

/// 低于60%或高于130%的不得分: either of two values that cannot both hold, so two clauses.
void Builder::either_value_apart(RawPart& raw) const {
  for (std::size_t i = 0; i < raw.clauses.size(); ++i) {
    RawClause& c = raw.clauses[i];
    const auto values = values_of(c);
    if (values.size() != 2) continue;
    const Token& first = *values[0];
    const Token& second = *values[1];
    const std::string_view between = text_.substr(first.end, second.begin - first.end);
    if (between != "或" && between != "或者" && between != ",或" && between != "、") continue;
    const bool apart =
        (first.high && !first.low && second.low && !second.high && first.high->value <= second.low->value) ||
        (first.low && !first.high && second.high && !second.low && second.high->value <= first.low->value);
    if (!apart) continue;
    RawClause other = c;
    std::erase(c.condition, &second);
    const auto from = std::find(other.condition.begin(), other.condition.end(), &first);
    const auto to = std::find(from, other.condition.end(), &second);
    other.condition.erase(from, to);
    raw.clauses.insert(raw.clauses.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(other));
    ++i;
  }
}

/// 亮灯率达到98%，低于98%扣6分: the first says what is asked for, the second its other side, which alone bears on the points.
void Builder::drop_repeated_limit(RawClause& c) const {
  const auto values = values_of(c);
  if (values.size() != 2) return;
  const Token& first = *values[0];
  const Token& second = *values[1];
  const bool below = first.low && second.high && !second.low && first.low->value == second.high->value &&
                     (second.high->end == End::out || second.high->end == End::weak);
  const bool above = first.high && !first.low && second.low && !second.high &&
                     first.high->value == second.low->value && second.low->end == End::out;
  const bool plan = first.bare && second.low && (!second.high || second.bare) && first.unit == second.unit &&
                    first.low->value == second.low->value;  // 计划1000套，完成1000套以上
  if (!below && !above && !plan) return;
  std::erase(c.condition, &first);
}

/// 合格率不低于90%，未达到的不得分: what is asked for gives the marks, and the rest is its other side.
bool Builder::requirement_first(RawPart& raw, const std::optional<Decimal>& full) {
  for (std::size_t i = 0; i < raw.clauses.size(); ++i) {
    RawClause& c = raw.clauses[i];
    drop_repeated_limit(c);
    const bool takes =
        c.effect->kind == Kind::deduct || (c.effect->kind == Kind::give && c.effect->marks.high.is_zero());
    if (!takes || c.per != nullptr) continue;
    bool counted = false;  // 发现1处扣1分: its 1 asks for nothing
    auto last = c.condition.rbegin();
    for (; last != c.condition.rend(); ++last) {
      if ((*last)->kind != Kind::value) continue;
      if (!is_one_thing(**last)) break;
      counted = true;
    }
    if (last == c.condition.rend()) continue;
    const Token& value = **last;
    const auto cut = std::find_if(last.base(), c.condition.end(), [](const Token* t) {
      return t->kind == Kind::comma || t->kind == Kind::semicolon || t->kind == Kind::stop;
    });
    std::string tail;  // the last phrase behind the value's own
    bool otherwise = false;
    for (auto it = cut; it != c.condition.end(); ++it) {
      otherwise = otherwise || (*it)->kind == Kind::otherwise;
      if ((*it)->kind != Kind::words) continue;
      if (is_break((*(it - 1))->kind)) tail.clear();
      tail += text_.substr((*it)->begin, (*it)->end - (*it)->begin);
    }
    if (tail.empty() && !otherwise && !counted) continue;
    const std::string_view asked =
        cut == c.condition.end() ? std::string_view() : text_.substr(c.begin(), value.begin - c.begin());
    if (!otherwise && !asks_for(value, asked)) {
      if (cut == c.condition.end() || (*cut)->kind == Kind::comma)
        continue;  // 低于60%，且造成影响的扣5分: both
      return refuse(value), false;
    }
    if (!otherwise && (counted || one_counted(tail, context_.units))) {  // 合格率100%，发现一处不合格扣1分
      const auto unit = counted ? std::optional<std::string>(value.unit) : one_counted(tail, context_.units);
      if (unit && asks_for_some_of(c, *unit) != nullptr) continue;  // 建成3个，少建一个扣1分
      leave_out(value);
      c.condition.erase(c.condition.begin(), cut);
      continue;
    }
    const bool missed = otherwise || says_it_is_missed(tail, value);
    if (!missed || i != 0) return refuse(value), false;
    Token all;
    all.kind = Kind::give;
    all.begin = all.end = (*cut)->begin;
    all.marks = c.effect->marks.share || !full ? kAllMarks : Marks{*full, *full, false};
    made_.push_back(all);
    RawClause good;
    good.condition.assign(c.condition.begin(), cut);
    good.effect = raw.header != nullptr ? raw.header : &made_.back();
    Token other;
    other.kind = Kind::otherwise;
    other.begin = (*cut)->end;
    other.end = c.effect->begin;
    made_.push_back(other);
    c.condition = {&made_.back()};
    raw.clauses.insert(raw.clauses.begin(), std::move(good));
    return true;
  }
  return true;
}

}  // namespace jiheng::standard
