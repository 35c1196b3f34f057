// Takes names as printed, gives how alike they are. Judges no pair: year_links.cc does.
#include "engine/audit/name_similarity.h"

#include <algorithm>
#include <array>

#include "engine/base/text.h"

namespace jiheng::audit {
namespace {

using base::is_digit;

bool is_punctuation(char32_t c) {
  constexpr std::array<std::pair<char32_t, char32_t>, 7> kRanges = {{{U'!', U'/'},
                                                                     {U':', U'@'},
                                                                     {U'[', U'`'},
                                                                     {U'{', U'~'},
                                                                     {0x2010, 0x2027},
                                                                     {0x3001, 0x3020},
                                                                     {0xFE10, 0xFE4F}}};
  return c == 0xB7 || std::any_of(kRanges.begin(), kRanges.end(),
                                  [c](const auto& r) { return c >= r.first && c <= r.second; });
}

/// Without white space and punctuation, full-width forms folded.
std::u32string letters_alone(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    at += c.bytes;
    const char32_t folded = base::fold_full_width(c.value);
    if (!base::is_white_space(folded) && !is_punctuation(folded)) out += folded;
  }
  return out;
}

/// Without "2023年", "23年度" and a leading 年度.
std::u32string without_years(const std::u32string& text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool year = (end - at == 2 || end - at == 4) && end < text.size() && text[end] == U'年';
    if (year) {
      at = end + 1;
      if (at < text.size() && text[at] == U'度') ++at;
      continue;
    }
    end = std::max(end, at + 1);
    out.append(text, at, end - at);
    at = end;
  }
  if (out.starts_with(U"年度")) out.erase(0, 2);
  return out;
}

/// Which characters belong to a general word.
std::vector<bool> general_in(const std::u32string& text, const std::vector<std::u32string>& words) {
  std::vector<bool> general(text.size(), false);
  for (const std::u32string& word : words) {
    if (word.empty()) continue;
    for (std::size_t at = text.find(word); at != std::u32string::npos; at = text.find(word, at + 1)) {
      std::fill_n(general.begin() + static_cast<std::ptrdiff_t>(at), word.size(), true);
    }
  }
  return general;
}

/// How many are in both; a pair that is there twice counts twice.
std::size_t in_both(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      ++count, ++i, ++j;
    }
  }
  return count;
}

}  // namespace

Name::Name(std::string_view printed, const std::vector<std::u32string>& general_words)
    : text_(without_years(letters_alone(printed))) {
  const std::vector<bool> general = general_in(text_, general_words);
  for (std::size_t i = 0; i + 1 < text_.size(); ++i) {
    const std::uint64_t pair = (std::uint64_t{text_[i]} << 32U) | text_[i + 1];
    pairs_.push_back(pair);
    if (!general[i] && !general[i + 1]) specific_.push_back(pair);
  }
  std::sort(pairs_.begin(), pairs_.end());
  std::sort(specific_.begin(), specific_.end());
  specific_.erase(std::unique(specific_.begin(), specific_.end()), specific_.end());
}

base::Decimal similarity(const Name& a, const Name& b) {
  if (a.text() == b.text()) return 100;
  const std::size_t all = a.pairs().size() + b.pairs().size();
  if (all == 0) return 0;
  const auto shared = static_cast<std::int64_t>(2 * in_both(a.pairs(), b.pairs()));
  // Names with the same pairs in another order are not the same name.
  const base::Decimal percent = base::divide(shared * 100, static_cast<std::int64_t>(all), 0).value_or(0);
  return std::min(percent, base::Decimal(99));
}

bool share_something_specific(const Name& a, const Name& b) {
  return in_both(a.specific(), b.specific()) > 0;
}

std::vector<std::u32string> squeezed_words(const std::vector<std::string>& words) {
  std::vector<std::u32string> out;
  out.reserve(words.size());
  for (const std::string& word : words) out.push_back(letters_alone(word));
  return out;
}

}  // namespace jiheng::audit
