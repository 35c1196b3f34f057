// engine/cli/data_folders.h: where the rules and the pages of the findings are on this machine.
// Takes   the arguments, JIHENG_RULES, JIHENG_SCHEME, PATH, TMPDIR, and where the program itself stands.
// Gives   paths; whether there is anything is for who reads them (C105).
#pragma once

#include <optional>
#include <string>

#include "engine/app/inputs/old_office.h"
#include "engine/cli/arguments.h"

namespace jiheng::cli {

/// --rules, else the environment's JIHENG_RULES, else beside the program.
std::string rules_folder(const Arguments& arguments);
/// JIHENG_SCHEME: of the tables that name no scheme; empty for none.
std::string usual_scheme();
/// What the file `version` of a folder of rules says ("2026-11"): a year and a month. Nothing where it is missing or says
/// anything else.
std::optional<std::string> rules_version(const std::string& folder);
/// Beside the program.
std::string findings_folder();
/// LibreOffice, where it stands on the PATH; what is handed to it stands in TMPDIR.
app::OfficeProgram office_program();

}  // namespace jiheng::cli
