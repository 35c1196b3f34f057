// engine/target/compare/compare.cc: which comparison a row needs, and the rows that can have none.
// Takes   two predicates. Gives the verdict, always with its why.
// Leaves  amounts to compare_amounts.cc, dates to compare_days.cc, words to compare_words.cc.
#include "engine/target/compare.h"

#include <algorithm>
#include <array>

#include "engine/target/compare/compare_kinds.h"

namespace jiheng::target {
namespace {

bool is_amount(const Predicate& p) { return p.kind == Kind::quantity || p.kind == Kind::range; }

bool is_words(const Predicate& p) { return p.kind == Kind::qualitative || p.kind == Kind::boolean; }

/// 无, 未发生, 无上访: nothing happened, which may mean zero.
bool says_nothing_happened(const Predicate& actual) {
  constexpr std::array<std::string_view, 5> kWhole = {"无", "没有", "没有发生", "未发生", "零"};
  constexpr std::array<std::string_view, 16> kEvents = {"发生", "上访", "信访", "投诉", "举报", "事故",
                                                        "案件", "违规", "违纪", "差错", "逾期", "拖欠",
                                                        "纠纷", "伤亡", "死亡", "舆情"};
  const std::string_view text = actual.wording;
  for (const std::string_view whole : kWhole) {
    if (text == whole) return true;
  }
  if (text.starts_with("未发生")) return true;
  if (!text.starts_with("无")) return false;
  for (const std::string_view event : kEvents) {
    if (text.ends_with(event)) return true;
  }
  return false;
}

/// A plain 无 is as likely a blank; it counts as zero only against a target of zero or a count with a
/// ceiling.
bool may_be_zero(const Row& row) {
  const Predicate& target = row.target;
  if (row.actual.wording.empty() || !is_amount(target) || !target.value) return false;
  if (!says_nothing_happened(row.actual)) return false;
  if (row.actual.wording != "无" && row.actual.wording != "没有") return true;
  const quantity::UnitEntry* unit = row.units.find(target.unit);
  return target.value->is_zero() || target.unit.empty() || (unit != nullptr && unit->dimension == "计数");
}

/// 无 or 未发生 as zero, where zero meets the target; nothing is assumed where it does not.
std::optional<Verdict> as_zero(const Row& row) {
  if (!may_be_zero(row)) return std::nullopt;
  Predicate zero;
  zero.kind = Kind::quantity;
  zero.op = Op::none;
  zero.value = 0;
  zero.unit = row.target.unit;
  Verdict verdict = compare_amounts({row.target, zero, row.bare, row.units, row.words, row.say});
  if (verdict.status != Status::met) return std::nullopt;
  remark(row, verdict, "T306", [&] { return "完成值“" + row.actual.wording + "”按 0 理解"; });
  return verdict;
}

/// Words that set no measure of their own: a reference, a text nobody can read.
Verdict without_measure(const Row& row) {
  if (row.say == Say::nothing) return undetermined(Direction::unknown, {});
  const std::string text = row.target.wording.empty() ? std::string() : "“" + row.target.wording + "”";
  std::string why = row.target.kind == Kind::reference
                        ? "目标" + text + "引用表外的标准，表里的数不能判断是否达到"
                        : "目标" + text + "看不出要达到什么，不能比较";
  if (!row.target.wording.empty() && row.target.wording == row.actual.wording) why += "；完成值照抄了目标";
  return undetermined(Direction::unknown, why);
}

/// Sides that have nothing in common: a number and a word, a date and a number.
Verdict of_two_kinds(const Row& row, Direction direction) {
  if (row.say == Say::nothing) return undetermined(direction, {});
  const auto shown = [](const Predicate& p) {
    if (is_amount(p)) return " " + in_words(p) + " ";
    return p.wording.empty() ? std::string() : "“" + p.wording + "”";
  };
  const auto kind = [](const Predicate& p) -> std::string_view {
    return is_amount(p) ? "数" : p.kind == Kind::deadline ? "日期" : is_words(p) ? "文字" : "表外的要求";
  };
  std::string why = "目标" + shown(row.target) + "是" + std::string(kind(row.target)) + "，完成值" +
                    shown(row.actual) + "是" + std::string(kind(row.actual)) + "，不能比较";
  if (is_amount(row.target) && says_nothing_happened(row.actual)) {
    why = "完成值“" + row.actual.wording + "”可能是没有发生，也可能是没有填，不能断定";
  }
  return undetermined(direction, why);
}

/// Part by part: the sides have as many parts, or one side is compared with every part of the other.
Verdict compare_parts(const Row& row) {
  const auto parts_of = [](const Predicate& p) {
    return p.kind == Kind::composite ? p.parts.size() : std::size_t{1};
  };
  const auto part = [](const Predicate& p, std::size_t i) -> const Predicate& {
    return p.kind == Kind::composite ? p.parts[std::min(i, p.parts.size() - 1)] : p;
  };
  const std::size_t of_target = parts_of(row.target);
  const std::size_t of_actual = parts_of(row.actual);
  const bool one_to_many = of_target == 1 || of_actual == 1;
  if (of_target == 0 || of_actual == 0 || (of_target != of_actual && !one_to_many)) {
    return undetermined(Direction::unknown, "目标有 " + std::to_string(of_target) + " 个部分，完成值有 " +
                                                std::to_string(of_actual) + " 个部分，不能一一比较");
  }
  std::size_t met = 0;
  std::size_t missed = 0;
  std::string why;
  Verdict all;
  const std::size_t count = std::max(of_target, of_actual);
  for (std::size_t i = 0; i < count; ++i) {
    Verdict one = compare(part(row.target, i), part(row.actual, i), row.bare, row.units, row.words, row.say);
    met += one.status == Status::met ? 1 : 0;
    missed += one.status == Status::missed ? 1 : 0;
    if (row.say == Say::why) why += (why.empty() ? "" : "；") + one.why;
    if (i == 0) all = one;
    if (i == 0) continue;
    all.bare_target = all.bare_target || one.bare_target;
    if (one.direction != all.direction) all.direction = Direction::unknown;
    for (Problem& p : one.remarks) all.remarks.push_back(std::move(p));
  }
  // One figure for several parts would be a guess: formulas get none.
  all.target_value = all.target_value2 = all.actual_value = all.actual_value2 = std::nullopt;
  all.unit.clear();
  all.days_late.reset();
  const bool paired = of_target == of_actual;
  if (met == count) {
    all.status = Status::met;
  } else if (missed == count || (paired && missed > 0)) {
    all.status = Status::missed;
  } else {
    all.status = Status::undetermined;
    why += "；各部分结果不一，须人工判断";
  }
  all.why = said(row, [&] { return "分项比较：" + why; });
  return all;
}

}  // namespace

Op meaning(Op op, BareMeaning bare) {
  if (op != Op::none) return op;
  switch (bare) {
    case BareMeaning::at_least:
      return Op::ge;
    case BareMeaning::at_most:
      return Op::le;
    case BareMeaning::exactly:
      return Op::eq;
    case BareMeaning::undetermined:
      return Op::none;
  }
  return Op::none;
}

Direction direction_of(const Predicate& target, BareMeaning bare) {
  if (is_words(target)) return Direction::words;
  if (target.kind == Kind::deadline) return Direction::date;
  if (!is_amount(target)) return Direction::unknown;
  switch (meaning(target.op, bare)) {
    case Op::none:
      return Direction::unknown;
    case Op::ge:
    case Op::gt:
      return Direction::higher;
    case Op::le:
    case Op::lt:
      return Direction::lower;
    default:
      return Direction::band;
  }
}

Verdict undetermined(Direction direction, std::string why) {
  Verdict verdict;
  verdict.direction = direction;
  verdict.why = std::move(why);
  return verdict;
}

Verdict decided(Status status, Direction direction, std::string why) {
  Verdict verdict;
  verdict.status = status;
  verdict.direction = direction;
  if (!why.empty()) verdict.why = std::move(why) + "，" + std::string(to_chinese(status));
  return verdict;
}

Verdict compare(const Predicate& target, const Predicate& actual, BareMeaning bare,
                const quantity::UnitTable& units, const WordTable& words, Say say) {
  const Row row{target, actual, bare, units, words, say};
  const Direction direction = direction_of(target, bare);
  if (target.kind == Kind::empty) return undetermined(direction, "没有目标值，不能比较");
  if (const auto answer = answer_in_tiers(row)) return *answer;
  if (auto zero = as_zero(row)) return *std::move(zero);
  if (actual.kind == Kind::empty) return undetermined(direction, "没有实际完成值");
  if (target.kind == Kind::reference || target.kind == Kind::unreadable) return without_measure(row);
  if (actual.kind == Kind::unreadable) return undetermined(direction, "看不懂完成值，不能比较");
  if (target.kind == Kind::composite || actual.kind == Kind::composite) return compare_parts(row);
  if (is_amount(target) && is_amount(actual)) return compare_amounts(row);
  if (target.kind == Kind::deadline && actual.kind == Kind::deadline) return compare_days(row);
  if (is_words(target) && is_words(actual)) return compare_words(row);
  return of_two_kinds(row, direction);
}

std::string_view to_string(Status status) {
  constexpr std::array<std::string_view, 3> kNames = {"met", "missed", "undetermined"};
  return kNames[static_cast<std::size_t>(status)];
}

std::string_view to_chinese(Status status) {
  constexpr std::array<std::string_view, 3> kNames = {"达标", "未达标", "待核"};
  return kNames[static_cast<std::size_t>(status)];
}

std::string_view to_chinese(Direction direction) {
  constexpr std::array<std::string_view, 6> kNames = {"正向", "反向", "区间", "定性", "时限", "不明"};
  return kNames[static_cast<std::size_t>(direction)];
}

}  // namespace jiheng::target
