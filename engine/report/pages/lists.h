// engine/report/pages/lists.h: what `jiheng list` shows: schemes, the catalogue of findings, units, kinds of documents.
// Source  docs/json.md, "list"
#pragma once

#include <span>

#include "engine/diag/catalogue.h"
#include "engine/intake/document_kind.h"
#include "engine/model/scheme.h"
#include "engine/quantity/units.h"
#include "engine/report/texts/report.h"

namespace jiheng::report {

Report report_from_schemes(std::span<const model::Scheme* const> schemes);

Report report_from_catalogue(std::span<const diag::CatalogueEntry> entries);

Report report_from_units(const quantity::UnitTable& units);

Report report_from_kinds(std::span<const intake::KindRow> kinds);

}  // namespace jiheng::report
