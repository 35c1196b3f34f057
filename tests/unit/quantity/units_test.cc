// The table of unit names: found whole, and as the longest name at a place.
#include "engine/quantity/units.h"

#include <gtest/gtest.h>

namespace jiheng::quantity {
namespace {

UnitTable small_table() {
  UnitTable table;
  EXPECT_TRUE(table.add({.name = "人", .dimension = "计数", .family = "人"}));
  EXPECT_TRUE(table.add({.name = "人次", .dimension = "计数", .family = "人"}));
  EXPECT_TRUE(table.add({.name = "元", .dimension = "金额"}));
  EXPECT_TRUE(table.add({.name = "%", .dimension = "比率"}));
  EXPECT_TRUE(table.add({.name = "㎡", .dimension = "面积"}));
  return table;
}

TEST(UnitTable, FindsWholeNamesOnly) {
  const UnitTable table = small_table();
  ASSERT_NE(table.find("人次"), nullptr);
  EXPECT_EQ(table.find("人次")->name, "人次");
  EXPECT_EQ(table.find("人次数"), nullptr);
  EXPECT_EQ(table.find(""), nullptr);
}

TEST(UnitTable, RefusesANameTwiceAndNoName) {
  UnitTable table = small_table();
  EXPECT_FALSE(table.add({.name = "人", .dimension = "长度"}));
  EXPECT_FALSE(table.add({.name = "", .dimension = "长度"}));
  EXPECT_EQ(table.entries().size(), 5U);
  EXPECT_EQ(table.find("人")->dimension, "计数");
}

TEST(UnitTable, TakesTheLongestNameAtAPlace) {
  const UnitTable table = small_table();
  const std::string_view text = "900人次/年";
  ASSERT_NE(table.longest_at(text, 3), nullptr);
  EXPECT_EQ(table.longest_at(text, 3)->name, "人次");
  EXPECT_EQ(table.longest_at("900人", 3)->name, "人");
  EXPECT_EQ(table.longest_at(text, 0), nullptr);
  EXPECT_EQ(table.longest_at(text, text.size()), nullptr);
  EXPECT_EQ(table.longest_at(text, 1000), nullptr);
}

TEST(UnitTable, ATextCutInsideACharacterHasNoUnit) {
  const UnitTable table = small_table();
  const std::string_view person = "人";
  EXPECT_EQ(table.longest_at(person.substr(0, 2), 0), nullptr);
  EXPECT_EQ(table.longest_at(person.substr(0, 1), 0), nullptr);
  EXPECT_EQ(table.longest_at("\xFF", 0), nullptr);
}

TEST(UnitTable, EntriesStayWhereTheyAreWhileItGrows) {
  UnitTable table;
  ASSERT_TRUE(table.add({.name = "人", .dimension = "计数"}));
  const UnitEntry* first = table.find("人");
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      // 676 different first characters, so that the index has to grow.
      const auto third = static_cast<char>(0x80 + (b - 'a'));
      const std::string name = {static_cast<char>(0xE4), static_cast<char>(0x80 + (a - 'a')), third};
      ASSERT_TRUE(table.add({.name = name, .dimension = "试"}));
    }
  }
  EXPECT_EQ(table.find("人"), first);
  EXPECT_EQ(table.longest_at("人", 0), first);
  EXPECT_EQ(table.entries().size(), 677U);
  UnitTable moved = std::move(table);
  EXPECT_EQ(moved.find("人"), first);
}

}  // namespace
}  // namespace jiheng::quantity
