#include "engine/base/same_shapes.h"

#include <gtest/gtest.h>

namespace jiheng::base {
namespace {

std::string folded(std::string text) {
  fold_same_shapes(text);
  return text;
}

TEST(SameShapes, RadicalsBecomeIdeographs) {
  EXPECT_EQ(folded("⼯作⽬标，⾃评⽤"), "工作目标，自评用");
  EXPECT_EQ(folded("⻓期⻋⻔⻢⻩"), "长期车门马黄");
  EXPECT_EQ(folded("100⼾"), "100户");
  EXPECT_EQ(folded("\uF967\uF901\uFA0E"), "不更\uFA0E")
      << "U+F967 and U+F901; U+FA0E is an ideograph of its own";
  for (const char* text : {"", "abc", "工作目标", "⺀", "\u2FDF", "‘’“”…→≥", "\xE2\xBA", "\xE2"})
    EXPECT_EQ(folded(text), text);
  std::string text = "⼯⼯a";
  EXPECT_EQ(fold_same_shapes(text), 2U);
  EXPECT_EQ(fold_same_shape(U'⿕'), U'龠');
  EXPECT_EQ(fold_same_shape(U'⼀'), U'一');
}

}  // namespace
}  // namespace jiheng::base
