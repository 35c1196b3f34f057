// Takes the findings that stand in the results, gives those a reviewer wants to see and no family has said.
#include "engine/audit/a2_scores/scoring_findings.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/audit/a2_scores/scores.h"
#include "engine/diag/catalogue.h"

namespace jiheng::audit {
namespace {

/// A finding of the first id takes the place of one of the second at the same row, or at the same table.
struct Replaced {
  std::string_view by;
  std::string_view what;
};
constexpr std::array kReplaced = {
    Replaced{"A102", "S105"}, Replaced{"A207", "S101"}, Replaced{"A207", "S102"}, Replaced{"A207", "S104"},
    Replaced{"A208", "S104"}, Replaced{"A301", "S108"}, Replaced{"A302", "S108"}, Replaced{"A303", "S108"},
    Replaced{"A306", "S108"}, Replaced{"A401", "T104"}, Replaced{"A414", "S102"}, Replaced{"A501", "S104"},
    Replaced{"A501", "T308"}, Replaced{"A507", "T204"},
};

using Said = std::unordered_multimap<const void*, std::string_view>;

bool is_replaced(const Said& said, const void* subject, std::string_view id) {
  const auto [from, to] = said.equal_range(subject);
  return std::any_of(from, to, [id](const auto& s) {
    return std::any_of(kReplaced.begin(), kReplaced.end(),
                       [&](const Replaced& r) { return r.what == id && r.by == s.second; });
  });
}

/// What reading a cell remarked matters where it kept the row from being decided, or where the text itself is odd.
bool reading_matters(const diag::Diagnostic& d, const Row& row) {
  constexpr std::array<std::string_view, 3> kOddText = {"T112", "T113", "T204"};
  if (diag::severity_of(d) == diag::Severity::note) return false;
  return std::find(kOddText.begin(), kOddText.end(), d.id) != kOddText.end() ||
         diag::severity_of(d) == diag::Severity::error ||
         (row.asked && row.result->status == target::Status::undetermined);
}

bool is_shown(const diag::Diagnostic& d, const Table& table, const Row* row) {
  // S106, S107: A1xx and A2xx say the same at the printed precision, and which kind of difference it is.
  // S116: a table of targets is no fault.
  if (d.id == "S106" || d.id == "S107" || d.id == "S116") return false;
  if (d.id == "S105" && marks_are_claims(table)) return false;  // A102, A109, A201: points, not marks
  // The points a scorer chose inside a tier; outside of it: A206.
  if (d.id == "S104" && row != nullptr && row->indicator->claimed && row->result->clause != nullptr)
    return false;
  if (d.id.front() == 'T') return row != nullptr && reading_matters(d, *row);
  return table.scheme != nullptr;  // without one nothing was scored
}

Finding finding_of(const diag::Diagnostic& d, const Table& table, const model::Indicator* row) {
  Finding finding{d.id, d.message, {}, {{d.place, table.card, row}}, d.why, d.fix};
  // One choice of scheme is one cause, however many tables it was made for.
  if (d.id == "S119") finding.cause = d.message;
  return finding;
}

}  // namespace

void add_scoring_findings(const Batch& batch, Findings& findings) {
  Said said;
  for (const Finding& f : findings) {
    const std::string_view id = diag::find_entry(f.id)->id;
    for (const Where& w : f.where) {
      const void* subject = w.row != nullptr ? static_cast<const void*>(w.row) : w.card;
      if (subject != nullptr) said.emplace(subject, id);
    }
  }
  for (const Table& table : batch.tables) {
    const auto add = [&](const std::vector<diag::Diagnostic>& list, const Row* row) {
      const void* subject = row != nullptr ? static_cast<const void*>(row->indicator) : table.card;
      const bool unread = std::any_of(list.begin(), list.end(), [&](const diag::Diagnostic& d) {
        return d.id.front() == 'T' && is_shown(d, table, row);
      });
      for (const diag::Diagnostic& d : list) {
        if (!is_shown(d, table, row) || is_replaced(said, subject, d.id)) continue;
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
