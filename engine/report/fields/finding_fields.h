// engine/report/fields/finding_fields.h: a finding of a check, and what JSON and the sheet for the review show of it.
// Takes   results/findings.h. Source  docs/json.md, "check"; docs/audit.md
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/audit/finding.h"
#include "engine/report/fields/field.h"

namespace jiheng::report {

struct FindingRow {
  const audit::Finding& finding;
  std::string table = {};       ///< the title of the group it stands in, on a sheet
  std::string_view state = {};  ///< 新的 or 仍在, on a sheet of a check that is compared with an earlier one
};

/// `compared`: with the column 状态.
std::span<const Field<FindingRow>> finding_fields(bool compared);

}  // namespace jiheng::report
