// engine/explain/explain_row.h: one scored row in words: target and actual as read, verdict, why, findings.
// Takes   the row and its lean result (scoring/rows.h); what the sentences need beside it is worked out again for this row
//         alone, so that nobody pays for sentences nobody reads.
#pragma once

#include "engine/scoring/row_batch.h"

namespace jiheng::explain {

/// What stands in the results of a whole card for this row (explain/score.h), to the letter. `lean` is what score_rows()
/// gave for the view; plan and context are those it was given.
scoring::IndicatorResult explain_row(const scoring::Plan& plan, const model::Scorecard& card,
                                     const model::RowId& id, const scoring::RowView& view,
                                     const scoring::RowPoints& lean, const scoring::Context& context);

/// The same for a row of a batch that is at hand: once, for its reading is moved out.
scoring::IndicatorResult explain_row(scoring::RowBatch& batch, std::size_t row, const model::Scorecard& card,
                                     const model::RowId& id, const scoring::Context& context);

}  // namespace jiheng::explain
