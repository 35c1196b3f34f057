// engine/app/each/score_each.h: the same scores as score_paths.h, for faces that are made card by card: a hundred thousand files in
// memory that does not hold them.
// Takes   what score_paths takes; what makes the text of one card, and what keeps the texts, which come in the order read.
// Gives   the order in which score_paths has the cards, and its departments, problems and ids of findings. Of a card stays what
//         its department's summary and the search for tables handed in twice need: some kilobytes.
// Fails   as score_paths.
// Files are read so many at a time on all threads, scored, shown and let go; only then the next.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "engine/app/score_paths.h"

namespace jiheng::app {

struct EachScored {
  ScoreOutcome outcome;  ///< without its cards
  std::vector<std::size_t>
      cards;  ///< numbers of their texts (0, 1, 2 … as they came), in the order of the results
  std::set<std::string, std::less<>> ids;  ///< of findings, of any card or department
};

struct EachText {
  std::function<std::string(const scoring::CardResult&)> of;  ///< called on any thread
  std::function<void(std::string&&)> keep;                    ///< one after the other
};

/// `files_at_a_time`: no answer depends on it.
EachScored score_each(const ScoreRequest& request, const rulebook::Language& language,
                      rulebook::Schemes schemes, const EachText& text, std::size_t files_at_a_time = 512);

}  // namespace jiheng::app
