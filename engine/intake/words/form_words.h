// engine/intake/words/form_words.h: the words printed on the forms: headings of columns, names of fields, levels.
// Takes   squeezed text (text_lines.h). Nothing here belongs to one place or one document.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jiheng::intake {

/// What a column of the indicator part holds.
enum class Role {
  level1,
  level2,
  level2_again,  ///< a form that prints the second level twice
  name,
  description,
  earlier,  ///< a year before
  target,
  actual,
  full_marks,
  score,
  reason,
  basis,
  sign,     ///< 指标性质: ≥, 定性; joined with the number and its unit to one target
  measure,  ///< 度量单位: the unit of the number beside it
  review    ///< 财政审核评分: never the claimed score
};

/// The column with this heading; notes in brackets behind it ("(A)", "(20分)") do not matter.
std::optional<Role> heading_role(std::string_view squeezed);

/// Words of a heading that stand over several columns: 近两年指标值.
bool is_group_heading(std::string_view squeezed);

/// 2022年, 2022年度.
bool is_year(std::string_view squeezed);

enum class Label {
  project_name,
  unit,         ///< 单位名称
  implementer,  ///< 项目实施单位
  authority,    ///< 主管部门
  code,
  category,
  attribute,
  type,
  date,
  goal,          ///< 总体目标
  goal_planned,  ///< 预期目标, 实际完成情况: side by side above the texts of the goal
  goal_achieved,
  plan_goal,  ///< 年度绩效目标, 长期绩效目标: head of a text of the goals or of a block of rows
  numbered_goal,  ///< 年度目标1
  budget_block,   ///< 预算执行情况: the headings of amounts follow
  amount_total,   ///< 年度资金总额: the amounts follow
  amount_column,  ///< 预算数, 执行数, 执行率 …
  basic,
  project,
  total,  ///< 总分
  reason,
  improvement,
  remark,
  person,  ///< names and telephones: not taken
  other    ///< fields of the form that scoring does not need
};

struct LabelMatch {
  Label label;
  int rank = 0;  ///< amount_total: the lower, the more it is the total of the table
};

std::optional<LabelMatch> label_of(std::string_view squeezed);

/// The unit of money in a note of a heading or label: "(万元)", "(单位:元)"; empty for none.
std::string_view money_unit_of(std::string_view squeezed);

/// Which amount a heading of the budget names.
enum class Amount { initial, adjusted, planned, executed, rate, full_marks, score, other };
std::optional<Amount> amount_of(std::string_view squeezed);

bool is_level1(std::string_view squeezed);
bool is_level2(std::string_view squeezed);
/// A level written out in full that stands in the lists; is_level2 also takes any short word that ends in 指标.
bool is_known_level(std::string_view squeezed);

/// 年度目标1, 长期绩效目标2 at the front: its name ("年度目标1") and the bytes it took, with a colon; 长期绩效目标 and
/// 年度绩效指标 without a number give 长期 and 年度.
struct GoalHead {
  std::string name;
  std::size_t bytes = 0;
};
std::optional<GoalHead> goal_head(std::string_view squeezed);

/// A line that names a table of performance: … 绩效自评表, … 绩效目标申报表.
bool is_title(std::string_view squeezed);
bool is_selfeval_title(std::string_view squeezed);

/// Headings of the text around tables: 三、…, 第四部分 …, （二）….
bool is_section_heading(std::string_view squeezed);

/// Side words of merged cells beside the indicator part: 年度, 绩效, 指标, (80分) ….
bool is_side_word(std::string_view squeezed);

}  // namespace jiheng::intake
