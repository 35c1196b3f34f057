// engine/audit/a6_between/twice.h: tables that were handed in twice: in two files, twice in one, as .docx beside .xlsx, or a
// first and a last version.
// Takes   cards in the order read; their texts as printed, white space, width and a word for the version in the title
//         (最终版) aside.
// Gives   pairs: the first of its kind, and each other one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/model/scorecard.h"

namespace jiheng::audit {

struct Twice {
  std::size_t first;
  std::size_t again;
  bool same;               ///< every row, amount and total
  std::string difference;  ///< else where they differ: “培训人数”的完成值
};

/// What two tables are compared by, as printed: of each row its name, figures and reason, then amounts and totals.
class TableTexts {
 public:
  explicit TableTexts(const model::Scorecard& card);
  std::size_t rows() const { return rows_; }
  std::string_view name(std::size_t row) const { return piece(row * kPiecesOfARow); }
  /// What differs, "目标值"; empty for nothing.
  std::string_view difference_in_row(const TableTexts& other, std::size_t row) const;
  /// The same of amounts and totals, of a table with as many rows.
  std::string_view difference_below(const TableTexts& other) const;

 private:
  static constexpr std::size_t kPiecesOfARow = 6;
  std::string_view piece(std::size_t i) const;
  bool same(const TableTexts& other, std::size_t i) const;

  std::string text_;                 ///< of all pieces
  std::vector<std::uint32_t> ends_;  ///< of each
  std::size_t rows_ = 0;
};

/// Tables as they come; of each no more is kept than it is compared by.
/// Two tables of one kind, unit, year and title whose indicators are the same, at least half of them; tables whose files
/// give them different 编号 are two. Of n tables O(n log n); of k tables of one title and unit without 编号 O(k²), of versions
/// at most 20.
class TablesTwice {
 public:
  /// Tables are numbered from 0 as they are taken. nullopt: none before it is of its kind.
  std::optional<Twice> take(const model::Scorecard& card);

 private:
  /// Of one kind, year, unit and title.
  struct Alike {
    std::vector<std::size_t> all;
    std::map<std::string, std::vector<std::size_t>> by_id;  ///< "": no 编号 of its own
  };
  std::vector<TableTexts> tables_;
  std::map<std::tuple<model::CardKind, int, std::string, std::string>, Alike> known_;
};

/// All of them, in their order.
std::vector<Twice> tables_twice(std::span<const model::Scorecard* const> cards);

}  // namespace jiheng::audit
