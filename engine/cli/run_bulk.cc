// jiheng bulk: tables of rows by the million -> the same rows with what they earned, as a stream.
#include "engine/bulk/bulk.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "engine/base/file_writer.h"
#include "engine/cli/commands.h"
#include "engine/cli/data_folders.h"
#include "engine/cli/result_output.h"
#include "engine/rulebook/language.h"

namespace jiheng::cli {
namespace {

/// 错误.csv beside the result.
std::string errors_path(std::string_view result) {
  const std::size_t slash = result.rfind('/');
  return std::string(slash == std::string_view::npos ? std::string_view() : result.substr(0, slash + 1)) +
         "错误.csv";
}

/// The file of bad rows, made when the first of them is written.
class ErrorFile {
 public:
  ErrorFile(std::string path, bool force) : path_(std::move(path)), force_(force) {}
  void write(std::string_view text) {
    if (!file_) {
      file_ = std::make_unique<base::FileWriter>(path_, force_ ? base::Overwrite::yes : base::Overwrite::no);
    }
    file_->write(text);
  }
  /// False, and said, where it could not be written.
  bool finish(Console& console) {
    if (!file_) return true;
    const base::IoStatus status = file_->commit();
    if (status == base::IoStatus::ok) {
      console.say(fmt::format("有错的行写在 {}", path_));
      return true;
    }
    console.complain(diag::Diagnostic{"C102",
                                      fmt::format("写不进“{}”：{}", path_, base::describe(status)),
                                      "有错的行没有记下来；结果里这些表写着“没有计分”。",
                                      "把原来的文件改个名字，或加 --force 覆盖它。",
                                      {}});
    return false;
  }

 private:
  std::string path_;
  bool force_;
  std::unique_ptr<base::FileWriter> file_;
};

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
  auto output = ResultOutput::open(arguments, console, bulk::kBulkFaces);
  auto summary = ResultOutput::open(arguments, console, bulk::kBulkFaces, "--summary");
  if (!output || !summary) return kNotDone;
  const std::string folder = rules_folder(arguments);
  rulebook::Forms forms = rulebook::load_forms(folder);
  const auto language = rulebook::load_language(folder, forms);
  console.complain(language.problems);
  if (!language) return kNotDone;
  rulebook::Schemes schemes = rulebook::load_schemes(folder, std::move(forms));
  bulk::SchemeShelf shelf(schemes, language->words);
  const bulk::BulkOptions options{std::string(arguments.value("--scheme")), arguments.has("--explain")};
  const scoring::Context context{language->units, language->words,
                                 std::max(1U, std::thread::hardware_concurrency()), &language->names};

  ErrorFile errors(errors_path(arguments.value("--output")), arguments.has("--force"));
  const bulk::BulkOutcome outcome = bulk::bulk(arguments.operands, options, shelf, context,
                                               {[&](std::string_view text) {
                                                  output->write(text);
                                                  return !output->broken();
                                                },
                                                [&](std::string_view text) { errors.write(text); }});
  console.complain(schemes.problems());
  console.complain(outcome.problems);
  console.complain(outcome.faults);
  if (outcome.cards == 0) {
    if (outcome.problems.empty())
      console.complain(diag::Diagnostic{"C104", "没有可以计分的行", "", "检查文件内容。", {}});
    return kNotDone;
  }
  if (!output->finish() || !errors.finish(console)) return kNotDone;
  if (arguments.has("--summary")) {
    summary->write(outcome.summary.to_csv());
    if (!summary->finish()) return kNotDone;
  }
  if (!outcome.unused.empty())
    console.say(fmt::format("没有用到的栏，原样写出：{}", fmt::join(outcome.unused, "、")));
  console.say(
      fmt::format("{} 行，{} 张表；有错没有计分的 {} 张", outcome.rows, outcome.cards, outcome.not_scored));
  return outcome.not_scored > 0 || diag::has_errors(outcome.problems) ? kFindings : kNothingToReport;
}

}  // namespace jiheng::cli
