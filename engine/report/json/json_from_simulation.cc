// Takes a simulation, gives the JSON of docs/json.md, "whatif --simulate": stable key order, figures as decimal strings,
// counts as numbers.

#include "engine/base/json.h"
#include "engine/report/json/json.h"
#include "engine/report/texts/simulation_texts.h"

namespace jiheng::report {
namespace {

using base::Json;
using base::text_or_null;

Json distribution_json(const whatif::Distribution& d) {
  Json quantiles = Json::array();
  for (const whatif::Quantile& q : d.quantiles)
    quantiles.push_back({{"percent", q.percent}, {"total", q.value.to_string()}});
  Json bins = Json::array();
  for (const whatif::Bin& bin : d.bins)
    bins.push_back({{"from", bin.from.to_string()}, {"to", bin.to.to_string()}, {"count", bin.count}});
  return {{"mean", d.mean.to_string()},
          {"standard_deviation", d.standard_deviation.to_string()},
          {"quantiles", std::move(quantiles)},
          {"bins", std::move(bins)}};
}

Json grades_json(const whatif::CardSimulation& card) {
  Json grades = Json::array();
  for (const whatif::GradeChance& g : card.grades) {
    grades.push_back({{"name", g.name},
                      {"count_low", g.low},
                      {"count_high", g.high},
                      {"chance_low", whatif::percent_of(g.low, card.low.draws).to_string()},
                      {"chance_high", whatif::percent_of(g.high, card.high.draws).to_string()}});
  }
  return grades;
}

Json drivers_json(const whatif::CardSimulation& card) {
  Json drivers = Json::array();
  for (const whatif::Driver& d : card.drivers) {
    drivers.push_back({{"path", path_of(d, card)},
                       {"values", d.how},
                       {"full_marks", d.full_marks ? Json(d.full_marks->trimmed().to_string()) : Json()},
                       {"least", d.least.to_string()},
                       {"most", d.most.to_string()},
                       {"mean", d.mean.to_string()},
                       {"full_chance", d.full_chance.to_string()},
                       {"variance_share", d.share.to_string()}});
  }
  return drivers;
}

Json simulated_card_json(const whatif::CardSimulation& card) {
  const auto total = [&](bool high) {
    return card.total ? Json((high ? card.total->high : card.total->low).to_string()) : Json();
  };
  Json json = {{"id", card.card->id},
               {"title", card.card->title.text},
               {"kind", card.card->kind == model::CardKind::department ? "department" : "project"},
               {"scheme", card.scheme->id},
               {"before",
                {{"total", card.total && card.total->exact() ? total(false) : Json()},
                 {"grade", text_or_null(card.grade)},
                 {"total_low", total(false)},
                 {"total_high", total(true)}}},
               {"scored", card.scored}};
  if (!card.scored) return json;
  json["exact"] = card.exact;
  json["low"] = distribution_json(card.low);
  json["high"] = distribution_json(card.high);
  json["grades"] = grades_json(card);
  json["drivers"] = drivers_json(card);
  return json;
}

}  // namespace

std::string json_from_simulation(const results::Simulated& face) {
  const whatif::Simulation& simulation = face.simulation;
  Json json = {{"schema", 1},
               {"draws", simulation.options.draws},
               {"seed", std::to_string(simulation.options.seed)},
               {"generator", "philox4x32-10"},
               {"uncertain", face.uncertain.uncertain}};
  Json cards = Json::array();
  for (const whatif::CardSimulation& card : simulation.cards) cards.push_back(simulated_card_json(card));
  json["cards"] = std::move(cards);
  if (simulation.average) {
    json["average"] = {{"projects", simulation.average->projects},
                       {"low", distribution_json(simulation.average->low)},
                       {"high", distribution_json(simulation.average->high)}};
  } else {
    json["average"] = nullptr;
  }
  return json.dump(2) + "\n";
}

}  // namespace jiheng::report
