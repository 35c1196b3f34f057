// engine/rulebook/language.h: the tables the target language is read with, out of a folder of rules.
// Takes   a folder of rules.
// Fails   C101, C105 and the L… ids of the four files; there is no language then.
// Source  rules/units.yaml, words.yaml, names.yaml, years.yaml
#pragma once

#include <string>

#include "engine/diag/diagnostic.h"
#include "engine/model/form_words.h"
#include "engine/model/name_words.h"
#include "engine/model/year_rules.h"
#include "engine/quantity/units.h"
#include "engine/rulebook/forms.h"
#include "engine/target/words.h"

namespace jiheng::rulebook {

struct Language {
  quantity::UnitTable units;
  target::WordTable words;
  model::NameWords names;
  model::YearRules years;
  model::FormWords forms;  ///< by which tables are recognised
};

/// units.yaml, words.yaml, names.yaml, years.yaml and forms/words.yaml with the words of the forms; all problems of them.
/// `forms`, whose own problems load_schemes says, are read where none are given. C101 unreadable, C105 no folder of rules,
/// L… per file.
diag::Result<Language> load_language(const std::string& folder, const Forms& forms);
diag::Result<Language> load_language(const std::string& folder);

}  // namespace jiheng::rulebook
