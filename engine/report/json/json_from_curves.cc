// Takes sweeps, solutions and sensitivities. Gives the JSON of docs/json.md, "whatif --sweep" …: stable key order, numbers
// as decimal strings, null where absent or not exact.

#include "engine/base/json.h"
#include "engine/report/json/json.h"
#include "engine/report/texts/curve_texts.h"
#include "engine/report/texts/score_texts.h"
#include "engine/results/whatif_curves.h"

namespace jiheng::report {
namespace {

using base::Decimal;
using base::Json;
using base::text_or_null;

std::string dumped(const Json& json) { return json.dump(2) + "\n"; }

/// `key`, `key`_low and `key`_high.
void put_points(Json& json, const std::string& key, const std::optional<scoring::Points>& points,
                const model::Scheme& scheme) {
  json[key] = points && points->exact() ? Json(points_text(points->low, scheme)) : Json();
  json[key + "_low"] = points ? Json(points_text(points->low, scheme)) : Json();
  json[key + "_high"] = points ? Json(points_text(points->high, scheme)) : Json();
}

Json dial_json(const whatif::Dial& dial) {
  return {{"figure", dial.name()},
          {"unit", text_or_null(dial.unit())},
          {"present", dial.present() ? Json(dial.shown(*dial.present())) : Json()}};
}

Json kink_json(const whatif::Kink& kink, const whatif::Dial& dial, const model::Scheme& scheme) {
  return {{"at", dial.shown(kink.end.at)},
          {"closed", kink.end.closed},
          {"exact", kink.end.exact},
          {"indicator", kink.row},
          {"what", kink.what},
          {"before", kink.before},
          {"after", kink.after},
          {"total_before", points_text(kink.total_before, scheme)},
          {"total_after", points_text(kink.total_after, scheme)}};
}

Json point_json(const whatif::SweepPoint& p, const model::Scheme& scheme) {
  Json json;
  put_points(json, "total", p.readable ? std::optional(p.total) : std::nullopt, scheme);
  put_points(json, "score", p.readable ? std::optional(p.score) : std::nullopt, scheme);
  json["rule"] = text_or_null(p.rule);
  json["present"] = p.present;
  return json;
}

Json reached_json(const whatif::Solve& s, const std::optional<whatif::Reached>& reached,
                  const model::Scheme& scheme) {
  if (!reached) return {};
  return {{"value", s.dials.size() == 1 ? s.dials[0].shown(reached->value) : reached->value.to_string()},
          {"points", points_text(reached->points, scheme)}};
}

}  // namespace

std::string json_from_sweep(const results::CardSweep& swept) {
  const model::Scheme& scheme = *swept.card->scheme;
  Json json = {{"schema", 1}, {"card", swept.card->card->id}};
  Json points = Json::array();
  if (swept.one) {
    const whatif::Sweep& one = *swept.one;
    json.update(dial_json(one.dial));
    for (const whatif::SweepPoint& p : one.points) {
      Json point = {{"value", one.dial.shown(p.value)}};
      point.update(point_json(p, scheme));
      points.push_back(std::move(point));
    }
    json["points"] = std::move(points);
    json["kinks"] = Json::array();
    for (const whatif::Kink& kink : one.kinks) json["kinks"].push_back(kink_json(kink, one.dial, scheme));
    json["precision"] = one.dial.is_day() ? "1" : one.precision.to_string();
    json["complete"] = one.complete;
    return dumped(json);
  }
  const whatif::SweepGrid& two = *swept.two;
  json["x"] = dial_json(two.x);
  json["y"] = dial_json(two.y);
  for (std::size_t y = 0; y < two.ys.size(); ++y) {
    for (const whatif::SweepPoint& p : two.rows[y]) {
      Json point = {{"x", two.x.shown(p.value)}, {"y", two.y.shown(two.ys[y])}};
      point.update(point_json(p, scheme));
      points.push_back(std::move(point));
    }
  }
  json["points"] = std::move(points);
  return dumped(json);
}

std::string json_from_solve(const results::CardSolve& solved) {
  const whatif::Solve& s = solved.solve;
  const model::Scheme& scheme = *solved.card->scheme;
  const auto shown = [&](const std::optional<Decimal>& value) {
    if (!value) return Json();
    return Json(s.dials.size() == 1 ? s.dials[0].shown(*value) : value->trimmed().to_string());
  };
  const auto solution = [&](const whatif::Solution& one) {
    return Json{{"value", shown(one.nearest)},
                {"low", one.from_reach ? Json() : shown(one.low.at)},
                {"high", one.to_reach ? Json() : shown(one.high.at)},
                {"low_closed", one.low.closed},
                {"high_closed", one.high.closed},
                {"low_exact", one.low.exact},
                {"high_exact", one.high.exact},
                {"least", shown(one.least)},
                {"greatest", shown(one.greatest)}};
  };
  Json json = {{"schema", 1}, {"card", solved.card->card->id}};
  json["wanted"] = {{"of", wanted_name(solved)}, {"points", points_text(s.wanted.points, scheme)}};
  json["figures"] = Json::array();
  for (std::size_t d = 0; d < s.dials.size(); ++d) {
    Json figure = dial_json(s.dials[d]);
    if (!s.setting.empty()) {
      figure["value"] = s.dials[d].shown(s.setting[d]);
      figure["printed"] = s.dials[d].shown(s.printed[d]);
    }
    json["figures"].push_back(std::move(figure));
  }
  json["of_percent"] = s.dials.size() > 1;
  json["now"] = points_text(s.now, scheme);
  json["open"] = s.open;
  const std::string why = why_of(solved);
  Json solutions = Json::array();
  for (const whatif::Solution& one : s.solutions) solutions.push_back(solution(one));
  json["solution"] = s.solutions.empty() ? Json() : solutions.items().front();
  if (!s.solutions.empty()) json["solution"]["why"] = why;
  json["why"] = why;
  json["solutions"] = std::move(solutions);
  json["printed_points"] = s.printed_points ? Json(points_text(*s.printed_points, scheme)) : Json();
  json["most"] = reached_json(s, s.most, scheme);
  json["least"] = reached_json(s, s.least, scheme);
  json["below"] = reached_json(s, s.below, scheme);
  json["above"] = reached_json(s, s.above, scheme);
  json["from"] = shown(s.low);
  json["to"] = shown(s.high);
  json["precision"] = s.precision.to_string();
  json["complete"] = s.complete;
  return dumped(json);
}

std::string json_from_sensitivity(const std::vector<results::CardSensitivity>& cards) {
  constexpr const char* kKeys[] = {"percent_1", "percent_10", "unit_1"};
  Json json = {{"schema", 1}, {"cards", Json::array()}};
  for (const results::CardSensitivity& one : cards) {
    const model::Scheme& scheme = *one.card->scheme;
    Json card = {{"id", one.card->card->id}};
    put_points(card, "total", one.sensitivity.total, scheme);
    card["figures"] = Json::array();
    for (const whatif::Sensitive& figure : one.sensitivity.figures) {
      Json item = dial_json(figure.dial);
      for (std::size_t n = 0; n < figure.effects.size(); ++n) {
        Json effect = Json::object();
        put_points(effect, "less", figure.effects[n].less, scheme);
        put_points(effect, "more", figure.effects[n].more, scheme);
        item[kKeys[n]] = std::move(effect);
      }
      const auto near = [&](const std::optional<whatif::NearKink>& kink) {
        if (!kink) return Json();
        Json out = kink_json(kink->kink, figure.dial, scheme);
        out["distance"] = kink->distance.trimmed().to_string();
        return out;
      };
      item["kink_below"] = near(figure.below);
      item["kink_above"] = near(figure.above);
      card["figures"].push_back(std::move(item));
    }
    card["fixed"] = one.sensitivity.fixed;
    json["cards"].push_back(std::move(card));
  }
  return dumped(json);
}

}  // namespace jiheng::report
