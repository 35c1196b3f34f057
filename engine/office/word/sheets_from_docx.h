// engine/office/word/sheets_from_docx.h: a Word file -> its tables as sheets, and its other paragraphs as one text.
// Takes   docx as Word, WPS and LibreOffice write it (WordprocessingML), the whole file in memory.
// Gives   every table in the order in which they begin, as the sheet 表格1, 表格2 …, those without any text left out. A
//         table inside a cell is a sheet of its own, its text not in the cell. A table that is only a frame is not one:
//         a single cell, or one cell a row with a table in some of them; what stands in it is read as if it stood outside.
//         Tracked changes as accepted. Lines of `prose` are the paragraphs outside of tables that hold text, breaks in them
//         as spaces; the fields of Sheet::above have their places there.
// Fails   the ids of zip_package.h and package_xml.h; I110 a main part past kMaxDocxXmlBytes, I122 a table past a limit,
//         I123 no Word file. Says I113, I124 changes, I125 unknown symbols, I126 pictures and embedded files.
// Source  docs/import.md
#pragma once

#include <cstddef>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/office/written_document.h"
#include "engine/office/zip_package.h"

namespace jiheng::office {

inline constexpr std::size_t kMaxDocxXmlBytes = 64U << 20U;  ///< a tree of it takes some ten times as much

/// O(size). The text of `file` is its bytes.
diag::Result<WrittenDocument> sheets_from_docx(const base::SourcePtr& file);
/// The same of a file that is open.
diag::Result<WrittenDocument> sheets_from_docx(const ZipPackage& package);

}  // namespace jiheng::office
