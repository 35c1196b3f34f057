// jiheng bulk on small tables whose results are worked out by hand, and on tables that are wrong.
#include "engine/bulk/bulk.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/base/csv_cell.h"
#include "engine/bulk/cells.h"
#include "engine/rulebook/language.h"

namespace jiheng::bulk {
namespace {

struct Said {
  std::string rows;
  std::string errors;
  BulkOutcome outcome;
};

Said bulk_of(const std::vector<std::string>& texts, const BulkOptions& options = {}) {
  static const rulebook::Language language = std::move(*rulebook::load_language(JIHENG_SOURCE_DIR "/rules"));
  static rulebook::Schemes schemes = rulebook::load_schemes(JIHENG_SOURCE_DIR "/rules");
  std::vector<std::string> paths;
  for (const std::string& text : texts) {
    paths.push_back(testing::TempDir() + fmt::format("bulk-unit-{}-{}.csv", ::getpid(), paths.size()));
    std::ofstream(paths.back(), std::ios::binary) << text;
  }
  SchemeShelf shelf(schemes, language.words);
  Said said;
  said.outcome = bulk(paths, options, shelf, {language.units, language.words, 2, &language.names},
                      {[&](std::string_view rows) {
                         said.rows += rows;
                         return true;
                       },
                       [&](std::string_view errors) { said.errors += errors; }});
  for (const std::string& path : paths) std::remove(path.c_str());
  return said;
}

constexpr std::string_view kHead =
    "编号,名称,年度,方案,行,一级指标,二级指标,三级指标,目标,完成,分值,自报得分\n";
constexpr std::string_view kHeadOut =
    "编号,名称,年度,方案,行,一级指标,二级指标,三级指标,目标,完成,分值,自报得分,得分,最低得分,最高得分,结论,"
    "完成率,偏离度,规则\n";

std::string table(std::string_view rows) { return std::string(kHead) + std::string(rows); }

TEST(Bulk, EveryRowGetsItsPointsAndEveryCardItsTotal) {
  // 10×80÷100=8; 50×8÷10=40; ≤5% and 4%: all of 20; 12月底前 and December: all of 20. 8+40+20+20=88.
  const Said said =
      bulk_of({table("p1,甲,2023,national-2020,预算执行,,,,100,80,10,\n"
                     "p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,8件,50,\n"
                     "p1,甲,2023,national-2020,指标,产出指标,质量指标,差错率,≤5%,4%,20,\n"
                     "p1,甲,2023,national-2020,指标,产出指标,时效指标,时间,12月底前,2023年12月20日,20,\n")});
  EXPECT_EQ(said.rows, std::string(kHeadOut) +
                           "p1,甲,2023,national-2020,预算执行,,,,100,80,10,,8.00,8.00,8.00,,80,,\n"
                           "p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,8件,50,,40.00,40.00,"
                           "40.00,未达标,80,-20,N2\n"
                           "p1,甲,2023,national-2020,指标,产出指标,质量指标,差错率,≤5%,4%,20,,20.00,20.00,20."
                           "00,达标,80,-20,N1\n"
                           "p1,甲,2023,national-2020,指标,产出指标,时效指标,时间,12月底前,2023年12月20日,20,,"
                           "20.00,20.00,20.00,达标,,,N1\n"
                           "p1,甲,2023,national-2020,总分,,,,,,100,,88.00,88.00,88.00,良,,,\n");
  EXPECT_EQ(said.errors, "");
}

TEST(Bulk, WhatIsMissingIsARangeAndIsSaid) {
  // No line of the execution: 0 to 10. No marks and no self score: the row may have what the table has left, 100-10-50=40.
  const Said said =
      bulk_of({table("p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,12件,50,\n"
                     "p1,甲,2023,national-2020,指标,产出指标,质量指标,差错率,≤5%,4%,,\n")});
  EXPECT_NE(said.rows.find("p1,甲,2023,national-2020,预算执行,,,,,,10,,,0.00,10.00,,,,\n"), std::string::npos)
      << said.rows;
  EXPECT_NE(said.rows.find("差错率,≤5%,4%,,,,0.00,40.00,"), std::string::npos) << said.rows;
  EXPECT_NE(said.rows.find("总分,,,,,,100,,,50.00,100.00,差—优,,,\n"), std::string::npos) << said.rows;
}

TEST(Bulk, ABadRowTakesItsCardAwayAndNoOther) {
  const std::string good = "p9,丙,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,12件,50,\n";
  const struct {
    const char* row;
    const char* error;  ///< of 错误.csv, behind the file's name
  } kBad[] = {
      {"p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,12件\n", ",2,,B102,"},
      {"p1,甲,2023,national-2020,指标,产出指标,数量指标,\"件数,≥10件,12件,50,\n", ",2,,B102,"},
      {"p1,甲,2023,national-2020,指标,产出指标,数量指标,件\xFF数,≥10件,12件,50,\n", ",2,,B102,"},
      {",甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,12件,50,\n", ",2,编号,B102,"},
      {"p1,甲,2023,national-2021,指标,产出指标,数量指标,件数,≥10件,12件,50,\n", ",2,方案,B103,"},
      {"p1,甲,2023,,指标,产出指标,数量指标,件数,≥10件,12件,50,\n", ",2,方案,B103,"},
      {"p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,12件,50,\n"
       "p1,乙,2023,national-2020,指标,产出指标,数量指标,户数,≥10户,12户,40,\n",
       ",3,名称,B104,"},
      {"p1,甲,2023,national-2020,小计,产出指标,数量指标,件数,≥10件,12件,50,\n", ",2,行,B105,"},
      {"p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,12件,五十,\n", ",2,分值,B106,"},
      {"p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,12件,50,\"1,000\"\n", ",2,自报得分,B106,"},
      {"p1,甲,23,national-2020,指标,产出指标,数量指标,件数,≥10件,12件,50,\n", ",2,年度,B106,"},
      {"p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,12件,-50,\n", ",2,分值,L202,"},
      {"p1,甲,2023,national-2020,指标,,数量指标,件数,≥10件,12件,50,\n", ",2,一级指标,L110,"},
      {"p1,甲,2023,national-2020,指标,产出指标,数量指标,,≥10件,12件,50,\n", ",2,三级指标,L110,"},
  };
  for (const auto& bad : kBad) {
    const Said said = bulk_of({table(bad.row + good)});
    EXPECT_NE(said.errors.find(bad.error), std::string::npos) << bad.row << said.errors;
    EXPECT_EQ(said.outcome.cards, 2U) << bad.row;
    EXPECT_EQ(said.outcome.not_scored, 1U) << bad.row;
    EXPECT_GE(said.outcome.faults.size(), 1U) << bad.row;
    EXPECT_NE(said.rows.find("没有计分"), std::string::npos) << said.rows;
    EXPECT_NE(said.rows.find("件数,≥10件,12件,50,,50.00,50.00,50.00,达标,120,20,N1\n"), std::string::npos)
        << said.rows;
  }
}

TEST(Bulk, AHeadThatLacksAColumnIsRefused) {
  for (const char* head :
       {"编号,一级指标,三级指标,目标\n", "名称,一级指标,三级指标,目标,完成\n", "\n", "",
        "编号,编号,一级指标,三级指标,目标,完成\n", "编号,一级指标,三级指标,目标,完成,\"分值\n"}) {
    const Said said = bulk_of({std::string(head) + "p1,产出指标,件数,≥10件,12件\n"});
    ASSERT_EQ(said.outcome.problems.size(), 1U) << head;
    EXPECT_EQ(said.outcome.problems[0].id, "B101") << head;
    EXPECT_EQ(said.rows, "");
  }
}

TEST(Bulk, FilesOfOneHeadAreOneResultAndOthersAreRefused) {
  const std::string a = table("p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,12件,50,\n");
  const std::string b = table("p2,乙,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,12件,50,\r\n");
  const Said said = bulk_of({a, "\xEF\xBB\xBF" + b, "编号,一级指标,三级指标,目标,完成\n"});
  EXPECT_EQ(said.outcome.cards, 2U);
  EXPECT_EQ(said.rows.find(kHeadOut), 0U);
  EXPECT_EQ(said.rows.rfind(kHeadOut), 0U) << "the head once";
  ASSERT_EQ(said.outcome.problems.size(), 1U);
  EXPECT_EQ(said.outcome.problems[0].id, "B101");
}

TEST(Bulk, OtherColumnsGoThroughAndResultsAreMadeAnew) {
  const Said said = bulk_of({"备注\t编号\t行\t一级指标\t三级指标\t目标\t完成\t分值\t得分\t规则\n"
                             "'=1+1\tp1\t指标\t产出指标\t件数\t≥10件\t12件\t90\t7\tX\n"
                             "=1+1\tp1\t预算执行\t\t\t100\t90\t10\t\t\n"},
                            {"national-2020", false});
  EXPECT_EQ(said.rows,
            "备注\t编号\t行\t一级指标\t三级指标\t目标\t完成\t分值\t得分\t最低得分\t最高得分\t结论\t完成率\t偏"
            "离度\t规则\n"
            "'=1+1\tp1\t指标\t产出指标\t件数\t≥10件\t12件\t90\t90.00\t90.00\t90.00\t达标\t120\t20\tN1\n"
            "'=1+1\tp1\t预算执行\t\t\t100\t90\t10\t9.00\t9.00\t9.00\t\t90\t\t\n"
            "\tp1\t总分\t\t\t\t\t100\t99.00\t99.00\t99.00\t优\t\t\t\n");
  EXPECT_EQ(said.outcome.unused, std::vector<std::string>{"备注"});
}

TEST(Bulk, TheSummaryAddsUpByUnitSchemeAndYear) {
  const std::string head = "编号,单位名称,年度,方案,行,一级指标,三级指标,目标,完成,分值\n";
  const auto card = [](const char* id, const char* unit, const char* actual) {
    return fmt::format(
        "{0},{1},2023,national-2020,预算执行,,,100,100,10\n{0},{1},2023,national-2020,指标,产出指标,件数,"
        "≥10件,{2},90\n",
        id, unit, actual);
  };
  // 甲局: 10+90=100 and 10+90×5÷10=55, average 77.5; 乙局: 10+90×9÷10=91.
  const Said said =
      bulk_of({head + card("a", "甲局", "10件") + card("b", "乙局", "9件") + card("c", "甲局", "5件")});
  EXPECT_EQ(said.outcome.summary.to_csv(),
            "单位名称,方案,年度,表数,没有计分,待核行数,总分平均最低,总分平均最高,等级,60分以下,60至70,70至80,"
            "80至90,90以上,跨两段\n"
            "乙局,national-2020,2023,1,0,0,91.00,91.00,优 1,0,0,0,0,1,0\n"
            "甲局,national-2020,2023,2,0,0,77.50,77.50,优 1、差 1,1,0,0,0,1,0\n");
}

TEST(Bulk, ACardWithoutAnEndIsRefusedAndCardsBeforeItCount) {
  std::string text = table("p0,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,12件,50,\n");
  const std::string row = "p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,12件,50,\n";
  while (text.size() < (std::size_t{18} << 20)) text += row;
  const Said said = bulk_of({text});
  ASSERT_EQ(said.outcome.problems.size(), 1U);
  EXPECT_EQ(said.outcome.problems[0].id, "B107");
  EXPECT_EQ(said.outcome.cards, 1U);
}

TEST(BulkCells, AreSplitAndReadAndWritten) {
  std::vector<std::string_view> cells;
  EXPECT_TRUE(split("a,\"b,\"\"c\"\"\",,d\"e,'=x", ',', cells));
  ASSERT_EQ(cells.size(), 5U);
  std::string scratch;
  EXPECT_EQ(text_of(cells[1], scratch), "b,\"c\"");
  EXPECT_EQ(text_of(cells[2], scratch), "");
  EXPECT_EQ(text_of(cells[3], scratch), "d\"e");
  EXPECT_EQ(text_of(cells[4], scratch), "=x");
  for (const char* open : {"\"a", "a,\"b", "\"a\"b,c", "\""}) EXPECT_FALSE(split(open, ',', cells)) << open;
  std::string out;
  for (const char* text : {"a,b", "say \"x\"", "=1", "-4.40", "-4.40元", "", "@x"}) {
    base::append_csv_cell(text, ',', out);
    out += '|';
  }
  EXPECT_EQ(out, "\"a,b\"|\"say \"\"x\"\"\"|'=1|-4.40|'-4.40元||'@x|");
}

}  // namespace
}  // namespace jiheng::bulk
