#include "engine/formula/formula.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace jiheng::formula {
namespace {

constexpr std::string_view kNames[] = {"分值", "目标值", "完成值", "完成率",   "执行率",
                                       "达标", "正向",   "反向",   "非税收入", "“三公经费”支出数"};
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

base::Place place_of(std::string_view text) {
  return {std::make_shared<base::Source>(base::Source{"方案.yaml", std::string(text)}), 3, 11, 0};
}

diag::Result<Formula> compiled(std::string_view text) {
  return Formula::compile(text, kNames, place_of(text));
}

/// Values in the order of used_names().
double value_of(std::string_view text, std::vector<double> values = {}) {
  const auto f = compiled(text);
  if (!f) {
    ADD_FAILURE() << text << ": " << f.problems.at(0).message;
    return kMissing;
  }
  EXPECT_EQ(f->used_names().size(), values.size()) << text;
  return f->evaluate_one(values);
}

struct Refusal {
  std::string id;
  int column;
  int length;
};
Refusal refusal_of(std::string_view text) {
  const auto f = compiled(text);
  if (f || f.problems.empty()) return {"accepted", 0, 0};
  const diag::Diagnostic& d = f.problems.front();
  EXPECT_EQ(d.place.line, 3);
  EXPECT_FALSE(d.message.empty() || d.why.empty() || d.fix.empty()) << text;
  return {d.id, d.place.column, d.place.length};
}
void expect_refused(std::string_view text, std::string_view id, int column, int length) {
  const Refusal r = refusal_of(text);
  EXPECT_EQ(r.id, id) << text;
  EXPECT_EQ(r.column, column) << text;
  EXPECT_EQ(r.length, length) << text;
}

TEST(Formula, AsWrittenOnTheForm) {
  EXPECT_DOUBLE_EQ(value_of("20分*执行率", {0.9775}), 19.55);
  EXPECT_DOUBLE_EQ(value_of("分值*min(1,完成值/目标值)", {10, 94.6, 95}), 10 * 94.6 / 95);
  EXPECT_DOUBLE_EQ(value_of("分值×目标值÷完成值", {3, 8, 17.5}), 24 / 17.5);
  EXPECT_DOUBLE_EQ(value_of("（１＋２）＊３．５"), 10.5);
  EXPECT_DOUBLE_EQ(value_of("min（1，完成率）×分值", {1.3, 10}), 10);
}

TEST(Formula, NumbersWithTheirSuffix) {
  EXPECT_DOUBLE_EQ(value_of("95%"), 0.95);
  EXPECT_DOUBLE_EQ(value_of("９５％"), 0.95);
  EXPECT_DOUBLE_EQ(value_of("3‰"), 0.003);
  EXPECT_DOUBLE_EQ(value_of("5个百分点"), 0.05);
  EXPECT_DOUBLE_EQ(value_of("3万"), 30000);
  EXPECT_DOUBLE_EQ(value_of("2亿"), 200000000);
  EXPECT_DOUBLE_EQ(value_of("0.5分"), 0.5);
}

TEST(Formula, PrecedenceAndSigns) {
  EXPECT_DOUBLE_EQ(value_of("1+2*3^2"), 19);
  EXPECT_DOUBLE_EQ(value_of("-2^2"), -4);
  EXPECT_DOUBLE_EQ(value_of("2*-3"), -6);
  EXPECT_DOUBLE_EQ(value_of("12÷3÷2"), 2);
  EXPECT_DOUBLE_EQ(value_of("10-3-2"), 5);
  EXPECT_DOUBLE_EQ(value_of("2^3^2"), 512);
}

TEST(Formula, Conditions) {
  EXPECT_EQ(value_of("达标且正向", {1, 1}), 1);
  EXPECT_EQ(value_of("达标 且 非 正向", {1, 1}), 0);
  EXPECT_EQ(value_of("非 完成率>=130%", {1.2}), 1);
  EXPECT_EQ(value_of("反向 或 完成率≥130%", {0, 1.3}), 1);
  EXPECT_EQ(value_of("1 或 0 且 0"), 1);  // 且 binds closer than 或
  EXPECT_EQ(value_of("完成率≠1", {1}), 0);
  EXPECT_EQ(value_of("完成率=1", {1}), 1);
  EXPECT_EQ(value_of("80%≤执行率 且 执行率<90%", {0.9}), 0);
  EXPECT_EQ(value_of("若(达标，分值，0)", {0, 10}), 0);
  EXPECT_EQ(value_of("非税收入>0", {3}), 1);  // a name may begin with 非
  EXPECT_EQ(value_of("“三公经费”支出数*2", {3}), 6);
}

TEST(Formula, ComparisonAllowsForBinaryNoise) {
  EXPECT_EQ(value_of("0.3/0.1>=3"), 1);
  EXPECT_EQ(value_of("完成值/目标值>=130%", {7.8, 6}), 1);  // 1.2999999999999998 in doubles
  EXPECT_EQ(value_of("0.1+0.2=0.3"), 1);
  EXPECT_EQ(value_of("0.1+0.2>0.3"), 0);
  EXPECT_EQ(value_of("向下取整(0.3/0.1)"), 3);
  EXPECT_EQ(value_of("向上取整((1.1-1)/0.1)"), 1);
  EXPECT_EQ(value_of("向上取整(2.01)"), 3);
}

TEST(Formula, WhatHasNoValueStaysWithout) {
  // muParser alone would give 10 here: min(1, inf) is 1.
  EXPECT_TRUE(std::isnan(value_of("分值*min(1,完成值/目标值)", {10, 5, 0})));
  EXPECT_TRUE(std::isnan(value_of("分值*min(1,完成值/目标值)", {10, kMissing, 5})));
  EXPECT_TRUE(std::isnan(value_of("max(0，完成值)", {kMissing})));
  EXPECT_TRUE(std::isnan(value_of("完成值>=1", {kMissing})));
  EXPECT_TRUE(std::isnan(value_of("非 完成值>=1", {kMissing})));
  EXPECT_TRUE(std::isnan(value_of("若(完成值>1,2,3)", {kMissing})));
  EXPECT_TRUE(std::isnan(value_of("达标 且 完成值>=1", {1, kMissing})));
  EXPECT_EQ(value_of("达标 且 完成值>=1", {0, kMissing}), 0);
  EXPECT_EQ(value_of("达标 或 完成值>=1", {1, kMissing}), 1);
  EXPECT_TRUE(std::isnan(value_of("完成值*10^300", {1e36})));
  EXPECT_TRUE(std::isnan(value_of("完成值", {std::numeric_limits<double>::infinity()})));
  EXPECT_EQ(value_of("完成值", {7.5}), 7.5);
  EXPECT_TRUE(std::isnan(value_of("完成值/目标值", {5, std::numeric_limits<double>::infinity()})));
  EXPECT_TRUE(std::isnan(value_of("目标值/(完成值/目标值)", {1e-300, 1e300})));  // not 0: 1e600 is no number
}

TEST(Formula, ColumnIsRowByRow) {
  const auto f = compiled("分值*min(1,完成值/目标值)");
  ASSERT_TRUE(f);
  ASSERT_EQ(f->used_names(), (std::vector<std::string>{"分值", "完成值", "目标值"}));
  std::vector<double> full, actual, target;
  for (int i = 0; i < 500; ++i) {
    full.push_back(i % 20);
    actual.push_back(i * 7 % 100);
    target.push_back(i % 10);
  }
  std::vector<double> column(500);
  f->evaluate(std::vector<const double*>{full.data(), actual.data(), target.data()}, 500, column.data());
  for (std::size_t i = 0; i < 500; ++i) {
    const double one = f->evaluate_one(std::vector<double>{full[i], actual[i], target[i]});
    if (target[i] == 0) {
      EXPECT_TRUE(std::isnan(column[i]) && std::isnan(one));
    } else {
      EXPECT_EQ(column[i], one);
      EXPECT_DOUBLE_EQ(one, full[i] * std::min(1.0, actual[i] / target[i]));
    }
  }
}

TEST(Formula, ManyThreadsOneFormula) {
  const auto f = compiled("分值*完成值/目标值");
  ASSERT_TRUE(f);
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 1; i <= 2000; ++i) {
        const double n = i + static_cast<double>(t) * 10000;
        wrong[t] += f->evaluate_one(std::vector<double>{n, 3, 2}) != n * 3 / 2;
      }
    });
  }
  for (std::thread& t : threads) t.join();
  EXPECT_EQ(wrong, (std::vector<int>{0, 0, 0, 0}));
}

TEST(Formula, ManyThreadsAtOnceOverColumns) {
  const auto f = compiled("若(完成值>=目标值,分值,分值*完成值/目标值)");
  ASSERT_TRUE(f);
  constexpr std::size_t kRows = 5000;
  std::vector<std::vector<double>> results(4, std::vector<double>(kRows));
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 4; ++t) {
    threads.emplace_back([&f, &out = results[t], t] {
      const std::vector<double> target(kRows, 4), full(kRows, 10);
      const std::vector<double> actual(kRows, static_cast<double>(t + 1));  // 1 to 4 of 4
      const double* const columns[] = {actual.data(), target.data(), full.data()};
      for (int again = 0; again < 5; ++again) f->evaluate(columns, kRows, out.data());
    });
  }
  for (std::thread& t : threads) t.join();
  const double expected[] = {2.5, 5, 7.5, 10};
  for (std::size_t t = 0; t < 4; ++t) EXPECT_EQ(results[t], std::vector<double>(kRows, expected[t])) << t;
}

TEST(Formula, EveryOperationRoundsAsWritten) {
  // In doubles 0.03 + 0.06 is 0.09; both factors added first and times 0.3 it would be 0.09000000000000001.
  EXPECT_EQ(value_of("0.1*完成值+0.2*完成值", {0.3}), 0.09);
}

TEST(Formula, FilledInWithFigures) {
  EXPECT_EQ(compiled("分值*目标值/完成值")->filled_in(std::vector<std::string>{"3", "8", "17.5"}),
            "3×8÷17.5");
  EXPECT_EQ(compiled("20分 * 执行率")->filled_in(std::vector<std::string>{"97.75%"}), "20分×97.75%");
  EXPECT_EQ(compiled("完成值-目标值")->filled_in(std::vector<std::string>{"-4.02", "-4.40"}),
            "-4.02-(-4.40)");
  EXPECT_EQ(compiled("min（1，完成率）×分值>=1")->filled_in(std::vector<std::string>{"96%", "5"}),
            "min(1,96%)×5≥1");
  EXPECT_EQ(compiled("达标且正向")->filled_in(std::vector<std::string>{"是", "否"}), "是 且 否");
}

TEST(Formula, Refused) {
  expect_refused("", "F101", 11, 0);
  expect_refused(" 　", "F101", 11, 0);
  std::string long_text = "1";
  for (int i = 0; i < 250; ++i) long_text += "+1";
  expect_refused(long_text, "F102", 11, 0);
  expect_refused(std::string(33, '(') + "1" + std::string(33, ')'), "F102", 11 + 32, 1);
  EXPECT_DOUBLE_EQ(value_of(std::string(32, '(') + "1" + std::string(32, ')')), 1);

  expect_refused("分值*完成数/目标值", "F103", 14, 3);
  expect_refused("分值*sin(1)", "F103", 14, 3);
  expect_refused("20,5*执行率", "F105", 11, 4);
  expect_refused("0，5", "F105", 11, 3);
  expect_refused("(0,5)*分值", "F105", 12, 3);
  expect_refused("1,437", "F105", 11, 5);
  expect_refused("分值/0", "F106", 14, 1);
  expect_refused("分值÷0.0%", "F106", 14, 4);
  expect_refused("1/(2-2)", "F106", 11, 0);

  expect_refused("分值 执行率", "F104", 14, 3);
  expect_refused("20分值", "F104", 13, 2);
  expect_refused("20公斤", "F104", 13, 2);
  expect_refused("分值*", "F104", 13, 1);
  expect_refused("*分值", "F104", 11, 1);
  expect_refused("(分值", "F104", 11, 1);
  expect_refused("分值)", "F104", 13, 1);
  expect_refused("()", "F104", 12, 1);
  expect_refused("分值,目标值", "F104", 13, 1);
  expect_refused("min(分值)", "F104", 14, 4);
  expect_refused("abs(0,5)", "F104", 14, 5);
  expect_refused("min(1,)", "F104", 17, 1);
  expect_refused("80%<=执行率<90%", "F104", 19, 1);
  expect_refused("达标 非 正向", "F104", 14, 1);
  expect_refused("分值;目标值", "F103", 11, 6);
  expect_refused("010", "F104", 11, 3);
  expect_refused("1.2.3", "F104", 11, 5);
  expect_refused("分值\xff", "F104", 13, 1);
  expect_refused("1 2", "F104", 13, 1);
}

TEST(Formula, AllUnknownNamesAtOnceWithANearWord) {
  const auto f = compiled("分值*完成数/目标数");
  ASSERT_FALSE(f);
  ASSERT_EQ(f.problems.size(), 2U);
  EXPECT_EQ(f.problems[0].fix, "是不是想写“完成值”？");
  EXPECT_EQ(f.problems[1].place.column, 18);
  EXPECT_EQ(f.problems[1].fix, "是不是想写“目标值”？");
}

TEST(Formula, AnyTextIsCompiledOrRefusedWithAPlace) {
  const std::vector<std::string> pieces = {
      "分值", "完成值", "非税收入", "未知", "min(", "若(", "(", ")", ",",    "，", "、",
      "1",    "0",      "20.5",     "%",    "分",   "万",  "+", "-", "×",    "÷",  "^",
      "≥",    "<",      "=",        "且",   "或",   "非",  "!", " ", "\xe4", "\n"};
  std::mt19937 random(7);  // NOLINT: the same texts every run
  int compiled_ones = 0;
  for (int i = 0; i < 50000; ++i) {
    std::string text;
    for (std::size_t n = 1 + random() % 9; n > 0; --n) text += pieces[random() % pieces.size()];
    const auto f = compiled(text);
    if (f) {
      ++compiled_ones;
      const std::vector<double> values(f->used_names().size(), 2.5);
      EXPECT_FALSE(std::isinf(f->evaluate_one(values))) << text;
    } else {
      ASSERT_FALSE(f.problems.empty()) << text;
      EXPECT_GE(f.problems[0].place.column, 11) << text;
    }
  }
  EXPECT_GT(compiled_ones, 500);
}

}  // namespace
}  // namespace jiheng::formula
