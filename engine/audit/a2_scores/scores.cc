// A2xx. Takes the points claimed for each row, gives those that contradict their clause, and apart from them those no
// clause explains. Sums of points are sums.cc's. On a form without 分值 the full marks of a row are not known: there the
// points missing in its goal, or in the whole table, tell whether anything was taken off at all (scores_without_marks.cc).
#include "engine/audit/a2_scores/scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "engine/audit/claims.h"
#include "engine/base/text.h"
#include "engine/model/reason.h"
#include "engine/scoring/claims.h"
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

std::string points(const scoring::Points& p) {
  return p.exact() ? figure(p.low) : figure(p.low) + " 至 " + figure(p.high);
}

/// The printed 分值, or more where rows that are 不适用 gave theirs to the others.
std::optional<Decimal> most_of(const Row& row) {
  const auto& printed = row.indicator->full_marks;
  if (!printed) return std::nullopt;
  return std::max(printed->value, row.result->full_marks.value_or(printed->value));
}

void check_bounds(const Table& table, const Row& row, Findings& findings) {
  const auto& claimed = row.indicator->claimed;
  const std::optional<Decimal> most = most_of(row);
  if (!claimed || (claimed->value.sign() >= 0 && (!most || claimed->value <= *most))) return;
  const std::string of = most ? fmt::format("，分值是 {} 分", figure(*most)) : "，小于 0";
  findings.push_back({"A201",
                      fmt::format("“{}”得 {} 分{}", row.indicator->name.text, figure(claimed->value), of),
                      {{"自报得分", claimed->value.to_string()}, {"分值", most ? most->to_string() : "没有"}},
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
  if (claimed > full || scoring::is_right_claim(claimed, result)) return;
  if (result.clause != nullptr && std::holds_alternative<model::ByStandard>(result.clause->points)) {
    findings.push_back(
        {"A212",
         fmt::format("“{}”得 {} 分，按它的评分标准{} {} 分", row.indicator->name.text, figure(claimed),
                     result.score.exact() || claimed < result.score.low ? "是" : "最多",
                     result.score.exact() || claimed < result.score.low ? points(result.score)
                                                                        : figure(result.score.high)),
         row_figures(row),
         {table.at(row, row.indicator->claimed->place)},
         result.why,
         "照评分标准改得分；评分人另有判断的，写 评定。"});
    return;
  }
  if (!result.score.exact() && claimed > result.accepted.high) {
    findings.push_back({"A211",
                        fmt::format("“{}”得 {} 分，按规则最多 {} 分", row.indicator->name.text,
                                    figure(claimed), figure(result.score.high)),
                        row_figures(row),
                        {table.at(row, row.indicator->claimed->place)},
                        result.why,
                        "这一项还没有定下几分，但怎么评也到不了这么多：改得分。"});
    return;
  }
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

/// A207, A208: points for a row that nothing can be said about; scoring's own S101, S102, S104 are then not said.
void check_basis(const Table& table, const Row& row, Findings& findings) {
  const std::string_view name = row.indicator->name.text;
  const auto add = [&](std::string id, std::string message, std::string why, std::string fix) {
    findings.push_back({std::move(id),
                        std::move(message),
                        row_figures(row),
                        {table.at(row, row.indicator->claimed->place)},
                        std::move(why),
                        std::move(fix)});
  };
  switch (basis_of(table, row)) {
    case Basis::given:
    case Basis::open:
    case Basis::units:
      return;
    case Basis::words_for_figure:
      add("A208",
          fmt::format("“{}”的目标值“{}”是数，完成值“{}”没有数，填了 {} 分", name, cell(row.indicator->target),
                      cell(row.indicator->actual), figure(row.indicator->claimed->value)),
          "目标要几，就要写完成了几；一句“完成”比不出够不够。",
          "请填报单位写上实际完成的数，或由评分人写 评定。");
      return;
    case Basis::no_cells: {
      const bool no_target = is_blank(row.indicator->target, row.result->target);
      const bool no_actual = is_blank(row.indicator->actual, row.result->actual);
      const std::string_view what = no_target && no_actual ? "没有目标值和完成值"
                                    : no_target            ? "没有目标值"
                                                           : "没有完成值";
      add("A207", fmt::format("“{}”{}，却填了 {} 分", name, what, figure(row.indicator->claimed->value)),
          "得分要由完成值和目标值比出来。", "补上目标值和完成值；没有做的是 0 分，不用做的写 不适用。");
      return;
    }
    case Basis::no_comparison:
      add("A208",
          fmt::format("“{}”的目标值“{}”和完成值“{}”比不出来，填了 {} 分", name, cell(row.indicator->target),
                      cell(row.indicator->actual), figure(row.indicator->claimed->value)),
          row.result->verdict.why, "请填报单位写成能比的目标值和完成值，或由评分人写 评定。");
      return;
  }
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

bool units_differ(const Row& row) {
  const auto& remarks = row.result->verdict.remarks;
  return row.asked &&
         std::any_of(remarks.begin(), remarks.end(), [](const target::Problem& p) { return p.id == "T308"; });
}

Basis basis_of(const Table& table, const Row& row) {
  if (table.scheme == nullptr || !row.asked || !row.indicator->claimed || !row.result->full_marks)
    return Basis::given;
  const scoring::IndicatorResult& result = *row.result;
  const Decimal& claimed = row.indicator->claimed->value;
  // A figure was asked for, words were given, and what they are worth is somebody's judgement.
  const bool figure_asked =
      result.target.kind == target::Kind::quantity || result.target.kind == target::Kind::range;
  const bool words =
      result.actual.kind == target::Kind::qualitative || result.actual.kind == target::Kind::boolean;
  const bool within = claimed <= result.accepted.high;  // else A211
  if (figure_asked && words && within && !result.score.exact() && !row.indicator->judged &&
      claimed.sign() > 0)
    return Basis::words_for_figure;
  if (result.status != Status::undetermined || result.clause != nullptr || result.score.exact())
    return Basis::given;
  if (claimed <= result.score.low) return Basis::open;
  if (units_differ(row)) return Basis::units;
  const bool cells =
      !is_blank(row.indicator->target, result.target) && !is_blank(row.indicator->actual, result.actual);
  return cells ? Basis::no_comparison : Basis::no_cells;
}

void check_claimed_points(const Table& table, Findings& findings) {
  for (const Row& row : table.rows) check_bounds(table, row, findings);
  if (table.scheme == nullptr || !table.result->scored) return;
  check_execution_bounds(table, findings);
  check_cap(table, findings);
  const bool without_marks = marks_are_claims(table);
  for (const Row& row : table.rows) {
    if (!row.asked || !row.indicator->claimed || !row.result->full_marks) continue;
    const bool marks_known = !without_marks || !row.result->full_marks_assumed;
    if (marks_known && basis_of(table, row) == Basis::given) check_row(table, row, findings);
  }
  if (without_marks) check_scores_without_marks(table, findings);
}

void check_scores(const Batch& batch, Findings& findings) {
  for (const Table& table : batch.tables) {
    check_claimed_points(table, findings);
    for (const Row& row : table.rows) check_basis(table, row, findings);
  }
  for (const UnitYear& group : batch.units_and_years) check_all_perfect(batch, group, findings);
}

}  // namespace jiheng::audit
