// Takes a place of a folded text, gives 每… that begins there: its way, its unit, and what it counts from.
#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "engine/standard/read/phrases/phrases.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

struct WayWord {
  std::string_view word;
  Way way;
};
constexpr WayWord kWays[] = {
    {"提前", Way::late},   {"提早", Way::late},   {"偏离", Way::around}, {"相差", Way::around},
    {"偏差", Way::around}, {"误差", Way::around}, {"变动", Way::around}, {"滞后", Way::late},
    {"延迟", Way::late},   {"逾期", Way::late},   {"推迟", Way::late},   {"延误", Way::late},
    {"延期", Way::late},   {"拖延", Way::late},   {"拖后", Way::late},   {"超期", Way::late},
    {"延长", Way::late},   {"拖欠", Way::late},   {"超时", Way::late},   {"迟报", Way::late},
    {"延发", Way::late},   {"延后", Way::late},   {"晚", Way::late},     {"迟", Way::late},
    {"超过", Way::above},  {"超出", Way::above},  {"高于", Way::above},  {"高出", Way::above},
    {"大于", Way::above},  {"多于", Way::above},  {"超额", Way::above},  {"超", Way::above},
    {"提升", Way::above},  {"上涨", Way::above},  {"下滑", Way::below},  {"缩短", Way::late},
    {"提高", Way::above},  {"上升", Way::above},  {"增加", Way::above},  {"增长", Way::above},
    {"升高", Way::above},  {"高", Way::above},    {"增", Way::above},    {"升", Way::above},
    {"多", Way::above},    {"低于", Way::below},  {"少于", Way::below},  {"减少", Way::below},
    {"下降", Way::below},  {"降低", Way::below},  {"小于", Way::below},  {"不足", Way::below},
    {"短缺", Way::below},  {"低出", Way::below},  {"低", Way::below},    {"降", Way::below},
    {"少", Way::below},    {"减", Way::below},    {"差", Way::below},    {"欠", Way::below},
    {"缺", Way::below},
};

/// In one word; 高(低) and 高于或低于 are two of kWays.
constexpr WayWord kBothWays[] = {{"增减", Way::above}, {"升降", Way::above}, {"高低", Way::above}};
constexpr std::array kTimes = {"半年"sv, "年度"sv, "年"sv, "季度"sv, "季"sv, "月"sv,
                               "周"sv,   "日"sv,   "天"sv, "学期"sv, "旬"sv};

/// What each step is, from a number that begins at `at`.
void take_step(const NumberAt& number, std::size_t at, Token& out) {
  out.each = number.value;
  out.unit = number.unit;
  out.points = number.points;
  out.counts = number.counting;
  out.number_begin = at;
  out.number_end = number.end;
}

bool score_follows(const Reader& in, std::size_t at, Token& marks) {
  if (in.sees(at, ",")) ++at;
  if (in.sees(at, "则")) at += 3;
  return read_marks(in, at, marks) && (marks.kind == Kind::deduct || marks.kind == Kind::add ||
                                       (marks.kind == Kind::give && !marks.marks.high.is_zero()));
}

/// 逾期, 晚于 in the words before.
bool is_late(const Reader& in, std::size_t at) {
  constexpr std::size_t kNear = 60;
  const std::string_view near = in.text.substr(at - std::min(at, kNear), std::min(at, kNear));
  for (const WayWord& w : kWays) {
    if (w.way == Way::late && w.word != "提前" && w.word != "提早" && near.find(w.word) != near.npos)
      return true;
  }
  return false;
}

/// 超过的每0.5个百分点, 不足部分每1%: the way stands before 每.
Way way_before(const Reader& in, std::size_t at) {
  std::string_view near = in.text.substr(0, at);
  if (near.ends_with(",")) near.remove_suffix(1);
  const auto ends = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return near.ends_with(w); });
  };
  if (ends({"超过的", "超出的", "高于的", "超过部分", "超出部分", "超过的部分", "超出的部分"}))
    return Way::above;
  if (ends({"低于的", "不足的", "少于的", "未达到的", "不足部分", "低于部分", "不足的部分", "低于的部分"}))
    return Way::below;
  return Way::none;
}

/// One way and the other at `at`, 超过(降低), 高于或低于: how long it is, 0 where there is none.
std::size_t both_ways_at(const Reader& in, std::size_t at, Way& way) {
  for (const WayWord& w : kBothWays) {
    if (!in.sees(at, w.word)) continue;
    way = w.way;
    return w.word.size();
  }
  for (const WayWord& one : kWays) {
    if ((one.way != Way::above && one.way != Way::below) || !in.sees(at, one.word)) continue;
    const std::size_t p = at + one.word.size();
    const bool bracket = in.sees(p, "(");
    if (!bracket && !in.sees(p, "或")) continue;
    for (const WayWord& other : kWays) {
      const std::size_t q = p + (bracket ? 1 : 3);
      const std::size_t end = q + other.word.size();
      if ((other.way != Way::above && other.way != Way::below) || other.way == one.way ||
          !in.sees(q, other.word) || (bracket && !in.sees(end, ")")))
        continue;
      way = one.way;
      return end + (bracket ? 1 : 0) - at;
    }
  }
  return 0;
}

/// 每增减30%增减1分, 每高(低)1个百分点加(扣)0.5分.
bool read_both_ways(const Reader& in, std::size_t at, Token& out) {
  Way way = Way::none;
  if (const std::size_t bytes = both_ways_at(in, at + 3, way); bytes != 0) {
    const std::size_t p = at + 3 + bytes;
    const NumberAt number = number_at(in.text, p, in.units);
    if (number.end == 0 || number.unit.empty()) return false;
    std::size_t effect = number.end;
    if (in.sees(effect, ",")) ++effect;
    Token marks;
    if (!read_marks(in, effect, marks) || (!marks.both && marks.kind != Kind::deduct)) return false;
    out.both = true;
    out.way = way;
    take_step(number, p, out);
    return finish_phrase(out, Kind::per, at, number.end);
  }
  return false;
}

/// 每万元: one of a scale word.
NumberAt one_of_scale(const Reader& in, std::size_t at) {
  NumberAt one;
  for (const auto& [word, scale] :
       {std::pair{"万"sv, std::int64_t{10000}}, std::pair{"亿"sv, std::int64_t{100000000}},
        std::pair{"千"sv, std::int64_t{1000}}, std::pair{"百"sv, std::int64_t{100}}}) {
    if (!in.sees(at, word)) continue;
    const quantity::UnitEntry* unit = in.units.longest_at(in.text, at + word.size());
    if (unit == nullptr) continue;
    one.value = base::Decimal(scale);
    one.scale = scale;
    one.unit = unit->name;
    one.counting = unit->dimension == "计数";
    one.end = at + word.size() + unit->name.size();
    return one;
  }
  return one;
}

/// 每低于90%一个百分点, 每低于目标值(72%)1个百分点: what it counts from stands between.
bool read_per_from(const Reader& in, std::size_t at, Token& out) {
  constexpr std::array kTarget = {"规定标准"sv, "目标值"sv, "标准值"sv, "目标"sv, "标准"sv};
  for (const WayWord& w : kWays) {
    if ((w.way != Way::above && w.way != Way::below) || !in.sees(at + 3, w.word)) continue;
    std::size_t p = in.skip(at + 3 + w.word.size(), kTarget);
    const bool bracket = in.sees(p, "(");
    const NumberAt from = number_at(in.text, p + (bracket ? 1 : 0), in.units);
    if (from.end == 0 || from.unit.empty() || from.points) return false;
    p = from.end;
    if (bracket && !in.sees(p++, ")")) return false;
    const NumberAt unit = number_at(in.text, p, in.units);
    if (unit.end == 0 || unit.unit.empty()) return false;
    Token marks;
    if (!score_follows(in, unit.end, marks) || marks.kind == Kind::give) return false;
    out.way = w.way;
    take_step(unit, p, out);
    out.low = Limit{from.value, End::in};
    return from.unit == unit.unit && finish_phrase(out, Kind::per, at, unit.end);
  }
  return false;
}

/// 每降低1分扣0.5分: the first 分 is what is measured.
bool is_unit_of_score(const Reader& in, const Token& t) {
  if (t.kind != Kind::give || !t.bare) return false;
  for (const std::string_view verb : {"扣", "加", "减", "得", "计", "的扣", "的加", ",扣", ",加"}) {
    if (in.sees(t.end, verb)) return true;
  }
  return false;
}

}  // namespace

bool read_per(const Reader& in, std::size_t at, Token& out) {
  if (!in.sees(at, "每")) return false;
  if (read_both_ways(in, at, out) || read_per_from(in, at, out)) return true;
  std::size_t p = at + 3;
  std::size_t limit = std::min(in.phrase_end(p), at + 120);
  if (constexpr std::string_view kClosed = "(含)"; in.sees(limit, kClosed))  // 每增加5%(含)
    limit = std::min(in.phrase_end(limit + kClosed.size()), at + 120);
  if (in.sees(limit, "(")) {  // 每项(次)加3分
    const quantity::UnitEntry* other = in.units.longest_at(in.text, limit + 1);
    if (other != nullptr && in.sees(limit + 1 + other->name.size(), ")"))
      limit = std::min(in.phrase_end(limit + 2 + other->name.size()), at + 120);
  }
  // Frequency (每月报送) is no unit of a count; 每月少报一次 has its own.
  if (const std::string_view time = in.longest(p, kTimes); !time.empty()) {
    Token taken;  // 逾期的，每天扣0.5分
    if (!is_late(in, at) || !read_marks(in, p + time.size(), taken) || taken.kind != Kind::deduct)
      return false;
    out.way = Way::late;
    out.unit = time;
    out.number_begin = out.number_end = p;
    return finish_phrase(out, Kind::per, at, p + time.size());
  }
  // The effect behind the phrase, and the first number with a unit inside it.
  std::size_t effect = p;
  Token marks;
  while (effect < limit) {
    if (in.sees(effect, "每")) return false;  // the unit is the next one's
    if (Token cap; (in.sees(effect, "最高") || in.sees(effect, "最多")) && read_marks(in, effect, cap))
      return false;
    if (Token t; read_marks(in, effect, t) && !is_unit_of_score(in, t) &&
                 (t.kind == Kind::deduct || t.kind == Kind::add || t.kind == Kind::give)) {
      marks = t;
      break;
    }
    effect += std::max<std::size_t>(base::decode_at(in.text, effect).bytes, 1);
  }
  const bool apart = effect >= limit;
  if (apart && !score_follows(in, limit, marks)) return false;
  if (marks.kind == Kind::give) {  // 每项得1分, but not 每个项目均有方案的,得1分
    const std::string_view words = in.text.substr(at, effect - at);
    if (apart || words.size() > 48 || words.find("均") != words.npos || words.find("都") != words.npos)
      return false;
  }
  const std::string_view inside = in.text.substr(0, effect);
  std::size_t number_at_byte = p;
  NumberAt number = one_of_scale(in, p);
  for (std::size_t q = p; number.end == 0 && q < effect;
       q += std::max<std::size_t>(base::decode_at(in.text, q).bytes, 1)) {
    const NumberAt n = number_at(inside, q, in.units);
    if (n.end == 0 || n.value.sign() <= 0) continue;
    number = n;
    number_at_byte = q;
    break;
  }
  // 满意度每下降2个点: where rates are spoken of, points of them
  if (number.unit == "个" && in.text.substr(0, number.end).ends_with("个点") &&
      in.text.find('%') != in.text.npos) {
    const std::string_view way = in.text.substr(p, number_at_byte - p);
    for (const std::string_view word : {"下降"sv, "降低"sv, "低于"sv, "上升"sv, "提高"sv, "高于"sv, "增长"sv,
                                        "低"sv, "高"sv, "降"sv, "升"sv}) {
      if (!way.ends_with(word)) continue;
      number.unit = "%";
      number.points = true;
      number.counting = false;
      break;
    }
  }
  const std::string_view before = in.text.substr(p, (number.end != 0 ? number_at_byte : effect) - p);
  Way way = Way::none;
  std::size_t first = before.npos;
  for (const WayWord& w : kWays) {
    const std::size_t i = before.find(w.word);
    if (i == before.npos || i >= first) continue;
    first = i;
    way = w.way;
  }
  constexpr std::array kDays = {"天"sv, "日"sv,   "个月"sv,   "月"sv,      "年"sv,
                                "周"sv, "小时"sv, "工作日"sv, "个工作日"sv};
  if (way == Way::none && std::find(kDays.begin(), kDays.end(), number.unit) != kDays.end() &&
      is_late(in, at))
    way = Way::late;  // 延误工期每10天扣1分
  if (way == Way::none && number.end != 0 && !number.counting) way = way_before(in, at);
  if (marks.kind == Kind::give) {  // 每千条不超过2个得5分
    for (const std::string_view least : {"不低于", "不少于", "不超过", "不高于", "不多于", "≥", "≤"}) {
      if (inside.substr(p).find(least) != inside.npos) return false;
    }
  }
  if (marks.kind == Kind::give && way == Way::none) {  // 每亩补助标准不低于100元得10分: a limit of each
    for (const std::string_view least :
         {"不低于", "不少于", "不超过", "不高于", "达到", "达", "≥", "≤", "大于", "小于"}) {
      if (inside.substr(p).find(least) != inside.npos) return false;
    }
  }
  out.way = way;
  out.each = number.end != 0 ? number.value : base::Decimal(1);
  out.unit = number.unit;
  out.points = number.points;
  out.number_begin = number.end != 0 ? number_at_byte : effect;
  out.number_end = number.end != 0 ? number.end : effect;
  if (number.end != 0 && number.unit.empty() && in.sees(number.end, "分")) {
    number.unit = "分";
    number.end += 3;
    out.unit = number.unit;
    out.number_end = number.end;
  }
  if (number.end == 0) {
    std::size_t q = first == before.npos ? p : p + first;
    const quantity::UnitEntry* unit = in.units.longest_at(in.text, p);
    if (unit == nullptr && first != before.npos) {
      for (const WayWord& w : kWays) {
        if (!w.word.empty() && in.sees(q, w.word)) {
          q += w.word.size();
          break;
        }
      }
      unit = in.units.longest_at(in.text, q);
    }
    if (unit != nullptr) out.unit = unit->name;
    out.counts = true;
    if (unit == nullptr && before.size() > 60) return false;
  } else {
    out.counts = number.counting;
    const bool sided = way == Way::above || way == Way::below;  // 每低0.01扣0.5分, of a coefficient
    if (number.unit.empty() && (!sided || number.end != effect)) return false;
  }
  return finish_phrase(out, Kind::per, at, effect);
}

bool read_implied_per(const Reader& in, std::size_t at, Token& out) {
  const unsigned char first_byte = static_cast<unsigned char>(in.text[at]);
  if (first_byte < 0xE0) return false;
  for (const WayWord& w : kWays) {
    if (w.word.starts_with("提") || !in.sees(at, w.word)) continue;
    if (at >= 3 && in.sees(at - 3, "相")) return false;  // 相差
    constexpr std::array kPlan = {"计划数"sv, "计划"sv, "目标值"sv, "目标数"sv, "目标"sv,
                                  "任务数"sv, "任务"sv, "指标数"sv, "基数"sv};
    const std::size_t p = in.skip(at + w.word.size(), kPlan);  // 高于计划数1个百分点
    const NumberAt number = number_at(in.text, p, in.units);
    if (number.end == 0 || number.value != base::Decimal(number.scale)) return false;
    if (number.unit.empty() && in.sees(number.end, "分")) {  // 降低1分扣0.5分
      Token deducted;
      if (w.way == Way::around || !score_follows(in, number.end + 3, deducted) || deducted.kind == Kind::give)
        return false;
      out.way = w.way;
      out.each = number.value;
      out.unit = "分";
      out.number_begin = p;
      out.number_end = number.end + 3;
      return finish_phrase(out, Kind::per, at, number.end + 3);
    }
    const bool one_short = number.counting && (w.way == Way::below || w.way == Way::above);
    // 少1万亩扣0.2分; 超过1小时扣2分 may be a limit
    const bool amount = (w.way == Way::below || w.way == Way::late) && !number.unit.empty() &&
                        is_a_time(number.unit) == (w.way == Way::late);
    if (number.unit != "%" && !one_short && !amount) return false;
    std::size_t q = number.end;
    if (in.sees(q, "的")) q += 3;
    Token marks;
    if (!score_follows(in, q, marks) || marks.kind == Kind::give) return false;
    out.way = w.way;
    take_step(number, p, out);
    return finish_phrase(out, Kind::per, at, q);
  }
  return false;
}

}  // namespace jiheng::standard
