// Takes findings, gives the sheets a reviewer works in: one row a finding with cells for the decision, then what there is in
// each table and of each kind, what was waived, what an earlier check had more.
#include <fmt/format.h>

#include "engine/report/fields/finding_fields.h"
#include "engine/report/pages/finding_pages.h"
#include "engine/report/texts/finding_groups.h"
#include "engine/report/texts/table_sheet.h"
#include "engine/results/findings.h"

namespace jiheng::report {
namespace {

TableSheet review_sheet(const results::Checked& checked, const std::vector<FindingGroup>& groups) {
  TableSheet sheet;
  sheet.name = "审核表";
  sheet.title = "自评表审核表";
  sheet.lines.push_back(summary_of(checked));
  if (checked.comparison != nullptr) {
    sheet.lines.push_back("与上次比：" + summary_of(*checked.comparison));
  }
  Table& table = sheet.table;
  const bool compared = checked.comparison != nullptr;
  const auto columns = columns_of(finding_fields(compared));
  table.columns = {{"序号", Align::right, true}};
  put_titles(table, columns);
  for (std::size_t i = 1; i < (compared ? 4U : 3U); ++i) table.columns[i].whole = true;  // 级别, 编号, 状态
  const std::size_t first = table.columns.size();
  sheet.inputs = {{first, {model::kOpinions.begin(), model::kOpinions.end()}},
                  {first + 1, {}},
                  {first + 2, {}},
                  {first + 3, {}}};
  table.columns.push_back({"处理意见", Align::left, true});
  table.columns.push_back({"说明"});
  table.columns.push_back({"处理人"});
  table.columns.push_back({"处理日期"});
  sheet.widths = {7, 11, 8, 15, 17, 30, 26, 16, 12, 16, 10, 11};
  if (compared) sheet.widths.insert(sheet.widths.begin() + 3, 8);
  std::size_t number = 0;
  for (const FindingGroup& group : groups) {
    for (const audit::Finding* f : group.findings) {
      Row& row = table.rows.emplace_back();
      row.cells.push_back({std::to_string(++number)});
      put_cells(row, columns, {*f, group.title, compared ? state_of(checked, *f) : std::string_view()});
      row.cells.resize(table.columns.size());  // the last four are the reviewer's
      if (checked.decisions == nullptr) continue;
      const model::Decision& decision =
          (*checked.decisions)[static_cast<std::size_t>(f - checked.findings.data())];
      const std::array texts = {decision.opinion, decision.note, decision.by, decision.date};
      for (std::size_t i = 0; i < texts.size(); ++i) row.cells[first + i] = {texts[i]};
    }
  }
  return sheet;
}

TableSheet tables_sheet(const results::Checked& checked, const std::vector<FindingGroup>& groups) {
  TableSheet sheet{"按表汇总", "每张表有几条发现", {}, {}, {}, {}};
  sheet.table.columns = {{"表"},
                         {"错误", Align::right, true},
                         {"警告", Align::right, true},
                         {"提示", Align::right, true},
                         {"其中待核", Align::right, true}};
  std::array<std::size_t, 4> sums = {};
  for (const FindingGroup& group : groups) {
    const FindingCounts counts = counts_of(group.findings);
    const std::array<std::size_t, 4> row = {counts.of[0], counts.of[1], counts.of[2], counts.review};
    sheet.table.rows.push_back({{{group.title}}, {}});
    for (std::size_t i = 0; i < row.size(); ++i) {
      sheet.table.rows.back().cells.push_back({std::to_string(row[i])});
      sums[i] += row[i];
    }
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    sheet.totals.push_back({i + 1, ColumnTotal::How::sum, 0, 0, std::to_string(sums[i])});
  }
  sheet.lines.push_back(summary_of(checked));
  for (std::string& line : unit_lines(checked)) sheet.lines.push_back(std::move(line));
  return sheet;
}

TableSheet kinds_sheet(const results::Checked& checked) {
  TableSheet sheet{"按种类汇总", "每种发现有几条", {}, kinds_of(checked.findings), {}, {}};
  sheet.totals.push_back({2, ColumnTotal::How::sum, 0, 0, std::to_string(checked.findings.size())});
  return sheet;
}

}  // namespace

Report rows_from_findings(const results::Checked& checked) {
  const bool compared = checked.comparison != nullptr;
  const auto columns = columns_of(finding_fields(compared));
  Table table;
  put_titles(table, columns);
  for (const FindingGroup& group : groups_of(checked)) {
    for (const audit::Finding* f : group.findings) {
      put_cells(table.rows.emplace_back(), columns,
                {*f, group.title, compared ? state_of(checked, *f) : std::string_view()});
    }
  }
  Report report;
  report.blocks.push_back(std::move(table));
  return report;
}

std::vector<TableSheet> sheets_from_findings(const results::Checked& checked) {
  const std::vector<FindingGroup> groups = groups_of(checked);
  std::vector<TableSheet> sheets = {review_sheet(checked, groups), tables_sheet(checked, groups),
                                    kinds_sheet(checked)};
  if (checked.comparison != nullptr && !checked.comparison->gone.empty()) {
    sheets.push_back({"上次有、这次没有", "上次有、这次没有", {}, gone_table(*checked.comparison), {}, {}});
  }
  if (!checked.waived.empty()) {
    sheets.push_back({"已豁免", "已豁免的发现", {}, waived_table(checked.waived), {}, {}});
  }
  return sheets;
}

}  // namespace jiheng::report
