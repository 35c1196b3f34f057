// engine/app/language.h: the tables the target language is read with, out of a folder of rules.
#pragma once

#include <string>

#include "engine/diag/diagnostic.h"
#include "engine/quantity/units.h"
#include "engine/target/words.h"

namespace jiheng::app {

struct Language {
  quantity::UnitTable units;
  target::WordTable words;
};

/// units.yaml and words.yaml; all problems of both. C101 unreadable, C105 no folder of rules, L… per file.
diag::Result<Language> load_language(const std::string& folder);

}  // namespace jiheng::app
