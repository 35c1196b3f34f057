// The rules as shipped, for the tests of this room.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "engine/rulebook/rules.h"

namespace jiheng::app {

inline const std::string kRoot = JIHENG_SOURCE_DIR;
inline const std::string kRules = kRoot + "/rules";

inline const rulebook::Language& language() {
  static const diag::Result<rulebook::Language> language = rulebook::load_language(kRules);
  EXPECT_TRUE(language);
  return *language;
}

}  // namespace jiheng::app
