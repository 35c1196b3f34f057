// Takes the name and bytes of a file, gives its kind. Leaves opening packages and decoding text to intake.
#include "engine/intake/document_kind.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <vector>

#include "engine/base/text.h"
#include "engine/office/archive/archive_members.h"
#include "engine/office/html/sheets_from_html.h"
#include "engine/office/old/old_office_file.h"
#include "engine/office/pdf/sheets_from_pdf.h"
#include "engine/office/text_encoding.h"
#include "engine/office/zip_package.h"

namespace jiheng::intake {
namespace {

using office::ZipPackage;
using OldKind = office::OldOfficeFile::Kind;

/// Kinds with no table to be read, and what helps.
struct Other {
  std::string_view name;
  std::string_view fix;
};
constexpr Other kOfd = {" OFD 文件", "用 OFD 阅读器转成 PDF 再导入。"};
constexpr Other kImage = {"图片", "先识别成文字，存成 .txt 再导入。"};
constexpr Other kWriter = {"文字处理文件", "用 Word、WPS 或 LibreOffice 打开，另存为 .docx。"};
constexpr Other kSheet = {"电子表格", "用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx。"};
constexpr Other kOther = {"别的办公文件", "用原来的程序打开，里面的表另存为 .xlsx 或 .docx。"};
constexpr Other kNested = {"压缩包里的压缩包里的压缩包", "解开，再导入里面的文件。"};

struct OtherEnding {
  std::string_view ending;
  Other other;
};
constexpr OtherEnding kOtherEndings[] = {
    {".ofd", kOfd},    {".png", kImage}, {".jpg", kImage}, {".jpeg", kImage}, {".tif", kImage},
    {".tiff", kImage}, {".bmp", kImage}, {".gif", kImage}, {".odt", kWriter}, {".xlsb", kSheet},
};

struct Magic {
  std::string_view bytes;
  Other other;
};
constexpr Magic kMagics[] = {
    {"\x89PNG", kImage},
    {"\xFF\xD8\xFF", kImage},
    {"GIF8", kImage},
    {std::string_view("II*\0", 4), kImage},
    {std::string_view("MM\0*", 4), kImage},
};

diag::Diagnostic not_read(std::string_view path, const Other& other) {
  return {"I106",
          fmt::format("“{}”是{}，这一版读不了", path, other.name),
          "能读的种类见 jiheng list kinds。",
          std::string(other.fix),
          {}};
}

constexpr std::array<KindRow, 10> kKinds = {{
    {DocumentKind::workbook, ".xlsx .xlsm .ods", "表格工作簿（xlsx、ods）", "每张有内容的工作表"},
    {DocumentKind::word, ".docx", "Word 文件（docx）", "每个表格；其余是文字里的数"},
    {DocumentKind::pdf, ".pdf", " PDF 文件", "同上；扫描的页不读"},
    {DocumentKind::page, ".html .htm .mht .mhtml", "网页（html、mht）", "同上；里面是网页的 .xls 也是"},
    {DocumentKind::delimited, ".csv .tsv", "分隔符隔开的表格（csv、tsv）", "一份是一张工作表"},
    {DocumentKind::text, ".txt .md", "文字", "取出、识别出来的；Markdown"},
    {DocumentKind::old_workbook, ".xls .et", "旧格式的工作簿（xls、et）", "由 LibreOffice 转成 xlsx"},
    {DocumentKind::old_word, ".doc .wps .rtf", "旧格式的文字（doc、wps、rtf）", "由 LibreOffice 转成 docx"},
    {DocumentKind::archive, ".zip .7z .rar .tar .tgz .gz .bz2 .xz", "压缩包", "里面的每份文件，再解一层"},
    {DocumentKind::scorecards, ".yaml .yml", "自评表文件（yaml）", "不用导入，直接计分、检查"},
}};

constexpr bool stands_among(std::string_view ending, std::string_view endings) {
  while (!endings.empty()) {
    const std::size_t end = std::min(endings.find(' '), endings.size());
    if (endings.substr(0, end) == ending) return true;
    endings.remove_prefix(std::min(end + 1, endings.size()));
  }
  return false;
}

constexpr KindFound of_kind(DocumentKind kind) {
  for (const KindRow& row : kKinds) {
    if (row.kind == kind) return {kind, row.name};
  }
  return {};
}

constexpr KindFound kWorkbook = of_kind(DocumentKind::workbook);
constexpr KindFound kWord = of_kind(DocumentKind::word);
constexpr KindFound kPage = of_kind(DocumentKind::page);
constexpr KindFound kPdf = of_kind(DocumentKind::pdf);
constexpr KindFound kDelimited = of_kind(DocumentKind::delimited);
constexpr KindFound kText = of_kind(DocumentKind::text);
constexpr KindFound kScorecards = of_kind(DocumentKind::scorecards);

/// What the ending says; nullopt for one that says nothing.
std::optional<KindFound> kind_of_ending(std::string_view ending) {
  for (const KindRow& row : kKinds) {
    if (!ending.empty() && stands_among(ending, row.endings)) return KindFound{row.kind, row.name};
  }
  return std::nullopt;
}

diag::Diagnostic empty_file(const intake::SourcePtr& file) {
  return {"I108",
          fmt::format("“{}”是空的，里面什么也没有", file->name),
          "长度是 0：没有存成，或者没有复制完。",
          "重新下载或复制一份，先打开看看有没有内容。",
          {file}};
}

/// The kind that was found by content, held against the ending.
KindFound by_content(KindFound found, const intake::SourcePtr& file) {
  const auto named = kind_of_ending(ending_of(file->name));
  found.ending_misleads = file->name != "-" && (!named || named->kind != found.kind);
  return found;
}

/// Texts may hold tags; they are read as what they are called.
bool holds_plain_text(std::string_view ending) {
  return stands_among(ending, ".txt .md .markdown .csv .tsv .yaml .yml");
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
  return not_read(file->name, kOther);
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

/// A JSON object, as programs hand in a scorecard: no other kind begins so.
bool begins_as_json(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t brace = text.find_first_not_of(kBlanks);
  if (brace == std::string_view::npos || text[brace] != '{') return false;
  const std::size_t key = text.find_first_not_of(kBlanks, brace + 1);
  return key != std::string_view::npos && (text[key] == '"' || text[key] == '}');
}

/// Of four lines `lines_of_four` are cut by the same mark into more than `marks` cells.
bool looks_delimited(const std::vector<std::string_view>& lines, std::ptrdiff_t marks = 2,
                     std::size_t lines_of_four = 3) {
  for (const char mark : {',', '\t', ';'}) {
    const auto cut = std::count_if(lines.begin(), lines.end(), [mark, marks](std::string_view line) {
      return std::count(line.begin(), line.end(), mark) >= marks;
    });
    if (lines.size() >= 2 && static_cast<std::size_t>(cut) * 4 >= lines.size() * lines_of_four) return true;
  }
  return false;
}

/// No control characters in its beginning but those that set text.
bool looks_like_text(std::string_view text) {
  constexpr std::size_t kLooked = 4096;
  return std::none_of(text.begin(),
                      text.begin() + static_cast<std::ptrdiff_t>(std::min(kLooked, text.size())),
                      [](char c) { return c >= 0 && c < 0x09; });
}

diag::Result<KindFound> kind_of_text(const intake::SourcePtr& file, std::string_view ending) {
  const std::string_view text = file->text;
  const auto named = kind_of_ending(ending);
  const auto is_named = [&named](std::initializer_list<DocumentKind> kinds) {
    return named && std::find(kinds.begin(), kinds.end(), named->kind) != kinds.end();
  };
  if (is_named({DocumentKind::scorecards, DocumentKind::delimited, DocumentKind::text})) return *named;
  const auto lines = first_lines(text);
  // Exports of some systems are csv under the name of a workbook: there a few cells are enough.
  // In UTF-16 they are what Excel calls Unicode text.
  const bool cells = is_named({DocumentKind::workbook, DocumentKind::old_workbook})
                         ? office::has_utf16_mark(text) || looks_delimited(lines, 1, 2)
                         : looks_delimited(lines);
  if (named && cells) return KindFound{kDelimited.kind, kDelimited.name, true};
  if (is_named({DocumentKind::old_workbook, DocumentKind::old_word, DocumentKind::archive})) {
    if (looks_like_text(text)) return KindFound{kText.kind, kText.name, true};
    return office::damaged(file, {},
                           fmt::format("后缀是 {}，里面不是{}。", ending, base::trimmed(named->name)));
  }
  if (named) return *named;  // its reader says what is wrong with the file
  if (begins_as_scorecards(lines) || begins_as_json(text)) return kScorecards;
  return cells ? kDelimited : kText;
}

/// What is to be opened first, by what it holds of an old office file.
std::optional<KindFound> container_with(OldKind old, const intake::SourcePtr& file) {
  const std::string_view bytes = file->text;
  switch (old) {
    case OldKind::workbook:
      return by_content(of_kind(DocumentKind::old_workbook), file);
    case OldKind::word:
      return by_content(of_kind(DocumentKind::old_word), file);
    case OldKind::none:
    case OldKind::damaged:
    case OldKind::sealed:
    case OldKind::other:
      break;
  }
  if (!office::is_archive(bytes)) return std::nullopt;
  if (office::is_zip(bytes)) {
    const auto office_file = office::is_office_package(bytes);
    const auto named = kind_of_ending(ending_of(file->name));
    const bool named_office =
        named && (named->kind == DocumentKind::workbook || named->kind == DocumentKind::word);
    if (office_file.value_or(named_office)) return std::nullopt;
  }
  return by_content(of_kind(DocumentKind::archive), file);
}

}  // namespace

std::string ending_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  return base::ascii_lower(dot == std::string_view::npos ? std::string_view() : name.substr(dot));
}

std::span<const KindRow> kinds() { return kKinds; }

bool is_scorecard_ending(std::string_view ending) {
  const auto named = kind_of_ending(ending);
  return named && named->kind == DocumentKind::scorecards;
}

bool is_document_ending(std::string_view ending) {
  const auto named = kind_of_ending(ending);
  return named && named->kind != DocumentKind::scorecards;
}

diag::Diagnostic old_office_file(std::string_view path) {
  return {"I105",
          fmt::format("“{}”是旧格式的文件，没有装 LibreOffice，读不了", path),
          "xls、doc、et、wps、rtf 要先由 LibreOffice 转成新的格式。",
          "装 LibreOffice（sudo apt-get install libreoffice-calc libreoffice-writer）再运行一次；或用 "
          "Excel、Word、WPS "
          "打开，另存为 .xlsx / .docx。",
          {}};
}

std::optional<KindFound> container_of(const intake::SourcePtr& file) {
  return container_with(office::old_office_file_in(file->text).kind, file);
}

diag::Diagnostic misleading_ending(const intake::SourcePtr& file, const KindFound& kind) {
  return {"I140",
          fmt::format("“{}”的后缀不对，里面是{}", file->name, kind.name),
          "已经按内容读了。",
          "改成对的后缀，别的程序才打得开。",
          {}};
}

diag::Diagnostic nested_archive(std::string_view path) { return not_read(path, kNested); }

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
  if (bytes.empty() && file->name != "-" && !is_scorecard_ending(ending)) return empty_file(file);
  const OldKind old = office::old_office_file_in(bytes).kind;
  if (const auto container = container_with(old, file)) return OpenFile{*container, {}};
  switch (old) {
    case OldKind::sealed:
    case OldKind::damaged:
      if (old == OldKind::sealed ||
          office::is_sealed_office_file(bytes))  // the readers of packages say what it is
        return OpenFile{ending == ".docx" ? kWord : kWorkbook, {}};
      return office::damaged(file, {}, "开头是旧格式的办公文件，里面的目录读不出来，或者后半截没有了。");
    case OldKind::other:
      return not_read(file->name, kOther);
    case OldKind::none:
    case OldKind::workbook:
    case OldKind::word:
      break;
  }
  if (office::is_zip(bytes)) {
    auto package = ZipPackage::open(file);
    if (!package) return std::move(package.problems);
    auto kind = kind_of_package(*package);
    if (!kind) return std::move(kind.problems);
    return OpenFile{by_content(*kind, file), std::move(*package)};
  }
  if (office::is_pdf(bytes) && (bytes.starts_with("%PDF") || ending == ".pdf")) {
    return OpenFile{by_content(kPdf, file), {}};
  }
  if (!holds_plain_text(ending) && office::is_html(bytes)) {
    return OpenFile{by_content(kPage, file), {}};
  }
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes)) return not_read(file->name, magic.other);
  }
  for (const OtherEnding& other : kOtherEndings) {
    if (ending == other.ending) return not_read(file->name, other.other);
  }
  auto kind = kind_of_text(file, ending);
  if (!kind) return std::move(kind.problems);
  return OpenFile{*kind, {}};
}

}  // namespace jiheng::intake
