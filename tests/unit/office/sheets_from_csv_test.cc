#include "engine/office/sheets_from_csv.h"

#include <gtest/gtest.h>

#include "engine/office/sheet_limits.h"
#include "tests/property/rounds.h"
#include "tests/unit/intake/documents.h"

namespace jiheng::office {

using namespace intake;  // NOLINT: a sheet and the tables in it
namespace {

diag::Result<Sheet> read_csv(std::string text) { return sheet_from_csv(source_of(std::move(text))); }

/// The cells as B3=text, one after the other with a bar between them; \n shown as /.
std::string cells_of(const std::string& text) {
  const auto sheet = read_csv(text);
  if (!sheet) return "refused";
  std::string out;
  for (const SheetCell& cell : sheet->cells) {
    if (!out.empty()) out += '|';
    out += static_cast<char>('A' + cell.column - 1) + std::to_string(cell.row) + '=';
    for (const char c : cell.text) out += c == '\n' ? '/' : c;
  }
  return out;
}

TEST(SheetFromCsv, CellsKeepTheirRowAndColumn) {
  EXPECT_EQ(cells_of(""), "");
  EXPECT_EQ(cells_of("甲"), "A1=甲");
  EXPECT_EQ(cells_of("a,b\nc,d\n"), "A1=a|B1=b|A2=c|B2=d");
  EXPECT_EQ(cells_of("a,b\r\n,d"), "A1=a|B1=b|B2=d");
  EXPECT_EQ(cells_of("a,b\rc,d\r"), "A1=a|B1=b|A2=c|B2=d");
  EXPECT_EQ(cells_of("a,,\n\n , c ,\n"), "A1=a|B3=c");  // blank records count as rows
}

TEST(SheetFromCsv, QuotedCellsHoldDelimitersQuotesAndLineBreaks) {
  EXPECT_EQ(cells_of("\"a,b\",\"c\"\"d\"\n\"\",e"), "A1=a,b|B1=c\"d|B2=e");
  EXPECT_EQ(cells_of("\"一级\n指标\",x\r\n\"a\r\nb\rc\",y\r\n"), "A1=一级/指标|B1=x|A2=a/b/c|B2=y");
  EXPECT_EQ(cells_of("管径5\"的,x\n\"\"\"三公\"\"经费\",y"), "A1=管径5\"的|B1=x|A2=\"三公\"经费|B2=y");
  EXPECT_EQ(cells_of("\"a\"\t\"\"\tb\n\"c\""), "A1=a|C1=b|A2=c");
}

TEST(SheetFromCsv, TheDelimiterIsTheOneThatCutsMostRecords) {
  EXPECT_EQ(cells_of("自评表\t\n1,437件\t2,5\n3\t4"), "A1=自评表|A2=1,437件|B2=2,5|A3=3|B3=4");
  EXPECT_EQ(cells_of("a;b,c\nd;e\n"), "A1=a|B1=b,c|A2=d|B2=e");
  EXPECT_EQ(cells_of("a，b\nc，d，e\n"), "A1=a|B1=b|A2=c|B2=d|C2=e");
  EXPECT_EQ(cells_of("a,甲，乙\nb,丙，丁\n"),
            "A1=a|B1=甲，乙|A2=b|B2=丙，丁");  // both cut both: , comes before ，
  EXPECT_EQ(cells_of("\"a,b\",\"c,d\";x\n"), "refused");
  EXPECT_EQ(cells_of("\"a;b\",c\n\"d;e\",f\n"), "A1=a;b|B1=c|A2=d;e|B2=f");
}

TEST(SheetFromCsv, TheSheetIsNamedAfterTheFile) {
  for (const auto& [path, name] : {std::pair{"2023/自评.表.csv", "自评.表"}, {"-", "-"}, {".csv", "csv"}}) {
    const auto sheet = sheet_from_csv(std::make_shared<const base::Source>(base::Source{path, "a,b\n"}));
    ASSERT_TRUE(sheet);
    EXPECT_EQ(sheet->source->name, path);
    EXPECT_EQ(sheet->source->sheet, name);
    EXPECT_EQ(sheet->rows, 1);
    EXPECT_EQ(sheet->columns, 2);
  }
}

TEST(SheetFromCsv, TheApostropheBeforeWhatLooksLikeAFormulaIsTakenOff) {
  EXPECT_EQ(cells_of("'=1,'+8%,'-4.40\n'@甲,'甲',\"'\t'\"\n"), "A1==1|B1=+8%|C1=-4.40|A2=@甲|B2='甲'|C2=\t'");
}

struct BadCsv {
  std::string text;
  int line;
  int column;
};

TEST(SheetFromCsv, QuotesThatDoNotCloseAreRefusedWithTheirPlace) {
  const BadCsv cases[] = {
      {"a,b\nc,\"d\ne,f\n", 2, 3},
      {"\"", 1, 1},
      {"a,\"三公\"经费\n", 1, 7},
      {"甲,乙\n\"a\" ,b\n", 2, 4},
  };
  for (const BadCsv& c : cases) {
    const auto sheet = read_csv(c.text);
    EXPECT_FALSE(sheet) << c.text;
    ASSERT_EQ(sheet.problems.size(), 1U) << c.text;
    EXPECT_EQ(sheet.problems[0].id, "I121");
    EXPECT_EQ(sheet.problems[0].place.line, c.line) << c.text;
    EXPECT_EQ(sheet.problems[0].place.column, c.column) << c.text;
  }
}

TEST(SheetFromCsv, ASheetPastALimitIsRefused) {
  std::string many;
  for (std::size_t i = 0; i <= kMaxSheetCells; ++i) many += i % 100 == 99 ? "x\n" : "x,";
  for (const std::string& text :
       {std::string(kMaxSheetColumns, ',') + "x", std::string(kMaxSheetRows, '\n') + "x",
        std::string(kMaxCellCharacters + 1, 'x'), many}) {
    const auto sheet = read_csv(text);
    EXPECT_FALSE(sheet);
    EXPECT_EQ(sheet.problems.at(0).id, "I122");
  }
  EXPECT_TRUE(read_csv(std::string(kMaxSheetColumns - 1, ',') + "x"));
  EXPECT_TRUE(read_csv(std::string(rounds(5000000U), '\n')));
}

}  // namespace
}  // namespace jiheng::office
