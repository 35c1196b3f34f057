// engine/report/readings.h: cells and what they were read as -> the faces of `jiheng parse`.
// Source  docs/json.md, "parse"; docs/target-language.md
#pragma once

#include <span>
#include <string>

#include "engine/report/report.h"
#include "engine/target/predicate.h"

namespace jiheng::report {

struct Reading {
  std::string text;
  target::Predicate predicate;
};

/// One JSON object, no line end. Bytes that are no UTF-8 come out as U+FFFD.
std::string json_from_reading(const Reading& reading);

/// One row a cell, its problems below it.
Report report_from_readings(std::span<const Reading> readings);

}  // namespace jiheng::report
