// engine/office/word/docx_document.h: a Word document while it is written: headings, paragraphs and tables in the styles of
// docx_package.h. Texts stay texts: escaped, control characters dropped, 〔请填写…〕 highlighted.
// Units   twips: twentieths of a point, 1440 an inch.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/office/paper.h"

namespace jiheng::office {

struct DocxPage {
  bool landscape = false;
  int top = 0;
  int right = 0;
  int bottom = 0;
  int left = 0;
  int text_width() const;
};

class DocxDocument {
 public:
  DocxDocument();
  ~DocxDocument();
  DocxDocument(const DocxDocument&) = delete;
  DocxDocument& operator=(const DocxDocument&) = delete;

  /// Level 1 is the title (on a new page but for the first), 2 to 5 are Word's headings 1 to 4.
  void put_heading(int level, std::string_view text);
  /// `style` is a style id of docx_package.cc.
  void put_paragraph(std::string_view style, std::string_view text, Mark mark);
  /// The grid over `width` twips, its columns in the proportion of its widths; `half_points` is the size of its text.
  void put_table(const PaperTable& form, int width, int half_points);
  /// The same, but the rows of titles and notes it begins with stand above the table, as paragraphs.
  void put_form(const PaperTable& form, int width, int half_points);
  /// Ends the pages of one form; what follows begins on a new one.
  void end_section(const DocxPage& page);
  /// The whole file. `page` is that of the last section.
  std::string bytes(const DocxPage& page);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace jiheng::office
