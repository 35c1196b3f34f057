// engine/office/pdf/sheets_from_pdf.h: a PDF -> its tables as sheets, and its other text as paragraphs.
// Takes   the whole file in memory: text with codes that are known, tables with ruling lines or in columns.
// Gives   what sheets_from_pages.h says. Pictures are not read.
// Fails   the ids of pdf_file.h, I122. Says I139, I160 pages that are pictures, I161 tables without lines, I162 characters
//         without a known code, I163 pages past a limit, I166 pages that damage took away.
// Source  docs/import.md
#pragma once

#include <string_view>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/office/written_document.h"

namespace jiheng::office {

/// Whether the bytes begin like a PDF; a few bytes may stand before its head.
bool is_pdf(std::string_view bytes);

diag::Result<WrittenDocument> sheets_from_pdf(const base::SourcePtr& file, const PageProgress& progress = {});

}  // namespace jiheng::office
