// jiheng import: published documents -> scorecard files, JSON or CSV, with what was passed over.
#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "engine/app/document_source.h"
#include "engine/app/import_documents.h"
#include "engine/base/files.h"
#include "engine/cli/arguments.h"
#include "engine/cli/commands.h"
#include "engine/cli/console.h"
#include "engine/cli/data_folders.h"
#include "engine/cli/inputs_said.h"
#include "engine/cli/output_folder.h"
#include "engine/cli/standard_input.h"
#include "engine/diag/print.h"
#include "engine/report/faces/job_faces.h"
#include "engine/rulebook/forms.h"

namespace jiheng::cli {
namespace {

constexpr std::size_t kShownPassages = 20;

void say_what_import_read(const app::ImportOutcome& outcome, Console& console) {
  const app::ImportCounts counts = app::counts_of(outcome.documents);
  console.say(fmt::format("读入 {} 份文件：{} 张表，{} 行指标，{} 格；文字里的数 {} 条；没有取的 {} 处",
                          outcome.documents.size(), counts.tables, counts.rows, counts.cells, counts.claims,
                          counts.passed_over));
  for (const intake::Document& document : outcome.documents) {
    std::size_t shown = 0;
    for (const intake::PassedOver& passed : document.passed_over) {
      if (!console.verbose() && shown == kShownPassages) break;
      console.say(fmt::format("  {}: {}：{}", diag::to_text(passed.place), passed.why, passed.text));
      ++shown;
    }
    if (shown < document.passed_over.size()) {
      console.say(fmt::format("  {}：其余 {} 处用 --verbose 或 --format json 看", document.source->name,
                              document.passed_over.size() - shown));
    }
  }
  for (const std::string& line : app::proposal_lines(outcome)) console.say("  " + line);
}

}  // namespace

int run_import(const Arguments& arguments, Console& console) {
  app::ImportRequest request{
      arguments.operands, {}, std::max(1U, std::thread::hardware_concurrency()), means_of(console)};
  if (request.paths.empty()) {
    console.complain(
        diag::Diagnostic{"C104",
                         "没有写要导入的文件",
                         "",
                         "写出文件，如 jiheng import 决算公开.txt -o 2023/；或写“-”，从标准输入读。",
                         {}});
    return kNotDone;
  }
  const std::string folder(arguments.value("--output"));
  if (const std::string ending = report::known_ending(folder); !ending.empty() && !base::is_folder(folder)) {
    console.complain(bad_argument(fmt::format("import 的 -o 后面是文件夹，不是 {} 文件", ending),
                                  "写文件夹的名字，如 -o 2023/；要一份文件，用 > 接住标准输出。"));
    return kNotDone;
  }
  if (std::find(request.paths.begin(), request.paths.end(), "-") != request.paths.end()) {
    auto text = read_standard_input(app::kMaxDocumentBytes);
    console.complain(text.problems);
    if (!text) return kNotDone;
    request.standard_input = std::move(*text);
  }
  const std::string rules = rules_folder(arguments);
  rulebook::Forms forms = rulebook::load_forms(rules);
  const auto words = rulebook::load_form_words(rules, forms);
  console.complain(words.problems);
  if (!words) return kNotDone;
  const app::ImportOutcome outcome =
      app::import_documents(request, *words, rulebook::load_schemes(rules, std::move(forms)));
  console.complain(outcome.schemes.problems());
  console.complain(outcome.problems);
  say_what_import_read(outcome, console);
  say_inputs(outcome.inputs, console);
  bool complete = !diag::has_errors(outcome.problems) && !diag::has_errors(outcome.schemes.problems());
  if (outcome.documents.empty()) return kNotDone;

  const auto cards = [&] {
    app::ScorecardTexts made = app::scorecards_of(outcome);
    console.complain(made.problems);
    complete = complete && !diag::has_errors(made.problems);
    return std::move(made.files);
  };
  const report::ImportFace& face = report::import_faces().at(arguments.value("--format"));
  const std::vector<results::NamedText> files = face.files({outcome.documents, outcome.proposals, cards});
  if (folder.empty() || folder == "-") {
    if (!files.empty()) console.write(app::one_file_of(files));
    if (!console.finish()) return kNotDone;
  } else if (!files.empty()) {
    if (!write_folder(folder, files, arguments.has("--force"), console)) return kNotDone;
    console.say(fmt::format("已写入 {}：{} 个文件", folder, files.size()));
  }
  return complete ? kNothingToReport : kNotDone;
}

}  // namespace jiheng::cli
