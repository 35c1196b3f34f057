// Takes a place of a folded text, gives the number or the value (limits with their ends) that begins there.
#include <algorithm>

#include "engine/base/text.h"
#include "engine/standard/read/phrases/phrases.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

enum class Sign : std::uint8_t { none, ge, gt, le, lt, eq };

struct SignWord {
  std::string_view word;
  Sign sign;
};
// Longest first where one begins another.
constexpr SignWord kSigns[] = {
    {">=", Sign::ge},         {"=>", Sign::ge},         {"≥", Sign::ge},          {"<=", Sign::le},
    {"=<", Sign::le},         {"≤", Sign::le},          {">", Sign::gt},          {"<", Sign::lt},
    {"==", Sign::eq},         {"=", Sign::eq},          {"大于或等于", Sign::ge}, {"大于等于", Sign::ge},
    {"高于或等于", Sign::ge}, {"高于等于", Sign::ge},   {"达到或超过", Sign::ge}, {"等于或大于", Sign::ge},
    {"等于或高于", Sign::ge}, {"小于或等于", Sign::le}, {"小于等于", Sign::le},   {"低于或等于", Sign::le},
    {"低于等于", Sign::le},   {"不得低于", Sign::ge},   {"不得少于", Sign::ge},   {"不得小于", Sign::ge},
    {"不低于", Sign::ge},     {"不少于", Sign::ge},     {"不小于", Sign::ge},     {"至少", Sign::ge},
    {"不得超过", Sign::le},   {"不得高于", Sign::le},   {"不得大于", Sign::le},   {"不超过", Sign::le},
    {"不高于", Sign::le},     {"不大于", Sign::le},     {"不多于", Sign::le},     {"未超过", Sign::le},
    {"控制在", Sign::le},     {"至多", Sign::le},       {"未达到", Sign::lt},     {"达不到", Sign::lt},
    {"没有达到", Sign::lt},   {"未达", Sign::lt},       {"不足", Sign::lt},       {"不到", Sign::lt},
    {"不满", Sign::lt},       {"低于", Sign::lt},       {"少于", Sign::lt},       {"小于", Sign::lt},
    {"达到", Sign::ge},       {"到达", Sign::ge},       {"达", Sign::ge},         {"超过", Sign::gt},
    {"超出", Sign::gt},       {"高于", Sign::gt},       {"大于", Sign::gt},       {"多于", Sign::gt},
    {"超", Sign::gt},         {"逾", Sign::gt},         {"等于", Sign::eq},
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The sign at `at`, with what recognition made of it: W and M are ≤, N is ≥, 二 is =.
Sign sign_at(const Reader& in, std::size_t& at, Token& out) {
  for (const SignWord& s : kSigns) {
    if (!in.sees(at, s.word)) continue;
    at += s.word.size();
    return s.sign;
  }
  const bool letter_alone = at == 0 || !is_letter(in.text[at - 1]);
  if (at < in.text.size() && letter_alone && at > 0) {
    const char c = in.text[at];
    if ((c == 'W' || c == 'w' || c == 'M') && in.digit(at + 1)) {
      ++at;
      out.mended = true;
      return Sign::le;
    }
    if (c == 'N' && in.digit(at + 1)) {
      ++at;
      out.mended = true;
      return Sign::ge;
    }
    if (in.sees(at, "二") && in.digit(at + 3)) {
      at += 3;
      out.mended = true;
      return Sign::eq;
    }
  }
  return Sign::none;
}

void set(Token& out, Sign sign, const base::Decimal& value) {
  switch (sign) {
    case Sign::ge:
      out.low = Limit{value, End::in};
      break;
    case Sign::gt:
      out.low = Limit{value, End::out};
      break;
    case Sign::le:
      out.high = Limit{value, End::in};
      break;
    case Sign::lt:
      out.high = Limit{value, End::out};
      break;
    default:
      break;
  }
}

/// 60%≤x<70% from behind the first number. False: no second sign.
bool read_chain(const Reader& in, std::size_t& at, const OneNumber& first, Token& out) {
  std::size_t p = at;
  const auto symbol = [&](std::size_t& q) {
    for (const SignWord& s : kSigns) {
      if (s.sign == Sign::eq || static_cast<unsigned char>(s.word[0]) > 0xE3)
        continue;  // signs only, no words
      if (in.sees(q, s.word)) {
        q += s.word.size();
        return s.sign;
      }
    }
    return Sign::none;
  };
  const Sign one = symbol(p);
  if (one == Sign::none) return false;
  std::size_t steps = 0;
  const std::size_t name_from = p;
  std::size_t name_to = p;
  Sign two = Sign::none;
  while (p < in.text.size() && steps < 24) {
    name_to = p;
    two = symbol(p);
    if (two != Sign::none) break;
    if (Token marks; in.phrase_ends(p) || read_marks(in, p, marks)) break;
    if (in.digit(p)) return false;
    p += base::decode_at(in.text, p).bytes;
    ++steps;
  }
  OneNumber second;
  if (two == Sign::none && steps > 1) {  // 70%>满意率
    if (Token marks; !in.phrase_ends(p) && !read_marks(in, p, marks)) return false;
    const Limit limit{first.number.value, one == Sign::le || one == Sign::ge ? End::in : End::out};
    (one == Sign::ge || one == Sign::gt ? out.high : out.low) = limit;
    out.inner = in.text.substr(name_from, p - name_from);
    at = p;
    return true;
  }
  if (two == Sign::none || !one_number(in, p, second)) return false;
  const bool rising = one == Sign::le || one == Sign::lt;
  if (rising != (two == Sign::le || two == Sign::lt)) return false;
  const Limit a{first.number.value, one == Sign::le || one == Sign::ge ? End::in : End::out};
  const Limit b{second.number.value, two == Sign::le || two == Sign::ge ? End::in : End::out};
  if (first.number.unit == "分" && in.sees(p, "分")) p += 3;
  out.low = rising ? a : b;
  out.high = rising ? b : a;
  out.inner = in.text.substr(name_from, name_to - name_from);
  out.unit = first.number.unit.empty() ? second.number.unit : first.number.unit;
  at = p;
  return true;
}

/// The second number of a range behind "-", 至, 到.
bool read_range(const Reader& in, std::size_t& at, const OneNumber& first, Token& out) {
  std::size_t p = at;
  for (const std::string_view dash : {"-"sv, "至"sv, "到"sv}) {
    if (in.sees(p, dash)) {
      p += dash.size();
      break;
    }
  }
  bool between = false;  // 在85%与95%之间
  for (const std::string_view word : {"与"sv, "和"sv}) {
    if (p != at || !in.sees(p, word)) continue;
    p += word.size();
    between = true;
  }
  const bool lost = p == at && first.number.unit == "%" && !first.number.points && in.digit(p);  // 80%99%
  if (p == at && !lost) return false;
  if (in.sees(p, "-")) ++p;  // ——
  if (in.sees(p, "±")) p += "±"sv.size();
  OneNumber second;
  if (!one_number(in, p, second)) return false;
  if (between && !in.sees(p, "之间")) return false;
  if (lost && (second.number.unit != "%" || second.number.points)) return false;
  out.mended = out.mended || lost;
  const std::string& unit1 = first.number.unit;
  const std::string& unit2 = second.number.unit;
  if (!unit1.empty() && !unit2.empty() && unit1 != unit2) {  // 30分钟至1小时
    const auto relation = quantity::relate(unit2, unit1, in.units);
    if (relation.kind != quantity::UnitRelation::Kind::converted) return false;
    const auto same = base::divide(second.number.value * relation.factor, relation.divisor, 12);
    if (!same || *same * relation.divisor != second.number.value * relation.factor) return false;
    second.number.value = same->trimmed();
  }
  // 4000-5000万元: the scale word stands once
  const bool scaled_once = unit1.empty() && first.number.scale == 1 && second.number.scale != 1;
  Limit a{scaled_once ? first.number.value * base::Decimal(second.number.scale) : first.number.value,
          first.end};
  Limit b{second.number.value, second.end};
  if (second.which && *second.which != b.value) {  // 95%-98%(含95%)
    if (*second.which != a.value) return false;
    a.end = second.end;
    b.end = End::unsaid;
  }
  if (b.value < a.value) std::swap(a, b);
  out.low = a;
  out.high = b;
  out.unit = unit1.empty() ? unit2 : unit1;
  out.points = first.number.points || second.number.points;
  at = p;
  for (const std::string_view word : {"之间"sv, "以内"sv, "区间"sv, "范围内"sv}) {
    if (in.sees(at, word)) at += word.size();
  }
  std::optional<base::Decimal> which;
  if (const End end = bracket_end(in, at, &which); end != End::unsaid)  // …之间(含)
    (which && *which == out.low->value ? *out.low : *out.high).end = end;
  return true;
}

/// 位于前20%(含), 位居后10%: a place among others, counted from the first.
bool read_place(const Reader& in, std::size_t at, Token& out) {
  const bool first = in.sees(at, "前");
  if (!first && !in.sees(at, "后")) return false;
  constexpr std::size_t kNear = 30;  // 位于本地区前20%; but 6月底前80%, 培训后90%
  const std::string_view near = in.text.substr(at - std::min(at, kNear), std::min(at, kNear));
  std::size_t said = near.npos;
  for (const std::string_view word : {"位于"sv, "位居"sv, "排名"sv, "排在"sv, "排序"sv, "位列"sv, "名列"sv,
                                      "居于"sv, "处于"sv, "进入"sv, "居"sv}) {
    const std::size_t i = near.rfind(word);
    if (i != near.npos && (said == near.npos || i > said)) said = i;
  }
  if (said == near.npos || near.find_first_of(",;%0123456789", said) != near.npos) return false;
  std::size_t p = at + 3;
  OneNumber number;
  if (!in.digit(p) || !one_number(in, p, number) || number.number.unit != "%" || number.number.points ||
      number.number.value > base::Decimal(100) || in.sees(p, "-"))
    return false;
  const End end = number.end == End::unsaid ? End::in : number.end;
  (first ? out.high : out.low) =
      Limit{first ? number.number.value : base::Decimal(100) - number.number.value, first ? end : End::out};
  out.unit = "%";
  return finish_phrase(out, Kind::value, at, p);
}

bool read_value_itself(const Reader& in, std::size_t at, Token& out) {
  std::size_t p = at;
  Token t;
  const Sign sign = sign_at(in, p, t);
  if (sign == Sign::none && !in.digit(p) && !in.sees(p, "±") && !in.sees(p, "-") &&
      static_cast<unsigned char>(in.text[p]) < 0x80)
    return false;
  if (sign == Sign::ge) {  // 至少召开4次, 不少于开展2次
    for (const std::string_view verb :
         {"召开"sv, "开展"sv, "组织"sv, "举办"sv, "报送"sv, "检查"sv, "巡查"sv, "培训"sv, "研究"sv}) {
      if (in.sees(p, verb) && in.digit(p + verb.size())) p += verb.size();
    }
  }
  End after_sign = bracket_end(in, p);
  const bool plus_minus = in.sees(p, "±");
  if (plus_minus) p += "±"sv.size();
  if (in.sees(p, "-") && sign == Sign::none) {
    // a minus sign only where a number can begin
    if (!in.digit(p + 1)) return false;
  }
  OneNumber first;
  if (!one_number(in, p, first)) return false;
  if (first.number.chinese && sign == Sign::none && !in.sees(p, "以上") && !in.sees(p, "以下") &&
      !in.sees(p, "及以上"))
    return false;
  // a score as value: 85分以上, 80-90分; else 分 makes marks
  const bool symbol = in.sees(at, "≥") || in.sees(at, "≤") || in.sees(at, ">") || in.sees(at, "<");
  const auto score = [&](std::size_t q) {
    if (!in.sees(q, "分") || in.sees(q, "分别") || in.sees(q, "分贝")) return false;
    if (symbol) return true;
    if (sign == Sign::ge && (in.sees(q + 3, "得") || in.sees(q + 3, "计") || in.sees(q + 3, "的得")))
      return true;           // 积分达到8000分得5分
    if (sign == Sign::lt) {  // 低于70分不得分
      for (const std::string_view word :
           {"不得分"sv, "的不得分"sv, "不计分"sv, "的不计分"sv, "扣"sv, "的扣"sv, "的,"sv, "的每"sv}) {
        if (in.sees(q + 3, word)) return true;
      }
    }
    for (const std::string_view word : {"以"sv, "及以"sv, "(含"sv, "(不含"sv, "之间"sv, "≤"sv, "<"sv, "≥"sv,
                                        ">"sv, "为标准"sv, "为基准"sv, "为满分线"sv, "为目标"sv}) {
      if (in.sees(q + 3, word)) return true;
    }
    return false;
  };
  if (score(p)) {
    p += 3;
    first.number.unit = "分";
    if (const End end = bracket_end(in, p); end != End::unsaid) first.end = end;
  } else if (in.sees(p, "分") && !in.sees(p, "分别")) {
    return false;
  }
  t.unit = first.number.unit;
  t.points = first.number.points;
  bool behind_word = false;  // 30日内分解下达
  if (sign == Sign::none || sign == Sign::eq) {
    if (sign == Sign::none && read_chain(in, p, first, t)) {
      // both ends said
    } else if (read_range(in, p, first, t)) {
      if (in.sees(p, "分")) {  // 80-90分得4分 is a score; 30-49分 alone are marks
        bool score_range = first.number.unit == "分";
        for (const std::string_view word :
             {"得"sv, "计"sv, "记"sv, "为"sv, "的"sv, "评"sv, "(含"sv, "(不含"sv})
          score_range = score_range || in.sees(p + 3, word);
        score_range = score_range || in.digit(p + 3);  // 80-89分2分
        if (!score_range) return false;
        p += 3;
        t.unit = "分";
        std::optional<base::Decimal> which;
        if (const End end = bracket_end(in, p, &which); end != End::unsaid)
          (which && *which == t.low->value ? *t.low : *t.high).end = end;
      }
    } else {
      for (const std::string_view word : {"及"sv, "或"sv}) {
        if (in.sees(p, word) &&
            (in.sees(p + 3, "以上") || in.sees(p + 3, "以下") || in.sees(p + 3, "以内"))) {
          p += 3;
          if (first.end == End::unsaid) first.end = End::in;
        }
      }
      const bool arrow = in.sees(p, "↑");  // 4000↑
      const bool up = in.sees(p, "以上") || in.sees(p, "之上") || arrow;
      const bool down = in.sees(p, "以下") || in.sees(p, "之下");
      const bool inside = in.sees(p, "内") && !in.sees(p, "内容") && !in.sees(p, "内部") &&
                          !in.sees(p, "内控") && !in.sees(p, "内涵");  // 4项内容
      const bool within = in.sees(p, "以内") || in.sees(p, "之内") || inside;
      const bool outside = in.sees(p, "以外") || in.sees(p, "之外");
      if (up || down || within || outside) {
        p += in.sees(p, "内") || arrow ? 3 : 6;
        behind_word = true;
        const End bracket = bracket_end(in, p);
        End end = bracket != End::unsaid ? bracket : first.end;
        if (end == End::unsaid) end = down ? End::weak : outside ? End::out : End::word;
        (up || outside ? t.low : t.high) = Limit{first.number.value, end};
      } else {
        t.low = t.high = Limit{first.number.value, End::in};
        t.bare = sign == Sign::none;
        t.equals = sign == Sign::eq;
      }
    }
  } else {
    set(t, sign, first.number.value);
    Limit& limit = t.low ? *t.low : *t.high;
    if (after_sign == End::unsaid) after_sign = first.end;
    if (after_sign != End::unsaid) limit.end = after_sign;
    std::size_t q = p;
    if (in.sees(q, "及") || in.sees(q, "或")) q += 3;
    if (in.sees(q, "以上") || in.sees(q, "以下") || in.sees(q, "以内") || in.sees(q, "之内") ||
        in.sees(q, "之间")) {
      const bool up = in.sees(q, "以上");
      const bool opposite = up ? t.high.has_value() : t.low.has_value();
      const bool more = sign == Sign::gt && up;
      q += 6;
      if (opposite && !(sign == Sign::gt)) return false;
      if (opposite) {  // 超过10%以下: the words before 10% say what is measured
        t.high = Limit{first.number.value, up ? End::word : End::weak};
        t.low.reset();
        out = t;
        out.kind = Token::Kind::value;
        out.begin = at;
        const End bracket = bracket_end(in, q);
        if (bracket != End::unsaid) out.high->end = bracket;
        out.end = q;
        return true;
      }
      p = q;
      if (more) t.low->end = End::word;
      if (const End bracket = bracket_end(in, p); bracket != End::unsaid)
        (t.low ? *t.low : *t.high).end = bracket;
    } else if (sign != Sign::lt) {
      // 超过5%-10%, 控制在5%-10%, 达到90%-100%: a range behind a word of the measured quantity
      if (read_range(in, p, first, t) && in.sees(p, "分")) return false;
    }
  }
  t.symmetric = plus_minus;
  if (plus_minus && t.bare) {
    t.low.reset();
    t.bare = false;
  }
  if (!behind_word && in.sees(p, "分") && !in.sees(p, "分别")) {
    // 92%12分 has its own number; a number with 分 behind it is marks
    return false;
  }
  out = t;
  return finish_phrase(out, Kind::value, at, p);
}

}  // namespace

bool read_value(const Reader& in, std::size_t at, Token& out) {
  return read_place(in, at, out) || read_value_itself(in, at, out);
}

}  // namespace jiheng::standard
