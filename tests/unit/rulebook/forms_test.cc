// Forms as data: the shipped ones, what a form file must have, and the words by which tables are recognised.
#include "engine/rulebook/forms.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "engine/diag/print.h"
#include "tests/unit/rulebook/yaml_texts.h"

namespace jiheng::rulebook {
namespace {

namespace fs = std::filesystem;

const std::string kRules = JIHENG_SOURCE_DIR "/rules";

SourcePtr form_source(std::string text) {
  return std::make_shared<const base::Source>(base::Source{"某县.yaml", std::move(text)});
}

/// The example of docs/form-language.md: a form with everything it must have.
std::string example() {
  const std::string page = file_text(JIHENG_SOURCE_DIR "/docs/form-language.md");
  const std::size_t begin = page.find("```yaml\n") + 8;
  return page.substr(begin, page.find("```", begin) - begin);
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::string ids_of_problems(const std::vector<diag::Diagnostic>& problems) {
  std::string ids;
  for (const auto& problem : problems) ids += (ids.empty() ? "" : " ") + problem.id;
  return ids;
}

std::string ids_after(const std::string& from, const std::string& to) {
  const auto form = form_layout_from_yaml(form_source(with(example(), from, to)));
  EXPECT_EQ(static_cast<bool>(form), form.problems.empty());
  return ids_of_problems(form.problems);
}

TEST(Forms, TheShippedOnesAreRead) {
  const Forms forms = load_forms(kRules);
  EXPECT_TRUE(forms.problems.empty()) << diag::to_text(forms.problems, {});
  for (const char* name : {"全国", "湖北", "四川"}) EXPECT_NE(forms.find(name), nullptr) << name;
  EXPECT_EQ(forms.find("江苏"), nullptr);
  const auto hubei = forms.find("湖北");
  EXPECT_EQ(hubei->widths, (std::vector<double>{10, 8, 12, 30, 14, 14, 12}));
  EXPECT_EQ(hubei->other_blank_rows, 3);
}

TEST(Forms, TheExampleOfThePageIsAForm) {
  const auto form = form_layout_from_yaml(form_source(example()));
  ASSERT_TRUE(form) << diag::to_text(form.problems, {});
  EXPECT_EQ(form->name, "某县");
  EXPECT_EQ(form->parts.size(), 8U);
  const model::FormPart& budget = form->parts[4];
  EXPECT_EQ(budget.kind, model::FormPart::Kind::block);
  // 预算执行情况（ | 金额单位 | ） and, as one part that may be left away, （ | 预算执行分值 | 分）
  ASSERT_EQ(budget.side.text.size(), 6U);
  EXPECT_EQ(budget.side.text[1].field, model::FormField::money_unit);
  EXPECT_EQ(budget.side.text[2].part, 0);
  EXPECT_EQ(budget.side.text[4].field, model::FormField::execution_marks);
  EXPECT_EQ(budget.side.text[5].part, 1);
  EXPECT_FALSE(form->parts[1].on_department);
  EXPECT_EQ(form->parts[7].where->field, model::FormField::improvement_given);
}

TEST(Forms, AFieldNobodyKnowsIsL203WithANearWord) {
  const auto form = form_layout_from_yaml(form_source(with(example(), "填: 项目名称", "填: 项目名字")));
  ASSERT_EQ(ids_of_problems(form.problems), "L203");
  EXPECT_NE(form.problems[0].message.find("项目名字"), std::string::npos);
  EXPECT_NE(form.problems[0].fix.find("“项目名称”"), std::string::npos) << form.problems[0].fix;
  EXPECT_EQ(form.problems[0].place.line, 9);
  EXPECT_EQ(ids_after("{年度}{项目全名}", "{年份}{项目全名}"), "L203");
  EXPECT_EQ(ids_after("填: 完成值", "填: 完成数"), "L203 L161");  // and the column is missing
  EXPECT_EQ(ids_after("有值时: 改进措施原文", "有值时: 措施"), "L203");
  EXPECT_EQ(ids_after("只在: 项目表", "只在: 单位表"), "L203");
  // A field of a row of indicators is none of the head.
  EXPECT_EQ(ids_after("{标签: 单位名称}, {填: 单位名称, 占: 3}", "{标签: 得分}, {填: 得分, 占: 3}"), "L203");
}

TEST(Forms, ARowThatIsNotAsWideAsTheFormIsL160) {
  EXPECT_EQ(ids_after("{填: 项目名称, 占: 7}", "{填: 项目名称, 占: 6}"), "L160");
  EXPECT_EQ(ids_after("其余栏: [2, 7]", "其余栏: [2, 8]"), "L160");
  EXPECT_EQ(ids_after("{栏名: 执行率}, ", ""), "L160");
  EXPECT_EQ(ids_after("      - {栏名: 偏差原因, 填: 本行偏差原因}\n", ""), "L160");
  EXPECT_EQ(ids_after("栏宽: [8, 8, 12, 24, 12, 12, 8, 8, 14]\n", ""), "L110");
  EXPECT_EQ(ids_after("栏宽: [8, 8,", "栏宽: [8, 0,"), "L202");
  EXPECT_EQ(ids_after("占: 7", "占: 七"), "L201 L160");
}

TEST(Forms, AColumnThatIsMissingOrThereTwiceIsL161) {
  EXPECT_EQ(ids_after("填: 本行偏差原因", "填: 得分"), "L161");
  EXPECT_EQ(ids_after("填: 完成值", "填: 空白"), "L161");
  EXPECT_EQ(ids_after("填: 目标值", "填: 目标数值"), "L161");        // without sign and unit
  EXPECT_EQ(ids_after("填: 本行偏差原因", "填: 目标符号"), "L161");  // beside 目标值
  EXPECT_EQ(ids_after("{填: 总得分, 合计: 是}", "{填: 空白, 合计: 是}"),
            "L161 L161");  // of both kinds of tables
  EXPECT_EQ(ids_after("{填: 执行数}", "{填: 空白}"), "L161 L161");
}

TEST(Forms, AFileWithMistakesIsRefusedWithPlaces) {
  EXPECT_EQ(ids_after("表式: 某县\n", ""), "L110");
  EXPECT_EQ(ids_after("版本: 1", "版本: 2"), "L109");
  EXPECT_EQ(ids_after("空行:", "空格:"), "L110 L108");
  EXPECT_EQ(ids_after("{标签: 单位名称}", "{标签: 单位名称, 说明: 单位名称}"), "L109");
  EXPECT_EQ(ids_after("{标签: 单位名称}", "{占: 1}"), "L109");
  EXPECT_EQ(ids_after("{标签: 单位名称}", "{标签: \"单位{名称\"}"), "L109");
  EXPECT_EQ(ids_after("{标签: 单位名称}", "{标签: \"单位[名称\"}"), "L109");
  EXPECT_EQ(ids_after("{标签: 单位名称}", "{标签: \"单位]名称\"}"), "L109");
  EXPECT_EQ(ids_after("  - 其余栏: [2, 7]\n", "  - 其余栏: [2, 7]\n    行: []\n"), "L109");
  EXPECT_EQ(ids_of_problems(form_layout_from_yaml(form_source("")).problems), "L107");
}

TEST(Forms, TwoFilesOfOneNameAreL122) {
  const fs::path folder = fs::temp_directory_path() / "jiheng_forms_test";
  fs::remove_all(folder);
  fs::create_directories(folder / "forms");
  for (const char* name : {"a.yaml", "b.yaml"}) std::ofstream(folder / "forms" / name) << example();
  const Forms forms = load_forms(folder.string());
  EXPECT_EQ(ids_of_problems(forms.problems), "L122");
  EXPECT_EQ(forms.list.size(), 1U);
  fs::remove_all(folder);
  EXPECT_EQ(ids_of_problems(load_forms(folder.string()).problems), "C101");
  EXPECT_EQ(ids_of_problems(load_form_words(folder.string(), load_forms(folder.string())).problems), "C101");
}

TEST(Forms, ASchemeGetsTheFormItNames) {
  const Forms forms = load_forms(kRules);
  std::vector<diag::Diagnostic> problems;
  model::Scheme scheme;
  EXPECT_TRUE(give_form(scheme, forms, problems));
  EXPECT_EQ(scheme.form->name, "全国");
  scheme.form_name.text = "湖南";
  EXPECT_FALSE(give_form(scheme, forms, problems));
  ASSERT_EQ(ids_of_problems(problems), "L203");
  EXPECT_NE(problems[0].why.find("湖北"), std::string::npos) << problems[0].why;
}

TEST(FormWords, TheWordsOfAFormAreKnownWithoutAList) {
  auto words = load_form_words(kRules, load_forms(kRules));
  ASSERT_TRUE(words) << diag::to_text(words.problems, {});
  EXPECT_FALSE(words->headings.find("全县指标值"));
  EXPECT_FALSE(words->labels.find("归口股室"));
  std::string text = with(example(), "栏名: 年度指标值", "栏名: 全县指标值（A）");
  text = with(text, "{标签: 主管部门, 占: 2}", "{标签: 归口股室, 占: 2}");
  text = with(text, "{栏名: 执行数}", "{栏名: 拨付数}");
  const auto form = form_layout_from_yaml(form_source(text));
  ASSERT_TRUE(form) << diag::to_text(form.problems, {});
  std::vector<diag::Diagnostic> problems;
  add_words_of(*form, *words, problems);
  EXPECT_TRUE(problems.empty()) << diag::to_text(problems, {});
  EXPECT_EQ(words->headings.find("全县指标值"), model::ColumnRole::target);
  EXPECT_EQ(words->labels.find("归口股室")->label, model::FormLabel::authority);
  EXPECT_EQ(words->amounts.find("拨付数"), model::FormAmount::executed);
}

TEST(FormWords, AWordThatIsTwoThingsIsL133) {
  auto words = load_form_words(kRules, load_forms(kRules));
  ASSERT_TRUE(words);
  const auto form =
      form_layout_from_yaml(form_source(with(example(), "栏名: 年度指标值", "栏名: 实际完成值")));
  ASSERT_TRUE(form);
  std::vector<diag::Diagnostic> problems;
  add_words_of(*form, *words, problems);
  EXPECT_EQ(ids_of_problems(problems), "L133");
}

TEST(FormWords, TheFileIsStrict) {
  const std::string text = file_text(kRules + "/forms/words.yaml");
  const auto ids = [&](const std::string& from, const std::string& to) {
    return ids_of_problems(form_words_from_yaml(form_source(with(text, from, to))).problems);
  };
  EXPECT_EQ(ids("[得分, 自评得分, 自评分]", "[得分, 自评得分, 得分]"), "L133");
  EXPECT_EQ(ids("三级指标: [三级指标, ", "三级指标: [一级指标, 三级指标, "), "L133");
  EXPECT_EQ(ids("\n合计词: ", "\n合计: "), "L110 L108");
  EXPECT_EQ(ids("合计词: [合计, 小计, 总计, 合计分值, 总分值]", "合计词: []"), "L109");
  EXPECT_EQ(ids("版本: 1", "版本: 3"), "L109");
}

}  // namespace
}  // namespace jiheng::rulebook
