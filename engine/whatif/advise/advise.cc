// Takes tables of several years, gives the advice on each target of the new one. Leaves matching and judging to audit
// (year_links.h, year_history.h), the numbers to write to proposals.cc, points to scoring.
#include "engine/whatif/advise/advise.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/audit/name_similarity.h"
#include "engine/base/text.h"
#include "engine/explain/score.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/reading.h"
#include "engine/whatif/advise/proposals.h"

namespace jiheng::whatif {
namespace {

using audit::Demand;
using audit::EarlierRow;
using audit::Row;
using audit::Table;
using audit::YearResult;
using base::Decimal;
using base::trimmed;

constexpr int kPlacesOfProposals = 12;

using Links = std::vector<std::vector<audit::YearLink>>;
using RowAt = std::pair<std::size_t, std::size_t>;  ///< table, row

/// True where the words name the table: its id or its title; no words name every table.
bool is_named(const model::Field& words, const model::Scorecard& card) {
  const std::string_view text = trimmed(words.text);
  if (text.empty() || text == card.id || text == trimmed(card.title.text)) return true;
  return text == "部门整体" && card.kind == model::CardKind::department;
}

/// Puts a person's choices in the place of the matches found.
class Choices {
 public:
  Choices(const audit::Batch& batch, const std::vector<bool>& is_target, Links& links,
          std::vector<diag::Diagnostic>& problems)
      : batch_(batch), links_(links), problems_(problems) {
    for (std::size_t t = 0; t < batch.tables.size(); ++t) {
      for (std::size_t r = 0; r < batch.tables[t].rows.size(); ++r) {
        const std::string_view name = trimmed(batch.tables[t].rows[r].indicator->name.text);
        (is_target[t] ? targets_ : earlier_)[name].emplace_back(t, r);
      }
    }
  }

  void take(const model::MatchChoice& choice) {
    std::vector<RowAt> rows = named(targets_, choice.indicator, choice.table);
    if (rows.empty()) {
      problems_.push_back(
          {"W160", fmt::format("本年的目标表里没有指标“{}”{}", choice.indicator.text, in(choice.table)),
           "“对应”里的指标照表上的名称写。", "改成表上的名称；几张表都有时写上“表”。",
           choice.indicator.place});
      return;
    }
    const bool none = trimmed(choice.earlier_indicator.text) == model::kNoEarlier;
    std::vector<RowAt> found;
    if (!none) found = named(earlier_, choice.earlier_indicator, choice.earlier_table);
    bool any = none;
    for (const auto& [t, r] : rows) {
      for (audit::YearLink& link : links_[t]) {
        if (choice.year && *choice.year != link.year) continue;
        std::vector<EarlierRow> candidates = of_year(found, link.year, {t, r});
        if (candidates.size() > 1) return not_one(choice, candidates);
        any = any || !candidates.empty();
        if (none || !candidates.empty()) link.rows[r].candidates = std::move(candidates);
      }
    }
    if (!any) not_there(choice);
  }

 private:
  using ByName = std::map<std::string_view, std::vector<RowAt>>;

  static std::string in(const model::Field& table) {
    return table.empty() ? "" : fmt::format("（表“{}”）", table.text);
  }

  std::vector<RowAt> named(const ByName& rows, const model::Field& name, const model::Field& table) const {
    std::vector<RowAt> out;
    const auto found = rows.find(trimmed(name.text));
    if (found == rows.end()) return out;
    std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(out),
                 [&](const RowAt& at) { return is_named(table, *batch_.tables[at.first].card); });
    return out;
  }

  std::vector<EarlierRow> of_year(const std::vector<RowAt>& found, int year, RowAt target) const {
    std::vector<EarlierRow> out;
    const auto name = [&](const RowAt& at) {
      return audit::Name(batch_.tables[at.first].rows[at.second].indicator->name.text, {});
    };
    for (const RowAt& at : found) {
      const auto& of = batch_.tables[at.first].card->year;
      if (!of || *of != year) continue;
      EarlierRow row;
      row.table = at.first;
      row.row = at.second;
      row.similarity = audit::similarity(name(target), name(at));
      row.by_hand = true;
      out.push_back(row);
    }
    return out;
  }

  void not_one(const model::MatchChoice& choice, const std::vector<EarlierRow>& candidates) {
    std::string tables;
    for (const EarlierRow& c : candidates) {
      tables += fmt::format("{}{}", tables.empty() ? "" : "、", batch_.tables[c.table].card->id);
    }
    problems_.push_back(
        {"W161", fmt::format("以前年度有 {} 个“{}”", candidates.size(), choice.earlier_indicator.text),
         fmt::format("在这些表里：{}。", tables), "用“上年表”写明是哪一张表。",
         choice.earlier_indicator.place});
  }

  void not_there(const model::MatchChoice& choice) {
    problems_.push_back(
        {"W161",
         fmt::format("以前年度的表里没有指标“{}”{}", choice.earlier_indicator.text, in(choice.earlier_table)),
         choice.year ? fmt::format("只在 {} 年的表里找。", *choice.year) : "同一单位、更早年度的表里都没有。",
         "照以前年度表上的名称写；没有对应的写“无”。", choice.earlier_indicator.place});
  }

  const audit::Batch& batch_;
  Links& links_;
  std::vector<diag::Diagnostic>& problems_;
  ByName targets_;
  ByName earlier_;
};

class Adviser {
 public:
  Adviser(const audit::Batch& batch, const Links& links, const scoring::Context& context)
      : batch_(batch), links_(links), context_(context) {}

  void advise_table(std::size_t t, std::vector<Advice>& items) const {
    const Table& table = batch_.tables[t];
    const std::size_t first = items.size();
    std::vector<const YearResult*> last(table.rows.size(), nullptr);
    std::vector<std::vector<YearResult>> histories(table.rows.size());
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      histories[r] = audit::history_of(batch_, t, r, links_[t]);
      items.push_back(advice_on(t, r, histories[r]));
      last[r] = newest_result(histories[r]);
    }
    repeat(table, last, std::span(items).subspan(first));
  }

 private:
  static const YearResult* newest_result(const std::vector<YearResult>& history) {
    const auto found = std::find_if(history.begin(), history.end(),
                                    [](const YearResult& r) { return !trimmed(r.actual).empty(); });
    return found == history.end() ? nullptr : &*found;
  }

  target::Verdict verdict_of(const Table& table, const Row& row, const target::Predicate& other) const {
    const target::BareMeaning bare =
        scoring::bare_meaning(*table.result->scheme, *row.indicator, row.result->target);
    return target::compare(row.result->target, other, bare, batch_.units, batch_.words);
  }

  Advice advice_on(std::size_t t, std::size_t r, const std::vector<YearResult>& history) const {
    const Table& table = batch_.tables[t];
    const Row& row = table.rows[r];
    Advice advice;
    advice.card = table.card;
    advice.section = &section_of(*table.card, row.result->id);
    advice.row = row.indicator;
    for (const YearResult& h : history) advice.history.push_back(year_of(table, row, h, advice));
    name_undecided(t, r, advice);
    judge(table, row, history, advice);
    set_growth(advice);
    propose(table, row, advice);
    return advice;
  }

  AdviceYear year_of(const Table& table, const Row& row, const YearResult& h, Advice& advice) const {
    AdviceYear year;
    year.year = h.year;
    year.target = h.target;
    year.actual = h.actual;
    year.match = "本表“近两年”一栏";
    if (h.match != nullptr) {
      const Table& there = batch_.tables[h.match->table];
      year.card = there.card;
      year.row = there.rows[h.match->row].indicator;
      year.similarity = h.match->similarity;
      year.match = audit::evidence_of(*h.match);
    }
    const target::Verdict v = verdict_of(table, row, h.read_actual);
    if (h.read_target) {
      const target::Verdict then = verdict_of(table, row, *h.read_target);
      if (then.target_value && !then.target_value2) year.planned = then.actual_value;
    }
    if (!v.target_value || !v.actual_value || v.target_value2) return year;
    year.value = v.actual_value;
    advice.target_value = v.target_value;
    advice.unit = v.unit;
    return year;
  }

  void name_undecided(std::size_t t, std::size_t r, Advice& advice) const {
    for (const audit::YearLink& link : links_[t]) {
      if (link.rows[r].candidates.size() < 2) continue;
      for (const EarlierRow& c : link.rows[r].candidates) {
        const Table& there = batch_.tables[c.table];
        advice.undecided.push_back(fmt::format(
            "{} 年 {}“{}”（完成 {}，{}）", link.year, there.card->id, there.rows[c.row].indicator->name.text,
            trimmed(there.rows[c.row].indicator->actual.text), audit::evidence_of(c)));
      }
    }
  }

  void judge(const Table& table, const Row& row, const std::vector<YearResult>& history,
             Advice& advice) const {
    for (const YearResult& h : history) {
      if (trimmed(h.actual).empty()) continue;
      const audit::DemandOnRow demand = audit::demand_of(batch_, table, row, h);
      if (advice.why.empty() || demand.demand != Demand::incomparable) {
        advice.judgement = demand.demand;
        advice.ratio = demand.share;
        advice.other_measure = demand.other_measure;
        advice.why = fmt::format("{}：{}", audit::named(h), demand.why);
        if (demand.other_measure) {
          advice.why += fmt::format("；目标值从 {} 变成 {}，差得太多，先核对是不是同一口径",
                                    trimmed(h.target), trimmed(row.indicator->target.text));
        }
      }
      if (demand.demand != Demand::incomparable) return;
    }
    if (!advice.why.empty()) return;
    advice.why = !advice.undecided.empty() ? "以前年度有几个同样像的指标，不替人选；用 --match 指定"
                 : history.empty() ? "以前年度没有对得上的指标"
                                   : "以前年度没有完成值";
  }

  /// The newest value over the one of the year before it that has one.
  static void set_growth(Advice& advice) {
    const AdviceYear* newest = nullptr;
    for (const AdviceYear& year : advice.history) {
      if (!year.value) continue;
      if (newest == nullptr) {
        newest = &year;
      } else if (year.year < newest->year) {
        if (year.value->sign() > 0) {
          advice.growth = base::divide((*newest->value - *year.value) * 100, *year.value, 2);
        }
        return;
      }
    }
  }

  /// Newest first, one a year, in the scale the target is printed in (3.5 of 万); a value with no finite form there is
  /// left out.
  static std::vector<YearValue> values_of(const Advice& advice, const target::Predicate& target) {
    std::vector<YearValue> values;
    if (!target.value || !advice.target_value || advice.target_value->is_zero()) return values;
    for (const AdviceYear& year : advice.history) {
      if (!year.value || (!values.empty() && year.year >= values.back().year)) continue;
      const Decimal above = *year.value * *target.value;
      const auto printed = base::divide(above, *advice.target_value, kPlacesOfProposals);
      if (printed && *printed * *advice.target_value == above)
        values.push_back({year.year, printed->trimmed()});
    }
    return values;
  }

  void propose(const Table& table, const Row& row, Advice& advice) const {
    if (advice.judgement == Demand::incomparable) {
      advice.no_proposal = "无法比较，算不出建议";
    } else if (advice.judgement == Demand::ordinary) {
      advice.no_proposal = "目标合理，不必改";
    } else if (advice.other_measure) {
      advice.no_proposal = "可能不是同一口径，先核对再定";
    } else {
      const std::vector<YearValue> values = values_of(advice, row.result->target);
      const target::ParseContext context{batch_.units, batch_.words, table.card->year, false,
                                         row.indicator->level2.text};
      if (!values.empty()) {
        advice.proposals = proposals_for(row.indicator->target.text, row.result->target, context,
                                         table.card->year.value_or(values.front().year + 1), values);
      }
      if (advice.proposals.empty()) advice.no_proposal = "目标值的写法不是一个数，换不出新的写法";
    }
  }

  /// The table scored with the last results in it: what each row would get.
  void repeat(const Table& table, const std::vector<const YearResult*>& last, std::span<Advice> items) const {
    if (table.scheme == nullptr) return;
    std::vector<model::Scorecard> copy(1, *table.card);
    model::Scorecard& card = copy.front();
    card.deviation_reason = {};
    std::vector<bool> borrowed(items.size(), false);
    std::size_t i = 0;
    for (model::Section& section : card.sections) {
      section.horizon = model::Horizon::annual;
      for (model::Indicator& row : section.indicators) {
        const YearResult* result = last[i];
        row.actual.text = result == nullptr ? "" : result->actual;
        row.claimed = row.judged = std::nullopt;
        if (!row.full_marks && result != nullptr && result->match != nullptr) {
          const auto& marks = batch_.tables[result->match->table].rows[result->match->row].result->full_marks;
          if (marks) row.full_marks = model::NumberField{*marks, {}};
          borrowed[i] = marks.has_value();
        }
        ++i;
      }
    }
    const auto scored = explain::score(*table.scheme, copy, context_);
    for (i = 0; i < items.size(); ++i) {
      if (last[i] == nullptr) continue;
      const scoring::IndicatorResult& result = scored.front().indicators[i];
      Repeated repeated{result.status, std::nullopt, std::nullopt, borrowed[i], result.verdict.why};
      if (result.full_marks) {
        repeated.points = result.score;
        repeated.full_marks = result.full_marks;
        repeated.why = result.why;
      }
      items[i].repeated = std::move(repeated);
    }
  }

  const audit::Batch& batch_;
  const Links& links_;
  scoring::Context context_;
};

/// Far too low before too low before too high; what may be another measure behind what is not; then the widest gap.
void most_telling_first(std::vector<Advice>& items) {
  const auto key = [](const Advice& a) {
    int rank = 2 * static_cast<int>(a.judgement == Demand::ordinary       ? 3
                                    : a.judgement == Demand::too_high     ? 2
                                    : a.judgement == Demand::too_low      ? 1
                                    : a.judgement == Demand::incomparable ? 4
                                                                          : 0);
    if (a.other_measure || (a.judgement == Demand::incomparable && a.undecided.empty())) ++rank;
    // The distance from 100%, the same way for a ceiling that is too wide and a floor that is too low.
    Decimal gap = 0;
    if (a.ratio && a.ratio->sign() > 0) {
      const auto inverse = base::divide(10000, *a.ratio, 2);
      gap = inverse ? std::max(*a.ratio, *inverse) : *a.ratio;
    }
    return std::tuple(rank, gap.negated());
  };
  std::vector<std::pair<decltype(key(items.front())), std::size_t>> keys;
  keys.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) keys.emplace_back(key(items[i]), i);
  std::sort(keys.begin(), keys.end());
  std::vector<Advice> sorted;
  sorted.reserve(items.size());
  for (const auto& [k, i] : keys) sorted.push_back(std::move(items[i]));
  items = std::move(sorted);
}

}  // namespace

AdviceOutcome advise(const audit::Batch& batch, const std::vector<bool>& is_target,
                     std::span<const model::MatchChoice> choices, const scoring::Context& context) {
  AdviceOutcome outcome;
  Links links = audit::link_years(batch);
  Choices settled(batch, is_target, links, outcome.problems);
  for (const model::MatchChoice& choice : choices) settled.take(choice);
  const Adviser adviser(batch, links, context);
  for (std::size_t t = 0; t < batch.tables.size(); ++t) {
    if (is_target[t]) adviser.advise_table(t, outcome.items);
  }
  most_telling_first(outcome.items);
  return outcome;
}

}  // namespace jiheng::whatif
