// engine/office/word/docx_package.h: the parts of a Word document -> the bytes of a .docx file.
// Takes   the body of word/document.xml; styles, fonts, footer and the list of parts are the same for every document.
// Gives   the same bytes for the same body: parts in one order, time stamps at the first day a zip can say, no author, no
//         date, no program name.
// Source  ECMA-376 part 1 (WordprocessingML) and part 2 (packages)
#pragma once

#include <string>

namespace jiheng::office {

/// Everything happens in memory; where that is used up, std::bad_alloc as anywhere else.
std::string docx_package(const std::string& document_xml);

}  // namespace jiheng::office
