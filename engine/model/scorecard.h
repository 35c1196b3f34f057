// engine/model/scorecard.h: one 自评表 as submitted: plain data, texts as printed, each with its place.
// Source  docs/scorecard.md
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/base/place.h"

namespace jiheng::model {

/// A field of the form: its text as printed and where it stands. Absent fields have an empty text and no
/// place.
struct Field {
  std::string text;
  base::Place place;
  bool empty() const { return text.empty(); }
};

/// A number of the form (points, money), already read.
struct NumberField {
  base::Decimal value;
  base::Place place;
};

struct Indicator {
  Field level1;                                       ///< 一级指标
  Field level2;                                       ///< 二级指标
  Field name;                                         ///< 三级指标
  Field target;                                       ///< 目标
  Field actual;                                       ///< 完成
  Field standard;                                     ///< 评分标准: how the form says this row is scored
  std::optional<NumberField> full_marks;              ///< 分值
  std::optional<NumberField> claimed;                 ///< 自报得分
  std::optional<NumberField> judged;                  ///< 评定, a share of the full marks: 85% -> 0.85
  bool not_applicable = false;                        ///< 不适用
  Field reason;                                       ///< 偏差原因
  Field evidence;                                     ///< 佐证
  std::vector<std::pair<Field, NumberField>> inputs;  ///< 计算数据: 调整数: 12.5
  std::vector<std::pair<Field, Field>> answers;    ///< 计算数据 that is no number: 是, 基本健全, 95%
  std::vector<std::pair<Field, bool>> conditions;  ///< 子项: 制度健全: 是 · also 前提
  std::vector<std::pair<Field, NumberField>> cut_points;  ///< 档点: 优: 100, 良: 90
  std::vector<std::pair<Field, Field>> history;  ///< 近两年: 2022年: 103例 (years before, as printed)
  Field basis;                                   ///< 指标值确定依据: 计划标准
  base::Place place;                             ///< of the row
};

/// Whether a goal is of the assessed year, or of several (its actual values are not asked for in the year).
enum class Horizon { annual, long_term };

/// By what the goal is called: 长期目标1, 中长期.
inline Horizon horizon_of(std::string_view title) {
  return title.starts_with("长期") || title.starts_with("中长期") ? Horizon::long_term : Horizon::annual;
}

/// A goal of a table that states several (年度目标1 …), long-term ones first. A table whose indicators stand
/// under no goal has exactly one section without title, goal and full marks.
struct Section {
  Horizon horizon = Horizon::annual;      ///< under 年度目标 · under 长期目标
  Field title;                            ///< 年度目标1
  Field goal;                             ///< its text
  Field achieved;                         ///< 实际完成情况, the answer to the goal
  std::optional<NumberField> full_marks;  ///< 10
  /// 各级分值: 产出指标: 50, 产出指标/数量指标: 20; what is printed behind a level of the form
  std::vector<std::pair<Field, NumberField>> level_marks;
  std::vector<Indicator> indicators;
};

/// A goal of the table as a whole (年度总体目标): no indicators stand under it.
struct OverallGoal {
  Field title;     ///< 长期, where the form tells several apart
  Field text;      ///< 预期目标
  Field achieved;  ///< 实际完成情况
};

/// One part of the money (其中：当年财政拨款), its cells as printed: nothing is computed from them.
struct MoneyPart {
  Field name;  ///< 当年财政拨款
  Field initial;
  Field adjusted;
  Field planned;
  Field executed;
  Field full_marks;
  Field rate;
  Field score;
};

/// A key of the file and the cell of a part it is: 年初预算数, 全年预算数, 预算数, 执行数, 分值, 执行率, 得分.
struct MoneyPartKey {
  std::string_view key;
  Field MoneyPart::*field;
};
inline constexpr std::array<MoneyPartKey, 7> kMoneyPartKeys = {{{"年初预算数", &MoneyPart::initial},
                                                                {"全年预算数", &MoneyPart::adjusted},
                                                                {"预算数", &MoneyPart::planned},
                                                                {"执行数", &MoneyPart::executed},
                                                                {"分值", &MoneyPart::full_marks},
                                                                {"执行率", &MoneyPart::rate},
                                                                {"得分", &MoneyPart::score}}};

/// Amounts in the unit named (default 万元). Which one divides is the scheme's decision.
struct Budget {
  Field unit;
  std::optional<NumberField> initial;        ///< 年初预算数
  std::optional<NumberField> adjusted;       ///< 调整预算数 / 全年预算数
  std::optional<NumberField> approved;       ///< 批复数
  std::optional<NumberField> planned;        ///< 预算数, where the form does not say which
  std::optional<NumberField> executed;       ///< 执行数
  std::optional<NumberField> basic;          ///< 基本支出
  std::optional<NumberField> project;        ///< 项目支出
  std::vector<MoneyPart> parts;              ///< 其中, in the form's order; each name once
  Field claimed_rate;                        ///< 自报执行率
  std::optional<NumberField> claimed_score;  ///< 自报得分 of the execution line
  base::Place blank_planned;   ///< the blank cell of the amount that divides; no place where it is filled
  base::Place blank_executed;  ///< the blank cell of 执行数
  base::Place place;
};

enum class CardKind { project, department };

struct Scorecard {
  std::string id;  ///< as given by 编号, else the file's name without ending ("-2" behind it for the second
                   ///< of a list)
  CardKind kind = CardKind::project;
  Field title;              ///< 项目名称, or 部门整体 for a department's own table
  std::optional<int> year;  ///< 年度
  Field scheme;             ///< 方案; may be empty
  Field unit_name;          ///< 单位名称
  std::vector<std::pair<Field, Field>> header;  ///< other header fields in the form's order: 主管部门 …
  Budget budget;
  std::vector<OverallGoal> goals;  ///< 年度总体目标
  std::vector<Section> sections;
  std::optional<NumberField> claimed_total;  ///< 自报总分
  Field claimed_grade;                       ///< 自报等级
  Field deviation_reason;                    ///< 偏差原因
  Field improvement;                         ///< 改进措施
  std::vector<std::pair<Field, Field>> foot;  ///< 表尾: opinions and notes below the rows: 主管部门审核意见
  base::Place place;
};

/// A department's own table and its projects'. Either may be missing.
struct Department {
  std::string name;
  std::optional<Scorecard> own;
  std::vector<Scorecard> projects;
};

}  // namespace jiheng::model
