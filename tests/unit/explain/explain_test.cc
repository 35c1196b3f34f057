// Classes, sentences and the draft of the reasons, on results built by hand.
#include "engine/explain/explain.h"

#include <gtest/gtest.h>

#include <string>

namespace jiheng::explain {
namespace {

using base::Decimal;
using scoring::CardResult;
using scoring::IndicatorResult;
using target::Direction;
using target::Status;

Decimal dec(std::string_view text) { return Decimal::parse(text).value(); }

/// One table with rows added one by one.
class Table {
 public:
  Table() {
    scheme_.over_threshold = dec("1.3");
    scheme_.sources = {{"财预〔2020〕10号", "附件", "已见", ""}};
    clause_.id = "Q1";
    clause_.name = "达标得满分";
    card_.sections.emplace_back();
  }

  /// Adds a row; attainment and deviation in percent, "" for none.
  IndicatorResult& add(const std::string& name, const std::string& target, const std::string& actual,
                       Status status, Direction direction, std::string_view attainment,
                       std::string_view deviation) {
    model::Indicator row;
    row.name.text = name;
    row.target.text = target;
    row.actual.text = actual;
    IndicatorResult r;
    r.id.index = card_.sections[0].indicators.size();
    r.status = status;
    r.verdict.direction = direction;
    if (!attainment.empty()) r.attainment = dec(attainment);
    if (!deviation.empty()) r.deviation = dec(deviation);
    r.full_marks = dec("3");
    r.score = {dec("3"), dec("3")};
    r.clause = &clause_;
    r.why = "Q1 达标得满分：3";
    card_.sections[0].indicators.push_back(std::move(row));
    results_.push_back(std::move(r));
    return results_.back();
  }
  model::Indicator& row(std::size_t i) { return card_.sections[0].indicators[i]; }
  model::Scorecard& card() { return card_; }
  model::Scheme& scheme() { return scheme_; }
  model::Clause& clause() { return clause_; }

  CardResult result() {
    CardResult r;
    r.card = &card_;
    r.scheme = &scheme_;
    r.indicators = results_;
    return r;
  }

 private:
  model::Scorecard card_;
  model::Scheme scheme_;
  model::Clause clause_;
  std::vector<IndicatorResult> results_;
};

DeviationClass class_of(Status status, Direction direction, std::string_view attainment) {
  Table t;
  return classify(t.add("甲", "", "", status, direction, attainment, ""), t.scheme());
}

TEST(Classify, OnlyTargetsThatAskForMoreCanBeExceeded) {
  EXPECT_EQ(class_of(Status::missed, Direction::higher, "99.99"), DeviationClass::missed);
  EXPECT_EQ(class_of(Status::met, Direction::higher, "100"), DeviationClass::met);
  EXPECT_EQ(class_of(Status::met, Direction::higher, "100.01"), DeviationClass::exceeded);
  EXPECT_EQ(class_of(Status::met, Direction::higher, "129.99"), DeviationClass::exceeded);
  EXPECT_EQ(class_of(Status::met, Direction::higher, "130.00"), DeviationClass::far_exceeded);
  EXPECT_EQ(class_of(Status::met, Direction::lower, "200"), DeviationClass::met);
  EXPECT_EQ(class_of(Status::met, Direction::band, "200"), DeviationClass::met);
  EXPECT_EQ(class_of(Status::met, Direction::words, ""), DeviationClass::met);
  EXPECT_EQ(class_of(Status::met, Direction::higher, ""), DeviationClass::met);
  EXPECT_EQ(class_of(Status::undetermined, Direction::higher, "130"), DeviationClass::unknown);
}

TEST(Classify, WithoutAThresholdNothingIsFarAbove) {
  Table t;
  t.scheme().over_threshold.reset();
  const auto& r = t.add("甲", "500 份", "4824 份", Status::met, Direction::higher, "964.80", "864.80");
  EXPECT_EQ(classify(r, t.scheme()), DeviationClass::exceeded);
}

TEST(Classify, ClassesAreInTheFormsWords) {
  EXPECT_EQ(to_chinese(DeviationClass::missed), "未完成");
  EXPECT_EQ(to_chinese(DeviationClass::met), "完成");
  EXPECT_EQ(to_chinese(DeviationClass::exceeded), "超额");
  EXPECT_EQ(to_chinese(DeviationClass::far_exceeded), "大幅超额，目标可能偏低");
  EXPECT_EQ(to_chinese(DeviationClass::unknown), "无法判断");
}

TEST(Explain, SaysTargetActualFiguresClassPointsAndSource) {
  Table t;
  t.clause().source = {"《湖北省自评表》", "填表说明", "已见", ""};
  IndicatorResult& r =
      t.add("一次性创业补贴", "≤8万元", "17.5 万元", Status::missed, Direction::lower, "218.75", "118.75");
  r.score = {dec("1.37"), dec("1.37")};
  r.why = "Q3 反向按比例：3×8÷17.5=1.3714…≈1.37";
  EXPECT_EQ(
      explain(r, t.result()),
      "一次性创业补贴：年初目标值 ≤8万元，实际完成值 17.5 万元，为目标值的 218.75%，偏离度 +118.75%；未完成。"
      "得 1.37 分（满分 3 分）。Q3 反向按比例：3×8÷17.5=1.3714…≈1.37。依据：《湖北省自评表》 "
      "填表说明（已见）。");
}

TEST(Explain, WhatCannotBeJudgedIsARangeAndSaysWhy) {
  Table t;
  IndicatorResult& r =
      t.add("单项成本", "按政策标准执行", "", Status::undetermined, Direction::unknown, "", "");
  r.score = {dec("0"), dec("3")};
  r.clause = nullptr;
  r.why = "目标在表外，无法比较";
  EXPECT_EQ(
      explain(r, t.result()),
      "单项成本：年初目标值 按政策标准执行，实际完成值 （空）；无法判断。得 0 至 3 分（待核）（满分 3 分）。"
      "目标在表外，无法比较。");
}

TEST(Explain, RowsThatDoNotApplySaySo) {
  Table t;
  const auto& r = t.add("甲", "100%", "", Status::undetermined, Direction::higher, "", "");
  t.row(0).not_applicable = true;
  EXPECT_EQ(explain(r, t.result()),
            "甲：年初目标值 100%，实际完成值 （空）；不适用。得 3 分（满分 3 分）。Q1 达标得满分：3。"
            "依据：财预〔2020〕10号 附件（已见）。");
  EXPECT_EQ(deviation_draft(t.result()), "无");
}

TEST(Explain, LongTermGoalsAreNotAssessedInTheYear) {
  Table t;
  auto& r = t.add("甲", "≥200 例", "", Status::undetermined, Direction::higher, "", "");
  r.clause = nullptr;
  r.why.clear();
  t.card().sections[0].horizon = model::Horizon::long_term;
  EXPECT_EQ(explain(r, t.result()), "甲：年初目标值 ≥200 例，实际完成值 （空）；长期目标，当年不评。");
  EXPECT_EQ(deviation_draft(t.result()), "无");
}

TEST(DeviationDraft, SaysNoneWhereNothingDeviates) {
  Table t;
  t.add("满意度", "≥90%", "≥96%", Status::met, Direction::higher, "106.67", "6.67");
  t.add("合格率", "100%", "100%", Status::met, Direction::higher, "100", "0");
  EXPECT_EQ(deviation_draft(t.result()), "无");
}

TEST(DeviationDraft, StatesTheFiguresAndLeavesTheReasonBlank) {
  Table t;
  t.card().deviation_reason.text = "无";
  t.add("2023 年鉴证劳动合同份数", "500 份", "4824 份", Status::met, Direction::higher, "964.8", "864.8");
  t.add("满意度", "≥90%", "≥96%", Status::met, Direction::higher, "106.67", "6.67");
  auto& late = t.add("完成时间", "12 月底前", "次年1月3日", Status::missed, Direction::date, "", "");
  late.verdict.days_late = 3;
  t.add("单项成本", "按政策标准执行", "按政策", Status::undetermined, Direction::unknown, "", "");
  EXPECT_EQ(
      deviation_draft(t.result()),
      "1. 2023 年鉴证劳动合同份数：年初目标值 500 份，实际完成值 4824 份，完成率 964.80%，偏离度 +864.80%；"
      "大幅超额，目标可能偏低。原因：〔请填写原因〕。\n"
      "2. 完成时间：年初目标值 12 月底前，实际完成值 次年1月3日，晚 3 天；未完成。原因：〔请填写原因〕。\n"
      "无法判断是否完成，待核：单项成本。");
}

TEST(DeviationDraft, ARowsOwnReasonCounts) {
  Table t;
  t.add("甲", "500 份", "4824 份", Status::met, Direction::higher, "964.8", "864.8");
  t.row(0).reason.text = "集中补签。";
  EXPECT_EQ(deviation_draft(t.result()),
            "1. 甲：年初目标值 500 份，实际完成值 4824 份，完成率 964.80%，偏离度 "
            "+864.80%；大幅超额，目标可能偏低。"
            "原因：集中补签。");
}

TEST(ReasonGiven, TheCardsReasonCountsForTheRowsItNames) {
  Table t;
  t.add("23年新增扩面征缴待遇人数", "9000 人", "38670 人", Status::met, Direction::higher, "429.67",
        "329.67");
  t.add("创业担保贷款", "40000 万元", "67367 万元", Status::met, Direction::higher, "168.42", "68.42");
  t.card().deviation_reason.text = "新增扩面征缴 待遇人数：年初目标按往年数据测算";
  const CardResult card = t.result();
  EXPECT_EQ(reason_given(card.indicators[0], card), t.card().deviation_reason.text);
  EXPECT_EQ(reason_given(card.indicators[1], card), "");
}

TEST(ReasonGiven, TheCardsReasonCountsForTheOnlyRowThatDeviates) {
  Table t;
  t.add("返乡创业人数", "400 人", "621 人", Status::met, Direction::higher, "155.25", "55.25");
  t.add("满意度", "≥90%", "≥96%", Status::met, Direction::higher, "106.67", "6.67");
  t.card().deviation_reason.text = "年初目标按往年数据测算";
  const CardResult one = t.result();
  EXPECT_EQ(reason_given(one.indicators[0], one), "年初目标按往年数据测算");
  EXPECT_EQ(reason_given(one.indicators[1], one), "");
  t.add("贷款", "400 万元", "200 万元", Status::missed, Direction::higher, "50", "-50");
  const CardResult two = t.result();
  EXPECT_EQ(reason_given(two.indicators[0], two), "");
}

TEST(ReasonGiven, NoneIsNoReason) {
  for (const char* none : {"", "无", "无。", " / ", "——"}) {
    Table t;
    t.add("甲", "400 人", "621 人", Status::met, Direction::higher, "155.25", "55.25");
    t.card().deviation_reason.text = none;
    const CardResult card = t.result();
    EXPECT_EQ(reason_given(card.indicators[0], card), "") << none;
  }
}

TEST(DeviationDraft, TargetsWithoutActualValuesHaveNone) {
  Table t;
  t.add("甲", "400 人", "", Status::undetermined, Direction::higher, "", "");
  CardResult card = t.result();
  card.scored = false;
  EXPECT_EQ(deviation_draft(card), "本表还没有实际完成值。");
}

}  // namespace
}  // namespace jiheng::explain
