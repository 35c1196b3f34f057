// Whole Word files as other programs wrote them (tests/cases/import/docx), cell by cell.
#include <gtest/gtest.h>

#include "engine/intake/tables/tables_from_text.h"
#include "engine/office/sheets_from_csv.h"
#include "engine/office/word/sheets_from_docx.h"
#include "tests/unit/intake/forms.h"
#include "tests/unit/office/word_documents.h"

namespace jiheng::intake {

using namespace office;  // NOLINT: a sheet and the tables in it
namespace {

diag::Result<WrittenDocument> file(const std::string& name) {
  return sheets_from_docx(file_of(file_text(JIHENG_SOURCE_DIR "/tests/cases/import/docx/" + name), name));
}

TEST(WordFiles, TheNationalFormOfPythonDocx) {
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

TEST(WordFiles, TheHubeiFormOfLibreOffice) {
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
  const Document claims = claims_around_sheets(forms(), document->prose, document->tables);
  ASSERT_EQ(claims.claims.size(), 1U);
  EXPECT_EQ(claims.claims[0].figures, (std::vector<std::string>{"50万元", "46.92万元", "93.84%"}));
  EXPECT_EQ(claims.claims[0].place.line, 3);
  EXPECT_EQ(document->tables.at(0).above.size(), 4U);
}

/// What stands in this row and column: the cell there, or the merged cell that reaches over it.
std::string text_at(const Sheet& sheet, int row, int column) {
  for (const SheetCell& cell : sheet.cells) {
    if (row >= cell.row && row < cell.row + cell.rows && column >= cell.column &&
        column < cell.column + cell.columns)
      return cell.text;
  }
  return {};
}

TEST(WordFiles, EveryRowOfACountysTables) {
  const auto document = file("county-selfeval.python-docx.docx");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->tables.size(), 27U);
  std::vector<std::string> read;
  for (const Sheet& sheet : document->tables) {
    for (int row = 1; row <= sheet.rows; ++row) {
      std::string line;
      for (int column = 1; column <= 6; ++column) line += '|' + text_at(sheet, row, column);
      const std::string level1 = text_at(sheet, row, 1);
      if (level1.ends_with("指标") && level1 != "一级指标") read.push_back(line);
    }
  }
  const auto gold =
      sheet_from_csv(source_of(file_text(JIHENG_SOURCE_DIR "/tests/cases/selfeval_2023_tongcheng.csv")));
  ASSERT_TRUE(gold);
  std::vector<std::string> expected;
  for (const SheetCell& cell : gold->cells) {
    constexpr int kLevel1 = 9;
    if (cell.row == 1 || cell.column < kLevel1) continue;
    if (cell.column == kLevel1) expected.emplace_back();
    expected.back() += '|' + cell.text;
  }
  EXPECT_EQ(expected.size(), 259U);
  EXPECT_EQ(read, expected);
}

}  // namespace
}  // namespace jiheng::intake
