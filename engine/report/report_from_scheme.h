// engine/report/report_from_scheme.h: one scheme in words: what it is based on, its weights, every rule with
// its source.
// Takes   a scheme as loaded.
// Gives   Chinese text and tables; formulas as written in its file.
#pragma once

#include "engine/model/scheme.h"
#include "engine/report/report.h"

namespace jiheng::report {

Report report_from_scheme(const model::Scheme& scheme);

}  // namespace jiheng::report
