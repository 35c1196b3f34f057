// Takes files, gives them to one scorer a thread block by block, and what they give to the sinks in order.
#include "engine/bulk/bulk.h"

#include <algorithm>
#include <memory>

#include "engine/base/parallel.h"
#include "engine/bulk/blocks_from_files.h"

namespace jiheng::bulk {

BulkOutcome bulk(const std::vector<std::string>& paths, const BulkOptions& options, SchemeShelf& shelf,
                 const scoring::Context& context, const BulkSinks& sinks) {
  BulkOutcome outcome;
  BlocksFromFiles files(paths);
  scoring::Context of_scorer = context;
  of_scorer.threads = 1;
  std::vector<std::unique_ptr<BlockScorer>> scorers;
  for (unsigned t = 0; t < std::max(1U, context.threads); ++t)
    scorers.push_back(std::make_unique<BlockScorer>(shelf, of_scorer, options));
  bool any_errors = false;
  for (bool head_written = false, wanted = true; wanted;) {
    std::vector<Block> blocks;
    while (blocks.size() < scorers.size()) {
      auto block = files.next();
      if (!block) break;
      blocks.push_back(std::move(*block));
    }
    if (blocks.empty()) break;
    std::vector<BlockResult> results(blocks.size());
    base::in_parallel(blocks.size(), context.threads,
                      [&](std::size_t i) { results[i] = scorers[i]->score(blocks[i]); });
    if (!head_written) wanted = sinks.rows(result_head(*files.head(), options));
    head_written = true;
    for (BlockResult& result : results) {
      for (diag::Diagnostic& fault : result.faults) {
        if (outcome.faults.size() < kShownFaults) outcome.faults.push_back(std::move(fault));
      }
      if (wanted) wanted = sinks.rows(result.rows);
      if (!result.errors.empty()) {
        if (!any_errors) sinks.errors(error_head());
        any_errors = true;
        sinks.errors(result.errors);
      }
      outcome.cards += result.cards;
      outcome.not_scored += result.not_scored;
      outcome.rows += result.row_count;
      outcome.summary.add(result.summary);
    }
  }
  if (files.head() != nullptr) outcome.unused = files.head()->unused;
  outcome.problems = files.take_problems();
  return outcome;
}

}  // namespace jiheng::bulk
