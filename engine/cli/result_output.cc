// Takes a result, gives it in its face to standard output or to a file. Leaves what a face is to report/faces.
#include "engine/cli/result_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/base/files.h"
#include "engine/bulk/packed.h"

namespace jiheng::cli {
namespace {

using report::Face;

/// ".html、.docx": what the names of the job's files may end in.
std::string endings_of(std::span<const std::string_view> words) {
  std::vector<std::string_view> endings;
  for (const std::string_view word : words) {
    const std::string_view all = report::find_face(word)->endings;
    endings.push_back(all.substr(0, all.find(' ')));
  }
  return fmt::format("{}", fmt::join(endings, "、"));
}

/// The first face among the words whose files have this ending.
const Face* face_with(std::string_view ending, std::span<const std::string_view> words) {
  const auto found = std::find_if(words.begin(), words.end(), [ending](std::string_view word) {
    return report::has_ending(*report::find_face(word), ending);
  });
  return found == words.end() ? nullptr : report::find_face(*found);
}

}  // namespace

std::optional<ResultOutput> ResultOutput::open(const Arguments& arguments, Console& console,
                                               std::span<const std::string_view> words,
                                               std::string_view option, Packs packs) {
  std::string path(arguments.value(option));
  if (path == "-") path.clear();
  const std::string ending =
      report::known_ending(packs == Packs::yes ? bulk::without_packing(path) : std::string_view(path));
  const Face* by_name = face_with(ending, words);
  if (!ending.empty() && by_name == nullptr) {
    console.complain(bad_argument(fmt::format("jiheng {} 的 {} 写不出 {} 文件", arguments.command->name,
                                              option == "--output" ? "-o" : option, ending),
                                  fmt::format("文件名的结尾可以是 {}。", endings_of(words))));
    return std::nullopt;
  }
  const bool asked = option == "--output" && arguments.has("--format");
  const Face* face = asked                ? report::find_face(arguments.value("--format"))
                     : by_name != nullptr ? by_name
                                          : report::find_face(words.front());
  if (!ending.empty() && !report::has_ending(*face, ending)) {
    console.complain(bad_argument(fmt::format("--format 是 {}，文件名的结尾却是 {}", face->name, ending),
                                  fmt::format("只留一个意思：文件名以 {} 结尾，或写 --format {}。",
                                              endings_of({&face->name, 1}), by_name->name)));
    return std::nullopt;
  }
  if (face->binary && path.empty()) {
    console.complain(bad_argument(fmt::format("{} 要写进文件", face->name),
                                  fmt::format("写出文件名，如 -o 文件{}。", endings_of({&face->name, 1}))));
    return std::nullopt;
  }
  ResultOutput output(console, std::move(path),
                      arguments.has("--force") ? base::Overwrite::yes : base::Overwrite::no, *face);
  const base::IoStatus status = packs == Packs::yes || !output.to_file()
                                    ? base::IoStatus::ok
                                    : base::status_of_target(output.path_, output.overwrite_);
  if (status == base::IoStatus::ok) return output;
  output.complain(status);
  return std::nullopt;
}

report::TextOptions ResultOutput::text_options() const {
  if (to_file()) return {};
  return {console_->width(), console_->colour_output()};
}

void ResultOutput::write(std::string_view text) {
  if (!to_file()) return console_->write(text);
  begin();
  file_->write(text);
}

void ResultOutput::begin() {
  if (file_) return;
  file_ = std::make_unique<base::FileWriter>(path_, overwrite_);
}

void ResultOutput::keep(std::uint64_t kept) {
  file_ = std::make_unique<base::FileWriter>(path_, overwrite_, kept);
}

std::optional<std::uint64_t> ResultOutput::synced_size() {
  begin();
  return file_->sync() == base::IoStatus::ok ? std::optional(file_->size()) : std::nullopt;
}

void ResultOutput::complain(base::IoStatus status, bool taken) const {
  const bool exists = status == base::IoStatus::exists;
  console_->complain(
      diag::Diagnostic{"C102",
                       fmt::format("写不进“{}”：{}", path_,
                                   taken ? std::string_view("另一个程序正在写它") : base::describe(status)),
                       exists || taken ? "" : "原来的文件没有改动，也没有留下半截文件。",
                       exists  ? "换一个文件名，或加 --force 覆盖它。"
                       : taken ? "等那个程序写完，或者换一个文件名。"
                               : "检查路径、权限和磁盘空间。",
                       {}});
}

bool ResultOutput::finish() {
  if (!to_file()) return console_->finish();
  begin();
  const SignalsHeld held;
  const base::IoStatus status = file_->commit();
  const bool taken = file_->taken();
  file_.reset();
  if (status == base::IoStatus::ok) {
    console_->say(fmt::format("已写入 {}", path_));
    return true;
  }
  complain(status, taken);
  return false;
}

bool ResultOutput::put(const report::Bytes& bytes) {
  if (bytes) {
    write(*bytes);
    return finish();
  }
  console_->complain(
      diag::Diagnostic{"C102", "工作簿写不出来", "临时文件写不下，没有留下半截文件。", "检查磁盘空间。", {}});
  return false;
}

}  // namespace jiheng::cli
