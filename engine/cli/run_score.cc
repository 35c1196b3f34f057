// jiheng score: files and folders of scorecards -> scores in the face asked for.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <thread>

#include "engine/app/score_paths.h"
#include "engine/base/date.h"
#include "engine/cli/commands.h"
#include "engine/cli/data_folders.h"
#include "engine/cli/exit_code.h"
#include "engine/cli/result_output.h"
#include "engine/cli/standard_input.h"
#include "engine/load/yaml_tree.h"
#include "engine/report/csv_from_report.h"
#include "engine/report/markdown_from_report.h"
#include "engine/report/text_from_report.h"

namespace jiheng::cli {
namespace {

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local = {};
  ::localtime_r(&now, &local);
  return base::to_string(base::Date{local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}

std::string face_of(const report::Scores& scores, std::string_view format, const report::ScoreFace& face,
                    const report::TextOptions& options) {
  if (format == "json") return report::json_from_scores(scores);
  if (format == "csv") return report::csv_from_report(report::rows_from_scores(scores));
  const report::Report report = report::report_from_scores(scores, face);
  return format == "md" ? report::markdown_from_report(report) : report::text_from_report(report, options);
}

int code_of(const report::Scores& scores, const Arguments& arguments) {
  ExitCode code(arguments);
  const auto count = [&code](const std::vector<diag::Diagnostic>& findings) {
    for (const diag::Diagnostic& d : findings) code.count(d.id);
  };
  for (const scoring::CardResult& card : scores.cards) {
    count(card.findings);
    if (card.execution) count(card.execution->findings);
    for (const scoring::IndicatorResult& result : card.indicators) count(result.findings);
  }
  if (scores.department) count(scores.department->roll_up.findings);
  return code.value();
}

}  // namespace

int run_score(const Arguments& arguments, Console& console) {
  if (arguments.operands.empty()) {
    console.complain(diag::Diagnostic{"C104",
                                      "没有写要计分的文件",
                                      "",
                                      "写出文件或文件夹，如 jiheng score 2023/；或写“-”，从标准输入读。",
                                      {}});
    return kNotDone;
  }
  report::ScoreFace face{today(), arguments.has("--trace")};
  if (arguments.has("--today")) {
    face.today = arguments.value("--today");
    if (!base::parse_iso_date(face.today)) {
      console.complain(bad_argument(fmt::format("计算日期不能是“{}”", face.today),
                                    "写真有的一天，如 --today 2024-03-01。"));
      return kNotDone;
    }
  }
  app::ScoreRequest request{arguments.operands,
                            {},
                            std::string(arguments.value("--scheme")),
                            std::max(1U, std::thread::hardware_concurrency())};
  if (std::find(request.paths.begin(), request.paths.end(), "-") != request.paths.end()) {
    auto text = read_standard_input(load::kMaxFileBytes);
    console.complain(text.problems);
    if (!text) return kNotDone;
    request.standard_input = std::move(*text);
  }
  const std::string folder = rules_folder(arguments);
  console.remark(fmt::format("规则文件夹：{}", folder));
  const auto language = app::load_language(folder);
  console.complain(language.problems);
  if (!language) return kNotDone;

  const app::ScoreOutcome outcome = app::score_paths(request, *language, app::load_schemes(folder));
  console.complain(outcome.schemes.problems);
  console.complain(outcome.problems);
  console.remark(fmt::format("读了 {} 个文件，{} 张表", outcome.files, outcome.scores.cards.size()));
  const bool complete = !diag::has_errors(outcome.problems) && !diag::has_errors(outcome.schemes.problems);
  if (outcome.scores.cards.empty()) {
    if (complete)
      console.complain(diag::Diagnostic{"C104", "没有可以计分的自评表", "", "检查文件内容。", {}});
    return kNotDone;
  }
  ResultOutput output(arguments, console);
  const report::TextOptions options{output.to_file() ? 100 : console.width(),
                                    !output.to_file() && console.colour_output()};
  output.write(face_of(outcome.scores, arguments.value("--format"), face, options));
  if (!output.finish() || !complete) return kNotDone;
  return code_of(outcome.scores, arguments);
}

}  // namespace jiheng::cli
