// Small cards for the tests of the room, and the tables the target language is read with.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"

namespace jiheng::whatif {

inline std::shared_ptr<const base::Source> typed_source(std::string text, std::string name = "p1.yaml") {
  return std::make_shared<const base::Source>(base::Source{std::move(name), std::move(text)});
}

inline std::shared_ptr<const base::Source> rules_source(const std::string& name) {
  return typed_source(base::read_file(JIHENG_SOURCE_DIR "/rules/" + name, 1U << 20U).text, name);
}

inline const quantity::UnitTable& units() {
  static const quantity::UnitTable table = std::move(*rulebook::units_from_yaml(rules_source("units.yaml")));
  return table;
}

inline const target::WordTable& words() {
  static const target::WordTable table = std::move(*rulebook::words_from_yaml(rules_source("words.yaml")));
  return table;
}

/// All cards of a file.
inline std::vector<model::Scorecard> cards_of(const std::string& yaml) {
  return std::move(*rulebook::scorecards_from_yaml(typed_source(yaml)));
}

}  // namespace jiheng::whatif
