// Takes cards without a scheme, gives them the one written for their folder or in the environment. Whether there is such a
// scheme is score_paths.cc's.
#include "engine/app/usual_scheme.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/app/input_files.h"
#include "engine/app/score_paths.h"
#include "engine/diag/append.h"
#include "engine/diag/source_from_file.h"
#include "engine/rulebook/load.h"

namespace jiheng::app {
UsualSchemes::UsualSchemes(const ScoreRequest& request) : request_(request) {
  for (const std::string& path : request.paths) {
    if (path == "-" || !request.files->is_folder(path)) continue;
    named_.push_back(path.ends_with('/') ? path : path + "/");
  }
}

void UsualSchemes::give(model::Scorecard& card) {
  const base::SourcePtr& source = card.place.source;
  if (source && source->name != "-") card.scheme = of_file(source->name, card.kind);
  if (!card.scheme.empty()) {
    ++taken_[{card.scheme.text, card.scheme.place.source->name}];
  } else if (!request_.usual_scheme.empty()) {
    card.scheme.text = request_.usual_scheme;
    ++taken_[{request_.usual_scheme, ""}];
  }
}

std::vector<diag::Diagnostic> UsualSchemes::said() {
  std::vector<diag::Diagnostic> problems;
  for (Folder* folder : broken_.take()) append(problems, std::exchange(folder->problems, {}));
  for (const auto& [what, tables] : taken_) {
    const auto& [scheme, file] = what;
    problems.push_back(
        {"C113",
         fmt::format("{} 张表没有写方案，用{}的 {}", tables,
                     file.empty() ? "环境变量 JIHENG_SCHEME " : fmt::format("“{}”里写", file), scheme),
         "",
         "要用别的，加 --scheme，或写在表里。",
         {}});
  }
  return problems;
}

model::Field UsualSchemes::of_file(const std::string& path, model::CardKind kind) {
  std::string folder = folder_of(path);
  const auto named =
      std::find_if(named_.begin(), named_.end(), [&](const std::string& n) { return folder.starts_with(n); });
  std::size_t top = named == named_.end() ? folder.size() : named->size();
  for (const std::string& archive : request_.paths) {  // files in it stand beside it
    if (named == named_.end() && folder.starts_with(archive + "/")) top = folder_of(archive).size();
  }
  for (;;) {
    Folder& here = at(folder);
    bool& met = kind == model::CardKind::department ? here.met_by_department : here.met_by_project;
    if (!here.problems.empty() && !std::exchange(met, true)) broken_.put(kind, &here);
    if (!here.scheme.empty() || folder.size() <= top) return here.scheme;
    folder = folder_of(folder.substr(0, folder.size() - 1));
  }
}

UsualSchemes::Folder& UsualSchemes::at(const std::string& folder) {
  const auto [at, is_new] = folders_.try_emplace(folder);
  Folder& here = at->second;
  const std::string path = folder + std::string(kSettingsFile);
  if (!is_new || !request_.files->exists(path)) return here;
  auto source = diag::source_from_file(path, *request_.files);
  append(here.problems, std::move(source.problems));
  if (!source) return here;
  auto scheme = rulebook::usual_scheme_from_yaml(*source);
  append(here.problems, std::move(scheme.problems));
  if (scheme) here.scheme = std::move(*scheme);
  return here;
}

std::vector<diag::Diagnostic> give_usual_schemes(std::vector<ReadCard>& cards, const ScoreRequest& request) {
  UsualSchemes schemes(request);
  for (ReadCard& read : cards) {
    if (read.card.scheme.empty()) schemes.give(read.card);
  }
  return schemes.said();
}

}  // namespace jiheng::app
