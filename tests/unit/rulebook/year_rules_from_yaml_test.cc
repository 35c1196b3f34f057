// The shipped rules/years.yaml loads whole; bad files are refused with every problem at its place.
#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"

namespace jiheng::rulebook {
namespace {

using base::Decimal;

SourcePtr years_source(std::string text) {
  return std::make_shared<const base::Source>(base::Source{"years.yaml", std::move(text)});
}

std::string shipped_text() { return base::read_file(JIHENG_SOURCE_DIR "/rules/years.yaml", 1U << 20U).text; }

TEST(YearRulesFromYaml, TheShippedFileLoads) {
  const auto rules = year_rules_from_yaml(years_source(shipped_text()));
  for (const auto& p : rules.problems) ADD_FAILURE() << p.place.line << ": " << p.message;
  ASSERT_TRUE(rules);
  EXPECT_EQ(rules->pairing.same_name, *Decimal::parse("0.6"));
  EXPECT_EQ(rules->pairing.tie, *Decimal::parse("0.05"));
  EXPECT_EQ(rules->pairing.general_words.front(), "工作");
  EXPECT_EQ(rules->amounts.low, *Decimal::parse("1.3"));
  EXPECT_EQ(rules->rates.much_low, *Decimal::parse("1.5"));
  EXPECT_EQ(rules->other_measure, Decimal(10));
}

TEST(YearRulesFromYaml, EveryProblemHasItsId) {
  const std::vector<std::tuple<std::string, std::string, std::string>> cases = {
      {"版本: 1", "版本: 2", "L109"},
      {"版本: 1\n", "", "L110"},
      {"名称相似: 60%", "名称相似: 0.6", "L201"},
      {"名称相似: 60%", "名称相似: 160%", "L202"},
      {"口径: 10", "口径: 十", "L201"},
      {"口径: 10", "口径: 0", "L202"},
      {"口径: 10", "口径: ", "L110"},
      {"{偏低: 1.3, 明显偏低: 2, 偏高: 0.75}", "{偏低: 1.3, 明显偏低: 1.2, 偏高: 0.75}", "L202"},
      {"{偏低: 1.3, 明显偏低: 2, 偏高: 0.75}", "{偏低: 0.7, 明显偏低: 2, 偏高: 0.75}", "L202"},
      {"上升: 10%", "上升: 10%\n  下降: 10%", "L108"},
  };
  for (const auto& [from, to, id] : cases) {
    std::string text = shipped_text();
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    const auto rules = year_rules_from_yaml(years_source(text.replace(at, from.size(), to)));
    EXPECT_FALSE(rules) << to;
    ASSERT_EQ(rules.problems.size(), 1U) << to << (rules.problems.empty() ? "" : rules.problems[1].message);
    EXPECT_EQ(rules.problems[0].id, id) << to;
  }
}

}  // namespace
}  // namespace jiheng::rulebook
