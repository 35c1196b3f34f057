// Formulas as spreadsheet text: what each operator becomes, what is settled at once, where the text would be too long.
// tests/spreadsheet/recompute.py has a spreadsheet compute them.
#include "engine/formula/spreadsheet_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace jiheng::formula {
namespace {

constexpr std::string_view kSheetNames[] = {"分值", "完成值", "达标", "正向"};

Formula formula_of(std::string_view text) {
  auto formula = Formula::compile(text, kSheetNames, {});
  EXPECT_TRUE(formula) << text;
  return formula ? *formula : Formula();
}

/// Every name is the cell of its first letter unless `known` has its number.
std::string sheet(std::string_view text, std::vector<std::pair<std::string, double>> known = {}) {
  const Formula formula = formula_of(text);
  std::vector<SheetTerm> terms;
  for (const std::string& name : formula.used_names()) {
    SheetTerm term = sheet_expression(name == "分值"     ? "F1"
                                      : name == "完成值" ? "A1"
                                      : name == "达标"   ? "M1"
                                                         : "P1");
    for (const auto& [other, value] : known) {
      if (other == name) term = sheet_number(value);
    }
    terms.push_back(term);
  }
  const auto result = spreadsheet_text(formula, terms);
  return result ? result->text : "too long";
}

TEST(SpreadsheetText, OperatorsAsTheFormulaLanguageMeansThem) {
  EXPECT_EQ(sheet("分值+完成值"), "(F1)+(A1)");
  EXPECT_EQ(sheet("分值-完成值*2"), "(F1)-((A1)*(2))");
  EXPECT_EQ(sheet("分值÷完成值"), "(F1)/(A1)");
  EXPECT_EQ(sheet("-完成值"), "-(A1)");
  EXPECT_EQ(sheet("完成值^2"), "IF((2)=0,1+0*(A1),(A1)^(2))");
  EXPECT_EQ(sheet("min(分值,完成值)"), "MIN(F1,A1)");
  EXPECT_EQ(sheet("max(0,完成值)"), "MAX(0,A1)");
  EXPECT_EQ(sheet("abs(完成值)"), "ABS(A1)");
  EXPECT_EQ(sheet("floor(完成值)"), "INT((A1)+1E-12*MAX(1,ABS(A1)))");
  EXPECT_EQ(sheet("若(达标,分值,0)"), "IF((M1)<>0,F1,0)");
  EXPECT_EQ(sheet("完成值>=95%"), "1*((A1)-(0.95)>=-1E-12*MAX(ABS(A1),ABS(0.95)))");
  EXPECT_EQ(sheet("完成值<95%"), "1*((0.95)-(A1)>1E-12*MAX(ABS(0.95),ABS(A1)))");
  EXPECT_EQ(sheet("非 达标"), "1*((M1)=0)");
}

TEST(SpreadsheetText, WhatIsKnownIsComputedNow) {
  EXPECT_EQ(sheet("20分*50%"), "10");
  EXPECT_EQ(sheet("分值*完成值", {{"分值", 3}, {"完成值", -1.5}}), "(-4.5)");
  EXPECT_EQ(sheet("达标 且 正向", {{"正向", 0}}), "0");
  EXPECT_EQ(sheet("达标 且 正向", {{"正向", 1}}), "1*((M1)<>0)");
  EXPECT_EQ(sheet("达标 或 正向", {{"正向", 1}}), "1");
  EXPECT_EQ(sheet("若(正向,分值,完成值)", {{"正向", 0}}), "A1");
  // No value stays no value, as an error of the sheet.
  EXPECT_EQ(sheet("分值/完成值", {{"分值", 3}, {"完成值", 0}}), "NA()");
  EXPECT_EQ(sheet("分值*完成值", {{"完成值", std::numeric_limits<double>::quiet_NaN()}}), "(F1)*(NA())");
  // A known 0 settles 且 whatever the other side is, also none.
  EXPECT_EQ(sheet("正向 且 完成值>1", {{"正向", 0}, {"完成值", std::nan("")}}), "0");
}

TEST(SpreadsheetText, TooLongIsSaidNotCut) {
  std::string text = "完成值";
  for (int i = 0; i < 14; ++i) text = "floor(" + text + ")";  // each writes its argument twice
  EXPECT_EQ(sheet(text), "too long");
}

}  // namespace
}  // namespace jiheng::formula
