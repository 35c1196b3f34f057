// engine/cli/commands.h: the one table of commands and options. Arguments, help, completion and the test of
// the man page are all made from it.
// Gives   plain data: names, values, choices and help of every command.
// Source  docs/man/jiheng.1, held to this table by a test
#pragma once

#include <span>
#include <string_view>

namespace jiheng::cli {

class Arguments;
class Console;

/// What a shell may offer after an option or as an operand.
enum class Offers { nothing, files, folders, choices, schemes };

/// How often an option may stand, and how many words it takes.
enum class Times {
  once,
  repeated,  ///< --set a --set b
  list       ///< also --scenario a b: every word up to the next option
};

struct Option {
  std::string_view name;   ///< "--format"
  char letter;             ///< 'o' for -o; 0 for none
  std::string_view value;  ///< "格式"; empty for a switch
  std::string_view help;
  Offers offers = Offers::nothing;
  std::span<const std::string_view> choices = {};  ///< the only words taken, where there are any
  std::string_view fallback = {};                  ///< what stands when it is not given
  Times times = Times::once;
};

struct Example {
  std::string_view line;
  std::string_view what;
};

struct Command {
  std::string_view name;
  std::string_view operands;  ///< "文件…"
  std::string_view summary;
  std::string_view more;  ///< paragraphs below the summary in its help
  Offers offers;
  std::span<const std::string_view> choices;  ///< of the first operand
  std::span<const Option> options;
  std::span<const Example> examples;
  int (*run)(const Arguments& arguments, Console& console);
};

std::span<const Command> commands();
/// Options every command takes: --help, --colour, --quiet, --verbose.
std::span<const Option> common_options();
const Command* find_command(std::string_view name);

int run_parse(const Arguments& arguments, Console& console);
int run_score(const Arguments& arguments, Console& console);
int run_report(const Arguments& arguments, Console& console);
int run_check(const Arguments& arguments, Console& console);
int run_whatif(const Arguments& arguments, Console& console);
int run_advise(const Arguments& arguments, Console& console);
int run_template(const Arguments& arguments, Console& console);
int run_import(const Arguments& arguments, Console& console);
int run_bulk(const Arguments& arguments, Console& console);
int run_list(const Arguments& arguments, Console& console);
int run_explain(const Arguments& arguments, Console& console);
int run_completion(const Arguments& arguments, Console& console);

}  // namespace jiheng::cli
