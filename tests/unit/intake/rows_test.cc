// Cells and words -> columns: the two ways rows are put together.
#include <gtest/gtest.h>

#include "engine/intake/tables/row_from_cells.h"
#include "engine/intake/tables/rows_from_words.h"
#include "engine/intake/words/role_fit.h"
#include "tests/unit/intake/documents.h"

namespace jiheng::intake {

using namespace office;  // NOLINT: a sheet and the tables in it
namespace {

const std::vector<Column> kColumns = {{Role::level1, 1, ""},
                                      {Role::level2, 2, ""},
                                      {Role::name, 3, ""},
                                      {Role::target, 4, ""},
                                      {Role::basis, 5, ""}};

/// "产出指标|数量指标|人数|5人|": the texts in the order of the columns; "!" before one that found none.
std::string placed(const std::string& line) {
  const std::vector<Line> lines = lines_of(source_of(line));
  const auto places = row_from_cells(forms(), lines[0].pieces, kColumns);
  std::vector<std::string> out(kColumns.size());
  std::string lost;
  for (std::size_t k = 0; k < places.size(); ++k) {
    if (places[k]) {
      out[*places[k]] = lines[0].pieces[k].text;
    } else {
      lost += "!" + lines[0].pieces[k].text;
    }
  }
  std::string text;
  for (const std::string& cell : out) text += cell + "|";
  return text + lost;
}

TEST(RowFromCells, UnderTheHeading) {
  EXPECT_EQ(placed("\t产出指标\t数量指标\t人数\t5人\t计划标准"), "产出指标|数量指标|人数|5人|计划标准|");
  EXPECT_EQ(placed("\t\t\t人数\t5人\t计划标准"), "||人数|5人|计划标准|");
  EXPECT_EQ(placed("\t部门管理\t内部控制\t制度\t健全\t"), "部门管理|内部控制|制度|健全||");
}

TEST(RowFromCells, SlippedToTheSide) {
  EXPECT_EQ(placed("\t\t开放天数\t≥360 天\t计划标准\t"), "||开放天数|≥360 天|计划标准|");
  EXPECT_EQ(placed("\t调解成功率\t\t100%\t计划标准\t"), "||调解成功率|100%|计划标准|");
  EXPECT_EQ(placed("满意度指标\t服务对象满意度\t群众满意度\t≥90%\t\t"),
            "满意度指标|服务对象满意度|群众满意度|≥90%||");
  EXPECT_EQ(placed("服务对象满意度指标\t\t知晓率\t95%\t\t"), "|服务对象满意度指标|知晓率|95%||");
}

TEST(RowFromCells, CostIsLevelOneOrTwoByWhatFollows) {
  EXPECT_EQ(placed("\t成本指标\t经济成本\t控制率\t≤5%\t"), "成本指标|经济成本|控制率|≤5%||");
  EXPECT_EQ(placed("\t成本指标\t控制率\t≤5%\t计划标准\t"), "|成本指标|控制率|≤5%|计划标准|");
}

std::string rows(const std::string& text, const std::vector<Role>& columns) {
  std::vector<Word> words;
  const std::vector<Line> lines = lines_of(source_of(text));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t k = 0; k < lines[i].pieces.size(); ++k) {
      const Break before = k > 0 ? Break::space : lines[i].blank_before == 0 ? Break::tight : Break::line;
      words.push_back({lines[i].pieces[k], i, before, k + 1 == lines[i].pieces.size()});
    }
  }
  const WordRows found = rows_from_words(forms(), words, columns);
  std::string out;
  for (const auto& row : found.rows) {
    for (const Cell& cell : row) out += text_of(words, cell.begin, cell.end) + "|";
    out += "\n";
  }
  for (const std::size_t w : found.unread) out += "!" + words[w].piece.text;
  return out;
}

const std::vector<Role> kSelfEvaluation = {Role::level1, Role::level2, Role::name,
                                           Role::target, Role::actual, Role::score};

TEST(RowsFromWords, CellsBrokenOverLines) {
  EXPECT_EQ(
      rows("产\n\n出\n\n指\n\n标\n\n数量指标\n2023 年新修闸\n\n门数\n≥12\n\n座\n15 座 10\n", kSelfEvaluation),
      "产出指标|数量指标|2023 年新修闸门数|≥12座|15 座|10|\n");
  EXPECT_EQ(
      rows("效益\n\n指标\n\n可持续性影\n\n响指标\n\n健全渠道管\n\n护机制\n\n长期 长期 10\n", kSelfEvaluation),
      "效益指标|可持续性影响指标|健全渠道管护机制|长期|长期|10|\n");
}

TEST(RowsFromWords, MergedLevelsAndSideWords) {
  EXPECT_EQ(
      rows("数量指标 渠道 40 公里 42 公里 5\n\n水闸 12 座 12 座 5\n（80\n分）\n质量指标 合格率 100% 100% 5\n",
           kSelfEvaluation),
      "数量指标|渠道|40 公里|42 公里|5|\n水闸|12 座|12 座|5|\n质量指标|合格率|100%|100%|5|\n");
}

TEST(RowsFromWords, ANumberAloneOnItsLineIsNoScoreWhereMoreFollows) {
  EXPECT_EQ(rows("数量指标\n发放补贴资金\n\n1785.88\n\n万\n1785.88 万 1\n", kSelfEvaluation),
            "数量指标|发放补贴资金|1785.88万|1785.88 万|1|\n");
}

TEST(RowsFromWords, WhatFitsNowhereIsLeft) {
  EXPECT_NE(
      rows("数量指标 人数 5 人 6 人 10\n\n见附表所列各项的说明和注释文字一段\n", kSelfEvaluation).find("!"),
      std::string::npos);
}

TEST(RoleFit, ValuesAreToldFromNames) {
  for (const char* value :
       {"≥96%", "118人", "12月底前", "明显提高", "300-400", "1670元/月", "0起", "=100%", "预计300人"}) {
    EXPECT_GE(value_fit(forms(), squeezed(value)), 2) << value;
  }
  for (const char* name :
       {"事业单位招聘工作完成时效", "2023年新修闸门座数合计", "服务对象对工作的满意程度"}) {
    EXPECT_LT(value_fit(forms(), squeezed(name)), 0) << name;
  }
}

TEST(FormWords, HeadingsLabelsAndGoals) {
  EXPECT_EQ(heading_role(forms(), "年初目标值(A)"), Role::target);
  EXPECT_EQ(heading_role(forms(), "得分"), Role::score);
  EXPECT_FALSE(heading_role(forms(), "得分率"));
  EXPECT_EQ(label_of(forms(), "预算执行情况(万元)")->label, Label::budget_block);
  EXPECT_EQ(label_of(forms(), "部门(单位)名称")->label, Label::unit);
  EXPECT_EQ(label_of(forms(), "年度目标2:(10分)")->label, Label::numbered_goal);
  EXPECT_EQ(goal_head(forms(), "长期目标1:")->name, "长期目标1");
  EXPECT_EQ(goal_head(forms(), "年度绩效目标表")->name, "年度");
  EXPECT_TRUE(is_title(forms(), "2023年度某某项目自评表"));
  EXPECT_FALSE(is_title(forms(), "本单位没有绩效目标表可以公开。"));
}

}  // namespace
}  // namespace jiheng::intake
