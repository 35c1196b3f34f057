// engine/rulebook/yaml_values.h: the text of one YAML scalar -> a field, a number, a 是/否 of a form.
// Takes   a node of the strict tree; `what` names it in messages ("分值").
// Fails   L109 no scalar, L201 no number, L202 a number outside its bounds, L203 not one of the words allowed, L204 no such
//         day or year, L205 too long, L208 control characters. Blank is nothing, never 0.
// Source  docs/scorecard.md, "数字与文字"
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/model/scorecard.h"
#include "engine/rulebook/yaml_tree.h"

namespace jiheng::rulebook {

using Problems = std::vector<diag::Diagnostic>;

inline constexpr std::size_t kMaxNameCharacters = 500;     ///< names, header fields, words
inline constexpr std::size_t kMaxProseCharacters = 10000;  ///< 偏差原因, 改进措施, 内容, 佐证

/// The text as written, with its place; empty for a missing key (null node) and for a blank.
model::Field field_of(const YamlNode* node, std::string_view what, std::size_t max_characters,
                      Problems& problems);

enum class Sign { any, not_negative };

/// Digits with at most one point, sign where allowed; nullopt for missing, blank or refused.
std::optional<model::NumberField> number_of(const YamlNode* node, std::string_view what, Sign sign,
                                            Problems& problems);

/// True, and L202, for a number past the bounds of quantity/bounds.h: `text` as written, `value` what it was read as,
/// or nullopt where it has too many digits even to be read.
bool refuse_long(std::string_view text, const std::optional<base::Decimal>& value, std::string_view what,
                 const base::Place& place, Problems& problems);

/// "85%" -> 0.85, from 0% to 100%; the percent sign is required, so that 0.85 and 85 cannot be mixed up.
std::optional<model::NumberField> share_of(const YamlNode* node, std::string_view what, Problems& problems);

/// 是 -> true, 否 -> false; nullopt for missing, blank or refused.
std::optional<bool> yes_or_no(const YamlNode* node, std::string_view what, Problems& problems);

/// The index of the word among `words`; nullopt for missing, blank or refused.
std::optional<std::size_t> word_of(const YamlNode* node, std::string_view what,
                                   std::span<const std::string_view> words, Problems& problems);

/// A year from 1900 to 2999 in four digits; nullopt for missing, blank or refused.
std::optional<int> year_of(const YamlNode* node, std::string_view what, Problems& problems);

/// Whether there is a list; L109 where the node is something else, nothing where there is none.
bool is_list(const YamlNode* node, std::string_view what, Problems& problems);

/// The 版本 of a file of rules, which must be 1; `what` names the file in messages: 词表.
void require_version(MappingReader& file, std::string_view what, Problems& problems);

/// Refuses a text that is no day (2024年2月26日, 2024-02-26, 2024.2.26) or month (2024年2月) of the calendar.
void check_date(const model::Field& field, std::string_view what, Problems& problems);

}  // namespace jiheng::rulebook
