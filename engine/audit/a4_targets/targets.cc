// A4xx. Takes the target cells as read, tables of targets included, gives those that nothing can be measured by. Words
// that tell a rate from a count are rules/names.yaml's; what a verb is, rules/words.yaml's. Costs beside the budget are
// target_costs.cc's, rows beside each other target_groups.cc's, units units.cc's.
#include "engine/audit/a4_targets/targets.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/audit/a2_scores/scores.h"
#include "engine/base/text.h"
#include "engine/quantity/units.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {

using base::Decimal;
using scoring::figure;
using target::Kind;
using target::Op;
using target::Predicate;
using target::WordPart;

namespace {

bool has_problem(const Predicate& p, std::string_view id) {
  return std::any_of(p.problems.begin(), p.problems.end(),
                     [id](const target::Problem& problem) { return problem.id == id; });
}

/// A finding about one target; rows of one name and target are one cause.
void add_target_finding(std::string id, std::string message, const Table& table, const Row& row,
                        std::string why, std::string fix, Findings& findings) {
  Finding finding{std::move(id),           std::move(message), {{"年初目标值", std::string(target_of(row))}},
                  {at_target(table, row)}, std::move(why),     std::move(fix)};
  finding.cause = plain_name_of(row) + "|" + model::plain_name(row.indicator->target.text);
  findings.push_back(std::move(finding));
}

/// The verb a phrase begins with, its adverbs skipped: 有效维护, 提高, 维护合法权益.
struct Verb {
  std::string text;
  bool whole = false;   ///< nothing behind it
  bool bare = false;    ///< nothing before it
  bool graded = false;  ///< an adverb says how much: 显著提高
};
std::optional<Verb> verb_of(const std::string& phrase, const target::WordTable& words) {
  Verb verb;
  for (std::size_t at = 0; at < phrase.size();) {
    const target::WordTable::Found found = words.longest_at(phrase, at);
    if (found.length == 0) return std::nullopt;
    const bool last = at + found.length == phrase.size();
    const target::WordEntry* adverb = found.word->as(WordPart::adverb);
    const bool is_verb =
        found.word->as(WordPart::change_verb) != nullptr || found.word->as(WordPart::keep_verb) != nullptr;
    if (is_verb && (last || adverb == nullptr)) {
      verb.text = phrase.substr(at, found.length);
      verb.whole = last;
      verb.bare = at == 0;
      return verb;
    }
    if (adverb == nullptr) return std::nullopt;
    verb.graded = verb.graded || (!adverb->manner && adverb->strength != 0);
    at += found.length;
  }
  return std::nullopt;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A401, A402: words that nothing can be measured by.
void check_words(const Batch& batch, const Table& table, const Row& row, Findings& findings) {
  const Predicate& target = row.result->target;
  const std::string words = model::plain_name(row.indicator->target.text);
  if (is_under(row, "成本") || words.empty()) return;  // A403
  const std::string name = plain_name_of(row);
  const auto verb = verb_of(words, batch.words);
  if (target.kind == Kind::unreadable) {
    if (!is_only_a_verb(batch, row)) return;
    add_target_finding("A401", fmt::format("“{}”的目标“{}”看不出做到什么程度", name_of(row), target_of(row)),
                       table, row, "只说做这件事，没有说做到多少，年底做没做到都能说做到了。",
                       "写成能数、能比的值：多少人、多少件、百分之几、哪一天前。", findings);
    return;
  }
  if (target.kind != Kind::qualitative) return;
  const bool property = name.ends_with(words + "性");  // 健全性: 健全 says yes
  const bool verb_again =
      verb && !property && verb->whole && !verb->graded && name.find(verb->text) != std::string::npos;
  const bool words_again = name.starts_with(words) && name != words;
  if (verb_again || words_again) {
    add_target_finding("A401",
                       fmt::format("“{}”的目标“{}”是把指标名称又说了一遍", name_of(row), target_of(row)),
                       table, row, "名称里已经有这个词，目标没有说做到多少。",
                       "写成能数、能比的值；说不出数的，写分几档、各是什么样。", findings);
  } else if (is_under(row, "数量")) {
    add_target_finding("A401", fmt::format("“{}”是数量指标，目标“{}”没有数", name_of(row), target_of(row)),
                       table, row, "数量指标说的是做多少；没有数，做多少都算。",
                       "写成能数的值：多少人、多少件、多少次。", findings);
  } else if (verb && verb->whole && verb->bare && target.standing && !target.standing->direction.empty() &&
             target.standing->strength <= 1) {
    add_target_finding("A402", fmt::format("目标只写“{}”，没有写多少", target_of(row)), table, row,
                       "变动一点也算做到，定不出档次。", "写出比上年变动多少，或变到多少。", findings);
    findings.back().cause = words;
  }
}

/// What a target is, where it is no rate; empty where it may be one.
std::string_view other_than_rate(const Batch& batch, const Predicate& target) {
  switch (target.kind) {
    case Kind::quantity:
    case Kind::range: {
      if (target.unit.empty()) return *target.value <= Decimal(1) ? "" : "没有写百分号的数";
      if (is_share(target.unit, batch) || target.unit == "百分点" || target.unit == "倍" ||
          target.unit == "分" || target.unit == "比" || target.unit.find('/') != std::string::npos)
        return "";
      return "数量";
    }
    case Kind::deadline:
      return "日期";
    case Kind::boolean:
      return "是非";
    case Kind::qualitative:
      return "一个词";
    case Kind::reference:
      return "表外的依据";
    default:
      return "";
  }
}

/// A404-A406: a rate and its name.
void check_rate_target(const Batch& batch, const Table& table, const Row& row, Findings& findings) {
  const Predicate& target = row.result->target;
  const std::string name = plain_name_of(row);
  if (batch.names.rate.ends(name)) {
    const bool said_as_cost =
        is_under(row, "成本") && (target.kind == Kind::reference || target.kind == Kind::qualitative);
    const std::string_view what = other_than_rate(batch, target);
    if (what.empty() || said_as_cost) return;
    add_target_finding("A404", fmt::format("“{}”是率，目标“{}”是{}", name_of(row), target_of(row), what),
                       table, row, "名称说的是百分之几，目标不是，完成了多少比不出来。",
                       "目标写成百分数，或照目标改指标名称。", findings);
    return;
  }
  if ((target.kind != Kind::quantity && target.kind != Kind::range) || !is_share(target.unit, batch)) return;
  if (batch.names.count.ends(name)) {
    add_target_finding("A405", fmt::format("“{}”是数量，目标“{}”是百分数", name_of(row), target_of(row)),
                       table, row, "数量用百分数写，看不出是多少。", "写成多少个、多少人，或把名称改成率。",
                       findings);
    return;
  }
  if (batch.names.share.fits(name) || batch.names.satisfaction.fits(name)) return;
  add_target_finding(
      "A406", fmt::format("“{}”的目标是“{}”，看不出是什么的百分之几", name_of(row), target_of(row)), table,
      row, "名称没有说哪个数占哪个数。", "把名称写成率，说明分子和分母；或换成能数的目标。", findings);
}

bool is_count(std::string_view unit, const Batch& batch) {
  const quantity::UnitEntry* entry = batch.units.find(unit);
  return entry != nullptr && entry->dimension == "计数";
}

/// 4月, ≤4月: a month or so many months. 12月底, 4个月, 2024年4月 leave no doubt.
bool is_month_alone(const Predicate& target, std::string_view cell) {
  if (target.kind == Kind::quantity) return target.unit == "月" && target.scale == 1;
  const std::string_view month = "月";
  if (target.kind != Kind::deadline || !cell.ends_with(month)) return false;
  const std::string_view number = base::trimmed(cell.substr(0, cell.size() - month.size()));
  return Decimal::parse(number).has_value();
}

/// A407, A412, A418: signs and units that turn a target round. A ceiling of 0 says that nothing may happen.
void check_sign(const Batch& batch, const Table& table, const Row& row, Findings& findings) {
  const Predicate& target = row.result->target;
  const std::string name = plain_name_of(row);
  const bool quantity = target.kind == Kind::quantity && target.value;
  const bool ceiling = target.op == Op::le || target.op == Op::lt;
  if (quantity && ceiling && !target.value->is_zero() && is_count(target.unit, batch) &&
      (is_under(row, "产出") || is_under(row, "效益")) && !is_under(row, "时效") && !is_under(row, "成本") &&
      !batch.names.limited.fits(name)) {
    add_target_finding("A407",
                       fmt::format("“{}”的目标“{}”是上限：做得越少越好", name_of(row), target_of(row)), table,
                       row, "产出和受益的人数，写成上限，一件不做也算达标。",
                       "要做到的写 ≥；确实要限量的，在名称里写明为什么。", findings);
  }
  if (quantity && target.value->is_zero() && target.op == Op::ge) {
    add_target_finding("A412",
                       fmt::format("“{}”的目标“{}”下限是零，怎样都达标", name_of(row), target_of(row)), table,
                       row, "完成值不会小于零。", "不许发生的写 =0 或 ≤0；要做到的写出数。", findings);
  }
  if (batch.names.duration.ends(name) && is_month_alone(target, target_of(row))) {
    add_target_finding("A418",
                       fmt::format("“{}”的目标“{}”是几月，还是几个月？", name_of(row), target_of(row)), table,
                       row, "名称说的是一段时间，“4月”读起来是一个月份。",
                       "一段时间写“4个月”；到某个月为止写“4月底前”。", findings);
  }
}

/// One finding for all rows of a table that `fits`.
std::vector<const Row*> rows_that(const Table& table, auto fits) {
  std::vector<const Row*> rows;
  for (const Row& row : table.rows) {
    if (!row.indicator->not_applicable && fits(row)) rows.push_back(&row);
  }
  return rows;
}

void add_for_table(std::string id, std::string message, const Table& table,
                   const std::vector<const Row*>& rows, std::string why, std::string fix,
                   Findings& findings) {
  Finding finding{std::move(id), std::move(message), {}, {}, std::move(why), std::move(fix)};
  for (const Row* row : rows) {
    finding.where.push_back(at_target(table, *row));
    finding.figures.emplace_back(std::string(name_of(*row)), std::string(target_of(*row)));
  }
  findings.push_back(std::move(finding));
}

void check_missing(const Table& table, Findings& findings) {
  const auto missing = rows_that(table, [&](const Row& row) {
    const bool said = basis_of(table, row) == Basis::no_cells;                         // A207
    return row.result->target.kind == Kind::empty && target_of(row) != "无" && !said;  // 负面影响: 无
  });
  if (missing.empty()) return;
  add_for_table("A414", fmt::format("{}没有目标值", quoted_names(missing)), table, missing,
                "没有目标，年底没有东西可比。", "补上目标值；不用做的，删去这一行。", findings);
}

bool is_copied(const Row& row) {
  const Predicate& target = row.result->target;
  const bool bound = target.op == Op::ge || target.op == Op::le || target.op == Op::gt || target.op == Op::lt;
  if (!row.asked || !(bound || target.kind == Kind::deadline)) return false;
  return model::plain_name(row.indicator->target.text) == model::plain_name(row.indicator->actual.text);
}

void check_copied(const Table& table, Findings& findings) {
  const auto copied = rows_that(table, is_copied);
  if (copied.empty()) return;
  add_for_table("A413", fmt::format("{}的完成值照抄了目标值，没有实际的数", quoted_names(copied)), table,
                copied, "连比较号也一样：这是要求，不是做到的结果。", "填实际做到的数、实际完成的日期。",
                findings);
}

/// Exactly, at least or at most: the form does not say. 100% and a standard for one person leave no doubt.
bool is_without_sign(const Batch& batch, const Row& row) {
  const Predicate& target = row.result->target;
  if (target.kind != Kind::quantity || target.op != Op::none || !target.value || target.value->is_zero())
    return false;
  if (is_share(target.unit, batch) && *target.value == Decimal(100)) return false;
  if (target.unit == "比") return false;
  return target.unit.find('/') == std::string::npos && !batch.names.standard.fits(plain_name_of(row));
}

/// The habit of a unit is one cause, however many rows it is met in.
void check_bare(const Batch& batch, const Table& table, Findings& findings) {
  for (const Row* row : rows_that(table, [&](const Row& r) { return is_without_sign(batch, r); })) {
    add_for_table("A419", fmt::format("目标没有比较号：“{}”“{}”", name_of(*row), target_of(*row)), table,
                  {row},
                  table.scheme != nullptr
                      ? fmt::format("至少、至多还是正好，由方案 {} 的“无比较号时”定。", table.scheme->id)
                      : "至少、至多还是正好，表上没有说，也没有方案来定。",
                  "写上 ≥、≤ 或 =。", findings);
    findings.back().cause = unit_and_year(table) + (table.scheme != nullptr ? table.scheme->id : "");
  }
}

}  // namespace

std::string_view name_of(const Row& row) { return base::trimmed(row.indicator->name.text); }
std::string_view target_of(const Row& row) { return base::trimmed(row.indicator->target.text); }
std::string_view actual_of(const Row& row) { return base::trimmed(row.indicator->actual.text); }
std::string plain_name_of(const Row& row) { return model::plain_name(row.indicator->name.text); }

bool is_under(const Row& row, std::string_view word) {
  return row.indicator->level2.text.find(word) != std::string::npos ||
         row.indicator->level1.text.find(word) != std::string::npos;
}

bool is_only_a_verb(const Batch& batch, const Row& row) {
  const Predicate& target = row.result->target;
  const std::string words = model::plain_name(row.indicator->target.text);
  return target.kind == Kind::unreadable && has_problem(target, "T104") && !row.indicator->not_applicable &&
         !is_under(row, "成本") && !has_digit(words) && verb_of(words, batch.words);
}

Where at_target(const Table& table, const Row& row) {
  const base::Place& cell = row.indicator->target.place;  // also of a blank cell, where the form has one
  return table.at(row, cell.line > 0 ? cell : row.indicator->place);
}

std::string unit_and_year(const Table& table) {
  return fmt::format("{}|{}|", table.card->unit_name.text, table.card->year.value_or(0));
}

std::string quoted_names(const std::vector<const Row*>& rows) {
  std::string text;
  for (const Row* row : rows) text += fmt::format("{}“{}”", text.empty() ? "" : "、", name_of(*row));
  return text;
}

bool is_share(std::string_view unit, const Batch& batch) {
  return !unit.empty() && unit != "百分点" && scoring::ratio_places(unit) > 0 &&
         batch.units.find(unit) != nullptr;
}

bool is_money(std::string_view unit, const Batch& batch) {
  const quantity::UnitEntry* entry = batch.units.find(unit.substr(0, std::min(unit.find('/'), unit.size())));
  return entry != nullptr && (entry->dimension == "金额" || entry->dimension == "美元");
}

void check_targets(const Batch& batch, Findings& findings) {
  for (const Table& table : batch.tables) {
    check_target_cells(batch, table, findings);
    check_cost_targets(batch, table, findings);
    check_target_groups(batch, table, findings);
  }
  check_row_standards(batch, findings);
}

void check_target_cells(const Batch& batch, const Table& table, Findings& findings) {
  for (const Row& row : table.rows) {
    if (row.indicator->not_applicable) continue;
    check_words(batch, table, row, findings);
    check_rate_target(batch, table, row, findings);
    check_sign(batch, table, row, findings);
  }
  check_missing(table, findings);
  check_copied(table, findings);
  check_bare(batch, table, findings);
}

}  // namespace jiheng::audit
