// engine/bulk/checkpoint.h: how far a run has come, so that a later one can go on where its output ends whole.
// Takes   blocks in their order; the sums so far.
// Gives   a text to keep beside the output, and back. It names the job (program, rules, options, files) and, by a hash over
//         every byte that was read, the input: what is not the same is never continued.
// Fails   nullopt for a text that is none of this program, or of another job.
// Source  docs/bulk.md
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bulk/block_scorer.h"
#include "engine/bulk/summary.h"

namespace jiheng::bulk {

struct Checkpoint {
  std::size_t blocks = 0;  ///< that are done
  std::uint64_t hash = 0;  ///< over them
  std::size_t cards = 0;
  std::size_t not_scored = 0;
  std::size_t rows = 0;
  bool any_errors = false;
  std::set<std::string> finding_ids;
  std::size_t findings = 0;
  Summary summary;
  std::vector<std::uint64_t> sizes;  ///< of the files that were written, as the caller orders them
};

/// What the block adds to the hash of those before it.
std::uint64_t hash_of(const Block& block);
std::uint64_t chained(std::uint64_t before, std::uint64_t more);

std::string text_of_checkpoint(const Checkpoint& checkpoint, std::string_view job);
std::optional<Checkpoint> checkpoint_of(std::string_view text, std::string_view job);

}  // namespace jiheng::bulk
