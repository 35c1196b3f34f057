// Takes a card and its scheme, gives the full marks of every row. Sums are exact: what equal shares leave
// over goes to the row the scheme names. Whether the marks add up to the scheme's total, and what is said of them, is
// explain's.
#include "engine/scoring/marks.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/base/squeezed.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/plan.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;
using model::Scheme;

struct Row {
  const model::Section* section;
  std::size_t section_index;
  const model::Indicator* indicator;
};

class Marks {
 public:
  Marks(const Scheme& scheme, const model::Scorecard& card) : scheme_(scheme), card_(card) {
    for (std::size_t s = 0; s < card.sections.size(); ++s) {
      for (const model::Indicator& i : card.sections[s].indicators)
        rows_.push_back({&card.sections[s], s, &i});
    }
    out_.rows.resize(rows_.size());
  }

  CardMarks take() {
    take_printed();
    if (scheme_.no_marks == Scheme::NoMarks::claimed) take_claimed();
    if (scheme_.no_marks == Scheme::NoMarks::split_equally) split_blocks();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (out_.rows[i].full) {
        out_.printed_sum += *out_.rows[i].full;
      } else if (!out_.rows[i].not_asked && !rows_[i].indicator->not_applicable) {
        out_.complete = false;
        out_.problems.push_back({i, std::nullopt});
      }
    }
    drop_not_applicable();
    return std::move(out_);
  }

 private:
  bool open(std::size_t i) const { return !out_.rows[i].full && !out_.rows[i].not_asked; }

  void take_printed() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      RowMarks& row = out_.rows[i];
      row.not_asked = rows_[i].section->horizon == model::Horizon::long_term;
      if (!row.not_asked && rows_[i].indicator->full_marks) row.full = rows_[i].indicator->full_marks->value;
    }
  }

  void take_claimed() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto& claimed = rows_[i].indicator->claimed;
      if (!open(i) || !claimed) continue;
      out_.rows[i].full = out_.rows[i].first = claimed->value;
      out_.rows[i].assumed = true;
      out_.rows[i].from = RowMarks::From::claim;
    }
  }

  const model::Weight* weight_of(const model::Indicator& indicator) const {
    const auto& weights = card_.kind == model::CardKind::department && !scheme_.department_weights.empty()
                              ? scheme_.department_weights
                              : scheme_.project_weights;
    const RowTexts texts = texts_of(indicator);
    const model::Weight* best = nullptr;
    for (const model::Weight& w : weights) {
      if (base::without_white_space(w.level1) != texts.level1) continue;
      if (w.level2.empty()) {
        if (best == nullptr) best = &w;
      } else if (base::without_white_space(w.level2) == texts.level2) {
        return &w;
      }
    }
    return best;
  }

  bool has_weights() const { return !scheme_.project_weights.empty() || !scheme_.department_weights.empty(); }

  /// The block a row belongs to: its goal where the goal has marks, else its weight, else the whole table.
  struct Block {
    MarksBlock of;
    bool known = false;
    bool operator==(const Block& b) const { return of.goal == b.of.goal && of.weight == b.of.weight; }
  };
  Block block_of(const Row& row) const {
    if (row.section->full_marks) return {{row.section, nullptr, row.section->full_marks->value}, true};
    if (const model::Weight* w = weight_of(*row.indicator)) return {{nullptr, w, w->points}, true};
    const Decimal execution = scheme_.execution ? scheme_.execution->full_marks : Decimal(0);
    return {{nullptr, nullptr, scheme_.total - execution}, !has_weights()};
  }

  void split_blocks() {
    struct Open {
      Block block;
      Decimal given;
      std::vector<std::size_t> rows;
    };
    std::vector<Open> blocks;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (out_.rows[i].not_asked) continue;
      const Block block = block_of(rows_[i]);
      if (!block.known) continue;
      auto at = std::find_if(blocks.begin(), blocks.end(), [&](const Open& o) { return o.block == block; });
      if (at == blocks.end()) at = blocks.insert(at, Open{block, {}, {}});
      if (out_.rows[i].full) {
        at->given += *out_.rows[i].full;
      } else {
        at->rows.push_back(i);
      }
    }
    for (const Open& o : blocks) {
      const Decimal pot = o.block.of.points - o.given;
      if (o.rows.empty() || pot.sign() < 0) continue;
      const std::vector<Decimal> shares = split(pot, o.rows.size(), scheme_.split_places, scheme_.remainder);
      for (std::size_t k = 0; k < o.rows.size(); ++k) {
        RowMarks& row = out_.rows[o.rows[k]];
        row.full = row.first = shares[k];
        row.assumed = true;
        row.from = RowMarks::From::split;
        row.block = {o.block.of.goal, o.block.of.weight, pot};
        row.sharers = o.rows.size();
      }
    }
  }

  void drop_not_applicable() {
    const bool any =
        std::any_of(rows_.begin(), rows_.end(), [](const Row& r) { return r.indicator->not_applicable; });
    if (!any || scheme_.not_applicable == Scheme::NotApplicable::full) return;
    std::map<std::string, std::vector<std::size_t>> blocks;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!out_.rows[i].full) continue;
      const bool whole_table = scheme_.not_applicable == Scheme::NotApplicable::rescale;
      blocks[whole_table ? "" : base::without_white_space(rows_[i].indicator->level1.text)].push_back(i);
    }
    for (const auto& [name, rows] : blocks) spread(rows);
  }

  /// The points of the dropped rows go to the others of the group, in proportion to their own.
  void spread(const std::vector<std::size_t>& group) {
    Decimal sum;
    Decimal kept;
    std::vector<std::size_t> rest;
    std::vector<std::size_t> gone;
    for (const std::size_t i : group) {
      sum += *out_.rows[i].full;
      if (rows_[i].indicator->not_applicable) {
        gone.push_back(i);
      } else {
        kept += *out_.rows[i].full;
        if (out_.rows[i].full->sign() > 0) rest.push_back(i);
      }
    }
    if (gone.empty()) return;
    if (rest.empty()) {
      out_.problems.push_back({gone.front(), sum});
      out_.complete = false;
      for (const std::size_t i : gone) out_.rows[i].full.reset();
      out_.printed_sum -= sum;
      return;
    }
    Decimal given;
    for (const std::size_t i : rest) {
      RowMarks& row = out_.rows[i];
      const Decimal before = *row.full;
      row.full = cut(base::divide(before * sum, kept, scheme_.split_places + 6).value_or(before),
                     scheme_.split_places);
      row.first = before;
      row.respread = true;
      given += *row.full;
    }
    RowMarks& last = out_.rows[scheme_.remainder == Scheme::Remainder::first ? rest.front() : rest.back()];
    last.full = *last.full + sum - given;
    for (const std::size_t i : gone) {
      out_.rows[i].dropped = true;
      out_.rows[i].first = *out_.rows[i].full;
      out_.rows[i].full = Decimal(0);
    }
  }

  const Scheme& scheme_;
  const model::Scorecard& card_;
  std::vector<Row> rows_;
  CardMarks out_;
};

}  // namespace

std::vector<Decimal> split(const Decimal& pot, std::size_t n, int places, Scheme::Remainder remainder) {
  const auto count = static_cast<std::int64_t>(n);
  const Decimal share = cut(*base::divide(pot, count, places + 6), places);
  std::vector<Decimal> shares(n, share);
  const Decimal rest = pot - share * (count - 1);
  (remainder == Scheme::Remainder::first ? shares.front() : shares.back()) = rest;
  return shares;
}

CardMarks full_marks(const Scheme& scheme, const model::Scorecard& card) {
  return Marks(scheme, card).take();
}

}  // namespace jiheng::scoring
