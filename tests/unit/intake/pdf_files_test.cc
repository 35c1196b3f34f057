// The same form as a Word file, printed to PDF and on a web page: the same tables, field by field, each at its place.
#include <gtest/gtest.h>

#include "engine/diag/print.h"
#include "engine/intake/read_document.h"
#include "tests/unit/intake/documents.h"
#include "tests/unit/office/packages.h"

namespace jiheng::intake {
namespace {

diag::Result<Document> document_at(const std::string& path) {
  return read_document(forms(), office::file_of(file_text(JIHENG_SOURCE_DIR "/" + path), path));
}

std::string fields_of(const Document& document) {
  std::string out;
  const auto put = [&out](const model::Field& field) { out += field.text + "|"; };
  for (const Table& table : document.tables) {
    for (const model::Field* field :
         {&table.title, &table.unit, &table.money_unit, &table.budget, &table.executed, &table.rate,
          &table.execution_score, &table.total, &table.deviation_reason, &table.improvement})
      put(*field);
    out += std::to_string(table.year.value_or(0)) + "\n";
    for (const Goal& goal : table.goals) {
      put(goal.title);
      put(goal.text);
      put(goal.achieved);
    }
    for (const TableRow& row : table.rows) {
      for (const model::Field* field : {&row.section, &row.level1, &row.level2, &row.name, &row.target,
                                        &row.actual, &row.full_marks, &row.score, &row.reason})
        put(*field);
      out += "\n";
    }
  }
  return out;
}

TEST(PdfFiles, AFormGivesTheSameTablesInEveryKindOfFile) {
  const char* pairs[][2] = {
      {"samples/documents/2023-department-selfeval.docx", "samples/documents/2023-department-selfeval.pdf"},
      {"tests/cases/import/docx/hubei-selfeval.libreoffice.docx",
       "tests/cases/import/pdf/hubei-selfeval.libreoffice.pdf"},
      {"tests/cases/import/docx/national-selfeval.python-docx.docx",
       "tests/cases/import/pdf/national-selfeval.chromium.pdf"},
      {"tests/cases/import/docx/national-selfeval.python-docx.docx",
       "samples/documents/2023-national-selfeval.html"},
  };
  for (const auto& [word, printed] : pairs) {
    const auto file = document_at(word);
    const auto paper = document_at(printed);
    ASSERT_TRUE(file && paper) << printed;
    EXPECT_FALSE(file->tables.empty());
    EXPECT_EQ(fields_of(*file), fields_of(*paper)) << printed;
    EXPECT_EQ(file->claims.size(), paper->claims.size()) << printed;
  }
}

TEST(PdfFiles, EveryFieldKnowsItsPlaceOnPaper) {
  const auto document = document_at("tests/cases/import/pdf/national-selfeval.chromium.pdf");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->tables.size(), 1U);
  const TableRow& row = document->tables[0].rows.at(1);  // two lines of title, then the tenth row
  EXPECT_EQ(row.actual.text, "93%");
  EXPECT_EQ(diag::to_text(row.actual.place),
            "tests/cases/import/pdf/national-selfeval.chromium.pdf:第1页 第12行");
  ASSERT_NE(base::spot_of(row.actual.place), nullptr);
  EXPECT_LT(base::spot_of(row.target.place)->left, base::spot_of(row.actual.place)->left);
  EXPECT_EQ(base::spot_of(row.target.place)->top, base::spot_of(row.actual.place)->top);
}

}  // namespace
}  // namespace jiheng::intake
