// Takes rows with their marks, leads them through reading.cc (texts -> verdict), the columns and clauses.cc (columns ->
// points). Leaves marks and sums of cards to card_batch.cc, sentences to explain.
#include "engine/scoring/row_batch.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/scoring/claims.h"
#include "engine/scoring/figures.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;
using Settled = RowWork::Settled;

/// Words against words, days against days and the form's own answers have no degree of completion.
bool may_be_a_number(const Reading& reading) {
  const target::Direction d = reading.verdict.direction;
  const bool answer = reading.actual.standing && reading.actual.standing->scale == target::kAnswerScale;
  return d != target::Direction::words && d != target::Direction::date && !answer;
}

/// A row no clause held for: the scorer's judgement, or nothing is known.
void complete(const model::Indicator& indicator, const Decimal& full, const model::Rounding& rounding,
              Outcome& outcome) {
  if (outcome.decided) return;
  if (!indicator.judged) {
    outcome.how = Outcome::How::no_clause;
    outcome.high = full;
    outcome.exact = {0, full};
    return;
  }
  outcome.how = Outcome::How::judged;
  outcome.raw = full * indicator.judged->value;
  outcome.exact = {outcome.raw, outcome.raw};
  outcome.low = outcome.high = kept_points(outcome.raw, full, rounding);
}

/// The tier a scheme gives to an answer that says the target is reached; nullptr where it has none.
const model::Tier* tier_of_reached(const Plan& plan) {
  for (const ClausePlan& clause : plan.clauses) {
    for (std::size_t t = 0; t < clause.tier_ranks.size(); ++t) {
      const std::vector<int>& ranks = clause.tier_ranks[t];
      if (std::find(ranks.begin(), ranks.end(), target::kAnswerReached) != ranks.end())
        return &std::get<model::ByTiers>(clause.clause->points).tiers[t];
    }
  }
  return nullptr;
}

}  // namespace

RowBatch::RowBatch(const Plan& plan, const Context& context, std::span<const RowView> rows)
    : plan_(plan),
      scheme_(*plan.scheme),
      standards_(plan.scheme->readings, context.units),
      views_(rows.begin(), rows.end()),
      rows_(rows.size()),
      reached_tier_(tier_of_reached(plan)) {
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    read(row, context);
    if (!settled_without_clauses(row)) lines_.push_back(row);
  }
  run_clauses();
  for (const std::size_t row : lines_) take(row);
  if (context.say == target::Say::nothing) return;  // points alone
  for (RowWork& work : rows_) accept_claims(work);
}

void RowBatch::read(std::size_t row, const Context& context) {
  const RowView& view = views_[row];
  RowWork& work = rows_[row];
  read_row_into(work.reading, scheme_, *view.card, *view.indicator, context);
  work.status = work.reading.verdict.status;
  work.full = view.marks->full;
  if (plan_.by_standards && work.full && !view.indicator->standard.empty())
    work.standard = standards_.read(*view.indicator, *view.card, *work.full, work.reading);
  if (!view.marks->not_asked && !view.marks->dropped) work.score = {0, work.full.value_or(view.card->left)};
}

/// Rows no clause is asked about.
bool RowBatch::settled_without_clauses(std::size_t row) {
  const RowView& view = views_[row];
  RowWork& work = rows_[row];
  if (!view.card->scored) {
    work.settled = Settled::not_scored;
  } else if (view.marks->not_asked) {
    work.settled = Settled::long_term;
  } else if (!view.marks->full) {
    work.settled = Settled::no_marks;
  } else if (!view.indicator->not_applicable) {
    return false;
  } else {
    work.settled = view.marks->dropped ? Settled::dropped : Settled::not_applicable;
    work.status = target::Status::met;
    if (!view.marks->dropped) work.score = {*work.full, *work.full};
  }
  return true;
}

void RowBatch::fill(std::size_t row, bool met, std::size_t column_row) {
  const RowView& view = views_[row];
  const Reading& reading = rows_[row].reading;
  const target::Verdict& v = reading.verdict;
  const auto number = [&](Name name, const std::optional<Decimal>& value) {
    if (value) columns_.at(name, column_row) = as_ratio(*value, v.unit).to_double();
  };
  const auto flag = [&](Name name, bool value) { columns_.at(name, column_row) = value ? 1 : 0; };
  columns_.at(Name::full, column_row) = rows_[row].full->to_double();
  // A target is a number also where nothing can be compared with it: it decides which clause a row is for.
  const target::Predicate& wanted = reading.target;
  if (v.target_value || wanted.kind != target::Kind::quantity) {
    number(Name::target, v.target_value);
  } else if (wanted.value) {
    columns_.at(Name::target, column_row) = as_ratio(*wanted.value, wanted.unit).to_double();
  }
  number(Name::upper, v.target_value2);
  number(Name::actual, v.actual_value);
  if (view.indicator->judged)
    columns_.at(Name::judged, column_row) = view.indicator->judged->value.to_double();
  if (v.days_late) columns_.at(Name::days_late, column_row) = *v.days_late;
  if (view.card->rate) columns_.at(Name::rate, column_row) = view.card->rate->to_double();
  flag(Name::met, met);
  flag(Name::missed, !met);
  const target::Direction direction = met ? reading.if_met.value_or(v.direction) : v.direction;
  flag(Name::higher, direction == target::Direction::higher);
  flag(Name::lower, direction == target::Direction::lower);
  flag(Name::band, direction == target::Direction::band);
  flag(Name::words, direction == target::Direction::words);
  flag(Name::date, direction == target::Direction::date);
  flag(Name::has_judged, view.indicator->judged.has_value());
  flag(Name::department, view.card->kind == model::CardKind::department);
}

void RowBatch::run_clauses() {
  clause_rows_.reserve(2 * lines_.size());
  for (const std::size_t row : lines_) {
    RowWork& work = rows_[row];
    const model::Indicator& indicator = *views_[row].indicator;
    work.first = clause_rows_.size();
    work.open = work.reading.verdict.status == target::Status::undetermined;
    clause_rows_.push_back({&indicator, &work.reading.actual, &work.reading.verdict, *work.full,
                            plan_.looks_at_texts ? texts_of(indicator) : RowTexts{}, work.standard.get(),
                            work.open});
    if (work.open) clause_rows_.push_back(clause_rows_.back());
  }
  columns_ = Columns(clause_rows_.size());
  for (const std::size_t row : lines_) {
    const RowWork& work = rows_[row];
    fill(row, work.open || work.reading.verdict.status == target::Status::met, work.first);
    if (work.open) fill(row, false, work.first + 1);
  }
  std::optional<double> threshold;
  if (scheme_.over_threshold) threshold = scheme_.over_threshold->to_double();
  columns_.derive(threshold);
  for (const std::size_t row : lines_) {
    const RowWork& work = rows_[row];
    if (threshold && work.open && may_be_a_number(work.reading) &&
        std::isnan(columns_.at(static_cast<std::size_t>(Name::attainment), work.first))) {
      columns_.at(Name::far_over, work.first) = std::numeric_limits<double>::quiet_NaN();
    }
  }
  outcomes_ = apply_clauses(plan_, columns_, clause_rows_);
}

/// The points of one row; of an open one what is certain whether its verdict is met or missed.
void RowBatch::take(std::size_t row) {
  RowWork& work = rows_[row];
  const RowView& view = views_[row];
  Outcome& met = outcomes_[work.first];
  complete(*view.indicator, *work.full, scheme_.rounding, met);
  work.score = {met.low, met.high};
  work.exact = met.exact;
  work.clause = met.clause;
  work.piece = met.piece;
  bool voided = met.how == Outcome::How::voided;
  if (work.open) {
    Outcome& missed = outcomes_[work.first + 1];
    complete(*view.indicator, *work.full, scheme_.rounding, missed);
    work.score = {std::min(met.low, missed.low), std::max(met.high, missed.high)};
    work.exact = {std::min(met.exact.low, missed.exact.low), std::max(met.exact.high, missed.exact.high)};
    if (met.clause != missed.clause) work.clause = nullptr;
    work.piece = {};
    voided = voided && missed.how == Outcome::How::voided;
  }
  if (voided) {
    work.status = target::Status::missed;
  } else if (work.score.exact() && (view.indicator->judged || work.open)) {
    work.status = work.score.low == *work.full ? target::Status::met : target::Status::missed;
  }
  const auto& reduced = view.marks->reduced;
  if (reduced && !reduced->sure()) {
    const Decimal& least = reduced->as_claimed.low;
    work.score.low = std::min(work.score.low, least.rounded(scheme_.rounding.places));
    work.exact.low = std::min(work.exact.low, least);
  }
}

/// Words that reached their target stand in the tier of those that did, and a scorer may choose a point of it.
void RowBatch::accept_claims(RowWork& work) const {
  work.accepted = work.score;
  if (!work.full || work.clause == nullptr) return;
  work.accepted = accepted_points(work.exact, *work.full, scheme_.rounding);
  const bool words = work.reading.verdict.direction == target::Direction::words;
  const bool full = work.status == target::Status::met && work.score.low == *work.full;
  if (!words || !full || reached_tier_ == nullptr) return;
  const Decimal low = *work.full * reached_tier_->low;
  work.accepted.low = std::min(work.accepted.low, cut(low, scheme_.rounding.places));
}

RowPoints RowBatch::points(std::size_t row) const {
  const RowWork& work = rows_[row];
  RowPoints out;
  out.low = work.score.low;
  out.high = work.score.high;
  out.has_full_marks = work.full.has_value();
  out.full_marks = work.full.value_or(Decimal());
  out.has_attainment = work.reading.attainment.has_value();
  out.attainment = work.reading.attainment.value_or(Decimal());
  out.has_deviation = work.reading.deviation.has_value();
  out.deviation = work.reading.deviation.value_or(Decimal());
  out.has_units = work.piece.units.has_value();
  out.units = work.piece.units.value_or(Decimal());
  if (work.clause != nullptr) out.clause = static_cast<std::int16_t>(work.clause - plan_.clauses.data());
  out.step = static_cast<std::int16_t>(work.piece.step);
  out.end = work.piece.end;
  out.status = work.status;
  return out;
}

ClausePiece RowPoints::piece() const {
  ClausePiece piece;
  piece.step = step;
  if (has_units) piece.units = units;
  piece.end = end;
  return piece;
}

void score_rows(const Plan& plan, std::span<const RowView> rows, const Context& context,
                std::span<RowPoints> out) {
  constexpr std::size_t kBlock = 256;  // enough rows to a column, few enough to stay in the cache
  Context numbers = context;
  numbers.say = target::Say::nothing;
  for (std::size_t from = 0; from < rows.size(); from += kBlock) {
    const RowBatch batch(plan, numbers, rows.subspan(from, std::min(kBlock, rows.size() - from)));
    for (std::size_t i = 0; i < batch.size(); ++i) out[from + i] = batch.points(i);
  }
}

}  // namespace jiheng::scoring
