// Takes paths, gives cards and what is to be said of those without a scheme. Leaves scoring them to score_paths.
#include "engine/app/cards_from_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "engine/app/card_from_table.h"
#include "engine/app/document_source.h"
#include "engine/app/input_files.h"
#include "engine/app/score_paths.h"
#include "engine/app/wall.h"
#include "engine/diag/append.h"
#include "engine/intake/read_document.h"
#include "engine/intake/scheme_evidence.h"
#include "engine/rulebook/load.h"

namespace jiheng::app {
namespace {

constexpr std::size_t kFilesNamed = 5;  ///< in a command that is proposed

class CardReader {
 public:
  CardReader(const model::FormWords& forms, Texts texts) : forms_(forms), texts_(texts) {}

  /// One file; a fault of the program in it takes nothing of the others away.
  void read_walled(const InputFile& file, const std::optional<std::string>& standard_input) {
    const auto [cards, claims, files] = std::tuple(out.cards.size(), out.claims.size(), out.files);
    const auto fault = behind_wall(file.path, [&] { read(file, standard_input); });
    if (!fault) return;
    out.cards.erase(out.cards.begin() + static_cast<std::ptrdiff_t>(cards), out.cards.end());
    out.claims.erase(out.claims.begin() + static_cast<std::ptrdiff_t>(claims), out.claims.end());
    out.files = files;
    out.problems.push_back(*fault);
  }

  CardsRead out;

 private:
  void read(const InputFile& file, const std::optional<std::string>& standard_input) {
    const auto source = document_source(file.path, standard_input);
    if (!source) return append(out.problems, std::vector(source.problems));
    const auto kind = intake::kind_of(*source);
    if (!kind) return append(out.problems, std::vector(kind.problems));
    if (kind->kind == intake::DocumentKind::scorecards) {
      ++out.files;
      auto cards = rulebook::scorecards_from_yaml(*source);
      append(out.problems, std::move(cards.problems));
      if (!cards) return;
      for (model::Scorecard& card : *cards) out.cards.push_back({std::move(card), {}});
      return;
    }
    auto document = intake::read_document(forms_, *source, *kind);
    const bool only_text = document && document->tables.empty();
    if (only_text && texts_ == Texts::taken && !document->claims.empty()) {
      std::erase_if(document.problems, [](const diag::Diagnostic& d) { return d.id == "I103"; });
    } else if (only_text && file.in_folder) {
      out.problems.push_back(left_in_folder(file.path));
      return;
    }
    append(out.problems, std::move(document.problems));
    if (!document) return;
    ++out.files;
    if (texts_ == Texts::taken)
      std::move(document->claims.begin(), document->claims.end(), std::back_inserter(out.claims));
    for (intake::Table& table : document->tables) take(table);
  }

  void take(intake::Table& table) {
    table.id = fmt::format("t{:02}", ++tables_);
    auto card = card_from_table(table);
    append(out.problems, std::move(card.problems));
    if (!card) return;
    if (texts_ == Texts::taken) take_goals(table, card->card);
    out.cards.push_back({std::move(card->card), std::move(table.printed)});
  }

  /// Goals that head no rows have no place on the card.
  void take_goals(intake::Table& table, const model::Scorecard& card) {
    for (intake::Goal& goal : table.goals) {
      const bool on_card = std::any_of(
          card.sections.begin(), card.sections.end(),
          [&](const model::Section& s) { return !s.title.empty() && s.title.text == goal.title.text; });
      if (on_card || goal.text.empty()) continue;
      out.claims.push_back({std::move(goal.text.text), {}, goal.text.place, table.id});
    }
  }

  const model::FormWords& forms_;  ///< of the caller, while it reads
  Texts texts_;
  std::size_t tables_ = 0;
};

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
  std::vector<const model::Scorecard*> cards;
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
  for (const model::Scorecard* card : group.cards) {
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

CardsRead cards_from_paths(const model::FormWords& forms, const std::vector<std::string>& paths,
                           const std::optional<std::string>& standard_input, Texts texts) {
  CardReader reader(forms, texts);
  InputFiles inputs = input_files(paths, Take::scorecards_and_documents);
  reader.out.problems = std::move(inputs.problems);
  for (const InputFile& file : inputs.files) reader.read_walled(file, standard_input);
  std::stable_partition(reader.out.cards.begin(), reader.out.cards.end(),
                        [](const ReadCard& read) { return read.card.kind == model::CardKind::department; });
  return std::move(reader.out);
}

std::vector<diag::Diagnostic> no_scheme_named(const std::vector<ReadCard>& cards,
                                              const rulebook::Schemes& schemes, const ScoreRequest& request) {
  std::vector<Nameless> groups;
  for (const ReadCard& read : cards) {
    if (!read.card.scheme.empty()) continue;
    auto proposal = intake::propose_scheme(read.card, read.printed, schemes.list);
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const Nameless& g) { return same_proposal(g.proposal, proposal); });
    if (group == groups.end()) {
      groups.push_back({std::move(proposal), {}});
      group = groups.end() - 1;
    } else {
      keep_common(group->proposal.evidence, proposal.evidence);
      keep_common(group->proposal.doubts, proposal.doubts);
    }
    group->cards.push_back(&read.card);
  }
  std::vector<diag::Diagnostic> problems;
  const std::vector<bool> mixed = mixed_files(groups);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Nameless& group = groups[i];
    const model::Scorecard& first = *group.cards.front();
    const bool one = group.cards.size() == 1;
    const std::string who = one ? fmt::format("“{}”", first.title.text)
                                : fmt::format("“{}”等 {} 张表", first.title.text, group.cards.size());
    const bool all = group.cards.size() == cards.size();
    const bool part = request.without_scheme;
    problems.push_back(
        {part ? "C110" : "C106", fmt::format("{}没有写明方案{}", who, part ? "，只查了不靠方案的部分" : ""),
         fmt::format("{}看表上印的：{}。",
                     part ? "按规则该得几分、分值够不够、等级对不对，要有方案才查得出。"
                          : "没有方案就没有计分的规则。",
                     to_text(group.proposal, one ? intake::Places::shown : intake::Places::left_out)),
         what_to_do(group, mixed[i], all, request), first.place});
  }
  return problems;
}

}  // namespace jiheng::app
