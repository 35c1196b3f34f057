// engine/audit/claims.h: what a table claims against what its own rows and clauses give: the findings that score prints
// beside its points, and check among all others.
// Takes   one scored table.
// Gives   A101-A104, A106 (sums, grade, execution), A109, A201-A206, A210, A211 (points), A301, A303, A306, S108 (reasons that a
//         clause asks for).
// Units   points as printed: what rounding explains is no finding.
// Source  docs/audit.md, docs/findings/
#pragma once

#include "engine/audit/batch.h"
#include "engine/audit/finding.h"

namespace jiheng::audit {

/// All of them, in the order they are found. Linear in the rows.
Findings claims_of(const Table& table);

/// A101-A104, A106.
void check_claimed_sums(const Table& table, Findings& findings);
/// A109, A201-A206, A210, A211.
void check_claimed_points(const Table& table, Findings& findings);
/// Rows that deviate, or whose clause asks for a reason, and that have none: A301, A302, A303, A306, S108. Of those a clause
/// asks about, what is said of several rows together is the same as of all.
enum class Reasons { asked_by_clause, all };
void check_reasons(const Table& table, Reasons which, Findings& findings);

}  // namespace jiheng::audit
