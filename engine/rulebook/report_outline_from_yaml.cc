// Takes the strict tree of an outline file, gives the outline as data, or every problem at once: a part nobody knows (L203), an item
// that is none or two things (L109). What a part says is report/pages/self_report's.
#include <fmt/format.h>

#include <array>
#include <utility>

#include "engine/rulebook/forms.h"
#include "engine/rulebook/scheme_from_yaml.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {
namespace {

using model::ReportOutline;
using model::ReportPart;
using model::ReportSection;
using model::ReportWords;

constexpr std::size_t kMaxSections = 200;
constexpr int kMaxDepth = 4;  ///< 一、 （一） 1. （1）

class OutlineReader {
 public:
  explicit OutlineReader(Problems& problems) : problems_(problems) {}

  ReportOutline read(const YamlNode& root) {
    ReportOutline outline;
    outline.place = root.place;
    MappingReader file(root, "提纲文件", problems_);
    if (!file.ok()) return outline;
    require_version(file, "提纲文件", problems_);
    if (const YamlNode* name = file.required("提纲")) {
      outline.place = name->place;
      outline.name = required_text(name, "提纲", problems_);
    }
    outline.title = required_text(file.required("名称"), "名称", problems_);
    if (const YamlNode* sources = file.required("来源")) {
      for (const YamlNode& item : list_items(*sources, "来源", kMaxEntries, problems_))
        outline.sources.push_back(source_from_node(item, "来源", {}, problems_));
    }
    outline.heading = words_of(file, "标题", "部门标题");
    if (const YamlNode* sections = file.required("各节")) outline.sections = sections_of(*sections, 1);
    return outline;
  }

 private:
  ReportWords words_of(MappingReader& reader, std::string_view key, std::string_view of_department) {
    ReportWords words;
    words.project = required_text(reader.required(key), key, problems_);
    if (const YamlNode* other = reader.optional(of_department))
      words.department = required_text(other, of_department, problems_);
    return words;
  }

  std::vector<ReportSection> sections_of(const YamlNode& node, int depth) {
    std::vector<ReportSection> sections;
    if (depth > kMaxDepth) {
      problems_.push_back({"L109", fmt::format("标题最多 {} 级", kMaxDepth), "一、（一）1.（1）四级。",
                           "并进上一级。", node.place});
      return sections;
    }
    for (const YamlNode& item : list_items(node, depth == 1 ? "各节" : "下", kMaxSections, problems_)) {
      MappingReader reader(item, "提纲的一节", problems_);
      if (!reader.ok()) continue;
      ReportSection section;
      section.title = words_of(reader, "题", "部门题");
      constexpr std::array<std::string_view, 2> kWords = {"项目", "部门"};
      if (const auto word = word_of(reader.optional("只在"), "只在", kWords, problems_)) {
        section.on_project = *word == 0;
        section.on_department = *word == 1;
      }
      if (const YamlNode* parts = reader.optional("写")) {
        for (const YamlNode& part : list_items(*parts, "写", kMaxEntries, problems_))
          section.items.push_back(item_of(part));
      }
      if (const YamlNode* below = reader.optional("下")) section.below = sections_of(*below, depth + 1);
      sections.push_back(std::move(section));
    }
    return sections;
  }

  /// 得分, or {空: 立项目的, 部门空: 部门职责}.
  model::ReportItem item_of(const YamlNode& node) {
    model::ReportItem item;
    if (node.kind == YamlNode::Kind::mapping) {
      MappingReader reader(node, "写", problems_);
      item.blank = words_of(reader, "空", "部门空");
      return item;
    }
    std::array<std::string_view, model::kReportParts.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = model::kReportParts[i].name;
    if (const auto found = word_of(&node, "写", names, problems_))
      item.part = model::kReportParts[*found].part;
    return item;
  }

  Problems& problems_;
};

}  // namespace

diag::Result<ReportOutline> report_outline_from_yaml(const SourcePtr& source) {
  auto tree = read_yaml(source);
  if (!tree) return std::move(tree.problems);
  Problems problems;
  ReportOutline outline = OutlineReader(problems).read(*tree);
  if (diag::has_errors(problems)) return problems;
  return outline;
}

}  // namespace jiheng::rulebook
