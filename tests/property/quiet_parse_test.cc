// A cell read with nothing said is read as with all said: the same in every field but the pieces, and of the problems the
// same ids at the same places. Over the cells of all tables of tests/cases, every unit of the shipped rules behind
// every shape of number, and these texts with characters taken out, put in and exchanged.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "engine/target/parse.h"
#include "tests/property/rounds.h"
#include "tests/property/shipped_rules.h"

namespace jiheng::target {
namespace {

std::vector<std::string> cells_of_tables() {
  std::set<std::string> cells;
  for (const char* name : {"target.tsv", "verdict.tsv", "published_readings.tsv", "published_cells.txt"}) {
    std::ifstream file(std::string(JIHENG_SOURCE_DIR) + "/tests/cases/" + name);
    for (std::string line; std::getline(file, line);) {
      for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find('\t', at), line.size());
        cells.insert(line.substr(at, end - at));
        at = end + 1;
      }
    }
  }
  return {cells.begin(), cells.end()};
}

class QuietParse : public ::testing::Test {
 protected:
  void same(const std::string& cell) {
    for (const bool actual : {false, true}) {
      ParseContext context{shipped::units(), shipped::words()};
      context.actual = actual;
      if (actual) context.year = 2024;
      const Predicate told = parse(cell, context);
      context.say = Say::nothing;
      const Predicate quiet = parse(cell, context);
      ASSERT_TRUE(same_reading(told, quiet)) << cell << "\n" << dump(told) << "\n" << dump(quiet);
      ASSERT_EQ(told.problems.size(), quiet.problems.size()) << cell;
      for (std::size_t i = 0; i < told.problems.size(); ++i) {
        ASSERT_EQ(told.problems[i].id, quiet.problems[i].id) << cell;
        ASSERT_EQ(told.problems[i].span.offset, quiet.problems[i].span.offset) << cell;
        ASSERT_EQ(told.problems[i].span.length, quiet.problems[i].span.length) << cell;
      }
      ASSERT_TRUE(quiet.pieces.empty()) << cell;
    }
  }
};

TEST_F(QuietParse, OfTheTablesOfCases) {
  for (const std::string& cell : cells_of_tables()) same(cell);
}

TEST_F(QuietParse, OfEveryUnitBehindEveryNumber) {
  const auto& units = shipped::units().entries();
  for (std::size_t u = 0; u < units.size(); u += kSanitized ? 10 : 1) {
    const quantity::UnitEntry* unit = units[u];
    for (const char* sign : {"", "≥", "＜=", "《", "不低于"}) {
      for (const char* number :
           {"0", "12.50", "250", "2023", "2023.12", "20231231", "1,437", "7.34万", "八", "3千", "1.2.3"}) {
        for (const char* behind : {"", "以上", "/人", "。"})
          same(std::string(sign) + number + unit->name + behind);
      }
    }
  }
}

TEST_F(QuietParse, OfEveryDay) {
  for (const char* year : {"", "2023年", "2024年", "1899年", "23年", "2023年度"}) {
    for (int month = 0; month <= 13; ++month) {
      const std::string begin = year + std::to_string(month) + "月";
      for (const char* behind : {"", "前", "底", "底前", "末前", "份", "初", "以前"}) same(begin + behind);
      for (int day = 0; day <= 32; ++day) {
        for (const char* behind : {"", "前", "之前", "18:00", "完成"})
          same(begin + std::to_string(day) + "日" + behind);
      }
    }
  }
}

TEST_F(QuietParse, OfEveryComparison) {
  for (const char* sign : {"≥",      "≤",      ">",    "<",      "=",      ">=",       "<=",
                           "=>",     "≥≥",     "≧",    "不低于", "不少于", "不小于",   "不高于",
                           "不超过", "不大于", "不足", "达到",   "约",     "不得超过", "≥不低于"}) {
    for (const char* number : {"5", "0.5", "05", "5.", ".5", "2022", "2022.5", "12345678", "123456789012345",
                               "1234567890123456", "5万", "5.5亿", "5万亿", "5万零", "250", "-5"}) {
      for (const char* unit :
           {"", "%", "人", "人次", "件", "分", "成", "千克", "年", "天", "元/人", "个百分点", "万"}) {
        for (const char* blank : {"", " ", "  ", "\t"})
          for (const char* other : {"", " "}) same(std::string(sign) + blank + number + other + unit);
        same(std::string(" ") + number + unit);
        same(std::string(number) + unit + " ");
        same(std::string(number) + " " + unit);
      }
    }
  }
}

TEST_F(QuietParse, OfCellsGoneWrong) {
  const std::vector<std::string> cells = cells_of_tables();
  std::u32string letters = U"0123456789.,%≥≤>=<-~/（）()每人元万亿月年日底前成余多几半以上内百Qk分之约";
  std::mt19937 random(7);  // NOLINT: the same cells every run
  for (int n = 0; n < rounds(60'000); ++n) {
    std::string cell = cells[random() % cells.size()];
    for (auto changes = 1 + random() % 2; changes > 0; --changes) {
      std::vector<std::size_t> places{0};
      for (std::size_t at = 0; at < cell.size();) places.push_back(at += base::decode_at(cell, at).bytes);
      const std::size_t at = random() % places.size();
      const std::size_t end = places[std::min(at + random() % 2, places.size() - 1)];
      std::string put;
      if (random() % 3 != 0) base::append_utf8(put, letters[random() % letters.size()]);
      cell.replace(places[at], end - places[at], put);
    }
    same(cell);
  }
}

}  // namespace
}  // namespace jiheng::target
