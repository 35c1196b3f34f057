// engine/web/new_card.h: tables that begin on the page, and those that are not whole yet, made so that they can be kept.
// Takes   a scored table, such as last year's; a table as it stands on the page.
// Source  docs/page.md
#pragma once

#include <optional>

#include "engine/scoring/score.h"

namespace jiheng::web {

/// The same indicators with their targets and full marks, to be filled in. For another year the money is left open, and what
/// this year brought stands among 近两年 of each row.
model::Scorecard card_like(const scoring::CardResult& scored, std::optional<int> year);

/// A copy that can be read again: rows nobody wrote anything into are left away, a name that is missing is said to be so.
model::Scorecard kept_card(const model::Scorecard& card);

}  // namespace jiheng::web
