// engine/cli/arguments.h: the words of the command line, held against the table of commands.
// Takes   the words behind the program's name.
// Gives   command, operands, and the values of options.
// Fails   C103 with what to write instead; a near word is suggested.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/commands.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::cli {

class Arguments {
 public:
  const Command* command = nullptr;  ///< nullptr: none was named
  bool version = false;
  std::vector<std::string> operands;

  bool has(std::string_view option) const { return values_.find(option) != values_.end(); }
  /// What was given, else the table's fallback, else empty.
  std::string_view value(std::string_view option) const;
  /// Everything that was given, in order: of an option that may stand more than once.
  std::vector<std::string> values(std::string_view option) const;

 private:
  friend diag::Result<Arguments> read_arguments(const std::vector<std::string>& words);
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

/// C103 for everything that does not fit the table.
diag::Result<Arguments> read_arguments(const std::vector<std::string>& words);

/// --year, where it was given; C103 where it is no year.
diag::Result<std::optional<int>> year_argument(const Arguments& arguments);

/// C103 with this message and this remedy.
diag::Diagnostic bad_argument(std::string message, std::string fix);

}  // namespace jiheng::cli
