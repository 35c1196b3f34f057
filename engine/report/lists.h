// engine/report/lists.h: what `jiheng list` shows: schemes, the catalogue of findings, units.
// Source  docs/json.md, "list"
#pragma once

#include <span>
#include <string>

#include "engine/diag/catalogue.h"
#include "engine/model/scheme.h"
#include "engine/quantity/units.h"
#include "engine/report/report.h"

namespace jiheng::report {

Report report_from_schemes(std::span<const model::Scheme> schemes);
std::string json_from_schemes(std::span<const model::Scheme> schemes);

Report report_from_catalogue(std::span<const diag::CatalogueEntry> entries);
std::string json_from_catalogue(std::span<const diag::CatalogueEntry> entries);

Report report_from_units(const quantity::UnitTable& units);
std::string json_from_units(const quantity::UnitTable& units);

/// 错误, 警告, 提示 · 确定, 待核.
std::string_view chinese(diag::Severity severity);
std::string_view chinese(diag::Certainty certainty);
/// error, warning, note · certain, review.
std::string_view english(diag::Severity severity);
std::string_view english(diag::Certainty certainty);

}  // namespace jiheng::report
