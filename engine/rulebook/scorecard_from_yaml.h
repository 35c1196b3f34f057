// engine/rulebook/scorecard_from_yaml.h: the pieces of a scorecard file that other files hold too (the 样例 of a scheme).
// Takes   nodes of the strict tree; `what` names the piece in messages.
// Fails   L108-L110 and the ids of yaml_values.h, L207 a card without anything to score, L102 too many rows; all of a piece
//         at once.
// Source  docs/scorecard.md; whole files are load.h's scorecards_from_yaml
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "engine/model/scorecard.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {

inline constexpr std::array<std::string_view, 2> kCardKinds = {"项目", "部门"};

inline constexpr std::size_t kMaxProblems = 200;  ///< listed for one file

/// The fields of a card's head that are kept as they are written: 主管部门 ….
std::span<const std::string_view> header_keys();

/// One entry of 绩效指标.
model::Indicator indicator_from_node(const YamlNode& node, const std::string& what, Problems& problems);

/// 预算.
model::Budget budget_from_node(const YamlNode& node, Problems& problems);

/// One card. `default_id` is used where it has no 编号.
model::Scorecard card_from_node(const YamlNode& node, const std::string& what, const std::string& default_id,
                                Problems& problems);

/// The name of a file without folders and ending: what a card or a scenario without a name of its own is called.
std::string stem_of(std::string_view name);

/// Nobody reads a hundred thousand messages: the first kMaxProblems stay, and how many more there are (L102).
void keep_readable(Problems& problems);

}  // namespace jiheng::rulebook
