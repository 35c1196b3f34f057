// engine/bulk/blocks_from_files.h: tables of rows on disk or standard input -> blocks of whole cards, one after another.
// Takes   paths in order, "-" for the standard input; every file begins with the same head.
// Gives   blocks of about kBlockBytes that end where a card ends; the memory it needs does not depend on the files.
// Fails   C101 unreadable, B101 the head, B107 a card or line longer than kMostCardBytes. The rest of that file is left, the
//         other files are read.
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/bulk/block_scorer.h"

namespace jiheng::bulk {

inline constexpr std::size_t kBlockBytes = std::size_t{1} << 20;
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
  struct Close {
    void operator()(std::FILE* file) const {
      if (file != stdin) std::fclose(file);
    }
  };
  bool open_next();
  bool read_head();
  void fill();
  void leave_file(diag::Diagnostic problem);
  std::size_t end_of_cards() const;
  std::string_view id_of(std::string_view line) const;

  std::vector<std::string> paths_;
  std::size_t next_path_ = 0;
  std::unique_ptr<std::FILE, Close> file_;
  bool at_end_ = false;
  base::SourcePtr source_;
  std::string buffer_;
  int line_ = 1;
  std::string head_line_;
  std::optional<TableHead> head_;
  std::vector<diag::Diagnostic> problems_;
};

}  // namespace jiheng::bulk
