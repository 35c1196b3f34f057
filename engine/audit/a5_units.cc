// A5xx. Takes the units of targets and actual values as read, and the names they belong to, gives those that do not fit
// each other. Equal values in another notation (7.34万人 and 73439人, 9001084元 and 900.11万元) are no finding: amounts are
// compared exactly after conversion, or as printed. What a cell says by itself is target/'s.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/audit/a2_scores/scores.h"
#include "engine/audit/a4_targets/targets.h"
#include "engine/audit/printed.h"
#include "engine/base/text.h"
#include "engine/quantity/units.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {

using base::Decimal;
using scoring::figure;
using target::Kind;
using target::Predicate;

namespace {

std::vector<std::pair<std::string, std::string>> both_cells(const Row& row) {
  return {{"年初目标值", std::string(target_of(row))}, {"实际完成值", std::string(actual_of(row))}};
}

bool is_quantity(const Predicate& p) { return p.kind == Kind::quantity && p.value; }
bool has_bare_scale(const Predicate& p) { return is_quantity(p) && p.unit.empty() && p.scale > 1; }

/// A501-A503: the two cells of a row. Left out where the actual value is not asked for.
void check_both(const Table& table, const Row& row, Findings& findings) {
  const std::vector<target::Problem>& remarks = row.result->verdict.remarks;
  const auto remark = [&](std::string_view id) {
    const auto at =
        std::find_if(remarks.begin(), remarks.end(), [id](const target::Problem& p) { return p.id == id; });
    return at == remarks.end() ? nullptr : &*at;
  };
  const auto add = [&](std::string id, std::string message, std::string why, std::string fix) {
    findings.push_back({std::move(id),
                        std::move(message),
                        both_cells(row),
                        {table.at(row, row.indicator->actual.place), at_target(table, row)},
                        std::move(why),
                        std::move(fix)});
  };
  if (units_differ(row)) {
    add("A501",
        fmt::format("“{}”目标“{}”，完成“{}”，单位不能比", name_of(row), target_of(row), actual_of(row)),
        remark("T308")->message, "用同一个单位填目标和完成值。");
  } else if (const target::Problem* words = remark("T302")) {
    add("A502",
        fmt::format("“{}”目标用“{}”，完成用“{}”", name_of(row), row.result->target.unit,
                    row.result->actual.unit),
        words->message, "确认是不是同一种东西，用同一个量词。");
  } else if (remark("T303") != nullptr && !has_bare_scale(row.result->target) &&
             !has_bare_scale(row.result->actual)) {
    add("A503",
        fmt::format("“{}”目标“{}”，完成“{}”，一边没有单位", name_of(row), target_of(row), actual_of(row)),
        "没有写单位的，按另一边的单位读。", "写上单位。");
  }
}

/// A504: 万 and no 元, 人 behind it; the habit of a unit is one cause.
void check_bare_scales(const Table& table, Findings& findings) {
  for (const Row& row : table.rows) {
    for (const model::Field* field : {&row.indicator->target, &row.indicator->actual}) {
      const bool target = field == &row.indicator->target;
      if (!has_bare_scale(target ? row.result->target : row.result->actual)) continue;
      const std::string cell(base::trimmed(field->text));
      const std::string_view scale = cell.find("亿") == std::string::npos ? "万" : "亿";
      Finding finding{"A504",
                      fmt::format("只写“{}”，没有单位：“{}”“{}”", scale, name_of(row), cell),
                      {{target ? "年初目标值" : "实际完成值", cell}},
                      {table.at(row, field->place)},
                      fmt::format("{}什么，表上没有说：按同一行另一边的单位读，两边都没有就不知道。", scale),
                      "写成 730万元、7.34万人。"};
      finding.cause = unit_and_year(table) + std::string(scale);
      findings.push_back(std::move(finding));
    }
  }
}

bool belongs(std::string_view unit, const model::NamedUnit& named, const Batch& batch) {
  return std::any_of(named.units.begin(), named.units.end(), [&](const std::string& right) {
    const quantity::UnitRelation r = quantity::relate(unit, right, batch.units);
    return r.kind != quantity::UnitRelation::Kind::different &&
           r.kind != quantity::UnitRelation::Kind::one_missing;
  });
}

/// A505: 人数 in 例, 经费 in 人. A share of a count is A405's.
void check_name(const Batch& batch, const Table& table, const Row& row, Findings& findings) {
  const Predicate& target = row.result->target;
  if ((target.kind != Kind::quantity && target.kind != Kind::range) || target.unit.empty() ||
      target.unit.find('/') != std::string::npos || batch.units.find(target.unit) == nullptr ||
      scoring::ratio_places(target.unit) > 0 || target.unit == "倍")
    return;
  const std::string name = plain_name_of(row);
  for (const model::NamedUnit& named : batch.names.units) {
    const bool ends = std::any_of(named.endings.begin(), named.endings.end(),
                                  [&](const std::string& word) { return name.ends_with(word); });
    if (!ends) continue;
    if (belongs(target.unit, named, batch)) return;
    findings.push_back({"A505",
                        fmt::format("“{}”的目标“{}”用“{}”作单位，名称说的不是这个", name_of(row),
                                    target_of(row), target.unit),
                        {{"年初目标值", std::string(target_of(row))}},
                        {at_target(table, row)},
                        fmt::format("名称这样结尾的，单位应与“{}”同类。", named.units.front()),
                        "改单位，或把名称改成目标说的那件事。"});
    return;
  }
}

/// A506, A507: what is paid to one person.
void check_standard_of_one(const Batch& batch, const Table& table, const Row& row, Findings& findings) {
  const Predicate& target = row.result->target;
  if (!is_quantity(target) || !batch.names.standard.fits(plain_name_of(row))) return;
  const auto budget = largest_budget(batch, table);
  const auto amount = amount_of(batch, target);
  if (budget && amount && budget->sign() > 0 && (*amount >= *budget || is_printed_as(*amount, *budget))) {
    findings.push_back({"A506",
                        fmt::format("“{}”是一份的标准，目标“{}”{}本项目的预算 {} 万元", name_of(row),
                                    target_of(row), *amount > *budget ? "超过" : "就是", figure(*budget, 10)),
                        {{"年初目标值", std::string(target_of(row))}, {"预算", figure(*budget, 10) + "万元"}},
                        {at_target(table, row), table.at(table.card->budget.place)},
                        "一个人（一户、一件）的标准不会是整个项目的钱。",
                        "填一份的金额，如 ≤5900元/人；或把名称改成总成本。"});
    return;
  }
  if (!is_standard_without_money(batch, row)) return;
  findings.push_back({"A507",
                      fmt::format("“{}”是钱，目标“{}”里没有“元”", name_of(row), target_of(row)),
                      {{"年初目标值", std::string(target_of(row))}},
                      {at_target(table, row)},
                      "标准是给一个人多少钱；这样写成了多少人。",
                      fmt::format("写成 {}元/{}。", figure(*target.value, 10), target.unit)});
}

/// So many times its target is more than any work is exceeded by.
constexpr int kBeyondWork = 50;

/// The factor a value is off by, 100, 1000 or 10000; 0: none. Where less is better, a value that is small is good: only
/// the same digits are a slip (≤592.62万元 and 592.62元).
int slip_of(const target::Verdict& v) {
  if (!v.target_value || !v.actual_value || v.target_value->sign() <= 0 || v.actual_value->sign() <= 0)
    return 0;
  constexpr std::array<int, 3> kFactors = {10000, 1000, 100};
  const bool up = *v.actual_value > *v.target_value;
  const Decimal& small = up ? *v.target_value : *v.actual_value;
  const Decimal& large = up ? *v.actual_value : *v.target_value;
  for (const int factor : kFactors) {
    if (small * factor == large) return factor;
  }
  if ((!up && v.direction == target::Direction::lower) || small * kBeyondWork > large) return 0;
  const auto* found =
      std::find_if(kFactors.begin(), kFactors.end(), [&](int factor) { return small * factor <= large * 2; });
  return found == kFactors.end() ? 0 : *found;
}

/// A508: the two cells, as read in one unit.
void check_slip(const Table& table, const Row& row, Findings& findings) {
  if (!row.asked || !is_quantity(row.result->target) || !is_quantity(row.result->actual)) return;
  const int factor = slip_of(row.result->verdict);
  if (factor == 0) return;
  findings.push_back({"A508",
                      fmt::format("“{}”目标“{}”，完成“{}”，相差约 {} 倍", name_of(row), target_of(row),
                                  actual_of(row), factor),
                      both_cells(row),
                      {table.at(row, row.indicator->actual.place), at_target(table, row)},
                      "多半是单位看错了：元和万元、百分数和小数、个和百个。",
                      "核对两边的单位和小数点。"});
}

/// A509: the cost in 元 where the budget is in 万元, or the other way round.
void check_budget_unit(const Batch& batch, const Table& table, const Row& row, Findings& findings) {
  const auto budget = largest_budget(batch, table);
  if (!budget || !is_under(row, "成本")) return;
  for (const Predicate* p : {&row.result->target, &row.result->actual}) {
    const auto amount = amount_of(batch, *p);
    if (!amount || !is_slip_of_unit(*amount, *budget)) continue;
    const model::Field& field = p == &row.result->target ? row.indicator->target : row.indicator->actual;
    findings.push_back(
        {"A509",
         fmt::format("“{}”写“{}”，预算是 {} 万元：数字一样，差一万倍", name_of(row),
                     base::trimmed(field.text), figure(*budget, 10)),
         {{"成本", std::string(base::trimmed(field.text))}, {"预算", figure(*budget, 10) + "万元"}},
         {table.at(row, field.place), table.at(table.card->budget.place)},
         "一边是元，一边是万元。",
         "核对这一格和预算的单位。"});
    return;
  }
}

/// A510: a share of a whole cannot be more than the whole.
void check_share_of_whole(const Batch& batch, const Table& table, const Row& row, Findings& findings) {
  if (!batch.names.capped.fits(plain_name_of(row))) return;
  for (const bool target : {true, false}) {
    const Predicate& p = target ? row.result->target : row.result->actual;
    if ((!target && !row.asked) || (p.kind != Kind::quantity && p.kind != Kind::range) || p.unit != "%")
      continue;
    const bool growth = !p.head.empty();  // 提高105%
    if (growth || !p.value || p.value2.value_or(*p.value) <= Decimal(100)) continue;
    const model::Field& field = target ? row.indicator->target : row.indicator->actual;
    findings.push_back({"A510",
                        fmt::format("“{}”{}“{}”，超过 100%", name_of(row), target ? "目标" : "完成",
                                    base::trimmed(field.text)),
                        both_cells(row),
                        {table.at(row, field.place)},
                        "这样的率是一部分占全部的多少，不会超过 100%。",
                        "核对分子、分母和小数点；说的是完成率、增长率的，改名称。"});
  }
}

}  // namespace

bool is_standard_without_money(const Batch& batch, const Row& row) {
  const Predicate& target = row.result->target;
  const std::size_t slash = target.unit.find('/');
  if (!is_quantity(target) || slash == std::string::npos || row.indicator->not_applicable) return false;
  const quantity::UnitEntry* first = batch.units.find(std::string_view(target.unit).substr(0, slash));
  return first != nullptr && first->dimension == "计数" && batch.names.standard.fits(plain_name_of(row));
}

void check_units(const Batch& batch, Findings& findings) {
  for (const Table& table : batch.tables) {
    for (const Row& row : table.rows) {
      if (row.indicator->not_applicable) continue;
      if (row.asked) check_both(table, row, findings);
      check_name(batch, table, row, findings);
      check_standard_of_one(batch, table, row, findings);
      check_slip(table, row, findings);
      check_share_of_whole(batch, table, row, findings);
      check_budget_unit(batch, table, row, findings);
    }
    check_bare_scales(table, findings);
  }
}

}  // namespace jiheng::audit
