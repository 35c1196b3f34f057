// engine/web/review.h: 检查: the findings of the desk with what a reviewer decided of each; a review sheet that comes back; the
// submission before beside this one.
// Takes   a desk; keys of findings as findings_view gives them; paths among the desk's files.
// Gives   JSON as contract.json says it.
// Fails   as app/check_paths.h; a workbook that is no review sheet takes nothing.
#pragma once

#include <string>
#include <vector>

#include "engine/base/json.h"
#include "engine/diag/diagnostic.h"
#include "engine/web/desk.h"

namespace jiheng::web {

/// What each finding is called, so that it is the same one when its table comes again (audit/identity.h); never twice the same.
std::vector<std::string> keys_of(const audit::Findings& findings);
/// In the order of the findings; empty where nothing was decided of any.
std::vector<model::Decision> decisions_of(const Desk& desk, const audit::Findings& findings);

/// All findings of a check, most severe first, each with the table and row it is listed at and its decision.
base::Json findings_view(Desk& desk);

/// Takes what a review sheet decided, over what there is; what it says of no finding of these tables is listed.
diag::Result<base::Json> review_read(Desk& desk, const std::string& path);

/// The tables of the paths as the first submission, those of the desk as the second.
diag::Result<base::Json> comparison_view(Desk& desk, const std::vector<std::string>& paths);

}  // namespace jiheng::web
