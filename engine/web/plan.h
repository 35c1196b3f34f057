// engine/web/plan.h: 调目标: tables of the desk with some figures changed; what a curve, a wish, chance and earlier years say of
// them. Nothing on the desk changes.
// Takes   numbers of tables; settings, sweeps and wishes as `jiheng whatif` takes them (docs/whatif.md).
// Gives   the plan as contract.json says it; what the program writes for `jiheng whatif` and `jiheng advise`, to the byte.
// Fails   as app/whatif_paths.h, app/whatif_curves.h and app/advise_paths.h; W121 a figure that cannot be turned.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/json.h"
#include "engine/diag/diagnostic.h"
#include "engine/results/named_text.h"
#include "engine/web/desk.h"
#include "engine/whatif/draws/simulate.h"

namespace jiheng::web {

struct Plan {
  std::vector<std::size_t> tables;
  std::vector<std::string> settings;          ///< "#4.完成=96%"
  std::string turn;                           ///< the address of a figure that is turned …
  std::string value;                          ///< … to this number or day, in its own unit
  std::vector<results::NamedText> scenarios;  ///< files and their texts
  std::vector<std::string> sweeps;            ///< "#4.完成=80..110:1", one or two
  std::string wanted;                         ///< "总分=95"
  std::vector<std::string> vary;              ///< addresses
  std::vector<std::string> uncertain;         ///< "全部=±5%"
  std::uint64_t draws = 10'000;
  std::uint64_t seed = whatif::kDefaultSeed;
  std::vector<std::size_t> history;  ///< tables of earlier years; those of `tables` are the targets
  results::NamedText match;          ///< a file that says which indicator is which; empty: none
};

/// The first of the tables with its changes: each figure with what it may be turned to, points and totals before and after.
diag::Result<base::Json> plan_view(Desk& desk, const Plan& plan);

/// All of the tables with their changes ("p26:#4.完成=96%"): totals before and after, the department's average.
diag::Result<base::Json> department_plan_view(Desk& desk, const Plan& plan);

/// Whether `job` is one of those below.
bool is_plan_job(std::string_view job);
/// What the program gives for the job (whatif, sweep, solve, sensitivity, simulate, advise) in one of its faces.
diag::Result<std::string> plan_in_face(Desk& desk, const Plan& plan, std::string_view job,
                                       std::string_view face);

/// The advice as the program gives it; for each item the table and row of the desk it is of; the tables of earlier years with
/// their rows.
diag::Result<base::Json> advice_view(Desk& desk, const Plan& plan);

/// A file of matches (对应): which indicator goes on with which of an earlier year, as somebody chose.
diag::Result<base::Json> matches_view(const results::NamedText& file);

/// A scenario file: its name, note, changes and what is uncertain.
diag::Result<base::Json> scenario_view(const results::NamedText& file);

}  // namespace jiheng::web
