// engine/intake/document_kind.h: the name and the bytes of a file -> what it is, told by its content first, its ending second.
// Takes   a name ("-" has no ending) and the whole file. Looks at bytes only; reading is document_from_path.h.
// Fails   I105 an old office file, I106 a kind that holds no table this program can read, with what to do instead.
#pragma once

#include <array>
#include <optional>
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
  page  ///< html, mht
};

struct KindFound {
  DocumentKind kind = DocumentKind::text;
  std::string_view name;         ///< "Excel 工作簿（xlsx）"
  bool ending_misleads = false;  ///< the ending says another kind
};

/// Kind of a file. A text without a telling ending is scorecards where it begins as they do, delimited where its lines have
/// cells between commas or tabs and no text around them, else text.
diag::Result<KindFound> kind_of(const intake::SourcePtr& file);

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

/// What is read out of a folder, by ending; those of old office files are told to be saved anew.
inline constexpr std::array<std::string_view, 2> kScorecardEndings = {".yaml", ".yml"};
inline constexpr std::array<std::string_view, 14> kDocumentEndings = {
    ".txt", ".xlsx", ".xlsm", ".ods", ".csv",   ".tsv", ".docx",
    ".pdf", ".html", ".htm",  ".mht", ".mhtml", ".xls", ".doc"};

/// I105, I106.
diag::Diagnostic old_office_file(std::string_view path);

}  // namespace jiheng::intake
