// jiheng check: files and folders of submitted tables -> findings in the face asked for.
#include <fmt/format.h>

#include "engine/app/check_paths.h"
#include "engine/app/document_source.h"
#include "engine/cli/commands.h"
#include "engine/cli/exit_code.h"
#include "engine/cli/result_output.h"
#include "engine/cli/scored_operands.h"
#include "engine/diag/append.h"
#include "engine/report/faces/job_faces.h"
#include "engine/report/json/findings_from_json.h"
#include "engine/results/findings.h"

namespace jiheng::cli {
namespace {

/// nullopt, and said, where a word is neither an id nor a family.
std::optional<app::Selection> selection_of(const Arguments& arguments, Console& console) {
  app::Selection selection;
  for (const auto& [option, ids] : {std::pair(std::string_view("--only"), &selection.only),
                                    std::pair(std::string_view("--ignore"), &selection.ignore)}) {
    if (!arguments.has(option)) continue;
    auto read = app::ids_from(arguments.value(option));
    if (!read || read->empty()) {
      console.complain(bad_argument(
          fmt::format("{} 不能是“{}”", option, arguments.value(option)),
          "写编号、编号的开头或级别（error、warning、note），用逗号分开，如 A1,A105；编号见 jiheng list "
          "findings。"));
      return std::nullopt;
    }
    *ids = std::move(*read);
  }
  return selection;
}

/// The findings of an earlier check; nothing, and nothing to say, where none was asked for.
diag::Result<std::vector<audit::Earlier>> baseline_of(const Arguments& arguments) {
  const std::string path(arguments.value("--baseline"));
  if (path.empty()) return {};
  auto source = app::document_source(path, std::nullopt);
  if (!source) return std::move(source.problems);
  return report::findings_from_json(*source);
}

}  // namespace

int run_check(const Arguments& arguments, Console& console) {
  auto selection = selection_of(arguments, console);
  if (!selection) return kNotDone;
  if (arguments.value("--baseline") == "-") {
    console.complain(bad_argument("--baseline 不能是“-”", "上次的结果写在文件里，如 --baseline 上次.json。"));
    return kNotDone;
  }
  auto output = ResultOutput::open(arguments, console, report::check_faces().words);
  if (!output) return kNotDone;
  auto operands = read_operands(arguments, console);
  if (!operands) return kNotDone;
  app::CheckRequest request{std::move(operands->request), std::move(*selection),
                            std::string(arguments.value("--waivers")), std::nullopt};
  auto baseline = baseline_of(arguments);
  request.baseline = std::move(baseline.value);
  app::CheckOutcome outcome =
      app::check_paths(std::move(request), operands->language, std::move(operands->schemes));
  diag::append(outcome.scored.problems, std::move(baseline.problems));
  const bool complete = say_what_was_read(outcome.scored, console);
  if (outcome.scored.scores.cards.empty() && outcome.scored.claims.empty()) return kNotDone;
  if (!output->show(report::check_faces(), app::checked_of(outcome)) || !complete) return kNotDone;
  ExitCode code(arguments);
  for (const audit::Finding& f : outcome.findings) code.count(f.id);
  return code.value();
}

}  // namespace jiheng::cli
