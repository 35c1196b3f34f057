// engine/app/usual_scheme.h: tables that name no scheme -> the one of their folder (绩衡.yaml), else the one of the environment
// (JIHENG_SCHEME). What is written nearer to the table goes first: --scheme, the table, its folder, the environment.
// Takes   cards as read, the folders that were named.
// Fails   C101, L… of a 绩衡.yaml: its tables stay without a scheme.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/app/cards_from_paths.h"
#include "engine/app/each/departments_first.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::app {

struct ScoreRequest;

class UsualSchemes {
 public:
  /// The request outlives this.
  explicit UsualSchemes(const ScoreRequest& request);
  /// To a card that names none. A 绩衡.yaml is looked for beside the file and in the folders above it, up to the one that was
  /// named.
  void give(model::Scorecard& card);
  /// What was wrong with a 绩衡.yaml, in the order of departments_first.h; then C113, which scheme was taken from where, and
  /// for how many tables.
  std::vector<diag::Diagnostic> said();

 private:
  struct Folder {
    model::Field scheme;
    std::vector<diag::Diagnostic> problems;
    bool met_by_department = false;
    bool met_by_project = false;
  };
  model::Field of_file(const std::string& path, model::CardKind kind);
  Folder& at(const std::string& folder);

  const ScoreRequest& request_;
  std::vector<std::string> named_;
  std::map<std::string, Folder> folders_;
  DepartmentsFirst<Folder*> broken_;                                  ///< with problems, as they were met
  std::map<std::pair<std::string, std::string>, std::size_t> taken_;  ///< scheme and file: tables
};

/// All cards at once.
std::vector<diag::Diagnostic> give_usual_schemes(std::vector<ReadCard>& cards, const ScoreRequest& request);

}  // namespace jiheng::app
