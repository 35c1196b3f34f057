// jiheng whatif --simulate: uncertain actual values drawn many times -> the distribution of totals and grades.
#include <fmt/format.h>
#include <charconv>
#include <limits>

#include "engine/cli/result_output.h"
#include "engine/cli/whatif_job.h"
#include "engine/report/faces/job_faces.h"
#include "engine/results/simulation.h"

namespace jiheng::cli {
namespace {

/// A whole number from 0 on; nullopt, and said, for anything else.
std::optional<std::uint64_t> number_of(const Arguments& arguments, std::string_view option,
                                       Console& console) {
  const std::string_view text = arguments.value(option);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  console.complain({bad_argument(fmt::format("{} 后面要写一个不小于 0 的整数，不是“{}”", option, text),
                                 fmt::format("写成 {} 10000 这样。", option))});
  return std::nullopt;
}

}  // namespace

int run_simulate(const Arguments& arguments, Console& console, const WhatifJob& job, ResultOutput& output) {
  const auto draws = number_of(arguments, "--simulate", console);
  const auto seed = number_of(arguments, "--seed", console);
  if (!draws || !seed) return kNotDone;
  std::vector<whatif::Setting> statements = job.outcome.after.front().uncertain;
  std::vector<diag::Diagnostic> problems;
  for (const std::string& text : arguments.values("--uncertain")) {
    auto statement =
        whatif::split_setting(std::make_shared<const base::Source>(base::Source{"--uncertain", text}));
    problems.insert(problems.end(), statement.problems.begin(), statement.problems.end());
    if (statement) statements.push_back(std::move(*statement));
  }
  console.complain(problems);
  if (!problems.empty()) return kNotDone;
  const scoring::Context context = job.context();
  const auto uncertain = whatif::uncertain_cards(job.scores().cards, statements, context);
  console.complain(uncertain.problems);
  if (!uncertain) return kNotDone;
  const auto simulation = whatif::simulate(uncertain->cards, {*draws, *seed, job.threads}, context);
  console.complain(simulation.problems);
  if (!simulation) return kNotDone;
  const bool shown = output.show(report::simulation_faces(), {*uncertain, *simulation});
  return shown && job.complete ? kNothingToReport : kNotDone;
}

}  // namespace jiheng::cli
