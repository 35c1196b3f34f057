// Headings as forms print them, and what their columns hold.
#include "engine/intake/words/column_role.h"

#include <gtest/gtest.h>

#include <utility>

#include "engine/intake/tables/text_lines.h"
#include "tests/unit/intake/forms.h"

namespace jiheng::intake {

namespace {

TEST(ColumnRole, HeadingsOfTheField) {
  const std::pair<const char*, Role> kHeadings[] = {
      {"一级指标", Role::level1},
      {"一级⏎指标", Role::level1},
      {"二级指标名称", Role::level2},
      {"三级指标名称", Role::name},
      {"三级指标（具体）", Role::name},
      {"绩效指标名称", Role::name},
      {"年初目标值(A)", Role::target},
      {"年初目⏎标值⏎（A）", Role::target},
      {"年度指标值", Role::target},
      {"指标值", Role::target},
      {"目标值", Role::target},
      {"全年目标", Role::target},
      {"预期指标值", Role::target},
      {"年初绩效目标值", Role::target},
      {"2023年目标值", Role::target},
      {"预期实现值", Role::target},
      {"计划完成值", Role::target},
      {"实际完成值（B）", Role::actual},
      {"全年完成值", Role::actual},
      {"完成情况", Role::actual},
      {"全年实际值", Role::actual},
      {"实际完成情况", Role::actual},
      {"年度实际完成指标值", Role::actual},
      {"目标完成情况", Role::actual},
      {"分值", Role::full_marks},
      {"权重（%）", Role::full_marks},
      {"考核分值", Role::full_marks},
      {"标准分", Role::full_marks},
      {"分值(权重)", Role::full_marks},
      {"满分", Role::full_marks},
      {"指标分值", Role::full_marks},
      {"得分", Role::score},
      {"自评得分", Role::score},
      {"自评分", Role::score},
      {"单位自评分", Role::score},
      {"预算单位自评得分", Role::score},
      {"财政审核评分", Role::review},
      {"复核分", Role::review},
      {"财政部门复核得分", Role::review},
      {"主管部门评分", Role::review},
      {"第三方评价得分", Role::review},
      {"审核完成值", Role::review},
      {"偏差原因分析及改进措施", Role::reason},
      {"未完成原因分析", Role::reason},
      {"偏差大或目标未完成原因分析", Role::reason},
      {"扣分原因", Role::reason},
      {"指标解释", Role::description},
      {"指标说明", Role::description},
      {"评分标准", Role::standard},
      {"指标值设定依据", Role::basis},
      {"备注", Role::basis},
      {"指标性质", Role::sign},
      {"比较符号", Role::sign},
      {"度量单位", Role::measure},
      {"计量单位", Role::measure},
      {"单位", Role::measure},
      {"上年完成值", Role::earlier},
      {"历史指标值", Role::earlier},
  };
  for (const auto& [heading, role] : kHeadings) {
    std::string text = heading;
    for (std::size_t at = text.find("⏎"); at != std::string::npos; at = text.find("⏎"))
      text.replace(at, std::string("⏎").size(), "\n");
    const auto found = column_role(forms(), squeezed(text));
    ASSERT_TRUE(found) << heading;
    EXPECT_EQ(static_cast<int>(*found), static_cast<int>(role)) << heading;
  }
}

TEST(ColumnRole, WordsOfOtherColumnsAndOfRows) {
  for (const char* text : {"完成率", "预计完成值", "偏差率", "项目名称", "预算数", "执行数", "产出指标",
                           "数量指标", "年度总体目标", "绩效目标", "年度绩效指标", "培训人数", "≥95%",
                           "120人", "", "(A)", "目标", "佐证材料", "职工满意度"}) {
    EXPECT_FALSE(column_role(forms(), squeezed(text))) << text;
  }
}

}  // namespace
}  // namespace jiheng::intake
