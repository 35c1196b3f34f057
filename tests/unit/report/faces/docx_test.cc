// Word documents, taken apart again: what is expected is the markup of ECMA-376 for grids drawn by hand.
#include <gtest/gtest.h>
#include <zip.h>

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "engine/report/faces/docx_from_report.h"
#include "engine/report/forms/docx_from_form.h"

namespace jiheng::report {
namespace {

using Lines = std::vector<std::string>;

struct Part {
  std::string name;
  std::string text;
};

std::vector<Part> parts_of(const std::string& bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  EXPECT_NE(archive, nullptr);
  std::vector<Part> parts;
  for (zip_int64_t i = 0; archive != nullptr && i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    std::string text(stat.size, '\0');
    EXPECT_EQ(zip_fread(file, text.data(), text.size()), static_cast<zip_int64_t>(stat.size));
    zip_fclose(file);
    parts.push_back({stat.name, std::move(text)});
  }
  if (archive != nullptr) zip_discard(archive);
  return parts;
}

/// word/document.xml as a tree; fails where it is not well formed.
class Document {
 public:
  explicit Document(const std::string& bytes) {
    for (const Part& part : parts_of(bytes)) {
      if (part.name != "word/document.xml") continue;
      const pugi::xml_parse_result parsed =
          xml_.load_string(part.text.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
      EXPECT_TRUE(parsed) << parsed.description();
    }
    body = xml_.child("w:document").child("w:body");
  }
  pugi::xml_node body;

  std::size_t count(const char* path) const { return xml_.select_nodes(path).size(); }
  Lines texts(const char* path) const {
    Lines out;
    for (const pugi::xpath_node& node : xml_.select_nodes(path)) {
      std::string text;
      for (const pugi::xpath_node& piece : node.node().select_nodes(".//w:t"))
        text += piece.node().text().get();
      out.push_back(text);
    }
    return out;
  }
  std::string attribute(const char* path, const char* name) const {
    return xml_.select_node(path).node().attribute(name).as_string();
  }

 private:
  pugi::xml_document xml_;
};

FormCell paper_form_cell(int row, int column, std::string text, int rows = 1, int columns = 1,
                         Look look = Look::value) {
  FormCell c;
  c.row = row;
  c.column = column;
  c.rows = rows;
  c.columns = columns;
  c.text = std::move(text);
  c.look = look;
  return c;
}

/// Title; then  A | B  C  /  A | D | E,  A over two rows, "B C" over two columns.
Form small_paper_form() {
  Form form;
  form.name = "甲";
  form.widths = {10, 20, 30};
  form.rows = 3;
  form.cells = {paper_form_cell(0, 0, "项目支出绩效自评表", 1, 3, Look::title),
                paper_form_cell(1, 0, "A", 2, 1, Look::label), paper_form_cell(1, 1, "B C", 1, 2),
                paper_form_cell(2, 1, "D"), paper_form_cell(2, 2, "E")};
  form.repeat_first = 1;
  form.repeat_last = 2;
  return form;
}

TEST(DocxPackage, HoldsItsPartsInOneOrderAndNothingOfWhoOrWhen) {
  const std::string bytes = docx_from_report({{Heading{1, "报告"}, Paragraph{"正文"}}});
  Lines names;
  for (const Part& part : parts_of(bytes)) {
    names.push_back(part.name);
    pugi::xml_document xml;
    EXPECT_TRUE(xml.load_string(part.text.c_str())) << part.name;
  }
  EXPECT_EQ(names,
            (Lines{"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
                   "word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/footer1.xml"}));
  EXPECT_EQ(bytes, docx_from_report({{Heading{1, "报告"}, Paragraph{"正文"}}}))
      << "the same bytes every time";
  // Local header of the first part: time at byte 10, day at byte 12; 1980-01-01 00:00 is 0 and 0x0021.
  EXPECT_EQ(bytes.substr(10, 4), std::string("\0\0\x21\0", 4));
}

TEST(DocxFromReport, HeadingsAndParagraphsHaveTheirStyles) {
  const Document d(docx_from_report({{Heading{1, "报告"}, Heading{2, "一、结论"}, Heading{3, "（一）得分"},
                                      Heading{4, "1. 执行"}, Heading{5, "（1）产出"}, Paragraph{"正文"}}}));
  Lines styles;
  for (const pugi::xml_node p : d.body.children("w:p"))
    styles.emplace_back(p.child("w:pPr").child("w:pStyle").attribute("w:val").as_string());
  EXPECT_EQ(styles, (Lines{"Title", "Heading1", "Heading2", "Heading3", "Heading4", "BodyText"}));
  EXPECT_EQ(d.attribute("//w:body/w:sectPr/w:pgSz", "w:w"), "11906") << "A4 upright";
  EXPECT_EQ(d.count("//w:body/w:sectPr/w:footerReference"), 1U);
}

TEST(DocxFromReport, BlanksAreHighlighted) {
  const Document d(
      docx_from_report({{Paragraph{"原因：〔请填写：未完成原因〕。又：〔请填写原因〕〔请填写"}}}));
  EXPECT_EQ(d.texts("//w:r[w:rPr/w:highlight[@w:val='yellow']]"),
            (Lines{"〔请填写：未完成原因〕", "〔请填写原因〕"}));
  EXPECT_EQ(d.texts("//w:p"), Lines{"原因：〔请填写：未完成原因〕。又：〔请填写原因〕〔请填写"});
}

TEST(DocxFromReport, TablesRepeatTheirTitlesAndSpanTheirNotes) {
  Table table{{{"指标"}, {"得分", Align::right, true}}, {{{{"培训"}, {"1.37", Mark::bad}}, {{"说明"}}}}};
  const Document d(docx_from_report({{table}}));
  EXPECT_EQ(d.count("//w:tbl"), 1U);
  EXPECT_EQ(d.texts("//w:tr[w:trPr/w:tblHeader]"), Lines{"指标得分"});
  EXPECT_EQ(d.texts("//w:tc[w:tcPr/w:gridSpan[@w:val='2']]"), Lines{"说明"});
  EXPECT_EQ(d.texts("//w:tc[.//w:jc[@w:val='right']]"), Lines{"1.37"});
  EXPECT_EQ(d.texts("//w:r[w:rPr/w:color[@w:val='C00000']]"), Lines{"1.37"});
}

/// A name and `numbers` columns of numbers with `digits` digits.
std::string size_of_text(const std::string& name, std::size_t numbers, std::size_t digits) {
  Table table{{{"名"}}, {{{{name}}, {}}}};
  for (std::size_t i = 0; i < numbers; ++i) {
    table.columns.push_back({"数", Align::right, true});
    table.rows.front().cells.push_back({std::string(digits, '8')});
  }
  const Document d(docx_from_report({{table}}));
  return d.attribute("//w:tr[2]/w:tc[1]//w:sz", "w:val");
}

TEST(DocxFromReport, WideTablesAreSetSmaller) {
  // The text is 8844 twips wide: 84 columns in 五号 (105 twips each), 98 in 小五, 117 in 六号; a cell's margins take 3.
  const std::string name = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十";  // 60 columns
  EXPECT_EQ(size_of_text("培训", 2, 4), "21") << "all has room";
  // 84 - 8 × 3 - 49 leave 11 columns and 6 lines, 98 - 8 × 3 - 49 leave 25 and 3.
  EXPECT_EQ(size_of_text(name, 7, 7), "18") << "half the lines";
  // 84 - 6 - 4 leave 74 columns: nothing is gained.
  EXPECT_EQ(size_of_text(name, 1, 4), "21");
  // Nine numbers of 8 digits and 30 columns of margins: 102 columns are there in 六号 only.
  EXPECT_EQ(size_of_text(name, 9, 8), "15");
}

TEST(DocxFromReport, TextsNeverBecomeMarkup) {
  const std::string hostile = "<w:p/>&amp;\x01\x1b[2J\xe2\x80\xae=cmd|' /C calc'!A0\xff\xef\xbf\xbe]]>";
  const std::string shown = "<w:p/>&amp;[2J=cmd|' /C calc'!A0\xef\xbf\xbd]]>";
  Table table{{{hostile}}, {{{{hostile}}, {}}}};
  const Document d(docx_from_report({{Heading{1, hostile}, Paragraph{hostile}, table}}));
  EXPECT_EQ(d.texts("//w:body/w:p"), (Lines{shown, shown, ""})) << "the last one keeps two tables apart";
  EXPECT_EQ(d.texts("//w:tc"), (Lines{shown, shown}));
}

TEST(DocxFromReport, ALongNameIsKeptWholeAndMayBreakOverPages) {
  std::string name;
  for (int i = 0; i < 10000; ++i) name += "长";
  Table table{{{"项目"}, {"得分", Align::right, true}}, {{{{name}, {"1"}}, {}}, {{{"短"}, {"2"}}, {}}}};
  const Document d(docx_from_report({{Heading{1, name}, table}}));
  EXPECT_EQ(d.texts("//w:tr[not(w:trPr/w:cantSplit)]"), Lines{name + "1"});
  EXPECT_EQ(d.texts("//w:p[w:pPr/w:pStyle[@w:val='Title']]"), Lines{name});
}

TEST(DocxFromReport, OfNothingIsADocumentStill) {
  const Document d(docx_from_report({}));
  EXPECT_EQ(d.count("//w:body/w:sectPr"), 1U);
}

TEST(DocxFromForm, DrawsMergedCells) {
  const Document d(docx_from_forms(std::vector<Form>{small_paper_form()}));
  EXPECT_EQ(d.texts("//w:body/w:p")[0], "项目支出绩效自评表") << "the title stands above the table";
  EXPECT_EQ(d.texts("//w:tr"), (Lines{"AB C", "DE"}));
  EXPECT_EQ(d.count("//w:tr[1]/w:tc"), 2U);
  EXPECT_EQ(d.texts("//w:tc[w:tcPr/w:vMerge[@w:val='restart']]"), Lines{"A"});
  EXPECT_EQ(d.count("//w:tr[2]/w:tc[1]/w:tcPr/w:vMerge[@w:val='continue']"), 1U);
  EXPECT_EQ(d.texts("//w:tc[w:tcPr/w:gridSpan]"), Lines{"B C"});
  // 11906 - 2 × 1134 = 9638 twips in the proportion 10 : 20 : 30.
  Lines widths;
  for (const pugi::xml_node column : d.body.child("w:tbl").child("w:tblGrid").children())
    widths.emplace_back(column.attribute("w:w").as_string());
  EXPECT_EQ(widths, (Lines{"1606", "3213", "4819"}));
}

TEST(DocxFromForm, LiesDownWhereItIsWideAndEachFormHasItsPages) {
  Form wide = small_paper_form();
  wide.widths = {40, 40, 40};
  const Document d(docx_from_forms(std::vector<Form>{wide, small_paper_form()}));
  EXPECT_EQ(d.count("//w:sectPr"), 2U);
  EXPECT_EQ(d.attribute("//w:p//w:sectPr/w:pgSz", "w:orient"), "landscape");
  EXPECT_EQ(d.attribute("//w:body/w:sectPr/w:pgSz", "w:orient"), "");
  EXPECT_EQ(d.count("//w:tbl"), 2U);
}

TEST(DocxFromForm, EveryRowFillsTheGridWhateverTheCellsSay) {
  Form form = small_paper_form();
  form.cells.push_back(paper_form_cell(2, 2, "over E"));
  form.cells.push_back(paper_form_cell(1, 2, "over B C and below", 9, 9));
  form.cells.push_back(paper_form_cell(7, 7, "outside"));
  form.rows = 4;
  const Document d(docx_from_forms(std::vector<Form>{form}));
  for (const pugi::xml_node row : d.body.child("w:tbl").children("w:tr")) {
    int columns = 0;
    for (const pugi::xml_node c : row.children("w:tc"))
      columns += c.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1);
    EXPECT_EQ(columns, 3);
  }
  EXPECT_EQ(d.texts("//w:tr[2]"), Lines{"DE"});
}

TEST(DocxFromForm, OfNothingIsADocumentStill) {
  EXPECT_EQ(Document(docx_from_forms({})).count("//w:body/w:sectPr"), 1U);
  EXPECT_EQ(Document(docx_from_forms(std::vector<Form>(1))).count("//w:tbl"), 0U);
}

}  // namespace
}  // namespace jiheng::report
