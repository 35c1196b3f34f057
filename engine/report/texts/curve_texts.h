// engine/report/texts/curve_texts.h: figures of sweeps, solutions and sensitivities as texts, the same in every face.
// Takes   dials, ends and solutions of whatif.
// Units   values in the unit of the dial, points with the scheme's places.
#pragma once

#include <string>

#include "engine/results/whatif_curves.h"

namespace jiheng::report {

/// "p26 劳动仲裁办案".
std::string card_title(const scoring::CardResult& card);

/// "受理案件数.完成（件）"; without brackets where there is no unit.
std::string name_with_unit(const whatif::Dial& dial);

/// "250件（含）", "250件（不含）", "约 239.8752件".
std::string end_text(const whatif::Dial& dial, const whatif::End& end);

/// Of a kink: where the piece behind it begins: "从 250件 起", "过 300件 以后", "约在 3.333334件".
std::string place_text(const whatif::Dial& dial, const whatif::End& end);

/// What is wanted: 总分, or the indicator's name.
std::string wanted_name(const results::CardSolve& solved);

/// A change of points: "+0.40", "-0.40", "0.00", of a range "+0.40…0.00"; "—" where there is none.
std::string change_text(const std::optional<scoring::Points>& change, const model::Scheme& scheme);

/// "12.50件（换条款）", "0（换条款）", "—".
std::string near_text(const whatif::Dial& dial, const std::optional<whatif::NearKink>& kink);

/// What the answer of --solve is and why there is none, in whole sentences.
std::string why_of(const results::CardSolve& solved);

}  // namespace jiheng::report
