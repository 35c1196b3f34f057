// engine/audit/a8_prose/prose_checks.h: the sentences of a batch one after another, and the checks of A8xx on each. One kind of
// arithmetic is one file.
// Takes   claims of running text and the goals of tables.
// Gives   A801-A808, each with the sentence it is about.
// Source  docs/findings/A8*.md
#pragma once

#include <string>
#include <vector>

#include "engine/audit/a8_prose/prose_figures.h"
#include "engine/audit/batch.h"
#include "engine/audit/finding.h"

namespace jiheng::audit {

/// One sentence of running text, or of a goal of a table.
struct Sentence {
  Prose prose;
  Where where;
  bool follows = false;  ///< the sentence before it stands right above: it may name what this one speaks of
};

class Sentences {
 public:
  /// Of the claims and the goals. Linear in their length.
  explicit Sentences(const Batch& batch);

  const std::vector<Sentence>& list() const { return list_; }
  /// The sentences up to this one that belong together, the nearest first, this one not among them; at most kReach.
  std::vector<const Prose*> before(std::size_t i) const;
  static constexpr std::size_t kReach = 2;

 private:
  void add(std::string_view text, const Where& where, const quantity::UnitTable& units);

  std::vector<Sentence> list_;
};

/// What a check of one sentence looks at.
struct SentenceView {
  const Sentence& sentence;
  std::vector<const Prose*> before;  ///< the nearest first
  const quantity::UnitTable& units;

  const std::vector<Figure>& figures() const { return sentence.prose.figures; }
  /// From the first to behind the second figure, as printed.
  std::string quoted(const Figure& first, const Figure& last) const;
};

/// A801: a rate of growth that does not follow; A805: an increase that is not the difference of the two figures.
void check_changes(const SentenceView& view, Findings& findings);
/// A802: a share; A804: a completion rate; A808: a rate of counted cases.
void check_shares(const SentenceView& view, Findings& findings);
/// A803: parts against their total.
void check_parts(const SentenceView& view, Findings& findings);
/// A806: a formula; A807: a number of people times a standard.
void check_products(const SentenceView& view, Findings& findings);

/// An amount in the unit another figure is printed in: "522万元" like 460万元.
std::string amount_like(const base::Decimal& amount, const Figure& printed);

/// The figures of a finding as name and text.
std::vector<std::pair<std::string, std::string>> named(const std::vector<const Figure*>& figures);

}  // namespace jiheng::audit
