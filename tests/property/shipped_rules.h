// The rules and the departments' tables of the tree, read once a program.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/rules.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/scoring/score.h"

namespace jiheng::shipped {

inline const quantity::UnitTable& units() {
  static const quantity::UnitTable units = std::move(*rulebook::load_units(JIHENG_SOURCE_DIR "/rules"));
  return units;
}

inline const target::WordTable& words() {
  static const target::WordTable words = [] {
    auto text = base::read_file(JIHENG_SOURCE_DIR "/rules/words.yaml", 1U << 20U).text;
    return std::move(*rulebook::words_from_yaml(
        std::make_shared<const base::Source>(base::Source{"words.yaml", std::move(text)})));
  }();
  return words;
}

inline const model::NameWords& names() {
  static const model::NameWords names = [] {
    auto text = base::read_file(JIHENG_SOURCE_DIR "/rules/names.yaml", 1U << 20U).text;
    return std::move(*rulebook::name_words_from_yaml(
        std::make_shared<const base::Source>(base::Source{"names.yaml", std::move(text)})));
  }();
  return names;
}

inline scoring::Context context() { return {units(), words(), 1, &names()}; }

inline const rulebook::Schemes& schemes() {
  static const rulebook::Schemes schemes = rulebook::load_schemes(JIHENG_SOURCE_DIR "/rules");
  return schemes;
}

inline std::vector<std::string> scheme_ids() {
  std::vector<std::string> ids;
  for (const model::Scheme& s : schemes().list) ids.push_back(s.id);
  return ids;
}

/// The tables of one department and year: its own, then its projects'.
struct Department {
  std::string folder;  ///< below scorecards/
  std::vector<model::Scorecard> cards;
  const model::Scheme& scheme() const { return *schemes().find(cards.front().scheme.text); }
};

/// Folder and how many tables it holds.
inline constexpr std::pair<const char*, std::size_t> kDepartments[] = {{"2023-tongcheng", 27},
                                                                       {"2023-zijiang", 7}};

/// Every department of the tree that is scored.
inline const std::vector<Department>& departments() {
  static const std::vector<Department> departments = [] {
    std::vector<Department> all;
    for (const auto& [folder, tables] : kDepartments) {
      Department department{folder, {}};
      const std::string path = std::string(JIHENG_SOURCE_DIR "/scorecards/") + folder;
      for (const std::string& file : base::list_files(path, {".yaml"}, 100).paths) {
        auto cards = rulebook::scorecards_from_yaml(std::make_shared<const base::Source>(
            base::Source{file, base::read_file(file, rulebook::kMaxFileBytes).text}));
        if (!cards) std::abort();  // NOLINT: a test of the cards says what is wrong; here nothing can be done
        for (model::Scorecard& card : *cards) department.cards.push_back(std::move(card));
      }
      if (department.cards.size() != tables) std::abort();
      all.push_back(std::move(department));
    }
    return all;
  }();
  return departments;
}

inline const Department& department(const std::string& folder) {
  for (const Department& d : departments()) {
    if (d.folder == folder) return d;
  }
  std::abort();
}

inline std::vector<std::string> department_names() {
  std::vector<std::string> names;
  for (const auto& [folder, tables] : kDepartments) names.emplace_back(folder);
  return names;
}

/// "hubei-2023" -> "hubei_2023": names of tests are words.
inline std::string test_name(std::string id) {
  std::replace(id.begin(), id.end(), '-', '_');
  return id.front() >= '0' && id.front() <= '9' ? "of_" + id : id;
}

}  // namespace jiheng::shipped
