// Takes a name before an answer, gives the need that is meant: in full, by a part of its words, or denied.
#include "engine/standard/called.h"

#include <algorithm>
#include <string>

#include "engine/base/text.h"
#include "engine/standard/points.h"
#include "engine/standard/read/fold.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kDenials[] = {"未", "没有", "没", "不", "无"};

std::string_view words_of(const Need& need) { return need.words.empty() ? need.name : need.words; }

/// The first 24 characters of the words: what a need was called before its end was taken.
std::string_view first_characters(std::string_view words) {
  constexpr std::size_t kLongest = 24;
  std::size_t at = 0;
  for (std::size_t characters = 0; at < words.size() && characters < kLongest; ++characters)
    at += std::max<std::size_t>(base::decode_at(words, at).bytes, 1);
  return words.substr(0, at);
}

/// 合格率 for 工程质量合格率: a part of the name, where it is part of no other, and what is left out does not deny it.
bool is_part_of_name(std::string_view part, std::string_view name) {
  constexpr std::size_t kTwo = 6;
  const std::size_t at = name.find(part);
  if (part.size() < kTwo || at == name.npos) return false;
  for (const std::string_view rest : {name.substr(0, at), name.substr(at + part.size())}) {
    for (const std::string_view no : {"未"sv, "无"sv, "没"sv, "不"sv, "非"sv, "缺"sv, "少"sv, "低"sv, "超"sv,
                                      "和"sv, "及"sv, "与"sv, "或"sv}) {
      if (rest.find(no) != rest.npos) return false;
    }
  }
  return true;
}

bool is_name_of(std::string_view name, const Need& need) {
  const std::string_view words = words_of(need);
  return name == need.name || name == words || (!need.words.empty() && name == first_characters(words));
}

/// A name as the needs have theirs: without signs and 的.
std::string plain(std::string_view name) {
  std::string out = need_name(name);
  return out.empty() ? std::string(name) : out;
}

bool is_part_of_the_other(std::string_view name, const Need& need) {
  const std::string_view words = words_of(need);
  return is_part_of_name(name, words) || is_part_of_name(words, name);
}

template <class Fits>
std::optional<std::size_t> the_only(const Standard& standard, const Fits& fits) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < standard.needs.size(); ++i) {
    if (!fits(standard.needs[i])) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

}  // namespace

Called called(const Need& need, std::string_view name) {
  if (name == need.name) return Called::yes;
  Folded folded;
  if (folded.read(name) != FoldStatus::ok) return Called::no;
  const std::string said = plain(folded.text());
  if (is_name_of(said, need) || is_name_of(folded.text(), need)) return Called::yes;
  if (need.type != NeedType::yesno) return Called::no;
  for (const std::string_view no : kDenials) {
    if (said.starts_with(no) && is_name_of(std::string_view(said).substr(no.size()), need))
      return Called::denied;
  }
  return Called::no;
}

std::optional<CalledNeed> need_called(std::string_view name, const Standard& standard) {
  const std::string said = plain(name);
  for (const std::string_view whole : {name, std::string_view(said)}) {
    for (std::size_t i = 0; i < standard.needs.size(); ++i) {
      if (is_name_of(whole, standard.needs[i])) return CalledNeed{i};
    }
  }
  if (const auto i = the_only(standard, [&](const Need& n) { return is_part_of_the_other(said, n); }); i)
    return CalledNeed{*i};
  for (const std::string_view no : kDenials) {
    if (!said.starts_with(no)) continue;
    const std::string_view positive = std::string_view(said).substr(no.size());
    const auto i = the_only(standard, [&](const Need& n) {
      return n.type == NeedType::yesno && (is_name_of(positive, n) || is_part_of_the_other(positive, n));
    });
    if (i) return CalledNeed{*i, true};
  }
  return std::nullopt;
}

}  // namespace jiheng::standard
