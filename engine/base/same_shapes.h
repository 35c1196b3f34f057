// engine/base/same_shapes.h: characters that look like a common ideograph and are another one: the radicals ⼯⽬⾃⽤ that
// files printed from a browser hold, and the forms kept for other encodings.
// Takes   code points, or UTF-8 text. Gives the common ideograph; everything else unchanged. The number of characters stays.
// Source  Unicode 14: normal form NFKC, property EquivalentUnifiedIdeograph
#pragma once

#include <cstddef>
#include <string>

namespace jiheng::base {

/// ⼯ U+2F2F -> 工 U+5DE5.
char32_t fold_same_shape(char32_t c);

/// In the whole text; how many were changed. O(length), no copy where there is none.
std::size_t fold_same_shapes(std::string& text);

}  // namespace jiheng::base
