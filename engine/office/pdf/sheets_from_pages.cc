// Takes tables and lines of page after page, gives sheets and prose. Leaves the pieces of one table to table_over_pages.
#include "engine/office/pdf/sheets_from_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include "engine/base/text.h"
#include "engine/office/pdf/page_pieces.h"
#include "engine/office/pdf/table_over_pages.h"

namespace jiheng::office {

/// A page that waits for the next one, whose margins tell what is a running head.
struct WaitingPage {
  PdfPage page;  ///< without its characters and lines
  PdfPageParts parts;
  std::vector<std::string> margins;  ///< of each line in the margins, without digits; empty for other lines
};

/// A table that is whole but for a part beside it, which would follow.
struct WholeTable {
  TableOverPages table;
  std::vector<model::Field> above;
  bool perhaps_torn = false;  ///< it looks like the right part of the one before it, not surely
};

namespace {

constexpr double kMargin = 56;  ///< in which running heads and page numbers stand: two centimetres

/// Whether two texts, perhaps of two pages, stand at one height.
bool are_level(const base::PageSpot& a, const base::PageSpot& b) {
  constexpr int kLevel = 3;
  return std::abs(a.top - b.top) <= kLevel;
}

bool ends_sentence(std::string_view text) {
  constexpr std::string_view kEnds[] = {"。", "！", "？", "；", "：", "”"};
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [text](std::string_view end) { return text.ends_with(end); });
}

/// Without digits: what is the same on every page.
std::string without_digits(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c < '0' || c > '9'; });
  return out;
}

WaitingPage waiting(const PdfPage& page, PdfPageParts parts) {
  WaitingPage out;
  out.page.number = page.number;
  out.page.width = page.width;
  out.page.height = page.height;
  out.page.turned = page.turned;
  for (const PdfTextLine& line : parts.lines) {
    const bool top = line.box.middle() < kMargin;
    const bool bottom = line.box.middle() > page.height - kMargin;
    out.margins.push_back(top      ? "上" + without_digits(line.text())
                          : bottom ? "下" + without_digits(line.text())
                                   : std::string());
  }
  out.parts = std::move(parts);
  return out;
}

/// Whether all texts above a right part are the right halves of texts at the same heights of the left part, or stand below that
/// one: they are put behind the left halves. What stands below stays in `between`.
bool join_halves(std::vector<model::Field>& above, std::vector<model::Field>& between, int last_left,
                 int pages) {
  std::vector<std::pair<std::size_t, std::size_t>> halves;  // above counts first, then between
  for (std::size_t i = 0; i < between.size(); ++i) {
    const base::PageSpot* spot = base::spot_of(between[i].place);
    if (spot == nullptr) return false;
    if (spot->page <= last_left) continue;
    std::size_t partner = 0;
    for (; partner < above.size() + i; ++partner) {
      const model::Field& left = partner < above.size() ? above[partner] : between[partner - above.size()];
      const base::PageSpot* other = base::spot_of(left.place);
      if (other != nullptr && spot->page - other->page == pages && are_level(*spot, *other)) break;
    }
    if (partner == above.size() + i) return false;
    halves.emplace_back(partner, i);
  }
  for (const auto& [partner, i] : halves) {
    model::Field& left = partner < above.size() ? above[partner] : between[partner - above.size()];
    left.text += std::exchange(between[i].text, {});
  }
  std::erase_if(between, [](const model::Field& field) { return field.text.empty(); });
  return true;
}

/// Whether a text above each of two tables stands at one height, in the middle of its own table: titles of two forms, no halves.
bool have_titles_of_their_own(const std::vector<model::Field>& above, const TableOverPages& left,
                              const std::vector<model::Field>& between, const TableOverPages& right) {
  constexpr double kMiddle = 6;
  const auto in_the_middle = [](const base::PageSpot& spot, const TableOverPages& table) {
    return std::abs((spot.left + spot.right) / 2.0 - (table.left() + table.right()) / 2) < kMiddle &&
           spot.left > table.left() + 2 * kMiddle && spot.right < table.right() - 2 * kMiddle;
  };
  const auto spots_over = [&](const std::vector<model::Field>& texts, const TableOverPages& table) {
    std::vector<const base::PageSpot*> spots;
    for (const model::Field& text : texts) {
      const base::PageSpot* spot = base::spot_of(text.place);
      if (spot != nullptr && spot->page == table.first_page() && in_the_middle(*spot, table))
        spots.push_back(spot);
    }
    return spots;
  };
  const auto titles = spots_over(above, left);
  const auto others = spots_over(between, right);
  return std::any_of(titles.begin(), titles.end(), [&](const base::PageSpot* title) {
    return std::any_of(others.begin(), others.end(),
                       [title](const base::PageSpot* other) { return are_level(*title, *other); });
  });
}

bool stands_in(const std::vector<std::string>& margins, const std::string& line) {
  return !line.empty() && std::find(margins.begin(), margins.end(), line) != margins.end();
}

}  // namespace

struct PagesReader::State {
  base::SourcePtr file;
  std::shared_ptr<base::Source> prose;
  WrittenDocument document;
  std::vector<model::Field> above;
  std::optional<TableOverPages> open;  ///< may go on on the page behind open_page
  int open_page = 0;
  std::string paragraph;
  base::PageSpot paragraph_spot;
  double paragraph_left = 0;
  PdfTextLine paragraph_end;
  int prose_lines = 0;
  std::optional<WaitingPage> waits;
  std::vector<std::string> margins_before;  ///< of the page before that one
  std::optional<WholeTable> last;           ///< beside which a right part may follow
  std::vector<base::Place> aligned;
  std::vector<base::Place> torn;
  std::optional<diag::Diagnostic> refusal;

  void end_paragraph() {
    const std::string_view text = base::trimmed(paragraph);
    if (!text.empty()) {
      const int length = static_cast<int>(base::count_characters(text));
      prose->text.append(text) += '\n';
      ++prose_lines;
      prose->spots[{prose_lines, 0}] = paragraph_spot;
      above.push_back({std::string(text), {prose, prose_lines, 1, length}});
    }
    paragraph.clear();
  }

  void end_table() {
    if (!open) return;
    WholeTable next{std::move(*open), std::exchange(above, {})};
    open.reset();
    if (last) {
      const auto beside = have_titles_of_their_own(last->above, last->table, next.above, next.table)
                              ? TableOverPages::Beside::no
                              : next.table.stands_beside(last->table);
      const int pages = next.table.first_page() - last->table.first_page();
      if (beside == TableOverPages::Beside::surely &&
          join_halves(last->above, next.above, next.table.first_page() - 1, pages)) {
        last->table.join_beside(std::move(next.table));
        above = std::move(next.above);
        return;
      }
      next.perhaps_torn = beside != TableOverPages::Beside::no;
      write_last();
    }
    last = std::move(next);
  }

  void write_last() {
    if (!last) return;
    Sheet sheet;
    sheet.above = std::move(last->above);
    const std::size_t number = document.tables.size() + 1;
    auto fault = last->table.finish(file->name, fmt::format("表格{}", number), sheet);
    if (fault && !refusal) refusal = std::move(fault);
    if (!sheet.cells.empty()) {
      const base::Place first{sheet.source, sheet.cells.front().row, sheet.cells.front().column, 0};
      if (last->table.aligned()) aligned.push_back(first);
      if (last->perhaps_torn) torn.push_back(first);
      document.tables.push_back(std::move(sheet));
    } else {
      above.insert(above.begin(), std::make_move_iterator(sheet.above.begin()),
                   std::make_move_iterator(sheet.above.end()));
    }
    last.reset();
  }

  /// From the left to the right of a page: of its text, and of its tables too.
  struct Width {
    double left = 1e9;
    double right = 0;
    double all_left = 1e9;
    double all_right = 0;
    const std::vector<PdfTextLine>* lines = nullptr;
  };

  /// A line that fills the width of the text goes on in the next one, unless that one is set in.
  bool goes_on(const PdfTextLine& line, const Width& width) const {
    const double left = width.left;
    const double right = width.right;
    const double all_left = width.all_left;
    const double all_right = width.all_right;
    if (paragraph.empty() || line.segments.size() > 1 || paragraph_end.segments.size() > 1) return false;
    const double em = std::max(line.size, 1.0);
    // Where paragraphs are not set in, one that fills its last line is told by the end of its sentence.
    const bool ended = paragraph_left < left + 1.2 * em && ends_sentence(paragraph);
    if (ended) return false;
    if (std::abs(line.size - paragraph_end.size) > 0.2 * em || paragraph_end.box.right < right - 2 * em)
      return false;
    if (line.box.top - paragraph_end.box.bottom > 2 * em) return false;
    // A title that is longer than a line has the rest in the middle of the next one; what has a label there is no rest.
    const bool in_the_middle = std::abs(line.box.centre() - (left + right) / 2) < em;
    if (in_the_middle && line.box.left >= left + 1.2 * em)
      return paragraph_end.box.left < all_left + 2 * em && paragraph_end.box.right > all_right - 2 * em &&
             paragraph_left < all_left + 2 * em && line.box.top - paragraph_end.box.bottom < em &&
             !ends_sentence(paragraph) && line.text().find("：") == std::string::npos;
    return line.box.left < left + 1.2 * em && !are_centred(paragraph_end.box, line.box, em, width);
  }

  /// Title, unit and year one below the other in the middle, whatever their lengths. Lines of one length are none of those where
  /// others begin at the same place, as those of a paragraph do.
  static bool are_centred(const PdfBox& above, const PdfBox& box, double em, const Width& width) {
    constexpr double kSame = 0.3;  // of an em
    if (std::abs(above.centre() - box.centre()) > kSame * em) return false;
    if (std::abs(above.left - box.left) > kSame * em) return true;
    const auto beside = std::count_if(width.lines->begin(), width.lines->end(), [&](const PdfTextLine& line) {
      return std::abs(line.box.left - box.left) <= kSame * em;
    });
    return beside <= 2 && box.left > width.all_left + 2 * em && box.right < width.all_right - 2 * em;
  }

  void add_line(const PdfPage& page, const PdfTextLine& line, int number, const Width& width) {
    if (goes_on(line, width)) {
      join_line(paragraph, line.text());
    } else {
      end_paragraph();
      paragraph = line.text();
      paragraph_spot = spot_on_page(page, line.box, number);
      paragraph_left = line.box.left;
    }
    paragraph_end = line;
  }

  /// Of the lines on every page only titles are taken.
  void take_lines(const PdfPage& page, const PdfPageParts& parts, const std::vector<LineBetween>& lines,
                  std::size_t titles, const Width& width) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].running && i < titles) continue;
      end_table();
      add_line(page, parts.lines[lines[i].piece->index], lines[i].piece->line, width);
    }
  }

  void take_table(const PdfPage& page, const PdfPageParts& parts, const PagePiece& piece,
                  const std::vector<LineBetween>& lines, const Width& width) {
    const PdfTable& table = parts.tables[piece.index];
    const std::size_t titles = first_title(parts, lines, table.box.top);
    const bool text =
        std::any_of(lines.begin(), lines.end(), [](const LineBetween& l) { return !l.running; });
    const auto names_a_form = [&](const LineBetween& line) {
      return parts.lines[line.piece->index].text().find("表") != std::string::npos;
    };
    const bool titled =
        std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(titles), lines.end(), names_a_form);
    const bool goes_on = !text && open && open_page + 1 == page.number && open->goes_on_with(table) &&
                         (!titled || open->has_head_of(table));
    if (goes_on) {
      open->add(page, table, piece.row_lines);
    } else {
      take_lines(page, parts, lines, titles, width);
      end_table();
      end_paragraph();
      open.emplace(page, table, piece.row_lines);
    }
    open_page = page.number;
  }

  /// The page that waits, told from the margins of those before and behind what stands on every page.
  void read_waiting(const std::vector<std::string>& margins_behind) {
    if (!waits) return;
    const auto [page, parts, margins] = *std::exchange(waits, std::nullopt);
    Width width;
    width.lines = &parts.lines;
    for (const PdfTextLine& line : parts.lines) {
      width.left = std::min(width.left, line.box.left);
      width.right = std::max(width.right, line.box.right);
    }
    width.all_left = width.left;
    width.all_right = width.right;
    for (const PdfTable& table : parts.tables) {
      width.all_left = std::min(width.all_left, table.box.left);
      width.all_right = std::max(width.all_right, table.box.right);
    }
    const std::vector<PagePiece> pieces = pieces_of(parts);
    std::vector<LineBetween> lines;
    for (const PagePiece& piece : pieces) {
      if (piece.table) {
        take_table(page, parts, piece, std::exchange(lines, {}), width);
        continue;
      }
      const std::string& margin = margins[piece.index];
      if (!margin.empty() && is_number_of_page(parts.lines[piece.index].text())) continue;
      lines.push_back({&piece, stands_in(margins_before, margin) || stands_in(margins_behind, margin)});
    }
    take_lines(page, parts, lines, lines.size(), width);
    margins_before = margins;
  }
};

PagesReader::PagesReader(const base::SourcePtr& file) : state_(std::make_unique<State>()) {
  state_->file = file;
  state_->prose = std::make_shared<base::Source>(base::Source{file->name, {}});
  state_->document.prose = state_->prose;
}

PagesReader::~PagesReader() = default;

void PagesReader::take(const PdfPage& page, PdfPageParts parts) {
  take_aligned_tables(parts);
  WaitingPage next = waiting(page, std::move(parts));
  state_->read_waiting(next.margins);
  state_->waits = std::move(next);
}

diag::Result<WrittenDocument> PagesReader::finish() {
  state_->read_waiting({});
  state_->end_table();
  state_->end_paragraph();
  state_->write_last();
  if (state_->refusal) return std::move(*state_->refusal);
  return std::move(state_->document);
}

const std::vector<base::Place>& PagesReader::aligned() const { return state_->aligned; }
const std::vector<base::Place>& PagesReader::torn() const { return state_->torn; }

}  // namespace jiheng::office
