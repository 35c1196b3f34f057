// Takes a table, gives its card, held to the rules of scorecard files: written as one and read back. Leaves the fields to
// intake, the rules to load.
#include "engine/app/card_from_table.h"

#include <fmt/format.h>

#include <utility>

#include "engine/intake/scorecard_from_table.h"
#include "engine/rulebook/load.h"

namespace jiheng::app {

diag::Result<TableCard> card_from_table(const intake::Table& table) {
  auto card = intake::scorecard_from_table(table);
  diag::Result<TableCard> result;
  result.problems = std::move(card.problems);
  std::string yaml = rulebook::yaml_from_scorecard(*card);
  const auto back = rulebook::scorecards_from_yaml(
      std::make_shared<const base::Source>(base::Source{fmt::format("{}.yaml", table.id), yaml}));
  if (diag::has_errors(back.problems)) {
    result.problems.push_back({"I107", fmt::format("表“{}”写不成自评表文件", table.title.text),
                               back.problems.front().message,
                               "核对原文里的这张表；用 --format json 看读出了什么。", table.place});
    return result;
  }
  result.value = TableCard{std::move(*card), std::move(yaml)};
  return result;
}

}  // namespace jiheng::app
