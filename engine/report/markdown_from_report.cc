// Takes a report, gives markdown. Marks become bold where they say that something is wrong.
#include "engine/report/markdown_from_report.h"

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

void put(std::string& out, const Paragraph& paragraph) {
  const std::string text = marked({paragraph.text, paragraph.mark});
  out += paragraph.indent >= 2 ? "- " + text + "\n" : text + "\n\n";
}

void put(std::string& out, const Table& table) {
  if (!out.empty() && !out.ends_with("\n\n")) out += '\n';
  out += '|';
  for (const Column& column : table.columns) out += " " + escaped(column.title, " ") + " |";
  out += "\n|";
  for (const Column& column : table.columns) out += column.align == Align::right ? " ---: |" : " --- |";
  out += '\n';
  for (const Row& row : table.rows) {
    out += '|';
    std::string notes;
    for (const Cell& note : row.notes) notes += (notes.empty() ? "" : "<br>") + marked(note);
    if (row.cells.empty()) {
      out += " " + notes;
      for (std::size_t i = 0; i < table.columns.size(); ++i) out += " |";
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      out += " " + marked(row.cells[i]);
      if (i + 1 == row.cells.size() && !notes.empty()) out += "<br>" + notes;
      out += " |";
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
