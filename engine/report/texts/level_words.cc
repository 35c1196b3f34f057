// Takes a severity or a certainty, gives its word.
#include "engine/report/texts/level_words.h"

namespace jiheng::report {

std::string_view chinese(diag::Severity severity) {
  return severity == diag::Severity::error ? "错误" : severity == diag::Severity::warning ? "警告" : "提示";
}
std::string_view chinese(diag::Certainty certainty) {
  return certainty == diag::Certainty::certain ? "确定" : "待核";
}
std::string_view english(diag::Severity severity) {
  return severity == diag::Severity::error     ? "error"
         : severity == diag::Severity::warning ? "warning"
                                               : "note";
}
std::string_view english(diag::Certainty certainty) {
  return certainty == diag::Certainty::certain ? "certain" : "review";
}

}  // namespace jiheng::report
