// Takes the words that do long work in steps, gives how far it is. What a step does is desk.h's.
#include "engine/web/steps_door.h"

#include <algorithm>
#include <array>

#include "engine/web/views.h"

namespace jiheng::web {
namespace {

using base::Json;

constexpr std::array<std::string_view, 3> kOfScoring = {"score_on", "end_open", "give_up"};
constexpr std::array<std::string_view, 2> kOfCheck = {"check_on", "check"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Json reading_json(const Reading& reading) {
  return result_json({{"done", reading.done}, {"files", reading.files}, {"tables", reading.tables}});
}

}  // namespace

Json scoring_json(const Scoring& scoring) {
  return result_json({{"done", scoring.done},
                      {"all", scoring.all},
                      {"families_done", scoring.families_done},
                      {"families", scoring.families}});
}

void leave_other_steps(Desk& desk, std::string_view word) {
  if (!is_among(kOfScoring, word)) desk.end_scoring();
  if (!is_among(kOfCheck, word)) desk.drop_check();
}

std::optional<Json> step_answer(Desk& desk, std::string_view word, const Parameters& parameters) {
  const auto tables = [&] { return parameters.number("tables").value_or(1); };
  if (word == "begin_open") return reading_json(desk.begin_reading(parameters.texts("paths")));
  if (word == "read_on") return reading_json(desk.read_on(parameters.number("files").value_or(1)));
  if (word == "begin_score") return scoring_json(desk.begin_scoring());
  if (word == "score_on") return scoring_json(desk.score_on(tables()));
  if (word == "begin_check") return scoring_json(desk.begin_check());
  if (word == "check_on") return scoring_json(desk.check_on(tables()));
  if (word == "end_open") {
    desk.end_reading();
    return result_json(desk_view(desk));
  }
  if (word == "give_up") {
    desk.give_up_scoring();
    return result_json(desk_view(desk));
  }
  return std::nullopt;
}

}  // namespace jiheng::web
