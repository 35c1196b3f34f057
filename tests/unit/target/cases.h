// Reads the tables of tests/cases and the shipped rules, for the tests of the target room.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"
#include "engine/target/parse.h"

namespace jiheng::target {

struct Rules {
  quantity::UnitTable units;
  WordTable words;
};

inline const Rules& shipped_rules() {
  static const Rules rules = [] {
    const auto source = [](const char* path) {
      return std::make_shared<const base::Source>(base::Source{
          path, base::read_file(std::string(JIHENG_SOURCE_DIR) + "/rules/" + path, 1U << 22U).text});
    };
    auto units = rulebook::units_from_yaml(source("units.yaml"));
    auto words = rulebook::words_from_yaml(source("words.yaml"));
    for (const auto& p : units.problems) ADD_FAILURE() << p.place.line << ": " << p.message;
    for (const auto& p : words.problems) ADD_FAILURE() << p.place.line << ": " << p.message;
    Rules loaded;
    if (units) loaded.units = std::move(*units);
    if (words) loaded.words = std::move(*words);
    return loaded;
  }();
  return rules;
}

struct Row {
  int line = 0;
  std::vector<std::string> columns;  ///< the first has its line breaks back
};

inline std::vector<Row> read_rows(const std::string& name) {
  std::ifstream file(std::string(JIHENG_SOURCE_DIR) + "/tests/cases/" + name);
  std::vector<Row> rows;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') {
      if (line.find('\t') == std::string::npos) continue;
    }
    Row row{number, {}};
    std::istringstream columns(line);
    for (std::string column; std::getline(columns, column, '\t');) row.columns.push_back(column);
    if (row.columns.empty()) continue;
    std::string& text = row.columns[0];
    for (std::size_t at; (at = text.find("\\n")) != std::string::npos;) text.replace(at, 2, "\n");
    rows.push_back(std::move(row));
  }
  return rows;
}

/// The context a note asks for: @actual, @year=2024, @level2=成本指标.
inline ParseContext context_of(const Rules& rules, const std::string& note) {
  ParseContext context{rules.units, rules.words};
  std::istringstream words(note);
  for (std::string word; words >> word;) {
    if (word == "@actual") context.actual = true;
    if (word.starts_with("@year=")) context.year = std::stoi(word.substr(6));
  }
  return context;
}

}  // namespace jiheng::target
