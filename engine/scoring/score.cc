// Takes a scheme and cards, gives one result a card. This file only leads the rows through the other files of
// the room:
//   reading.cc   texts -> target, actual, verdict        execution.cc  amounts -> rate, points
//   marks.cc     full marks of every row                 clauses.cc    columns -> points of every row
//   totals.cc    sums, cap, grade                        checks.cc     findings
#include "engine/scoring/score.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>
#include <utility>

#include "engine/scoring/checks.h"
#include "engine/scoring/clauses.h"
#include "engine/scoring/execution.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/marks.h"
#include "engine/scoring/plan.h"
#include "engine/scoring/reading.h"
#include "engine/scoring/totals.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;

/// Cards worked on together: enough rows to a column, few enough to stay in the cache.
constexpr std::size_t kChunkCards = 256;

/// One indicator on its way through the columns.
struct Line {
  IndicatorResult* result;
  const model::Indicator* indicator;
  const model::Scorecard* card;
  std::optional<Decimal> rate;
  std::size_t first_row;  ///< in the columns; an open verdict takes two rows: as met, as missed
};

struct CardWork {
  CardMarks marks;
  ExecutionRate rate;
};

/// A card of targets only has nothing to score; one without indicators has its execution line.
bool has_any_result(const model::Scorecard& card) {
  std::size_t rows = 0;
  for (const model::Section& section : card.sections) {
    rows += section.indicators.size();
    for (const model::Indicator& i : section.indicators) {
      if (!i.actual.empty() || i.judged || !i.conditions.empty() || !i.inputs.empty()) return true;
    }
  }
  return rows == 0 && card.budget.executed;
}

class Chunk {
 public:
  Chunk(const Plan& plan, const Context& context, std::span<const model::Scorecard> cards,
        std::span<CardResult> results)
      : plan_(plan),
        scheme_(*plan.scheme),
        context_(context),
        cards_(cards),
        results_(results),
        work_(cards.size()) {}

  void score() {
    for (std::size_t c = 0; c < cards_.size(); ++c) read_card(c);
    run_clauses();
    for (std::size_t c = 0; c < cards_.size(); ++c) finish_card(c);
  }

 private:
  void read_card(std::size_t c) {
    const model::Scorecard& card = cards_[c];
    CardResult& result = results_[c];
    CardWork& work = work_[c];
    result.card = &card;
    result.scheme = &scheme_;
    result.scored = has_any_result(card);
    work.rate = execution_rate(scheme_, card.budget);
    if (result.scored) result.execution = score_execution(scheme_, card, work.rate);
    work.marks = full_marks(scheme_, card);

    std::size_t rows = 0;
    for (const model::Section& s : card.sections) rows += s.indicators.size();
    result.indicators.reserve(rows);
    const Decimal left = points_left(work.marks);
    for (std::size_t s = 0; s < card.sections.size(); ++s) {
      for (std::size_t i = 0; i < card.sections[s].indicators.size(); ++i) {
        IndicatorResult& row = result.indicators.emplace_back();
        row.section = s;
        row.index = i;
        const model::Indicator& indicator = card.sections[s].indicators[i];
        read_row(scheme_, card, indicator, context_, row);
        take_marks(work.marks.rows[result.indicators.size() - 1], left, row);
        if (result.scored &&
            !settled_without_clauses(indicator, work.marks.rows[result.indicators.size() - 1], row)) {
          add_line(card, indicator, work.rate.ratio, row);
        }
      }
    }
  }

  /// What rows without marks may share at most.
  Decimal points_left(const CardMarks& marks) const {
    const Decimal execution = scheme_.execution ? scheme_.execution->full_marks : Decimal(0);
    return std::max(scheme_.total - execution - marks.printed_sum, Decimal(0));
  }

  static void take_marks(const RowMarks& marks, const Decimal& left, IndicatorResult& row) {
    row.full_marks = marks.full;
    row.full_marks_assumed = marks.assumed;
    row.dropped = marks.dropped;
    if (!marks.not_asked && !marks.dropped) row.score = {0, marks.full.value_or(left)};
  }

  /// Rows no clause is asked about.
  bool settled_without_clauses(const model::Indicator& indicator, const RowMarks& marks,
                               IndicatorResult& row) const {
    if (marks.not_asked) {
      row.why = "长期目标，本年不评分";
      return true;
    }
    if (!marks.full) {
      row.why = "没有分值，算不出得分";
      return true;
    }
    if (!indicator.not_applicable) return false;
    row.status = target::Status::met;
    if (marks.dropped) {
      row.why = marks.note;
      return true;
    }
    row.score = {*marks.full, *marks.full};
    row.why = fmt::format("不适用，按方案得满分 {}", figure(*marks.full));
    return true;
  }

  void add_line(const model::Scorecard& card, const model::Indicator& indicator,
                const std::optional<Decimal>& rate, IndicatorResult& row) {
    lines_.push_back({&row, &indicator, &card, rate, rows_.size()});
    const bool open = row.verdict.status == target::Status::undetermined;
    rows_.push_back({&indicator, &row.verdict, *row.full_marks,
                     plan_.looks_at_texts ? texts_of(indicator) : RowTexts{}, open});
    if (open) rows_.push_back(rows_.back());
  }

  void fill(const Line& line, bool met, std::size_t row, Columns& columns) const {
    const target::Verdict& v = line.result->verdict;
    const auto number = [&](Name name, const std::optional<Decimal>& value) {
      if (value) columns.at(name, row) = as_ratio(*value, v.unit).to_double();
    };
    const auto flag = [&](Name name, bool value) { columns.at(name, row) = value ? 1 : 0; };
    columns.at(Name::full, row) = line.result->full_marks->to_double();
    number(Name::target, v.target_value);
    number(Name::upper, v.target_value2);
    number(Name::actual, v.actual_value);
    if (line.indicator->judged) columns.at(Name::judged, row) = line.indicator->judged->value.to_double();
    if (v.days_late) columns.at(Name::days_late, row) = *v.days_late;
    if (line.rate) columns.at(Name::rate, row) = line.rate->to_double();
    flag(Name::met, met);
    flag(Name::missed, !met);
    flag(Name::higher, v.direction == target::Direction::higher);
    flag(Name::lower, v.direction == target::Direction::lower);
    flag(Name::band, v.direction == target::Direction::band);
    flag(Name::words, v.direction == target::Direction::words);
    flag(Name::date, v.direction == target::Direction::date);
    flag(Name::has_judged, line.indicator->judged.has_value());
    flag(Name::department, line.card->kind == model::CardKind::department);
  }

  void run_clauses() {
    Columns columns(rows_.size());
    for (const Line& line : lines_) {
      const bool open = rows_[line.first_row].open;
      fill(line, open || line.result->verdict.status == target::Status::met, line.first_row, columns);
      if (open) fill(line, false, line.first_row + 1, columns);
    }
    std::optional<double> threshold;
    if (scheme_.over_threshold) threshold = scheme_.over_threshold->to_double();
    columns.derive(threshold);
    for (const Line& line : lines_) {
      const std::size_t row = line.first_row;
      if (threshold && rows_[row].open &&
          std::isnan(columns.at(static_cast<std::size_t>(Name::attainment), row))) {
        columns.at(Name::far_over, row) = std::numeric_limits<double>::quiet_NaN();
      }
    }
    std::vector<Outcome> outcomes = apply_clauses(plan_, columns, rows_);
    for (const Line& line : lines_) {
      Outcome& first = outcomes[line.first_row];
      complete(line, first);
      if (rows_[line.first_row].open) {
        complete(line, outcomes[line.first_row + 1]);
        first = both(line, std::move(first), std::move(outcomes[line.first_row + 1]));
      }
      take(line, std::move(first));
    }
  }

  /// A row no clause held for: the scorer's judgement, or nothing is known.
  void complete(const Line& line, Outcome& outcome) const {
    if (outcome.decided) return;
    const Decimal& full = *line.result->full_marks;
    if (!line.indicator->judged) {
      outcome.low = 0;
      outcome.high = full;
      outcome.why = "没有一条规则适用于这一行";
      if (!line.result->verdict.why.empty()) outcome.why += "：" + line.result->verdict.why;
      return;
    }
    const std::string share = figure(line.indicator->judged->value * 100);
    const Decimal raw = full * line.indicator->judged->value;
    const bool rounds = scheme_.rounding.at == model::Rounding::At::indicator;
    outcome.low = outcome.high = rounds ? raw.rounded(scheme_.rounding.places) : raw;
    outcome.why = fmt::format("评定 {0}%：{1}×{0}% = {2}", share, figure(full), figure(raw));
    if (outcome.low != raw) outcome.why += " → " + outcome.low.to_string();
  }

  /// What is certain whether the open verdict is met or missed.
  static Outcome both(const Line& line, Outcome met, Outcome missed) {
    Outcome result;
    result.decided = true;
    result.voided = met.voided && missed.voided;
    result.clause = met.clause == missed.clause ? met.clause : nullptr;
    result.low = std::min(met.low, missed.low);
    result.high = std::max(met.high, missed.high);
    if (met.why == missed.why) {
      result.why = std::move(met.why);
    } else {
      result.why =
          fmt::format("待核：{}；若达标，{}；若未达标，{}", line.result->verdict.why, met.why, missed.why);
    }
    return result;
  }

  void take(const Line& line, Outcome outcome) const {
    IndicatorResult& row = *line.result;
    row.score = {outcome.low, outcome.high};
    row.clause = outcome.clause;
    row.piece = outcome.piece;
    row.why = std::move(outcome.why);
    if (outcome.voided) {
      row.status = target::Status::missed;
    } else if (row.score.exact() &&
               (line.indicator->judged || row.verdict.status == target::Status::undetermined)) {
      row.status = row.score.low == *row.full_marks ? target::Status::met : target::Status::missed;
    }
  }

  void finish_card(std::size_t c) {
    CardResult& result = results_[c];
    const CardWork& work = work_[c];
    for (std::size_t i = 0; i < result.indicators.size(); ++i) {
      const RowMarks& marks = work.marks.rows[i];
      if (!marks.note.empty() && !marks.dropped) result.indicators[i].why += "（" + marks.note + "）";
    }
    check_rows(result);
    if (result.scored) add_up(scheme_, work.marks, work.rate.ratio, result);
    check_card(work.marks, result);
  }

  const Plan& plan_;
  const model::Scheme& scheme_;
  Context context_;
  std::span<const model::Scorecard> cards_;
  std::span<CardResult> results_;
  std::vector<CardWork> work_;
  std::vector<Line> lines_;
  std::vector<ClauseRow> rows_;
};

}  // namespace

std::vector<CardResult> score(const model::Scheme& scheme, std::span<const model::Scorecard> cards,
                              const Context& context) {
  const Plan plan(scheme);
  std::vector<CardResult> results(cards.size());
  const std::size_t chunks = (cards.size() + kChunkCards - 1) / kChunkCards;
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t chunk = next++; chunk < chunks; chunk = next++) {
      const std::size_t from = chunk * kChunkCards;
      const std::size_t size = std::min(kChunkCards, cards.size() - from);
      Chunk(plan, context, cards.subspan(from, size), std::span(results).subspan(from, size)).score();
    }
  };
  const std::size_t helpers = std::min<std::size_t>(context.threads, chunks);
  std::vector<std::thread> threads;
  for (std::size_t t = 1; t < helpers; ++t) threads.emplace_back(work);
  work();
  for (std::thread& t : threads) t.join();
  return results;
}

}  // namespace jiheng::scoring
