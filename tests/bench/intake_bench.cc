// Reading published text: bytes and lines a second for running text and for grids, at one size and at ten times it.
#include <benchmark/benchmark.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "engine/intake/tables/tables_from_text.h"
#include "tests/unit/intake/forms.h"

namespace jiheng::intake {
namespace {

/// The document, `copies` times one after the other.
SourcePtr source_of(const char* name, int copies) {
  std::ostringstream text;
  for (int i = 0; i < copies; ++i) {
    text << std::ifstream(std::string(JIHENG_SOURCE_DIR "/samples/documents/") + name, std::ios::binary)
                .rdbuf();
    text << "\n\n";
  }
  return std::make_shared<const base::Source>(base::Source{name, text.str()});
}

void read(benchmark::State& state, const char* name) {
  const SourcePtr source = source_of(name, static_cast<int>(state.range(0)));
  std::size_t cells = 0;
  for (auto _ : state) {
    const auto document = tables_from_text(forms(), source);
    cells = 0;
    for (const Table& table : document->tables) cells += cell_count(table);
    benchmark::DoNotOptimize(cells);
  }
  const auto rounds = static_cast<double>(state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(source->text.size()) * state.iterations());
  state.counters["cells/s"] =
      benchmark::Counter(static_cast<double>(cells) * rounds, benchmark::Counter::kIsRate);
}

BENCHMARK_CAPTURE(read, running_text, "2023-selfeval.txt")->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read, grid, "2024-department-targets.txt")
    ->Arg(10)
    ->Arg(100)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read, wide_grid, "2024-wide-targets.txt")->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace jiheng::intake
