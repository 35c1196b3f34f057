// engine/bulk/scheme_shelf.h: schemes made ready for scoring, each once, for many threads.
// Takes   the schemes of a folder of rules; they and the words must outlive the shelf.
// Gives   a scheme with its plan, by its id.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "engine/model/scorecard.h"
#include "engine/rulebook/rules.h"
#include "engine/scoring/plan.h"

namespace jiheng::bulk {

struct ShelvedScheme {
  explicit ShelvedScheme(const model::Scheme& scheme, const target::WordTable& words);
  const model::Scheme* scheme;
  scoring::Plan plan;
  /// What a row with marks of its own earns follows from its own cells, the year and the kind of its card: no formula asks
  /// for the execution rate.
  bool rows_stand_alone;
  std::string total;  ///< full marks of a card, as printed
};

class SchemeShelf {
 public:
  SchemeShelf(rulebook::Schemes& schemes, const target::WordTable& words)
      : schemes_(&schemes), words_(&words) {}
  /// nullptr if there is none with this id, or its file has errors. For any thread.
  const ShelvedScheme* find(std::string_view id);

 private:
  rulebook::Schemes* schemes_;
  const target::WordTable* words_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<const ShelvedScheme>, std::less<>> shelf_;
};

/// The amount of the execution line is the one that divides under this scheme, whatever its name is there: it goes where
/// that is looked for, unless the card says it by its name as well.
void let_planned_divide(const model::Scheme& scheme, model::Budget& budget);

}  // namespace jiheng::bulk
