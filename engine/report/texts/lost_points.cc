// Takes scored cards, gives the ranking of lost points. Nothing is computed here but the points that are missing from
// full marks.
#include "engine/report/texts/lost_points.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;
using scoring::IndicatorResult;

/// What 总分上限 takes away: the sum of the lines less the total.
std::optional<LostPoints> lost_by_cap(const CardResult& card) {
  if (card.cap_why.empty()) return std::nullopt;
  scoring::Points sum = card.execution ? card.execution->score : scoring::Points{};
  for (const scoring::SectionResult& section : card.sections) {
    sum.low += section.score.low;
    sum.high += section.score.high;
  }
  const base::Decimal at_low = sum.low - card.total.low;
  const base::Decimal at_high = sum.high - card.total.high;
  LostPoints lost;
  lost.card = &card;
  lost.by_cap = true;
  lost.score = card.total;
  lost.lost = {std::min(at_low, at_high), std::max(at_low, at_high)};
  return lost;
}

void put_lost(std::vector<LostPoints>& out, const CardResult& card, const IndicatorResult* row,
              const std::optional<base::Decimal>& full_marks, const scoring::Points& score) {
  if (!full_marks || *full_marks <= score.low) return;
  out.push_back({&card, row, false, full_marks, score, {*full_marks - score.high, *full_marks - score.low}});
}

std::string plain_percent(const std::optional<base::Decimal>& percent) {
  return percent ? plain(percent) + "%" : std::string();
}

Row lost_row(const LostPoints& lost, std::size_t rank) {
  const CardResult& card = *lost.card;
  std::string name = lost.by_cap ? "总分上限" : "预算执行";
  std::string target = lost.by_cap ? card.cap_why : plain(planned_of(card));
  std::string actual = !lost.by_cap && card.execution ? plain(card.execution->executed) : std::string();
  std::string attainment =
      !lost.by_cap && card.execution ? plain_percent(card.execution->rate) : std::string();
  if (lost.row != nullptr) {
    const model::Indicator& indicator = indicator_of(*lost.row, card);
    name = indicator.name.text;
    target = indicator.target.text;
    actual = indicator.actual.text;
    attainment = plain_percent(lost.row->attainment);
  }
  const Mark mark = lost.lost.exact() ? Mark::bad : Mark::unsure;
  std::optional<Bar> bar;
  if (lost.full_marks) {
    const auto share = base::divide(lost.lost.high, *lost.full_marks, 6);
    if (share) bar = Bar{*share, {}, mark};
  }
  return {{{fmt::format("{}", rank)},
           {card.card->id},
           {card.card->title.text},
           {name},
           {target},
           {actual},
           {attainment},
           {plain(lost.full_marks)},
           {points_text(lost.score, *card.scheme)},
           {points_text(lost.lost, *card.scheme) + (lost.lost.exact() ? "" : "（待核）"), mark, bar}},
          {}};
}

}  // namespace

std::vector<LostPoints> lost_points(std::span<const CardResult> cards) {
  std::vector<LostPoints> out;
  for (const CardResult& card : cards) {
    if (!card.scored) continue;
    if (card.execution) put_lost(out, card, nullptr, card.execution->full_marks, card.execution->score);
    for (const IndicatorResult& row : card.indicators) {
      if (is_judged(row, card)) put_lost(out, card, &row, row.full_marks, row.score);
    }
    if (const auto cap = lost_by_cap(card); cap && cap->lost.high.sign() > 0) out.push_back(*cap);
  }
  std::stable_sort(out.begin(), out.end(), [](const LostPoints& a, const LostPoints& b) {
    return a.lost.low != b.lost.low ? a.lost.low > b.lost.low : a.lost.high > b.lost.high;
  });
  return out;
}

Table lost_points_table(std::span<const CardResult> cards) {
  Table table;
  table.columns = {{"名次", Align::right, true},
                   {"编号", Align::left, true},
                   {"项目"},
                   {"指标", Align::left, false, 0, true},
                   {"目标"},
                   {"完成"},
                   {"完成率", Align::right, true},
                   {"分值", Align::right, true},
                   {"得分", Align::right, true},
                   {"失分", Align::right, true}};
  std::size_t rank = 0;
  for (const LostPoints& lost : lost_points(cards)) table.rows.push_back(lost_row(lost, ++rank));
  return table;
}

}  // namespace jiheng::report
