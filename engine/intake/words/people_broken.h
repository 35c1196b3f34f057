// engine/intake/words/people_broken.h: labels of people that a text has broken over two lines: 项目负责 / 人及电话.
// Takes   the lines of a text, cut at tabs.
// Gives   the names and telephones behind either part. A label that stands whole on its line is left to people.h.
// Source  docs/import.md
#pragma once

#include <vector>

#include "engine/intake/words/people.h"

namespace jiheng::intake {

/// In no order; some may be found by people_in too. O(words of a line × words of the next) a line, of short words only.
std::vector<PeopleSpan> people_behind_broken_labels(const FormWords& forms,
                                                    const std::vector<PeopleRow>& rows);

}  // namespace jiheng::intake
