// engine/office/word/docx_paragraph.h: a paragraph of a Word file -> its text as a person sees it. Seen by the reader of Word
// files alone: it shows pugixml.
// Takes   elements with the prefixes that Word, WPS and LibreOffice write (w: m: mc: w14: …).
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::office {

class DocxFields;
struct DocxStyles;

/// What a person must be told about: found while reading, counted through the whole file.
struct DocxNotes {
  std::size_t inserted = 0;  ///< tracked changes, taken as accepted
  std::size_t deleted = 0;
  std::size_t hidden = 0;    ///< runs and covered cells that no one sees
  std::size_t pictures = 0;  ///< what stands in them is no text
  std::size_t embedded = 0;  ///< workbooks and other files inside the file
  std::size_t shapes = 0;    ///< characters read as the common ones they look like
  std::size_t symbols = 0;   ///< of fonts that are not known, as U+FFFD in the text
};

/// The children of an element with wrappers looked through: content controls, accepted insertions, smart tags, the one
/// branch of alternatives that is shown. What was deleted is counted and left out; a placeholder is left out.
std::vector<pugi::xml_node> children_of(pugi::xml_node parent, DocxNotes& notes);

struct DocxParagraph {
  std::string text;                   ///< tabs as \t, breaks as \n
  std::vector<pugi::xml_node> boxes;  ///< w:txbxContent anchored in it
};

DocxParagraph read_paragraph(pugi::xml_node paragraph, const DocxStyles& styles, DocxFields& fields,
                             DocxNotes& notes);

/// w:b, w:b w:val="1" are on; w:val="0", "false", "off" and a missing element are not.
bool is_on(pugi::xml_node flag);

}  // namespace jiheng::office
