// engine/explain/marks_words.h: how the full marks of a row came about, and what is missing of them (S103).
// Takes   the marks of a row or a card. Gives  its sentence and findings; never fails. Units  points.
#pragma once

#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/scoring/marks.h"

namespace jiheng::explain {

/// "表上没有分值，按自报得分 5 分计"; empty for marks printed on the form.
std::string marks_note(const scoring::RowMarks& marks);

/// Findings of the card, in the order scoring met them.
std::vector<diag::Diagnostic> marks_findings(const scoring::CardMarks& marks, const model::Scorecard& card);

}  // namespace jiheng::explain
