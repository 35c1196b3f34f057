#include "engine/office/word/docx_paragraph.h"

#include <gtest/gtest.h>

#include "tests/unit/office/word_documents.h"

namespace jiheng::office {

namespace {

TEST(DocxParagraph, TextIsWhatAPersonSees) {
  EXPECT_EQ(text_of(r("≥") + r("96") + r("%")), "≥96%");
  EXPECT_EQ(text_of("<w:r><w:t xml:space=\"preserve\">a </w:t></w:r><w:r><w:t xml:space=\"preserve\"> "
                    "</w:t><w:t>b</w:t></w:r>"),
            "a  b");
  EXPECT_EQ(text_of("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>"),
            "a>b/c/d");
  EXPECT_EQ(text_of("<w:r><w:t>2023</w:t><w:noBreakHyphen/><w:t>2024</w:t><w:softHyphen/></w:r>"),
            "2023-2024");
  EXPECT_EQ(text_of("<w:hyperlink>" + r("甲") + "</w:hyperlink><w:smartTag><w:smartTag>" + r("乙") +
                    "</w:smartTag></w:smartTag><w:fldSimple w:instr=\"DATE\">" + r("丙") + "</w:fldSimple>"),
            "甲乙丙");
  EXPECT_EQ(
      text_of("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
              "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
              r("7") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"),
      "7");
  EXPECT_EQ(text_of("<w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r>"
                    "</w:rubyBase></w:ruby></w:r>"),
            "汉");
  EXPECT_EQ(text_of("<w:commentRangeStart/>" + r("甲") +
                    "<w:r><w:commentReference/></w:r><w:r><w:footnoteReference/></w:r>"),
            "甲");
  EXPECT_EQ(text_of(r("甲&amp;乙 &lt;5")), "甲&乙 <5");
  EXPECT_EQ(tables_of(read(tbl(tr(tc(p(r("一")) + p("") + p(r("二"))) + c("x"))))), "表格1 A1=一/二|B1=x");
}

TEST(DocxParagraph, OnlyTheResultOfAFieldIsSeen) {
  const auto mark = [](const std::string& kind) {
    return "<w:r><w:fldChar w:fldCharType=\"" + kind + "\"/></w:r>";
  };
  const std::string code = "<w:r><w:instrText>IF</w:instrText></w:r>";
  const std::string inner = mark("begin") + code + mark("separate") + r("126") + mark("end");
  EXPECT_EQ(text_of(mark("begin") + code + inner + code + mark("separate") + r("达标") + mark("end")),
            "达标");
  EXPECT_EQ(text_of(mark("begin") + code + mark("separate") + r("共") + inner + r("人") + mark("end")),
            "共126人");
  EXPECT_EQ(text_of(mark("begin") + mark("begin") + inner + mark("end") + mark("separate") + r("甲") +
                    mark("end") + r("乙")),
            "甲乙");
  // A field that never ends hides nothing; an end without a beginning is none.
  EXPECT_EQ(text_of(mark("begin") + code + r("甲")), "甲");
  EXPECT_EQ(text_of(mark("end") + r("甲") + mark("separate") + inner), "甲126");
  EXPECT_EQ(text_of("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/>"
                    "<w:listEntry w:val=\"未达标\"/><w:listEntry w:val=\"达标\"/></w:ddList></w:ffData>"
                    "</w:fldChar></w:r>" +
                    code + mark("end")),
            "达标");
}

TEST(DocxParagraph, TextHiddenByAStyleIsNotSeen) {
  const std::string styles =
      "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style "
      "w:styleId=\"a\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>"
      "<w:style w:styleId=\"c\"><w:basedOn w:val=\"b\"/><w:rPr><w:vanish w:val=\"0\"/></w:rPr></w:style>"
      "<w:style w:styleId=\"d\"><w:basedOn w:val=\"d\"/></w:style></w:styles>";
  const auto styled = [](const std::string& style, const std::string& text) {
    return "<w:r><w:rPr><w:rStyle w:val=\"" + style + "\"/></w:rPr><w:t>" + text + "</w:t></w:r>";
  };
  const auto document = sheets_from_docx(file_of(
      package_of({{"word/document.xml",
                   document_xml(tbl(tr(
                       tc(p(styled("a", "1") + styled("b", "2") + styled("c", "3") + styled("d", "4"))) +
                       tc("<w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr>" + r("5") + "</w:p>" + p(r("6"))))))},
                  {"word/styles.xml", styles}}),
      "t.docx"));
  EXPECT_EQ(tables_of(document), "表格1 A1=34|B1=6");
  EXPECT_EQ(ids_of(document.problems), "I124");
}

TEST(DocxParagraph, RadicalsAreReadAsTheIdeographsTheyLookLike) {
  EXPECT_EQ(text_of(r("⼯作⽬标⻓期")), "工作目标长期");
}

TEST(DocxParagraph, SymbolsAndFormulasAreCharacters) {
  const auto symbol = [](const char* font, const char* code) {
    return std::string("<w:r><w:sym w:font=\"") + font + "\" w:char=\"" + code + "\"/></w:r>";
  };
  EXPECT_EQ(text_of(symbol("Symbol", "F0B3") + symbol("Symbol", "A3") + symbol("Symbol", "F0B1")), "≥≤±");
  EXPECT_EQ(text_of(symbol("Wingdings", "F0FC") + symbol("Wingdings", "F0FE") +
                    symbol("Wingdings 2", "0052") + symbol("Wingdings", "F0A8")),
            "√☑☑□");
  EXPECT_EQ(
      text_of("<w:r><w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr><w:t>\xEF\x82\xB3</w:t></w:r>" + r("5")),
      "≥5");
  EXPECT_EQ(text_of("<m:oMath><m:r><w:rPr/><m:t>≥</m:t></m:r></m:oMath>" + r("96%")), "≥96%");
  EXPECT_EQ(
      text_of(
          "<m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r>"
          "</m:den></m:f></m:oMath></m:oMathPara>"),
      "1/3");
  EXPECT_EQ(text_of("<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></"
                    "m:sup></m:sSup>"
                    "</m:oMath>"),
            "10⁴");
  EXPECT_EQ(text_of(r("100m") + "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>"),
            "100m²");
}

TEST(DocxParagraph, AnUnknownSymbolIsSaid) {
  for (const char* run :
       {"<w:r><w:sym w:font=\"Webdings\" w:char=\"F061\"/></w:r>", "<w:r><w:t>\xEF\x82\xB3</w:t></w:r>",
        "<w:r><w:sym w:font=\"Arial\" w:char=\"D800\"/></w:r>", "<w:r><w:sym/></w:r>"}) {
    const auto document = read(tbl(tr(tc(p(run)) + c("x"))));
    EXPECT_EQ(tables_of(document), "表格1 A1=\uFFFD|B1=x") << run;
    ASSERT_EQ(ids_of(document.problems), "I125") << run;
    EXPECT_EQ(document.problems[0].place.source, document->tables[0].source);
    EXPECT_EQ(document.problems[0].place.column, 1);
  }
}

TEST(DocxParagraph, CheckboxesAreTicksAndBoxes) {
  const auto control = [](const char* checked, const std::string& content) {
    return std::string("<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"") + checked +
           "\"/></w14:checkbox></w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
  };
  EXPECT_EQ(text_of(control("1", r("☒")) + r("是") + control("0", r("☐")) + r("否")), "☑是□否");
  EXPECT_EQ(tables_of(read(tbl(tr(control("1", c("☒")) + c("延续项目"))))), "表格1 A1=☑|B1=延续项目");
  const auto field = [](const char* state) {
    return std::string("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox>") + state +
           "</w:checkBox></w:ffData></w:fldChar></w:r>";
  };
  EXPECT_EQ(
      text_of(field("<w:default w:val=\"0\"/><w:checked/>") + r("甲") + field("<w:default w:val=\"0\"/>") +
              r("乙") + field("<w:default w:val=\"1\"/><w:checked w:val=\"0\"/>")),
      "☑甲□乙□");
  EXPECT_EQ(text_of(r("☐新增 ☑延续")), "□新增 ☑延续");
}

TEST(DocxParagraph, ContentControlsAreLookedThroughAndPlaceholdersLeftOut) {
  const auto control = [](const std::string& content, const char* properties = "") {
    return std::string("<w:sdt><w:sdtPr>") + properties + "</w:sdtPr><w:sdtContent>" + content +
           "</w:sdtContent></w:sdt>";
  };
  EXPECT_EQ(tables_of(read(
                control(tbl(control(tr(control(c("甲")) + tc(control(p(r("乙") + control(r("丙"))))))))))),
            "表格1 A1=甲|B1=乙丙");
  EXPECT_EQ(text_of(r("甲") + control(r("单击此处输入"), "<w:showingPlcHdr/>")), "甲");
}

TEST(DocxParagraph, TrackedChangesAreTakenAsAcceptedAndSaid) {
  const auto document =
      read(tbl(tr(tc(p(r("≥") + "<w:del><w:r><w:delText>90</w:delText></w:r></w:del><w:ins>" + r("96") +
                       "</w:ins>" + r("%"))) +
                  c("x")) +
               tr(c("旧") + c("行"), "<w:del/>") + tr(c("新") + c("行"), "<w:ins/>")));
  EXPECT_EQ(tables_of(document), "表格1 A1=≥96%|B1=x|A2=新|B2=行");
  ASSERT_EQ(ids_of(document.problems), "I124");
  EXPECT_EQ(document.problems[0].message,
            "文件里有没有定下来的改动：插入 2 处，已读；删去 2 处、隐藏 0 处，没有读");
  EXPECT_EQ(text_of("<w:moveFrom>" + r("旧") + "</w:moveFrom><w:moveTo>" + r("新") + "</w:moveTo>"), "新");
}

TEST(DocxParagraph, HiddenTextIsLeftOutAndSaid) {
  const auto document = read(tbl(tr(tc(p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>" + r("甲") +
                                         "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>乙</w:t></w:r>")) +
                                    c("丙", kRestart)) +
                                 tr(c("丁") + c("盖住的", kContinue))));
  EXPECT_EQ(tables_of(document), "表格1 A1=甲乙|B1(2x1)=丙|A2=丁");
  ASSERT_EQ(ids_of(document.problems), "I124");
  EXPECT_NE(document.problems[0].message.find("隐藏 2 处"), std::string::npos);
}

TEST(DocxParagraph, PicturesAndEmbeddedFilesAreSaid) {
  const auto document = read(
      p("<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r><w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>") +
      "<w:altChunk/>");
  ASSERT_TRUE(document);
  ASSERT_EQ(ids_of(document.problems), "I126");
  EXPECT_EQ(document.problems[0].message, "文件里有图片 1 处、嵌入的文件 2 处，里面的内容没有读");
}

}  // namespace
}  // namespace jiheng::office
