// Names, paths, numbers and cards of an address, on a form with names that look like addresses themselves.
#include "engine/whatif/overlay/address.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/unit/whatif/cards.h"

namespace jiheng::whatif {
namespace {

constexpr const char* kYaml = R"(
自评表:
  - 类型: 项目
    编号: p1
    项目名称: 仲裁
    预算: {预算数: 20, 执行数: 10}
    绩效指标:
      - {一级: 产出指标, 二级: 数量指标, 三级: 受理 案件数（件）, 目标: ≥250件, 完成: 300件}
      - {一级: 产出指标, 二级: 质量指标, 三级: 结案率, 目标: ≥96%, 完成: 97%}
      - {一级: 效益指标, 二级: 社会效益, 三级: 结案率, 目标: ≥90%, 完成: 97%}
      - {一级: 产出指标, 二级: 数量指标, 三级: "A/B.2 版:x=1.目标=3", 目标: ≥1, 完成: 2}
      - {一级: 产出指标, 二级: 数量指标, 三级: 培训, 目标: ≥1, 完成: 2}
      - {一级: 产出指标, 二级: 数量指标, 三级: 培训, 目标: ≥1, 完成: 2}
      - {一级: 产出指标, 二级: 数量指标, 三级: “三公”经费.完成, 目标: ≥1, 完成: 2}
      - {一级: 产出指标, 二级: 数量指标, 三级: 总分, 目标: ≥1, 完成: 2}
      - {一级: 产出指标, 二级: 数量指标, 三级: 'say "hi"', 目标: ≥1, 完成: 2}
  - 类型: 部门
    编号: d1
    单位名称: 某局
    预算: {预算数: 100, 执行数: 90}
    年度目标:
      - {名称: 年度目标1, 绩效指标: [{一级: 产出指标, 二级: 数量指标, 三级: 培训期数, 目标: ≥1, 完成: 2}]}
      - {名称: 年度目标2, 绩效指标: [{一级: 产出指标, 二级: 数量指标, 三级: 培训期数, 目标: ≥1, 完成: 2}]}
)";

class AddressTest : public testing::Test {
 protected:
  diag::Result<Address> find(const std::string& text) const { return find_address(text, pointers_, {}); }

  /// "card what section row", or the id of what is wrong.
  std::string found(const std::string& text) const {
    const auto address = find(text);
    if (!address) return address.problems.front().id;
    std::string out;
    for (const std::size_t card : address->cards) out += std::to_string(card) + " ";
    if (address->what == Address::What::total) return out + "total";
    if (address->what == Address::What::scheme) return out + "scheme";
    if (address->what == Address::What::points) out += "points ";
    constexpr const char* kWhat[] = {"target",   "actual",   "marks",   "initial",
                                     "adjusted", "approved", "planned", "executed"};
    if (address->what == Address::What::figure)
      out += std::string(kWhat[static_cast<int>(address->spot.what)]) + " ";
    return out + std::to_string(address->spot.row.section) + "/" + std::to_string(address->spot.row.index);
  }

  const std::vector<model::Scorecard> cards_ = cards_of(kYaml);
  const std::vector<const model::Scorecard*> pointers_ = {&cards_[0], &cards_[1]};
};

TEST_F(AddressTest, ANameIsKnownWhateverItsWidthAndSpaces) {
  EXPECT_EQ(found("受理案件数(件).目标"), "0 target 0/0");
  EXPECT_EQ(found(" 受理　案件数（件）．完成 "), "0 actual 0/0");
  EXPECT_EQ(found("受理案件数（件）.年初目标值"), "0 target 0/0");
  EXPECT_EQ(found("受理案件数（件）.实际完成值"), "0 actual 0/0");
  EXPECT_EQ(found("受理案件数（件）.分值"), "0 marks 0/0");
}

TEST_F(AddressTest, APathTellsRowsOfOneNameApart) {
  EXPECT_EQ(found("结案率.完成"), "W103");
  EXPECT_EQ(found("质量指标/结案率.完成"), "0 actual 0/1");
  EXPECT_EQ(found("效益指标/结案率.完成"), "0 actual 0/2");
  EXPECT_EQ(found("产出指标/质量指标/结案率.完成"), "0 actual 0/1");
  EXPECT_EQ(found("年度目标2/培训期数.完成"), "1 actual 1/0");
  EXPECT_EQ(found("年度目标2/产出指标/数量指标/培训期数.完成"), "1 actual 1/0");
  EXPECT_EQ(found("数量指标/产出指标/培训期数.完成"), "W102");
}

TEST_F(AddressTest, ANumberOrACardTellsTheRestApart) {
  EXPECT_EQ(found("培训.完成"), "W103");
  EXPECT_EQ(found("p1:#5.完成"), "0 actual 0/4");
  EXPECT_EQ(found("p1：＃６.完成"), "0 actual 0/5");
  EXPECT_EQ(found("d1:#2.目标"), "1 target 1/0");
  EXPECT_EQ(found("p1:#10.完成"), "W102");
  EXPECT_EQ(found("仲裁:质量指标/结案率.完成"), "0 actual 0/1");
  EXPECT_EQ(found("p3:结案率.完成"), "W102");
}

TEST_F(AddressTest, NamesThatLookLikeAddressesAreKnownAsAWhole) {
  EXPECT_EQ(found("A/B.2版:x=1.目标=3.完成"), "0 actual 0/3");
  EXPECT_EQ(found("“三公”经费.完成.完成"), "0 actual 0/6");
  EXPECT_EQ(found("\"“三公”经费.完成\""), "0 points 0/6");
  EXPECT_EQ(found("总分"), "0 1 total");
  EXPECT_EQ(found("\"总分\".分值"), "0 marks 0/7");
  EXPECT_EQ(found("\"say \"\"hi\"\"\".完成"), "0 actual 0/8");
  EXPECT_EQ(found("say \"hi\".完成"), "0 actual 0/8");
}

TEST_F(AddressTest, AmountsTotalsAndSchemesAreOfACard) {
  EXPECT_EQ(found("预算.执行数"), "W103");
  EXPECT_EQ(found("d1:预算.执行数"), "1 executed 0/0");
  EXPECT_EQ(found("p1:预算.全年预算数"), "0 adjusted 0/0");
  EXPECT_EQ(found("p1:预算.年初预算数"), "0 initial 0/0");
  EXPECT_EQ(found("p1:预算.批复数"), "0 approved 0/0");
  EXPECT_EQ(found("p1:预算.预算数"), "0 planned 0/0");
  EXPECT_EQ(found("p1:预算"), "W102");
  EXPECT_EQ(found("方案"), "0 1 scheme");
  EXPECT_EQ(found("d1:方案"), "1 scheme");
  EXPECT_EQ(found("d1:总分"), "1 total");
}

TEST_F(AddressTest, WithoutAFieldItIsThePointsOfTheRow) {
  EXPECT_EQ(found("质量指标/结案率"), "0 points 0/1");
  EXPECT_EQ(found("质量指标/结案率.得分"), "0 points 0/1");
}

TEST_F(AddressTest, CandidatesAndNearNamesAreListedInFull) {
  EXPECT_EQ(find("结案率.完成").problems.front().fix,
            "写全：“p1:产出指标/质量指标/结案率.完成”“p1:效益指标/社会效益/结案率.完成”。");
  EXPECT_EQ(find("培训.目标").problems.front().fix, "写全：“p1:#5.目标”“p1:#6.目标”。");
  EXPECT_EQ(find("受理案件数.目标").problems.front().fix,
            "是不是想写“p1:产出指标/数量指标/受理 案件数（件）.目标”？");
  EXPECT_EQ(find("受里案件数(件).目标").problems.front().fix,
            "是不是想写“p1:产出指标/数量指标/受理 案件数（件）.目标”？");
  EXPECT_EQ(find("p2:结案率.完成").problems.front().message, "没有编号或项目名称是“p2”的表");
}

TEST_F(AddressTest, EveryFigureIsFoundAgainByItsText) {
  for (std::size_t card = 0; card < cards_.size(); ++card) {
    for (std::size_t s = 0; s < cards_[card].sections.size(); ++s) {
      for (std::size_t r = 0; r < cards_[card].sections[s].indicators.size(); ++r) {
        for (const Spot::What what : {Spot::What::target, Spot::What::actual, Spot::What::full_marks}) {
          const Address address{Address::What::figure, {card}, {what, {s, r}}};
          const auto back = find(to_text(address, pointers_));
          ASSERT_TRUE(back) << to_text(address, pointers_);
          EXPECT_EQ(back->cards, address.cards);
          EXPECT_EQ(back->spot, address.spot);
        }
      }
    }
    for (const Spot::What what : {Spot::What::initial, Spot::What::adjusted, Spot::What::approved,
                                  Spot::What::planned, Spot::What::executed}) {
      const Address address{Address::What::figure, {card}, {what}};
      const auto back = find(to_text(address, pointers_));
      ASSERT_TRUE(back) << to_text(address, pointers_);
      EXPECT_EQ(back->spot, address.spot);
    }
  }
}

TEST(Address, CardsOfOneIdAreToldApartByTheirTitles) {
  constexpr const char* kCard = "类型: 项目\n编号: p1\n项目名称: {}\n预算: {{预算数: 20, 执行数: 10}}\n";
  const model::Scorecard first = cards_of(fmt::format(kCard, "仲裁")).front();
  const model::Scorecard second = cards_of(fmt::format(kCard, "稽查")).front();
  const std::vector<const model::Scorecard*> both = {&first, &second};
  const auto address = find_address("p1:预算.执行数", both, {});
  ASSERT_FALSE(address);
  EXPECT_EQ(address.problems.front().fix, "写全：“仲裁:预算.执行数”“稽查:预算.执行数”。");
  EXPECT_EQ(find_address("稽查:预算.执行数", both, {})->cards, std::vector<std::size_t>{1});
}

/// "address|value", or the id of what is wrong.
std::string split(const std::string& text) {
  const auto setting = split_setting(typed_source(text, "--set"));
  return setting ? setting->address + "|" + setting->value : setting.problems.front().id;
}

TEST(Setting, IsSplitAtTheFirstEqualsBehindAField) {
  EXPECT_EQ(split("受理案件数.目标=≥180例"), "受理案件数.目标|≥180例");
  EXPECT_EQ(split(" 受理案件数.目标 ＝ >=180例 "), "受理案件数.目标|>=180例");
  EXPECT_EQ(split("a=b.完成==100%"), "a=b.完成|=100%");
  EXPECT_EQ(split("\"x.目标=3\".完成=5"), "\"x.目标=3\".完成|5");
  EXPECT_EQ(split("p1:方案=national-2020"), "p1:方案|national-2020");
  EXPECT_EQ(split("总分=95"), "总分|95");
  EXPECT_EQ(split("受理案件数=95"), "受理案件数|95");
  EXPECT_EQ(split("受理案件数.完成="), "受理案件数.完成|");
}

TEST(Setting, WithoutAnAddressIsNone) {
  EXPECT_EQ(split("受理案件数.完成"), "W101");
  EXPECT_EQ(split("=3"), "W101");
  EXPECT_EQ(split(""), "W101");
  EXPECT_EQ(split("甲.完成=" + std::string(4000, '=')), "W101");
  EXPECT_EQ(split("甲.完成=" + std::string(3000, '=')), "甲.完成|" + std::string(3000, '='));
}

TEST(Setting, KnowsThePlacesOfItsParts) {
  const auto setting = split_setting(typed_source("结案率.完成 = 90%", "--set"));
  ASSERT_TRUE(setting);
  EXPECT_EQ(setting->address_place.column, 1);
  EXPECT_EQ(setting->address_place.length, 6);
  EXPECT_EQ(setting->value_place.column, 10);
  EXPECT_EQ(setting->value_place.length, 3);
}

}  // namespace
}  // namespace jiheng::whatif
