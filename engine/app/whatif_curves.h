// engine/app/whatif_curves.h: the modes --sweep, --solve and --sensitivity of `jiheng whatif`: texts of arguments and
// scored cards -> curves, solutions, sensitivities.
// Takes   each text as a source of its own: "受理案件数.完成=100..300:10", "总分=95", "受理案件数.完成".
// Fails   W101-W103 as whatif/address.h; W120-W124 as whatif/sweep.h and solve.h; W125 a card without actual values, W126
//         figures of several cards together.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/results/whatif_curves.h"

namespace jiheng::app {

using ArgumentText = std::shared_ptr<const base::Source>;

/// One sweep, or two for a grid.
diag::Result<results::CardSweep> sweep_card(const std::vector<scoring::CardResult>& cards,
                                            std::span<const ArgumentText> sweeps,
                                            const scoring::Context& context);

/// 总分 without a card before it is that of the figures varied.
diag::Result<results::CardSolve> solve_card(const std::vector<scoring::CardResult>& cards,
                                            const ArgumentText& wanted, std::span<const ArgumentText> vary,
                                            const scoring::Context& context);

/// Of every scored card.
std::vector<results::CardSensitivity> sensitivity_of_cards(const std::vector<scoring::CardResult>& cards,
                                                           const scoring::Context& context);

}  // namespace jiheng::app
