// A5xx: found, silent, near miss. One row of a table with results, or of declared targets.
#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

/// A row of a project with a budget of 50万元, and the ids then found under A5, by hand.
struct UnitCase {
  const char* name;
  const char* level2;
  const char* indicator;
  const char* target;
  const char* actual;
  const char* ids;
};

void expect_units(const std::vector<UnitCase>& cases, const std::string& budget = "50") {
  for (const UnitCase& c : cases) {
    SCOPED_TRACE(c.name);
    std::string row = std::string("  - {一级: 产出指标, 二级: ") + c.level2 + ", 三级: " + c.indicator +
                      ", 目标: " + c.target;
    if (*c.actual != '\0') row += std::string(", 完成: ") + c.actual;
    const Audited audited(
        "类型: 项目\n编号: u\n年度: 2023\n项目名称: 培训补贴\n预算: {单位: 万元, 年初预算数: " + budget +
        "}\n绩效指标:\n" + row + "}\n");
    std::string ids;
    for (const Finding& f : audited.findings()) {
      if (f.id.starts_with("A5")) ids += (ids.empty() ? "" : " ") + f.id;
    }
    EXPECT_EQ(ids, c.ids);
  }
}

constexpr const char* kCount = "数量指标";

TEST(Units, OfTheTwoCellsOfARow) {
  expect_units({
      {"another unit", kCount, "劳动能力鉴定例数", "≥120例", "126份", "A501"},
      {"silent: the same", kCount, "劳动能力鉴定例数", "≥120例", "126例", ""},
      {"two counting words", kCount, "处理举报投诉案件", "≥250件", "317例", "A502"},
      {"near miss: another spelling", "质量指标", "按期办结率", "≥95%", "96百分比", ""},
      {"one without a unit", kCount, "劳动能力鉴定例数", "≥120例", "126", "A503"},
      {"ten thousand of what", kCount, "弥补基金缺口", "≥730万", "730万", "A504"},
      {"ten thousand of what, beside 元", kCount, "弥补基金缺口", "≥1785.88万元", "1785.88万", "A504"},
      {"silent: with its unit", kCount, "弥补基金缺口", "≥730万元", "730万元", ""},
      {"near miss: the same number of people", kCount, "到龄人员享受待遇人数", "≥7.34万人", "73439人", ""},
      {"near miss: the same money", kCount, "弥补基金缺口", "≥900万元", "9001084元", ""},
  });
}

TEST(Units, AndTheNameTheyBelongTo) {
  expect_units({
      {"people in cases", kCount, "培训人数", "≥100例", "", "A505"},
      {"cases in people", kCount, "工伤病残等级鉴定例数", "≥100人", "", "A505"},
      {"money in people", kCount, "养老保险运行工作经费", "≥8500人", "", "A505"},
      {"a cost in people", "成本指标", "项目成本控制", "≤5人", "", "A505"},
      {"near miss: a cost as a share", "成本指标", "项目成本控制", "≤100%", "", ""},
      {"silent: people in thousands of people", kCount, "参保人数", "≥25.29万人", "", ""},
      {"near miss: another word of the family", kCount, "处理案件例数", "≥250件", "", ""},
      {"near miss: money is not what it is about", kCount, "经费保障单位", "≥8家", "", ""},
      {"people for money", kCost, "代缴标准", "100人/年", "", "A507"},
      {"silent: money for one", kCost, "代缴标准", "100元/人/年", "", ""},
      {"near miss: people of a year, no standard", kCount, "服务量", "100人/年", "", ""},
      {"a standard that is the whole budget", kCost, "人均发放标准", "≤50万元", "", "A506"},
      {"a standard above the whole budget", kCost, "人均发放标准", "≤60万元", "", "A506"},
      {"silent: a standard", kCost, "人均发放标准", "≤5900元/人", "", ""},
      {"near miss: a large standard", kCost, "人均发放标准", "≤49万元", "", ""},
  });
}

TEST(Units, SlipsOfScale) {
  expect_units({
      {"元 for 万元", kCount, "发放基础养老金", "≥592.62万元", "592.62元", "A508"},
      {"a hundred times", kCount, "办结案件", "≥250件", "25000件", "A508"},
      {"a thousand times, nearly", kCount, "办结案件", "≥250件", "317000件", "A508"},
      {"fifty times", kCount, "办结案件", "≥250件", "12500件", "A508"},
      {"near miss: not fifty times", kCount, "办结案件", "≥250件", "12400件", ""},
      {"a share for a percentage", "质量指标", "按期办结率", "≥96%", "0.96%", "A508"},
      {"less is better, the same digits", kCost, "会议费", "≤38万元", "38元", "A508"},
      {"silent: far above is no slip", kCount, "鉴证合同", "≥500份", "4824份", ""},
      {"near miss: less is better, and it is far less", "质量指标", "考生投诉率", "≤1%", "0.012%", ""},
      {"the budget in another unit", kCost, "总成本", "≤500000万元", "", "A509"},
      {"the budget in 元, said so", kCost, "总成本", "≤500000元", "", ""},
      {"near miss: the digits of another sum", kCost, "总成本", "≤480000元", "", ""},
  });
  expect_units({{"near miss: rounded in the budget", kCost, "总成本", "≤9001084元", "", ""},
                {"as printed", kCost, "总成本", "≤9001084万元", "", "A509"}},
               "900.11");
}

TEST(Units, APartIsNeverMoreThanTheWhole) {
  expect_units({
      {"passed", "质量指标", "产品合格率", "≥98%", "105%", "A510"},
      {"satisfied", "服务对象满意度指标", "群众满意度", "≥90%", "130%", "A510"},
      {"the target itself", "质量指标", "工程覆盖率", "≥120%", "", "A510"},
      {"a range", "质量指标", "验收合格率", "95%-105%", "", "A510"},
      {"silent: all of it", "质量指标", "产品合格率", "≥98%", "100%", ""},
      {"near miss: more than was planned", kCount, "计划完成率", "≥100%", "120%", ""},
      {"near miss: growth", kCount, "产值增长率", "≥100%", "130%", ""},
  });
}

TEST(Units, WhatCannotBeComparedIsSaidOnce) {
  expect_each({
      {"by its units, with points claimed", "national-2020.yaml", {{"完成: 93班次", "完成: 93公里"}}, "A501"},
      {"in place of the odd unit",
       "national-2020.yaml",
       {{"目标: ≤400元/人", "目标: ≤400人/年"}},
       "A501 A507"},
  });
}

}  // namespace
}  // namespace jiheng::audit
