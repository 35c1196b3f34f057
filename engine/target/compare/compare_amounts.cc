// engine/target/compare/compare_amounts.cc: quantities and ranges against each other.
// Takes   two amounts as printed. Gives the verdict of the exact comparison in the target's unit and scale.
// Leaves  units to quantity/, what a bare number means to the scheme.
#include <array>

#include "engine/target/compare/compare_kinds.h"
#include "engine/target/interval.h"

namespace jiheng::target {
namespace {

using base::Decimal;
using quantity::UnitRelation;

constexpr std::string_view kRatio = "比";
/// Decimal places of an actual value that has no finite form in the target's unit.
constexpr int kPlaces = 12;
/// Digits the coarser side must show before a difference can be called a matter of its rounding.
constexpr int kDigitsToRound = 3;

/// An amount with another sign, or none.
std::string with_sign(const Predicate& amount, Op op) {
  std::string out = amount.head;
  out.append(sign_of(op));
  if (amount.value) out += amount.value->to_string();
  if (amount.unit == kRatio) return out.append(":").append(amount.value2 ? amount.value2->to_string() : "1");
  if (amount.kind == Kind::range && amount.value && amount.value2) {
    out += amount.value->sign() < 0 || amount.value2->sign() < 0 ? "~" : "-";
    out += amount.value2->to_string();
  }
  return out.append(scale_word(amount.scale)).append(amount.unit);
}

/// The interval a side stands for, `times` its printed figures; nullopt past the limits of Decimal.
std::optional<Interval<Decimal>> interval_of_amounts(const Predicate& p, Op op, const Decimal& times) {
  Interval<Decimal> out;
  const auto value = base::multiply(p.value.value_or(0), times);
  if (!value) return std::nullopt;
  if (p.kind == Kind::range) {
    const auto high = base::multiply(p.value2.value_or(*p.value), times);
    if (!high) return std::nullopt;
    out.low = std::min(*value, *high);
    out.high = std::max(*value, *high);
    return out;
  }
  if (op != Op::le && op != Op::lt) out.low = value;
  if (op != Op::ge && op != Op::gt) out.high = value;
  out.low_closed = op != Op::gt;
  out.high_closed = op != Op::lt;
  return out;
}

/// Both sides in one unit: figures of the target x of_target and of the actual x of_actual can be compared.
struct Common {
  Decimal of_target = 1;
  Decimal of_actual = 1;
  bool converted = false;
};

/// What the actual's unit and scale are taken to be, and what has to be said about it.
struct Reading {
  std::string_view target_unit;
  std::string_view actual_unit;
  std::int64_t target_scale = 1;
  std::int64_t actual_scale = 1;
};

/// The readings to try: one, two where a missing unit may be with or without 万, none where nothing can be assumed.
struct Readings {
  std::array<Reading, 2> items;
  std::size_t count = 0;
};

bool is_share(const Row& row, const std::string& unit) {
  const quantity::UnitEntry* entry = row.units.find(unit);
  return entry != nullptr && (entry->dimension == "比率" || entry->dimension == "百分点");
}

/// nullopt when the numbers pass the limits.
std::optional<Common> common_measure(const Row& row, const Reading& reading, const UnitRelation& relation) {
  Common common;
  auto of_target = base::multiply(reading.target_scale, relation.divisor);
  auto of_actual = base::multiply(reading.actual_scale, relation.factor);
  if (row.target.unit == kRatio && of_target && of_actual) {  // a:b against c:d is a·d against c·b
    of_target = base::multiply(*of_target, row.actual.value2.value_or(1));
    of_actual = base::multiply(*of_actual, row.target.value2.value_or(1));
  }
  if (!of_target || !of_actual || of_target->sign() <= 0 || of_actual->sign() <= 0) return std::nullopt;
  common.of_target = *of_target;
  common.of_actual = *of_actual;
  common.converted = row.target.unit != kRatio && *of_target != *of_actual;
  return common;
}

/// A figure of the actual in the target's unit and scale.
std::optional<Decimal> in_target_measure(const Decimal& value, const Common& common) {
  if (common.of_target == common.of_actual) return value;
  const auto up = base::multiply(value, common.of_actual);
  if (!up) return std::nullopt;
  for (const auto& [scale, places] : {std::pair{1, 0}, {10000, 4}, {100000000, 8}}) {  // only the point moves
    if (common.of_target == Decimal(scale) && up->places() + places <= Decimal::kMaxPlaces)
      return Decimal::of(up->coefficient(), up->places() + places).trimmed();
  }
  const auto quotient = base::divide(*up, common.of_target, kPlaces);
  return quotient ? std::optional<Decimal>(quotient->trimmed()) : std::nullopt;
}

int digits(const Decimal& value) {
  int count = 0;
  for (base::Int128 c = value.magnitude().coefficient(); c != 0; c /= 10) ++count;
  return count;
}

/// True where the two printed figures differ by no more than the rounding of the coarser one: 7.34万人 and
/// 73439人. Only where they are printed in different scales or units, and the coarser shows at least three
/// digits.
bool agree_as_printed(const Predicate& target, const Predicate& actual, const Common& common) {
  if (!common.converted) return false;
  const auto target_step = base::multiply(Decimal::of(1, target.value->places()), common.of_target);
  const auto actual_step = base::multiply(Decimal::of(1, actual.value->places()), common.of_actual);
  if (!target_step || !actual_step) return false;
  const bool target_coarser = *target_step > *actual_step;
  const Predicate& coarse = target_coarser ? target : actual;
  const Predicate& fine = target_coarser ? actual : target;
  if (coarse.value->places() == 0 || digits(*coarse.value) < kDigitsToRound) return false;
  const auto up = base::multiply(*fine.value, target_coarser ? common.of_actual : common.of_target);
  if (!up) return false;
  const auto rounded =
      base::divide(*up, target_coarser ? common.of_target : common.of_actual, coarse.value->places());
  return rounded && *rounded == *coarse.value;
}

/// "完成 17.5万元 > 目标上限 8万元". The sign is the one that holds.
std::string one_sided_why(const Row& row, Op op, const std::string& actual, std::strong_ordering order) {
  const std::string_view bound = op == Op::ge || op == Op::gt   ? "下限"
                                 : op == Op::le || op == Op::lt ? "上限"
                                                                : "";
  const std::string_view sign = order < 0 ? " < " : order > 0 ? " > " : " = ";
  const bool bare = row.target.op == Op::none;
  std::string why = "完成 ";
  why.append(actual).append(sign).append("目标").append(bare ? "" : bound).append(" ");
  why += with_sign(row.target, op == Op::about ? Op::about : Op::none);
  if (bare && order != 0) {
    why += op == Op::ge   ? "（没写比较号，按“至少”）"
           : op == Op::le ? "（没写比较号，按“至多”）"
                          : "（没写比较号，按“等于”）";
  }
  if ((op == Op::gt || op == Op::lt) && order == 0) why += "（不含本数）";
  return why;
}

/// 增长 and 下降 must agree; nullopt where they do, else why they do not. May add a remark.
std::optional<std::string> heads_disagree(const Row& row, Verdict& verdict) {
  const std::string& target = row.target.head;
  const std::string& actual = row.actual.head;
  if (target == actual) return std::nullopt;
  const auto way = [&row](const std::string& head) -> std::string_view {
    const WordTable::Found found = row.words.longest_at(head, 0);
    const WordEntry* verb = found.word == nullptr ? nullptr : found.word->as(WordPart::change_verb);
    return verb == nullptr ? std::string_view() : std::string_view(verb->direction);
  };
  const std::string_view of_target = way(target);
  const std::string_view of_actual = way(actual);
  if (!of_target.empty() && !of_actual.empty()) {
    if (of_target == of_actual) return std::nullopt;
    return said(row, [&] { return "目标说的是“" + target + "”，完成值说的是“" + actual + "”，方向相反"; });
  }
  const bool negative =
      (actual.empty() && row.actual.value->sign() < 0) || (target.empty() && row.target.value->sign() < 0);
  if (negative) {
    return said(row, [&] {
      return "一边写了“" + (target.empty() ? actual : target) + "”，另一边是负数，不知道负号说的是不是方向";
    });
  }
  remark(row, verdict, "T307", [&] {
    std::string who = "两边写的是“" + target + "”和“" + actual + "”";
    if (target.empty()) who = "只有完成值写了“" + actual + "”";
    if (actual.empty()) who = "只有目标写了“" + target + "”";
    return who + "，按同一口径比较";
  });
  return std::nullopt;
}

/// Decides what a missing unit stands for; the likely reading comes first.
Readings readings_of(const Row& row, Verdict& verdict, std::string& why_not) {
  const Predicate& target = row.target;
  const Predicate& actual = row.actual;
  Reading reading{target.unit, actual.unit, target.scale, actual.scale};
  if (target.unit.empty() == actual.unit.empty()) return {{reading, {}}, 1};
  const bool target_lacks = target.unit.empty();
  const Predicate& lacking = target_lacks ? target : actual;
  const Predicate& other = target_lacks ? actual : target;
  (target_lacks ? reading.target_unit : reading.actual_unit) = other.unit;
  const auto side = [&] { return (target_lacks ? "目标 " : "完成值 ") + in_words(lacking); };
  const auto understood = [&](std::string_view id, std::string_view scale) {
    if (lacking.value->is_zero()) return;
    remark(row, verdict, id, [&] {
      return side().append(" 没写单位，按另一边的“").append(scale).append(other.unit).append("”理解");
    });
  };
  if (lacking.scale != 1) {
    if (is_share(row, other.unit)) {
      why_not = said(row, [&] { return side() + " 没有单位，和 " + in_words(other) + " 不能比较"; });
      return {};
    }
    understood("T304", "");
    return {{reading, {}}, 1};
  }
  if (other.unit == "%" && !lacking.value->is_zero() && lacking.value->magnitude() <= Decimal(1)) {
    why_not = said(row, [&] { return side() + " 没有单位，可能是比值，也可能是百分数"; });
    return {};
  }
  if (other.scale == 1) {
    understood("T303", "");
    return {{reading, {}}, 1};
  }
  // 48.5 beside 50万元 is 48.5万元 most likely, 15234 beside 1.5万人 is 15234人: the nearer one first, both
  // are tried.
  Reading scaled = reading;
  (target_lacks ? scaled.target_scale : scaled.actual_scale) = other.scale;
  const Decimal geometric_mean = other.scale == 10000 ? 100 : 10000;
  const auto far = base::multiply(other.value->magnitude(), geometric_mean);
  const bool plain = far && lacking.value->magnitude() > *far;
  understood("T303", plain ? std::string_view() : scale_word(other.scale));
  if (plain) return {{reading, scaled}, 2};
  return {{scaled, reading}, 2};
}

struct Outcome {
  Status status = Status::undetermined;
  std::string why;
  bool rounding = false;  ///< met only because the figures agree as printed
};

std::string actual_in_words(const Row& row, const Reading& reading, const Common& common) {
  std::string out = in_words(row.actual);
  if (!common.converted || !row.actual.value) return out;
  const bool restated = reading.actual_unit != row.actual.unit || reading.actual_scale != row.actual.scale;
  if (row.actual.kind == Kind::range || restated) return out;
  const auto value = in_target_measure(*row.actual.value, common);
  if (!value) return out;
  const bool exact =
      base::multiply(*value, common.of_target) == base::multiply(*row.actual.value, common.of_actual);
  out.append(exact ? "（=" : "（≈").append((exact ? *value : value->rounded(4)).to_string());
  return out.append(scale_word(reading.target_scale)).append(reading.target_unit).append("）");
}

Outcome decide(const Row& row, const Reading& reading, const Common& common) {
  const Op op = row.target.kind == Kind::range ? Op::in : meaning(row.target.op, row.bare);
  const auto target = interval_of_amounts(row.target, op, common.of_target);
  const auto actual = interval_of_amounts(row.actual, row.actual.op, common.of_actual);
  if (!target || !actual) return {Status::undetermined, "数太大，不能精确比较"};
  const std::string actual_text = said(row, [&] { return actual_in_words(row, reading, common); });
  const std::string target_text = said(row, [&] { return in_words(row.target); });
  const bool equal = target->is_point() && actual->is_point() && *target->low == *actual->low;
  if (row.actual.op == Op::about && !(row.target.op == Op::about && equal)) {
    return {Status::undetermined, said(row, [&] {
              return "完成值 " + actual_text + " 是约数，不能断定是否达到目标 " + target_text;
            })};
  }
  if (op == Op::about && !equal) {
    return {Status::undetermined, said(row, [&] {
              return "目标 " + target_text + " 是约数，完成 " + actual_text + " 是否算达到，由方案或人工确定";
            })};
  }
  if (row.target.op == Op::none && row.bare == BareMeaning::undetermined && !equal) {
    return {Status::undetermined,
            said(row, [&] { return "目标 " + target_text + " 没写比较号，方案也没有规定按至少还是至多"; })};
  }
  Fit how = fit(*actual, *target);
  Outcome out;
  const bool points =
      row.target.kind == Kind::quantity && row.actual.kind == Kind::quantity && actual->is_point();
  if (points) {
    if (how == Fit::outside && op != Op::gt && op != Op::lt &&
        agree_as_printed(row.target, row.actual, common)) {
      how = Fit::inside;
      out.rounding = true;
    }
    const Decimal& limit = target->low ? *target->low : *target->high;
    out.why = said(row, [&] {
      return one_sided_why(row, op, actual_text, *actual->low <=> limit) +
             (out.rounding ? "，按印出的位数相同" : "");
    });
  } else if (how == Fit::partly) {
    out.why = said(
        row, [&] { return "完成 " + actual_text + " 只有一部分在目标 " + target_text + " 之内，不能断定"; });
  } else {
    out.why = said(row, [&] {
      return "完成 " + actual_text + " 在目标 " + target_text + (how == Fit::inside ? " 之内" : " 之外");
    });
  }
  out.status = how == Fit::inside ? Status::met : how == Fit::outside ? Status::missed : Status::undetermined;
  return out;
}

void put_in_order(std::optional<Decimal>& low, std::optional<Decimal>& high) {
  if (low && high && *low > *high) std::swap(low, high);
}

/// Figures for formulas, in the target's unit and scale.
void fill_figures(const Row& row, const Reading& reading, const Common& common, Verdict& verdict) {
  verdict.unit.append(scale_word(reading.target_scale)).append(reading.target_unit);
  const auto quotient = [](const Predicate& p) -> std::optional<Decimal> {  // 1:20 is 0.05
    const auto q = base::divide(*p.value, p.value2.value_or(1), kPlaces);
    return q ? std::optional<Decimal>(q->trimmed()) : std::nullopt;
  };
  if (row.target.unit == kRatio) {
    verdict.target_value = quotient(row.target);
    if (row.actual.unit == kRatio) verdict.actual_value = quotient(row.actual);
    return;
  }
  verdict.target_value = row.target.value;
  if (row.target.kind == Kind::range) {
    verdict.target_value2 = row.target.value2;
    put_in_order(verdict.target_value, verdict.target_value2);  // -4.0~-4.5
  }
  const Op op = row.actual.op;
  const bool lower = verdict.direction == Direction::lower;
  if (row.actual.kind == Kind::range) {
    auto low = in_target_measure(*row.actual.value, common);
    auto high = in_target_measure(row.actual.value2.value_or(*row.actual.value), common);
    put_in_order(low, high);
    verdict.actual_value = lower ? high : low;
    verdict.actual_value2 = high;
    return;
  }
  // An open interval has a figure only on the side the target looks at: ≥96% against ≥90% is 96.
  const bool reaches = (op != Op::le && op != Op::lt) || verdict.direction != Direction::higher;
  const bool stays = (op != Op::ge && op != Op::gt) || verdict.direction != Direction::lower;
  if (reaches && stays) verdict.actual_value = in_target_measure(*row.actual.value, common);
}

}  // namespace

std::string in_words(const Predicate& amount) { return with_sign(amount, amount.op); }

Verdict compare_amounts(const Row& row) {
  Verdict verdict = undetermined(direction_of(row.target, row.bare), "");
  verdict.bare_target = row.target.op == Op::none;
  if (!row.target.value || !row.actual.value) {
    verdict.why = "没有数，不能比较";
    return verdict;
  }
  if (const auto why = heads_disagree(row, verdict)) {
    verdict.why = *why + "，不能比较";
    return verdict;
  }
  std::string why_not;
  const Readings readings = readings_of(row, verdict, why_not);
  if (readings.count == 0) {
    verdict.why = why_not;
    return verdict;
  }
  const Reading& likely = readings.items[0];
  const UnitRelation relation = quantity::relate(likely.actual_unit, likely.target_unit, row.units);
  if (relation.kind == UnitRelation::Kind::different) {
    verdict.why.append("目标的单位是“").append(likely.target_unit).append("”，完成值的单位是“");
    verdict.why.append(likely.actual_unit).append("”，不能比较");
    remark(row, verdict, "T308", [&] { return verdict.why; });
    return verdict;
  }
  if (relation.kind == UnitRelation::Kind::converted)
    remark(row, verdict, "T301", [&] { return "换算：" + relation.remark; });
  if (relation.kind == UnitRelation::Kind::same_family)
    remark(row, verdict, "T302", [&] { return relation.remark + "，按一比一比较"; });
  const auto common = common_measure(row, likely, relation);
  if (!common) {
    verdict.why = "数太大，不能精确比较";
    return verdict;
  }
  const Outcome outcome = decide(row, likely, *common);
  verdict.status = outcome.status;
  verdict.why = outcome.why;
  if (outcome.rounding) {
    remark(row, verdict, "T305", [&] {
      return "完成 " + in_words(row.actual) + " 与目标 " + in_words(row.target) +
             " 只差在四舍五入，按相同看待";
    });
  }
  for (std::size_t i = 1; i < readings.count; ++i) {
    const auto other = common_measure(row, readings.items[i], relation);
    if (other && decide(row, readings.items[i], *other).status == outcome.status) continue;
    verdict.status = Status::undetermined;
    verdict.why += said(row, [&] {
      const Predicate& whole = row.target.unit.empty() ? row.actual : row.target;
      const std::string with_scale = std::string(scale_word(whole.scale)) + whole.unit;
      return "；一边没写单位，按“" + whole.unit + "”和按“" + with_scale + "”结果不同，须补上单位";
    });
  }
  fill_figures(row, likely, *common, verdict);
  if (verdict.status != Status::undetermined)
    verdict.why += said(row, [&] { return "，" + std::string(to_chinese(verdict.status)); });
  return verdict;
}

}  // namespace jiheng::target
