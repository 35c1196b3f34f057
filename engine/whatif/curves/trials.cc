// Takes a scored card and dials. Puts cell texts on copies, has them scored, adds the points up as scoring does.
// Leaves which settings to try, and what the points mean, to curve.cc and those above it.
#include "engine/whatif/curves/trials.h"

#include <algorithm>

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
  const model::Scorecard& card = *scored.card;
  frame_.id = card.id;
  frame_.kind = card.kind;
  frame_.year = card.year;
  frame_.budget = card.budget;
  frame_.sections.resize(2);
  for (const std::size_t row : rows_) {
    const IndicatorResult& r = scored.indicators[row];
    model::Indicator indicator = row_of(card, r.id);
    if (r.full_marks) indicator.full_marks = model::NumberField{*r.full_marks, {}};
    frame_.sections[0].indicators.push_back(std::move(indicator));
  }
  // A row that earns nothing this year keeps a frame whose actual values are all blank a scored card.
  frame_.sections[1].horizon = model::Horizon::long_term;
  frame_.sections[1].indicators.resize(1);
  frame_.sections[1].indicators[0].actual.text = "1";
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
  if (!result.cap_why.empty()) point.cap = result.total.high;
  return point;
}

std::vector<Point> Trials::points_at(std::span<const Values> settings) const {
  std::vector<Point> points;
  points.reserve(settings.size());
  CardResult sums = sums_;
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
    for (CardResult& result : scoring::score(*scored_->scheme, cards, context_)) {
      if (!lean_) {
        points.push_back(point_of(result));
        continue;
      }
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        IndicatorResult& row = sums.indicators[rows_[r]];
        row.score = result.indicators[r].score;
        row.clause = result.indicators[r].clause;
        row.status = result.indicators[r].status;
        row.piece = result.indicators[r].piece;
      }
      sums.sections.clear();
      sums.undetermined = 0;
      sums.cap_why.clear();
      scoring::add_up(*scored_->scheme, marks_, rate_, sums);
      points.push_back(point_of(sums));
    }
    for (std::size_t i = 0; i < batch.size(); ++i) points[from + i].readable = readable[i];
  }
  return points;
}

std::optional<IndicatorResult> Trials::row_with(std::size_t dial, const base::Decimal& value) const {
  const auto text = dials_[dial].text_of(value, context_);
  if (!text || !dials_[dial].of_row()) return std::nullopt;
  model::Scorecard card = frame_;
  put(card, spots_[dial], *text);
  IndicatorResult row;
  const model::Indicator& indicator = row_of(card, spots_[dial].row);
  scoring::read_row(*scored_->scheme, card, indicator, context_, row);
  return row;
}

}  // namespace jiheng::whatif
