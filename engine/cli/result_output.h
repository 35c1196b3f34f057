// engine/cli/result_output.h: where a result goes and in which face: standard output, or the file of -o, whole or not at all.
// Takes   the text of a result, in pieces.
// Gives   it to standard output as it comes; a file gets it as it comes too, and its name at the end.
// Fails   takes() or finish() is false, the reason on standard error (C102 where it cannot be written).
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/file_writer.h"
#include "engine/cli/arguments.h"
#include "engine/cli/console.h"
#include "engine/report/faces/job_faces.h"

namespace jiheng::cli {

/// Whether the job packs what it writes where the file's name ends in .gz or .zst.
enum class Packs { no, yes };

class ResultOutput {
 public:
  /// `option` names the file; empty or "-": standard output. The face is the one --format names, else the one the file's name
  /// ends in, else the first of `words`. nullopt, and said, where the name and --format are of different faces, the name is of
  /// a face that is not among `words`, or a face of bytes has no file; or the file stands there and --force does not (a job that
  /// packs is told when it begins its files, which may be those of an interrupted run).
  static std::optional<ResultOutput> open(const Arguments& arguments, Console& console,
                                          std::span<const std::string_view> words,
                                          std::string_view option = "--output", Packs packs = Packs::no);

  /// One of the words.
  std::string_view format() const { return face_->name; }
  /// The terminal's width and colour; in a file 100 columns and none.
  report::TextOptions text_options() const;

  void write(std::string_view text);
  /// False when the result is not (wholly) there: said on standard error.
  bool finish();
  /// True once nothing more can be written: going on is of no use.
  bool broken() const { return console_->broken() || (file_ && file_->status() != base::IoStatus::ok); }

  bool to_file() const { return !path_.empty(); }
  const std::string& path() const { return path_; }
  /// The file stays where it is not finished, and is gone on with behind its first bytes (FileWriter).
  void keep(std::uint64_t kept);
  /// How large it is, all of it on the disk; nullopt where that failed.
  std::optional<std::uint64_t> synced_size();

  /// The whole result in its face. False, and said, where it cannot be made or written.
  template <class Result>
  bool show(const report::JobFaces<Result>& faces, const Result& result) {
    return put(faces.at(format()).made(result, text_options()));
  }

 private:
  ResultOutput(Console& console, std::string path, base::Overwrite overwrite, const report::Face& face)
      : console_(&console), path_(std::move(path)), overwrite_(overwrite), face_(&face) {}
  bool put(const report::Bytes& bytes);
  void begin();
  void complain(base::IoStatus status, bool taken = false) const;

  Console* console_;
  std::string path_;
  base::Overwrite overwrite_;
  const report::Face* face_;
  std::unique_ptr<base::FileWriter> file_;
};

}  // namespace jiheng::cli
