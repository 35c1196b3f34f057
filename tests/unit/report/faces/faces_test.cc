// One small report in its three faces; expectations counted by hand.
#include <gtest/gtest.h>

#include "engine/base/text.h"
#include "engine/report/faces/csv_from_report.h"
#include "engine/report/faces/markdown_from_report.h"
#include "engine/report/faces/text_from_report.h"

namespace jiheng::report {
namespace {

Report one_table(std::vector<Column> columns, std::vector<Row> rows) {
  return {{Table{std::move(columns), std::move(rows)}}};
}

TEST(TextFromReport, AlignsByDisplayWidth) {
  const Report report = one_table({{"指标"}, {"得分", Align::right, true}},
                                  {{{{"培训人数"}, {"1.5"}}, {}}, {{{"ab"}, {"10.00"}}, {{"未达标"}}}});
  EXPECT_EQ(text_from_report(report, {}),
            "指标       得分\n"
            "───────────────\n"
            "培训人数    1.5\n"
            "ab        10.00\n"
            "    未达标\n");
}

TEST(TextFromReport, WrapsTextsAndNeverCutsNumbers) {
  const Report report = one_table({{"指标"}, {"金额", Align::right, true}},
                                  {{{{"一二三四五六七八九十"}, {"123456789.123456789"}}, {}}});
  const std::string text = text_from_report(report, {.width = 30, .colour = false});
  EXPECT_NE(text.find("123456789.123456789"), std::string::npos);
  // 30 - 19 (the number) - 2 (the gap) leaves 9 columns: four characters a line.
  EXPECT_NE(text.find("一二三四   123456789.123456789\n五六七八\n九十\n"), std::string::npos) << text;
}

TEST(TextFromReport, ColumnsWithALimitGiveWayFirst) {
  const Report report = one_table({{"二级", Align::left, false, 8}, {"指标"}},
                                  {{{{"服务对象满意度"}, {"一二三四五六七八"}}, {}}});
  // 14 + 2 + 16 columns do not fit into 26; 8 + 2 + 16 do.
  EXPECT_NE(
      text_from_report(report, {.width = 26, .colour = false}).find("服务对象  一二三四五六七八\n满意度\n"),
      std::string::npos);
  EXPECT_NE(
      text_from_report(report, {.width = 32, .colour = false}).find("服务对象满意度  一二三四五六七八\n"),
      std::string::npos);
}

TEST(TextFromReport, KeepsEveryLineInsideTheWidth) {
  const std::string words =
      "为农民工讨薪，维护农民工合法权益；提高劳动政策法规的学习，营造学法、懂法、守法的良好社会环境";
  Report report =
      one_table({{"甲"}, {"乙"}, {"数", Align::right, true}}, {{{{words}, {words}, {"98.37"}}, {{words}}}});
  report.blocks.emplace_back(Paragraph{words + words, Mark::plain, 4});
  const std::string text = text_from_report(report, {.width = 60, .colour = false});
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size(); ++lines) {
    const std::size_t end = text.find('\n', at);
    EXPECT_LE(base::display_width(text.substr(at, end - at)), 60U);
    at = end + 1;
  }
  EXPECT_GT(lines, 6U);
}

TEST(TextFromReport, ColoursOnlyWhenAskedAndLetsNoControlThrough) {
  const Report report = {{Paragraph{"错\x1b[2J误\a", Mark::bad}}};
  EXPECT_EQ(text_from_report(report, {.width = 100, .colour = false}), "错 [2J误 \n");
  EXPECT_EQ(text_from_report(report, {.width = 100, .colour = true}), "\x1b[31m错 [2J误 \x1b[0m\n");
}

TEST(MarkdownFromReport, EscapesCells) {
  Report report = one_table({{"指标"}, {"得分", Align::right, true}},
                            {{{{"a|b*\n<script>"}, {"1.37", Mark::bad}}, {{"说明"}}}});
  report.blocks.insert(report.blocks.begin(), Heading{2, "表#1"});
  EXPECT_EQ(markdown_from_report(report),
            "## 表\\#1\n\n"
            "| 指标 | 得分 |\n"
            "| --- | ---: |\n"
            "| a\\|b\\*<br>\\<script\\> | **1.37** |\n"
            "| 说明 | |\n");
}

TEST(CsvFromReport, QuotesAndNeutralisesFormulas) {
  const Report report =
      one_table({{"目标"}, {"得分"}},
                {{{{"=1+1"}, {"-4.40"}}, {}}, {{{"@a,\"b\""}, {"+5"}}, {}}, {{{"-几"}, {"98.37"}}, {}}});
  EXPECT_EQ(csv_from_report(report),
            "目标,得分\n"
            "'=1+1,-4.40\n"
            "\"'@a,\"\"b\"\"\",+5\n"
            "'-几,98.37\n");
}

}  // namespace
}  // namespace jiheng::report
