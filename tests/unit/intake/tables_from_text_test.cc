#include "engine/intake/tables/tables_from_text.h"

#include <gtest/gtest.h>

#include "engine/intake/scorecard_from_table.h"
#include "engine/intake/tables/table_fields.h"
#include "engine/report/json/json_from_documents.h"
#include "tests/property/rounds.h"
#include "tests/unit/intake/documents.h"

namespace jiheng::intake {

namespace {

std::string json_of(const Document& document) {
  return report::json_from_documents(std::span(&document, 1),
                                     std::vector<SchemeProposal>(document.tables.size()));
}

bool passed_over(const Document& document, int line, std::string_view why) {
  for (const PassedOver& passed : document.passed_over) {
    if (passed.place.line == line && passed.why.find(why) != std::string::npos) return true;
  }
  return false;
}

TEST(TablesFromText, TooManyLinesAreRefused) {
  const auto result = read_text(std::string(kMaxLines + 1, '\n'));
  EXPECT_FALSE(result);
  EXPECT_EQ(result.problems.at(0).id, "I101");
}

TEST(TablesFromText, ADocumentWithoutATableSaysSoAndListsItsText) {
  for (const char* text : {"", "\n\n", "**", "**\n#\n", "本部门无绩效表。\n", "项目名称\t甲\n预算\t5\n"}) {
    const auto result = read_text(text);
    ASSERT_TRUE(result) << text;
    ASSERT_EQ(result.problems.size(), 1U) << text;
    EXPECT_EQ(result.problems[0].id, "I103");
    EXPECT_TRUE(result->tables.empty());
  }
  EXPECT_TRUE(passed_over(*read_text("本部门无绩效表。\n\n第二行\n"), 1, "到第 3 行"));
}

TEST(TablesFromText, AFormWithoutRowsIsNoTable) {
  const auto result = read_text("项目名称\t甲项目\n一级指标\t二级指标\t三级指标\t指标值\n");
  ASSERT_TRUE(result);
  EXPECT_TRUE(result->tables.empty());
  EXPECT_TRUE(passed_over(*result, 1, "没有找到指标的行"));
}

TEST(TablesFromText, PageNumbersAreNoCells) {
  const Document document = sample("2023-selfeval.txt");
  EXPECT_TRUE(passed_over(document, 161, "页码"));
}

TEST(TablesFromText, ARowOfBareNumbersIsPageNumbers) {
  std::string text =
      "项目绩效自评表\n\n项目名称 甲\n\n一级指标 二级指标 三级指标 年初目标值 实际完成值 得分\n\n";
  for (int page = 4; page <= 9; ++page) {
    for (int row = 0; row < 6; ++row) text += "产出指标 数量指标 培训人数 ≥5 人 6 人 4\n\n";
    text += std::to_string(page) + "\n\n";
  }
  const auto result = read_text(text);
  ASSERT_EQ(result->tables.size(), 1U);
  ASSERT_EQ(result->tables[0].rows.size(), 36U);
  for (const TableRow& row : result->tables[0].rows) EXPECT_EQ(row.score.text, "4");
  EXPECT_TRUE(passed_over(*result, 19, "页码"));
}

TEST(TablesFromText, YearsBeforeStandBesideTheTarget) {
  const auto result =
      read_text(file_text(JIHENG_SOURCE_DIR "/tests/cases/import/department-targets-spaces.txt"));
  ASSERT_EQ(result->tables.size(), 1U);
  EXPECT_EQ(result->tables[0].year, 2024);
  ASSERT_EQ(result->tables[0].rows.size(), 6U);
  const TableRow& row = result->tables[0].rows[4];
  ASSERT_EQ(row.earlier.size(), 2U);
  EXPECT_EQ(row.earlier[0].first.text, "2022年");
  EXPECT_EQ(row.earlier[0].second.text, "3 人");
  EXPECT_TRUE(passed_over(*result, 8, "看不出属于哪一栏"));
}

TEST(TablesFromText, NamesAndTelephonesAreNotTaken) {
  for (const char* name : {"2024-department-targets.txt", "2024-unit-targets.txt"}) {
    const std::string json = json_of(sample(name));
    EXPECT_EQ(json.find("0000000"), std::string::npos) << name;
    EXPECT_NE(json.find("姓名和电话"), std::string::npos) << name;
  }
}

TEST(TablesFromText, WordsCutOffByAPageBreakAreJoinedAndRepeatedOnesAreNot) {
  const Document document = sample("2024-described-targets.txt");
  EXPECT_TRUE(passed_over(document, 34, "与上一页末尾重复的字"));
  EXPECT_EQ(document.tables[0].rows[4].basis.text, "某水财【2023】12号");
  EXPECT_EQ(document.tables[1].rows[3].basis.text, "问卷调查");
}

TEST(TablesFromText, ALineWithTooManyCellsIsPassedOver) {
  std::string line = "产出指标";
  for (int i = 0; i < 300; ++i) line += "\t格";
  const auto result = read_text(
      "项目名称\t甲\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t人数\t5人\n" + line + "\n");
  ASSERT_EQ(result->tables.size(), 1U);
  EXPECT_EQ(result->tables[0].rows.size(), 1U);
  EXPECT_TRUE(passed_over(*result, 4, "格子太多"));
}

TEST(TablesFromText, HostileTextsAreBounded) {
  // One line of very many words, very many first fields.
  std::string words;
  for (int i = 0; i < rounds(200000); ++i) words += "产出指标 ";
  EXPECT_TRUE(read_text(words));
  std::string fields;
  for (int i = 0; i < rounds(100000); ++i) fields += i % 2 == 0 ? "项目名称\t甲\n" : "项目名称 甲\n";
  EXPECT_TRUE(read_text(fields)->tables.empty());
}

TEST(TablesFromText, OneTableOfTooManyWordsIsCutAndSaid) {
  std::string rows = "项目自评表\n项目名称 甲\n一级指标 二级指标 三级指标 年初目标值 实际完成值 得分\n";
  constexpr int kRows = rounds(25000);  // 8 words each
  for (int i = 0; i < kRows; ++i) rows += "产出指标 数量指标 人数 ≥5 人 6 人 4\n";
  const auto result = read_text(rows);
  ASSERT_EQ(result->tables.size(), 1U);
  EXPECT_EQ(result->tables[0].rows.size(), 2000U);
  constexpr int kMostWords = 100000;  // of one table in running text; fewer under a sanitizer
  EXPECT_EQ(passed_over(*result, kRows + 3, "太长"), kRows * 8 > kMostWords);
}

TEST(TablesFromText, HostileLabelsAndMarksAreBounded) {
  std::string value =
      "项目自评表\n项目名称 甲\n一级指标 二级指标 三级指标 目标值\n产出指标 数量指标 人数 5 人\n改进措施 ";
  std::string goal = "项目名称\t甲\n年度目标1\t乙\n";
  std::string title = "三级指标\t指标值\t三级指标\t指标值\n123456\t甲\n";
  for (int i = 0; i < rounds(90000); ++i) {
    value += "落实措施\n";
    goal += "\t丙\n";
    title += "\t丁\n";
  }
  EXPECT_TRUE(read_text(value));
  EXPECT_TRUE(read_text(goal + "一级指标\t二级指标\t三级指标\t目标值\n产出指标\t数量指标\t人数\t5 人\n"));
  EXPECT_TRUE(read_text(title));
  EXPECT_TRUE(read_text(std::string(rounds(1000000U), '\t') + "\n" + std::string(rounds(1000000U), '<')));
}

TEST(TablesFromText, HeadingsAreKeptAsPrinted) {
  const auto printed = [](const Printed& form, std::string_view heading) {
    return std::any_of(form.headings.begin(), form.headings.end(),
                       [heading](const model::Field& f) { return f.text.starts_with(heading); });
  };
  const Document provincial = sample("2023-selfeval.txt");
  for (const Table& table : provincial.tables) {
    EXPECT_EQ(table.printed.execution_marks.text, "20") << table.id;  // 得分（20 分*执行率）
    EXPECT_TRUE(printed(table.printed, "得分(20分执行率)")) << table.id;
    EXPECT_FALSE(printed(table.printed, "分值")) << table.id;
  }
  const Table national = sample("2023-national-selfeval.txt").tables[0];
  EXPECT_EQ(national.printed.execution_marks.text, "10");  // the column 分值 of the line 年度资金总额
  EXPECT_EQ(national.printed.execution_marks.place.line, 6);
  EXPECT_TRUE(printed(national.printed, "分值"));
  EXPECT_TRUE(printed(national.printed, "偏差原因分析及改进措施"));
}

TEST(Claims, TheListOfResultsAndTheReport) {
  const Document document = sample("2023-selfeval.txt");
  ASSERT_EQ(document.claims.size(), 4U);
  const Claim& first = document.claims[0];
  EXPECT_EQ(first.place.line, 7);
  EXPECT_EQ(
      first.text,
      "1、渠道清淤维护费：项目全年预算数为 60 万元，执行数为 58.5 万元，完成预算 97.5％。主要产出和效益：一是"
      "清淤渠道 42 公里；二是工程验收合格率 100%。发现的问题及原因：无。下一步改进措施：加强日常巡查。");
  EXPECT_EQ(first.figures, (std::vector<std::string>{"60 万元", "58.5 万元", "97.5％", "42 公里", "100%"}));
  EXPECT_EQ(document.claims[2].text, "（一）2023 年水利局部门整体绩效自评分为 99.56 分。");
  EXPECT_EQ(document.claims[2].figures, std::vector<std::string>{"99.56 分"});
  EXPECT_EQ(document.claims[3].figures, (std::vector<std::string>{"68 万元", "66.5 万元", "97.79%"}));
}

TEST(Claims, TheSentencesOfOtherRunningText) {
  const auto document = read_text(
      "第二部分 部门预算情况说明\n"
      "一、预算收支安排情况\n"
      "2024 年收入预算为 320.50 万元，比上年增加 20.50 万\n"
      "元，增长 6.83%。其中：基本支出 200.50 万元，\n"
      "项目支出 120 万元\n"
      "支出预算 320.50 200.50 120.00\n"
      "1、公务接待费 1.5 万元，与上年持平；\n"
      "2、公务用车运行费 3 万元，减少 1 万元。\n"
      "单位：万元\n"
      "填报日期：2024 年 2 月 26 日\n");
  ASSERT_TRUE(document);
  std::vector<std::string> claims;
  for (const Claim& c : document->claims) claims.push_back(std::to_string(c.place.line) + " " + c.text);
  EXPECT_EQ(claims, (std::vector<std::string>{
                        "3 2024 年收入预算为 320.50 万元，比上年增加 20.50 万元，增长 6.83%。",
                        "4 其中：基本支出 200.50 万元，项目支出 120 万元",
                        "7 1、公务接待费 1.5 万元，与上年持平；",
                        "8 2、公务用车运行费 3 万元，减少 1 万元。",
                    }));
}

TEST(ScorecardFromTable, TextsNumbersAndGoals) {
  const Document document = sample("2023-selfeval.txt");
  const auto card = scorecard_from_table(document.tables[0]);
  ASSERT_TRUE(card);
  EXPECT_TRUE(card.problems.empty());
  EXPECT_EQ(card->kind, model::CardKind::department);
  ASSERT_EQ(card->sections.size(), 2U);
  EXPECT_EQ(card->sections[0].full_marks->value, base::Decimal(40));
  EXPECT_EQ(card->sections[1].indicators[1].target.text, "≤24 小时");
  EXPECT_EQ(card->budget.executed->value, *base::Decimal::parse("66.5"));
  EXPECT_EQ(card->claimed_total->value, *base::Decimal::parse("99.56"));
}

TEST(ScorecardFromTable, LongTermGoalsComeFirst) {
  Table table;
  table.title.text = "甲";
  for (const char* section : {"年度", "长期"}) {
    TableRow row;
    row.section.text = section;
    row.level1.text = "产出指标";
    row.name.text = "人数";
    table.rows.push_back(row);
  }
  const auto card = scorecard_from_table(table);
  EXPECT_EQ(card->sections[0].horizon, model::Horizon::long_term);
  EXPECT_EQ(card->sections[1].horizon, model::Horizon::annual);
}

TEST(ScorecardFromTable, OpenPointsAreNoClaimAndNoFault) {
  Table table;
  table.title.text = "甲";
  table.total.text = "91.35-95.35（待核）";
  TableRow row;
  row.level1.text = "产出指标";
  row.name.text = "人数";
  row.score.text = "0-4（待核）";
  table.rows.push_back(row);
  row.score.text = "待核";  // what a live formula of our forms says
  table.rows.push_back(row);
  const auto card = scorecard_from_table(table);
  ASSERT_TRUE(card);
  EXPECT_TRUE(card.problems.empty());
  EXPECT_FALSE(card->claimed_total);
  EXPECT_FALSE(card->sections[0].indicators[0].claimed);
  EXPECT_FALSE(card->sections[0].indicators[1].claimed);
}

TEST(ScorecardFromTable, TheUnitThatFilledInTheFormStaysBesideTheOneThatCarriesOutTheProject) {
  Table table;
  set_header_field(table, Label::unit, {"某县水利局", 0, {}});
  set_header_field(table, Label::implementer, {"某县水利站", 0, {}});
  EXPECT_EQ(table.unit.text, "某县水利站");
  const auto card = scorecard_from_table(table);
  EXPECT_EQ(card->unit_name.text, "某县水利局");
  ASSERT_EQ(card->header.size(), 1U);
  EXPECT_EQ(card->header[0].first.text, "项目实施单位");
  EXPECT_EQ(card->header[0].second.text, "某县水利站");
}

TEST(ScorecardFromTable, WhatIsNoNumberIsLeftOutAndSaid) {
  Table table;
  table.title.text = "甲";
  table.total.text = "IO0";
  TableRow row;
  row.level1.text = "产出指标";
  row.name.text = "人数";
  row.score.text = "十";
  table.rows.push_back(row);
  const auto card = scorecard_from_table(table);
  ASSERT_TRUE(card);
  EXPECT_FALSE(card->claimed_total);
  EXPECT_FALSE(card->sections[0].indicators[0].claimed);
  ASSERT_EQ(card.problems.size(), 2U);
  EXPECT_EQ(card.problems[0].id, "I104");
}

TEST(JsonFromDocuments, KeysInTheirOrder) {
  const std::string json = json_of(sample("2023-national-selfeval.txt"));
  std::size_t at = 0;
  for (const char* key : {"\"schema\": 1",
                          "\"tables\"",
                          "\"id\": \"t01\"",
                          "\"kind\": \"selfeval\"",
                          "\"scope\": \"project\"",
                          "\"title\": \"技能培训补贴\"",
                          "\"unit\": \"某县培训中心\"",
                          "\"year\": 2023",
                          "\"budget\": \"12.00\"",
                          "\"executed\": \"11.50\"",
                          "\"indicators\"",
                          "\"section\": \"\"",
                          "\"level1\": \"产出指标\"",
                          "\"level2\": \"数量指标\"",
                          "\"name\": \"培训人数\"",
                          "\"description\": \"\"",
                          "\"target\": \"≥100人\"",
                          "\"actual\": \"120人\"",
                          "\"score\": \"20\"",
                          "\"basis\": \"\"",
                          "\"line\": 13",
                          "\"claims\"",
                          "\"passed_over\""}) {
    const std::size_t next = json.find(key, at);
    ASSERT_NE(next, std::string::npos) << key;
    at = next;
  }
}

TEST(JsonFromDocuments, APlaceInASheetNamesItsCell) {
  const auto sheet = std::make_shared<const base::Source>(base::Source{"自评.xlsx", "", "项目一"});
  Document document;
  document.source = std::make_shared<const base::Source>(base::Source{"自评.xlsx", ""});
  const base::Place cell{sheet, 9, 28, 0};
  document.passed_over.push_back({cell, "某格", "看不出属于哪一栏"});
  const std::string json = json_of(document);
  EXPECT_NE(json.find("\"line\": 9,\n      \"sheet\": \"项目一\",\n      \"cell\": \"AB9\","),
            std::string::npos)
      << json;
}

}  // namespace
}  // namespace jiheng::intake
