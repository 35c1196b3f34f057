// engine/scoring/plan.h: a scheme made ready for columns: every formula bound, every text to match stripped.
// Takes   a scheme, which must outlive the plan.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/scheme.h"
#include "engine/scoring/columns.h"
#include "engine/target/words.h"

namespace jiheng::scoring {

/// Level names and the indicator's name without white space, as clauses and weights match them.
struct RowTexts {
  std::string level1;
  std::string level2;
  std::string name;
};
RowTexts texts_of(const model::Indicator& indicator);

struct ClausePlan {
  const model::Clause* clause = nullptr;
  model::Applies applies;  ///< without white space
  std::optional<Bound> when;
  /// 得分: its formula · 阶梯: `by`, then one a step · 扣分: `by` · 子项: one an item.
  std::vector<Bound> formulas;
  bool judges = false;  ///< looks at 评定 itself
  /// 档次: for each tier the ranks on the scale of the form's own answers that its 答复 stand on.
  std::vector<std::vector<int>> tier_ranks;
  std::vector<std::vector<std::string>> tier_answers;  ///< the same, word for word, without white space

  bool applies_to(const RowTexts& texts) const;
};

struct Plan {
  /// `words` say which other spellings of its answers a tier has.
  explicit Plan(const model::Scheme& scheme_of_plan, const target::WordTable* words = nullptr);
  const model::Scheme* scheme;
  std::vector<ClausePlan> clauses;
  bool looks_at_texts = false;  ///< some clause is for certain rows only
  bool looks_at_names = false;  ///< some clause, or a 计算, is for rows of certain names only
  bool by_standards = false;    ///< some clause gives what the row's own 评分标准 does
};

}  // namespace jiheng::scoring
