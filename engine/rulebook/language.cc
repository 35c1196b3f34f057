// Takes the folder of rules, gives the units, words, names, rules between years and words of the forms in it.
#include "engine/rulebook/language.h"

#include <iterator>

#include "engine/diag/source_from_file.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/rules.h"

namespace jiheng::rulebook {

diag::Result<Language> load_language(const std::string& folder, const Forms& forms_of_folder) {
  if (!base::is_folder(folder)) return std::move(load_units(folder).problems);
  auto forms = load_form_words(folder, forms_of_folder);
  diag::Result<Language> language(std::move(forms.problems));
  const auto read = [&](std::string_view name, auto from_yaml) {
    auto source = diag::source_from_file(folder + std::string(name));
    auto table = source ? from_yaml(*source) : decltype(from_yaml(*source))(std::move(source.problems));
    std::move(table.problems.begin(), table.problems.end(), std::back_inserter(language.problems));
    return table;
  };
  auto words = read("/words.yaml", rulebook::words_from_yaml);
  auto names = read("/names.yaml", rulebook::name_words_from_yaml);
  auto years = read("/years.yaml", rulebook::year_rules_from_yaml);
  if (words && names && years && forms) {
    quantity::UnitTable units = forms->units;
    language.value = Language{std::move(units), std::move(*words), std::move(*names), std::move(*years),
                              std::move(*forms)};
  }
  return language;
}

diag::Result<Language> load_language(const std::string& folder) {
  return load_language(folder, load_forms(folder));
}

}  // namespace jiheng::rulebook
