// Takes a department's summary, gives its sentences: how each shared row was summed, and what could not be.
#include "engine/explain/roll_up_words.h"

#include <fmt/format.h>

#include <utility>

namespace jiheng::explain {
namespace {

diag::Diagnostic without_money(const model::Scorecard& card, std::string_view what, std::string why,
                               std::string fix) {
  return {"S117", fmt::format("“{}”{}", card.title.text, what), std::move(why), std::move(fix), card.place};
}

}  // namespace

std::string roll_up_words(const scoring::RollUpRow& row) {
  using Brought = scoring::RollUpRow::How;
  switch (row.how) {
    case Brought::summed:
      return fmt::format("{} 张表相加", row.tables);
    case Brought::averaged:
      return fmt::format("{} 张表按金额平均", row.tables);
    case Brought::qualitative:
      break;
  }
  return fmt::format("{} 张表的得分率按金额平均", row.tables);
}

std::vector<diag::Diagnostic> roll_up_findings(std::span<const scoring::CardResult> projects,
                                               const scoring::RollUp& roll_up) {
  std::vector<diag::Diagnostic> findings;
  for (std::size_t p = 0; p < projects.size(); ++p) {
    if (!projects[p].scored) continue;
    const scoring::ProjectMoney& money = roll_up.money[p];
    if (!money.budget) {
      findings.push_back(without_money(*projects[p].card, "没有预算数，不进按金额加权的平均",
                                       "没有金额就没有权重；几个项目合起来的执行率也算不出。",
                                       "补上预算数和它的单位。"));
    } else if (!money.executed) {
      findings.push_back(without_money(*projects[p].card,
                                       "没有执行数，不在执行数的合计里，合起来的执行率算不出",
                                       "空着不等于 0。", "补上执行数。"));
    }
  }
  for (const scoring::UnitsApart& row : roll_up.apart) {
    findings.push_back({"S117", fmt::format("“{}”在 {} 张表里单位不同，没有汇总", row.name, row.tables),
                        "换算不到一个单位的数不能相加或平均。", "把单位改成一样。", row.place});
  }
  return findings;
}

}  // namespace jiheng::explain
