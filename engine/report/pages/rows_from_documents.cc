// Takes documents, gives one row an indicator with the fields of its table.
#include "engine/report/pages/rows_from_documents.h"

#include <fmt/format.h>

#include <string>

#include "engine/diag/print.h"
#include "engine/report/fields/import_fields.h"

namespace jiheng::report {

Report rows_from_documents(const std::vector<intake::Document>& documents) {
  const auto of_table = columns_of(import_table_fields());
  const auto of_row = columns_of(import_row_fields());
  Table table;
  put_titles(table, of_table);
  put_titles(table, of_row);
  for (const char* place : {"文件", "行", "工作表", "单元格"}) table.columns.push_back({place});
  for (const intake::Document& document : documents) {
    for (const intake::Table& t : document.tables) {
      for (const intake::TableRow& row : t.rows) {
        Row& cells = table.rows.emplace_back();
        put_cells(cells, of_table, t);
        put_cells(cells, of_row, row);
        const base::PageSpot* spot = base::spot_of(row.place);
        const std::string sheet = spot != nullptr    ? fmt::format("第{}页", spot->page)
                                  : row.place.source ? row.place.source->sheet
                                                     : std::string();
        for (const std::string& place :
             {document.source->name, std::to_string(spot != nullptr ? spot->line : row.place.line), sheet,
              sheet.empty() || spot != nullptr ? std::string() : diag::cell_name(row.place)}) {
          cells.cells.push_back({place});
        }
      }
    }
  }
  return {{std::move(table)}};
}

}  // namespace jiheng::report
