// engine/capi/rules_handle.h: what stands behind a jiheng_rules: the tables and schemes of a folder, for many threads.
// Takes   a folder of rules.
// Gives   the jobs of jiheng.h in C++.
// Fails   as app; only memory that is wanting throws.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/bulk/scheme_shelf.h"
#include "engine/capi/row_scorer.h"
#include "engine/diag/diagnostic.h"
#include "engine/rulebook/language.h"
#include "engine/rulebook/rules.h"

namespace jiheng::capi {

/// What one thread at a time may use, made when none is free. `make` and the pieces are for any thread.
template <class Piece>
class Pool {
 public:
  /// Takes a piece, or makes one; it goes back when `use` returns, and is lost when that throws.
  template <class Make, class Use>
  auto with(const Make& make, const Use& use) {
    std::unique_ptr<Piece> piece;
    {
      const std::scoped_lock lock(mutex_);
      if (!free_.empty()) {
        piece = std::move(free_.back());
        free_.pop_back();
      }
    }
    if (!piece) piece = make();
    auto result = use(*piece);
    const std::scoped_lock lock(mutex_);
    free_.push_back(std::move(piece));
    return result;
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Piece>> free_;
};

/// A text for the caller, what there is to say about it, and the exit code.
struct Told {
  int code = 0;
  std::optional<std::string> json;
  std::vector<diag::Diagnostic> problems;
};

class RulesHandle {
 public:
  static diag::Result<std::unique_ptr<RulesHandle>> open(const std::string& folder);

  const std::string& version() const { return version_; }
  Told parse(std::string_view text, std::optional<int> year, bool actual, std::string_view level2) const;
  Told score(std::string_view card, std::string_view scheme);
  Told check(std::string_view card, std::string_view scheme);
  std::vector<std::shared_ptr<const Answer>> score_rows(const std::vector<RowCells>& rows);

 private:
  RulesHandle(std::string folder, std::string version, rulebook::Language language,
              rulebook::Schemes schemes);
  template <class Job>
  Told with_schemes(std::string_view card, const Job& job);

  std::string folder_;
  std::string version_;
  rulebook::Language language_;
  rulebook::Schemes schemes_;  ///< of the shelf
  bulk::SchemeShelf shelf_;
  Pool<rulebook::Schemes> schemes_for_cards_;
  Pool<RowScorer> row_scorers_;
};

}  // namespace jiheng::capi
