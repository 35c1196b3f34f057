// A112, A105 of the parts of the money. Takes the lines 其中 below the total of the money as printed, gives parts that do not add
// up to it, and rates printed beside a part that do not follow from its two amounts.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/audit.h"
#include "engine/audit/printed.h"
#include "engine/base/text.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using model::Budget;
using model::MoneyPart;
using model::NumberField;
using scoring::figure;

/// A column of the money: its amount of the whole, and of a part.
struct MoneyColumn {
  std::string_view name;
  std::string_view named_by_scheme;
  std::optional<NumberField> Budget::*whole;
  model::Field MoneyPart::*part;
};
constexpr std::array<MoneyColumn, 4> kMoneyColumns = {
    {{"年初预算数", "年初预算数", &Budget::initial, &MoneyPart::initial},
     {"全年预算数", "调整预算数", &Budget::adjusted, &MoneyPart::adjusted},
     {"预算数", "预算数", &Budget::planned, &MoneyPart::planned},
     {"执行数", "执行数", &Budget::executed, &MoneyPart::executed}}};

struct PartAmount {
  const MoneyPart* part;
  Decimal amount;
};

std::optional<Decimal> printed_amount(const model::Field& cell) {
  return Decimal::parse(base::trimmed(cell.text));
}

bool is_no_amount_asked(std::string_view cell) {
  const std::string_view text = base::trimmed(cell);
  return text.empty() || text == "-" || text == "/" || text == "—" || text == "——" || text == "－" ||
         text == "无";
}

/// 其他资金: what no other part names is in there.
bool takes_the_rest(const MoneyPart& part) {
  return part.name.text.find("其他") != std::string::npos || part.name.text.find("其它") != std::string::npos;
}

/// A part with other amounts and none in this column: what is missing in the sum may be his.
bool is_open(const MoneyPart& part, const MoneyColumn& column) {
  if (printed_amount(part.*column.part)) return false;
  return std::any_of(kMoneyColumns.begin(), kMoneyColumns.end(), [&part](const MoneyColumn& c) {
    const auto amount = printed_amount(part.*c.part);
    return amount && !amount->is_zero();
  });
}

/// The amounts of one column without those that are parts of the part above them: 财政拨款 100, 中央 60, 地方 40.
std::vector<PartAmount> without_parts_of_parts(const std::vector<PartAmount>& all) {
  std::vector<PartAmount> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    out.push_back(all[i]);
    Decimal below;
    std::size_t last = i;
    for (std::size_t j = i + 1; j < all.size() && below < all[i].amount; ++j) {
      below += all[j].amount;
      if (below == all[i].amount && j > i + 1) last = j;
    }
    i = last;
  }
  return out;
}

Decimal sum_of(const std::vector<PartAmount>& parts) {
  Decimal sum;
  for (const PartAmount& p : parts) sum += p.amount;
  return sum;
}

/// Parts may be rounded at the last place printed in any of them, and the whole at its own; whole numbers are exact.
bool adds_up(const std::vector<PartAmount>& parts, const Decimal& whole) {
  int places = 0;
  for (const PartAmount& p : parts) places = std::max(places, p.amount.places());
  const auto count = static_cast<std::int64_t>(parts.size());
  Decimal slack = places > 0 ? half_of_last_place(Decimal::of(0, places)) * count : Decimal(0);
  if (whole.places() < places) slack += half_of_last_place(whole);
  return (sum_of(parts) - whole).magnitude() <= slack;
}

/// The parts of one column, where they cannot be the whole.
std::vector<PartAmount> parts_that_do_not_fit(const Budget& budget, const MoneyColumn& column) {
  std::vector<PartAmount> all;
  bool rest = false;
  bool open = false;
  for (const MoneyPart& part : budget.parts) {
    rest = rest || takes_the_rest(part);
    if (const auto amount = printed_amount(part.*column.part)) {
      all.push_back({&part, *amount});
    } else if (!is_no_amount_asked((part.*column.part).text)) {
      return {};  // not read: nothing can be said about the sum
    }
    open = open || is_open(part, column);
  }
  const Decimal& whole = (budget.*column.whole)->value;
  std::vector<PartAmount> parts = without_parts_of_parts(all);
  if (all.empty() || adds_up(all, whole) || adds_up(parts, whole)) return {};
  // Below the whole: one part of several may be all that is printed.
  const bool above = sum_of(parts) > whole;
  if (!above && (open || (!rest && all.size() < 2))) return {};
  return parts;
}

void check_sum_of_parts(const Table& table, Findings& findings) {
  const Budget& budget = table.card->budget;
  std::string columns;
  Finding finding{"A112",
                  "",
                  {},
                  {},
                  "“其中”各行是总额的组成部分，各部分之和应等于总额。",
                  "核对总额和每一部分；漏了一部分的补上，写错的改过来。"};
  for (const MoneyColumn& column : kMoneyColumns) {
    if (!(budget.*column.whole)) continue;
    const NumberField& whole = *(budget.*column.whole);
    const std::vector<PartAmount> parts = parts_that_do_not_fit(budget, column);
    if (parts.empty()) continue;
    std::string sum;
    for (const PartAmount& p : parts) sum += (sum.empty() ? "" : "+") + p.amount.to_string();
    columns += fmt::format("{}{} {} = {}，总额填 {}", columns.empty() ? "" : "；", column.name, sum,
                           sum_of(parts).to_string(), whole.value.to_string());
    finding.figures.emplace_back(std::string(column.name) + "合计", sum_of(parts).to_string());
    finding.figures.emplace_back(column.name, whole.value.to_string());
    finding.where.push_back(table.at(whole.place));
    for (const PartAmount& p : parts) finding.where.push_back(table.at((p.part->*column.part).place));
  }
  if (columns.empty()) return;
  finding.message = "各项资金之和不是总额：" + columns;
  findings.push_back(std::move(finding));
}

void check_rate_of_part(const Table& table, const MoneyPart& part, Findings& findings) {
  auto printed = printed_percent(part.rate.text);
  const auto executed = printed_amount(part.executed);
  if (!printed || !executed) return;
  printed = printed->rounded(kRatePlaces);
  // The amount the scheme divides by, where the part has it; else any of them may.
  const MoneyColumn* named = nullptr;
  for (const MoneyColumn& column : kMoneyColumns) {
    const bool divides = table.scheme != nullptr && table.result->execution &&
                         column.named_by_scheme == table.result->execution->planned_name;
    if (divides && printed_amount(part.*column.part)) named = &column;
  }
  std::string computed;
  for (const MoneyColumn& column : kMoneyColumns) {
    if (column.part == &MoneyPart::executed || (named != nullptr && &column != named)) continue;
    const auto planned = printed_amount(part.*column.part);
    const auto rate = planned ? base::divide(*executed * 100, *planned, kRatePlaces + 2) : std::nullopt;
    if (!rate) continue;
    if (is_printed_or_cut_as(*rate, *printed)) return;
    computed += fmt::format("{}{}÷{} {} = {}%", computed.empty() ? "" : "；", executed->to_string(),
                            column.name, planned->to_string(), figure(*rate, 2));
  }
  if (computed.empty()) return;
  findings.push_back(
      {"A105",
       fmt::format("“{}”的执行率填 {}%，按两个金额算：{}", part.name.text, figure(*printed), computed),
       {{"资金", part.name.text}, {"自报执行率", printed->to_string() + "%"}, {"计算", computed}},
       {table.at(part.rate.place)},
       "执行率 = 执行数 ÷ 预算数。",
       "核对这一项的预算数、执行数和执行率。"});
}

}  // namespace

void check_money_parts(const Table& table, Findings& findings) {
  check_sum_of_parts(table, findings);
  for (const MoneyPart& part : table.card->budget.parts) check_rate_of_part(table, part, findings);
}

}  // namespace jiheng::audit
