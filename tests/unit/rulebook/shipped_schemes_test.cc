// Every scheme that is shipped loads without a word, says where it comes from, and has an example for each
// clause.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/diag/print.h"
#include "engine/rulebook/load.h"
#include "tests/unit/rulebook/scheme_sources.h"

namespace jiheng::rulebook {
namespace {

model::Scheme scheme_of(const SourcePtr& source) {
  auto scheme = scheme_from_yaml(source, shipped_schemes());
  EXPECT_TRUE(scheme) << diag::to_text(scheme.problems, {});
  EXPECT_TRUE(scheme.problems.empty()) << diag::to_text(scheme.problems, {});
  return scheme ? std::move(*scheme) : model::Scheme{};
}

TEST(ShippedSchemes, AllLoadUnderTheNameOfTheirFile) {
  std::set<std::string> ids;
  for (const SourcePtr& source : shipped_schemes()) {
    const model::Scheme scheme = scheme_of(source);
    EXPECT_TRUE(source->name.ends_with("/" + scheme.id + ".yaml")) << source->name << " " << scheme.id;
    EXPECT_TRUE(scheme.enabled) << scheme.id;
    ids.insert(scheme.id);
  }
  const std::set<std::string> expected = {
      "hubei-2023",        "national-2020",          "national-2016",
      "sichuan-2023",      "hunan-department-steps", "jiyuan-department-2024",
      "budget-system-cap", "budget-system",          "printed-standards"};
  EXPECT_EQ(ids, expected);
}

TEST(ShippedSchemes, EveryClauseSaysItsSourceAndWhatIsNotVerifiedIsOff) {
  for (const SourcePtr& source : shipped_schemes()) {
    const model::Scheme scheme = scheme_of(source);
    for (const model::Clause& clause : scheme.clauses) {
      EXPECT_FALSE(clause.source.document.empty()) << scheme.id << " " << clause.id;
      EXPECT_FALSE(clause.source.paragraph.empty()) << scheme.id << " " << clause.id;
      EXPECT_NE(clause.source.status, "未核实") << scheme.id << " " << clause.id;
    }
  }
}

TEST(ShippedSchemes, EveryOwnClauseAndComputedValueHasAnExample) {
  for (const SourcePtr& source : shipped_schemes()) {
    const model::Scheme scheme = scheme_of(source);
    std::set<std::string> clauses;
    std::string names;
    bool execution = false;
    for (const model::Example& example : scheme.examples) {
      execution = execution || example.execution.has_value();
      for (const model::ExpectedRow& row : example.rows) clauses.insert(row.rule);
      for (const model::Indicator& row : example.card.sections[0].indicators) names += row.name.text + "\n";
    }
    for (const model::Clause& clause : scheme.clauses) {
      if (clause.place.source->name != source->name) continue;  // inherited: has its example there
      EXPECT_TRUE(clauses.contains(clause.id)) << scheme.id << " " << clause.id;
    }
    for (const model::Computed& computed : scheme.computed) {
      EXPECT_NE(names.find(computed.name), std::string::npos) << scheme.id << " " << computed.name;
    }
    EXPECT_EQ(execution, scheme.execution.has_value()) << scheme.id;
  }
}

}  // namespace
}  // namespace jiheng::rulebook
