// Takes paths, gives cards. Leaves scoring them to score_paths.
#include "engine/app/cards_from_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/app/card_from_table.h"
#include "engine/app/input_files.h"
#include "engine/diag/append.h"
#include "engine/intake/document_kind.h"
#include "engine/intake/read_document.h"
#include "engine/rulebook/load.h"

namespace jiheng::app {
namespace {

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

}  // namespace

CardsRead cards_from_files(const model::FormWords& forms, const std::vector<InputFile>& files,
                           const std::optional<std::string>& standard_input, Texts texts, unsigned threads,
                           const Means& means, const base::FileStore& store, std::size_t tables_before) {
  return put_together(
      read_inputs<FileRead>(files, standard_input, Take::scorecards_and_documents, threads, means, store,
                            [&](const InputDocument& input) { return cards_in(forms, input, texts); }),
      tables_before);
}

CardsRead cards_from_opened(const model::FormWords& forms, OpenedInput input, Texts texts, const Means& means,
                            std::size_t tables_before) {
  if (input.old && input.document) renew_old_inputs(means.office, {&input});
  std::vector<InputRead<FileRead>> read;
  read.push_back(read_opened<FileRead>(
      std::move(input), [&](const InputDocument& document) { return cards_in(forms, document, texts); }));
  return put_together(std::move(read), tables_before);
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

}  // namespace jiheng::app
