// Small sheets drawn by hand, each with what a person reads in it.
#include "engine/intake/tables/tables_from_sheets.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/diag/print.h"
#include "engine/intake/scorecard_from_table.h"
#include "engine/office/sheet_limits.h"
#include "tests/unit/intake/sheets.h"

namespace jiheng::intake {

using namespace office;  // NOLINT: a sheet and the tables in it
namespace {

std::string cells_of(const TableRow& row) {
  std::string out;
  for (const model::Field* field : {&row.section, &row.level1, &row.level2, &row.name, &row.target,
                                    &row.actual, &row.full_marks, &row.score}) {
    out += field->text + "|";
  }
  return out;
}

std::vector<std::string> rows_of(const Table& table) {
  std::vector<std::string> out;
  for (const TableRow& row : table.rows) out.push_back(cells_of(row));
  return out;
}

/// "Sheet1!B3" of each cell that was passed over, with its reason.
std::string passed_at(const Document& document, std::string_view cell) {
  std::string out;
  for (const PassedOver& passed : document.passed_over) {
    if (diag::cell_name(passed.place) == cell) out += passed.text + "：" + passed.why + ";";
  }
  return out;
}

std::vector<std::string> ids_of(const diag::Result<Document>& result) {
  std::vector<std::string> out;
  for (const auto& problem : result.problems) out.push_back(problem.id);
  return out;
}

using Rows = std::vector<std::string>;
using Ids = std::vector<std::string>;

constexpr const char* kNational = R"(项目支出绩效自评表|<|<|<|<|<|<|<|<
（2023年度）|<|<|<|<|<|<|<|<
项目名称|技能培训补贴|<|<|<|<|<|<|<
主管部门|某县教育局|<|<|实施单位|<|某县培训中心|<|<
项目资金⏎（万元）|||年初预算数|全年预算数|全年执行数|分值|执行率|得分
^|年度资金总额|<|10|12.00|11.50|10|95.83%|9.58
^|其中：当年财政拨款|<|10|12|11.5|—||—
^|上年结转资金|<||||—||—
^|其他资金|<||||—||—
年度总体⏎目标|预期目标|<|<|<|实际完成情况|<|<|<
^|开展技能培训100人次，提高就业率。|<|<|<|已完成培训120人次。|<|<|<
绩效⏎指标|一级⏎指标|二级指标|三级指标|年度⏎指标值|实际⏎完成值|分值|得分|偏差原因分析及改进措施
^|产出⏎指标|数量指标|培训人数|≥100人|120人|20|20|需求增加，下年调高目标
^|^|质量指标|培训合格率|≥95%|93%|15|14.68|个别学员缺考
^|^|时效指标|完成及时率|100%|100%|15|15|
^|成本指标|经济成本指标|人均培训成本|≤1000元/人|950元/人|10|10|
^|效益指标|社会效益指标|促进就业|明显|明显|10|10|
^|^|可持续影响指标|健全培训长效机制|健全|基本健全|10|8|
^|满意度指标|服务对象满意度指标|学员满意度|≥90%|96%|10|10|
总分|<|<|<|<|<|100|97.26|
填表人：某某|<|<|联系电话：0000|<|<|填报日期：2024年3月1日|<|<
)";

TEST(TablesFromSheets, TheNationalForm) {
  const auto result = read_drawing(kNational);
  ASSERT_TRUE(result);
  EXPECT_EQ(ids_of(result), Ids{});
  ASSERT_EQ(result->tables.size(), 1U);
  const Table& table = result->tables[0];
  EXPECT_EQ(table.id, "t01");
  EXPECT_EQ(table.kind, Table::Kind::selfeval);
  EXPECT_EQ(table.scope, model::CardKind::project);
  EXPECT_EQ(table.title.text, "技能培训补贴");
  EXPECT_EQ(table.unit.text, "某县培训中心");
  EXPECT_EQ(table.year, 2023);
  EXPECT_EQ(table.money_unit.text, "万元");
  EXPECT_EQ(table.initial.text, "10");
  EXPECT_EQ(table.adjusted.text, "12.00");
  EXPECT_EQ(table.executed.text, "11.50");
  EXPECT_EQ(table.rate.text, "95.83%");
  EXPECT_EQ(table.execution_score.text, "9.58");
  EXPECT_EQ(table.printed.execution_marks.text, "10");
  EXPECT_EQ(table.total.text, "97.26");
  ASSERT_EQ(table.goals.size(), 1U);
  EXPECT_EQ(table.goals[0].text.text, "开展技能培训100人次，提高就业率。");
  EXPECT_EQ(table.goals[0].achieved.text, "已完成培训120人次。");
  EXPECT_EQ(rows_of(table), (Rows{"|产出指标|数量指标|培训人数|≥100人|120人|20|20|",
                                  "|产出指标|质量指标|培训合格率|≥95%|93%|15|14.68|",
                                  "|产出指标|时效指标|完成及时率|100%|100%|15|15|",
                                  "|成本指标|经济成本指标|人均培训成本|≤1000元/人|950元/人|10|10|",
                                  "|效益指标|社会效益指标|促进就业|明显|明显|10|10|",
                                  "|效益指标|可持续影响指标|健全培训长效机制|健全|基本健全|10|8|",
                                  "|满意度指标|服务对象满意度指标|学员满意度|≥90%|96%|10|10|"}));
  EXPECT_EQ(table.rows[1].reason.text, "个别学员缺考");
  EXPECT_EQ(diag::to_text(table.rows[1].target.place), "自评.xlsx:Sheet1!E14");
  EXPECT_EQ(diag::to_text(table.rows[1].level1.place), "自评.xlsx:Sheet1!B13");
  EXPECT_EQ(diag::to_text(table.executed.place), "自评.xlsx:Sheet1!F6");
  EXPECT_EQ(diag::to_text(table.title.place), "自评.xlsx:Sheet1!B3");
}

TEST(TablesFromSheets, PersonsAreNotTakenNorShown) {
  const auto result = read_drawing(kNational);
  for (const PassedOver& passed : result->passed_over) {
    EXPECT_EQ(passed.text.find("某某"), std::string::npos);
    EXPECT_EQ(passed.text.find("0000"), std::string::npos);
  }
  EXPECT_EQ(passed_at(*result, "A21"), "填表人：姓名和电话，评分用不着，不取;");
  EXPECT_EQ(passed_at(*result, "D21"), "联系电话：姓名和电话，评分用不着，不取;");
  EXPECT_EQ(passed_at(*result, "G20"), "100：合计的一行，不是指标;");
}

/// "当年财政拨款|10|12||11.5|||": the name and the cells of each part of the money.
std::string parts_of(const Table& table) {
  std::string out;
  for (const model::MoneyPart& part : table.money_parts) {
    out += part.name.text + "|";
    for (const auto& [key, cell] : model::kMoneyPartKeys) out += (part.*cell).text + "|";
    out += "\n";
  }
  return out;
}

TEST(MoneyParts, StandUnderTheHeadingsOfTheAmounts) {
  const auto result = read_drawing(kNational);
  ASSERT_EQ(result->tables[0].money_parts.size(), 1U);  // blank lines of the form are none
  EXPECT_EQ(parts_of(result->tables[0]), "当年财政拨款|10|12||11.5||||\n");
  EXPECT_EQ(diag::to_text(result->tables[0].money_parts[0].executed.place), "自评.xlsx:Sheet1!F7");
  EXPECT_EQ(passed_at(*result, "D7"), "");
}

TEST(MoneyParts, OfOtherFormsAreReadByWhereTheyStand) {
  // Names that no list has; a label that says 其中 itself; what stands further down is none.
  const auto result = read_drawing(R"(项目支出绩效自评表|<|<|<|<|<|<
项目名称|防汛物资|<|<|<|<|<
预算执行情况（万元）||预算数|执行数|执行率|得分|
^|年度资金总额|90|81|90%|9|
^|中央补助|60|60|100%||
^|其中：县级配套|30|21|70%|说明见后|
^|项目总投资|共三期||||
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|储备沙袋|≥500条|520条|90|90
)");
  ASSERT_EQ(result->tables.size(), 1U);
  EXPECT_EQ(result->tables[0].executed.text, "81");
  EXPECT_EQ(parts_of(result->tables[0]), "中央补助|||60|60||100%||\n县级配套|||30|21||70%|说明见后|\n");
  EXPECT_NE(passed_at(*result, "C7"), "");
}

TEST(Goals, AnswersStandBelowOrBesideThem) {
  const auto result = read_drawing(R"(部门整体支出绩效自评表|<|<|<|<|<
部门名称|某县水利局|<|<|<|<
预期目标|管好 12 座水库|<|实际完成情况|12 座都管好了|<
年度目标1：（40分）|灌溉渠道清淤|<|<|<|<
实际完成情况|清淤 42 公里|<|<|<|<
一级指标|二级指标|三级指标|年度指标值|实际完成值|得分
产出指标|数量指标|清淤长度|≥40公里|42公里|40
)");
  ASSERT_EQ(result->tables.size(), 1U);
  const Table& table = result->tables[0];
  ASSERT_EQ(table.goals.size(), 2U);
  EXPECT_EQ(table.goals[0].title.text, "年度目标1");
  EXPECT_EQ(table.goals[0].achieved.text, "清淤 42 公里");
  EXPECT_EQ(table.goals[1].text.text, "管好 12 座水库");
  EXPECT_EQ(table.goals[1].achieved.text, "12 座都管好了");
}

TEST(Goals, StandUnderTheWordsOfOtherForms) {
  const auto result = read_drawing(R"(转移支付项目绩效自评表|<|<|<
转移支付（项目）名称|农业防灾资金|<|<
总体目标完成情况|总体目标|全年实际完成情况|<
^|防治面积 10 万亩|防治 10.5 万亩|<
一级指标|三级指标|指标值|全年实际完成值
产出指标|防治面积|≥10万亩|10.5万亩
)");
  ASSERT_EQ(result->tables.size(), 1U);
  ASSERT_EQ(result->tables[0].goals.size(), 1U);
  EXPECT_EQ(result->tables[0].goals[0].text.text, "防治面积 10 万亩");
  EXPECT_EQ(result->tables[0].goals[0].achieved.text, "防治 10.5 万亩");
}

TEST(MoneyParts, AreNoneWhereTheWholeIsNotKnown) {
  // Nobody knows 年度预算总数: the lines below it may be anything.
  const auto result = read_drawing(R"(部门整体支出绩效自评表|<|<|<
部门名称|某县林业局|<|<
预算执行情况（元）||预算数|执行数
^|年度预算总数|1200|1100
^|基本支出经费|900|890
一级指标|三级指标|年度指标值|实际完成值
产出指标|造林面积|≥5000亩|5200亩
)");
  ASSERT_EQ(result->tables.size(), 1U);
  EXPECT_TRUE(result->tables[0].money_parts.empty());
  EXPECT_NE(passed_at(*result, "C4"), "");
  EXPECT_NE(passed_at(*result, "C5"), "");
}

TEST(Judgements, HaveAColumnOfTheirOwn) {
  const auto result = read_drawing(R"(项目支出绩效自评表|<|<|<|<|<|<
项目名称|防汛物资|<|<|<|<|<
一级指标|二级指标|三级指标|年度指标值|实际完成值|得分|评定
产出指标|质量指标|管护水平|明显提高|有所提高|17|85%
^|数量指标|储备沙袋|≥500条||不适用|不适用
^|^|储备木桩|≥50根|60根|20|
)");
  ASSERT_EQ(result->tables.size(), 1U);
  EXPECT_EQ(ids_of(result), Ids{});
  const auto card = scorecard_from_table(result->tables[0]);
  EXPECT_TRUE(card.problems.empty());
  const auto& rows = card->sections[0].indicators;
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].judged->value, base::Decimal::parse("0.85"));
  EXPECT_FALSE(rows[0].not_applicable);
  EXPECT_TRUE(rows[1].not_applicable);
  EXPECT_FALSE(rows[1].claimed.has_value());
  EXPECT_FALSE(rows[2].judged.has_value());
  EXPECT_FALSE(rows[2].not_applicable);
}

TEST(Judgements, AreNeverGuessed) {
  for (const std::string words : {"85", "优", "120%", "-5%", "85%左右"}) {
    const auto result = read_drawing(
        "项目名称|甲|<|<|<\n一级指标|三级指标|年度指标值|实际完成值|评定\n产出指标|管护水平|明显提高|"
        "有所提高|" +
        words + "\n");
    ASSERT_EQ(result->tables.size(), 1U) << words;
    const auto card = scorecard_from_table(result->tables[0]);
    ASSERT_EQ(card.problems.size(), 1U) << words;
    EXPECT_EQ(card.problems[0].id, "I104") << words;
    EXPECT_EQ(diag::to_text(card.problems[0].place), "自评.xlsx:Sheet1!E3") << words;
    EXPECT_FALSE(card->sections[0].indicators[0].judged.has_value()) << words;
  }
}

TEST(TwoTables, OfAWordFileAreOneFormWhereTheSecondBeginsWithTheHeadings) {
  Sheet head = drawn_sheet("项目名称|技能培训\n主管部门|某县教育局\n", "表格1");
  Sheet rows = drawn_sheet(
      "|一级指标|二级指标|三级指标|年度指标值|实际完成值|得分\n绩效指标|产出指标|数量指标|培训人数|≥100人|"
      "120人|20\n"
      "总分|<|<|<|<|<|20\n",
      "表格2");
  auto apart = read_sheets({head, rows});
  EXPECT_TRUE(apart->tables[0].title.text.empty());
  rows.follows = true;
  auto joined = read_sheets({head, rows});
  ASSERT_EQ(joined->tables.size(), 1U);
  EXPECT_EQ(joined->tables[0].title.text, "技能培训");
  EXPECT_EQ(diag::to_text(joined->tables[0].title.place), "自评.xlsx:表格1!B1");
  EXPECT_EQ(diag::to_text(joined->tables[0].rows[0].actual.place), "自评.xlsx:表格2!F2");
  EXPECT_EQ(joined->tables[0].total.text, "20");
  // A form of its own is none of another's.
  Sheet second =
      drawn_sheet("项目名称|乙\n一级指标|三级指标|年度指标值|实际完成值\n产出指标|丙|≥1人|1人\n", "表格2");
  second.follows = true;
  EXPECT_EQ(read_sheets({drawn_sheet("项目名称|甲\n", "表格1"), second})->tables[0].title.text, "乙");
}

constexpr const char* kHubei = R"(2023年度水利部门整体绩效自评表|<|<|<|<|<|<
单位名称：某县水利局||||填报日期：2024年3月1日||
单位名称|某县水利局|<|<|<|<|<
基本支出总额|320.6|<|项目支出总额|68|<|<
预算执行情况⏎（万元）⏎（20分）|||预算数（A)|执行数（B)|执行率⏎(B/A)|得分⏎（20分*执行率）
^|部门整体支出总额|<|68|66.5|97.79|19.56
年度目标1：⏎（40分）|做好灌溉渠道清淤维护|<|<|<|<|<
年度⏎绩效⏎指标|一级指标|二级指标|三级指标|年初目⏎标值⏎(A)|实际完成值(B)|得分
^|产出指标|数量指标|清淤渠道长度|≥40公里|42公里|10
^|^|^|水闸维修|3座|3座|10
^|效益指标|社会效益指标|灌溉条件|提高|提高|20
年度目标2：（40分）|做好防汛抗旱|<|<|<|<|<
年度绩效指标|一级指标|二级指标|三级指标|年初目标值(A)|实际完成值(B)|得分
^|产出指标|数量指标|应急送水|≥200车|260车|40
总分|99.56|<|<|<|<|<
偏差大或⏎目标未完成⏎原因分析|应急送水车次按常年数测算。|<|<|<|<|<
改进措施及结果应用方案|无|<|<|<|<|<
)";

TEST(TablesFromSheets, TheDepartmentFormOfHubeiWithItsGoals) {
  const auto result = read_drawing(kHubei);
  EXPECT_EQ(ids_of(result), Ids{});
  ASSERT_EQ(result->tables.size(), 1U);
  const Table& table = result->tables[0];
  EXPECT_EQ(table.scope, model::CardKind::department);
  EXPECT_EQ(table.title.text, "部门整体");
  EXPECT_EQ(table.unit.text, "某县水利局");
  EXPECT_EQ(table.year, 2023);
  EXPECT_EQ(table.basic.text, "320.6");
  EXPECT_EQ(table.project.text, "68");
  EXPECT_EQ(table.budget.text, "68");
  EXPECT_EQ(table.executed.text, "66.5");
  EXPECT_EQ(table.rate.text, "97.79");
  EXPECT_EQ(table.execution_score.text, "19.56");
  EXPECT_EQ(table.total.text, "99.56");
  EXPECT_EQ(table.deviation_reason.text, "应急送水车次按常年数测算。");
  EXPECT_EQ(table.improvement.text, "无");
  ASSERT_EQ(table.goals.size(), 2U);
  EXPECT_EQ(table.goals[0].title.text, "年度目标1");
  EXPECT_EQ(table.goals[0].full_marks.text, "40");
  EXPECT_EQ(table.goals[1].text.text, "做好防汛抗旱");
  EXPECT_EQ(rows_of(table), (Rows{"年度目标1|产出指标|数量指标|清淤渠道长度|≥40公里|42公里||10|",
                                  "年度目标1|产出指标|数量指标|水闸维修|3座|3座||10|",
                                  "年度目标1|效益指标|社会效益指标|灌溉条件|提高|提高||20|",
                                  "年度目标2|产出指标|数量指标|应急送水|≥200车|260车||40|"}));
}

TEST(TablesFromSheets, SignNumberAndUnitInThreeColumns) {
  const auto result = read_drawing(R"(项目支出绩效自评表（2023年度）
项目名称|档案数字化
绩效指标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析
^|产出指标|数量指标|加工页数|≥|30|万页|32|20|20|
^|^|质量指标|合格率|≥|95|%|96|20|20|
^|^|^|差错率|＜|1%|%|0.5%|10|10|
^|^|时效指标|完成时限|定性|12月底前||12月|10|10|
^|效益指标|社会效益|服务能力|定性|优良中低差|无|优|20|20|
^|^|^|投诉|=|0|起|0|10|10|
^|满意度指标|满意度|群众满意度|不低于|90|百分比|95|10|10|
^|^|^|走访|正向|5|次|6|||
)");
  ASSERT_EQ(result->tables.size(), 1U);
  const auto& rows = result->tables[0].rows;
  ASSERT_EQ(rows.size(), 8U);
  EXPECT_EQ(rows[0].target.text, "≥30万页");
  EXPECT_EQ(rows[1].target.text, "≥95%");
  EXPECT_EQ(rows[2].target.text, "<1%");
  EXPECT_EQ(rows[3].target.text, "12月底前");
  EXPECT_EQ(rows[4].target.text, "优良中低差");
  EXPECT_EQ(rows[5].target.text, "=0起");
  EXPECT_EQ(rows[6].target.text, "不低于90百分比");
  EXPECT_EQ(rows[7].target.text, "≥5次");  // 正向, and no sign of its own
  EXPECT_EQ(rows[1].actual.text, "96%");   // the unit beside the target is that of both
  EXPECT_EQ(rows[1].full_marks.text, "20");
  ASSERT_EQ(rows[1].target_cells.size(), 3U);
  EXPECT_EQ(diag::cell_name(rows[1].target.place), "F5");
  EXPECT_EQ(diag::cell_name(rows[1].target_cells[0].place), "E5");
  EXPECT_EQ(rows[1].target_cells[0].text, "≥");
  EXPECT_EQ(diag::cell_name(rows[1].target_cells[2].place), "G5");
  EXPECT_EQ(rows[1].target_cells[2].text, "%");
  EXPECT_EQ(passed_at(*result, "E11"), "");
}

/// Heads other places print for the sign, the project's name and its money.
TEST(TablesFromSheets, WordsOfOtherPlaces) {
  for (const char* sign : {"指标值类型", "指标方向", "运算符号", "计算符号", "符号"}) {
    for (const char* name : {"项目支出名称", "转移支付（项目）名称", "专项资金名称", "资金名称"}) {
      const auto result = read_drawing(std::string("项目支出绩效自评表（2023年度）\n") + name +
                                       "|甲资金\n年度总金额|120\n一级指标|二级指标|三级指标|" + sign +
                                       "|目标值|计量单位|完成值|分值|得分\n"
                                       "产出指标|质量指标|投诉率|≤|5|%|20%|50|50\n");
      ASSERT_EQ(result->tables.size(), 1U) << sign << name;
      const Table& table = result->tables[0];
      EXPECT_EQ(table.title.text, "甲资金") << name;
      EXPECT_EQ(table.scope, model::CardKind::project) << name;
      EXPECT_EQ(table.budget.text, "120");
      EXPECT_EQ(table.rows.at(0).target.text, "≤5%") << sign;
      EXPECT_TRUE(result->passed_over.empty()) << sign;
    }
  }
}

TEST(TablesFromSheets, ASecondCellBesideTheNameIsSaid) {
  const auto result = read_drawing(
      "项目支出绩效自评表\n项目名称|甲项目|乙中心\n一级指标|二级指标|三级指标|目标值|完成值|得分\n"
      "产出指标|数量指标|人数|≥5人|6人|50\n");
  ASSERT_EQ(result->tables.size(), 1U);
  EXPECT_EQ(result->tables[0].title.text, "甲项目");
  EXPECT_EQ(passed_at(*result, "C2"), "乙中心：“项目名称”一栏，评分用不着;");
}

TEST(TablesFromSheets, YearsBeforeUnderAHeadingOfThreeRows) {
  const auto result = read_drawing(R"(部门整体支出绩效目标申报表
部门名称|某县水利局
年度目标1：|做好渠道清淤
年度绩效指标|一级指标|二级指标|指标名称|指标值|<|<|绩效标准
^|^|^|^|近两年指标值|<|预期当年实现值|^
^|^|^|^|2022年|2023年|^|^
^|产出指标|数量指标|清淤长度|38公里|42公里|≥40公里|计划标准
^|^|质量指标|合格率|100%||100%|计划标准
)");
  ASSERT_EQ(result->tables.size(), 1U);
  const Table& table = result->tables[0];
  EXPECT_EQ(table.kind, Table::Kind::targets);
  ASSERT_EQ(table.rows.size(), 2U);
  const TableRow& row = table.rows[0];
  EXPECT_EQ(cells_of(row), "年度目标1|产出指标|数量指标|清淤长度|≥40公里||||");
  EXPECT_EQ(row.basis.text, "计划标准");
  ASSERT_EQ(row.earlier.size(), 2U);
  EXPECT_EQ(row.earlier[0].first.text, "2022年");
  EXPECT_EQ(row.earlier[0].second.text, "38公里");
  EXPECT_EQ(row.earlier[1].first.text, "2023年");
  EXPECT_EQ(table.rows[1].earlier.size(), 1U);
}

TEST(TablesFromSheets, TheSumOfTheMarksIsNoClaim) {
  const std::string form = R"(项目支出绩效自评表（2023年度）
项目名称|甲项目
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|复核分
产出指标|数量指标|甲一|1件|1件|100||
)";
  const auto total = [&](const std::string& line) {
    const auto result = read_drawing(form + line);
    return result->tables.at(0).total.text;
  };
  EXPECT_EQ(total("总分||||||97.5|\n"), "97.5");
  EXPECT_EQ(total("总分|||||97.5|<|\n"), "97.5") << "one cell over 分值 and 得分";
  EXPECT_EQ(total("总分|97.5|<|<|<|<|<|<\n"), "97.5");
  EXPECT_EQ(total("总分|||||100||\n"), "") << "得分 is not filled in";
  EXPECT_EQ(total("总分|||||||95\n"), "") << "a reviewer's points";
}

TEST(TablesFromSheets, TablesBelowEachOtherAndOnOtherSheets) {
  const std::string one = R"(项目支出绩效自评表（2023年度）
项目名称|甲项目
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|甲一|1件|1件|50|50
||甲二|2件|2件|50|50
总分||||||100
)";
  const std::string other = R"(项目名称：乙项目
一级指标|二级指标|三级指标|目标值|完成值|分值|自评得分
效益指标|社会效益|乙一|提高|提高|100|90
)";
  const auto result = read_sheets({drawn_sheet(one + "\n" + other, "甲乙"),
                                   drawn_sheet("部门职责|负责水利", "封面"), drawn_sheet(other, "丙")});
  EXPECT_EQ(ids_of(result), Ids{});
  ASSERT_EQ(result->tables.size(), 3U);
  EXPECT_EQ(rows_of(result->tables[0]),
            (Rows{"|产出指标|数量指标|甲一|1件|1件|50|50|", "|产出指标|数量指标|甲二|2件|2件|50|50|"}));
  EXPECT_EQ(result->tables[0].total.text, "100");
  EXPECT_EQ(result->tables[1].title.text, "乙项目");
  EXPECT_EQ(rows_of(result->tables[1]), (Rows{"|效益指标|社会效益|乙一|提高|提高|100|90|"}));
  EXPECT_EQ(result->tables[1].year, 2023);  // of the title above it on the sheet
  EXPECT_EQ(result->tables[2].id, "t03");
  EXPECT_EQ(result->tables[2].year, std::nullopt);
  EXPECT_EQ(diag::to_text(result->tables[2].rows[0].score.place), "自评.xlsx:丙!G3");
  EXPECT_EQ(passed_at(*result, "A1"), "部门职责 负责水利：不是绩效表的表格;");
}

TEST(TablesFromSheets, TwoTablesSideBySide) {
  const auto result = read_drawing(R"(2023年度项目绩效自评表|<|<|<|<|<|<|<|<
项目名称|甲|<|<||项目名称|乙|<|<
一级指标|三级指标|目标值|完成值||一级指标|三级指标|目标值|完成值
产出指标|甲一|1件|2件||效益指标|乙一|5人|6人
|甲二|3件|3件|||乙二|7人|8人
)");
  ASSERT_EQ(result->tables.size(), 2U);
  EXPECT_EQ(result->tables[0].title.text, "甲");
  EXPECT_EQ(rows_of(result->tables[0]), (Rows{"|产出指标||甲一|1件|2件|||", "|产出指标||甲二|3件|3件|||"}));
  EXPECT_EQ(result->tables[1].title.text, "乙");
  EXPECT_EQ(rows_of(result->tables[1]), (Rows{"|效益指标||乙一|5人|6人|||", "|效益指标||乙二|7人|8人|||"}));
  EXPECT_EQ(result->tables[1].year, 2023);
}

TEST(TablesFromSheets, AHeadingRepeatedAfterAPageBreakGoesOn) {
  const auto result = read_drawing(R"(项目名称|甲
一级指标|二级指标|三级指标|目标值|完成值|得分
产出指标|数量指标|一|1件|1件|50
一级指标|二级指标|三级指标|目标值|完成值|得分
||二|2件|2件|50
)");
  ASSERT_EQ(result->tables.size(), 1U);
  EXPECT_EQ(rows_of(result->tables[0]),
            (Rows{"|产出指标|数量指标|一|1件|1件||50|", "|产出指标|数量指标|二|2件|2件||50|"}));
}

TEST(TablesFromSheets, AReviewersScoreIsNeverTheClaimedOne) {
  const auto result = read_drawing(R"(项目名称|甲
一级指标|二级指标|三级指标|年初目标值|全年完成值|分值|自评|财政复核|备注
^|^|^|^|^|^|得分|得分|^
产出指标|数量指标|一|1件|1件|50|50|45|重点
)");
  ASSERT_EQ(result->tables.size(), 1U);
  EXPECT_EQ(rows_of(result->tables[0]), (Rows{"|产出指标|数量指标|一|1件|1件|50|50|"}));
  EXPECT_EQ(result->tables[0].rows[0].basis.text, "重点");
  EXPECT_EQ(passed_at(*result, "H4"), "45：“财政复核得分”不是自报得分，没有作为得分;");
  const auto one_row = read_drawing(R"(项目名称|甲
一级指标|三级指标|目标值|完成值|财政审核评分|自评得分
产出指标|一|1件|1件|45|50
)");
  EXPECT_EQ(one_row->tables.at(0).rows.at(0).score.text, "50");
  EXPECT_EQ(passed_at(*one_row, "E3"), "45：“财政审核评分”不是自报得分，没有作为得分;");
}

TEST(TablesFromSheets, AHeadingNobodyKnowsIsNamed) {
  const auto result = read_drawing(R"(项目名称|甲
一级指标|二级指标|三级指标|目标值|完成值|完成率|预计完成值|得分
产出指标|数量指标|一|1件|1件|100%|2件|50
)");
  EXPECT_EQ(rows_of(result->tables.at(0)), (Rows{"|产出指标|数量指标|一|1件|1件||50|"}));
  EXPECT_EQ(passed_at(*result, "F2"), "完成率：这一栏没有取：表头不在认得的栏目里;");
  EXPECT_EQ(passed_at(*result, "G2"), "预计完成值：这一栏没有取：表头不在认得的栏目里;");
  EXPECT_EQ(passed_at(*result, "F3"), "");
}

TEST(TablesFromSheets, AmountsInYuanKeepTheirDigitsAndUnit) {
  const auto result = read_drawing(R"(项目名称|甲
预算执行情况|<|预算数（元）|执行数（元）|执行率
年度资金总额|<|1,258,000.50|1258000|99.99%
一级指标|二级指标|三级指标|目标值|完成值
产出指标|数量指标|一|1件|1件
)");
  const Table& table = result->tables.at(0);
  EXPECT_EQ(table.money_unit.text, "元");
  EXPECT_EQ(table.budget.text, "1258000.50");
  EXPECT_EQ(table.executed.text, "1258000");
  EXPECT_EQ(ids_of(result), Ids{});
}

TEST(TablesFromSheets, TwoUnitsOfMoneyInOneTableAreSaid) {
  const auto result = read_drawing(R"(项目名称|甲
预算执行情况|<|预算数（万元）|执行数（元）
年度资金总额|<|125|1258000元
一级指标|二级指标|三级指标|目标值|完成值
产出指标|数量指标|一|1件|1件
)");
  EXPECT_EQ(ids_of(result), Ids{"I136"});
  EXPECT_EQ(diag::cell_name(result.problems[0].place), "D2");
  EXPECT_EQ(result->tables.at(0).budget.text, "125");
  EXPECT_EQ(result->tables.at(0).executed.text, "");
}

TEST(TablesFromSheets, TheWideTableOfADepartment) {
  const auto result = read_drawing(R"(2024年度部门预算项目绩效目标表
单位编码（项目编码）|项目单位（项目名称）|项目金额（万元）|<|绩效目标|<|<|<|<|<
^|^|^|^|成本指标|<|产出指标|<|满意度指标|<
^|^|资金总额|政府预算资金|三级指标|指标值|三级指标|指标值|三级指标|指标值
031001|某示范区林业局|15.00|15.00
9000012300001001|防火物资购置|10.00|10.00|采购单价|850元/套|购置防火装备|120套|护林员满意度|≥98%
||||||物资验收合格率|100%
9000012300001002|造林绿化|5.00|5.00|||购置苗木|≥50万株
)");
  ASSERT_EQ(result->tables.size(), 2U);
  EXPECT_EQ(result->tables[0].title.text, "防火物资购置");
  EXPECT_EQ(result->tables[0].unit.text, "某示范区林业局");
  EXPECT_EQ(result->tables[0].budget.text, "10.00");
  EXPECT_EQ(result->tables[0].year, 2024);
  EXPECT_EQ(rows_of(result->tables[0]),
            (Rows{"|成本指标||采购单价|850元/套||||", "|产出指标||购置防火装备|120套||||",
                  "|产出指标||物资验收合格率|100%||||", "|满意度指标||护林员满意度|≥98%||||"}));
  EXPECT_EQ(diag::to_text(result->tables[0].rows[3].target.place), "自评.xlsx:Sheet1!J6");
  EXPECT_EQ(rows_of(result->tables[1]), (Rows{"|产出指标||购置苗木|≥50万株||||"}));
}

TEST(TablesFromSheets, LongTermAndAnnualTargetsOfOneForm) {
  const auto result = read_drawing(R"(项目支出绩效目标申报表
（2024年度）
项目名称|渠道清淤|<|<|<|<
项目资金（万元）|年度资金总额：|<|70|<|<
总体目标|年度绩效目标|<|长期绩效目标|<|<
^|清淤40公里。|<|保障灌溉。|<|<
长期绩效目标|一级指标|二级指标|三级指标|指标值|指标值确定依据
^|产出指标|数量指标|清淤长度|≥120公里|计划标准
年度绩效目标|一级指标|二级指标|三级指标|指标值|指标值确定依据
^|产出指标|数量指标|清淤长度|≥40公里|计划标准
^||时效指标|完成时间|12月底前|
)");
  ASSERT_EQ(result->tables.size(), 1U);
  const Table& table = result->tables[0];
  EXPECT_EQ(table.kind, Table::Kind::targets);
  EXPECT_EQ(table.budget.text, "70");
  EXPECT_EQ(rows_of(table), (Rows{"长期|产出指标|数量指标|清淤长度|≥120公里||||",
                                  "年度|产出指标|数量指标|清淤长度|≥40公里||||",
                                  "年度|产出指标|时效指标|完成时间|12月底前||||"}));
  ASSERT_EQ(table.goals.size(), 2U);
  EXPECT_EQ(table.goals[0].title.text, "长期");
  EXPECT_EQ(table.goals[0].text.text, "保障灌溉。");
  EXPECT_EQ(table.goals[1].text.text, "清淤40公里。");
}

TEST(TablesFromSheets, ABandOverTheRowsIsTheirHeadAndNoIndicator) {
  const auto result = read_drawing(R"(项目支出绩效目标申报表
项目名称|渠道清淤|<|<|<|<
总体目标|年度目标：清淤40公里。|<|<|<|<
长期绩效目标|<|<|<|<|<
长期绩效目标|一级指标|二级指标|三级指标|指标值|指标值确定依据
^|产出指标|数量指标|清淤长度|≥120公里|计划标准
年度绩效目标表|<|<|<|<|<
年度绩效目标|一级指标|二级指标|三级指标|指标值|指标值确定依据
^|产出指标|数量指标|清淤长度|≥40公里|计划标准
)");
  ASSERT_EQ(result->tables.size(), 1U);
  EXPECT_EQ(rows_of(result->tables[0]), (Rows{"长期|产出指标|数量指标|清淤长度|≥120公里||||",
                                              "年度|产出指标|数量指标|清淤长度|≥40公里||||"}));
  const auto& goals = result->tables[0].goals;
  EXPECT_TRUE(std::any_of(goals.begin(), goals.end(),
                          [](const Goal& goal) { return goal.text.text == "年度目标：清淤40公里。"; }));
}

TEST(TablesFromSheets, SumsNotesAndEmptyRowsAreNoIndicators) {
  const auto result = read_drawing(R"(项目名称|甲
一级指标|二级指标|三级指标|年初目标值|完成值|分值|得分
产出指标（50分）|数量指标|一|1件|1件|50|50
|小计||||50|50
||指标2：
效益指标|社会效益指标|……
满意度指标|服务对象满意度
合计|||||100|50
备注：1.预算执行情况口径：预算数为调整后预算。
注：本表一式两份
)");
  const Table& table = result->tables.at(0);
  EXPECT_EQ(rows_of(table), (Rows{"|产出指标|数量指标|一|1件|1件|50|50|"}));
  EXPECT_EQ(table.total.text, "50");
  EXPECT_EQ(passed_at(*result, "A3"), "");
  EXPECT_EQ(table.rows.at(0).level1_marks.text, "50");
  EXPECT_NE(passed_at(*result, "F4").find("合计的一行"), std::string::npos);
  EXPECT_EQ(passed_at(*result, "C5"), "指标2：：没有填指标的一行;");
  EXPECT_EQ(passed_at(*result, "A6"), "效益指标 社会效益指标 ……：没有填指标的一行;");
  EXPECT_EQ(passed_at(*result, "A7"), "满意度指标 服务对象满意度：没有填指标的一行;");
  EXPECT_NE(passed_at(*result, "A9").find("表下面的说明"), std::string::npos);
  EXPECT_NE(passed_at(*result, "A10").find("表下面的说明"), std::string::npos);
  EXPECT_EQ(ids_of(result), Ids{});
}

TEST(TablesFromSheets, MergedTextsHoldForAllTheirRowsAndOneScoreForNone) {
  const auto result = read_drawing(R"(项目名称|甲
一级指标|二级指标|三级指标|年初目标值|完成值|分值|得分
产出指标|数量指标|一|100%|1件|10|30
^|^|二|^|2件|20|^
满意度指标|<|三|4件|4件|30|30
^|<|四|5件|5件|30|30
)");
  const Table& table = result->tables.at(0);
  EXPECT_EQ(rows_of(table),
            (Rows{"|产出指标|数量指标|一|100%|1件|10||", "|产出指标|数量指标|二|100%|2件|20||",
                  "|满意度指标|满意度指标|三|4件|4件|30|30|", "|满意度指标|满意度指标|四|5件|5件|30|30|"}));
  EXPECT_EQ(ids_of(result), Ids{"I137"});
  EXPECT_EQ(diag::cell_name(result.problems[0].place), "G3");
  EXPECT_EQ(passed_at(*result, "G3"), "30：一格分数合并了几行指标;");
}

TEST(TablesFromSheets, HeadingsThatDisagreeAreRefused) {
  const auto result = read_drawing(R"(项目名称|甲
一级指标|二级指标|三级指标|目标值|完成值|得分
一级指标|二级指标|三级指标|完成值|目标值|得分
产出指标|数量指标|一|1件|2件|10
项目名称|乙
一级指标|二级指标|三级指标|目标值|完成值|得分
产出指标|数量指标|二|1件|2件|10
)");
  EXPECT_EQ(ids_of(result), Ids{"I131"});
  EXPECT_EQ(diag::cell_name(result.problems[0].place), "D3");
  ASSERT_EQ(result->tables.size(), 1U);
  EXPECT_EQ(result->tables[0].title.text, "乙");
  EXPECT_NE(passed_at(*result, "A1").find("到第 4 行都没有读"), std::string::npos);
}

TEST(TablesFromSheets, IndicatorsWithoutAHeadingAreSaid) {
  const auto result = read_drawing(R"(项目名称|甲
产出指标|数量指标|一|1件|2件|10
||二|1件|2件|10
)");
  EXPECT_EQ(ids_of(result), (Ids{"I132", "I103"}));
  EXPECT_EQ(diag::cell_name(result.problems[0].place), "A2");
  EXPECT_TRUE(result->tables.empty());
}

TEST(TablesFromSheets, TwoColumnsForOneValueAreSaid) {
  const auto result = read_drawing(R"(项目名称|甲
一级指标|权重|三级指标|权重|年初目标值|完成值|实际完成情况|得分
产出指标|50|一|20|1件|3件|超额|10
)");
  EXPECT_EQ(ids_of(result), Ids{"I134"});
  EXPECT_EQ(diag::cell_name(result.problems[0].place), "G2");
  EXPECT_EQ(rows_of(result->tables.at(0)), (Rows{"|产出指标||一|1件|3件|20|10|"}));
  EXPECT_NE(passed_at(*result, "B2").find("这一栏没有取"), std::string::npos);
}

TEST(TablesFromSheets, ARowWithValuesAndNoNameIsSaid) {
  const auto result = read_drawing(R"(项目名称|甲
一级指标|二级指标|三级指标|年初目标值|完成值|得分
产出指标|数量指标|一|1件|3件|10
满意度指标|服务对象满意度||≥90%|95%|10
)");
  EXPECT_EQ(ids_of(result), Ids{"I135"});
  EXPECT_EQ(diag::cell_name(result.problems[0].place), "A4");
  EXPECT_EQ(result->tables.at(0).rows.size(), 1U);
}

TEST(TablesFromSheets, ATableOfTooManyRowsIsCutAndSaid) {
  std::string drawing = "项目名称|甲\n一级指标|三级指标|目标值|完成值\n";
  for (int row = 0; row < 2003; ++row) drawing += "产出指标|一|1件|2件\n";
  const auto result = read_drawing(drawing);
  EXPECT_EQ(ids_of(result), Ids{"I133"});
  EXPECT_EQ(diag::cell_name(result.problems[0].place), "A2003");
  EXPECT_EQ(result->tables.at(0).rows.size(), 2000U);
  EXPECT_EQ(passed_at(*result, "A2003"), "3 行：一张表的行太多;");
}

TEST(TablesFromSheets, TooManyCellsAreRefused) {
  Sheet sheet = drawn_sheet("项目名称|甲");
  sheet.cells.resize(kMaxSheetCells + 1);
  const auto result = read_sheets({std::move(sheet)});
  EXPECT_FALSE(result);
  EXPECT_EQ(ids_of(result), Ids{"I122"});
}

TEST(TablesFromSheets, AFileWithoutATableSaysSo) {
  for (const char* drawing : {"", "姓名|工资\n某|1", "项目名称|甲\n一级指标|二级指标|三级指标|指标值\n"}) {
    const auto result = read_drawing(drawing);
    ASSERT_TRUE(result) << drawing;
    EXPECT_EQ(ids_of(result), Ids{"I103"}) << drawing;
  }
}

TEST(TablesFromSheets, CellsInNoOrderAndOutsideAnySheet) {
  Sheet sheet = drawn_sheet(R"(项目名称|甲
一级指标|三级指标|目标值|完成值
产出指标|一|1件|2件
)");
  std::reverse(sheet.cells.begin(), sheet.cells.end());
  for (const auto& [row, column] :
       {std::pair(3, 2), std::pair(-1, 2), std::pair(2, 0), std::pair(2000000000, 2)}) {
    SheetCell cell;
    cell.text = "多余";
    cell.row = row;
    cell.column = column;
    cell.rows = -5;
    cell.columns = 2147483647;
    sheet.cells.push_back(cell);
  }
  const auto result = read_sheets({sheet});
  EXPECT_EQ(rows_of(result->tables.at(0)), (Rows{"|产出指标||一|1件|2件|||"}));
  EXPECT_EQ(passed_at(*result, "B3"), "多余：同一格又来了一次;");
  EXPECT_EQ(std::count_if(result->passed_over.begin(), result->passed_over.end(),
                          [](const PassedOver& p) { return p.why == "不在表里的一格"; }),
            3);
}

}  // namespace
}  // namespace jiheng::intake
