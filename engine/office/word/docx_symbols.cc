// Takes a font and a code, gives the character a person sees. Leaves the runs they stand in to docx_paragraph.
#include "engine/office/word/docx_symbols.h"

#include <algorithm>
#include <iterator>

#include "engine/base/text.h"

namespace jiheng::office {
namespace {

constexpr std::u32string_view kSymbolFrom20 =
    U" !∀#∃%&∋()*+,-./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~";
constexpr std::u32string_view kSymbolFromA1 = U"ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…";

struct Shown {
  std::string_view font;
  char32_t code;
  char32_t character;
};

constexpr Shown kShown[] = {
    {"Symbol", 0xD6, U'√'},      {"Symbol", 0xD7, U'·'},      {"Symbol", 0xE5, U'∑'},
    {"Wingdings", 0xFC, U'√'},   {"Wingdings", 0xFE, U'☑'},   {"Wingdings", 0xFD, U'☒'},
    {"Wingdings", 0xFB, U'×'},   {"Wingdings", 0xA8, U'□'},   {"Wingdings", 0x6F, U'□'},
    {"Wingdings", 0x70, U'□'},   {"Wingdings", 0x71, U'□'},   {"Wingdings", 0x72, U'□'},
    {"Wingdings", 0x6E, U'■'},   {"Wingdings", 0xA7, U'▪'},   {"Wingdings", 0x6C, U'●'},
    {"Wingdings", 0xA1, U'○'},   {"Wingdings", 0xE0, U'→'},   {"Wingdings", 0xD8, U'➢'},
    {"Wingdings 2", 0x50, U'√'}, {"Wingdings 2", 0x52, U'☑'}, {"Wingdings 2", 0x4F, U'×'},
    {"Wingdings 2", 0x51, U'☒'}, {"Wingdings 2", 0x53, U'☒'}, {"Wingdings 2", 0x54, U'☒'},
    {"Wingdings 2", 0xA3, U'□'}, {"Wingdings 2", 0x2A, U'□'},
};

}  // namespace

char32_t character_of_symbol(std::string_view font, char32_t code) {
  const char32_t low = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
  const auto* shown = std::find_if(std::begin(kShown), std::end(kShown),
                                   [=](const Shown& s) { return s.font == font && s.code == low; });
  if (shown != std::end(kShown)) return shown->character;
  if (font == "Symbol") {
    if (low >= 0x20 && low < 0x20 + kSymbolFrom20.size()) return kSymbolFrom20[low - 0x20];
    if (low >= 0xA1 && low < 0xA1 + kSymbolFromA1.size()) return kSymbolFromA1[low - 0xA1];
  }
  // Elsewhere a code is a character, but for the private area, where every font shows what it likes, and surrogates.
  const bool symbol_font = font.starts_with("Wingdings") || font.starts_with("Webdings") || font == "Symbol";
  const bool nobody = code < 0x20 || (code >= 0xD800 && code <= 0xF8FF) || code > 0x10FFFF;
  return nobody || (symbol_font && code <= 0xFF) ? 0 : code;
}

std::u32string superscript(std::string_view text) {
  constexpr std::u32string_view kPlain = U"0123456789+-n";
  constexpr std::u32string_view kRaised = U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ";
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    at += c.bytes;
    const std::size_t found = kPlain.find(c.value);
    if (found == std::u32string_view::npos) return {};
    out += kRaised[found];
  }
  return out;
}

}  // namespace jiheng::office
