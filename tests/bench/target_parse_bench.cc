// Reading target cells, one thread: the distinct cells of the published documents, shuffled, with the places
// of all pieces and the messages kept, and without them, as for numbers alone. A string a second is an item a second.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"
#include "engine/target/parse.h"

namespace jiheng {
namespace {

const std::string kRoot = JIHENG_SOURCE_DIR;

/// The first column of the tables, once each, in an order that is the same every run.
std::vector<std::string> cells() {
  std::set<std::string> distinct;
  for (const char* name : {"published_readings.tsv", "published_cells.txt"}) {
    std::ifstream file(kRoot + "/tests/cases/" + name);
    for (std::string line; std::getline(file, line);) {
      if (line.empty() || line[0] == '#') continue;
      distinct.insert(line.substr(0, line.find('\t')));
    }
  }
  std::vector<std::string> all(distinct.begin(), distinct.end());
  std::mt19937 random(1);  // NOLINT: the same order every run
  std::shuffle(all.begin(), all.end(), random);
  return all;
}

template <class Table>
Table loaded(const char* name, diag::Result<Table> (*from_yaml)(const rulebook::SourcePtr&)) {
  const std::string path = kRoot + "/rules/" + name;
  auto table = from_yaml(
      std::make_shared<const base::Source>(base::Source{path, base::read_file(path, 1U << 22U).text}));
  if (!table) throw std::runtime_error(path);
  return std::move(*table);
}

void parse_cells(benchmark::State& state, target::Say say) {
  const auto units = loaded<quantity::UnitTable>("units.yaml", rulebook::units_from_yaml);
  const auto words = loaded<target::WordTable>("words.yaml", rulebook::words_from_yaml);
  target::ParseContext context{units, words};
  context.say = say;
  const std::vector<std::string> all = cells();
  std::size_t bytes = 0;
  for (const std::string& cell : all) bytes += cell.size();
  for (auto _ : state) {
    for (const std::string& cell : all) benchmark::DoNotOptimize(target::parse(cell, context));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  state.counters["distinct"] = static_cast<double>(all.size());
}
BENCHMARK_CAPTURE(parse_cells, told, target::Say::why);
BENCHMARK_CAPTURE(parse_cells, numbers_alone, target::Say::nothing);

}  // namespace
}  // namespace jiheng
