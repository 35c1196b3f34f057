// engine/diag/catalogue.h: the one table of everything the program can say by id. An id is never reused.
// Families: C command line, L loading, T target, F formula, I intake, S scoring, A audit (W, R come with their rooms).
// Gives   id, name, severity, certainty, status and title of every message, sorted by id.
// Fails   nullptr for an id there is not.
// Source  docs/findings/, one page an id
#pragma once

#include <span>
#include <string_view>

#include "engine/diag/diagnostic.h"

namespace jiheng::diag {

struct CatalogueEntry {
  std::string_view id;
  std::string_view name;  ///< English, kebab-case: "not-understood"
  Severity severity;
  Certainty certainty;
  std::string_view status;  ///< 试行 正式 停用
  std::string_view since;   ///< version
  std::string_view title;   ///< Chinese, one line
};

std::span<const CatalogueEntry> catalogue();

/// nullptr for an id that is not in the catalogue. Accepts lower case.
const CatalogueEntry* find_entry(std::string_view id);

}  // namespace jiheng::diag
