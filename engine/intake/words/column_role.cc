// Takes one heading, looks at its end and at the words that turn its meaning (上年, 财政审核, 预计). Leaves cells that
// stand over several columns to sheet_columns.
#include "engine/intake/words/column_role.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "engine/base/text.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using Text = std::string_view;

constexpr std::size_t kLongestHeading = 20;  ///< characters, without notes

constexpr Text kScoreEnds[] = {"得分", "评分", "打分", "自评分", "评价分", "复核分", "审核分", "分数"};
constexpr Text kActualEnds[] = {"完成值",   "完成情况", "完成数",   "完成结果", "完成指标值",
                                "实际值",   "实际情况", "实际完成", "实际数",   "实现值",
                                "实现情况", "达成值",   "达成情况", "完成指标", "完成目标值"};
constexpr Text kTargetEnds[] = {"目标值", "指标值", "预期值", "计划值", "标准值", "期望值",
                                "绩效值", "计划数", "任务数", "目标数", "目标"};

/// A year before the assessed one: 上年完成值, 近三年平均值, 历史值.
bool is_of_earlier_years(Text word) {
  return starts_with_any(word,
                         {"上年", "上一年", "去年", "往年", "前年", "前三年", "近两年", "近三年", "历史"});
}

/// Somebody else than the unit: what he gives is no claimed score.
bool is_of_a_reviewer(Text word) {
  return contains_any(word, {"财政", "审核", "审定", "复核", "复评", "复审", "抽查", "核查", "核定", "第三方",
                             "专家", "评审", "评价组", "上级", "主管部门", "终评"});
}

std::optional<Role> level(Text word) {
  constexpr Text kTails[] = {"", "指标", "指标名称"};
  const auto is = [word, &kTails](Text number) {
    return std::any_of(std::begin(kTails), std::end(kTails), [&](Text tail) {
      return word.size() == number.size() + tail.size() && word.starts_with(number) && word.ends_with(tail);
    });
  };
  if (is("一级") || is("1级") || is("Ⅰ级")) return Role::level1;
  if (is("二级") || is("2级") || is("Ⅱ级")) return Role::level2;
  if (is("三级") || is("3级") || is("Ⅲ级")) return Role::name;
  return std::nullopt;
}

std::optional<Role> by_parts(Text word) {
  if (const auto found = level(word)) return found;
  if (contains_any(word, {"偏差", "未完成", "未达标", "未实现", "差异", "扣分", "失分", "原因"}) &&
      contains_any(word, {"原因", "说明", "分析", "措施"})) {
    return Role::reason;
  }
  const bool value = ends_with_any(word, kActualEnds) || ends_with_any(word, kTargetEnds);
  if (is_of_earlier_years(word))
    return value || word.ends_with("值") ? std::optional(Role::earlier) : std::nullopt;
  if (is_of_a_reviewer(word)) {
    const bool given =
        ends_with_any(word, kScoreEnds) || ends_with_any(word, kActualEnds) || word.ends_with("意见");
    return given ? std::optional(Role::review) : std::nullopt;
  }
  if (ends_with_any(word, {"指标性质", "比较符", "比较符号", "运算符", "运算符号", "计算符号", "指标方向",
                           "指标符号", "关系符号"}) ||
      word == "符号" || word == "性质") {
    return Role::sign;
  }
  if (ends_with_any(word, {"度量单位", "计量单位", "指标单位", "指标值单位", "量化单位"}) || word == "单位") {
    return Role::measure;
  }
  if (ends_with_any(word, {"评分标准", "评价标准", "评分细则", "评分规则", "评分办法", "评分方法", "计分方法",
                           "计分标准", "赋分规则", "扣分标准", "依据", "数据来源", "指标来源", "备注"})) {
    return Role::basis;
  }
  if (ends_with_any(word, {"指标解释", "指标释义", "指标含义", "指标定义", "指标内涵", "指标描述", "指标说明",
                           "指标值说明", "计算公式", "计算方法"})) {
    return Role::description;
  }
  if (ends_with_any(word,
                    {"标准分", "标准分数", "标准分值", "指标分", "权重分", "权数", "分值", "权重", "满分"})) {
    return Role::full_marks;
  }
  if (ends_with_any(word, kScoreEnds)) return Role::score;
  if (contains_any(word, {"预计", "预测"})) return std::nullopt;
  const bool planned = contains_any(word, {"预期", "计划", "设定"});
  if (ends_with_any(word, kActualEnds)) return planned ? Role::target : Role::actual;
  const auto label = label_of(word);
  const bool goal = label && (label->label == Label::goal || label->label == Label::plan_goal);
  if (goal || goal_head(word) || word.ends_with("总体目标") || word == "目标") return std::nullopt;
  if (ends_with_any(word, kTargetEnds)) return Role::target;
  if (ends_with_any(word, {"指标名称", "具体指标", "评价指标", "考核指标"})) return Role::name;
  return std::nullopt;
}

/// Most cells of a table are no headings: their last character says so.
bool may_be_heading(Text word) {
  constexpr Text kLast = "标值分况数重质位号据准因析施注明级释义容述源则法式称果成向符见涵";
  if (word.ends_with(')') || word.ends_with(':')) return true;
  return word.size() >= 3 && kLast.find(word.substr(word.size() - 3)) != Text::npos;
}

}  // namespace

std::string without_notes(std::string_view squeezed) {
  std::string out;
  int open = 0;
  for (const char c : squeezed) {
    if (c == '(') ++open;
    if (open == 0 && c != ':') out += c;
    if (c == ')' && open > 0) --open;
  }
  return out;
}

std::optional<Role> column_role(std::string_view squeezed) {
  if (!may_be_heading(squeezed)) return std::nullopt;
  if (const auto listed = heading_role(squeezed)) return listed;
  if (squeezed.size() > 8 * kLongestHeading) return std::nullopt;
  const std::string word = without_notes(squeezed);
  if (word.empty() || base::count_characters(word) > kLongestHeading) return std::nullopt;
  if (const auto listed = heading_role(word)) return listed;
  return by_parts(word);
}

}  // namespace jiheng::intake
