// Takes what a person writes for a number of a standard, gives it in the unit of its need: 95%, 少2条, 逾期3天, 第2名.
#include "engine/standard/answer_number.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/standard/read/tokens.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;
using namespace std::string_view_literals;

/// 5%, -2%, 0 to how much it rose or fell since last year: what went the way that is asked for, else nothing. A number alone
/// where only a fall is asked for may be either.
std::optional<Decimal> change_since_before(std::string_view text, const Need& need,
                                           const quantity::UnitTable& units) {
  const bool minus = text.starts_with("-");
  const bool plus = text.starts_with("+");
  if (minus || plus) text.remove_prefix(1);
  const NumberAt number = number_at(text, 0, units);
  if (number.end == 0 || number.end != text.size()) return std::nullopt;
  if (!number.value.is_zero() &&
      quantity::relate(number.unit, need.unit, units).kind != quantity::UnitRelation::Kind::same)
    return std::nullopt;
  constexpr int kHalf = 50;  // 103% is this year's share of the last, 60万元 this year's amount
  const bool growth = need.unit == "%" && need.towards > 0 && number.value < base::Decimal(kHalf);
  if (!minus && !plus && !growth && !number.value.is_zero()) return std::nullopt;
  const bool asked = (need.towards > 0) != minus;
  return asked ? number.value : Decimal(0);
}

/// 少2条, 低1个百分点 where the limit is printed: how much there is. 低于95% is no such distance, nor is 低2% of a rate.
std::optional<Decimal> from_the_limit(std::string_view text, const Need& need,
                                      const quantity::UnitTable& units) {
  if (!need.limit) return std::nullopt;
  for (const auto& [word, less] :
       {std::pair{"少"sv, true}, std::pair{"差"sv, true}, std::pair{"缺"sv, true}, std::pair{"低"sv, true},
        std::pair{"多"sv, false}, std::pair{"超"sv, false}, std::pair{"高"sv, false}}) {
    if (!text.starts_with(word)) continue;
    const NumberAt number = number_at(text, word.size(), units);
    const auto unit = quantity::relate(number.unit, need.unit, units).kind;
    const bool same =
        unit == quantity::UnitRelation::Kind::same || unit == quantity::UnitRelation::Kind::same_family;
    if (number.end != text.size() || !same || (need.unit == "%") != number.points) return std::nullopt;
    return less ? *need.limit - number.value : *need.limit + number.value;
  }
  return std::nullopt;
}

/// 前10%, 后30% to a place among others, counted from the first.
std::optional<Decimal> place_among_others(std::string_view text, const Need& need,
                                          const quantity::UnitTable& units) {
  const bool first = text.starts_with("前");
  if (need.unit != "%" || (!first && !text.starts_with("后")) || need.name.find("位") == std::string::npos)
    return std::nullopt;
  const NumberAt number = number_at(text, "前"sv.size(), units);
  if (number.end != text.size() || number.unit != "%" || number.points) return std::nullopt;
  return first ? number.value : Decimal(100) - number.value;
}

/// 第2名, 第二, 3: a place among others.
std::optional<Decimal> rank_of(std::string_view text, const quantity::UnitTable& units) {
  if (text.starts_with("第")) text.remove_prefix("第"sv.size());
  const NumberAt number = number_at(text, 0, units);
  const std::string_view rest = text.substr(number.end);
  const bool named =
      number.unit == "名" || number.unit == "位" || (number.unit.empty() && (rest == "名" || rest == "位"));
  if (number.end == 0 || number.value.sign() <= 0 || number.value.places() != 0) return std::nullopt;
  return named || (number.unit.empty() && rest.empty()) ? std::optional<Decimal>(number.value) : std::nullopt;
}

}  // namespace

bool is_nothing(std::string_view text) {
  constexpr std::array kNothing = {"无"sv, "没有"sv, "未发生"sv, "未发现"sv, "未出现"sv, "没有发生"sv};
  return std::find(kNothing.begin(), kNothing.end(), text) != kNothing.end();
}

std::optional<Decimal> number_for(std::string_view text, const Need& need, const quantity::UnitTable& units) {
  if (need.unit == kRankUnit) return rank_of(text, units);
  if (const auto away = from_the_limit(text, need, units)) return away;
  if (const auto place = place_among_others(text, need, units)) return place;
  if (need.type == NeedType::count && !need.distance && is_nothing(text)) return Decimal(0);
  if (const std::size_t digit = text.find_first_of("0123456789");  // 低2% to 比招生指标低
      digit != text.npos && digit != 0 && need.type == NeedType::number && !need.distance && !need.marked &&
      need.name.ends_with(text.substr(0, digit)))
    text.remove_prefix(digit);
  const bool marked = starts_with_any(
      text, {"超", "高", "低", "少", "多", "差", "晚", "滞后", "延迟", "逾期", "迟", "缺", "漏"});
  for (const std::string_view w :
       {"缩短"sv, "提前"sv, "提早"sv, "推迟"sv, "延后"sv, "延期"sv, "延误"sv, "拖延"sv}) {
    if (need.distance && text.starts_with(w) && need.name.find(w) != std::string::npos)
      text.remove_prefix(w.size());
  }
  const std::size_t up = leads_upwards(text);
  const std::size_t down = leads_downwards(text);
  if (need.due) {  // 逾期3天 of what is due in 20 days: 23; 提前2天: 18
    for (const auto& [word, late] :
         {std::pair{"逾期"sv, true}, std::pair{"延期"sv, true}, std::pair{"超期"sv, true},
          std::pair{"延迟"sv, true}, std::pair{"推迟"sv, true}, std::pair{"晚"sv, true},
          std::pair{"提前"sv, false}}) {
      if (!text.starts_with(word)) continue;
      Need days = need;
      days.due.reset();
      const auto far = number_for(text.substr(word.size()), days, units);
      if (!far || far->sign() < 0) return std::nullopt;
      return late ? *need.due + *far : *need.due - *far;
    }
  }
  if (need.distance && (up != 0 || down != 0)) {
    if (need.towards != 0 &&
        (need.towards > 0) != (up != 0)) {  // 下降2个百分点 to how much it rose: not at all
      const NumberAt away = number_at(text, std::max(up, down), units);
      return away.end == text.size() ? std::optional<Decimal>(0) : std::nullopt;
    }
    text.remove_prefix(std::max(up, down));
  } else if (up != 0 && need.type == NeedType::number && need.name.find("超") != std::string::npos) {
    text.remove_prefix(up);
  } else if (marked) {
    if (!need.distance && need.type != NeedType::count) return std::nullopt;
    for (bool more = true; more;) {
      more = false;
      for (const std::string_view w :
           {"超过"sv, "超出"sv, "超"sv, "高于"sv, "高出"sv, "高"sv, "低于"sv, "低"sv, "少"sv, "多"sv, "差"sv,
            "晚"sv, "滞后"sv, "延迟"sv, "逾期"sv, "迟"sv, "缺"sv, "漏"sv, "期"sv}) {
        if (text.starts_with(w)) {
          text.remove_prefix(w.size());
          more = true;
        }
      }
    }
  } else if (need.since) {
    return change_since_before(text, need, units);
  } else if (need.marked && !(need.unit == "%" && number_at(text, 0, units).points)) {
    return std::nullopt;  // a distance from what is not printed must be called one; 2个百分点 is no rate
  }
  if (const std::size_t digit = text.find_first_of("0123456789");  // 未完成2项 to 未完成
      digit != text.npos && digit >= 6 && need.type == NeedType::count &&
      need.name.find(text.substr(0, digit)) != std::string::npos)
    text.remove_prefix(digit);
  const bool minus = text.starts_with("-");
  if (minus || text.starts_with("+")) text.remove_prefix(1);
  const NumberAt number = number_at(text, 0, units);
  if (number.end == 0) return std::nullopt;
  std::string_view rest = text.substr(number.end);
  std::string unit = number.unit;
  if (unit.empty() && rest == "分") {
    unit = "分";
    rest = {};
  }
  if (!rest.empty()) return std::nullopt;
  Decimal value = minus ? number.value.negated() : number.value;
  const bool nothing = value.is_zero() && (unit.empty() || need.unit.empty());
  if (unit == need.unit || nothing || need.unit == unit + "/年") return value;  // 300次/年
  if (unit.empty()) {
    // a bare number is one of what is counted; for a rate it may be a share of 1 or of 100
    return need.unit == "%" ? std::nullopt : std::optional<Decimal>(value);
  }
  // beside a limit without a unit nobody knows whether 65万元 is 65 or 650000
  if (need.unit.empty())
    return unit == "%" || number.scale != 1 ? std::nullopt : std::optional<Decimal>(value);
  const quantity::UnitRelation relation = quantity::relate(unit, need.unit, units);
  switch (relation.kind) {
    case quantity::UnitRelation::Kind::same:
    case quantity::UnitRelation::Kind::same_family:
      return value;
    case quantity::UnitRelation::Kind::converted:
      return base::divide(value * relation.factor, relation.divisor, 20);
    default:
      return need.type == NeedType::count && number.counting ? std::optional<Decimal>(value) : std::nullopt;
  }
}

}  // namespace jiheng::standard
