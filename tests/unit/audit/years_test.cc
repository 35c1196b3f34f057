// A7xx: tables of two and three years of a unit, what must be found in them by hand, and what must not.
#include "engine/audit/name_similarity.h"
#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

/// A card of one project and year; rows as flow mappings without their levels. No scheme: only A7xx speaks.
std::string card(int year, const std::string& title, const std::vector<std::string>& rows,
                 const std::string& more = "") {
  const bool department = title == "部门整体";
  std::string text = "  - 类型: " + std::string(department ? "部门" : "项目") + "\n    编号: c" +
                     std::to_string(year) + title + "\n    年度: " + std::to_string(year) + "\n" +
                     (department ? "" : "    项目名称: " + title + "\n") + "    单位名称: 某县某局\n" + more +
                     "    绩效指标:\n";
  for (const std::string& row : rows) {
    const bool levelled = row.find("二级:") != std::string::npos;
    text += "      - {一级: 产出指标, " + std::string(levelled ? "" : "二级: 数量指标, ") + row + "}\n";
  }
  return text;
}

std::string years_only(const std::string& cards) {
  std::string ids;
  const Audited audited("自评表:\n" + cards);
  for (const Finding& f : audited.findings()) {
    if (f.id.starts_with("A7")) ids += (ids.empty() ? "" : " ") + f.id;
  }
  return ids;
}

/// What was planned and reached in 2023, what is planned for 2024.
struct Pair {
  const char* name;
  std::vector<std::string> then;
  std::vector<std::string> now;
  const char* ids;
};

void expect_each_pair(const std::vector<Pair>& cases, const std::string& title = "工作经费甲") {
  for (const Pair& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(years_only(card(2023, title, c.then) + card(2024, title, c.now)), c.ids);
  }
}

TEST(Years, TargetsBelowWhatWasReached) {
  expect_each_pair({
      {"500 after 4824",
       {"三级: 合同份数, 目标: ≥500份, 完成: 4824份"},
       {"三级: 合同份数, 目标: ≥500份"},
       "A701"},
      {"twice the target is far",
       {"三级: 甲数, 目标: ≥90人, 完成: 200人"},
       {"三级: 甲数, 目标: ≥100人"},
       "A701"},
      {"1.99 times is not far",
       {"三级: 甲数, 目标: ≥90人, 完成: 199人"},
       {"三级: 甲数, 目标: ≥100人"},
       "A702"},
      {"1.3 times is low", {"三级: 甲数, 目标: ≥90人, 完成: 130人"}, {"三级: 甲数, 目标: ≥100人"}, "A702"},
      {"1.29 times is ordinary", {"三级: 甲数, 目标: ≥90人, 完成: 129人"}, {"三级: 甲数, 目标: ≥100人"}, ""},
      {"more is asked for than was reached",
       {"三级: 甲数, 目标: ≥90人, 完成: 95人"},
       {"三级: 甲数, 目标: ≥300人"},
       ""},
      {"in another scale", {"三级: 甲数, 目标: ≥7万人, 完成: 7.34万人"}, {"三级: 甲数, 目标: ≥73439人"}, ""},
      {"in another scale, far below",
       {"三级: 甲数, 目标: 25.29 万人, 完成: 25.29 万人"},
       {"三级: 甲数, 目标: ≥8000人"},
       "A701"},
      {"a bare number of an output is at least",
       {"三级: 甲数, 目标: 90人, 完成: 300人"},
       {"三级: 甲数, 目标: 100人"},
       "A701"},
      {"units that cannot be compared",
       {"三级: 甲数, 目标: 90人, 完成: 300人"},
       {"三级: 甲数, 目标: ≥100份"},
       ""},
      {"nothing was reached", {"三级: 甲数, 目标: ≥0起, 完成: 0起"}, {"三级: 甲数, 目标: ≥10起"}, ""},
      {"no year can be told without a match",
       {"三级: 乙件, 目标: ≥90人, 完成: 900人"},
       {"三级: 甲数, 目标: ≥100人"},
       ""},
  });
}

TEST(Years, RatesAndCeilings) {
  const std::string rate = "二级: 满意度指标, 三级: 群众满意度, ";
  const std::string cost = "二级: 成本指标, 三级: 人均成本, ";
  expect_each_pair({
      {"90% after 98% is ordinary", {rate + "目标: ≥90%, 完成: ≥98%"}, {rate + "目标: ≥90%"}, ""},
      {"80% after 98%: 1.225 times", {rate + "目标: ≥90%, 完成: 98%"}, {rate + "目标: ≥80%"}, "A702"},
      {"60% after 98%: 1.63 times", {rate + "目标: ≥90%, 完成: 98%"}, {rate + "目标: ≥60%"}, "A701"},
      {"a ceiling a little above", {cost + "目标: ≤100元, 完成: 90元"}, {cost + "目标: ≤100元"}, ""},
      {"a ceiling of twice what it cost",
       {cost + "目标: ≤100元, 完成: 50元"},
       {cost + "目标: ≤100元"},
       "A701"},
      {"a ceiling far below what it cost is strict",
       {cost + "目标: ≤100元, 完成: 90元"},
       {cost + "目标: ≤30元"},
       ""},
  });
  const std::string then = card(2023, "甲", {cost + "目标: ≤20万元, 完成: 20万元"});
  const std::string budget = "    预算: {单位: 万元, 年初预算数: 50}\n";
  EXPECT_EQ(years_only(then + card(2024, "甲", {cost + "目标: ≤50万元"})), "A701");
  EXPECT_EQ(years_only(then + card(2024, "甲", {cost + "目标: ≤50万元"}, budget)), "") << "the whole budget";
}

TEST(Years, NamesThatAreNotQuiteTheSame) {
  expect_each_pair({
      {"the year is no part of a name",
       {"三级: 2023 年新增参保人数, 目标: ≥90人, 完成: 900人"},
       {"三级: 新增参保人数, 目标: ≥100人"},
       "A701"},
      {"three of four pairs: 75%",
       {"三级: 受理案件数, 目标: ≥90件, 完成: 900件"},
       {"三级: 办理案件数, 目标: ≥100件"},
       "A701"},
      {"two of four pairs: 50%",
       {"三级: 受理案件数, 目标: ≥90件, 完成: 900件"},
       {"三级: 办结案件数, 目标: ≥100件"},
       ""},
      {"less than that, but the number asked for is the same",
       {"三级: 受理案件数, 目标: ≥100件, 完成: 900件"},
       {"三级: 办结案件数, 目标: ≥100件"},
       "A701"},
      {"another second level",
       {"二级: 质量指标, 三级: 受理案件总数, 目标: ≥100件, 完成: 900件"},
       {"三级: 受理案件数, 目标: ≥100件"},
       ""},
      {"the row of the same name goes before a similar one",
       {"三级: 受理案件数, 目标: ≥100件, 完成: 101件", "三级: 受理案件总数, 目标: ≥100件, 完成: 900件"},
       {"三级: 受理案件数, 目标: ≥100件"},
       ""},
      {"a row that goes on under its own name is no match for another",
       {"三级: 受理案件总数, 目标: ≥800件, 完成: 900件"},
       {"三级: 受理案件数, 目标: ≥100件", "三级: 受理案件总数, 目标: ≥900件"},
       ""},
      {"two rows of one name with other figures: nobody chooses",
       {"三级: 案件数, 目标: ≥100件, 完成: 900件", "三级: 案件数, 目标: ≥100件, 完成: 105件"},
       {"三级: 案件数, 目标: ≥100件"},
       ""},
  });
}

TEST(Years, TablesOfOtherProjectsAndUnitsAreNotCompared) {
  const std::vector<std::string> then = {"三级: 劳动合同份数, 目标: ≥500份, 完成: 4824份"};
  const std::vector<std::string> now = {"三级: 劳动合同份数, 目标: ≥500份"};
  EXPECT_EQ(years_only(card(2023, "劳动合同鉴定费", then) + card(2024, "劳动合同鉴定费", now)), "A701");
  EXPECT_EQ(years_only(card(2023, "劳动合同鉴证费", then) + card(2024, "劳动合同鉴定费", now)), "A701")
      << "4 of 6 pairs of each title: 67%";
  EXPECT_EQ(years_only(card(2023, "培训补贴", then) + card(2024, "劳动合同鉴定费", now)), "");
  EXPECT_EQ(years_only(card(2023, "劳动合同鉴定费", then) + card(2024, "部门整体", now)), "A701")
      << "between a project and its department";
  EXPECT_EQ(years_only(card(2024, "劳动合同鉴定费", then) + card(2024, "部门整体", now)), "") << "one year";
  std::string other = card(2024, "劳动合同鉴定费", now);
  other.replace(other.find("某县某局"), std::string("某县某局").size(), "某县某委");
  EXPECT_EQ(years_only(card(2023, "劳动合同鉴定费", then) + other), "");
  const std::vector<std::string> cost_then = {
      "二级: 成本指标, 三级: 项目成本控制, 目标: ≤5万元, 完成: 5万元"};
  const std::vector<std::string> cost_now = {"二级: 成本指标, 三级: 项目成本控制, 目标: ≤50万元"};
  EXPECT_EQ(years_only(card(2023, "培训补贴", cost_then) + card(2024, "部门整体", cost_now)), "")
      << "a name of general words only says nothing between tables";
}

TEST(Years, TheFormsOwnColumnsOfEarlierYears) {
  const auto of = [](const std::string& row) { return years_only(card(2024, "甲", {row})); };
  EXPECT_EQ(of("三级: 甲数, 目标: ≥80例, 近两年: {2022年: 103例, 2023年: 110例}"), "A702");
  EXPECT_EQ(of("三级: 甲数, 目标: ≥50例, 近两年: {2022年: 103例, 2023年: 110例}"), "A701");
  EXPECT_EQ(of("三级: 甲数, 目标: ≥100例, 近两年: {2022年: 203例, 2023年: 110例}"), "")
      << "the newer year counts";
  EXPECT_EQ(of("三级: 甲数, 目标: ≥100例, 近两年: {2022年: 103例, 2024年: 410例}"), "")
      << "not an earlier year";
  EXPECT_EQ(of("三级: 甲数, 目标: ≥100例, 近两年: {去年: 410例}"), "") << "no year";
  const auto printed = [](const std::string& reached, const std::string& column,
                          const std::string& target = "≥300例") {
    return years_only(
        card(2023, "甲", {"三级: 甲数, 目标: ≥300例, 完成: " + reached}) +
        card(2024, "甲", {"三级: 甲数, 目标: " + target + ", 近两年: {2023年: " + column + "}"}));
  };
  EXPECT_EQ(printed("317例", "150例"), "A705");
  EXPECT_EQ(printed("317例", "317例"), "");
  EXPECT_EQ(printed("31700例", "3.17万例", "≥30000例"), "");
  EXPECT_EQ(printed("317例", "317"), "");
}

TEST(Years, StandingStillWhileResultsRise) {
  const auto of = [](const std::string& a, const std::string& b, const std::string& now) {
    return years_only(card(2022, "甲", {"三级: 甲数, " + a}) + card(2023, "甲", {"三级: 甲数, " + b}) +
                      card(2024, "甲", {"三级: 甲数, 目标: " + now}));
  };
  EXPECT_EQ(of("目标: ≥500人, 完成: 520人", "目标: ≥500人, 完成: 610人", "≥500人"), "A703");
  EXPECT_EQ(of("目标: ≥500人, 完成: 520人", "目标: ≥500人, 完成: 572人", "≥500人"), "A703") << "10% more";
  EXPECT_EQ(of("目标: ≥500人, 完成: 520人", "目标: ≥500人, 完成: 571人", "≥500人"), "");
  EXPECT_EQ(of("目标: ≥500人, 完成: 610人", "目标: ≥500人, 完成: 520人", "≥500人"), "") << "falling";
  EXPECT_EQ(of("目标: ≥450人, 完成: 520人", "目标: ≥500人, 完成: 610人", "≥500人"), "") << "was raised";
  EXPECT_EQ(of("目标: ≥500人, 完成: 450人", "目标: ≥500人, 完成: 610人", "≥500人"), "") << "missed once";
  EXPECT_EQ(of("目标: ≥500人, 完成: 520人", "目标: ≥500人, 完成: 690人", "≥500人"), "A702") << "said once";
}

TEST(Years, DroppedAfterItWasMissed) {
  const std::string kept = "三级: 培训人数, 目标: ≥500人, 完成: 500人";
  const auto of = [&](const std::string& then, const std::vector<std::string>& now) {
    return years_only(card(2023, "甲", {kept, then}) + card(2024, "甲", now));
  };
  EXPECT_EQ(of("三级: 巡查次数, 目标: ≥10次, 完成: 8次", {"三级: 培训人数, 目标: ≥500人"}), "A704");
  EXPECT_EQ(of("三级: 巡查次数, 目标: ≥10次, 完成: 10次", {"三级: 培训人数, 目标: ≥500人"}), "") << "was met";
  EXPECT_EQ(of("三级: 巡查次数, 目标: ≥10次, 完成: 8次",
               {"三级: 培训人数, 目标: ≥500人", "三级: 日常巡查次数, 目标: ≥10次"}),
            "")
      << "goes on under a similar name";
  EXPECT_EQ(years_only(card(2023, "甲项目", {"三级: 巡查次数, 目标: ≥10次, 完成: 8次"}) +
                       card(2024, "乙任务", {"三级: 培训人数, 目标: ≥500人"})),
            "")
      << "no table of that project this year";
}

TEST(Years, WhatIsSaidAndShown) {
  const Audited audited("自评表:\n" +
                        card(2023, "合同费", {"三级: 鉴证劳动合同份数, 目标: 500份, 完成: 4824 份"}) +
                        card(2024, "部门整体", {"三级: 企业职工劳动合同签订份数, 目标: ≥500份"}) +
                        card(2024, "合同费", {"三级: 其他件数, 目标: ≥500件"}));
  const Finding* f = audited.find("A701");
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->message,
            "“企业职工劳动合同签订份数”2024 年的目标 ≥500份，只是 2023 年完成值 4824 份的 10.36%");
  // 11 and 7 pairs, 劳动 动合 合同 份数 in both: 8 ÷ 18
  EXPECT_NE(f->why.find("名称相似 44%，二级指标、单位、目标值相同"), std::string::npos) << f->why;
  ASSERT_EQ(f->where.size(), 2U);
  EXPECT_EQ(f->where[0].card->year, 2024);
  EXPECT_EQ(f->where[1].row->name.text, "鉴证劳动合同份数");
}

/// The published tables of a county bureau, 2023 with results and 2024 with targets. What there is to say was judged by
/// reading both: anything more is a false alarm.
TEST(Years, OfTheCountyBureau) {
  std::vector<model::Scorecard> cards;
  for (const char* folder : {"/scorecards/2023-tongcheng", "/scorecards/2024-tongcheng"}) {
    for (const std::string& path :
         base::list_files(std::string(JIHENG_SOURCE_DIR) + folder, {".yaml"}, 100).paths) {
      for (model::Scorecard& read :
           scoring::cards_from(base::read_file(path, rulebook::kMaxFileBytes).text)) {
        cards.push_back(std::move(read));
      }
    }
  }
  const Audited audited(std::move(cards));
  std::vector<std::string> lines;
  for (const Finding& f : audited.findings()) {
    if (!f.id.starts_with("A7")) continue;
    lines.push_back(f.id + " " + f.where.front().card->id + " " + f.where.front().row->name.text + " " +
                    f.figures.front().second + " " + f.figures[1].second);
  }
  EXPECT_EQ(lines,
            (std::vector<std::string>{
                "A701 dept 新增扩面征缴待遇人数 ≥400 人 38670 人",     // the target was 9000 the year before
                "A701 dept 企业职工劳动合同签订份数 ≥500 份 4824 份",  // 9.65 times
                "A701 dept 劳动仲裁办案案例数 ≥100 例 201 例",         // 2.01 times
                "A702 dept 农民工工资清欠案例 ≥200 例 317 例",         // 1.59 times, on two tables
                "A702 dept 工伤病残等级鉴定例数 ≥80例 126 例",         // 1.58 times
                "A705 dept 工伤病残等级鉴定例数 110例 126 例",         // the column of 2023
                "A705 dept 劳动仲裁办案案例数 120 例 201 例",          //
                "A705 dept 农民工工资清欠案例 150 例 317 例",          //
                "A702 dept 扩面征缴 309000 人 540000 人",              // the form's own column, 1.75 times
                "A702 dept 年度返乡创业人数 ≥400人 621 人",            // 1.55 times
                "A705 dept 年度返乡创业人数 400人 621 人",             //
                "A702 dept 提供就业岗位数 ≥10000个 13000个",           // 1.3 times
                "A701 t03 城乡居保参保缴费人数 ≥8000 人 25.29 万人",   // another measure, or far too low
            }));
}

TEST(NameSimilarity, CountsPairsOfCharacters) {
  const std::vector<std::u32string> general = squeezed_words({"人数", "完成率"});
  const auto percent = [&](const char* a, const char* b) {
    return similarity(Name(a, general), Name(b, general)).to_string();
  };
  EXPECT_EQ(percent("农民工满意度", "农民工满意度"), "100");
  EXPECT_EQ(percent("2023 年“三支一扶”人数", "三支一扶人数"), "100");
  EXPECT_EQ(percent("年度返乡创业人数", "2023 年度返乡创业人数"), "100");
  EXPECT_EQ(percent("受理案件数", "办理案件数"), "75");  // 理案 案件 件数 of four each: 6 ÷ 8
  EXPECT_EQ(percent("甲", "甲"), "100");
  EXPECT_EQ(percent("甲", "乙"), "0");
  EXPECT_EQ(percent("", "甲乙"), "0");
  EXPECT_EQ(percent("甲乙丙甲乙", "甲乙甲乙丙"), "75") << "a pair counts as often as it is there";
  EXPECT_TRUE(share_something_specific(Name("招聘完成率", general), Name("招聘人数", general)));
  EXPECT_FALSE(share_something_specific(Name("招聘完成率", general), Name("审核完成率", general)));
}

}  // namespace
}  // namespace jiheng::audit
