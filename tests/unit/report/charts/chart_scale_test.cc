// Ticks and pixels calculated by hand.
#include "engine/report/charts/chart_scale.h"
#include "tests/unit/report/charts/chart_values.h"

#include <gtest/gtest.h>

namespace jiheng::report {
namespace {

std::string ticks(std::string_view low, std::string_view high, std::size_t most, bool whole = false) {
  std::string out;
  for (const base::Decimal& tick : round_ticks(decimal(low), decimal(high), most, whole))
    out += (out.empty() ? "" : " ") + tick.trimmed().to_string();
  return out;
}

TEST(RoundTicks, StandOneTwoOrFiveApartAroundTheValues) {
  EXPECT_EQ(ticks("0", "100", 10), "0 10 20 30 40 50 60 70 80 90 100");
  EXPECT_EQ(ticks("0", "100", 9), "0 20 40 60 80 100");
  EXPECT_EQ(ticks("98.37", "100", 5), "98 98.5 99 99.5 100");
  EXPECT_EQ(ticks("-4.4", "3", 5), "-6 -4 -2 0 2 4");
  EXPECT_EQ(ticks("103", "205", 4), "100 150 200 250");
  EXPECT_EQ(ticks("0.001", "0.0042", 5), "0.001 0.002 0.003 0.004 0.005");
}

TEST(RoundTicks, OfWholeNumbersHaveNoneBetweenThem) {
  EXPECT_EQ(ticks("2021", "2023", 8, true), "2021 2022 2023");
  EXPECT_EQ(ticks("2021", "2023", 4), "2021 2021.5 2022 2022.5 2023");
}

TEST(RoundTicks, HoldOneValueAlone) {
  EXPECT_EQ(ticks("98.37", "98.37", 5),
            "96 97 98 99 100 101");  // a fiftieth, 1.97, on both sides: 96.4 to 100.34
  EXPECT_EQ(ticks("0", "0", 5), "0 0.2 0.4 0.6 0.8 1");
  EXPECT_EQ(ticks("-50", "-50", 5), "-51 -50.5 -50 -49.5 -49");
  EXPECT_EQ(ticks("2023", "2023", 5, true), "2022 2023 2024");
}

TEST(RoundTicks, EndWithinTheLimitsOfADecimal) {
  const std::string most(36, '9');
  EXPECT_GE(round_ticks(decimal("-" + most), decimal(most), 5).size(), 2U);
  EXPECT_GE(
      round_ticks(decimal("0." + std::string(29, '0') + "1"), decimal("0." + std::string(29, '0') + "2"), 5)
          .size(),
      2U);
  EXPECT_EQ(ticks("0", "100000000000000000000", 5),
            "0 20000000000000000000 40000000000000000000 60000000000000000000 80000000000000000000 "
            "100000000000000000000");
}

TEST(Scale, RunsNoFurtherThanTheValues) {
  // A sweep from 5 to 12: ticks 4 6 8 10 12, of which 6 to 12 are within; 5 is at the left end.
  const Scale scale =
      Scale::within(decimal("5"), decimal("12"), round_ticks(decimal("5"), decimal("12"), 5), 0, 700);
  EXPECT_EQ(scale.labels(), (std::vector<std::string>{"6", "8", "10", "12"}));
  EXPECT_DOUBLE_EQ(scale.at(decimal("5")), 0);
  EXPECT_DOUBLE_EQ(scale.at(decimal("6")), 100);
  EXPECT_DOUBLE_EQ(scale.at(decimal("12")), 700);
  // One tick within is no scale: the ticks around stay.
  const Scale wide =
      Scale::within(decimal("1"), decimal("9"), {decimal("0"), decimal("5"), decimal("10")}, 0, 100);
  EXPECT_EQ(wide.labels().size(), 3U);
  EXPECT_DOUBLE_EQ(wide.at(decimal("1")), 10);
}

TEST(Scale, PutsValuesInProportion) {
  const Scale scale(round_ticks(decimal("98"), decimal("100"), 5), 50, 450);
  EXPECT_DOUBLE_EQ(scale.at(decimal("98")), 50);
  EXPECT_DOUBLE_EQ(scale.at(decimal("99")), 250);
  EXPECT_DOUBLE_EQ(scale.at(decimal("100")), 450);
  const Scale up({decimal("0"), decimal("10")}, 300, 100);  // upwards: from the bottom to the top
  EXPECT_DOUBLE_EQ(up.at(decimal("2.5")), 250);
}

TEST(Scale, LabelsHaveTheSamePlacesAndLeaveAPowerOfTenToTheTitle) {
  const Scale half(round_ticks(decimal("98"), decimal("100"), 5), 0, 1);
  EXPECT_EQ(half.labels(), (std::vector<std::string>{"98.0", "98.5", "99.0", "99.5", "100.0"}));
  EXPECT_EQ(half.factor(), "");
  const Scale huge(round_ticks(decimal("0"), decimal("400000000"), 4), 0, 1);
  EXPECT_EQ(huge.labels(), (std::vector<std::string>{"0", "1", "2", "3", "4"}));
  EXPECT_EQ(huge.factor(), "×10⁸");
  const Scale tiny(round_ticks(decimal("0"), decimal("0.000004"), 4), 0, 1);
  EXPECT_EQ(tiny.labels().back(), "4");
  EXPECT_EQ(tiny.factor(), "×10⁻⁶");
}

}  // namespace
}  // namespace jiheng::report
