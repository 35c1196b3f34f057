// engine/model/row_id.h: which row of a card is meant: the one way from results, addresses and draws back to the form.
// Takes   a card and an id made from it (or from a copy with the same sections and rows).
#pragma once

#include <compare>
#include <cstddef>

#include "engine/model/scorecard.h"

namespace jiheng::model {

struct RowId {
  std::size_t section = 0;  ///< index into Scorecard::sections
  std::size_t index = 0;    ///< index into Section::indicators
  auto operator<=>(const RowId&) const = default;
};

/// The card must have the row.
inline const Section& section_of(const Scorecard& card, const RowId& row) {
  return card.sections[row.section];
}
inline const Indicator& row_of(const Scorecard& card, const RowId& row) {
  return card.sections[row.section].indicators[row.index];
}
inline Indicator& row_of(Scorecard& card, const RowId& row) {
  return card.sections[row.section].indicators[row.index];
}

}  // namespace jiheng::model
