// engine/office/pdf/font/truetype_characters.h: the bytes of an embedded TrueType font -> the character of each glyph.
// Gives   what the font's own table of characters says, turned round; nothing for a glyph of several characters that look
//         different.
// Source  OpenType 1.9, cmap: formats 4 and 12 of platforms 0 (Unicode) and 3 (encodings 1 and 10).
#pragma once

#include <string_view>
#include <vector>

namespace jiheng::office {

/// By glyph, 0 for none. Damaged tables give what they have.
std::vector<char32_t> characters_of_glyphs(std::string_view font);

/// The characters of a collection of glyphs by number (Adobe-GB1 and its like), from the data of the package poppler-data; empty
/// where that is not installed. `collection`: "Adobe-GB1".
const std::vector<char32_t>& characters_of_collection(std::string_view collection);

}  // namespace jiheng::office
