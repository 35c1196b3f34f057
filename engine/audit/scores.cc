// A2xx. Takes the points claimed for each row, gives those that contradict their clause, and apart from them those no
// clause explains. Sums of points are sums.cc's. On a form without 分值 the full marks of a row are not known: there the
// points missing in its goal, or in the whole table, tell whether anything was taken off at all (scores_without_marks.cc).
#include "engine/audit/scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "engine/audit/printed.h"
#include "engine/base/text.h"
#include "engine/model/reason.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {

using base::Decimal;
using scoring::figure;
using target::Status;

namespace {

/// The fewest tables of one unit that being perfect says something about.
constexpr std::size_t kTablesToCompare = 5;

std::string cell(const model::Field& field) {
  return field.empty() ? "（空）" : std::string(base::trimmed(field.text));
}

bool is_blank(const model::Field& field, const target::Predicate& reading) {
  return field.empty() || reading.kind == target::Kind::empty;
}

/// The computed points as printed, or one of those that are possible; cut instead of rounded they are one less in the
/// last place.
bool agrees(const Table& table, const Row& row) {
  const Decimal& claimed = row.indicator->claimed->value;
  const scoring::Points& score = row.result->score;
  const Decimal& full = *row.result->full_marks;
  if (claimed >= score.low && claimed <= score.high) return true;
  const Decimal cut = score.low - Decimal::of(1, table.scheme->rounding.places);
  return (score.low < full && claimed == cut) || are_printed_points(score.low, claimed, full) ||
         are_printed_points(score.high, claimed, full);
}

std::string points(const scoring::Points& p) {
  return p.exact() ? figure(p.low) : figure(p.low) + " 至 " + figure(p.high);
}

void check_bounds(const Table& table, const Row& row, Findings& findings) {
  const auto& claimed = row.indicator->claimed;
  const auto& full = row.indicator->full_marks;
  if (!claimed || (claimed->value.sign() >= 0 && (!full || claimed->value <= full->value))) return;
  const std::string of = full ? fmt::format("，分值是 {} 分", figure(full->value)) : "，小于 0";
  findings.push_back(
      {"A201",
       fmt::format("“{}”得 {} 分{}", row.indicator->name.text, figure(claimed->value), of),
       {{"自报得分", claimed->value.to_string()}, {"分值", full ? full->value.to_string() : "没有"}},
       {table.at(row, claimed->place)},
       "一项的得分在 0 和它的分值之间。",
       "核对分值和得分。"});
}

void check_execution_bounds(const Table& table, Findings& findings) {
  const auto& claimed = table.card->budget.claimed_score;
  const auto& execution = table.result->execution;
  if (!claimed || !execution || claimed->value <= execution->full_marks) return;
  findings.push_back(
      {"A201",
       fmt::format("预算执行得 {} 分，满分是 {} 分", figure(claimed->value), figure(execution->full_marks)),
       {{"自报得分", claimed->value.to_string()}, {"分值", execution->full_marks.to_string()}},
       {table.at(claimed->place)},
       "一项的得分在 0 和它的分值之间。",
       "核对执行率和得分。"});
}

void check_cap(const Table& table, Findings& findings) {
  const auto& total = table.card->claimed_total;
  if (!total || !table.result->execution || !table.result->execution->rate) return;
  const Decimal& rate = *table.result->execution->rate;
  const auto ratio = base::divide(rate, 100, 6);
  for (const auto& [interval, limit] : table.scheme->total_caps) {
    if (!ratio || !interval.contains(*ratio)) continue;
    if (total->value <= limit) return;
    findings.push_back(
        {"A210",
         fmt::format("自报总分 {}，执行率 {}% 的表最高 {} 分", figure(total->value), figure(rate),
                     figure(limit)),
         {{"自报总分", total->value.to_string()},
          {"执行率", figure(rate) + "%"},
          {"总分上限", figure(limit)}},
         {table.at(total->place)},
         fmt::format("方案 {} 规定执行率在 {} 之内的总分上限。", table.scheme->id, interval.text),
         "按上限改总分和等级。"});
    return;
  }
}

/// One row whose full marks are known.
void check_row(const Table& table, const Row& row, Findings& findings) {
  const scoring::IndicatorResult& result = *row.result;
  const Decimal& claimed = row.indicator->claimed->value;
  const Decimal& full = *result.full_marks;
  if (claimed > full || agrees(table, row)) return;
  const bool judged = row.indicator->judged.has_value();
  if (!judged && result.status == Status::missed && claimed == full) {
    add_missed_but_full(table, row, findings);
    return;
  }
  const bool explained = !model::reason_for(*table.card, *row.indicator).empty();
  if (!judged && !explained && result.status == Status::met && result.score.low == full) {
    findings.push_back({"A205",
                        fmt::format("“{}”达标，{} 分的项只得 {} 分，没有写原因", row.indicator->name.text,
                                    figure(full), figure(claimed)),
                        row_figures(row),
                        {table.at(row, row.indicator->claimed->place)},
                        result.why,
                        "达标的得满分；另有扣分的依据，写明原因。"});
    return;
  }
  findings.push_back({"A206",
                      fmt::format("“{}”得 {} 分，按规则是 {} 分", row.indicator->name.text, figure(claimed),
                                  points(result.score)),
                      row_figures(row),
                      {table.at(row, row.indicator->claimed->place)},
                      result.why,
                      "按规则改得分；另有扣分的依据，写明是哪一条。"});
}

/// A figure was asked for, words were given, and what they are worth is somebody's judgement.
bool words_for_a_figure(const scoring::IndicatorResult& result) {
  const bool figure =
      result.target.kind == target::Kind::quantity || result.target.kind == target::Kind::range;
  const bool words =
      result.actual.kind == target::Kind::qualitative || result.actual.kind == target::Kind::boolean;
  return figure && words && !result.score.exact();
}

/// Points for a row that nothing can be said about; said in the place of scoring's own S101, S102, S104.
bool check_comparable(const Table& table, const Row& row, Findings& findings) {
  const scoring::IndicatorResult& result = *row.result;
  const Decimal& claimed = row.indicator->claimed->value;
  if (words_for_a_figure(result) && !row.indicator->judged && claimed.sign() > 0) {
    findings.push_back(
        {"A208",
         fmt::format("“{}”的目标值“{}”是数，完成值“{}”没有数，填了 {} 分", row.indicator->name.text,
                     cell(row.indicator->target), cell(row.indicator->actual), figure(claimed)),
         row_figures(row),
         {table.at(row, row.indicator->claimed->place)},
         "目标要几，就要写完成了几；一句“完成”比不出够不够。",
         "请填报单位写上实际完成的数，或由评分人写 评定。"});
    return false;
  }
  const bool open =
      result.status == Status::undetermined && result.clause == nullptr && !result.score.exact();
  if (!open || claimed <= result.score.low) return !open;
  const auto& remarks = result.verdict.remarks;
  if (std::any_of(remarks.begin(), remarks.end(), [](const target::Problem& p) { return p.id == "T308"; }))
    return false;  // A501
  const bool no_target = is_blank(row.indicator->target, result.target);
  const bool no_actual = is_blank(row.indicator->actual, result.actual);
  if (no_target || no_actual) {
    const std::string_view what = no_target && no_actual ? "没有目标值和完成值"
                                  : no_target            ? "没有目标值"
                                                         : "没有完成值";
    findings.push_back({"A207",
                        fmt::format("“{}”{}，却填了 {} 分", row.indicator->name.text, what, figure(claimed)),
                        row_figures(row),
                        {table.at(row, row.indicator->claimed->place)},
                        "得分要由完成值和目标值比出来。",
                        "补上目标值和完成值；没有做的是 0 分，不用做的写 不适用。"});
  } else {
    findings.push_back(
        {"A208",
         fmt::format("“{}”的目标值“{}”和完成值“{}”比不出来，填了 {} 分", row.indicator->name.text,
                     cell(row.indicator->target), cell(row.indicator->actual), figure(claimed)),
         row_figures(row),
         {table.at(row, row.indicator->claimed->place)},
         result.verdict.why,
         "请填报单位写成能比的目标值和完成值，或由评分人写 评定。"});
  }
  return false;
}

/// Every table of one unit and year with full marks: nothing was weighed.
void check_all_perfect(const Batch& batch, const UnitYear& group, Findings& findings) {
  std::vector<std::size_t> tables = group.own;
  tables.insert(tables.end(), group.projects.begin(), group.projects.end());
  if (tables.size() < kTablesToCompare) return;
  Finding finding{"A209",
                  "",
                  {},
                  {},
                  "每一张表的每一项都是满分，看不出自评分出了高下。",
                  "抽几张表，按完成值重新评一遍。"};
  for (const std::size_t i : tables) {
    const Table& table = batch.tables[i];
    const auto& total = table.card->claimed_total;
    if (table.scheme == nullptr || !total || total->value != table.scheme->total) return;
    finding.where.push_back(table.at(total->place));
  }
  finding.message =
      fmt::format("{} 的 {} 张表都是满分", base::trimmed(batch.tables[tables.front()].card->unit_name.text),
                  tables.size());
  finding.figures = {{"表数", std::to_string(tables.size())},
                     {"自报总分", finding.where.front().card->claimed_total->value.to_string()}};
  findings.push_back(std::move(finding));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> row_figures(const Row& row) {
  std::vector<std::pair<std::string, std::string>> figures = {{"年初目标值", cell(row.indicator->target)},
                                                              {"实际完成值", cell(row.indicator->actual)}};
  if (row.indicator->full_marks) figures.emplace_back("分值", row.indicator->full_marks->value.to_string());
  if (row.indicator->claimed) figures.emplace_back("自报得分", row.indicator->claimed->value.to_string());
  figures.emplace_back("按方案计算", points(row.result->score));
  return figures;
}

void add_missed_but_full(const Table& table, const Row& row, Findings& findings) {
  const bool ceiling = row.result->verdict.direction == target::Direction::lower;
  findings.push_back(
      {ceiling ? "A204" : "A203",
       fmt::format("“{}”目标“{}”，完成“{}”{}，却得满分 {} 分；按规则是 {} 分", row.indicator->name.text,
                   cell(row.indicator->target), cell(row.indicator->actual), ceiling ? "超过上限" : "",
                   figure(row.indicator->claimed->value), points(row.result->score)),
       row_figures(row),
       {table.at(row, row.indicator->claimed->place)},
       row.result->why,
       "按规则改得分，并写明偏差原因。"});
}

void check_scores(const Batch& batch, Findings& findings) {
  for (const Table& table : batch.tables) {
    for (const Row& row : table.rows) check_bounds(table, row, findings);
    if (table.scheme == nullptr || !table.result->scored) continue;
    check_execution_bounds(table, findings);
    check_cap(table, findings);
    const bool without_marks = marks_are_claims(table);
    for (const Row& row : table.rows) {
      if (!row.asked || !row.indicator->claimed || !row.result->full_marks) continue;
      const bool marks_known = !without_marks || !row.result->full_marks_assumed;
      if (check_comparable(table, row, findings) && marks_known) check_row(table, row, findings);
    }
    if (without_marks) check_scores_without_marks(table, findings);
  }
  for (const UnitYear& group : batch.units_and_years) check_all_perfect(batch, group, findings);
}

}  // namespace jiheng::audit
