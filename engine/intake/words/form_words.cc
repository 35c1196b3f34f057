// Takes squeezed text, says which word of the forms it is. The lists are the forms' own words; a new variant
// of a heading is a new entry here.
#include "engine/intake/words/form_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "engine/base/text.h"
#include "engine/intake/words/people.h"

namespace jiheng::intake {
namespace {

using Text = std::string_view;

template <class Value>
struct Entry {
  Text word;
  Value value;
};

constexpr Entry<Role> kHeadings[] = {
    {"一级指标", Role::level1},
    {"二级指标", Role::level2},
    {"三级指标", Role::name},
    {"指标名称", Role::name},
    {"三级指标名称", Role::name},
    {"绩效指标名称", Role::name},
    {"具体指标", Role::name},
    {"绩效指标描述", Role::description},
    {"指标描述", Role::description},
    {"指标值说明", Role::description},
    {"指标说明", Role::description},
    {"指标解释", Role::description},
    {"指标内容", Role::description},
    {"指标值", Role::target},
    {"年度指标值", Role::target},
    {"年初目标值", Role::target},
    {"年初指标值", Role::target},
    {"年度目标值", Role::target},
    {"目标值", Role::target},
    {"全年目标", Role::target},
    {"全年目标值", Role::target},
    {"全年指标值", Role::target},
    {"预期指标值", Role::target},
    {"计划指标值", Role::target},
    {"绩效指标值", Role::target},
    {"本年指标值", Role::target},
    {"预期当年实现值", Role::target},
    {"预期值", Role::target},
    {"实际完成值", Role::actual},
    {"全年完成值", Role::actual},
    {"全年实际值", Role::actual},
    {"全年实际完成值", Role::actual},
    {"实际完成指标值", Role::actual},
    {"完成值", Role::actual},
    {"完成情况", Role::actual},
    {"实际完成情况", Role::actual},
    {"全年完成情况", Role::actual},
    {"分值", Role::full_marks},
    {"权重", Role::full_marks},
    {"分值权重", Role::full_marks},
    {"考核分值", Role::full_marks},
    {"标准分值", Role::full_marks},
    {"得分", Role::score},
    {"自评得分", Role::score},
    {"自评分", Role::score},
    {"偏差原因", Role::reason},
    {"偏差原因分析", Role::reason},
    {"偏差原因分析及改进措施", Role::reason},
    {"未完成原因分析", Role::reason},
    {"未完成原因和改进措施", Role::reason},
    {"未完成原因及拟采取的改进措施", Role::reason},
    {"指标值确定依据", Role::basis},
    {"确定依据", Role::basis},
    {"指标依据", Role::basis},
    {"绩效标准", Role::basis},
    {"指标来源", Role::basis},
    {"评分标准", Role::basis},
    {"备注", Role::basis},
    {"指标性质", Role::sign},
    {"度量单位", Role::measure},
    {"计量单位", Role::measure},
    {"财政审核评分", Role::review},
    {"复核分", Role::review},
};

constexpr Entry<LabelMatch> kLabels[] = {
    {"项目名称", {Label::project_name}},
    {"转移支付名称", {Label::project_name}},
    {"转移支付项目名称", {Label::project_name}},
    {"转移支付(项目)名称", {Label::project_name}},
    {"专项名称", {Label::project_name}},
    {"专项资金名称", {Label::project_name}},
    {"资金名称", {Label::project_name}},
    {"项目支出名称", {Label::project_name}},
    {"项目(专项)名称", {Label::project_name}},
    {"单位名称", {Label::unit}},
    {"部门名称", {Label::unit}},
    {"部门(单位)名称", {Label::unit}},
    {"单位(部门)名称", {Label::unit}},
    {"预算单位名称", {Label::unit}},
    {"项目实施单位", {Label::implementer}},
    {"实施单位", {Label::implementer}},
    {"项目单位", {Label::unit}},
    {"主管部门", {Label::authority}},
    {"主管部门及代码", {Label::authority}},
    {"主管单位", {Label::authority}},
    {"项目主管部门", {Label::authority}},
    {"填报单位", {Label::unit}},
    {"填报部门", {Label::unit}},
    {"预算单位", {Label::unit}},
    {"评价单位", {Label::unit}},
    {"自评单位", {Label::unit}},
    {"项目承担单位", {Label::implementer}},
    {"资金使用单位", {Label::implementer}},
    {"预算主管部门", {Label::authority}},
    {"项目编码", {Label::code}},
    {"项目代码", {Label::code}},
    {"项目类别", {Label::category}},
    {"项目属性", {Label::attribute}},
    {"项目类型", {Label::type}},
    {"填报日期", {Label::date}},
    {"填表日期", {Label::date}},
    {"总体目标", {Label::goal}},
    {"年度总体目标", {Label::goal}},
    {"年度履职目标", {Label::goal}},
    {"整体绩效总目标", {Label::goal}},
    {"绩效目标", {Label::goal}},
    {"项目总体目标", {Label::goal}},
    {"项目年度总体目标", {Label::goal}},
    {"年度总体绩效目标", {Label::goal}},
    {"总体绩效目标", {Label::goal}},
    {"预期目标", {Label::goal_planned}},
    {"年初预期目标", {Label::goal_planned}},
    {"年初设定目标", {Label::goal_planned}},
    {"年度预期目标", {Label::goal_planned}},
    {"实际完成情况", {Label::goal_achieved}},
    {"全年实际完成情况", {Label::goal_achieved}},
    {"年度实际完成情况", {Label::goal_achieved}},
    {"全年完成情况", {Label::goal_achieved}},
    {"目标实际完成情况", {Label::goal_achieved}},
    {"目标完成情况", {Label::goal_achieved}},
    {"年度绩效目标", {Label::plan_goal}},
    {"年度绩效目标表", {Label::plan_goal}},
    {"年度绩效指标", {Label::plan_goal}},
    {"长期绩效目标", {Label::plan_goal}},
    {"长期绩效目标表", {Label::plan_goal}},
    {"长期绩效指标", {Label::plan_goal}},
    {"预算执行情况", {Label::budget_block}},
    {"项目资金", {Label::budget_block}},
    {"资金情况", {Label::budget_block}},
    {"年度预算执行情况", {Label::budget_block}},
    {"预算资金", {Label::budget_block}},
    {"资金执行情况", {Label::budget_block}},
    {"项目预算执行情况", {Label::budget_block}},
    {"支出预算合计", {Label::amount_total, 1}},
    {"部门整体支出总额", {Label::amount_total, 1}},
    {"年度资金总额", {Label::amount_total, 1}},
    {"年度财政资金总额", {Label::amount_total, 1}},
    {"部门预算总额", {Label::amount_total, 1}},
    {"项目资金总额", {Label::amount_total, 1}},
    {"年度预算资金总额", {Label::amount_total, 1}},
    {"年度部门预算", {Label::amount_total, 1}},
    {"资金合计", {Label::amount_total, 1}},
    {"总额", {Label::amount_total, 2}},
    {"资金总额", {Label::amount_total, 1}},
    {"预算总额", {Label::amount_total, 1}},
    {"收入预算合计", {Label::amount_total, 3}},
    {"合计", {Label::amount_total, 4}},
    {"预算数", {Label::amount_column}},
    {"年初预算数", {Label::amount_column}},
    {"全年预算数", {Label::amount_column}},
    {"调整预算数", {Label::amount_column}},
    {"批复预算数", {Label::amount_column}},
    {"预算执行数", {Label::amount_column}},
    {"预算执行率", {Label::amount_column}},
    {"执行数", {Label::amount_column}},
    {"全年执行数", {Label::amount_column}},
    {"执行率", {Label::amount_column}},
    {"得分", {Label::amount_column}},
    {"分值", {Label::amount_column}},
    {"基本支出", {Label::basic}},
    {"基本支出总额", {Label::basic}},
    {"项目支出", {Label::project}},
    {"项目支出总额", {Label::project}},
    {"总分", {Label::total}},
    {"自评总分", {Label::total}},
    {"总得分", {Label::total}},
    {"总计", {Label::total}},
    {"合计得分", {Label::total}},
    {"得分合计", {Label::total}},
    {"偏差大或目标未完成原因分析", {Label::reason}},
    {"偏差原因分析", {Label::reason}},
    {"未完成原因分析", {Label::reason}},
    {"改进措施及结果应用方案", {Label::improvement}},
    {"改进措施", {Label::improvement}},
    {"备注", {Label::remark}},
    {"填报人", {Label::person}},
    {"填表人", {Label::person}},
    {"联系人", {Label::person}},
    {"联系电话", {Label::person}},
    {"电话", {Label::person}},
    {"项目负责人", {Label::person}},
    {"项目负责人及联系电话", {Label::person}},
    {"联系人及电话", {Label::person}},
    {"单位负责人", {Label::person}},
    {"部门负责人", {Label::person}},
    {"财务负责人", {Label::person}},
    {"负责人", {Label::person}},
    {"分管领导", {Label::person}},
    {"经办人", {Label::person}},
    {"制表人", {Label::person}},
    {"审核人", {Label::person}},
    {"手机", {Label::person}},
    {"联系方式", {Label::person}},
    {"联系人及联系电话", {Label::person}},
    {"填表人及电话", {Label::person}},
    {"部门总体资金情况", {Label::other}},
    {"总体资金情况", {Label::other}},
    {"当年金额", {Label::other}},
    {"占比", {Label::other}},
    {"近两年收支金额", {Label::other}},
    {"收入构成", {Label::other}},
    {"支出构成", {Label::other}},
    {"财政拨款", {Label::other}},
    {"其中:财政拨款", {Label::other}},
    {"其中:当年财政拨款", {Label::other}},
    {"当年财政拨款", {Label::other}},
    {"上年结转资金", {Label::other}},
    {"其他资金", {Label::other}},
    {"其中:财政资金", {Label::other}},
    {"财政资金", {Label::other}},
    {"人员经费", {Label::other}},
    {"公用经费", {Label::other}},
    {"按支出类型分", {Label::other}},
    {"按来源类型分", {Label::other}},
    {"预算金额", {Label::other}},
    {"部门职能概述", {Label::other}},
    {"年度工作任务", {Label::other}},
    {"年度主要任务", {Label::other}},
    {"任务名称", {Label::other}},
    {"主要内容", {Label::other}},
    {"项目支出情况", {Label::other}},
    {"预算规模及资金用途", {Label::other}},
    {"资金支出计划", {Label::other}},
    {"预算情况", {Label::other}},
    {"资金来源", {Label::other}},
    {"资金结构", {Label::other}},
    {"长期目标", {Label::other}},
    {"年度目标", {Label::other}},
};

constexpr Entry<Amount> kAmounts[] = {
    {"年初预算", Amount::initial},
    {"年初预算金额", Amount::initial},
    {"全年预算", Amount::adjusted},
    {"调整后预算数", Amount::adjusted},
    {"调整后全年预算数", Amount::adjusted},
    {"预算执行数", Amount::executed},
    {"实际执行数", Amount::executed},
    {"实际支出数", Amount::executed},
    {"支出数", Amount::executed},
    {"预算执行率", Amount::rate},
    {"自评得分", Amount::score},
    {"自评分", Amount::score},
    {"权重", Amount::full_marks},
    {"年初预算数", Amount::initial},
    {"全年预算数", Amount::adjusted},
    {"调整预算数", Amount::adjusted},
    {"预算数", Amount::planned},
    {"执行数", Amount::executed},
    {"全年执行数", Amount::executed},
    {"执行率", Amount::rate},
    {"分值", Amount::full_marks},
    {"得分", Amount::score},
};

constexpr Text kLevel1[] = {
    "产出指标",     "效益指标",     "满意度指标", "成本指标", "投入指标",     "过程指标",   "管理指标",
    "投入管理指标", "工作目标管理", "履职效果",   "能力建设", "部门管理",     "履职效能",   "运行成本",
    "管理效率",     "社会效应",     "可持续性",   "决策",     "过程",         "投入",       "产出",
    "效益",         "满意度",       "预算执行",   "决策指标", "部门决策指标", "影响力指标", "绩效结果",
};

constexpr Text kLevel2[] = {
    "数量指标",     "质量指标",     "时效指标",       "成本指标",       "经济成本",
    "社会成本",     "生态环境成本", "经济效益",       "社会效益",       "生态效益",
    "可持续影响",   "可持续性影响", "服务对象满意度", "社会公众满意度", "满意度",
    "财务管理",     "采购管理",     "资产管理",       "人员管理",       "档案管理",
    "预算管理",     "绩效管理",     "预算和财务管理", "人力资源建设",   "重点工作任务完成",
    "履职目标实现", "履职效益",     "各项工作完成",   "服务群众",       "重点工作管理",
    "数量",         "质量",         "时效",           "监督管理",       "业务管理",
    "组织建设",     "目标设定",     "预算配置",       "职责履行",       "信息化建设",
    "基础管理",     "人力资源",
};

template <class Value, std::size_t N>
std::optional<Value> find(const Entry<Value> (&list)[N], Text word) {
  const auto found = std::find_if(std::begin(list), std::end(list),
                                  [word](const Entry<Value>& e) { return e.word == word; });
  if (found == std::end(list)) return std::nullopt;
  return found->value;
}

/// Without colons at the end and numbering at the front.
Text bare(Text word) {
  while (word.ends_with(':')) word.remove_suffix(1);
  return word;
}

/// Without the last note in brackets; empty if there is none.
Text without_note(Text word) {
  if (!word.ends_with(')')) return {};
  const std::size_t open = word.rfind('(');
  return open == Text::npos || open == 0 ? Text{} : word.substr(0, open);
}

template <class Value, std::size_t N>
std::optional<Value> find_with_notes(const Entry<Value> (&list)[N], Text word) {
  for (Text w = bare(word); !w.empty(); w = without_note(w)) {
    if (const auto found = find(list, w)) return found;
  }
  return std::nullopt;
}

bool all_digits(Text text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Role> heading_role(std::string_view squeezed) { return find_with_notes(kHeadings, squeezed); }

bool is_group_heading(std::string_view squeezed) {
  return squeezed == "近两年指标值" || squeezed == "近两年完成值" || squeezed == "近三年指标值" ||
         squeezed == "绩效指标" || squeezed == "指标";
}

bool is_year(std::string_view squeezed) {
  if (squeezed.size() < 5 || !all_digits(squeezed.substr(0, 4))) return false;
  const Text rest = squeezed.substr(4);
  return rest == "年" || rest == "年度" || rest == "年指标值" || rest == "年完成值";
}

std::optional<LabelMatch> label_of(std::string_view squeezed) {
  if (const auto found = find_with_notes(kLabels, squeezed)) return found;
  if (is_person_label(squeezed)) return LabelMatch{Label::person};
  if (const auto goal = goal_head(squeezed); goal && goal->name.back() >= '0' && goal->name.back() <= '9') {
    const Text rest = squeezed.substr(goal->bytes);
    if (rest.empty() || (rest.front() == '(' && rest.find(')') == rest.size() - 1)) {
      return LabelMatch{Label::numbered_goal};
    }
  }
  return std::nullopt;
}

std::string_view money_unit_of(std::string_view squeezed) {
  for (Text word = bare(squeezed); word.ends_with(')');) {
    const std::size_t open = word.rfind('(');
    if (open == Text::npos) return {};
    Text note = word.substr(open + 1, word.size() - open - 2);
    if (const std::size_t colon = note.rfind(':'); colon != Text::npos) note.remove_prefix(colon + 1);
    for (const Text unit : {"元", "千元", "万元", "百万元", "亿元"}) {
      if (note == unit) return note;
    }
    word = bare(word.substr(0, open));
  }
  return {};
}

std::optional<Amount> amount_of(std::string_view squeezed) { return find_with_notes(kAmounts, squeezed); }

bool is_level1(std::string_view squeezed) {
  return std::find(std::begin(kLevel1), std::end(kLevel1), squeezed) != std::end(kLevel1);
}

bool is_level2(std::string_view squeezed) {
  constexpr Text kEnding = "指标";
  const auto known = [](Text word) {
    return std::find(std::begin(kLevel2), std::end(kLevel2), word) != std::end(kLevel2);
  };
  if (known(squeezed)) return true;
  if (!squeezed.ends_with(kEnding) || heading_role(squeezed)) return false;
  const Text stem = squeezed.substr(0, squeezed.size() - kEnding.size());
  return known(stem) || (stem.find(kEnding) == Text::npos && base::count_characters(stem) <= 7 &&
                         base::count_characters(stem) >= 2);
}

bool is_known_level(std::string_view squeezed) {
  constexpr Text kEnding = "指标";
  const Text stem =
      squeezed.ends_with(kEnding) ? squeezed.substr(0, squeezed.size() - kEnding.size()) : squeezed;
  const bool whole = squeezed.ends_with(kEnding) || base::count_characters(squeezed) >= 4;
  return whole && (is_level1(squeezed) ||
                   std::find(std::begin(kLevel2), std::end(kLevel2), squeezed) != std::end(kLevel2) ||
                   std::find(std::begin(kLevel2), std::end(kLevel2), stem) != std::end(kLevel2));
}

std::optional<GoalHead> goal_head(std::string_view squeezed) {
  constexpr Text kKinds[] = {"年度", "长期", "中长期"};
  constexpr Text kNouns[] = {"目标", "绩效目标表", "绩效目标", "绩效指标"};
  for (const Text kind : kKinds) {
    if (!squeezed.starts_with(kind)) continue;
    for (const Text noun : kNouns) {
      Text rest = squeezed.substr(kind.size());
      if (!rest.starts_with(noun)) continue;
      rest.remove_prefix(noun.size());
      GoalHead head{std::string(kind), 0};
      std::size_t digits = 0;
      while (digits < rest.size() && digits < 3 && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
      if (digits > 0) head.name = std::string(kind) + "目标" + std::string(rest.substr(0, digits));
      rest.remove_prefix(digits);
      if (rest.starts_with(':')) rest.remove_prefix(1);
      if (digits == 0 && noun == "目标") continue;
      head.bytes = squeezed.size() - rest.size();
      return head;
    }
  }
  return std::nullopt;
}

bool is_selfeval_title(std::string_view squeezed) {
  return squeezed.find("自评表") != Text::npos || squeezed.find("自评得分表") != Text::npos;
}

bool is_title(std::string_view squeezed) {
  constexpr Text kEndings[] = {"自评表",         "绩效目标表",     "目标申报表",
                               "绩效目标申报表", "绩效目标批复表", "自评得分表"};
  Text text = squeezed;
  for (Text w = without_note(text); !w.empty(); w = without_note(text)) text = w;
  if (base::count_characters(text) > 120) return false;
  return std::any_of(std::begin(kEndings), std::end(kEndings), [text](Text e) { return text.ends_with(e); });
}

bool is_section_heading(std::string_view squeezed) {
  constexpr Text kNumerals = "一二三四五六七八九十";
  if (squeezed.starts_with("第") && squeezed.substr(0, 18).find("部分") != Text::npos) return true;
  const bool bracket = squeezed.starts_with('(');
  Text rest = squeezed.substr(bracket ? 1 : 0);
  std::size_t numerals = 0;
  while (numerals < 4 && rest.size() >= 3 && kNumerals.find(rest.substr(0, 3)) != Text::npos) {
    rest.remove_prefix(3);
    ++numerals;
  }
  if (numerals == 0) return false;
  return bracket ? rest.starts_with(')') : rest.starts_with("、");
}

bool is_side_word(std::string_view squeezed) {
  constexpr Text kSide[] = {"年度",         "绩效",         "指标",     "目标",     "年度绩",
                            "效目标",       "效指标",       "年度绩效", "绩效指标", "绩效目标",
                            "年度绩效指标", "年度绩效目标", "分)",      "标",       "年",
                            "度",           "绩",           "效",       "指",       "目"};
  if (std::find(std::begin(kSide), std::end(kSide), squeezed) != std::end(kSide)) return true;
  Text rest = squeezed;
  if (!rest.starts_with('(')) return false;
  rest.remove_prefix(1);
  if (rest.ends_with(')')) rest.remove_suffix(1);
  if (rest.ends_with("分")) rest.remove_suffix(Text("分").size());
  return all_digits(rest) && rest.size() <= 3;
}

}  // namespace jiheng::intake
