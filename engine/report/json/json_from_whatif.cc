// Takes scores before and after, gives the JSON of docs/json.md, "whatif": stable key order, points as decimal strings,
// null where absent or not exact.

#include <set>

#include "engine/base/json.h"
#include "engine/report/fields/whatif_fields.h"
#include "engine/report/json/json.h"
#include "engine/report/texts/level_words.h"
#include "engine/report/texts/score_texts.h"
#include "engine/report/texts/whatif_lines.h"
#include "engine/results/whatif.h"

namespace jiheng::report {
namespace {

using base::Json;
using base::text_or_null;
using scoring::CardResult;

Json total_json(const CardResult& card) {
  LineSide side;
  side.scheme = card.scheme;
  if (card.scored) side.points = card.total;
  return {{"total", exact_json(side)},
          {"grade", card.scored ? text_or_null(card.grade) : Json()},
          {"total_low", low_json(side)},
          {"total_high", high_json(side)}};
}

Json average_json(const results::Scores& scores) {
  // Of several units there is no average of all.
  const auto points =
      scores.departments.size() == 1 ? scores.departments.front().roll_up.average : std::nullopt;
  const Json low = points ? Json(points->low.with_places(2).to_string()) : Json();
  const Json high = points ? Json(points->high.with_places(2).to_string()) : Json();
  return {{"total", points && points->exact() ? low : Json()},
          {"grade", Json()},
          {"total_low", low},
          {"total_high", high}};
}

Json changed_card_json(const results::Variation& variation, const whatif::CardDifference& card) {
  const std::vector<WhatifLine> lines = lines_of(card);
  Json blocks = Json::array();
  Json execution;
  for (const WhatifLine& line : lines) {
    if (line.kind == WhatifLine::Kind::block) {
      Json block = {{"section", text_or_null(line.section)}, {"level1", line.level1}};
      put_fields(block, whatif_side_fields(), {variation, card, line});
      blocks.push_back(std::move(block));
    } else if (line.kind == WhatifLine::Kind::execution) {
      execution = Json::object();
      put_fields(execution, whatif_side_fields(), {variation, card, line});
      execution["why_before"] = line.before.why;
      execution["why_after"] = line.after.why;
    }
  }
  return {{"id", card.after->card->id},
          {"title", card.after->card->title.text},
          {"kind", card.after->card->kind == model::CardKind::department ? "department" : "project"},
          {"scheme_before", card.before->scheme->id},
          {"scheme_after", card.after->scheme->id},
          {"changed", changed(card)},
          {"before", total_json(*card.before)},
          {"after", total_json(*card.after)},
          {"difference", difference_json(lines.back().before, lines.back().after)},
          {"execution", std::move(execution)},
          {"blocks", std::move(blocks)}};
}

void add_findings(Json& out, const whatif::CardDifference& card) {
  for (const diag::Diagnostic& d : whatif::new_findings(card)) {
    out.push_back({{"id", d.id},
                   {"severity", english(diag::severity_of(d))},
                   {"message", d.message},
                   {"card", card.after->card->id}});
  }
}

/// The one card the totals at the top are of; nullptr: they are the average of the projects.
const whatif::CardDifference* card_at_top(const results::Variation& variation) {
  if (variation.cards.size() == 1) return &variation.cards.front();
  std::set<std::size_t> changed;
  for (const whatif::Change& change : variation.changes) changed.insert(change.card);
  return changed.size() == 1 ? &variation.cards[*changed.begin()] : nullptr;
}

Json variation_json(const results::Whatif& whatif, const results::Variation& variation) {
  const whatif::CardDifference* top = card_at_top(variation);
  Json json = {{"scenario", text_or_null(variation.name)},
               {"note", text_or_null(variation.note)},
               {"of", top == nullptr ? Json() : Json(top->after->card->id)},
               {"before", top == nullptr ? average_json(whatif.before) : total_json(*top->before)},
               {"after", top == nullptr ? average_json(variation.scores) : total_json(*top->after)}};
  Json changes = Json::array();
  std::set<std::size_t> shown;
  for (const whatif::Change& change : variation.changes) {
    changes.push_back({{"path", change.path},
                       {"from", change.from},
                       {"to", change.to},
                       {"card", variation.cards[change.card].after->card->id}});
    shown.insert(change.card);
  }
  Json indicators = Json::array();
  Json cards = Json::array();
  Json findings = Json::array();
  for (std::size_t i = 0; i < variation.cards.size(); ++i) {
    const whatif::CardDifference& card = variation.cards[i];
    cards.push_back(changed_card_json(variation, card));
    if (variation.cards.size() > 1 && !shown.contains(i)) continue;
    for (const WhatifLine& line : lines_of(card)) {
      if (line.kind == WhatifLine::Kind::row)
        indicators.push_back(object_of(whatif_fields(), {variation, card, line}));
    }
    add_findings(findings, card);
  }
  json["changes"] = std::move(changes);
  json["indicators"] = std::move(indicators);
  json["cards"] = std::move(cards);
  json["findings"] = std::move(findings);
  return json;
}

}  // namespace

std::string json_from_whatif(const results::Whatif& whatif) {
  Json json = {{"schema", 1}};
  if (whatif.after.size() == 1) {
    json.update(variation_json(whatif, whatif.after.front()));
  } else {
    json["scenarios"] = Json::array();
    for (const results::Variation& variation : whatif.after) {
      json["scenarios"].push_back(variation_json(whatif, variation));
    }
  }
  return json.dump(2) + "\n";
}

}  // namespace jiheng::report
