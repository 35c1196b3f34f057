// engine/web/steps_door.h: the words of the door that do long work in steps: files read (begin_open, read_on), tables scored
// (begin_score, begin_scheme, score_on, end_open, give_up) and checked (begin_check, check_on, and check itself).
// Takes   a desk, a word and its parameters. Gives what contract.json says of the word.
// A step that nobody goes on with is ended by whatever else is asked: a scoring is finished, a check dropped.
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/json.h"
#include "engine/web/call.h"
#include "engine/web/desk.h"

namespace jiheng::web {

/// Ends the steps the word is none of.
void leave_other_steps(Desk& desk, std::string_view word);

/// How far a scoring is.
base::Json scoring_json(const Scoring& scoring);

/// nullopt where the word is another's.
std::optional<base::Json> step_answer(Desk& desk, std::string_view word, const Parameters& parameters);

}  // namespace jiheng::web
