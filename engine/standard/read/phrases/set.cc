// Takes a place of a folded text, gives the phrase with a meaning of its own that begins there: 每…, 按比例, 酌情, 否则 ….
#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "engine/standard/read/phrases/phrases.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

constexpr std::array kOtherwise = {"否则"sv,     "否者"sv, "反之"sv,   "其余情况"sv, "其他情况"sv,
                                   "其它情况"sv, "其余"sv, "其他的"sv, "其他"sv,     "其它"sv};
constexpr std::array kChosen = {"酌情"sv,       "视具体情况"sv,   "视情况"sv,         "视情"sv,
                                "视情节轻重"sv, "视情节"sv,       "视情节严重程度"sv, "视问题严重程度"sv,
                                "视程度"sv,     "视严重程度"sv,   "视轻重"sv,         "根据情节轻重"sv,
                                "按情节轻重"sv, "视完成情况"sv,   "根据完成情况"sv,   "视问题轻重"sv,
                                "酌减"sv,       "酌扣"sv,         "酌定"sv,           "适当扣分"sv,
                                "适当减分"sv,   "适当给分"sv,     "相应扣分"sv,       "相应扣减"sv,
                                "相应减分"sv,   "合理确定得分"sv, "适当计分"sv,       "适当加分"sv,
                                "适当得分"sv,   "相应得分"sv,     "相应给分"sv};
constexpr std::array kChosenVerbs = {"扣分"sv, "给分"sv, "计分"sv, "得分"sv, "记分"sv, "加分"sv,
                                     "赋分"sv, "打分"sv, "减分"sv, "评分"sv, "扣减"sv, "扣除"sv,
                                     "处理"sv, "相应"sv, "分数"sv, "分值"sv};
constexpr std::array kRank = {"从高到低"sv, "从低到高"sv, "由高到低"sv, "由低到高"sv, "排名"sv,
                              "排序"sv,     "位次"sv,     "名次"sv,     "倒数"sv};
constexpr std::array kAndSoOn = {"以此类推"sv, "依此类推"sv, "依次类推"sv, "以次类推"sv, "此类推"sv};
constexpr std::array kProportionVerbs = {
    "扣分或加分"sv, "加分或扣分"sv, "加减分"sv,   "加扣分"sv,   "增减分"sv, "计算得分"sv, "计算分值"sv,
    "折算得分"sv,   "折算"sv,       "得分"sv,     "计分"sv,     "记分"sv,   "赋分"sv,     "给分"sv,
    "评分"sv,       "打分"sv,       "扣减分值"sv, "扣减得分"sv, "扣减"sv,   "扣除"sv,     "扣分"sv,
    "减分"sv,       "加分"sv,       "增分"sv,     "计算"sv,     "扣"sv,     "递减"sv,     "计得分"sv,
    "确定得分"sv,   "核定得分"sv,   "得相应分"sv, "计"sv,       "得"sv};

/// 排序位于全市前20%: the place is the number, and not who else stands there.
bool a_place_follows(const Reader& in, std::size_t at) {
  const std::string_view phrase = in.text.substr(at, in.phrase_end_within(at, at + 60) - at);
  for (const std::string_view side : {"前"sv, "后"sv, "≤"sv, "≥"sv, ">"sv, "<"sv}) {
    const std::size_t i = phrase.find(side);
    if (i == phrase.npos || !in.digit(at + i + side.size())) continue;
    const NumberAt number = number_at(in.text, at + i + side.size(), in.units);
    if (number.end != 0 && number.unit == "%" && !number.points) return true;
  }
  return false;
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
  } else if (phrase.starts_with("按") || phrase.starts_with("依") || phrase.starts_with("根据") ||
             phrase.starts_with("同比例") || phrase.starts_with("等比例")) {
    std::size_t found = phrase.npos;
    for (const std::string_view word : {"比例"sv, "比重"sv, "占比"sv, "进度量化"sv, "完成率"sv, "百分比"sv,
                                        "到位率"sv, "执行率"sv, "线性内插"sv, "内插法"sv, "比率"sv}) {
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
  if (verb.empty() && ((at + p != end && phrase.substr(0, p) != "按比例") || phrase.starts_with("根据")))
    return false;
  p += verb.size();
  if (verb == "扣" || verb == "得" || verb == "计") {
    if (in.sees(at + p, "分")) p += 3;
  }
  if (verb == "计算" && in.sees(at + p, "得分")) p += 6;
  out.deducts = verb.starts_with("扣") || verb.starts_with("减") || verb == "递减";
  if (out.deducts && phrase.starts_with("根据"))
    return false;  // 根据超计划时间的百分比扣分: no more than what for
  out.adds = verb == "加分";
  if (verb == "扣分或加分" || verb == "加分或扣分" || verb == "加减分" || verb == "加扣分" ||
      verb == "增减分") {
    out.both = true;
    out.deducts = false;
  }
  return finish_phrase(out, Kind::proportion, at, at + p);
}

/// 其他镇镇区按…建设: others that are named, no other case of the same.
bool names_others(const Reader& in, std::size_t at, std::size_t end) {
  if (!in.sees(at, "其") || in.phrase_ends(end)) return false;
  for (const std::string_view word : {"为"sv, "的"sv, "不"sv, "均"sv, "一律"sv, "按"sv, "情形"sv, "情况"sv,
                                      "则"sv, "酌"sv, "每"sv, "视"sv}) {
    if (in.sees(end, word) || in.text.substr(at, end - at).ends_with(word)) return false;
  }
  Token marks;
  return !read_marks(in, end, marks);
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

bool read_set_phrase(const Reader& in, std::size_t at, Token& out) {
  if (const std::string_view word = in.longest(at, kAndSoOn); !word.empty())
    return finish_phrase(out, Kind::and_so_on, at, at + word.size());
  if (const std::string_view word = in.longest(at, kOtherwise);
      !word.empty() && !names_others(in, at, at + word.size()))
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
  if (const std::string_view word = in.longest(at, kRank);
      !word.empty() && !a_place_follows(in, at + word.size()))
    return finish_phrase(out, Kind::rank, at, at + word.size());
  return read_proportion(in, at, out) || read_per(in, at, out);
}

}  // namespace jiheng::standard
