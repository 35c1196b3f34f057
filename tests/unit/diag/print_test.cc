#include "engine/diag/print.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "engine/diag/catalogue.h"

namespace jiheng::diag {
namespace {

base::Place place_in(const std::string& text, int line, int column, int length) {
  return {std::make_shared<const base::Source>(base::Source{"p26.yaml", text}), line, column, length};
}

std::string line_no(const std::string& text, int wanted) {
  std::size_t begin = 0;
  for (int i = 1; i < wanted; ++i) begin = text.find('\n', begin) + 1;
  return text.substr(begin, text.find('\n', begin) - begin);
}

TEST(Print, MarksThePieceByDisplayWidth) {
  const std::string text = "甲: 1\n    目标: ≥百分之玖陆点\n乙: 2\n";
  const Diagnostic d = {"T104", "看不懂目标值“≥百分之玖陆点”", "比较号后面要写数字。", "写成“≥96%”。",
                        place_in(text, 2, 9, 7)};
  EXPECT_EQ(to_text(d, {}),
            "p26.yaml:2:9: 错误[T104]: 看不懂目标值“≥百分之玖陆点”\n"
            "    2 |     目标: ≥百分之玖陆点\n"
            "      |           ^^^^^^^^^^^^^\n"
            "  说明: 比较号后面要写数字。\n"
            "  怎么改: 写成“≥96%”。\n"
            "  详见: jiheng explain T104\n");
}

TEST(Print, StandsAloneWithoutAPlace) {
  const Diagnostic d = {"C104", "没有可处理的内容", "", "", {}};
  EXPECT_EQ(to_text(d, {}), "错误[C104]: 没有可处理的内容\n  详见: jiheng explain C104\n");
}

TEST(Print, NamesTheFileWhereThereIsNoLine) {
  const Diagnostic d = {"C101", "文件读不出来", "", "", place_in("", 0, 0, 0)};
  EXPECT_EQ(line_no(to_text(d, {}), 1), "p26.yaml: 错误[C101]: 文件读不出来");
}

TEST(Print, NamesACellOfASheetAsTheSpreadsheetDoes) {
  const auto sheet = std::make_shared<const base::Source>(base::Source{"自评.xlsx", "", "项目一"});
  EXPECT_EQ(to_text(base::Place{sheet, 12, 5, 0}), "自评.xlsx:项目一!E12");
  EXPECT_EQ(to_text(base::Place{sheet, 3, 28, 0}), "自评.xlsx:项目一!AB3");
  EXPECT_EQ(to_text(base::Place{sheet, 3, 0, 0}), "自评.xlsx:项目一:3");
  EXPECT_EQ(cell_name({sheet, 12, 27, 0}), "AA12");
  const Diagnostic d = {"T101", "目标值为空", "", "", {sheet, 12, 5, 0}};
  EXPECT_EQ(to_text(d, {}), "自评.xlsx:项目一!E12: 提示[T101]: 目标值为空\n  详见: jiheng explain T101\n");
}

TEST(Print, GoesOnBelowPastTheWidth) {
  const std::string long_text(40, 'x');
  Diagnostic d = {"C106", "", "", "", {}};
  d.message = d.why =
      "没有写明方案，没有方案就没有计分的规则，看表上印的是哪一个，认可建议就写在表里，或者写在命令里。";
  d.place = place_in(long_text + "≥百分之玖陆点" + long_text + long_text + "\n", 1, 41, 7);
  const std::string out = to_text(d, {.colour = false, .width = 60});
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t end = out.find('\n', at);
    EXPECT_LE(base::display_width(out.substr(at, end - at)), 60U) << out.substr(at, end - at);
    at = end + 1;
  }
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n') > 6, true);
  // Nothing is lost, and the head is coloured all the same.
  EXPECT_NE(to_text(d, {.colour = true, .width = 60}).find("\x1b[31m错误[C106]\x1b[0m"), std::string::npos);
  EXPECT_EQ(to_text(d, {}), to_text(d, {.colour = false, .width = 2000}));
}

TEST(Print, ColoursOnlyTheHead) {
  const Diagnostic d = {"T101", "目标值为空", "", "", {}};
  EXPECT_EQ(line_no(to_text(d, {.colour = true}), 1), "\x1b[36m提示[T101]\x1b[0m: 目标值为空");
}

TEST(Print, LetsNoControlCharacterThrough) {
  const std::string text = "a\x1b[2J\x07绩\tb\r\n";
  Diagnostic d = {"T104", "看不懂“\x1b[2J”", "为\x9b何", "改\n法", place_in(text, 1, 7, 1)};
  const std::string shown = to_text(d, {});
  EXPECT_EQ(shown.find('\x1b'), std::string::npos);
  EXPECT_EQ(shown.find('\r'), std::string::npos);
  EXPECT_EQ(line_no(shown, 2), "    1 | a [2J 绩 b");
  EXPECT_EQ(line_no(shown, 3), "      |       ^^");
}

TEST(Print, ShowsThePartOfALongLineThatMatters) {
  const std::string text = std::string(500, 'x') + "绩效" + std::string(500, 'y');
  const Diagnostic d = {"T104", "看不懂", "", "", place_in(text, 1, 501, 2)};
  const std::string shown = to_text(d, {});
  const std::string line = line_no(shown, 2);
  EXPECT_TRUE(line.starts_with("    1 | …xxxxxxxxxxxx绩效yyy")) << line;
  EXPECT_LE(base::display_width(line), 8U + 98U);
  EXPECT_EQ(line_no(shown, 3), "      | " + std::string(13, ' ') + "^^^^");
}

TEST(Print, MarksNoFurtherThanWhatIsShown) {
  const std::string text(5000, 'x');
  const std::string shown = to_text(Diagnostic{"T104", "看不懂", "", "", place_in(text, 1, 1, 5000)}, {});
  EXPECT_EQ(line_no(shown, 3), "      | " + std::string(96, '^'));
}

TEST(Print, BearsPlacesThatAreNotThere) {
  for (const auto& [line, column] : {std::pair(1, 99), std::pair(99, 1), std::pair(2, 1), std::pair(1, 1)}) {
    const std::string shown =
        to_text(Diagnostic{"T104", "看不懂", "", "", place_in("ab\n", line, column, 3)}, {});
    EXPECT_NE(shown.find("看不懂"), std::string::npos);
  }
  EXPECT_FALSE(to_text(Diagnostic{"T104", "看不懂", "", "", place_in("\xFF\xFE", 1, 2, 1)}, {}).empty());
}

TEST(Print, PrintsManyInOneText) {
  const base::Place first = place_in("甲\n乙丙\n", 1, 1, 1);
  base::Place second = first;
  second.line = 2;
  second.column = 2;
  const std::string shown = to_text({{"T104", "一", "", "", second}, {"T104", "二", "", "", first}}, {});
  EXPECT_NE(shown.find("    2 | 乙丙\n      |   ^^\n"), std::string::npos) << shown;
  EXPECT_NE(shown.find("\n\np26.yaml:1:1: 错误[T104]: 二\n    1 | 甲\n      | ^^\n"), std::string::npos)
      << shown;
}

TEST(Print, ManyMessagesAboutOneLongLineStayLinear) {
  base::Place place = place_in(std::string(4 << 20, 'x'), 1, 1, 1);
  std::vector<Diagnostic> list;
  for (int i = 0; i < 4000; ++i) {
    place.column = 1 + i * 1000;
    list.push_back({"T104", "看不懂", "", "", place});
  }
  // Each from the beginning would be 8 thousand million characters; the test then runs into its time limit.
  EXPECT_GT(to_text(list, {}).size(), 4000U * 100U);
}

TEST(Catalogue, IsSortedAndWhole) {
  std::string previous;
  for (const CatalogueEntry& entry : catalogue()) {
    EXPECT_LT(previous, entry.id);
    previous = entry.id;
    EXPECT_EQ(entry.id.size(), 4U) << entry.id;
    EXPECT_FALSE(entry.title.empty()) << entry.id;
    EXPECT_EQ(entry.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), std::string_view::npos)
        << entry.id;
    EXPECT_TRUE(entry.status == "试行" || entry.status == "正式" || entry.status == "停用") << entry.id;
    EXPECT_EQ(find_entry(entry.id), &entry);
  }
}

TEST(Catalogue, FindsInEitherCase) {
  ASSERT_NE(find_entry("t104"), nullptr);
  EXPECT_EQ(find_entry("t104")->id, "T104");
  EXPECT_EQ(find_entry("T000"), nullptr);
  EXPECT_EQ(find_entry(""), nullptr);
}

TEST(Catalogue, GivesTheSeverityOfAMessage) {
  EXPECT_TRUE(has_errors({{"T101", "", "", "", {}}, {"T104", "", "", "", {}}}));
  EXPECT_FALSE(has_errors({{"T101", "", "", "", {}}}));
  EXPECT_TRUE(has_errors({{"none such", "", "", "", {}}}))
      << "an id outside the catalogue is never taken lightly";
}

}  // namespace
}  // namespace jiheng::diag
