// engine/whatif/overlay/spot.h: one figure of a scorecard that a what-if may move, and moving it on a copy.
// Source  docs/architecture.md, room whatif
// Takes   a card and where on it a figure stands.
// Gives   its text, or the card with another there.
// Fails   false, and nothing changed, where a number is wanted and the text is none.
#pragma once

#include <optional>
#include <string>

#include "engine/base/decimal.h"
#include "engine/model/row_id.h"
#include "engine/model/scorecard.h"

namespace jiheng::whatif {

/// Where a figure stands on a card: a row's 目标, 完成 or 分值, or an amount of the budget.
struct Spot {
  enum class What { target, actual, full_marks, initial, adjusted, approved, planned, executed };
  What what = What::actual;
  model::RowId row = {};  ///< of a row: which
  bool operator==(const Spot&) const = default;
};

/// Its text as printed; empty where the form has none.
std::string text_at(const model::Scorecard& card, const Spot& spot);

/// Puts the text of a target or an actual value there, or a number of points or money (in the unit of the card's budget)
/// anywhere else. The place stays the form's, or becomes the one given. False, and nothing changed, where a number is
/// wanted and the text is none.
bool put(model::Scorecard& card, const Spot& spot, const std::string& text);
bool put(model::Scorecard& card, const Spot& spot, const std::string& text, const base::Place& place);

}  // namespace jiheng::whatif
