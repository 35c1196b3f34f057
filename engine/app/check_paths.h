// engine/app/check_paths.h: files and folders of submitted tables -> findings.
// Takes   what score_paths takes, and documents that hold statements only (reports); a card that names no scheme is
//         checked as far as that goes without one (C110).
// Fails   as score_paths. What is wrong in one file takes only that file away.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/app/score_paths.h"
#include "engine/audit/audit.h"
#include "engine/audit/baseline.h"
#include "engine/results/findings.h"

namespace jiheng::app {

/// Which findings are wanted: ids ("A105") and families ("A1": every id that begins so).
struct Selection {
  std::vector<std::string> only;  ///< empty: all
  std::vector<std::string> ignore;
  bool has(std::string_view id) const;
};

/// "A1,S106,note" -> ids and families in upper case, of a severity (error, warning, note) all its ids; nullopt where one is
/// none of the catalogue.
std::optional<std::vector<std::string>> ids_from(std::string_view list);

struct CheckRequest {
  ScoreRequest score;
  Selection selection;
  std::string waivers;  ///< the file of them; empty: those beside the tables (waivers_from_files.h)
  std::optional<std::vector<audit::Earlier>> baseline;  ///< findings of an earlier check to compare with
};

/// Findings point into the cards and waivers beside them.
struct CheckOutcome {
  ScoreOutcome scored;
  std::vector<model::Waiver> waivers;
  audit::Findings findings;
  std::vector<audit::Waived> waived;
  std::optional<audit::Comparison>
      comparison;                          ///< with the baseline, where one was asked for and could be read
  std::vector<results::UnitTables> units;  ///< where there are several
};

/// What the faces show of it; points into the outcome.
results::Checked checked_of(const CheckOutcome& outcome);
results::Checked checked_of(const CheckOutcome&&) = delete;

/// Cards that were read already, with their claims, checked in steps: scored as CardsInScoring does it, then looked through
/// family of findings by family. Stays where it is: its parts point at each other.
class CardsInCheck {
 public:
  CardsInCheck(CardsRead read, CheckRequest request, const rulebook::Language& language,
               rulebook::Schemes schemes);
  CardsInCheck(const CardsInCheck&) = delete;
  CardsInCheck& operator=(const CardsInCheck&) = delete;

  std::size_t done() const { return audit_ ? all_ : scoring_.done(); }
  std::size_t all() const { return all_; }
  std::size_t families_done() const { return audit_ ? audit_->done() : 0; }
  /// The next cards, not more than so many; where all are scored, the next family.
  void step(std::size_t most);
  /// With the rest.
  CheckOutcome end();
  /// Nothing comes of it.
  rulebook::Schemes give_up();

 private:
  void begin_audit();

  CheckRequest request_;
  const rulebook::Language& language_;
  CardsInScoring scoring_;
  std::size_t all_;
  CheckOutcome outcome_;
  std::optional<audit::Batch> batch_;         ///< of what is scored
  std::optional<audit::AuditInSteps> audit_;  ///< begun when all are
};

CheckOutcome check_paths(CheckRequest request, const rulebook::Language& language, rulebook::Schemes schemes);
/// The same of cards that were read already, with their claims.
CheckOutcome check_cards(CardsRead read, CheckRequest request, const rulebook::Language& language,
                         rulebook::Schemes schemes);

}  // namespace jiheng::app
