// Takes squeezed text and a column, gives a weight. The weights are tuned on the layouts of docs/import.md.
#include "engine/intake/words/role_fit.h"

#include <algorithm>
#include <iterator>

#include "engine/base/text.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using Text = std::string_view;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr Text kSigns[] = {"≥", "≤", ">", "<", "=", "≧", "≦", "﹥", "﹤", "═", "±", "》", "《="};
constexpr Text kComparing[] = {"不低于", "不少于", "不小于", "不高于", "不超过", "不大于", "大于",
                               "小于",   "高于",   "低于",   "至少",   "达到",   "控制在", "预计",
                               "约",     "少于",   "多于",   "超过",   "等于"};
constexpr Text kDegrees[] = {
    "明显", "显著",   "有效", "较高", "较好", "长期", "及时", "满意",     "规范", "良好", "提高",
    "提升", "改善",   "增加", "增长", "减少", "降低", "完成", "合格",     "达标", "健全", "完整",
    "科学", "合理",   "真实", "合规", "公开", "相关", "稳定", "保障",     "维护", "服务", "反映",
    "清零", "是",     "否",   "无",   "有",   "优",   "良",   "好",       "已",   "未",   "按时",
    "足额", "预算内", "加强", "持续", "基本", "逐步", "不断", "积极",     "全面", "成效", "解决",
    "缓解", "巩固",   "缩短", "便捷", "一致", "上涨", "减轻", "强",       "高",   "低",   "大",
    "节约", "控制",   "严格", "符合", "按",   "不超", "达成", "部分达成", "优化", "改进"};
constexpr Text kAnswers[] = {"是", "否", "无", "有", "优", "良", "中", "差",
                             "好", "—",  "-",  "/",  "高", "低", "强"};
constexpr Text kTails[] = {"以上", "以下", "以内", "左右", "之内", "底前", "底",
                           "前",   "月",   "日",   "年内", "%",    "‰"};

/// A number at the front, then a short unit: 118人, 25.29万人, 100%, 1670元/月, 2023年12月31日前, 300-400.
double figures_fit(Text text) {
  std::size_t at = 0;
  if (text[at] == '-' || text[at] == '+') ++at;
  if (at >= text.size() || !is_digit(text[at])) return -1;
  while (at < text.size() && (is_digit(text[at]) || text[at] == '.' || text[at] == ',')) ++at;
  const Text rest = text.substr(at);
  const std::size_t length = base::count_characters(rest);
  if (length == 0) return 3.5;
  if (rest.starts_with("年")) {
    // A year alone is more often the beginning of a name or of a date.
    if (rest == "年" || rest == "年度") return 2;
    if (rest.find("月") != Text::npos && length <= 12) return 5;
  }
  if (length <= 4) return 4;
  if (contains_any(rest.substr(0, 4), {"-", "~", "—", "至", "/"})) return 3.5;
  const bool tail =
      std::any_of(std::begin(kTails), std::end(kTails), [rest](Text t) { return rest.ends_with(t); });
  if (length <= 8) return tail || rest.find('/') != Text::npos ? 3.5 : 1.5;
  return tail && length <= 12 ? 2 : -2;
}

}  // namespace

double value_fit(std::string_view text) {
  if (text.empty()) return -5;
  const std::size_t length = base::count_characters(text);
  if (starts_with_any(text, kSigns)) return length <= 16 ? 4.5 : 2;
  if (starts_with_any(text, kComparing) && length <= 16 && std::any_of(text.begin(), text.end(), is_digit)) {
    return 4;
  }
  if (const double figures = figures_fit(text); figures > -1) return figures;
  if (length <= 8) {
    const bool degree =
        starts_with_any(text, kDegrees) || contains_any(text, {"提高", "提升", "降低", "改善"});
    if (degree && length <= 4) return 3;
    if (degree) return length <= 6 ? 2 : 1;
  }
  const bool digits = std::any_of(text.begin(), text.end(), is_digit);
  if (digits && length <= 12 &&
      std::any_of(std::begin(kTails), std::end(kTails), [text](Text t) { return text.ends_with(t); })) {
    return 2;
  }
  // Values of one character are few; others are the rest of a broken cell.
  if (length == 1 && !starts_with_any(text, kAnswers)) return -3;
  if (length <= 4) return 0.8;
  if (length <= 8) return 0;
  if (length <= 16 && starts_with_any(text, kDegrees)) return -0.5;
  return length <= 16 ? -1.5 : -3;
}

bool is_points(std::string_view text) {
  if (text.empty() || text.size() > 6 || !is_digit(text.front())) return false;
  int points = 0;
  std::size_t whole = 0;
  for (const char c : text) {
    if (c == '.') {
      ++points;
    } else if (!is_digit(c)) {
      return false;
    } else if (points == 0) {
      ++whole;
    }
  }
  return points <= 1 && whole <= 4 && text.back() != '.';
}

double role_fit(Role role, std::string_view text) {
  constexpr Text kSources[] = {"标准", "依据", "文件", "问卷", "调查", "要求", "【",
                               "〔",   "[",    "号",   "规划", "方案", "办法", "通知",
                               "历史", "行业", "计划", "经验", "合同", "政策"};
  constexpr Text kBases[] = {"计划标准", "历史标准", "行业标准", "其他标准",
                             "预算标准", "问卷调查", "调查问卷", "工作要求"};
  // No cell begins with these: it is the rest of one.
  if (starts_with_any(text, {"的", "了", "和", "及", "与", "，", ",", "、", "。", "；", "）", ")", "”"}))
    return -5;
  const std::size_t length = base::count_characters(text);
  switch (role) {
    case Role::level1:
      if (is_level1(text)) return text.ends_with("指标") ? 6 : 3;
      if (is_level2(text) || value_fit(text) >= 3) return -6;
      return length <= 10 ? -2 : -5;
    case Role::level2:
    case Role::level2_again:
      if (is_level2(text)) return !is_known_level(text) ? 2 : text.ends_with("指标") ? 6 : 5;
      if (is_level1(text) || value_fit(text) >= 3.5) return -5;
      return role == Role::level2_again ? -9 : length <= 16 ? -2 : -4;
    case Role::name:
      if (starts_with_any(text, kBases) && length <= 6) return -6;
      if (is_level1(text) || is_level2(text)) return -3;
      if (length < 2) return -4;
      if (length > 6 && contains_any(text.substr(text.size() - 6), {"月底", "月前", "年底", "日前"}))
        return -1.5;
      return value_fit(text) >= 3.5 ? -5 : value_fit(text) >= 3 ? -0.5 : 1;
    case Role::description:
      if (length > 16) return 2;
      return value_fit(text) >= 3.5 ? -3 : 0;
    case Role::earlier:
    case Role::target:
    case Role::actual:
      if (starts_with_any(text, kBases)) return -5;
      if (is_level1(text) || is_level2(text)) return -4;
      return value_fit(text);
    case Role::full_marks:
    case Role::score:
      return is_points(text) ? 4 : -9;
    case Role::sign:
      return starts_with_any(text, kSigns) || starts_with_any(text, kComparing) || text == "定性" ||
                     text == "定量" || text == "正向" || text == "反向"
                 ? 4
                 : -6;
    case Role::measure:
      return length <= 6 && value_fit(text) < 3.5 && !std::any_of(text.begin(), text.end(), is_digit) ? 2
                                                                                                      : -5;
    case Role::review:
      return is_points(text) ? 4 : -9;
    case Role::reason:
      return value_fit(text) >= 3.5 ? -4 : 0;
    case Role::basis:
      if (length > 40) return -4;
      if (contains_any(text, kSources)) return 3;
      return value_fit(text) >= 3.5 ? -5 : -0.5;
  }
  return 0;
}

}  // namespace jiheng::intake
