// A csv that this program writes reads back as it was, whatever the cells begin with or hold.
#include <gtest/gtest.h>

#include <memory>

#include "engine/office/sheets_from_csv.h"
#include "engine/report/faces/csv_from_report.h"

namespace jiheng {
namespace {

TEST(CsvRoundTrip, OurOwnCsvReadsBackAsItWas) {
  const std::vector<std::string> texts = {"=1+2", "+8%",  "-4.40", "-",    "@甲",  "≥96%", "a,b",     "\"",
                                          "a\nb", "'甲'", "a;b",   "a，b", "1\t2", "√",    "三\"公\""};
  report::Table table;
  report::Row row;
  for (const std::string& text : texts) {
    table.columns.push_back({"列"});
    row.cells.push_back({text});
  }
  table.rows.push_back(std::move(row));
  report::Report report;
  report.blocks.emplace_back(std::move(table));
  const auto sheet = office::sheet_from_csv(
      std::make_shared<const base::Source>(base::Source{"t.csv", report::csv_from_report(report)}));
  ASSERT_TRUE(sheet);
  ASSERT_EQ(sheet->cells.size(), 2 * texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(sheet->cells[texts.size() + i].text, texts[i]);
}

}  // namespace
}  // namespace jiheng
