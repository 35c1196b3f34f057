// Takes a report, gives its bytes as .docx. Tables become grids of form.h, so that one place draws all tables.
#include "engine/report/faces/docx_from_report.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/base/text.h"
#include "engine/office/word/docx_document.h"
#include "engine/report/texts/column_widths.h"

namespace jiheng::report {
namespace {

/// GB/T 9704: 37 mm above, 28 mm left; the text is 156 mm × 225 mm.
constexpr office::DocxPage kPage = {false, 2098, 1474, 1984, 1588};

/// 五号, 小五, 六号: the largest in which a table finds room.
constexpr std::array<int, 3> kSizes = {21, 18, 15};
constexpr std::size_t kPadding =
    3;  ///< columns of text for the margins of a cell, and because % is wider than a digit

std::size_t columns_at(int half_points) {
  constexpr int kTwipsPerColumn = 5;  // an ASCII character is half as wide as high: half_points / 2 × 20 / 2
  return static_cast<std::size_t>(kPage.text_width() / (half_points * kTwipsPerColumn));
}

office::PaperCell paper_cell(const Cell& cell, int row, int column, Align align) {
  office::PaperCell out;
  out.row = row;
  out.column = column;
  out.text = cell.text;
  out.mark = cell.mark;
  out.align = align;
  return out;
}

struct Setting {
  int half_points = 0;
  std::vector<std::size_t> widths;  ///< columns of text
  bool fits = false;
  std::size_t height = 0;  ///< of the rows, in half points
};

Setting setting_at(const Table& table, int half_points) {
  const std::size_t padding = kPadding * table.columns.size();
  const std::size_t columns = columns_at(half_points);
  const std::size_t room = columns > padding ? columns - padding : 1;
  Setting setting = {half_points, column_widths(table, room), false, 0};
  std::size_t total = 0;
  for (const std::size_t width : setting.widths) total += width;
  setting.fits = total <= room;
  for (const Row& row : table.rows) {
    std::size_t lines = 1;
    for (std::size_t c = 0; c < row.cells.size() && c < setting.widths.size(); ++c) {
      const std::size_t width = std::max<std::size_t>(setting.widths[c], 1);
      lines = std::max(lines, (base::display_width(row.cells[c].text) + width - 1) / width);
    }
    setting.height += lines * static_cast<std::size_t>(half_points);
  }
  return setting;
}

/// The largest size at which the table finds room; the next smaller one where that spares more than a quarter of the
/// height, because names need not be broken into pieces of four characters.
Setting setting_of(const Table& table) {
  Setting best = setting_at(table, kSizes.front());
  for (std::size_t i = 1; i < kSizes.size(); ++i) {
    Setting smaller = setting_at(table, kSizes[i]);
    const bool spares = i == 1 && 4 * smaller.height < 3 * best.height;
    if (best.fits && !spares) break;
    best = std::move(smaller);
  }
  return best;
}

/// The titles, the rows, and the notes below a row over its whole width.
office::PaperTable grid_of(const Table& table) {
  office::PaperTable form;
  const int columns = static_cast<int>(table.columns.size());
  for (int c = 0; c < columns; ++c) {
    form.cells.push_back(paper_cell({table.columns[static_cast<std::size_t>(c)].title}, 0, c, Align::left));
    form.cells.back().look = office::Look::heading;
  }
  form.rows = 1;
  form.repeat_last = 1;
  for (const Row& row : table.rows) {
    for (std::size_t c = 0; c < row.cells.size() && c < table.columns.size(); ++c) {
      form.cells.push_back(paper_cell(row.cells[c], form.rows, static_cast<int>(c), table.columns[c].align));
    }
    if (!row.cells.empty()) ++form.rows;
    for (const Cell& note : row.notes) {
      form.cells.push_back(paper_cell(note, form.rows, 0, Align::left));
      form.cells.back().columns = columns;
      ++form.rows;
    }
  }
  return form;
}

class DocxReportWriter {
 public:
  void put(const Heading& heading) { document_.put_heading(heading.level, heading.text); }

  void put(const Paragraph& paragraph) {
    document_.put_paragraph("BodyText", paragraph.text, paragraph.mark);
  }

  void put(const Chart&) {}

  void put(const Table& table) {
    if (table.columns.empty()) return;
    const Setting setting = setting_of(table);
    office::PaperTable form = grid_of(table);
    form.widths.assign(setting.widths.begin(), setting.widths.end());
    for (double& width : form.widths) width += kPadding;
    document_.put_table(form, kPage.text_width(), setting.half_points);
  }

  std::string take() { return document_.bytes(kPage); }

 private:
  office::DocxDocument document_;
};

}  // namespace

std::string docx_from_report(const Report& report) {
  DocxReportWriter writer;
  for (const Block& block : report.blocks) {
    std::visit([&writer](const auto& b) { writer.put(b); }, block);
  }
  return writer.take();
}

}  // namespace jiheng::report
