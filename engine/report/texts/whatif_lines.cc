// Takes the difference of a card, gives its lines. Computes nothing but the places of a difference.
#include "engine/report/texts/whatif_lines.h"

#include <algorithm>

#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;

bool same(const std::optional<scoring::Points>& a, const std::optional<scoring::Points>& b) {
  if (a.has_value() != b.has_value()) return false;
  return !a || (a->low == b->low && a->high == b->high);
}

LineSide side_of(const CardResult& card) {
  LineSide side;
  side.scheme = card.scheme;
  return side;
}

LineSide execution_side(const CardResult& card) {
  LineSide side = side_of(card);
  if (!card.execution) return side;
  if (card.scored) side.points = card.execution->score;
  side.full_marks = card.execution->full_marks;
  side.why = card.execution->why;
  return side;
}

LineSide row_side(const CardResult& card, std::size_t index) {
  const scoring::IndicatorResult& row = card.indicators[index];
  LineSide side = side_of(card);
  const bool long_term = section_of(*card.card, row.id).horizon == model::Horizon::long_term;
  if (card.scored && !long_term) side.points = row.score;
  side.full_marks = row.full_marks;
  if (row.clause != nullptr) side.rule = row.clause->id;
  side.why = row.why;
  side.status = status_text(row, card);
  return side;
}

LineSide block_side(const CardResult& card, const std::optional<base::Decimal>& full,
                    const scoring::Points& points) {
  LineSide side = side_of(card);
  side.full_marks = full;
  if (card.scored) side.points = points;
  return side;
}

LineSide total_side(const CardResult& card) {
  LineSide side = block_side(card, card.scheme->total, card.total);
  side.status = card.scored ? card.grade : "未填";
  side.why = card.cap_why;
  return side;
}

void add_block(const whatif::CardDifference& card, const whatif::BlockDifference& block,
               std::vector<WhatifLine>& lines) {
  lines.push_back({WhatifLine::Kind::block, block.section, block.level1, "", "", 0,
                   block_side(*card.before, block.full_before, block.before),
                   block_side(*card.after, block.full_after, block.after)});
  for (std::size_t i = 0; i < card.after->indicators.size(); ++i) {
    const scoring::IndicatorResult& result = card.after->indicators[i];
    const model::Indicator& row = indicator_of(result, *card.after);
    const std::string& section = section_of(*card.after->card, result.id).title.text;
    if (row.level1.text != block.level1 || section != block.section) continue;
    lines.push_back({WhatifLine::Kind::row, section, row.level1.text, row.level2.text, row.name.text, i,
                     row_side(*card.before, i), row_side(*card.after, i)});
  }
}

}  // namespace

bool WhatifLine::changed() const {
  return !same(before.points, after.points) || before.full_marks != after.full_marks ||
         before.rule != after.rule || before.why != after.why || before.status != after.status;
}

std::vector<WhatifLine> lines_of(const whatif::CardDifference& card) {
  std::vector<WhatifLine> lines;
  if (card.before->execution || card.after->execution) {
    lines.push_back({WhatifLine::Kind::execution, "", "", "", "预算执行", 0, execution_side(*card.before),
                     execution_side(*card.after)});
  }
  for (const whatif::BlockDifference& block : card.blocks) add_block(card, block, lines);
  lines.push_back(
      {WhatifLine::Kind::total, "", "", "", "总分", 0, total_side(*card.before), total_side(*card.after)});
  return lines;
}

std::string points_text(const LineSide& side) {
  return side.points ? points_text(*side.points, *side.scheme) : std::string();
}

std::string difference_text(const LineSide& before, const LineSide& after) {
  const auto moved =
      before.points && after.points ? whatif::difference(*before.points, *after.points) : std::nullopt;
  if (!moved) return "";
  const std::string text = points_text(*moved, *after.scheme);
  return moved->sign() > 0 ? "+" + text : text;
}

}  // namespace jiheng::report
