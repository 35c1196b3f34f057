// engine/audit/baseline.h: the findings of an earlier check against those of this one.
// Takes   places by what they are called (identity.h): moved lines, other folders and other file names are no difference.
// Source  docs/audit.md, "与上次比"
#pragma once

#include <string>
#include <vector>

#include "engine/audit/batch.h"
#include "engine/audit/identity.h"
#include "engine/audit/waivers.h"

namespace jiheng::audit {

struct EarlierPlace {
  Spot spot;
  std::string file;  ///< as named then
  std::string sheet;
  std::string card;
  int line = 0;
  int column = 0;
};

struct Earlier {
  std::string id;
  std::string message;
  std::vector<EarlierPlace> where;  ///< never empty
  bool waived = false;
};

struct Gone {
  Earlier finding;
  bool handed_in_again = true;  ///< its table, or one of them, is among those checked now: it is put right
};

struct Comparison {
  std::vector<bool> known;  ///< of each finding of now: it was there before
  std::vector<Gone> gone;   ///< of those before, in their order: not there any more, and not waived
};

/// The findings of a check, as a later one is compared with them; what a check wrote as JSON is read by report's
/// findings_from_json.
std::vector<Earlier> earlier_of(const Findings& findings, const std::vector<Waived>& waived);

/// A finding is the same where the id is and one of its places; each earlier one is used once, in order. O(places).
Comparison compare(const Batch& batch, const Findings& findings, const std::vector<Waived>& waived,
                   const std::vector<Earlier>& earlier);

}  // namespace jiheng::audit
