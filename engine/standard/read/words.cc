// Takes words, says what they do to a clause. Lists of words only; nothing here counts.
#include "engine/standard/read/words.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "engine/base/text.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

/// One of the verbs with what may stand behind it, and no other word.
bool is_only(std::string_view words, std::initializer_list<std::string_view> verbs) {
  std::string_view longest;
  for (const std::string_view verb : verbs) {
    if (words.starts_with(verb) && verb.size() > longest.size()) longest = verb;
  }
  if (longest.empty()) return false;
  words.remove_prefix(longest.size());
  for (bool more = true; more && !words.empty();) {
    more = false;
    for (const std::string_view word : {"目标", "任务", "要求", "标准", "规定", "上述", "指标", "比例",
                                        "以上", "年度", "计划", "标", "值", "该", "此", "的", "者", "到"}) {
      if (!words.starts_with(word)) continue;
      words.remove_prefix(word.size());
      more = true;
    }
  }
  return words.empty();
}

constexpr std::array kLead = {"如果"sv, "如"sv,   "若"sv,   "当"sv,       "其中"sv,    "对于"sv, "对"sv,
                              "且"sv,   "并且"sv, "并"sv,   "凡"sv,       "的"sv,      "和"sv,   "及"sv,
                              "或"sv,   "以"sv,   "本项"sv, "现场实查"sv, "考核标准"sv};
constexpr std::array kTail = {"的比例达"sv, "达到"sv, "到达"sv, "达"sv,   "的"sv, "时"sv, "为"sv, "在"sv,
                              "者"sv,       "均"sv,   "应"sv,   "按"sv,   "占"sv, "是"sv, "每"sv, "分别"sv,
                              "完成"sv,     "每年"sv, "全部"sv, "控制"sv, "不"sv, "与"sv, "比"sv};

constexpr std::size_t kLongestName = 200;  // characters; names that people see are shorter (short_names)

/// 6月底支出进度: a name does not begin with a digit, but the month is what tells it from 9月底.
std::string month_in_words(std::string_view words) {
  constexpr std::array kMonths = {"一"sv, "二"sv, "三"sv, "四"sv, "五"sv,   "六"sv,
                                  "七"sv, "八"sv, "九"sv, "十"sv, "十一"sv, "十二"sv};
  std::size_t at = 0;
  std::size_t month = 0;
  while (at < 2 && at < words.size() && words[at] >= '0' && words[at] <= '9')
    month = month * 10 + static_cast<std::size_t>(words[at++] - '0');
  if (month == 0 || month > kMonths.size() || !words.substr(at).starts_with("月")) return {};
  return std::string(kMonths[month - 1]) + std::string(words.substr(at));
}

}  // namespace

bool holds_any(std::string_view words, std::initializer_list<std::string_view> list) {
  return std::any_of(list.begin(), list.end(), [&](auto word) { return words.find(word) != words.npos; });
}

bool starts_with_any(std::string_view words, std::initializer_list<std::string_view> list) {
  return std::any_of(list.begin(), list.end(), [&](auto word) { return words.starts_with(word); });
}

bool ends_with_any(std::string_view words, std::initializer_list<std::string_view> list) {
  if (words.ends_with("的")) words.remove_suffix(3);
  return std::any_of(list.begin(), list.end(), [&](auto word) { return words.ends_with(word); });
}

std::string need_name(std::string_view words) {
  const std::string dated = month_in_words(words);
  if (!dated.empty()) words = dated;
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view lead : kLead) {
      const bool this_one = lead == "当" && starts_with_any(words.substr(std::min(lead.size(), words.size())),
                                                            {"月", "年", "日", "期", "地", "季", "天"});
      if (!this_one && words.size() >= lead.size() + 3 && words.starts_with(lead)) {
        words.remove_prefix(lead.size());
        cut = true;
      }
    }
    for (const std::string_view tail : kTail) {
      const bool share = tail == "比" && (words.ends_with("占比") || words.ends_with("性别比"));
      const bool denied =
          tail == "完成" && ends_with_any(words.substr(0, words.size() - std::min(words.size(), tail.size())),
                                          {"未", "不", "没有", "没"});
      if (!share && !denied && words.size() >= tail.size() + 3 && words.ends_with(tail)) {
        words.remove_suffix(tail.size());
        cut = true;
      }
    }
  }
  for (const std::string_view nothing :
       {"的"sv, "在"sv, "但在"sv, "但"sv, "为"sv, "达到"sv, "达"sv, "且"sv, "并"sv, "占"sv, "是"sv, "当"sv}) {
    if (words == nothing) return {};
  }
  std::string name;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < words.size();) {
    const base::CodePoint point = base::decode_at(words, at);
    const std::string_view piece = words.substr(at, point.bytes);
    at += point.bytes;
    const bool ascii_word = point.value < 0x80 && ((point.value >= U'0' && point.value <= U'9') ||
                                                   (point.value >= U'a' && point.value <= U'z') ||
                                                   (point.value >= U'A' && point.value <= U'Z'));
    const bool wide = point.value >= 0x3400 && point.value <= 0x9FFF;
    if (!ascii_word && !wide) continue;
    if (name.empty() && ascii_word && point.value <= U'9') continue;
    name += piece;
    if (++characters == kLongestName) break;
  }
  while (name.size() > 3 && name.ends_with("的")) name.resize(name.size() - 3);
  return name;
}

bool denies(std::string_view words) {
  return starts_with_any(words, {"未", "不", "没有", "没", "无", "达不到", "否", "逾期", "超期", "缺", "低于",
                                 "少于", "有不", "存在"}) ||
         holds_any(words, {"未按",   "未达",   "未完成", "未能",   "不符合", "达不到", "不达",   "没有",
                           "未开展", "未制定", "未建立", "不规范", "不完整", "不健全", "不齐全", "不及时",
                           "未及时", "不到位", "不合格", "不合理", "缺失",   "未在",   "不满足"});
}

bool is_other_side(std::string_view words) {
  return is_only(words, {"未达到", "未能达到", "未达成", "未达", "达不到", "不达", "没有达到", "没达到",
                         "未满足", "不满足", "未完成", "没有完成", "未实现"});
}

bool falls_short(std::string_view words) {
  return is_only(words, {"低于", "不足", "少于", "小于", "不到", "每低于", "降低", "下降"});
}

bool goes_beyond(std::string_view words) {
  return is_only(words, {"超过", "超出", "高于", "大于", "多于", "超", "突破", "超期", "逾期", "超时"});
}

bool grows(std::string_view words) {
  return holds_any(words, {"提高", "增长", "增加", "上升", "提升", "新增", "升高", "增幅", "增速", "反升"});
}

bool shrinks(std::string_view words) { return holds_any(words, {"下降", "减少", "降低", "负增长", "降幅"}); }

bool only_moves(std::string_view words) {
  if (!words.ends_with("到") && !words.ends_with("至")) return false;
  words.remove_suffix(3);
  constexpr std::array kMoves = {"下降"sv, "降低"sv, "降"sv,   "减少"sv, "上升"sv,
                                 "提高"sv, "升"sv,   "增加"sv, "增长"sv, "低"sv};
  return std::find(kMoves.begin(), kMoves.end(), words) != kMoves.end();
}

bool names_a_delay(std::string_view words) {
  return holds_any(words, {"逾期", "延期", "超期", "滞后", "延迟", "推迟", "延误", "拖延", "拖后", "延后",
                           "迟于", "晚于", "迟报", "超时", "超出计划", "超过计划", "推后"});
}

bool is_other_side_of(std::string_view rate, std::string_view counted) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view tail : {"率"sv, "为"sv, "数"sv, "量"sv, "数量"sv, "个数"sv}) {
      if (!rate.ends_with(tail) || rate.size() < tail.size() + 6) continue;
      rate.remove_suffix(tail.size());
      more = true;
    }
  }
  if (rate.size() >= 6 && counted.find(rate.substr(rate.size() - 6)) != counted.npos) return true;
  constexpr std::pair<std::string_view, std::string_view> kLacks[] = {
      {"及时", "滞后"}, {"及时", "逾期"}, {"及时", "延迟"}, {"及时", "超期"}, {"及时", "迟"},
      {"准确", "错误"}, {"准确", "差错"}, {"准确", "有误"}, {"合格", "差错"}, {"落实", "漏"},
      {"覆盖", "漏"},   {"报告", "漏报"}, {"检测", "漏检"}, {"整改", "未改"}, {"答复", "超期"},
      {"收缴", "欠缴"}, {"管控", "脱管"}};
  const bool timely = holds_any(rate, {"按期", "按时", "及时"});
  if (timely && (names_a_delay(counted) || counted.find("超时") != counted.npos)) return true;
  return std::any_of(std::begin(kLacks), std::end(kLacks), [&](const auto& lack) {
    return rate.ends_with(lack.first) && counted.find(lack.second) != counted.npos;
  });
}

bool says_only_that_it_happens(std::string_view words) {
  if (words.starts_with("每")) words.remove_prefix(3);
  for (const std::string_view verb : {"发生"sv, "出现"sv, "发现"sv, "有"sv}) {
    if (!words.starts_with(verb)) continue;
    words.remove_prefix(verb.size());
    if (words.starts_with("一")) words.remove_prefix(3);
    if (words.starts_with("1")) words.remove_prefix(1);
    if (words.ends_with("的")) words.remove_suffix(3);
    return words.size() <= 3;  // its unit
  }
  return false;
}

bool is_a_time(std::string_view unit) {
  return unit == "天" || unit == "日" || unit == "月" || unit == "个月" || unit == "年" || unit == "工作日" ||
         unit == "个工作日" || unit == "周" || unit == "小时" || unit == "季度" || unit == "自然日" ||
         unit == "分钟" || unit == "秒";
}

std::pair<std::string_view, std::string_view> around_the_one(std::string_view words, std::string_view unit) {
  for (const std::string_view one : {"一", "1"}) {
    const std::string counted = std::string(one) + std::string(unit);
    const std::size_t at = unit.empty() ? words.npos : words.find(counted);
    if (at == words.npos) continue;
    std::string_view before = words.substr(0, at);
    for (const std::string_view verb : {"有", "发现", "出现", "存在"}) {
      if (!before.ends_with(verb)) continue;
      before.remove_suffix(verb.size());
      break;
    }
    return {before, words.substr(at + counted.size())};
  }
  return {};
}

std::string_view what_is_denied(std::string_view words, std::string_view asked) {
  constexpr std::size_t kTwo = 6;
  if (words.ends_with("的")) words.remove_suffix(3);
  for (const std::string_view no : {"未能", "未按要求", "未按规定", "未", "没有", "不", "无"}) {
    if (!words.starts_with(no)) continue;
    const std::string_view what = words.substr(no.size());
    if (what.size() >= kTwo && asked.find(what) != asked.npos) return what;
  }
  return {};
}

std::string_view what_should_be(std::string_view name) {
  constexpr std::size_t kTwo = 6;
  if (!name.starts_with("未") ||
      holds_any(name, {"擅自", "造成", "导致", "或", "且", "并", "引发", "影响", "未经"}))
    return {};
  name.remove_prefix(std::string_view("未").size());
  if (name.starts_with("能")) name.remove_prefix(std::string_view("能").size());
  const bool done = starts_with_any(
      name, {"完成", "落实", "达到", "达标", "制定", "制订", "建立", "开展", "编制", "实施", "公开",
             "报送", "上报", "召开", "设立", "配备", "签订", "成立", "整改", "通过", "纳入", "执行",
             "按",   "及时", "组织", "安排", "公示", "履行", "出台", "建成", "实现", "符合", "如期"});
  return done && name.size() >= kTwo ? name : std::string_view();
}

bool all_of_it(std::string_view words) {
  if (words.ends_with("的")) words.remove_suffix(3);
  return !denies(words) && !names_a_rate(words) &&
         (words.ends_with("完成") || holds_any(words, {"足额", "全额", "全面完成", "全部完成"}));
}

bool is_in_time(std::string_view words) {
  return !denies(words) && !names_a_delay(words) &&
         holds_any(words, {"按时", "按期", "如期", "及时", "提前", "早于", "准时", "计划时间", "规定时间",
                           "规定时限", "规定期限", "时间节点"});
}

bool is_reached(std::string_view words) {
  return is_only(words, {"达到", "达成", "达", "完成", "实现", "符合", "满足"});
}

bool exempts(std::string_view words) {
  return starts_with_any(
             words, {"没有", "无", "不涉及", "未涉及", "未安排", "未发生", "不存在", "本年度无", "本年无",
                     "当年无", "年内无", "未新进", "如无", "若无", "如没有", "若没有"}) ||
         holds_any(words, {"不涉及", "无此项", "没有此项", "无该项", "没有该项", "无此类", "没有此类",
                           "无相关", "不适用"});
}

std::string_view beyond_the_row(std::string_view words) {
  for (const std::string_view word :
       {"全市最"sv,   "全省最"sv,   "全县最"sv, "全区最"sv, "最高完成率"sv, "总分"sv,   "平均分"sv,
        "均值"sv,     "一半"sv,     "减半"sv,   "折半"sv,   "调整系数"sv,   "系数为"sv, "难度系数"sv,
        "乘以"sv,     "加倍"sv,     "翻倍"sv,   "双倍"sv,   "其他指标"sv,   "上一项"sv, "其他部门"sv,
        "加权平均"sv, "综合得分"sv, "同类"sv,   "各县"sv,   "全市平均"sv,   "基础上"sv, "择其一"sv}) {
    if (words.find(word) != words.npos) return word;
  }
  return {};
}

bool against_a_plan(std::string_view words) {
  return holds_any(words, {"任务", "计划", "目标", "考核数", "指标数", "下达", "规定数", "要求数", "预期",
                           "预算数", "指导数"});
}

bool compares_with_before(std::string_view words) {
  return holds_any(words, {"同比", "上年", "去年", "上一年", "上期"});
}

bool names_an_amount(std::string_view words) {
  return holds_any(words, {"投资额", "收入", "面积", "数量", "产量", "金额", "考核数", "目标数", "任务数",
                           "资金额", "产值", "里程"});
}

bool names_a_rate(std::string_view words) {
  for (std::size_t at = words.find("率"); at != words.npos; at = words.find("率", at + 1)) {
    const std::string_view before = words.substr(0, at);
    if (!before.ends_with("汇") && !before.ends_with("税") && !before.ends_with("效") &&
        !before.ends_with("功"))
      return true;
  }
  return holds_any(words, {"比例", "比重", "占比", "满意度", "覆盖面", "百分比", "知晓度", "密度", "程度"});
}

bool may_be_negative(std::string_view name) {
  return holds_any(name, {"变动", "调整", "增长", "偏差", "增幅", "偏离"});
}

bool is_a_deviation(std::string_view name) {
  return holds_any(name, {"绝对值", "偏差", "偏离", "误差", "差异率"});
}

bool names_grades(std::string_view text) {
  int grades = 0;
  for (std::size_t at = text.find("为"); at != text.npos; at = text.find("为", at + 3)) {
    if (starts_with_any(text.substr(at + 3),
                        {"优", "良", "中等", "差", "合格", "不合格", "一般", "次等", "较差"}))
      ++grades;
  }
  return grades >= 2;
}

bool is_a_grade(std::string_view words) {
  constexpr std::array kGrades = {"优"sv,     "良"sv,   "中"sv,   "差"sv,   "优秀"sv, "良好"sv, "合格"sv,
                                  "不合格"sv, "一般"sv, "较好"sv, "较差"sv, "好"sv,   "优等"sv, "良等"sv,
                                  "A"sv,      "B"sv,    "C"sv,    "D"sv,    "E"sv,    "A级"sv,  "B级"sv,
                                  "C级"sv,    "D级"sv,  "a"sv,    "b"sv,    "c"sv,    "d"sv};
  const bool step =
      words.size() <= 6 && (words.ends_with("档") || words.ends_with("级") || words.ends_with("等"));
  return step || std::find(kGrades.begin(), kGrades.end(), words) != kGrades.end();
}

bool has_degree(std::string_view words) {
  return holds_any(words, {"基本", "较", "不太", "部分", "一般", "优", "良", "中等", "完全", "全面", "全部",
                           "大部分", "少部分", "部份", "合格", "不"});
}

bool counts_in_an_unknown_unit(std::string_view words) {
  for (std::size_t at = words.find("每"); at != words.npos; at = words.find("每", at + 3)) {
    std::string_view rest = words.substr(at + 3);
    const std::size_t way = std::max(leads_upwards(rest), leads_downwards(rest));
    rest.remove_prefix(way);
    if (way != 0 && !rest.empty() && rest.front() >= '0' && rest.front() <= '9') return true;
  }
  return false;
}

std::size_t leads_upwards(std::string_view words) {
  for (const std::string_view up :
       {"超过"sv, "超出"sv, "高于"sv, "高出"sv, "大于"sv, "多于"sv, "上升"sv, "提高"sv, "提升"sv, "增加"sv,
        "增长"sv, "上涨"sv, "升高"sv, "超额"sv, "超"sv, "高"sv, "增"sv, "升"sv, "多"sv}) {
    if (words.starts_with(up)) return up.size();
  }
  return 0;
}

std::size_t leads_downwards(std::string_view words) {
  for (const std::string_view down :
       {"低于"sv, "少于"sv, "小于"sv, "下降"sv, "降低"sv, "减少"sv, "下滑"sv, "不足"sv, "缺少"sv, "低"sv,
        "降"sv, "减"sv, "少"sv, "差"sv, "缺"sv, "欠"sv}) {
    if (words.starts_with(down)) return down.size();
  }
  return 0;
}

bool same_quantity(std::string_view a, std::string_view b) {
  constexpr std::array kAnyNumber = {"场次"sv, "次数"sv, "数量"sv,   "个数"sv,   "X"sv,
                                     "x"sv,    "A"sv,    "完成数"sv, "完成值"sv, "数值"sv};
  for (const std::string_view any : kAnyNumber) {
    if (a == any || b == any) return true;
  }
  if (a.empty() || b.empty() || a == b) return true;
  constexpr std::string_view kDegree = "程度";  // 偏差程度, 偏差度
  for (const auto& [longer, shorter] : {std::pair{a, b}, std::pair{b, a}}) {
    if (!longer.ends_with(kDegree) || shorter.ends_with(kDegree) || !shorter.ends_with("度")) continue;
    const std::string_view of = shorter.substr(0, shorter.size() - 3);
    if (!of.empty() && longer.substr(0, longer.size() - kDegree.size()).ends_with(of)) return true;
  }
  return a.ends_with(b) || b.ends_with(a) || a.find(b) != a.npos || b.find(a) != b.npos;
}

}  // namespace jiheng::standard
