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
#include "engine/app/input_files.h"
#include "engine/app/score_paths.h"
#include "engine/diag/append.h"
#include "engine/intake/document_kind.h"
#include "engine/intake/read_document.h"
#include "engine/intake/scheme_evidence.h"
#include "engine/rulebook/load.h"

namespace jiheng::app {
namespace {

constexpr std::size_t kFilesNamed = 5;  ///< in a command that is proposed

/// What one file holds, whatever the others hold.
struct FileRead {
  std::vector<model::Scorecard> scorecards;
  std::vector<std::optional<ReadCard>> tables;  ///< none: the table makes no card
  std::vector<model::Claim> claims;
  std::vector<diag::Diagnostic> problems;
  std::vector<intake::PassedOver> passed_over;
  bool counts = false;          ///< among the files read
  bool own_kind = false;        ///< scorecards
  bool looked_through = false;  ///< of a folder, and held nothing
};

std::optional<ReadCard> read_table(intake::Table& table, std::vector<diag::Diagnostic>& problems) {
  auto card = card_from_table(table);
  append(problems, std::move(card.problems));
  if (!card) return std::nullopt;
  return ReadCard{std::move(*card), std::move(table.printed)};
}

FileRead cards_in(const model::FormWords& forms, const InputDocument& input, Texts texts) {
  FileRead out;
  if (intake::holds_scorecards(input.source)) {
    out.counts = out.own_kind = true;
    auto cards = rulebook::scorecards_from_yaml(input.source);
    append(out.problems, std::move(cards.problems));
    if (cards) out.scorecards = std::move(*cards);
    return out;
  }
  auto document = intake::read_document(forms, input.source, input.ending, input.progress);
  const bool only_text = document && document->tables.empty();
  if (only_text && texts == Texts::taken && !document->claims.empty()) {
    std::erase_if(document.problems, [](const diag::Diagnostic& d) { return d.id == "I103"; });
  } else if (only_text && input.in_folder) {
    out.problems.push_back(left_in_folder(input.source->name));
    out.looked_through = true;
    return out;
  }
  append(out.problems, std::move(document.problems));
  if (!document) return out;
  out.counts = true;
  if (texts == Texts::taken) {
    out.claims = std::move(document->claims);
    out.passed_over = std::move(document->passed_over);
  }
  for (intake::Table& table : document->tables) out.tables.push_back(read_table(table, out.problems));
  return out;
}

/// The files one behind the other: tables of documents are numbered through all of them.
CardsRead put_together(std::vector<InputRead<FileRead>> inputs, std::size_t tables_before) {
  CardsRead out;
  for (InputRead<FileRead>& input : inputs) {
    const bool remark = input.is_remark();
    append(out.problems, std::move(input.problems));
    if (remark) continue;
    out.inputs.push_back({std::move(input.path), 0, false, false});
    if (!input.read) continue;
    FileRead& file = *input.read;
    append(out.problems, std::move(file.problems));
    if (file.counts) ++out.files;
    InputTally& tally = out.inputs.back();
    tally = {std::move(tally.path), file.scorecards.size() + file.tables.size(),
             file.counts || file.looked_through, file.own_kind};
    for (model::Scorecard& card : file.scorecards) out.cards.push_back({std::move(card), {}});
    std::move(file.claims.begin(), file.claims.end(), std::back_inserter(out.claims));
    std::move(file.passed_over.begin(), file.passed_over.end(), std::back_inserter(out.passed_over));
    for (std::optional<ReadCard>& table : file.tables) {
      const std::string id = fmt::format("t{:02}", tables_before + ++out.tables);
      if (!table) continue;
      table->card.id = id;
      out.cards.push_back(std::move(*table));
    }
    input.read.reset();
  }
  return out;
}

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

CardsRead cards_from_files(const model::FormWords& forms, const std::vector<InputFile>& files,
                           const std::optional<std::string>& standard_input, Texts texts, unsigned threads,
                           const Means& means, const base::FileStore& store, std::size_t tables_before) {
  return put_together(
      read_inputs<FileRead>(files, standard_input, Take::scorecards_and_documents, threads, means, store,
                            [&](const InputDocument& input) { return cards_in(forms, input, texts); }),
      tables_before);
}

CardsRead cards_from_paths(const model::FormWords& forms, const std::vector<std::string>& paths,
                           const std::optional<std::string>& standard_input, Texts texts, unsigned threads,
                           const Means& means, const base::FileStore& store) {
  InputFiles inputs = input_files(paths, Take::scorecards_and_documents, store);
  CardsRead out = cards_from_files(forms, inputs.files, standard_input, texts, threads, means, store);
  inputs.problems.insert(inputs.problems.end(), std::make_move_iterator(out.problems.begin()),
                         std::make_move_iterator(out.problems.end()));
  out.problems = std::move(inputs.problems);
  std::stable_partition(out.cards.begin(), out.cards.end(),
                        [](const ReadCard& read) { return read.card.kind == model::CardKind::department; });
  return out;
}

std::vector<diag::Diagnostic> no_scheme_named(const std::vector<ReadCard>& cards, rulebook::Schemes& schemes,
                                              const ScoreRequest& request) {
  std::vector<Nameless> groups;
  if (std::all_of(cards.begin(), cards.end(), [](const ReadCard& r) { return !r.card.scheme.empty(); }))
    return {};
  const std::vector<const model::Scheme*> candidates = schemes.all();
  for (const ReadCard& read : cards) {
    if (!read.card.scheme.empty()) continue;
    auto proposal = intake::propose_scheme(read.card, read.printed, candidates);
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
