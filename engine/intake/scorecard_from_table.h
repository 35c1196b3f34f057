// engine/intake/scorecard_from_table.h: a table that was read -> the scorecard of the model, places kept.
// Texts stay as printed; amounts and points become numbers. What a scorecard has no field for (绩效指标描述) stays in the
// table alone.
// Fails   I104 for each amount or number of points that is none: the field is left out, its text in the message.
//         Points that are 待核, or end in （待核）, are none and are no fault. I143 for rows whose first level was not read, I149
//         for a table that does not say whose it is: marked as cells to be filled in.
#pragma once

#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"
#include "engine/model/scorecard.h"

namespace jiheng::intake {

diag::Result<model::Scorecard> scorecard_from_table(const Table& table);

}  // namespace jiheng::intake
