// Tables of texts that are drawn with bars: Markdown, exports of pages, boxes; and csv cut by bars.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/intake/tables/tables_from_sheets.h"
#include "engine/intake/tables/text_lines.h"
#include "engine/office/sheets_from_csv.h"
#include "tests/unit/intake/documents.h"

namespace jiheng::intake {

namespace {

/// "一级/二级/三级=目标|完成|分值|得分" of each row.
std::vector<std::string> drawn_rows(const diag::Result<Document>& result) {
  std::vector<std::string> out;
  for (const Table& table : result->tables) {
    for (const TableRow& row : table.rows) {
      out.push_back(row.level1.text + "/" + row.level2.text + "/" + row.name.text + "=" + row.target.text +
                    "|" + row.actual.text + "|" + row.full_marks.text + "|" + row.score.text);
    }
  }
  return out;
}

using DrawnRows = std::vector<std::string>;

const DrawnRows kTwo = {"产出指标/数量指标/培训人数=≥100人|120人|50|50",
                        "效益指标/社会效益指标/合格率=≥90%|95%|40|40"};

TEST(DrawnTables, Markdown) {
  const auto result = read_text(R"(项目支出绩效自评表
（2023年度）
| 项目名称 | 甲项目 | 实施单位 | 乙中心 |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
|---|---|---|---|---|---|---|
| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 120人 | 50 | 50 |
| 效益指标 | 社会效益指标 | 合格率 | ≥90% | 95% | 40 | 40 |
)");
  EXPECT_EQ(drawn_rows(result), kTwo);
  const Table& table = result->tables.at(0);
  EXPECT_EQ(table.title.text, "甲项目");
  EXPECT_EQ(table.unit.text, "乙中心");
  EXPECT_EQ(table.year, 2023);
  EXPECT_EQ(table.rows[0].target.place.line, 6);
  EXPECT_EQ(table.rows[0].target.place.column,
            24);  // | 产出指标 | 数量指标 | 培训人数 | ≥: the character of the line
}

TEST(DrawnTables, WithAlignmentBoldAndBlankCells) {
  const auto result = read_text(R"(## **甲项目绩效自评表**

| **一级指标** | **二级指标** | **三级指标** | 年度指标值 | 实际完成值 | 分值 | 得分 |
|:---:|:---|---:|-----|---|---|---|
| **产出指标** | 数量指标 | 培训人数 | ≥100人 | 120人 | 50 | 50 |
| | | 培训次数\|场次 | ≥3次 | 3次 | 10 | 10 |
| 效益指标 | 社会效益指标 | 合格率 | ≥90% | 95% | 40 | 40 |
| **合计** | | | | | 100 | 100 |

以上数据由各科室提供，全年没有调整。
)");
  EXPECT_EQ(drawn_rows(result),
            (DrawnRows{kTwo[0], "产出指标/数量指标/培训次数|场次=≥3次|3次|10|10", kTwo[1]}));
  EXPECT_EQ(result->tables.at(0).total.text, "100");
}

TEST(DrawnTables, WithoutBarsOutsideAndInBoxes) {
  for (const char* text : {R"(甲项目绩效自评表
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
--- | --- | --- | --- | --- | --- | ---
产出指标 | 数量指标 | 培训人数 | ≥100人 | 120人 | 50 | 50
效益指标 | 社会效益指标 | 合格率 | ≥90% | 95% | 40 | 40
)",
                           R"(甲项目绩效自评表
┌──────┬──────┬──────┬──────┬──────┬──┬──┐
│一级指标│二级指标│三级指标│年度指标值│实际完成值│分值│得分│
├──────┼──────┼──────┼──────┼──────┼──┼──┤
│产出指标│数量指标│培训人数│≥100人│120人│50│50│
│效益指标│社会效益指标│合格率│≥90%│95%│40│40│
└──────┴──────┴──────┴──────┴──────┴──┴──┘
)",
                           R"(甲项目绩效自评表
一级指标｜二级指标｜三级指标｜年度指标值｜实际完成值｜分值｜得分
产出指标｜数量指标｜培训人数｜≥100人｜120人｜50｜50
效益指标｜社会效益指标｜合格率｜≥90%｜95%｜40｜40
)"}) {
    EXPECT_EQ(drawn_rows(read_text(text)), kTwo) << text;
  }
}

TEST(DrawnTables, ABlankFirstCellWithoutABarOutside) {
  const auto result = read_text(R"(甲项目绩效自评表
一级指标 | 二级指标 | 三级指标 | 年度指标值
产出指标 | 数量指标 | 培训人数 | ≥100人
 | 质量指标 | 合格率 | ≥90%
)");
  EXPECT_EQ(drawn_rows(result),
            (DrawnRows{"产出指标/数量指标/培训人数=≥100人|||", "产出指标/质量指标/合格率=≥90%|||"}));
}

TEST(DrawnTables, ABarBehindEachCellOnItsLine) {
  const auto result = read_text(
      "项目支出绩效目标表\n项目名称|\n甲项目|\n一级指标|\n二级指标|\n三级指标|\n指标值|\n产出指标|\n数量指标|"
      "\n培训人数|\n"
      "≥100人|\n");
  EXPECT_EQ(drawn_rows(result), DrawnRows{"产出指标/数量指标/培训人数=≥100人|||"});
}

TEST(DrawnTables, SeveralProjectsAndUnknownHeadings) {
  const auto result = read_text(R"(项目绩效目标表
| 项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 填报口径 |
|---|---|---|---|---|---|
| 甲经费 | 产出指标 | 数量指标 | 人数 | ≥100人 | 按人头 |
| 乙经费 | 产出指标 | 数量指标 | 次数 | ≥3次 | |
)");
  ASSERT_EQ(result->tables.size(), 2U);
  EXPECT_EQ(result->tables[0].title.text, "甲经费");
  EXPECT_EQ(result->tables[1].title.text, "乙经费");
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].id, "I145");
  EXPECT_EQ(result.problems[0].place.line, 2);
}

TEST(DrawnTables, OneLineWithBarsIsNoTable) {
  const auto lines = lines_of(source_of("首页 | 政务公开 | 预决算\n甲县2023年度决算公开\n首页|返回\n"));
  for (const Line& line : lines) EXPECT_FALSE(line.drawn) << line.text;
}

TEST(DrawnTables, CsvCutByBars) {
  for (const char* text : {"一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n产出指标|数量指标|"
                           "培训人数|≥100人|120人|50|50\n"
                           "效益指标|社会效益指标|合格率|≥90%|95%|40|40\n",
                           "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 "
                           "|\n|---|:--:|---|---|---|---|---|\n"
                           "| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 120人 | 50 | 50 |\n"
                           "| 效益指标 | 社会效益指标 | 合格率 | ≥90% | 95% | 40 | 40 |\n",
                           "一级指标｜二级指标｜三级指标｜年度指标值｜实际完成值｜分值｜得分\n产出指标｜数量"
                           "指标｜培训人数｜≥100人｜120人｜50｜50\n"
                           "效益指标｜社会效益指标｜合格率｜≥90%｜95%｜40｜40\n"}) {
    const auto sheet = office::sheet_from_csv(source_of(text));
    ASSERT_TRUE(sheet) << text;
    EXPECT_EQ(drawn_rows(tables_from_sheets(forms(), source_of(""), std::span(&*sheet, 1))), kTwo) << text;
  }
}

}  // namespace
}  // namespace jiheng::intake
