// Takes the bytes of a Word file, gives sheets and prose. Leaves the package to zip_package, the text of a paragraph to
// docx_paragraph, and what the cells mean to tables_from_sheets.
#include "engine/office/word/sheets_from_docx.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string_view>
#include <utility>

#include "engine/base/text.h"
#include "engine/office/package_xml.h"
#include "engine/office/sheet_limits.h"
#include "engine/office/text_encoding.h"
#include "engine/office/word/docx_fields.h"
#include "engine/office/word/docx_paragraph.h"
#include "engine/office/zip_package.h"

namespace jiheng::office {
namespace {

using Name = std::string_view;

/// 1 where there is none; no larger than what is refused anyway.
int number_in(pugi::xml_node element, int otherwise) {
  return std::clamp(element.attribute("w:val").as_int(otherwise), otherwise, kMaxSheetColumns + 1);
}

bool continues(pugi::xml_node merge) {
  return merge && Name(merge.attribute("w:val").as_string("continue")) == "continue";
}

struct TableRow {
  pugi::xml_node properties;
  std::vector<pugi::xml_node> cells;
};

class DocxReader {
 public:
  DocxReader(const base::SourcePtr& file, const DocxStyles& styles)
      : file_(file), styles_(styles), prose_(std::make_shared<base::Source>(base::Source{file->name, {}})) {
    document_.prose = prose_;
  }

  diag::Result<WordDocument> read(pugi::xml_node body) {
    fields_ = DocxFields(body);
    blocks(body, nullptr);
    if (refusal_) return std::move(*refusal_);
    std::erase_if(document_.tables, [](const Sheet& sheet) { return sheet.cells.empty(); });
    diag::Result<WordDocument> result(std::move(document_));
    result.problems = remarks(*result);
    return result;
  }

 private:
  /// Paragraphs and tables; into the text of a cell, or (cell null) into the document.
  void blocks(pugi::xml_node parent, std::string* cell) {
    for (const pugi::xml_node child : children_of(parent, notes_)) {
      if (refusal_) return;
      const Name name = child.name();
      if (name == "w:p") {
        const DocxParagraph paragraph = read_paragraph(child, styles_, fields_, notes_);
        add_text(base::trimmed(paragraph.text), cell);
        for (const pugi::xml_node box : paragraph.boxes) blocks(box, cell);
      } else if (name == "w:tbl") {
        table(child, cell);
      } else if (name == "w:altChunk") {
        ++notes_.embedded;
      }
    }
  }

  void add_text(std::string_view text, std::string* cell) {
    if (text.empty()) return;
    if (cell != nullptr) {
      if (!cell->empty()) *cell += '\n';
      *cell += text;
      return;
    }
    std::string line(text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    const int length = static_cast<int>(base::count_characters(line));
    prose_->text.append(line) += '\n';
    above_.push_back({std::move(line), {prose_, ++prose_lines_, 1, length}});
  }

  std::vector<TableRow> rows_of(pugi::xml_node table) {
    std::vector<TableRow> rows;
    for (const pugi::xml_node child : children_of(table, notes_)) {
      if (Name(child.name()) != "w:tr") continue;
      TableRow row{child.child("w:trPr"), {}};
      if (row.properties.child("w:ins")) ++notes_.inserted;
      if (is_on(row.properties.child("w:hidden"))) {
        ++notes_.hidden;
        continue;
      }
      if (row.properties.child("w:del")) {
        ++notes_.deleted;
        continue;
      }
      for (const pugi::xml_node cell : children_of(child, notes_))
        if (Name(cell.name()) == "w:tc") row.cells.push_back(cell);
      rows.push_back(std::move(row));
    }
    return rows;
  }

  static bool is_frame(const std::vector<TableRow>& rows) {
    const auto single = [](const TableRow& row) { return row.cells.size() == 1; };
    const auto nests = [](const TableRow& row) { return bool(row.cells.front().child("w:tbl")); };
    return !rows.empty() && std::all_of(rows.begin(), rows.end(), single) &&
           (rows.size() == 1 || std::any_of(rows.begin(), rows.end(), nests));
  }

  void table(pugi::xml_node node, std::string* around) {
    const std::vector<TableRow> rows = rows_of(node);
    if (is_frame(rows)) {
      for (const TableRow& row : rows) blocks(row.cells.front(), around);
      return;
    }
    const std::size_t index = document_.tables.size();
    document_.tables.emplace_back();
    Sheet sheet;
    sheet.source =
        std::make_shared<const base::Source>(base::Source{file_->name, {}, fmt::format("表格{}", index + 1)});
    if (around == nullptr) sheet.above = std::exchange(above_, {});
    std::vector<SheetCell> cells;
    std::map<int, std::size_t> open;  // cells that reach down, by their column
    for (std::size_t i = 0; i < rows.size() && !refusal_; ++i)
      open = read_row(rows[i], static_cast<int>(i) + 1, open, cells);
    for (SheetCell& cell : cells) {
      if (refusal_) return;
      refusal_ = add_cell(sheet, std::move(cell));
    }
    document_.tables[index] = std::move(sheet);
  }

  /// Adds the cells that begin in this row and lengthens those above that reach into it; gives those that may reach on.
  std::map<int, std::size_t> read_row(const TableRow& row, int number, const std::map<int, std::size_t>& open,
                                      std::vector<SheetCell>& cells) {
    std::map<int, std::size_t> reach_on;
    int column = 1 + number_in(row.properties.child("w:gridBefore"), 0);
    const std::size_t first = cells.size();
    for (const pugi::xml_node node : row.cells) {
      const pugi::xml_node properties = node.child("w:tcPr");
      const int columns = number_in(properties.child("w:gridSpan"), 1);
      const pugi::xml_node merge = properties.child("w:vMerge");
      std::string text;
      blocks(node, &text);
      const auto above = open.find(column);
      const bool covered_below = continues(merge) && above != open.end();
      const bool covered_beside = continues(properties.child("w:hMerge")) && cells.size() > first;
      if ((covered_below || covered_beside) && !text.empty()) ++notes_.hidden;
      if (covered_below) {
        cells[above->second].rows = number - cells[above->second].row + 1;
        reach_on.insert(*above);
      } else if (covered_beside) {
        cells.back().columns += columns;
      } else {
        if (merge) reach_on[column] = cells.size();
        cells.push_back({.text = std::move(text), .row = number, .column = column, .columns = columns});
      }
      column = std::min(column + columns, 2 * kMaxSheetColumns);
    }
    return reach_on;
  }

  /// Of the first cell with a symbol that is not known; of the file where none has one.
  base::Place first_unknown_symbol(const WordDocument& document) const {
    for (const Sheet& sheet : document.tables) {
      for (const SheetCell& cell : sheet.cells)
        if (cell.text.find("\uFFFD") != std::string::npos) return {sheet.source, cell.row, cell.column, 0};
    }
    return {file_, 0, 0, 0};
  }

  std::vector<diag::Diagnostic> remarks(const WordDocument& document) const {
    std::vector<diag::Diagnostic> out;
    const base::Place place{file_, 0, 0, 0};
    if (notes_.inserted + notes_.deleted + notes_.hidden > 0) {
      out.push_back({"I124",
                     fmt::format("文件里有没有定下来的改动：插入 {} 处，已读；删去 {} 处、隐藏 {} 处，没有读",
                                 notes_.inserted, notes_.deleted, notes_.hidden),
                     "照接受全部修订以后看得见的样子读。", "在 Word 或 WPS 里接受或拒绝修订后再导入。",
                     place});
    }
    if (notes_.symbols > 0) {
      out.push_back({"I125", fmt::format("有 {} 个符号认不出，读成“\uFFFD”", notes_.symbols),
                     "它们不是文字，是符号字体里的图形，字体不常用或图形不认识。",
                     "在 Word 里把它们改成普通的字，如 ≥、√、□。", first_unknown_symbol(document)});
    }
    if (notes_.shapes > 0) out.push_back(same_shapes_read(place, notes_.shapes));
    if (notes_.pictures + notes_.embedded > 0) {
      out.push_back({"I126",
                     fmt::format("文件里有图片 {} 处、嵌入的文件 {} 处，里面的内容没有读", notes_.pictures,
                                 notes_.embedded),
                     "图片里的表和嵌入的 Excel 表不是 Word 的表格。",
                     "里面有绩效表的，另存出来单独导入；图片先识别成文字。", place});
    }
    return out;
  }

  base::SourcePtr file_;
  const DocxStyles& styles_;
  DocxFields fields_;
  std::shared_ptr<base::Source> prose_;
  int prose_lines_ = 0;
  WordDocument document_;
  std::vector<model::Field> above_;
  DocxNotes notes_;
  std::optional<diag::Diagnostic> refusal_;
};

diag::Diagnostic no_word_file(const base::SourcePtr& file, std::string why) {
  return {"I123",
          "不是 Word 文件，或者里面没有正文",
          std::move(why),
          "用 Word 或 WPS 打开核对，另存为 .docx。",
          {file, 0, 0, 0}};
}

bool parse(pugi::xml_document& document, std::string& xml) {
  return bool(document.load_buffer_inplace(
      xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8));
}

/// The part of a kind that the relations of `part` ("" for the package) name; `usual`, if they say nothing.
std::string related(const ZipPackage& package, std::string_view part, Name kind, Name usual) {
  const std::size_t slash = part.rfind('/') + 1;  // npos + 1 is 0
  const std::string list = fmt::format("{}_rels/{}.rels", part.substr(0, slash), part.substr(slash));
  pugi::xml_document relations;
  if (!package.has(list)) return std::string(usual);
  auto xml = read_xml(package, list);
  if (!xml || !parse(relations, *xml)) return std::string(usual);
  for (const pugi::xml_node relation : relations.document_element().children()) {
    const Name type = relation.attribute("Type").value();
    if (type.substr(type.rfind('/') + 1) == kind) return part_of(part, relation.attribute("Target").value());
  }
  return std::string(usual);
}

}  // namespace

diag::Result<WordDocument> sheets_from_docx(const base::SourcePtr& file) {
  const auto package = ZipPackage::open(file);
  if (!package) return package.problems;
  return sheets_from_docx(*package);
}

diag::Result<WordDocument> sheets_from_docx(const ZipPackage& package) {
  const base::SourcePtr& file = package.file();
  std::vector<diag::Diagnostic> links = outside_links(package);
  if (diag::has_errors(links)) return links;
  const std::string part = related(package, "", "officeDocument", "word/document.xml");
  if (!package.has(part)) return no_word_file(file, fmt::format("里面没有“{}”。", base::printable(part)));
  auto xml = read_xml(package, part);
  if (!xml) return xml.problems;
  if (xml->size() > kMaxDocxXmlBytes) {
    return diag::Diagnostic{"I110",
                            "文件解开后太大，没有读",
                            fmt::format("Word 文件的正文最多 {} MiB。", kMaxDocxXmlBytes >> 20U),
                            "把文件分成几份，每份单独导入。",
                            {file, 0, 0, 0}};
  }
  pugi::xml_document document;
  if (!parse(document, *xml)) return damaged(file, part, "标记写得不完整。");
  const pugi::xml_node body = document.document_element().child("w:body");
  if (Name(document.document_element().name()) != "w:document" || !body)
    return no_word_file(file, fmt::format("“{}”不是 Word 的正文。", base::printable(part)));
  const auto styles = docx_styles(package, related(package, part, "styles", "word/styles.xml"));
  if (!styles) return styles.problems;
  diag::Result<WordDocument> result = DocxReader(file, *styles).read(body);
  result.problems.insert(result.problems.begin(), links.begin(), links.end());
  return result;
}

}  // namespace jiheng::office
