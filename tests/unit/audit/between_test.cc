// A6xx: for each finding a submission that has it, one that is right, and one that comes near.
#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

const std::string kSamples = "samples/findings/";

/// The ids of these tables with a text beside them, as far as they are of A6.
std::string ids_of(const std::string& yaml, const std::string& text = "") {
  const std::vector<model::Scorecard> cards = scoring::cards_from(yaml);
  const model::Scheme none;
  const auto results = explain::score(none, cards, scoring::context());
  std::vector<model::Claim> claims;
  if (!text.empty()) claims.push_back({text, {}, cards.front().place});
  std::string ids;
  for (const Finding& f : audit(batch_of(results, claims, scoring::context().units, scoring::context().words,
                                         shipped_names(), shipped_years()))) {
    if (f.id.starts_with("A6")) ids += (ids.empty() ? "" : " ") + f.id;
  }
  return ids;
}

TEST(Between, DepartmentAndProjectA601) {
  const std::string bad = text_of_file(kSamples + "A601/bad.check.yaml");
  const std::string good = text_of_file(kSamples + "A601/good.check.yaml");
  EXPECT_EQ(ids_of(bad), "A601");
  EXPECT_EQ(ids_of(good), "");
  // Another notation, the year in front of the name.
  const std::string project = "三级: 技能培训补贴人数, 目标: ≥300人, 完成: 310人}\n      - {一级: 满";
  const auto with = [&](const std::string& row) { return ids_of(edited(good, {{project, row}})); };
  EXPECT_EQ(with("三级: 2023年技能培训补贴人数, 目标: ≥0.03万人, 完成: 310人}\n      - {一级: 满"), "");
  EXPECT_EQ(with("三级: 2023年技能培训补贴人数, 目标: ≥300人, 完成: 130人}\n      - {一级: 满"), "A601");
  EXPECT_EQ(with("三级: 外出培训补贴人数, 目标: ≥100人, 完成: 130人}\n      - {一级: 满"), "");
  // Two rows of the project that make the department's: 200 + 110.
  EXPECT_EQ(with("三级: 技能培训补贴人数, 目标: ≥300人, 完成: 200人}\n"
                 "      - {一级: 产出指标, 二级: 数量指标, 三级: 企业职工培训补贴人数, 目标: 适当, 完成: "
                 "110人}\n      - {一级: 满"),
            "");
}

/// One project table of 2023 with these lines in its head, and its findings of A6.
std::string ids_of_project(const std::string& head, const std::string& rows = "") {
  return ids_of("类型: 项目\n年度: 2023\n项目名称: 甲项目\n" + head + "绩效指标:\n" +
                (rows.empty() ? "  - {一级: 产出指标, 三级: 培训人数, 目标: ≥120人, 完成: 130人}\n"
                                "  - {一级: 效益指标, 三级: 技能提升率, 目标: ≥90%, 完成: 92%}\n"
                              : rows));
}

TEST(Between, GoalsAndTheirRowsA602) {
  const auto goal = [](const std::string& planned, const std::string& reached, const std::string& rows = "") {
    return ids_of_project(
        "年度总体目标:\n  - {预期目标: \"" + planned + "\", 实际完成情况: \"" + reached + "\"}\n", rows);
  };
  EXPECT_EQ(goal("培训120人", "培训130人"), "");
  EXPECT_EQ(goal("培训120人", "培训100人"), "A602");
  EXPECT_EQ(goal("全年计划组织培训不少于150人，技能提升率达到90%以上。", "已完成"), "A602");
  EXPECT_EQ(goal("培训人数达到120人", "完成培训人数130人，技能提升率为96%"), "A602");
  EXPECT_EQ(goal("技能提升率95%以上", ""), "A602");
  EXPECT_EQ(goal("", "计划培训120人，实际培训130人"), "");  // the plan beside the result
  EXPECT_EQ(goal("", "2022年培训80人，今年培训130人"), "");
  EXPECT_EQ(goal("", "培训约100人"), "");
  EXPECT_EQ(goal("", "培训班100期，培训教师20人，培训100人次"), "");  // other things, another unit
  EXPECT_EQ(goal("", "培训增加10人"), "");
  EXPECT_EQ(goal("", "培训100人", "  - {一级: 产出指标, 三级: 培训人数, 目标: ≥120人, 完成: ≥100人}\n"), "");
  EXPECT_EQ(goal("", "培训100人",
                 "  - {一级: 产出指标, 三级: 培训人数, 目标: ≥120人, 完成: 130人}\n"
                 "  - {一级: 产出指标, 三级: 培训数量, 目标: ≥10人, 完成: 14人}\n"),
            "");  // two rows of one name
  // The text of one goal against its own rows only.
  const std::string two =
      "类型: 项目\n年度: 2023\n项目名称: 甲项目\n年度目标:\n"
      "  - {名称: 年度目标1, 内容: 培训120人, 实际完成情况: 培训90人, 绩效指标: [{一级: 产出指标, 三级: "
      "培训人数, "
      "目标: ≥120人, 完成: 130人}]}\n"
      "  - {名称: 年度目标2, 内容: 培训60人, 绩效指标: [{一级: 产出指标, 三级: 招聘场次, 目标: ≥4场, 完成: "
      "5场}]}\n";
  EXPECT_EQ(ids_of(two), "A602");
  EXPECT_EQ(ids_of(edited(two, {{"培训90人", "培训130人"}})), "");
}

TEST(Between, DatesOfTheProjectA613A610) {
  const auto period = [](const std::string& dates) {
    return ids_of_project("项目起止时间: \"" + dates + "\"\n");
  };
  for (const char* bad :
       {"2023年12月-2023年1月", "2023.12-2023.01", "2023-12-31至2023-01-01", "20231201—20230131",
        "2023年12月至1月", "2025年-2023年", "2023/6/30~2023/6/1", "２０２３年９月—２０２３年３月"})
    EXPECT_EQ(period(bad), "A613") << bad;
  for (const char* other : {"2021年1月-2021年12月", "2024.01-2024.12", "2025-2027", "2022年", "2022年度"})
    EXPECT_EQ(period(other), "A610") << other;
  for (const char* good :
       {"2023年1月-2023年12月", "2023年1-12月", "2022-2024", "2023年", "2023年12月31日至2023年12月31日",
        "2023-01-2023-12", "2021年5月1日—2023年1月1日", "长期", "一年", "3年", "2023.1-12", "常年性",
        "2023年13月-2023年1月", "自2024年起", "2023年1月-2022年12月、2024年1月-12月"})
    EXPECT_EQ(period(good), "") << good;
  EXPECT_EQ(ids_of_project("项目开始时间: 2023年5月\n项目结束时间: 2023年4月30日\n"), "A613");
  EXPECT_EQ(ids_of_project("项目开始时间: 2023年5月\n项目结束时间: 2023年5月\n"), "");
  EXPECT_EQ(ids_of_project("项目开始时间: 2019年5月\n项目结束时间: 2020年5月\n"), "A610");
  EXPECT_EQ(ids_of_project("项目开始时间: 2023年5月\n"), "");
}

TEST(Between, TablesAndTextA602) {
  const std::string tables = text_of_file(kSamples + "A601/good.check.yaml");
  EXPECT_EQ(ids_of(tables, "全年技能培训补贴人数31人。"), "A602");
  EXPECT_EQ(ids_of(tables, "全年技能培训补贴人数310人。"), "");
  // An actual value that names an end only is open, however the end is written.
  for (const std::string open : {"≥310人", "不低于310人", "310人以上", "约310人"}) {
    const std::pair<std::string, std::string> edit = {" 310人}", " " + open + "}"};
    EXPECT_EQ(ids_of(edited(tables, {edit, edit}), "全年技能培训补贴人数31人。"), "") << open;
  }
  EXPECT_EQ(ids_of(tables, "一是技能培训补贴0.03万人。"), "");       // as far as it is printed
  EXPECT_EQ(ids_of(tables, "年初计划技能培训补贴人数300人。"), "");  // the words before it are no name
  EXPECT_EQ(ids_of(tables, "2022年技能培训补贴人数280人。"), "");    // another year
  EXPECT_EQ(ids_of(tables, "技能培训补贴12万元。"), "");             // another kind of figure
  EXPECT_EQ(ids_of(tables, "3、技能培训补贴：项目全年预算数为40万元，执行数为36万元。"), "");
  EXPECT_EQ(ids_of(tables, "3、技能培训补贴：项目全年预算数为40万元，执行数为63万元。"), "A602");
  EXPECT_EQ(ids_of(tables, "2023年技能培训补贴项目财政预算400万元。"), "A602");
  EXPECT_EQ(ids_of(tables, "别的项目财政预算400万元。"), "");
}

TEST(Between, SumsOfProjectsA603) {
  const std::string tables = text_of_file(kSamples + "A605/good.check.yaml");  // 1226.7 + 110
  EXPECT_EQ(
      ids_of(tables, "本级项目10个，资金354万元；转移支付项目2个，资金168万元；项目共12个，资金460万元。"),
      "A603");
  EXPECT_EQ(
      ids_of(tables, "本级项目10个，资金354万元；转移支付项目2个，资金168万元；项目共12个，资金522万元。"),
      "");
  EXPECT_EQ(
      ids_of(tables, "本级项目10个，资金354万元；转移支付项目2个，资金168万元；项目共15个，资金600万元。"),
      "");
  EXPECT_EQ(ids_of(tables, "全年共有2个项目，资金1336.7万元。"), "");
  EXPECT_EQ(ids_of(tables, "全年共有2个项目，资金1363.7万元。"), "A603");
  EXPECT_EQ(ids_of(tables, "全年共有5个项目，资金2000万元。"), "");  // not all were submitted
}

TEST(Between, StandardsA604) {
  const std::string bad = text_of_file(kSamples + "A604/bad.check.yaml");  // 700 × 1000 = 70 of 23.8
  EXPECT_EQ(ids_of(bad), "A604");
  EXPECT_EQ(ids_of(edited(bad, {{"≥700人", "≥238人"}})), "");
  EXPECT_EQ(ids_of(edited(bad, {{"≥700人", "≤700人"}})), "");
  EXPECT_EQ(ids_of(edited(bad, {{"目标: 1000元/人/学期", "目标: ≤1000元/人/学期"}})), "");
  EXPECT_EQ(ids_of(edited(bad, {{"1000元/人/学期", "1000元/学期"}})), "");
}

TEST(Between, TextsOfOtherProjectsA605A606A607) {
  EXPECT_EQ(ids_of(text_of_file(kSamples + "A605/bad.check.yaml")), "A605");
  EXPECT_EQ(ids_of(text_of_file(kSamples + "A605/good.check.yaml")), "");
  // One programme: both names are in the goal.
  EXPECT_EQ(
      ids_of(edited(text_of_file(kSamples + "A605/bad.check.yaml"), {{"退休职工取暖费", "城乡居民代缴"}})),
      "");
  EXPECT_EQ(ids_of(text_of_file(kSamples + "A606/bad.check.yaml")), "A606");
  EXPECT_EQ(ids_of(text_of_file(kSamples + "A606/good.check.yaml")), "");
  EXPECT_EQ(ids_of(edited(text_of_file(kSamples + "A606/bad.check.yaml"),
                          {{"某财金〔2022〕36号}", "某政发〔2021〕5号}"}})),
            "");
  EXPECT_EQ(ids_of(text_of_file(kSamples + "A607/bad.check.yaml")), "A607");
  EXPECT_EQ(ids_of(text_of_file(kSamples + "A607/good.check.yaml")), "");
  EXPECT_EQ(ids_of(edited(text_of_file(kSamples + "A607/bad.check.yaml"),
                          {{"支教志愿者面试经费", "公开招聘面试经费"}})),
            "");
}

TEST(Between, ExpenditureOfTheDepartmentA608) {
  const std::string tables = text_of_file(kSamples + "A601/good.check.yaml");  // 80 and 40
  EXPECT_EQ(ids_of(tables, "支出合计120万元，其中：基本支出80万元，项目支出40万元。"), "");
  EXPECT_EQ(ids_of(tables, "支出合计200万元，其中：基本支出80万元，项目支出120万元。"), "A608");
  // Said once as in the table.
  EXPECT_EQ(ids_of(tables, "项目支出40万元。一般公共预算支出中，基本支出80万元，项目支出20万元。"), "");
  EXPECT_EQ(ids_of(tables, "较上年，项目支出增加12万元。"), "");
  // The text says that it speaks of a part; words of a level behind the figure say nothing.
  EXPECT_EQ(
      ids_of(tables, "项目支出22万元。本级项目支出共10个，资金14万元；上级转移支付项目支出2个，资金8万元。"),
      "");
  EXPECT_EQ(ids_of(tables, "单位本级支出合计102万元，其中：基本支出80万元，项目支出22万元。"), "");
  EXPECT_EQ(ids_of(tables, "项目支出22万元，由本级财政安排。"), "A608");
}

TEST(Between, OneNameInTwoSpellingsA609) {
  const std::string bad = text_of_file(kSamples + "A609/bad.check.yaml");
  const std::string good = text_of_file(kSamples + "A609/good.check.yaml");
  EXPECT_EQ(ids_of(bad), "A609");
  EXPECT_EQ(ids_of(good), "");
  const std::string project = "单位名称: 人力资源和社会保障局";
  const auto unit = [&](const std::string& name) {
    return ids_of(edited(bad, {{project, "单位名称: " + name}}));
  };
  EXPECT_EQ(unit("某县人力资源与社会保障局"), "A609");
  EXPECT_EQ(unit("某县人力资源和社会保障"), "A609");
  EXPECT_EQ(unit("某县 人力资源和社会保障局"), "");  // layout
  EXPECT_EQ(unit("某县社会保险中心"), "");           // a unit of its own
  EXPECT_EQ(unit("邻县人力资源和社会保障局"), "");   // another place
  const auto two_units = [&](const std::string& a, const std::string& b) {
    return ids_of(edited(edited(bad, {{project, "单位名称: " + b}}),
                         {{"单位名称: 某县人力资源和社会保障局", "单位名称: " + a}}));
  };
  EXPECT_EQ(two_units("某县张村中心小学", "某县李村中心小学"), "");
  EXPECT_EQ(two_units("某县实验第一小学", "某县实验第二小学"), "");
  EXPECT_EQ(two_units("某县第一人民医院", "某县人民医院"), "");
  // A list in the text: the title is in it, one character is another; the project stands there, and another like it.
  const std::string head = "项目全年预算数为40万元，执行数为36万元。";
  EXPECT_EQ(ids_of(good, "3、技能培训补贴：" + head), "");
  const std::string long_title = edited(good, {{"项目名称: 技能培训补贴", "项目名称: 技能培训代补助经费"}});
  EXPECT_EQ(ids_of(long_title, "3、技能培训化补助经费：" + head), "A609");
  EXPECT_EQ(ids_of(long_title, "3、技能培训代补助经费：" + head + "4、技能培训化补助经费：" + head), "");
  const std::string batch = edited(good, {{"项目名称: 技能培训补贴", "项目名称: 技能培训补贴第一批"}});
  EXPECT_EQ(ids_of(batch, "3、技能培训补贴第二批：" + head), "");
}

TEST(Between, YearsOfAnotherTableA610) {
  const std::string bad = text_of_file(kSamples + "A610/bad.check.yaml");
  const std::string good = text_of_file(kSamples + "A610/good.check.yaml");
  EXPECT_EQ(ids_of(bad), "A610");
  EXPECT_EQ(ids_of(good), "");
  const auto target = [&](const std::string& cell) {
    return ids_of(edited(bad, {{"目标: 2022年12月底前", "目标: " + cell}}));
  };
  EXPECT_EQ(target("12月底前"), "");
  EXPECT_EQ(target("2024年1月底前"), "");  // early in the next year
  EXPECT_EQ(target("2024年3月31日前"), "");
  EXPECT_EQ(target("2024年12月31日前"), "A610");  // this year it cannot be late
  EXPECT_EQ(target("2025年1月底前"), "A610");
  EXPECT_EQ(target("2022年7月-2023年6月"), "");  // a school year
  const auto title = [&](const std::string& name) {
    return ids_of(edited(good, {{"项目名称: 技能培训补贴", "项目名称: " + name}}));
  };
  EXPECT_EQ(title("2022年技能培训补贴"), "A610");
  EXPECT_EQ(title("2022 年度技能培训补贴"), "A610");
  EXPECT_EQ(title("2023年技能培训补贴"), "");
  EXPECT_EQ(title("2022年技能培训补贴（结转）"), "");
  EXPECT_EQ(title("2022年技能培训补贴2023年发放部分"), "");
  EXPECT_EQ(title("技能培训2022年提高标准增加的补贴"), "");  // the year of the policy
}

TEST(Between, ATableTwiceA611AndTwoVersionsA612) {
  const std::string same = text_of_file(kSamples + "A611/bad.check.yaml");
  const std::string versions = text_of_file(kSamples + "A612/bad.check.yaml");
  EXPECT_EQ(ids_of(same), "A611");
  EXPECT_EQ(ids_of(text_of_file(kSamples + "A611/good.check.yaml")), "");
  EXPECT_EQ(ids_of(versions), "A612");
  EXPECT_EQ(ids_of(text_of_file(kSamples + "A612/good.check.yaml")), "");
  const auto title = [&](const std::string& name) {
    return ids_of(edited(same, {{"技能培训补贴（最终版）", name}}));
  };
  EXPECT_EQ(title("技能培训补贴修订稿"), "A611");
  EXPECT_EQ(title("技能培训补贴（二期）"), "");
  EXPECT_EQ(title("技能培训补贴-定稿"), "A611");
  EXPECT_EQ(title("技能培训补贴"), "A611");
  EXPECT_EQ(title("创业培训补贴"), "");
  // Another unit's, another year's.
  EXPECT_EQ(ids_of(edited(same, {{"类型: 项目\n    年度: 2023", "类型: 项目\n    年度: 2022"}})), "");
  // A third one that is the second.
  const std::string second = versions.substr(versions.rfind("  - 类型: 项目"));
  EXPECT_EQ(ids_of(versions + second), "A612 A611");
  // Whoever numbers them takes them for two tables.
  EXPECT_EQ(
      ids_of(edited(versions, {{"类型: 项目", "编号: p1\n    类型: 项目"},
                               {"  - 类型: 项目\n    年度", "  - 类型: 项目\n    编号: p2\n    年度"}})),
      "");
}

TEST(Between, SeveralDepartmentsAreNotOneSubmission) {
  std::string tables = text_of_file(kSamples + "A601/bad.check.yaml");
  const std::string own = tables.substr(tables.find("  - 类型: 部门"),
                                        tables.find("  - 类型: 项目") - tables.find("  - 类型: 部门"));
  EXPECT_EQ(ids_of(tables + edited(own, {{"编号: dept", "编号: dept2"}, {"某县", "邻县"}}),
                   "全年技能培训补贴人数31人。"),
            "");
}

}  // namespace
}  // namespace jiheng::audit
