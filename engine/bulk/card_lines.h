// engine/bulk/card_lines.h: the lines of a block as rows, the rows as cards, and what stands in their cells.
// Takes   a block of whole cards.
// Gives   views into the block; models of rows and cards where they are asked for; lines of the result up to what was earned.
// Fails   as block_scorer.h: what is wrong with a row makes its card unsound and is a line of 错误.csv.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bulk/block_scorer.h"
#include "engine/model/sound_card.h"

namespace jiheng::bulk {

enum class RowKind : std::uint8_t { execution, indicator, total };

struct RowLine {
  std::string_view text;
  std::size_t first_cell = 0;  ///< its cells: `width` of the head, none where the line was no row
  int line = 0;
  RowKind kind = RowKind::indicator;
  bool as_it_is = true;  ///< can be written again as it stands: no cell of it runs in a spreadsheet
};

struct CardLines {
  std::size_t first = 0;  ///< rows of the block
  std::size_t last = 0;
  const ShelvedScheme* scheme = nullptr;
  std::optional<int> year;
  model::CardKind kind = model::CardKind::project;
  std::optional<std::size_t> execution_row;
  std::optional<std::size_t> total_row;
  bool unsound = false;
  std::vector<diag::Diagnostic> faults;  ///< why
  bool whole = false;                    ///< its rows do not stand alone
};

class BlockLines {
 public:
  /// `scheme`: for all cards; empty: each names its own.
  BlockLines(const Block& block, SchemeShelf& shelf, const std::string& scheme);

  const std::vector<RowLine>& rows() const { return rows_; }
  std::vector<CardLines>& cards() { return cards_; }
  std::string take_errors() { return std::move(errors_); }
  /// At most kShownFaults of them.
  std::vector<diag::Diagnostic> first_faults() const;

  /// What the cell says; empty where the table has no such column. Until the next call.
  std::string_view text(std::size_t row, Column column);
  std::string_view scheme_id(const CardLines& card);
  /// All that decides what a row earns that stands alone: what is the same in the whole card, then what is the row's. Until the
  /// next call.
  std::string key_of(const CardLines& card) const;
  std::string_view key_of(std::size_t row);
  /// The same without the name.
  std::string_view key_but_name(std::size_t row);

  model::Indicator indicator(std::size_t row, model::Problems& problems);
  /// What is in the key of the row, without places.
  void read_deciding_cells(std::size_t row, model::Indicator& out, model::Problems& problems);
  /// The execution line of a card.
  model::Budget budget_of(const CardLines& card);
  /// Its two amounts alone, without places. Until the next call.
  const model::Budget& amounts_of(const CardLines& card);
  /// The whole card, the place of a row its line; nullopt where it is not sound, and that is said.
  std::optional<model::Scorecard> scorecard(CardLines& card);

  /// Says what is wrong with a row; its card is not scored.
  void refuse(CardLines& card, std::size_t row, diag::Diagnostic fault);

  /// The cells written through, without a line break.
  void append_row(std::size_t row, std::string& out);
  /// A line the table does not have, or has anew: the cells that are the same in the whole card.
  void append_total(const CardLines& card, std::string& out);
  void append_execution(const CardLines& card, std::string_view full_marks, std::string& out);

 private:
  void read_lines();
  /// `quotes`: there may be some in the line.
  void read_line(std::string_view line, int number, bool quotes);
  void group_rows(SchemeShelf& shelf);
  void read_card(CardLines& card, SchemeShelf& shelf);
  void compare_shared(CardLines& card, std::size_t row);
  void read_row(CardLines& card, std::size_t row);
  void read_indicator_row(CardLines& card, std::size_t row);
  /// Says which of the cells is no number.
  void check_numbers(CardLines& card, std::size_t row, std::initializer_list<Column> columns);
  std::string_view raw(std::size_t row, Column column) const;
  /// The piece of the line that holds all cells the rows of a card share; empty where they have to be looked at one by one.
  std::string_view shared_cells(std::size_t row) const;
  bool blank(std::size_t row, Column column) const { return raw(row, column).empty(); }
  base::Place place(std::size_t row, Column column) const;
  model::Field field(std::size_t row, Column column);
  std::optional<model::NumberField> number(std::size_t row, Column column, model::Problems& problems);
  void append_made(const CardLines& card, std::string_view line_kind, std::string_view full_marks,
                   std::string_view claimed, std::string& out);
  void read_named_values(std::size_t row, model::Indicator& out, model::Problems& problems);

  const Block& block_;
  const TableHead& head_;
  const std::string& scheme_;
  bool all_kept_ = false;
  std::vector<Column> asks_for_the_card_;  ///< of the columns there are
  std::vector<Column> same_in_a_card_;
  /// What stands in each kept column of a line the table does not have.
  enum class MadeCell : std::uint8_t { line_kind, full_marks, claimed, scheme, of_the_card, blank };
  std::vector<MadeCell> made_cells_;
  model::Budget amounts_;
  std::vector<std::string_view> cells_;
  std::vector<RowLine> rows_;
  std::vector<CardLines> cards_;
  std::vector<std::pair<std::size_t, std::size_t>> bad_lines_;  ///< row, cells it has (0: a quote is open)
  std::string errors_;
  std::string scratch_;
  std::string key_;
  std::vector<std::string_view> quoted_;  ///< cells of one line with a quote
  std::size_t first_shared_ = 0;          ///< column of the table; of the id and same_in_a_card_
  std::size_t last_shared_ = 0;
  bool key_is_one_piece_ = false;  ///< the cells of the key stand side by side in the line
};

}  // namespace jiheng::bulk
