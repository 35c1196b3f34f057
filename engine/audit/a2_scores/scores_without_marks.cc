// A2xx on a form without 分值. Takes the points claimed in one goal (or the whole table) and what it is worth. Nothing
// missing: every row was given its full marks, so a missed row contradicts its clause. Something missing: the missed rows
// must account for it.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/a2_scores/scores.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using scoring::figure;
using target::Status;

/// The rows of a goal, or of the whole table, and what they are worth together.
struct Block {
  std::string name;
  Decimal worth;
  std::vector<const Row*> rows;
  base::Place place;
};

/// Goals where each states its points, else the table.
std::vector<Block> blocks_of(const Table& table) {
  const auto& sections = table.card->sections;
  const bool by_goal = std::all_of(sections.begin(), sections.end(), [](const model::Section& s) {
    return s.full_marks || s.horizon == model::Horizon::long_term;
  });
  std::vector<Block> blocks(by_goal ? sections.size() : 1);
  if (by_goal) {
    for (std::size_t s = 0; s < sections.size(); ++s) {
      if (!sections[s].full_marks) continue;
      blocks[s] = {sections[s].title.text, sections[s].full_marks->value, {}, sections[s].full_marks->place};
    }
  } else {
    const auto& execution = table.scheme->execution;
    const auto& total = table.card->claimed_total;
    blocks[0] = {"指标",
                 table.scheme->total - (execution ? execution->full_marks : Decimal(0)),
                 {},
                 total ? total->place : table.card->place};
  }
  for (const Row& row : table.rows) {
    if (row.asked) blocks[by_goal ? row.result->id.section : 0].rows.push_back(&row);
  }
  return blocks;
}

/// What the rule takes off a row that kept `claimed` points; nullopt where that cannot be told from what was kept.
std::optional<Decimal> taken_off(const Row& row) {
  const scoring::Points& score = row.result->as_claimed.value_or(row.result->score);
  const Decimal& kept = row.indicator->claimed->value;
  if (!score.exact() || score.low.sign() <= 0 || kept.sign() <= 0) return std::nullopt;
  const auto full = base::divide(kept * kept, score.low, 6);  // kept ÷ (score ÷ kept)
  if (!full) return std::nullopt;
  return *full - kept;
}

void add_unexplained(const Table& table, const Block& block, const Decimal& missing,
                     const std::vector<const Row*>& missed, const Decimal& expected, Findings& findings) {
  Finding finding{"A206",
                  fmt::format("“{}”共少 {} 分，未达标的 {} 项按规则应扣 {} 分", block.name, figure(missing),
                              missed.size(), figure(expected, 2)),
                  {{"少的分数", figure(missing)}, {"按规则应扣", figure(expected, 2)}},
                  {},
                  "表上没有分值，由各项得分合计与满分的差推算。",
                  "写出每一项的分值，按规则扣分；另有扣分的依据，写明是哪一条。"};
  for (const Row* row : missed) finding.where.push_back(table.at(*row, row->indicator->claimed->place));
  findings.push_back(std::move(finding));
}

void check_block(const Table& table, const Block& block, Findings& findings) {
  Decimal sum;
  std::vector<const Row*> missed;
  bool open = false;
  for (const Row* row : block.rows) {
    if (!row->indicator->claimed || !row->result->full_marks_assumed) return;
    sum += row->indicator->claimed->value;
    if (!row->result->as_claimed.value_or(row->result->score).exact()) open = true;
    if (row->result->status == Status::missed) missed.push_back(row);
  }
  const Decimal missing = block.worth - sum;
  if (block.rows.empty() || missing.sign() < 0) return;  // more than it is worth: A102, A201
  if (missing.is_zero()) {
    for (const Row* row : missed) {
      if (!row->indicator->judged) add_missed_but_full(table, *row, findings);
    }
    return;
  }
  if (open) return;  // a row between two ends may be where they were taken off
  if (missed.empty()) {
    // A total of full marks: nothing was taken off, the sum is wrong (A101).
    const auto& total = table.card->claimed_total;
    if (total && total->value == table.scheme->total) return;
    findings.push_back(
        {"A109",
         fmt::format("“{}”的得分合计 {}，比满分 {} 少 {} 分，但各项都达标", block.name, figure(sum),
                     figure(block.worth), figure(missing)),
         {{"得分合计", figure(sum)}, {"满分", figure(block.worth)}, {"少的分数", figure(missing)}},
         {table.at(block.place)},
         "表上没有分值，看不出分扣在哪一项、为什么扣。",
         "写明扣的是哪一项，或改正得分。"});
    return;
  }
  Decimal expected;
  Decimal slack;  // points are kept with two places: the rule may have taken off a little more or less
  for (const Row* row : missed) {
    const auto off = taken_off(*row);
    if (!off) return;
    expected += *off;
    const Decimal& kept = row->indicator->claimed->value;
    const auto last = base::divide(Decimal::of(1, 2) * (kept + *off), kept, 6);
    slack += last.value_or(Decimal(0));
  }
  if ((expected - missing).magnitude() > slack) {
    add_unexplained(table, block, missing, missed, expected, findings);
  }
}

/// More points than there are.
void check_points_of_whole(const Table& table, Findings& findings) {
  const auto& sections = table.card->sections;
  if (std::any_of(sections.begin(), sections.end(),
                  [](const model::Section& x) { return x.full_marks.has_value(); })) {
    return;  // goal by goal: A102
  }
  Decimal sum = table.result->execution ? table.result->execution->full_marks : Decimal(0);
  for (const Row& row : table.rows) {
    if (row.indicator->claimed) sum += row.indicator->claimed->value;
  }
  if (sum <= table.scheme->total) return;
  const auto& total = table.card->claimed_total;
  findings.push_back(
      {"A201",
       fmt::format("各指标得分加预算执行满分是 {}，超过满分 {}", figure(sum), figure(table.scheme->total)),
       {{"合计", figure(sum)}, {"满分", figure(table.scheme->total)}},
       {table.at(total ? total->place : table.card->place)},
       "表上没有分值；得分合计不会超过满分。",
       "核对每一行的得分。"});
}

}  // namespace

bool marks_are_claims(const Table& table) {
  return table.scheme != nullptr && table.scheme->no_marks == model::Scheme::NoMarks::claimed &&
         std::any_of(table.rows.begin(), table.rows.end(),
                     [](const Row& row) { return row.asked && row.result->full_marks_assumed; });
}

void check_scores_without_marks(const Table& table, Findings& findings) {
  check_points_of_whole(table, findings);
  for (const Block& block : blocks_of(table)) check_block(table, block, findings);
}

}  // namespace jiheng::audit
