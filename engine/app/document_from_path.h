// engine/app/document_from_path.h: a path of any kind of document -> its tables, claims and what was passed over.
// Takes   text (UTF-8, UTF-16, GB18030), csv, tsv, xlsx, ods, docx (document_kind.h); "-" is the standard input.
// Fails   C101 unreadable, I101 too large, I105 and I106 not read, the I ids of the readers in intake/. Says I140 where the
//         ending is another kind's.
#pragma once

#include <optional>
#include <string>

#include "engine/app/document_kind.h"
#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"

namespace jiheng::app {

/// The most any kind may have; each reader has limits of its own below it.
inline constexpr std::size_t kMaxDocumentBytes = 64U << 20U;

/// The bytes of a file, or of the standard input for "-".
diag::Result<intake::SourcePtr> document_source(const std::string& path,
                                                const std::optional<std::string>& standard_input);

/// Reads the tables of a file whose kind is known and is not scorecards.
diag::Result<intake::Document> document_from_source(const intake::SourcePtr& file, const KindFound& kind);

}  // namespace jiheng::app
