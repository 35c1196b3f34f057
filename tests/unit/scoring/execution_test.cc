// Rates the scheme wants explained.
#include "scoring_from_yaml.h"

namespace jiheng::scoring {
namespace {

std::string ids_under_sichuan(const std::string& budget, const std::string& reason = "") {
  const model::Scheme scheme = shipped_scheme("sichuan-2023");
  const std::vector<model::Scorecard> cards = {
      card_of({"目标: ≥90%, 完成: 95%, 分值: 90"}, "预算: " + budget + "\n" + reason)};
  const auto results = score(scheme, cards, context());
  EXPECT_TRUE(results.at(0).execution);
  return ids_of(results.at(0).execution->findings);
}

TEST(Execution, ALowRateAsksForAReason) {
  EXPECT_EQ(ids_under_sichuan("{调整预算数: 100, 执行数: 89.99}"), "S108");
  EXPECT_EQ(ids_under_sichuan("{调整预算数: 100, 执行数: 89.99}", "偏差原因: 无\n"), "S108");
  EXPECT_EQ(ids_under_sichuan("{调整预算数: 100, 执行数: 89.99}", "偏差原因: 年底才下达资金\n"), "");
  EXPECT_EQ(ids_under_sichuan("{调整预算数: 100, 执行数: 90}"), "");
}

}  // namespace
}  // namespace jiheng::scoring
