// engine/app/usual_scheme.h: tables that name no scheme -> the one of their folder (绩衡.yaml), else the one of the environment
// (JIHENG_SCHEME). What is written nearer to the table goes first: --scheme, the table, its folder, the environment.
// Takes   cards as read, the folders that were named.
// Fails   C101, L… of a 绩衡.yaml: its tables stay without a scheme.
#pragma once

#include <vector>

#include "engine/app/cards_from_paths.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::app {

/// C113 says which scheme was taken from where, and for how many tables. A 绩衡.yaml is looked for beside the file and in the
/// folders above it, up to the one that was named.
std::vector<diag::Diagnostic> give_usual_schemes(std::vector<ReadCard>& cards, const ScoreRequest& request);

}  // namespace jiheng::app
