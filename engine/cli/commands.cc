// Gives the table of commands. Leaves doing them to the run_….cc files.
#include "engine/cli/commands.h"

#include <algorithm>
#include <array>

namespace jiheng::cli {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 3> kColours = {"auto", "always", "never"};
constexpr std::array<Words, 2> kListFormats = {"text", "json"};
constexpr std::array<Words, 3> kLists = {"schemes", "findings", "units"};
constexpr std::array<Words, 3> kShells = {"bash", "zsh", "fish"};

constexpr Option kRules = {"--rules", 0, "文件夹", "规则文件夹（units.yaml、words.yaml 和各方案）",
                           Offers::folders};

constexpr Option kCommon[] = {
    {"--help", 'h', "", "显示帮助"},
    {"--colour", 0, "何时", "颜色：auto 只在终端上用，always 总用，never 不用", Offers::choices, kColours,
     "auto"},
    {"--quiet", 'q', "", "标准错误上只写错误，不写警告和提示"},
    {"--verbose", 'v', "", "多写一些：用了哪个规则文件夹、读了多少文件"},
};

constexpr Option kListOptions[] = {
    {"--format", 0, "格式", "text 表格，json", Offers::choices, kListFormats, "text"},
    kRules,
};
constexpr Example kListExamples[] = {
    {"jiheng list schemes", "有哪些计分方案"},
    {"jiheng list findings", "程序会说的每一种话，和它的编号"},
    {"jiheng list units --format json", "认识的计量单位"},
};

constexpr Option kExplainOptions[] = {
    kRules,
};
constexpr Example kExplainExamples[] = {
    {"jiheng explain T104", "编号 T104 查什么、怎么改"},
    {"jiheng explain hubei-2023", "这个方案的每一条规则和出处"},
};

constexpr Example kCompletionExamples[] = {
    {"jiheng completion bash > ~/.local/share/bash-completion/completions/jiheng", "bash 补全"},
    {"jiheng completion zsh > ~/.zfunc/_jiheng", "zsh 补全"},
    {"jiheng completion fish > ~/.config/fish/completions/jiheng.fish", "fish 补全"},
};

constexpr Command kCommands[] = {
    {"list", "schemes|findings|units", "列出方案、发现的编号或计量单位", "", Offers::choices, kLists,
     kListOptions, kListExamples, run_list},
    {"explain",
     "编号",
     "说明一个发现的编号，或一个方案的规则",
     "",
     Offers::schemes,
     {},
     kExplainOptions,
     kExplainExamples,
     run_explain},
    {"completion",
     "bash|zsh|fish",
     "写出命令行补全脚本",
     "",
     Offers::choices,
     kShells,
     {},
     kCompletionExamples,
     run_completion},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

std::span<const Option> common_options() { return kCommon; }

const Command* find_command(std::string_view name) {
  const auto found = std::find_if(std::begin(kCommands), std::end(kCommands),
                                  [name](const Command& c) { return c.name == name; });
  return found == std::end(kCommands) ? nullptr : found;
}

}  // namespace jiheng::cli
