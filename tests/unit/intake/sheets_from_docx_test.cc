#include "engine/intake/sheets_from_docx.h"

#include <gtest/gtest.h>

#include <cstdint>

#include "engine/intake/sheet_limits.h"
#include "engine/intake/tables_from_text.h"
#include "tests/unit/intake/documents.h"
#include "tests/unit/intake/packages.h"

namespace jiheng::intake {
namespace {

std::string document_xml(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>" + body +
         "<w:sectPr/></w:body></w:document>";
}

std::string docx_of(const std::string& body) {
  return package_of({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", document_xml(body)}});
}

diag::Result<WordDocument> read(const std::string& body) {
  return sheets_from_docx(file_of(docx_of(body), "t.docx"));
}

std::string r(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
std::string p(const std::string& runs) { return "<w:p><w:pPr><w:jc/></w:pPr>" + runs + "</w:p>"; }
std::string tc(const std::string& blocks, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + blocks + "</w:tc>";
}
/// A cell with one paragraph of one run.
std::string c(const std::string& text, const std::string& properties = "") {
  return tc(p(r(text)), properties);
}
std::string tr(const std::string& cells, const std::string& properties = "") {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
std::string tbl(const std::string& rows) { return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>"; }

/// 表格1 A1=甲|B1(2x1)=乙 and so on, a table a line; (rows x columns) where it is merged; \n as /, \t as >.
std::string tables_of(const diag::Result<WordDocument>& document) {
  if (!document) return "refused";
  std::string out;
  for (const Sheet& sheet : document->tables) {
    if (!out.empty()) out += '\n';
    out += sheet.source->sheet;
    for (const SheetCell& cell : sheet.cells) {
      out += out.ends_with(sheet.source->sheet) ? ' ' : '|';
      out += static_cast<char>('A' + cell.column - 1) + std::to_string(cell.row);
      if (cell.rows > 1 || cell.columns > 1)
        out += '(' + std::to_string(cell.rows) + 'x' + std::to_string(cell.columns) + ')';
      out += '=';
      for (const char ch : cell.text) out += ch == '\n' ? '/' : ch == '\t' ? '>' : ch;
    }
  }
  return out;
}

/// The text of a cell with these runs.
std::string text_of(const std::string& runs) {
  const std::string tables = tables_of(read(tbl(tr(tc(p(runs)) + c("x")))));
  const std::string front = "表格1 A1=";
  const std::string back = "|B1=x";
  return tables.starts_with(front) ? tables.substr(front.size(), tables.size() - front.size() - back.size())
                                   : tables;
}

constexpr const char* kRestart = "<w:vMerge w:val=\"restart\"/>";
constexpr const char* kContinue = "<w:vMerge/>";

TEST(SheetsFromDocx, CellsHaveTheirRowAndColumn) {
  const auto document = read(p(r("标题")) + tbl(tr(c("甲") + c("乙")) + tr(c("") + c("丙"))));
  EXPECT_EQ(tables_of(document), "表格1 A1=甲|B1=乙|B2=丙");
  EXPECT_TRUE(document.problems.empty());
  const Sheet& sheet = document->tables[0];
  EXPECT_EQ(sheet.source->name, "t.docx");
  EXPECT_EQ(sheet.rows, 2);
  EXPECT_EQ(sheet.columns, 2);
}

TEST(SheetsFromDocx, MergedCellsStandOnceWithTheirReach) {
  EXPECT_EQ(tables_of(read(tbl(tr(c("产出", kRestart) + c("甲", "<w:gridSpan w:val=\"2\"/>") + c("1")) +
                               tr(c("", kContinue) + c("乙") + c("丙") + c("2")) +
                               tr(c("", "<w:vMerge w:val=\"continue\"/>") + c("丁") + c("戊") + c("3")) +
                               tr(c("效益", kRestart) + c("己") + c("庚") + c("4"))))),
            "表格1 A1(3x1)=产出|B1(1x2)=甲|D1=1|B2=乙|C2=丙|D2=2|B3=丁|C3=戊|D3=3|A4=效益|B4=己|C4=庚|D4=4");
  // Both ways at once, and the old way of merging to the side.
  EXPECT_EQ(
      tables_of(read(tbl(tr(c("甲", std::string("<w:gridSpan w:val=\"2\"/>") + kRestart) + c("1")) +
                         tr(c("", std::string("<w:gridSpan w:val=\"2\"/>") + kContinue) + c("2")) +
                         tr(c("乙", "<w:hMerge w:val=\"restart\"/>") + c("", "<w:hMerge/>") + c("3"))))),
      "表格1 A1(2x2)=甲|C1=1|C2=2|A3(1x2)=乙|C3=3");
  // A cell that continues nothing begins one.
  EXPECT_EQ(tables_of(read(
                tbl(tr(c("甲", kContinue) + c("1")) + tr(c("", kContinue) + c("2")) + tr(c("乙") + c("3"))))),
            "表格1 A1(2x1)=甲|B1=1|B2=2|A3=乙|B3=3");
}

TEST(SheetsFromDocx, RowsThatBeginLaterKeepTheirColumns) {
  EXPECT_EQ(tables_of(read(tbl(tr(c("甲") + c("乙") + c("丙")) +
                               tr(c("丁"), "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>")))),
            "表格1 A1=甲|B1=乙|C1=丙|B2=丁");
}

TEST(SheetsFromDocx, TextIsWhatAPersonSees) {
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

TEST(SheetsFromDocx, SymbolsAndFormulasAreCharacters) {
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

TEST(SheetsFromDocx, AnUnknownSymbolIsSaid) {
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

TEST(SheetsFromDocx, CheckboxesAreTicksAndBoxes) {
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

TEST(SheetsFromDocx, ContentControlsAreLookedThroughAndPlaceholdersLeftOut) {
  const auto control = [](const std::string& content, const char* properties = "") {
    return std::string("<w:sdt><w:sdtPr>") + properties + "</w:sdtPr><w:sdtContent>" + content +
           "</w:sdtContent></w:sdt>";
  };
  EXPECT_EQ(tables_of(read(
                control(tbl(control(tr(control(c("甲")) + tc(control(p(r("乙") + control(r("丙"))))))))))),
            "表格1 A1=甲|B1=乙丙");
  EXPECT_EQ(text_of(r("甲") + control(r("单击此处输入"), "<w:showingPlcHdr/>")), "甲");
}

TEST(SheetsFromDocx, TrackedChangesAreTakenAsAcceptedAndSaid) {
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

TEST(SheetsFromDocx, HiddenTextIsLeftOutAndSaid) {
  const auto document = read(tbl(tr(tc(p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>" + r("甲") +
                                         "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>乙</w:t></w:r>")) +
                                    c("丙", kRestart)) +
                                 tr(c("丁") + c("盖住的", kContinue))));
  EXPECT_EQ(tables_of(document), "表格1 A1=甲乙|B1(2x1)=丙|A2=丁");
  ASSERT_EQ(ids_of(document.problems), "I124");
  EXPECT_NE(document.problems[0].message.find("隐藏 2 处"), std::string::npos);
}

TEST(SheetsFromDocx, ATableInACellIsASheetOfItsOwn) {
  const auto document = read(
      tbl(tr(c("甲") + tc(p(r("前")) + tbl(tr(c("内1") + c("内2"))) + p(r("后")))) + tr(c("乙") + c("丙"))) +
      tbl(tr(c("丁") + c("戊"))));
  EXPECT_EQ(tables_of(document), "表格1 A1=甲|B1=前/后|A2=乙|B2=丙\n表格2 A1=内1|B1=内2\n表格3 A1=丁|B1=戊");
}

TEST(SheetsFromDocx, AFrameAroundTextOrTablesIsNoTable) {
  const auto inner = tbl(tr(c("内1") + c("内2")));
  // One cell; one cell a row with a table in one of them; one cell inside a cell.
  auto document = read(tbl(tr(tc(p(r("框里的字")) + inner))));
  EXPECT_EQ(tables_of(document), "表格1 A1=内1|B1=内2");
  EXPECT_EQ(document->prose->text, "框里的字\n");
  ASSERT_EQ(document->tables[0].above.size(), 1U);
  document = read(tbl(tr(c("自评表")) + tr(tc(inner + p("")))));
  EXPECT_EQ(tables_of(document), "表格1 A1=内1|B1=内2");
  EXPECT_EQ(document->tables[0].above.at(0).text, "自评表");
  EXPECT_EQ(tables_of(read(tbl(tr(tc(tbl(tr(c("里"))) + p("")) + c("外"))))), "表格1 A1=里|B1=外");
  // A list of one column without a table in it is a table.
  EXPECT_EQ(tables_of(read(tbl(tr(c("一")) + tr(c("二"))))), "表格1 A1=一|A2=二");
}

TEST(SheetsFromDocx, AlternativesAreReadOnceAndTextBoxesToo) {
  const std::string box =
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><a:graphic><wps:wsp><wps:txbx>"
      "<w:txbxContent>" +
      p(r("框")) + tbl(tr(c("内1") + c("内2"))) +
      "</w:txbxContent></wps:txbx></wps:wsp></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict>"
      "<v:textbox><w:txbxContent>" +
      p(r("框")) + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  const auto document = read(p(r("段") + box) + tbl(tr(tc(p(r("甲") + box)) + c("x"))));
  EXPECT_EQ(tables_of(document), "表格1 A1=内1|B1=内2\n表格2 A1=甲/框|B1=x\n表格3 A1=内1|B1=内2");
  EXPECT_EQ(document->prose->text, "段\n框\n");
  EXPECT_EQ(text_of("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p(r("旧框")) +
                    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"),
            "旧框");
}

TEST(SheetsFromDocx, PicturesAndEmbeddedFilesAreSaid) {
  const auto document = read(
      p("<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r><w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>") +
      "<w:altChunk/>");
  ASSERT_TRUE(document);
  ASSERT_EQ(ids_of(document.problems), "I126");
  EXPECT_EQ(document.problems[0].message, "文件里有图片 1 处、嵌入的文件 2 处，里面的内容没有读");
}

TEST(SheetsFromDocx, ParagraphsBetweenTablesStandAboveTheNextWithTheirPlaces) {
  const auto document =
      read(p(r("一")) + p("") + p("<w:r><w:t>二</w:t><w:br/><w:t>续</w:t></w:r>") +
           tbl(tr(c("甲") + c("乙"))) + p(r("三")) + tbl(tr(c("丙") + c("丁"))) + p(r("四")));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->prose->text, "一\n二 续\n三\n四\n");
  EXPECT_EQ(document->prose->name, "t.docx");
  ASSERT_EQ(document->tables.size(), 2U);
  ASSERT_EQ(document->tables[0].above.size(), 2U);
  const model::Field& second = document->tables[0].above[1];
  EXPECT_EQ(second.text, "二 续");
  EXPECT_EQ(second.place.source, document->prose);
  EXPECT_EQ(second.place.line, 2);
  EXPECT_EQ(second.place.column, 1);
  EXPECT_EQ(second.place.length, 3);
  ASSERT_EQ(document->tables[1].above.size(), 1U);
  EXPECT_EQ(document->tables[1].above[0].place.line, 3);
}

TEST(SheetsFromDocx, ClaimsAreReadFromTheProseAndOnlyTheRestStaysAboveOrIsPassedOver) {
  auto document = read(p(r("一、自评结论")) + p(r("全年预算数 50 万元，执行率 100%。")) +
                       p(r("项目绩效自评表")) + tbl(tr(c("甲") + c("60 万元"))) + p(r("附件")));
  ASSERT_TRUE(document);
  const Document claims = claims_around_sheets(document->prose, document->tables);
  ASSERT_EQ(claims.claims.size(), 1U);
  EXPECT_EQ(claims.claims[0].figures, (std::vector<std::string>{"50 万元", "100%"}));
  EXPECT_EQ(claims.claims[0].place.line, 2);
  EXPECT_TRUE(claims.tables.empty());
  ASSERT_EQ(document->tables[0].above.size(), 2U);  // the heading and the title, left to the reader of sheets
  EXPECT_EQ(document->tables[0].above[1].text, "项目绩效自评表");
  ASSERT_EQ(claims.passed_over.size(), 1U);
  EXPECT_EQ(claims.passed_over[0].text, "附件");
  EXPECT_EQ(claims.passed_over[0].place.line, 4);
}

diag::Result<WordDocument> file(const std::string& name) {
  return sheets_from_docx(file_of(file_text(JIHENG_SOURCE_DIR "/tests/cases/import/docx/" + name), name));
}

// The forms as they were typed in: with python-docx, and with LibreOffice from an OpenDocument text.
TEST(SheetsFromDocx, TheNationalFormOfPythonDocx) {
  const auto document = file("national-selfeval.python-docx.docx");
  EXPECT_EQ(
      tables_of(document),
      "表格1 "
      "A1(1x2)=项目名称|C1(1x7)=职业技能培训|A2(1x2)=主管部门|C2(1x3)=某县人力资源和社会保障局|F2(1x2)="
      "实施单位|"
      "H2(1x2)=某县就业局|A3(3x2)=项目资金/"
      "（万元）|D3=年初预算数|E3=全年预算数|F3=全年执行数|G3=分值|H3=执行率|I3=得分|"
      "C4=年度资金总额|D4=50.00|E4=48.00|F4=46.92|G4=10|H4=97.75%|I4=9.78|"
      "C5=其中：当年财政拨款|D5=50.00|E5=48.00|F5=46.92|G5=—|H5=97.75%|I5=—|"
      "A6(2x1)=年度总体目标|B6(1x4)=预期目标|F6(1x4)=实际完成情况|B7(1x4)=培训1000人，提高就业能力。|F7(1x4)="
      "培训1046人。|"
      "A8(6x1)=绩效指标|B8=一级指标|C8=二级指标|D8=三级指标|E8=年度指标值|F8=实际完成值|G8=分值|H8=得分|"
      "I8=偏差原因分析及改进措施|"
      "B9(3x1)=产出指标|C9=数量指标|D9=培训人数|E9=≥1000人|F9=1046人|G9=20|H9=20|"
      "C10=质量指标|D10=培训合格率|E10=≥95%|F10=93%|G10=20|H10=19.58|I10=部分学员缺考|"
      "C11=时效指标|D11=培训完成时间|E11=12月底前|F11=12月20日|G11=10|H11=10|"
      "B12=效益指标|C12=社会效益指标|D12=就业能力|E12=明显提高|F12=明显提高|G12=30|H12=30|"
      "B13=满意度指标|C13=服务对象满意度指标|D13=学员满意度|E13=≥90%|F13=96%|G13=10|H13=10|"
      "A14(1x6)=总分|G14=100|H14=99.36");
  EXPECT_EQ(document->prose->text, "项目支出绩效自评表\n（2023年度）\n注：定性指标按达成程度打分。\n");
  EXPECT_EQ(document->tables.at(0).above.size(), 2U);
}

TEST(SheetsFromDocx, TheHubeiFormOfLibreOffice) {
  auto document = file("hubei-selfeval.libreoffice.docx");
  EXPECT_EQ(
      tables_of(document),
      "表格1 A1=项目名称|B1(1x5)=职业技能培训|A2=主管部门|B2(1x2)=某县人力资源和社会保障局|D2=项目实施单位|"
      "E2(1x2)=某县就业局|A3=项目类别|B3(1x5)=1、部门预算项目□  2、省级专项√  3、省直专项□|"
      "A4(2x1)=预算执行情况（万元）（20分）|B4(1x2)=预算数（A）|D4=执行数（B）|E4=执行率（B/"
      "A）|F4=得分（20分*执行率）|"
      "B5=年度财政资金总额|C5=50|D5=46.92|E5=93.84%|F5=18.77|"
      "A6=一级指标|B6=二级指标|C6=三级指标|D6=年初目标值（A）|E6=实际完成值（B）|F6=得分|"
      "A7(2x1)=产出指标/（40分）|B7=数量指标|C7=培训人数|D7=≥1000人|E7=≥1046人|F7=20|"
      "B8=质量指标|C8=培训合格率|D8=≥95%|E8=96%|F8=20|"
      "A9=效益指标/（20分）|B9=社会效益指标|C9=就业能力|D9=提高|E9=提高|F9=20|"
      "A10=满意度指标/（20分）|B10=服务对象满意度指标|C10=学员满意度|D10=≥90%|E10=96%|F10=20|"
      "A11(1x5)=总分|F11=98.77|A12(1x2)=偏差大或目标未完成原因分析|C12(1x4)=无|"
      "A13(1x2)=改进措施及结果应用方案|C13(1x4)=继续做好培训");
  EXPECT_EQ(document->tables.at(0).above.size(), 5U);
  const Document claims = claims_around_sheets(document->prose, document->tables);
  ASSERT_EQ(claims.claims.size(), 1U);
  EXPECT_EQ(claims.claims[0].figures, (std::vector<std::string>{"50万元", "46.92万元", "93.84%"}));
  EXPECT_EQ(claims.claims[0].place.line, 3);
  EXPECT_EQ(document->tables.at(0).above.size(), 4U);
}

TEST(SheetsFromDocx, WhatIsNoWordFileIsRefused) {
  for (const Parts& parts :
       {Parts{{"xl/workbook.xml", "<workbook/>"}}, Parts{{"word/document.xml", "<w:glossary/>"}},
        Parts{{"word/document.xml", "<w:document/>"}},
        Parts{{"_rels/.rels",
               "<Relationships><Relationship Type=\"x/officeDocument\" "
               "Target=\"/xl/workbook.xml\"/></Relationships>"},
              {"xl/workbook.xml", "<workbook/>"}}}) {
    EXPECT_EQ(ids_of(sheets_from_docx(file_of(package_of(parts), "t.docx")).problems), "I123")
        << parts[0].first;
  }
  const std::string whole = docx_of(p(r("甲")));
  EXPECT_EQ(ids_of(sheets_from_docx(file_of(whole.substr(0, whole.size() / 2))).problems), "I108");
  EXPECT_EQ(ids_of(sheets_from_docx(file_of("")).problems), "I108");
  const auto xml_only = [](const std::string& xml) {
    return ids_of(sheets_from_docx(file_of(package_of({{"word/document.xml", xml}}))).problems);
  };
  EXPECT_EQ(xml_only("<w:document><w:body>"), "I108");
  EXPECT_EQ(xml_only("<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b "
                     "\"&a;&a;\">]><w:document><w:body>&b;</w:body></w:document>"),
            "I112");
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<w:tbl><w:tr><w:tc>";
  std::string back;
  for (int i = 0; i < 300; ++i) back += "</w:tc></w:tr></w:tbl>";
  EXPECT_EQ(xml_only(document_xml(deep + back)), "I112");
}

TEST(SheetsFromDocx, TheMainPartIsTheOneThePackageNames) {
  const auto document =
      sheets_from_docx(file_of(package_of({{"_rels/.rels",
                                            "<Relationships><Relationship Type=\"http://x/officeDocument\" "
                                            "Target=\"word/document2.xml\"/></Relationships>"},
                                           {"word/document2.xml", document_xml(p(r("甲")))}})));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->prose->text, "甲\n");
}

TEST(SheetsFromDocx, LargeAndHostileFilesAreBounded) {
  std::string paragraphs;
  std::string same;
  for (std::uint64_t i = 1; i <= 1000000; ++i) {
    paragraphs += "<w:p w:rsidR=\"" + std::to_string(i * 2654435761U % 4294967296U) + "\"/>";
    same += "<w:p/>";
  }
  EXPECT_EQ(ids_of(read(same).problems), "I110");  // it inflates like a bomb
  const auto empty = read(paragraphs);
  ASSERT_TRUE(empty);
  EXPECT_TRUE(empty->tables.empty());
  EXPECT_EQ(empty->prose->text, "");
  EXPECT_EQ(tables_of(read(tbl(tr(c("甲", "<w:gridSpan w:val=\"999999999\"/>") + c("乙"))))), "refused");
  EXPECT_EQ(ids_of(read(tbl(tr(c("甲") + c("乙"), "<w:gridBefore w:val=\"2147483647\"/>"))).problems),
            "I122");
  EXPECT_EQ(ids_of(read(tbl(tr(c(std::string(kMaxCellCharacters + 1, 'x')) + c("乙")))).problems), "I122");
  EXPECT_EQ(
      tables_of(read(tbl(tr(c("甲", "<w:gridSpan w:val=\"-5\"/>") + c("乙", "<w:gridSpan w:val=\"x\"/>"))))),
      "表格1 A1=甲|B1=乙");
  std::string rows;
  for (int i = 0; i < 20000; ++i)
    rows += tr(c(i == 0 ? "甲" : "", i == 0 ? kRestart : kContinue) + tc("", kContinue),
               "<!--" + std::to_string(i * i) + "-->");
  EXPECT_EQ(tables_of(read(tbl(rows + tr(c("") + c("末"))))), "表格1 A1(20000x1)=甲|B20001=末");
}

}  // namespace
}  // namespace jiheng::intake
