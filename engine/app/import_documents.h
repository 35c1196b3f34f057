// engine/app/import_documents.h: paths of documents and folders -> tables, what each says of its scheme, and the files they
// become.
// Takes   every kind of document_from_path.h.
// Fails   as that and input_files.h; I107 a table that makes no valid scorecard.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/app/inputs/open_inputs.h"
#include "engine/base/file_store.h"
#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"
#include "engine/intake/scheme_evidence.h"
#include "engine/model/form_words.h"
#include "engine/results/named_text.h"
#include "engine/rulebook/rules.h"

namespace jiheng::app {

struct ImportRequest {
  std::vector<std::string> paths;             ///< "-" is the standard input
  std::optional<std::string> standard_input;  ///< its bytes, where it is among the paths
  unsigned threads = 1;                       ///< the answer does not depend on it
  Means means = {};
  const base::FileStore* files = &base::disk();  ///< that the paths name
};

/// The proposals point into the schemes.
struct ImportOutcome {
  rulebook::Schemes schemes;
  std::vector<intake::Document> documents;        ///< tables numbered through all of them
  std::vector<intake::SchemeProposal> proposals;  ///< one a table, in their order
  std::vector<diag::Diagnostic> problems;
  std::vector<InputTally> inputs;  ///< documents in the order read, those that could not be too
};

/// Without schemes none is proposed.
ImportOutcome import_documents(const ImportRequest& request, const model::FormWords& forms,
                               rulebook::Schemes schemes = {});

/// "t01-t03、t05：建议方案 …": tables with the same proposal on one line.
std::vector<std::string> proposal_lines(const ImportOutcome& outcome);

struct ScorecardTexts {
  std::vector<results::NamedText> files;  ///< one a table: t01.yaml …
  std::vector<diag::Diagnostic> problems;
};

/// Scorecards that load reads back, the proposal above each as a comment; a table that cannot be one is I107.
ScorecardTexts scorecards_of(const ImportOutcome& outcome);

/// All of them as one YAML file: a list under 自评表.
std::string one_file_of(const std::vector<results::NamedText>& scorecards);

struct ImportCounts {
  std::size_t tables = 0;
  std::size_t rows = 0;
  std::size_t cells = 0;
  std::size_t claims = 0;
  std::size_t passed_over = 0;
};
ImportCounts counts_of(const std::vector<intake::Document>& documents);

}  // namespace jiheng::app
