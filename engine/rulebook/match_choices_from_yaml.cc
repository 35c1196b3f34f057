// Takes the tree of a file of choices (对应), gives them with their places. Whether a table has what they name is left to
// whatif/advise.cc.
#include "engine/rulebook/load.h"
#include "engine/rulebook/scheme_from_yaml.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {
namespace {

constexpr std::size_t kMaxChoices = 5000;

model::MatchChoice choice_of(const YamlNode& node, Problems& problems) {
  model::MatchChoice choice;
  choice.place = node.place;
  MappingReader reader(node, "对应", problems);
  if (!reader.ok()) return choice;
  const auto text = [&](const YamlNode* value, std::string_view key) {
    return field_of(value, key, kMaxNameCharacters, problems);
  };
  choice.table = text(reader.optional("表"), "表");
  const YamlNode* indicator = reader.required("指标");
  required_text(indicator, "指标", problems);
  choice.indicator = text(indicator, "指标");
  choice.year = year_of(reader.optional("年度"), "年度", problems);
  choice.earlier_table = text(reader.optional("上年表"), "上年表");
  const YamlNode* earlier = reader.required("上年指标");
  required_text(earlier, "上年指标", problems);
  choice.earlier_indicator = text(earlier, "上年指标");
  return choice;
}

}  // namespace

diag::Result<std::vector<model::MatchChoice>> match_choices_from_yaml(const SourcePtr& source) {
  auto tree = read_yaml(source);
  if (!tree) return std::move(tree.problems);
  Problems problems;
  std::vector<model::MatchChoice> choices;
  {
    MappingReader reader(*tree, "对应文件", problems);
    if (!reader.ok()) return problems;
    if (const YamlNode* list = reader.required("对应")) {
      for (const YamlNode& item : list_items(*list, "对应", kMaxChoices, problems))
        choices.push_back(choice_of(item, problems));
    }
  }
  if (diag::has_errors(problems)) return problems;
  return choices;
}

}  // namespace jiheng::rulebook
