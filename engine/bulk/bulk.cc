// Takes files, gives their blocks to one scorer a thread as each is free, and what they give to the sinks in order.
#include "engine/bulk/bulk.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "engine/base/parallel.h"
#include "engine/bulk/blocks_from_files.h"
#include "engine/bulk/result_cells.h"

namespace jiheng::bulk {
namespace {

/// A block with all that is written for it.
struct BlockWork {
  Block block;
  BlockResult result;
  std::uint64_t hash = 0;
  bool packed = true;
};

class BulkRun {
 public:
  BulkRun(const std::vector<std::string>& paths, const BulkOptions& options, SchemeShelf& shelf,
          const scoring::Context& context, const BulkSinks& sinks, const BulkPacking& packing)
      : files_(paths), options_(options), context_(context), sinks_(sinks), packing_(packing) {
    context_.threads = 1;
    for (unsigned t = 0; t < std::max(1U, context.threads); ++t)
      scorers_.push_back(std::make_unique<BlockScorer>(shelf, context_, options_));
  }

  BulkOutcome run(const Checkpoint* earlier) {
    if (earlier != nullptr && !passes(*earlier)) {
      out_.other_input = true;
      return std::move(out_);
    }
    checkpoint_at_ = out_.blocks + sinks_.blocks_between;
    base::work_in_order<BlockWork>(
        static_cast<unsigned>(scorers_.size()), [&] { return next(); },
        [&](BlockWork& one, unsigned thread) { work(one, *scorers_[thread]); },
        [&](BlockWork& done) { return give(done); });
    if (files_.head() != nullptr) out_.unused = files_.head()->unused;
    for (diag::Diagnostic& problem : files_.take_problems()) out_.problems.push_back(std::move(problem));
    return std::move(out_);
  }

 private:
  /// Reads what an earlier run had done; false where it is not the same.
  bool passes(const Checkpoint& earlier) {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < earlier.blocks; ++i) {
      const auto block = files_.next();
      if (!block) return false;
      hash = chained(hash, hash_of(*block));
    }
    if (hash != earlier.hash) return false;
    static_cast<Checkpoint&>(out_) = earlier;
    return true;
  }

  std::optional<BlockWork> next() {
    auto block = files_.next();
    return block ? std::optional(BlockWork{std::move(*block), {}, 0, true}) : std::nullopt;
  }

  void work(BlockWork& one, BlockScorer& scorer) const {
    one.result = scorer.score(one.block);
    if (sinks_.checkpoint) one.hash = hash_of(one.block);
    one.packed = pack(one.result.rows, packing_.rows) && pack(one.result.findings.rows, packing_.findings);
  }

  static bool pack(std::string& text, Packing packing) {
    if (packing == Packing::none || text.empty()) return true;
    auto bytes = packed(text, packing);
    if (bytes) text = std::move(*bytes);
    return bytes.has_value();
  }

  /// The next block in order; false where nothing more is wanted.
  bool give(BlockWork& done) {
    if (out_.blocks == 0) write_head(*done.block.head);
    write(done);
    if (sinks_.progress) sinks_.progress(out_.rows);
    if (wanted_ && sinks_.checkpoint && out_.blocks >= checkpoint_at_) {
      wanted_ = sinks_.checkpoint(out_);
      checkpoint_at_ = out_.blocks + sinks_.blocks_between;
    }
    return wanted_;
  }

  /// The heads of the result and of the findings, before anything else.
  void write_head(const TableHead& of_table) {
    std::string head = result_head(of_table, options_);
    std::string of_findings = findings_head();
    if (!pack(head, packing_.rows) || !pack(of_findings, packing_.findings)) return not_packed();
    wanted_ = sinks_.rows(head);
    if (options_.check != nullptr && sinks_.findings) sinks_.findings(of_findings);
  }

  void write(BlockWork& done) {
    BlockResult& result = done.result;
    if (!done.packed && wanted_) not_packed();
    if (wanted_) wanted_ = sinks_.rows(result.rows);
    if (!wanted_) return;
    if (!result.findings.rows.empty() && sinks_.findings) sinks_.findings(result.findings.rows);
    if (!result.errors.empty()) {
      if (!std::exchange(out_.any_errors, true)) sinks_.errors(error_head());
      sinks_.errors(result.errors);
    }
    for (diag::Diagnostic& fault : result.faults) {
      if (out_.faults.size() < kShownFaults) out_.faults.push_back(std::move(fault));
    }
    ++out_.blocks;
    out_.hash = chained(out_.hash, done.hash);
    out_.cards += result.cards;
    out_.not_scored += result.not_scored;
    out_.rows += result.row_count;
    out_.findings += result.findings.count;
    out_.finding_ids.merge(result.findings.ids);
    out_.summary.add(result.summary);
  }

  void not_packed() {
    wanted_ = false;
    out_.problems.push_back({"C102", "结果压缩不了", "内存不够。", "写成不压缩的文件。", {}});
  }

  BlocksFromFiles files_;
  const BulkOptions& options_;
  scoring::Context context_;
  const BulkSinks& sinks_;
  BulkPacking packing_;
  std::vector<std::unique_ptr<BlockScorer>> scorers_;
  BulkOutcome out_;
  std::size_t checkpoint_at_ = 0;  ///< blocks
  bool wanted_ = true;
};

}  // namespace

BulkOutcome bulk(const std::vector<std::string>& paths, const BulkOptions& options, SchemeShelf& shelf,
                 const scoring::Context& context, const BulkSinks& sinks, const BulkPacking& packing,
                 const Checkpoint* earlier) {
  return BulkRun(paths, options, shelf, context, sinks, packing).run(earlier);
}

}  // namespace jiheng::bulk
