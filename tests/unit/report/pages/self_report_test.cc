// The 自评报告 of small tables whose points are counted by hand after 财预〔2020〕10号: met gives the full marks, missed gives
// marks × actual ÷ target, execution gives 10 × rate.
#include "engine/report/pages/self_report/self_report.h"
#include "engine/explain/roll_up.h"
#include "engine/explain/score.h"

#include <gtest/gtest.h>

#include "engine/report/faces/markdown_from_report.h"
#include "engine/report/pages/self_report/self_report_facts.h"
#include "engine/rulebook/forms.h"
#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::report {
namespace {

/// Cards scored by national-2020; scheme and cards stay where the results point.
class ScoredCards {
 public:
  explicit ScoredCards(const std::vector<std::string>& texts)
      : scheme_(scoring::shipped_scheme("national-2020")) {
    for (const std::string& text : texts) {
      for (model::Scorecard& card : scoring::cards_from(text)) cards_.push_back(std::move(card));
    }
    scores.cards = explain::score(scheme_, cards_, scoring::context());
  }
  ScoredCards& as_department(bool has_own) {
    scores.departments = {results::DepartmentScores{"某局", has_own, 0, scores.cards.size()}};
    scores.departments.front().roll_up =
        explain::roll_up(std::span(scores.cards).subspan(has_own ? 1 : 0), scoring::context()).roll_up;
    return *this;
  }
  results::Scores scores;

 private:
  model::Scheme scheme_;
  std::vector<model::Scorecard> cards_;
};

constexpr std::string_view kProject = R"(类型: 项目
编号: p1
年度: 2023
项目名称: 培训
预算: {单位: 万元, 调整预算数: 50, 执行数: 45}
绩效指标:
  - {一级: 产出指标, 二级: 数量指标, 三级: 培训人数, 目标: ≥100人, 完成: 80人, 分值: 50}
  - {一级: 效益指标, 二级: 社会效益指标, 三级: 就业率, 目标: ≥90%, 完成: 95%, 分值: 30}
  - {一级: 满意度指标, 二级: 满意度指标, 三级: 学员满意度, 目标: ≥90%, 完成: 96%, 分值: 10}
)";

std::vector<std::string> headings(const Report& report) {
  std::vector<std::string> out;
  for (const Block& block : report.blocks) {
    if (const auto* heading = std::get_if<Heading>(&block)) {
      out.push_back(std::to_string(heading->level) + " " + heading->text);
    }
  }
  return out;
}

/// The paragraphs below a heading, up to the next one.
std::vector<std::string> below(const Report& report, std::string_view heading) {
  std::vector<std::string> out;
  bool inside = false;
  for (const Block& block : report.blocks) {
    if (const auto* h = std::get_if<Heading>(&block)) inside = h->text == heading;
    if (const auto* p = std::get_if<Paragraph>(&block); p != nullptr && inside) out.push_back(p->text);
  }
  return out;
}

/// The cells of the last column of the table below a heading.
std::vector<std::string> listed(const Report& report, std::string_view heading) {
  std::vector<std::string> out;
  bool inside = false;
  for (const Block& block : report.blocks) {
    if (const auto* h = std::get_if<Heading>(&block)) inside = h->text == heading;
    if (const auto* t = std::get_if<Table>(&block); t != nullptr && inside) {
      for (const Row& row : t->rows) out.push_back(row.cells[1].text + "：" + row.cells[2].text);
    }
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(SelfReport, HasTheOutlineOfTheField) {
  const ScoredCards scored{{std::string(kProject)}};
  EXPECT_EQ(headings(self_report(scored.scores)), (Lines{"1 2023 年度培训项目绩效自评报告",
                                                         "2 一、自评结论",
                                                         "3 （一）自评得分",
                                                         "3 （二）绩效目标完成情况",
                                                         "4 1. 执行率情况",
                                                         "4 2. 完成的绩效目标",
                                                         "4 3. 未完成的绩效目标",
                                                         "3 （三）存在的问题和原因",
                                                         "4 1. 上年度自评结果应用情况",
                                                         "4 2. 绩效自评存在的问题及原因",
                                                         "3 （四）下一步拟改进措施",
                                                         "4 1. 下一步拟改进措施",
                                                         "4 2. 拟与预算安排相结合情况",
                                                         "2 二、佐证材料",
                                                         "3 （一）基本情况",
                                                         "4 1. 立项目的和年度绩效目标",
                                                         "4 2. 资金情况",
                                                         "3 （二）部门自评工作开展情况",
                                                         "3 （三）绩效目标完成情况分析",
                                                         "4 1. 预算执行情况分析",
                                                         "4 2. 绩效目标完成情况分析",
                                                         "5 （1）产出指标完成情况分析",
                                                         "5 （2）效益指标完成情况分析",
                                                         "5 （3）满意度指标完成情况分析",
                                                         "3 （四）上年度绩效自评结果应用情况",
                                                         "3 （五）其他佐证材料",
                                                         "2 待填写事项"}));
}

TEST(SelfReport, SaysTheFiguresAsScored) {
  const ScoredCards scored{{std::string(kProject)}};
  const Report report = self_report(scored.scores);
  // 45 ÷ 50 = 90%: 9 of 10; 50 × 80 ÷ 100 = 40; 30; 10: together 89, which is 良 (80 up to 90).
  EXPECT_EQ(below(report, "（一）自评得分").front(),
            "2023 年度培训项目绩效自评得 89.00 分，等级为“良”。其中：预算执行 9.00 分（满分 10 "
            "分），产出指标 40.00 "
            "分（满分 50 分），效益指标 30.00 分（满分 30 分），满意度指标 10.00 分（满分 10 分）。");
  EXPECT_EQ(below(report, "1. 执行率情况"), Lines{"调整预算数 50 万元，执行数 45 万元，执行率 90%。"});
  EXPECT_EQ(below(report, "2. 完成的绩效目标"),
            (Lines{"产出指标 1 项，完成 0 项。", "效益指标 1 项，完成 1 项：就业率（目标 ≥90%，完成 95%）。",
                   "满意度指标 1 项，完成 1 项：学员满意度（目标 ≥90%，完成 96%）。"}));
  EXPECT_EQ(
      below(report, "3. 未完成的绩效目标"),
      Lines{"（1）培训人数：年初目标值 ≥100人，实际完成值 80人，完成率 80.00%，偏离度 -20.00%；未完成。得 "
            "40.00 分（满分 50 分）。未完成原因：〔请填写：未完成原因〕。"});
  EXPECT_EQ(below(report, "2. 绩效自评存在的问题及原因"),
            (Lines{"预算执行率 90%，原因见二、（三）1。", "未完成的指标 1 项，见一、（二）3。",
                   "〔请填写：绩效自评发现的其他问题及原因，没有的写“无”〕"}));
}

TEST(SelfReport, ListsEveryBlankWithItsPart) {
  const ScoredCards scored{{std::string(kProject)}};
  const Report report = self_report(scored.scores);
  EXPECT_EQ(listed(report, "待填写事项"),
            (Lines{"一、（二）3. 未完成的绩效目标：未完成原因（培训人数）",
                   "一、（三）1. 上年度自评结果应用情况：上年度自评结果应用情况",
                   "一、（三）2. 绩效自评存在的问题及原因：绩效自评发现的其他问题及原因，没有的写“无”",
                   "一、（四）1. 下一步拟改进措施：下一步拟改进措施",
                   "一、（四）2. 拟与预算安排相结合情况：拟与预算安排相结合情况",
                   "二、（一）1. 立项目的和年度绩效目标：立项目的、依据和主要内容",
                   "二、（一）1. 立项目的和年度绩效目标：年度绩效目标",
                   "二、（一）2. 资金情况：资金来源、管理和使用情况",
                   "二、（二）部门自评工作开展情况：自评的组织、方法和过程",
                   "二、（三）1. 预算执行情况分析：预算执行率不是 100% 的原因",
                   "二、（四）上年度绩效自评结果应用情况：上年度绩效自评结果的具体应用和凭据",
                   "二、（五）其他佐证材料：其他佐证材料，没有的写“无”"}));
  // Every blank of the body is in the list, and the list holds no others.
  std::size_t blanks = 0;
  const std::string text = markdown_from_report(report);
  for (std::size_t at = text.find("〔请填写"); at != std::string::npos; at = text.find("〔请填写", at + 1))
    ++blanks;
  EXPECT_EQ(blanks, 12U);
}

TEST(SelfReport, GivesReasonsAndMeasuresAsTheTableGivesThem) {
  std::string text(kProject);
  text += "偏差原因: 培训人数：下半年教室维修，停办两期\n改进措施: 提前落实场地。\n";
  const ScoredCards scored{{text}};
  const Report report = self_report(scored.scores);
  EXPECT_TRUE(below(report, "3. 未完成的绩效目标")
                  .front()
                  .ends_with("未完成原因：见一、（三）2 所列自评表填写的原因。"));
  EXPECT_EQ(below(report, "2. 绩效自评存在的问题及原因")[2],
            "自评表填写的偏差原因：培训人数：下半年教室维修，停办两期。");
  EXPECT_EQ(below(report, "1. 下一步拟改进措施"), Lines{"提前落实场地。"});
}

TEST(SelfReport, SaysNoneWhereNothingDeviates) {
  const ScoredCards scored{{R"(类型: 项目
编号: p1
项目名称: 培训项目
预算: {调整预算数: 50, 执行数: 50}
绩效指标:
  - {一级: 产出指标, 二级: 数量指标, 三级: 培训人数, 目标: ≥100人, 完成: 101人, 分值: 90}
偏差原因: 无
改进措施: 无
)"}};
  const Report report = self_report(scored.scores);
  EXPECT_EQ(headings(report).front(), "1 培训项目绩效自评报告") << "no second 项目 behind the name";
  EXPECT_EQ(below(report, "3. 未完成的绩效目标"), Lines{"无。"});
  EXPECT_EQ(below(report, "2. 绩效自评存在的问题及原因"), Lines{"偏差大或未完成的指标：无。"});
  EXPECT_EQ(below(report, "1. 下一步拟改进措施"), Lines{"无。"});
  EXPECT_EQ(below(report, "（2）效益指标完成情况分析"), Lines{"自评表上没有当年考核的效益指标。"});
}

TEST(SelfReport, SaysWhatIsOpenAsARange) {
  const ScoredCards scored{{R"(类型: 项目
编号: p1
项目名称: 培训
预算: {调整预算数: 50, 执行数: 50}
绩效指标:
  - {一级: 产出指标, 二级: 数量指标, 三级: 培训人数, 目标: ≥100人, 完成: 若干, 分值: 50}
  - {一级: 效益指标, 二级: 社会效益指标, 三级: 就业率, 目标: ≥90%, 完成: 95%, 分值: 40}
)"}};
  const Report report = self_report(scored.scores);
  // 10 + 40 are sure; the 50 points of the row that cannot be read are open.
  EXPECT_TRUE(
      below(report, "（一）自评得分")
          .front()
          .starts_with("培训项目绩效自评得分在 50.00 至 100.00 分之间（1 项指标待核，核清后才能确定）"))
      << below(report, "（一）自评得分").front();
  const Lines missed = below(report, "3. 未完成的绩效目标");
  ASSERT_EQ(missed.size(), 3U);
  EXPECT_EQ(missed[0], "已经能判断的指标都完成了。") << "no 无 while a row is open";
  EXPECT_EQ(missed[1], "待核的指标，是否完成尚不能判断：");
  EXPECT_TRUE(missed[2].starts_with("（1）培训人数：年初目标值 ≥100人，实际完成值 若干；无法判断。"));
  EXPECT_EQ(below(report, "2. 绩效自评存在的问题及原因").front(), "待核的指标 1 项，见一、（二）3。");
  EXPECT_FALSE(listed(report, "待核对事项").empty());
}

TEST(SelfReport, SaysThatNothingWasScoredWithoutActualValues) {
  const ScoredCards scored{{R"(类型: 项目
编号: p1
项目名称: 培训
绩效指标:
  - {一级: 产出指标, 二级: 数量指标, 三级: 培训人数, 目标: ≥100人, 分值: 90}
)"}};
  const Report report = self_report(scored.scores);
  EXPECT_EQ(below(report, "（一）自评得分").front(),
            "自评表上没有实际完成值，没有计分。〔请填写：实际完成值，填入自评表后重新计分〕");
  EXPECT_EQ(below(report, "1. 执行率情况"), Lines{"预算数〔请填写：预算数〕，执行数〔请填写：执行数〕。"});
  EXPECT_EQ(below(report, "2. 绩效目标完成情况分析"), Lines{"自评表上没有实际完成值。"});
  // Of a table that was never filled in nobody can say that nothing was missed.
  EXPECT_EQ(below(report, "3. 未完成的绩效目标"), Lines{"没有实际完成值、是否完成无从判断的自评表：本表。"});
  EXPECT_EQ(below(report, "2. 绩效自评存在的问题及原因").front(),
            "没有实际完成值、是否完成无从判断的自评表：本表。");
}

TEST(SelfReport, PutsProjectsUnderTheirDepartment) {
  const std::string own = R"(类型: 部门
编号: d
年度: 2023
单位名称: 某局
预算: {调整预算数: 100, 执行数: 100}
年度目标:
  - 名称: 年度目标1
    内容: 办好培训
    绩效指标:
      - {一级: 产出指标, 二级: 数量指标, 三级: 培训期数, 目标: ≥4期, 完成: 4期, 分值: 90}
)";
  ScoredCards scored{{own, std::string(kProject) + "改进措施: 提前落实场地\n"}};
  const Report report = self_report(scored.as_department(true).scores);
  EXPECT_EQ(headings(report).front(), "1 2023 年度某局部门整体绩效自评报告");
  EXPECT_EQ(below(report, "（一）自评得分")[1],
            "所属项目 1 个，已计分 1 个；预算 50 万元，执行 45 万元，执行率 90%。按资金加权的平均分 "
            "89.00；良 1 个。");
  EXPECT_EQ(below(report, "2. 完成的绩效目标").back(),
            "所属项目已计分 1 个，共 3 项指标，完成 2 项；各项目的得分见二、（一）3。");
  EXPECT_TRUE(below(report, "3. 未完成的绩效目标").front().starts_with("（1）“培训”培训人数："));
  EXPECT_EQ(below(report, "1. 下一步拟改进措施"), Lines{"“培训”：提前落实场地。"});
  EXPECT_EQ(below(report, "1. 部门职责和年度绩效目标")[1], "年度目标1：办好培训。");
}

TEST(SelfReport, ManyCompletedIndicatorsAreATable) {
  std::string text =
      "类型: 项目\n编号: p1\n年度: 2023\n项目名称: 培训\n预算: {调整预算数: 50, 执行数: 50}\n绩效指标:\n";
  for (int i = 1; i <= 7; ++i) {
    text += "  - {一级: 产出指标, 二级: 数量指标, 三级: 第" + std::to_string(i) +
            "期, 目标: ≥10人, 完成: " + std::to_string(10 + i) + "人, 分值: 10}\n";
  }
  text += "  - {一级: 效益指标, 三级: 就业率, 目标: ≥90%, 完成: 45%, 分值: 20}\n";
  const Report report = self_report(ScoredCards{{text}}.scores);
  EXPECT_EQ(below(report, "2. 完成的绩效目标"),
            (Lines{"产出指标 7 项，完成 7 项。", "效益指标 1 项，完成 0 项。", "完成的指标："}));
  const Table* table = nullptr;
  bool inside = false;
  for (const Block& block : report.blocks) {
    if (const auto* h = std::get_if<Heading>(&block)) inside = h->text == "2. 完成的绩效目标";
    if (const auto* t = std::get_if<Table>(&block); t != nullptr && inside) table = t;
  }
  ASSERT_NE(table, nullptr);
  ASSERT_EQ(table->rows.size(), 7U);
  EXPECT_EQ(table->rows[6].cells[1].text, "第7期");
  EXPECT_EQ(table->rows[6].cells[2].text, "≥10人");
  EXPECT_EQ(table->rows[6].cells[3].text, "17人");
}

TEST(SelfReport, TheOutlineIsTheSchemes) {
  ScoredCards scored{
      {std::string(kProject) + "年度总体目标:\n  - {预期目标: 办好培训, 实际完成情况: 办了 4 期}\n"}};
  model::Scheme scheme = *scored.scores.cards[0].scheme;
  scheme.outline = rulebook::load_forms(JIHENG_SOURCE_DIR "/rules").find_outline("云南");
  ASSERT_NE(scheme.outline, nullptr);
  scored.scores.cards[0].scheme = &scheme;
  const Report report = self_report(scored.scores);
  EXPECT_EQ(headings(report), (Lines{"1 2023 年度培训项目支出绩效自评报告",
                                     "2 一、基本情况",
                                     "3 （一）项目概况",
                                     "4 1. 项目立项背景",
                                     "4 2. 项目主要内容和实施情况",
                                     "4 3. 资金投入和使用情况",
                                     "3 （二）项目绩效目标",
                                     "2 二、绩效自评工作情况",
                                     "3 （一）绩效自评目的",
                                     "3 （二）自评指标体系",
                                     "3 （三）自评组织过程",
                                     "2 三、绩效自评情况分析及结论",
                                     "3 （一）自评结论",
                                     "3 （二）预算执行情况",
                                     "3 （三）绩效指标完成情况",
                                     "4 1. 产出指标完成情况分析",
                                     "4 2. 效益指标完成情况分析",
                                     "4 3. 满意度指标完成情况分析",
                                     "3 （四）未完成的绩效指标",
                                     "2 四、存在的问题和原因",
                                     "2 五、绩效自评结果应用和改进措施",
                                     "2 六、主要经验及做法",
                                     "2 七、其他需说明的情况",
                                     "2 待填写事项"}));
  EXPECT_EQ(below(report, "（二）项目绩效目标"),
            (Lines{"年度绩效目标：办好培训。", "实际完成情况：办了 4 期。"}));
  // What one paragraph says of another follows the outline.
  EXPECT_EQ(below(report, "四、存在的问题和原因")[0], "预算执行率 90%，原因见三、（二）。");
  EXPECT_EQ(below(report, "四、存在的问题和原因")[1], "未完成的指标 1 项，见三、（四）。");
}

TEST(SelfReport, OneTextOfSeveralProjectsStandsOnce) {
  const auto project = [](const std::string& name) {
    return "类型: 项目\n编号: " + name + "\n项目名称: " + name +
           "\n预算: {调整预算数: 1, 执行数: 1}\n绩效指标:\n"
           "  - {一级: 产出指标, 二级: 数量指标, 三级: 期数, 目标: ≥4期, 完成: 4期, 分值: 90}\n"
           "改进措施: 细化目标\n";
  };
  ScoredCards scored{{project("甲"), project("乙")}};
  const Report report = self_report(scored.as_department(false).scores);
  EXPECT_EQ(headings(report).front(), "1 某局项目绩效自评报告");
  EXPECT_EQ(below(report, "1. 下一步拟改进措施"), Lines{"“甲”、“乙”：细化目标。"});
}

TEST(SelfReport, OfNothingIsEmpty) { EXPECT_TRUE(self_report({}).blocks.empty()); }

TEST(SelfReportFacts, BlocksKeepTheOrderOfTheTable) {
  const ScoredCards scored{{std::string(kProject)}};
  const std::vector<LevelFacts> blocks = blocks_of(scored.scores.cards.front());
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(count_sentence(blocks[0]), "产出指标 1 项，完成 0 项，未完成 1 项");
  EXPECT_EQ(scoring::text_of(blocks[0].score), "40");
}

}  // namespace
}  // namespace jiheng::report
