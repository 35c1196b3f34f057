// What of a page is seen: colours, what is painted over, layers, fields.
#include <gtest/gtest.h>

#include "tests/unit/office/pdfs.h"

namespace jiheng::office {
namespace {

std::string prose_of(const diag::Result<WrittenDocument>& document) {
  return document ? document->prose->text : document.problems.front().id;
}

PdfMade with_resources(const std::string& content, const std::string& resources,
                       const std::vector<std::string>& objects = {}) {
  PdfMade made{.pages = {content}};
  made.resources = resources;
  made.objects = objects;
  return made;
}

TEST(PdfSeen, WhiteTextShowsOnDarkAreasOnly) {
  const auto document =
      read_content("1 g " + pdf_text(50, 700, "白底白字") + "0 0 1 rg 50 590 200 30 re f 1 1 1 rg " +
                   pdf_text(60, 600, "蓝底白字") + "1 g 50 490 200 30 re f " + pdf_text(60, 500, "白上白"));
  EXPECT_EQ(prose_of(document), "蓝底白字\n");
  ASSERT_EQ(ids_of(document), "I165");
  EXPECT_EQ(document.problems[0].message, "有 7 个字看不见，没有读（第 1 页）");
}

TEST(PdfSeen, OfASpotColourOneIsFullInk) {
  // /Separation: 1 is the ink, not white; lines and text in it are seen.
  const auto made = with_resources(
      "/Spot cs 1 scn /Spot CS 1 SCN 50 680 100 20 re 150 680 100 20 re S " + pdf_text(54, 686, "黑字"),
      "/ColorSpace << /Spot [/Separation /Black /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] "
      "/N 1 >>] >>");
  EXPECT_EQ(shown_tables(read_made(made)), "A1=黑字");
  const auto gray = with_resources("/G cs 1 scn " + pdf_text(54, 686, "白字"),
                                   "/ColorSpace << /G [/ICCBased 100 0 R] >>", {pdf_stream("", "/N 1")});
  EXPECT_EQ(prose_of(read_made(gray)), "");
}

TEST(PdfSeen, WhatIsPaintedOverIsNotSeen) {
  EXPECT_EQ(prose_of(read_content(pdf_text(50, 700, "旧数") + "1 g 40 690 60 30 re f 0 g " +
                                  pdf_text(50, 700, "新数") + pdf_text(50, 600, "别处"))),
            "新数\n别处\n");
  // A marker that lets text through, and one that mixes with it.
  const std::string resources =
      "/ExtGState << /Half << /ca 0.5 >> /Mix << /BM /Multiply >> /None << /ca 0 >> >>";
  EXPECT_EQ(prose_of(read_made(
                with_resources(pdf_text(50, 700, "标出。") + "q /Half gs 1 1 0 rg 40 690 60 30 re f Q " +
                                   pdf_text(50, 600, "混色。") + "q /Mix gs 1 1 0 rg 40 590 60 30 re f Q " +
                                   "q /None gs " + pdf_text(50, 500, "透明") + "Q",
                               resources))),
            "标出。\n混色。\n");
  // Recognised text below the picture of the page.
  const auto scan = read_made(with_resources(
      pdf_text(50, 700, "识别的字") + "q 600 0 0 800 0 0 cm /Im1 Do Q", "/XObject << /Im1 100 0 R >>",
      {pdf_stream(
          "x",
          "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8")}));
  EXPECT_EQ(ids_of(scan), "I160");
  EXPECT_EQ(prose_of(scan), "");
}

TEST(PdfSeen, LayersThatAreOffAreNot) {
  PdfMade made{.pages = {"/OC /Off BDC " + pdf_text(50, 700, "关。") + "EMC /OC /On BDC " +
                         pdf_text(50, 660, "开。") + "EMC /OC /Any BDC " + pdf_text(50, 620, "有一层开。") +
                         "EMC /OC /All BDC " + pdf_text(50, 580, "全要开。") + "EMC /Span BMC " +
                         pdf_text(50, 540, "无关。") + "EMC /X1 Do"}};
  made.resources =
      "/Properties << /Off 100 0 R /On 101 0 R /Any 102 0 R /All 103 0 R >> /XObject << /X1 104 0 R >>";
  made.objects = {
      "<< /Type /OCG /Name (a) >>", "<< /Type /OCG /Name (b) >>", "<< /Type /OCMD /OCGs [100 0 R 101 0 R] >>",
      "<< /Type /OCMD /OCGs [100 0 R 101 0 R] /P /AllOn >>",
      pdf_stream(pdf_text(50, 500, "形。"), "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /OC 100 0 R")};
  std::string bytes = pdf_of(made);
  const std::string catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
  const std::size_t at = bytes.find(catalogue);
  const auto with_layers = [&](const std::string& usual) {
    std::string out = bytes;  // the places of objects are mended
    out.replace(at, catalogue.size(),
                "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [100 0 R 101 0 R] /D << " + usual +
                    " >> >> >>");
    return prose_of(sheets_from_pdf(file_of(out, "t.pdf")));
  };
  EXPECT_EQ(with_layers("/OFF [100 0 R]"), "开。\n有一层开。\n无关。\n");
  EXPECT_EQ(with_layers("/BaseState /OFF /ON [101 0 R]"), "开。\n有一层开。\n无关。\n");
  EXPECT_EQ(with_layers(""), "关。\n开。\n有一层开。\n全要开。\n无关。\n形。\n");
}

TEST(PdfSeen, FieldsShowWhatIsFilledIn) {
  PdfMade made{.pages = {"50 680 100 20 re 150 680 100 20 re 250 680 100 20 re 350 680 100 20 re S " +
                         pdf_text(254, 686, "持续□")}};
  made.page_entries = "/Annots [100 0 R 101 0 R 102 0 R 103 0 R 104 0 R]";
  made.objects = {
      "<< /Type /Annot /Subtype /Widget /FT /Tx /V (old) /Rect [50 680 150 700] /AP << /N 105 0 R >> >>",
      "<< /Type /Annot /Subtype /Widget /FT /Tx /V <FEFF4E5D516B> /Rect [150 680 250 700] >>",
      "<< /Type /Annot /Subtype /Widget /FT /Btn /AS /Yes /Rect [272 682 286 696] >>",
      "<< /Type /Annot /Subtype /Widget /FT /Tx /F 2 /V (hidden) /Rect [350 680 450 700] >>",
      "<< /Type /Annot /Subtype /Text /Contents (note) /Rect [350 680 450 700] >>",
      // Half as large in its own space as on the page.
      pdf_stream("BT /F1 5 Tf 2 3 Td <" + utf16_hex("95%") + "> Tj ET",
                 "/Type /XObject /Subtype /Form /BBox [0 0 50 10]")};
  EXPECT_EQ(shown_tables(read_made(made)), "A1=95%|B1=九八|C1=持续☑");
}

TEST(PdfSeen, CharactersThatTheEdgeOfThePaperCutsAreSaid) {
  // The page is 600 wide: of six characters three have their middle on it, the next one begins right behind it.
  const auto document = read_content(pdf_text(572, 700, "一二三四五六"));
  EXPECT_EQ(document->prose->text, "一二三\n");
  ASSERT_EQ(ids_of(document), "I165");
  EXPECT_EQ(document.problems[0].message, "有 1 个字印到纸外面去了，没有读（第 1 页）");
  // A browser draws no more than what its margins leave; a cell that is too narrow for its text is no edge of the paper.
  EXPECT_EQ(ids_of(read_content("q 28 28 544 744 re W n " + pdf_text(545, 700, "一二三四") + "Q ")), "I165");
  EXPECT_EQ(ids_of(read_content("q 500 690 72 20 re W n " + pdf_text(545, 700, "一二三四") + "Q ")), "");
  // What stands farther off, as the marks of a printer do, is none of the page.
  EXPECT_EQ(ids_of(read_content(pdf_text(50, 700, "一") + pdf_text(640, 700, "裁切线"))), "");
}

}  // namespace
}  // namespace jiheng::office
