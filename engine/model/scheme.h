// engine/model/scheme.h: one scoring scheme (方案) as data; formulas compiled, everything else plain.
// Source  docs/scheme-language.md; the files are rules/*.yaml, read by load/scheme_from_yaml.h
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/base/place.h"
#include "engine/formula/formula.h"
#include "engine/model/scorecard.h"
#include "engine/target/compare.h"

namespace jiheng::model {

/// Where a rule comes from. status: 已见 (paragraph seen) · 推算 (follows from published figures) · 未核实.
struct SourceNote {
  std::string document;   ///< 文号 or name of the form
  std::string paragraph;  ///< 段落
  std::string status;
  std::string remark;
};

/// Which rows a clause is for; empty lists mean every row. A row matches when each non-empty list has its text
/// (level1, level2: equal after removing white space; names: contained in the indicator's name).
struct Applies {
  std::vector<std::string> level1;
  std::vector<std::string> level2;
  std::vector<std::string> names;
};

/// An interval with stated ends, as written: "[80%,90%)". Missing ends are unbounded.
struct Interval {
  std::optional<base::Decimal> low;
  std::optional<base::Decimal> high;
  bool low_closed = false;
  bool high_closed = false;
  std::string text;
  bool contains(const base::Decimal& v) const;
};

/// 得分: a formula in 分值, 目标值, 完成值, 完成率, 偏离度, 评定, 逾期天数, 执行率 and the row's computed inputs.
struct ByFormula {
  formula::Formula points;
};
/// 阶梯: the first interval that holds the value of `by` gives the points (a formula).
struct BySteps {
  formula::Formula by;
  std::vector<std::pair<Interval, formula::Formula>> steps;
};
/// 扣分: full marks minus `points` for each whole or started `unit` of `by`, not below `floor`.
struct ByDeduction {
  formula::Formula by;  ///< how far from the target, in the unit of `each`
  base::Decimal each;
  base::Decimal points;
  enum class Part { started, whole, proportional } part = Part::started;  ///< 不足一档: 按一档 · 不计 · 按比例
  base::Decimal floor;
};
/// 子项: points for each named sub-condition the card answers with 是.
struct ByConditions {
  std::vector<std::pair<std::string, formula::Formula>> items;
};
/// 档次: the named tier gives a band of the full marks; 评定 picks the point inside it, else the score is the band.
struct Tier {
  std::string name;
  std::vector<std::string> answers;  ///< texts of the actual column that mean this tier
  base::Decimal low;                 ///< share of the full marks, 0.8
  base::Decimal high;
  bool low_closed = true;
  bool high_closed = true;
};
struct ByTiers {
  std::vector<Tier> tiers;
};
/// 档点: the card's own cut points (优 100, 良 90 …): the share earned for reaching each.
struct ByCutPoints {
  std::vector<std::pair<std::string, base::Decimal>> shares;  ///< 优: 1, 良: 0.8 …, best first
};

struct Clause {
  std::string id;    ///< Q1
  std::string name;  ///< 达标得满分
  Applies applies;
  std::optional<formula::Formula> when;  ///< absent: always
  std::optional<std::string> precondition;  ///< 前提: a condition of the card; answered 否 -> the clause gives 0 points
  std::variant<ByFormula, BySteps, ByDeduction, ByConditions, ByTiers, ByCutPoints> points;
  bool must_explain = false;  ///< 须说明: a reason is required (finding where it is missing)
  SourceNote source;
  base::Place place;
};

/// 计算: an indicator's actual value computed from the card's inputs by a printed formula.
struct Computed {
  std::string name;  ///< 预算调整率 (matches indicator names that contain it)
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
  formula::Formula points;               ///< names: 执行率, 分值
  std::vector<std::string> denominators; ///< in order of preference: 调整预算数, 预算数 …
  std::optional<int> rate_places;        ///< the rate is rounded to this many places of a percent first
  SourceNote source;
};

struct Rounding {
  int places = 2;
  enum class At { indicator, total } at = At::indicator;
};

struct Grade {
  std::string name;
  base::Decimal from;  ///< at least
};

/// A worked example: a row or a whole execution line, and what it must give.
struct Example {
  std::string name;
  Scorecard card;                         ///< one indicator or only a budget
  std::optional<base::Decimal> score;     ///< expected points of the first indicator
  std::optional<base::Decimal> score_low; ///< where a range is expected
  std::optional<base::Decimal> score_high;
  std::string rule;                       ///< expected clause id; may be empty
  std::optional<base::Decimal> execution; ///< expected points of the execution line
  std::optional<base::Decimal> total;
  base::Place place;
};

struct Scheme {
  std::string id;
  std::string name;
  std::string parent;  ///< 继承
  int first_year = 0;  ///< 适用年度
  std::optional<int> last_year;
  bool enabled = true;  ///< a scheme whose status is 未核实 ships switched off
  std::vector<SourceNote> sources;
  base::Decimal total = 100;
  std::optional<Execution> execution;
  std::vector<Weight> project_weights;
  std::vector<Weight> department_weights;

  enum class NoMarks { refuse, claimed, split_equally } no_marks = NoMarks::refuse;  ///< 无分值时
  enum class Remainder { first, last } remainder = Remainder::last;                  ///< 余数
  int split_places = 2;

  target::BareMeaning bare_default = target::BareMeaning::at_least;
  target::BareMeaning bare_negative = target::BareMeaning::at_most;
  std::vector<std::pair<std::string, target::BareMeaning>> bare_by_level2;  ///< level-2 or level-1 text contained

  enum class NotApplicable { full, rescale } not_applicable = NotApplicable::rescale;
  std::vector<Computed> computed;
  std::vector<Clause> clauses;
  std::vector<std::pair<Interval, base::Decimal>> total_caps;  ///< by execution rate
  std::optional<base::Decimal> over_threshold;  ///< 大幅超额 from this attainment on, for explanations
  Rounding rounding;
  std::vector<Grade> grades;  ///< best first
  std::vector<Example> examples;
  base::Place place;
};

}  // namespace jiheng::model
