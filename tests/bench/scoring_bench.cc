// Scoring in memory. Google Benchmark runs all of these in one process, one thread:
//   WholeCards          score(): texts read, compared, points, reasons, sums; 12 indicators a card
//   ClausesInColumns    the clauses over columns with exact points and reasons, verdicts given
//   FormulasInColumns   the formulas of three clauses over columns, each over the rows the earlier ones left
//   MuParserOnceARow    the same points: muParser compiled once, called once a row
//   PlainLoop           the same points: a loop over arrays in C++
#include <benchmark/benchmark.h>
#include <malloc.h>
#include <muParser.h>

#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/files.h"
#include "engine/explain/score.h"
#include "engine/formula/formula.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/rules.h"
#include "engine/scoring/clauses.h"
#include "engine/scoring/score.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;

constexpr std::size_t kRowsACard = 12;
constexpr std::size_t kCards = 100000;

struct Rules {
  quantity::UnitTable units;
  target::WordTable words;
  rulebook::Schemes schemes;
};
Rules& rules() {
  static Rules rules = [] {
    const std::string folder = JIHENG_SOURCE_DIR "/rules";
    auto text = base::read_file(folder + "/words.yaml", 1U << 20U).text;
    auto words = rulebook::words_from_yaml(
        std::make_shared<const base::Source>(base::Source{"words.yaml", std::move(text)}));
    return Rules{std::move(*rulebook::load_units(folder)), std::move(*words), rulebook::load_schemes(folder)};
  }();
  return rules;
}
const model::Scheme& scheme() { return *rules().schemes.find("hubei-2023"); }

/// Row i of a made-up stock: seven in ten reach their target.
struct Row {
  bool higher;
  int target;
  int actual;
  int full;
};
Row row(std::size_t i) {
  const auto n = static_cast<int>(i % 1009);
  const bool higher = i % 3 != 0;
  const int target = 100 + n;
  const bool met = i % 10 < 7;
  const int distance = 1 + n % 37;
  return {higher, target, met == higher ? target + distance : target - distance, 1 + static_cast<int>(i % 9)};
}

model::Scorecard card(std::size_t c) {
  model::Scorecard card;
  card.id = "p" + std::to_string(c);
  card.year = 2023;
  card.budget.planned = model::NumberField{Decimal(100), {}};
  card.budget.executed = model::NumberField{Decimal(97), {}};
  card.sections.resize(1);
  for (std::size_t i = 0; i < kRowsACard; ++i) {
    const Row r = row(c * kRowsACard + i);
    model::Indicator indicator;
    indicator.level1.text = "产出指标";
    indicator.level2.text = "数量指标";
    indicator.name.text = "受理例数";
    indicator.target.text = (r.higher ? "≥" : "≤") + std::to_string(r.target) + "例";
    indicator.actual.text = std::to_string(r.actual) + "例";
    indicator.full_marks = model::NumberField{Decimal(r.full), {}};
    card.sections[0].indicators.push_back(std::move(indicator));
  }
  return card;
}

void count(benchmark::State& state, std::size_t rows) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}

void WholeCards(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0));
  std::vector<model::Scorecard> cards;
  cards.reserve(n);
  for (std::size_t c = 0; c < n; ++c) cards.push_back(card(c));
  const Context context{rules().units, rules().words};
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    const std::size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
    const auto results = explain::score(scheme(), cards, context);
    bytes = mallinfo2().uordblks + mallinfo2().hblkhd - before;
    benchmark::DoNotOptimize(results.data());
    state.PauseTiming();  // giving the results back is not scoring
    const_cast<std::vector<CardResult>&>(results).clear();
    state.ResumeTiming();
  }
  count(state, n * kRowsACard);
  state.counters["bytes_an_indicator"] = static_cast<double>(bytes) / static_cast<double>(n * kRowsACard);
}
BENCHMARK(WholeCards)->Arg(1000)->Arg(kCards / 2)->Arg(kCards)->Unit(benchmark::kMillisecond);

void ClausesInColumns(benchmark::State& state) {
  const std::size_t n = kCards * kRowsACard;
  const std::size_t chunk = 256 * kRowsACard;
  const Plan plan(scheme());
  const model::Indicator indicator;
  std::vector<target::Verdict> verdicts(chunk);
  std::vector<ClauseRow> rows(chunk);
  for (std::size_t i = 0; i < chunk; ++i) {
    const Row r = row(i);
    verdicts[i].target_value = Decimal(r.target);
    verdicts[i].actual_value = Decimal(r.actual);
    rows[i] = {&indicator, nullptr, &verdicts[i], Decimal(r.full), {}, nullptr, false};
  }
  for ([[maybe_unused]] auto _ : state) {
    for (std::size_t from = 0; from < n; from += chunk) {
      Columns columns(chunk);
      for (std::size_t i = 0; i < chunk; ++i) {
        const Row r = row(i);
        const bool met = r.higher ? r.actual >= r.target : r.actual <= r.target;
        columns.at(Name::full, i) = r.full;
        columns.at(Name::target, i) = r.target;
        columns.at(Name::actual, i) = r.actual;
        columns.at(Name::met, i) = met ? 1 : 0;
        columns.at(Name::missed, i) = met ? 0 : 1;
        columns.at(Name::higher, i) = r.higher ? 1 : 0;
        columns.at(Name::lower, i) = r.higher ? 0 : 1;
      }
      columns.derive(1.3);
      benchmark::DoNotOptimize(apply_clauses(plan, columns, rows));
    }
  }
  count(state, n / chunk * chunk);
}
BENCHMARK(ClausesInColumns)->Unit(benchmark::kMillisecond);

/// The numbers of all rows, and where the points go.
struct Stock {
  std::vector<double> full, target, actual, met, higher, points;
};
Stock stock() {
  Stock s;
  for (std::size_t i = 0; i < kCards * kRowsACard; ++i) {
    const Row r = row(i);
    s.full.push_back(r.full);
    s.target.push_back(r.target);
    s.actual.push_back(r.actual);
    s.higher.push_back(r.higher ? 1 : 0);
    s.met.push_back((r.higher ? r.actual >= r.target : r.actual <= r.target) ? 1 : 0);
  }
  s.points.resize(s.full.size());
  return s;
}

void FormulasInColumns(benchmark::State& state) {
  Stock s = stock();
  const std::vector<std::string_view> names = {"分值", "目标值", "完成值", "达标", "正向"};
  const auto compile = [&](std::string_view text) {
    return *formula::Formula::compile(text, names, {}).value;
  };
  const formula::Formula when[] = {compile("达标"), compile("正向"), compile("非 正向")};
  const formula::Formula points[] = {compile("分值"), compile("分值*完成值/目标值"),
                                     compile("分值*目标值/完成值")};
  const auto column_of = [&](const std::string& name) -> const std::vector<double>& {
    return name == "分值"     ? s.full
           : name == "目标值" ? s.target
           : name == "完成值" ? s.actual
           : name == "达标"   ? s.met
                              : s.higher;
  };
  const auto run = [&](const formula::Formula& f, const std::vector<std::size_t>& rows) {
    std::vector<double> gathered(f.used_names().size() * rows.size());
    std::vector<const double*> columns;
    for (const std::string& name : f.used_names()) {
      const std::vector<double>& from = column_of(name);
      double* const to = gathered.data() + columns.size() * rows.size();
      for (std::size_t i = 0; i < rows.size(); ++i) to[i] = from[rows[i]];
      columns.push_back(to);
    }
    std::vector<double> results(rows.size());
    f.evaluate(columns, rows.size(), results.data());
    return results;
  };
  for ([[maybe_unused]] auto _ : state) {
    constexpr std::size_t kChunk = 3072;
    std::vector<std::size_t> undecided, held, rest;
    for (std::size_t from = 0; from < s.full.size(); from += kChunk) {
      undecided.clear();
      for (std::size_t i = from; i < std::min(from + kChunk, s.full.size()); ++i) undecided.push_back(i);
      for (std::size_t clause = 0; clause < 3; ++clause) {
        const std::vector<double> holds = run(when[clause], undecided);
        held.clear();
        rest.clear();
        for (std::size_t i = 0; i < undecided.size(); ++i)
          (holds[i] != 0 ? held : rest).push_back(undecided[i]);
        const std::vector<double> results = run(points[clause], held);
        for (std::size_t i = 0; i < held.size(); ++i) s.points[held[i]] = results[i];
        undecided.swap(rest);
      }
    }
    benchmark::DoNotOptimize(s.points.data());
  }
  count(state, s.full.size());
}
BENCHMARK(FormulasInColumns)->Unit(benchmark::kMillisecond);

void MuParserOnceARow(benchmark::State& state) {
  Stock s = stock();
  double full = 0, target = 0, actual = 0, met = 0, higher = 0;
  mu::Parser parser;
  parser.DefineVar("full", &full);
  parser.DefineVar("target", &target);
  parser.DefineVar("actual", &actual);
  parser.DefineVar("met", &met);
  parser.DefineVar("higher", &higher);
  parser.SetExpr("met ? full : (higher ? full*actual/target : full*target/actual)");
  for ([[maybe_unused]] auto _ : state) {
    for (std::size_t i = 0; i < s.full.size(); ++i) {
      full = s.full[i];
      target = s.target[i];
      actual = s.actual[i];
      met = s.met[i];
      higher = s.higher[i];
      s.points[i] = parser.Eval();
    }
    benchmark::DoNotOptimize(s.points.data());
  }
  count(state, s.full.size());
}
BENCHMARK(MuParserOnceARow)->Unit(benchmark::kMillisecond);

void PlainLoop(benchmark::State& state) {
  Stock s = stock();
  for ([[maybe_unused]] auto _ : state) {
    for (std::size_t i = 0; i < s.full.size(); ++i) {
      s.points[i] = s.met[i] != 0      ? s.full[i]
                    : s.higher[i] != 0 ? s.full[i] * s.actual[i] / s.target[i]
                                       : s.full[i] * s.target[i] / s.actual[i];
    }
    benchmark::DoNotOptimize(s.points.data());
  }
  count(state, s.full.size());
}
BENCHMARK(PlainLoop)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace jiheng::scoring
