// Takes advice, gives the JSON of docs/json.md, "advise": stable key order.

#include "engine/base/json.h"
#include "engine/report/json/json.h"
#include "engine/results/advice.h"

namespace jiheng::report {
namespace {

using base::Json;
using base::text_or_null;

Json number(const std::optional<base::Decimal>& value) {
  return value ? Json(value->trimmed().to_string()) : Json();
}

Json json_of(const whatif::AdviceYear& year) {
  return {{"year", year.year},
          {"target", text_or_null(year.target)},
          {"actual", text_or_null(year.actual)},
          {"match", year.match},
          {"similarity", number(year.similarity)},
          {"card", year.card == nullptr ? Json() : Json(year.card->id)},
          {"indicator", year.row == nullptr ? Json() : Json(year.row->name.text)},
          {"value", number(year.value)}};
}

Json json_of(const whatif::Repeated& repeated) {
  const bool exact = repeated.points && repeated.points->exact();
  return {{"status", target::to_string(repeated.status)},
          {"score", exact ? Json(repeated.points->low.to_string()) : Json()},
          {"score_low", repeated.points ? Json(repeated.points->low.to_string()) : Json()},
          {"score_high", repeated.points ? Json(repeated.points->high.to_string()) : Json()},
          {"full_marks", number(repeated.full_marks)},
          {"marks_of_earlier_year", repeated.marks_of_earlier_year},
          {"why", repeated.why}};
}

Json json_of(const whatif::Advice& a) {
  Json history = Json::array();
  for (const whatif::AdviceYear& year : a.history) history.push_back(json_of(year));
  Json proposals = Json::array();
  for (const whatif::Proposal& p : a.proposals)
    proposals.push_back({{"method", p.method}, {"target", p.target}, {"basis", p.basis}});
  const bool any = !a.proposals.empty();
  return {{"card", a.card->id},
          {"title", a.card->title.text},
          {"section", text_or_null(a.section->title.text)},
          {"indicator", a.row->name.text},
          {"target", a.row->target.text},
          {"history", std::move(history)},
          {"undecided", a.undecided},
          {"ratio", number(a.ratio)},
          {"growth", number(a.growth)},
          {"judgement", audit::to_chinese(a.judgement)},
          {"other_measure", a.other_measure},
          {"why", a.why},
          {"proposal", any ? Json(a.proposals.front().target) : Json()},
          {"basis",
           any ? Json(a.proposals.front().method + "：" + a.proposals.front().basis) : Json(a.no_proposal)},
          {"proposals", std::move(proposals)},
          {"repeated", a.repeated ? json_of(*a.repeated) : Json()}};
}

}  // namespace

std::string json_from_advice(results::AdviceItems items) {
  Json list = Json::array();
  for (const whatif::Advice& a : items) list.push_back(json_of(a));
  const Json json = {{"schema", 1}, {"items", std::move(list)}};
  return json.dump(2) + "\n";
}

}  // namespace jiheng::report
