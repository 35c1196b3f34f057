// Cells as people type them, read and compared with the shipped rules: tests/cases/verdict.tsv, and every row
// of the published tables.
#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <tuple>
#include <vector>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/target/compare.h"
#include "engine/target/parse.h"
#include "tests/unit/rulebook/yaml_texts.h"

namespace jiheng::rulebook {
namespace {

using target::BareMeaning;

SourcePtr source_at(const std::string& path) {
  return std::make_shared<const base::Source>(base::Source{path, base::read_file(path, kMaxFileBytes).text});
}

struct Rules {
  quantity::UnitTable units = std::move(*units_from_yaml(source_at(kRoot + "/rules/units.yaml")));
  target::WordTable words = std::move(*words_from_yaml(source_at(kRoot + "/rules/words.yaml")));
};

target::Verdict verdict(std::string_view target_cell, std::string_view actual_cell, BareMeaning bare,
                        std::optional<int> year = std::nullopt, target::Say say = target::Say::why) {
  static const Rules kRules;
  const auto read = [&](std::string_view cell, bool actual) {
    return target::parse(cell,
                         {.units = kRules.units, .words = kRules.words, .year = year, .actual = actual});
  };
  return target::compare(read(target_cell, false), read(actual_cell, true), bare, kRules.units, kRules.words,
                         say);
}

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
  cells.resize(6);
  return cells;
}

TEST(VerdictTable, EveryRowComesOutAsWritten) {
  const std::map<std::string, BareMeaning> meanings = {{"at_least", BareMeaning::at_least},
                                                       {"at_most", BareMeaning::at_most},
                                                       {"exactly", BareMeaning::exactly},
                                                       {"open", BareMeaning::undetermined}};
  std::istringstream file(source_at(kRoot + "/tests/cases/verdict.tsv")->text);
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const auto cells = split(line);
    ASSERT_TRUE(meanings.contains(cells[2])) << line;
    const target::Verdict v = verdict(cells[0], cells[1], meanings.at(cells[2]));
    std::string ids;
    for (const target::Problem& p : v.remarks) ids += (ids.empty() ? "" : " ") + std::string(p.id);
    EXPECT_EQ(to_string(v.status), cells[3]) << line << "\n  " << v.why;
    EXPECT_EQ(ids, cells[4]) << line << "\n  " << v.why;
    const target::Verdict lean =
        verdict(cells[0], cells[1], meanings.at(cells[2]), std::nullopt, target::Say::nothing);
    EXPECT_EQ(std::tie(lean.status, lean.direction, lean.target_value, lean.target_value2, lean.actual_value,
                       lean.actual_value2, lean.unit, lean.days_late, lean.bare_target),
              std::tie(v.status, v.direction, v.target_value, v.target_value2, v.actual_value,
                       v.actual_value2, v.unit, v.days_late, v.bare_target))
        << line;
    EXPECT_TRUE(lean.remarks.empty()) << line;
    ++rows;
  }
  EXPECT_GE(rows, 100);
}

/// Every cell of the parser's referee table, as a target and as an actual.
std::vector<std::string> referee_cells() {
  std::istringstream file(source_at(kRoot + "/tests/cases/target.tsv")->text);
  std::vector<std::string> cells;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && !line.starts_with('#')) cells.push_back(line.substr(0, line.find('\t')));
  }
  return cells;
}

// A target copied into the actual may be undetermined (references, ≥96% is itself met), but never missed.
TEST(VerdictTable, ACopiedTargetIsNeverMissed) {
  for (const std::string& cell : referee_cells()) {
    const target::Verdict v = verdict(cell, cell, BareMeaning::at_least);
    if (cell.starts_with("未达成")) continue;  // as an actual it answers the form: not reached
    EXPECT_NE(v.status, target::Status::missed) << cell << ": " << v.why;
  }
}

TEST(VerdictTable, EveryPairOfCellsHasAVerdictWithItsWhy) {
  const std::vector<std::string> cells = referee_cells();
  ASSERT_GE(cells.size(), 600U);
  for (std::size_t t = 0; t < cells.size(); t += 3) {
    for (std::size_t a = t % 17; a < cells.size(); a += 17) {
      const target::Verdict v = verdict(cells[t], cells[a], BareMeaning::at_most, 2023);
      ASSERT_FALSE(v.why.empty()) << cells[t] << " | " << cells[a];
      for (const target::Problem& p : v.remarks)
        ASSERT_FALSE(p.message.empty()) << cells[t] << " | " << cells[a];
    }
  }
}

// 27 tables, 259 rows, each with full marks claimed. One claim is false.
TEST(VerdictTable, EveryPublishedRowIsMetButOne) {
  const auto files = base::list_files(kRoot + "/scorecards/2023-tongcheng", {".yaml"}, 100);
  int rows = 0;
  std::vector<std::string> missed;
  for (const std::string& path : files.paths) {
    const auto cards = scorecards_from_yaml(source_at(path));
    ASSERT_TRUE(cards) << path;
    for (const model::Scorecard& card : *cards) {
      for (const model::Section& section : card.sections) {
        for (const model::Indicator& row : section.indicators) {
          const bool cost = row.level2.text.find("成本") != std::string::npos;
          const auto bare = cost ? BareMeaning::at_most : BareMeaning::at_least;
          const auto v = verdict(row.target.text, row.actual.text, bare, card.year);
          ++rows;
          if (v.status == target::Status::met) continue;
          EXPECT_EQ(v.status, target::Status::missed) << path << ": " << row.name.text << ": " << v.why;
          missed.push_back(v.why);
        }
      }
    }
  }
  EXPECT_EQ(rows, 259);
  EXPECT_EQ(missed, std::vector<std::string>{"完成 17.5万元 > 目标上限 8万元，未达标"});
}

}  // namespace
}  // namespace jiheng::rulebook
