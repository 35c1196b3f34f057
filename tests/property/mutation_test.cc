// One thing broken at a time in the tables of every department: which mutants no finding catches? A mutant is caught when
// the findings differ from those of the unchanged tables. Seeded: the same mutants on every machine. The kinds are those
// of mutants.h; a department has mutants of a kind as far as its tables offer it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <random>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/app/check_paths.h"
#include "engine/audit/audit.h"
#include "engine/base/files.h"
#include "engine/explain/score.h"
#include "engine/rulebook/language.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"
#include "tests/property/mutants.h"
#include "tests/property/rounds.h"
#include "tests/property/shipped_rules.h"

namespace jiheng::audit {
namespace {

constexpr unsigned kSeed = 20240301;
constexpr int kMutantsOfAKind = rounds(25);

const rulebook::Language& language() {
  static const diag::Result<rulebook::Language> language =
      rulebook::load_language(JIHENG_SOURCE_DIR "/rules");
  return *language;
}

scoring::Context context() { return {language().units, language().words, 1, &language().names}; }

/// What is said, without the figures of it: id, table and row.
std::multiset<std::string> said_about(const std::vector<scoring::CardResult>& results) {
  std::multiset<std::string> said;
  const rulebook::Language& l = language();
  for (const Finding& f : audit(batch_of(results, {}, l.units, l.words, l.names, l.years))) {
    for (const Where& w : f.where)
      said.insert(f.id + " " + w.card->id + " " + (w.row != nullptr ? w.row->name.text : ""));
  }
  return said;
}

/// The mutants of one department, a kind at a time.
class Mutation {
 public:
  explicit Mutation(const shipped::Department& department)
      : department_(department),
        results_(explain::score(department.scheme(), department.cards, context())),
        before_(said_about(results_)) {}

  /// How many there are, and how many of them are caught.
  std::pair<int, int> mutants_of(const Kind& kind) {
    int made = 0;
    int caught = 0;
    for (int tries = 0; made < kMutantsOfAKind && tries < 40 * kMutantsOfAKind; ++tries) {
      const std::size_t at = pick(random_, department_.cards.size());
      Scorecard card = department_.cards[at];
      if (!kind.break_it(card, random_)) continue;
      ++made;
      if (is_caught(card, at)) {
        ++caught;
      } else if (kind.caught) {
        missed_ += std::string(kind.name) + " in " + department_.folder + " " + card.id + "\n";
      }
    }
    return {made, caught};
  }

  const std::string& missed() const { return missed_; }

 private:
  /// Something new is said; that nothing else is said any more (a table is no longer perfect) does not count.
  bool is_caught(const Scorecard& card, std::size_t at) const {
    std::vector<scoring::CardResult> results = results_;
    results[at] = std::move(explain::score(department_.scheme(), std::span(&card, 1), context()).front());
    const std::multiset<std::string> after = said_about(results);
    return std::any_of(after.begin(), after.end(),
                       [&](const std::string& s) { return after.count(s) > before_.count(s); });
  }

  const shipped::Department& department_;
  std::vector<scoring::CardResult> results_;
  std::multiset<std::string> before_;
  Random random_{kSeed};
  std::string missed_;
};

TEST(Mutants, BrokenTablesAreFound) {
  std::map<std::string, int> made_of_kind;
  for (const shipped::Department& department : shipped::departments()) {
    Mutation mutation(department);
    int asked = 0;
    int caught = 0;
    std::printf("%s\n", department.folder.c_str());
    for (const Kind& kind : kKinds) {
      const auto [made, found] = mutation.mutants_of(kind);
      std::printf("  %-45s %2d of %2d\n", kind.name, found, made);
      made_of_kind[kind.name] += made;
      if (!kind.caught) continue;
      asked += made;
      caught += found;
    }
    std::printf("  %d of %d mutants caught; not caught:\n%s", caught, asked, mutation.missed().c_str());
    EXPECT_GE(asked, 20 * kMutantsOfAKind);
    EXPECT_GE(caught * 100, asked * 95) << department.folder << ", not caught:\n" << mutation.missed();
  }
  for (const auto& [name, made] : made_of_kind) EXPECT_GE(made, kMutantsOfAKind) << name;
}

}  // namespace
}  // namespace jiheng::audit
