// Takes findings, gives the report a terminal shows: group by group, then what an earlier check says, then counts.
#include <fmt/format.h>

#include <algorithm>

#include "engine/diag/print.h"
#include "engine/report/pages/finding_pages.h"
#include "engine/report/pages/lists.h"
#include "engine/report/texts/finding_groups.h"
#include "engine/report/texts/level_words.h"
#include "engine/results/findings.h"

namespace jiheng::report {
namespace {

using audit::Finding;

constexpr std::size_t kPlacesInText = 6;

void put_finding(Report& report, const Finding& finding, std::string_view state) {
  const diag::CatalogueEntry& entry = *diag::find_entry(finding.id);
  const std::string place = diag::to_text(finding.where.front().place);
  put_paragraph(
      report,
      fmt::format("{}{}{} {}：{}{}", state.empty() ? "" : fmt::format("〔{}〕", state),
                  chinese(entry.severity), entry.certainty == diag::Certainty::review ? "（待核）" : "",
                  finding.id, finding.message, place.empty() ? "" : "（" + place + "）"),
      mark_of(entry.severity), 2);
  if (!finding.why.empty()) put_paragraph(report, "说明：" + finding.why, Mark::plain, 4);
  if (!finding.fix.empty()) put_paragraph(report, "怎么改：" + finding.fix, Mark::plain, 4);
  if (finding.where.size() > 1)
    put_paragraph(report, "也在：" + other_places(finding, kPlacesInText), Mark::muted, 4);
}

void put_comparison(Report& report, const audit::Comparison& comparison) {
  const auto fixed = std::count_if(comparison.gone.begin(), comparison.gone.end(),
                                   [](const audit::Gone& g) { return g.handed_in_again; });
  if (fixed > 0) report.blocks.push_back(Heading{2, fmt::format("上次有、这次没有：{} 条", fixed)});
  for (const audit::Gone& gone : comparison.gone) {
    if (!gone.handed_in_again) continue;
    const audit::EarlierPlace& at = gone.finding.where.front();
    put_paragraph(report,
                  fmt::format("〔已改〕{}：{}（上次在 {}）", gone.finding.id, gone.finding.message,
                              at.card.empty() ? at.file : at.card),
                  Mark::muted, 2);
  }
  report.blocks.push_back(Heading{2, "与上次比"});
  put_paragraph(report, summary_of(comparison));
}

}  // namespace

Report report_from_findings(const results::Checked& checked) {
  Report report;
  for (const FindingGroup& group : groups_of(checked)) {
    report.blocks.push_back(
        Heading{2, fmt::format("{}：{}", group.title, to_text(counts_of(group.findings)))});
    for (const Finding* f : group.findings) put_finding(report, *f, state_of(checked, *f));
  }
  if (checked.comparison != nullptr) put_comparison(report, *checked.comparison);
  if (checked.findings.empty()) {
    put_paragraph(report, summary_of(checked), Mark::good);
    return report;
  }
  report.blocks.push_back(Heading{2, "合计"});
  put_paragraph(report, summary_of(checked));
  for (std::string& line : unit_lines(checked)) put_paragraph(report, std::move(line), Mark::plain, 2);
  report.blocks.push_back(kinds_of(checked.findings));
  return report;
}

}  // namespace jiheng::report
