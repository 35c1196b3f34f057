// Takes headings, paragraphs and grids, gives word/document.xml in its package. Leaves what a page looks like to the
// callers and what a style looks like to docx_package.cc.
#include "engine/office/word/docx_document.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <pugixml.hpp>
#include <vector>

#include "engine/base/text.h"
#include "engine/office/word/docx_package.h"

namespace jiheng::office {
namespace {

using pugi::xml_node;

constexpr int kA4Short = 11906;
constexpr int kA4Long = 16838;
constexpr std::string_view kBlankBegins = "〔请填写";
constexpr std::string_view kBlankEnds = "〕";
/// A row with a longer text than this may break over two pages.
constexpr std::size_t kLongCell = 400;

xml_node add_node(xml_node parent, const char* name) { return parent.append_child(name); }

template <typename Value>
xml_node add_node(xml_node parent, const char* name, Value value) {
  xml_node node = parent.append_child(name);
  node.append_attribute("w:val").set_value(value);
  return node;
}

/// What XML can hold and a reader should see: no control characters, no marks that turn the direction of writing.
std::string clean(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    at += c.bytes;
    if (c.value == U'\t') {
      out += ' ';
    } else if (!base::is_control(c.value) && c.value != 0xFFFE && c.value != 0xFFFF) {
      base::append_utf8(out, c.value);
    }
  }
  return out;
}

const char* paper_colour_of(Mark mark) {
  switch (mark) {
    case Mark::bad:
      return "C00000";
    case Mark::unsure:
      return "9C5700";
    case Mark::muted:
      return "595959";
    case Mark::plain:
    case Mark::strong:
    case Mark::good:
      break;
  }
  return nullptr;
}

struct RunLook {
  Mark mark = Mark::plain;
  bool bold = false;
  int half_points = 0;  ///< 0: the style's
};

void put_run(xml_node paragraph, const std::string& text, const RunLook& look, bool blank) {
  xml_node run = add_node(paragraph, "w:r");
  const char* colour = paper_colour_of(look.mark);
  const bool bold = look.bold || look.mark == Mark::strong;
  if (bold || colour != nullptr || look.half_points > 0 || blank) {
    xml_node properties = add_node(run, "w:rPr");
    if (bold) {
      add_node(properties, "w:b");
      add_node(properties, "w:bCs");
    }
    if (colour != nullptr) add_node(properties, "w:color", colour);
    if (look.half_points > 0) {
      add_node(properties, "w:sz", look.half_points);
      add_node(properties, "w:szCs", look.half_points);
    }
    if (blank) add_node(properties, "w:highlight", "yellow");
  }
  xml_node node = add_node(run, "w:t");
  node.append_attribute("xml:space").set_value("preserve");
  node.text().set(text.c_str());
}

/// One line: what is a blank is highlighted.
void put_line(xml_node paragraph, std::string_view line, const RunLook& look) {
  const std::string text = clean(line);
  std::size_t from = 0;
  while (from < text.size()) {
    std::size_t begin = text.find(kBlankBegins, from);
    const std::size_t end = begin == std::string::npos ? begin : text.find(kBlankEnds, begin);
    if (end == std::string::npos) begin = text.size();
    if (begin > from) put_run(paragraph, text.substr(from, begin - from), look, false);
    if (end == std::string::npos) return;
    from = end + kBlankEnds.size();
    put_run(paragraph, text.substr(begin, from - begin), look, true);
  }
}

void put_text(xml_node paragraph, std::string_view text, const RunLook& look) {
  bool first = true;
  while (true) {
    const std::size_t end = text.find('\n');
    if (!first) add_node(add_node(paragraph, "w:r"), "w:br");
    put_line(paragraph, text.substr(0, end), look);
    first = false;
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

xml_node put_styled(xml_node parent, std::string_view style) {
  xml_node paragraph = add_node(parent, "w:p");
  add_node(add_node(paragraph, "w:pPr"), "w:pStyle", std::string(style).c_str());
  return paragraph;
}

std::string_view style_id_of(xml_node paragraph) {
  return paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").as_string();
}

void put_page(xml_node section, const DocxPage& page) {
  xml_node footer = add_node(section, "w:footerReference");
  footer.append_attribute("w:type").set_value("default");
  footer.append_attribute("r:id").set_value("rId4");
  xml_node size = add_node(section, "w:pgSz");
  size.append_attribute("w:w").set_value(page.landscape ? kA4Long : kA4Short);
  size.append_attribute("w:h").set_value(page.landscape ? kA4Short : kA4Long);
  if (page.landscape) size.append_attribute("w:orient").set_value("landscape");
  xml_node margins = add_node(section, "w:pgMar");
  constexpr int kFooterFromEdge = 850;
  for (const auto& [name, value] : std::array<std::pair<const char*, int>, 7>{{{"w:top", page.top},
                                                                               {"w:right", page.right},
                                                                               {"w:bottom", page.bottom},
                                                                               {"w:left", page.left},
                                                                               {"w:header", kFooterFromEdge},
                                                                               {"w:footer", kFooterFromEdge},
                                                                               {"w:gutter", 0}}}) {
    margins.append_attribute(name).set_value(value);
  }
}

/// Which cell lies over each place of the grid; -1 where none does. Cells outside it, or on a place that is taken, are
/// not drawn over others.
std::vector<int> owners_of(const PaperTable& form) {
  const int columns = static_cast<int>(form.widths.size());
  std::vector<int> owners(static_cast<std::size_t>(form.rows) * form.widths.size(), -1);
  for (std::size_t i = 0; i < form.cells.size(); ++i) {
    const PaperCell& cell = form.cells[i];
    for (int row = cell.row; row < std::min(cell.row + cell.rows, form.rows); ++row) {
      for (int column = cell.column; column < std::min(cell.column + cell.columns, columns); ++column) {
        int& owner =
            owners[static_cast<std::size_t>(row) * form.widths.size() + static_cast<std::size_t>(column)];
        if (owner < 0) owner = static_cast<int>(i);
      }
    }
  }
  return owners;
}

/// Twips of each column; together `width`.
std::vector<int> twips_of(const std::vector<double>& widths, int width) {
  double total = 0;
  for (const double w : widths) total += w;
  std::vector<int> out;
  double before = 0;
  int used = 0;
  for (const double w : widths) {
    before += w;
    const int end = static_cast<int>(std::lround(before / (total > 0 ? total : 1) * width));
    out.push_back(end - used);
    used = end;
  }
  return out;
}

void put_borders(xml_node parent, const char* name, const char* kind,
                 std::initializer_list<const char*> sides) {
  xml_node borders = add_node(parent, name);
  for (const char* side : sides) {
    xml_node border = add_node(borders, side, kind);
    border.append_attribute("w:sz").set_value(4);
    border.append_attribute("w:space").set_value(0);
    border.append_attribute("w:color").set_value("000000");
  }
}

class TableWriter {
 public:
  TableWriter(xml_node body, const PaperTable& form, int width, int half_points)
      : form_(form),
        half_points_(half_points),
        owners_(owners_of(form)),
        twips_(twips_of(form.widths, width)),
        table_(add_node(body, "w:tbl")) {
    xml_node properties = add_node(table_, "w:tblPr");
    put_width(properties, "w:tblW", width);
    add_node(properties, "w:jc", "center");
    put_borders(properties, "w:tblBorders", "single",
                {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"});
    add_node(properties, "w:tblLayout").append_attribute("w:type").set_value("fixed");
    xml_node grid = add_node(table_, "w:tblGrid");
    for (const int w : twips_) add_node(grid, "w:gridCol").append_attribute("w:w").set_value(w);
  }

  void put_rows() {
    for (int row = 0; row < form_.rows; ++row) put_row(row);
  }

 private:
  static void put_width(xml_node parent, const char* name, int twips) {
    xml_node width = add_node(parent, name);
    width.append_attribute("w:w").set_value(twips);
    width.append_attribute("w:type").set_value("dxa");
  }

  int owner(int row, int column) const {
    return owners_[static_cast<std::size_t>(row) * form_.widths.size() + static_cast<std::size_t>(column)];
  }

  void put_row(int row) {
    xml_node node = add_node(table_, "w:tr");
    xml_node properties = add_node(node, "w:trPr");
    const int columns = static_cast<int>(form_.widths.size());
    std::size_t longest = 0;
    for (int column = 0; column < columns; ++column) {
      const int i = owner(row, column);
      if (i >= 0) longest = std::max(longest, form_.cells[static_cast<std::size_t>(i)].text.size() / 3);
    }
    if (longest <= kLongCell) add_node(properties, "w:cantSplit");
    // Word repeats only the rows a table begins with.
    if (form_.repeat_first == 0 && row < form_.repeat_last) add_node(properties, "w:tblHeader");
    for (int column = 0; column < columns;) {
      const int i = owner(row, column);
      int span = 1;
      while (i >= 0 && column + span < columns && owner(row, column + span) == i) ++span;
      put_cell(node, row, column, span, i);
      column += span;
    }
  }

  void put_cell(xml_node row_node, int row, int column, int span, int i) {
    xml_node node = add_node(row_node, "w:tc");
    xml_node properties = add_node(node, "w:tcPr");
    int width = 0;
    for (int c = column; c < column + span; ++c) width += twips_[static_cast<std::size_t>(c)];
    put_width(properties, "w:tcW", width);
    if (span > 1) add_node(properties, "w:gridSpan", span);
    const PaperCell nothing = {};
    const PaperCell& cell = i < 0 ? nothing : form_.cells[static_cast<std::size_t>(i)];
    const bool begins = i < 0 || row == 0 || owner(row - 1, column) != i;
    const bool reaches_on = i >= 0 && row + 1 < form_.rows && owner(row + 1, column) == i;
    if (!begins) add_node(properties, "w:vMerge", "continue");
    if (begins && reaches_on) add_node(properties, "w:vMerge", "restart");
    const bool open = cell.look == Look::title || cell.look == Look::note;
    if (open) put_borders(properties, "w:tcBorders", "nil", {"w:top", "w:left", "w:bottom", "w:right"});
    if (cell.look == Look::heading) {
      xml_node shade = add_node(properties, "w:shd", "clear");
      shade.append_attribute("w:color").set_value("auto");
      shade.append_attribute("w:fill").set_value("F2F2F2");
    }
    add_node(properties, "w:vAlign", "center");
    xml_node paragraph = put_styled(node, style_of(cell.look));
    if (cell.look == Look::heading) add_node(paragraph.child("w:pPr"), "w:keepNext");
    const bool centred = cell.look == Look::label || cell.look == Look::heading;
    if (centred || cell.align == Align::right)
      add_node(paragraph.child("w:pPr"), "w:jc", centred ? "center" : "right");
    RunLook look{cell.mark, cell.look == Look::total, cell.look == Look::title ? 0 : half_points_};
    if (begins && !cell.text.empty()) put_text(paragraph, cell.text, look);
  }

  static std::string_view style_of(Look look) {
    if (look == Look::title) return "FormTitle";
    return look == Look::heading ? "TableHeading" : "TableText";
  }

  const PaperTable& form_;
  int half_points_;
  std::vector<int> owners_;
  std::vector<int> twips_;
  xml_node table_;
};

struct StringWriter : pugi::xml_writer {
  void write(const void* data, std::size_t size) override {
    out.append(static_cast<const char*>(data), size);
  }
  std::string out;
};

}  // namespace

int DocxPage::text_width() const { return (landscape ? kA4Long : kA4Short) - left - right; }

struct DocxDocument::Parts {
  pugi::xml_document xml;
  xml_node body;
  bool has_title = false;
};

DocxDocument::DocxDocument() : parts_(std::make_unique<Parts>()) {
  xml_node declaration = parts_->xml.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("UTF-8");
  declaration.append_attribute("standalone").set_value("yes");
  xml_node document = add_node(parts_->xml, "w:document");
  document.append_attribute("xmlns:w").set_value(
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
  document.append_attribute("xmlns:r").set_value(
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
  parts_->body = add_node(document, "w:body");
}

DocxDocument::~DocxDocument() = default;

void DocxDocument::put_heading(int level, std::string_view text) {
  constexpr std::array<std::string_view, 5> kStyles = {"Title", "Heading1", "Heading2", "Heading3",
                                                       "Heading4"};
  const auto index = static_cast<std::size_t>(std::clamp(level, 1, static_cast<int>(kStyles.size())) - 1);
  xml_node paragraph = put_styled(parts_->body, kStyles[index]);
  if (index == 0 && parts_->has_title) add_node(paragraph.child("w:pPr"), "w:pageBreakBefore");
  parts_->has_title = parts_->has_title || index == 0;
  put_text(paragraph, text, {});
}

void DocxDocument::put_paragraph(std::string_view style, std::string_view text, Mark mark) {
  put_text(put_styled(parts_->body, style), text, {mark});
}

void DocxDocument::put_table(const PaperTable& form, int width, int half_points) {
  if (form.rows <= 0 || form.widths.empty()) return;
  xml_node above = parts_->body.last_child();
  if (std::string_view(above.name()) == "w:p" && style_id_of(above) != "Gap") {
    above.child("w:pPr").insert_child_after("w:keepNext", above.child("w:pPr").child("w:pStyle"));
  }
  TableWriter(parts_->body, form, width, half_points).put_rows();
  put_styled(parts_->body, "Gap");  // two tables with nothing between them would become one
}

void DocxDocument::put_form(const PaperTable& form, int width, int half_points) {
  PaperTable table = form;
  const auto inside = std::find_if(table.cells.begin(), table.cells.end(), [](const PaperCell& cell) {
    return (cell.look != Look::title && cell.look != Look::note) || cell.rows > 1;
  });
  const int first = inside == table.cells.end() ? table.rows : inside->row;
  xml_node line;
  int line_row = -1;
  for (auto cell = table.cells.begin(); cell != inside && cell->row < first; ++cell) {
    if (cell->row != line_row) {
      line = put_styled(parts_->body, cell->look == Look::title ? "FormTitle" : "FormNote");
      line_row = cell->row;
      const bool alone = cell->columns == static_cast<int>(table.widths.size());
      if (alone && cell->look == Look::note) add_node(line.child("w:pPr"), "w:jc", "center");
      xml_node tabs = alone ? xml_node() : add_node(line.child("w:pPr"), "w:tabs");
      if (tabs) add_node(tabs, "w:tab", "right").append_attribute("w:pos").set_value(width);
    } else {
      add_node(add_node(line, "w:r"), "w:tab");
    }
    put_text(line, cell->text, {cell->mark});
  }
  std::erase_if(table.cells, [first](const PaperCell& cell) { return cell.row < first; });
  for (PaperCell& cell : table.cells) cell.row -= first;
  table.rows -= first;
  table.repeat_first -= first;
  table.repeat_last -= first;
  put_table(table, width, half_points);
}

void DocxDocument::end_section(const DocxPage& page) {
  xml_node paragraph = parts_->body.last_child();
  if (paragraph.empty() || std::string_view(paragraph.name()) != "w:p")
    paragraph = put_styled(parts_->body, "Gap");
  put_page(add_node(paragraph.child("w:pPr"), "w:sectPr"), page);
}

std::string DocxDocument::bytes(const DocxPage& page) {
  put_page(add_node(parts_->body, "w:sectPr"), page);
  StringWriter writer;
  parts_->xml.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
  return docx_package(writer.out);
}

}  // namespace jiheng::office
