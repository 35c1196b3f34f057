// Simulation of the 27 tables (260 rows) in memory. Google Benchmark runs all of these in one process, one thread:
//   WholeSimulation     simulate(): every value of every row scored exactly, then draws, exact sums, totals, grades
//   ValuesOnce          the part of it that does not grow with the draws: every value of every row scored once
//   MuParserOnceARow    draws and points by muParser compiled once, called once a row and draw; sums in doubles
//   PlainLoop           the same by a loop in C++
//   ScoreEachDraw       score() on cards with the drawn values on them: what the simulation must equal
// The last three give a number for each total only: nothing exact, no grades, no counts.
#include <benchmark/benchmark.h>
#include <malloc.h>
#include <muParser.h>

#include <memory>
#include <string>
#include <vector>

#include "engine/base/files.h"
#include "engine/explain/score.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/rules.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/whatif/draws/card_draws.h"
#include "engine/whatif/draws/draws.h"
#include "engine/whatif/draws/simulate.h"

namespace jiheng::whatif {
namespace {

std::shared_ptr<const base::Source> source_of(const std::string& path) {
  return std::make_shared<const base::Source>(
      base::Source{path, base::read_file(path, rulebook::kMaxFileBytes).text});
}

struct Stock {
  quantity::UnitTable units;
  target::WordTable words;
  rulebook::Schemes schemes;
  std::vector<model::Scorecard> tables;
  std::vector<UncertainCard> cards;  ///< every number ±5%
  scoring::Context context() const { return {units, words}; }
};

const Stock& stock() {
  static const std::unique_ptr<const Stock> stock = [] {
    const std::string rules = JIHENG_SOURCE_DIR "/rules";
    auto s =
        std::make_unique<Stock>(Stock{std::move(*rulebook::load_units(rules)),
                                      std::move(*rulebook::words_from_yaml(source_of(rules + "/words.yaml"))),
                                      rulebook::load_schemes(rules),
                                      {},
                                      {}});
    const auto list = base::list_files(JIHENG_SOURCE_DIR "/scorecards/2023-tongcheng", {".yaml"}, 100);
    for (const std::string& path : list.paths) {
      auto cards = rulebook::scorecards_from_yaml(source_of(path));
      for (model::Scorecard& c : *cards) s->tables.push_back(std::move(c));
    }
    const auto uncertainty = uncertainty_from_text("±5%", {}, s->context());
    for (const model::Scorecard& card : s->tables) {
      UncertainCard uncertain{s->schemes.find("hubei-2023"), &card, {}};
      const auto add = [&](const Spot& spot) {
        auto values = possible_values(*uncertainty, card, spot, s->context());
        if (values) uncertain.values.push_back({spot, std::move(*values)});
      };
      for (std::size_t i = 0; i < card.sections.size(); ++i) {
        for (std::size_t r = 0; r < card.sections[i].indicators.size(); ++r)
          add({Spot::What::actual, {i, r}});
      }
      if (card.budget.executed) add({Spot::What::executed});
      s->cards.push_back(std::move(uncertain));
    }
    return s;
  }();
  return *stock;
}

void count(benchmark::State& state, std::uint64_t draws) {
  std::size_t rows = 0;
  std::size_t uncertain = 0;
  std::size_t values = 0;
  for (const model::Scorecard& c : stock().tables) {
    for (const model::Section& s : c.sections) rows += s.indicators.size();
  }
  for (const UncertainCard& c : stock().cards) {
    for (const UncertainValue& v : c.values) {
      uncertain += v.values.count() > 1 ? 1 : 0;
      values += v.values.count();
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(draws * rows));
  state.counters["rows"] = static_cast<double>(rows);
  state.counters["uncertain"] = static_cast<double>(uncertain);
  state.counters["values"] = static_cast<double>(values);
}

/// Bytes in use now.
double bytes() { return static_cast<double>(mallinfo2().uordblks + mallinfo2().hblkhd); }

void WholeSimulation(benchmark::State& state) {
  SimulationOptions options;
  options.draws = static_cast<std::uint64_t>(state.range(0));
  const double before = bytes();
  double kept = 0;
  for ([[maybe_unused]] auto _ : state) {
    const auto result = simulate(stock().cards, options, stock().context());
    benchmark::DoNotOptimize(result->cards.data());
    kept = bytes() - before;
  }
  count(state, options.draws);
  state.counters["result_bytes"] = kept;
}
BENCHMARK(WholeSimulation)->Arg(1000)->Arg(10000)->Arg(100000)->Arg(1000000)->Unit(benchmark::kMillisecond);

void ValuesOnce(benchmark::State& state) {
  const SimulationOptions options;
  for ([[maybe_unused]] auto _ : state) {
    for (std::size_t c = 0; c < stock().cards.size(); ++c)
      benchmark::DoNotOptimize(CardDraws(stock().cards[c], c, options, stock().context()).places());
  }
  count(state, 1);
}
BENCHMARK(ValuesOnce)->Unit(benchmark::kMillisecond);

/// A row as plain numbers: full marks, target, the least value and the step; whether more is better.
struct PlainRow {
  double full = 0, target = 1, from = 0, step = 0;
  bool higher = true;
  std::uint32_t values = 1;
  std::uint64_t stream = 0;
};
const std::vector<std::vector<PlainRow>>& plain_rows() {
  static const std::vector<std::vector<PlainRow>> rows = [] {
    std::vector<std::vector<PlainRow>> all;
    const Stock& s = stock();
    const auto scored = explain::score(*s.cards[0].scheme, s.tables, s.context());
    for (std::size_t c = 0; c < s.cards.size(); ++c) {
      std::vector<PlainRow>& out = all.emplace_back();
      for (const scoring::IndicatorResult& row : scored[c].indicators) {
        PlainRow r;
        r.full = row.full_marks->to_double();
        if (row.verdict.target_value && !row.verdict.target_value->is_zero() && row.verdict.actual_value) {
          r.target = row.verdict.target_value->to_double();
          r.higher = row.verdict.direction != target::Direction::lower;
          const double actual = row.verdict.actual_value->to_double();
          const Spot spot{Spot::What::actual, row.id};
          for (const UncertainValue& v : s.cards[c].values) {
            if (v.spot == spot) r.values = v.values.count();
          }
          r.stream = stream_of(c, spot);
          r.from = actual * 0.95;
          r.step = r.values > 1 ? actual * 0.1 / (r.values - 1) : 0;
        }
        out.push_back(r);
      }
    }
    return all;
  }();
  return rows;
}

/// The totals of every card and draw, the points of a row by `points(row, actual)`.
template <class PointsOf>
double totals(std::uint64_t draws, const PointsOf& points) {
  constexpr std::uint64_t kBlock = 8192;
  double check = 0;
  for (const std::vector<PlainRow>& card : plain_rows()) {
    for (std::uint64_t first = 0; first < draws; first += kBlock) {
      const std::size_t size = std::min(kBlock, draws - first);
      std::vector<double> total(size);
      std::vector<std::uint32_t> steps(size);
      for (const PlainRow& row : card) {
        draw_steps(kDefaultSeed, row.stream, first, row.values, steps);
        for (std::size_t d = 0; d < size; ++d) total[d] += points(row, row.from + row.step * steps[d]);
      }
      for (const double t : total) check += t;
    }
  }
  return check;
}

void MuParserOnceARow(benchmark::State& state) {
  const auto draws = static_cast<std::uint64_t>(state.range(0));
  double full = 0, target = 0, actual = 0, higher = 0;
  mu::Parser parser;
  parser.DefineVar("full", &full);
  parser.DefineVar("target", &target);
  parser.DefineVar("actual", &actual);
  parser.DefineVar("higher", &higher);
  parser.SetExpr(
      "(higher ? actual >= target : actual <= target) ? full : (higher ? full*actual/target : "
      "full*target/actual)");
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(totals(draws, [&](const PlainRow& row, double value) {
      full = row.full;
      target = row.target;
      actual = value;
      higher = row.higher ? 1 : 0;
      return parser.Eval();
    }));
  }
  count(state, draws);
}
BENCHMARK(MuParserOnceARow)->Arg(100000)->Unit(benchmark::kMillisecond);

void PlainLoop(benchmark::State& state) {
  const auto draws = static_cast<std::uint64_t>(state.range(0));
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(totals(draws, [](const PlainRow& row, double value) {
      const bool met = row.higher ? value >= row.target : value <= row.target;
      return met ? row.full : row.higher ? row.full * value / row.target : row.full * row.target / value;
    }));
  }
  count(state, draws);
}
BENCHMARK(PlainLoop)->Arg(100000)->Unit(benchmark::kMillisecond);

void ScoreEachDraw(benchmark::State& state) {
  const auto draws = static_cast<std::size_t>(state.range(0));
  const Stock& s = stock();
  for ([[maybe_unused]] auto _ : state) {
    for (std::size_t c = 0; c < s.cards.size(); ++c) {
      std::vector<model::Scorecard> drawn(draws, s.tables[c]);
      for (const UncertainValue& v : s.cards[c].values) {
        std::vector<std::uint32_t> steps(draws);
        draw_steps(kDefaultSeed, stream_of(c, v.spot), 0, v.values.count(), steps);
        for (std::size_t d = 0; d < draws; ++d) put(drawn[d], v.spot, v.values.text(steps[d]));
      }
      benchmark::DoNotOptimize(explain::score(*s.cards[c].scheme, drawn, s.context()).data());
    }
  }
  count(state, draws);
}
BENCHMARK(ScoreEachDraw)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace jiheng::whatif
