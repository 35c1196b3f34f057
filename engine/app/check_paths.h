// engine/app/check_paths.h: files and folders of submitted tables -> findings.
// Takes   what score_paths takes; a card that names no scheme is checked as far as that goes without one (C110).
// Fails   as score_paths. What is wrong in one file takes only that file away.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/app/score_paths.h"
#include "engine/audit/audit.h"

namespace jiheng::app {

/// Which findings are wanted: ids ("A105") and families ("A1": every id that begins so).
struct Selection {
  std::vector<std::string> only;  ///< empty: all
  std::vector<std::string> ignore;
  bool has(std::string_view id) const;
};

/// "A1,S106" -> ids and families in upper case; nullopt where one of them is none of the catalogue.
std::optional<std::vector<std::string>> ids_from(std::string_view list);

/// Findings point into the cards beside them.
struct CheckOutcome {
  ScoreOutcome scored;
  audit::Findings findings;
};

CheckOutcome check_paths(ScoreRequest request, const Selection& selection, const Language& language,
                         Schemes schemes);

}  // namespace jiheng::app
