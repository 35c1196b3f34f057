// engine/rulebook/forms.h: rules/forms/ -> the forms that tables are printed on, and the words by which tables are recognised;
// rules/forms/reports/ -> the outlines of their reports.
// Takes   words.yaml of the forms, and one file a form (every other *.yaml) or outline.
// Fails   C101 unreadable, L… per file; a broken form does not take the others away. L122 two forms, or outlines, of one name.
// Source  docs/form-language.md
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/model/form_layout.h"
#include "engine/model/form_words.h"
#include "engine/model/report_outline.h"
#include "engine/rulebook/load.h"

namespace jiheng::rulebook {

inline constexpr std::string_view kFormsFolder = "forms";      ///< of a folder of rules
inline constexpr std::string_view kReportsFolder = "reports";  ///< of the folder of forms
/// The form, and the outline of the report, of a scheme that names none.
inline constexpr std::string_view kUsualForm = "全国";
inline constexpr std::string_view kUsualOutline = "湖北";

struct Forms {
  std::vector<std::shared_ptr<const model::FormLayout>> list;  ///< in the order of their files
  std::vector<std::shared_ptr<const model::ReportOutline>> outlines;
  std::vector<diag::Diagnostic> problems;  ///< of the files that are not in the lists

  /// nullptr if there is none of this name.
  std::shared_ptr<const model::FormLayout> find(std::string_view name) const;
  std::shared_ptr<const model::ReportOutline> find_outline(std::string_view name) const;
};

/// The forms and outlines of a folder of rules.
Forms load_forms(const std::string& rules_folder);

/// words.yaml, the words that `forms`, those of the folder, themselves print, and units.yaml; L133 a word that is two things.
diag::Result<model::FormWords> load_form_words(const std::string& rules_folder, const Forms& forms);

/// Gives the scheme its form and the outline of its report: those it names, or the usual ones. False, and L203 where all files
/// were read, if there is none.
bool give_form(model::Scheme& scheme, const Forms& forms, std::vector<diag::Diagnostic>& problems);

/// One form. L160 a row as wide as the form is not, L161 a part that is missing or there twice; L203 an unknown field.
diag::Result<model::FormLayout> form_layout_from_yaml(const SourcePtr& source);

/// One outline. L203 a part nobody knows, L109 an item that is none or two.
diag::Result<model::ReportOutline> report_outline_from_yaml(const SourcePtr& source);

/// rules/forms/words.yaml, before the words of the forms are added.
diag::Result<model::FormWords> form_words_from_yaml(const SourcePtr& source);

/// The words a form prints beside what it asks for: 年初目标值 above the column of the targets.
void add_words_of(const model::FormLayout& form, model::FormWords& words,
                  std::vector<diag::Diagnostic>& problems);

}  // namespace jiheng::rulebook
