// Takes the findings that stand in the results, gives those a reviewer wants to see and no family has said.
#include "engine/audit/a2_scores/scoring_findings.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/audit/a2_scores/scores.h"
#include "engine/audit/a4_targets/targets.h"
#include "engine/diag/catalogue.h"

namespace jiheng::audit {
namespace {

/// What reading a cell remarked matters where it kept the row from being decided, or where the text itself is odd.
bool reading_matters(const diag::Diagnostic& d, const Row& row) {
  constexpr std::array<std::string_view, 3> kOddText = {"T112", "T113", "T204"};
  if (diag::severity_of(d) == diag::Severity::note) return false;
  return std::find(kOddText.begin(), kOddText.end(), d.id) != kOddText.end() ||
         diag::severity_of(d) == diag::Severity::error ||
         (row.asked && row.result->status == target::Status::undetermined);
}

/// What a row of a table that is scored leaves open, where no family says more of it.
bool open_row_is_shown(const diag::Diagnostic& d, const Table& table, const Row& row) {
  if (d.id == "S102") return false;  // A207, A414: the missing target is theirs
  const Basis basis = basis_of(table, row);
  if (d.id == "S101") return basis != Basis::no_cells;
  if (units_differ(row)) return false;  // A501
  // The points a scorer chose inside a tier; outside of it: A206.
  if (row.indicator->claimed && row.result->clause != nullptr) return false;
  return basis == Basis::given || basis == Basis::open;  // else A207, A208
}

bool is_shown(const diag::Diagnostic& d, const Batch& batch, const Table& table, const Row* row) {
  if (d.id == "S116") return false;  // a table of targets is no fault
  if (row != nullptr && d.id.front() == 'T') {
    if (d.id == "T104" && is_only_a_verb(batch, *row)) return false;             // A401
    if (d.id == "T204" && is_standard_without_money(batch, *row)) return false;  // A507
    if (d.id == "T308" && row->asked) return false;                              // A501
    return reading_matters(d, *row);
  }
  if (table.scheme == nullptr) return false;  // without one nothing was scored
  const bool open = d.id == "S101" || d.id == "S102" || d.id == "S104";
  return row == nullptr || !open || open_row_is_shown(d, table, *row);
}

Finding finding_of(const diag::Diagnostic& d, const Table& table, const model::Indicator* row) {
  Finding finding{d.id, d.message, {}, {{d.place, table.card, row}}, d.why, d.fix};
  // One choice of scheme is one cause, however many tables it was made for.
  if (d.id == "S119") finding.cause = d.message;
  return finding;
}

}  // namespace

void add_scoring_findings(const Batch& batch, Findings& findings) {
  for (const Table& table : batch.tables) {
    const auto add = [&](const std::vector<diag::Diagnostic>& list, const Row* row) {
      const bool unread = std::any_of(list.begin(), list.end(), [&](const diag::Diagnostic& d) {
        return d.id.front() == 'T' && is_shown(d, batch, table, row);
      });
      for (const diag::Diagnostic& d : list) {
        if (!is_shown(d, batch, table, row)) continue;
        if (d.id == "S104" && unread) continue;  // the reading of the cell says why
        findings.push_back(finding_of(d, table, row != nullptr ? row->indicator : nullptr));
      }
    };
    add(table.result->findings, nullptr);
    if (table.result->execution) add(table.result->execution->findings, nullptr);
    for (const Row& row : table.rows) add(row.result->findings, &row);
  }
}

}  // namespace jiheng::audit
