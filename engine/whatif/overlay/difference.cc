// Takes two results of a card, gives what moved. Leaves choosing what to show to report.
#include "engine/whatif/overlay/difference.h"

#include <algorithm>

#include "engine/scoring/figures.h"

namespace jiheng::whatif {
namespace {

using scoring::IndicatorResult;
using scoring::Points;

bool same(const Points& a, const Points& b) { return a.low == b.low && a.high == b.high; }

Points sum(const Points& a, const Points& b) { return {a.low + b.low, a.high + b.high}; }

/// Known only as long as every row has marks.
void add_marks(std::optional<base::Decimal>& sum, const std::optional<base::Decimal>& marks) {
  if (sum && marks) {
    sum = *sum + *marks;
  } else {
    sum.reset();
  }
}

std::vector<BlockDifference> blocks_of(const scoring::CardResult& before, const scoring::CardResult& after) {
  std::vector<BlockDifference> blocks;
  for (std::size_t i = 0; i < before.indicators.size(); ++i) {
    const IndicatorResult& was = before.indicators[i];
    const IndicatorResult& is = after.indicators[i];
    const model::Section& section = section_of(*after.card, is.id);
    const std::string& level1 = row_of(*after.card, is.id).level1.text;
    auto block = std::find_if(blocks.begin(), blocks.end(), [&](const BlockDifference& b) {
      return b.section == section.title.text && b.level1 == level1;
    });
    if (block == blocks.end()) {
      blocks.push_back({section.title.text, level1, base::Decimal(0), base::Decimal(0), {}, {}});
      block = blocks.end() - 1;
    }
    add_marks(block->full_before, was.full_marks);
    add_marks(block->full_after, is.full_marks);
    block->before = sum(block->before, was.score);
    block->after = sum(block->after, is.score);
  }
  return blocks;
}

using Findings = std::vector<diag::Diagnostic>;

void add_new(const Findings& before, const Findings& after, Findings& out) {
  for (const diag::Diagnostic& d : after) {
    const bool claim = (d.id.starts_with("A1") && d.id != "A102") || d.id.starts_with("A2");
    const bool reason = d.id.starts_with("A3");  // its message has the figures of the row
    const bool was = std::any_of(before.begin(), before.end(), [&](const diag::Diagnostic& b) {
      return b.id == d.id && (reason || b.message == d.message);
    });
    if (!claim && !was) out.push_back(d);
  }
}

}  // namespace

std::optional<base::Decimal> difference(const Points& before, const Points& after) {
  if (!before.exact() || !after.exact()) return std::nullopt;
  return after.low - before.low;
}

CardDifference difference(const scoring::CardResult& before, const scoring::CardResult& after) {
  CardDifference card{&before, &after, {}};
  if (before.scored || after.scored) card.blocks = blocks_of(before, after);
  return card;
}

bool changed(const IndicatorResult& before, const IndicatorResult& after) {
  return !same(before.score, after.score) || before.full_marks != after.full_marks ||
         before.why != after.why || (before.clause == nullptr) != (after.clause == nullptr) ||
         (before.clause != nullptr && before.clause->id != after.clause->id);
}

bool changed(const CardDifference& card) {
  const scoring::CardResult& before = *card.before;
  const scoring::CardResult& after = *card.after;
  if (before.scheme != after.scheme || before.scored != after.scored || before.grade != after.grade ||
      !same(before.total, after.total) || before.execution.has_value() != after.execution.has_value()) {
    return true;
  }
  if (before.execution && (!same(before.execution->score, after.execution->score) ||
                           before.execution->why != after.execution->why)) {
    return true;
  }
  for (std::size_t i = 0; i < before.indicators.size(); ++i) {
    if (changed(before.indicators[i], after.indicators[i])) return true;
  }
  return false;
}

std::vector<diag::Diagnostic> new_findings(const CardDifference& card) {
  Findings out;
  static const Findings kNone;
  add_new(card.before->findings, card.after->findings, out);
  if (card.after->execution) {
    add_new(card.before->execution ? card.before->execution->findings : kNone,
            card.after->execution->findings, out);
  }
  for (std::size_t i = 0; i < card.after->indicators.size(); ++i) {
    add_new(card.before->indicators[i].findings, card.after->indicators[i].findings, out);
  }
  return out;
}

}  // namespace jiheng::whatif
