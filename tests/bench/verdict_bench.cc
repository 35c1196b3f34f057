// How fast units are found and rows compared, one thread.
#include <benchmark/benchmark.h>

#include <array>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/target/compare.h"

namespace jiheng {
namespace {

quantity::UnitTable shipped_units() {
  const std::string path = JIHENG_SOURCE_DIR "/rules/units.yaml";
  const auto text = base::read_file(path, rulebook::kMaxFileBytes).text;
  return std::move(
      *rulebook::units_from_yaml(std::make_shared<const base::Source>(base::Source{path, text})));
}

void find_units(benchmark::State& state) {
  const quantity::UnitTable units = shipped_units();
  constexpr std::array<std::string_view, 8> kTails = {"%",    "人",       "人次/年", "元/人/月",
                                                      "万元", "个工作日", "平方米",  "左右"};
  for (auto _ : state) {
    for (const std::string_view tail : kTails) benchmark::DoNotOptimize(units.longest_at(tail, 0));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kTails.size()));
}
BENCHMARK(find_units);

target::Predicate amount(target::Op op, std::int64_t value, std::string unit, std::int64_t scale) {
  target::Predicate p;
  p.kind = target::Kind::quantity;
  p.op = op;
  p.value = value;
  p.unit = std::move(unit);
  p.scale = scale;
  return p;
}

void compare_rows(benchmark::State& state) {
  const quantity::UnitTable units = shipped_units();
  const target::WordTable words;
  const std::array<target::Predicate, 2> targets = {amount(target::Op::ge, 90, "%", 1),
                                                    amount(target::Op::le, 8, "元", 10000)};
  const std::array<target::Predicate, 2> actuals = {amount(target::Op::none, 96, "%", 1),
                                                    amount(target::Op::none, 175000, "元", 1)};
  for (auto _ : state) {
    for (std::size_t i = 0; i < targets.size(); ++i) {
      benchmark::DoNotOptimize(
          target::compare(targets[i], actuals[i], target::BareMeaning::at_least, units, words));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(targets.size()));
}
BENCHMARK(compare_rows);

}  // namespace
}  // namespace jiheng
