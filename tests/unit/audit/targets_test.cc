// A4xx: found, silent, near miss. A declared table of targets that is right, one row of it changed or added.
#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

/// Level 1, level 2, name and target of a row put into a table of targets that is right, and the ids then found.
struct TargetCase {
  const char* name;
  const char* level1;
  const char* level2;
  const char* indicator;
  const char* target;
  const char* ids;
};

std::string table_with(const std::string& rows, const std::string& budget = "50") {
  return "类型: 项目\n编号: t\n年度: 2024\n项目名称: 技能培训补贴\n单位名称: 某县教育局\n预算: {单位: 万元, "
         "年初预算数: " +
         budget +
         "}\n绩效指标:\n"
         "  - {一级: 产出指标, 二级: 数量指标, 三级: 培训班次, 目标: ≥20班次}\n"
         "  - {一级: 产出指标, 二级: 质量指标, 三级: 培训合格率, 目标: ≥95%}\n"
         "  - {一级: 产出指标, 二级: 时效指标, 三级: 补贴发放时间, 目标: 12月20日前}\n"
         "  - {一级: 产出指标, 二级: 成本指标, 三级: 人均培训补贴标准, 目标: ≤400元/人}\n"
         "  - {一级: 效益指标, 二级: 社会效益指标, 三级: 培训后就业率, 目标: ≥60%}\n"
         "  - {一级: 满意度指标, 二级: 服务对象满意度指标, 三级: 参训学员满意度, 目标: ≥90%}\n" +
         rows;
}

void expect_targets(const std::vector<TargetCase>& cases) {
  for (const TargetCase& c : cases) {
    SCOPED_TRACE(c.name);
    const Audited audited(table_with(std::string("  - {一级: ") + c.level1 + ", 二级: " + c.level2 +
                                     ", 三级: " + c.indicator + ", 目标: " + c.target + "}\n"));
    EXPECT_EQ(audited.ids(), c.ids);
  }
}

constexpr const char* kOut = "产出指标";
constexpr const char* kUse = "效益指标";
constexpr const char* kSocial = "社会效益指标";

TEST(Targets, WordsThatNothingCanBeMeasuredBy) {
  expect_targets({
      {"a bare verb of service", kUse, kSocial, "促进就业", "服务", "A401"},
      {"a verb and what the name says", kUse, kSocial, "切实维护群众参保的合法权益", "维护合法权益", "A401"},
      {"the verb of the name again", kUse, kSocial, "维护当事人合法权益", "有效维护", "A401"},
      {"the first word of the name again", kUse, kSocial, "有效维护职工的权益", "有效", "A401"},
      {"a number asked for, none in the target", kOut, "数量指标", "受理鉴定例数", "显著提高", "A401"},
      {"near miss: no number is asked for", kOut, "质量指标", "受理鉴定水平", "显著提高", ""},
      {"silent: a tier says how much", kUse, kSocial, "提高领取人员的待遇", "显著提高", ""},
      {"near miss: a property that is there", kOut, "质量指标", "管理制度健全性", "健全", ""},
      {"near miss: the word, but no verb", kOut, "质量指标", "资金及时拨付到位", "及时", ""},
      {"a change without how much", kUse, kSocial, "帮扶对象人均收入", "增加", "A402"},
      {"silent: a graded change", kUse, kSocial, "帮扶对象人均收入", "明显增加", ""},
      {"near miss: gone altogether", kUse, kSocial, "基金隐患", "清零", ""},
  });
}

TEST(Targets, RatesAndTheirNames) {
  expect_targets({
      {"a rate in days", kOut, "质量指标", "设备正常运行日率", "≥360日", "A404"},
      {"a rate as a word", kOut, "质量指标", "资金足额拨付率", "足额", "A404"},
      {"a rate as a date", kOut, "时效指标", "项目完成及时率", "12月底", "A404"},
      {"a rate without its sign", kOut, "质量指标", "验收合格率", "≥98", "A404"},
      {"silent: a share as a decimal", kOut, "质量指标", "验收合格率", "≥0.98", ""},
      {"near miss: efficiency is no rate", kUse, kSocial, "网络运行效率", "显著提高", ""},
      {"a count in percent", kUse, kSocial, "群体性事件数量", "≤1%", "A405"},
      {"silent: a count of events", kUse, kSocial, "群体性事件数量", "≤1起", ""},
      {"near miss: a share of people", kUse, kSocial, "就业人数占比", "≥60%", ""},
      {"percent of what", kUse, kSocial, "生活环境向现代化发展", "≥95%", "A406"},
      {"silent: what is paid in time", kOut, "质量指标", "工资按月足额支付到位", "100%", ""},
      {"near miss: a feeling that was asked for", kUse, kSocial, "群众安全感", "≥95%", ""},
      {"near miss: the share of those entitled", kOut, "质量指标", "应补尽补", "≥95%", ""},
  });
}

TEST(Targets, SignsThatTurnATargetRound) {
  expect_targets({
      {"a ceiling on work done", kOut, "数量指标", "处理案件数", "≤1500件", "A407"},
      {"a ceiling on people served", kOut, "数量指标", "享受补助发放人数", "≤100人", "A407"},
      {"silent: a floor", kOut, "数量指标", "处理案件数", "≥1500件", ""},
      {"near miss: less of it is better", kOut, "质量指标", "考生投诉件数", "≤3件", ""},
      {"near miss: few of them are better", kOut, "数量指标", "公务用车数量", "≤5辆", ""},
      {"a floor of zero", kUse, kSocial, "重大事故起数", "≥0起", "A412"},
      {"silent: none at all", kUse, kSocial, "重大事故起数", "=0起", ""},
      {"near miss: more than zero", kUse, kSocial, "新增示范社个数", "\">0个\"", ""},
      {"a month or months", kOut, "时效指标", "审查受理时限", "≤4月", "A418"},
      {"silent: months", kOut, "时效指标", "审查受理时限", "≤4个月", ""},
      {"near miss: by the end of a month", kOut, "时效指标", "完成时限", "12月底", ""},
      {"no sign", kOut, "数量指标", "录取人数", "118人", "A419"},
      {"silent: with a sign", kOut, "数量指标", "录取人数", "≥118人", ""},
      {"near miss: all of it", kOut, "质量指标", "工作完成率", "100%", ""},
      {"near miss: so many for one", kOut, "质量指标", "师生比", "1:18", ""},
      {"near miss: none is a target", kUse, kSocial, "对自然环境造成的负面影响", "无", ""},
      {"near miss: a standard", kOut, kCost, "生活补助标准", "850元/人/学期", ""},
      {"nothing", kOut, "数量指标", "录取人数", "\"\"", "A414"},
  });
}

TEST(Targets, ABareZeroIsNoFloorUnderAnyScheme) {
  const std::string row = "  - {一级: 效益指标, 二级: 社会效益指标, 三级: 重大事故起数, 目标: 0起}\n";
  EXPECT_EQ(Audited(table_with(row)).ids(), "");
  const std::string with_scheme = edited(table_with(row), {{"年度: 2024", "年度: 2023\n方案: hubei-2023"}});
  EXPECT_EQ(Audited(with_scheme).ids(), "");
}

TEST(Targets, CostsThatBindNothing) {
  expect_targets({
      {"a slogan", kOut, kCost, "成本控制", "厉行节约", "A403"},
      {"outside the table", kOut, kCost, "成本控制率", "预算内", "A403"},
      {"yes", kOut, kCost, "是否在预算范围内", "是", "A411"},
      {"silent: an amount for one", kOut, kCost, "每场考务费用", "≤3万元", ""},
      {"a floor", kOut, kCost, "补贴成本", "≥30万元", "A408"},
      {"near miss: money saved", kOut, kCost, "节约会议费", "≥3万元", ""},
      {"more than the budget", kOut, kCost, "总成本", "≤147.14万元", "A409"},
      {"silent: less than the budget", kOut, kCost, "总成本", "≤49.9万元", ""},
      {"the budget itself", kOut, kCost, "总成本", "≤50万元", "A410"},
      {"the budget itself in 元", kOut, kCost, "总成本", "≤500000元", "A410"},
  });
  const std::string row = "  - {一级: 产出指标, 二级: 成本指标, 三级: 总成本, 目标: ≤11916元}\n";
  EXPECT_EQ(Audited(table_with(row, "1.19")).ids(), "");  // near miss: 1.1916 is printed as 1.19
  const Audited above(
      table_with("  - {一级: 产出指标, 二级: 成本指标, 三级: 总成本, 目标: ≤147.14万元}\n", "14.26"));
  ASSERT_EQ(above.ids(), "A409");
  EXPECT_NE(above.findings().front().why.find("10.32 倍"), std::string::npos);  // 147.14 / 14.26
}

TEST(Targets, GroupsOfTheForm) {
  expect_targets({
      {"known is not satisfied", "满意度指标", "服务对象满意度", "政策知晓率", "≥95%", "A416"},
      {"people among costs", kCost, "社会成本", "受益干部数", "≥700人", "A416"},
      {"a rate among costs", kCost, "经济成本", "贷款回收率", "≥90%", "A416"},
      {"near miss: a rate of costs", kCost, "经济成本", "预算执行率", "≥95%", ""},
      {"money for one in time", kOut, "时效指标", "人员工资人均标准", "≤1670元/月", "A416"},
      {"in time among quality", kOut, "质量指标", "归档及时率", "≥95%", "A416"},
      {"a ceiling of money among quantity", kOut, "数量指标", "发放一次性创业补贴", "≤8万元", "A416"},
      {"near miss: money handed out", kOut, "数量指标", "发放创业担保贷款", "≥8万元", ""},
      {"the same name", "满意度指标", "服务对象满意度指标", "参训学员满意度", "≥95%", "A417"},
      {"words before it, and the same target", "满意度指标", "服务对象满意度指标", "县外参训学员满意度",
       "≥90%", "A417"},
      {"near miss: words before it, another target", "满意度指标", "服务对象满意度指标", "县外参训学员满意度",
       "≥85%", ""},
  });
  const std::string whole = table_with("");
  const auto without = [&](std::string_view level2) {
    std::string text = whole;
    const std::size_t at = text.find(level2);
    const std::size_t from = text.rfind("  - ", at);
    return text.erase(from, text.find('\n', at) + 1 - from);
  };
  EXPECT_EQ(Audited(whole).ids(), "");
  EXPECT_EQ(Audited(without("成本指标")).ids(), "A415");
  EXPECT_EQ(Audited(without("满意度指标")).ids(), "A415");
  EXPECT_EQ(Audited(without("时效指标")).ids(), "A415");
  EXPECT_EQ(Audited(without("质量指标")).ids(), "");  // near miss: no group that must be there
}

TEST(Targets, CopiedIntoTheActualValue) {
  expect_each({
      {"with its sign",
       "national-2020.yaml",
       {{"目标: ≥90%, 完成: 95.1%", "目标: ≥90%, 完成: ≥90%"}},
       "A413"},
      {"a date",
       "hubei-2023.yaml",
       {{"目标: 12月底前, 完成: 11月28日", "目标: 12月底前, 完成: 12月底前"}},
       "A413"},
      {"near miss: another number", "national-2020.yaml", {{"完成: 95.1%", "完成: ≥95.1%"}}, ""},
      {"near miss: reached to the letter",
       "national-2020.yaml",
       {{"目标: ≥40%, 完成: 44%", "目标: ≥40%, 完成: 40%"}},
       ""},
  });
}

TEST(Targets, OneCauseInSeveralTablesIsSaidOnce) {
  std::string text = table_with("  - {一级: 产出指标, 二级: 成本指标, 三级: 成本控制, 目标: 厉行节约}\n");
  std::vector<model::Scorecard> cards = scoring::cards_from(text);
  cards.push_back(cards.front());
  cards.back().id = "t2";
  const Audited audited(std::move(cards));
  ASSERT_EQ(audited.ids(), "A403");
  EXPECT_EQ(audited.findings().front().where.size(), 2U);
}

TEST(Targets, WhatAUnitDoesInAllOfItsTablesIsOneFinding) {
  const auto said = [](const std::string& row, const std::string& id, const std::string& unit, int year) {
    std::vector<model::Scorecard> cards = scoring::cards_from(table_with(row));
    cards.front().unit_name.text = "某县人社局";
    cards.push_back(cards.front());
    cards.back().id = "t2";
    cards.back().unit_name.text = unit;
    cards.back().year = year;
    std::string text;
    const Audited audited(std::move(cards));
    for (const Finding& f : audited.findings()) {
      if (f.id == id) text += f.message + "\n";
    }
    return text;
  };
  const std::string bare = "  - {一级: 产出指标, 二级: 数量指标, 三级: 录取人数, 目标: 118人}\n";
  const std::string once = "目标没有比较号：“录取人数”“118人”";
  EXPECT_EQ(said(bare, "A419", "某县人社局", 2024), once + "，共 2 张表\n");
  EXPECT_EQ(said(bare, "A419", "邻县人社局", 2024), once + "\n" + once + "\n");
  EXPECT_EQ(said(bare, "A419", "某县人社局", 2023), once + "\n" + once + "\n");
  const std::string cost = "  - {一级: 产出指标, 二级: 成本指标, 三级: 总成本, 目标: ≤50万元}\n";
  EXPECT_EQ(said(cost, "A410", "某县人社局", 2023), "成本目标就是预算数：“总成本”≤50万元，共 2 张表\n");
}

TEST(Targets, AMissingTargetWithPointsIsSaidByItsPoints) {
  expect_each({{"once", "national-2020.yaml", {{"目标: ≥90班次, ", ""}}, "A207"}});
}

// 禁用农药检出起数 ≤0起: none is to be found, which no one takes for work to be done.
TEST(Targets, ACeilingOfZeroIsNoOutput) {
  const Audited audited(text_of_file("scorecards/2023-zijiang/p03.yaml"));
  EXPECT_EQ(audited.ids().find("A407"), std::string::npos) << audited.ids();
}

}  // namespace
}  // namespace jiheng::audit
