// engine/intake/words/form_words.h: the words printed on the forms: headings of columns, names of fields, levels.
// Takes   the words of all forms (model/form_words.h) and squeezed text (text_lines.h). Each look-up takes the time of the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/form_words.h"

namespace jiheng::intake {

using model::FormWords;
using model::LabelMatch;
using Role = model::ColumnRole;
using Label = model::FormLabel;
using Amount = model::FormAmount;

/// The column with this heading; notes in brackets behind it ("(A)", "(20分)") do not matter.
std::optional<Role> heading_role(const FormWords& forms, std::string_view squeezed);

/// Words of a heading that stand over several columns: 近两年指标值.
bool is_group_heading(const FormWords& forms, std::string_view squeezed);

/// 2022年, 2022年度.
bool is_year(const FormWords& forms, std::string_view squeezed);

std::optional<LabelMatch> label_of(const FormWords& forms, std::string_view squeezed);

/// The unit of money in a note of a heading or label: "(万元)", "(单位:元)"; empty for none.
std::string_view money_unit_of(const FormWords& forms, std::string_view squeezed);

/// Which amount a heading of the budget names.
std::optional<Amount> amount_of(const FormWords& forms, std::string_view squeezed);

bool is_level1(const FormWords& forms, std::string_view squeezed);
bool is_level2(const FormWords& forms, std::string_view squeezed);
/// 数量, 数量指标: one of the list of the second level.
bool is_listed_level2(const FormWords& forms, std::string_view squeezed);
/// A level written out in full that stands in the lists; is_level2 also takes any short word that ends in 指标.
bool is_known_level(const FormWords& forms, std::string_view squeezed);

/// 年度目标1, 长期绩效目标2 at the front: its name ("年度目标1") and the bytes it took, with a colon; 长期绩效目标 and
/// 年度绩效指标 without a number give 长期 and 年度.
struct GoalHead {
  std::string name;
  std::size_t bytes = 0;
};
std::optional<GoalHead> goal_head(const FormWords& forms, std::string_view squeezed);

/// A line that names a table of performance: … 绩效自评表, … 绩效目标申报表.
bool is_title(const FormWords& forms, std::string_view squeezed);
bool is_selfeval_title(const FormWords& forms, std::string_view squeezed);

/// Headings of the text around tables: 三、…, 第四部分 …, （二）….
bool is_section_heading(std::string_view squeezed);

/// Side words of merged cells beside the indicator part: 年度, 绩效, 指标, (80分) ….
bool is_side_word(const FormWords& forms, std::string_view squeezed);

}  // namespace jiheng::intake
