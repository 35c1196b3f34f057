// Takes a place behind a number, gives the unit there as one canonical text. What units mean and how they
// convert is quantity/units.h's; here only where a unit ends.
#include <iterator>
#include <string>

#include "engine/quantity/number.h"
#include "engine/target/read/amount.h"
#include "engine/target/read/at_sight.h"
#include "engine/target/read/prefix_index.h"
#include "engine/target/read/signs.h"

namespace jiheng::target {
namespace {

using namespace std::string_view_literals;

/// Spellings that are not in the table because they are the same unit written with more words.
struct Spelling {
  std::string_view text;
  std::string_view name;
};
constexpr Spelling kSpellings[] = {
    {"%", "%"},
    {"‰", "‰"},
    {"百分比", "%"},
    {"个百分点", "百分点"},
    {"百分点", "百分点"},
    {"个百分比", "百分点"},
    {"pct", "百分点"},
    {"个工作日", "工作日"},
    {"个自然日", "自然日"},
    {"个日历日", "日历日"},
    {"人数", "人"},
    {"户数", "户"},
    {"次数", "次"},
    {"家数", "家"},
    {"个数", "个"},
    {"例数", "例"},
    {"份数", "份"},
    {"天数", "天"},
    {"台数", "台"},
    {"场次数", "场次"},
    {"元整", "元"},
    {"元人民币", "元"},
    {"人民币元", "元"},
    {"块钱", "元"},
};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Bytes of the unit at `at`; 0 where it does not end there: mm is no m.
std::size_t length_of(const Cell& cell, const quantity::UnitEntry* entry, std::size_t at, std::size_t limit) {
  if (entry == nullptr || at + entry->name.size() > limit || entry->name == "比") return 0;
  const std::size_t end = at + entry->name.size();
  const bool goes_on = is_ascii_letter(cell.text[end - 1]) && end < limit && is_ascii_letter(cell.text[end]);
  return goes_on ? 0 : entry->name.size();
}

/// One factor: 元, 人, 百人, 10万, 每千人口. Gives its length; `name` is what is printed.
std::size_t factor_at(const Cell& cell, std::size_t at, std::size_t limit, bool after_slash,
                      std::string& name) {
  std::size_t i = at;
  if (after_slash) {
    while (i < limit && cell.digit_at(i)) ++i;
    while (i < limit &&
           (cell.starts(i, "十") || cell.starts(i, "百") || cell.starts(i, "千") || cell.starts(i, "万")) &&
           !cell.starts(i, "千克") && !cell.starts(i, "千瓦") && !cell.starts(i, "千米")) {
      i += 3;
    }
  }
  i += length_of(cell, cell.context.units.longest_at(cell.text, i), i, limit);
  if (i == at) return 0;
  name.append(cell.text, at, i - at);
  return i - at;
}

const Spelling* longest_spelling_at(std::string_view text, std::size_t at) {
  static const PrefixIndex index = [] {
    PrefixIndex built;
    for (std::size_t i = 0; i < std::size(kSpellings); ++i) built.add(kSpellings[i].text, i);
    return built;
  }();
  const PrefixIndex::Found found = index.longest_at(text, at);
  return found.length != 0 ? &kSpellings[found.id] : nullptr;
}

const Spelling* spelling_at(const Cell& cell, std::size_t at, std::size_t limit) {
  const Spelling* found = longest_spelling_at(cell.text, at);
  return found != nullptr && at + found->text.size() <= limit ? found : nullptr;
}

/// Words that join or bound amounts: no part of a unit nobody has listed.
bool ends_unknown_unit(const Cell& cell, std::size_t at) {
  for (const std::string_view word : {"比"sv, "至"sv, "到"sv, "与"sv, "和"sv, "并"sv, "且"sv, "及"sv, "而"sv,
                                      "间"sv, "或"sv, "但"sv, "的"sv, "前"sv, "后"sv, "來"sv, "馀"sv}) {
    if (cell.starts(at, word)) return true;
  }
  const LeadWord word = lead_word_at(cell.text, at);
  return word.length > 3 && word.kind == LeadWord::Kind::compare;
}

/// 1 to 4 characters that are no digits, signs, marks or known words: a unit nobody has listed.
std::size_t unknown_unit_length(const Cell& cell, std::size_t at, std::size_t limit) {
  std::size_t i = at;
  int characters = 0;
  while (i < limit) {
    const auto lead = static_cast<unsigned char>(cell.text[i]);
    // Latin letters, Greek letters, Chinese characters: no signs, no marks
    const bool script = is_ascii_letter(cell.text[i]) || lead == 0xCE || lead == 0xCF ||
                        (lead >= 0xE3 && lead <= 0xE9 && cell.text.compare(i, 2, "\xE3\x80") != 0);
    if (!script) break;
    if (trail_word_at(cell.text, i).length != 0) break;
    if (ends_unknown_unit(cell, i)) break;
    if ((lead < 0x80) != (static_cast<unsigned char>(cell.text[at]) < 0x80)) break;  // 12k个
    const WordTable::Found word = cell.context.words.longest_at(cell.text, i);
    if (word.length != 0) {
      if (i == at) return 0;  // 100完成: a word, no unit
      break;
    }
    i += cell.step(i);
    if (++characters > 4) return 0;
  }
  // O, I, l, S behind a number are rather digits gone wrong, k is a thousand
  if (cell.text.substr(at, i - at).find_first_not_of("OoIlSkK") == std::string_view::npos) return 0;
  return i - at;
}

}  // namespace

UnitText unit_at(const Cell& cell, std::size_t at, std::size_t limit, bool unknown_allowed) {
  UnitText out;
  if (at >= limit) return out;
  if (cell.text[at] == '%') {
    out.length = 1;
    out.name = "%";
    if (at + 1 >= limit || cell.text[at + 1] != '/') return out;
  }
  std::size_t i = at + out.length;
  if (out.length == 0) {
    if (cell.text[at] == '(') {  // ≥95(%)
      const std::size_t close = cell.text.find(')', at);
      if (close != std::string_view::npos && close < limit && close - at < 40) {
        UnitText inner = unit_at(cell, at + 1, close, false);
        if (inner.length != 0 && at + 1 + inner.length == close) {
          inner.length += 2;
          return inner;
        }
      }
      return out;
    }
    if (cell.text[at] == '/') {  // 12/10万; 1000/人: the 元 is left out
      const std::size_t length = factor_at(cell, at + 1, limit, true, out.name);
      // 3/4 is a fraction or a date, no rate
      if (length == 0 || out.name.find_first_not_of("0123456789") == std::string::npos) return UnitText{};
      out.cut = cell.context.units.find(out.name) != nullptr;
      out.name.insert(0, "/");
      out.length = length + 1;
      while (at + out.length < limit && cell.text[at + out.length] == '/') {
        std::string more;
        const std::size_t next = factor_at(cell, at + out.length + 1, limit, true, more);
        if (next == 0) break;
        out.name += "/" + more;
        out.length += next + 1;
      }
      return out;
    }
    const quantity::UnitEntry* entry = cell.context.units.longest_at(cell.text, at);
    const Spelling* spelling = spelling_at(cell, at, limit);
    if (spelling != nullptr && (entry == nullptr || entry->name.size() <= spelling->text.size())) {
      out.name = spelling->name;
      out.length = spelling->text.size();
    } else {
      out.length = length_of(cell, entry, at, limit);
      if (out.length != 0) out.name = entry->name;
    }
    if (out.length == 0) {
      if (!unknown_allowed) return out;
      out.length = unknown_unit_length(cell, at, limit);
      out.known = false;
      out.name.assign(cell.text, at, out.length);
      if (out.length == 0) return out;
    }
    i = at + out.length;
  }
  const bool money = out.name == "元" || out.name == "角";
  // Further factors: /人, ·月, 每人
  int factors = 1;
  std::string first = out.name;
  while (i < limit && factors < 6) {
    std::size_t mark = 0;
    char joint = '/';
    if (cell.text[i] == '/' || cell.text[i] == '\\') {
      mark = 1;
    } else if (cell.starts(i, "每") || (factors > 1 && cell.starts(i, "、"))) {  // 元/人、天
      mark = 3;
    } else if (cell.starts(i, "·") && !out.name.empty()) {
      mark = 2;
      joint = '\0';
    } else if ((cell.text[i] == '.' || cell.text[i] == '*') && factors > 1) {
      mark = 1;
      joint = '\0';
    }
    if (mark == 0) break;
    std::size_t from = i + mark;
    const bool bracket = from < limit && cell.text[from] == '(';
    if (bracket) ++from;
    if (cell.starts(from, "每")) from += 3;
    std::string factor;
    const std::size_t length = factor_at(cell, from, limit, joint == '/', factor);
    if (length == 0) {
      if (cell.text[i] == '/' && from >= limit) {
        out.cut = true;
        i = from;
      }
      break;
    }
    out.name += joint == '/' ? "/" : "·";
    out.name += factor;
    i = from + length;
    if (bracket) {
      if (cell.starts(i, "·") || cell.starts(i, ".")) continue;
      if (i < limit && cell.text[i] == ')') ++i;
    } else if (i < limit && cell.text[i] == ')' && out.name.find("·") != std::string::npos &&
               cell.text.substr(at, i - at).find('(') != std::string_view::npos) {
      ++i;
    }
    ++factors;
  }
  if (factors > 1 && !money && (first == "人" || first == "户" || first == "年" || first == "月") &&
      (out.name.ends_with("/年") || out.name.ends_with("/月") || out.name.ends_with("/学期") ||
       out.name.find("/年/") != std::string::npos)) {
    out.odd = true;
  }
  out.length = i - at;
  return out;
}

std::string_view listed_unit(std::string_view text, const quantity::UnitTable& units) {
  const quantity::UnitEntry* entry = units.find(text);
  if (entry == nullptr || text == "比") return {};
  constexpr std::size_t kOneCharacter = 3;  // no other spelling is as short, but of signs
  const Spelling* spelling = text.size() <= kOneCharacter ? nullptr : longest_spelling_at(text, 0);
  return spelling != nullptr && spelling->text == text ? spelling->name : std::string_view(entry->name);
}

PerUnits per_units_at(const Cell& cell, std::size_t at, std::size_t limit) {
  PerUnits out;
  // 一年两次 is 每年两次
  for (const std::string_view period : {"年"sv, "月"sv, "周"sv, "季度"sv, "学期"sv, "天"sv, "日"sv}) {
    const std::size_t end = at + 3 + period.size();
    if (!cell.starts(at, "一") || !cell.starts(at + 3, period) || end >= limit) continue;
    if (quantity::read_number(cell.text.substr(0, limit), end).length == 0) continue;
    out.length = end - at;
    out.suffix.append("/").append(period);
    return out;
  }
  std::size_t i = at;
  while (i < limit && cell.starts(i, "每")) {
    std::string factor;
    const std::size_t length = factor_at(cell, i + 3, limit, true, factor);
    if (length == 0 || factor.find_first_not_of("0123456789") == std::string::npos) return {};
    out.suffix += "/" + factor;
    i += 3 + length;
    if (out.suffix.size() > 60) return {};
  }
  out.length = i - at;
  return out;
}

}  // namespace jiheng::target
