// engine/office/word/docx_symbols.h: codes of symbol fonts -> the characters they show.
// Source  the mapping of Adobe Symbol; Wingdings and Wingdings 2 for the marks that forms use
#pragma once

#include <string>
#include <string_view>

namespace jiheng::office {

/// F0B3 (or B3) of the font Symbol -> ≥; ticks and boxes as √ ☑ ☒ □. 0 for a code of a font that is not known.
char32_t character_of_symbol(std::string_view font, char32_t code);

/// 10 raised to "4" -> ⁴: the text as superscript characters, nothing where one of them has none.
std::u32string superscript(std::string_view text);

}  // namespace jiheng::office
