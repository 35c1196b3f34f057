// engine/rulebook/scheme_reach.h: clauses that can never be reached.
// Takes   the clauses in the order they are tried.
// How     every world of the flags is tried: 达标 · 未达标 · 待核, one direction or none, 大幅超额 (only with 达标), 有评定,
//         部门表. A comparison of numbers is taken as possible in every world, so nothing reachable is refused.
// Fails   L127: the condition holds in no world, or earlier clauses for the same or more rows leave it none.
// Source  docs/scheme-language.md, "永远用不到的条款"
#pragma once

#include <vector>

#include "engine/model/scheme.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {

void check_reach(const std::vector<model::Clause>& clauses, Problems& problems);

}  // namespace jiheng::rulebook
