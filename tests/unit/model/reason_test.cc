// Which reason of a card counts for a row.
#include "engine/model/reason.h"

#include <gtest/gtest.h>

namespace jiheng::model {
namespace {

std::string_view reason(const std::string& of_card, const std::string& name, const std::string& own) {
  static Scorecard card;
  static Indicator row;
  card.deviation_reason.text = of_card;
  row.name.text = name;
  row.reason.text = own;
  return reason_for(card, row);
}

TEST(Reason, TheRowsOwnComesFirst) {
  EXPECT_EQ(reason("甲：按往年测算", "甲", " 集中补签 "), "集中补签");
  EXPECT_EQ(reason("甲：按往年测算", "甲", "无"), "甲：按往年测算");
}

TEST(Reason, TheCardsCountsForTheRowsItNames) {
  const std::string text = "新增扩面征缴 待遇人数、返乡创业人数：年初目标按往年数据测算";
  EXPECT_EQ(reason(text, "23年新增扩面征缴待遇人数", ""), text);
  EXPECT_EQ(reason(text, "2023 年度返乡创业 人数", ""), text);
  EXPECT_EQ(reason(text, "２０２３年返乡创业人数", ""), text);
  EXPECT_EQ(reason(text, "创业担保贷款", ""), "");
  EXPECT_EQ(reason(text, "", ""), "");
  EXPECT_EQ(reason("2023年鉴证份数按往年测算", "2023年", ""), "2023年鉴证份数按往年测算");
  EXPECT_EQ(reason("鉴证份数按往年测算", "2023年", ""), "");
}

TEST(Reason, NoneIsNoReason) {
  for (const char* none : {"", "无", "无。", "无偏差", " / ", "-", "—", "——", "　", "〔请填写原因〕",
                           "1. 甲：未完成。原因：〔请填写原因〕。"}) {
    EXPECT_EQ(reason(none, "甲", none), "") << none;
  }
}

}  // namespace
}  // namespace jiheng::model
