// Takes the bytes of a web page, gives sheets and prose. Leaves bytes to html_text, tags to gumbo, which tables are layout to
// html_layout, and what the cells mean to tables_from_sheets.
#include "engine/office/html/sheets_from_html.h"

#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/text.h"
#include "engine/office/html/html_layout.h"
#include "engine/office/html/html_nodes.h"
#include "engine/office/html/html_shown.h"
#include "engine/office/html/html_styles.h"
#include "engine/office/html/html_text.h"
#include "engine/office/sheet_limits.h"
#include "engine/office/word/docx_symbols.h"

namespace jiheng::office {
namespace {

constexpr std::array kUnseen = {GUMBO_TAG_HEAD,     GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT,
                                GUMBO_TAG_NAV,      GUMBO_TAG_BUTTON, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT,
                                GUMBO_TAG_TEMPLATE, GUMBO_TAG_DEL,    GUMBO_TAG_AUDIO,  GUMBO_TAG_VIDEO,
                                GUMBO_TAG_CANVAS,   GUMBO_TAG_SVG};
constexpr std::array kBlocks = {GUMBO_TAG_P,       GUMBO_TAG_DIV,  GUMBO_TAG_LI,     GUMBO_TAG_UL,
                                GUMBO_TAG_OL,      GUMBO_TAG_H1,   GUMBO_TAG_H2,     GUMBO_TAG_H3,
                                GUMBO_TAG_H4,      GUMBO_TAG_H5,   GUMBO_TAG_H6,     GUMBO_TAG_SECTION,
                                GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN, GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER,
                                GUMBO_TAG_DT,      GUMBO_TAG_DD,   GUMBO_TAG_HR,     GUMBO_TAG_PRE,
                                GUMBO_TAG_CAPTION, GUMBO_TAG_FORM, GUMBO_TAG_CENTER, GUMBO_TAG_BLOCKQUOTE};

struct HtmlNotes {
  std::size_t pictures = 0;
  std::size_t hidden_rows = 0;
};

int span_of(const GumboNode& cell, const char* name) {
  const std::string_view text = base::trimmed(attribute_of(cell, name));
  int value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 1, kMaxSheetColumns + 1);
}

class HtmlReader {
 public:
  HtmlReader(const base::SourcePtr& file, const GumboNode& root)
      : file_(file), layout_(root), prose_(std::make_shared<base::Source>(base::Source{file->name, {}})) {
    document_.prose = prose_;
  }

  diag::Result<WrittenDocument> read(const GumboNode& root) {
    read_styles(root, 0);
    ShownText text;
    walk(root, text, true, 0);
    end_paragraphs(text);
    if (refusal_) return std::move(*refusal_);
    std::erase_if(document_.tables, [](const Sheet& sheet) { return sheet.cells.empty(); });
    diag::Result<WrittenDocument> result(std::move(document_));
    const base::Place place{file_, 0, 0, 0};
    if (notes_.hidden_rows > 0) {
      result.problems.push_back({"I129", fmt::format("有 {} 行是隐藏的，没有读", notes_.hidden_rows),
                                 "只读表上看得见的行和列。", "要读的，取消隐藏，保存后再导入。", place});
    }
    if (notes_.pictures > 0) {
      result.problems.push_back(
          {"I126", fmt::format("文件里有图片 {} 处、嵌入的文件 0 处，里面的内容没有读", notes_.pictures),
           "图片里的表不是网页的表格。", "里面有绩效表的，找到原来的表格，或先识别成文字。", place});
    }
    return result;
  }

 private:
  void read_styles(const GumboNode& node, std::size_t depth) {
    if (!is_element(node) || depth > kMaxHtmlDepth) return;
    const GumboVector& children = children_of_node(node);
    const bool style = node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == GUMBO_TAG_STYLE;
    for (unsigned i = 0; i < children.length; ++i) {
      const GumboNode& child = child_at(children, i);
      if (style && !is_element(child)) styles_.read(child.v.text.text);
      read_styles(child, depth + 1);
    }
  }

  bool is_hidden(const GumboNode& node) const {
    if (has_attribute(node, "hidden")) return true;
    const int written = HtmlStyles::hidden_by(attribute_of(node, "style"));
    if (written >= 0) return written == 1;
    return styles_.hides(gumbo_normalized_tagname(node.v.element.tag), attribute_of(node, "class"),
                         attribute_of(node, "id"));
  }

  /// Text and tables below a node, into a cell or (top) into the document.
  void walk(const GumboNode& node, ShownText& text, bool top, std::size_t depth) {
    if (refusal_) return;
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA || node.type == GUMBO_NODE_WHITESPACE)
      return text.put(node.v.text.text);
    if (!is_element(node)) return;
    if (depth > kMaxHtmlDepth) {
      refusal_ = diag::Diagnostic{"I112",
                                  "网页的标记套得太深，没有读",
                                  fmt::format("最多 {} 层。", kMaxHtmlDepth),
                                  "用浏览器打开，另存为网页，或打印成 PDF 再导入。",
                                  {file_, 0, 0, 0}};
      return;
    }
    const GumboTag tag = node.type == GUMBO_NODE_DOCUMENT ? GUMBO_TAG_HTML : node.v.element.tag;
    if (among_tags(tag, kUnseen)) return;
    if (node.type == GUMBO_NODE_ELEMENT && is_hidden(node)) {
      if (tag == GUMBO_TAG_TABLE) ++notes_.hidden_rows;
      return;
    }
    switch (tag) {
      case GUMBO_TAG_BR:
        return text.end_line();
      case GUMBO_TAG_IMG:
        ++notes_.pictures;
        return;
      case GUMBO_TAG_INPUT:
        return put_input(node, text);
      case GUMBO_TAG_SELECT:
        return put_choice(node, text, depth);
      case GUMBO_TAG_SUP: {
        ShownText inner;
        walk_children(node, inner, false, depth);
        const std::string raised = inner.take();
        const std::u32string characters = superscript(raised);
        std::string shown;
        for (const char32_t c : characters) base::append_utf8(shown, c);
        return text.put(shown.empty() ? raised : shown);
      }
      case GUMBO_TAG_A: {
        ShownText inner;
        walk_children(node, inner, false, depth);
        const std::string words = inner.take();
        if (!is_word_of_the_page(words)) text.put(words);
        return;
      }
      case GUMBO_TAG_TABLE:
        if (top) end_paragraphs(text);
        return table(node, text, top, depth);
      default:
        break;
    }
    const bool block = among_tags(tag, kBlocks);
    if (block) text.end_line();
    walk_children(node, text, top, depth);
    if (block) text.end_line();
  }

  void walk_children(const GumboNode& node, ShownText& text, bool top, std::size_t depth) {
    const GumboVector& children = children_of_node(node);
    for (unsigned i = 0; i < children.length; ++i) walk(child_at(children, i), text, top, depth + 1);
  }

  static void put_input(const GumboNode& node, ShownText& text) {
    const std::string_view type = attribute_of(node, "type");
    if (type == "checkbox" || type == "radio") return text.put(has_attribute(node, "checked") ? "☑" : "□");
    if (type.empty() || type == "text" || type == "number") text.put(attribute_of(node, "value"));
  }

  void put_choice(const GumboNode& node, ShownText& text, std::size_t depth) {
    const GumboVector& children = children_of_node(node);
    for (unsigned i = 0; i < children.length; ++i) {
      const GumboNode& option = child_at(children, i);
      if (is_element(option) && has_attribute(option, "selected"))
        return walk_children(option, text, false, depth);
    }
  }

  void end_paragraphs(ShownText& text) {
    const std::string all = text.take();
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t end = std::min(all.find('\n', at), all.size());
      const std::string_view line = base::trimmed(std::string_view(all).substr(at, end - at));
      at = end + 1;
      if (line.empty() || is_word_of_the_page(line)) continue;
      const int length = static_cast<int>(base::count_characters(line));
      prose_->text.append(line) += '\n';
      above_.push_back({std::string(line), {prose_, ++prose_lines_, 1, length}});
    }
  }

  void rows_below(const GumboNode& node, HtmlRows& rows, std::size_t depth) {
    const GumboVector& children = children_of_node(node);
    for (unsigned i = 0; i < children.length; ++i) {
      const GumboNode& child = child_at(children, i);
      if (child.type != GUMBO_NODE_ELEMENT) continue;
      const GumboTag tag = child.v.element.tag;
      if (tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT) {
        if (is_hidden(child)) {
          ++notes_.hidden_rows;
        } else if (depth < kMaxHtmlDepth) {
          rows_below(child, rows, depth + 1);
        }
      }
      if (tag != GUMBO_TAG_TR) continue;
      if (is_hidden(child)) {
        ++notes_.hidden_rows;
        continue;
      }
      std::vector<const GumboNode*>& cells = rows.emplace_back();
      for (unsigned k = 0; k < child.v.element.children.length; ++k) {
        const GumboNode& cell = child_at(child.v.element.children, k);
        const bool is_cell = cell.type == GUMBO_NODE_ELEMENT &&
                             (cell.v.element.tag == GUMBO_TAG_TD || cell.v.element.tag == GUMBO_TAG_TH);
        if (is_cell) cells.push_back(&cell);
      }
    }
  }

  void table(const GumboNode& node, ShownText& around, bool top, std::size_t depth) {
    HtmlRows rows;
    rows_below(node, rows, 0);
    const GumboVector& children = children_of_node(node);
    for (unsigned i = 0; i < children.length; ++i) {
      const GumboNode& child = child_at(children, i);
      if (child.type == GUMBO_NODE_ELEMENT && child.v.element.tag == GUMBO_TAG_CAPTION)
        walk(child, around, top, depth + 1);
    }
    if (top) end_paragraphs(around);
    if (layout_.is_layout(node, rows)) {
      for (const auto& row : rows) {
        for (const GumboNode* cell : row) {
          around.end_line();
          walk_children(*cell, around, top, depth + 1);
          around.end_line();
        }
      }
      return;
    }
    const std::size_t index = document_.tables.size();
    document_.tables.emplace_back();
    Sheet sheet;
    sheet.source =
        std::make_shared<const base::Source>(base::Source{file_->name, {}, fmt::format("表格{}", index + 1)});
    if (top) sheet.above = std::exchange(above_, {});
    std::vector<int> filled_to;  // by column, the last row that a cell from above fills
    for (std::size_t i = 0; i < rows.size() && !refusal_; ++i) {
      const int number = static_cast<int>(i) + 1;
      std::size_t column = 0;
      for (const GumboNode* cell : rows[i]) {
        while (column < filled_to.size() && filled_to[column] >= number) ++column;
        const int columns = span_of(*cell, "colspan");
        const int row_count = std::min(span_of(*cell, "rowspan"), static_cast<int>(rows.size() - i));
        ShownText text;
        if (!is_hidden(*cell)) walk_children(*cell, text, false, depth + 1);
        if (refusal_) return;
        const std::size_t end = column + static_cast<std::size_t>(columns);
        if (end > 2 * static_cast<std::size_t>(kMaxSheetColumns)) break;
        if (filled_to.size() < end) filled_to.resize(end, 0);
        std::fill(filled_to.begin() + static_cast<std::ptrdiff_t>(column),
                  filled_to.begin() + static_cast<std::ptrdiff_t>(end), number + row_count - 1);
        refusal_ = add_cell(sheet, {.text = text.take(),
                                    .row = number,
                                    .column = static_cast<int>(column) + 1,
                                    .rows = row_count,
                                    .columns = columns});
        if (refusal_) return;
        column = end;
      }
    }
    std::stable_sort(sheet.cells.begin(), sheet.cells.end(), [](const SheetCell& a, const SheetCell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    document_.tables[index] = std::move(sheet);
  }

  base::SourcePtr file_;
  HtmlStyles styles_;
  HtmlLayout layout_;
  std::shared_ptr<base::Source> prose_;
  int prose_lines_ = 0;
  WrittenDocument document_;
  std::vector<model::Field> above_;
  HtmlNotes notes_;
  std::optional<diag::Diagnostic> refusal_;
};

}  // namespace

diag::Result<WrittenDocument> sheets_from_html(const base::SourcePtr& file) {
  auto html = html_text(file);
  if (!html) return std::move(html.problems);
  if (too_many_tags((*html)->text)) {
    return diag::Diagnostic{"I112",
                            "网页的标记太多，没有读",
                            fmt::format("最多 {} 个。", kMaxHtmlTags),
                            "把网页里的表另存成 .xlsx 再导入。",
                            {file, 0, 0, 0}};
  }
  GumboOutput* output =
      gumbo_parse_with_options(&kGumboDefaultOptions, (*html)->text.data(), (*html)->text.size());
  auto result = HtmlReader(file, *output->document).read(*output->document);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  result.problems.insert(result.problems.begin(), std::make_move_iterator(html.problems.begin()),
                         std::make_move_iterator(html.problems.end()));
  return result;
}

}  // namespace jiheng::office
