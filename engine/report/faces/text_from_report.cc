// Takes a report, gives terminal text. Leaves the choice of width and colour to the caller.
#include "engine/report/faces/text_from_report.h"

#include <algorithm>
#include <string_view>

#include "engine/base/text.h"
#include "engine/report/charts/text_from_chart.h"
#include "engine/report/texts/column_widths.h"

namespace jiheng::report {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowestTextColumn = 8;
constexpr std::size_t kSqueezedTextColumn = 6;  ///< three characters, where a table would else be too wide
constexpr std::size_t kNoteIndent = 4;

std::string_view escape_of(Mark mark) {
  switch (mark) {
    case Mark::plain:
      return {};
    case Mark::strong:
      return "\x1b[1m";
    case Mark::good:
      return "\x1b[32m";
    case Mark::bad:
      return "\x1b[31m";
    case Mark::unsure:
      return "\x1b[33m";
    case Mark::muted:
      break;
  }
  return "\x1b[2m";
}

/// How a table is laid out: between its columns stands a gap.
struct Room {
  std::vector<std::size_t> widths;
  std::size_t gap = kGap;
  std::size_t total = 0;
};

Room room_for(const Table& table, std::size_t width) {
  Room room;
  // Narrower gaps, then narrower columns: what still does not fit is written without columns.
  for (const auto& [gap, narrowest] :
       {std::pair(kGap, kNarrowestTextColumn), std::pair(std::size_t{1}, kNarrowestTextColumn),
        std::pair(std::size_t{1}, kSqueezedTextColumn)}) {
    const std::size_t gaps = table.columns.empty() ? 0 : gap * (table.columns.size() - 1);
    room = {column_widths(table, width > gaps ? width - gaps : 0, narrowest), gap, gaps};
    for (const std::size_t w : room.widths) room.total += w;
    if (room.total <= width) break;
  }
  return room;
}

class Printer {
 public:
  explicit Printer(const TextOptions& options) : options_(options) {}

  void print(const Heading& heading) {
    if (!out_.empty()) out_ += '\n';
    put_lines(heading.text, Mark::strong, 0);
    if (heading.level == 1) put_rule(std::min(base::display_width(heading.text), options_.width), "═");
  }

  void print(const Paragraph& paragraph) {
    put_lines(paragraph.text, paragraph.mark, static_cast<std::size_t>(std::max(paragraph.indent, 0)));
  }

  void print(const Chart& chart) {
    if (!out_.empty()) out_ += '\n';
    out_ += text_from_chart(chart, options_.width);
  }

  void print(const Table& table) {
    const Room room = room_for(table, options_.width);
    const bool fits = room.total <= options_.width;
    std::vector<Cell> titles;
    for (const Column& column : table.columns) titles.push_back({column.title, Mark::strong});
    if (fits) put_row(table, room, titles);
    put_rule(std::min(room.total, options_.width), "─");
    for (const Row& row : table.rows) {
      if (!row.cells.empty() && fits) put_row(table, room, row.cells);
      if (!row.cells.empty() && !fits) put_record(table, row.cells);
      for (const Cell& note : row.notes) put_lines(note.text, note.mark, row.cells.empty() ? 0 : kNoteIndent);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  /// A row of a table that is wider than the terminal: each cell behind its title, as many to a line as fit.
  void put_record(const Table& table, const std::vector<Cell>& cells) {
    std::size_t used = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].text.empty()) continue;
      const std::string& title = table.columns[i].title;
      const std::string piece = title.empty() ? cells[i].text : title + " " + cells[i].text;
      const std::size_t width = base::display_width(piece);
      if (used > 0 && used + kGap + width <= options_.width) {
        out_.append(kGap, ' ');
        put(piece, cells[i].mark);
        used += kGap + width;
        continue;
      }
      if (used > 0) out_ += '\n';
      const std::size_t indent = used > 0 ? kNoteIndent : 0;
      if (indent + width > options_.width) {
        put_lines(piece, cells[i].mark, indent);
        out_.pop_back();  // the end of its last line
        used = options_.width;
      } else {
        out_.append(indent, ' ');
        put(piece, cells[i].mark);
        used = indent + width;
      }
    }
    out_ += '\n';
  }

  void put_row(const Table& table, const Room& room, const std::vector<Cell>& cells) {
    const std::vector<std::size_t>& widths = room.widths;
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      columns.push_back(base::wrapped(cells[i].text, widths[i]));
      height = std::max(height, columns.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::size_t owed = 0;  // spaces due before the next text: none are left at the end of a line
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) owed += room.gap;
        const std::string_view text =
            line < columns[i].size() ? std::string_view(columns[i][line]) : std::string_view();
        const std::size_t width = base::display_width(text);
        const std::size_t space = widths[i] > width ? widths[i] - width : 0;
        const bool right = table.columns[i].align == Align::right;
        if (right) owed += space;
        if (!text.empty()) {
          out_.append(owed, ' ');
          put(text, cells[i].mark);
          owed = 0;
        }
        if (!right) owed += space;
      }
      out_ += '\n';
    }
  }

  void put_lines(std::string_view text, Mark mark, std::size_t indent) {
    const std::size_t width =
        options_.width > indent + kNarrowestTextColumn ? options_.width - indent : kNarrowestTextColumn;
    for (const std::string& line : base::wrapped(text, width)) {
      if (!line.empty()) {
        out_.append(indent, ' ');
        put(line, mark);
      }
      out_ += '\n';
    }
  }

  void put_rule(std::size_t width, std::string_view piece) {
    for (std::size_t i = 0; i < width; ++i) out_ += piece;
    out_ += '\n';
  }

  void put(std::string_view text, Mark mark) {
    const std::string_view escape = options_.colour ? escape_of(mark) : std::string_view();
    out_ += escape;
    out_ += base::printable(text);  // a document must not steer the terminal
    if (!escape.empty()) out_ += "\x1b[0m";
  }

  TextOptions options_;
  std::string out_;
};

}  // namespace

std::string text_from_report(const Report& report, const TextOptions& options) {
  Printer printer(options);
  for (const Block& block : report.blocks) {
    std::visit([&printer](const auto& b) { printer.print(b); }, block);
  }
  return printer.take();
}

}  // namespace jiheng::report
