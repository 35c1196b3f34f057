// engine/rulebook/usual_scheme_from_yaml.cc: 绩衡.yaml -> the scheme of the tables in its folder.
// Takes   the strict tree of the file: 方案: an id.
// Gives   the id with its place; L110 where it is missing or blank.
// Leaves  whether there is such a scheme to app.
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {

diag::Result<model::Field> usual_scheme_from_yaml(const SourcePtr& source) {
  auto tree = read_yaml(source);
  if (!tree) return std::move(tree.problems);
  diag::Result<model::Field> result;
  model::Field scheme;
  {
    MappingReader reader(*tree, "文件夹的设置", result.problems);
    if (!reader.ok()) return result;
    const YamlNode* node = reader.required("方案");
    scheme = field_of(node, "方案", kMaxNameCharacters, result.problems);
    if (node != nullptr && scheme.empty() && !diag::has_errors(result.problems)) {
      result.problems.push_back({"L110", "“方案”是空的", "这个文件写文件夹里的表用哪个方案。",
                                 "写上方案的编号，如“方案: national-2020”；没有就删去这个文件。",
                                 node->place});
    }
  }
  if (!diag::has_errors(result.problems)) result.value = std::move(scheme);
  return result;
}

}  // namespace jiheng::rulebook
