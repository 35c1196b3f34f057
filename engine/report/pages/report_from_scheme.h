// engine/report/pages/report_from_scheme.h: one scheme in words: what it is based on, its weights, every rule with
// its source.
#pragma once

#include "engine/model/scheme.h"
#include "engine/report/texts/report.h"

namespace jiheng::report {

Report report_from_scheme(const model::Scheme& scheme);

}  // namespace jiheng::report
