// engine/intake/tables_from_text.h: text of a published document -> tables, claims, and what was passed over.
// Takes   text as extraction from PDF or OCR leaves it, in the layouts of docs/import.md; UTF-8 (text_encoding.h).
// Fails   I101 too large, I103 no table in it (a value all the same: its passed-over lines).
// Pure, linear in the text.
#pragma once

#include <cstddef>

#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"

namespace jiheng::intake {

inline constexpr std::size_t kMaxTextBytes = 16U << 20U;
inline constexpr std::size_t kMaxLines = 500000;

diag::Result<Document> tables_from_text(const SourcePtr& source);

/// Only the statements with figures of running text whose tables are read elsewhere (the prose of a Word file); every other
/// line is passed over. Pure, linear in the text.
Document claims_from_text(const SourcePtr& source);

}  // namespace jiheng::intake
