// engine/cli/exit_code.h: 0 nothing to report, 1 findings at or above --fail-on. What is to be judged by a
// person (待核) counts only where --fail-on is written out.
// Takes   the ids of what was found, one by one.
// Gives   the highest code they ask for.
// Source  docs/man/jiheng.1, 退出码
#pragma once

#include <string_view>

#include "engine/cli/arguments.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::cli {

class ExitCode {
 public:
  explicit ExitCode(const Arguments& arguments);
  void count(std::string_view id);
  int value() const { return value_; }

 private:
  diag::Severity least_ = diag::Severity::error;
  bool asked_ = false;
  int value_ = 0;
};

}  // namespace jiheng::cli
