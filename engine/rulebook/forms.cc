// Takes the folder rules/forms, gives the forms and their words. What a file says is form_layout_from_yaml's and
// form_words_from_yaml's.
#include "engine/rulebook/forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "engine/base/near_word.h"
#include "engine/diag/append.h"
#include "engine/diag/source_from_file.h"
#include "engine/rulebook/rules.h"

namespace jiheng::rulebook {
namespace {

constexpr std::string_view kFormWordsFile = "words.yaml";

std::string folder_of(const std::string& rules_folder) {
  return fmt::format("{}/{}", rules_folder, kFormsFolder);
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// L122 for a name that is there already.
template <class Named>
void add_named(std::vector<std::shared_ptr<const Named>>& list, Named&& added, std::string_view what,
               std::vector<diag::Diagnostic>& problems) {
  const auto other =
      std::find_if(list.begin(), list.end(), [&added](const auto& o) { return o->name == added.name; });
  if (other == list.end()) {
    list.push_back(std::make_shared<const Named>(std::forward<Named>(added)));
    return;
  }
  problems.push_back({"L122", fmt::format("{}“{}”有两个文件", what, added.name),
                      fmt::format("另一个是 {}。", (*other)->place.source->name),
                      fmt::format("改掉一个的“{}”，或删去一个文件。", what), added.place});
}

/// L203 for a name that none of the list has.
template <class Named>
diag::Diagnostic unknown_name(std::string_view what, const model::Field& asked, std::string_view name,
                              const std::vector<std::shared_ptr<const Named>>& list, std::string_view where,
                              const base::Place& place) {
  std::vector<std::string_view> names;
  std::transform(list.begin(), list.end(), std::back_inserter(names),
                 [](const auto& f) { return std::string_view(f->name); });
  const std::string_view near = base::near_word(name, names);
  return {"L203", fmt::format("“{}”的值“{}”不认识", what, name),
          fmt::format("这里只能写：{}。", fmt::join(names, "、")),
          near.empty() ? fmt::format("改成上面的一个词，或在 {} 加一个{}。", where, what)
                       : fmt::format("是不是想写“{}”？", near),
          asked.empty() ? place : asked.place};
}

}  // namespace

std::shared_ptr<const model::FormLayout> Forms::find(std::string_view name) const {
  const auto found =
      std::find_if(list.begin(), list.end(), [name](const auto& f) { return f->name == name; });
  return found == list.end() ? nullptr : *found;
}

std::shared_ptr<const model::ReportOutline> Forms::find_outline(std::string_view name) const {
  const auto found =
      std::find_if(outlines.begin(), outlines.end(), [name](const auto& o) { return o->name == name; });
  return found == outlines.end() ? nullptr : *found;
}

Forms load_forms(const std::string& rules_folder) {
  Forms forms;
  const std::string folder = folder_of(rules_folder);
  const std::string reports = fmt::format("{}/{}/", folder, kReportsFolder);
  const base::ListOutcome files = base::list_files(folder, {".yaml", ".yml"}, diag::kMaxFiles);
  if (files.status != base::IoStatus::ok) {
    forms.problems.push_back(diag::cannot_read(folder, files.status));
    return forms;
  }
  for (const std::string& path : files.paths) {
    if (file_name(path) == kFormWordsFile) continue;
    auto source = diag::source_from_file(path);
    append(forms.problems, std::move(source.problems));
    if (!source) continue;
    if (path.starts_with(reports)) {
      auto outline = report_outline_from_yaml(*source);
      append(forms.problems, std::move(outline.problems));
      if (outline) add_named(forms.outlines, std::move(*outline), "提纲", forms.problems);
      continue;
    }
    auto form = form_layout_from_yaml(*source);
    append(forms.problems, std::move(form.problems));
    if (form) add_named(forms.list, std::move(*form), "表式", forms.problems);
  }
  return forms;
}

diag::Result<model::FormWords> load_form_words(const std::string& rules_folder, const Forms& forms) {
  auto source = diag::source_from_file(fmt::format("{}/{}", folder_of(rules_folder), kFormWordsFile));
  if (!source) return std::move(source.problems);
  auto words = form_words_from_yaml(*source);
  if (!words) return words;
  for (const auto& form : forms.list) add_words_of(*form, *words, words.problems);
  auto units = load_units(rules_folder);
  append(words.problems, std::move(units.problems));
  if (!units || diag::has_errors(words.problems)) return std::move(words.problems);
  words->units = std::move(*units);
  words->settle();
  return words;
}

bool give_form(model::Scheme& scheme, const Forms& forms, std::vector<diag::Diagnostic>& problems) {
  const std::string_view name =
      scheme.form_name.empty() ? kUsualForm : std::string_view(scheme.form_name.text);
  const std::string_view outline =
      scheme.outline_name.empty() ? kUsualOutline : std::string_view(scheme.outline_name.text);
  scheme.form = forms.find(name);
  scheme.outline = forms.find_outline(outline);
  if (scheme.form && scheme.outline) return true;
  if (!forms.problems.empty()) return false;  // it may be one of those that were not read
  if (!scheme.form)
    problems.push_back(
        unknown_name("表式", scheme.form_name, name, forms.list, "rules/forms/", scheme.place));
  if (!scheme.outline)
    problems.push_back(unknown_name("提纲", scheme.outline_name, outline, forms.outlines,
                                    "rules/forms/reports/", scheme.place));
  return false;
}

}  // namespace jiheng::rulebook
