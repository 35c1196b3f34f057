// engine/intake/words/foot_words.h: the lines below the rows of a form, or above its heading, that are no part of either.
// Takes   squeezed text of a cell or of a line; the words are those of rules/forms/words.yaml.
// Gives   yes or no.
#pragma once

#include <string_view>

#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

/// 说明, 注:…, 评价结论, 主管部门意见(盖章), [下载]: what stands at the front of a line below the indicators.
bool is_foot(const FormWords& forms, std::string_view squeezed);

/// A foot whose label asks for a text: 主管部门审核意见, 存在的问题, 其他需说明的问题; not 填表说明, 注, 盖章, [下载], which are the
/// form's own words. Behind the label a colon and a text may stand.
bool is_foot_label(const FormWords& forms, std::string_view squeezed);

/// 单位(盖章): where a seal goes; beside it other fields of the line may stand.
bool is_seal(std::string_view squeezed);

/// 已完成, 按计划完成, 全部完成, 完成情况良好: the answer to a goal, never a heading.
bool is_completion_answer(const FormWords& forms, std::string_view squeezed);

}  // namespace jiheng::intake
