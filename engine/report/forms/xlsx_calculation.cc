// Takes the rows of a card and where their cells stand on its form, gives sheet 计算. The value kept beside a formula is
// computed here as the formula does it, and the points are scoring's.
#include "engine/report/forms/xlsx_calculation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "engine/model/helper_sheets.h"
#include "engine/report/forms/form_fields.h"
#include "engine/report/forms/xlsx_formulas.h"
#include "engine/report/forms/xlsx_standard.h"
#include "engine/report/texts/score_texts.h"
#include "engine/scoring/reading.h"

namespace jiheng::report {
namespace {

using base::Decimal;
using scoring::CardResult;
using scoring::IndicatorResult;

constexpr int kUnitsColumn = kColumns + 1;
constexpr office::CellStyle kPlain = {};

double column_width(int column) {
  if (column == kForm || column == kName) return 36;
  return column <= kActualBefore || column == kTarget || column == kActual ? 14 : 9;
}

}  // namespace

office::CellValue number_or(const std::optional<Decimal>& value, std::string_view otherwise) {
  return value ? office::CellValue{{}, value} : office::CellValue{std::string(otherwise), {}};
}

office::CellValue value_of(const scoring::Points& points) {
  return points.exact() ? office::CellValue{{}, points.low} : office::CellValue{score_cell(points), {}};
}

class CardCalculation::Rows {
 public:
  Rows(office::XlsxBook& book, CalculationSheet& sheet, const CardResult& card, std::string form_name)
      : book_(book), sheet_(sheet), card_(card), form_name_(std::move(form_name)) {}

  void text(int row, int column, std::string value) {
    book_.write(sheet_.sheet, {row, column}, {std::move(value), {}}, kPlain);
  }
  void calculate(int row, int column, const std::string& formula, const office::CellValue& value) {
    book_.formula(sheet_.sheet, {row, column}, formula, value, kPlain);
  }

  /// As high as its texts need: they are wrapped, and rows do not grow by themselves.
  void fit(int row, std::initializer_list<std::pair<CalculationColumn, std::string_view>> texts) {
    double height = office::text_height(form_name_, column_width(kForm));
    for (const auto& [column, value] : texts) {
      height = std::max(height, office::text_height(value, column_width(column)));
    }
    book_.height(sheet_.sheet, row, std::min(height, kMaxRowHeight));
  }

  void put_execution(const std::string& planned, const std::string& executed) {
    const model::Scheme& scheme = *card_.scheme;
    execution_row_ = sheet_.next_row++;
    const int row = execution_row_;
    text(row, kForm, form_name_);
    text(row, kName, "预算执行");
    fit(row, {});
    std::optional<Decimal> ratio;
    if (card_.execution && card_.execution->rate) {
      ratio = base::divide(*card_.execution->executed, *card_.execution->planned, 14);
      if (ratio && scheme.execution->rate_places) ratio = ratio->rounded(*scheme.execution->rate_places + 2);
    }
    const auto before = [&](CalculationColumn column, const std::optional<Decimal>& amount) {
      book_.write(sheet_.sheet, {row, column}, number_or(amount), kPlain);
    };
    before(kTargetBefore, planned_of(card_));
    before(kActualBefore,
           card_.card->budget.executed ? std::optional(card_.card->budget.executed->value) : std::nullopt);
    calculate(row, kUnchanged,
              fmt::format("=IF(AND({}={},{}={}),1,0)", planned, office::cell_address(row, kTargetBefore),
                          executed, office::cell_address(row, kActualBefore)),
              {{}, Decimal(1)});
    calculate(row, kAttainment, rate_formula(scheme, planned, executed), number_or(ratio, kOpenScore));
    rate_ = office::cell_address(row, kAttainment, true);
    if (scheme.execution) {
      const std::string otherwise =
          card_.scored ? score_cell(scoring::Points{0, scheme.execution->full_marks}) : "";
      calculate(row, kExactPoints, execution_formula(*scheme.execution, rate_, otherwise),
                !card_.scored || !card_.execution ? office::CellValue{}
                : card_.execution->exact.empty()  ? value_of(card_.execution->score)
                                                  : office::CellValue{{}, card_.execution->exact.front()});
      calculate(row, kPoints,
                kept_formula(scheme.execution->full_marks.trimmed().to_string(),
                             office::cell_address(row, kExactPoints), scheme.rounding),
                card_.scored && card_.execution ? value_of(card_.execution->score) : office::CellValue{});
    }
  }

  RowAddress addresses_of(const FormLine& line) const {
    const auto at = [&](CalculationColumn column) { return office::cell_address(line.row, column); };
    RowAddress a;
    a.full = at(kFull);
    a.target = at(kTargetNumber);
    a.target_sign = at(kTargetSign);
    a.target_unit = at(kTargetUnit);
    a.actual = at(kActualNumber);
    a.actual_sign = at(kActualSign);
    a.actual_unit = at(kActualUnit);
    a.direction = at(kDirection);
    a.met = at(kMet);
    a.attainment = at(kAttainment);
    a.deviation = at(kDeviation);
    a.rate = rate_.empty() ? "NA()" : rate_;
    a.level1 = line.level1;
    a.level2 = line.level2;
    a.name = line.name;
    a.units_allowed = "FALSE";
    if (!sheet_.units_range.empty()) {
      a.units_allowed =
          fmt::format("OR({0}=\"\",SUMPRODUCT(--EXACT({1},{0}))>0)", a.target_unit, sheet_.units_range);
    } else if (reads_alike(*line.result)) {
      a.units_allowed =
          fmt::format("EXACT({},{})", a.target_unit, quoted(split_amount(target_text(*line.result)).unit));
    }
    return a;
  }

  const model::Indicator& row_of(const IndicatorResult& result) const { return indicator_of(result, card_); }
  const std::string& target_text(const IndicatorResult& result) const { return row_of(result).target.text; }

  /// True where the formulas read the target as scoring does: a number with the same sign and unit. Years and months are
  /// left to scoring: 12月 may be a date.
  bool reads_alike(const IndicatorResult& result) const {
    const target::Predicate& p = result.target;
    const SheetAmount amount = split_amount(target_text(result));
    if (p.kind != target::Kind::quantity || !p.head.empty() || !p.value || !amount.number) return false;
    const std::string_view sign = target::sign_of(p.op);
    const bool known_sign = p.op == target::Op::none || p.op == target::Op::ge || p.op == target::Op::le ||
                            p.op == target::Op::gt || p.op == target::Op::lt;
    const bool calendar =
        amount.unit.find("月") != std::string::npos || amount.unit.find("年") != std::string::npos;
    return known_sign && !calendar && amount.sign == sign && Decimal::parse(amount.digits) == p.value &&
           amount.unit == std::string(target::scale_word(p.scale)) + p.unit;
  }

  void put_amount(int row, CalculationColumn first, const std::string& cell, const SheetAmount& now) {
    AmountAddress at;
    at.clean = office::cell_address(row, first);
    at.sign = office::cell_address(row, first + 1);
    at.unit = office::cell_address(row, first + 2);
    at.digits = office::cell_address(row, first + 3);
    calculate(row, first, clean_formula(cell), {now.clean, {}});
    calculate(row, first + 1, sign_formula(at), {now.sign, {}});
    calculate(row, first + 2, unit_formula(at), {now.unit, {}});
    calculate(row, first + 3, digits_formula(at), {now.digits, {}});
    calculate(row, first + 4, number_formula(at), number_or(now.number, kNotRead));
  }

  /// 1 or -1 as the formula of the direction gives it; 0: 待核.
  int direction_now(const IndicatorResult& result, const SheetAmount& target) const {
    if (target.sign == "≥" || target.sign == ">") return 1;
    if (target.sign == "≤" || target.sign == "<") return -1;
    if (!target.number || (result.name_disagrees && !target.number->is_zero())) return 0;
    target::Predicate number;
    number.value = target.number;
    const target::BareMeaning bare = scoring::bare_meaning(*card_.scheme, row_of(result), number);
    return bare == target::BareMeaning::at_least ? 1 : bare == target::BareMeaning::at_most ? -1 : 0;
  }

  static std::optional<bool> met_now(const SheetAmount& target, const SheetAmount& actual, int direction,
                                     bool readable) {
    if (!readable || !target.number || !actual.number || direction == 0 || target.unit != actual.unit)
      return std::nullopt;
    const std::string_view wanted = direction == 1 ? "≥>" : "≤<";
    if (!actual.sign.empty() && wanted.find(actual.sign) == std::string_view::npos) return std::nullopt;
    const Decimal& a = *actual.number;
    const Decimal& t = *target.number;
    const bool met = target.sign == ">"   ? a > t
                     : target.sign == "<" ? a < t
                     : direction == 1     ? a >= t
                                          : a <= t;
    if (!met && !actual.sign.empty()) return std::nullopt;
    return met;
  }

  void put(FormLine& line) {
    line.row = last_row_ = sheet_.next_row++;
    if (first_row_ < 0) first_row_ = line.row;
    const int row = line.row;
    const IndicatorResult& result = *line.result;
    const model::Indicator& indicator = row_of(result);
    const model::Scheme& scheme = *card_.scheme;
    const SheetAmount target = split_amount(indicator.target.text);
    const SheetAmount actual = split_amount(indicator.actual.text);
    const RowAddress at = addresses_of(line);
    text(row, kForm, form_name_);
    text(row, kName, indicator.name.text);
    text(row, kTargetBefore, indicator.target.text);
    text(row, kActualBefore, indicator.actual.text);
    fit(row, {{kName, indicator.name.text},
              {kTargetBefore, indicator.target.text},
              {kActualBefore, indicator.actual.text}});
    book_.write(sheet_.sheet, {row, kFullBefore}, number_or(result.full_marks), kPlain);
    calculate(row, kFull, fmt::format("=IF(ISNUMBER({0}),{0},\"\")", line.full),
              number_or(result.full_marks));
    put_amount(row, kTarget, line.target, target);
    put_amount(row, kActual, line.actual, actual);
    calculate(row, kUnchanged, unchanged_formula(line, at), {{}, Decimal(1)});
    const int direction = direction_now(result, target);
    calculate(
        row, kDirection,
        direction_formula(scheme, at.target_sign, at.target, line.level1, line.level2, result.name_disagrees),
        direction == 0 ? office::CellValue{std::string(kOpenScore), {}}
                       : office::CellValue{{}, Decimal(direction)});
    const bool readable = card_.scored && result.full_marks && reads_alike(result);
    const std::optional<bool> met = met_now(target, actual, direction, readable);
    calculate(
        row, kMet, met_formula(at),
        met ? office::CellValue{{}, Decimal(*met ? 1 : 0)} : office::CellValue{std::string(kOpenScore), {}});
    std::optional<Decimal> attainment;
    std::optional<Decimal> deviation;
    if (target.number && actual.number && !target.number->is_zero()) {
      attainment = base::divide(*actual.number, *target.number, 15);
      deviation = base::divide(*actual.number - *target.number, target.number->magnitude(), 15);
    }
    calculate(row, kAttainment, attainment_formula(at), number_or(attainment, "无"));
    calculate(row, kDeviation, deviation_formula(at), number_or(deviation, "无"));
    const std::string own = result.standard == nullptr || !result.full_marks
                                ? std::string()
                                : standard_expression(*result.standard, indicator, *result.full_marks, at)
                                      .value_or(std::string());
    const bool known =
        met || (!own.empty() && actual.number && card_.scored && scored_by_standard(scheme, indicator));
    const bool settled = known && result.score.exact() && !indicator.judged && !indicator.not_applicable;
    const std::string formula =
        points_formula(scheme, indicator, card_.card->kind == model::CardKind::department, at, own);
    const bool by_formula = settled && formula != "=" + quoted(kOpenScore);
    const office::CellValue open{std::string(kOpenScore), {}};
    calculate(row, kExactPoints, formula, by_formula ? office::CellValue{{}, result.exact.low} : open);
    calculate(row, kPoints, kept_formula(at.full, office::cell_address(row, kExactPoints), scheme.rounding),
              by_formula ? office::CellValue{{}, result.score.low} : open);
    if (card_.scored) {
      book_.write(sheet_.sheet, {row, kCounts}, {{}, Decimal(1)}, kPlain);
    } else {
      const bool blank = indicator.name.empty() && indicator.target.empty();
      calculate(row, kCounts, fmt::format("=IF({}&{}&{}=\"\",0,1)", line.name, line.target, line.actual),
                {{}, Decimal(blank ? 0 : 1)});
    }
  }

  std::string unchanged_formula(const FormLine& line, const RowAddress& at) const {
    if (!card_.scored) return fmt::format("=IF({}=\"\",1,0)", office::cell_address(line.row, kActual));
    return fmt::format(
        "=IF(AND(EXACT({}&\"\",{}&\"\"),EXACT({}&\"\",{}&\"\"),EXACT({}&\"\",{}),{}={}),1,0)", line.target,
        office::cell_address(line.row, kTargetBefore), line.actual,
        office::cell_address(line.row, kActualBefore), line.judgement,
        quoted(judgement_cell(row_of(*line.result))), at.full,
        fmt::format("IF(ISNUMBER({0}),{0},\"\")", office::cell_address(line.row, kFullBefore)));
  }

  int execution_row() const { return execution_row_; }
  std::string at(int row, CalculationColumn column) const {
    return book_.prefix(sheet_.sheet) + office::cell_address(row, column, true);
  }
  std::string range(CalculationColumn column) const {
    return at(first_row_, column) + ":" + office::cell_address(last_row_, column, true);
  }

 private:
  office::XlsxBook& book_;
  CalculationSheet& sheet_;
  const CardResult& card_;
  std::string form_name_;
  std::string rate_;
  int execution_row_ = -1;
  int first_row_ = -1;
  int last_row_ = -1;
};

CalculationSheet::CalculationSheet(office::XlsxBook& book, const std::vector<std::string>& units)
    : sheet(book.add_sheet(model::kCalculationSheet.name)) {
  constexpr std::array<std::string_view, kColumns> kTitles = {
      "表",       "指标",     "目标原文", "完成原文", "分值原数", "分值",       "目标",       "目标符号",
      "目标单位", "目标数字", "目标数",   "完成",     "完成符号", "完成单位",   "完成数字",   "完成数",
      "没有改动", "方向",     "达标",     "完成率",   "偏离度",   "取整前得分", "按规则得分", "计分"};
  book.write(sheet, {0, 0, 1, kColumns}, {std::string(model::kCalculationSheet.title), {}},
             office::CellStyle{.border = false, .mark = Mark::muted});
  book.height(sheet, 0, 34);
  for (int c = 0; c < kColumns; ++c) {
    book.write(sheet, {1, c}, {std::string(kTitles[static_cast<std::size_t>(c)]), {}}, kHeadingCell);
    book.width(sheet, c, column_width(c));
  }
  next_row = 2;
  book.freeze(sheet, 2);
  if (units.empty()) return;
  book.write(sheet, {1, kUnitsColumn}, {"可比较的单位", {}}, kHeadingCell);
  book.width(sheet, kUnitsColumn, 14);
  for (std::size_t i = 0; i < units.size(); ++i) {
    book.write(sheet, {static_cast<int>(i) + 2, kUnitsColumn}, {units[i], {}}, kPlain);
  }
  units_range = fmt::format("{}{}:{}", book.prefix(sheet), office::cell_address(2, kUnitsColumn, true),
                            office::cell_address(static_cast<int>(units.size()) + 1, kUnitsColumn, true));
}

void CalculationSheet::finish(office::XlsxBook& book) const {
  book.print_setup(sheet, next_row, kColumns, 1, 2, true);
}

CardCalculation::CardCalculation(office::XlsxBook& book, CalculationSheet& sheet, const CardResult& card,
                                 std::string form_name)
    : rows_(std::make_unique<Rows>(book, sheet, card, std::move(form_name))) {}
CardCalculation::~CardCalculation() = default;
void CardCalculation::put_execution(const std::string& planned, const std::string& executed) {
  rows_->put_execution(planned, executed);
}
void CardCalculation::put(FormLine& line) { rows_->put(line); }
int CardCalculation::execution_row() const { return rows_->execution_row(); }
std::string CardCalculation::at(int row, CalculationColumn column) const { return rows_->at(row, column); }
std::string CardCalculation::range(CalculationColumn column) const { return rows_->range(column); }

}  // namespace jiheng::report
