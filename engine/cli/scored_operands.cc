// Takes the operands, --scheme and --rules, gives scored cards. Leaves showing them to the commands.
#include "engine/cli/scored_operands.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "engine/app/document_source.h"
#include "engine/cli/commands.h"
#include "engine/cli/data_folders.h"
#include "engine/cli/exit_code.h"
#include "engine/cli/inputs_said.h"
#include "engine/cli/standard_input.h"

namespace jiheng::cli {

std::optional<Operands> read_operands(const Arguments& arguments, Console& console) {
  if (arguments.operands.empty()) {
    console.complain(diag::Diagnostic{
        "C104",
        "没有写要读的文件",
        "",
        fmt::format("写出文件或文件夹，如 jiheng {} 2023/；或写“-”，从标准输入读。", arguments.command->name),
        {}});
    return std::nullopt;
  }
  app::ScoreRequest request;
  request.paths = arguments.operands;
  request.scheme = arguments.value("--scheme");
  request.usual_scheme = usual_scheme();
  request.threads = std::max(1U, std::thread::hardware_concurrency());
  request.command = arguments.command->name;
  request.means = means_of(console);
  if (std::find(request.paths.begin(), request.paths.end(), "-") != request.paths.end()) {
    auto text = read_standard_input(app::kMaxDocumentBytes);
    console.complain(text.problems);
    if (!text) return std::nullopt;
    request.standard_input = std::move(*text);
  }
  const std::string folder = rules_folder(arguments);
  console.remark(fmt::format("规则文件夹：{}", folder));
  rulebook::Forms forms = rulebook::load_forms(folder);
  auto language = rulebook::load_language(folder, forms);
  console.complain(language.problems);
  if (!language) return std::nullopt;
  return Operands{std::move(request), std::move(*language), rulebook::load_schemes(folder, std::move(forms))};
}

bool say_what_was_read(const app::ScoreOutcome& outcome, std::size_t cards, Console& console) {
  const std::vector<diag::Diagnostic> scheme_problems = outcome.schemes.problems();
  console.complain(scheme_problems);
  console.complain(outcome.problems);
  say_inputs(outcome.inputs, console);
  console.remark(fmt::format("读了 {} 个文件，{} 张表", outcome.files, cards));
  const bool complete = !diag::has_errors(outcome.problems) && !diag::has_errors(scheme_problems);
  if (complete && cards == 0 && outcome.claims.empty()) {
    console.complain(diag::Diagnostic{"C104", "没有可以计分的自评表", "", "检查文件内容。", {}});
    return false;
  }
  return complete;
}

std::optional<ScoredOperands> score_operands(const Arguments& arguments, Console& console) {
  auto operands = read_operands(arguments, console);
  if (!operands) return std::nullopt;
  ScoredOperands scored;
  scored.outcome = app::score_paths(operands->request, operands->language, std::move(operands->schemes));
  scored.complete = say_what_was_read(scored.outcome, console);
  if (scored.outcome.scores.cards.empty()) return std::nullopt;
  return scored;
}

int code_of(const results::Scores& scores, const Arguments& arguments) {
  ExitCode code(arguments);
  const auto count = [&code](const std::vector<diag::Diagnostic>& findings) {
    for (const diag::Diagnostic& d : findings) code.count(d.id);
  };
  for (const scoring::CardResult& card : scores.cards) {
    count(card.findings);
    if (card.execution) count(card.execution->findings);
    for (const scoring::IndicatorResult& result : card.indicators) count(result.findings);
  }
  for (const results::DepartmentScores& d : scores.departments) count(d.findings);
  return code.value();
}

}  // namespace jiheng::cli
