// engine/rulebook/units_from_yaml.cc: rules/units.yaml -> UnitTable.
// Takes   the strict tree of the file. Gives the table, or every problem of the file at once: a name given
// twice
//         (L130), a factor that is no positive number or fraction (L131), a base unit that is not 1 (L132).
// Leaves  what units mean to each other to quantity/.
#include <fmt/format.h>

#include <unordered_map>

#include "engine/base/text.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {
namespace {

using base::Decimal;
using base::Place;
using diag::Diagnostic;
using quantity::UnitEntry;

constexpr std::string_view kCounting = "计数";

class UnitsReader {
 public:
  explicit UnitsReader(std::vector<Diagnostic>& problems) : problems_(problems) {}

  void read(const YamlNode& root) {
    MappingReader file(root, "单位表", problems_);
    if (!file.ok()) return;
    require_version(file, "单位表", problems_);
    if (const YamlNode* groups = file.required("换算"); is_list(groups, "换算", problems_)) {
      for (const YamlNode& group : groups->items) read_dimension(group);
    }
    if (const YamlNode* groups = file.required("计数"); is_list(groups, "计数", problems_)) {
      for (const YamlNode& group : groups->items) read_family(group);
    }
    if (const YamlNode* units = file.required("单列"); is_list(units, "单列", problems_)) {
      for (const YamlNode& unit : units->items) {
        UnitEntry entry;
        entry.dimension = kCounting;
        read_unit(unit, entry, Factor::refused);
      }
    }
  }

  quantity::UnitTable take() { return std::move(table_); }

 private:
  enum class Factor { allowed, refused };

  void wrong_shape(std::string message, std::string why, std::string fix, const Place& place) {
    problems_.push_back({"L109", std::move(message), std::move(why), std::move(fix), place});
  }

  /// The text of a required name; reported when empty or with white space in it (cells are read without it).
  std::string name_text(const YamlNode* node, std::string_view what) {
    if (node == nullptr) return {};
    std::string text = scalar_text(*node, what, problems_);
    if (node->kind != YamlNode::Kind::scalar) return {};
    bool spaced = text.empty();
    for (std::size_t at = 0; at < text.size();) {
      const base::CodePoint c = base::decode_at(text, at);
      spaced = spaced || base::is_white_space(c.value);
      at += c.bytes;
    }
    if (!spaced) return text;
    wrong_shape(fmt::format("“{}”是空的，或里面有空白", what),
                "格子里的空白一律不算，带空白的名称永远认不出来。", "写上名称，去掉空白。", node->place);
    return {};
  }

  void read_dimension(const YamlNode& node) {
    MappingReader group(node, "换算", problems_);
    if (!group.ok()) return;
    const std::string dimension = name_text(group.required("量纲"), "量纲");
    const YamlNode* base_node = group.required("基准");
    const std::string base_name = name_text(base_node, "基准");
    const YamlNode* units = group.required("单位");
    if (!is_list(units, "单位", problems_)) return;
    for (const YamlNode& unit : units->items) {
      UnitEntry entry;
      entry.dimension = dimension;
      read_unit(unit, entry, Factor::allowed);
    }
    const UnitEntry* base = table_.find(base_name);
    const bool is_base = base != nullptr && base->dimension == dimension && base->factor == base->divisor;
    if (base_name.empty() || is_base) return;
    problems_.push_back({"L132",
                         fmt::format("基准单位“{}”不在“{}”这一组里，或系数不是 1", base_name, dimension),
                         "系数说的是一个单位等于几个基准单位，基准自己必须是 1。",
                         "把基准写进这一组的“单位”，不写系数。", base_node->place});
  }

  void read_family(const YamlNode& node) {
    MappingReader group(node, "计数", problems_);
    if (!group.ok()) return;
    const std::string family = name_text(group.required("类"), "类");
    const YamlNode* units = group.required("单位");
    if (!is_list(units, "单位", problems_)) return;
    for (const YamlNode& unit : units->items) {
      UnitEntry entry;
      entry.dimension = kCounting;
      entry.family = family;
      read_unit(unit, entry, Factor::refused);
    }
  }

  /// `entry` has its dimension and family; a unit is a name alone or {名称, 系数, 别名, 说明}.
  void read_unit(const YamlNode& node, UnitEntry& entry, Factor factor) {
    if (node.kind == YamlNode::Kind::scalar) {
      entry.name = name_text(&node, "单位");
      add(entry, node.place);
      return;
    }
    MappingReader unit(node, "单位", problems_);
    if (!unit.ok()) return;
    const YamlNode* name = unit.required("名称");
    entry.name = name_text(name, "名称");
    if (factor == Factor::allowed) read_factor(unit.optional("系数"), entry);
    if (const YamlNode* note = unit.optional("说明"); note != nullptr) {
      entry.note = scalar_text(*note, "说明", problems_);
    }
    if (name != nullptr) add(entry, name->place);
    const YamlNode* aliases = unit.optional("别名");
    if (!is_list(aliases, "别名", problems_)) return;
    for (const YamlNode& alias : aliases->items) {
      entry.name = name_text(&alias, "别名");
      add(entry, alias.place);
    }
  }

  /// "0.5" or "2000/3".
  void read_factor(const YamlNode* node, UnitEntry& entry) {
    if (node == nullptr) return;
    const std::string text = scalar_text(*node, "系数", problems_);
    if (node->kind != YamlNode::Kind::scalar) return;
    const std::size_t slash = text.find('/');
    const auto factor = Decimal::parse(std::string_view(text).substr(0, slash));
    const auto divisor = slash == std::string::npos
                             ? std::optional<Decimal>(1)
                             : Decimal::parse(std::string_view(text).substr(slash + 1));
    for (const auto& part : {factor, divisor}) {
      if (part && refuse_long(text, part, "系数", node->place, problems_)) return;
    }
    if (factor && divisor && factor->sign() > 0 && divisor->sign() > 0) {
      entry.factor = *factor;
      entry.divisor = *divisor;
      return;
    }
    problems_.push_back({"L131", fmt::format("系数“{}”不是大于零的数或分数", text), "换算必须精确，不能猜。",
                         "写成“0.5”或“2000/3”。", node->place});
  }

  void add(const UnitEntry& entry, const Place& place) {
    if (entry.name.empty()) return;
    if (table_.add(entry)) {
      places_.emplace(entry.name, place.line);
      return;
    }
    const auto earlier = places_.find(entry.name);
    problems_.push_back({"L130", fmt::format("单位“{}”写了两次", entry.name),
                         earlier == places_.end() ? "" : fmt::format("第 {} 行已经有它。", earlier->second),
                         "一个名称只能有一个意思，删去一个。", place});
  }

  std::vector<Diagnostic>& problems_;
  quantity::UnitTable table_;
  std::unordered_map<std::string, int> places_;
};

}  // namespace

diag::Result<quantity::UnitTable> units_from_yaml(const SourcePtr& source) {
  diag::Result<YamlNode> tree = read_yaml(source);
  if (!tree) return std::move(tree.problems);
  std::vector<Diagnostic> problems;
  UnitsReader reader(problems);
  reader.read(*tree);
  if (!problems.empty()) return problems;
  return reader.take();
}

}  // namespace jiheng::rulebook
