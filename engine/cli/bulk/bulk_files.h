// engine/cli/bulk/bulk_files.h: the files of one run of jiheng bulk: the result, 错误.csv, findings, summary, and what is kept of
// them from one run to the next.
// Takes   the arguments; the pieces of each file in their order.
// Gives   each file whole or not at all. With --resume what is not whole stays beside it (….part), and how far it came
//         (….resume): the same job goes on from there, another one is refused.
// Fails   C102, C103, C117, said on standard error.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/bulk/bulk.h"
#include "engine/cli/result_output.h"

namespace jiheng::cli {

/// The file of bad rows, made when the first of them is written.
class ErrorFile {
 public:
  ErrorFile(std::string path, bool force) : path_(std::move(path)), force_(force) {}
  void write(std::string_view text);
  void keep(std::uint64_t kept);
  std::optional<std::uint64_t> synced_size();
  /// False, and said, where it could not be written.
  bool finish(Console& console);

 private:
  std::string path_;
  bool force_;
  bool any_ = false;
  std::unique_ptr<base::FileWriter> file_;
};

class BulkFiles {
 public:
  /// nullopt, and said, where the arguments do not go together.
  static std::optional<BulkFiles> open(const Arguments& arguments, Console& console);

  bool as_cards() const { return output_.format() == bulk::kBulkFaces.back(); }
  bool checks() const { return check_.has_value(); }
  bool resumes() const { return resumes_; }
  bulk::BulkPacking packing() const;

  /// What an earlier run of this job left; `job` names all that decides about the result but the input. False, and said,
  /// where what stands there is of another job or another program writes it.
  bool take_up(std::string job);
  const bulk::Checkpoint* earlier() const { return earlier_ ? &*earlier_ : nullptr; }
  /// C117: what was read is not what the earlier run read.
  void complain_of_other_input();

  bulk::BulkSinks sinks();
  /// True once nothing more can be written; say_broken() says why.
  bool broken() const { return output_.broken() || (check_ && check_->broken()); }
  void say_broken();
  /// All of them, the result last. False, and said, where one could not be written.
  bool finish(const bulk::Summary& summary);

 private:
  BulkFiles(Console& console, ResultOutput output, ErrorFile errors)
      : console_(&console), output_(std::move(output)), errors_(std::move(errors)) {}
  bool save(const bulk::Checkpoint& reached);
  void complain(std::string message, std::string why);
  std::string journal() const { return output_.path() + ".resume"; }

  Console* console_;
  ResultOutput output_;
  ErrorFile errors_;
  std::optional<ResultOutput> check_;
  std::optional<ResultOutput> summary_;
  bool resumes_ = false;
  std::string job_;
  std::optional<bulk::Checkpoint> earlier_;
};

}  // namespace jiheng::cli
