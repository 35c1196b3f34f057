// Target cells with the row's 评分标准 in them, and columns of it, in documents of several kinds.
#include "engine/intake/standards_in_targets.h"

#include <gtest/gtest.h>

#include "engine/intake/read_document.h"
#include "tests/unit/intake/forms.h"

namespace jiheng::intake {
namespace {

TableRow split(const std::string& target, const std::string& standard = "") {
  Document document;
  document.tables.emplace_back().rows.emplace_back();
  TableRow& row = document.tables[0].rows[0];
  row.target.text = target;
  row.standard.text = standard;
  split_standards_from_targets(document);
  return row;
}

TEST(StandardsInTargets, TheFirstClauseIsTheTarget) {
  struct Cell {
    const char* text;
    const char* target;
  };
  for (const Cell& c : {Cell{"控制率≤100%,计5分;每超过一个百分点扣0.5分，扣完为止", "≤100%"},
                        Cell{"98%以上，得10分；每低1%扣1分", "98%以上"},
                        Cell{"培训人数≥1,200人；每少100人扣 2 分", "≥1,200人"},
                        Cell{"满意度不低于90%。达到的得5分，否则不得分", "不低于90%"}}) {
    const TableRow row = split(c.text);
    EXPECT_EQ(row.target.text, c.target);
    EXPECT_EQ(row.standard.text, c.text);
  }
}

TEST(StandardsInTargets, WhatDoesNotBeginWithATargetStaysWhole) {
  for (const char* text :
       {"制度健全得5分，不健全不得分", "≥95%得5分；90%-95%得3分", "80%≤到位率<90%，得3分"}) {
    const TableRow row = split(text);
    EXPECT_EQ(row.target.text, text);
    EXPECT_EQ(row.standard.text, text);
  }
}

TEST(StandardsInTargets, NoMarksNoStandard) {
  for (const char* text :
       {"≥90分", "95%", "响应时间≤5分钟", "12月底前", "得到90%以上群众认可", "计划5分钟内到场"}) {
    const TableRow row = split(text);
    EXPECT_EQ(row.target.text, text);
    EXPECT_TRUE(row.standard.empty()) << text;
  }
  EXPECT_EQ(split("≥90%，得5分", "达标得5分").target.text, "≥90%，得5分");  // it has one of its own
}

TEST(StandardsInTargets, AColumnOfItsOwnIsRead) {
  for (const char* heading : {"评分标准", "计分办法", "指标解释及评分标准", "赋分规则", "评分规则"}) {
    const std::string text =
        "项目支出绩效自评表\n项目名称,技能培训补贴\n"
        "一级指标,二级指标,三级指标,年度指标值," +
        std::string(heading) +
        ",实际完成值,分值,得分\n"
        "产出指标,质量指标,培训合格率,≥95%,达到95%得10分，每低1个百分点扣1分，扣完为止,96%,10,10\n"
        "产出指标,数量指标,培训人数,≥200人,每少10人扣1分，扣完为止,180人,10,8\n";
    const auto source = std::make_shared<const base::Source>(base::Source{"t.csv", text});
    const auto document = read_document(forms(), source);
    ASSERT_TRUE(document) << heading;
    ASSERT_EQ(document->tables.size(), 1U) << heading;
    ASSERT_EQ(document->tables[0].rows.size(), 2U) << heading;
    EXPECT_EQ(document->tables[0].rows[0].standard.text, "达到95%得10分，每低1个百分点扣1分，扣完为止")
        << heading;
    EXPECT_EQ(document->tables[0].rows[1].standard.text, "每少10人扣1分，扣完为止") << heading;
    EXPECT_EQ(document->tables[0].rows[1].actual.text, "180人") << heading;
  }
}

}  // namespace
}  // namespace jiheng::intake
