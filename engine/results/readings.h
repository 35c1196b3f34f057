// engine/results/readings.h: what `jiheng parse` gives: cells and what they were read as.
// Takes   nothing; app fills it. Source  docs/json.md, "parse"
#pragma once

#include <string>

#include "engine/target/predicate.h"

namespace jiheng::results {

struct Reading {
  std::string text;
  target::Predicate predicate;
};

}  // namespace jiheng::results
