// engine/model/scheme.h: one scoring scheme (方案) as data; formulas compiled, everything else plain.
// Source  docs/scheme-language.md; the files are rules/*.yaml, read by load/scheme_from_yaml.h
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/base/place.h"
#include "engine/formula/formula.h"
#include "engine/model/scorecard.h"
#include "engine/standard/scheme_readings.h"
#include "engine/target/compare.h"

namespace jiheng::model {

struct FormLayout;     // form_layout.h
struct ReportOutline;  // report_outline.h

/// The names a clause may use. Percentages are ratios in every formula, step and cap: 96% is 0.96, also where
/// it is the value of a row (目标值, 完成值 of a row in %, ‰, 百分点), so that `[80%,90%)` and `完成值-100%`
/// mean what they say. 目标上限 is the upper end of a band; 完成率 = 完成值/目标值, 偏离度 =
/// (完成值-目标值)/|目标值|.
inline constexpr std::array<std::string_view, 9> kNumberNames = {
    "分值", "目标值", "目标上限", "完成值", "完成率", "偏离度", "评定", "逾期天数", "执行率"};
/// 1 or 0. 达标 and 未达标 exclude each other (neither: 待核); of 正向 … 时限 at most one holds; 大幅超额 is
/// 达标 and 完成率 >= over_threshold; 有评定: the card gives a judgement; 部门表: the card is a department's
/// own table.
inline constexpr std::array<std::string_view, 10> kFlagNames = {
    "达标", "未达标", "正向", "反向", "区间", "定性", "时限", "大幅超额", "有评定", "部门表"};
/// The names of 预算执行's formula.
inline constexpr std::array<std::string_view, 2> kExecutionNames = {"分值", "执行率"};
/// The amounts of the budget that may divide, and those a computed value may use beside the row's own
/// 计算数据.
inline constexpr std::array<std::string_view, 4> kDenominators = {"年初预算数", "调整预算数", "批复数",
                                                                  "预算数"};
inline constexpr std::array<std::string_view, 7> kBudgetNames = {
    "年初预算数", "调整预算数", "批复数", "预算数", "执行数", "基本支出", "项目支出"};

/// Where a rule comes from. status: 已见 (paragraph seen) · 推算 (follows from published figures) · 未核实.
struct SourceNote {
  std::string document;   ///< 文号 or name of the form
  std::string paragraph;  ///< 段落
  std::string status;
  std::string remark;
};

/// Which rows a clause is for; empty lists mean every row. A row matches when each non-empty list has its
/// text (level1, level2: equal after removing white space; names: contained in the indicator's name).
struct Applies {
  std::vector<std::string> level1;
  std::vector<std::string> level2;
  std::vector<std::string> names;
};

/// An interval with stated ends, as written: "[80%,90%)" is 0.8..0.9. Missing ends are unbounded.
struct Interval {
  std::optional<base::Decimal> low;
  std::optional<base::Decimal> high;
  bool low_closed = false;
  bool high_closed = false;
  std::string text;
  bool contains(const base::Decimal& v) const;
};

/// Whatever a clause gives is held between 0 and the row's 分值.
/// 得分: a formula in kNumberNames and kFlagNames.
struct ByFormula {
  formula::Formula points;
};
/// 阶梯: the interval that holds the value of `by` gives the points (a formula). The intervals are in rising
/// order, touch each other and do not overlap; a value before the first or past the last is undetermined.
struct BySteps {
  formula::Formula by;
  std::vector<std::pair<Interval, formula::Formula>> steps;
};
/// 扣分: full marks minus `points` for each whole or started `unit` of `by`, not below `floor`.
struct ByDeduction {
  formula::Formula by;  ///< how far from the target, in the unit of `each`
  base::Decimal each;
  base::Decimal points;
  enum class Part {
    started,
    whole,
    proportional
  } part = Part::started;  ///< 不足一档: 按一档 · 不计 · 按比例
  base::Decimal floor;
};
/// 子项: points for each named sub-condition the card answers with 是. A row without 子项 goes on to the next
/// clause.
struct ByConditions {
  std::vector<std::pair<std::string, formula::Formula>> items;
};
/// 档次: the named tier gives a band of the full marks; 评定 picks the point inside it, else `point`, else
/// the score is the band. A row whose actual value is no answer of any tier goes on to the next clause.
struct Tier {
  std::string name;
  std::vector<std::string> answers;  ///< texts of the actual column that mean this tier; empty: any text
  base::Decimal low;                 ///< share of the full marks, 0.8
  base::Decimal high;
  bool low_closed = true;
  bool high_closed = true;
  std::optional<base::Decimal> point;  ///< 取点: the share taken where the card gives no 评定
};
struct ByTiers {
  std::vector<Tier> tiers;
};
/// 档点: the card's own cut points (优 100, 良 90 …): the share earned for reaching each, 0 below the last. A
/// row without cut points goes on to the next clause.
struct ByCutPoints {
  std::vector<std::pair<std::string, base::Decimal>> shares;  ///< 优: 1, 良: 0.8 …, best first
};

/// 按评分标准: the points that the row's own 评分标准 gives, read by standard/. They may pass the 分值 where the text says so
/// (加分). A row without one goes on to the next clause.
struct ByStandard {};

struct Clause {
  std::string id;    ///< Q1
  std::string name;  ///< 达标得满分
  Applies applies;
  std::optional<formula::Formula> when;  ///< absent: always
  std::optional<std::string>
      precondition;  ///< 前提: a condition of the card; answered 否 -> the clause gives 0 points
  std::variant<ByFormula, BySteps, ByDeduction, ByConditions, ByTiers, ByCutPoints, ByStandard> points;
  bool must_explain = false;  ///< 须说明: a reason is required (finding where it is missing)
  SourceNote source;
  base::Place place;
};

/// 计算: an indicator's actual value computed from the card's inputs by a printed formula. An input is looked
/// for in the row's 计算数据, then (kBudgetNames) in the card's 预算.
struct Computed {
  std::string name;                 ///< 预算调整率 (matches indicator names that contain it)
  std::vector<std::string> inputs;  ///< 数据: the names the formula may use
  formula::Formula formula;
  std::string unit;  ///< unit of the result: "%" means the ratio is shown ×100
  SourceNote source;
};

struct Weight {
  std::string level1;
  std::string level2;  ///< may be empty
  base::Decimal points;
};

struct Execution {
  base::Decimal full_marks;
  formula::Formula points;                ///< names: 执行率, 分值
  std::vector<std::string> denominators;  ///< in order of preference: 调整预算数, 预算数 …
  std::optional<int> rate_places;         ///< the rate is rounded to this many places of a percent first
                                          ///< (97.754% with 2 places: 97.75%)
  std::optional<Interval> must_explain;   ///< 须说明: rates that ask for a reason ("<90%")
  SourceNote source;
};

struct Rounding {
  int places = 2;
  enum class At { indicator, total } at = At::indicator;
  enum class Mode { half_up, cut } mode = Mode::half_up;  ///< 方式: 四舍五入 · 截去
};

struct Grade {
  std::string name;
  base::Decimal from;  ///< at least
};

/// What one row of an example must give.
struct ExpectedRow {
  base::Decimal low;
  base::Decimal high;  ///< above `low` where a range is expected
  std::string rule;    ///< expected clause id; may be empty
  base::Place place;
};

/// A worked example: rows, an execution line, or both, and what they must give.
struct Example {
  std::string name;
  Scorecard card;                          ///< one section
  std::vector<ExpectedRow> rows;           ///< rows[i] belongs to the section's indicators[i]
  std::optional<base::Decimal> execution;  ///< expected points of the execution line
  std::optional<base::Decimal> total;
  std::string grade;  ///< expected grade; may be empty
  base::Place place;
};

/// Blank rows of a form to fill in.
struct BlankRows {
  std::string level1;
  std::string level2;
  std::string name;    ///< 三级, where the scheme says which indicator it is
  std::string target;  ///< 目标
  int rows = 0;
};

/// 识别: how a form shows that it is this scheme's. For proposals only (intake/scheme_evidence.h), never for a score.
struct Recognition {
  bool proposed = true;              ///< 无: the form does not show it, it is never proposed
  std::vector<std::string> printed;  ///< words of its headings and levels that other forms do not have
};

struct Scheme {
  std::string id;
  std::string name;
  std::string parent;  ///< 继承
  int first_year = 0;  ///< 适用年度
  std::optional<int> last_year;
  bool enabled = true;  ///< a scheme whose status is 未核实 ships switched off
  std::vector<SourceNote> sources;
  Recognition recognition;
  base::Decimal total = 100;
  std::optional<Execution> execution;
  std::vector<Weight> project_weights;
  std::vector<Weight> department_weights;
  /// 核对: what a table whose blocks differ from the weights gets: nothing, a note, or an error.
  enum class WeightCheck { off, note, error } weight_check = WeightCheck::off;

  enum class NoMarks { refuse, claimed, split_equally } no_marks = NoMarks::refuse;  ///< 无分值时
  enum class Remainder { first, last } remainder = Remainder::last;                  ///< 余数
  int split_places = 2;                                                              ///< 均分位数

  target::BareMeaning bare_default = target::BareMeaning::at_least;
  target::BareMeaning bare_negative = target::BareMeaning::at_most;
  std::vector<std::pair<std::string, target::BareMeaning>>
      bare_by_level2;  ///< level-2 or level-1 text contained, without white space
  /// 等号目标: what an actual value past a target with = is. open: nothing is said, no clause for = is implied.
  enum class PastEqual { open, met, missed } past_equal = PastEqual::open;
  SourceNote past_equal_source;

  /// 不适用: full marks · dropped, and the rest rescaled to the total · dropped, and its block (level 1)
  /// rescaled.
  enum class NotApplicable { full, rescale, rescale_block } not_applicable = NotApplicable::rescale;
  std::vector<Computed> computed;
  /// 评分标准读法: what standards printed on its forms leave open, each kind settled once.
  standard::SchemeReadings readings;
  std::vector<SourceNote> reading_sources;  ///< one a kind settled
  std::vector<Clause> clauses;              ///< in the order they are tried
  std::vector<Clause> off_clauses;          ///< 未核实 or 启用: 否: listed, never tried
  std::vector<std::pair<Interval, base::Decimal>> total_caps;  ///< 总分上限, by execution rate (a ratio)
  std::optional<base::Decimal> over_threshold;  ///< 大幅超额 from this attainment on (a ratio: 1.3)
  Rounding rounding;
  std::vector<Grade> grades;  ///< best first
  Field form_name;            ///< 表式: the form its tables are printed on, by its name: 湖北
  std::shared_ptr<const FormLayout>
      form;            ///< the form of that name (rules/forms); null where none was looked up
  Field outline_name;  ///< 提纲: the outline of its 自评报告, by its name: 湖北
  std::shared_ptr<const ReportOutline>
      outline;  ///< of that name (rules/forms/reports); null where none was looked up
  CardKind blank_kind = CardKind::project;  ///< 空表: whose form an empty one is
  std::vector<BlankRows> blank_rows;        ///< its rows; none: those of the weights, else those of the form
  std::vector<Example> examples;
  base::Place place;
};

}  // namespace jiheng::model
