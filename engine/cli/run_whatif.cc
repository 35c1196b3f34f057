// jiheng whatif: cards with some figures changed -> what that does to the scores. Modes beside --set are in files of their
// own (whatif_job.h).
#include <fmt/format.h>

#include <array>

#include "engine/cli/commands.h"
#include "engine/cli/result_output.h"
#include "engine/cli/scored_operands.h"
#include "engine/cli/whatif_job.h"
#include "engine/report/faces/job_faces.h"
#include "engine/results/whatif.h"
#include "engine/rulebook/load.h"

namespace jiheng::cli {
namespace {

/// An option that asks for something else than before and after, and what does it.
struct Mode {
  std::string_view option;
  int (*run)(const Arguments& arguments, Console& console, const WhatifJob& job, ResultOutput& output);
};
constexpr std::array kModes = {
    Mode{"--simulate", run_simulate},
    Mode{"--sweep", run_sweep},
    Mode{"--solve", run_solve},
    Mode{"--sensitivity", run_sensitivity},
};

/// The texts of --set as sources of their own, so that a message can mark the piece it speaks of.
std::vector<std::shared_ptr<const base::Source>> settings_of(const Arguments& arguments) {
  std::vector<std::shared_ptr<const base::Source>> settings;
  for (const std::string& text : arguments.values("--set")) {
    settings.push_back(std::make_shared<const base::Source>(base::Source{"--set", text}));
  }
  return settings;
}

/// The file of --write: the one card that was changed, as a scorecard file. False, and said, where there is none.
bool write_changed_card(Console& console, const WhatifJob& job, std::optional<ResultOutput> output) {
  if (!output) return true;
  const model::Scorecard* card = job.outcome.after.size() == 1 ? app::changed_card(job.outcome) : nullptr;
  if (card == nullptr) {
    console.complain(
        bad_argument("--write 只能写一张改过的表", "只改一张表，只用一个情景；别的表另写一次。"));
    return false;
  }
  return output->show(report::card_faces(), rulebook::yaml_from_scorecard(*card));
}

}  // namespace

std::optional<WhatifJob> whatif_job(const Arguments& arguments, Console& console) {
  auto operands = read_operands(arguments, console);
  if (!operands) return std::nullopt;
  WhatifJob job{std::move(operands->language), {}, operands->request.threads};
  const app::WhatifRequest request{std::move(operands->request), settings_of(arguments),
                                   arguments.values("--scenario")};
  job.outcome = app::whatif_paths(request, job.language, std::move(operands->schemes));
  job.complete = say_what_was_read(job.outcome.before, console);
  console.complain(job.outcome.problems);
  if (job.outcome.after.empty() || diag::has_errors(job.outcome.problems)) return std::nullopt;
  return job;
}

int run_whatif(const Arguments& arguments, Console& console) {
  auto output = ResultOutput::open(arguments, console, report::whatif_faces().words);
  if (!output) return kNotDone;
  std::optional<ResultOutput> card;
  if (arguments.has("--write")) {
    card = ResultOutput::open(arguments, console, report::card_faces().words, "--write");
    if (!card) return kNotDone;
  }
  for (const std::string_view option : {"--uncertain", "--seed"}) {
    if (!arguments.has(option) || arguments.has("--simulate")) continue;
    console.complain(bad_argument(fmt::format("{} 要和 --simulate 一起用", option),
                                  "写明抽样多少次，如 --simulate 10000。"));
    return kNotDone;
  }
  const Mode* mode = nullptr;
  for (const Mode& asked : kModes) {
    if (!arguments.has(asked.option)) continue;
    if (mode != nullptr) {
      console.complain(bad_argument(fmt::format("{} 和 {} 不能一起用", mode->option, asked.option),
                                    "一次只做一件，分开运行。"));
      return kNotDone;
    }
    mode = &asked;
  }
  if (arguments.has("--vary") && !arguments.has("--solve")) {
    console.complain(bad_argument("--vary 要和 --solve 一起用", "写明想要的分数，如 --solve 总分=95。"));
    return kNotDone;
  }
  const std::optional<WhatifJob> job = whatif_job(arguments, console);
  if (!job) return kNotDone;
  if (mode != nullptr && job->outcome.after.size() > 1) {
    console.complain(bad_argument(
        fmt::format("{} 只能从一个情景开始，给了 {} 个", mode->option, job->outcome.after.size()),
        "只留一个 --scenario，或每个情景运行一次。"));
    return kNotDone;
  }
  if (!write_changed_card(console, *job, std::move(card))) return kNotDone;
  if (mode != nullptr) return mode->run(arguments, console, *job, *output);
  const bool shown = output->show(report::whatif_faces(), {job->outcome.before.scores, job->outcome.after});
  return shown && job->complete ? kNothingToReport : kNotDone;
}

}  // namespace jiheng::cli
