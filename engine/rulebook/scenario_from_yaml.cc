// Takes the tree of a scenario file, gives its changes as texts with their places. Whether a card has what they name is
// left to whatif.
#include <fmt/format.h>

#include "engine/rulebook/load.h"
#include "engine/rulebook/scorecard_from_yaml.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"
#include "engine/target/parse.h"

namespace jiheng::rulebook {
namespace {

/// A list of the file: its key, what one item is, how to write it.
struct List {
  std::string_view key;
  std::string_view item;
  std::string_view how;
};
constexpr List kChanges = {"改动", "改哪里: 改成什么", "写成列表，一处一项，如“- 受理案件数.目标: ≥180例”。"};
constexpr List kUncertain = {"不确定", "哪里: 多少", "写成列表，一处一项，如“- 受理案件数.完成: 150±10”。"};

using Entries = std::vector<std::pair<model::Field, model::Field>>;

void read_entry(const YamlNode& entry, const List& list, Entries& entries, Problems& problems) {
  if (entry.kind != YamlNode::Kind::mapping || entry.keys.size() != 1) {
    problems.push_back({"L109", fmt::format("“{}”的一项应是一个“{}”", list.key, list.item), "",
                        std::string(list.how), entry.place});
    return;
  }
  YamlNode key;
  key.text = entry.keys.front().first;
  key.place = entry.keys.front().second;
  model::Field address = field_of(&key, list.key, target::kMaxCellCharacters, problems);
  if (address.empty()) {
    problems.push_back(
        {"L109", fmt::format("“{}”里有一项没有写哪里", list.key), "", std::string(list.how), key.place});
    return;
  }
  model::Field value = field_of(&entry.items.front(), address.text, target::kMaxCellCharacters, problems);
  value.place = entry.items.front().place;
  entries.emplace_back(std::move(address), std::move(value));
}

void read_list(const YamlNode& node, const List& list, Entries& entries, Problems& problems) {
  if (node.kind != YamlNode::Kind::sequence || node.items.empty()) {
    problems.push_back(
        {"L109", fmt::format("“{}”应是列表，至少有一处", list.key), "", std::string(list.how), node.place});
    return;
  }
  if (node.items.size() > kMaxChanges) {
    problems.push_back(
        {"L102",
         fmt::format("一个情景的“{}”有 {} 处，超过上限 {} 处", list.key, node.items.size(), kMaxChanges), "",
         "拆成几个情景，或换一个方案。", node.place});
    return;
  }
  for (const YamlNode& entry : node.items) read_entry(entry, list, entries, problems);
}

}  // namespace

diag::Result<model::Scenario> scenario_from_yaml(const SourcePtr& source) {
  auto tree = read_yaml(source);
  if (!tree) return std::move(tree.problems);
  diag::Result<model::Scenario> result;
  model::Scenario scenario;
  {
    MappingReader reader(*tree, "情景", result.problems);
    if (!reader.ok()) return result;
    scenario.name = field_of(reader.optional("名称"), "名称", kMaxNameCharacters, result.problems).text;
    scenario.note = field_of(reader.optional("说明"), "说明", kMaxProseCharacters, result.problems).text;
    const YamlNode* uncertain = reader.optional(kUncertain.key);
    if (uncertain != nullptr) read_list(*uncertain, kUncertain, scenario.uncertain, result.problems);
    const YamlNode* changes =
        uncertain == nullptr ? reader.required(kChanges.key) : reader.optional(kChanges.key);
    if (changes != nullptr) read_list(*changes, kChanges, scenario.changes, result.problems);
  }
  if (scenario.name.empty()) scenario.name = stem_of(source->name);
  keep_readable(result.problems);
  if (!diag::has_errors(result.problems)) result.value = std::move(scenario);
  return result;
}

}  // namespace jiheng::rulebook
