// Takes findings, gives the page of them: what there is of each kind and in each table, with links, then group by group.
#include <fmt/format.h>

#include "engine/diag/print.h"
#include "engine/report/pages/finding_pages.h"
#include "engine/report/texts/finding_groups.h"
#include "engine/results/findings.h"

namespace jiheng::report {
namespace {

using audit::Finding;

constexpr std::size_t kPlacesOnPage = 20;

std::string anchor_of(std::size_t group) { return fmt::format("group-{}", group + 1); }

Table groups_table(const std::vector<FindingGroup>& groups) {
  Table table;
  table.columns = {{"表", Align::left, false, 0, true},
                   {"错误", Align::right, true},
                   {"警告", Align::right, true},
                   {"提示", Align::right, true},
                   {"其中待核", Align::right, true}};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const FindingCounts counts = counts_of(groups[i].findings);
    Row row;
    row.cells.push_back({groups[i].title, Mark::plain, std::nullopt, anchor_of(i)});
    for (const diag::Severity s : {diag::Severity::error, diag::Severity::warning, diag::Severity::note}) {
      const std::size_t count = counts.of[static_cast<std::size_t>(s)];
      row.cells.push_back({std::to_string(count), count == 0 ? Mark::plain : mark_of(s)});
    }
    row.cells.push_back({std::to_string(counts.review)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table group_table(const results::Checked& checked, const FindingGroup& group) {
  Table table;
  table.columns = {{"级别", Align::left, true}, {"编号", Align::left, true}};
  if (checked.comparison != nullptr) table.columns.push_back({"状态", Align::left, true});
  table.columns.push_back({"发现", Align::left, false, 0, true});
  table.columns.push_back({"位置"});
  for (const Finding* f : group.findings) {
    const diag::CatalogueEntry& entry = *diag::find_entry(f->id);
    Row row;
    row.cells = {{level_of(entry), mark_of(entry.severity)}, {f->id}};
    if (checked.comparison != nullptr) row.cells.push_back({std::string(state_of(checked, *f))});
    row.cells.push_back({f->message});
    row.cells.push_back({diag::to_text(f->where.front().place)});
    if (!f->why.empty()) row.notes.push_back({"说明：" + f->why});
    if (!f->fix.empty()) row.notes.push_back({"怎么改：" + f->fix});
    if (f->where.size() > 1) row.notes.push_back({"也在：" + other_places(*f, kPlacesOnPage), Mark::muted});
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Report page_from_findings(const results::Checked& checked) {
  const std::vector<FindingGroup> groups = groups_of(checked);
  Report report;
  const auto head = [&](int level, std::string text, std::string anchor = "") {
    report.blocks.push_back(Heading{level, std::move(text), std::move(anchor)});
  };
  head(1, "自评表检查结果");
  report.blocks.push_back(
      Paragraph{summary_of(checked), checked.findings.empty() ? Mark::good : Mark::plain});
  for (std::string& line : unit_lines(checked)) report.blocks.push_back(Paragraph{std::move(line)});
  if (checked.comparison != nullptr) {
    report.blocks.push_back(Paragraph{"与上次比：" + summary_of(*checked.comparison)});
  }
  if (!groups.empty()) {
    head(2, "按种类");
    report.blocks.push_back(kinds_of(checked.findings));
    head(2, "按表");
    report.blocks.push_back(groups_table(groups));
    head(2, "逐条");
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    head(3, fmt::format("{}：{}", groups[i].title, to_text(counts_of(groups[i].findings))), anchor_of(i));
    report.blocks.push_back(group_table(checked, groups[i]));
  }
  if (checked.comparison != nullptr && !checked.comparison->gone.empty()) {
    head(2, "上次有、这次没有");
    report.blocks.push_back(gone_table(*checked.comparison));
  }
  if (!checked.waived.empty()) {
    head(2, "已豁免");
    report.blocks.push_back(waived_table(checked.waived));
  }
  return report;
}

}  // namespace jiheng::report
