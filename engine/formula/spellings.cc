// Takes a place in a formula's text, says which sign or word of the formula language stands there. Leaves the order of
// things to lexer.cc.
#include "engine/formula/spellings.h"

#include "engine/base/text.h"

namespace jiheng::formula {
namespace {

// Longest first where one begins another. Full-width ASCII forms are folded before the look-up.
constexpr Spelling kOperators[] = {
    {">=", ">="}, {"=>", ">="}, {"≥", ">="}, {"≧", ">="},  {"⩾", ">="},  {"<=", "<="}, {"=<", "<="},
    {"≤", "<="},  {"≦", "<="},  {"⩽", "<="}, {"<>", "!="}, {"!=", "!="}, {"≠", "!="},  {"==", "=="},
    {"=", "=="},  {"═", "=="},  {">", ">"},  {"<", "<"},   {"&&", "&&"}, {"||", "||"}, {"!", "!"},
    {"+", "+"},   {"-", "-"},   {"−", "-"},  {"–", "-"},   {"—", "-"},   {"*", "*"},   {"×", "*"},
    {"✕", "*"},   {"·", "*"},   {"/", "/"},  {"÷", "/"},   {"∕", "/"},   {"^", "^"},
};

constexpr Spelling kWordOperators[] = {
    {"并且", "&&"}, {"且", "&&"}, {"或者", "||"}, {"或", "||"}, {"非", "!"},
};

constexpr FunctionName kFunctions[] = {
    {"min", "min", 2, 0},     {"最小值", "min", 2, 0},     {"最小", "min", 2, 0},  {"max", "max", 2, 0},
    {"最大值", "max", 2, 0},  {"最大", "max", 2, 0},       {"abs", "abs", 1, 1},   {"绝对值", "abs", 1, 1},
    {"floor", "floor", 1, 1}, {"向下取整", "floor", 1, 1}, {"ceil", "ceil", 1, 1}, {"向上取整", "ceil", 1, 1},
    {"if", "if", 3, 3},       {"若", "if", 3, 3},
};

constexpr Suffix kSuffixes[] = {{"个百分点", -2}, {"百分点", -2}, {"%", -2}, {"‰", -3}, {"分", 0},
                                {"万", 4},        {"亿", 8},      {"倍", 0}, {"天", 0}, {"日", 0},
                                {"个", 0},        {"项", 0},      {"次", 0}};

/// Digits may follow but not begin a name.
bool continues_name(std::string_view text, std::size_t at) {
  const base::CodePoint raw = base::decode_at(text, at);
  const char32_t c = base::fold_full_width(raw.value);
  if (raw.bytes == 0 || base::is_white_space(raw.value) || c < 0x20 || raw.value == 0xFFFD) return false;
  if (c == U'(' || c == U')' || is_comma(c) || c == U'%' || c == U'‰') return false;
  return operator_at(text, at) == nullptr;
}

}  // namespace

std::span<const FunctionName> functions() { return kFunctions; }

std::span<const Suffix> suffixes() { return kSuffixes; }

char32_t folded_at(std::string_view text, std::size_t at) {
  return base::fold_full_width(base::decode_at(text, at).value);
}

std::size_t spelled_at(std::string_view text, std::size_t at, std::string_view written) {
  std::size_t bytes = 0;
  std::size_t w = 0;
  while (w < written.size()) {
    if (at + bytes >= text.size()) return 0;
    const base::CodePoint want = base::decode_at(written, w);
    const base::CodePoint have = base::decode_at(text, at + bytes);
    if (base::fold_full_width(have.value) != want.value) return 0;
    w += want.bytes;
    bytes += have.bytes;
  }
  return bytes;
}

const Spelling* operator_at(std::string_view text, std::size_t at) {
  for (const Spelling& s : kOperators) {
    if (spelled_at(text, at, s.written) != 0) return &s;
  }
  return nullptr;
}

const Spelling* word_operator_at(std::string_view text, std::size_t at) {
  for (const Spelling& s : kWordOperators) {
    if (text.substr(at).starts_with(s.written)) return &s;
  }
  return nullptr;
}

const FunctionName* function_named(std::string_view word) {
  for (const FunctionName& f : kFunctions) {
    if (spelled_at(word, 0, f.written) == word.size()) return &f;
  }
  return nullptr;
}

bool is_comma(char32_t c) { return c == U',' || c == U'、'; }

std::size_t end_of_run(std::string_view text, std::size_t at) {
  while (at < text.size() && continues_name(text, at)) at += base::decode_at(text, at).bytes;
  return at;
}

}  // namespace jiheng::formula
