// Takes the folder of rules, gives the units and words in it.
#include "engine/app/language.h"

#include <iterator>

#include "engine/app/rules.h"
#include "engine/app/source_from_file.h"
#include "engine/load/load.h"

namespace jiheng::app {

diag::Result<Language> load_language(const std::string& folder) {
  auto units = load_units(folder);
  diag::Result<Language> language(std::move(units.problems));
  if (!base::is_folder(folder)) return language;
  auto source = source_from_file(folder + "/words.yaml");
  auto words =
      source ? load::words_from_yaml(*source) : diag::Result<target::WordTable>(std::move(source.problems));
  std::move(words.problems.begin(), words.problems.end(), std::back_inserter(language.problems));
  if (units && words) language.value = Language{std::move(*units), std::move(*words)};
  return language;
}

}  // namespace jiheng::app
