// Takes documents, gives one row an indicator with the fields of its table.
#include "engine/report/pages/rows_from_documents.h"

#include <string>
#include <utility>

#include "engine/diag/print.h"

namespace jiheng::report {

Report rows_from_documents(const std::vector<intake::Document>& documents) {
  Table table;
  for (const char* title :
       {"表",   "种类",     "范围",     "名称",     "单位名称", "年度",   "预算数", "执行数",
        "目标", "一级指标", "二级指标", "三级指标", "指标描述", "目标值", "完成值", "分值",
        "得分", "依据",     "文件",     "行",       "工作表",   "单元格"}) {
    table.columns.push_back({title});
  }
  for (const intake::Document& document : documents) {
    for (const intake::Table& t : document.tables) {
      for (const intake::TableRow& row : t.rows) {
        Row cells;
        const std::string sheet = row.place.source ? row.place.source->sheet : std::string();
        for (const std::string& text :
             {t.id,
              std::string(t.kind == intake::Table::Kind::selfeval ? "自评" : "目标"),
              std::string(t.scope == model::CardKind::department ? "部门" : "项目"),
              t.title.text,
              t.unit.text,
              t.year ? std::to_string(*t.year) : std::string(),
              t.budget.text,
              t.executed.text,
              row.section.text,
              row.level1.text,
              row.level2.text,
              row.name.text,
              row.description.text,
              row.target.text,
              row.actual.text,
              row.full_marks.text,
              row.score.text,
              row.basis.text,
              document.source->name,
              std::to_string(row.place.line),
              sheet,
              sheet.empty() ? std::string() : diag::cell_name(row.place)}) {
          cells.cells.push_back({text});
        }
        table.rows.push_back(std::move(cells));
      }
    }
  }
  Report report;
  report.blocks.emplace_back(std::move(table));
  return report;
}

}  // namespace jiheng::report
