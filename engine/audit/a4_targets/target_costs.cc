// A403, A408-A411. Takes the targets of costs and the budget of their table, gives those that bind nothing: no amount,
// a floor, more than there is to spend, or the budget itself once more. A standard for one person is units.cc's.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/audit/a4_targets/targets.h"
#include "engine/audit/printed.h"
#include "engine/base/text.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {

using base::Decimal;
using scoring::figure;
using target::Kind;
using target::Op;
using target::Predicate;

namespace {

/// A403, A411: a cost that is no amount.
void check_no_amount(const Table& table, const Row& row, Findings& findings) {
  const Kind kind = row.result->target.kind;
  const std::string cell = model::plain_name(row.indicator->target.text);
  if (kind == Kind::reference || kind == Kind::qualitative) {
    Finding finding{"A403",
                    fmt::format("成本目标“{}”没有数，比不出控制住了没有", target_of(row)),
                    {{"年初目标值", std::string(target_of(row))}},
                    {at_target(table, row)},
                    "口号和表外的依据算不出分。",
                    "写出金额或单位成本：≤5万元、≤400元/人。"};
    finding.cause = cell;
    findings.push_back(std::move(finding));
  } else if (kind == Kind::boolean) {
    Finding finding{"A411",
                    fmt::format("成本指标“{}”只答“{}”，没有金额", name_of(row), target_of(row)),
                    {{"年初目标值", std::string(target_of(row))}},
                    {at_target(table, row)},
                    "预算本来就不许超，答“是”没有说花了多少。",
                    "写出金额或单位成本：≤5万元、≤400元/人。"};
    finding.cause = plain_name_of(row) + "|" + cell;
    findings.push_back(std::move(finding));
  }
}

/// A408: a cost that must not be below.
void check_floor(const Batch& batch, const Table& table, const Row& row, Findings& findings) {
  const Predicate& target = row.result->target;
  const std::string name = plain_name_of(row);
  const bool cost = is_under(row, "成本") || name.ends_with("成本") || name.ends_with("费用");
  const bool money = is_money(target.unit, batch) || (target.unit.empty() && target.scale > 1);
  if (!cost || target.kind != Kind::quantity || (target.op != Op::ge && target.op != Op::gt) || !money ||
      batch.names.saving.fits(name))
    return;
  findings.push_back({"A408",
                      fmt::format("成本“{}”的目标“{}”是下限：花得越多越好", name_of(row), target_of(row)),
                      {{"年初目标值", std::string(target_of(row))}},
                      {at_target(table, row)},
                      "成本要控制，写成下限就是花不够不算达标。",
                      "改成 ≤；要保证发放的，写成数量或发放率。"});
}

/// A409, A410: a cost beside the budget of its own table.
void check_cost_within_budget(const Batch& batch, const Table& table, const Row& row, Findings& findings) {
  const Predicate& target = row.result->target;
  const auto budget = largest_budget(batch, table);
  const auto amount = amount_of(batch, target);
  if (!budget || !amount || budget->sign() <= 0 || batch.names.standard.fits(plain_name_of(row)) ||
      is_slip_of_unit(*amount, *budget))
    return;
  const std::vector<std::pair<std::string, std::string>> figures = {
      {"年初目标值", std::string(target_of(row))}, {"预算", figure(*budget, 10) + "万元"}};
  if (*amount > *budget && !is_printed_as(*amount, *budget)) {
    findings.push_back(
        {"A409",
         fmt::format("成本“{}”的目标“{}”超过本{}的预算 {} 万元", name_of(row), target_of(row),
                     table.card->kind == model::CardKind::project ? "项目" : "部门", figure(*budget, 10)),
         figures,
         {at_target(table, row), table.at(table.card->budget.place)},
         fmt::format("上限是预算的 {} 倍，超支也达标。", figure(*base::divide(*amount, *budget, 10), 2)),
         "按本项目的预算改；钱不止一个来源的，预算写全。"});
    return;
  }
  const bool scored_twice = table.scheme == nullptr || table.scheme->execution;
  if (*amount != *budget || target.op == Op::ge || target.op == Op::gt || !scored_twice ||
      table.card->kind != model::CardKind::project)
    return;
  Finding finding{"A410",
                  fmt::format("成本目标就是预算数：“{}”{}", name_of(row), target_of(row)),
                  figures,
                  {at_target(table, row)},
                  "预算花了多少，预算执行率已经计过分；成本指标再用同一个数，只会得满分。",
                  "换成单位成本，或有节约余地的上限。"};
  finding.cause = table.card->unit_name.text;
  findings.push_back(std::move(finding));
}

}  // namespace

std::optional<Decimal> largest_budget(const Batch& batch, const Table& table) {
  const model::Budget& budget = table.card->budget;
  std::optional<Decimal> largest;
  for (const auto* field : {&budget.initial, &budget.adjusted, &budget.approved, &budget.planned}) {
    if (!*field) continue;
    const auto amount = scoring::in_ten_thousands((*field)->value, budget.unit, batch.units);
    if (amount && (!largest || *amount > *largest)) largest = amount;
  }
  return largest;
}

std::optional<Decimal> amount_of(const Batch& batch, const Predicate& target) {
  if (target.kind != Kind::quantity || !target.value) return std::nullopt;
  if (target.unit.empty() && target.scale == 1) return std::nullopt;
  const std::string unit = target.unit.empty() ? "元" : target.unit;
  if (unit.find('/') != std::string::npos || !is_money(unit, batch)) return std::nullopt;
  model::Field field;
  field.text = std::string(target::scale_word(target.scale)) + unit;
  return scoring::in_ten_thousands(*target.value, field, batch.units);
}

bool is_slip_of_unit(const Decimal& amount, const Decimal& budget) {
  if (amount.sign() <= 0 || budget.sign() <= 0) return false;
  const Decimal tenthousand(10000);
  return is_printed_as(*base::divide(amount, tenthousand, 10), budget) ||
         is_printed_as(*base::divide(budget, tenthousand, 10), amount);
}

void check_cost_targets(const Batch& batch, const Table& table, Findings& findings) {
  for (const Row& row : table.rows) {
    if (row.indicator->not_applicable) continue;
    check_floor(batch, table, row, findings);
    if (!is_under(row, "成本")) continue;
    check_no_amount(table, row, findings);
    check_cost_within_budget(batch, table, row, findings);
  }
}

}  // namespace jiheng::audit
