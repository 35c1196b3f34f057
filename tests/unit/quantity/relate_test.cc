// How units stand to each other. The table here is small; rules/units.yaml has its own test in load/.
#include <gtest/gtest.h>

#include "engine/quantity/units.h"

namespace jiheng::quantity {
namespace {

using Kind = UnitRelation::Kind;

base::Decimal decimal(std::string_view text) { return *base::Decimal::parse(text); }

UnitTable table() {
  UnitTable t;
  t.add({.name = "元", .dimension = "金额"});
  t.add({.name = "角", .dimension = "金额", .factor = decimal("0.1")});
  t.add({.name = "月", .dimension = "年月"});
  t.add({.name = "个月", .dimension = "年月"});
  t.add({.name = "年", .dimension = "年月", .factor = 12});
  t.add({.name = "天", .dimension = "天", .factor = 86400});
  t.add({.name = "日", .dimension = "天", .factor = 86400});
  t.add({.name = "工作日", .dimension = "工作日"});
  t.add({.name = "平方米", .dimension = "面积"});
  t.add({.name = "亩", .dimension = "面积", .factor = 2000, .divisor = 3});
  t.add({.name = "公顷", .dimension = "面积", .factor = 10000});
  t.add({.name = "千瓦·时", .dimension = "电量"});
  t.add({.name = "%", .dimension = "比率", .factor = decimal("0.01")});
  t.add({.name = "倍", .dimension = "比率"});
  t.add({.name = "百分点", .dimension = "百分点"});
  t.add({.name = "人", .dimension = "计数", .family = "人员"});
  t.add({.name = "名", .dimension = "计数", .family = "人员"});
  t.add({.name = "人次", .dimension = "计数", .family = "人员", .note = "同一人可能计多次"});
  t.add({.name = "件", .dimension = "计数", .family = "案件"});
  t.add({.name = "例", .dimension = "计数", .family = "案件"});
  t.add({.name = "户", .dimension = "计数", .family = "事物"});
  t.add({.name = "张", .dimension = "计数", .family = "文书"});
  t.add({.name = "人天", .dimension = "计数"});
  t.add({.name = "学分", .dimension = "计数"});
  return t;
}

/// "kind factor[/divisor] remark"
std::string related(std::string_view first, std::string_view second) {
  static const UnitTable units = table();
  const UnitRelation r = relate(first, second, units);
  constexpr const char* kNames[] = {"same", "converted", "family", "missing", "different"};
  std::string out = kNames[static_cast<int>(r.kind)];
  if (r.kind == Kind::different || r.kind == Kind::one_missing) return out;
  if (r.factor != base::Decimal(1) || r.divisor != base::Decimal(1)) out += " " + r.factor.to_string();
  if (r.divisor != base::Decimal(1)) out += "/" + r.divisor.to_string();
  return r.remark.empty() ? out : out + " " + r.remark;
}

TEST(Relate, OneUnitAndItsSpellings) {
  EXPECT_EQ(related("人", "人"), "same");
  EXPECT_EQ(related("日", "天"), "same");
  EXPECT_EQ(related("个月", "月"), "same");
  EXPECT_EQ(related("", ""), "same");
  EXPECT_EQ(related("", "人"), "missing");
  EXPECT_EQ(related("%", ""), "missing");
}

TEST(Relate, ConvertsExactlyInsideADimension) {
  EXPECT_EQ(related("年", "月"), "converted 12 1年=12月");
  EXPECT_EQ(related("月", "年"), "converted 1/12 1年=12月");
  EXPECT_EQ(related("公顷", "亩"), "converted 15 1公顷=15亩");
  EXPECT_EQ(related("亩", "平方米"), "converted 2000/3 1亩=2000/3平方米");
  EXPECT_EQ(related("角", "元"), "converted 1/10 1元=10角");
  EXPECT_EQ(related("%", "倍"), "converted 1/100 1倍=100%");
}

TEST(Relate, NothingAcrossDimensions) {
  EXPECT_EQ(related("月", "天"), "different");
  EXPECT_EQ(related("工作日", "天"), "different");
  EXPECT_EQ(related("%", "百分点"), "different");
  EXPECT_EQ(related("元", "平方米"), "different");
  EXPECT_EQ(related("件", "人"), "different");
}

TEST(Relate, CountingWordsOfOneFamily) {
  EXPECT_EQ(related("例", "件"), "family “例”“件”同属案件类计数");
  EXPECT_EQ(related("人次", "人"), "family “人次”“人”同属人员类计数；同一人可能计多次");
  EXPECT_EQ(related("人天", "学分"), "different");
  EXPECT_EQ(related("人天", "人"), "different");
}

TEST(Relate, UnknownUnitsEqualThemselvesOnly) {
  EXPECT_EQ(related("颟", "颟"), "same");
  EXPECT_EQ(related("颟", "顸"), "different");
  EXPECT_EQ(related("颟", "人"), "different");
  EXPECT_EQ(related("颟/人", "颟/名"), "family “人”“名”同属人员类计数");
}

TEST(Relate, CompoundsFactorByFactorInAnyOrder) {
  EXPECT_EQ(related("元/人/月", "元/月/人"), "same");
  EXPECT_EQ(related("元/人/月", "元/人·月"), "same");
  EXPECT_EQ(related("元/人/月", "元每人每月"), "same");
  EXPECT_EQ(related("元/人/月", "元/每人/月"), "same");
  EXPECT_EQ(related("元/人/月", "元/人/年"), "converted 12 1年=12月");
  EXPECT_EQ(related("元/户·年", "元/户·月"), "converted 1/12 1年=12月");
  EXPECT_EQ(related("元/亩", "元/公顷"), "converted 15 1公顷=15亩");
  EXPECT_EQ(related("人/天", "人次/日"), "family “人”“人次”同属人员类计数；同一人可能计多次");
  EXPECT_EQ(related("元/人", "元"), "different");
  EXPECT_EQ(related("元/人/月", "元/人"), "different");
  EXPECT_EQ(related("人/元", "元/人"), "different");
  EXPECT_EQ(related("元/人", "人"), "different");
}

TEST(Relate, CountsInsideACompound) {
  EXPECT_EQ(related("张/百人", "张/人"), "converted 1/100 1张/人=100张/百人");
  EXPECT_EQ(related("张/万人", "张/百人"), "converted 1/100 1张/百人=100张/万人");
  EXPECT_EQ(related("张/每百人", "张/100人"), "same");
  EXPECT_EQ(related("张/10万人", "张/十万人"), "same");
  EXPECT_EQ(related("张/万", "张/万人"), "different");
}

TEST(Relate, AUnitWithADotOfItsOwnIsOne) {
  EXPECT_EQ(related("元/千瓦·时", "角/千瓦·时"), "converted 10 1元=10角");
}

TEST(Relate, HostileUnitsAreDifferent) {
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "/人";
  EXPECT_EQ(related("元" + many, "元/人"), "different");
  EXPECT_EQ(related("///", "元"), "different");
  EXPECT_EQ(related("元/999999999999万亿亿人", "元/人"),
            "converted 1/99999999999900000000000000000000 "
            "1元/人=99999999999900000000000000000000元/999999999999万亿亿人");
  EXPECT_EQ(related("元/0人", "元/人"), "different");
  EXPECT_EQ(related("\xFF/人", "元/人"), "different");
}

}  // namespace
}  // namespace jiheng::quantity
