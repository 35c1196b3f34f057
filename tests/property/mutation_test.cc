// One thing broken at a time in the 27 right tables: which mutants no finding catches? A mutant is caught when the
// findings differ from those of the unchanged tables. Seeded: the same mutants on every machine. The kinds are those of
// mutants.h.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/app/check_paths.h"
#include "engine/base/files.h"
#include "engine/explain/score.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"
#include "tests/property/mutants.h"

namespace jiheng::audit {
namespace {

constexpr unsigned kSeed = 20240301;
constexpr int kMutantsOfAKind = 25;

using model::Scorecard;

class Mutation : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    language_ = std::make_unique<diag::Result<rulebook::Language>>(
        rulebook::load_language(JIHENG_SOURCE_DIR "/rules"));
    schemes_ = std::make_unique<rulebook::Schemes>(rulebook::load_schemes(JIHENG_SOURCE_DIR "/rules"));
    for (const std::string& path :
         base::list_files(JIHENG_SOURCE_DIR "/scorecards/2023-tongcheng", {".yaml"}, 100).paths) {
      auto read = rulebook::scorecards_from_yaml(std::make_shared<const base::Source>(
          base::Source{path, base::read_file(path, rulebook::kMaxFileBytes).text}));
      ASSERT_TRUE(read);
      for (Scorecard& card : *read) cards_.push_back(std::move(card));
    }
    ASSERT_EQ(cards_.size(), 27U);
    for (const Scorecard& card : cards_) results_.push_back(scored(card));
  }
  static void TearDownTestSuite() {
    results_.clear();
    cards_.clear();
    schemes_.reset();
    language_.reset();
  }

  static scoring::Context context() {
    return {(*language_)->units, (*language_)->words, 1, &(*language_)->names};
  }
  static scoring::CardResult scored(const Scorecard& card) {
    return std::move(explain::score(*schemes_->find("hubei-2023"), std::span(&card, 1), context()).front());
  }

  /// What is said, without the figures of it: id, table and row.
  static std::multiset<std::string> said_about(const std::vector<scoring::CardResult>& results) {
    std::multiset<std::string> said;
    for (const Finding& f : audit(batch_of(results, {}, context().units, context().words, (*language_)->names,
                                           (*language_)->years))) {
      for (const Where& w : f.where) {
        said.insert(f.id + " " + w.card->id + " " + (w.row != nullptr ? w.row->name.text : ""));
      }
    }
    return said;
  }

  static inline std::unique_ptr<diag::Result<rulebook::Language>> language_;
  static inline std::unique_ptr<rulebook::Schemes> schemes_;
  static inline std::vector<Scorecard> cards_;
  static inline std::vector<scoring::CardResult> results_;
};

TEST_F(Mutation, BrokenTablesAreFound) {
  const std::multiset<std::string> before = said_about(results_);
  Random random(kSeed);
  int asked = 0;
  int caught = 0;
  std::string missed;
  for (const Kind& kind : kKinds) {
    int of_kind = 0;
    int caught_of_kind = 0;
    for (int tries = 0; of_kind < kMutantsOfAKind && tries < 40 * kMutantsOfAKind; ++tries) {
      const std::size_t at = pick(random, cards_.size());
      Scorecard card = cards_[at];
      if (!kind.break_it(card, random)) continue;
      ++of_kind;
      // Something new is said; that nothing else is said any more (a table is no longer perfect) does not count.
      std::vector<scoring::CardResult> results = results_;
      results[at] = scored(card);
      const std::multiset<std::string> after = said_about(results);
      const bool found = std::any_of(after.begin(), after.end(),
                                     [&](const std::string& s) { return after.count(s) > before.count(s); });
      caught_of_kind += found ? 1 : 0;
      if (!found && kind.caught) missed += std::string(kind.name) + " in " + card.id + "\n";
    }
    EXPECT_EQ(of_kind, kMutantsOfAKind) << kind.name;
    std::printf("%-45s %2d of %2d\n", kind.name, caught_of_kind, of_kind);
    if (!kind.caught) continue;
    asked += of_kind;
    caught += caught_of_kind;
  }
  std::printf("%d of %d mutants caught; not caught:\n%s", caught, asked, missed.c_str());
  EXPECT_GE(asked, 500);
  EXPECT_GE(caught * 100, asked * 95) << "not caught:\n" << missed;
}

}  // namespace
}  // namespace jiheng::audit
