// The rules of the tree, read once a program.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/rules.h"
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

inline scoring::Context context() { return {units(), words()}; }

inline const rulebook::Schemes& schemes() {
  static const rulebook::Schemes schemes = rulebook::load_schemes(JIHENG_SOURCE_DIR "/rules");
  return schemes;
}

inline std::vector<std::string> scheme_ids() {
  std::vector<std::string> ids;
  for (const model::Scheme& s : schemes().list) ids.push_back(s.id);
  return ids;
}

/// "hubei-2023" -> "hubei_2023": names of tests are words.
inline std::string test_name(std::string id) {
  std::replace(id.begin(), id.end(), '-', '_');
  return id;
}

}  // namespace jiheng::shipped
