// engine/intake/tables/running_heading.h: the heading of indicators in running text -> its columns, in their order.
// Takes   the words of a table and where its heading begins.
// Gives   the roles of the columns, with the years below 近两年指标值, and the words that stand among them and nobody knows.
// Fails   I144 two columns of targets.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"
#include "engine/intake/words/running_words.h"

namespace jiheng::intake {

struct RunningHeading {
  std::vector<Role> columns;
  std::vector<std::string> years;     ///< of the columns before the target
  std::vector<model::Field> printed;  ///< squeezed
  std::vector<model::Field>
      unknown;  ///< as printed; their cells are taken for 指标说明, which nobody compares
  std::optional<diag::Diagnostic> two_targets;
  std::size_t end = 0;  ///< the first word behind it
};

RunningHeading running_heading(const FormWords& forms, const RunningWords& words, std::size_t begin);

}  // namespace jiheng::intake
