// Checking in memory, beside the scoring that comes before it: the 26 published project tables again and again, each time
// of another unit. Argument: how many tables.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <vector>

#include "engine/audit/audit.h"
#include "engine/base/files.h"
#include "engine/explain/score.h"
#include "engine/rulebook/language.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/rules.h"
#include "engine/rulebook/yaml_tree.h"

namespace jiheng::audit {
namespace {

const std::string kRules = JIHENG_SOURCE_DIR "/rules";

struct Fixture {
  diag::Result<rulebook::Language> language = rulebook::load_language(kRules);
  rulebook::Schemes schemes = rulebook::load_schemes(kRules);
  std::vector<model::Scorecard> cards;

  explicit Fixture(std::size_t count) {
    for (const std::string& path :
         base::list_files(JIHENG_SOURCE_DIR "/scorecards/2023-tongcheng", {".yaml"}, 100).paths) {
      auto read = rulebook::scorecards_from_yaml(std::make_shared<const base::Source>(
          base::Source{path, base::read_file(path, rulebook::kMaxFileBytes).text}));
      if (read->front().kind == model::CardKind::project) cards.push_back(std::move(read->front()));
    }
    const std::size_t published = cards.size();
    while (cards.size() < count) {
      cards.push_back(cards[cards.size() - published]);
      cards.back().unit_name.text += std::to_string(cards.size() / published);
    }
  }
  std::vector<scoring::CardResult> scored() {
    return explain::score(*schemes.find("hubei-2023"), cards, {language->units, language->words});
  }
};

void set_rate(benchmark::State& state) {
  state.counters["tables"] =
      benchmark::Counter(static_cast<double>(state.range(0)), benchmark::Counter::kIsIterationInvariantRate);
}

void BM_Score(benchmark::State& state) {
  Fixture fixture(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(fixture.scored());
  set_rate(state);
}
BENCHMARK(BM_Score)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

void BM_Audit(benchmark::State& state) {
  Fixture fixture(static_cast<std::size_t>(state.range(0)));
  const auto results = fixture.scored();
  for (auto _ : state) {
    benchmark::DoNotOptimize(audit(batch_of(results, {}, fixture.language->units, fixture.language->words,
                                            fixture.language->names, fixture.language->years)));
  }
  set_rate(state);
}
BENCHMARK(BM_Audit)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace jiheng::audit
