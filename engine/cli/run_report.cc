// jiheng report: files and folders of scorecards -> the 自评报告, or the paragraphs for the final accounts.
#include "engine/cli/commands.h"
#include "engine/cli/result_output.h"
#include "engine/cli/scored_operands.h"
#include "engine/report/markdown_from_report.h"
#include "engine/report/self_report.h"
#include "engine/report/text_from_report.h"

namespace jiheng::cli {
namespace {

/// What --format says, else what the name after -o ends in, else text.
std::string_view format_of(const Arguments& arguments) {
  if (arguments.has("--format")) return arguments.value("--format");
  const std::string_view path = arguments.value("--output");
  return path.ends_with(".md") ? "md" : "text";
}

}  // namespace

int run_report(const Arguments& arguments, Console& console) {
  const std::optional<ScoredOperands> scored = score_operands(arguments, console);
  if (!scored) return kNotDone;
  const report::Scores& scores = scored->outcome.scores;
  const report::Report report = report::self_report(scores);
  ResultOutput output(arguments, console);
  const report::TextOptions options{output.to_file() ? 100 : console.width(),
                                    !output.to_file() && console.colour_output()};
  output.write(format_of(arguments) == "md" ? report::markdown_from_report(report)
                                            : report::text_from_report(report, options));
  if (!output.finish() || !scored->complete) return kNotDone;
  return code_of(scores, arguments);
}

}  // namespace jiheng::cli
