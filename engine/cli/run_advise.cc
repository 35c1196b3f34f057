// jiheng advise: tables of earlier years and the targets of a new one -> which targets are too low or too high, and what to
// write instead.
#include <algorithm>
#include <thread>

#include "engine/app/advise_paths.h"
#include "engine/app/document_source.h"
#include "engine/cli/commands.h"
#include "engine/cli/data_folders.h"
#include "engine/cli/exit_code.h"
#include "engine/cli/inputs_said.h"
#include "engine/cli/result_output.h"
#include "engine/cli/scored_operands.h"
#include "engine/cli/standard_input.h"
#include "engine/report/faces/job_faces.h"
#include "engine/results/advice.h"

namespace jiheng::cli {
namespace {

app::ScoreRequest request_for(const Arguments& arguments, std::string_view option, Console& console) {
  app::ScoreRequest request;
  request.paths = arguments.values(option);
  request.scheme = arguments.value("--scheme");
  request.usual_scheme = usual_scheme();
  request.threads = std::max(1U, std::thread::hardware_concurrency());
  request.without_scheme = true;
  request.command = "advise";
  request.means = means_of(console);
  return request;
}

/// False, and said, where one of the two sides is not there, or standard input is to be both.
bool both_sides(const Arguments& arguments, Console& console) {
  for (const std::string_view option : {"--history", "--targets"}) {
    if (arguments.has(option)) continue;
    console.complain(
        bad_argument("没有写 " + std::string(option),
                     "写明以前年度的表和本年的目标，如 jiheng advise --history 2023/ --targets 2024/。"));
    return false;
  }
  std::size_t inputs = 0;
  for (const std::string_view option : {"--history", "--targets"}) {
    const std::vector<std::string> paths = arguments.values(option);
    inputs += static_cast<std::size_t>(std::count(paths.begin(), paths.end(), "-"));
  }
  if (inputs > 1) console.complain(bad_argument("“-”只能写一次", "标准输入只有一份，别的写成文件。"));
  return inputs <= 1;
}

/// The bytes of "-" for the side that names it.
bool take_standard_input(app::ScoreRequest& request, Console& console) {
  if (std::find(request.paths.begin(), request.paths.end(), "-") == request.paths.end()) return true;
  auto text = read_standard_input(app::kMaxDocumentBytes);
  console.complain(text.problems);
  if (text) request.standard_input = std::move(*text);
  return static_cast<bool>(text);
}

}  // namespace

int run_advise(const Arguments& arguments, Console& console) {
  if (!both_sides(arguments, console)) return kNotDone;
  auto output = ResultOutput::open(arguments, console, report::advice_faces().words);
  if (!output) return kNotDone;
  const std::string folder = rules_folder(arguments);
  const rulebook::Forms forms = rulebook::load_forms(folder);
  const auto language = rulebook::load_language(folder, forms);
  console.complain(language.problems);
  if (!language) return kNotDone;
  app::AdviseRequest request{request_for(arguments, "--history", console),
                             request_for(arguments, "--targets", console),
                             std::string(arguments.value("--match"))};
  if (!take_standard_input(request.history, console) || !take_standard_input(request.targets, console))
    return kNotDone;
  const app::AdviseOutcome outcome = app::advise_paths(
      request, *language, rulebook::load_schemes(folder, forms), rulebook::load_schemes(folder, forms));
  const bool history = say_what_was_read(outcome.history, console);
  const bool read = say_what_was_read(outcome.targets, console) && history;
  console.complain(outcome.problems);
  if (outcome.items.empty() || diag::has_errors(outcome.problems)) return kNotDone;
  return output->show(report::advice_faces(), {outcome.items}) && read ? kNothingToReport : kNotDone;
}

}  // namespace jiheng::cli
