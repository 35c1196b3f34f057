// engine/intake/document_kind.h: the name and the bytes of a file -> what it is, told by its content first, its ending second.
// Takes   a name ("-" has no ending) and the whole file. Looks at bytes only; reading is document_from_path.h.
// Fails   I106 a kind that holds no table this program can read, with what to do instead; I108 an old office file that is
//         none, I109 one under a password.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"
#include "engine/office/zip_package.h"

namespace jiheng::intake {

enum class DocumentKind {
  scorecards,  ///< yaml
  text,        ///< of a published document
  delimited,   ///< csv, tsv
  workbook,    ///< xlsx, xlsm, ods
  word,        ///< docx
  pdf,
  page,          ///< html, mht
  old_workbook,  ///< xls, et: another program writes it anew as a workbook (app/inputs/old_office.h)
  old_word,      ///< doc, wps, rtf: the same, as a Word file
  archive        ///< zip, 7z, rar, tar: its files are documents (app/inputs/open_inputs.h)
};

/// One kind of document, as `jiheng list kinds` and docs/import.md show it.
struct KindRow {
  DocumentKind kind;
  std::string_view endings;  ///< ".xlsx .xlsm", in small letters
  std::string_view name;     ///< "Excel 工作簿（xlsx）"
  std::string_view how;      ///< it is read
};
std::span<const KindRow> kinds();

struct KindFound {
  DocumentKind kind = DocumentKind::text;
  std::string_view name;         ///< "Excel 工作簿（xlsx）"
  bool ending_misleads = false;  ///< the ending says another kind
};

/// Kind of a file. A text without a telling ending is scorecards where it begins as they do, delimited where its lines have
/// cells between commas or tabs and no text around them, else text.
diag::Result<KindFound> kind_of(const intake::SourcePtr& file);

/// What has to be opened, or written anew, before it is read: an archive, an old office file. nullopt for all others. Looks at
/// the first bytes, of a zip and an old office file at the directory.
std::optional<KindFound> container_of(const intake::SourcePtr& file);

/// Whether it is a file of scorecards (yaml), which is none to be read as a document. Opens no package.
bool holds_scorecards(const intake::SourcePtr& file);

/// A file with its kind, its package open where it is one.
struct OpenFile {
  KindFound kind;
  std::optional<office::ZipPackage> package;
};
/// As kind_of.
diag::Result<OpenFile> open_file(const intake::SourcePtr& file);

/// ".xlsx" of "2023/自评.XLSX"; empty where there is none.
std::string ending_of(std::string_view path);

/// Whether files of this ending are read out of a folder or an archive; scorecard files are asked for apart.
bool is_document_ending(std::string_view ending);
bool is_scorecard_ending(std::string_view ending);

/// I105 an old office file that no program is there to write anew.
diag::Diagnostic old_office_file(std::string_view path);
/// I140 a file whose ending misleads.
diag::Diagnostic misleading_ending(const intake::SourcePtr& file, const KindFound& kind);
/// I106 an archive that stands too deep in others to be opened.
diag::Diagnostic nested_archive(std::string_view path);

}  // namespace jiheng::intake
