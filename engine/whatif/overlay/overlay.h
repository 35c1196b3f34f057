// engine/whatif/overlay/overlay.h: changes wanted of cards, held against them; applied to copies, never to a file.
// Takes   settings (address.h) and the cards they speak of. Texts of targets and actual values are kept as typed: what
//         cannot be read is said by the usual findings of the score. Amounts may carry a unit of money and become the unit
//         of their card's budget, exactly; full marks may carry 分.
// Fails   W101-W103 as address.h, W104 what cannot be set (总分, 得分, no field), W105 no amount, W106 set twice.
// Source  docs/whatif.md, "改动"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/model/scorecard.h"
#include "engine/quantity/units.h"
#include "engine/target/words.h"
#include "engine/whatif/overlay/address.h"

namespace jiheng::whatif {

/// One figure of one card, before and after.
struct Change {
  std::size_t card = 0;
  std::optional<Spot> spot;  ///< none: the card's 方案
  std::string path;          ///< its address among the cards, as to_text(Address) says it
  std::string from;          ///< as on the card; empty: the form has none
  std::string to;            ///< as typed
  std::string put;           ///< what is put there: `to`, or its number in the unit of the card
  base::Place place;         ///< of `to`
};

/// All of them or none: every problem of every setting.
diag::Result<std::vector<Change>> changes_from(std::span<const Setting> settings, Cards cards,
                                               const quantity::UnitTable& units,
                                               const target::WordTable& words);

/// Puts the change into a copy of its card; its place becomes the change's.
void apply(const Change& change, model::Scorecard& card);

/// "18万元", "180000元", "18" -> the amount in the unit of the budget (18 where that is 万元); nullopt where the text is no
/// amount of money, below 0, or has no finite number in that unit. The unit of a bare number is the budget's.
std::optional<base::Decimal> amount_in_unit(std::string_view text, const model::Budget& budget,
                                            const quantity::UnitTable& units, const target::WordTable& words);

}  // namespace jiheng::whatif
