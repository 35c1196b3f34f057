// engine/rulebook/rules.h: a folder of rules -> its units and schemes (its words, names and years: language.h).
// Takes   a folder with units.yaml, words.yaml, names.yaml, years.yaml, the folder forms (forms.h) and one file a scheme
//         (every other *.yaml).
// Fails   C101 unreadable, C105 no folder of rules, L… per file. A broken scheme file does not take the others away, and is
//         spoken of only where its scheme is asked for, or all are.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/model/scheme.h"
#include "engine/quantity/units.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/scheme_files.h"

namespace jiheng::rulebook {

/// units.yaml.
diag::Result<quantity::UnitTable> load_units(const std::string& folder);

/// The scheme files of a folder. Their heads are looked at when they are loaded; a file is parsed and compiled, with those it
/// inherits from, when its scheme is first asked for. Not for several threads at once; what was handed out stays where it is
/// as long as this lives, also when it is moved.
class Schemes {
 public:
  Schemes() = default;

  /// nullptr if there is none with this id, or its file has errors (then they are among the problems).
  const model::Scheme* find(std::string_view id);
  /// Those without errors, sorted by id.
  std::vector<const model::Scheme*> all();
  /// Of the folder, and of the files compiled so far, in the order of the files.
  std::vector<diag::Diagnostic> problems() const;

 private:
  friend Schemes load_schemes(const std::string& folder, Forms forms);
  struct Entry {
    bool compiled = false;
    std::unique_ptr<const model::Scheme> scheme;
    std::vector<diag::Diagnostic> problems;
  };
  const model::Scheme* compiled(std::size_t i);

  std::vector<diag::Diagnostic> problems_;  ///< of the folder
  Forms forms_;
  SchemeFiles files_{{}};
  std::vector<Entry> entries_;  ///< in the order of files_
};
/// `forms` are those of the folder, read where none are given.
Schemes load_schemes(const std::string& folder, Forms forms);
Schemes load_schemes(const std::string& folder);

/// C106 for an id that no file has, with a near one if there is one.
diag::Diagnostic unknown_scheme(std::string_view id, Schemes& schemes, const base::Place& place);

}  // namespace jiheng::rulebook
