// Takes the pieces of the files of a run, gives the files. Leaves what is in them to bulk.
#include "engine/cli/bulk/bulk_files.h"

#include <fmt/format.h>

#include <cstdio>
#include <utility>

#include "engine/app/input_files.h"
#include "engine/base/files.h"

namespace jiheng::cli {
namespace {

constexpr std::size_t kMostJournalBytes = std::size_t{64} << 20;

/// 错误.csv beside the result.
std::string errors_path(std::string_view result) { return app::folder_of(result) + "错误.csv"; }

base::Overwrite overwrite_if(bool force) { return force ? base::Overwrite::yes : base::Overwrite::no; }

}  // namespace

void ErrorFile::write(std::string_view text) {
  if (!file_) file_ = std::make_unique<base::FileWriter>(path_, overwrite_if(force_));
  any_ = true;
  file_->write(text);
}

void ErrorFile::keep(std::uint64_t kept) {
  file_ = std::make_unique<base::FileWriter>(path_, overwrite_if(force_), kept);
  any_ = kept > 0;
}

std::optional<std::uint64_t> ErrorFile::synced_size() {
  return !any_                                 ? std::optional<std::uint64_t>(0)
         : file_->sync() == base::IoStatus::ok ? std::optional(file_->size())
                                               : std::nullopt;
}

bool ErrorFile::finish(Console& console) {
  if (!file_) return true;
  if (!any_) {
    file_->discard();
    return true;
  }
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

std::optional<BulkFiles> BulkFiles::open(const Arguments& arguments, Console& console) {
  auto output = ResultOutput::open(arguments, console, bulk::kBulkFaces, "--output", Packs::yes);
  auto summary = ResultOutput::open(arguments, console, bulk::kRowFaces, "--summary");
  auto check = ResultOutput::open(arguments, console, bulk::kRowFaces, "--check", Packs::yes);
  if (!output || !summary || !check) return std::nullopt;
  const auto refuse = [&console](std::string message, std::string fix) -> std::optional<BulkFiles> {
    console.complain(bad_argument(std::move(message), std::move(fix)));
    return std::nullopt;
  };
  const bool resumes = arguments.has("--resume");
  if (resumes && !output->to_file())
    return refuse("--resume 要有 -o", "写出结果的文件名，如 -o 得分.csv：中断以后接着写它。");
  if (arguments.has("--check") && !check->to_file())
    return refuse("--check 要写进文件", "写出文件名，如 --check 发现.csv。");
  BulkFiles files(console, std::move(*output),
                  ErrorFile(errors_path(arguments.value("--output")), arguments.has("--force")));
  if (arguments.has("--summary")) files.summary_ = std::move(*summary);
  if (arguments.has("--check")) files.check_ = std::move(*check);
  files.resumes_ = resumes;
  return files;
}

bulk::BulkPacking BulkFiles::packing() const {
  return {bulk::packing_of(output_.path()), check_ ? bulk::packing_of(check_->path()) : bulk::Packing::none};
}

void BulkFiles::complain(std::string message, std::string why) {
  console_->complain(
      diag::Diagnostic{"C117",
                       std::move(message),
                       std::move(why),
                       fmt::format("换回原来的文件和命令再运行；要从头算，先删去 {}。", journal()),
                       {}});
}

bool BulkFiles::take_up(std::string job) {
  if (!resumes_) return true;
  job_ = std::move(job);
  if (base::exists(journal())) {
    const base::ReadOutcome read = base::read_file(journal(), kMostJournalBytes);
    earlier_ = bulk::checkpoint_of(read.text, job_);
    if (!earlier_ || earlier_->sizes.size() != 3) {
      earlier_.reset();
      complain(fmt::format("“{}”不是这一次的", journal()),
               "它记着上次算到哪里；程序、规则、命令或文件名和那时不一样，接着写就会混在一起。");
      return false;
    }
  }
  const auto kept = [this](std::size_t file) { return earlier_ ? earlier_->sizes[file] : 0; };
  output_.keep(kept(0));
  errors_.keep(kept(1));
  if (check_) check_->keep(kept(2));
  if (!broken()) return true;
  say_broken();
  return false;
}

void BulkFiles::complain_of_other_input() {
  complain("读的文件和上次中断时的不一样", "已经写出的部分是按原来的文件算的。");
}

bool BulkFiles::save(const bulk::Checkpoint& reached) {
  bulk::Checkpoint with_sizes = reached;
  const auto output = output_.synced_size();
  const auto errors = errors_.synced_size();
  const auto check = check_ ? check_->synced_size() : std::optional<std::uint64_t>(0);
  if (!output || !errors || !check) return false;
  with_sizes.sizes = {*output, *errors, *check};
  const std::string text = bulk::text_of_checkpoint(with_sizes, job_);
  return base::write_file(journal(), text, base::Overwrite::yes) == base::IoStatus::ok;
}

bulk::BulkSinks BulkFiles::sinks() {
  bulk::BulkSinks sinks;
  sinks.rows = [this](std::string_view text) {
    output_.write(text);
    return !broken();
  };
  sinks.errors = [this](std::string_view text) { errors_.write(text); };
  if (check_) sinks.findings = [this](std::string_view text) { check_->write(text); };
  sinks.progress = [this](std::size_t rows) { console_->progress(fmt::format("已算 {} 行", rows)); };
  if (resumes_) sinks.checkpoint = [this](const bulk::Checkpoint& reached) { return save(reached); };
  return sinks;
}

void BulkFiles::say_broken() {
  if (check_ && check_->broken() && !output_.broken()) {
    static_cast<void>(check_->finish());
  } else {
    static_cast<void>(output_.finish());
  }
}

bool BulkFiles::finish(const bulk::Summary& summary) {
  std::optional<SignalsHeld> held;  // the files of a run that was continued belong together
  if (resumes_) held.emplace();
  if (check_ && !check_->finish()) return false;
  if (summary_) {
    summary_->write(summary.to_csv());
    if (!summary_->finish()) return false;
  }
  const bool written = output_.finish();
  if (!errors_.finish(*console_) || !written) return false;
  if (resumes_) std::remove(journal().c_str());
  return true;
}

}  // namespace jiheng::cli
