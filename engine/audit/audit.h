// engine/audit/audit.h: a batch of submitted tables -> what is wrong with them, most severe first.
// A family of findings is one function in one file: void check_sums(const Batch&, Findings&). Each is linear in the
// rows of the batch and reads nothing but the batch.
// Takes   a scored batch.
// Gives   findings, each with its figures and all of its places.
// Source  docs/audit.md, docs/findings/A*.md
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/audit/batch.h"
#include "engine/audit/finding.h"
#include "engine/audit/waivers.h"

namespace jiheng::audit {

/// A1xx: what is added up or divided on the form.
void check_sums(const Batch& batch, Findings& findings);
/// A112, and A105 of the parts: the lines 其中 below the money of one table.
void check_money_parts(const Table& table, Findings& findings);
/// A2xx: points against their row and its clause.
void check_scores(const Batch& batch, Findings& findings);
/// A3xx: rows that deviate and the reasons given for them.
void check_deviations(const Batch& batch, Findings& findings);
/// A4xx: targets that nothing can be measured by, tables of targets included.
void check_targets(const Batch& batch, Findings& findings);
/// A5xx: units of targets and actual values, and the names they belong to.
void check_units(const Batch& batch, Findings& findings);
/// A7xx: targets against what the unit reached in earlier years.
void check_years(const Batch& batch, Findings& findings);
/// A6xx: between the tables of a submission, and between its tables and its texts.
void check_between(const Batch& batch, Findings& findings);
/// A8xx: stated increases, shares and sums of running text and of goals.
void check_prose(const Batch& batch, Findings& findings);

/// All families, and the findings of scoring that stand on their own (S…, T…); folded and in order: by table as read,
/// then severity, certainty, place.
Findings audit(const Batch& batch);

/// What stands, and what was waived. Waivers must outlive it.
struct Audit {
  Findings findings;
  std::vector<Waived> waived;
};
Audit audit(const Batch& batch, std::span<const model::Waiver> waivers);

/// The same family by family, so that whoever waits can be told, and can stop. Batch and waivers must outlive it.
class AuditInSteps {
 public:
  AuditInSteps(const Batch& batch, std::span<const model::Waiver> waivers)
      : batch_(batch), waivers_(waivers) {}

  std::size_t done() const { return done_; }
  static std::size_t all();
  /// The next family, where one is left.
  void step();
  /// With the rest.
  Audit end();

 private:
  const Batch& batch_;
  std::span<const model::Waiver> waivers_;
  Findings findings_;
  std::size_t done_ = 0;
};

}  // namespace jiheng::audit
