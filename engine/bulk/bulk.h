// engine/bulk/bulk.h: tables of rows -> their results, as a stream: blocks are scored by all threads and come out in the order
// they went in.
// Takes   paths (blocks_from_files.h); where the lines of the result and of 错误.csv go.
// Gives   counts and the summary; the same bytes on any number of threads. At most one block a thread is at hand.
// Fails   as blocks_from_files.h and block_scorer.h.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bulk/block_scorer.h"

namespace jiheng::bulk {

/// What a result is written as (report/faces/face.h).
inline constexpr std::array<std::string_view, 1> kBulkFaces = {"csv"};

struct BulkSinks {
  std::function<bool(std::string_view)> rows;    ///< false: nothing more is wanted
  std::function<void(std::string_view)> errors;  ///< with their head, where there are any
};

struct BulkOutcome {
  std::size_t cards = 0;
  std::size_t not_scored = 0;
  std::size_t rows = 0;
  std::vector<std::string> unused;  ///< columns that were written through and not looked at
  Summary summary;
  std::vector<diag::Diagnostic> faults;    ///< the first bad rows, at most kShownFaults
  std::vector<diag::Diagnostic> problems;  ///< of files
};

/// context.threads is how many threads score.
BulkOutcome bulk(const std::vector<std::string>& paths, const BulkOptions& options, SchemeShelf& shelf,
                 const scoring::Context& context, const BulkSinks& sinks);

}  // namespace jiheng::bulk
