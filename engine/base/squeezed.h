// engine/base/squeezed.h: a text as it is compared with another: how it is laid out does not matter.
// Takes   UTF-8.
// Gives   what of it counts when two texts are compared.
#pragma once

#include <string>
#include <string_view>

namespace jiheng::base {

/// Without white space, full-width forms folded (fold_full_width): "受理 案件数（件）" -> "受理案件数(件)". Linear.
std::string squeezed(std::string_view text);

/// Without white space, nothing folded. Linear.
std::string without_white_space(std::string_view text);

}  // namespace jiheng::base
