// engine/report/pages/card_form.h: one scored card as its form: the table of the rows, what was found, the draft of
// reasons.
// Takes   one scored card.
// Gives   pieces of the report's tree, in Chinese.
// Units   points with the scheme's places; rates in percent.
#pragma once

#include <string>

#include "engine/report/texts/report.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

/// The rows: execution, indicators by section, total. Rows that lost points or were claimed differently say
/// why below themselves; with `trace` every row says its place, rule, formula and source.
Table form_of(const scoring::CardResult& card, bool trace);

/// What is to be said about the card below its form: findings of the whole card and the draft of reasons.
void put_remarks(Report& report, const scoring::CardResult& card);

/// "错误 S106：…（p26.yaml:44:11）" with a mark by its severity.
Cell finding_line(const diag::Diagnostic& d);

/// The total with its bar; empty for a card that is not scored.
Cell total_cell(const scoring::CardResult& card);

/// "97.75%" with its bar; empty where there is none.
Cell rate_cell(const std::optional<base::Decimal>& rate);

/// Of the total: "自报 3 分，计算得 1.37 分，多报 1.63 分"; empty where they agree or one is not known.
std::string claim_line(const scoring::CardResult& card);

}  // namespace jiheng::report
