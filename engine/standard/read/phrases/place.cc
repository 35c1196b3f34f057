// Takes a place of a folded text, gives a rank among others that stands there: 第一名, 第2-5名, 前三名.
#include "engine/standard/read/phrases/phrases.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

/// 一名, 3位: a rank, and where it ends; nullopt: none.
std::optional<base::Decimal> rank_at(const Reader& in, std::size_t& at, bool name_needed) {
  const NumberAt number = number_at(in.text, at, in.units);
  if (number.end == 0 || number.value.sign() <= 0 || number.value.places() != 0) return std::nullopt;
  std::size_t end = number.end;
  bool named = number.unit == "名" || number.unit == "位";
  if (!number.unit.empty() && !named) return std::nullopt;
  for (const std::string_view word : {"名"sv, "位"sv}) {
    if (named || !in.sees(end, word)) continue;
    named = true;
    end += word.size();
  }
  if (!named && name_needed) return std::nullopt;
  at = end;
  return number.value;
}

}  // namespace

bool read_rank(const Reader& in, std::size_t at, Token& out) {
  const bool first_ones = in.sees(at, "前");
  if (!first_ones && !in.sees(at, "第")) return false;
  std::size_t p = at + "第"sv.size();
  const std::size_t from = p;
  if (auto rank = rank_at(in, p, true)) {
    out.high = Limit{*rank, End::in};
    if (!first_ones) out.low = Limit{*rank, End::in};
    out.equals = !first_ones;
  } else {  // 第2-5名, 第二至五名
    p = from;
    const auto low = first_ones ? std::nullopt : rank_at(in, p, false);
    if (!low) return false;
    p += in.sees(p, "-") ? 1 : in.sees(p, "至") || in.sees(p, "到") ? 3 : 0;
    if (in.sees(p, "第")) p += "第"sv.size();
    const auto high = rank_at(in, p, true);
    if (!high || *high < *low) return false;
    out.low = Limit{*low, End::in};
    out.high = Limit{*high, End::in};
  }
  if (!out.equals && in.sees(p, "至")) {  // 第二名至第五名
    return false;
  }
  if (out.equals && (in.sees(p, "至第") || in.sees(p, "到第"))) {
    p += 6;
    const auto high = rank_at(in, p, true);
    if (!high || *high < out.low->value) return false;
    out.high = Limit{*high, End::in};
    out.equals = false;
  }
  Token marks;
  if (!in.phrase_ends(p) && !in.sees(p, "的") && !in.sees(p, "者") && !read_marks(in, p, marks)) return false;
  out.unit = kRankUnit;
  return finish_phrase(out, Kind::value, at, p);
}

}  // namespace jiheng::standard
