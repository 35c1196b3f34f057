// engine/bulk/bulk.h: tables of rows -> their results, as a stream: blocks are scored by all threads and come out in the order
// they went in.
// Takes   paths (blocks_from_files.h); where the lines of the result and of 错误.csv go; how far an earlier run came.
// Gives   counts and the summary; the same bytes on any number of threads, and of a run that was continued. At most two blocks
//         a thread are at hand; the sinks are called on the thread of the caller.
// Fails   as blocks_from_files.h and block_scorer.h; C102 where a piece could not be packed.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bulk/block_scorer.h"
#include "engine/bulk/checkpoint.h"
#include "engine/bulk/packed.h"

namespace jiheng::bulk {

/// What a result is written as (report/faces/face.h): rows, or a card a line.
inline constexpr std::array<std::string_view, 2> kBulkFaces = {"csv", "jsonl"};
/// Of the summary and of the findings.
inline constexpr std::array<std::string_view, 1> kRowFaces = {"csv"};

/// Blocks from one checkpoint to the next.
inline constexpr std::size_t kCheckpointBlocks = 16;

struct BulkSinks {
  std::function<bool(std::string_view)> rows;    ///< false: nothing more is wanted
  std::function<void(std::string_view)> errors;  ///< with their head, where there are any
  std::function<void(std::string_view)> findings = {};
  std::function<void(std::size_t rows)> progress = {};
  /// What was written so far is whole. False: nothing more is wanted.
  std::function<bool(const Checkpoint&)> checkpoint = {};
  std::size_t blocks_between = kCheckpointBlocks;
};

struct BulkPacking {
  Packing rows = Packing::none;
  Packing findings = Packing::none;
};

struct BulkOutcome : Checkpoint {
  bool other_input = false;                ///< not what the earlier run read: nothing was done
  std::vector<std::string> unused;         ///< columns that were written through and not looked at
  std::vector<diag::Diagnostic> faults;    ///< the first bad rows, at most kShownFaults
  std::vector<diag::Diagnostic> problems;  ///< of files
};

/// context.threads is how many threads score. `earlier`: what was done by then is read again, not scored.
BulkOutcome bulk(const std::vector<std::string>& paths, const BulkOptions& options, SchemeShelf& shelf,
                 const scoring::Context& context, const BulkSinks& sinks, const BulkPacking& packing = {},
                 const Checkpoint* earlier = nullptr);

}  // namespace jiheng::bulk
