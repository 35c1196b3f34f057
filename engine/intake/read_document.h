// engine/intake/read_document.h: the one door into documents: bytes -> tables, claims and what was passed over.
// Takes   the whole file under the name the user gave, whose kind is told by its content (document_kind.h): text (UTF-8,
//         UTF-16, GB18030), csv, tsv, xlsx, ods, docx, pdf, html, mht. Archives and old office files are opened before, by app
//         (container_of). `forms`: the words by which tables are recognised.
// Fails   I105 and I106 not read, the I ids of the readers. Says I140 where the ending is another kind's.
// Source  docs/import.md
#pragma once

#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"
#include "engine/model/form_words.h"
#include "engine/office/written_document.h"

namespace jiheng::intake {

/// What the ending of a name says: of a file that another program wrote anew, it is that of the file before.
enum class Ending { of_the_bytes, of_the_original };

/// `progress` is called page by page, where the document has pages.
diag::Result<Document> read_document(const model::FormWords& forms, const SourcePtr& file,
                                     Ending ending = Ending::of_the_bytes,
                                     const office::PageProgress& progress = {});

}  // namespace jiheng::intake
