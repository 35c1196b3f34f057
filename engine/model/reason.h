// engine/model/reason.h: the reason a card gives for one row. No reason is ever made up.
// Source  docs/scorecard.md, "偏差原因怎样算数"
#pragma once

#include <string_view>

#include "engine/model/scorecard.h"

namespace jiheng::model {

/// The text of a 偏差原因; empty where the cell is blank, says 无 or still has a blank 〔请填写…〕 of a draft.
std::string_view reason_in(const Field& field);

/// The row's own reason, else the card's where it names the indicator (white space and a leading year of the
/// name do not matter); empty if neither. A view into the card. O(length of the card's reason).
std::string_view reason_for(const Scorecard& card, const Indicator& row);

}  // namespace jiheng::model
