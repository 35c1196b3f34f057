// What a row's own 评分标准, or the scheme's 计算, asks for beside its actual value: asked, typed, refused, kept. Points are worked out
// by hand from the text.
#include "tests/unit/web/contract.h"

namespace jiheng::web {
namespace {

using base::Json;

constexpr const char* kCard = R"yaml(类型: 项目
年度: 2024
方案: printed-standards
项目名称: 农村公路养护
单位名称: 某县公路局
绩效指标:
  - {一级: 投入, 三级: 预算调整, 目标: "≤10%", 分值: 50, 评分标准: "得分=（1-追加数/年初数）×分值。"}
  - {一级: 过程, 三级: 管理制度, 目标: 健全, 分值: 5,
     评分标准: "①制度健全的得3分，基本健全的得2分，不健全的不得分；②按时公开的得2分，否则不得分。"}
  - {一级: 效益, 三级: 群众满意, 目标: "≥90%", 分值: 6, 评分标准: "满意率达到90%得6分，每低1个百分点扣1分；每发现一处违规扣1分。"}
  - {一级: 产出, 三级: 养护里程, 目标: "≥100公里", 分值: 39, 评分标准: "里程达到100公里得39分，否则不得分。"}
)yaml";

class Facts : public testing::Test {
 protected:
  Facts() { open(kCard); }
  void open(const std::string& card) {
    session_.result("clear");
    session_.put_bytes("表.yaml", card);
    session_.result("open", {{"paths", std::vector<std::string>{"表.yaml"}}});
  }

  Json row(std::size_t at) { return session_.result("table", {{"table", 0}}).find("rows")->items()[at]; }
  /// "name（unit）=value|given", one a fact.
  std::vector<std::string> facts(std::size_t at) {
    std::vector<std::string> out;
    const Json of_row = row(at);
    for (const Json& fact : of_row.find("facts")->items())
      out.push_back(text_at(fact, "name") + "（" + text_at(fact, "unit") + "）=" + text_at(fact, "value") +
                    "|" + text_at(fact, "given"));
    return out;
  }
  Json edit(std::size_t at, const std::string& field, const char* text) {
    return session_.call("edit", {{"table", 0}, {"row", at}, {"field", field}, {"text", text}});
  }
  void put(std::size_t at, const std::string& name, const char* text) {
    EXPECT_NE(edit(at, "计算数据/" + name, text).find("result"), nullptr) << name << " " << text;
  }
  std::string score(std::size_t at) { return text_at(row(at), "score"); }
  std::string saved() { return session_.output({{"job", "work"}}); }

  TestSession session_;
};

TEST_F(Facts, AreAskedForAsTheStandardNeedsThem) {
  using Texts = std::vector<std::string>;
  EXPECT_EQ(facts(0), (Texts{"追加数（）=|", "年初数（）=|"}));
  EXPECT_EQ(facts(1), (Texts{"制度健全（程度）（）=|", "按时公开（）=|"}));
  EXPECT_EQ(facts(2), (Texts{"满意率（%）=|", "违规（处）=|"}));
  EXPECT_EQ(facts(3), Texts{});  // the one thing it asks for is the actual value
  const Json chosen = row(1);
  const auto choices = [&chosen](std::size_t fact) {
    return chosen.find("facts")->items()[fact].find("choices")->dump();
  };
  EXPECT_EQ(choices(0), R"(["制度健全","基本健全","不健全"])");
  EXPECT_EQ(choices(1), R"(["是","否"])");
  expect_as_described(session_.result("table", {{"table", 0}}), "table");
}

TEST_F(Facts, TypedTheyScoreTheRowAndAreKept) {
  put(0, "追加数", "5");
  put(0, "年初数", "100");
  put(1, "制度健全（程度）", "基本健全");
  put(1, "按时公开", "是");
  put(2, "满意率", "88");
  put(2, "违规", "1");
  EXPECT_EQ(score(0), "47.5");  // (1 - 5 ÷ 100) × 50
  EXPECT_EQ(score(1), "4");     // 2 + 2
  EXPECT_EQ(score(2), "3");     // 6 - 2 × 1 - 1
  EXPECT_EQ(facts(2), (std::vector<std::string>{"满意率（%）=88|", "违规（处）=1|"}));
  const std::string file = saved();
  for (const char* line :
       {"追加数: 5\n", "年初数: 100\n", "制度健全（程度）: 基本健全\n", "满意率: 88%\n", "违规: 1\n"})
    EXPECT_NE(file.find(line), std::string::npos) << line;
  const Json why = session_.result("why", {{"table", 0}, {"row", 0}});
  EXPECT_NE(why.find("sentences")->dump().find("追加数 5"), std::string::npos);
  TestSession other;
  other.put_bytes("存.yaml", file);
  other.result("open", {{"paths", std::vector<std::string>{"存.yaml"}}});
  EXPECT_EQ(other.output({{"job", "work"}}), file);
  const Json again = other.result("table", {{"table", 0}});
  for (std::size_t at = 0; at < 3; ++at)
    EXPECT_EQ(text_at(again.find("rows")->items()[at], "score"), score(at));
}

TEST_F(Facts, AreTakenBackOneByOneAndEmptied) {
  const std::string before = saved();
  put(0, "追加数", "5");
  put(0, "追加数", "6");
  EXPECT_EQ(facts(0)[0], "追加数（）=6|");
  session_.result("undo");
  EXPECT_EQ(facts(0)[0], "追加数（）=5|");
  put(0, "追加数", "");
  EXPECT_EQ(saved(), before);
}

TEST_F(Facts, WhatAnswersNothingIsRefused) {
  put(2, "满意率", "88");
  const std::string before = saved();
  const std::vector<std::tuple<std::size_t, std::string, const char*>> wrong = {
      {2, "满意率", "很多"}, {2, "满意率", "88公里"}, {1, "按时公开", "好"}, {1, "制度健全（程度）", "挺好"}};
  for (const auto& [at, name, text] : wrong) {
    const Json refused = edit(at, "计算数据/" + name, text);
    ASSERT_NE(refused.find("error"), nullptr) << name << " " << text;
    EXPECT_EQ(text_at(*refused.find("error"), "id"), "W105") << name;
  }
  EXPECT_EQ(text_at(*edit(1, "计算数据/制度健全（程度）", "挺好").find("error"), "fix"),
            "从这几个里选：制度健全、基本健全、不健全。");
  EXPECT_EQ(text_at(*edit(2, "计算数据/没有这样", "1").find("error"), "id"), "W104");
  EXPECT_EQ(saved(), before);
}

TEST_F(Facts, WhatTheActualValueAnswersIsSaidBesideThem) {
  edit(2, "实际完成值", "88%");
  EXPECT_EQ(facts(2), (std::vector<std::string>{"满意率（%）=|88%（完成值）", "违规（处）=|"}));
  put(2, "违规", "0");
  EXPECT_EQ(score(2), "4");  // 6 - 2 × 1
  // An actual value that answers nothing leaves the one thing that is asked for open: then it has a cell.
  edit(3, "实际完成值", "都养护了");
  EXPECT_EQ(facts(3), (std::vector<std::string>{"里程（公里）=|"}));
  put(3, "里程", "120");
  EXPECT_EQ(score(3), "39");
}

// A file may say 88 beside a limit in %, which is a share of 1 or of 100: it stands there, and is still asked for.
TEST_F(Facts, WhatAFileSaysThatCannotBeReadStaysOpen) {
  std::string text = kCard;
  const std::string name = "三级: 群众满意, ";
  text.insert(text.find(name) + name.size(), "计算数据: {满意率: 88, 违规: 0}, ");
  session_.result("clear");
  session_.put_bytes("又.yaml", text);
  session_.result("open", {{"paths", std::vector<std::string>{"又.yaml"}}});
  const Json table = session_.result("table", {{"table", 0}});
  const Json& facts = *table.find("rows")->items()[2].find("facts");
  EXPECT_EQ(text_at(facts.items()[0], "value"), "88");
  EXPECT_TRUE(*facts.items()[0].find("open")->truth());
  EXPECT_FALSE(*facts.items()[1].find("open")->truth());
}

TEST_F(Facts, ATableLikeItAsksForThemAgain) {
  put(0, "追加数", "5");
  put(1, "按时公开", "是");
  const Json made = session_.result("new_table", {{"table", 0}, {"year", 2025}});
  for (const Json& fresh : made.find("table")->find("rows")->items()) {
    for (const Json& fact : fresh.find("facts")->items()) EXPECT_EQ(text_at(fact, "value"), "");
  }
}

// The printed formulas of rules/jiyuan-department-2024.yaml.
constexpr const char* kComputed = R"yaml(类型: 部门
年度: 2024
方案: jiyuan-department-2024
单位名称: 某局
绩效指标:
  - {一级: 投入管理指标, 三级: 预算执行率, 目标: "≥95%", 分值: 50}
  - {一级: 投入管理指标, 三级: 预算调整率, 目标: "≤5%", 分值: 5}
  - {一级: 投入管理指标, 三级: 绩效监控完成率, 目标: "100%", 分值: 45}
)yaml";

class ComputedFacts : public Facts {
 protected:
  ComputedFacts() { open(kComputed); }
  std::string formula(std::size_t at) { return text_at(row(at), "formula"); }
  std::string computed(std::size_t at) { return text_at(row(at), "computed"); }
};

TEST_F(ComputedFacts, TypedTheyGiveTheActualValue) {
  using Texts = std::vector<std::string>;
  EXPECT_EQ(facts(0), (Texts{"预算完成数（）=|", "预算数（）=|"}));
  EXPECT_EQ(facts(1), (Texts{"预算调整数（）=|", "年初预算数（）=|"}));
  EXPECT_EQ(formula(0), "(预算完成数/预算数)×100%");
  EXPECT_EQ(computed(0), "");
  expect_as_described(session_.result("table", {{"table", 0}}), "table");
  put(0, "预算完成数", "912");
  EXPECT_EQ(facts(0), (Texts{"预算完成数（）=912|", "预算数（）=|"}));
  put(0, "预算数", "１０００");
  EXPECT_EQ(computed(0), "91.2%");  // 912 ÷ 1000
  EXPECT_EQ(formula(0), "(912÷1000)×100% = 91.2%");
  EXPECT_EQ(score(0), "48");  // 50 × 91.2 ÷ 95
  put(1, "预算调整数", "1080");
  put(1, "年初预算数", "1000");
  EXPECT_EQ(computed(1), "8%");  // (1080 - 1000) ÷ 1000
  EXPECT_EQ(score(1), "3.13");   // 5 × 5 ÷ 8 = 3.125
  put(2, "已完成绩效监控项目数量", "20");
  put(2, "部门项目总数", "25");
  EXPECT_EQ(score(2), "36");  // 45 × 80 ÷ 100
  const std::string file = saved();
  for (const char* line : {"预算完成数: 912\n", "预算数: 1000\n", "年初预算数: 1000\n", "部门项目总数: 25\n"})
    EXPECT_NE(file.find(line), std::string::npos) << line;
  open(file);
  EXPECT_EQ(saved(), file);
  EXPECT_EQ(text_at(session_.result("table", {{"table", 0}}), "total"), "87.13");  // 48 + 3.13 + 36
  put(0, "预算数", "");
  EXPECT_EQ(formula(0), "(预算完成数/预算数)×100%");
  session_.result("undo");
  EXPECT_EQ(computed(0), "91.2%");
}

TEST_F(ComputedFacts, WhatTheMoneySaysHasNoCellOfTheRow) {
  using Texts = std::vector<std::string>;
  session_.result("edit", {{"table", 0}, {"field", "预算数"}, {"text", "1000"}});
  EXPECT_EQ(facts(0), Texts{"预算完成数（）=|"});
  put(0, "预算完成数", "950");
  EXPECT_EQ(formula(0), "(950÷1000)×100% = 95%");
  EXPECT_EQ(score(0), "50");
  // Typed half, and the cell gone with what stood in it: what comes after is still taken.
  put(0, "预算数", "2000");
  EXPECT_EQ(facts(0), (Texts{"预算完成数（）=950|", "预算数（）=2000|"}));
  EXPECT_EQ(computed(0), "47.5%");
  put(0, "预算数", "");
  EXPECT_EQ(facts(0), Texts{"预算完成数（）=950|"});
  EXPECT_EQ(computed(0), "95%");
}

TEST_F(ComputedFacts, WhatIsNoNumberIsRefused) {
  const std::string before = saved();
  for (const char* text : {"很多", "950万元", "95%", "1e3"}) {
    const Json refused = edit(0, "计算数据/预算完成数", text);
    ASSERT_NE(refused.find("error"), nullptr) << text;
    EXPECT_EQ(text_at(*refused.find("error"), "id"), "W105");
    EXPECT_EQ(text_at(*refused.find("error"), "fix"), "写一个数，不写单位；同一个算式里的金额用同一个单位。");
  }
  EXPECT_EQ(text_at(*edit(0, "计算数据/部门项目总数", "1").find("error"), "id"), "W104");  // of another row
  EXPECT_EQ(saved(), before);
}

TEST_F(ComputedFacts, WithoutAValueTheRowSaysSo) {
  put(0, "预算完成数", "0");
  put(0, "预算数", "0");
  EXPECT_EQ(formula(0), "(0÷0)×100%，算不出");
  EXPECT_EQ(computed(0), "");
  EXPECT_EQ(score(0), "0-50（待核）");
}

}  // namespace
}  // namespace jiheng::web
