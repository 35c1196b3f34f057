// engine/model/budget_amounts.h: an amount of the budget by its name on the form.
// Takes   a name. Gives  the member of Budget it is.
// Source  docs/scorecard.md, 预算
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/model/scorecard.h"

namespace jiheng::model {

using BudgetAmount = std::optional<NumberField> Budget::*;

inline constexpr std::array<std::pair<std::string_view, BudgetAmount>, 7> kBudgetAmounts = {
    {{"年初预算数", &Budget::initial},
     {"调整预算数", &Budget::adjusted},
     {"批复数", &Budget::approved},
     {"预算数", &Budget::planned},
     {"执行数", &Budget::executed},
     {"基本支出", &Budget::basic},
     {"项目支出", &Budget::project}}};

/// nullptr for a name that is none of theirs.
constexpr BudgetAmount budget_amount(std::string_view name) {
  for (const auto& [known, amount] : kBudgetAmounts) {
    if (known == name) return amount;
  }
  return nullptr;
}

}  // namespace jiheng::model
