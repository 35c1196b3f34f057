// Takes a card and a word for what to do with one of its rows, gives the changes. Making them, and undoing them, is history.cc's.
#include "engine/web/row_steps.h"

#include <utility>

#include "engine/model/sound_card.h"

namespace jiheng::web {
namespace {

using model::Indicator;
using model::RowId;

diag::Diagnostic last_row() {
  return {
      "W104", "这是最后一行，不能删去", "一张表（一个目标）至少有一行指标。", "先加一行，再删这一行。", {}};
}

diag::Result<RowSteps> with_row_below(const model::Scorecard& card, const RowId& row) {
  std::size_t rows = 0;
  for (const model::Section& section : card.sections) rows += section.indicators.size();
  if (rows >= model::kMaxIndicators) return model::too_many_rows("自评表", rows + 1, card.place);
  Indicator fresh;
  const Indicator& above = model::row_of(card, row);
  fresh.level1.text = above.level1.text;
  fresh.level2.text = above.level2.text;
  const RowId at{row.section, row.index + 1};
  return RowSteps{{{at, std::nullopt, std::move(fresh)}}, at};
}

diag::Result<RowSteps> without_row(const model::Scorecard& card, const RowId& row) {
  const std::size_t rows = model::section_of(card, row).indicators.size();
  if (rows < 2) return last_row();
  return RowSteps{{{row, model::row_of(card, row), std::nullopt}},
                  {row.section, row.index + 1 < rows ? row.index : row.index - 1}};
}

/// Past the edge of its goal: the last row of the one before, or the first of the one after.
diag::Result<RowSteps> moved_to_goal(const model::Scorecard& card, const RowId& row, bool up) {
  const bool none = up ? row.section == 0 : row.section + 1 >= card.sections.size();
  if (none) return RowSteps{{}, row};
  if (model::section_of(card, row).indicators.size() < 2) return last_row();
  const std::size_t section = up ? row.section - 1 : row.section + 1;
  const RowId to{section, up ? card.sections[section].indicators.size() : 0};
  const Indicator& moved = model::row_of(card, row);
  return RowSteps{{{row, moved, std::nullopt}, {to, std::nullopt, moved}}, to};
}

diag::Result<RowSteps> moved(const model::Scorecard& card, const RowId& row, bool up) {
  const std::size_t rows = model::section_of(card, row).indicators.size();
  if (up ? row.index == 0 : row.index + 1 >= rows) return moved_to_goal(card, row, up);
  const RowId to{row.section, up ? row.index - 1 : row.index + 1};
  const Indicator& here = model::row_of(card, row);
  const Indicator& neighbour = model::row_of(card, to);
  if (here.level1.text == neighbour.level1.text && here.level2.text == neighbour.level2.text)
    return RowSteps{{{row, here, std::nullopt}, {to, std::nullopt, here}}, to};
  Indicator joined = here;  // it stays where it is and belongs to the neighbour's group
  joined.level1.text = neighbour.level1.text;
  joined.level2.text = neighbour.level2.text;
  return RowSteps{{{row, here, std::move(joined)}}, row};
}

/// From the last to the first, so that each place is right when its turn comes; one row of a goal stays.
RowSteps without_blank_rows(const model::Scorecard& card) {
  RowSteps steps;
  for (std::size_t s = 0; s < card.sections.size(); ++s) {
    const auto& rows = card.sections[s].indicators;
    std::size_t left = rows.size();
    for (std::size_t i = rows.size(); i-- > 0 && left > 1;) {
      if (!is_blank(rows[i])) continue;
      steps.changes.push_back({{s, i}, rows[i], std::nullopt});
      --left;
    }
  }
  return steps;
}

}  // namespace

bool is_blank(const Indicator& row) {
  return row.name.empty() && row.target.empty() && row.actual.empty() && !row.full_marks && !row.claimed;
}

diag::Result<RowSteps> row_steps(const model::Scorecard& card, const RowId& row, std::string_view word) {
  if (word == "add") return with_row_below(card, row);
  if (word == "remove") return without_row(card, row);
  if (word == "up" || word == "down") return moved(card, row, word == "up");
  if (word == "remove_blank") return without_blank_rows(card);
  return diag::Diagnostic{"W104", "这一行不能这样改", "", "", {}};
}

}  // namespace jiheng::web
