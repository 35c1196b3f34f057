// jiheng completion: scripts for three shells, generated from the table of commands.
#include <fmt/format.h>

#include "engine/cli/arguments.h"
#include "engine/cli/console.h"

namespace jiheng::cli {
namespace {

constexpr std::string_view kSchemesLine =
    "jiheng list schemes --format json 2>/dev/null | sed -n 's/^ *\"id\": \"\\(.*\\)\",$/\\1/p'";

std::vector<const Option*> options_to_complete(const Command& command) {
  std::vector<const Option*> options;
  for (const Option& option : command.options) options.push_back(&option);
  for (const Option& option : common_options()) options.push_back(&option);
  return options;
}

std::string command_names() {
  std::string names;
  for (const Command& command : commands())
    names += fmt::format("{}{}", names.empty() ? "" : " ", command.name);
  return names;
}

/// What bash offers, as words for compgen.
std::string bash_offer(Offers offers, std::span<const std::string_view> choices) {
  switch (offers) {
    case Offers::files:
      return "-f";
    case Offers::folders:
      return "-d";
    case Offers::choices:
      return fmt::format("-W '{}'", fmt::join(choices, " "));
    case Offers::schemes:
      return fmt::format("-W \"$({})\"", kSchemesLine);
    case Offers::nothing:
      break;
  }
  return "";
}

std::string bash_script() {
  std::string out = R"(# jiheng 的 bash 补全，由 jiheng completion bash 生成
_jiheng() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  COMPREPLY=()
)";
  out += fmt::format(
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W '{} --help --version' -- "
      "\"$word\"))\n    return\n  fi\n",
      command_names());
  out += "  case \"$command $before\" in\n";
  for (const Command& command : commands()) {
    for (const Option* option : options_to_complete(command)) {
      if (option->value.empty()) continue;
      const std::string offer = bash_offer(option->offers, option->choices);
      std::string pattern = fmt::format("\"{} {}\"", command.name, option->name);
      if (option->letter != 0) pattern += fmt::format("|\"{} -{}\"", command.name, option->letter);
      out += offer.empty()
                 ? fmt::format("    {}) return ;;\n", pattern)
                 : fmt::format("    {}) COMPREPLY=($(compgen {} -- \"$word\")); return ;;\n", pattern, offer);
    }
  }
  out += "  esac\n  case $command in\n";
  for (const Command& command : commands()) {
    std::string names;
    for (const Option* option : options_to_complete(command))
      names += fmt::format("{}{}", names.empty() ? "" : " ", option->name);
    const std::string offer = bash_offer(command.offers, command.choices);
    out += fmt::format(
        "    {})\n      case $word in -*) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;; esac\n",
        command.name, names);
    if (!offer.empty()) out += fmt::format("      COMPREPLY=($(compgen {} -- \"$word\"))\n", offer);
    out += "      ;;\n";
  }
  out += "  esac\n}\ncomplete -o filenames -F _jiheng jiheng\n";
  return out;
}

std::string zsh_offer(Offers offers, std::span<const std::string_view> choices) {
  switch (offers) {
    case Offers::files:
      return "_files";
    case Offers::folders:
      return "_files -/";
    case Offers::choices:
      return fmt::format("({})", fmt::join(choices, " "));
    case Offers::schemes:
      return "_jiheng_schemes";
    case Offers::nothing:
      break;
  }
  return " ";
}

/// Inside '…' of a specification: no brackets, colons or quotes.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':') out += '\\';
    out += c == '\'' ? '"' : c;
  }
  return out;
}

std::string zsh_script() {
  std::string out = fmt::format(
      "#compdef jiheng\n# jiheng 的 zsh 补全，由 jiheng completion zsh 生成\n_jiheng_schemes() {{\n  local "
      "-a ids\n"
      "  ids=(${{(f)\"$({})\"}})\n  _describe 方案 ids\n}}\n_jiheng() {{\n  local -a names\n  names=(\n",
      kSchemesLine);
  for (const Command& command : commands())
    out += fmt::format("    '{}:{}'\n", command.name, zsh_text(command.summary));
  out +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe 命令 names\n    return\n  fi\n  local "
      "command=$words[2]\n"
      "  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const Command& command : commands()) {
    out += fmt::format("    {})\n      _arguments -s \\\n", command.name);
    for (const Option* option : options_to_complete(command)) {
      std::string tail = fmt::format("[{}]", zsh_text(option->help));
      if (!option->value.empty())
        tail += fmt::format(":{}:{}", option->value, zsh_offer(option->offers, option->choices));
      out += fmt::format("        '{}{}' \\\n", option->name, tail);
      if (option->letter != 0) out += fmt::format("        '-{}{}' \\\n", option->letter, tail);
    }
    out += fmt::format("        '*:{}:{}'\n      ;;\n", zsh_text(command.operands),
                       zsh_offer(command.offers, command.choices));
  }
  out += "  esac\n}\n_jiheng \"$@\"\n";
  return out;
}

/// Inside '…'.
std::string fish_text(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\'' ? std::string("\\'") : std::string(1, c);
  return out;
}

std::string fish_offer(Offers offers, std::span<const std::string_view> choices) {
  switch (offers) {
    case Offers::files:
      return " -F";
    case Offers::folders:
      return " -f -a '(__fish_complete_directories)'";
    case Offers::choices:
      return fmt::format(" -f -a '{}'", fmt::join(choices, " "));
    case Offers::schemes:
      return " -f -a '(__jiheng_schemes)'";
    case Offers::nothing:
      break;
  }
  return " -f";
}

std::string fish_script() {
  std::string out = fmt::format(
      "# jiheng 的 fish 补全，由 jiheng completion fish 生成\nfunction __jiheng_schemes\n  {}\nend\n"
      "complete -c jiheng -f\n",
      kSchemesLine);
  for (const Command& command : commands()) {
    out += fmt::format("complete -c jiheng -n __fish_use_subcommand -a {} -d '{}'\n", command.name,
                       fish_text(command.summary));
    const std::string here =
        fmt::format("complete -c jiheng -n '__fish_seen_subcommand_from {}'", command.name);
    if (command.offers != Offers::nothing) out += here + fish_offer(command.offers, command.choices) + "\n";
    for (const Option* option : options_to_complete(command)) {
      out += here + fmt::format(" -l {}", option->name.substr(2));
      if (option->letter != 0) out += fmt::format(" -s {}", option->letter);
      if (!option->value.empty()) out += " -r" + fish_offer(option->offers, option->choices);
      out += fmt::format(" -d '{}'\n", fish_text(option->help));
    }
  }
  return out;
}

}  // namespace

int run_completion(const Arguments& arguments, Console& console) {
  const std::string& shell = arguments.operands[0];
  console.write(shell == "bash" ? bash_script() : shell == "zsh" ? zsh_script() : fish_script());
  return kNothingToReport;
}

}  // namespace jiheng::cli
