// Fonts, limits and whole files: what is shown by which code, hostile content, files of other programs.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "engine/office/pdf/font/pdf_encodings.h"
#include "engine/office/pdf/pdf_file.h"
#include "tests/unit/office/pdfs.h"

namespace jiheng::office {
namespace {

diag::Result<WrittenDocument> pdf_file(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(JIHENG_SOURCE_DIR "/tests/cases/import/pdf/" + name, std::ios::binary).rdbuf();
  return sheets_from_pdf(file_of(text.str(), name));
}

std::string said_first(const diag::Result<WrittenDocument>& document) {
  return document.problems.empty() ? "" : document.problems.front().id;
}

/// The text of a page on which /F2, the font stated, shows a string.
std::string text_in(const std::string& font, const std::string& shown,
                    const std::vector<std::string>& objects = {}) {
  PdfMade made{.pages = {"BT /F2 10 Tf 50 700 Td " + shown + " Tj ET"}};
  made.fonts = "/F2 " + font;
  made.objects = objects;
  const auto document = read_made(made);
  return document ? document->prose->text : said_first(document);
}

std::string composite(const std::string& encoding, const std::string& more = "") {
  return "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding " + encoding + " " + more +
         " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 /W [1 [500 "
         "500] 3 9 600] >>] >>";
}

TEST(PdfFonts, CodesOfChineseCMapsAreCharacters) {
  EXPECT_EQ(text_in(composite("/GBK-EUC-H"), "<BCA8D0A7413130>"), "绩效A10\n");  // 绩 BCA8, 效 D0A7 in GBK
  EXPECT_EQ(text_in(composite("/GBKp-EUC-H"), "<A1DD39>"), "≥9\n");
  EXPECT_EQ(text_in(composite("/GB-H"), "<3C285027>"), "绩效\n");  // the same with the high bits off
  EXPECT_EQ(text_in(composite("/UniGB-UCS2-H"), "<7EE96548>"), "绩效\n");
  EXPECT_EQ(text_in(composite("/UniGB-UTF16-H"), "<D840DC00>"), "𠀀\n");
  EXPECT_EQ(text_in(composite("/UniGB-UTF8-H"), "<E7BBA9>"), "绩\n");
}

TEST(PdfFonts, ToUnicodeCountsBeforeTheEncoding) {
  const std::string cmap = pdf_stream(
      "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0001> <7EE9> endbfchar "
      "2 beginbfrange <0002> <0003> <6548> <0004> <0005> [<0041> <00420043>] endbfrange");
  EXPECT_EQ(text_in(composite("/Identity-H", "/ToUnicode 100 0 R"), "<00010002000300040005>", {cmap}),
            "绩效\u6549ABC\n");
  const std::string simple =
      "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Song /FirstChar 1 /Widths [1000 1000] /ToUnicode "
      "100 0 R >>";
  EXPECT_EQ(text_in(simple, "<0102>", {pdf_stream("2 beginbfchar <01> <7EE9> <02> <6548> endbfchar")}),
            "绩效\n");
}

TEST(PdfFonts, SimpleFontsHaveEncodingsAndDifferences) {
  EXPECT_EQ(text_in("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", "(100%)"), "100%\n");
  EXPECT_EQ(
      text_in(
          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [65 /greaterequal "
          "/uni7EE9 /one.tnum] >> >>",
          "(ABC)"),
      "≥绩1\n");
  EXPECT_EQ(
      text_in("<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >>", "<B197>"),
      "±—\n");
  EXPECT_EQ(text_in("<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>", "<B3A3>"), "≥≤\n");
  EXPECT_EQ(character_of_name("lessequal"), U'≤');
  EXPECT_EQ(character_of_name("nosuchname"), 0U);
  EXPECT_EQ(character_of_code(SimpleEncoding::mac, 0xB3), U'≥');
  EXPECT_EQ(character_of_code(SimpleEncoding::windows, 0x81), 0U);
  EXPECT_FALSE(NamedCMap::find("Identity-H"));
}

/// A font file that has only a table of characters, format 4: 绩 is glyph 3, 效 glyph 4, A and Α (Greek) both glyph 5.
std::string font_file() {
  const auto two = [](unsigned value) {
    return std::string{static_cast<char>(value >> 8U), static_cast<char>(value & 0xFFU)};
  };
  const std::vector<std::pair<unsigned, unsigned>> characters = {
      {'A', 5}, {0x391, 5}, {0x6548, 4}, {0x7EE9, 3}};
  std::string ends;
  std::string starts;
  std::string deltas;
  std::string offsets;
  for (const auto& [character, glyph] : characters) {
    ends += two(character);
    starts += two(character);
    deltas += two((glyph - character) & 0xFFFFU);
    offsets += two(0);
  }
  const std::string map = two(4) + two(0) + two(0) + two(2 * static_cast<unsigned>(characters.size())) +
                          two(0) + two(0) + two(0) + ends + two(0) + starts + deltas + offsets;
  const std::string table = two(0) + two(1) + two(3) + two(1) + two(0) + two(12) + map;
  return std::string("\0\1\0\0", 4) + two(1) + two(0) + two(0) + two(0) + "cmap" + two(0) + two(0) + two(0) +
         two(28) + two(0) + two(static_cast<unsigned>(table.size())) + table;
}

TEST(PdfFonts, WithoutToUnicodeTheTableOfTheEmbeddedFontCounts) {
  const auto font = [](const std::string& map) {
    return "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Song /Encoding /Identity-H /DescendantFonts [<< "
           "/Type "
           "/Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering "
           "(Identity) "
           "/Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontFile2 100 0 R >> /CIDToGIDMap " +
           map + " >>] >>";
  };
  EXPECT_EQ(text_in(font("/Identity"), "<00030004>", {pdf_stream(font_file())}), "绩效\n");
  EXPECT_EQ(
      text_in(font("101 0 R"), "<0001>", {pdf_stream(font_file()), pdf_stream(std::string("\0\0\0\4", 4))}),
      "效\n");
  // A glyph of two characters is none of them; a glyph that no character has is not known.
  EXPECT_EQ(text_in(font("/Identity"), "<00050009>", {pdf_stream(font_file())}), "\uFFFD\uFFFD\n");
  EXPECT_EQ(text_in(font("/Identity"), "<0003>", {pdf_stream(font_file().substr(0, 40))}), "\uFFFD\n");
}

TEST(PdfFonts, GlyphsOfAKnownCollectionAreCharactersWhereItsDataIsInstalled) {
  const std::string font =
      "<< /Type /Font /Subtype /Type0 /BaseFont /STSong /Encoding /Identity-H /DescendantFonts [<< /Type "
      "/Font "
      "/Subtype /CIDFontType0 /BaseFont /STSong /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
      "/Supplement 2 >> "
      ">>] >>";
  // Glyphs 34 and 18 of Adobe-GB1 are A and 1 (Adobe Technical Note 5079).
  const std::string text = text_in(font, "<00220012>");
  EXPECT_EQ(text, std::ifstream("/usr/share/poppler/cidToUnicode/Adobe-GB1") ? "A1\n" : "\uFFFD\uFFFD\n");
}

TEST(PdfFonts, CodesThatOnlyNumberGlyphsAreNotGuessed) {
  EXPECT_EQ(
      text_in("<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Song /FirstChar 1 /Widths [1000 1000] >>",
              "<0141>"),
      "\uFFFD\uFFFD\n");
}

TEST(PdfFonts, CharactersWithoutACodeAreSaid) {
  PdfMade made{.pages = {"BT /F2 10 Tf 50 700 Td <00010002> Tj ET"}};
  made.fonts = "/F2 " + composite("/Identity-H");
  const auto document = read_made(made);
  EXPECT_EQ(document->prose->text, "\uFFFD\uFFFD\n");
  ASSERT_EQ(ids_of(document), "I162");
  EXPECT_EQ(document.problems[0].message, "有 2 个字没有编码，读成“\uFFFD”（第 1 页）");
}

TEST(PdfLimits, FormsThatDrawThemselvesEnd) {
  PdfMade made{.pages = {"/X1 Do " + pdf_text(50, 700, "字")}};
  made.resources = "/XObject << /X1 100 0 R >>";
  made.objects = {pdf_stream("/X1 Do /X1 Do /X1 Do", "/Type /XObject /Subtype /Form /BBox [0 0 600 800]")};
  EXPECT_EQ(ids_of(read_made(made)), "I163");
}

TEST(PdfLimits, APageOfThousandsOfLinesIsADrawing) {
  std::string dashes;
  for (int y = 0; y < 64; ++y)
    for (int x = 0; x < 50; ++x) dashes += pdf_line(100 + 8 * x, 300 - 4 * y, 104 + 8 * x, 300 - 4 * y);
  const auto document = read_content(dashes + pdf_text(50, 700, "图纸"));
  EXPECT_EQ(ids_of(document), "I163");
  EXPECT_EQ(document->prose->text, "图纸\n");
}

TEST(PdfLimits, HostileContentIsReadAsFarAsItMakesSense) {
  std::string nested;
  for (int i = 0; i < 5000; ++i) nested += "q 9 0 0 9 0 0 cm ";
  for (const std::string& content :
       {nested + pdf_text(50, 700, "远"), std::string("Q Q Q ET Tj ' \" TJ Do gs scn re cm Tf"),
        std::string("[ [ [ << /A (x"),
        std::string("BT /F1 1e99 Tf 1 0 0 1 99999999999 0 Tm <7532> Tj 0 0 0 0 0 0 Tm <7532> Tj ET"),
        std::string("0 0 0 0 re S 1 1 m S 1e30 -1e30 m 1e30 5 l S"), std::string("BI ID"),
        std::string("(\\777\\") + '\0'}) {
    const auto document = read_content(content);
    EXPECT_TRUE(document) << content.substr(0, 40);
    EXPECT_EQ(shown_tables(document), "") << content.substr(0, 40);
  }
}

TEST(PdfLimits, WhatIsNoPdfOrHasNoPagesIsDamaged) {
  for (const std::string& bytes :
       {std::string("%PDF-1.7"), std::string("%PDF-1.7\n1 0 obj << >> endobj trailer << /Root 1 0 R >>"),
        pdf_of({.pages = {"x"}}).substr(0, 80)}) {
    EXPECT_EQ(said_first(sheets_from_pdf(file_of(bytes, "t.pdf"))), "I108");
  }
  // The place of the list of objects is lost, the objects are there.
  const std::string whole = pdf_of({.pages = {pdf_text(50, 700, "字")}});
  const auto mended = sheets_from_pdf(file_of(whole.substr(0, whole.find("startxref")), "t.pdf"));
  ASSERT_TRUE(mended);
  EXPECT_EQ(mended->prose->text, "字\n");
}

/// A deflate stream of zeros, `matches` times 258 of them: a literal, then as many copies of what stands before.
std::string zeros_deflated(std::size_t matches) {
  std::string out = "\x78\x9C";
  unsigned byte = 0;
  int filled = 0;
  const auto put = [&](std::string_view bits) {
    for (const char bit : bits) {
      byte |= (bit == '1' ? 1U : 0U) << static_cast<unsigned>(filled);
      if (++filled < 8) continue;
      out += static_cast<char>(byte);
      byte = 0;
      filled = 0;
    }
  };
  put("110");                                                      // the last block, with the fixed codes
  put("00110000");                                                 // the literal 0
  for (std::size_t i = 0; i < matches; ++i) put("1100010100000");  // 258 characters from one before
  put("0000000");                                                  // the end
  while (filled != 0) put("0");
  return out;
}

TEST(PdfLimits, StreamsThatInflateTooFarAreRefused) {
  constexpr std::size_t kTooMany = kMaxPdfStreamBytes / 258 + 1;
  const std::string bomb = zeros_deflated(kTooMany);
  std::string bytes = pdf_of({.pages = {bomb}});
  const std::string length = fmt::format("/Length {} ", bomb.size());
  bytes.replace(bytes.find(length), length.size(), length + "/Filter /FlateDecode ");
  EXPECT_EQ(said_first(sheets_from_pdf(file_of(bytes, "t.pdf"))), "I110");
  PdfMade made{.pages = {"0 0 m"}};
  made.objects = {pdf_stream(bomb, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")};
  EXPECT_EQ(said_first(read_made(made)), "I110");
  made.objects = {pdf_stream(zeros_deflated(10), "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")};
  EXPECT_TRUE(read_made(made));
}

TEST(PdfLimits, AFileOfWhichNoPageCanBeReadIsDamaged) {
  std::string bytes = pdf_of({.pages = {"0 0 m"}});
  bytes.replace(bytes.find("/Length 5 "), 10, "/Length 5 /Filter /NoSuchDecode ");
  const auto document = sheets_from_pdf(file_of(bytes, "t.pdf"));
  ASSERT_EQ(said_first(document), "I108");
  EXPECT_EQ(document.problems.at(0).why, "每一页的内容都解不开。");
}

TEST(PdfFiles, PasswordsOtherLayoutsOfTheFile) {
  EXPECT_EQ(said_first(pdf_file("password.pdf")), "I109");
  const auto plain = pdf_file("linearized.pdf");
  ASSERT_EQ(plain->tables.size(), 1U);
  EXPECT_TRUE(shown_tables(plain).starts_with("A1=项目名称|B1(1x5)=灌区渠道清淤|A2=一级指标"));
  EXPECT_EQ(shown_tables(pdf_file("owner-password.pdf")), shown_tables(plain));
  EXPECT_EQ(shown_tables(pdf_file("object-streams.pdf")), shown_tables(plain));
}

TEST(PdfFiles, TheNationalFormPrintedByChromium) {
  const auto document = pdf_file("national-selfeval.chromium.pdf");
  EXPECT_EQ(
      shown_tables(document),
      "A1(1x2)=项目名称|C1(1x7)=职业技能培训|A2(1x2)=主管部门|C2(1x3)=某县人力资源和社会保障局|F2(1x2)="
      "实施单位|"
      "H2(1x2)=某县就业局|A3(3x2)=项目资金/"
      "（万元）|D3=年初预算数|E3=全年预算数|F3=全年执行数|G3=分值|H3=执行率|I3=得分|"
      "C4=年度资金总额|D4=50.00|E4=48.00|F4=46.92|G4=10|H4=97.75%|I4=9.78|"
      "C5=其中：当年财政拨款|D5=50.00|E5=48.00|F5=46.92|G5=—|H5=97.75%|I5=—|"
      "A6(2x1)=年度总体目标|B6(1x4)=预期目标|F6(1x4)=实际完成情况|B7(1x4)=培训1000人，提高就业能力。|F7(1x4)="
      "培训1046人。|"
      "A8(6x1)=绩效指标|B8=一级指标|C8=二级指标|D8=三级指标|E8=年度指标值|F8=实际完成值|G8=分值|H8=得分|"
      "I8=偏差原因分析及改进措施|B9(3x1)=产出指标|C9=数量指标|D9=培训人数|E9=≥1000人|F9=1046人|G9=20|H9=20|"
      "C10=质量指标|D10=培训合格率|E10=≥95%|F10=93%|G10=20|H10=19.58|I10=部分学员缺考|"
      "C11=时效指标|D11=培训完成时间|E11=12月底前|F11=12月20日|G11=10|H11=10|"
      "B12=效益指标|C12=社会效益指标|D12=就业能力|E12=明显提高|F12=明显提高|G12=30|H12=30|"
      "B13=满意度指标|C13=服务对象满意度指标|D13=学员满意度|E13=≥90%|F13=96%|G13=10|H13=10|A14(1x6)=总分|G14="
      "100|H14=99.36");
  EXPECT_EQ(document->prose->text, "项目支出绩效自评表\n（2023年度）\n注：定性指标按达成程度打分。\n");
  EXPECT_EQ(ids_of(document), "");
}

}  // namespace
}  // namespace jiheng::office
