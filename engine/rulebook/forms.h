// engine/rulebook/forms.h: rules/forms/ -> the forms that tables are printed on, and the words by which tables are recognised.
// Takes   words.yaml there, and one file a form (every other *.yaml).
// Fails   C101 unreadable, L… per file; a broken form does not take the others away. L122 two forms of one name.
// Source  docs/form-language.md
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/model/form_layout.h"
#include "engine/model/form_words.h"
#include "engine/rulebook/load.h"

namespace jiheng::rulebook {

inline constexpr std::string_view kFormsFolder = "forms";  ///< of a folder of rules
/// The form of a scheme that names none.
inline constexpr std::string_view kUsualForm = "全国";

struct Forms {
  std::vector<std::shared_ptr<const model::FormLayout>> list;  ///< in the order of their files
  std::vector<diag::Diagnostic> problems;                      ///< of the files that are not in the list

  /// nullptr if there is none of this name.
  std::shared_ptr<const model::FormLayout> find(std::string_view name) const;
};

/// The forms of a folder of rules.
Forms load_forms(const std::string& rules_folder);

/// words.yaml, the words that `forms`, those of the folder, themselves print, and units.yaml; L133 a word that is two things.
diag::Result<model::FormWords> load_form_words(const std::string& rules_folder, const Forms& forms);

/// Gives the scheme its form: the one it names, or the usual one. False, and L203 where all forms were read, if there is none.
bool give_form(model::Scheme& scheme, const Forms& forms, std::vector<diag::Diagnostic>& problems);

/// One form. L160 a row as wide as the form is not, L161 a part that is missing or there twice; L203 an unknown field.
diag::Result<model::FormLayout> form_layout_from_yaml(const SourcePtr& source);

/// rules/forms/words.yaml, before the words of the forms are added.
diag::Result<model::FormWords> form_words_from_yaml(const SourcePtr& source);

/// The words a form prints beside what it asks for: 年初目标值 above the column of the targets.
void add_words_of(const model::FormLayout& form, model::FormWords& words,
                  std::vector<diag::Diagnostic>& problems);

}  // namespace jiheng::rulebook
