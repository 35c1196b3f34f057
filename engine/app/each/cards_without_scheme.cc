// Takes cards that name no scheme, has intake propose one for each, says that for those with the same proposal. Nothing is
// applied.
#include "engine/app/each/cards_without_scheme.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/app/score_paths.h"

namespace jiheng::app {
namespace {

constexpr std::size_t kFilesNamed = 5;  ///< in a command that is proposed

/// A word of a command line as a shell takes it.
std::string quoted(const std::string& word) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/+:,";
  const bool plain = !word.empty() && std::all_of(word.begin(), word.end(), [&](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || kPlain.find(c) != std::string_view::npos;
  });
  if (plain) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// Cards with the same scheme proposed; of the evidence, what holds for all of them.
struct Nameless {
  intake::SchemeProposal proposal;
  std::vector<const CardWithoutScheme*> cards;
};

bool same_proposal(const intake::SchemeProposal& a, const intake::SchemeProposal& b) {
  return a.scheme == b.scheme && a.others == b.others && a.doubts.empty() == b.doubts.empty();
}

void keep_common(std::vector<intake::Evidence>& evidence, const std::vector<intake::Evidence>& other) {
  std::erase_if(evidence, [&](const intake::Evidence& e) {
    return std::none_of(other.begin(), other.end(),
                        [&](const intake::Evidence& o) { return o.text == e.text; });
  });
}

/// In order, each once.
std::vector<std::string> files_of(const Nameless& group) {
  std::vector<std::string> files;
  std::set<std::string> seen;
  for (const CardWithoutScheme* card : group.cards) {
    const std::string name = card->place.source ? card->place.source->name : "";
    if (seen.insert(name).second) files.push_back(name);
  }
  return files;
}

/// What to do about a group: the command that takes the proposal, where one command can.
std::string what_to_do(const Nameless& group, bool mixed, bool all, const ScoreRequest& request) {
  if (group.proposal.scheme == nullptr) {
    return "用 jiheng list schemes 看有哪些方案；在表里写“方案: …”，或用 --scheme 指定。";
  }
  const std::string& id = group.proposal.scheme->id;
  const std::vector<std::string> files = all ? request.paths : files_of(group);
  if (mixed) {
    return fmt::format(
        "方案要由人定。一份文件里的表合不同的方案：先 jiheng import {} -o 文件夹，再在各表里写“方案: {}”。",
        quoted(files_of(group).front()), id);
  }
  if (request.command == "advise")  // reads two sides; one command with these files alone is none
    return fmt::format("方案要由人定。认可这个建议就在表里写“方案: {0}”，或加上 --scheme {0}。", id);
  if (files.size() > kFilesNamed)
    return fmt::format("方案要由人定。认可这个建议就在各表里写“方案: {}”。", id);
  std::string words;
  for (const std::string& path : files) words += " " + quoted(path);
  return fmt::format("方案要由人定。认可这个建议就运行：jiheng {}{} --scheme {}", request.command, words, id);
}

/// A file of this group has tables of another one.
std::vector<bool> mixed_files(const std::vector<Nameless>& groups) {
  std::map<std::string, std::set<std::size_t>> of_file;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const std::string& file : files_of(groups[i])) of_file[file].insert(i);
  }
  std::vector<bool> mixed(groups.size());
  for (const auto& [file, of] : of_file) {
    if (of.size() < 2) continue;
    for (const std::size_t i : of) mixed[i] = true;
  }
  return mixed;
}

}  // namespace

void CardsWithoutScheme::put(const ReadCard& read) {
  if (!candidates_) candidates_ = schemes_.all();
  cards_.put(read.card.kind, {intake::propose_scheme(read.card, read.printed, *candidates_),
                              read.card.title.text, read.card.place});
}

std::vector<diag::Diagnostic> CardsWithoutScheme::said(std::size_t all_cards) {
  std::vector<CardWithoutScheme> cards = cards_.take();
  std::vector<Nameless> groups;
  for (CardWithoutScheme& card : cards) {
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const Nameless& g) { return same_proposal(g.proposal, card.proposal); });
    if (group == groups.end()) {
      groups.push_back({std::move(card.proposal), {}});
      group = groups.end() - 1;
    } else {
      keep_common(group->proposal.evidence, card.proposal.evidence);
      keep_common(group->proposal.doubts, card.proposal.doubts);
    }
    group->cards.push_back(&card);
  }
  std::vector<diag::Diagnostic> problems;
  const std::vector<bool> mixed = mixed_files(groups);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Nameless& group = groups[i];
    const CardWithoutScheme& first = *group.cards.front();
    const bool one = group.cards.size() == 1;
    const std::string who = one ? fmt::format("“{}”", first.title)
                                : fmt::format("“{}”等 {} 张表", first.title, group.cards.size());
    const bool all = group.cards.size() == all_cards;
    const bool part = request_.without_scheme;
    problems.push_back(
        {part ? "C110" : "C106", fmt::format("{}没有写明方案{}", who, part ? "，只查了不靠方案的部分" : ""),
         fmt::format("{}看表上印的：{}。",
                     part ? "按规则该得几分、分值够不够、等级对不对，要有方案才查得出。"
                          : "没有方案就没有计分的规则。",
                     to_text(group.proposal, one ? intake::Places::shown : intake::Places::left_out)),
         what_to_do(group, mixed[i], all, request_), first.place});
  }
  return problems;
}

}  // namespace jiheng::app
