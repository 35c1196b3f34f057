// engine/app/import_documents.h: paths of published documents -> tables, and the files they become.
// Takes   text (this version); other kinds are refused by their ending and first bytes.
// Fails   C101 unreadable, I105 an old office file, I106 a kind this version does not read, the I ids of
//         intake/text_encoding.h and intake/tables_from_text.h, I107 a table that makes no valid scorecard.
#pragma once

#include <string>
#include <vector>

#include "engine/app/named_text.h"
#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"

namespace jiheng::app {

struct ImportRequest {
  std::vector<std::string> paths;  ///< "-" is the standard input
  std::string standard_input;
};

struct ImportOutcome {
  std::vector<intake::Document> documents;  ///< tables numbered through all of them
  std::vector<diag::Diagnostic> problems;
};

ImportOutcome import_documents(const ImportRequest& request);

struct ScorecardTexts {
  std::vector<NamedText> files;  ///< one a table: t01.yaml …
  std::vector<diag::Diagnostic> problems;
};

/// Scorecards that load reads back; a table that cannot be one is I107.
ScorecardTexts scorecards_of(const std::vector<intake::Document>& documents);

/// All of them as one YAML file: a list under 自评表.
std::string one_file_of(const std::vector<NamedText>& scorecards);

/// One line an indicator, with the fields of its table.
std::string csv_of(const std::vector<intake::Document>& documents);

struct ImportCounts {
  std::size_t tables = 0;
  std::size_t rows = 0;
  std::size_t cells = 0;
  std::size_t claims = 0;
  std::size_t passed_over = 0;
};
ImportCounts counts_of(const std::vector<intake::Document>& documents);

}  // namespace jiheng::app
