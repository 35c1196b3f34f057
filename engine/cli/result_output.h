// engine/cli/result_output.h: where a result goes and in which face: standard output, or the file of -o, whole or not at all.
// Takes   the text of a result, in pieces.
// Gives   it to standard output as it comes, or to the file in one piece at the end.
// Fails   takes() or finish() is false, the reason on standard error (C102 where it cannot be written).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/cli/arguments.h"
#include "engine/cli/console.h"
#include "engine/report/faces/job_faces.h"

namespace jiheng::cli {

class ResultOutput {
 public:
  /// `option` names the file; empty or "-": standard output. The face is the one --format names, else the one the file's name
  /// ends in, else the first of `words`. nullopt, and said, where the name and --format are of different faces, the name is of
  /// a face that is not among `words`, or a face of bytes has no file.
  static std::optional<ResultOutput> open(const Arguments& arguments, Console& console,
                                          std::span<const std::string_view> words,
                                          std::string_view option = "--output");

  /// One of the words.
  std::string_view format() const { return face_->name; }
  /// The terminal's width and colour; in a file 100 columns and none.
  report::TextOptions text_options() const;

  void write(std::string_view text);
  /// False when the result is not (wholly) there: said on standard error.
  bool finish();
  bool broken() const { return console_->broken(); }

  /// The whole result in its face. False, and said, where it cannot be made or written.
  template <class Result>
  bool show(const report::JobFaces<Result>& faces, const Result& result) {
    return put(faces.at(format()).made(result, text_options()));
  }

 private:
  ResultOutput(Console& console, std::string path, bool force, const report::Face& face)
      : console_(&console), path_(std::move(path)), force_(force), face_(&face) {}
  bool to_file() const { return !path_.empty(); }
  bool put(const report::Bytes& bytes);

  Console* console_;
  std::string path_;
  bool force_ = false;
  const report::Face* face_;
  std::string held_;  ///< for the file: it is written in one piece
};

}  // namespace jiheng::cli
