// engine/bulk/blocks_from_files.h: tables of rows on disk or standard input -> blocks of whole cards, one after another.
// Takes   paths in order, "-" for the standard input, packed or not (packed.h); every file begins with the same head, or holds
//         a card a line as JSON: what begins with { does.
// Gives   blocks of about kBlockBytes that end where a card ends, cut at the same places on every run; the memory it needs does
//         not depend on the files.
// Fails   as packed.h, B101 the head, B107 a card or line longer than kMostCardBytes. The rest of that file is left, cards that
//         may not be whole with it; the other files are read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/bulk/block_scorer.h"
#include "engine/bulk/packed.h"

namespace jiheng::bulk {

inline constexpr std::size_t kBlockBytes = std::size_t{1} << 18;
inline constexpr std::size_t kMostCardBytes = std::size_t{16} << 20;

class BlocksFromFiles {
 public:
  explicit BlocksFromFiles(std::vector<std::string> paths) : paths_(std::move(paths)) {}
  /// nullopt at the end of the last file.
  std::optional<Block> next();
  /// Of the first file that had one; all files are written under it. Stays where it is.
  const TableHead* head() const { return head_ ? &*head_ : nullptr; }
  std::vector<diag::Diagnostic> take_problems() { return std::exchange(problems_, {}); }

 private:
  bool open_next();
  bool read_head();
  bool take_head(TableHead head, const std::string& line);
  void fill();
  void leave_file(diag::Diagnostic problem);
  std::size_t end_of_cards() const;
  std::string_view id_of(std::string_view line) const;

  std::vector<std::string> paths_;
  std::size_t next_path_ = 0;
  std::optional<PackedFile> file_;
  bool at_end_ = false;
  bool broken_ = false;  ///< the file ended in a problem: its last card may not be whole
  base::SourcePtr source_;
  std::string buffer_;
  int line_ = 1;
  std::string head_line_;
  std::optional<TableHead> head_;
  std::vector<diag::Diagnostic> problems_;
};

}  // namespace jiheng::bulk
