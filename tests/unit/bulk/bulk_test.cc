// jiheng bulk on small tables whose results are worked out by hand, and on tables that are wrong.
#include "engine/bulk/bulk.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <random>

#include "engine/base/csv_cell.h"
#include "engine/bulk/cells.h"
#include "engine/rulebook/language.h"

namespace jiheng::bulk {
namespace {

struct Said {
  std::string rows;
  std::string errors;
  std::string findings;
  BulkOutcome outcome;
};

const rulebook::Language& language() {
  static const rulebook::Language read = std::move(*rulebook::load_language(JIHENG_SOURCE_DIR "/rules"));
  return read;
}

/// What an earlier run had written, and how far it came.
struct Earlier {
  Said said;
  Checkpoint reached;
};

/// `stop_at`: the run ends behind so many checkpoints of one block each, as if it were killed.
Said bulk_of(const std::vector<std::string>& texts, const BulkOptions& options = {},
             const BulkPacking& packing = {}, const Earlier* earlier = nullptr, Earlier* stopped = nullptr,
             std::size_t stop_at = 0) {
  static rulebook::Schemes schemes = rulebook::load_schemes(JIHENG_SOURCE_DIR "/rules");
  std::vector<std::string> paths;
  for (const std::string& text : texts) {
    paths.push_back(testing::TempDir() + fmt::format("bulk-unit-{}-{}.csv", ::getpid(), paths.size()));
    std::ofstream(paths.back(), std::ios::binary) << text;
  }
  SchemeShelf shelf(schemes, language().words);
  Said said = earlier == nullptr ? Said() : earlier->said;
  BulkSinks sinks;
  sinks.rows = [&](std::string_view rows) {
    said.rows += rows;
    return true;
  };
  sinks.errors = [&](std::string_view errors) { said.errors += errors; };
  sinks.findings = [&](std::string_view findings) { said.findings += findings; };
  sinks.blocks_between = 1;
  std::size_t checkpoints = 0;
  if (stopped != nullptr) {
    sinks.checkpoint = [&](const Checkpoint& reached) {
      stopped->said = said;
      stopped->reached = *checkpoint_of(text_of_checkpoint(reached, "job"), "job");
      return ++checkpoints < stop_at;
    };
  }
  said.outcome = bulk(paths, options, shelf, {language().units, language().words, 2, &language().names},
                      sinks, packing, earlier == nullptr ? nullptr : &earlier->reached);
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
      // The good row below has the same cells but for the self score.
      {"p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,12件,50,-3\n", ",2,自报得分,L202,"},
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

TEST(BulkMemo, WhatComesUpAgainStaysAndTheRestIsForgotten) {
  constexpr std::size_t kMostBytes = std::size_t{4} << 20;
  RowMemo memo(kMostBytes);
  memo.at("", "again").state = KnownRow::State::scored;
  memo.put_result(memo.at("", "again"), ",9.00");
  memo.at("", "once").state = KnownRow::State::scored;
  EXPECT_EQ(memo.at("", "once").state, KnownRow::State::scored);
  // More new keys than half of what may be remembered, twice over, a block of them at a time.
  const std::string cells(200, 'x');
  for (std::size_t i = 0; i < 2 * (kMostBytes / 2 / cells.size()); ++i) {
    const std::string key = cells + std::to_string(i);
    ASSERT_EQ(memo.at("k", key).state, KnownRow::State::unknown) << i;
    ASSERT_EQ(memo.at("k", key).key(), "k" + key);
    ASSERT_EQ(memo.at("k", key).result(), "");
    if (i % 1000 != 0) continue;
    ASSERT_EQ(memo.at("", "again").state, KnownRow::State::scored) << i;
    ASSERT_EQ(memo.at("", "again").result(), ",9.00") << i;
    memo.forget_if_full();
  }
  EXPECT_EQ(memo.at("", "once").state, KnownRow::State::unknown);
}

TEST(BulkMemo, ALongResultIsKeptWhole) {
  RowMemo memo(std::size_t{1} << 20);
  const std::string longest(500, 'r');
  memo.put_result(memo.at("", "a"), longest);
  memo.put_result(memo.at("", "b"), ",1");
  EXPECT_EQ(memo.at("", "a").result(), longest);
  EXPECT_EQ(memo.at("", "b").result(), ",1");
  EXPECT_EQ(memo.at("", "").key(), "");
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
            "80至90,90以上,跨两段,分值合计不对\n"
            "乙局,national-2020,2023,1,0,0,91.00,91.00,优 1,0,0,0,0,1,0,0\n"
            "甲局,national-2020,2023,2,0,0,77.50,77.50,优 1、差 1,1,0,0,0,1,0,0\n");
}

TEST(Bulk, MarksThatDoNotAddUpAreCountedAndSaidBesideTheTotal) {
  // 10+50+40=100 marks in p1; 10+90+0.5=100.5 in p2. With --explain cards are scored whole.
  const std::string rows = table(
      "p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,10件,50,\n"
      "p1,甲,2023,national-2020,指标,产出指标,数量指标,户数,≥10户,10户,40,\n"
      "p2,乙,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,10件,90,\n"
      "p2,乙,2023,national-2020,指标,产出指标,数量指标,户数,≥10户,10户,0.5,\n");
  const Said said = bulk_of({rows});
  EXPECT_EQ(said.outcome.summary.marks_off(), 1U);
  BulkOptions options;
  options.explain = true;
  const Said told = bulk_of({rows}, options);
  EXPECT_EQ(told.outcome.summary.marks_off(), 1U);
  EXPECT_NE(told.rows.find("p1,甲,2023,national-2020,总分,,,,,,100,,,90.00,100.00,优,,,,\n"),
            std::string::npos)
      << told.rows;
  EXPECT_NE(told.rows.find("优,,,,分值合计 100.5，方案的满分是 100：算出的总分和等级不能作数\n"),
            std::string::npos)
      << told.rows;
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

/// The same card as a line of JSON and as rows.
constexpr std::string_view kJsonCard =
    R"({"id":"p1","kind":"project","title":"甲","scheme":"national-2020","year":2023,)"
    R"("budget":{"planned":"100","executed":80},"indicators":[)"
    R"({"level1":"产出指标","level2":"数量指标","name":"件数","target":"≥10件","actual":"8件","full_marks":"50"},)"
    R"({"level1":"效益指标","level2":"经济效益指标","name":"就业率","target":"≥80%","actual":"85%","full_marks":30},)"
    R"({"level1":"满意度指标","level2":"","name":"满意度","target":"≥90%","actual":"95%","full_marks":10}]})"
    "\n";
constexpr std::string_view kRowsOfIt =
    "p1,甲,2023,national-2020,预算执行,,,,100,80,10,\n"
    "p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,8件,50,\n"
    "p1,甲,2023,national-2020,指标,效益指标,经济效益指标,就业率,≥80%,85%,30,\n"
    "p1,甲,2023,national-2020,指标,满意度指标,,满意度,≥90%,95%,10,\n";

TEST(BulkJson, ACardALineEarnsWhatItsRowsEarn) {
  // 10×80÷100=8; 50×8÷10=40; ≥80% and 85%: all of 30; ≥90% and 95%: all of 10. 88.
  const Said rows = bulk_of({std::string(kJsonCard)});
  EXPECT_EQ(rows.errors, "");
  EXPECT_NE(
      rows.rows.find("p1,项目,甲,2023,national-2020,指标,,产出指标,数量指标,件数,≥10件,8件,50,,,,,,,,,,40.00,"
                     "40.00,40.00,未达标,80,-20,N2\n"),
      std::string::npos)
      << rows.rows;
  EXPECT_NE(rows.rows.find("总分,,,,,,,100,,,,,,,,,,88.00,88.00,88.00,良,,,\n"), std::string::npos)
      << rows.rows;
  EXPECT_EQ(rows.outcome.rows, 3U);
  // The rows are a valid input, and earn the same.
  EXPECT_EQ(bulk_of({rows.rows}).rows, rows.rows);
}

TEST(BulkJson, RowsAndCardsBecomeTheSameLines) {
  BulkOptions as_cards;
  as_cards.json = true;
  const Said from_json = bulk_of({std::string(kJsonCard)}, as_cards);
  const Said from_rows = bulk_of({table(kRowsOfIt)}, as_cards);
  EXPECT_EQ(from_json.rows, from_rows.rows);
  EXPECT_EQ(from_json.rows.find(R"({"id":"p1","kind":"project","title":"甲","scheme":"national-2020",)"
                                R"("total":"88.00","total_low":"88.00","total_high":"88.00","grade":"良",)"
                                R"("budget":{"planned":"100","executed":"80","rate":"80.00",)"),
            0U)
      << from_json.rows;
  // A line of the result is a valid input, and earns the same.
  EXPECT_EQ(bulk_of({from_json.rows}, as_cards).rows, from_json.rows);
  EXPECT_EQ(from_json.outcome.summary.to_csv(), from_rows.outcome.summary.to_csv());
}

TEST(BulkJson, WhatDecidesAboutARowIsReadAgain) {
  // 评定 85% of 20 is 17 whatever the figures say; 不适用 is left out; both must not be lost on the way.
  const std::string card =
      R"({"id":"p2","title":"乙","unit":"某局","scheme":"national-2020","year":"2023",)"
      R"("budget":{"planned":"50","executed":"50"},"indicators":[)"
      R"({"level1":"产出指标","name":"服务\n水平","target":"明显提高","actual":"有所提高","full_marks":"20",)"
      R"("judged":"85%","reason":"人手不足"},)"
      R"({"level1":"产出指标","name":"件数","target":"≥10件","actual":"10件","full_marks":"70","evidence":"台账"}]})"
      "\n\n";
  BulkOptions as_cards;
  as_cards.json = true;
  const Said first = bulk_of({card}, as_cards);
  EXPECT_EQ(first.errors, "");
  EXPECT_NE(first.rows.find(R"("total":"97.00")"), std::string::npos) << first.rows;
  EXPECT_EQ(bulk_of({first.rows}, as_cards).rows, first.rows);
  const Said rows = bulk_of({card});
  EXPECT_NE(rows.rows.find("服务 水平,明显提高,有所提高,20,,某局,85%,,人手不足,,,,,17.00,"),
            std::string::npos)
      << rows.rows;
  EXPECT_EQ(bulk_of({rows.rows}).rows, rows.rows);
}

TEST(BulkJson, KeysOfAScorecardFileAreReadToo) {
  const Said said = bulk_of(
      {R"({"类型":"部门","编号":"d1","单位名称":"某局","年度":2023,"方案":"national-2020","绩效指标":)"
       R"([{"一级":"产出指标","三级":"件数","目标":"≥10件","完成":"12件","分值":90}]})"
       "\n"});
  EXPECT_EQ(said.errors, "");
  EXPECT_NE(said.rows.find("d1,部门,部门整体,2023,national-2020,指标,,产出指标,,件数,≥10件,12件,90,,某局,"),
            std::string::npos)
      << said.rows;
}

TEST(BulkJson, ABadLineTakesNoOtherAway) {
  const struct {
    const char* line;
    const char* error;  ///< of 错误.csv, behind the file's name
  } kBad[] = {
      {R"({"id":"x",)", ",1,,B102,"},
      {R"({"title":"甲","scheme":"national-2020","indicators":[{"level1":"产出指标","name":"a","target":"1个"}]})",
       ",1,,B102,"},
      {R"({"id":"x","title":"甲","indicators":[{"level1":"产出指标","name":"a","target":"1个"}]})",
       ",1,,B103,"},
      {R"({"id":"x","title":"甲","scheme":"nowhere","indicators":[{"level1":"产出指标","name":"a"}]})",
       ",1,,B103,"},
      {R"({"id":"x","title":"甲","scheme":"national-2020","indicators":[{"level1":"产出指标"}]})",
       ",1,,L110,"},
      {R"({"id":"x","title":"甲","scheme":"national-2020","colour":1,"indicators":[]})", ",1,,L108,"},
      {R"({"id":"x","title":"甲","scheme":"national-2020","indicators":3})", ",1,,L109,"},
      {R"({"id":"x","id":"y"})", ",1,,B102,"},
      {R"({"id":"x","kind":"others","title":"甲","scheme":"national-2020","indicators":[{"level1":"a","name":"b"}]})",
       ",1,,L203,"},
      {R"({"id":"x","title":"甲","scheme":"national-2020","indicators":[{"level1":"产出指标","name":"a","full_marks":"五"}]})",
       ",1,,L201,"},
  };
  for (const auto& bad : kBad) {
    const Said said = bulk_of({std::string(bad.line) + "\n" + std::string(kJsonCard)});
    EXPECT_NE(said.errors.find(bad.error), std::string::npos) << bad.line << said.errors;
    EXPECT_EQ(said.outcome.cards, 2U) << bad.line;
    EXPECT_EQ(said.outcome.not_scored, 1U) << bad.line;
    EXPECT_NE(said.rows.find("没有计分"), std::string::npos) << said.rows;
    EXPECT_NE(said.rows.find("88.00"), std::string::npos) << said.rows;
    BulkOptions as_cards;
    as_cards.json = true;
    const Said lines = bulk_of({std::string(bad.line) + "\n" + std::string(kJsonCard)}, as_cards);
    EXPECT_EQ(std::count(lines.rows.begin(), lines.rows.end(), '\n'), 2) << "a line a card";
  }
  EXPECT_EQ(bulk_of({"{\n \"schema\": 1\n}\n"}).outcome.problems.front().id, "B101");
  EXPECT_EQ(bulk_of({table(kRowsOfIt), std::string(kJsonCard)}).outcome.problems.front().id, "B101");
}

TEST(Bulk, NamedValuesOfACellAnswerWhatARowAsksFor) {
  const std::string head = "编号,方案,一级指标,三级指标,目标,完成,分值,子项,计算数据,档点\n";
  const auto error = [&head](const char* cells) {
    return bulk_of({head + "a,national-2020,产出指标,件数,≥10件,12件,90," + cells + "\n"}).errors;
  };
  EXPECT_EQ(error("制度健全: 是；台账齐全：否,,"), "");
  EXPECT_EQ(error(",调整数: 12.5；年初数: 10,"), "");
  EXPECT_EQ(error(",,优: 100; 良: 90"), "");
  EXPECT_NE(error("制度健全,,").find(",子项,B105,"), std::string::npos);
  EXPECT_NE(error("制度健全: 大概,,").find(",子项,B105,"), std::string::npos);
  EXPECT_NE(error(",调整数: 多,").find(",计算数据,B106,"), std::string::npos);
  EXPECT_NE(error(",,: 100").find(",档点,B105,"), std::string::npos);
}

TEST(BulkCheck, SaysOfEachTableWhatCheckSaysOfItAlone) {
  // 50×8÷10 is 40, and 50 is claimed (A203); 8+50+30+10 is 98, and 90 is claimed (A101). The other table is right.
  const std::string rows = table(
      "p1,甲,2023,national-2020,预算执行,,,,100,80,10,8\n"
      "p1,甲,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,8件,50,50\n"
      "p1,甲,2023,national-2020,指标,效益指标,经济效益指标,就业率,≥80%,85%,30,30\n"
      "p1,甲,2023,national-2020,指标,满意度指标,,满意度,≥90%,95%,10,10\n"
      "p1,甲,2023,national-2020,总分,,,,,,100,90\n"
      "p2,乙,2023,national-2020,预算执行,,,,100,100,10,10\n"
      "p2,乙,2023,national-2020,指标,产出指标,数量指标,件数,≥10件,10件,50,50\n"
      "p2,乙,2023,national-2020,指标,效益指标,经济效益指标,就业率,≥80%,85%,30,30\n"
      "p2,乙,2023,national-2020,指标,满意度指标,,满意度,≥90%,95%,10,10\n");
  BulkOptions options;
  options.check = &language().years;
  const Said said = bulk_of({rows}, options);
  EXPECT_EQ(said.findings.find("级别,编号,表,指标,发现,依据和怎么改,位置\n错误,A203,p1 甲,件数,"), 0U)
      << said.findings;
  EXPECT_NE(said.findings.find("\n错误,A101,p1 甲,,"), std::string::npos) << said.findings;
  EXPECT_EQ(said.findings.find("p2 乙"), std::string::npos) << said.findings;
  EXPECT_TRUE(said.outcome.finding_ids.contains("A203"));
  EXPECT_EQ(said.rows, bulk_of({rows}).rows) << "the points do not depend on the check";
}

std::string many_rows(int cards) {
  std::string text(kHead);
  for (int c = 0; c < cards; ++c) {
    for (int r = 0; r < 9; ++r) {
      text += fmt::format("k{0},某项目,2023,national-2020,指标,产出指标,数量指标,件数{1},≥{2}件,{3}件,{4},\n",
                          c, r, 10 + c % 7, 9 + (c * r) % 5, r == 5 && c % 1000 == 7 ? "十" : "10");
    }
  }
  return text;
}

TEST(BulkPacked, IsReadByWhatIsInItAndWrittenByItsName) {
  const std::string rows = table(kRowsOfIt);
  const Said plain = bulk_of({rows});
  for (const Packing packing : {Packing::gzip, Packing::zstd}) {
    EXPECT_EQ(bulk_of({*packed(rows, packing)}).rows, plain.rows);
    // Pieces behind one another are one file, cut anywhere.
    EXPECT_EQ(bulk_of({*packed(rows.substr(0, 60), packing) + *packed(rows.substr(60), packing)}).rows,
              plain.rows);
    EXPECT_EQ(packed(rows, packing), packed(rows, packing)) << "no time, no name in it";
    const Said written = bulk_of({rows}, {}, {packing, packing});
    EXPECT_LT(written.rows.size(), plain.rows.size());
    EXPECT_EQ(bulk_of({written.rows}).rows, plain.rows) << "today's result is an input";
  }
  EXPECT_EQ(packing_of("得分.csv.gz"), Packing::gzip);
  EXPECT_EQ(packing_of("得分.zst"), Packing::zstd);
  EXPECT_EQ(packing_of("得分.csv"), Packing::none);
  EXPECT_EQ(without_packing("得分.csv.zst"), "得分.csv");
}

TEST(BulkPacked, AFileThatIsCutOffLosesNoWholeCardAndSaysSo) {
  const std::string rows = many_rows(3000);
  for (const Packing packing : {Packing::gzip, Packing::zstd}) {
    std::string bytes = *packed(rows, packing);
    bytes.resize(bytes.size() * 3 / 4);
    const Said said = bulk_of({bytes});
    ASSERT_EQ(said.outcome.problems.size(), 1U);
    EXPECT_EQ(said.outcome.problems[0].id, "I108");
    EXPECT_GT(said.outcome.cards, 500U);
    EXPECT_LT(said.outcome.cards, 3000U);
    EXPECT_EQ(said.outcome.rows, said.outcome.cards * 9) << "no card is cut in two";
  }
}

TEST(BulkPacked, ABombIsLeft) {
  const std::string path = testing::TempDir() + fmt::format("bulk-bomb-{}", ::getpid());
  const std::string piece = *packed(std::string(std::size_t{8} << 20, 'a'), Packing::zstd);
  {
    std::ofstream out(path, std::ios::binary);
    for (int i = 0; i < 12; ++i) out << piece;
  }
  auto file = PackedFile::open(path);
  ASSERT_TRUE(file);
  std::optional<diag::Diagnostic> problem;
  std::size_t read = 0;
  for (std::string bytes; !problem && read < (std::size_t{96} << 20); bytes.clear()) {
    problem = file->read(std::size_t{1} << 20, bytes);
    read += bytes.size();
  }
  std::remove(path.c_str());
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->id, "I110");
  EXPECT_LE(read, kInflationFree);
}

TEST(BulkResume, GoesOnWhereTheOutputEndsWhole) {
  const std::string rows = many_rows(9000);  // several blocks
  BulkOptions options;
  options.check = nullptr;
  Earlier ignored;
  const Said whole = bulk_of({rows}, options, {}, nullptr, &ignored, 1000);
  ASSERT_GT(whole.outcome.blocks, 4U);
  for (const std::size_t stop_at : {1U, 2U}) {
    Earlier stopped;
    bulk_of({rows}, options, {}, nullptr, &stopped, stop_at);
    ASSERT_LT(stopped.said.rows.size(), whole.rows.size());
    Earlier again;
    const Said continued = bulk_of({rows}, options, {}, &stopped, &again, 1000);
    EXPECT_FALSE(continued.outcome.other_input);
    EXPECT_EQ(continued.rows, whole.rows);
    EXPECT_EQ(continued.errors, whole.errors);
    EXPECT_EQ(continued.outcome.cards, whole.outcome.cards);
    EXPECT_EQ(continued.outcome.not_scored, whole.outcome.not_scored);
    EXPECT_EQ(continued.outcome.rows, whole.outcome.rows);
    EXPECT_EQ(continued.outcome.summary.to_csv(), whole.outcome.summary.to_csv());
  }
}

TEST(BulkResume, NeverMixesTwoInputs) {
  const std::string rows = many_rows(9000);
  Earlier stopped;
  bulk_of({rows}, {}, {}, nullptr, &stopped, 1);
  std::string other = rows;
  other[other.find("9件", 5000)] = '8';  // one figure of what was scored already
  EXPECT_TRUE(bulk_of({other}, {}, {}, &stopped).outcome.other_input);
  EXPECT_TRUE(bulk_of({rows.substr(0, 5000)}, {}, {}, &stopped).outcome.other_input);
  EXPECT_TRUE(bulk_of({table("") + rows}, {}, {}, &stopped).outcome.other_input);
  EXPECT_EQ(bulk_of({other}, {}, {}, &stopped).rows, stopped.said.rows) << "nothing was written";
}

TEST(BulkResume, ACheckpointIsOfOneJobAndWhole) {
  Checkpoint reached;
  reached.blocks = 3;
  reached.hash = 0xFFFFFFFFFFFFFFFFU;
  reached.sizes = {1, 2, 3};
  reached.finding_ids = {"A104"};
  GroupSums& sums = reached.summary.group("某局", "national-2020", "2023");
  sums.low = base::Decimal::of(7750, 2);
  sums.grades["优"] = 2;
  sums.marks_off = 7;
  sums.ranges = {1, 2, 3, 4, 5, 6};
  const std::string text = text_of_checkpoint(reached, "甲");
  const auto read = checkpoint_of(text, "甲");
  ASSERT_TRUE(read);
  EXPECT_EQ(text_of_checkpoint(*read, "甲"), text);
  EXPECT_EQ(read->summary.marks_off(), 7U);
  EXPECT_FALSE(checkpoint_of(text, "乙"));
  EXPECT_FALSE(checkpoint_of("", "甲"));
  for (std::size_t cut = 0; cut < text.size() - 2; cut += 7)
    EXPECT_FALSE(checkpoint_of(text.substr(0, cut), "甲"));
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

TEST(BulkCells, ALineWithoutQuotesIsSplitTheSameWay) {
  std::mt19937 random(3);  // NOLINT: the same lines every run
  for (int n = 0; n < 3000; ++n) {
    std::string line;
    for (auto size = random() % 60; size > 0; --size)
      line += random() % 3 == 0 ? "," : random() % 4 == 0 ? "效" : "\xAC";
    std::vector<std::string_view> cells;
    ASSERT_TRUE(split(line, ',', cells));
    for (const std::size_t places : {cells.size() - 1, cells.size(), cells.size() + 2}) {
      std::vector<std::string_view> into(places, "as before");
      ASSERT_EQ(split_unquoted(line, ',', into), cells.size()) << line;
      for (std::size_t i = 0; i < places; ++i)
        ASSERT_EQ(into[i], i < cells.size() ? cells[i] : "as before") << line;
    }
  }
}

}  // namespace
}  // namespace jiheng::bulk
