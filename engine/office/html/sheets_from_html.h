// engine/office/html/sheets_from_html.h: a web page -> its tables as sheets, and its other text as paragraphs.
// Takes   a page as the browser saves it (.html, .mht), or an export that is one under the name .xls; UTF-8, UTF-16, GB18030.
//         Text as it is seen: no scripts, navigation, hidden rows; links that only download or print are left out.
// Gives   as sheets_from_docx.h: every table in the order in which they begin; one inside a cell is a sheet of its own; one
//         that is only layout is none: what stands in it is read as if it stood outside.
// Fails   I102 no text, I112 tags nested too deep, I122 a table past a limit. Says I120, I126 pictures, I129 hidden rows, I139.
// Source  docs/import.md
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/office/written_document.h"

namespace jiheng::office {

inline constexpr std::size_t kMaxHtmlDepth = 400;
inline constexpr std::size_t kMaxHtmlTags = 4000000;

/// Whether the bytes begin like a web page, or like the file of one with its pictures (.mht).
bool is_html(std::string_view bytes);

/// O(size). The text of `file` is its bytes.
diag::Result<WrittenDocument> sheets_from_html(const base::SourcePtr& file);

}  // namespace jiheng::office
