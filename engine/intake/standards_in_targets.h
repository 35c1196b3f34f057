// engine/intake/standards_in_targets.h: target cells that hold the row's 评分标准 as well -> both.
// Takes   tables as read. "控制率≤100%，计5分；每超过1%扣0.5分" is the target "≤100%" and the whole text as standard.
// Fails   never: where the cell does not begin with a target, it stays whole as both, and the target says that it is none.
// Source  docs/import.md
#pragma once

#include "engine/intake/document.h"

namespace jiheng::intake {

/// Rows with a 评分标准 of their own keep their target.
void split_standards_from_targets(Document& document);

}  // namespace jiheng::intake
