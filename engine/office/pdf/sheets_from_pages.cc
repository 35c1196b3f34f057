// Takes tables and lines of page after page, gives sheets and prose. Leaves the pieces of one table to table_over_pages.
#include "engine/office/pdf/sheets_from_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include "engine/base/text.h"
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

/// One line of text or one table of a page.
struct PagePiece {
  double top = 0;
  std::size_t index = 0;
  bool table = false;
  int line = 0;                ///< of a line: which one of the page it is
  std::vector<int> row_lines;  ///< of a table: the same of each row
};

/// In order, with the lines of the page counted: lines of text and rows of tables, from above.
std::vector<PagePiece> pieces_of(const PdfPageParts& parts) {
  std::vector<PagePiece> pieces;
  for (std::size_t i = 0; i < parts.tables.size(); ++i)
    pieces.push_back({parts.tables[i].box.top, i, true, 0, {}});
  for (std::size_t i = 0; i < parts.lines.size(); ++i)
    pieces.push_back({parts.lines[i].box.middle(), i, false, 0, {}});
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const PagePiece& a, const PagePiece& b) { return a.top < b.top; });
  struct Counted {
    double y;
    std::size_t piece;
    std::size_t row;
  };
  std::vector<Counted> counted;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    if (!pieces[p].table) {
      counted.push_back({pieces[p].top, p, 0});
      continue;
    }
    const std::vector<double>& down = parts.tables[pieces[p].index].down;
    pieces[p].row_lines.resize(down.size() - 1);
    for (std::size_t row = 0; row + 1 < down.size(); ++row) counted.push_back({down[row], p, row});
  }
  std::stable_sort(counted.begin(), counted.end(),
                   [](const Counted& a, const Counted& b) { return a.y < b.y; });
  int number = 0;
  for (const Counted& at : counted) {
    ++number;
    if (pieces[at.piece].table) {
      pieces[at.piece].row_lines[at.row] = number;
    } else {
      pieces[at.piece].line = number;
    }
  }
  return pieces;
}

/// "12", "- 12 -", "第 12 页 共 30 页", "12/30".
bool is_number_of_page(std::string_view text) {
  bool digit = false;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    at += c.bytes;
    if (c.value >= U'0' && c.value <= U'9') {
      digit = true;
    } else if (std::u32string_view(U" -–—－~～·•/第页共,，|").find(c.value) == std::u32string_view::npos) {
      return false;
    }
  }
  return digit && base::count_characters(text) <= 20;
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
  constexpr int kSameLine = 3;
  std::vector<std::pair<std::size_t, std::size_t>> halves;  // above counts first, then between
  for (std::size_t i = 0; i < between.size(); ++i) {
    const base::PageSpot* spot = base::spot_of(between[i].place);
    if (spot == nullptr) return false;
    if (spot->page <= last_left) continue;
    std::size_t partner = 0;
    for (; partner < above.size() + i; ++partner) {
      const model::Field& left = partner < above.size() ? above[partner] : between[partner - above.size()];
      const base::PageSpot* other = base::spot_of(left.place);
      if (other != nullptr && spot->page - other->page == pages &&
          std::abs(spot->top - other->top) <= kSameLine)
        break;
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

bool stands_in(const std::vector<std::string>& margins, const std::string& line) {
  return std::find(margins.begin(), margins.end(), line) != margins.end();
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
      const auto beside = next.table.stands_beside(last->table);
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
  };

  /// A line that fills the width of the text goes on in the next one, unless that one is set in.
  bool goes_on(const PdfTextLine& line, const Width& width) const {
    const auto [left, right, all_left, all_right] = width;
    if (paragraph.empty() || line.segments.size() > 1 || paragraph_end.segments.size() > 1) return false;
    const double em = std::max(line.size, 1.0);
    // Where paragraphs are not set in, one that fills its last line is told by the end of its sentence.
    const bool ended = paragraph_left < left + 1.2 * em && ends_sentence(paragraph);
    if (ended) return false;
    if (std::abs(line.size - paragraph_end.size) > 0.2 * em || paragraph_end.box.right < right - 2 * em)
      return false;
    if (line.box.top - paragraph_end.box.bottom > 2 * em) return false;
    if (line.box.left < left + 1.2 * em) return true;
    // A title that is longer than a line has the rest in the middle of the next one.
    const bool in_the_middle = std::abs(line.box.centre() - (left + right) / 2) < em;
    return in_the_middle && paragraph_end.box.left < all_left + 2 * em &&
           paragraph_end.box.right > all_right - 2 * em && paragraph_left < all_left + 2 * em &&
           line.box.top - paragraph_end.box.bottom < em && !ends_sentence(paragraph);
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

  /// The page that waits, told from the margins of those before and behind what stands on every page.
  void read_waiting(const std::vector<std::string>& margins_behind) {
    if (!waits) return;
    const auto [page, parts, margins] = *std::exchange(waits, std::nullopt);
    Width width;
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
    for (const PagePiece& piece : pieces_of(parts)) {
      if (!piece.table) {
        const PdfTextLine& line = parts.lines[piece.index];
        const std::string& margin = margins[piece.index];
        const bool running =
            !margin.empty() && (is_number_of_page(line.text()) || stands_in(margins_before, margin) ||
                                stands_in(margins_behind, margin));
        if (running) continue;
        end_table();
        add_line(page, line, piece.line, width);
        continue;
      }
      const PdfTable& table = parts.tables[piece.index];
      if (open && open_page + 1 == page.number && open->goes_on_with(table)) {
        open->add(page, table, piece.row_lines);
      } else {
        end_table();
        end_paragraph();
        open.emplace(page, table, piece.row_lines);
      }
      open_page = page.number;
    }
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
