// engine/bulk/block_scorer.h: a piece of a table of rows, whole cards of it -> the same rows with what they earned.
// Takes   lines of a table whose head was read; the rows of a card stand together.
// Gives   the lines of the result with a line 总分 a card, the lines of 错误.csv, sums. The same numbers and words as
//         `jiheng score` gives, to the letter (tests/property/bulk_test.cc); rows whose points follow from their own cells
//         are scored once and remembered.
// Fails   B102 a line that is no row of the table, B103 no scheme, B104 cells of one card that differ, B105 a kind of row or
//         of card nobody knows, B106 a number that is none, L… as model/sound_card.h: the card is not scored, the others are.
// Source  docs/bulk.md
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bulk/row_memo.h"
#include "engine/bulk/scheme_shelf.h"
#include "engine/bulk/summary.h"
#include "engine/bulk/table_head.h"
#include "engine/bulk/whole_cards.h"
#include "engine/scoring/rows.h"
#include "engine/scoring/score.h"

namespace jiheng::bulk {

struct Block {
  base::SourcePtr source;  ///< its name alone
  const TableHead* head = nullptr;
  std::string text;       ///< whole lines
  int first_line = 0;     ///< of the file
  std::size_t lines = 0;  ///< at most; what memory to set aside
};

/// Bad rows that are said one by one; all of them stand in 错误.csv.
inline constexpr std::size_t kShownFaults = 5;

struct BlockResult {
  std::string rows;
  std::string errors;
  std::vector<diag::Diagnostic> faults;  ///< the first of them
  CardFindings findings;                 ///< where they are asked for
  Summary summary;
  std::size_t cards = 0;
  std::size_t not_scored = 0;  ///< cards with a row that is no row
  std::size_t row_count = 0;
};

struct BulkOptions {
  std::string scheme;                       ///< for all cards; empty: each names its own
  bool explain = false;                     ///< a column 说明 behind the others
  bool json = false;                        ///< a card a line of JSON, not its rows
  const model::YearRules* check = nullptr;  ///< findings are wanted
};

/// The head of the result; empty where it has none.
std::string result_head(const TableHead& head, const BulkOptions& options);

/// B103 for a card whose scheme is not there; `id` may be empty.
diag::Diagnostic no_scheme(std::string_view id, base::Place place);

/// A row that stands alone, to be scored: of its indicator the cells of its key, all else is blank.
struct AskedRow {
  KnownRow* row = nullptr;
  RowMemo* memo = nullptr;  ///< of the row
  model::Indicator indicator;
  scoring::CardFacts facts;
  scoring::RowMarks marks;
};

/// What is remembered of rows.
struct RowMemos {
  RowMemo rows{std::size_t{28} << 20};  ///< by all the cells that decide
  /// By the same with what the name says in place of the name: 培训人数 and 参训人数 earn the same beside the same cells.
  RowMemo alike{std::size_t{12} << 20};
};

/// One a thread: it remembers what it scored.
class BlockScorer {
 public:
  /// All must outlive the scorer.
  BlockScorer(SchemeShelf& shelf, const scoring::Context& context, const BulkOptions& options)
      : shelf_(shelf), context_(context), options_(options) {}
  BlockResult score(const Block& block);

 private:
  SchemeShelf& shelf_;
  scoring::Context context_;
  const BulkOptions& options_;
  RowMemos memos_;
  std::deque<AskedRow> asked_;  ///< written anew for each block: their texts keep what they have on the heap
};

}  // namespace jiheng::bulk
