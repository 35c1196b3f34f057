// engine/office/sheets_from_csv.h: the text of a csv or tsv file -> one sheet.
// Takes   UTF-8 (text_encoding.h). Cells in quotes as RFC 4180 says, with line breaks and doubled quotes inside; lines end
//         in \n, \r\n or \r. The delimiter is the one of , tab ; ， | ｜ that cuts the most of the first kDelimiterRecords
//         records into two cells or more; where several do, the first of tab , ; ， | ｜. Between bars the cells of a line
//         like |---|:-:| are blank.
// Gives   texts without white space at their ends; the apostrophe that our own csv puts before = + - @ is taken off.
//         A record is a row, blank ones count. The sheet has the file's name, as spreadsheet programs call it.
// Fails   I121 quotes that do not close or have text behind them, with its place but without the line, which may hold
//         telephones; I122 past a limit.
// Source  docs/import.md
#pragma once

#include <cstddef>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/office/sheet.h"

namespace jiheng::office {

inline constexpr std::size_t kMaxCsvBytes = 64U << 20U;
inline constexpr std::size_t kDelimiterRecords = 1000;

/// O(length).
diag::Result<Sheet> sheet_from_csv(const base::SourcePtr& text);

}  // namespace jiheng::office
