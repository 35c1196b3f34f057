// rules/units.yaml as shipped, and every way such a file can be wrong.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "engine/rulebook/load.h"
#include "tests/unit/rulebook/yaml_texts.h"

namespace jiheng::rulebook {
namespace {

SourcePtr shipped_units() { return yaml_source(file_text(kRoot + "/rules/units.yaml"), "units.yaml"); }

const std::string kUnitsHead = "版本: 1\n换算:\n  - {量纲: 金额, 基准: 元, 单位: [元]}\n";

TEST(UnitsFromYaml, TheShippedFileIsRead) {
  const auto units = units_from_yaml(shipped_units());
  ASSERT_TRUE(units) << ids_and_places(units.problems);
  // From the forms: what their targets and actual values are counted in.
  for (const char* name :
       {"人",   "人次", "名",     "例",     "件", "份", "个",   "户",   "家",     "次",
        "天",   "日",   "工作日", "个月",   "月", "年", "学期", "元",   "%",      "倍",
        "公里", "亩",   "平方米", "立方米", "吨", "TB", "延米", "学时", "千瓦时", "乡镇"}) {
    EXPECT_NE(units->find(name), nullptr) << name;
  }
  EXPECT_EQ(units->find("件")->family, units->find("例")->family);
  EXPECT_NE(units->find("人")->family, units->find("件")->family);
  EXPECT_NE(units->find("天")->dimension, units->find("工作日")->dimension);
  EXPECT_NE(units->find("天")->dimension, units->find("月")->dimension);
  EXPECT_NE(units->find("%")->dimension, units->find("百分点")->dimension);
  EXPECT_EQ(units->find("季度")->factor, base::Decimal(3));
  EXPECT_EQ(units->find("亩")->factor, base::Decimal(2000));
  EXPECT_EQ(units->find("亩")->divisor, base::Decimal(3));
  EXPECT_NE(units->find("人次")->note, "");
  // 万 and 亿 belong to the number, never to the unit.
  for (const quantity::UnitEntry* entry : units->entries()) {
    EXPECT_FALSE(entry->name.starts_with("万") && entry->name != "万分比") << entry->name;
    EXPECT_FALSE(entry->name.starts_with("亿")) << entry->name;
  }
}

TEST(UnitsFromYaml, EveryFactorIsWhatTheTablesOfMetrologySay) {
  const auto units = units_from_yaml(shipped_units());
  ASSERT_TRUE(units) << ids_and_places(units.problems);
  std::set<std::string> told;  // dimension and factor
  const auto kind = [](const quantity::UnitEntry& entry) {
    return entry.dimension + " " + entry.factor.to_string() + "/" + entry.divisor.to_string();
  };
  std::ifstream lines(JIHENG_SOURCE_DIR "/tests/cases/units.tsv");
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    std::string left, left_unit, right, right_unit;
    words >> left >> left_unit >> right >> right_unit;
    const auto a = units->find(left_unit), b = units->find(right_unit);
    ASSERT_TRUE(a && b) << line;
    EXPECT_EQ(a->dimension, b->dimension) << line;
    EXPECT_EQ(*base::Decimal::parse(left) * a->factor * b->divisor,
              *base::Decimal::parse(right) * b->factor * a->divisor)
        << line;
    told.insert({kind(*a), kind(*b)});
    ++count;
  }
  EXPECT_GT(count, 50U);
  for (const quantity::UnitEntry* entry : units->entries()) {
    if (entry->factor == 1 && entry->divisor == 1) continue;
    EXPECT_TRUE(told.contains(kind(*entry))) << entry->name;
  }
}

TEST(UnitsFromYaml, AllProblemsOfAFileAtOnce) {
  const auto units =
      units_from_yaml(yaml_source("版本: 2\n"
                                  "换算:\n"
                                  "  - 量纲: 长度\n"
                                  "    基准: 米\n"
                                  "    单位:\n"
                                  "      - {名称: 公里, 系数: 一千}\n"
                                  "      - {名称: 里, 系数: 1/0, 别明: [华里]}\n"
                                  "计数:\n"
                                  "  - {类: 人员, 单位: [人, 位, 人]}\n"
                                  "  - {单位: 名}\n"
                                  "单列: [\"\", 人 次]\n"));
  EXPECT_FALSE(units);
  EXPECT_EQ(
      ids_and_places(units.problems),
      "L109@1:5 L131@6:22 L131@7:21 L108@7:26 L132@4:9 L130@9:24 L110@10:5 L109@10:10 L109@11:7 L109@11:10");
}

TEST(UnitsFromYaml, FactorsAreForConversionsOnly) {
  const auto units = units_from_yaml(
      yaml_source(kUnitsHead + "计数:\n  - {类: 人员, 单位: [{名称: 人, 系数: 2}]}\n单列: []\n"));
  EXPECT_EQ(ids_and_places(units.problems), "L108@5:26");
}

TEST(UnitsFromYaml, ABaseUnitMustBeOne) {
  const auto units = units_from_yaml(
      yaml_source("版本: 1\n换算:\n  - {量纲: 长度, 基准: 公里, 单位: [米, {名称: 公里, 系数: "
                  "1000}]}\n计数: []\n单列: []\n"));
  EXPECT_EQ(ids_and_places(units.problems), "L132@3:18");
}

}  // namespace
}  // namespace jiheng::rulebook
