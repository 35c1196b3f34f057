// Takes the folder of rules, gives tables and schemes. Leaves reading YAML to load and choosing the folder to
// cli.
#include "engine/rulebook/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "engine/base/near_word.h"
#include "engine/diag/append.h"
#include "engine/diag/source_from_file.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/load.h"

namespace jiheng::rulebook {
namespace {

constexpr std::string_view kUnits = "units.yaml";
constexpr std::string_view kWords = "words.yaml";
constexpr std::string_view kNames = "names.yaml";
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
  auto source = diag::source_from_file(fmt::format("{}/{}", folder, kUnits));
  if (!source) return std::move(source.problems);
  return rulebook::units_from_yaml(*source);
}

const model::Scheme* Schemes::find(std::string_view id) const {
  const auto found =
      std::find_if(list.begin(), list.end(), [id](const model::Scheme& s) { return s.id == id; });
  return found == list.end() ? nullptr : &*found;
}

Schemes load_schemes(const std::string& folder) {
  Schemes schemes;
  if (!base::is_folder(folder)) {
    schemes.problems.push_back(no_rules(folder));
    return schemes;
  }
  const base::ListOutcome files = base::list_files(folder, {".yaml", ".yml"}, diag::kMaxFiles);
  if (files.status != base::IoStatus::ok) {
    schemes.problems.push_back(diag::cannot_read(folder, files.status));
    return schemes;
  }
  const Forms forms = load_forms(folder);
  schemes.problems = forms.problems;
  const std::string forms_folder = fmt::format("{}/{}/", folder, kFormsFolder);
  std::vector<rulebook::SourcePtr> sources;
  for (const std::string& path : files.paths) {
    const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
    if (path.starts_with(forms_folder) || name == kUnits || name == kWords || name == kNames ||
        name == kYears)
      continue;
    auto source = diag::source_from_file(path);
    append(schemes.problems, std::move(source.problems));
    if (source) sources.push_back(*source);
  }
  for (const rulebook::SourcePtr& source : sources) {
    auto scheme = rulebook::scheme_from_yaml(source, sources);
    append(schemes.problems, std::move(scheme.problems));
    if (scheme && give_form(*scheme, forms, schemes.problems)) schemes.list.push_back(std::move(*scheme));
  }
  std::stable_sort(schemes.list.begin(), schemes.list.end(),
                   [](const model::Scheme& a, const model::Scheme& b) { return a.id < b.id; });
  return schemes;
}

diag::Diagnostic unknown_scheme(std::string_view id, const Schemes& schemes, const base::Place& place) {
  std::vector<std::string_view> ids;
  std::transform(schemes.list.begin(), schemes.list.end(), std::back_inserter(ids),
                 [](const model::Scheme& s) { return std::string_view(s.id); });
  const std::string_view near = base::near_word(id, ids);
  return {"C106", fmt::format("没有方案“{}”", id), fmt::format("现有的方案：{}。", fmt::join(ids, "、")),
          near.empty() ? "用 jiheng list schemes 查看方案，改用其中一个。"
                       : fmt::format("是不是想写“{}”？", near),
          place};
}

}  // namespace jiheng::rulebook
