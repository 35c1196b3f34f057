// Every combination of a sign or word before, a number, a unit and a word behind, against what their meanings add up
// to: all small inputs are tried, so that no pair of words is read differently from its parts.
#include <chrono>
#include <string>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/text.h"
#include "tests/unit/target/cases.h"

namespace jiheng::target {
namespace {

struct Meaning {
  const char* text;
  const char* op;  ///< "" says nothing
};
const std::vector<Meaning> kBefore = {
    {"", ""},         {"≥", ">="},      {"≦", "<="},    {">", ">"},           {"＜", "<"},   {"不低于", ">="},
    {"不少于", ">="}, {"至少", ">="},   {"达到", ">="}, {"大于等于", ">="},   {"超过", ">"}, {"高于", ">"},
    {"不超过", "<="}, {"不高于", "<="}, {"至多", "<="}, {"小于或等于", "<="}, {"低于", "<"}, {"少于", "<"},
    {"=", "="},       {"等于", "="},    {"约", "~"},    {"预计", "~"},        {"≈", "~"}};
const std::vector<Meaning> kBehind = {{"", ""},       {"以上", ">="}, {"及以上", ">="}, {"（含）以上", ">="},
                                      {"以下", "<="}, {"以内", "<="}, {"之内", "<="},   {"左右", "~"},
                                      {"上下", "~"}};
struct Written {
  const char* text;
  const char* dump;
};
const std::vector<Written> kNumbers = {{"96", "96"},
                                       {"９６", "96"},
                                       {"0", "0"},
                                       {"98.50", "98.50"},
                                       {"1,437", "1437"},
                                       {"二十", "20"},
                                       {"三百五十", "350"},
                                       {"5百", "500"},
                                       {"7.34万", "7.34 *10000"},
                                       {"2亿", "2 *100000000"},
                                       {"3千万", "3000 *10000"},
                                       {"2亿5000万", "25000 *10000"}};
const std::vector<Written> kUnits = {{"%", " %"},
                                     {"百分比", " %"},
                                     {"人", " 人"},
                                     {"人次", " 人次"},
                                     {"元", " 元"},
                                     {"元/人/月", " 元/人/月"},
                                     {"个百分点", " 百分点"},
                                     {"个工作日", " 工作日"},
                                     {"平方米", " 平方米"},
                                     {"", ""}};

char side(const std::string& op) {
  return op == ">=" || op == ">" ? '>' : op == "<=" || op == "<" ? '<' : op.empty() ? ' ' : op[0];
}

/// The dump the parts add up to.
std::string expected(const Meaning& before, const Written& number, const Written& unit,
                     const Meaning& behind) {
  const std::string a = before.op;
  const std::string b = behind.op;
  std::string op = a;
  bool debatable = false;
  if (a.empty()) {
    op = b.empty() ? "none" : b;
  } else if (!b.empty() && a != b) {
    if (side(a) == '~') {  // 约…以上: the real one counts
      op = b;
      debatable = true;
    } else if (side(b) == '~') {
      debatable = true;
    } else if (side(a) == '=') {
      op = b;
    } else if (side(a) == side(b)) {  // 超过95%以上
      debatable = true;
    } else {
      return "unreadable debatable";
    }
  }
  return "quantity " + op + " " + number.dump + unit.dump + (debatable ? " debatable" : " sure");
}

TEST(Combinations, EveryPairOfWordsReadsAsItsParts) {
  const ParseContext context{shipped_rules().units, shipped_rules().words};
  int tried = 0;
  for (const Meaning& before : kBefore) {
    for (const Written& number : kNumbers) {
      for (const Written& unit : kUnits) {
        for (const Meaning& behind : kBehind) {
          const std::string cell = std::string(before.text) + number.text + unit.text + behind.text;
          const Predicate p = parse(cell, context);
          ASSERT_EQ(dump(p), expected(before, number, unit, behind)) << cell;
          ASSERT_TRUE(same_reading(p, parse(print(p), context))) << cell << " printed as " << print(p);
          ++tried;
        }
      }
    }
  }
  EXPECT_EQ(tried, 23 * 12 * 10 * 9);
}

TEST(Combinations, EveryRangeReadsAsItsEnds) {
  const ParseContext context{shipped_rules().units, shipped_rules().words};
  for (const char* connector : {"-", "~", "～", "—", "–", "－", "至", "到", "--", "——"}) {
    for (const Written& unit : kUnits) {
      const std::string u = unit.text;
      const std::string want = std::string("range in 3..5") + unit.dump + " sure";
      EXPECT_EQ(dump(parse("3" + std::string(connector) + "5" + u, context)), want) << connector << u;
      EXPECT_EQ(dump(parse("3" + u + connector + "5" + u, context)), want) << connector << u;
    }
  }
}

/// Every day of a year in every way a day is written, with and without the year.
TEST(Combinations, EveryDayReadsAsItself) {
  const ParseContext context{shipped_rules().units, shipped_rules().words};
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  for (const int year : {2023, 2024}) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= 31; ++day) {
        const bool exists = day <= base::days_in_month(year, month);
        const std::string y = std::to_string(year);
        const std::string m = std::to_string(month);
        const std::string d = std::to_string(day);
        const std::string date = y + "-" + two(month) + "-" + two(day);
        for (const std::string& cell :
             {y + "年" + m + "月" + d + "日前", y + "." + m + "." + d + "前",
              y + "-" + two(month) + "-" + two(day) + "之前", y + "/" + m + "/" + d + "以前"}) {
          EXPECT_EQ(dump(parse(cell, context)),
                    exists ? "deadline <= " + date + " sure" : "unreadable debatable")
              << cell;
        }
      }
    }
  }
}

/// A cell of the greatest length costs no more a byte than a short one of the same kind (with a wide margin: what is
/// looked for is a square, not a factor).
TEST(Combinations, LongCellsAreReadInLinearTime) {
  const ParseContext context{shipped_rules().units, shipped_rules().words};
  const auto seconds = [&context](const std::string& unit, std::size_t times) {
    std::string cell;
    for (std::size_t i = 0; i < times; ++i) cell += unit;
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 3; ++i) parse(cell, context);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  for (const std::string unit : {"9", "(", "每", "≥", "不低于", "一", "约", "/人", "5、", "年", "2023",
                                 "明显", "按照", "a", "-", "第", "百"}) {
    const std::size_t most = kMaxCellCharacters / base::count_characters(unit);
    EXPECT_LT(seconds(unit, most), 0.3) << unit;
  }
}

}  // namespace
}  // namespace jiheng::target
