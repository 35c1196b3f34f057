// engine/report/texts/level_words.h: the words of a finding's level and certainty, the same in every face.
// Takes   a level or certainty of the catalogue. Gives  its word; never fails.
#pragma once

#include <string_view>

#include "engine/diag/catalogue.h"

namespace jiheng::report {

/// 错误, 警告, 提示 · 确定, 待核.
std::string_view chinese(diag::Severity severity);
std::string_view chinese(diag::Certainty certainty);
/// error, warning, note · certain, review.
std::string_view english(diag::Severity severity);
std::string_view english(diag::Certainty certainty);

}  // namespace jiheng::report
