// engine/rulebook/load.h: rules and scorecards <-> model. The only room that sees yaml-cpp.
// Every function reports all problems of a file at once, each with its place, and gives a value only without errors.
// Takes   the text of one file, with its name.
// Fails   with the L… ids of the catalogue, formulas with the F… ids of formula.h; docs/findings/ says each.
// Source  docs/scorecard.md, docs/scheme-language.md, the heads of rules/*.yaml
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/model/match_choice.h"
#include "engine/model/name_words.h"
#include "engine/model/scenario.h"
#include "engine/model/scheme.h"
#include "engine/model/scorecard.h"
#include "engine/model/waiver.h"
#include "engine/model/year_rules.h"
#include "engine/quantity/units.h"
#include "engine/target/words.h"

namespace jiheng::rulebook {

using SourcePtr = std::shared_ptr<const base::Source>;

/// rules/units.yaml.
diag::Result<quantity::UnitTable> units_from_yaml(const SourcePtr& source);
/// rules/words.yaml.
diag::Result<target::WordTable> words_from_yaml(const SourcePtr& source);
/// rules/years.yaml.
diag::Result<model::YearRules> year_rules_from_yaml(const SourcePtr& source);
/// Which rows of earlier years the targets of a new one continue, said by hand. docs/advise.md
diag::Result<std::vector<model::MatchChoice>> match_choices_from_yaml(const SourcePtr& source);

/// rules/names.yaml.
diag::Result<model::NameWords> name_words_from_yaml(const SourcePtr& source);

/// One scheme file. `others` are sources of the other scheme files, for 继承 (found by their 方案 key); a circle is L120.
diag::Result<model::Scheme> scheme_from_yaml(const SourcePtr& source, const std::vector<SourcePtr>& others);

/// The cards of one file: one mapping, or a list of them under 自评表. A mistake in one card does not stop the
/// others: the value holds the cards without errors (none only if there is no such card), the problems are those of
/// the whole file. docs/scorecard.md
diag::Result<std::vector<model::Scorecard>> scorecards_from_yaml(const SourcePtr& source);

/// 豁免.yaml: findings of submitted tables that somebody lets pass. docs/audit.md, "豁免"
diag::Result<std::vector<model::Waiver>> waivers_from_yaml(const SourcePtr& source);

/// 绩衡.yaml of a folder: the 方案 of the tables in it that name none themselves. docs/scorecard.md, "方案"
diag::Result<model::Field> usual_scheme_from_yaml(const SourcePtr& source);

/// Most changes of one scenario.
inline constexpr std::size_t kMaxChanges = 1000;

/// A file of --scenario: 名称, 说明, 改动. docs/whatif.md
diag::Result<model::Scenario> scenario_from_yaml(const SourcePtr& source);

/// The YAML text of a card; reading it back gives the same card (places apart).
std::string yaml_from_scorecard(const model::Scorecard& card);

}  // namespace jiheng::rulebook
