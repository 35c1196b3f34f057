// Numbers at a place of a text: value as printed, scale, unit of per-words, and what is flawed.
#include "engine/quantity/number.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace jiheng::quantity {
namespace {

using namespace std::string_view_literals;

/// "value *scale unit ~ ?": what was read, and the text left over behind "|".
std::string read(std::string_view text) {
  const NumberText n = read_number(text, 0);
  if (n.length == 0) return "none";
  std::string out;
  switch (n.flaw) {
    case NumberFlaw::none:
      out = n.value.to_string();
      break;
    case NumberFlaw::misplaced_comma:
      return "comma";
    case NumberFlaw::too_many_digits:
      return "digits";
    case NumberFlaw::imprecise:
      return "imprecise";
    case NumberFlaw::no_finite_decimal:
      return "endless";
  }
  if (n.scale != 1) out += " *" + std::to_string(n.scale);
  if (!n.unit.empty()) out.append(" ").append(n.unit);
  if (n.approximate) out += " ~";
  if (n.two_readings) out += " ?";
  if (n.length != text.size()) out.append("|").append(text.substr(n.length));
  return out;
}

TEST(Number, Arabic) {
  EXPECT_EQ(read("0"), "0");
  EXPECT_EQ(read("95.0"), "95.0");
  EXPECT_EQ(read(".5"), "0.5");
  EXPECT_EQ(read("-4.40"), "-4.40");
  EXPECT_EQ(read("+5"), "5");
  EXPECT_EQ(read("负3.9%"), "-3.9|%");
  EXPECT_EQ(read("95.人"), "95|.人");
  EXPECT_EQ(read("人95"), "none");
}

TEST(Number, ThousandsCommas) {
  EXPECT_EQ(read("1,437"), "1437");
  EXPECT_EQ(read("12,345,678.90元"), "12345678.90|元");
  for (const auto text : {"1,43"sv, "1,4370"sv, "1437,000"sv, "0,437"sv, "1,437,5"sv}) {
    EXPECT_EQ(read(text), "comma") << text;
  }
}

TEST(Number, ScalesAndMixes) {
  EXPECT_EQ(read("1.5万"), "1.5 *10000");
  EXPECT_EQ(read("2亿"), "2 *100000000");
  EXPECT_EQ(read("3千万元"), "3000 *10000|元");
  EXPECT_EQ(read("5百人"), "500|人");
  EXPECT_EQ(read("2.5千元"), "2500|元");
  EXPECT_EQ(read("2亿5000万"), "25000 *10000");
  EXPECT_EQ(read("1.5万亿元"), "15000 *100000000|元");
  EXPECT_EQ(read("1万5千"), "15000");
  EXPECT_EQ(read("1万5"), "15000 ?");
  EXPECT_EQ(read("1万零50人"), "10050|人");
  EXPECT_EQ(read("5千克"), "5|千克");
  EXPECT_EQ(read("3万千瓦"), "3 *10000|千瓦");
  EXPECT_EQ(read("5百分点"), "5|百分点");
}

TEST(Number, Chinese) {
  EXPECT_EQ(read("二十"), "20");
  EXPECT_EQ(read("十五天"), "15|天");
  EXPECT_EQ(read("三百五十"), "350");
  EXPECT_EQ(read("一百零五人"), "105|人");
  EXPECT_EQ(read("壹佰贰拾叁元"), "123|元");
  EXPECT_EQ(read("两次"), "2|次");
  EXPECT_EQ(read("九点五"), "9.5");
  EXPECT_EQ(read("二〇二三年"), "2023|年");
  EXPECT_EQ(read("三十五万元"), "35 *10000|元");
  EXPECT_EQ(read("壹亿贰仟万元"), "12000 *10000|元");
  EXPECT_EQ(read("三百五"), "350 ?");
  EXPECT_EQ(read("百姓"), "none");
  EXPECT_EQ(read("千家万户"), "none");
  EXPECT_EQ(read("万元"), "none");
}

TEST(Number, PercentInWords) {
  EXPECT_EQ(read("百分之九十六"), "96 %");
  EXPECT_EQ(read("百分之零点五"), "0.5 %");
  EXPECT_EQ(read("百分之百"), "100 %");
  EXPECT_EQ(read("千分之三"), "3 ‰");
  EXPECT_EQ(read("万分之三"), "0.03 %");
  EXPECT_EQ(read("八成"), "80 %");
  EXPECT_EQ(read("八成五"), "85 %");
  EXPECT_EQ(read("三成半"), "35 %");
  EXPECT_EQ(read("四分之三"), "75 %");
  EXPECT_EQ(read("八分之一"), "12.5 %");
  EXPECT_EQ(read("三分之一"), "endless");
  EXPECT_EQ(read("5成效"), "5|成效");
}

TEST(Number, ImpreciseOnes) {
  EXPECT_EQ(read("20余万人"), "20 *10000 ~|人");
  EXPECT_EQ(read("300多人"), "300 ~|人");
  EXPECT_EQ(read("5万多人"), "5 *10000 ~|人");
  EXPECT_EQ(read("二十几人"), "20 ~|人");
  for (const auto text : {"几十"sv, "十几次"sv, "数百户"sv, "几个"sv, "二三十人"sv, "七八成"sv}) {
    EXPECT_EQ(read(text), "imprecise") << text;
  }
  EXPECT_EQ(read("数量"), "none");
  EXPECT_EQ(read("几乎"), "none");
}

TEST(Number, Limits) {
  const std::string most(18, '9');
  EXPECT_EQ(read(most), most);
  EXPECT_EQ(read(most + "." + most), most + "." + most);
  EXPECT_EQ(read(most + "亿"), most + " *100000000");  // the scale stands apart
  EXPECT_EQ(read(most + "9"), "digits");
  EXPECT_EQ(read(std::string(31, '9')), "digits");
  EXPECT_EQ(read("0." + most + "1"), "digits");
  EXPECT_EQ(read("0." + std::string(31, '1')), "digits");
  EXPECT_EQ(read(most + "千"), "digits");
  EXPECT_EQ(read(most + "成"), "digits");
  EXPECT_EQ(read(most + "亿1"), "digits");  // 99999999999999999900000001
  std::string chinese;
  for (int i = 0; i < 40; ++i) chinese += "九";
  EXPECT_EQ(read(chinese), "digits");
}

}  // namespace
}  // namespace jiheng::quantity
