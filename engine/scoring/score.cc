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
#include "engine/scoring/claims.h"
#include "engine/scoring/clauses.h"
#include "engine/scoring/execution.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/marks.h"
#include "engine/scoring/plan.h"
#include "engine/scoring/reading.h"
#include "engine/scoring/reduced_claims.h"
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
    score_reduced_claims();
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
        row.id = {s, i};
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
    rows_.push_back({&indicator, &row.actual, &row.verdict, *row.full_marks,
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
    // A target is a number also where nothing can be compared with it: it decides which clause a row is for.
    const target::Predicate& wanted = line.result->target;
    if (v.target_value || wanted.kind != target::Kind::quantity) {
      number(Name::target, v.target_value);
    } else if (wanted.value) {
      columns.at(Name::target, row) = as_ratio(*wanted.value, wanted.unit).to_double();
    }
    number(Name::upper, v.target_value2);
    number(Name::actual, v.actual_value);
    if (line.indicator->judged) columns.at(Name::judged, row) = line.indicator->judged->value.to_double();
    if (v.days_late) columns.at(Name::days_late, row) = *v.days_late;
    if (line.rate) columns.at(Name::rate, row) = line.rate->to_double();
    flag(Name::met, met);
    flag(Name::missed, !met);
    const target::Direction direction = met ? line.result->if_met.value_or(v.direction) : v.direction;
    flag(Name::higher, direction == target::Direction::higher);
    flag(Name::lower, direction == target::Direction::lower);
    flag(Name::band, direction == target::Direction::band);
    flag(Name::words, direction == target::Direction::words);
    flag(Name::date, direction == target::Direction::date);
    flag(Name::has_judged, line.indicator->judged.has_value());
    flag(Name::department, line.card->kind == model::CardKind::department);
  }

  /// Rows whose self score is not their full marks are scored again with what these are.
  void score_reduced_claims() {
    lines_.clear();
    rows_.clear();
    std::vector<IndicatorResult*> ranges;
    for (std::size_t c = 0; c < cards_.size(); ++c) {
      CardResult& result = results_[c];
      if (!result.scored) continue;
      CardMarks& marks = work_[c].marks;
      for (ReducedClaim& reduced : reduced_claims(scheme_, cards_[c], marks, result.indicators)) {
        IndicatorResult& row = result.indicators[reduced.row];
        RowMarks& of_row = marks.rows[reduced.row];
        marks.printed_sum = marks.printed_sum + reduced.full - *row.full_marks;
        row.as_claimed = row.exact;
        row.full_marks = of_row.full = reduced.full;
        of_row.note = std::move(reduced.note);
        if (!reduced.sure) {
          ranges.push_back(&row);
          marks.complete = false;
        }
        add_line(cards_[c], row_of(cards_[c], row.id), work_[c].rate.ratio, row);
      }
    }
    if (lines_.empty()) return;
    run_clauses();
    for (IndicatorResult* row : ranges) {
      row->score.low = std::min(row->score.low, row->as_claimed->low.rounded(scheme_.rounding.places));
      row->exact.low = std::min(row->exact.low, row->as_claimed->low);
    }
  }

  /// Words against words, days against days and the form's own answers have no degree of completion.
  static bool may_be_a_number(const IndicatorResult& row) {
    const target::Direction d = row.verdict.direction;
    const bool answer = row.actual.standing && row.actual.standing->scale == target::kAnswerScale;
    return d != target::Direction::words && d != target::Direction::date && !answer;
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
      if (threshold && rows_[row].open && may_be_a_number(*line.result) &&
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
      outcome.exact = {0, full};
      outcome.why = "没有一条规则适用于这一行";
      if (!line.result->verdict.why.empty()) outcome.why += "：" + line.result->verdict.why;
      return;
    }
    const std::string share = figure(line.indicator->judged->value * 100);
    const Decimal raw = full * line.indicator->judged->value;
    outcome.exact = {raw, raw};
    outcome.low = outcome.high = kept_points(raw, full, scheme_.rounding);
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
    result.exact = {std::min(met.exact.low, missed.exact.low), std::max(met.exact.high, missed.exact.high)};
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
    row.exact = outcome.exact;
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
      IndicatorResult& row = result.indicators[i];
      if (!marks.note.empty() && !marks.dropped) row.why += "（" + marks.note + "）";
      row.accepted = row.score;
      if (row.full_marks && row.clause != nullptr) accept_claims(row);
    }
    check_rows(result);
    if (result.scored) add_up(scheme_, work.marks, work.rate.ratio, result);
    check_card(work.marks, result);
  }

  /// Words that reached their target stand in the tier of those that did, and a scorer may choose a point of it.
  void accept_claims(IndicatorResult& row) const {
    row.accepted = accepted_points(row.exact, *row.full_marks, scheme_.rounding);
    const bool words = row.verdict.direction == target::Direction::words;
    const bool full = row.status == target::Status::met && row.score.low == *row.full_marks;
    if (!words || !full || reached_tier_ == nullptr) return;
    const Decimal low = *row.full_marks * reached_tier_->low;
    row.accepted.low = std::min(row.accepted.low, cut(low, scheme_.rounding.places));
  }

  /// The tier a scheme gives to an answer that says the target is reached; nullptr where it has none.
  static const model::Tier* tier_of_reached(const Plan& plan) {
    for (const ClausePlan& clause : plan.clauses) {
      for (std::size_t t = 0; t < clause.tier_ranks.size(); ++t) {
        const std::vector<int>& ranks = clause.tier_ranks[t];
        if (std::find(ranks.begin(), ranks.end(), target::kAnswerReached) != ranks.end())
          return &std::get<model::ByTiers>(clause.clause->points).tiers[t];
      }
    }
    return nullptr;
  }

  const Plan& plan_;
  const model::Scheme& scheme_;
  Context context_;
  std::span<const model::Scorecard> cards_;
  std::span<CardResult> results_;
  std::vector<CardWork> work_;
  std::vector<Line> lines_;
  std::vector<ClauseRow> rows_;
  const model::Tier* reached_tier_ = tier_of_reached(plan_);
};

}  // namespace

std::vector<CardResult> score(const model::Scheme& scheme, std::span<const model::Scorecard> cards,
                              const Context& context) {
  const Plan plan(scheme, &context.words);
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
