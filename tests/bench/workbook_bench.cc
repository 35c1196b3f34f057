// Workbooks of the same rows, ten times as many each step: cells a second, as xlsx and as ods; and sheets of forms
// one below the other all the way to tables.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "engine/intake/tables/tables_from_sheets.h"
#include "engine/office/workbook/sheets_from_workbook.h"
#include "tests/unit/intake/forms.h"
#include "tests/unit/office/workbooks.h"

namespace {

using jiheng::intake::SourcePtr;

constexpr int kColumns = 10;

/// Texts, numbers, percentages and a formula in turn.
SourcePtr xlsx_of(int rows) {
  jiheng::office::XlsxTexts texts;
  texts.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/></cellXfs>";
  texts.sheet = "<sheetData>";
  for (int row = 1; row <= rows; ++row) {
    texts.texts += fmt::format("<si><t>第 {} 项指标的名称</t></si>", row);
    texts.sheet += fmt::format("<row r=\"{}\">", row);
    for (int column = 0; column < kColumns; ++column) {
      const std::string name = fmt::format("{}{}", static_cast<char>('A' + column), row);
      switch (column % 4) {
        case 0:
          texts.sheet += fmt::format("<c r=\"{}\" t=\"s\"><v>{}</v></c>", name, row - 1);
          break;
        case 1:
          texts.sheet += fmt::format("<c r=\"{}\"><v>{}.5</v></c>", name, row);
          break;
        case 2:
          texts.sheet += fmt::format("<c r=\"{}\" s=\"1\"><v>0.{:04}</v></c>", name, row % 10000);
          break;
        default:
          texts.sheet += fmt::format("<c r=\"{}\"><f>B{}*2</f><v>{}</v></c>", name, row, 2 * row + 1);
      }
    }
    texts.sheet += "</row>";
  }
  texts.sheet += "</sheetData>";
  return jiheng::office::file_of(jiheng::office::xlsx_of(texts));
}

SourcePtr ods_of(int rows) {
  std::string content = "<office:document-content" + std::string(jiheng::office::kOdsNamespaces) +
                        "><table:table table:name=\"表\">";
  for (int row = 1; row <= rows; ++row) {
    content += "<table:table-row>";
    for (int column = 0; column < kColumns; ++column) {
      content +=
          column % 2 == 0
              ? fmt::format(
                    "<table:table-cell office:value-type=\"string\"><text:p>第 {} "
                    "项</text:p></table:table-cell>",
                    row)
              : fmt::format(
                    "<table:table-cell office:value-type=\"percentage\" office:value=\"0.{:04}\"><text:p>1%"
                    "</text:p></table:table-cell>",
                    row % 10000);
    }
    content += "</table:table-row>";
  }
  content += "</table:table></office:document-content>";
  return jiheng::office::file_of(jiheng::office::package_of(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}}));
}

void read(benchmark::State& state, const SourcePtr& file) {
  for (auto _ : state) {
    const auto sheets = jiheng::office::sheets_from_workbook(file);
    if (!sheets || sheets->front().cells.size() != static_cast<std::size_t>(state.range(0)) * kColumns) {
      state.SkipWithError("not all cells were read");
      break;
    }
  }
  state.counters["cells"] = benchmark::Counter(static_cast<double>(state.range(0)) * kColumns,
                                               benchmark::Counter::kIsIterationInvariantRate);
}

void read_xlsx(benchmark::State& state) { read(state, xlsx_of(static_cast<int>(state.range(0)))); }
void read_ods(benchmark::State& state) { read(state, ods_of(static_cast<int>(state.range(0)))); }

constexpr int kRowsOfForm = 100;

/// `forms` tables of the national layout, one below the other.
SourcePtr forms_as_xlsx(int forms) {
  std::string sheet = "<sheetData>";
  int row = 0;
  const auto put = [&](std::initializer_list<std::string> cells) {
    ++row;
    sheet += fmt::format("<row r=\"{}\">", row);
    char column = 'A';
    for (const std::string& text : cells) {
      sheet += fmt::format("<c r=\"{}{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", column++, row, text);
    }
    sheet += "</row>";
  };
  for (int form = 0; form < forms; ++form) {
    put({"项目支出绩效自评表"});
    put({"项目名称", fmt::format("第 {} 个项目", form)});
    put({"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分",
         "偏差原因分析及改进措施"});
    for (int i = 0; i < kRowsOfForm; ++i) {
      put({"产出指标", "数量指标", fmt::format("培训第 {} 批人数", i), fmt::format("≥{}人", i + 10),
           fmt::format("{}人", i + 12), "0.9", "0.9", "无"});
    }
  }
  jiheng::office::XlsxTexts texts;
  texts.sheet = sheet + "</sheetData>";
  return jiheng::office::file_of(jiheng::office::xlsx_of(texts));
}

void import_xlsx(benchmark::State& state) {
  const int forms = static_cast<int>(state.range(0));
  const SourcePtr file = forms_as_xlsx(forms);
  for (auto _ : state) {
    const auto sheets = jiheng::office::sheets_from_workbook(file);
    const auto document = jiheng::intake::tables_from_sheets(jiheng::intake::forms(), file, *sheets);
    if (!document || document->tables.size() != static_cast<std::size_t>(forms) ||
        document->tables.back().rows.size() != kRowsOfForm) {
      state.SkipWithError("not all rows were read");
      break;
    }
  }
  state.counters["cells"] = benchmark::Counter(static_cast<double>(forms) * kRowsOfForm * 8,
                                               benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK(import_xlsx)->Arg(7)->Arg(75)->Arg(750)->Unit(benchmark::kMillisecond);
BENCHMARK(read_xlsx)->Arg(600)->Arg(6000)->Arg(60000)->Unit(benchmark::kMillisecond);
BENCHMARK(read_ods)->Arg(600)->Arg(6000)->Arg(60000)->Unit(benchmark::kMillisecond);

}  // namespace
