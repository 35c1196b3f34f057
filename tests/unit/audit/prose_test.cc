// A8xx: for each finding sentences that have it, sentences that are right, and sentences that come near. All figures are
// worked out by hand, in the comments where it is not plain.
#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

Findings findings_of(const std::string& text) {
  const std::vector<model::Claim> claims = {{text, {}, {}}};
  return audit(batch_of({}, claims, scoring::context().units, scoring::context().words, shipped_names(),
                        shipped_years()));
}

struct TextCase {
  const char* text;
  const char* ids;
};

void expect_texts(const std::vector<TextCase>& cases) {
  for (const TextCase& c : cases) {
    std::string ids;
    std::string messages;
    for (const Finding& f : findings_of(c.text)) {
      ids += (ids.empty() ? "" : " ") + f.id;
      messages += f.message + "\n";
      EXPECT_EQ(f.where.front().card, nullptr);
    }
    EXPECT_EQ(ids, c.ids) << c.text << "\n" << messages;
  }
}

TEST(Prose, GrowthA801) {
  expect_texts({
      {"收入预算320.50万元，比上年增加20.50万元，增长8.63%。", "A801"},  // 20.5 / 300 = 6.83
      {"收入预算320.50万元，比上年增加20.50万元，增长6.83%。", ""},
      {"收入预算320.50万元，比上年增加20.50万元，增幅7%。", ""},    // printed without places
      {"收入预算320.50万元，比上年增加20.50万元，增幅6.8%。", ""},  // cut or rounded
      {"支出80万元。与上年相比，减少20万元，下降20%。", ""},  // 20 / 100, the amount in the sentence before
      {"支出80万元。与上年相比，减少20万元，下降25%。", ""},  // of this year's: readable so
      {"支出80万元。与上年相比，减少20万元，下降33%。", "A801"},
      {"其他收入323万元，比上年增加323万元，增幅100%。", ""},  // from nothing
      {"比上年增加20.50万元，增长8.63%。", ""},                // of what is not stated
      {"收入约320万元，比上年增加20万元，增长9%。", ""},       // 约
      {"总量100万元，较上年增加（减少）0万元，增长0%。", ""},
      {"参保人数从200人增加到250人，增长25%。", ""},
      {"参保人数从200人增加到250人，增长20%。", "A801"},
  });
}

TEST(Prose, ChangesA805) {
  expect_texts({
      {"预算为34.96万元，支出决算为21.75万元，比年初预算减少12.21万元。", "A805"},  // 13.21
      {"预算为34.96万元，支出决算为21.75万元，比年初预算减少13.21万元。", ""},
      {"预算为35万元，支出决算为21.75万元，比年初预算减少13.2万元。", ""},        // 13.25 of a rounded 35
      {"年初预算30万元，调整预算35万元，支出决算22万元，比预算减少8万元。", ""},  // two budgets
      {"参保人数从200人增加到250人，增加60人。", "A805"},
      {"参保人数从200人增加到250人，增加50人。", ""},
  });
}

TEST(Prose, SharesA802) {
  expect_texts({
      {"新增就业7850人，占任务5900人的153.05%。", "A802"},  // 133.05
      {"新增就业7850人，占任务5900人的133.05%。", ""},
      {"新增就业7850人，占任务5900人的133%。", ""},
      {"支出合计2820.06万元，其中：基本支出2544.29万元，占支出合计的92%；项目支出275.77万元，占支出合计的10%"
       "。",
       "A802"},
      {"支出合计2820.06万元。其中：基本支出2544.29万元，占本年支出90%；项目支出275.77万元，占本年支出10%。",
       ""},
      {"公用经费120万元，占财政拨款的30%。", ""},  // of what is not stated
      {"三公经费6.5万元，占预算总额的0.4%，比上年减少。", ""},
      {"上级补助收入0万元，占本年收入0%。", ""},
      {"保险参保30.9万人次，占规划目标30万人次的103%。", ""},
  });
}

TEST(Prose, CompletionA804) {
  expect_texts({
      {"年初预算为2366.08万元，支出决算为2820.06万元，完成年初预算的109%。", "A804"},  // 119.19
      {"年初预算为2366.08万元，支出决算为2820.06万元，完成年初预算的119%。", ""},
      {"财政预算60万元，实际执行数48万元，执行率90%。", "A804"},
      {"财政预算60万元，实际执行数48万元，执行率80%。", ""},
      {"支出决算为6.46万元，完成年初预算的46%，比年初预算减少7.7万元。", ""},  // 6.46 / 14.16 = 45.6
      {"支出决算为6.46万元，完成年初预算的56%，比年初预算减少7.7万元。", "A804"},
      {"年初预算50万元，调整预算60万元，执行数48万元，执行率80%。", ""},
      {"录取118人，完成率100%。", ""},
  });
}

TEST(Prose, PartsA803) {
  expect_texts({
      {"支出合计100万元，其中：基本支出60万元，项目支出30万元。", "A803"},  // both stand for the whole
      {"支出合计100万元，其中：基本支出60万元，项目支出40万元。", ""},
      {"支出合计100.00万元，其中：基本支出60.33万元，项目支出39.68万元。", ""},  // 100.01: three roundings
      {"支出合计100.00万元，其中：基本支出60.33万元，项目支出39.78万元。", "A803"},
      {"支出合计100万元，其中：办公费60万元，差旅费30万元。", ""},      // others are left out
      {"支出合计100万元，其中：办公费60万元，差旅费50万元。", "A803"},  // more than the total
      {"支出100万元，其中：基本支出60万元，包括人员经费50万元和公用经费10万元；项目支出40万元。", ""},
      {"收支安排增加18万元，其中：基本支出减少4万元，项目支出增加22万元。", ""},
      {"贷款473万元。其中：个人100人316万元，小微企业5家157万元；补贴4人17.5万元。",
       ""},  // the list ends at ；
      {"评审515人（正高级5人，高级120人，中级129人，初级234人），均已公示。", "A803"},  // 488
      {"评审488人（正高级5人，高级120人，中级129人，初级234人），均已公示。", ""},
      {"评审515人（含正高级5人，高级120人），均已公示。", ""},
      {"机关本级120万元，下属单位80万元，合计210万元。", "A803"},
      {"机关本级120万元，下属单位80万元，合计200万元。", ""},
      {"3个项目共70万元，分别为20万元、30万元、30万元。", "A803"},
      {"3个项目共80万元，分别为20万元、30万元、30万元。", ""},
  });
}

TEST(Prose, FormulasAndStandardsA806A807) {
  expect_texts({
      {"重度残疾15000人*100元/人=150万元。", ""},
      {"重度残疾15000人*100元/人=105万元。", "A806"},
      {"实际缴费110266人*16元=176.43万元。", ""},  // 176.4256
      {"289.83*2＝579.66万元。", ""},
      {"享受待遇72412人*15.8元*12个月+提标72100人*2元*6个月＝1459.45万元。", ""},  // 1372.93152 + 86.52
      {"享受待遇72412人*15.8元*12个月+提标72100人*2元*6个月＝1495.45万元。", "A806"},
      {"预算执行率=预算完成数/预算数×100%。", ""},
      {"每月411人，1670元/月，每月预计需75万元。", "A807"},  // 68.637
      {"每月411人，1670元/月，每月预计需68.64万元，全年823.64万元。", ""},
      {"每月411人，1670元/月，全年需823.64万元。", ""},  // twelve months
      {"每月约411人，1670元/月，每月预计需75万元。", ""},
  });
}

TEST(Prose, RatesOfCasesA808) {
  expect_texts({
      {"共处理案件201件，成功调解案件154件，调解成功率达到80%。", "A808"},  // 76.62
      {"共处理案件201件，成功调解案件154件，调解成功率达到76.6%。", ""},
      {"立案处理4件，结案4件，结案率100%。", ""},
      {"招聘32人，面试57人，招聘完成率100%。", ""},  // not the rate of the 57
      {"成功调解案件154件，调解成功率80%。", ""},    // of what is not stated
  });
}

TEST(Prose, WhatIsNoFigure) {
  expect_texts({
      {"根据鄂政办发〔2019〕47号文件，2022年至2023年12月31日，第3批共5个项目。", ""},
      {"", ""},
      {"，。；：（））（%%元万", ""},
      {"9999999999999999999999999999万元，比上年增加99999999999999999999999999999万元，增长5%。", ""},
  });
}

TEST(Prose, HostileTextsAreBounded) {
  for (const char* piece :
       {"预算5万元，执行数3万元，执行率7%，", "1*2=3，", "其中", "(", "占5%，", "8人(2人，", "9"}) {
    std::string text;
    while (text.size() < 200000) text += piece;
    EXPECT_LT(findings_of(text).size(), 200U) << piece;
  }
}

TEST(Prose, TheGoalOfATableIsListedWithTheTable) {
  std::vector<model::Scorecard> cards = scoring::cards_from(text_of_file("samples/good/national-2020.yaml"));
  cards[0].goals.push_back({{}, {"每月411人，1670元/月，每月需75万元。", cards[0].place}, {}});
  const model::Scheme scheme = scoring::shipped_scheme("national-2020");
  const auto results = explain::score(scheme, cards, scoring::context());
  const Findings findings = audit(batch_of(results, {}, scoring::context().units, scoring::context().words,
                                           shipped_names(), shipped_years()));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].id, "A807");
  EXPECT_EQ(findings[0].where.front().card, cards.data());
  EXPECT_EQ(findings[0].message, "写着“每月需75万元”，411人 × 1670元/月 = 68.637万元");
}

}  // namespace
}  // namespace jiheng::audit
