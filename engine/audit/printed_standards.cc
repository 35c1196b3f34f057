// Takes rows, gives their standards. Leaves what a text means to standard/.
#include "engine/audit/printed_standards.h"

#include "engine/scoring/standard_row.h"
#include "engine/standard/parse.h"

namespace jiheng::audit {

const standard::Standard& PrintedStandards::of(const Row& row) {
  std::optional<base::Decimal> marks;
  if (row.indicator->full_marks) marks = row.indicator->full_marks->value;
  const scoring::StandardRow* scored = row.result->standard.get();
  if (scored != nullptr && row.result->full_marks == marks) return *scored->printed;
  const std::string_view text = row.indicator->standard.text;
  const auto [at, is_new] = read_.try_emplace({text, marks});
  if (is_new) at->second = standard::parse(text, {batch_.units, marks});
  return at->second;
}

}  // namespace jiheng::audit
