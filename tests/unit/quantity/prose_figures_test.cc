// Figures of running text: what counts as one, what it is worth, how it is printed.
#include "engine/quantity/prose_figures.h"

#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::quantity {
namespace {

const UnitTable& units() { return scoring::context().units; }

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& item : list) text += (text.empty() ? "" : "|") + item;
  return text;
}

/// "216.99万元=2169900元 8%=8%": the figures that are added up and divided.
std::string told(std::string_view sentence) {
  std::string text;
  for (const Figure& f : prose_of(sentence, units()).figures)
    text += (text.empty() ? "" : " ") + f.text + "=" + f.amount.trimmed().to_string() + f.unit;
  return text;
}

std::string printed(std::string_view sentence) { return joined(prose_of(sentence, units()).printed); }

TEST(ProseFigures, MoneyCountsAndShares) {
  EXPECT_EQ(told("全年支出216.99万元，比上年增加8%，惠及7.34万人。"),
            "216.99万元=2169900元 8%=8% 7.34万人=73400人");
  EXPECT_EQ(told("支出 1,785.88 万元，执行率９７.5％"), "1,785.88万元=17858800元 97.5%=97.5%");
  EXPECT_EQ(told("弥补缺口73万，发放850元/人/月"), "73万=730000元 850元/人/月=850元");
}

TEST(ProseFigures, AreAsPrintedWithEveryUnit) {
  EXPECT_EQ(printed("安排 60 万元，支出 58.5 万元，执行率 97.5％，清淤 42 公里，完成 100%。"),
            "60 万元|58.5 万元|97.5％|42 公里|100%");
  EXPECT_EQ(printed("自评分为 99.56 分"), "99.56 分");
  EXPECT_EQ(printed("惠及 4.2 万农户"), "4.2 万");
  EXPECT_EQ(printed("30个工作日内办结，提高3个百分点"), "30个工作日|3个百分点");
}

TEST(ProseFigures, DatesNumbersOfDocumentsAndOfListsAreNone) {
  EXPECT_EQ(printed("2023年12月31日前，财预〔2020〕10号，第3批"), "");
  EXPECT_EQ(printed("1、甲项目。2.乙项目"), "");
  EXPECT_EQ(printed("A4纸，GB12号"), "");
  EXPECT_EQ(told("第3批，2023年"), "");
}

TEST(ProseFigures, LimitsAreKept) {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "5人，";
  const Prose prose = prose_of(many, units());
  EXPECT_EQ(prose.figures.size(), kMaxProseFigures);
  EXPECT_EQ(prose.printed.size(), kMaxPrintedFigures);
  EXPECT_EQ(printed(std::string(3 * kMaxProseBytes, '1')), "");
  EXPECT_EQ(printed("\xFF\xFE 5 人"), "5 人");
}

}  // namespace
}  // namespace jiheng::quantity
