#include "engine/app/import_documents.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "engine/app/card_from_table.h"
#include "engine/diag/print.h"
#include "engine/report/faces/csv_from_report.h"
#include "engine/report/pages/rows_from_documents.h"
#include "engine/rulebook/load.h"
#include "tests/unit/intake/forms.h"
#include "tests/unit/office/packages.h"

namespace jiheng::app {
namespace {

const std::string kSamples = JIHENG_SOURCE_DIR "/samples/documents/";

std::string first_id(const ImportOutcome& outcome) {
  return outcome.problems.empty() ? "" : outcome.problems.front().id;
}

TEST(ImportDocuments, TablesAreNumberedThroughAllDocuments) {
  const ImportOutcome outcome = import_documents(
      {{kSamples + "2024-unit-targets.txt", kSamples + "2024-described-targets.txt"}, {}}, intake::forms());
  ASSERT_EQ(outcome.documents.size(), 2U);
  EXPECT_EQ(outcome.documents[1].tables[0].id, "t04");
  const ImportCounts counts = counts_of(outcome.documents);
  EXPECT_EQ(counts.tables, 5U);
  EXPECT_EQ(counts.rows, 30U);
}

TEST(ImportDocuments, WhatCannotBeReadIsSaid) {
  EXPECT_EQ(first_id(import_documents({{"-"}, "\xD0\xCF\x11\xE0..."}, intake::forms())), "I108");
  EXPECT_EQ(first_id(import_documents({{"-"}, "%PDF-1.7"}, intake::forms())), "I108");
  EXPECT_EQ(first_id(import_documents({{"-"}, "PK\x03\x04..."}, intake::forms())), "I108");
  EXPECT_EQ(first_id(import_documents({{"/nowhere.txt"}, {}}, intake::forms())), "C101");
  EXPECT_EQ(first_id(import_documents({{JIHENG_SOURCE_DIR "/rules/hubei-2023.yaml"}, {}}, intake::forms())),
            "I106");
}

TEST(ImportDocuments, AFolderIsReadAndWhatIsLeftInItIsSaid) {
  const std::string folder = JIHENG_SOURCE_DIR "/samples/findings/I141/";
  const ImportOutcome outcome = import_documents({{folder + "bad.document"}, {}}, intake::forms());
  EXPECT_EQ(first_id(outcome), "I141");
  EXPECT_EQ(counts_of(outcome.documents).tables, 1U);
  EXPECT_TRUE(import_documents({{folder + "good.document"}, {}}, intake::forms()).problems.empty());
  EXPECT_EQ(first_id(import_documents({{JIHENG_SOURCE_DIR "/rules"}, {}}, intake::forms())), "C104");
}

TEST(ImportDocuments, AMisleadingEndingIsSaid) {
  EXPECT_EQ(first_id(import_documents({{JIHENG_SOURCE_DIR "/samples/findings/I140/bad.document.xls"}, {}},
                                      intake::forms())),
            "I140");
}

TEST(ImportDocuments, AWordFileWithoutWordTablesIsReadAsText) {
  const auto paragraph = [](std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos;)
      text.replace(at, 1, "</w:t><w:tab/><w:t>");
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  };
  const std::string body = paragraph("项目绩效目标表") + "<w:p/>" + paragraph("项目名称|技能培训") +
                           paragraph("一级指标|二级指标|三级指标|指标值") +
                           paragraph("产出指标|数量指标|培训人数|≥100人");
  const ImportOutcome outcome = import_documents(
      {{"-"},
       office::package_of({{"[Content_Types].xml", "<Types/>"},
                           {"word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>"}})},
      intake::forms());
  ASSERT_EQ(outcome.documents.size(), 1U) << first_id(outcome);
  ASSERT_EQ(outcome.documents[0].tables.size(), 1U);
  const intake::TableRow& row = outcome.documents[0].tables[0].rows.at(0);
  EXPECT_EQ(row.target.text, "≥100人");
  EXPECT_EQ(row.target.place.line, 4);  // of the paragraphs that hold text
}

TEST(ImportDocuments, OneBadFileLeavesTheOthers) {
  const ImportOutcome outcome =
      import_documents({{"a.xlsx", kSamples + "2024-unit-targets.txt"}, {}}, intake::forms());
  EXPECT_EQ(outcome.documents.size(), 1U);
  EXPECT_EQ(outcome.problems.size(), 1U);
}

TEST(ScorecardsOf, EveryTableOfTheSamplesIsReadBack) {
  for (const char* name : {"2023-selfeval.txt", "2023-national-selfeval.txt", "2024-department-targets.txt",
                           "2024-unit-targets.txt", "2024-described-targets.txt", "2024-wide-targets.txt"}) {
    const ImportOutcome outcome = import_documents({{kSamples + name}, {}}, intake::forms());
    const ScorecardTexts cards = scorecards_of(outcome);
    EXPECT_TRUE(cards.problems.empty()) << name;
    EXPECT_EQ(cards.files.size(), outcome.documents[0].tables.size()) << name;
    const auto all = rulebook::scorecards_from_yaml(
        std::make_shared<const base::Source>(base::Source{"all.yaml", one_file_of(cards.files)}));
    EXPECT_TRUE(all.problems.empty()) << name;
    ASSERT_TRUE(all) << name;
    EXPECT_EQ(all->size(), cards.files.size()) << name;
    std::size_t rows = 0;
    for (const auto& card : *all) {
      for (const auto& section : card.sections) rows += section.indicators.size();
    }
    EXPECT_EQ(rows, counts_of(outcome.documents).rows) << name;
  }
}

TEST(ScorecardsOf, ATableThatCannotBeACardIsSaidAndTheOthersAreWritten) {
  ImportOutcome outcome = import_documents({{kSamples + "2024-unit-targets.txt"}, {}}, intake::forms());
  outcome.documents[0].tables[1].rows[0].name.text = std::string(501, 'x');
  const ScorecardTexts cards = scorecards_of(outcome);
  ASSERT_EQ(cards.problems.size(), 1U);
  EXPECT_EQ(cards.problems[0].id, "I107");
  EXPECT_EQ(cards.files.size(), 2U);
}

TEST(ImportDocuments, ThreadsChangeNothing) {
  const std::string folder = std::string(JIHENG_SOURCE_DIR) + "/samples/documents";
  const ImportOutcome one = import_documents({{folder}, {}, 1}, intake::forms());
  const ImportOutcome many = import_documents({{folder}, {}, 8}, intake::forms());
  EXPECT_EQ(diag::to_text(one.problems, {}), diag::to_text(many.problems, {}));
  EXPECT_EQ(proposal_lines(one), proposal_lines(many));
  const auto texts = scorecards_of(one).files;
  const auto same = scorecards_of(many).files;
  ASSERT_GT(texts.size(), 5U);
  ASSERT_EQ(texts.size(), same.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(texts[i].name, same[i].name);
    EXPECT_EQ(texts[i].text, same[i].text);
  }
}

TEST(ScorecardsOf, EveryCardOfTheSamplesReadsBackAsItIs) {
  std::size_t compared = 0;
  for (const char* root : {"/samples/documents", "/samples/findings", "/tests/cases/import"}) {
    ImportRequest request{{std::string(JIHENG_SOURCE_DIR) + root}, {}};
    for (const intake::Document& document : import_documents(request, intake::forms()).documents) {
      for (const intake::Table& table : document.tables) {
        const auto card = card_from_table(table);
        if (!card) continue;
        const std::string yaml = rulebook::yaml_from_scorecard(*card);
        const auto back = rulebook::scorecards_from_yaml(
            std::make_shared<const base::Source>(base::Source{"t.yaml", yaml}));
        ASSERT_TRUE(back) << yaml << back.problems.front().message;
        EXPECT_TRUE(back.problems.empty()) << yaml << back.problems.front().message;
        EXPECT_EQ(rulebook::yaml_from_scorecard(back->front()), yaml);
        EXPECT_EQ(back->front().id, card->id);
        ++compared;
      }
    }
  }
  EXPECT_GT(compared, 50U);
}

intake::Table first_table(const std::string& name, std::string text) {
  const ImportOutcome outcome = import_documents({{"-"}, std::move(text)}, intake::forms());
  EXPECT_EQ(outcome.documents.size(), 1U) << name;
  EXPECT_EQ(outcome.documents.at(0).tables.size(), 1U) << name;
  return outcome.documents.at(0).tables.at(0);
}

TEST(CardFromTable, ABadCellBelowTheRowsIsLeftOutAndSaid) {
  const auto card = card_from_table(first_table("foot",
                                                "项目支出绩效目标申报表,,,,\n（2023年度）,,,,\n"
                                                "项目名称,甲项目,,实施单位,乙中心\n"
                                                "绩效指标,一级指标,二级指标,三级指标,指标值\n"
                                                ",产出指标,数量指标,车辆数,10辆\n"
                                                "填报日期,明天,,,\n"));
  ASSERT_TRUE(card);
  EXPECT_EQ(card->sections.at(0).indicators.size(), 1U);
  ASSERT_EQ(card.problems.size(), 1U);
  EXPECT_EQ(card.problems[0].id, "I142");
}

TEST(CardFromTable, RowsWithoutAFirstLevelAreKept) {
  const auto card = card_from_table(first_table(
      "level",
      "绩效目标自评表\n\n（2022年度）\n\n项目名称\n\n甲项目\n\n一级指标\n\n二级指标\n\n三级指标\n\n"
      "指标值\n\n全年实际完成值\n\n未完成原因和改进措施\n\n数量指标\n\n救助人数\n\n≥90人\n\n95人\n\n"
      "质量指标\n\n救助率\n\n100%\n\n82%\n\n人员减少\n"));
  ASSERT_TRUE(card);
  ASSERT_EQ(card.problems.size(), 1U);
  EXPECT_EQ(card.problems[0].id, "I143");
  const auto& rows = card->sections.at(0).indicators;
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].level1.text, "〔请填写一级指标〕");
  EXPECT_EQ(rows[0].level2.text, "数量指标");
  EXPECT_EQ(rows[1].name.text, "救助率");
}

TEST(CardFromTable, ATableWithoutANameIsKept) {
  for (const char* text :
       {"一级指标,二级指标,三级指标,指标值,实际完成值,分值\n产出指标,数量指标,车辆数,10辆,10辆,50\n",
        "项目支出绩效自评表,,,\n项目名称,,,\n一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,车辆数,"
        "10辆\n",
        "(2023年度),,,\n主管部门,某局,,\n一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,车辆数,"
        "10辆\n"}) {
    const auto card = card_from_table(first_table("name", text));
    ASSERT_TRUE(card) << text;
    EXPECT_EQ(card->sections.at(0).indicators.size(), 1U);
    ASSERT_EQ(card.problems.size(), 1U) << text;
    EXPECT_EQ(card.problems[0].id, "I149");
    EXPECT_EQ(card->kind == model::CardKind::project ? card->title.text : card->unit_name.text,
              card->kind == model::CardKind::project ? "〔请填写项目名称〕" : "〔请填写单位名称〕");
  }
}

TEST(RowsFromDocuments, OneLineAnIndicator) {
  const ImportOutcome outcome =
      import_documents({{kSamples + "2023-national-selfeval.txt"}, {}}, intake::forms());
  const std::string csv = report::csv_from_report(report::rows_from_documents(outcome.documents));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 8);
  EXPECT_NE(csv.find("t01,自评,项目,技能培训补贴,某县培训中心,2023,12.00,11.50,,产出指标,数量指标,培训人数,,"
                     "≥100人,120人,20,20,,"),
            std::string::npos);
}

}  // namespace
}  // namespace jiheng::app
