#include "engine/base/date.h"

#include <gtest/gtest.h>

namespace jiheng::base {
namespace {

TEST(Date, KnowsTheCalendar) {
  EXPECT_TRUE(make_date(2023, 12, 31));
  EXPECT_FALSE(make_date(2023, 2, 30));
  EXPECT_FALSE(make_date(2023, 2, 29));
  EXPECT_TRUE(make_date(2024, 2, 29));
  EXPECT_FALSE(make_date(2100, 2, 29));
  EXPECT_TRUE(make_date(2000, 2, 29));
  EXPECT_FALSE(make_date(2023, 13, 1));
  EXPECT_FALSE(make_date(2023, 0, 1));
  EXPECT_FALSE(make_date(2023, 1, 0));
  EXPECT_FALSE(make_date(2023, 4, 31));
  EXPECT_FALSE(make_date(1899, 12, 31));
  EXPECT_FALSE(make_date(3000, 1, 1));
}

TEST(Date, ReadsIsoDaysAndNothingElse) {
  EXPECT_EQ(parse_iso_date("2023-09-05"), (Date{2023, 9, 5}));
  for (const char* text : {"", "2023-9-5", "2023/09/05", "2023-02-30", "2023--1-01", "20230905",
                           "2023-09-05 ", "+023-09-05", "2023-0a-05"}) {
    EXPECT_FALSE(parse_iso_date(text)) << text;
  }
  EXPECT_EQ(to_string(Date{2023, 9, 5}), "2023-09-05");
}

TEST(Date, CountsDays) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({1969, 12, 31}), -1);
  EXPECT_EQ(day_number({2000, 3, 1}) - day_number({2000, 2, 28}), 2);
  EXPECT_EQ(day_number({2024, 1, 1}) - day_number({2023, 1, 1}), 365);
}

}  // namespace
}  // namespace jiheng::base
