// engine/app/cards_from_paths.h: files and folders -> scorecards: those of scorecard files, and the tables of documents.
// Takes   what input_files.h takes, scorecards and documents; a table of a document becomes a card in memory, its places in
//         the document.
// Fails   as input_files.h, document_from_path.h, card_from_table.h and load. What is wrong in one file takes only that away.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/app/inputs/open_inputs.h"
#include "engine/base/file_store.h"
#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"
#include "engine/model/form_words.h"
#include "engine/model/scorecard.h"

namespace jiheng::app {

struct ReadCard {
  model::Scorecard card;
  intake::Printed printed;  ///< on the form; empty for one of a scorecard file
};

/// Whether the texts of documents are taken beside their tables: for those that compare them.
enum class Texts { left, taken };

struct CardsRead {
  std::vector<ReadCard> cards;       ///< departments' own tables first, then projects, each as read
  std::vector<model::Claim> claims;  ///< of the documents in the order read
  std::vector<diag::Diagnostic> problems;
  std::size_t files = 0;
  std::vector<InputTally> inputs;                    ///< in the order read, those that could not be too
  std::vector<intake::PassedOver> passed_over = {};  ///< of the documents, where their texts are taken
  std::size_t tables = 0;  ///< of the documents, those that make no card too: as many have a number (t01 …)
};

/// `forms`: the words by which tables of documents are recognised. With Texts::taken a document that holds statements and no
/// table, such as a report, is read too; else it is I103, or I141 in a folder. Files are read on as many threads; what is
/// given does not depend on how many.
CardsRead cards_from_paths(const model::FormWords& forms, const std::vector<std::string>& paths,
                           const std::optional<std::string>& standard_input, Texts texts = Texts::left,
                           unsigned threads = 1, const Means& means = {},
                           const base::FileStore& store = base::disk());

/// A part of the files of input_files.h, whose problems are left to the caller: their tables are numbered behind the
/// `tables_before` of the parts before. The cards stand as read.
CardsRead cards_from_files(const model::FormWords& forms, const std::vector<InputFile>& files,
                           const std::optional<std::string>& standard_input, Texts texts, unsigned threads,
                           const Means& means, const base::FileStore& store, std::size_t tables_before = 0);

/// The same of one document that is open already (open_inputs.h): an archive is read document by document so.
CardsRead cards_from_opened(const model::FormWords& forms, OpenedInput input, Texts texts, const Means& means,
                            std::size_t tables_before = 0);

}  // namespace jiheng::app
