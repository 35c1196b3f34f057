// Takes a scored card and dials. Puts cell texts on copies, has them scored, adds the points up as scoring does.
// Leaves which settings to try, and what the points mean, to curve.cc and those above it.
#include "engine/whatif/curves/trials.h"

#include <algorithm>

#include "engine/explain/score.h"
#include "engine/scoring/execution.h"
#include "engine/scoring/reading.h"
#include "engine/scoring/totals.h"

namespace jiheng::whatif {
namespace {

using scoring::CardResult;
using scoring::IndicatorResult;

/// Copies scored together: bounds the memory a long sweep takes.
constexpr std::size_t kBatch = 512;

std::size_t index_of(const CardResult& scored, const Spot& spot) {
  const auto row = std::find_if(scored.indicators.begin(), scored.indicators.end(),
                                [&](const auto& r) { return r.id == spot.row; });
  return static_cast<std::size_t>(row - scored.indicators.begin());
}

RowState state_of(const IndicatorResult& row) { return {row.clause, row.status, row.piece, row.score}; }

/// What add_up needs of a result, without texts.
CardResult points_alone(const CardResult& scored) {
  CardResult sums;
  sums.card = scored.card;
  sums.scheme = scored.scheme;
  sums.execution = scored.execution;
  sums.indicators.resize(scored.indicators.size());
  for (std::size_t i = 0; i < scored.indicators.size(); ++i) {
    const IndicatorResult& from = scored.indicators[i];
    IndicatorResult& to = sums.indicators[i];
    to.id = from.id;
    to.full_marks = from.full_marks;
    to.score = from.score;
  }
  return sums;
}

}  // namespace

bool same_piece(const Point& a, const Point& b) {
  if (a.readable != b.readable || a.execution_end != b.execution_end || a.cap != b.cap) return false;
  for (std::size_t i = 0; i < a.rows.size(); ++i) {
    const RowState& x = a.rows[i];
    const RowState& y = b.rows[i];
    if (x.clause != y.clause || x.status != y.status || x.piece != y.piece) return false;
    // Between two clauses (待核) rounding alone can make a range a point.
    if (x.clause != nullptr && x.score.exact() != y.score.exact()) return false;
  }
  return true;
}

Trials::Trials(const CardResult& scored, std::vector<Dial> dials, const scoring::Context& context)
    : scored_(&scored),
      context_(context),
      plan_(*scored.scheme, &context.words),
      dials_(std::move(dials)),
      lean_(std::all_of(dials_.begin(), dials_.end(), [](const Dial& d) { return d.of_row(); })),
      marks_(scoring::full_marks(*scored.scheme, *scored.card)),
      rate_(scoring::execution_rate(*scored.scheme, scored.card->budget).ratio),
      sums_(points_alone(scored)) {
  if (!lean_) {
    frame_ = *scored.card;
    for (std::size_t i = 0; i < scored.indicators.size(); ++i) rows_.push_back(i);
    for (const Dial& dial : dials_) spots_.push_back(dial.spot());
    return;
  }
  for (const Dial& dial : dials_) {
    const std::size_t row = index_of(scored, dial.spot());
    if (std::find(rows_.begin(), rows_.end(), row) == rows_.end()) rows_.push_back(row);
  }
  frame_.year = scored.card->year;
  frame_.kind = scored.card->kind;
  frame_.budget = scored.card->budget;
  frame_.sections.resize(1);
  for (const std::size_t row : rows_) {
    const IndicatorResult& r = scored.indicators[row];
    frame_.sections[0].indicators.push_back(row_of(*scored.card, r.id));
    row_marks_.emplace_back().full = r.full_marks;
  }
  for (const Dial& dial : dials_) {
    const auto row = std::find(rows_.begin(), rows_.end(), index_of(scored, dial.spot()));
    spots_.push_back({dial.spot().what, {0, static_cast<std::size_t>(row - rows_.begin())}});
  }
}

Point Trials::present() const { return point_of(*scored_); }

Point Trials::point_of(const CardResult& result) const {
  Point point;
  point.total = result.total;
  for (const std::size_t row : rows_) point.rows.push_back(state_of(result.indicators[row]));
  if (result.execution) {
    point.execution = result.execution->score;
    point.execution_end = result.execution->end;
  }
  if (result.cap) point.cap = result.total.high;
  return point;
}

std::vector<Point> Trials::points_at(std::span<const Values> settings) const {
  std::vector<Point> points;
  points.reserve(settings.size());
  for (std::size_t from = 0; from < settings.size(); from += kBatch) {
    const std::span<const Values> batch = settings.subspan(from, std::min(kBatch, settings.size() - from));
    std::vector<model::Scorecard> cards(batch.size(), frame_);
    std::vector<bool> readable(batch.size(), true);
    for (std::size_t i = 0; i < batch.size(); ++i) {
      for (std::size_t d = 0; d < dials_.size(); ++d) {
        const auto text = dials_[d].text_of(batch[i][d], context_);
        readable[i] = readable[i] && text && put(cards[i], spots_[d], *text);
      }
    }
    if (lean_) {
      add_points_of_rows(cards, points);
    } else {
      for (const CardResult& result : explain::score(*scored_->scheme, cards, context_))
        points.push_back(point_of(result));
    }
    for (std::size_t i = 0; i < batch.size(); ++i) points[from + i].readable = readable[i];
  }
  return points;
}

void Trials::add_points_of_rows(std::span<const model::Scorecard> cards, std::vector<Point>& points) const {
  scoring::CardFacts facts;
  facts.year = frame_.year;
  facts.kind = frame_.kind;
  facts.budget = &frame_.budget;
  facts.rate = rate_;
  std::vector<scoring::RowView> views;
  for (const model::Scorecard& card : cards) {
    for (std::size_t r = 0; r < rows_.size(); ++r)
      views.push_back({&card.sections[0].indicators[r], &facts, &row_marks_[r]});
  }
  std::vector<scoring::RowPoints> lean(views.size());
  scoring::score_rows(plan_, views, context_, lean);
  CardResult sums = sums_;
  for (std::size_t from = 0; from < lean.size(); from += rows_.size()) {
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const scoring::RowPoints& row = lean[from + r];
      IndicatorResult& to = sums.indicators[rows_[r]];
      to.score = row.score();
      to.clause = row.clause_of(plan_);
      to.status = row.status;
      to.piece = row.piece();
    }
    sums.sections.clear();
    sums.undetermined = 0;
    sums.cap.reset();
    scoring::add_up(*scored_->scheme, marks_, rate_, sums);
    points.push_back(point_of(sums));
  }
}

std::optional<scoring::Reading> Trials::row_with(std::size_t dial, const base::Decimal& value) const {
  const auto text = dials_[dial].text_of(value, context_);
  if (!text || !dials_[dial].of_row()) return std::nullopt;
  model::Scorecard card = frame_;
  put(card, spots_[dial], *text);
  scoring::CardFacts facts;
  facts.year = card.year;
  facts.budget = &card.budget;
  return scoring::read_row(*scored_->scheme, facts, row_of(card, spots_[dial].row), context_);
}

}  // namespace jiheng::whatif
