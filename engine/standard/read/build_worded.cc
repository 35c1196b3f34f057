// Takes the clauses of a part, finds steps that stand there in words beside steps in numbers: 按时完成 beside 晚30天以内, 持平 and
// 下降 beside 提高1个百分点以上, 未增加 beside 增加5座以下. Each gets the value it stands for.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;
using namespace std::string_view_literals;

bool is_one_of(std::string_view words, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), words) != list.end();
}

/// 三公经费较上年下降的.
bool ends_in_a_fall(std::string_view words) {
  return ends_with_any(words, {"下降", "减少", "降低", "负增长"});
}
bool ends_in_a_rise(std::string_view words) { return ends_with_any(words, {"上升", "增加", "提高", "增长"}); }

bool is_unchanged(std::string_view words) {
  for (const std::string_view lead :
       {"与上年"sv, "较上年"sv, "比上年"sv, "与上一年"sv, "与去年"sv, "和上年"sv, "同期"sv, "度"sv}) {
    if (words.starts_with(lead)) words.remove_prefix(lead.size());
  }
  return is_one_of(words, {"持平", "持平的", "不变", "不变的", "无变化", "没有变化"});
}

/// 无增加, 未新增, 无节约: nothing of what the others count.
bool is_nothing_of(std::string_view words, std::string_view others) {
  if (words.ends_with("的")) words.remove_suffix(3);
  if (is_one_of(words, {"未开展", "没有开展", "未组织", "没有组织", "未举办"})) return true;
  for (const std::string_view none : {"没有"sv, "无"sv, "未"sv}) {
    if (!words.starts_with(none)) continue;
    words.remove_prefix(none.size());
    break;
  }
  return words.size() >= 6 && words.size() <= 12 && others.find(words) != others.npos;
}

}  // namespace

void Builder::worded_steps(RawPart& raw) {
  std::string unit;
  bool growing = false;
  bool shrinking = false;
  bool late = true;
  std::size_t steps = 0;
  std::string others;
  for (const RawClause& c : raw.clauses) {
    if (c.effect->kind != Kind::give || c.per != nullptr) return;
    const auto values = values_of(c);
    if (values.empty()) continue;
    if (++steps == 1) unit = values.front()->unit;
    const bool zero =
        values.front()->unit.empty() && values.front()->low && values.front()->low->value.is_zero();
    if (values.front()->unit != unit && !zero) return;  // ≥0 among ≥5%
    const std::string words = words_of(c);
    others += words;
    growing = growing || grows(words);
    shrinking = shrinking || shrinks(words);
    late = late && (names_a_delay(words) || (steps > 1 && !is_in_time(words)));
  }
  if (steps == 0) return;
  for (RawClause& c : raw.clauses) {
    if (!values_of(c).empty()) continue;
    const std::string words = last_words_of(c);
    Token value;
    value.kind = Kind::value;
    value.unit = unit;
    value.begin = value.end = c.effect->begin;
    const bool unchanged = growing != shrinking && is_unchanged(words);
    const bool moves = growing ? ends_in_a_fall(words) : ends_in_a_rise(words);
    const bool other_way = !unchanged && growing != shrinking && !denies(words) &&
                           (moves || (words.size() <= 15 &&
                                      (growing ? shrinks(words) : grows(words))));  // than what is measured
    const bool nothing = !unchanged && !other_way && denies(words) && !is_other_side(words) &&
                         is_nothing_of(words, others) && c.effect->marks.high.is_zero();
    const bool none =
        is_of_things(unit) && !c.effect->marks.high.is_zero() &&
        (words.ends_with("未发生") || words.ends_with("没有发生") || words.ends_with("无发生")) &&
        others.find("发生") != others.npos;
    if (nothing || none || (late && is_a_time(unit) && is_in_time(words))) {
      value.high = Limit{0, End::in};
    } else if (unchanged) {
      value.low = value.high = Limit{0, End::in};
      value.equals = true;
    } else if (other_way) {
      value.high = Limit{0, End::out};
    } else {
      continue;
    }
    made_.push_back(value);
    c.condition = {&made_.back()};
  }
}

/// 全部交回得2分 beside 60%以上得1分; 完成控制目标得15分 beside 超过10%以内得10分: the first step is said in words, and they stand for
/// the end of the number of the others.
bool Builder::build_words_then_steps(const Sorted& s, Part& part) {
  if (s.gives.size() < 2 || !s.changes.empty() || !s.proportions.empty() || !s.formulas.empty() ||
      !s.chosen.empty() || s.otherwise != nullptr || !values_of(*s.gives[0]).empty())
    return false;
  const RawClause& first = *s.gives[0];
  const std::string words = last_words_of(first);
  const std::vector<const RawClause*> steps(s.gives.begin() + 1, s.gives.end());
  if (first.effect->marks.share || (denies(words) && words.find("未超") == words.npos)) return false;
  std::string unit;
  for (const std::vector<const RawClause*>* list : {&steps, &s.zeros}) {
    for (const RawClause* c : *list) {
      if (values_of(*c).empty() || first.effect->marks.high <= c->effect->marks.high) return false;
      if (unit.empty()) unit = values_of(*c).front()->unit;
    }
  }
  if (!one_number(steps)) return false;
  const std::string name = subject_of(*steps.front(), *values_of(*steps.front()).front());
  // 达到目标值, 达到目标值80%: all of the target, and a share of it
  const bool reached = is_reached(words) && against_a_plan(words_of(*steps.front()));
  const bool whole =
      (words.find("全部") != words.npos || reached) && unit == "%" && name.find("超") == name.npos;
  const bool within = holds_any(words, {"未超", "没有超", "不超"});
  const bool kept = name.find("超") != name.npos &&
                    (within || words.find("完成") != words.npos || words.find("达到") != words.npos);
  if (!whole && !kept) return false;
  if (!build_steps(steps, s.zeros, part)) {
    refused_ = true;
    return true;
  }
  const Edge end{whole ? Decimal(100) : Decimal(0), true, false};
  for (Rule& r : part.gives) {  // 超过10%以内: more than not at all
    Interval& in = r.when.front().in;
    if (kept && !in.low) in.low = Edge{0, false, false};
    if (whole && !in.high) in.high = Edge{100, false, false};
  }
  Rule best;
  best.span = span_of(first);
  best.when.push_back({part.gives.front().when.front().need,
                       whole ? Interval{end, std::nullopt} : Interval{std::nullopt, end}});
  best.effect = first.effect->marks;
  part.gives.insert(whole ? part.gives.begin() : part.gives.end(), std::move(best));
  part.full = first.effect->marks;
  return true;
}

}  // namespace jiheng::standard
