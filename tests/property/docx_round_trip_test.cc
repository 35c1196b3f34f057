// A 自评表 written as a Word table reads back cell by cell: same text, same place, same merging.
#include <gtest/gtest.h>

#include "engine/base/text.h"
#include "engine/explain/score.h"
#include "engine/office/word/sheets_from_docx.h"
#include "engine/report/forms/docx_from_form.h"
#include "engine/report/forms/form_from_card.h"
#include "tests/property/shipped_rules.h"
#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng {
namespace {

using Lines = std::vector<std::string>;

std::string line_of(int row, int column, int rows, int columns, std::string_view text) {
  return std::to_string(row) + ":" + std::to_string(column) + " " + std::to_string(rows) + "x" +
         std::to_string(columns) + " " + std::string(base::trimmed(text));
}

/// The rows of titles and notes stand above the Word table as paragraphs.
bool is_above(const report::FormCell& cell) {
  return cell.look == report::Look::title || cell.look == report::Look::note;
}

void expect_same_cells(const report::Form& form, const office::Sheet& sheet) {
  int first = form.rows;
  for (const report::FormCell& cell : form.cells) {
    if (!is_above(cell)) first = std::min(first, cell.row);
  }
  int headings = form.rows;
  for (const report::FormCell& cell : form.cells) {
    if (cell.heads == report::Holds::score)
      headings = std::min(headings, cell.row);  // the first are repeated
  }
  Lines expected;
  Lines above;
  for (const report::FormCell& cell : form.cells) {
    if (base::trimmed(cell.text).empty()) continue;
    if (cell.row < first) above.push_back(cell.text);
    if (cell.row < first) continue;
    // The row of headings is repeated on each page: a label beside the rows begins below it.
    const int below = cell.row == headings && cell.rows > 1 ? 1 : 0;
    expected.push_back(
        line_of(cell.row - first + 1 + below, cell.column + 1, cell.rows - below, cell.columns, cell.text));
  }
  Lines read;
  for (const office::SheetCell& cell : sheet.cells)
    read.push_back(line_of(cell.row, cell.column, cell.rows, cell.columns, cell.text));
  std::sort(expected.begin(), expected.end());
  std::sort(read.begin(), read.end());
  EXPECT_EQ(read.size(), expected.size()) << form.name;
  for (std::size_t i = 0; i < std::min(read.size(), expected.size()); ++i)
    EXPECT_EQ(read[i], expected[i]) << form.name;
  std::string text_above;
  for (const model::Field& field : sheet.above) text_above += field.text + "\n";
  for (const std::string& text : above)
    EXPECT_NE(text_above.find(text), std::string::npos) << text << text_above;
}

/// The head of a form may be a Word table of its own, for only the rows a table begins with are repeated: one form again.
std::vector<office::Sheet> whole_forms(const std::vector<office::Sheet>& tables) {
  std::vector<office::Sheet> forms;
  int rows = 0;
  for (const office::Sheet& table : tables) {
    if (!table.follows || forms.empty()) {
      forms.push_back(table);
      rows = 0;
    } else {
      for (office::SheetCell cell : table.cells) {
        cell.row += rows;
        forms.back().cells.push_back(std::move(cell));
      }
    }
    for (const office::SheetCell& cell : table.cells) rows = std::max(rows, cell.row + cell.rows - 1);
  }
  return forms;
}

class DocxRoundTrip : public testing::TestWithParam<const char*> {};

TEST_P(DocxRoundTrip, EveryCellOfEveryFormComesBack) {
  const model::Scheme scheme = scoring::shipped_scheme(GetParam());
  std::vector<model::Scorecard> cards;
  for (const shipped::Department& department : shipped::departments())
    cards.insert(cards.end(), department.cards.begin(), department.cards.end());
  cards.push_back(
      scoring::card_of({"目标: ≥95%, 完成: 若干, 分值: 10", "目标: =1+1, 完成: <w:p/>&amp; 5, 分值: 10"}));
  std::vector<report::Form> forms;
  for (const scoring::CardResult& result : explain::score(scheme, cards, scoring::context()))
    forms.push_back(report::form_from_card(result));
  const auto document = office::sheets_from_docx(
      std::make_shared<const base::Source>(base::Source{"自评表.docx", report::docx_from_forms(forms)}));
  ASSERT_TRUE(document);
  ASSERT_EQ(forms.size(), 35U) << "27 and 7 shipped tables and one made here";
  const std::vector<office::Sheet> read = whole_forms(document->tables);
  ASSERT_EQ(read.size(), forms.size());
  for (std::size_t i = 0; i < forms.size(); ++i) expect_same_cells(forms[i], read[i]);
}

INSTANTIATE_TEST_SUITE_P(Layouts, DocxRoundTrip, testing::Values("hubei-2023", "national-2020"));

}  // namespace
}  // namespace jiheng
