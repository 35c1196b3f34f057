// engine/rulebook/json/card_from_json.h: one JSON object -> a scorecard, through the reader of scorecard files.
// Takes   a card as `jiheng score --format json` writes one (English keys, what was earned is passed over), or with the keys
//         of a scorecard file (类型, 绩效指标 …). Numbers may be texts or numbers; null is "not there".
// Gives   the card; every place in it is the one given.
// Fails   the ids of scorecard_from_yaml.h; a key nobody knows is L108.
// Source  docs/json.md "score", docs/bulk.md
#pragma once

#include <string>

#include "engine/base/json.h"
#include "engine/model/scorecard.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {

/// `default_id` is used where it has none. English keys: a department without 单位名称 has its title for one.
model::Scorecard card_from_json(const base::Json& json, const base::Place& place,
                                const std::string& default_id, Problems& problems);

}  // namespace jiheng::rulebook
