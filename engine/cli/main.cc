// The program: words of the command line -> one command of the table -> exit code 0, 1 or 2.
#include <fmt/format.h>

#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "engine/cli/arguments.h"
#include "engine/cli/console.h"
#include "engine/cli/data_folders.h"
#include "engine/cli/help.h"

namespace jiheng::cli {
namespace {

int show_text(Console& console, std::string_view text) {
  console.write(text);
  return console.finish() ? kNothingToReport : kNotDone;
}

/// Both move scores, so both are said.
std::string version_text(const Arguments& arguments) {
  const std::string folder = rules_folder(arguments);
  const std::optional<std::string> rules = rules_version(folder);
  return fmt::format("绩衡 {}，{}\n", JIHENG_VERSION,
                     rules ? "规则 " + *rules : "规则的版本不明（" + folder + " 里没有写）");
}

int run(const std::vector<std::string>& words) {
  Console console;
  const diag::Result<Arguments> arguments = read_arguments(words);
  if (!arguments) {
    console.complain(arguments.problems);
    return kNotDone;
  }
  if (arguments->version) return show_text(console, version_text(*arguments));
  if (arguments->command == nullptr) {
    if (!words.empty()) return show_text(console, help_text(console.width()));
    console.complain(bad_argument("没有写命令", "用 jiheng --help 查看全部命令。"));
    return kNotDone;
  }
  if (arguments->has("--help")) return show_text(console, help_text(*arguments->command, console.width()));
  console.set_colour(arguments->value("--colour"));
  console.set_quiet(arguments->has("--quiet"));
  console.set_verbose(arguments->has("--verbose"));
  const int code = arguments->command->run(*arguments, console);
  return console.finish() ? code : kNotDone;
}

}  // namespace
}  // namespace jiheng::cli

int main(int argc, char** argv) {
  try {
    jiheng::cli::watch_signals();
    return jiheng::cli::run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::bad_alloc&) {
    constexpr char kMessage[] = "内存不够：请把输入分成几份再试。\n";
    std::fputs(kMessage, stderr);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "程序内部出错，请报告：%s\n", e.what());
  }
  return jiheng::cli::kNotDone;
}
