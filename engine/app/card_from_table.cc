// Takes a table, gives its card where that is sound. Leaves the fields to intake, what is sound to model.
#include "engine/app/card_from_table.h"

#include <fmt/format.h>

#include <utility>

#include "engine/intake/scorecard_from_table.h"
#include "engine/model/sound_card.h"

namespace jiheng::app {

diag::Result<model::Scorecard> card_from_table(const intake::Table& table) {
  auto card = intake::scorecard_from_table(table);
  for (diag::Diagnostic& cell : model::leave_out_unsound_cells(*card)) {
    card.problems.push_back({"I142", "有一格没有取：" + cell.message, std::move(cell.why),
                             "核对原文，把它补进导入后的文件。", std::move(cell.place)});
  }
  model::Problems unsound;
  model::check_card(*card, "自评表", unsound);
  if (unsound.empty()) return card;
  card.problems.push_back({"I107",
                           table.title.empty() ? "有一张表写不成自评表文件"
                                               : fmt::format("表“{}”写不成自评表文件", table.title.text),
                           std::move(unsound.front().message),
                           "核对原文里的这张表；用 --format json 看读出了什么。", table.place});
  card.value.reset();
  return card;
}

}  // namespace jiheng::app
