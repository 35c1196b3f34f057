// jiheng bulk: tables of rows by the million -> the same rows with what they earned, as a stream.
#include "engine/bulk/bulk.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <thread>

#include "engine/base/files.h"
#include "engine/cli/bulk/bulk_files.h"
#include "engine/cli/commands.h"
#include "engine/cli/data_folders.h"
#include "engine/cli/exit_code.h"
#include "engine/rulebook/language.h"

namespace jiheng::cli {
namespace {

constexpr std::size_t kMostRuleFiles = 10'000;

/// All that decides about a result but what is read: the program, the rules by their bytes, the command.
std::string job_of(const Arguments& arguments, const std::string& rules) {
  std::uint64_t hash = 0;
  const std::hash<std::string_view> hashed;
  for (const std::string& path : base::list_files(rules, {".yaml", ".yml"}, kMostRuleFiles).paths) {
    hash = bulk::chained(hash, hashed(path));
    hash = bulk::chained(hash, hashed(base::read_file(path, std::size_t{64} << 20).text));
  }
  std::string job = fmt::format("jiheng {}\nrules {:016x}\n", JIHENG_VERSION, hash);
  for (const std::string_view option : {"--scheme", "--format", "--output", "--check", "--summary"})
    job += fmt::format("{} {}\n", option, arguments.value(option));
  if (arguments.has("--explain")) job += "--explain\n";
  for (const std::string& path : arguments.operands) job += path + '\n';
  return job;
}

}  // namespace

int run_bulk(const Arguments& arguments, Console& console) {
  if (arguments.operands.empty()) {
    console.complain(
        diag::Diagnostic{"C104",
                         "没有写要读的文件",
                         "",
                         "写出文件，如 jiheng bulk 全县.csv -o 得分.csv；或写“-”，从标准输入读。",
                         {}});
    return kNotDone;
  }
  auto files = BulkFiles::open(arguments, console);
  if (!files) return kNotDone;
  const std::string folder = rules_folder(arguments);
  rulebook::Forms forms = rulebook::load_forms(folder);
  const auto language = rulebook::load_language(folder, forms);
  console.complain(language.problems);
  if (!language) return kNotDone;
  rulebook::Schemes schemes = rulebook::load_schemes(folder, std::move(forms));
  bulk::SchemeShelf shelf(schemes, language->words);
  const bulk::BulkOptions options{std::string(arguments.value("--scheme")), arguments.has("--explain"),
                                  files->as_cards(), files->checks() ? &language->years : nullptr};
  const scoring::Context context{language->units, language->words,
                                 std::max(1U, std::thread::hardware_concurrency()), &language->names};
  if (files->resumes()) {
    if (!files->take_up(job_of(arguments, folder))) return kNotDone;
    set_interrupted_message("\n已中断：算完的部分留着，再运行同样的命令，从那里接着算。\n");
  }
  const bulk::BulkOutcome outcome = bulk::bulk(arguments.operands, options, shelf, context, files->sinks(),
                                               files->packing(), files->earlier());
  console.complain(schemes.problems());
  console.complain(outcome.problems);
  console.complain(outcome.faults);
  if (outcome.other_input) {
    files->complain_of_other_input();
    return kNotDone;
  }
  if (files->broken()) {
    files->say_broken();
    return kNotDone;
  }
  if (outcome.cards == 0) {
    if (outcome.problems.empty())
      console.complain(diag::Diagnostic{"C104", "没有可以计分的行", "", "检查文件内容。", {}});
    return kNotDone;
  }
  if (!files->finish(outcome.summary)) return kNotDone;
  if (!outcome.unused.empty())
    console.say(fmt::format("没有用到的栏，原样写出：{}", fmt::join(outcome.unused, "、")));
  console.say(fmt::format("{} 行，{} 张表；有错没有计分的 {} 张{}", outcome.rows, outcome.cards,
                          outcome.not_scored,
                          files->checks() ? fmt::format("；检查发现 {} 条", outcome.findings) : ""));
  ExitCode code(arguments);
  for (const std::string& id : outcome.finding_ids) code.count(id);
  if (const std::size_t off = outcome.summary.marks_off(); off > 0) {
    code.count("S105");
    console.say(
        fmt::format("其中 {} 张表的分值合计不是方案的满分：它们的总分和等级不能作数（S105），{}", off,
                    arguments.has("--explain") ? "总分一行的说明写着。" : "加 --explain 写明是哪几张。"));
  }
  return outcome.not_scored > 0 || diag::has_errors(outcome.problems) ? kFindings : code.value();
}

}  // namespace jiheng::cli
