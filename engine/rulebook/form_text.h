// engine/rulebook/form_text.h: the words of a form with what is filled in: "预算执行情况（{金额单位}）[（{预算执行分值}分）]".
// Takes   a scalar of a form file. {…} names a field, […] is left away where one of its fields is blank.
// Fails   L203 a field nobody knows, L109 a brace or bracket that is open or closed twice.
// Source  docs/form-language.md, "要填的内容"
#pragma once

#include <string_view>

#include "engine/model/form_layout.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {

/// Which fields are known where: of the form, also of a goal, of a row of indicators alone.
enum class FieldScope { form, goal, row };

model::FormText form_text_of(const YamlNode& node, std::string_view what, FieldScope scope,
                             Problems& problems);

/// One field by its name.
model::FormPiece form_field_of(const YamlNode& node, std::string_view what, FieldScope scope,
                               Problems& problems);

/// 目标值; the words of the file for a field that has a name of its own.
std::string_view name_of(model::FormField field);

}  // namespace jiheng::rulebook
