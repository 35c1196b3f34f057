// Reading csv and Word files: cells a second, at one size and at ten times it.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>

#include "engine/office/sheets_from_csv.h"
#include "engine/office/word/sheets_from_docx.h"
#include "tests/unit/office/packages.h"

namespace jiheng::office {
namespace {

constexpr int kColumns = 9;

/// Numbers that do not repeat, as the figures of real tables.
std::string figure(int row, int column) {
  return "≥" + std::to_string((row * kColumns + column) * 7919LL % 100003) + "人";
}

void count_cells(benchmark::State& state, std::size_t cells, std::size_t bytes) {
  const auto rounds = static_cast<double>(state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  state.counters["cells/s"] =
      benchmark::Counter(static_cast<double>(cells) * rounds, benchmark::Counter::kIsRate);
}

void csv(benchmark::State& state) {
  std::string text;
  for (int row = 0; row < state.range(0); ++row) {
    for (int column = 0; column < kColumns; ++column)
      text += figure(row, column) + (column + 1 < kColumns ? "," : "\n");
  }
  const auto source = file_of(std::move(text), "t.csv");
  std::size_t cells = 0;
  for (auto _ : state) cells = sheet_from_csv(source)->cells.size();
  count_cells(state, cells, source->text.size());
}

/// Tables of 30 rows as Word writes them, level cells merged downwards.
void docx(benchmark::State& state) {
  constexpr int kTableRows = 30;
  std::string body;
  for (int row = 0; row < state.range(0); ++row) {
    if (row % kTableRows == 0) body += row == 0 ? "<w:tbl>" : "</w:tbl><w:p/><w:tbl>";
    body += "<w:tr>";
    for (int column = 0; column < kColumns; ++column) {
      body += "<w:tc><w:tcPr><w:tcW w:w=\"1500\" w:type=\"dxa\"/>";
      if (column == 0) body += row % 5 == 0 ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
      body += "</w:tcPr><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>";
      if (column != 0 || row % 5 == 0)
        body += "<w:r><w:rPr><w:sz w:val=\"18\"/></w:rPr><w:t>" + figure(row, column) + "</w:t></w:r>";
      body += "</w:p></w:tc>";
    }
    body += "</w:tr>";
  }
  const auto source = file_of(
      package_of({{"word/document.xml", "<w:document><w:body>" + body + "</w:tbl></w:body></w:document>"}}),
      "t.docx");
  std::size_t cells = 0;
  for (auto _ : state) {
    const auto document = sheets_from_docx(source);
    cells = 0;
    for (const Sheet& sheet : document->tables) cells += sheet.cells.size();
  }
  count_cells(state, cells, body.size());
}

BENCHMARK(csv)->Arg(6000)->Arg(60000)->Unit(benchmark::kMillisecond);
BENCHMARK(docx)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace jiheng::office
