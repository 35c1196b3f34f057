// Takes the rows of one card scored with their self scores as full marks, gives the full marks that follow from the points
// missing in their block. Leaves scoring them again to card_batch.cc, what is said to explain and audit.
#include "engine/scoring/reduced_claims.h"

#include <algorithm>
#include <optional>

namespace jiheng::scoring {
namespace {

using base::Decimal;
using target::Status;

/// A goal with its points, or the whole table.
struct Block {
  MarksBlock of;
  std::vector<std::size_t> rows;
  bool printed =
      false;  ///< its points stand on the form; else they are the scheme's, and the table may be a part of one
};

std::vector<Block> blocks_of(const model::Scheme& scheme, const model::Scorecard& card,
                             const CardMarks& marks, std::span<const CardRow> rows) {
  const bool by_goal = std::all_of(card.sections.begin(), card.sections.end(), [](const model::Section& s) {
    return s.full_marks || s.horizon == model::Horizon::long_term;
  });
  std::vector<Block> blocks(by_goal ? card.sections.size() : 1);
  if (by_goal) {
    for (std::size_t s = 0; s < card.sections.size(); ++s) {
      if (!card.sections[s].full_marks) continue;
      blocks[s].of = {&card.sections[s], nullptr, card.sections[s].full_marks->value};
      blocks[s].printed = true;
    }
  } else {
    blocks[0].of.points = scheme.total - (scheme.execution ? scheme.execution->full_marks : Decimal(0));
    blocks[0].printed = card.claimed_total.has_value();
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!marks.rows[i].not_asked) blocks[by_goal ? rows[i].id.section : 0].rows.push_back(i);
  }
  return blocks;
}

/// What the rule took off a row that kept `kept` of its points; nullopt where that cannot be told.
std::optional<Decimal> taken_off(const RowWork& row) {
  const Decimal& kept = *row.full;
  if (!row.exact.exact() || row.exact.low.sign() <= 0 || kept.sign() <= 0) return std::nullopt;
  const auto full = base::divide(kept * kept, row.exact.low, 6);  // kept ÷ (score ÷ kept)
  return full ? std::optional(*full - kept) : std::nullopt;
}

class Finder {
 public:
  Finder(const model::Scorecard& card, const CardMarks& marks, std::span<const CardRow> rows)
      : card_(card), marks_(marks), rows_(rows) {}

  void look(const Block& block, std::vector<ReducedClaim>& out) const {
    Decimal sum;
    std::vector<std::size_t> short_of;
    for (const std::size_t i : block.rows) {
      const model::Indicator& indicator = row_of(card_, rows_[i].id);
      if (!marks_.rows[i].assumed || indicator.not_applicable || marks_.rows[i].dropped) return;
      sum += *rows_[i].work().full;
      if (rows_[i].work().status != Status::met && !indicator.judged) short_of.push_back(i);
    }
    const Decimal missing = block.of.points - sum;
    if (missing.sign() <= 0 || short_of.empty()) return;
    const auto shares = shares_of(short_of, missing);
    if (shares.empty() && !block.printed) return;
    const bool only_one = short_of.size() == 1 && rows_[short_of.front()].work().status == Status::missed;
    for (std::size_t k = 0; k < short_of.size(); ++k) {
      const RowWork& row = rows_[short_of[k]].work();
      ReducedMarks marks;
      marks.how = only_one         ? ReducedMarks::How::only_one
                  : shares.empty() ? ReducedMarks::How::somewhere
                                   : ReducedMarks::How::as_ruled;
      marks.block = block.of;
      marks.claimed = sum;
      marks.rows = short_of.size();
      marks.full = *row.full + (only_one || shares.empty() ? missing : shares[k]);
      marks.as_claimed = row.exact;
      out.push_back({short_of[k], marks});
    }
  }

 private:
  /// What the rule takes off each row, where that is what is missing; else empty.
  std::vector<Decimal> shares_of(const std::vector<std::size_t>& short_of, const Decimal& missing) const {
    std::vector<Decimal> shares;
    Decimal sum;
    Decimal slack;  // the self scores are rounded: each stands for a little more or less
    for (const std::size_t i : short_of) {
      const auto off = rows_[i].work().status == Status::missed ? taken_off(rows_[i].work()) : std::nullopt;
      if (!off) return {};
      const Decimal& kept = *rows_[i].work().full;
      const auto last = base::divide(Decimal::of(1, 2) * (kept + *off), kept, 6);
      slack += last.value_or(Decimal(0));
      shares.push_back(off->rounded(2));
      sum += *off;
    }
    if ((sum - missing).magnitude() > slack) return {};
    return shares;
  }

  const model::Scorecard& card_;
  const CardMarks& marks_;
  std::span<const CardRow> rows_;
};

}  // namespace

std::vector<ReducedClaim> reduced_claims(const model::Scheme& scheme, const model::Scorecard& card,
                                         const CardMarks& marks, std::span<const CardRow> rows) {
  std::vector<ReducedClaim> out;
  if (scheme.no_marks != model::Scheme::NoMarks::claimed) return out;
  const Finder finder(card, marks, rows);
  for (const Block& block : blocks_of(scheme, card, marks, rows)) finder.look(block, out);
  return out;
}

}  // namespace jiheng::scoring
