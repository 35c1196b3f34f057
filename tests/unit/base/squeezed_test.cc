#include "engine/base/squeezed.h"

#include <gtest/gtest.h>

namespace jiheng::base {
namespace {

TEST(Squeezed, LayoutAndWidthGo) {
  EXPECT_EQ(squeezed(" 受理 案件数（件）\n"), "受理案件数(件)");
  EXPECT_EQ(squeezed("９６％"), "96%");
  EXPECT_EQ(squeezed("96 %"), squeezed("９６　％"));
}

TEST(Squeezed, OtherCharactersStay) {
  EXPECT_EQ(squeezed("*甲、乙。"), "*甲、乙。");
  EXPECT_EQ(squeezed(""), "");
}

}  // namespace
}  // namespace jiheng::base
