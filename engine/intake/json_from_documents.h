// engine/intake/json_from_documents.h: documents -> the JSON that `jiheng import --format json` prints.
// Source  docs/json.md and docs/import.md; keys in a stable order
#pragma once

#include <span>
#include <string>

#include "engine/intake/document.h"

namespace jiheng::intake {

/// All tables, claims and passed-over texts of the documents, one list each, in their order.
std::string json_from_documents(std::span<const Document> documents);

}  // namespace jiheng::intake
