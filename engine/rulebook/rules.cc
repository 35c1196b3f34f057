// Takes the folder of rules, gives tables and schemes. Leaves reading YAML to load and choosing the folder to
// cli.
#include "engine/rulebook/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/near_word.h"
#include "engine/diag/append.h"
#include "engine/diag/source_from_file.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/load.h"

namespace jiheng::rulebook {
namespace {

constexpr std::string_view kUnitsFile = "units.yaml";
constexpr std::string_view kWordsFile = "words.yaml";
constexpr std::string_view kNamesFile = "names.yaml";
constexpr std::string_view kYears = "years.yaml";

diag::Diagnostic no_rules(const std::string& folder) {
  return {"C105",
          fmt::format("找不到规则文件夹“{}”", folder),
          "计量单位、定性词和方案都从规则文件夹读取。",
          "用 --rules 指出文件夹，或设置环境变量 JIHENG_RULES。",
          {}};
}

}  // namespace

diag::Result<quantity::UnitTable> load_units(const std::string& folder) {
  if (!base::is_folder(folder)) return no_rules(folder);
  auto source = diag::source_from_file(fmt::format("{}/{}", folder, kUnitsFile));
  if (!source) return std::move(source.problems);
  return rulebook::units_from_yaml(*source);
}

const model::Scheme* Schemes::compiled(std::size_t i) {
  Entry& entry = entries_[i];
  if (!entry.compiled) {
    auto scheme = scheme_from_files(files_, i);
    entry.compiled = true;
    entry.problems = std::move(scheme.problems);
    if (scheme && give_form(*scheme, forms_, entry.problems))
      entry.scheme = std::make_unique<const model::Scheme>(std::move(*scheme));
  }
  return entry.scheme.get();
}

const model::Scheme* Schemes::find(std::string_view id) {
  for (std::size_t i = 0; i < files_.size(); ++i) {
    if (files_.id(i) != id) continue;
    if (const model::Scheme* scheme = compiled(i)) return scheme;
  }
  return nullptr;
}

std::vector<const model::Scheme*> Schemes::all() {
  std::vector<const model::Scheme*> list;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    if (const model::Scheme* scheme = compiled(i)) list.push_back(scheme);
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const model::Scheme* a, const model::Scheme* b) { return a->id < b->id; });
  return list;
}

std::vector<diag::Diagnostic> Schemes::problems() const {
  std::vector<diag::Diagnostic> all = problems_;
  all.insert(all.end(), forms_.problems.begin(), forms_.problems.end());
  for (const Entry& entry : entries_) all.insert(all.end(), entry.problems.begin(), entry.problems.end());
  return all;
}

Schemes load_schemes(const std::string& folder, Forms forms) {
  Schemes schemes;
  if (!base::is_folder(folder)) {
    schemes.problems_.push_back(no_rules(folder));
    return schemes;
  }
  const base::ListOutcome files = base::list_files(folder, {".yaml", ".yml"}, diag::kMaxFiles);
  if (files.status != base::IoStatus::ok) {
    schemes.problems_.push_back(diag::cannot_read(folder, files.status));
    return schemes;
  }
  schemes.forms_ = std::move(forms);
  const std::string forms_folder = fmt::format("{}/{}/", folder, kFormsFolder);
  std::vector<SourcePtr> sources;
  for (const std::string& path : files.paths) {
    const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
    if (path.starts_with(forms_folder) || name == kUnitsFile || name == kWordsFile || name == kNamesFile ||
        name == kYears)
      continue;
    auto source = diag::source_from_file(path);
    append(schemes.problems_, std::move(source.problems));
    if (source) sources.push_back(*source);
  }
  schemes.files_ = SchemeFiles(sources);
  schemes.entries_.resize(sources.size());
  return schemes;
}

Schemes load_schemes(const std::string& folder) { return load_schemes(folder, load_forms(folder)); }

diag::Diagnostic unknown_scheme(std::string_view id, Schemes& schemes, const base::Place& place) {
  std::vector<std::string_view> ids;  // of those that can be used
  for (const model::Scheme* scheme : schemes.all()) ids.push_back(scheme->id);
  const std::string_view near = base::near_word(id, ids);
  return {"C106", fmt::format("没有方案“{}”", id), fmt::format("现有的方案：{}。", fmt::join(ids, "、")),
          near.empty() ? "用 jiheng list schemes 查看方案，改用其中一个。"
                       : fmt::format("是不是想写“{}”？", near),
          place};
}

}  // namespace jiheng::rulebook
