// Takes the tree of a scenario file, gives its changes as texts with their places. Whether a card has what they name is
// left to whatif.
#include <fmt/format.h>

#include "engine/load/load.h"
#include "engine/load/scorecard_from_yaml.h"
#include "engine/load/yaml_tree.h"
#include "engine/load/yaml_values.h"
#include "engine/target/parse.h"

namespace jiheng::load {
namespace {

constexpr std::string_view kChanges = "改动";
constexpr std::string_view kHowToWrite = "写成列表，一处一项，如“- 受理案件数.目标: ≥180例”。";

void read_change(const YamlNode& entry, model::Scenario& scenario, Problems& problems) {
  if (entry.kind != YamlNode::Kind::mapping || entry.keys.size() != 1) {
    problems.push_back(
        {"L109", "“改动”的一项应是一个“改哪里: 改成什么”", "", std::string(kHowToWrite), entry.place});
    return;
  }
  YamlNode key;
  key.text = entry.keys.front().first;
  key.place = entry.keys.front().second;
  model::Field address = field_of(&key, kChanges, target::kMaxCellCharacters, problems);
  if (address.empty()) {
    problems.push_back({"L109", "“改动”里有一项没有写改哪里", "", std::string(kHowToWrite), key.place});
    return;
  }
  model::Field value = field_of(&entry.items.front(), address.text, target::kMaxCellCharacters, problems);
  value.place = entry.items.front().place;
  scenario.changes.emplace_back(std::move(address), std::move(value));
}

void read_changes(const YamlNode& node, model::Scenario& scenario, Problems& problems) {
  if (node.kind != YamlNode::Kind::sequence || node.items.empty()) {
    problems.push_back({"L109", "“改动”应是列表，至少有一处", "", std::string(kHowToWrite), node.place});
    return;
  }
  if (node.items.size() > kMaxChanges) {
    problems.push_back({"L102",
                        fmt::format("一个情景有 {} 处改动，超过上限 {} 处", node.items.size(), kMaxChanges),
                        "", "拆成几个情景，或换一个方案。", node.place});
    return;
  }
  for (const YamlNode& entry : node.items) read_change(entry, scenario, problems);
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
    if (const YamlNode* changes = reader.required(kChanges))
      read_changes(*changes, scenario, result.problems);
  }
  if (scenario.name.empty()) scenario.name = stem_of(source->name);
  keep_readable(result.problems);
  if (!diag::has_errors(result.problems)) result.value = std::move(scenario);
  return result;
}

}  // namespace jiheng::load
