// jiheng report: files and folders of scorecards -> the 自评报告, or the paragraphs for the final accounts.
#include "engine/cli/commands.h"
#include "engine/cli/report_face.h"
#include "engine/cli/report_folder.h"
#include "engine/cli/result_output.h"
#include "engine/cli/scored_operands.h"
#include "engine/report/faces/docx_from_report.h"
#include "engine/report/pages/self_report/self_report.h"
#include "engine/report/pages/self_report/summary_paragraph.h"

namespace jiheng::cli {
namespace {

/// What --format says, else what the name after -o ends in, else text.
std::string_view format_of(const Arguments& arguments) {
  if (arguments.has("--format")) return arguments.value("--format");
  const std::string_view path = arguments.value("--output");
  if (path.ends_with(".docx")) return "docx";
  if (path.ends_with(".html")) return "html";
  return path.ends_with(".md") ? "md" : "text";
}

std::string face_of(const report::Report& report, std::string_view format,
                    const report::TextOptions& options) {
  if (format == "docx") return report::docx_from_report(report);
  return report_face(report, format, options);
}

}  // namespace

int run_report(const Arguments& arguments, Console& console) {
  const std::string_view format = format_of(arguments);
  ResultOutput output(arguments, console);
  if (!output.takes(format)) return kNotDone;
  const std::optional<ScoredOperands> scored = score_operands(arguments, console);
  if (!scored) return kNotDone;
  if (wants_folder(arguments)) return write_report_folder(arguments, *scored, console);
  const results::Scores& scores = scored->outcome.scores;
  const bool summary = arguments.value("--part") == "决算摘要";
  const report::Report report = summary ? report::summary_report(scores) : report::self_report(scores);
  const report::TextOptions options = text_options(output, console);
  output.write(face_of(report, format, options));
  if (!output.finish() || !scored->complete) return kNotDone;
  return code_of(scores, arguments);
}

}  // namespace jiheng::cli
