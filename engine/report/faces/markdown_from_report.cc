// Takes a report, gives markdown. Marks become bold where they say that something is wrong.
#include "engine/report/faces/markdown_from_report.h"

#include <string_view>

namespace jiheng::report {
namespace {

std::string escaped(std::string_view text, std::string_view line_break) {
  constexpr std::string_view kSpecial = "\\`*_[]<>|#~";
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += line_break;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += ' ';
    } else {
      if (kSpecial.find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

std::string marked(const Cell& cell) {
  std::string text = escaped(cell.text, "<br>");
  const bool bold = cell.mark == Mark::strong || cell.mark == Mark::bad || cell.mark == Mark::unsure;
  return bold && !text.empty() ? "**" + text + "**" : text;
}

void put(std::string& out, const Heading& heading) {
  if (!out.empty() && !out.ends_with("\n\n")) out += '\n';
  out +=
      std::string(static_cast<std::size_t>(heading.level), '#') + " " + escaped(heading.text, " ") + "\n\n";
}

void put(std::string&, const Chart&) {}

void put(std::string& out, const Paragraph& paragraph) {
  const std::string text = marked({paragraph.text, paragraph.mark});
  out += paragraph.indent >= 2 ? "- " + text + "\n" : text + "\n\n";
}

/// The column with the longest text: notes find most room there.
std::size_t roomiest_column(const Table& table) {
  std::size_t best = 0;
  std::size_t longest = 0;
  for (const Row& row : table.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].text.size() <= longest) continue;
      longest = row.cells[i].text.size();
      best = i;
    }
  }
  return best;
}

void put(std::string& out, const Table& table) {
  if (!out.empty() && !out.ends_with("\n\n")) out += '\n';
  out += '|';
  for (const Column& column : table.columns) out += " " + escaped(column.title, " ") + " |";
  out += "\n|";
  for (const Column& column : table.columns) out += column.align == Align::right ? " ---: |" : " --- |";
  out += '\n';
  const std::size_t roomy = roomiest_column(table);
  for (const Row& row : table.rows) {
    const auto put_notes_at = [&](std::size_t column) {
      out += '|';
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i == column) {
          for (const Cell& note : row.notes) out += (&note == row.notes.data() ? " " : "<br>") + marked(note);
        }
        out += " |";
      }
    };
    if (row.cells.empty()) {
      put_notes_at(0);
    } else {
      out += '|';
      for (const Cell& cell : row.cells) out += " " + marked(cell) + " |";
      if (!row.notes.empty()) {
        out += '\n';
        put_notes_at(roomy);
      }
    }
    out += '\n';
  }
  out += '\n';
}

}  // namespace

std::string markdown_from_report(const Report& report) {
  std::string out;
  for (const Block& block : report.blocks) {
    std::visit([&out](const auto& b) { put(out, b); }, block);
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace jiheng::report
