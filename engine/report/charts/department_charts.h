// engine/report/charts/department_charts.h: what the scores of a department look like: totals, execution beside score, lost
// points by block. Every figure is one of scoring or a sum of them.
// Takes   the projects of a department, or all of its cards.
// Gives   charts as data; nullopt where there is nothing to show.
// Units   points; rates and shares in percent.
#pragma once

#include <optional>
#include <span>

#include "engine/report/texts/chart.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

/// 总分 of each project, with the grades' limits where all have one scheme. nullopt: fewer than two projects.
std::optional<BarChart> totals_chart(std::span<const scoring::CardResult> projects);

/// 执行率 beside 得分率 (points of a hundred of the scheme's total), percent. nullopt: fewer than two projects with both.
std::optional<BarChart> execution_chart(std::span<const scoring::CardResult> projects);

/// Points lost by block of indicators, 预算执行 and 总分上限, of all cards; blocks in the order of the forms. nullopt: nothing
/// is lost. A sum past the limits of a Decimal is left out.
std::optional<BarChart> lost_chart(std::span<const scoring::CardResult> cards);

}  // namespace jiheng::report
