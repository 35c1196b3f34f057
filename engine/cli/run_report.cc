// jiheng report: files and folders of scorecards -> the 自评报告, or the paragraphs for the final accounts.
#include "engine/cli/commands.h"
#include "engine/cli/report_folder.h"
#include "engine/cli/result_output.h"
#include "engine/cli/scored_operands.h"
#include "engine/report/faces/job_faces.h"
#include "engine/report/pages/self_report/self_report.h"
#include "engine/report/pages/self_report/summary_paragraph.h"

namespace jiheng::cli {
int run_report(const Arguments& arguments, Console& console) {
  if (wants_folder(arguments)) {
    const std::optional<ScoredOperands> scored = score_operands(arguments, console);
    return scored ? write_report_folder(arguments, *scored, console) : kNotDone;
  }
  auto output = ResultOutput::open(arguments, console, report::report_faces().words);
  if (!output) return kNotDone;
  const std::optional<ScoredOperands> scored = score_operands(arguments, console);
  if (!scored) return kNotDone;
  const results::Scores& scores = scored->outcome.scores;
  const bool summary = arguments.value("--part") == "决算摘要";
  const report::Report report = summary ? report::summary_report(scores) : report::self_report(scores);
  if (!output->show(report::report_faces(), report) || !scored->complete) return kNotDone;
  return code_of(scores, arguments);
}

}  // namespace jiheng::cli
