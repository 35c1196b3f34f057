// Takes a place of a folded text, gives the points that are given, deducted, added or capped there.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "engine/standard/read/phrases/phrases.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

constexpr std::array kZero = {"该项不得分"sv,     "此项不得分"sv,   "本项不得分"sv,     "该项不计分"sv,
                              "本项不计分"sv,     "此项不计分"sv,   "该指标不得分"sv,   "本指标不得分"sv,
                              "不得分值"sv,       "不予计分"sv,     "不予记分"sv,       "不予得分"sv,
                              "不予赋分"sv,       "不能得分"sv,     "不给分"sv,         "不计得分"sv,
                              "不得分"sv,         "不计分"sv,       "不记分"sv,         "不赋分"sv,
                              "得零分"sv,         "计零分"sv,       "记零分"sv,         "为零分"sv,
                              "零分"sv,           "此分值扣完"sv,   "该项分值扣完"sv,   "本项分值扣完"sv,
                              "不得该项分"sv,     "不得该项分值"sv, "不得本项分"sv,     "全额扣分"sv,
                              "扣除全部分值"sv,   "扣完该项分值"sv, "扣全分"sv,         "扣除该项全部分值"sv,
                              "该项分值全扣"sv,   "分值全扣"sv,     "扣完该项分"sv,     "扣除全部分"sv,
                              "扣完全部分值"sv,   "全部扣完"sv,     "本项指标不得分"sv, "该项指标不得分"sv,
                              "此项指标不得分"sv, "全扣"sv};
constexpr std::array kFull = {
    "得满分"sv,           "计满分"sv,           "记满分"sv,     "给满分"sv,       "为满分"sv,
    "赋满分"sv,           "得该项满分"sv,       "得本项满分"sv, "得全部分值"sv,   "得全分"sv,
    "按满分计算"sv,       "按满分计分"sv,       "按满分计"sv,   "按满分记"sv,     "按满分得分"sv,
    "视同满分"sv,         "不予扣分"sv,         "视为满分"sv,   "不扣分"sv,       "得该项全分"sv,
    "计全分"sv,           "得该项全部分值"sv,   "得该项分值"sv, "得该项分"sv,     "得本项分"sv,
    "得该项分数的满分"sv, "为该项分数的满分"sv, "得满分值"sv,   "给予满分"sv,     "该项指标默认满分"sv,
    "默认满分"sv,         "默认得满分"sv,       "直接得满分"sv, "取得该项分数"sv, "得基本分"sv,
    "计基本分"sv,         "得基准分"sv,         "得基础分"sv,   "得标准分"sv,     "得总分值"sv,
    "得该项总分"sv,       "得本项总分"sv,       "得权重分"sv};
constexpr std::array kGive = {
    "分别得"sv,     "分别计"sv,   "各得"sv,     "均得"sv,   "可得"sv,       "各计"sv,     "计为"sv,
    "记为"sv,       "各记"sv,     "赋予"sv,     "给予"sv,   "得分为"sv,     "计分为"sv,   "赋分为"sv,
    "基础分为"sv,   "基准分为"sv, "基本分为"sv, "基准分"sv, "基础分值为"sv, "基础分值"sv, "基准分值为"sv,
    "基本分值为"sv, "基础分"sv,   "基本分"sv,   "起评分"sv, "得"sv,         "计"sv,       "记"sv,
    "赋"sv,         "给"sv,       "评"sv,       "打"sv,     "为"sv};
constexpr std::array kDeduct = {"各减"sv, "各扣除"sv, "扣除"sv, "扣减"sv, "倒扣"sv, "各扣"sv, "分别扣"sv,
                                "均扣"sv, "减去"sv,   "扣"sv,   "减"sv,   "减扣"sv, "核减"sv};
constexpr std::array kBoth = {"增减"sv,   "加减"sv,   "加(减)"sv, "加(扣)"sv, "加或减"sv,
                              "加或扣"sv, "加扣"sv,   "增(减)"sv, "减(加)"sv, "扣(加)"sv,
                              "减或加"sv, "扣或加"sv, "减增"sv};
constexpr std::array kAdd = {"加计"sv, "再加"sv, "另加"sv, "奖励"sv, "增加"sv, "各加"sv, "加"sv, "奖"sv};
constexpr std::array kBetween = {"该项"sv,   "本项"sv,   "此项"sv,   "该指标"sv, "本指标"sv, "指标"sv,
                                 "分值"sv,   "权重分"sv, "权重"sv,   "满分"sv,   "标准分"sv, "应得分"sv,
                                 "得分"sv,   "的"sv,     "分数"sv,   "为"sv,     "至"sv,     "到"sv,
                                 "基本分"sv, "基础分"sv, "基准分"sv, "起评分"sv, ":"sv};
constexpr std::array kShareOf = {"该项"sv,   "本项"sv,   "此项"sv, "该指标"sv, "指标"sv,
                                 "分值"sv,   "权重分"sv, "权重"sv, "满分"sv,   "标准分"sv,
                                 "应得分"sv, "得分"sv,   "分数"sv, "总分"sv,   "的"sv};
constexpr std::array kCapBefore = {
    "本项最高限分"sv, "最高限分"sv,     "最高得分不超过"sv, "最高得分不得超过"sv,
    "最多不得超过"sv, "最高不得超过"sv, "不得超过"sv,       "最多不超过"sv,
    "最高不超过"sv,   "累计不超过"sv,   "总分不超过"sv,     "合计不超过"sv,
    "累计最多"sv,     "累计最高"sv,     "最多可"sv,         "最高可"sv,
    "最多"sv,         "最高"sv,         "至多"sv,           "不超过"sv,
    "上限为"sv,       "上限"sv,         "封顶"sv,           "累计加分不超过"sv};
constexpr std::array kCapVerbs = {"增减"sv,   "加减"sv,   "累计"sv, "合计"sv, "加分"sv, "扣分"sv, "加"sv,
                                  "扣"sv,     "减"sv,     "得"sv,   "计"sv,   "记"sv,   "奖"sv,   "得分为"sv,
                                  "得分"sv,   "不超过"sv, "为"sv,   "至"sv,   "到"sv,   "该项"sv, "本项"sv,
                                  "总分的"sv, "分值的"sv, "的"sv,   "赋"sv};
constexpr std::array kFullHead = {"总计分为"sv, "总计分"sv,   "总计为"sv,   "本项满分为"sv, "该项满分为"sv,
                                  "本项满分"sv, "该项满分"sv, "满分为"sv,   "满分:"sv,      "满分"sv,
                                  "最高分为"sv, "本项分值"sv, "该项分值"sv, "分值为"sv,     "分值:"sv,
                                  "分值"sv,     "权重为"sv,   "本项共"sv,   "总分为"sv,     "总分"sv,
                                  "该项共"sv,   "本项共计"sv, "权重"sv,     "本项"sv,       "该项"sv,
                                  "共计"sv,     "共"sv,       "此项"sv,     "标准分"sv};

/// NUM[-NUM]分 or NUM% of the marks at `at`.
bool read_amount(const Reader& in, std::size_t& at, bool share_said, Marks& out) {
  if (in.sees(at, "0") && in.digit(at + 1)) return false;  // 扣02分: its point is lost
  const NumberAt first = number_at(in.text, at, in.units);
  if (first.end == 0 || first.value.sign() < 0) return false;
  std::size_t p = first.end;
  base::Decimal low = first.value;
  base::Decimal high = first.value;
  std::string unit = first.unit;
  if (in.sees(p, "-") || in.sees(p, "至") || in.sees(p, "到") || (in.sees(p, "分-") && in.digit(p + 4))) {
    std::size_t q = p + (in.sees(p, "分-") ? 4 : in.sees(p, "-") ? 1 : 3);
    const NumberAt second = number_at(in.text, q, in.units);
    if (second.end == 0) return false;
    low = std::min(first.value, second.value);
    high = std::max(first.value, second.value);
    unit = second.unit;
    p = second.end;
  }
  if (unit.empty() && in.sees(p, "分") && !in.sees(p, "分之") && !in.sees(p, "分钟") && !in.sees(p, "分别") &&
      !in.sees(p, "分贝")) {
    out = {low, high, false};
    at = p + 3;
    return true;
  }
  if (unit.empty() && in.sees(p, "份") && first.value < base::Decimal(100)) {  // 1份: a slip for 1分
    return false;
  }
  if (unit != "%") return false;
  std::size_t q = in.skip(p, kShareOf);
  if (in.text.substr(p, q - p) == "的") q = p;  // 收回率为100%的得8分
  if (q == p && in.sees(p, "分") && !in.sees(p, "分别")) q = p + 3;
  if (q == p && in.sees(p, "的分") && in.phrase_ends(p + 6)) q = p + 6;  // 得50%的分
  if (q == p && !share_said) return false;
  if (in.sees(q, "分") && !in.sees(q, "分别")) q += 3;
  constexpr base::Decimal kHundredth = base::Decimal::of(1, 2);
  out = {low * kHundredth, high * kHundredth, true};
  at = q;
  return true;
}

bool finish(Token& out, Kind kind, std::size_t begin, std::size_t end, const Marks& marks) {
  out.marks = marks;
  out.has_marks = true;
  return finish_phrase(out, kind, begin, end);
}

bool ends_phrase(const Reader& in, std::size_t at) {
  return in.phrase_end(at) == at && !in.sees(at, ":") && !in.sees(at, "(");
}

/// 不计负分, 最低0分: no marks are named.
bool read_no_less(const Reader& in, std::size_t at, Token& out) {
  for (const std::string_view word :
       {"不计负分"sv, "不记负分"sv, "不得负分"sv, "不倒扣分"sv, "不倒扣"sv, "最低0分"sv, "最低得0分"sv,
        "最低为0分"sv, "最低分为0分"sv, "最低得分为0分"sv, "最低得分0分"sv, "最低分0分"sv, "最低计0分"sv,
        "递减到0分为止"sv, "递减至0分为止"sv, "减到0分为止"sv, "减至0分为止"sv, "递减完为止"sv,
        "减完为止"sv}) {
    if (!in.sees(at, word)) continue;
    finish(out, Kind::floor, at, at + word.size(), {});
    out.has_marks = false;
    return true;
  }
  return false;
}

/// 扣完为止, 直至扣完, 扣满10分为止, 扣至0分.
bool read_floor(const Reader& in, std::size_t at, Token& out) {
  if (read_no_less(in, at, out)) return true;
  if (constexpr std::string_view kAll = "最多扣完"; in.sees(at, kAll)) {
    finish(out, Kind::floor, at, at + kAll.size(), {});
    out.has_marks = false;
    return true;
  }
  std::size_t p = at;
  for (const std::string_view word :
       {"此分值"sv, "该项分值"sv, "本项分值"sv, "分值"sv, "分数"sv, "直至"sv, "直到"sv, "至"sv}) {
    if (in.sees(p, word)) p += word.size();
  }
  bool until = p != at;
  if (std::size_t q = p; until && in.digit(q)) {  // 至4分扣完
    Marks marks;
    if (!read_amount(in, q, false, marks) || marks.share || marks.low != marks.high) return false;
    if (!in.sees(q, "扣完") && !in.sees(q, "为止")) return false;
    q += 6;
    if (in.sees(q, "为止")) q += 6;
    finish(out, Kind::floor, at, q, marks);
    out.has_marks = !marks.high.is_zero();  // 直至0分为止
    return true;
  }
  if (in.sees(p, "扣") || in.sees(p, "减")) {
    p += 3;
  } else {
    return false;
  }
  const bool down_to = in.sees(p, "至") || in.sees(p, "到");
  std::size_t q = p;
  for (const std::string_view word : {"完"sv, "满"sv, "光"sv, "至"sv, "到"sv, "尽"sv}) {
    if (in.sees(q, word)) {
      q += word.size();
      break;
    }
  }
  if (q == p) return false;
  p = in.skip(q, kShareOf);
  Marks marks;
  bool said = false;
  const std::size_t before = p;
  if (read_amount(in, p, false, marks)) said = !marks.low.is_zero();
  if (p != before && down_to && marks.high.is_zero()) until = true;  // 扣至0分
  if (p == before && in.sees(p, "零分")) p += 6;
  if (p == before && in.sees(p, "分")) p += 3;
  if (in.sees(p, "为止")) {
    p += 6;
    until = true;
  } else if (in.sees(p, "止")) {
    p += 3;
    until = true;
  }
  if (!until) return false;
  finish(out, Kind::floor, at, p, marks);
  out.has_marks = said;
  out.down_to = said && down_to;
  return true;
}

/// 最多扣5分, 最高不超过4分, 加分不超过2分; 满分为止.
bool read_cap(const Reader& in, std::size_t at, Token& out) {
  for (const std::string_view word : {"加分和扣分均以基本分为限"sv, "加减分均以基本分为限"sv,
                                      "加扣分均以基本分为限"sv, "加分和扣分均以满分为限"sv}) {
    if (!in.sees(at, word)) continue;
    out.adds = out.deducts = true;
    return finish(out, Kind::cap, at, at + word.size(), {1, 1, true});
  }
  if (in.sees(at, "以")) {  // 以3分为限
    std::size_t p = at + 3;
    Marks marks;
    if (read_amount(in, p, false, marks) && !marks.share && in.sees(p, "为限"))
      return finish(out, Kind::cap, at, p + 6, marks);
  }
  for (const std::string_view word :
       {"满分为止"sv, "得满分为止"sv, "加满为止"sv, "以满分为限"sv, "满分封顶"sv, "不超过满分"sv,
        "最高得满分"sv, "加至满分为止"sv, "加到满分为止"sv, "加至满分"sv, "最多得满分"sv, "不超过该项满分"sv,
        "不超过本项满分"sv, "得满为止"sv, "加完为止"sv}) {
    if (in.sees(at, word)) return finish(out, Kind::cap, at, at + word.size(), {1, 1, true});
  }
  for (const std::string_view word :
       {"加满"sv, "加至"sv, "加到"sv, "得满"sv, "计满"sv, "记满"sv}) {  // 加满5分为止
    if (!in.sees(at, word)) continue;
    std::size_t p = at + word.size();
    Marks marks;
    if (!read_amount(in, p, false, marks) || marks.share) continue;
    if (in.sees(p, "为止")) p += 6;
    return finish(out, Kind::cap, at, p, marks);
  }
  if (in.sees(at, "超过")) {  // 超过10分按10分计
    std::size_t p = at + 6;
    Marks marks;
    Marks again;
    if (read_amount(in, p, false, marks) && !marks.share) {
      if (in.sees(p, "的")) p += 3;
      if (in.sees(p, ",")) ++p;
      if (in.sees(p, "按") || in.sees(p, "以")) {
        p += 3;
        if (read_amount(in, p, false, again) && !again.share && again.low == marks.low) {
          for (const std::string_view verb : {"计算"sv, "计分"sv, "得分"sv, "计"sv}) {
            if (!in.sees(p, verb)) continue;
            p += verb.size();
            break;
          }
          return finish(out, Kind::cap, at, p, marks);
        }
      }
    }
  }
  const std::string_view before = in.longest(at, kCapBefore);
  if (before.empty()) return false;
  const std::size_t verbs = at + before.size();
  std::size_t p = in.skip(verbs, kCapVerbs);
  const std::size_t phrase_before = at >= 36 ? at - 36 : 0;
  const std::string_view lead = in.text.substr(phrase_before, at - phrase_before);
  std::string said(in.text.substr(verbs, p - verbs));
  if (lead.ends_with("加分或扣分") || lead.ends_with("加扣分") || lead.ends_with("扣分或加分"))
    said += "加扣";
  if (lead.ends_with("加分")) said += "加";
  if (lead.ends_with("扣分")) said += "扣";
  p = in.skip(p, kShareOf);
  Marks marks;
  const std::size_t shares = p;
  if (!read_amount(in, p, true, marks)) {  // 最高不超过指标分值
    const std::string_view of = in.text.substr(verbs, shares - verbs);
    const bool all = of.ends_with("分值") || of.ends_with("满分") || of.ends_with("权重分") ||
                     of.ends_with("标准分") || of.ends_with("权重");
    const std::size_t end = all && in.sees(shares, "上限") ? shares + 6 : shares;
    return all && ends_phrase(in, end) && finish(out, Kind::cap, at, end, {1, 1, true});
  }
  finish(out, Kind::cap, at, p, marks);
  out.deducts = said.find("扣") != said.npos || said.find("减") != said.npos;
  out.adds = said.find("加") != said.npos || said.find("增") != said.npos || said.find("奖") != said.npos;
  return true;
}

/// 按实际管理率/62%计算得分: what is computed, not all.
bool is_computed(const Reader& in, std::size_t at) {
  const std::string_view before = in.text.substr(0, at);
  for (const std::string_view word :
       {"计算", "折算", "换算", "核算", "核定", "确定", "比例", "相应", "综合", "情况", "因素", "进度"}) {
    if (before.ends_with(word)) return true;
  }
  return false;
}

/// 得50%, 扣15% at the end of a phrase, of what is not said: of the marks, for nothing else is given and taken here. 增加10%,
/// 合计50% and 获得80% are no such verbs.
bool is_of_the_marks(const Reader& in, std::size_t at, std::string_view verb, std::size_t number) {
  constexpr std::array kVerbs = {"扣"sv, "扣除"sv, "扣减"sv, "得"sv, "计"sv, "记"sv, "赋"sv};
  if (std::find(kVerbs.begin(), kVerbs.end(), verb) == kVerbs.end()) return false;
  const std::string_view before = in.text.substr(0, at);
  for (const std::string_view other : {"合"sv, "累"sv, "统"sv, "总"sv, "获"sv, "取"sv, "折"sv, "预"sv, "应"sv,
                                       "不"sv, "审"sv, "会"sv, "设"sv, "登"sv, "标"sv}) {
    if (before.ends_with(other)) return false;
  }
  const NumberAt share = number_at(in.text, number, in.units);
  return share.end != 0 && share.unit == "%" && !share.points && share.value <= base::Decimal(100) &&
         in.phrase_ends(share.end);
}

/// 每增减1%加扣1分: one way and the other; 每增加一起加扣6分: six more are taken.
bool counts_both_ways(const Reader& in, std::size_t at) {
  constexpr std::size_t kNear = 60;
  std::string_view near = in.text.substr(at - std::min(at, kNear), std::min(at, kNear));
  const std::size_t each = near.rfind("每");
  if (each != near.npos) near.remove_prefix(each);
  const auto holds = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view w) { return near.find(w) != near.npos; });
  };
  return holds({"增减", "升降", "高低", "或", "("}) ||
         (holds({"增", "升", "高", "超", "多"}) && holds({"减", "降", "低", "欠", "少"}));
}

}  // namespace

bool read_marks(const Reader& in, std::size_t at, Token& out) {
  if (read_floor(in, at, out) || read_cap(in, at, out)) return true;
  if (const std::string_view word = in.longest(at, kZero); !word.empty())
    return finish(out, Kind::give, at, at + word.size(), {0, 0, false});
  if (const std::string_view word = in.longest(at, kFullHead); !word.empty()) {
    std::size_t p = at + word.size();
    Marks marks;
    bool score = false;  // 总分90分以上 is held against something
    if (read_amount(in, p, false, marks) && !marks.share) {
      for (const std::string_view more : {"以上"sv, "以下"sv, "及以"sv, "(含"sv, "的"sv, "≥"sv, "≤"sv})
        score = score || in.sees(p, more);
      // 本项0分 is no header
      if (!score || !word.starts_with("总分"))
        return finish(out, marks.high.is_zero() ? Kind::give : Kind::header, at, p, marks);
    }
  }
  if (const std::string_view word = in.longest(at, kFull);
      !word.empty() && !in.sees(at + word.size(), "线")) {  // 以95分为满分线
    std::size_t p = at + word.size();
    Marks marks;  // 计满分8分
    const bool base = ends_with_any(word, {"基本分", "基准分", "基础分"});
    const bool named = base || ends_with_any(word, {"满分", "标准分", "权重分"});
    if (in.digit(p) && named && read_amount(in, p, false, marks) && !marks.share)
      return finish(out, Kind::give, at, p, marks);
    // 完成得基本分，未完成不得分: all there is, but where more is added on top of it nobody knows how much it is
    if (base && in.text.find("加") != in.text.npos) return false;
    return finish(out, Kind::give, at, at + word.size(), {1, 1, true});
  }
  if ((in.sees(at, "满分") || in.sees(at, "全分")) && ends_phrase(in, at + 6) && at > 0) {  // 99%以上满分
    const std::string_view before = in.text.substr(0, at);
    for (const std::string_view word : {"以上", "以下", "以内", "%", "的", "项"}) {
      if (before.ends_with(word)) return finish(out, Kind::give, at, at + 6, {1, 1, true});
    }
  }
  if (in.sees(at, "得分") && ends_phrase(in, at + 6) && !is_computed(in, at))
    return finish(out, Kind::give, at, at + 6, {1, 1, true});
  if (const std::string_view word = in.longest(at, kBoth); !word.empty()) {
    std::size_t p = at + word.size();
    Marks marks;
    if (read_amount(in, p, false, marks)) {
      if (word == "加扣" && !counts_both_ways(in, at)) return finish(out, Kind::deduct, at, p, marks);
      out.both = true;
      return finish(out, word.starts_with("加") || word.starts_with("增") ? Kind::add : Kind::deduct, at, p,
                    marks);
    }
  }
  struct Verbs {
    Kind kind;
    std::span<const std::string_view> words;
  };
  const Verbs verbs[] = {{Kind::deduct, kDeduct}, {Kind::add, kAdd}, {Kind::give, kGive}};
  for (const Verbs& v : verbs) {
    const std::string_view word = in.longest(at, v.words);
    if (word.empty()) continue;
    const std::size_t behind = at + word.size();
    std::size_t p = in.skip(behind, kBetween);
    const std::string_view between = in.text.substr(behind, p - behind);
    const bool share_said = between.find("权重") != between.npos || between.find("分值") != between.npos ||
                            between.find("满分") != between.npos || between.find("得分") != between.npos ||
                            between.find("标准分") != between.npos ||
                            (p == behind && is_of_the_marks(in, at, word, p));
    Marks marks;
    if (!read_amount(in, p, share_said, marks)) continue;
    const bool score = v.kind == Kind::give && (in.sees(p, "以上") || in.sees(p, "及以上") ||
                                                in.sees(p, "以下") || in.sees(p, "及以下"));  // 测评90分以上
    if (!score) return finish(out, v.kind, at, p, marks);
  }
  // 5分 without a verb; 5份 is none
  std::size_t p = at;
  Marks marks;
  const bool factor = in.text.substr(0, at).ends_with("×");  // 采购率×5分
  if (in.digit(at) && !factor && read_amount(in, p, false, marks) && !marks.share) {
    if (in.sees(p, "以上") || in.sees(p, "以下") || in.sees(p, "及以") || in.sees(p, "(含") ||
        in.sees(p, "(不含") || in.sees(p, "×") || in.sees(p, "/"))
      return false;
    finish(out, Kind::give, at, p, marks);
    out.bare = true;
    return true;
  }
  return false;
}

}  // namespace jiheng::standard
