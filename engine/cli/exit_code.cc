// Takes the ids of findings, gives the exit code.
#include "engine/cli/exit_code.h"

#include "engine/cli/console.h"
#include "engine/diag/catalogue.h"

namespace jiheng::cli {

ExitCode::ExitCode(const Arguments& arguments) : asked_(arguments.has("--fail-on")) {
  const std::string_view word = arguments.value("--fail-on");
  if (word == "warning") least_ = diag::Severity::warning;
  if (word == "note") least_ = diag::Severity::note;
}

void ExitCode::count(std::string_view id) {
  const diag::CatalogueEntry* entry = diag::find_entry(id);
  if (entry == nullptr || entry->severity > least_) return;
  if (entry->certainty == diag::Certainty::review && !asked_) return;
  value_ = kFindings;
}

}  // namespace jiheng::cli
