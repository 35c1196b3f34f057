// A1xx: for each finding a table that has it, one that is right, and one that comes near.
#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

TEST(Sums, TotalAndGrade) {
  // 9.77+14.53+10+10+5+10+20+10+10 = 99.30
  expect_each({
      {"right", "national-2020.yaml", {}, ""},
      {"total is not the sum", "national-2020.yaml", {{"自报总分: 99.30", "自报总分: 99.80"}}, "A101"},
      {"total one place short is rounded", "national-2020.yaml", {{"自报总分: 99.30", "自报总分: 99.3"}}, ""},
      {"a whole total is rounded", "national-2020.yaml", {{"自报总分: 99.30", "自报总分: 99"}}, ""},
      {"98.5 is not rounded up to full marks",
       "sichuan-2023.yaml",
       {{"自报总分: 98.5", "自报总分: 100"}},
       "A101"},
      {"no total", "national-2020.yaml", {{"自报总分: 99.30\n", ""}}, ""},
      {"a row without points: the total is held against the computed one, and fits",
       "national-2020.yaml",
       {{", 自报得分: 20}", "}"}},
       ""},
      {"and does not fit",
       "national-2020.yaml",
       {{", 自报得分: 20}", "}"}, {"自报总分: 99.30", "自报总分: 97.30"}},
       "A103"},
      {"99.3 is no 良", "national-2020.yaml", {{"自报等级: 优", "自报等级: 良"}}, "A104"},
      {"grade with white space", "national-2020.yaml", {{"自报等级: 优", "自报等级: ' 优 '"}}, ""},
      {"no scheme: the total is still added up",
       "national-2020.yaml",
       {{"方案: national-2020\n", ""}, {"自报总分: 99.30", "自报总分: 99.80"}},
       "A101"},
      {"no scheme: the grade is left alone",
       "national-2020.yaml",
       {{"方案: national-2020\n", ""}, {"自报等级: 优", "自报等级: 良"}},
       ""},
  });
}

TEST(Sums, Goals) {
  // 年度目标1 is 50 points: 20+10+10+10
  expect_each({
      {"points above the goal's",
       "hubei-2023.yaml",
       {{"完成: 126例, 自报得分: 20", "完成: 126例, 自报得分: 22"},
        {"完成: 118人, 自报得分: 10", "完成: 118人, 自报得分: 8"}},
       "A102"},
      {"printed full marks differ from the goal's",
       "hubei-2023.yaml",
       {{"完成: 126例, 自报得分: 20", "完成: 126例, 分值: 25, 自报得分: 20"},
        {"完成: 48日, 自报得分: 10", "完成: 48日, 分值: 10, 自报得分: 10"},
        {"完成: 4.86万元, 自报得分: 10", "完成: 4.86万元, 分值: 10, 自报得分: 10"},
        {"完成: 96%, 自报得分: 10", "完成: 96%, 分值: 10, 自报得分: 10"}},
       "A102 A205"},
      {"printed full marks that add up",
       "hubei-2023.yaml",
       {{"完成: 126例, 自报得分: 20", "完成: 126例, 分值: 20, 自报得分: 20"},
        {"完成: 48日, 自报得分: 10", "完成: 48日, 分值: 10, 自报得分: 10"},
        {"完成: 4.86万元, 自报得分: 10", "完成: 4.86万元, 分值: 10, 自报得分: 10"},
        {"完成: 96%, 自报得分: 10", "完成: 96%, 分值: 10, 自报得分: 10"}},
       ""},
  });
}

TEST(Sums, Execution) {
  // 175.93/180 = 97.7388…%, 9.77388… points; by the initial budget it would be 109.96%
  expect_each({
      {"rate does not follow", "national-2020.yaml", {{"自报执行率: 97.74%", "自报执行率: 98.74%"}}, "A105"},
      {"rate cut instead of rounded",
       "national-2020.yaml",
       {{"自报执行率: 97.74%", "自报执行率: 97.73%"}},
       ""},
      {"rate at one place", "national-2020.yaml", {{"自报执行率: 97.74%", "自报执行率: 97.7%"}}, ""},
      {"rate of a formula, with all the places of a double",
       "national-2020.yaml",
       {{"自报执行率: 97.74%", "自报执行率: 97.7388888888889%"}},
       ""},
      {"points cut instead of rounded, by the rate as printed: 9.7738, 9.77 and 9.7",
       "national-2020.yaml",
       {{"自报得分: 9.77}", "自报得分: 9.7}"}, {"自报总分: 99.30", "自报总分: 99.23"}},
       ""},
      {"rate without a sign", "national-2020.yaml", {{"自报执行率: 97.74%", "自报执行率: 97.74"}}, ""},
      {"rate as a share is left alone",
       "national-2020.yaml",
       {{"自报执行率: 97.74%", "自报执行率: 0.9774"}},
       ""},
      {"rate of another budget than the scheme's",
       "national-2020.yaml",
       {{"自报执行率: 97.74%", "自报执行率: 109.96%"}},
       "A105"},
      {"without a scheme either budget may divide",
       "national-2020.yaml",
       {{"方案: national-2020\n", ""}, {"自报执行率: 97.74%", "自报执行率: 109.96%"}},
       ""},
      {"points above what the rate gives",
       "national-2020.yaml",
       {{"自报得分: 9.77}", "自报得分: 10}"}, {"自报总分: 99.30", "自报总分: 99.53"}},
       "A106"},
      {"points at one place",
       "national-2020.yaml",
       {{"自报得分: 9.77}", "自报得分: 9.8}"}, {"自报总分: 99.30", "自报总分: 99.33"}},
       ""},
      {"more than 100% executed, said by scoring",
       "national-2020.yaml",
       {{"执行数: 175.93, 自报执行率: 97.74%, 自报得分: 9.77",
         "执行数: 184.67, 自报执行率: 102.59%, 自报得分: 10"},
        {"自报总分: 99.30", "自报总分: 99.53"}},
       "S110"},
      {"more than 100% executed, without a scheme",
       "national-2020.yaml",
       {{"方案: national-2020\n", ""},
        {"执行数: 175.93, 自报执行率: 97.74%, 自报得分: 9.77",
         "执行数: 184.67, 自报执行率: 102.59%, 自报得分: 10"},
        {"自报总分: 99.30", "自报总分: 99.53"}},
       "S110"},
  });
}

TEST(Sums, DepartmentAndProjects) {
  // 200.5 + 55 = 255.5; the projects have 5 and 50
  expect_each({
      {"right", "hubei-2023.yaml", {}, ""},
      {"basic and project expenditure are not the budget",
       "hubei-2023.yaml",
       {{"预算数: 255.5, 执行数: 255.5", "预算数: 55, 执行数: 55"}},
       "A107"},
      {"the budget printed in whole 万元",
       "hubei-2023.yaml",
       {{"预算数: 255.5, 执行数: 255.5", "预算数: 256, 执行数: 256"}},
       ""},
      {"projects have more than the department",
       "hubei-2023.yaml",
       {{"基本支出: 200.5, 项目支出: 55", "基本支出: 205.5, 项目支出: 50"}},
       "A108"},
      {"projects have less",
       "hubei-2023.yaml",
       {{"基本支出: 200.5, 项目支出: 55", "基本支出: 195.5, 项目支出: 60"}},
       "A110"},
      {"projects have less than a budget that holds more than projects",
       "hubei-2023.yaml",
       {{"基本支出: 200.5, 项目支出: 55, ", ""}},
       ""},
      {"projects have more than the whole budget",
       "hubei-2023.yaml",
       {{"预算数: 255.5, 执行数: 255.5, 基本支出: 200.5, 项目支出: 55, ", "预算数: 50, 执行数: 50, "}},
       "A108"},
      {"a project in 元",
       "hubei-2023.yaml",
       {{"{单位: 万元, 预算数: 50, 执行数: 50,", "{单位: 元, 预算数: 500000, 执行数: 500000,"}},
       ""},
      {"three amounts rounded at the first place may differ by 0.15",
       "hubei-2023.yaml",
       {{"基本支出: 200.5, 项目支出: 55", "基本支出: 200.4, 项目支出: 55.1"}},
       ""},
      {"a project of another unit is not counted",
       "hubei-2023.yaml",
       {{"项目名称: 劳动能力鉴定费\n    单位名称: 某县人力资源和社会保障局",
         "项目名称: 劳动能力鉴定费\n    单位名称: 某县医疗保障局"},
        {"基本支出: 200.5, 项目支出: 55", "基本支出: 205.5, 项目支出: 50"}},
       ""},
  });
}

TEST(Sums, PartsOfTheMoneyA112) {
  // 160, 180 and 175.93 are the whole of the columns
  const auto with = [](const std::string& parts) {
    const std::string budget = "自报执行率: 97.74%, 自报得分: 9.77}";
    const std::string more = "自报执行率: 97.74%, 自报得分: 9.77, 其中: {" + parts + "}}";
    return Audited(edited(text_of_file("samples/good/national-2020.yaml"), {{budget, more}})).ids();
  };
  EXPECT_EQ(
      with("当年财政拨款: {年初预算数: 100, 全年预算数: 120}, 其他资金: {年初预算数: 60, 全年预算数: 60}"),
      "");
  EXPECT_EQ(
      with("当年财政拨款: {年初预算数: 100}, 上年结转资金: {年初预算数: 40}, 其他资金: {年初预算数: 10}"),
      "A112");
  EXPECT_EQ(with("中央补助: {全年预算数: 120}, 地方资金: {全年预算数: 70}"), "A112");  // more than the whole
  EXPECT_EQ(with("中央补助: {全年预算数: 120}, 地方资金: {全年预算数: 50}"), "A112");
  EXPECT_EQ(with("财政拨款: {执行数: 100.5}, 其他资金: {执行数: 75.1}"), "A112");
  EXPECT_EQ(with("财政拨款: {执行数: 100.53}, 其他资金: {执行数: 75.4}"), "");
  EXPECT_EQ(with("财政拨款: {执行数: 100.534}, 其他资金: {执行数: 75.399}"), "");  // the whole is rounded
  EXPECT_EQ(with("财政拨款: {执行数: 100.5}, 其他资金: {执行数: 75.4}"), "");      // the parts are
  // One part of several, and one that is not filled in: the rest may be elsewhere.
  EXPECT_EQ(with("财政拨款: {年初预算数: 100}"), "");
  EXPECT_EQ(with("财政拨款: {年初预算数: 170}"), "A112");
  EXPECT_EQ(with("财政拨款: {年初预算数: 100, 全年预算数: 120}, 其他资金: {年初预算数: 60}"), "");
  EXPECT_EQ(with("财政拨款: {年初预算数: 100}, 上年结转资金: {年初预算数: —}, 其他资金: {年初预算数: 50}"),
            "A112");
  // Parts of a part stand below it.
  EXPECT_EQ(with("财政拨款: {年初预算数: 120}, 中央: {年初预算数: 80}, 地方: {年初预算数: 40}, 其他资金: "
                 "{年初预算数: 40}"),
            "");
  EXPECT_EQ(with("财政拨款: {年初预算数: 约一百}, 其他资金: {年初预算数: 60}"), "");  // not read
}

TEST(Sums, RatesOfPartsA105) {
  const auto with = [](const std::string& cells) {
    const std::string budget = "自报执行率: 97.74%, 自报得分: 9.77}";
    const std::string more = "自报执行率: 97.74%, 自报得分: 9.77, 其中: {上级资金: {" + cells + "}}}";
    return Audited(edited(text_of_file("samples/good/national-2020.yaml"), {{budget, more}})).ids();
  };
  EXPECT_EQ(with("年初预算数: 60, 全年预算数: 60, 执行数: 60, 执行率: 90%"), "A105");
  EXPECT_EQ(with("年初预算数: 10, 全年预算数: 10, 执行数: 15, 执行率: 100%"), "A105");
  EXPECT_EQ(with("年初预算数: 10, 全年预算数: 12, 执行数: 10, 执行率: 100%"), "A105");  // of the whole year's
  EXPECT_EQ(with("年初预算数: 10, 执行数: 10, 执行率: 100"), "");
  EXPECT_EQ(with("全年预算数: 45, 执行数: 10, 执行率: 22.22%"), "");
  EXPECT_EQ(with("全年预算数: 0, 执行数: 0, 执行率: 100%"), "");
  EXPECT_EQ(with("全年预算数: 20, 执行数: 10, 执行率: —"), "");
  EXPECT_EQ(with("全年预算数: 20, 执行数: 10, 执行率: 0.5"), "");  // a share
}

TEST(Sums, PointsBehindALevelA111) {
  // 产出 15+10+10+5+10 = 50, 效益 20+10 = 30, 满意度 10; of 数量指标 15+10 = 25
  const auto with = [](const std::string& marks,
                       const std::vector<std::pair<std::string, std::string>>& more = {}) {
    std::vector<std::pair<std::string, std::string>> edits = {
        {"绩效指标:", "各级分值: {" + marks + "}\n绩效指标:"}};
    edits.insert(edits.end(), more.begin(), more.end());
    return Audited(edited(text_of_file("samples/good/national-2020.yaml"), edits)).ids();
  };
  EXPECT_EQ(with("产出指标: 50, 效益指标: 30, 满意度指标: 10"), "");
  EXPECT_EQ(with("产出指标: 55"), "A111");
  EXPECT_EQ(with("产出指标: 50, 产出指标/数量指标: 20"), "A111");
  EXPECT_EQ(with("产出指标/数量指标: 25, 效益指标: 30.0"), "");
  EXPECT_EQ(with("成本指标: 20"), "");  // no such level
  const std::string hubei = text_of_file("samples/good/hubei-2023.yaml");
  const auto goal = [&](const std::string& marks) {
    return Audited(
               edited(hubei, {{"        绩效指标:", "        各级分值: {" + marks + "}\n        绩效指标:"}}))
        .ids();
  };
  EXPECT_EQ(goal("产出指标: 10"), "A111");  // more points than that are given, and no 分值 is printed
  EXPECT_EQ(goal("产出指标: 50"), "");
}

TEST(Sums, TheFindingSaysFiguresAndPlaces) {
  const Audited audited(edited(text_of_file("samples/good/hubei-2023.yaml"),
                               {{"基本支出: 200.5, 项目支出: 55", "基本支出: 205.5, 项目支出: 50"}}));
  const Finding* f = audited.find("A108");
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->message, "2 张项目表的预算合计 55 万元，部门整体表的项目支出是 50 万元，多出 5 万元");
  ASSERT_EQ(f->where.size(), 3U);
  EXPECT_EQ(f->where[0].card->id, "dept");
  EXPECT_EQ(f->where[1].card->id, "h1");
  EXPECT_EQ(f->where[2].card->id, "h2");
  EXPECT_EQ(f->figures[1], std::pair(std::string("项目预算合计"), std::string("55")));
}

}  // namespace
}  // namespace jiheng::audit
