// engine/cli/result_output.h: where a result goes: standard output, or the file of -o, whole or not at all.
// Takes   the text of a result, in pieces.
// Gives   it to standard output as it comes, or to the file in one piece at the end.
// Fails   takes() or finish() is false, the reason on standard error (C102 where it cannot be written).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/file_writer.h"
#include "engine/cli/arguments.h"
#include "engine/cli/console.h"

namespace jiheng::cli {

class ResultOutput {
 public:
  /// `option` names the file; empty or "-": standard output.
  ResultOutput(const Arguments& arguments, Console& console, std::string_view option = "--output");

  bool to_file() const { return !path_.empty(); }
  /// False, and said, where `format` is that of an office file and no file was named for it.
  bool takes(std::string_view format) const;
  /// Into the file as it comes; it stands under its name when all of it is there.
  void write(std::string_view text);
  /// False when the result is not (wholly) there: said on standard error.
  bool finish();
  bool broken() const { return console_.broken(); }

 private:
  void begin();

  Console& console_;
  std::string path_;
  bool force_ = false;
  std::unique_ptr<base::FileWriter> file_;
};

/// Puts a finished workbook out; false, and why on standard error, where there is none.
bool write_workbook(const std::optional<std::string>& bytes, ResultOutput& output, Console& console);

}  // namespace jiheng::cli
