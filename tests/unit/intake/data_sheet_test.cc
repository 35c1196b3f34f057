// The sheet 计算数据 of a workbook of ours: its cells come to the rows of the same name.
#include "engine/intake/tables/data_sheet.h"

#include <gtest/gtest.h>

#include "engine/intake/scorecard_from_table.h"

namespace jiheng::intake {
namespace {

Line line_of(const std::vector<std::string>& cells) {
  Line line;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (cells[c].empty()) continue;
    Piece piece;
    piece.text = cells[c];
    piece.column = c;
    line.pieces.push_back(piece);
  }
  return line;
}

TEST(DataSheet, CellsComeToTheirRows) {
  const std::vector<Line> lines = {line_of({"计算数据：评分标准要知道的，一项一格，填在“填”一栏"}),
                                   line_of({"表", "指标", "要知道的", "单位", "填"}),
                                   line_of({"部门整体", "制度健全性", "制定了管理办法", "", "是"}),
                                   line_of({"部门整体", "空气优良率", "优良率", "%", "83"}),
                                   line_of({"部门整体", "安全生产", "一般事故", "起", "2"}),
                                   line_of({"部门整体", "安全生产", "发生重大事故", "", ""}),
                                   line_of({"部门整体", "别的指标", "几次", "次", "1"})};
  ASSERT_TRUE(is_data_sheet(lines));
  Document document;
  Table& table = document.tables.emplace_back();
  for (const char* name : {"制度健全性", "空气优良率", "安全生产"})
    table.rows.emplace_back().name.text = name;
  put_data_of_sheet(lines, document);
  ASSERT_EQ(table.rows[0].data.size(), 1U);
  EXPECT_EQ(table.rows[0].data[0].second.text, "是");
  ASSERT_EQ(table.rows[1].data.size(), 1U);
  EXPECT_EQ(table.rows[1].data[0].second.text, "83%");  // the unit stands beside it
  ASSERT_EQ(table.rows[2].data.size(), 1U);             // a blank cell says nothing
  ASSERT_EQ(document.passed_over.size(), 1U);           // of a row that is not there
  const auto card = scorecard_from_table(table);
  const auto& rows = card->sections.at(0).indicators;
  EXPECT_EQ(rows[0].answers.size(), 1U);
  EXPECT_EQ(rows[1].answers.size(), 1U);
  ASSERT_EQ(rows[2].inputs.size(), 1U);
  EXPECT_EQ(rows[2].inputs[0].second.value, base::Decimal(2));
}

/// 部门项目总数 is asked for by two rows of one name: the second line of the name is the second row's, also where the first is blank.
TEST(DataSheet, RowsOfOneNameTakeTheirLinesInOrder) {
  Document document;
  Table& table = document.tables.emplace_back();
  for (int i = 0; i < 2; ++i) table.rows.emplace_back().name.text = "绩效监控完成率";
  put_data_of_sheet(
      std::vector<Line>{line_of({"部门整体", "绩效监控完成率", "已完成绩效监控项目数量", "", "20"}),
                        line_of({"部门整体", "绩效监控完成率", "部门项目总数", "", ""}),
                        line_of({"部门整体", "绩效监控完成率", "已完成绩效监控项目数量", "", "9"}),
                        line_of({"部门整体", "绩效监控完成率", "部门项目总数", "", "10"})},
      document);
  ASSERT_EQ(table.rows[0].data.size(), 1U);
  EXPECT_EQ(table.rows[0].data[0].second.text, "20");
  ASSERT_EQ(table.rows[1].data.size(), 2U);
  EXPECT_EQ(table.rows[1].data[0].second.text, "9");
  EXPECT_EQ(table.rows[1].data[1].second.text, "10");
}

TEST(DataSheet, IsToldByItsTitleNowAndBefore) {
  for (const char* title : {"计算数据：评分标准要知道的，一项一格，填在“填”一栏",
                            "计算数据：评分标准和方案的算式要知道的，一项一格，填在“填”一栏"})
    EXPECT_TRUE(is_data_sheet(std::vector<Line>{line_of({title})})) << title;
}

TEST(DataSheet, AnotherSheetIsNone) {
  EXPECT_FALSE(is_data_sheet(std::vector<Line>{}));
  EXPECT_FALSE(is_data_sheet(std::vector<Line>{line_of({"计算数据"})}));
}

}  // namespace
}  // namespace jiheng::intake
