#include "engine/base/near_word.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace jiheng::base {
namespace {

TEST(NearWord, OffersOnlyANearWord) {
  const std::vector<std::string_view> keys = {"目标",     "完成",  "分值", "自报得分",
                                              "一级指标", "score", "list"};
  EXPECT_EQ(near_word("自报得份", keys), "自报得分");
  EXPECT_EQ(near_word("一级指标名", keys), "一级指标");
  EXPECT_EQ(near_word("scor", keys), "score");
  EXPECT_EQ(near_word("scroe", keys), "score");  // two letters changed places
  EXPECT_EQ(near_word("目的", keys), "目标");
  EXPECT_EQ(near_word("", keys), "");
  EXPECT_EQ(near_word("预算", keys), "");
  EXPECT_EQ(near_word("explain", keys), "");
  EXPECT_EQ(near_word(std::string(100000, 'x'), keys), "");
  EXPECT_EQ(near_word("目标", {}), "");
}

}  // namespace
}  // namespace jiheng::base
