// engine/report/json/json_from_documents.h: documents -> the JSON that `jiheng import --format json` prints.
// Source  docs/json.md and docs/import.md; keys in a stable order
#pragma once

#include <span>
#include <string>

#include "engine/intake/document.h"
#include "engine/intake/scheme_evidence.h"

namespace jiheng::report {

/// All tables, claims and passed-over texts of the documents, one list each, in their order. `proposals` has one for each
/// table.
std::string json_from_documents(std::span<const intake::Document> documents,
                                std::span<const intake::SchemeProposal> proposals);

}  // namespace jiheng::report
