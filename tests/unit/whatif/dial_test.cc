// A figure turned keeps its sign, unit and scale; what is no single number or day is refused with why.
#include "engine/whatif/curves/dial.h"

#include "whatif_kit.h"

namespace jiheng::whatif {
namespace {

const char* const kRules = "规则:\n  - {编号: A, 名称: 达标, 当: 达标, 得分: 分值}\n";

/// The cell of the first row's target with this value; "" where there is no dial or no text.
std::string turned(const std::string& cell, const std::string& value) {
  const Scored s(scheme_from(kRules), card_of({"目标: \"" + cell + "\", 完成: 1件, 分值: 5"}));
  const auto dial = s.try_dial({Spot::What::target, {0, 0}});
  if (!dial) return "";
  const auto read = dial->read(value, context());
  return read ? dial->text_of(*read, context()).value_or("") : "?";
}

TEST(Dial, KeepsSignUnitAndScale) {
  EXPECT_EQ(turned("≤8万元", "9.5"), "≤9.5万元");
  EXPECT_EQ(turned("≥96%", "94.25"), "≥94.25%");
  EXPECT_EQ(turned("95%以上", "97%"), "97%以上");
  EXPECT_EQ(turned("不低于９６％", "90"), "不低于90％");
  EXPECT_EQ(turned("7.34 万人", "8"), "8万人");
  EXPECT_EQ(turned("1,437件", "1500"), "1500件");
  EXPECT_EQ(turned("≥-4.40", "-4.02"), "≥-4.02");
  EXPECT_EQ(turned("小于5次", "0"), "小于0次");
  EXPECT_EQ(turned("三百件", "250"), "250件");
}

TEST(Dial, DaysTurnByDays) {
  EXPECT_EQ(turned("2023年11月30日前", "2023-12-15"), "2023年12月15日前");
  EXPECT_EQ(turned("12月底前", "2024-01-05"), "2024年1月5日前");
  EXPECT_EQ(turned("12月底前", "15"), "?");
  EXPECT_EQ(turned("≥5件", "2023-12-15"), "?");
  EXPECT_EQ(turned("≥5件", "3公斤"), "?");
}

TEST(Dial, ThePresentValueKeepsItsText) {
  const Scored s(scheme_from(kRules), card_of({"目标: ≥95.0%, 完成: ≥９６％, 分值: 5"}));
  EXPECT_EQ(s.target().text_of(number("95"), context()), "≥95.0%");
  EXPECT_EQ(s.target().places(), 1);
  EXPECT_EQ(s.actual().text_of(number("96"), context()), "≥９６％");
  EXPECT_EQ(s.actual().name(), "指标1.完成");
  EXPECT_EQ(s.actual().unit(), "%");
}

TEST(Dial, ABlankActualValueTakesTheUnitOfItsTarget) {
  const Scored s(scheme_from(kRules), card_of({"目标: ≤8.5万元, 分值: 5", "目标: 2023年11月30日前, 分值: 5",
                                               "目标: ≥1件, 完成: 1件, 分值: 5"}));
  EXPECT_FALSE(s.actual().present());
  EXPECT_EQ(s.actual().text_of(number("7"), context()), "7万元");
  EXPECT_EQ(s.actual().places(), 1);
  const Dial day = s.actual(1);
  EXPECT_EQ(day.text_of(*day.read("2023-12-01", context()), context()), "2023年12月1日");
}

TEST(Dial, MoneyOfTheBudget) {
  const Scored s(scheme_from(kRules), card_of({"目标: ≥1件, 完成: 1件, 分值: 5"}, "预算: {预算数: 20.5}\n"));
  const Dial planned = s.dial({Spot::What::planned});
  EXPECT_EQ(planned.name(), "预算.预算数");
  EXPECT_EQ(planned.with_unit(*planned.present()), "20.5万元");
  EXPECT_FALSE(s.dial({Spot::What::executed}).present());
}

TEST(Dial, RefusesWhatIsNoNumber) {
  const auto why = [](const std::string& row, Spot::What what) {
    const Scored s(scheme_from(kRules), card_of({row, "目标: ≥1件, 完成: 1件, 分值: 5"}));
    const auto dial = s.try_dial({what, {0, 0}});
    if (dial || dial.problems.size() != 1 || dial.problems[0].id != "W121") return std::string("?");
    return dial.problems[0].message;
  };
  constexpr auto kTarget = Spot::What::target;
  constexpr auto kActual = Spot::What::actual;
  EXPECT_EQ(why("目标: 明显提高, 完成: 提高, 分值: 5", kTarget),
            "“指标1.目标”不能变动：目标值“明显提高”是定性的");
  EXPECT_EQ(why("目标: 明显提高, 分值: 5", kActual),
            "“指标1.完成”不能变动：完成值是空的，目标值“明显提高”是定性的，不知道填什么样的数");
  EXPECT_EQ(why("目标: 按政策标准执行, 完成: 5件, 分值: 5", kTarget),
            "“指标1.目标”不能变动：目标值“按政策标准执行”引用表外的标准");
  EXPECT_EQ(why("目标: 300-400件, 完成: 5件, 分值: 5", kTarget),
            "“指标1.目标”不能变动：目标值“300-400件”是区间，有两端");
  EXPECT_EQ(why("目标: 是, 完成: 是, 分值: 5", kActual), "“指标1.完成”不能变动：完成值“是”是“是”或“否”");
  EXPECT_EQ(why("完成: 5件, 分值: 5", kTarget), "“指标1.目标”不能变动：目标值是空的");
  EXPECT_EQ(why("目标: ≥3件, 不适用: 是, 分值: 5", kTarget), "“指标1.目标”不能变动：这一行不适用");
  EXPECT_EQ(why("目标: ≥3件, 完成: 3件", kTarget), "“指标1.目标”不能变动：这一行没有分值");
}

TEST(Dial, RefusesAnActualValueThatIsComputed) {
  const Scored s(
      shipped_scheme("jiyuan-department-2024"),
      card_of({"三级: 结转结余率, 目标: ≤5%, 完成: 4%, 计算数据: {结转结余总额: 40, 预算数: 1000}, 分值: 5",
               "三级: 结转结余率, 目标: ≤5%, 计算数据: {结转结余总额: 45, 预算数: 1000}, 分值: 5"}));
  EXPECT_TRUE(s.try_dial({Spot::What::target, {0, 0}}));
  for (const std::size_t row : {0U, 1U}) {
    const auto dial = s.try_dial({Spot::What::actual, {0, row}});
    ASSERT_FALSE(dial) << row;
    EXPECT_EQ(dial.problems[0].message, "“结转结余率.完成”不能变动：完成值由 计算数据 算出，填什么都不作数");
  }
}

}  // namespace
}  // namespace jiheng::whatif
