// Takes the name and bytes of a file, gives its kind. Leaves opening packages and decoding text to intake.
#include "engine/intake/document_kind.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "engine/base/text.h"
#include "engine/office/zip_package.h"

namespace jiheng::intake {
namespace {

using office::ZipPackage;

constexpr std::string_view kOldOffice = "\xD0\xCF\x11\xE0";

/// Kinds with no table to be read, and what helps.
struct Other {
  std::string_view name;
  std::string_view fix;
};
constexpr Other kPdf = {
    " PDF 文件", "先取出文字：pdftotext -layout 文件.pdf，再导入得到的 文件.txt；扫描的要先识别成文字。"};
constexpr Other kOfd = {" OFD 文件", "用 OFD 阅读器另存为文本，或转成 PDF 再取出文字。"};
constexpr Other kImage = {"图片", "先识别成文字，存成 .txt 再导入。"};
constexpr Other kWriter = {"文字处理文件", "用 Word、WPS 或 LibreOffice 打开，另存为 .docx。"};
constexpr Other kSheet = {"电子表格", "用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx。"};
constexpr Other kPage = {"网页", "用 Excel 或 WPS 打开，另存为 .xlsx。"};
constexpr Other kArchive = {"压缩包", "解开，再导入里面的文件。"};

struct OtherEnding {
  std::string_view ending;
  Other other;
};
constexpr OtherEnding kOtherEndings[] = {
    {".pdf", kPdf},    {".ofd", kOfd},    {".png", kImage},   {".jpg", kImage},   {".jpeg", kImage},
    {".tif", kImage},  {".tiff", kImage}, {".bmp", kImage},   {".gif", kImage},   {".odt", kWriter},
    {".rtf", kWriter}, {".wps", kWriter}, {".et", kSheet},    {".xlsb", kSheet},  {".html", kPage},
    {".htm", kPage},   {".mht", kPage},   {".zip", kArchive}, {".rar", kArchive}, {".7z", kArchive},
};

struct Magic {
  std::string_view bytes;
  Other other;
};
constexpr Magic kMagics[] = {
    {"%PDF", kPdf},
    {"\x89PNG", kImage},
    {"\xFF\xD8\xFF", kImage},
    {"GIF8", kImage},
    {std::string_view("II*\0", 4), kImage},
    {std::string_view("MM\0*", 4), kImage},
    {"{\\rtf", kWriter},
    {"Rar!", kArchive},
    {"7z\xBC\xAF", kArchive},
};

diag::Diagnostic not_read(std::string_view path, const Other& other) {
  return {"I106",
          fmt::format("“{}”是{}，这一版读不了", path, other.name),
          "能读的有：文字（.txt）、Excel 和 LibreOffice 表格（.xlsx .ods）、.csv、.tsv、Word（.docx）。",
          std::string(other.fix),
          {}};
}

constexpr KindFound kWorkbook = {DocumentKind::workbook, "表格工作簿（xlsx、ods）"};
constexpr KindFound kWord = {DocumentKind::word, "Word 文件（docx）"};
constexpr KindFound kDelimited = {DocumentKind::delimited, "逗号或制表符分隔的表格（csv、tsv）"};
constexpr KindFound kText = {DocumentKind::text, "文字"};
constexpr KindFound kScorecards = {DocumentKind::scorecards, "自评表文件（yaml）"};

template <std::size_t N>
bool among(std::string_view ending, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), ending) != list.end();
}

/// What the ending says; nullopt for one that says nothing.
std::optional<KindFound> kind_of_ending(std::string_view ending) {
  if (among(ending, kScorecardEndings)) return kScorecards;
  if (ending == ".xlsx" || ending == ".xlsm" || ending == ".ods") return kWorkbook;
  if (ending == ".docx") return kWord;
  if (ending == ".csv" || ending == ".tsv") return kDelimited;
  if (ending == ".txt") return kText;
  return std::nullopt;
}

diag::Result<KindFound> kind_of_package(const ZipPackage& package) {
  const intake::SourcePtr& file = package.file();
  const auto holds = [&](std::string_view folder) {
    return std::any_of(package.names().begin(), package.names().end(), [folder](const std::string& name) {
      return base::ascii_lower(name).starts_with(folder);
    });
  };
  if (package.has("OFD.xml")) return not_read(file->name, kOfd);
  if (package.has("[Content_Types].xml")) {
    if (holds("word/")) return kWord;
    if (holds("xl/")) return kWorkbook;
    const auto types = package.read("[Content_Types].xml");  // the main part may stand anywhere
    if (types && types->find("wordprocessingml.document.main") != std::string::npos) return kWord;
    if (types && types->find("spreadsheetml.sheet.main") != std::string::npos) return kWorkbook;
  }
  if (package.has("mimetype")) {
    const auto mimetype = package.read("mimetype");
    if (!mimetype) return mimetype.problems;
    if (mimetype->find("spreadsheet") != std::string::npos) return kWorkbook;
    if (mimetype->find("opendocument.text") != std::string::npos) return not_read(file->name, kWriter);
  }
  return not_read(file->name, kArchive);
}

/// The first lines that are not blank.
std::vector<std::string_view> first_lines(std::string_view text) {
  constexpr std::size_t kLines = 20;
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < kLines) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (!base::trimmed(text.substr(0, end)).empty()) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// "类型: 项目" or "自评表:" on the first line that is no comment.
bool begins_as_scorecards(const std::vector<std::string_view>& lines) {
  constexpr std::string_view kKeys[] = {"类型",     "编号",     "年度",   "方案",
                                        "项目名称", "单位名称", "自评表", "绩效指标"};
  for (std::string_view line : lines) {
    if (line.starts_with('#') || line.starts_with("---")) continue;
    for (const std::string_view mark : {"- ", "{"}) {
      if (line.starts_with(mark)) line.remove_prefix(mark.size());
    }
    return std::any_of(std::begin(kKeys), std::end(kKeys), [line](std::string_view key) {
      const std::string_view rest = line.starts_with(key) ? line.substr(key.size()) : std::string_view();
      return rest == ":" || rest.starts_with(": ") || rest.starts_with(":\r");
    });
  }
  return false;
}

/// Most lines are cut by the same mark into three cells or more.
bool looks_delimited(const std::vector<std::string_view>& lines) {
  for (const char mark : {',', '\t', ';'}) {
    const auto cut = std::count_if(lines.begin(), lines.end(), [mark](std::string_view line) {
      return std::count(line.begin(), line.end(), mark) >= 2;
    });
    if (lines.size() >= 2 && static_cast<std::size_t>(cut) * 4 >= lines.size() * 3) return true;
  }
  return false;
}

diag::Result<KindFound> kind_of_text(const intake::SourcePtr& file, std::string_view ending) {
  const std::string_view text = file->text;
  const auto named = kind_of_ending(ending);
  if (named && (named->kind == DocumentKind::scorecards || named->kind == DocumentKind::delimited ||
                named->kind == DocumentKind::text)) {
    return *named;
  }
  const auto lines = first_lines(text);
  if (named || ending == ".xls" || ending == ".doc") {
    // Exports of some systems are csv under the name of a workbook.
    if (looks_delimited(lines)) return KindFound{kDelimited.kind, kDelimited.name, true};
    if (!named) return old_office_file(file->name);
    return *named;  // its reader says what is wrong with the file
  }
  if (begins_as_scorecards(lines)) return kScorecards;
  return looks_delimited(lines) ? kDelimited : kText;
}

}  // namespace

std::string ending_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  return base::ascii_lower(dot == std::string_view::npos ? std::string_view() : name.substr(dot));
}

diag::Diagnostic old_office_file(std::string_view path) {
  return {"I105",
          fmt::format("“{}”是旧格式的文件，读不了", path),
          "xls 和 doc 是早年的格式。",
          "用 Excel、Word 或 WPS 打开，另存为 .xlsx / .docx。",
          {}};
}

diag::Result<KindFound> kind_of(const intake::SourcePtr& file) {
  const auto opened = open_file(file);
  if (!opened) return opened.problems;
  return opened->kind;
}

bool holds_scorecards(const intake::SourcePtr& file) {
  if (office::is_zip(file->text)) return false;
  const auto kind = kind_of(file);
  return kind && kind->kind == DocumentKind::scorecards;
}

diag::Result<OpenFile> open_file(const intake::SourcePtr& file) {
  const std::string_view bytes = file->text;
  const std::string ending = ending_of(file->name);
  if (bytes.starts_with(kOldOffice)) {
    // The readers of packages say what a file under a password is.
    if (!office::is_sealed_office_file(bytes)) return old_office_file(file->name);
    return OpenFile{ending == ".docx" ? kWord : kWorkbook, {}};
  }
  if (office::is_zip(bytes)) {
    auto package = ZipPackage::open(file);
    if (!package) return std::move(package.problems);
    auto found = kind_of_package(*package);
    if (!found) return std::move(found.problems);
    const auto named = kind_of_ending(ending);
    found->ending_misleads = file->name != "-" && (!named || named->kind != found->kind);
    return OpenFile{*found, std::move(*package)};
  }
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes)) return not_read(file->name, magic.other);
  }
  for (const OtherEnding& other : kOtherEndings) {
    if (ending == other.ending) return not_read(file->name, other.other);
  }
  auto found = kind_of_text(file, ending);
  if (!found) return std::move(found.problems);
  return OpenFile{*found, {}};
}

}  // namespace jiheng::intake
