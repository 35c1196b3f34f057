// Reading scoring standards, one thread: the texts of the table of cases, shuffled, each with its 分值, with places and problems
// kept. A string a second is an item a second. One long text at growing lengths shows that reading is linear.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"
#include "engine/standard/parse.h"

namespace jiheng {
namespace {

const std::string kRoot = JIHENG_SOURCE_DIR;

quantity::UnitTable unit_table() {
  const std::string path = kRoot + "/rules/units.yaml";
  auto table = rulebook::units_from_yaml(
      std::make_shared<const base::Source>(base::Source{path, base::read_file(path, 1U << 22U).text}));
  if (!table) throw std::runtime_error(path);
  return std::move(*table);
}

/// 分值 and text of each case, in an order that is the same every run.
std::vector<std::pair<std::optional<base::Decimal>, std::string>> texts() {
  std::vector<std::pair<std::optional<base::Decimal>, std::string>> all;
  std::ifstream file(kRoot + "/tests/cases/standard.tsv");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    all.emplace_back(base::Decimal::parse(line.substr(0, tab)),
                     line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1));
  }
  std::mt19937 random(1);  // NOLINT: the same order every run
  std::shuffle(all.begin(), all.end(), random);
  return all;
}

void parse_standards(benchmark::State& state) {
  const quantity::UnitTable units = unit_table();
  const auto all = texts();
  for (auto _ : state) {
    for (const auto& [marks, text] : all) benchmark::DoNotOptimize(standard::parse(text, {units, marks}));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
  state.counters["distinct"] = static_cast<double>(all.size());
}
BENCHMARK(parse_standards);

/// Within the limits of 4000 characters and 60 clauses: words, numbers and 每 that come to nothing, and a clause at the end.
void parse_one_long_standard(benchmark::State& state) {
  const quantity::UnitTable units = unit_table();
  std::string text;
  for (std::int64_t i = 0; i < state.range(0); ++i) text += "对每个项目核查3次资料，";
  text += "合格率达到95%得5分，每降低1个百分点扣0.5分。";
  for (auto _ : state) benchmark::DoNotOptimize(standard::parse(text, {units, base::Decimal(5)}));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(parse_one_long_standard)->RangeMultiplier(2)->Range(20, 320)->Complexity(benchmark::oN);

}  // namespace
}  // namespace jiheng
