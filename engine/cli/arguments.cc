// Takes the words of the command line, gives what they mean by the table of commands. CLI11 splits them; its
// English messages are not shown.
#include "engine/cli/arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "engine/base/near_word.h"

namespace jiheng::cli {
namespace {

std::string suggestion(std::string_view near, std::string_view otherwise) {
  return near.empty() ? std::string(otherwise) : fmt::format("是不是想写“{}”？", near);
}

std::string help_line(const Command* command) {
  return command == nullptr ? "用 jiheng --help 查看全部命令。"
                            : fmt::format("用 jiheng {} --help 查看用法。", command->name);
}

std::vector<Option> options_of(const Command& command) {
  std::vector<Option> options(command.options.begin(), command.options.end());
  options.insert(options.end(), common_options().begin(), common_options().end());
  return options;
}

diag::Diagnostic unknown_command(std::string_view word) {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  return bad_argument(fmt::format("没有“{}”这个命令", word),
                      suggestion(base::near_word(word, names), help_line(nullptr)));
}

diag::Diagnostic unknown_option(std::string_view word, const Command& command) {
  std::vector<std::string_view> names;
  for (const Option& option : options_of(command)) names.push_back(option.name);
  return bad_argument(
      fmt::format("jiheng {} 没有“{}”这个选项", command.name, word),
      suggestion(base::near_word(word.substr(0, word.find('=')), names), help_line(&command)));
}

diag::Diagnostic not_a_choice(std::string_view what, std::string_view word,
                              std::span<const std::string_view> choices) {
  return bad_argument(
      fmt::format("{}不能是“{}”", what, word),
      suggestion(base::near_word(word, choices), fmt::format("可以写：{}。", fmt::join(choices, "、"))));
}

/// "-o", "--force": where a value should stand, it was left out. "-" is standard input, -4.40 a number.
bool is_option_word(std::string_view word) {
  const char second = word.size() > 1 && word[0] == '-' ? word[1] : '\0';
  return second == '-' || (second >= 'a' && second <= 'z') || (second >= 'A' && second <= 'Z');
}

diag::Diagnostic value_left_out(const Option& option, std::string_view word) {
  const bool path = option.offers == Offers::files || option.offers == Offers::folders;
  return bad_argument(
      fmt::format("选项“{}”后面没有写“{}”，写的是“{}”", option.name, option.value, word),
      fmt::format("写成“{} {}”，别的选项写在它后面。{}", option.name, option.value,
                  path ? fmt::format("名称真以“-”开头的，写成“./{}”。", word) : std::string()));
}

/// "--scenario a b" as "--scenario a --scenario b", so that what follows knows options of one word only.
std::vector<std::string> one_word_each(std::vector<std::string> words, const std::vector<Option>& options) {
  std::vector<std::string> out;
  const Option* list = nullptr;  // the option whose words are being read
  bool first = false;
  for (std::string& word : words) {
    if (word.size() > 1 && word[0] == '-') {
      const auto found = std::find_if(options.begin(), options.end(), [&](const Option& option) {
        return option.times == Times::list && option.name == word;
      });
      list = found == options.end() ? nullptr : &*found;
      first = true;
    } else if (list != nullptr) {
      if (!first) out.emplace_back(list->name);
      first = false;
    }
    out.push_back(std::move(word));
  }
  return out;
}

}  // namespace

diag::Diagnostic bad_argument(std::string message, std::string fix) {
  return {"C103", std::move(message), "", std::move(fix), {}};
}

std::string_view Arguments::value(std::string_view option) const {
  const auto found = values_.find(option);
  if (found != values_.end()) return found->second.back();
  for (const Option& o : options_of(*command)) {
    if (o.name == option) return o.fallback;
  }
  return {};
}

std::vector<std::string> Arguments::values(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

diag::Result<Arguments> read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  if (words.empty() || words[0] == "--help" || words[0] == "-h") return arguments;
  if (words[0] == "--version") {
    arguments.version = true;
    return arguments;
  }
  arguments.command = find_command(words[0]);
  if (arguments.command == nullptr) return unknown_command(words[0]);
  const Command& command = *arguments.command;

  // Every option is a list of texts here: what may stand once and what the words mean is decided below, in
  // Chinese.
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::map<std::string_view, std::vector<std::string>> given;
  const std::vector<Option> options = options_of(command);
  for (const Option& option : options) {
    std::string names(option.name);
    if (option.letter != 0) names += fmt::format(",-{}", option.letter);
    if (option.value.empty()) {
      app.add_flag_function(names, [&given, &option](std::int64_t) { given[option.name].emplace_back(); });
    } else {
      app.add_option_function<std::string>(
             names, [&given, &option](const std::string& value) { given[option.name].push_back(value); })
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
          ->trigger_on_parse();
    }
  }
  const auto marker = std::find(words.begin() + 1, words.end(), "--");
  std::vector<std::string> rest = one_word_each({words.begin() + 1, marker}, options);
  std::reverse(rest.begin(), rest.end());  // CLI11 takes them from the end
  try {
    app.parse(rest);
  } catch (const CLI::ArgumentMismatch& e) {
    const std::string what = e.what();
    return bad_argument(fmt::format("选项“{}”后面要写一个值", what.substr(0, what.find(':'))),
                        help_line(&command));
  } catch (const CLI::ParseError& e) {
    return bad_argument("命令行看不懂", help_line(&command));
  }
  diag::Result<Arguments> result;
  std::vector<std::string> remaining = app.remaining();
  for (std::string& word : remaining) {
    const bool option =
        word.size() > 1 && word[0] == '-' && !(word[1] >= '0' && word[1] <= '9') && word[1] != '.';
    if (option) result.problems.push_back(unknown_option(word, command));
    arguments.operands.push_back(std::move(word));
  }
  if (marker != words.end()) arguments.operands.insert(arguments.operands.end(), marker + 1, words.end());
  for (const Option& option : options) {
    const auto found = given.find(option.name);
    if (found == given.end()) continue;
    const std::string& value = found->second.back();
    const auto left_out = std::find_if(found->second.begin(), found->second.end(), is_option_word);
    if (left_out != found->second.end()) {
      result.problems.push_back(value_left_out(option, *left_out));
    } else if (found->second.size() > 1 && !option.value.empty() && option.times == Times::once) {
      result.problems.push_back(
          bad_argument(fmt::format("选项“{}”写了 {} 次", option.name, found->second.size()), "只留一个。"));
    } else if (!option.choices.empty() &&
               std::find(option.choices.begin(), option.choices.end(), value) == option.choices.end()) {
      result.problems.push_back(not_a_choice(fmt::format("选项“{}”", option.name), value, option.choices));
    }
    arguments.values_.emplace(option.name, found->second);
  }
  if (!command.choices.empty() && !arguments.has("--help") && result.problems.empty()) {
    if (arguments.operands.size() != 1) {
      result.problems.push_back(bad_argument(fmt::format("jiheng {} 后面要写一个词", command.name),
                                             fmt::format("可以写：{}。", fmt::join(command.choices, "、"))));
    } else if (std::find(command.choices.begin(), command.choices.end(), arguments.operands[0]) ==
               command.choices.end()) {
      result.problems.push_back(not_a_choice(fmt::format("jiheng {} 后面的词", command.name),
                                             arguments.operands[0], command.choices));
    }
  }
  if (result.problems.empty()) result.value = std::move(arguments);
  return result;
}

diag::Result<std::optional<int>> year_argument(const Arguments& arguments) {
  if (!arguments.has("--year")) return std::optional<int>();
  const std::string_view text = arguments.value("--year");
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error == std::errc() && end == text.data() + text.size() && year >= 1900 && year <= 2999)
    return std::optional<int>(year);
  return bad_argument(fmt::format("年度不能是“{}”", text), "写四位数字，如 --year 2023。");
}

}  // namespace jiheng::cli
