// A7xx. Takes rows of several years of a unit, says where a target stands below what was reached before, stays the same
// while results rise, or went away after it was missed, and where the 近两年 of a form are not what the unit reported.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/audit/audit.h"
#include "engine/audit/name_similarity.h"
#include "engine/audit/year_history.h"
#include "engine/base/text.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/reading.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using base::trimmed;
using target::Status;

bool is_number(const target::Predicate& p) { return p.kind == target::Kind::quantity && p.value.has_value(); }

class YearsCheck {
 public:
  YearsCheck(const Batch& batch, Findings& findings)
      : batch_(batch), findings_(findings), links_(link_years(batch)) {}

  void run() {
    for (std::size_t t = 0; t < batch_.tables.size(); ++t) {
      const Table& table = batch_.tables[t];
      for (std::size_t r = 0; r < table.rows.size(); ++r) {
        if (table.rows[r].indicator->not_applicable) continue;
        const std::vector<YearResult> history = history_of(batch_, t, r, links_[t]);
        if (history.empty()) continue;
        if (!check_low(table, table.rows[r], history)) check_standing_still(table, table.rows[r], history);
        check_printed(table.rows[r], history);
      }
      if (!links_[t].empty() && links_[t].front().table) check_dropped(t, links_[t].front());
    }
  }

 private:
  /// "按名称相似 44%，…对应“…”"; where it is the form's own column, that.
  std::string matched_by(const YearResult& r) const {
    if (r.match == nullptr) return fmt::format("{} 年的数印在本表“近两年”一栏。", r.year);
    const Table& table = batch_.tables[r.match->table];
    return fmt::format("对应 {} 年{}的“{}”：{}。", r.year, title_of(table),
                       table.rows[r.match->row].indicator->name.text, evidence_of(*r.match));
  }

  static std::string title_of(const Table& table) {
    if (table.card->kind == model::CardKind::department) return "部门整体表";
    return fmt::format("“{}”", table.card->title.text);
  }

  static std::string year_of(const Table& table) {
    return table.card->year ? std::to_string(*table.card->year) + " 年" : std::string("本年");
  }

  /// The newest result the target can be compared with; nullptr: none.
  const YearResult* compared(const Table& table, const Row& row, const std::vector<YearResult>& history,
                             DemandOnRow& demand) const {
    for (const YearResult& r : history) {
      demand = demand_of(batch_, table, row, r);
      if (demand.demand != Demand::incomparable) return &r;
    }
    return nullptr;
  }

  /// A701, A702. True where one of them was said.
  bool check_low(const Table& table, const Row& row, const std::vector<YearResult>& history) {
    DemandOnRow demand;
    const YearResult* last = compared(table, row, history, demand);
    if (last == nullptr || (demand.demand != Demand::much_too_low && demand.demand != Demand::too_low))
      return false;
    const std::string share = demand.share->to_string() + "%";
    const std::string_view target = trimmed(row.indicator->target.text);
    Finding finding;
    finding.id = demand.demand == Demand::much_too_low ? "A701" : "A702";
    finding.message = demand.ceiling ? fmt::format("“{}”{}的上限 {}，是 {}的 {}", row.indicator->name.text,
                                                   year_of(table), target, named(*last), share)
                                     : fmt::format("“{}”{}的目标 {}，只是 {}的 {}", row.indicator->name.text,
                                                   year_of(table), target, named(*last), share);
    finding.figures = {{"年初目标值", std::string(target)},
                       {"以前的完成值", last->actual},
                       {"以前的目标值", last->target},
                       {"占以前完成值", share}};
    std::erase_if(finding.figures, [](const auto& f) { return f.second.empty(); });
    if (last->match != nullptr)
      finding.figures.emplace_back("名称相似", last->match->similarity.to_string() + "%");
    finding.where = {table.at(row, row.indicator->target.place), last->where};
    finding.why = demand.why + "。" + matched_by(*last);
    if (demand.other_measure) {
      finding.why +=
          fmt::format("目标值从 {} 变成 {}，差得太多，可能不是同一口径。", trimmed(last->target), target);
      finding.fix = "先核对两年的口径是不是一样；一样的，说明目标为什么定得比已经做到的低。";
    } else {
      finding.fix = "说明目标为什么定得比已经做到的低，或者参照以前的完成值重定。";
    }
    // One fact on several tables of a unit, or under several goals of one, is said once.
    finding.cause = fmt::format("{}\n{}\n{}\n{}", table.card->unit_name.text, row.indicator->name.text,
                                target::dump(row.result->target), target::dump(last->read_actual));
    findings_.push_back(std::move(finding));
    return true;
  }

  /// A703: the same target as in the two years before or more, while each year reached more.
  void check_standing_still(const Table& table, const Row& row, const std::vector<YearResult>& history) {
    if (!is_number(row.result->target)) return;
    std::vector<const YearResult*> same;
    for (const YearResult& r : history) {
      if (r.match == nullptr) continue;
      if (!r.read_target || !target::same_reading(*r.read_target, row.result->target)) break;
      same.push_back(&r);
    }
    if (same.size() < 2 || !rises(table, row, same)) return;
    Finding finding;
    finding.id = "A703";
    std::string results;
    finding.where.push_back(table.at(row, row.indicator->target.place));
    for (auto r = same.rbegin(); r != same.rend(); ++r) {
      results += fmt::format("{}{} 年 {}", results.empty() ? "" : "，", (*r)->year, trimmed((*r)->actual));
      finding.figures.emplace_back(fmt::format("{} 年完成值", (*r)->year), (*r)->actual);
      finding.where.push_back((*r)->where);
    }
    finding.message =
        fmt::format("“{}”的目标 {} 年没有变，都是 {}，完成值在上升：{}", row.indicator->name.text,
                    same.size() + 1, trimmed(row.indicator->target.text), results);
    finding.why = matched_by(*same.front());
    finding.fix = "参照近几年的完成值重定目标，或说明不变的理由。";
    findings_.push_back(std::move(finding));
  }

  /// Every year more than the one before, and in all by the share of the rules; all of them met.
  bool rises(const Table& table, const Row& row, const std::vector<const YearResult*>& newest_first) const {
    const target::BareMeaning bare =
        scoring::bare_meaning(*table.result->scheme, *row.indicator, row.result->target);
    std::vector<Decimal> values;
    for (const YearResult* r : newest_first) {
      const target::Verdict v =
          target::compare(row.result->target, r->read_actual, bare, batch_.units, batch_.words);
      if (v.status != Status::met || v.direction != target::Direction::higher || !v.actual_value)
        return false;
      values.push_back(*v.actual_value);
    }
    if (!std::is_sorted(values.rbegin(), values.rend()) || values.back().sign() <= 0) return false;
    const Decimal least = values.back() * (Decimal(1) + batch_.years.rise);
    return values.front() >= least;
  }

  /// A705: the form prints another result of a year than the unit's own table of that year.
  void check_printed(const Row& row, const std::vector<YearResult>& history) {
    for (const YearResult& printed : history) {
      if (printed.match != nullptr || !is_number(printed.read_actual)) continue;
      const auto reported = std::find_if(history.begin(), history.end(), [&](const YearResult& r) {
        return r.match != nullptr && r.year == printed.year && r.match->same_unit && is_number(r.read_actual);
      });
      if (reported == history.end()) continue;
      const target::Verdict v = target::compare(reported->read_actual, printed.read_actual,
                                                target::BareMeaning::exactly, batch_.units, batch_.words);
      if (v.status != Status::missed) continue;
      findings_.push_back(
          {"A705",
           fmt::format("“{}”的“近两年”印 {} 年 {}，那一年的自评表填 {}", row.indicator->name.text,
                       printed.year, trimmed(printed.actual), trimmed(reported->actual)),
           {{"近两年", printed.actual},
            {"自评表完成值", reported->actual},
            {"名称相似", reported->match->similarity.to_string() + "%"}},
           {printed.where, reported->where},
           matched_by(*reported),
           "核对哪一个对；申报表报得早、用的是预计数的，按自评表改。"});
    }
  }

  /// A704: missed on last year's table of this project, and no row of this year goes on with it.
  void check_dropped(std::size_t t, const YearLink& link) {
    const Table& now = batch_.tables[t];
    const Table& then = batch_.tables[*link.table];
    if (now.rows.empty()) return;
    std::set<std::pair<std::size_t, std::size_t>> continued;
    for (const RowLink& row : link.rows) {
      for (const EarlierRow& c : row.candidates) continued.emplace(c.table, c.row);
    }
    std::vector<Name> names;  // only built where something was missed
    for (std::size_t r = 0; r < then.rows.size(); ++r) {
      const Row& row = then.rows[r];
      if (!row.asked || row.result->status != Status::missed || continued.contains({*link.table, r}))
        continue;
      if (names.empty()) names = names_of(now);
      const Name name(row.indicator->name.text, {});
      const Decimal near = batch_.years.pairing.with_evidence * 100;
      if (std::any_of(names.begin(), names.end(), [&](const Name& n) { return similarity(n, name) >= near; }))
        continue;
      findings_.push_back(
          {"A704",
           fmt::format("“{}”{} 年没有达标，{}的表里没有这一项了", row.indicator->name.text, link.year,
                       year_of(now)),
           {{"以前的目标值", row.indicator->target.text}, {"以前的完成值", row.indicator->actual.text}},
           {now.at(now.card->place), then.at(row, row.indicator->actual.place)},
           fmt::format("{} 年{}与本表是同一项目（名称相似 {}%）；本表没有名称相近的指标。", link.year,
                       title_of(then), link.title_similarity.to_string()),
           "说明为什么不再考核；只是改了名称或并入别处的，写明对应关系。"});
    }
  }

  static std::vector<Name> names_of(const Table& table) {
    std::vector<Name> names;
    for (const Row& row : table.rows)
      names.emplace_back(row.indicator->name.text, std::vector<std::u32string>{});
    return names;
  }

  const Batch& batch_;
  Findings& findings_;
  std::vector<std::vector<YearLink>> links_;
};

}  // namespace

void check_years(const Batch& batch, Findings& findings) { YearsCheck(batch, findings).run(); }

}  // namespace jiheng::audit
