// Takes a place of a folded text, gives the phrase with a meaning of its own that begins there: 每…, 按比例, 酌情, 否则 ….
#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "engine/standard/read/phrases.h"
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
    {"提高", Way::above},  {"上升", Way::above},  {"增加", Way::above},  {"增长", Way::above},
    {"升高", Way::above},  {"高", Way::above},    {"增", Way::above},    {"升", Way::above},
    {"多", Way::above},    {"低于", Way::below},  {"少于", Way::below},  {"减少", Way::below},
    {"下降", Way::below},  {"降低", Way::below},  {"小于", Way::below},  {"不足", Way::below},
    {"短缺", Way::below},  {"低", Way::below},    {"降", Way::below},    {"少", Way::below},
    {"减", Way::below},    {"差", Way::below},    {"欠", Way::below},    {"缺", Way::below},
};

constexpr WayWord kBothWays[] = {
    {"增减", Way::above},       {"升降", Way::above},       {"高低", Way::above},
    {"高(低)", Way::above},     {"增(减)", Way::above},     {"升(降)", Way::above},
    {"超(欠)", Way::above},     {"超(少)", Way::above},     {"多(少)", Way::above},
    {"低(高)", Way::below},     {"提高(降低)", Way::above}, {"高于(低于)", Way::above},
    {"增加(减少)", Way::above}, {"增加或减少", Way::above}, {"提高或降低", Way::above},
    {"上升(下降)", Way::above}, {"上升或下降", Way::above}, {"高或低", Way::above},
    {"高于或低于", Way::above}, {"超出或低于", Way::above}, {"超过或低于", Way::above},
    {"多或少", Way::above},     {"超过(低于)", Way::above}};

constexpr std::array kOtherwise = {"否则"sv,     "否者"sv, "反之"sv,   "其余情况"sv, "其他情况"sv,
                                   "其它情况"sv, "其余"sv, "其他的"sv, "其他"sv,     "其它"sv};
constexpr std::array kChosen = {"酌情"sv,     "视具体情况"sv, "视情况"sv,   "视情"sv,         "酌减"sv,
                                "酌扣"sv,     "酌定"sv,       "适当扣分"sv, "适当减分"sv,     "适当给分"sv,
                                "相应扣分"sv, "相应扣减"sv,   "相应减分"sv, "合理确定得分"sv, "适当计分"sv,
                                "适当加分"sv, "适当得分"sv,   "相应得分"sv, "相应给分"sv};
constexpr std::array kChosenVerbs = {"扣分"sv, "给分"sv, "计分"sv, "得分"sv, "记分"sv, "加分"sv,
                                     "赋分"sv, "打分"sv, "减分"sv, "评分"sv, "扣减"sv, "扣除"sv,
                                     "处理"sv, "相应"sv, "分数"sv, "分值"sv};
constexpr std::array kRank = {"从高到低"sv, "从低到高"sv, "由高到低"sv, "由低到高"sv, "排名"sv,
                              "排序"sv,     "位次"sv,     "名次"sv,     "倒数"sv};
constexpr std::array kAndSoOn = {"以此类推"sv, "依此类推"sv, "依次类推"sv, "以次类推"sv, "此类推"sv};
constexpr std::array kProportionVerbs = {
    "计算得分"sv, "计算分值"sv, "折算得分"sv, "折算"sv,     "得分"sv,     "计分"sv,     "记分"sv,
    "赋分"sv,     "给分"sv,     "评分"sv,     "打分"sv,     "扣减分值"sv, "扣减得分"sv, "扣减"sv,
    "扣除"sv,     "扣分"sv,     "减分"sv,     "加分"sv,     "增分"sv,     "计算"sv,     "扣"sv,
    "递减"sv,     "计得分"sv,   "确定得分"sv, "核定得分"sv, "得相应分"sv, "计"sv,       "得"sv};
constexpr std::array kTimes = {"半年"sv, "年度"sv, "年"sv, "季度"sv, "季"sv, "月"sv,
                               "周"sv,   "日"sv,   "天"sv, "学期"sv, "旬"sv};

bool comma_or_nothing(const Reader& in, std::size_t from, std::size_t& at) {
  at = from;
  if (in.sees(at, ",")) ++at;
  if (in.sees(at, "则")) at += 3;
  return true;
}

bool finish_phrase(Token& out, Kind kind, std::size_t begin, std::size_t end) {
  out.kind = kind;
  out.begin = begin;
  out.end = end;
  return true;
}

bool score_follows(const Reader& in, std::size_t at, Token& marks) {
  std::size_t p = at;
  comma_or_nothing(in, at, p);
  return read_marks(in, p, marks) && (marks.kind == Kind::deduct || marks.kind == Kind::add ||
                                      (marks.kind == Kind::give && !marks.marks.high.is_zero()));
}

/// 按…比例…得分.
bool read_proportion(const Reader& in, std::size_t at, Token& out) {
  const std::size_t end = in.phrase_end(at);
  const std::string_view phrase = in.text.substr(at, end - at);
  std::size_t p = 0;
  if (phrase.starts_with("线性") || phrase.starts_with("直线内插") || phrase.starts_with("内插") ||
      phrase.starts_with("插值")) {
    for (const std::string_view word : {"线性"sv, "直线"sv, "内插"sv, "插值"sv, "法"sv, "计算"sv, "确定"sv}) {
      if (in.sees(at + p, word)) p += word.size();
    }
    if (p < 6) return false;
    out.part = Partial::proportional;  // interpolated
  } else if (phrase.starts_with("按") || phrase.starts_with("依") || phrase.starts_with("同比例") ||
             phrase.starts_with("等比例")) {
    std::size_t found = phrase.npos;
    for (const std::string_view word :
         {"比例"sv, "完成率"sv, "百分比"sv, "到位率"sv, "执行率"sv, "线性内插"sv, "内插法"sv, "比率"sv}) {
      const std::size_t i = phrase.find(word);
      if (i != phrase.npos && (found == phrase.npos || i + word.size() < found)) found = i + word.size();
    }
    if (found == phrase.npos || found > 150) return false;
    p = found;
    if (phrase.substr(0, p).find("内插") != phrase.npos) out.part = Partial::proportional;
  } else {
    return false;
  }
  for (const std::string_view word : {"法"sv, "方法"sv, "相应"sv, "进行"sv, "予以"sv, "给予"sv, "酌情"sv}) {
    if (in.sees(at + p, word)) p += word.size();
  }
  const std::string_view verb = in.longest(at + p, kProportionVerbs);
  if (verb.empty() && at + p != end && phrase.substr(0, p) != "按比例") return false;
  p += verb.size();
  if (verb == "扣" || verb == "得" || verb == "计") {
    if (in.sees(at + p, "分")) p += 3;
  }
  if (verb == "计算" && in.sees(at + p, "得分")) p += 6;
  out.deducts = verb.starts_with("扣") || verb.starts_with("减") || verb == "递减";
  out.adds = verb == "加分";
  return finish_phrase(out, Kind::proportion, at, at + p);
}

}  // namespace

bool read_partial(const Reader& in, std::size_t at, Token& out) {
  if (!in.sees(at, "不足") && !in.sees(at, "不到") && !in.sees(at, "未满")) return false;
  std::size_t p = at + 6;
  const NumberAt number = number_at(in.text, p, in.units);
  if (number.end == 0) return false;
  out.each = number.value;
  p = number.end;
  if (in.sees(p, "的部分")) p += 9;
  if (in.sees(p, "的")) p += 3;
  if (in.sees(p, "者")) p += 3;
  if (in.sees(p, ",")) ++p;
  const std::size_t end = in.phrase_end(p);
  const std::string_view rest = in.text.substr(p, end - p);
  if (rest.starts_with("按比例")) {
    out.part = Partial::proportional;
    return finish_phrase(out, Kind::partial, at, end);
  }
  for (const std::string_view word :
       {"不扣分"sv, "不扣"sv, "不计"sv, "不予计算"sv, "忽略不计"sv, "舍去"sv, "不计算"sv}) {
    if (!rest.starts_with(word)) continue;
    out.part = Partial::whole;
    return finish_phrase(out, Kind::partial, at, p + word.size());
  }
  if (rest.starts_with("按") || rest.starts_with("以") || rest.starts_with("也按")) {
    std::size_t q = p + (rest.starts_with("也按") ? 6 : 3);
    if (in.sees(q, "照")) q += 3;
    const NumberAt again = number_at(in.text, q, in.units);
    if (again.end != 0 && again.value == number.value) {
      q = again.end;
      for (const std::string_view word : {"计算"sv, "计"sv, "扣分"sv, "扣"sv, "算"sv}) {
        if (in.sees(q, word)) {
          q += word.size();
          break;
        }
      }
      out.part = Partial::started;
      return finish_phrase(out, Kind::partial, at, q);
    }
  }
  return false;
}

std::string_view Reader::longest(std::size_t at, std::span<const std::string_view> words) const {
  std::string_view best;
  for (const std::string_view word : words) {
    if (word.size() > best.size() && sees(at, word)) best = word;
  }
  return best;
}

std::size_t Reader::skip(std::size_t at, std::span<const std::string_view> words) const {
  for (;;) {
    const std::string_view word = longest(at, words);
    if (word.empty()) return at;
    at += word.size();
  }
}

std::size_t Reader::phrase_end_within(std::size_t at, std::size_t limit) const {
  limit = std::min(text.size(), limit);
  while (at < limit) {
    const char c = text[at];
    if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')') return at;
    if (c == '.' && !(digit(at + 1) && at > 0 && digit(at - 1))) return at;
    if (sees(at, "。")) return at;
    ++at;
  }
  return at;
}

namespace {

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

/// 每增减30%增减1分, 每高(低)1个百分点加(扣)0.5分.
bool read_both_ways(const Reader& in, std::size_t at, Token& out) {
  for (const WayWord& w : kBothWays) {
    if (!in.sees(at + 3, w.word)) continue;
    const std::size_t p = at + 3 + w.word.size();
    const NumberAt number = number_at(in.text, p, in.units);
    if (number.end == 0 || number.unit.empty()) return false;
    std::size_t effect = number.end;
    if (in.sees(effect, ",")) ++effect;
    Token marks;
    if (!read_marks(in, effect, marks) || (!marks.both && marks.kind != Kind::deduct)) return false;
    out.both = true;
    out.way = w.way;
    out.each = number.value;
    out.unit = number.unit;
    out.points = number.points;
    out.counts = number.counting;
    out.number_begin = p;
    out.number_end = number.end;
    return finish_phrase(out, Kind::per, at, number.end);
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
  if (read_both_ways(in, at, out)) return true;
  std::size_t p = at + 3;
  const std::size_t limit = std::min(in.phrase_end(p), at + 120);
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
  NumberAt number;
  std::size_t number_at_byte = p;
  for (std::size_t q = p; q < effect; q += std::max<std::size_t>(base::decode_at(in.text, q).bytes, 1)) {
    const NumberAt n = number_at(inside, q, in.units);
    if (n.end == 0 || n.value.sign() <= 0) continue;
    number = n;
    number_at_byte = q;
    break;
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
    const std::size_t p = at + w.word.size();
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
    out.each = number.value;
    out.unit = number.unit;
    out.points = number.points;
    out.counts = number.counting;
    out.number_begin = p;
    out.number_end = number.end;
    return finish_phrase(out, Kind::per, at, q);
  }
  return false;
}

bool read_set_phrase(const Reader& in, std::size_t at, Token& out) {
  if (const std::string_view word = in.longest(at, kAndSoOn); !word.empty())
    return finish_phrase(out, Kind::and_so_on, at, at + word.size());
  if (const std::string_view word = in.longest(at, kOtherwise); !word.empty())
    return finish_phrase(out, Kind::otherwise, at, at + word.size());
  if (const std::string_view word = in.longest(at, kChosen); !word.empty()) {
    std::size_t p = at + word.size();
    Token marks;  // 酌情扣1-3分: the marks say how far
    if (read_marks(in, p, marks) && marks.kind != Kind::floor) {
      if (marks.kind == Kind::give || marks.kind == Kind::deduct || marks.kind == Kind::add) {
        out = marks;
        out.kind = Kind::chosen;
        out.deducts = marks.kind == Kind::deduct;
        out.begin = at;
        return true;
      }
    }
    p = in.skip(p, kChosenVerbs);
    out.deducts = in.text.substr(at, p - at).find("扣") != std::string_view::npos ||
                  in.text.substr(at, p - at).find("减") != std::string_view::npos;
    return finish_phrase(out, Kind::chosen, at, p);
  }
  if (const std::string_view word = in.longest(at, kRank); !word.empty())
    return finish_phrase(out, Kind::rank, at, at + word.size());
  return read_proportion(in, at, out) || read_per(in, at, out);
}

}  // namespace jiheng::standard
