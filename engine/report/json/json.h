// engine/report/json/json.h: what each job gives, for programs. Key order and bytes are those of docs/json.md.
// Takes   the results of the jobs. Gives  one JSON text, UTF-8; bytes that are no UTF-8 come out as U+FFFD.
// Source  docs/json.md
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/base/json.h"
#include "engine/diag/catalogue.h"
#include "engine/diag/diagnostic.h"
#include "engine/intake/document_kind.h"
#include "engine/model/scheme.h"
#include "engine/quantity/units.h"
#include "engine/report/texts/card_face.h"
#include "engine/results/advice.h"
#include "engine/results/findings.h"
#include "engine/results/readings.h"
#include "engine/results/scores.h"
#include "engine/results/simulation.h"
#include "engine/results/standard_readings.h"
#include "engine/results/whatif.h"
#include "engine/results/whatif_curves.h"

namespace jiheng::report {

std::string json_from_scores(const results::Scores& scores);
/// The same, a card at a time.
const CardFace& json_of_cards();
/// One of its cards; what is said of a place.
base::Json json_from_card(const scoring::CardResult& card);
base::Json json_from_diagnostics(const std::vector<diag::Diagnostic>& list);
std::string json_from_findings(const results::Checked& checked);
/// SARIF 2.1.0, with a fingerprint a finding keeps when its table is handed in again.
std::string sarif_from_findings(const results::Checked& checked);
std::string json_from_whatif(const results::Whatif& whatif);
std::string json_from_sweep(const results::CardSweep& swept);
std::string json_from_solve(const results::CardSolve& solved);
std::string json_from_sensitivity(const std::vector<results::CardSensitivity>& cards);
std::string json_from_simulation(const results::Simulated& simulated);
std::string json_from_advice(results::AdviceItems items);
std::string json_from_schemes(std::span<const model::Scheme* const> schemes);
std::string json_from_catalogue(std::span<const diag::CatalogueEntry> entries);
std::string json_from_units(const quantity::UnitTable& units);
std::string json_from_kinds(std::span<const intake::KindRow> kinds);
/// One JSON object, no line end.
std::string json_from_reading(const results::Reading& reading);
std::string json_from_standard(const results::StandardReading& reading);

}  // namespace jiheng::report
