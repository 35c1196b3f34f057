// Takes a spot of a scored card and how its cell was read. Gives the number there as a dial, and cell texts for other
// numbers. Leaves what a number is worth to trials.cc.
#include "engine/whatif/curves/dial.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "engine/base/date.h"
#include "engine/quantity/bounds.h"
#include "engine/scoring/reading.h"
#include "engine/target/parse.h"

namespace jiheng::whatif {
namespace {

using base::Decimal;
using target::Kind;
using target::Op;
using target::Predicate;

/// Stands for the assessed year where neither the card nor the cell says it; it has no 29 February.
constexpr int kAnyYear = 2023;

std::string_view field_of(Spot::What what) {
  switch (what) {
    case Spot::What::target:
      return "目标";
    case Spot::What::actual:
      return "完成";
    case Spot::What::full_marks:
      return "分值";
    case Spot::What::initial:
      return "年初预算数";
    case Spot::What::adjusted:
      return "调整预算数";
    case Spot::What::approved:
      return "批复数";
    case Spot::What::planned:
      return "预算数";
    case Spot::What::executed:
      return "执行数";
  }
  return {};
}

/// Why a cell is no single number or day; nullopt where it is one.
std::optional<std::string> not_one_number(const Predicate& cell) {
  switch (cell.kind) {
    case Kind::quantity:
      if (cell.unit == "比") return "是比，不是一个数";
      return std::nullopt;
    case Kind::deadline:
      if (cell.first) return "是一段时间，有起止两天";
      if (!cell.last || cell.last->month == 0) return "没有写明是哪一天";
      return std::nullopt;
    case Kind::range:
      return "是区间，有两端";
    case Kind::qualitative:
      return "是定性的";
    case Kind::boolean:
      return "是“是”或“否”";
    case Kind::reference:
      return "引用表外的标准";
    case Kind::composite:
      return "有几个部分";
    case Kind::empty:
      return "是空的";
    case Kind::unreadable:
      break;
  }
  return "看不懂";
}

const scoring::IndicatorResult* row_of(const scoring::CardResult& scored, const Spot& spot) {
  const auto row = std::find_if(scored.indicators.begin(), scored.indicators.end(),
                                [&](const auto& r) { return r.id == spot.row; });
  return row == scored.indicators.end() ? nullptr : &*row;
}

/// The day with this number; nullopt outside the years a date may have.
std::optional<base::Date> day_of(const Decimal& value) {
  const Decimal whole = value.rounded(0);
  constexpr int kMost = 1000000;  // days: past any year a form knows
  if (whole.magnitude() > Decimal(kMost)) return std::nullopt;
  const std::chrono::year_month_day day{
      std::chrono::sys_days(std::chrono::days(static_cast<int>(whole.coefficient())))};
  return base::make_date(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                         static_cast<int>(static_cast<unsigned>(day.day())));
}

diag::Diagnostic refused(const std::string& name, const std::string& why, const base::Place& place) {
  return {"W121", fmt::format("“{}”不能变动：{}", name, why),
          "能变动的是一个数或一天：目标值、完成值、预算的金额。", "换一个指标，或先把它改成一个数。", place};
}

}  // namespace

diag::Result<Dial> Dial::at(const scoring::CardResult& scored, const Spot& spot,
                            const scoring::Context& context) {
  const model::Scorecard& card = *scored.card;
  Dial dial;
  dial.spot_ = spot;
  dial.year_ = card.year;
  const bool of_budget = spot.what != Spot::What::full_marks && !dial.of_row();
  if (of_budget) {
    dial.name_ = fmt::format("预算.{}", field_of(spot.what));
    dial.unit_ = card.budget.unit.empty() ? "万元" : card.budget.unit.text;
  } else {
    const model::Indicator& row = row_of(card, spot.row);
    dial.name_ = fmt::format("{}.{}", row.name.text, field_of(spot.what));
  }
  if (!dial.of_row()) {
    if (!of_budget) dial.unit_ = "分";
    dial.shape_.kind = Kind::quantity;
    dial.present_ = Decimal::parse(text_at(card, spot));
    dial.places_ = dial.present_ ? dial.present_->places() : 2;
    return dial;
  }
  const scoring::IndicatorResult& row = *row_of(scored, spot);
  const base::Place& place = row_of(card, spot.row).place;
  if (const auto why = dial.set_up(scored, row, context)) return refused(dial.name_, *why, place);
  return dial;
}

/// Why the row cannot be varied; nullopt where it can.
std::optional<std::string> Dial::set_up(const scoring::CardResult& scored,
                                        const scoring::IndicatorResult& row,
                                        const scoring::Context& context) {
  const model::Scorecard& card = *scored.card;
  const model::Indicator& indicator = row_of(card, spot_.row);
  if (section_of(card, spot_.row).horizon == model::Horizon::long_term) return "它是长期目标，本年不评分";
  if (indicator.not_applicable) return "这一行不适用";
  if (!row.full_marks) return "这一行没有分值";
  level2_ = indicator.level2.text;
  text_ = text_at(card, spot_);
  const bool is_actual = spot_.what == Spot::What::actual;
  Predicate cell = parsed(text_, context);
  if (is_actual && computed(scored, context)) return "完成值由 计算数据 算出，填什么都不作数";
  const bool blank = cell.kind == Kind::empty;
  const Predicate other = blank && is_actual ? row.target : cell;
  if (const auto why = not_one_number(other)) {
    if (!blank) return fmt::format("{}“{}”{}", is_actual ? "完成值" : "目标值", text_, *why);
    return is_actual
               ? fmt::format("完成值是空的，目标值“{}”{}，不知道填什么样的数", indicator.target.text, *why)
               : std::string("目标值是空的");
  }
  shape_ = other;
  places_ = shape_.value ? shape_.value->places() : 0;
  unit_ = std::string(target::scale_word(shape_.scale)) + shape_.unit;
  if (blank) {
    shape_.op = Op::none;
    shape_.sureness = target::Sureness::sure;
    text_.clear();
    return std::nullopt;
  }
  present_ = value_of(shape_);
  for (const target::Piece& piece : cell.pieces) {
    if (piece.role == target::Piece::Role::number) number_ = piece.span;
  }
  return std::nullopt;
}

/// True where the actual value is what a 计算 of the scheme says, whatever stands in the cell.
bool Dial::computed(const scoring::CardResult& scored, const scoring::Context& context) const {
  model::Indicator other = row_of(*scored.card, spot_.row);
  other.actual.text = "？";
  scoring::CardFacts facts;
  facts.year = scored.card->year;
  facts.budget = &scored.card->budget;
  return scoring::read_row(*scored.scheme, facts, other, context).actual.kind != Kind::unreadable;
}

Predicate Dial::parsed(std::string_view text, const scoring::Context& context) const {
  return target::parse(text,
                       {context.units, context.words, year_, spot_.what == Spot::What::actual, level2_});
}

std::optional<Decimal> Dial::value_of(const Predicate& cell) const {
  if (cell.kind == Kind::quantity) return cell.value;
  if (cell.kind != Kind::deadline || !cell.last || cell.first) return std::nullopt;
  const int year = cell.last->year != 0 ? cell.last->year : kAnyYear + cell.last->year_offset;
  const auto date = base::make_date(year, cell.last->month, cell.last->day);
  return date ? std::optional<Decimal>(base::day_number(*date)) : std::nullopt;
}

std::optional<Decimal> Dial::read(std::string_view text, const scoring::Context& context) const {
  if (const auto plain = Decimal::parse(text))
    return is_day() || !quantity::in_bounds(*plain) ? std::nullopt : plain;
  const Predicate cell = parsed(text, context);
  if (cell.kind != shape_.kind || (cell.op != Op::none && cell.op != Op::le)) return std::nullopt;
  if (!is_day()) {
    const std::string unit = std::string(target::scale_word(cell.scale)) + cell.unit;
    if (unit != unit_ || cell.op != Op::none) return std::nullopt;
  }
  return value_of(cell);
}

std::string Dial::shown(const Decimal& value) const {
  if (!is_day()) return value.trimmed().to_string();
  const auto date = day_of(value);
  return date ? base::to_string(*date) : value.to_string();
}

std::string Dial::with_unit(const Decimal& value) const { return shown(value) + unit_; }

Predicate Dial::turned(const Decimal& value) const {
  Predicate cell = shape_;
  cell.pieces.clear();
  cell.problems.clear();
  if (!is_day()) {
    cell.value = value;
    return cell;
  }
  const auto date = day_of(value);
  if (!date) return {};
  target::Day day{0, 0, date->month, date->day};
  if (shape_.last->year != 0) {
    day.year = date->year;
  } else {
    day.year_offset = date->year - kAnyYear;
  }
  cell.last = day;
  return cell;
}

std::optional<std::string> Dial::text_of(const Decimal& value, const scoring::Context& context) const {
  const Decimal number = value.trimmed();
  if (!of_row()) return number.to_string();
  if (present_ && *present_ == value) return text_;
  const Predicate wanted = turned(number);
  const auto reads_back = [&](const std::string& text) {
    const Predicate cell = parsed(text, context);
    const auto back = value_of(cell);
    return cell.kind == wanted.kind && cell.op == wanted.op && cell.unit == wanted.unit &&
           cell.scale == wanted.scale && cell.head == wanted.head && back && *back == value;
  };
  if (!is_day() && number_.length > 0) {
    std::string text = text_;
    text.replace(number_.offset, number_.length,
                 number.to_string() + std::string(target::scale_word(shape_.scale)));
    if (reads_back(text)) return text;
  }
  std::string text = target::print(wanted);
  return reads_back(text) ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace jiheng::whatif
