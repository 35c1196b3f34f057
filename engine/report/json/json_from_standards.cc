// Takes a reading of a scoring standard, gives its JSON object.
#include "engine/base/json.h"
#include "engine/report/json/json.h"

namespace jiheng::report {
namespace {

std::string piece_of(const std::string& text, const base::Span& span) {
  return span.offset + span.length <= text.size() ? text.substr(span.offset, span.length) : std::string();
}

}  // namespace

std::string json_from_standard(const results::StandardReading& reading) {
  const standard::Standard& s = reading.standard;
  base::Json needs = base::Json::array();
  for (const standard::Need& need : s.needs) {
    base::Json one = {{"name", need.name}, {"type", standard::to_string(need.type)}};
    if (!need.unit.empty()) one["unit"] = need.unit;
    if (!need.options.empty()) one["options"] = need.options;
    needs.push_back(std::move(one));
  }
  base::Json clauses = base::Json::array();
  for (const standard::ClauseText& c : standard::clauses(s)) {
    clauses.push_back(
        {{"id", c.id}, {"when", c.when}, {"points", c.points}, {"text", piece_of(reading.text, c.span)}});
  }
  base::Json open = base::Json::array();
  for (const standard::Open& o : s.open)
    open.push_back({{"piece", piece_of(reading.text, o.span)}, {"readings", o.readings}});
  base::Json points = base::Json::array();
  for (const results::PointsAt& p : reading.points) {
    const auto text = [&](const base::Decimal& v) { return base::Json(v.to_string()); };
    points.push_back({{"at", p.at},
                      {"low", p.points ? text(p.points->low) : base::Json()},
                      {"high", p.points ? text(p.points->high) : base::Json()}});
  }
  base::Json problems = base::Json::array();
  for (const standard::Problem& p : s.problems) problems.push_back({{"id", p.id}, {"message", p.message}});
  const base::Json object = {
      {"text", reading.text},
      {"kind", "standard"},
      {"shape", standard::to_string(s.shape)},
      {"certainty", s.sure ? "sure" : "debatable"},
      {"needs", std::move(needs)},
      {"clauses", std::move(clauses)},
      {"open", std::move(open)},
      {"points", std::move(points)},
      {"problems", std::move(problems)},
  };
  return object.dump();
}

}  // namespace jiheng::report
