// engine/rulebook/rules.h: a folder of rules -> its units and schemes (its words, names and years: language.h).
// Takes   a folder with units.yaml, words.yaml, names.yaml, years.yaml, the folder forms (forms.h) and one file a scheme
//         (every other *.yaml).
// Fails   C101 unreadable, C105 no folder of rules, L… per file. A broken scheme file does not take the
// others away.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/model/scheme.h"
#include "engine/quantity/units.h"

namespace jiheng::rulebook {

/// units.yaml.
diag::Result<quantity::UnitTable> load_units(const std::string& folder);

struct Schemes {
  std::vector<model::Scheme> list;         ///< sorted by id
  std::vector<diag::Diagnostic> problems;  ///< of the files that are not in the list

  /// nullptr if there is none with this id.
  const model::Scheme* find(std::string_view id) const;
};
Schemes load_schemes(const std::string& folder);

/// C106 for an id that no file has, with a near one if there is one.
diag::Diagnostic unknown_scheme(std::string_view id, const Schemes& schemes, const base::Place& place);

}  // namespace jiheng::rulebook
