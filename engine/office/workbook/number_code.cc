// Takes a format code, gives its sections. Leaves what a number looks like in them to number_format.
#include "engine/office/workbook/number_code.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/real.h"
#include "engine/base/text.h"

namespace jiheng::office {
namespace {

using Kind = CodeToken::Kind;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_letters(std::string_view text, std::string_view letters) {
  return text.size() >= letters.size() && std::equal(letters.begin(), letters.end(), text.begin(),
                                                     [](char a, char b) { return lower(a) == lower(b); });
}

bool is_placeholder(char c) { return c == '0' || c == '#' || c == '?'; }

bool is_time(Kind kind) { return kind >= Kind::year && kind <= Kind::half_day; }

/// "[>=1]" without its brackets.
std::optional<CodeCondition> condition_of(std::string_view text) {
  using Sign = CodeCondition::Sign;
  constexpr std::array<std::pair<std::string_view, Sign>, 6> kSigns = {{{"<=", Sign::at_most},
                                                                        {">=", Sign::at_least},
                                                                        {"<>", Sign::unequal},
                                                                        {"<", Sign::less},
                                                                        {">", Sign::more},
                                                                        {"=", Sign::equal}}};
  for (const auto& [letters, sign] : kSigns) {
    if (!text.starts_with(letters)) continue;
    const std::string_view number = base::trimmed(text.substr(letters.size()));
    const base::RealRead read = base::read_real(number);
    if (read.length == 0 || read.length != number.size()) return std::nullopt;
    return CodeCondition{sign, read.value};
  }
  return std::nullopt;
}

class CodeReader {
 public:
  explicit CodeReader(std::string_view code) : code_(code) {}

  std::vector<CodeSection> run() {
    constexpr std::size_t kMostSections = 4;
    std::vector<CodeSection> out;
    do {
      section_ = {};
      while (at_ < code_.size() && code_[at_] != ';') step();
      finish();
      if (out.size() < kMostSections) out.push_back(std::move(section_));
    } while (at_++ < code_.size());
    return out;
  }

 private:
  void step() {
    const std::string_view rest = code_.substr(at_);
    const char c = rest.front();
    if (c == '"') {
      const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
      add(Kind::word, code_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
    } else if (c == '\\' || c == '!') {
      const base::CodePoint next = base::decode_at(code_, at_ + 1);
      add(Kind::word, code_.substr(std::min(at_ + 1, code_.size()), next.bytes));
      at_ += 1 + next.bytes;
    } else if (c == '[') {
      const std::size_t end = std::min(code_.find(']', at_), code_.size());
      bracket(code_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
    } else if (c == '_' || c == '*') {
      at_ += 1 + base::decode_at(code_, at_ + 1).bytes;  // room for a character, or filling with it
    } else if (!named(rest)) {
      single(rest);
    }
  }

  /// What is written with several letters.
  bool named(std::string_view rest) {
    constexpr std::array<std::pair<std::string_view, Kind>, 6> kNames = {{{"G/通用格式", Kind::general},
                                                                          {"General", Kind::general},
                                                                          {"AM/PM", Kind::half_day},
                                                                          {"A/P", Kind::half_day},
                                                                          {"上午/下午", Kind::half_day},
                                                                          {"@", Kind::text}}};
    for (const auto& [name, kind] : kNames) {
      if (!starts_with_letters(rest, name)) continue;
      add(kind, rest.substr(0, name.size()));
      at_ += name.size();
      return true;
    }
    return false;
  }

  void single(std::string_view rest) {
    const char c = lower(rest.front());
    std::size_t same = 1;
    while (same < rest.size() && lower(rest[same]) == c) ++same;
    std::size_t bytes = 1;
    if (is_placeholder(c) || (c == ',' && behind_digits())) {
      add(Kind::digits, rest.substr(0, 1));
    } else if (c >= '1' && c <= '9' && behind_stroke()) {
      add(Kind::digits, "?");  // # ?/8
    } else if (c == '.') {
      add(Kind::point, ".");
    } else if (c == '%') {
      ++section_.percents;
      add(Kind::percent, "%");
    } else if (c == 'e' && behind_digits() && rest.size() > 1 && (rest[1] == '+' || rest[1] == '-')) {
      add(Kind::exponent, rest.substr(0, 2));
      bytes = 2;
    } else if (c == '/' && behind_digits()) {
      add(Kind::fraction, "/");
    } else if (c == 'g' || c == 'b') {  // eras, and years of Buddha
      section_.odd = true;
    } else if (const auto kind = time_of(c)) {
      add(c == 'd' && same > 2 ? Kind::weekday : *kind, rest.substr(0, same));
      bytes = same;
    } else {
      if (c >= 'a' && c <= 'z') section_.odd = true;
      bytes = std::max<std::size_t>(base::decode_at(rest, 0).bytes, 1);
      add(Kind::word, rest.substr(0, bytes));
    }
    at_ += bytes;
  }

  static std::optional<Kind> time_of(char c) {
    switch (c) {
      case 'y':
      case 'e':  // the year as East Asian codes write it
        return Kind::year;
      case 'm':
        return Kind::month;
      case 'd':
        return Kind::day;
      case 'a':
        return Kind::weekday;
      case 'h':
        return Kind::hour;
      case 's':
        return Kind::second;
      default:
        return std::nullopt;
    }
  }

  bool behind_digits() const {
    return !section_.tokens.empty() &&
           (section_.tokens.back().kind == Kind::digits || section_.tokens.back().kind == Kind::point);
  }

  bool behind_stroke() const {
    const auto& tokens = section_.tokens;
    return std::any_of(tokens.begin(), tokens.end(),
                       [](const CodeToken& t) { return t.kind == Kind::fraction; });
  }

  void bracket(std::string_view text) {
    if (text == "h" || text == "hh" || text == "m" || text == "mm" || text == "s" || text == "ss") {
      section_.kind = CodeSection::Kind::elapsed;
    } else if (text.starts_with('$')) {  // [$¥-804]: a currency and a language
      add(Kind::word, text.substr(1, std::min(text.find('-'), text.size()) - 1));
    } else if (starts_with_letters(text, "DBNum")) {
      section_.numerals = true;
    } else if (auto condition = condition_of(text)) {
      section_.condition = condition;
    }
  }

  void add(Kind kind, std::string_view text) {
    auto& tokens = section_.tokens;
    const bool joins = kind == Kind::word || kind == Kind::digits;
    if (text.empty()) return;
    if (joins && !tokens.empty() && tokens.back().kind == kind) {
      tokens.back().text += text;
    } else {
      tokens.push_back({kind, std::string(text)});
    }
  }

  void finish() {
    auto& tokens = section_.tokens;
    const auto has = [&tokens](auto is) {
      return std::any_of(tokens.begin(), tokens.end(), [&](const CodeToken& t) { return is(t.kind); });
    };
    if (section_.kind == CodeSection::Kind::elapsed) return;
    if (has(is_time)) {
      section_.kind = CodeSection::Kind::date;
      minutes();
    } else if (has([](Kind k) { return k == Kind::digits || k == Kind::general || k == Kind::percent; })) {
      section_.kind = CodeSection::Kind::number;
      commas();
    } else if (has([](Kind k) { return k == Kind::text; })) {
      section_.kind = CodeSection::Kind::text;
    }
  }

  /// m behind h or before s is minutes.
  void minutes() {
    auto& tokens = section_.tokens;
    Kind before = Kind::word;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!is_time(tokens[i].kind) || tokens[i].kind == Kind::half_day) continue;
      if (tokens[i].kind == Kind::month) {
        const auto next = std::find_if(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, tokens.end(),
                                       [](const CodeToken& t) { return is_time(t.kind); });
        if (before == Kind::hour || (next != tokens.end() && next->kind == Kind::second))
          tokens[i].kind = Kind::minute;
      }
      before = tokens[i].kind;
    }
  }

  /// Commas with a digit behind them stand between thousands; those at the end of the digits before or behind the point
  /// divide. Before the point they divide only where none but the point follows.
  void commas() {
    auto& tokens = section_.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind != Kind::digits) continue;
      std::string& digits = tokens[i].text;
      const std::size_t last = digits.find_last_not_of(',');
      const bool more = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, tokens.end(),
                                    [](const CodeToken& t) { return t.kind == Kind::digits; });
      const bool ends = !more || (i + 1 < tokens.size() && tokens[i + 1].kind == Kind::point);
      if (last != std::string::npos && ends) section_.thousands += static_cast<int>(digits.size() - last - 1);
      std::erase(digits, ',');
    }
  }

  std::string_view code_;
  std::size_t at_ = 0;
  CodeSection section_;
};

}  // namespace

std::vector<CodeSection> sections_of(std::string_view code) {
  if (code.size() <= kMaxCodeBytes) return CodeReader(code).run();
  CodeSection section;
  section.kind = CodeSection::Kind::number;
  section.tokens.push_back({Kind::general, {}});
  section.odd = true;
  return {section};
}

}  // namespace jiheng::office
