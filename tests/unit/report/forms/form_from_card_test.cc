// The shipped forms, against the published forms: p26 and the department's table of 2023 (湖北), 财预〔2020〕10号 (全国).
#include "engine/report/forms/form_from_card.h"
#include "engine/explain/score.h"

#include <algorithm>
#include <numeric>

#include "engine/report/forms/form_fields.h"
#include "engine/report/forms/form_with_marks.h"
#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;

/// A card and what its result points into.
struct ScoredForm {
  ScoredForm(model::Scheme s, model::Scorecard c) : scheme(std::move(s)), cards{std::move(c)} {
    results = explain::score(scheme, cards, scoring::context());
  }
  model::Scheme scheme;
  std::vector<model::Scorecard> cards;
  std::vector<CardResult> results;
  Form form() const { return form_from_card(results.front()); }
};

model::Scorecard tongcheng(const std::string& id) {
  return scoring::value_or_fail(
             rulebook::scorecards_from_yaml(scoring::shipped("scorecards/2023-tongcheng/" + id + ".yaml")))
      .front();
}

const FormCell* at(const Form& form, int row, int column) {
  const auto found = std::find_if(form.cells.begin(), form.cells.end(), [&](const FormCell& c) {
    return row >= c.row && row < c.row + c.rows && column >= c.column && column < c.column + c.columns;
  });
  return found == form.cells.end() ? nullptr : &*found;
}

/// The texts of a row, a merged cell once in each row it reaches.
std::string row_text(const Form& form, int row) {
  std::string out;
  for (int column = 0; column < static_cast<int>(form.widths.size());) {
    const FormCell* cell = at(form, row, column);
    if (cell == nullptr) return out + "<hole>";
    out += (out.empty() ? "" : "|") + cell->text;
    column = cell->column + cell->columns;
  }
  return out;
}

int row_of(const Form& form, const std::string& text) {
  for (const FormCell& c : form.cells) {
    if (c.text == text) return c.row;
  }
  ADD_FAILURE() << "not on the form: " << text;
  return 0;
}

/// Every place of the grid belongs to exactly one cell, and the cells stand by row, then column.
void expect_whole(const Form& form) {
  const auto columns = form.widths.size();
  std::vector<int> covered(static_cast<std::size_t>(form.rows) * columns);
  std::pair<int, int> before = {-1, -1};
  for (const FormCell& c : form.cells) {
    EXPECT_LT(before, std::pair(c.row, c.column)) << c.text;
    before = {c.row, c.column};
    for (int r = c.row; r < c.row + c.rows; ++r) {
      for (int k = c.column; k < c.column + c.columns; ++k) {
        ASSERT_LT(r, form.rows) << c.text;
        ASSERT_LT(static_cast<std::size_t>(k), columns) << c.text;
        ++covered[static_cast<std::size_t>(r) * columns + static_cast<std::size_t>(k)];
      }
    }
  }
  EXPECT_EQ(std::count(covered.begin(), covered.end(), 1), static_cast<std::ptrdiff_t>(covered.size()));
}

TEST(FormFromCard, HubeiProject) {
  const ScoredForm p26(scoring::shipped_scheme("hubei-2023"), tongcheng("p26"));
  const Form form = p26.form();
  expect_whole(form);
  EXPECT_EQ(form.name, "就业专项资金县级配套");
  EXPECT_EQ(row_text(form, 0), "2023年度就业专项资金县级配套项目自评表");
  EXPECT_EQ(row_text(form, 1), "单位名称：通城县人力资源和社会保障局|填报日期：2024年2月26日");
  EXPECT_EQ(row_text(form, 2), "项目名称|就业专项资金县级配套");
  EXPECT_EQ(row_text(form, 3), "主管部门|人力资源和社会保障局|项目实施单位|公共就业和人才服务局");
  EXPECT_EQ(row_text(form, 4),
            "项目类别|1、一般公共预算 √  2、政府性基金预算项目 □  3、国有资本经营预算项目 □  "
            "4、社会保险基金预算项目 □");
  EXPECT_EQ(row_text(form, 5), "项目属性|1、持续性项目 √  2、新增性项目 □");
  EXPECT_EQ(row_text(form, 6), "项目类型|1、常年性项目 √  2、延续性项目 □  3、一次性项目 □");
  EXPECT_EQ(row_text(form, 7),
            "预算执行情况（万元）（20分）||预算数(A)|执行数(B)|执行率(B/A)|得分（20分*执行率）");
  EXPECT_EQ(row_text(form, 8), "预算执行情况（万元）（20分）|年度财政资金总额|10|10|100.00%|20");
  EXPECT_EQ(row_text(form, 9),
            "年度绩效目标（80分）|一级指标|二级指标|三级指标|年初目标值(A)|实际完成值(B)|得分");
  // ≤8万元 against 17.5万元: 3×8÷17.5 = 1.371…
  EXPECT_EQ(row_text(form, 13),
            "年度绩效目标（80分）|产出指标|数量指标|2023 "
            "年发放符合条件的返乡创业人员一次性创业补贴|≤8万元|17.5 万元|1.37");
  EXPECT_EQ(at(form, 13, 6)->holds, Holds::score);
  EXPECT_EQ(at(form, 13, 6)->mark, Mark::bad);
  EXPECT_EQ(at(form, 13, 6)->indicator, 3U);
  EXPECT_EQ(at(form, 10, 1)->rows, 9);  // 产出指标: 9 of the 16 rows
  EXPECT_EQ(at(form, 10, 2)->rows, 4);  // 数量指标: 4 of them
  EXPECT_EQ(row_text(form, 26), "总分|98.37");
  EXPECT_EQ(row_text(form, 27), "偏差大或目标未完成原因分析|年初目标按往年数据测算，与全年实际存在差异。");
  EXPECT_EQ(row_text(form, 29), "填报人：|审核人：|单位（盖章）：");  // to be filled in by hand
  EXPECT_EQ(form.rows, 30);
  EXPECT_EQ(form.repeat_first, 9);
  EXPECT_EQ(form.repeat_last, 10);
}

TEST(FormWithMarks, AFormWithoutMarksGetsThemWhereARowLostPoints) {
  const ScoredForm p26(scoring::shipped_scheme("hubei-2023"), tongcheng("p26"));
  const Form form = form_with_marks(p26.form(), p26.results.front());
  expect_whole(form);
  EXPECT_EQ(row_text(form, 1), "单位名称：通城县人力资源和社会保障局|填报日期：2024年2月26日");
  EXPECT_EQ(row_text(form, 8), "预算执行情况（万元）（20分）|年度财政资金总额|10|10|100.00%|20");
  EXPECT_EQ(row_text(form, 9),
            "年度绩效目标（80分）|一级指标|二级指标|三级指标|年初目标值(A)|实际完成值(B)|分值|得分");
  EXPECT_EQ(row_text(form, 13),
            "年度绩效目标（80分）|产出指标|数量指标|2023 "
            "年发放符合条件的返乡创业人员一次性创业补贴|≤8万元|17.5 万元|3|1.37");
  EXPECT_EQ(row_text(form, 26), "总分|98.37");
  EXPECT_EQ(std::accumulate(form.widths.begin(), form.widths.end(), 0.0), 100);
}

TEST(FormWithMarks, OtherFormsStayAsTheyArePrinted) {
  const ScoredForm full(scoring::shipped_scheme("hubei-2023"), tongcheng("p01"));
  EXPECT_EQ(form_with_marks(full.form(), full.results.front()).widths, full.form().widths);
  const ScoredForm national(scoring::shipped_scheme("national-2020"), tongcheng("p26"));
  EXPECT_EQ(form_with_marks(national.form(), national.results.front()).widths, national.form().widths);
}

TEST(FormFromCard, HubeiDepartmentHasItsGoals) {
  const ScoredForm dept(scoring::shipped_scheme("hubei-2023"), tongcheng("dept"));
  const Form form = dept.form();
  expect_whole(form);
  EXPECT_EQ(form.name, "部门整体");
  EXPECT_EQ(row_text(form, 0), "2023年度部门整体绩效自评表");
  EXPECT_EQ(row_text(form, 3), "基本支出总额|1807.08|项目支出总额|21468.3");
  EXPECT_EQ(row_text(form, 5), "预算执行情况（万元）（20分）|部门整体支出总额|21468.3|21468.3|100.00%|20");
  EXPECT_TRUE(row_text(form, 6).starts_with("年度目标1：\n（10分）|")) << row_text(form, 6);
  EXPECT_EQ(row_text(form, 8), "年度绩效指标|产出指标|数量指标|事业单位工作人员录取人数|118 人|118 人|2");
  const auto goals = std::count_if(form.cells.begin(), form.cells.end(),
                                   [](const FormCell& c) { return c.text == "年度绩效指标"; });
  EXPECT_EQ(goals, static_cast<std::ptrdiff_t>(dept.cards.front().sections.size()));
}

const char* const kRows =
    "年度: 2023\n项目名称: 甲项目\n主管部门: 某局\n项目实施单位: 某所\n预算: {年初预算数: 90, "
    "调整预算数: 100, 执行数: 97.75}\n绩效指标:\n"
    "  - {一级: 产出指标, 二级: 数量指标, 三级: 培训人数, 目标: ≥100人, 完成: 80人, 分值: 50}\n"
    "  - {一级: 效益指标, 二级: 社会效益指标, 三级: 社会影响, 目标: 明显, 完成: 达成预期指标, 分值: 30}\n"
    "  - {一级: 满意度指标, 二级: 满意度指标, 三级: 满意度, 目标: ≥90%, 完成: 95%, 分值: 10}\n";

TEST(FormFromCard, NationalWithARangeAndAReasonNobodyGave) {
  const ScoredForm card(scoring::shipped_scheme("national-2020"),
                        scoring::cards_from(std::string("类型: 项目\n") + kRows).front());
  const Form form = card.form();
  expect_whole(form);
  EXPECT_EQ(row_text(form, 0), "项目支出绩效自评表");
  EXPECT_EQ(row_text(form, 1), "（2023年度）");
  EXPECT_EQ(row_text(form, 3), "主管部门|某局|实施单位|某所");
  EXPECT_EQ(row_text(form, 4), "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分");
  // 97.75 of 100 (全年预算数): 10 × 97.75% = 9.775, half up 9.78
  EXPECT_EQ(row_text(form, 5), "项目资金（万元）|年度资金总额|90|100|97.75|10|97.75%|9.78");
  EXPECT_EQ(at(form, 5, 4)->holds, Holds::planned);
  EXPECT_EQ(at(form, 5, 3)->holds, Holds::text);
  EXPECT_EQ(row_text(form, 9), "年度总体目标|预期目标|实际完成情况");
  EXPECT_EQ(row_text(form, 11),
            "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施");
  EXPECT_EQ(row_text(form, 12), "绩效指标|产出指标|数量指标|培训人数|≥100人|80人|50|40|〔请填写原因〕");
  // 达成预期指标 is 80% to 100% of 30 points until somebody judges it.
  EXPECT_EQ(row_text(form, 13),
            "绩效指标|效益指标|社会效益指标|社会影响|明显|达成预期指标|30|24-30（待核）|");
  EXPECT_EQ(at(form, 13, 7)->mark, Mark::unsure);
  EXPECT_EQ(row_text(form, 15), "总分|100|83.78-89.78（待核）|良");
  EXPECT_EQ(row_text(form, 16), "填报人：|审核人：|单位（盖章）：|填报日期：");
  EXPECT_EQ(form.rows, 17);
}

/// What a table says and nothing is scored by: the parts of the money, the goals with their answers, opinions below the rows.
const char* const kTexts =
    "类型: 项目\n项目名称: 甲项目\n填报日期: 2024年3月1日\n"
    "预算:\n  调整预算数: 100\n  执行数: 100\n  其中:\n"
    "    当年财政拨款: {年初预算数: 60, 全年预算数: 70, 执行数: 70, 执行率: 100%}\n"
    "    县级配套: {全年预算数: 30, 执行数: 30, 得分: 3}\n"
    "年度总体目标:\n  - {预期目标: 修渠 40 公里, 实际完成情况: 修了 42 公里}\n  - {预期目标: 管好闸门}\n"
    "绩效指标:\n"
    "  - {一级: 产出指标, 二级: 数量指标, 三级: 修渠, 目标: ≥40公里, 完成: 42公里, 分值: 60}\n"
    "  - {一级: 产出指标, 二级: 质量指标, 三级: 管护, 目标: 明显提高, 完成: 有所提高, 分值: 20, 评定: 85%}\n"
    "  - {一级: 效益指标, 二级: 生态效益指标, 三级: 生态, 分值: 10, 不适用: 是}\n"
    "表尾: {主管部门审核意见: 同意, 存在的问题: 无}\n";

TEST(FormFromCard, TextsThatAreNotScoredStandInTheirCells) {
  const ScoredForm card(scoring::shipped_scheme("national-2020"), scoring::cards_from(kTexts).front());
  const Form form = card.form();
  expect_whole(form);
  const int money = row_of(form, "其中：当年财政拨款");
  EXPECT_EQ(row_text(form, money), "项目资金（万元）|其中：当年财政拨款|60|70|70|—|100%|—");
  EXPECT_EQ(row_text(form, money + 1), "项目资金（万元）|上年结转资金||||—|—|—");
  EXPECT_EQ(row_text(form, money + 2), "项目资金（万元）|其他资金||||—|—|—");
  EXPECT_EQ(row_text(form, money + 3), "项目资金（万元）|其中：县级配套||30|30|—|—|3");
  EXPECT_EQ(row_text(form, money + 4), "年度总体目标|预期目标|实际完成情况");
  EXPECT_EQ(row_text(form, money + 5), "年度总体目标|修渠 40 公里|修了 42 公里");
  EXPECT_EQ(row_text(form, money + 6), "年度总体目标|管好闸门|");
  EXPECT_EQ(row_text(form, form.rows - 3), "主管部门审核意见|同意");
  EXPECT_EQ(row_text(form, form.rows - 2), "存在的问题|无");
  EXPECT_EQ(row_text(form, form.rows - 1), "填报人：|审核人：|单位（盖章）：|填报日期：2024年3月1日");
}

TEST(FormFromCard, FormsWithoutAPlaceForThemGetOne) {
  for (const char* scheme : {"hubei-2023", "sichuan-2023"}) {
    const ScoredForm card(scoring::shipped_scheme(scheme), scoring::cards_from(kTexts).front());
    const Form form = card.form();
    expect_whole(form);
    const int goal = row_of(form, "修渠 40 公里");
    EXPECT_EQ(row_text(form, goal), "年度总体目标|修渠 40 公里|修了 42 公里") << scheme;
    EXPECT_TRUE(row_text(form, row_of(form, "其中：县级配套")).find("|30|30|") != std::string::npos)
        << scheme;
    EXPECT_EQ(row_text(form, row_of(form, "主管部门审核意见")), "主管部门审核意见|同意") << scheme;
    // A table that says nothing of the kind has no rows for it.
    const ScoredForm plain(scoring::shipped_scheme(scheme),
                           scoring::cards_from(std::string("类型: 项目\n") + kRows).front());
    for (const FormCell& c : plain.form().cells) EXPECT_NE(c.text, "年度总体目标") << scheme;
  }
}

TEST(FormFromCard, TheAnswerToAGoalStandsBelowIt) {
  const char* const text =
      "类型: 部门\n单位名称: 某局\n预算: {调整预算数: 100, 执行数: 100}\n年度目标:\n"
      "  - 名称: 年度目标1\n    内容: 修渠\n    实际完成情况: 修了 42 公里\n    绩效指标:\n"
      "      - {一级: 产出指标, 三级: 修渠, 目标: ≥40公里, 完成: 42公里, 分值: 90}\n";
  for (const char* scheme : {"hubei-2023", "national-2020", "sichuan-2023"}) {
    const ScoredForm card(scoring::shipped_scheme(scheme), scoring::cards_from(text).front());
    const Form form = card.form();
    expect_whole(form);
    const int goal = row_of(form, "年度目标1：");
    EXPECT_EQ(row_text(form, goal), "年度目标1：|修渠") << scheme;
    EXPECT_EQ(row_text(form, goal + 1), "实际完成情况|修了 42 公里") << scheme;
  }
}

TEST(FormWithMarks, JudgementsAndWhatDoesNotApplyHaveAColumn) {
  const ScoredForm card(scoring::shipped_scheme("national-2020"), scoring::cards_from(kTexts).front());
  const Form form = form_with_marks(card.form(), card.results.front());
  expect_whole(form);
  const int first = row_of(form, "修渠");
  EXPECT_EQ(
      row_text(form, first - 1),
      "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|评定|得分|偏差原因分析及改进措施");
  EXPECT_TRUE(row_text(form, first + 1).find("|85%|") != std::string::npos) << row_text(form, first + 1);
  EXPECT_TRUE(row_text(form, first + 2).find("|不适用|不适用|") != std::string::npos)
      << row_text(form, first + 2);
}

TEST(FormFromCard, SichuanPrintsATargetInThreeColumns) {
  const std::string rows =
      "类型: 项目\n年度: 2023\n项目名称: 甲项目\n主管部门: 某局\n预算: {年初预算数: 90, 调整预算数: 100, "
      "执行数: 85}\n绩效指标:\n"
      "  - {一级: 产出指标, 二级: 数量指标, 三级: 养护里程, 目标: ≥512.6公里, 完成: 512.6公里, 分值: 45}\n"
      "  - {一级: 产出指标, 二级: 时效指标, 三级: 完成时间, 目标: 12月31日前, 完成: 12月10日, 分值: 22.5}\n"
      "  - {一级: 效益指标, 二级: 社会效益指标, 三级: 出行条件, 目标: 明显改善, 完成: 明显改善, 分值: "
      "22.5}\n";
  const ScoredForm card(scoring::shipped_scheme("sichuan-2023"), scoring::cards_from(rows).front());
  const Form form = card.form();
  expect_whole(form);
  // 85 of 100: below 90%; 10 × 85% = 8.5
  EXPECT_EQ(row_text(form, 4),
            "预算执行情况（万元）（10分）||年初预算数|调整后预算数|预算执行数|预算执行率|权重|得分");
  EXPECT_EQ(row_text(form, 5), "预算执行情况（万元）（10分）|年度资金总额|90|100|85|85.00%|10|8.5");
  EXPECT_EQ(
      row_text(form, 6),
      "绩效指标（90分）|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析");
  EXPECT_EQ(row_text(form, 7), "绩效指标（90分）|产出指标|数量指标|养护里程|≥|512.6|公里|512.6公里|45|45|");
  EXPECT_EQ(row_text(form, 8),
            "绩效指标（90分）|产出指标|时效指标|完成时间||12月31日前||12月10日|22.5|22.5|");
  EXPECT_EQ(row_text(form, 9),
            "绩效指标（90分）|效益指标|社会效益指标|出行条件|定性|明显改善||明显改善|22.5|22.5|");
  EXPECT_EQ(at(form, 7, 5)->holds, Holds::target_number);
  EXPECT_EQ(row_text(form, 10), "合计|100|98.5|优");
}

/// The form of docs/form-language.md: rows, labels and columns of its own.
TEST(FormFromCard, AnyFormOfAFileIsDrawn) {
  const std::string page =
      base::read_file(JIHENG_SOURCE_DIR "/docs/form-language.md", rulebook::kMaxFileBytes).text;
  const std::size_t begin = page.find("```yaml\n") + 8;
  model::Scheme scheme = scoring::shipped_scheme("national-2020");
  scheme.form =
      std::make_shared<const model::FormLayout>(scoring::value_or_fail(rulebook::form_layout_from_yaml(
          scoring::source_of("某县.yaml", page.substr(begin, page.find("```", begin) - begin)))));
  const ScoredForm card(scheme, scoring::cards_from(std::string("类型: 项目\n备注: 补\n") + kRows).front());
  const Form form = card.form();
  expect_whole(form);
  EXPECT_EQ(row_text(form, 0), "2023年度甲项目自评表");
  EXPECT_EQ(row_text(form, 2), "主管部门|某局|单位名称|");
  EXPECT_EQ(row_text(form, 3), "备注|补");  // 其余栏, in the order of the card
  EXPECT_EQ(row_text(form, 4), "项目实施单位|某所");
  EXPECT_EQ(row_text(form, 5), "预算执行情况（万元）（10分）||预算数|执行数|执行率|分值|得分|—");
  EXPECT_EQ(row_text(form, 6), "预算执行情况（万元）（10分）|年度资金总额|100|97.75|97.75%|10|9.78|—");
  EXPECT_EQ(row_text(form, 8), "绩效指标|产出指标|数量指标|培训人数|≥100人|80人|50|40|〔请填写原因〕");
  EXPECT_EQ(row_text(form, 11), "总分|100|83.78-89.78（待核）|良");
  EXPECT_EQ(form.rows, 12);  // no 改进措施 without words
  EXPECT_EQ(form.widths.size(), 9U);
}

TEST(TargetParts, PutTogetherAgainTheyAreTheTarget) {
  struct Case {
    const char* target;
    const char* sign;
    const char* number;
    const char* unit;
  };
  constexpr Case kCases[] = {
      {"≥95%", "≥", "95", "%"},
      {"=100%", "=", "100", "%"},
      {"≤4914元/公里", "≤", "4914", "元/公里"},
      {"30份", "", "30", "份"},
      {"≥25.29万人", "≥", "25.29", "万人"},
      {"≤1,785.88万元", "≤", "1,785.88", "万元"},
      {"300-400人", "", "300-400人", ""},
      {"不低于96%", "", "不低于96%", ""},
      {"≥ 95 %", "", "≥ 95 %", ""},
      {"95%以上", "", "95%以上", ""},
      {"明显提高", "定性", "明显提高", ""},
      {"12月底前", "", "12月底前", ""},
  };
  for (const Case& c : kCases) {
    const ScoredForm card(
        scoring::shipped_scheme("sichuan-2023"),
        scoring::card_of({std::string("目标: \"") + c.target + "\", 完成: \"1\", 分值: 10"}));
    const TargetParts parts = target_parts(card.results.front().indicators.front(), card.results.front());
    EXPECT_EQ(parts.sign + "|" + parts.number + "|" + parts.unit,
              std::string(c.sign) + "|" + c.number + "|" + c.unit)
        << c.target;
  }
}

TEST(FormFromCard, OtherFieldsOfTheCardAreOnTheFormToo) {
  const ScoredForm card(
      scoring::shipped_scheme("national-2020"),
      scoring::cards_from(std::string("类型: 项目\n填报日期: 2024年2月26日\n单位名称: 某局\n偏差原因: "
                                      "报名的人少\n改进措施: 提前招生\n") +
                          kRows)
          .front());
  const Form form = card.form();
  expect_whole(form);
  EXPECT_EQ(row_text(form, form.rows - 1), "填报人：|审核人：|单位（盖章）：|填报日期：2024年2月26日");
  EXPECT_EQ(row_text(form, row_of(form, "单位名称")), "单位名称|某局");
  EXPECT_EQ(row_text(form, row_of(form, "偏差原因分析")), "偏差原因分析|报名的人少");
  EXPECT_EQ(row_text(form, row_of(form, "改进措施")), "改进措施|提前招生");
  EXPECT_EQ(at(form, row_of(form, "培训人数"), 8)->text,
            "");  // the one row that deviates has the card's reason
}

TEST(FormFromCard, WithoutActualValuesItIsAnEmptyForm) {
  const ScoredForm card(scoring::shipped_scheme("hubei-2023"),
                        scoring::card_of({"目标: ≥95%, 分值: 10", "目标: 3次, 分值: 5"}));
  const Form form = card.form();
  expect_whole(form);
  EXPECT_EQ(row_text(form, row_of(form, "总分")), "总分|");
  EXPECT_EQ(row_text(form, row_of(form, "指标1")), "年度绩效目标（80分）|产出指标|数量指标|指标1|≥95%||");
  EXPECT_EQ(row_text(form, row_of(form, "偏差大或目标未完成原因分析")), "偏差大或目标未完成原因分析|");
}

TEST(FormFromCard, AReasonThatIsMissingIsAskedForWithItsFigures) {
  const ScoredForm card(scoring::shipped_scheme("hubei-2023"),
                        scoring::card_of({"目标: ≥95%, 完成: 94.6%, 分值: 10"}));
  const Form form = card.form();
  const FormCell* reason = at(form, row_of(form, "偏差大或目标未完成原因分析"), 1);
  EXPECT_NE(reason->text.find("〔请填写原因〕"), std::string::npos) << reason->text;
  EXPECT_NE(reason->text.find("99.58%"), std::string::npos) << reason->text;  // 94.6÷95
  EXPECT_EQ(at(form, row_of(form, "改进措施及结果应用方案"), 1)->text, "〔请填写改进措施〕");
}

}  // namespace
}  // namespace jiheng::report
