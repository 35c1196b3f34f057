// engine/report/charts/svg_from_chart.h: chart data -> svg to stand inside a page of html_page.h, whose style holds the colours.
// Gives   no script, no address, no style of its own. Every text of the data is escaped. Series differ by pattern, dash or
//         sign as well as by colour (Okabe-Ito); what is cut to fit stands whole in the words shown at the mouse and in
//         the table of the same numbers (table_from_chart.h). Same data, same bytes.
#pragma once

#include <string>
#include <vector>

#include "engine/report/texts/chart.h"

namespace jiheng::report {

/// Pictures to stand below each other: one, or several where one would not fit on a page of A4 (many bars), or for each
/// panel of Multiples. `id` (ASCII letters and digits) is unique on the page. O(points).
std::vector<std::string> svg_from_chart(const Chart& chart, const std::string& id);

}  // namespace jiheng::report
