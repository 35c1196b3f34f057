// engine/standard/read/simplified.h: one traditional character -> its simplified form.
// Inside the room only.
// Takes   any character. Gives  the simplified one, or itself.
// Source  docs/standard-language.md, 容错
#pragma once

namespace jiheng::standard {

/// 達: 达; a character that has no other form, or is not in the words of standards: itself.
char32_t simplified(char32_t c);

}  // namespace jiheng::standard
