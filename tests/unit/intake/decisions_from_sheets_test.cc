// A review sheet that comes back: found by its columns, wherever they stand; only rows in which something was decided.
#include "engine/intake/decisions_from_sheets.h"

#include <gtest/gtest.h>

namespace jiheng::intake {
namespace {

office::Sheet sheet_of(const std::vector<std::vector<std::string>>& rows) {
  office::Sheet sheet;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (rows[r][c].empty()) continue;
      sheet.cells.push_back({rows[r][c], static_cast<int>(r) + 1, static_cast<int>(c) + 1});
    }
  }
  return sheet;
}

TEST(DecisionsFromSheets, ColumnsInAnyOrderBelowAnyLines) {
  const std::vector<office::Sheet> sheets = {
      sheet_of({{"按表汇总"}, {"表", "错误"}}),
      sheet_of({{"自评表审核表"},
                {"查了 2 张表"},
                {"处理意见", "编号", "发现", "表", "说明", "处理日期", "指标", "处理人"},
                {" 属实 ", "A104", "等级填错", "p26 培训", "已通知", "2024-03-01", "", "绩效科"},
                {"", "A204", "没有依据", "p26 培训", "", "", "人数", "绩效科"},
                {"", "A301", "没有原因", "p02 办案", "要问", "", "结案率", ""},
                {"不属实", "", "", "", "", "", "", ""}})};
  const auto read = decisions_from_sheets(sheets);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 2U);  // a name alone decides nothing; a row without 编号 is none
  EXPECT_EQ((*read)[0].id, "A104");
  EXPECT_EQ((*read)[0].table, "p26 培训");
  EXPECT_EQ((*read)[0].message, "等级填错");
  EXPECT_EQ((*read)[0].line, 4);
  EXPECT_EQ((*read)[0].decision.opinion, "属实");
  EXPECT_EQ((*read)[0].decision.note, "已通知");
  EXPECT_EQ((*read)[0].decision.by, "绩效科");
  EXPECT_EQ((*read)[0].decision.date, "2024-03-01");
  EXPECT_EQ((*read)[1].indicator, "结案率");
  EXPECT_EQ((*read)[1].decision.note, "要问");
}

TEST(DecisionsFromSheets, AnotherWorkbookIsNone) {
  EXPECT_FALSE(decisions_from_sheets(std::vector<office::Sheet>{}));
  EXPECT_FALSE(
      decisions_from_sheets(std::vector{sheet_of({{"编号", "表", "发现", "说明"}, {"A1", "t", "m", "n"}})}));
}

}  // namespace
}  // namespace jiheng::intake
