// Takes cards without a scheme, gives them the one written for their folder or in the environment. Whether there is such a
// scheme is score_paths.cc's.
#include "engine/app/usual_scheme.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "engine/app/input_files.h"
#include "engine/app/score_paths.h"
#include "engine/diag/append.h"
#include "engine/diag/source_from_file.h"
#include "engine/rulebook/load.h"

namespace jiheng::app {
namespace {

class UsualSchemes {
 public:
  explicit UsualSchemes(const ScoreRequest& request) : request_(request) {
    for (const std::string& path : request.paths) {
      if (path == "-" || !request.files->is_folder(path)) continue;
      named_.push_back(path.ends_with('/') ? path : path + "/");
    }
  }

  void give(model::Scorecard& card) {
    const base::SourcePtr& source = card.place.source;
    if (source && source->name != "-") card.scheme = of_file(source->name);
    if (!card.scheme.empty()) {
      ++taken_[{card.scheme.text, card.scheme.place.source->name}];
    } else if (!request_.usual_scheme.empty()) {
      card.scheme.text = request_.usual_scheme;
      ++taken_[{request_.usual_scheme, ""}];
    }
  }

  std::vector<diag::Diagnostic> said() {
    for (const auto& [what, tables] : taken_) {
      const auto& [scheme, file] = what;
      problems_.push_back(
          {"C113",
           fmt::format("{} 张表没有写方案，用{}的 {}", tables,
                       file.empty() ? "环境变量 JIHENG_SCHEME " : fmt::format("“{}”里写", file), scheme),
           "",
           "要用别的，加 --scheme，或写在表里。",
           {}});
    }
    return std::move(problems_);
  }

 private:
  /// Beside the file, else in the folders above it up to the one that was named.
  model::Field of_file(const std::string& path) {
    std::string folder = folder_of(path);
    const auto named = std::find_if(named_.begin(), named_.end(),
                                    [&](const std::string& n) { return folder.starts_with(n); });
    std::size_t top = named == named_.end() ? folder.size() : named->size();
    for (const std::string& archive : request_.paths) {  // files in it stand beside it
      if (named == named_.end() && folder.starts_with(archive + "/")) top = folder_of(archive).size();
    }
    for (;;) {
      model::Field scheme = of_folder(folder);
      if (!scheme.empty() || folder.size() <= top) return scheme;
      folder = folder_of(folder.substr(0, folder.size() - 1));
    }
  }

  const model::Field& of_folder(const std::string& folder) {
    const auto [at, is_new] = schemes_.try_emplace(folder);
    const std::string path = folder + std::string(kSettingsFile);
    if (!is_new || !request_.files->exists(path)) return at->second;
    auto source = diag::source_from_file(path, *request_.files);
    append(problems_, std::move(source.problems));
    if (!source) return at->second;
    auto scheme = rulebook::usual_scheme_from_yaml(*source);
    append(problems_, std::move(scheme.problems));
    if (scheme) at->second = std::move(*scheme);
    return at->second;
  }

  const ScoreRequest& request_;
  std::vector<std::string> named_;
  std::map<std::string, model::Field> schemes_;                       ///< by folder
  std::map<std::pair<std::string, std::string>, std::size_t> taken_;  ///< scheme and file: tables
  std::vector<diag::Diagnostic> problems_;
};

}  // namespace

std::vector<diag::Diagnostic> give_usual_schemes(std::vector<ReadCard>& cards, const ScoreRequest& request) {
  UsualSchemes schemes(request);
  for (ReadCard& read : cards) {
    if (read.card.scheme.empty()) schemes.give(read.card);
  }
  return schemes.said();
}

}  // namespace jiheng::app
