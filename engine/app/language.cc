// Takes the folder of rules, gives the units, words, names and rules between years in it.
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
  const auto read = [&](std::string_view name, auto from_yaml) {
    auto source = source_from_file(folder + std::string(name));
    auto table = source ? from_yaml(*source) : decltype(from_yaml(*source))(std::move(source.problems));
    std::move(table.problems.begin(), table.problems.end(), std::back_inserter(language.problems));
    return table;
  };
  auto words = read("/words.yaml", load::words_from_yaml);
  auto names = read("/names.yaml", load::name_words_from_yaml);
  auto years = read("/years.yaml", load::year_rules_from_yaml);
  if (units && words && names && years) {
    language.value = Language{std::move(*units), std::move(*words), std::move(*names), std::move(*years)};
  }
  return language;
}

}  // namespace jiheng::app
