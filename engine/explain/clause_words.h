// engine/explain/clause_words.h: what gave a row its points, as one sentence: clause, formula with its figures, steps to the
// points. "Q3 反向按比例：分值×目标值÷完成值 = 3×8÷17.5 = 1.3714 → 1.37"
// Takes   what scoring decided (numbers), and the columns it decided by.
#pragma once

#include <string>
#include <string_view>

#include "engine/scoring/row_batch.h"

namespace jiheng::explain {

/// Of a row that clauses were asked about. `verdict_why` is the sentence of its verdict, needed where that is open.
std::string clause_words(const scoring::RowBatch& batch, const scoring::RowWork& work,
                         std::string_view verdict_why);

}  // namespace jiheng::explain
