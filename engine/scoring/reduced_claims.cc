// Takes the rows of one card scored with their self scores as full marks, gives the full marks that follow from the points
// missing in their block. Leaves scoring them again to score.cc, what a reviewer is told to audit.
#include "engine/scoring/reduced_claims.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/scoring/figures.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;
using target::Status;

/// A goal with its points, or the whole table.
struct Block {
  Decimal worth;
  std::string name;
  std::vector<std::size_t> rows;
  bool printed =
      false;  ///< its points stand on the form; else they are the scheme's, and the table may be a part of one
};

std::vector<Block> blocks_of(const model::Scheme& scheme, const model::Scorecard& card,
                             const CardMarks& marks, std::span<const IndicatorResult> rows) {
  const bool by_goal = std::all_of(card.sections.begin(), card.sections.end(), [](const model::Section& s) {
    return s.full_marks || s.horizon == model::Horizon::long_term;
  });
  std::vector<Block> blocks(by_goal ? card.sections.size() : 1);
  if (by_goal) {
    for (std::size_t s = 0; s < card.sections.size(); ++s) {
      if (!card.sections[s].full_marks) continue;
      blocks[s].worth = card.sections[s].full_marks->value;
      blocks[s].name = "“" + card.sections[s].title.text + "”";
      blocks[s].printed = true;
    }
  } else {
    blocks[0].worth = scheme.total - (scheme.execution ? scheme.execution->full_marks : Decimal(0));
    blocks[0].name = "指标";
    blocks[0].printed = card.claimed_total.has_value();
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!marks.rows[i].not_asked) blocks[by_goal ? rows[i].id.section : 0].rows.push_back(i);
  }
  return blocks;
}

/// What the rule took off a row that kept `kept` of its points; nullopt where that cannot be told.
std::optional<Decimal> taken_off(const IndicatorResult& row) {
  const Decimal& kept = *row.full_marks;
  if (!row.exact.exact() || row.exact.low.sign() <= 0 || kept.sign() <= 0) return std::nullopt;
  const auto full = base::divide(kept * kept, row.exact.low, 6);  // kept ÷ (score ÷ kept)
  return full ? std::optional(*full - kept) : std::nullopt;
}

class Finder {
 public:
  Finder(const model::Scorecard& card, const CardMarks& marks, std::span<const IndicatorResult> rows)
      : card_(card), marks_(marks), rows_(rows) {}

  void look(const Block& block, std::vector<ReducedClaim>& out) const {
    Decimal sum;
    std::vector<std::size_t> short_of;
    for (const std::size_t i : block.rows) {
      const IndicatorResult& row = rows_[i];
      const model::Indicator& indicator = row_of(card_, row.id);
      if (!marks_.rows[i].assumed || indicator.not_applicable || row.dropped) return;
      sum += *row.full_marks;
      if (row.status != Status::met && !indicator.judged) short_of.push_back(i);
    }
    const Decimal missing = block.worth - sum;
    if (missing.sign() <= 0 || short_of.empty()) return;
    const std::string has =
        fmt::format("{}共 {} 分，各项得分合计 {} 分", block.name, figure(block.worth), figure(sum));
    const auto shares = shares_of(short_of, missing);
    if (shares.empty() && !block.printed) return;
    if (short_of.size() == 1 && rows_[short_of.front()].status == Status::missed) {
      add(out, short_of.front(), missing, true,
          fmt::format("表上没有分值，{}，少的 {} 分是这一项的，满分是", has, figure(missing)));
      return;
    }
    for (std::size_t k = 0; k < short_of.size(); ++k) {
      if (shares.empty()) {
        add(out, short_of[k], missing, false,
            fmt::format("表上没有分值，{}，少的 {} 分不知道在哪几项，满分至多是", has, figure(missing)));
      } else {
        add(out, short_of[k], shares[k], true,
            fmt::format("表上没有分值，{}，少的 {} 分正是未达标的 {} 项按规则扣的，满分是", has,
                        figure(missing), short_of.size()));
      }
    }
  }

 private:
  void add(std::vector<ReducedClaim>& out, std::size_t row, const Decimal& more, bool sure,
           std::string note) const {
    const Decimal full = *rows_[row].full_marks + more;
    out.push_back({row, full, sure, fmt::format("{} {} 分", note, figure(full))});
  }

  /// What the rule takes off each row, where that is what is missing; else empty.
  std::vector<Decimal> shares_of(const std::vector<std::size_t>& short_of, const Decimal& missing) const {
    std::vector<Decimal> shares;
    Decimal sum;
    Decimal slack;  // the self scores are rounded: each stands for a little more or less
    for (const std::size_t i : short_of) {
      const auto off = rows_[i].status == Status::missed ? taken_off(rows_[i]) : std::nullopt;
      if (!off) return {};
      const Decimal& kept = *rows_[i].full_marks;
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
  std::span<const IndicatorResult> rows_;
};

}  // namespace

std::vector<ReducedClaim> reduced_claims(const model::Scheme& scheme, const model::Scorecard& card,
                                         const CardMarks& marks, std::span<const IndicatorResult> rows) {
  std::vector<ReducedClaim> out;
  if (scheme.no_marks != model::Scheme::NoMarks::claimed) return out;
  const Finder finder(card, marks, rows);
  for (const Block& block : blocks_of(scheme, card, marks, rows)) finder.look(block, out);
  return out;
}

}  // namespace jiheng::scoring
