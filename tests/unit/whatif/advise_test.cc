// Advice on targets by what earlier years reached: judgements, proposals and order by hand calculation.
#include "engine/whatif/advise/advise.h"
#include "engine/explain/score.h"

#include "engine/whatif/advise/proposals.h"
#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::whatif {
namespace {

using audit::Demand;
using scoring::context;

/// The advice on some cards, with everything it points into. Cards of the newest year are the targets.
class Advised {
 public:
  explicit Advised(std::vector<model::Scorecard> cards, const std::string& choices = "")
      : cards_(std::move(cards)) {
    const auto names =
        scoring::value_or_fail(rulebook::name_words_from_yaml(scoring::shipped("rules/names.yaml")));
    const auto years =
        scoring::value_or_fail(rulebook::year_rules_from_yaml(scoring::shipped("rules/years.yaml")));
    int newest = 0;
    for (const model::Scorecard& card : cards_) newest = std::max(newest, *card.year);
    results_ = explain::score(scheme_, cards_, context());
    std::vector<bool> targets;
    for (const model::Scorecard& card : cards_) targets.push_back(*card.year == newest);
    std::vector<model::MatchChoice> chosen;
    if (!choices.empty()) {
      chosen = scoring::value_or_fail(
          rulebook::match_choices_from_yaml(scoring::source_of("对应.yaml", "对应:\n" + choices)));
    }
    outcome_ = advise(audit::batch_of(results_, {}, context().units, context().words, names, years), targets,
                      chosen, context());
  }
  explicit Advised(const std::string& cards, const std::string& choices = "")
      : Advised(scoring::cards_from("自评表:\n" + cards), choices) {}

  const std::vector<Advice>& items() const { return outcome_.items; }
  const Advice& only() const {
    EXPECT_EQ(outcome_.items.size(), 1U);
    return outcome_.items.front();
  }
  std::string problems() const {
    std::string ids;
    for (const diag::Diagnostic& d : outcome_.problems) ids += (ids.empty() ? "" : " ") + d.id;
    return ids;
  }

 private:
  model::Scheme scheme_ = scoring::shipped_scheme("national-2020");
  std::vector<model::Scorecard> cards_;
  std::vector<scoring::CardResult> results_;
  AdviceOutcome outcome_;
};

/// A project's table; rows without their levels, 数量指标 where none is written.
std::string card(int year, const std::vector<std::string>& rows, const std::string& title = "甲项目") {
  std::string text = "  - 类型: 项目\n    编号: c" + std::to_string(year) + title +
                     "\n    年度: " + std::to_string(year) + "\n    项目名称: " + title +
                     "\n    单位名称: 某局\n    绩效指标:\n";
  for (const std::string& row : rows) {
    const bool levelled = row.find("二级:") != std::string::npos;
    text += "      - {一级: 产出指标, " + std::string(levelled ? "" : "二级: 数量指标, ") + row + "}\n";
  }
  return text;
}

std::string texts(const std::vector<Proposal>& proposals) {
  std::string out;
  for (const Proposal& p : proposals) out += (out.empty() ? "" : "; ") + p.method + " " + p.target;
  return out;
}

TEST(Advise, AJudgementWithItsFigures) {
  struct Case {
    const char* then;
    const char* now;
    Demand judgement;
    const char* ratio;  ///< percent; "" where there is none
    const char* proposals;
  };
  for (const Case& c : {
           Case{"目标: 500份, 完成: 4824 份", "≥500 份", Demand::much_too_low, "10.36",
                "上年完成值 ≥4824 份"},
           Case{"目标: 500份, 完成: 650份", "不低于 500份", Demand::too_low, "76.92",
                "上年完成值 不低于 650份"},
           Case{"目标: 500份, 完成: 649份", "≥500份", Demand::ordinary, "77.04", ""},
           Case{"目标: 500份, 完成: 500份", "≥800份", Demand::too_high, "160.00", "上年完成值 ≥500份"},
           Case{"目标: ≥90%, 完成: ≥98%", "≥60%", Demand::much_too_low, "61.22", "上年完成值 ≥98%"},
           Case{"目标: 3万人, 完成: 3.5万人", "≥7000人", Demand::much_too_low, "20.00",
                "上年完成值 ≥35000人"},
           Case{"目标: 30000人, 完成: 35000人", "≥1万人", Demand::much_too_low, "28.57",
                "上年完成值 ≥3.5万人"},
           Case{"目标: 500份, 完成: 400人", "≥100份", Demand::incomparable, "", ""},
           Case{"目标: 及时, 完成: 及时", "及时", Demand::ordinary, "", ""},
       }) {
    SCOPED_TRACE(c.now);
    const Advised advised(card(2023, {std::string("三级: 合同份数, ") + c.then}) +
                          card(2024, {std::string("三级: 合同份数, 目标: ") + c.now}));
    const Advice& a = advised.only();
    EXPECT_EQ(audit::to_chinese(a.judgement), audit::to_chinese(c.judgement)) << a.why;
    EXPECT_EQ(a.ratio ? a.ratio->with_places(2).to_string() : "", c.ratio);
    EXPECT_EQ(texts(a.proposals), c.proposals);
    EXPECT_EQ(a.no_proposal.empty(), !a.proposals.empty()) << "either a proposal or why there is none";
  }
}

TEST(Advise, ACeilingIsTooLowWhereItIsTooWide) {
  const Advised advised(card(2023, {"二级: 成本指标, 三级: 人均成本, 目标: ≤100元, 完成: 60元"}) +
                        card(2024, {"二级: 成本指标, 三级: 人均成本, 目标: ≤150元"}));
  EXPECT_EQ(advised.only().judgement, Demand::much_too_low);  // 150 ÷ 60 = 2.5
  EXPECT_EQ(advised.only().ratio->to_string(), "250.00");
  EXPECT_EQ(texts(advised.only().proposals), "上年完成值 ≤60元");
}

TEST(Advise, MeanAndTrendOfSeveralYears) {
  const auto year = [](int y, const std::string& actual) {
    return card(y, {"三级: 培训人数, 目标: ≥100人, 完成: " + actual});
  };
  const std::string now = card(2024, {"三级: 培训人数, 目标: ≥100人"});
  // (523 + 610) ÷ 2 = 566.5, half up
  const Advised two(year(2022, "523人") + year(2023, "610人") + now);
  EXPECT_EQ(texts(two.only().proposals), "上年完成值 ≥610人; 几年平均 ≥567人");
  EXPECT_EQ(two.only().growth->to_string(), "16.63");  // 87 ÷ 523
  // 500, 600, 700 lie on a line that is 800 in 2024
  const Advised line(year(2021, "500人") + year(2022, "600人") + year(2023, "700人") + now);
  EXPECT_EQ(texts(line.only().proposals), "上年完成值 ≥700人; 几年平均 ≥600人; 趋势 ≥800人");
  // 500, 640, 600: mean 580, slope (600 − 500) ÷ 2 = 50, two years on from the middle: 680
  const Advised bent(year(2021, "500人") + year(2022, "640人") + year(2023, "600人") + now);
  EXPECT_EQ(texts(bent.only().proposals), "上年完成值 ≥600人; 几年平均 ≥580人; 趋势 ≥680人");
  EXPECT_EQ(bent.only().history.size(), 3U);
  EXPECT_EQ(bent.only().history.front().year, 2023);
  // rates: 60, 78, 96 would be 114
  const auto rate = [](int y, const std::string& actual) {
    return card(y, {"二级: 质量指标, 三级: 合格率, 目标: ≥50%, 完成: " + actual});
  };
  const Advised rates(rate(2021, "60%") + rate(2022, "78%") + rate(2023, "96%") +
                      card(2024, {"二级: 质量指标, 三级: 合格率, 目标: ≥50%"}));
  EXPECT_EQ(texts(rates.only().proposals), "上年完成值 ≥96%; 几年平均 ≥78%; 趋势 ≥100%");
}

TEST(Advise, AnotherMeasureIsAskedForNotProposed) {
  const Advised advised(card(2023, {"三级: 参保人数, 目标: 25.29 万人, 完成: 25.29 万人"}) +
                        card(2024, {"三级: 参保人数, 目标: ≥8000人"}));
  EXPECT_EQ(advised.only().judgement, Demand::much_too_low);
  EXPECT_TRUE(advised.only().other_measure);
  EXPECT_TRUE(advised.only().proposals.empty());
  EXPECT_NE(advised.only().no_proposal.find("口径"), std::string::npos);
}

TEST(Advise, TheLastResultAgainAgainstTheNewTarget) {
  // national-2020, Q2: 10 × 400 ÷ 500 = 8
  const Advised missed(card(2023, {"三级: 培训人数, 目标: ≥300人, 完成: 400人, 分值: 20"}) +
                       card(2024, {"三级: 培训人数, 目标: ≥500人, 分值: 10"}));
  ASSERT_TRUE(missed.only().repeated);
  EXPECT_EQ(missed.only().repeated->status, target::Status::missed);
  EXPECT_EQ(missed.only().repeated->points->low, base::Decimal(8));
  EXPECT_EQ(*missed.only().repeated->full_marks, base::Decimal(10));
  EXPECT_FALSE(missed.only().repeated->marks_of_earlier_year);
  const Advised met(card(2023, {"三级: 培训人数, 目标: ≥300人, 完成: 400人, 分值: 20"}) +
                    card(2024, {"三级: 培训人数, 目标: ≥400人"}));
  EXPECT_EQ(met.only().repeated->points->low, base::Decimal(20)) << "its own form has no marks: last year's";
  EXPECT_TRUE(met.only().repeated->marks_of_earlier_year);
}

TEST(Advise, MatchesSettledByHand) {
  const std::string then = card(
      2023, {"三级: 受理案件数, 目标: ≥100件, 完成: 300件", "三级: 代理事项数, 目标: ≥100件, 完成: 105件"});
  const std::string now = card(2024, {"三级: 受理案件数, 目标: ≥100件"});
  EXPECT_EQ(Advised(then + now).only().judgement, Demand::much_too_low);
  const Advised other(then + now, "  - {指标: 受理案件数, 年度: 2023, 上年指标: 代理事项数}\n");
  EXPECT_EQ(other.problems(), "");
  EXPECT_EQ(other.only().judgement, Demand::ordinary);
  EXPECT_EQ(other.only().history.front().match.substr(0, std::string("人工指定").size()), "人工指定");
  EXPECT_EQ(Advised(then + now, "  - {指标: 受理案件数, 上年指标: 无}\n").only().judgement,
            Demand::incomparable);
  EXPECT_EQ(Advised(then + now, "  - {指标: 案件, 上年指标: 无}\n").problems(), "W160");
  EXPECT_EQ(Advised(then + now, "  - {表: 乙项目, 指标: 受理案件数, 上年指标: 无}\n").problems(), "W160");
  EXPECT_EQ(Advised(then + now, "  - {指标: 受理案件数, 上年指标: 案件}\n").problems(), "W161");
  EXPECT_EQ(Advised(then + now, "  - {指标: 受理案件数, 年度: 2022, 上年指标: 代理事项数}\n").problems(),
            "W161");
  const std::string again = card(2023, {"三级: 代理事项数, 目标: ≥100件, 完成: 999件"}, "乙项目");
  EXPECT_EQ(Advised(then + again + now, "  - {指标: 受理案件数, 上年指标: 代理事项数}\n").problems(), "W161");
  const Advised named(then + again + now, "  - {指标: 受理案件数, 上年表: 乙项目, 上年指标: 代理事项数}\n");
  EXPECT_EQ(named.problems(), "");
  EXPECT_EQ(texts(named.only().proposals), "上年完成值 ≥999件");
}

TEST(Advise, NobodyChoosesBetweenRowsThatDoEquallyWell) {
  const Advised advised(
      card(2023, {"三级: 案件数, 目标: ≥100件, 完成: 900件", "三级: 案件数, 目标: ≥100件, 完成: 105件"}) +
      card(2024, {"三级: 案件数, 目标: ≥100件"}));
  EXPECT_EQ(advised.only().judgement, Demand::incomparable);
  EXPECT_EQ(advised.only().undecided.size(), 2U);
}

TEST(Advise, TheMostTellingComeFirst) {
  const auto row = [](const std::string& name, const std::string& rest) {
    return "三级: " + name + ", " + rest;
  };
  const Advised advised(
      card(2023, {row("甲培训", "目标: ≥100人, 完成: 100人"), row("乙宣传", "目标: ≥100场, 完成: 300场"),
                  row("丙检查", "目标: ≥100次, 完成: 700次"), row("丁参保", "目标: ≥9000人, 完成: 90000人"),
                  row("戊巡查", "目标: ≥100次, 完成: 150次")}) +
      card(2024,
           {row("甲培训", "目标: ≥100人"), row("乙宣传", "目标: ≥100场"), row("丙检查", "目标: ≥100次"),
            row("丁参保", "目标: ≥400人"), row("戊巡查", "目标: ≥100次"), row("己其他", "目标: ≥100户")}));
  std::string order;
  for (const Advice& a : advised.items()) order += a.row->name.text.substr(0, 3);
  EXPECT_EQ(order, "丙乙丁戊甲己");  // 7 times, 3 times, another measure, 1.5 times, ordinary, none
}

TEST(Advise, OfTheCountyBureau) {
  std::vector<model::Scorecard> cards;
  for (const char* folder : {"/scorecards/2023-tongcheng", "/scorecards/2024-tongcheng"}) {
    for (const std::string& path :
         base::list_files(std::string(JIHENG_SOURCE_DIR) + folder, {".yaml"}, 100).paths) {
      for (model::Scorecard& read : scoring::cards_from(base::read_file(path, rulebook::kMaxFileBytes).text))
        cards.push_back(std::move(read));
    }
  }
  const Advised advised(std::move(cards));
  const Advice& first = advised.items().front();
  EXPECT_EQ(first.row->name.text, "企业职工劳动合同签订份数");
  EXPECT_EQ(first.row->target.text, "≥500 份");
  EXPECT_EQ(first.history.front().actual, "4824 份");
  EXPECT_EQ(texts(first.proposals), "上年完成值 ≥4824 份");
  EXPECT_EQ(advised.items().size(), 95U);
}

TEST(Proposals, OnlyTheNumberOfATargetChanges) {
  const auto with = [](const std::string& text, const char* number) {
    target::ParseContext reader{context().units, context().words, 2024, false, "数量指标"};
    return with_number(text, target::parse(text, reader), reader, *base::Decimal::parse(number));
  };
  EXPECT_EQ(with("≥500 份", "4824"), "≥4824 份");
  EXPECT_EQ(with("不低于９６％", "98.5"), "不低于98.5％");
  EXPECT_EQ(with("300人以上", "450"), "450人以上");
  EXPECT_EQ(with("≥三百人", "450"), "≥450人");
  EXPECT_EQ(with("≥1万人", "3.5"), "≥3.5万人");
  EXPECT_EQ(with("300-400人", "450"), "") << "two numbers";
  EXPECT_EQ(with("明显提高", "450"), "");
}

}  // namespace
}  // namespace jiheng::whatif
