// engine/results/advice.h: what `jiheng advise` gives: the items of whatif/advise/advise.h, the most telling first.
// Takes   nothing; it points into them. Source  docs/json.md, "advise"; docs/advise.md
#pragma once

#include <span>

#include "engine/whatif/advise/advise.h"

namespace jiheng::results {

using AdviceItems = std::span<const whatif::Advice>;

}  // namespace jiheng::results
