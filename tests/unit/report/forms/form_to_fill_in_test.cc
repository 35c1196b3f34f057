// What a person types into the cells of a form: the things of the card behind them, for the shipped forms.
#include <algorithm>

#include "engine/explain/score.h"
#include "engine/report/forms/form_from_card.h"
#include "engine/report/forms/form_with_marks.h"
#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::report {
namespace {

using model::FormField;

struct FormOfCard {
  FormOfCard(const char* id, const std::string& text)
      : scheme(scoring::shipped_scheme(id)), cards(scoring::cards_from(text)) {
    results = explain::score(scheme, cards, scoring::context());
  }
  const scoring::CardResult& result() const { return results.front(); }
  model::Scheme scheme;
  std::vector<model::Scorecard> cards;
  std::vector<scoring::CardResult> results;
};

/// The first cell that is filled with the field, of this name and key.
const FormCell* cell_of(const Form& form, FormField field, const std::string& name = {},
                        const std::string& key = {}) {
  for (const FormCell& c : form.cells) {
    if (c.fill && c.fill->field == field && c.fill->name == name && c.fill->key == key) return &c;
  }
  return nullptr;
}

const std::string kOpen =
    "类型: 项目\n项目名称: 甲项目\n绩效指标:\n"
    "  - {一级: 产出指标, 二级: 数量指标, 三级: 修渠, 目标: ≥40公里, 分值: 90}\n";

TEST(FormToFillIn, AsksForWhatThePrintedFormAsksFor) {
  const FormOfCard card("national-2020", kOpen);
  const Form form = form_to_fill_in(card.result());
  for (const char* name : {"主管部门", "项目实施单位"})
    EXPECT_NE(cell_of(form, FormField::header, name), nullptr) << name;
  for (const char* part : {"", "当年财政拨款", "上年结转资金", "其他资金"}) {
    const std::string adjusted = *part == '\0' ? "调整预算数" : "全年预算数";
    EXPECT_NE(cell_of(form, FormField::initial, part, "年初预算数"), nullptr) << part;
    EXPECT_NE(cell_of(form, FormField::adjusted, part, adjusted), nullptr) << part;
    EXPECT_NE(cell_of(form, FormField::executed, part, "执行数"), nullptr) << part;
  }
  EXPECT_NE(cell_of(form, FormField::goal_planned), nullptr);
  EXPECT_NE(cell_of(form, FormField::goal_achieved), nullptr);
  EXPECT_NE(cell_of(form, FormField::row_reason), nullptr);
  const FormCell* filed = cell_of(form, FormField::header, "填报日期");
  ASSERT_NE(filed, nullptr);
  EXPECT_EQ(filed->fill->before, "填报日期：");
  // What paper has only where it is written: asked for, and known as such.
  const FormCell* reason = cell_of(form, FormField::reason);
  ASSERT_NE(reason, nullptr);
  EXPECT_TRUE(reason->if_written);
  EXPECT_FALSE(cell_of(form, FormField::goal_planned)->if_written);
  // What is computed is typed nowhere.
  for (const FormCell& c : form.cells) {
    const bool computed = c.holds == Holds::score || c.holds == Holds::total_score || c.holds == Holds::rate;
    EXPECT_FALSE(computed && c.fill.has_value()) << c.text;
  }
}

TEST(FormToFillIn, WithoutWhatIsNotWrittenItIsTheFormOfPaper) {
  for (const char* scheme : {"national-2020", "hubei-2023", "sichuan-2023"}) {
    const FormOfCard card(scheme, kOpen);
    const Form paper = form_from_card(card.result());
    std::vector<std::string> printed;
    for (const FormCell& c : paper.cells) {
      printed.push_back(c.text);
      EXPECT_FALSE(c.fill || c.if_written);
    }
    std::vector<std::string> shown;
    for (const FormCell& c : form_to_fill_in(card.result()).cells) {
      if (!c.if_written) shown.push_back(c.text);
    }
    EXPECT_EQ(shown, printed) << scheme;
  }
}

TEST(FormToFillIn, AnAmountIsTheOneItsColumnShows) {
  // The scheme divides by 调整预算数, else 预算数: the one the card has is the one that is typed over.
  const FormOfCard planned("hubei-2023", kOpen + "预算: {预算数: 50, 执行数: 40}\n");
  EXPECT_NE(cell_of(form_to_fill_in(planned.result()), FormField::planned, "", "预算数"), nullptr);
  const FormOfCard adjusted("hubei-2023", kOpen + "预算: {年初预算数: 40, 调整预算数: 50, 执行数: 40}\n");
  const Form form = form_to_fill_in(adjusted.result());
  const FormCell* cell = cell_of(form, FormField::planned, "", "调整预算数");
  ASSERT_NE(cell, nullptr);
  EXPECT_EQ(cell->fill->text, "50");
  // A part of the money that the form has no row for keeps the cells it came with.
  const FormOfCard parts("hubei-2023", kOpen + "预算: {预算数: 50, 其中: {县级配套: {全年预算数: 30}}}\n");
  EXPECT_NE(cell_of(form_to_fill_in(parts.result()), FormField::planned, "县级配套", "全年预算数"), nullptr);
}

TEST(FormToFillIn, ChoicesAreTyped) {
  const FormOfCard card("hubei-2023", kOpen + "项目属性: 新增性项目\n");
  const Form form = form_to_fill_in(card.result());
  const FormCell* cell = cell_of(form, FormField::header, "项目属性");
  ASSERT_NE(cell, nullptr);
  EXPECT_EQ(cell->text, "1、持续性项目 □  2、新增性项目 √");
  EXPECT_EQ(cell->fill->text, "新增性项目");
  EXPECT_EQ(cell->fill->choices, (std::vector<std::string>{"持续性项目", "新增性项目"}));
}

TEST(FormToFillIn, WhatADocumentSaysOfItsReasonsStands) {
  const std::string text =
      "类型: 项目\n项目名称: 甲项目\n偏差原因: 无\n绩效指标:\n"
      "  - {一级: 产出指标, 二级: 数量指标, 三级: 修渠, 目标: ≥40公里, 完成: 20公里, 分值: 90, 偏差原因: "
      "无}\n";
  const FormOfCard hubei("hubei-2023", text);
  const Form form = form_from_card(hubei.result());
  EXPECT_TRUE(
      std::any_of(form.cells.begin(), form.cells.end(), [](const FormCell& c) { return c.text == "无"; }));
  const FormOfCard national("national-2020", text);
  for (const Form& one : {form, form_from_card(national.result())}) {
    for (const FormCell& c : one.cells) EXPECT_EQ(c.text.find("〔请填写原因〕"), std::string::npos) << c.text;
  }
}

TEST(FormWithMarks, AnOpenTableSaysItsMarks) {
  const FormOfCard card("hubei-2023", kOpen);
  const Form form = form_with_marks(form_to_fill_in(card.result()), card.result());
  const FormCell* marks = cell_of(form, FormField::full_marks);
  ASSERT_NE(marks, nullptr);
  EXPECT_EQ(marks->text, "90");
}

TEST(FormWithMarks, TheColumnMayStay) {
  const FormOfCard card("hubei-2023", kOpen + "预算: {预算数: 50, 执行数: 50}\n");
  std::vector<model::Scorecard> full = card.cards;
  full.front().sections.front().indicators.front().actual.text = "40公里";
  const auto results = explain::score(card.scheme, full, scoring::context());
  EXPECT_EQ(
      cell_of(form_with_marks(form_to_fill_in(results.front()), results.front()), FormField::full_marks),
      nullptr);
  const Form kept = form_with_marks(form_to_fill_in(results.front()), results.front(), true);
  EXPECT_NE(cell_of(kept, FormField::full_marks), nullptr);
}

}  // namespace
}  // namespace jiheng::report
