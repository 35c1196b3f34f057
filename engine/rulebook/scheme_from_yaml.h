// engine/rulebook/scheme_from_yaml.h: the pieces of a scheme file.
// Takes   nodes of the strict tree.
// Fails   with the ids named below and those of yaml_tree.h and yaml_values.h; formulas with the F ids of formula.h, each
//         at its place.
// Source  docs/scheme-language.md; whole files are load.h's scheme_from_yaml
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/scheme.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {

inline constexpr std::size_t kMaxClauses = 200;
inline constexpr std::size_t kMaxExamples = 500;
inline constexpr std::size_t kMaxEntries = 60;  ///< of one list or mapping inside a clause

/// The names a clause's formulas may use: kNumberNames and kFlagNames.
std::span<const std::string_view> clause_names();

/// The text of a key that must be there: L110 where it is blank (a null node was reported already).
std::string required_text(const YamlNode* node, std::string_view what, Problems& problems);

/// A formula; nullopt: missing (null node) or refused.
std::optional<formula::Formula> formula_of(const YamlNode* node, std::string_view what,
                                           std::span<const std::string_view> names, Problems& problems);

/// L129 for a formula of figures only that gives less than 0.
void check_not_negative(const formula::Formula& formula, std::string_view what, const base::Place& place,
                        Problems& problems);

/// 来源: {文号, 段落, 状态, 备注}, or only a text (段落 of the scheme's first source).
model::SourceNote source_from_node(const YamlNode& node, const std::string& what,
                                   const model::SourceNote& first, Problems& problems);

/// The keys 总分 预算执行 权重 无分值时 余数 均分位数 裸数 不适用 大幅超额 总分上限 取整 等级, over what is
/// inherited. L126 weights that do not give the total, L140 grades out of order; L124 L125 L129.
void settings_from(MappingReader& reader, model::Scheme& scheme, Problems& problems);

/// 评分标准读法: a list of {处, 读作, 来源}, each kind once, over what is inherited. L122 a kind twice.
void readings_from(const YamlNode& node, model::Scheme& scheme, Problems& problems);

/// A clause as written: `on` is false where it is 未核实 or says 启用: 否; `only_switch` where it says
/// nothing else.
struct WrittenClause {
  model::Clause clause;
  bool on = true;
  bool only_switch = false;
};

/// One entry of 规则. L123 unless it has exactly one of 得分 阶梯 扣分 子项 档次 档点; L124 L125 L129.
std::optional<WrittenClause> clause_from_node(const YamlNode& node, const std::string& what,
                                              const model::SourceNote& first, Problems& problems);

/// 样例 of a whole scheme. L141 for one that cannot be checked.
std::vector<model::Example> examples_from_node(const YamlNode& node, const model::Scheme& scheme,
                                               Problems& problems);

/// False, and L109 or L102, where the node is no mapping of 1 to kMaxEntries entries.
bool has_entries(const YamlNode& node, std::string_view what, std::string_view example, Problems& problems);

/// Each item of a list; L109 where the node is none, L102 where it is longer than `limit`.
std::span<const YamlNode> list_items(const YamlNode& node, std::string_view what, std::size_t limit,
                                     Problems& problems);

}  // namespace jiheng::rulebook
