// Takes the table of commands, gives the Chinese help texts, aligned by display width.
#include "engine/cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/base/text.h"

namespace jiheng::cli {
namespace {

/// Lines longer than this are hard to read, however wide the terminal is.
constexpr std::size_t kWidest = 100;

using Lines = std::vector<std::pair<std::string, std::string>>;

/// Two columns: what is written, what it does.
void put_columns(std::string& out, const Lines& lines, std::size_t width) {
  std::size_t left = 0;
  for (const auto& line : lines) left = std::max(left, base::display_width(line.first));
  for (const auto& line : lines) {
    bool first = true;
    for (const std::string& piece : base::wrapped(line.second, width - left - 4)) {
      const std::string_view head = first ? std::string_view(line.first) : std::string_view();
      out += "  " + std::string(head) + std::string(left - base::display_width(head) + 2, ' ') + piece + "\n";
      first = false;
    }
  }
}

void put_options(std::string& out, std::string_view title, std::span<const Option> options,
                 std::size_t width) {
  Lines lines;
  for (const Option& option : options) {
    std::string name = option.letter == 0 ? fmt::format("    {}", option.name)
                                          : fmt::format("-{}, {}", option.letter, option.name);
    if (!option.value.empty()) name += fmt::format(" {}", option.value);
    if (option.times != Times::once) name += "…";
    std::string help(option.help);
    if (!option.choices.empty()) help += fmt::format("（{}）", fmt::join(option.choices, "|"));
    if (!option.fallback.empty()) help += fmt::format("，默认 {}", option.fallback);
    lines.emplace_back(std::move(name), std::move(help));
  }
  out += fmt::format("\n{}\n", title);
  put_columns(out, lines, width);
}

void put_examples(std::string& out, std::span<const Example> examples) {
  out += "\n例子\n";
  for (const Example& example : examples) out += fmt::format("  # {}\n  {}\n", example.what, example.line);
}

void put_exit_codes(std::string& out, std::size_t width) {
  out += "\n退出码\n";
  put_columns(out, {{"0", "没有要报告的"}, {"1", "有达到 --fail-on 级别的发现"}, {"2", "事情没有办成"}},
              width);
}

}  // namespace

std::string help_text(std::size_t width) {
  width = std::min(width, kWidest);
  std::string out =
      "绩衡（jiheng）：按方案给绩效自评表计分，每个数都说得出来历。\n\n用法\n  jiheng 命令 [选项] "
      "…\n\n命令\n";
  Lines lines;
  for (const Command& command : commands()) {
    lines.emplace_back(fmt::format("{} {}", command.name, command.operands), command.summary);
  }
  put_columns(out, lines, width);
  out += "\n选项\n";
  put_columns(out,
              {{"--help", "显示帮助；jiheng 命令 --help 显示这个命令的用法和例子"},
               {"--version", "显示程序和规则的版本"}},
              width);
  put_exit_codes(out, width);
  out += "\n环境变量\n";
  put_columns(out,
              {{"COLUMNS", "每行最多多少列，次于终端自己说的"},
               {"JIHENG_RULES", "规则文件夹，次于 --rules"},
               {"JIHENG_SCHEME", "没有写方案的表用的方案，次于 --scheme、表上的和文件夹里 绩衡.yaml 的"},
               {"NO_COLOR", "不为空时，默认不用颜色"}},
              width);
  const Example examples[] = {{"jiheng score 2023/", "给一个部门的所有自评表计分"},
                              {"jiheng parse '≥96%'", "看一个目标值怎么读"}};
  put_examples(out, examples);
  return out;
}

std::string help_text(const Command& command, std::size_t width) {
  width = std::min(width, kWidest);
  std::string out =
      fmt::format("{}\n\n用法\n  jiheng {} {} [选项]\n", command.summary, command.name, command.operands);
  if (!command.more.empty()) {
    out += '\n';
    for (const std::string& line : base::wrapped(command.more, width)) out += line + "\n";
  }
  if (!command.options.empty()) put_options(out, "选项", command.options, width);
  put_options(out, "各命令都有的选项", common_options(), width);
  put_exit_codes(out, width);
  put_examples(out, command.examples);
  return out;
}

}  // namespace jiheng::cli
