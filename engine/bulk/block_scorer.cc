// Takes a block of lines, leads it through: lines -> rows -> cards (card_lines.cc), rows that stand alone by the memo, other
// cards whole (explain/score.h), then writes the lines of the result in their order.
#include "engine/bulk/block_scorer.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "engine/base/csv_cell.h"
#include "engine/bulk/card_lines.h"
#include "engine/bulk/json_cards.h"
#include "engine/bulk/result_cells.h"
#include "engine/explain/score.h"
#include "engine/report/texts/score_texts.h"
#include "engine/scoring/execution.h"
#include "engine/scoring/reading.h"
#include "engine/scoring/rows.h"
#include "engine/scoring/totals.h"

namespace jiheng::bulk {
namespace {

using scoring::Points;

class Scoring {
 public:
  Scoring(const Block& block, SchemeShelf& shelf, const scoring::Context& context, const BulkOptions& options,
          RowMemos& memos, std::deque<AskedRow>& asked)
      : head_(*block.head),
        context_(context),
        options_(options),
        memos_(memos),
        text_size_(block.text.size()),
        lines_(block, shelf, options.scheme),
        pool_(asked) {}

  BlockResult result() {
    ask_the_memo();
    score_asked_rows();
    score_whole_cards();
    out_.rows.reserve(2 * text_size_);  // or nearly as much again for what was earned
    for (CardLines& card : lines_.cards()) write(card);
    out_.errors = lines_.take_errors();
    out_.faults = lines_.first_faults();
    return std::move(out_);
  }

 private:
  /// Cards of one scheme that are scored whole.
  struct Wholes {
    std::vector<const CardLines*> lines;
    std::vector<model::Scorecard> cards;
    std::vector<scoring::CardResult> results;
  };

  /// Finds what each row earns that stands alone; a card with another row is scored whole.
  void ask_the_memo() {
    known_.resize(lines_.rows().size());
    for (CardLines& card : lines_.cards()) {
      if (card.unsound) continue;
      card.whole = card.whole || options_.explain || options_.json || options_.check != nullptr ||
                   !card.scheme->rows_stand_alone;
      if (card.whole) continue;
      const std::string key = lines_.key_of(card);
      for (std::size_t r = card.first; r < card.last && !card.whole; ++r) {
        if (lines_.rows()[r].kind == RowKind::indicator) card.whole = !ask(card, r, key);
      }
    }
  }

  /// False: the rest of its card decides as well. `key`: of the card.
  bool ask(const CardLines& card, std::size_t r, std::string_view key) {
    KnownRow& known = memos_.rows.at(key, lines_.key_of(r));
    known_[r] = &known;
    if (known.state == KnownRow::State::unknown) find_alike(card, r, key, known);
    return known.state != KnownRow::State::with_card;
  }

  /// A row that is new may differ from one that is known by its name alone.
  void find_alike(const CardLines& card, std::size_t r, std::string_view key, KnownRow& known) {
    const std::string_view name = lines_.text(r, Column::name);
    const bool by_itself = card.scheme->plan.looks_at_names || name.empty() ||
                           !model::is_sound_text(name, model::kMaxNameCharacters);
    if (by_itself) return put_to_be_scored(card, r, known, memos_.rows);
    const target::BareMeaning meaning = scoring::meaning_by_name(name, context_);
    alike_key_ = key;
    alike_key_ += static_cast<char>('0' + static_cast<int>(meaning));
    KnownRow& alike = memos_.alike.at(alike_key_, lines_.key_but_name(r));
    if (alike.state == KnownRow::State::unknown) put_to_be_scored(card, r, alike, memos_.alike);
    take(known, alike);
    if (alike.state == KnownRow::State::asked) as_alike_.emplace_back(&known, &alike);
  }

  /// What is known of a row that earns the same.
  void take(KnownRow& known, const KnownRow& alike) {
    known.state = alike.state;
    if (known.state != KnownRow::State::scored) return;
    known.score = alike.score;
    known.marks = alike.marks;
    memos_.rows.put_result(known, alike.result());
  }

  void put_to_be_scored(const CardLines& card, std::size_t r, KnownRow& known, RowMemo& memo) {
    if (taken_ == pool_.size()) pool_.emplace_back();
    AskedRow& asked = pool_[taken_];
    model::Problems problems;
    lines_.read_deciding_cells(r, asked.indicator, problems);
    model::check_indicator(asked.indicator, "", problems);
    if (!problems.empty()) {
      known.state = KnownRow::State::unsound;
      return;
    }
    if (!asked.indicator.full_marks ||
        scoring::computed_for(*card.scheme->scheme, asked.indicator) != nullptr) {
      known.state = KnownRow::State::with_card;
      return;
    }
    ++taken_;
    known.state = KnownRow::State::asked;
    asked.row = &known;
    asked.memo = &memo;
    asked.facts.year = card.year;
    asked.facts.kind = card.kind;
    asked.marks.full = asked.indicator.full_marks->value;
    asked_[card.scheme].push_back(&asked);
  }

  void score_asked_rows() {
    std::vector<scoring::RowView> views;
    std::vector<scoring::RowPoints> points;
    for (const auto& [scheme, asked] : asked_) {
      views.clear();
      for (const AskedRow* one : asked) views.push_back({&one->indicator, &one->facts, &one->marks});
      points.assign(views.size(), {});
      scoring::score_rows(scheme->plan, views, context_, points);
      for (std::size_t i = 0; i < points.size(); ++i) keep(*asked[i], points[i], *scheme);
    }
    for (const auto& [row, alike] : as_alike_) take(*row, *alike);
  }

  void keep(const AskedRow& asked, const scoring::RowPoints& points, const ShelvedScheme& scheme) {
    KnownRow& row = *asked.row;
    row.score = points.score();
    row.marks = *asked.marks.full;
    Earned earned{&row.score, target::to_chinese(points.status), {}, {}, {}};
    if (points.has_attainment) earned.attainment = points.attainment;
    if (points.has_deviation) earned.deviation = points.deviation;
    if (const model::Clause* clause = points.clause_of(scheme.plan)) earned.rule = clause->id;
    cells_.clear();
    append_result_cells(earned, scheme.scheme, head_.separator, cells_);
    asked.memo->put_result(row, cells_);
    row.state = KnownRow::State::scored;
  }

  /// Cards whose rows need one another, or their execution rate.
  void score_whole_cards() {
    for (CardLines& card : lines_.cards()) {
      refuse_unsound_rows(card);
      if (card.unsound || !card.whole) continue;
      auto read = lines_.scorecard(card);
      if (!read) continue;
      Wholes& wholes = wholes_[card.scheme->scheme->id];
      wholes.lines.push_back(&card);
      wholes.cards.push_back(std::move(*read));
    }
    for (auto& [id, wholes] : wholes_) {
      wholes.results = explain::score(wholes.lines.front()->scheme->plan, wholes.cards, context_);
      for (std::size_t i = 0; i < wholes.lines.size(); ++i) results_[wholes.lines[i]] = &wholes.results[i];
    }
  }

  void refuse_unsound_rows(CardLines& card) {
    if (card.unsound || card.whole) return;
    for (std::size_t r = card.first; r < card.last; ++r) {
      if (known_[r] == nullptr || known_[r]->state != KnownRow::State::unsound) continue;
      model::Problems problems;  // once more, with the places of the cells
      model::check_indicator(lines_.indicator(r, problems), "", problems);
      lines_.refuse(card, r, problems.front());
    }
  }

  void write(const CardLines& card) {
    ++out_.cards;
    GroupSums& sums = group_of(card);
    ++sums.cards;
    out_.row_count += card.last - card.first;
    if (card.unsound) {
      write_unsound(card);
      ++out_.not_scored;
      ++sums.not_scored;
      return;
    }
    if (card.whole && options_.check != nullptr)
      add_findings(*results_.at(&card), context_, *options_.check, out_.findings);
    if (options_.json) {
      const scoring::CardResult& result = *results_.at(&card);
      append_card_json(result, unit_, out_.rows);
      return add_total(total_of_whole(result), sums);
    }
    const CardTotal total = card.whole ? write_whole(card) : write_rows(card);
    write_total(card, total);
    add_total(total, sums);
  }

  /// Of cards behind one another, most belong to the same group.
  GroupSums& group_of(const CardLines& card) {
    const bool as_before = group_ != nullptr && lines_.text(card.first, Column::unit_name) == unit_ &&
                           lines_.scheme_id(card) == scheme_ &&
                           lines_.text(card.first, Column::year) == year_;
    if (!as_before) {
      unit_ = lines_.text(card.first, Column::unit_name);
      scheme_ = lines_.scheme_id(card);
      year_ = lines_.text(card.first, Column::year);
      group_ = &out_.summary.group(unit_, scheme_, year_);
    }
    return *group_;
  }

  void write_unsound(const CardLines& card) {
    if (options_.json)
      return append_refused_json(lines_.text(card.first, Column::id), card.faults, out_.rows);
    for (std::size_t r = card.first; r < card.last; ++r) {
      if (lines_.rows()[r].kind == RowKind::total) continue;
      lines_.append_row(r, out_.rows);
      end_of_row("没有计分");
    }
    lines_.append_total(card, out_.rows);
    end_of_row("没有计分");
  }

  /// Behind a row that earned nothing.
  void end_of_row(std::string_view status) {
    append_result_cells({nullptr, status, {}, {}, {}}, nullptr, head_.separator, out_.rows);
    if (options_.explain) append_cell("", head_.separator, out_.rows);
    out_.rows += '\n';
  }

  CardTotal write_rows(const CardLines& card) {
    const model::Scheme& scheme = *card.scheme->scheme;
    const scoring::ExecutionRate rate = scoring::execution_rate(scheme, lines_.amounts_of(card));
    const auto execution = scoring::execution_points(scheme, rate);
    CardTotal total;
    Points sum;
    base::Decimal marks;
    if (execution) {
      sum = execution->score;
      marks = execution->full_marks;
      if (!card.execution_row) write_execution(card, *execution, "");
    }
    base::Decimal open;  // how far the ends of rows lie apart
    for (std::size_t r = card.first; r < card.last; ++r) {
      if (lines_.rows()[r].kind == RowKind::execution) {
        lines_.append_row(r, out_.rows);
        if (execution) {
          append_execution(scheme, *execution, "");
        } else {
          end_of_row("");
        }
      } else if (lines_.rows()[r].kind == RowKind::indicator) {
        const KnownRow& known = *known_[r];
        lines_.append_row(r, out_.rows);
        out_.rows += known.result();
        out_.rows += '\n';
        sum.low += known.score.low;
        marks += known.marks;
        if (known.score.exact()) continue;
        open += known.score.high - known.score.low;
        ++total.open_rows;
      }
    }
    sum.high = execution ? sum.high - execution->score.low : base::Decimal();
    sum.high += sum.low + open;
    total.points = scoring::total_of(scheme, sum, true, rate.ratio);
    total.grade = scoring::grade_of(scheme, total.points);
    total.marks_off = marks != scheme.total;  // all of them are printed: explain/checks.h
    return total;
  }

  CardTotal write_whole(const CardLines& card) {
    const scoring::CardResult& result = *results_.at(&card);
    const model::Scheme& scheme = *result.scheme;
    std::vector<const scoring::IndicatorResult*> of_row(card.last - card.first);
    for (const scoring::IndicatorResult& row : result.indicators) {
      const int line = row_of(*result.card, row.id).place.line;
      of_row[static_cast<std::size_t>(line - lines_.rows()[card.first].line)] = &row;
    }
    if (result.execution && !card.execution_row)
      write_execution(card, *result.execution, result.execution->why);
    for (std::size_t r = card.first; r < card.last; ++r) {
      if (lines_.rows()[r].kind == RowKind::execution) {
        lines_.append_row(r, out_.rows);
        if (result.execution) {
          append_execution(scheme, *result.execution, result.execution->why);
        } else {
          end_of_row("");
        }
      } else if (lines_.rows()[r].kind == RowKind::indicator) {
        const scoring::IndicatorResult& row = *of_row[r - card.first];
        const std::string status = report::status_text(row, result);
        lines_.append_row(r, out_.rows);
        append_result_cells({result.scored ? &row.score : nullptr, status, row.attainment, row.deviation,
                             row.clause == nullptr ? std::string_view() : row.clause->id},
                            &scheme, head_.separator, out_.rows);
        if (options_.explain) append_cell(row.why, head_.separator, out_.rows);
        out_.rows += '\n';
      }
    }
    return total_of_whole(result);
  }

  /// A card without a line of its execution has one all the same where the scheme gives points for it.
  void write_execution(const CardLines& card, const scoring::ExecutionResult& execution,
                       std::string_view why) {
    lines_.append_execution(card, report::plain(execution.full_marks), out_.rows);
    append_execution(*card.scheme->scheme, execution, why);
  }

  void append_execution(const model::Scheme& scheme, const scoring::ExecutionResult& execution,
                        std::string_view why) {
    append_result_cells({&execution.score, "", execution.rate, {}, {}}, &scheme, head_.separator, out_.rows);
    if (options_.explain) append_cell(why, head_.separator, out_.rows);
    out_.rows += '\n';
  }

  void write_total(const CardLines& card, const CardTotal& total) {
    lines_.append_total(card, out_.rows);
    append_result_cells(
        {total.scored ? &total.points : nullptr, total.scored ? total.grade : "未填", {}, {}, {}},
        card.scheme->scheme, head_.separator, out_.rows);
    if (options_.explain) append_cell(total.why, head_.separator, out_.rows);
    out_.rows += '\n';
  }

  const TableHead& head_;
  const scoring::Context& context_;
  const BulkOptions& options_;
  RowMemos& memos_;
  std::size_t text_size_;
  BlockLines lines_;
  std::vector<KnownRow*> known_;  ///< one a row; nullptr: not asked
  std::string cells_;
  std::string alike_key_;
  std::string unit_, scheme_, year_;  ///< of group_
  GroupSums* group_ = nullptr;        ///< of the card before
  std::vector<std::pair<KnownRow*, const KnownRow*>>
      as_alike_;  ///< earn what another row does that is asked for
  std::deque<AskedRow>& pool_;
  std::size_t taken_ = 0;  ///< of the pool
  std::unordered_map<const ShelvedScheme*, std::vector<AskedRow*>> asked_;
  std::map<std::string_view, Wholes> wholes_;  ///< by scheme
  std::map<const CardLines*, const scoring::CardResult*> results_;
  BlockResult out_;
};

}  // namespace

std::string result_head(const TableHead& head, const BulkOptions& options) {
  if (options.json) return {};
  std::string out;
  for (std::size_t i = 0; i < head.titles.size(); ++i) {
    if (i > 0) out += head.separator;
    base::append_csv_cell(head.titles[i], head.separator, out);
  }
  append_result_head(head.separator, options.explain, out);
  return out;
}

diag::Diagnostic no_scheme(std::string_view id, base::Place place) {
  return {"B103", id.empty() ? "没有写方案" : fmt::format("没有方案“{}”，或者它的文件有错", model::shown(id)),
          "", "写上 jiheng list schemes 列出的一个，或者用 --scheme 指定。", std::move(place)};
}

BlockResult BlockScorer::score(const Block& block) {
  if (block.head->cards) return score_json_cards(block, shelf_, context_, options_);
  memos_.rows.forget_if_full();
  memos_.alike.forget_if_full();
  return Scoring(block, shelf_, context_, options_, memos_, asked_).result();
}

}  // namespace jiheng::bulk
