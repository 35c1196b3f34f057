// The examples of a scheme are run; those of every shipped scheme come out as stated.
#include <string>

#include "scoring_from_yaml.h"

namespace jiheng::scoring {
namespace {

const char* const kScheme = R"yaml(规则:
  - {编号: Q1, 名称: 达标, 当: 达标,   得分: 分值}
  - {编号: Q2, 名称: 其余, 当: 未达标, 得分: 0}
样例:
  - 名称: 满意度
    绩效指标:
      - {一级: 满意度指标, 三级: 满意度, 目标: ≥90%, 完成: 96%, 分值: 20, )yaml";

std::vector<diag::Diagnostic> run(const std::string& expected) {
  const model::Scheme scheme = scheme_from(kScheme + expected + "}\n");
  return run_examples(scheme, context());
}

TEST(Examples, RightOnesSayNothing) { EXPECT_EQ(ids_of(run("应得: 20, 条款: Q1")), ""); }

TEST(Examples, WrongPointsAndWrongClauseAreNamed) {
  const auto points = run("应得: 19, 条款: Q1");
  ASSERT_EQ(ids_of(points), "S118");
  EXPECT_EQ(points[0].message, "样例“满意度”：满意度应是 19，算出 20");
  EXPECT_GT(points[0].place.line, 0);
  EXPECT_EQ(ids_of(run("应得: 20, 条款: Q2")), "S118");
  EXPECT_EQ(ids_of(run("应得: 0-20, 条款: Q1")), "S118");
}

class Shipped : public testing::TestWithParam<const char*> {};

TEST_P(Shipped, ExamplesComeOutAsStated) {
  const model::Scheme scheme = shipped_scheme(GetParam());
  EXPECT_FALSE(scheme.examples.empty());
  const auto differences = run_examples(scheme, context());
  EXPECT_TRUE(differences.empty()) << diag::to_text(differences, {});
}

INSTANTIATE_TEST_SUITE_P(Schemes, Shipped,
                         testing::Values("hubei-2023", "national-2020", "national-2016", "sichuan-2023",
                                         "hunan-department-steps", "printed-standards",
                                         "jiyuan-department-2024", "budget-system-cap", "budget-system"));

}  // namespace
}  // namespace jiheng::scoring
