// engine/intake/tables/tables_from_text.h: text of a published document -> tables, claims, and what was passed over.
// Takes   text as extraction from PDF or OCR leaves it, in the layouts of docs/import.md; UTF-8 (text_encoding.h).
// Fails   I101 too large, I103 no table in it (a value all the same: its passed-over lines).
// Pure, linear in the text.
#pragma once

#include <cstddef>
#include <span>

#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"
#include "engine/model/form_words.h"
#include "engine/office/sheet.h"

namespace jiheng::intake {

inline constexpr std::size_t kMaxTextBytes = 16U << 20U;
inline constexpr std::size_t kMaxLines = 500000;

diag::Result<Document> tables_from_text(const model::FormWords& forms, const SourcePtr& source);

/// The statements with figures of the prose around sheets (a Word file's). A paragraph that holds one is taken from above its
/// sheet; those that stay there are left to tables_from_sheets, all others are passed over. Before tables_from_sheets.
Document claims_around_sheets(const model::FormWords& forms, const SourcePtr& prose,
                              std::span<office::Sheet> sheets);

}  // namespace jiheng::intake
