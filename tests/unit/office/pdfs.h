// PDF files made in a test, object by object: pages of text and lines in points from the lower left corner, and what was read
// of them as text.
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/base/text.h"
#include "engine/office/pdf/sheets_from_pdf.h"
#include "tests/unit/office/packages.h"

namespace jiheng::office {

/// The objects of a file, 1 first; 1 is the catalogue, 2 the list of pages.
inline std::string pdf_of_objects(const std::vector<std::string>& objects) {
  std::string out = "%PDF-1.7\n";
  std::string places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    places += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t table = out.size();
  out += fmt::format(
      "xref\n0 {}\n0000000000 65535 f \n{}trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
      objects.size() + 1, places, objects.size() + 1, table);
  return out;
}

inline std::string pdf_stream(const std::string& bytes, const std::string& entries = "") {
  return fmt::format("<< /Length {} {} >>\nstream\n{}\nendstream", bytes.size(), entries, bytes);
}

/// What a page is made of; /F1 shows UTF-16, half an em wide for ASCII.
struct PdfMade {
  std::vector<std::string> pages;         ///< content streams
  std::string page_entries = {};          ///< "/Rotate 90"
  std::string fonts = {};                 ///< "/F2 << … >>"
  std::string resources = {};             ///< "/XObject << /X1 20 0 R >>"
  std::vector<std::string> objects = {};  ///< from object kFirstOther on
};
inline constexpr int kFirstOther = 100;

inline std::string pdf_of(const PdfMade& made) {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", ""};
  std::string kids;
  for (const std::string& page : made.pages) {
    kids += fmt::format("{} 0 R ", objects.size() + 1);
    objects.push_back(fmt::format("<< /Type /Page /Parent 2 0 R /Contents {} 0 R {} >>", objects.size() + 2,
                                  made.page_entries));
    objects.push_back(pdf_stream(page));
  }
  const std::string font =
      "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UTF16-H /DescendantFonts [<< /Type "
      "/Font "
      "/Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
      "/Supplement 2 >> "
      "/DW 1000 /W [1 95 500] >>] >>";
  objects[1] = fmt::format(
      "<< /Type /Pages /Count {} /Kids [{}] /MediaBox [0 0 600 800] /Resources << /Font << /F1 {} {} >> {} "
      ">> >>",
      made.pages.size(), kids, font, made.fonts, made.resources);
  if (!made.objects.empty()) objects.resize(kFirstOther - 1, "null");
  objects.insert(objects.end(), made.objects.begin(), made.objects.end());
  return pdf_of_objects(objects);
}

/// "人" -> 4EBA, for a hexadecimal string.
inline std::string utf16_hex(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    at += c.bytes;
    out += fmt::format("{:04X}", static_cast<unsigned>(c.value));
  }
  return out;
}

inline std::string pdf_text(double x, double y, const std::string& text, double size = 10) {
  return fmt::format("BT /F1 {} Tf {} {} Td <{}> Tj ET\n", size, x, y, utf16_hex(text));
}

inline std::string pdf_line(double x1, double y1, double x2, double y2) {
  return fmt::format("{} {} m {} {} l S\n", x1, y1, x2, y2);
}

/// A grid with all its lines, its upper left corner at (50, top), rows 20 high, columns as wide as stated; the texts 4 points
/// from the left edges. A text "^" has no line above it, "<" none to its left.
inline std::string pdf_grid(double top, const std::vector<double>& widths,
                            const std::vector<std::vector<std::string>>& rows) {
  std::string out;
  double y = top;
  for (std::size_t r = 0; r <= rows.size(); ++r, y -= 20) {
    double x = 50;
    for (std::size_t c = 0; c <= widths.size(); ++c) {
      const bool cell = r < rows.size() && c < widths.size();
      const std::string text = cell ? rows[r][c] : "";
      if (c < widths.size() && text != "^") out += pdf_line(x, y, x + widths[c], y);
      if (r < rows.size() && text != "<") out += pdf_line(x, y, x, y - 20);
      if (cell && text != "^" && text != "<" && !text.empty()) out += pdf_text(x + 4, y - 14, text);
      if (c < widths.size()) x += widths[c];
    }
  }
  return out;
}

inline diag::Result<WrittenDocument> read_made(const PdfMade& made) {
  return sheets_from_pdf(file_of(pdf_of(made), "t.pdf"));
}
inline diag::Result<WrittenDocument> read_content(const std::string& content) {
  return read_made({.pages = {content}});
}

/// A1=甲|B1(2x1)=乙 and so on, a table a line; (rows x columns) where it is merged; \n as /.
inline std::string shown_tables(const diag::Result<WrittenDocument>& document) {
  if (!document) return document.problems.front().id;
  std::string out;
  for (const Sheet& sheet : document->tables) {
    if (!out.empty()) out += '\n';
    bool first = true;
    for (const SheetCell& cell : sheet.cells) {
      if (!std::exchange(first, false)) out += '|';
      out += fmt::format("{}{}", static_cast<char>('A' + cell.column - 1), cell.row);
      if (cell.rows > 1 || cell.columns > 1) out += fmt::format("({}x{})", cell.rows, cell.columns);
      out += '=';
      for (const char ch : cell.text) out += ch == '\n' ? '/' : ch;
    }
  }
  return out;
}

inline std::string ids_of(const diag::Result<WrittenDocument>& document) {
  std::string out;
  for (const diag::Diagnostic& problem : document.problems) out += (out.empty() ? "" : " ") + problem.id;
  return out;
}

}  // namespace jiheng::office
