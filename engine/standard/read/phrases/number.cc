// Takes a place of a folded text, gives the number with its unit that begins there, and the brackets behind it.
#include <array>

#include "engine/quantity/number.h"
#include "engine/standard/read/phrases/phrases.h"

namespace jiheng::standard {

using namespace std::string_view_literals;

NumberAt number_at(std::string_view text, std::size_t at, const quantity::UnitTable& units) {
  NumberAt out;
  if (at >= text.size()) return out;
  // Commas part clauses here: one belongs to a number only where three digits, and no fourth, follow.
  std::string_view head = text.substr(0, std::min(text.size(), at + 64));
  std::size_t p = at;
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  while (digit(p)) ++p;
  if (p > at && p < text.size() && text[p] == ',') {
    const bool group =
        p - at <= 3 && digit(p + 1) && digit(p + 2) && digit(p + 3) && !digit(p + 4) && text[at] != '0';
    if (!group) head = text.substr(0, p);
  }
  const quantity::NumberText number = quantity::read_number(head, at);
  if (number.length == 0 || number.flaw != quantity::NumberFlaw::none || number.approximate ||
      number.two_readings)
    return out;
  if (!digit(at) && !number.chinese && text[at] != '-' && text[at] != '.') return out;
  out.value = number.scale == 1 ? number.value : number.value * base::Decimal(number.scale);
  out.scale = number.scale;
  out.chinese = number.chinese;
  out.end = at + number.length;
  if (!number.unit.empty()) {
    out.unit = number.unit;
    return out;
  }
  for (const std::string_view word : {"个百分点"sv, "百分点"sv, "个百分比"sv, "个百分数"sv}) {
    if (!text.substr(out.end).starts_with(word)) continue;
    out.end += word.size();
    out.unit = "%";
    out.points = true;
    return out;
  }
  for (const auto& [word, scale] :
       {std::pair{"个亿"sv, std::int64_t{100000000}}, std::pair{"个万"sv, std::int64_t{10000}}}) {
    if (!text.substr(out.end).starts_with(word)) continue;
    out.value = out.value * base::Decimal(scale);
    out.scale = scale;
    out.end += word.size();
  }
  const std::string_view rest = text.substr(out.end);
  for (const std::string_view of : {"/10万人"sv, "/10万"sv, "/十万人"sv, "/十万"sv, "/万人"sv, "/万"sv}) {
    if (!rest.starts_with(of)) continue;  // 12/10万
    out.unit = of.starts_with("/万") ? "/万" : "/10万";
    out.end += of.size();
    return out;
  }
  if (rest.starts_with("分") && !rest.starts_with("分钟") && !rest.starts_with("分贝")) {
    return out;  // marks, or a score: the caller says
  }
  if (const quantity::UnitEntry* unit = units.longest_at(text, out.end); unit != nullptr) {
    out.unit = unit->name;
    out.counting = unit->dimension == "计数";
    out.end += unit->name.size();
    if (unit->name == "个") {  // 10个村以上
      for (const std::string_view noun : {"示范点"sv, "行政村"sv, "乡镇"sv, "社区"sv, "项目"sv, "单位"sv,
                                          "部门"sv, "企业"sv, "站点"sv, "村"sv, "县"sv, "点"sv}) {
        if (!text.substr(out.end).starts_with(noun)) continue;
        out.end += noun.size();
        break;
      }
    }
    if (out.end < text.size() && text[out.end] == '/') {  // 元/人
      if (const quantity::UnitEntry* per = units.longest_at(text, out.end + 1); per != nullptr) {
        out.unit += "/" + per->name;
        out.end += 1 + per->name.size();
        out.counting = false;
      }
    }
  }
  if (out.chinese && out.unit.empty()) out = {};  // 一致, 三公: words, no numbers
  if (out.unit == "年" && out.value >= base::Decimal(1900)) out = {};
  return out;
}

End bracket_end(const Reader& in, std::size_t& at, std::optional<base::Decimal>* which) {
  if (!in.sees(at, "(")) return End::unsaid;
  std::size_t p = at + 1;
  End end = End::unsaid;
  for (const std::string_view word : {"不含"sv, "不包括"sv, "不包含"sv}) {
    if (in.sees(p, word)) end = End::out, p += word.size();
    if (end != End::unsaid) break;
  }
  if (end == End::unsaid) {
    for (const std::string_view word : {"包括"sv, "包含"sv, "含"sv}) {
      if (in.sees(p, word)) end = End::in, p += word.size();
      if (end != End::unsaid) break;
    }
  }
  if (end == End::unsaid) return end;
  const NumberAt number = number_at(in.text, p, in.units);
  if (number.end != 0) {
    p = number.end;
    if (which != nullptr) *which = number.value;
    if (number.unit.empty() && in.sees(p, "分")) p += 3;
  }
  if (in.sees(p, "本数")) p += "本数"sv.size();
  if (!in.sees(p, ")")) return End::unsaid;
  at = p + 1;
  return end;
}

bool one_number(const Reader& in, std::size_t& at, OneNumber& out) {
  out.number = number_at(in.text, at, in.units);
  if (out.number.end == 0) return false;
  at = out.number.end;
  out.end = bracket_end(in, at, &out.which);
  return true;
}

}  // namespace jiheng::standard
