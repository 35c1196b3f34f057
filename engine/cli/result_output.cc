// Takes the text of a result, gives it to standard output or to a file.
#include "engine/cli/result_output.h"

#include <fmt/format.h>

#include "engine/base/files.h"

namespace jiheng::cli {

ResultOutput::ResultOutput(const Arguments& arguments, Console& console, std::string_view option)
    : console_(console), path_(arguments.value(option)), force_(arguments.has("--force")) {
  if (path_ == "-") path_.clear();
}

bool ResultOutput::takes(std::string_view format) const {
  if (to_file() || (format != "docx" && format != "xlsx")) return true;
  console_.complain(
      bad_argument(fmt::format("{} 要写进文件", format), fmt::format("写出文件名，如 -o 文件.{}。", format)));
  return false;
}

void ResultOutput::write(std::string_view text) {
  if (!to_file()) return console_.write(text);
  begin();
  file_->write(text);
}

void ResultOutput::begin() {
  if (file_) return;
  file_ = std::make_unique<base::FileWriter>(path_, force_ ? base::Overwrite::yes : base::Overwrite::no);
}

bool ResultOutput::finish() {
  if (!to_file()) return console_.finish();
  begin();
  const SignalsHeld held;
  const base::IoStatus status = file_->commit();
  file_.reset();
  if (status == base::IoStatus::ok) {
    console_.remark(fmt::format("已写入 {}", path_));
    return true;
  }
  const bool exists = status == base::IoStatus::exists;
  console_.complain(
      diag::Diagnostic{"C102",
                       fmt::format("写不进“{}”：{}", path_, base::describe(status)),
                       exists ? "" : "原来的文件没有改动，也没有留下半截文件。",
                       exists ? "换一个文件名，或加 --force 覆盖它。" : "检查路径、权限和磁盘空间。",
                       {}});
  return false;
}

bool write_workbook(const std::optional<std::string>& bytes, ResultOutput& output, Console& console) {
  if (bytes) {
    output.write(*bytes);
    return true;
  }
  console.complain(
      diag::Diagnostic{"C102", "工作簿写不出来", "临时文件写不下，没有留下半截文件。", "检查磁盘空间。", {}});
  return false;
}

}  // namespace jiheng::cli
