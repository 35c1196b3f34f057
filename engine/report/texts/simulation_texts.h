// engine/report/texts/simulation_texts.h: figures of a simulation as texts, the same in every face.
// Takes   the figures of a simulation.
// Units   points; chances in percent with 2 places.
#pragma once

#include <string>
#include <vector>

#include "engine/results/simulation.h"

namespace jiheng::report {

/// The least total that so many percent of the draws do not exceed: "97.50"; "92.00-97.00" where the ends differ.
std::string quantile_text(const whatif::CardSimulation& card, int percent);
const base::Decimal& quantile_of(const whatif::Distribution& distribution, int percent);

/// "97.5012", "92.0000-97.0000".
std::string both_text(const base::Decimal& low, const base::Decimal& high);

/// "产出指标/数量指标/受理案件数.完成", "预算.执行数": its address among the cards.
std::string path_of(const whatif::Driver& driver, const whatif::CardSimulation& card);

/// "受理案件数", "预算.执行数".
std::string name_of(const whatif::Driver& driver, const whatif::CardSimulation& card);

/// "99.20%", "0.00%-99.20%": of draws of the low and high ends.
std::string chance_text(std::uint64_t low, std::uint64_t high, std::uint64_t draws);

std::string title_of(const whatif::CardSimulation& card);

}  // namespace jiheng::report
