// Takes scores, gives the report people read. One card: its form. A department: its own form, a line a
// project, and what deviates or was claimed differently.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "engine/explain/explain.h"
#include "engine/report/charts/department_charts.h"
#include "engine/report/charts/table_from_chart.h"
#include "engine/report/pages/card_form.h"
#include "engine/report/pages/department_tables.h"
#include "engine/report/pages/score_pages.h"
#include "engine/report/texts/lost_points.h"
#include "engine/report/texts/score_texts.h"
#include "engine/results/scores.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;

std::string year_text(const CardResult& card) {
  return card.card->year ? fmt::format("（{} 年度）", *card.card->year) : std::string();
}

std::string date_text(const ScoreFace& face) { return face.today.empty() ? "" : "计算日期：" + face.today; }

void put_lines(Report& report, std::initializer_list<std::string> lines) {
  for (const std::string& line : lines) {
    if (!line.empty()) put_paragraph(report, line, Mark::muted);
  }
}

std::string scheme_text(const model::Scheme& scheme) {
  return fmt::format("方案：{} {}", scheme.id, scheme.name);
}

void put_scored_card(Report& report, const CardResult& card, const ScoreFace& face, int level,
                     std::string anchor = {}) {
  report.blocks.push_back(
      Heading{level, fmt::format("{} {}{}", card.card->id, card.card->title.text, year_text(card)),
              std::move(anchor)});
  if (level == 1) {
    const std::string& unit = card.card->unit_name.text;
    put_lines(report, {unit.empty() ? "" : "单位：" + unit, scheme_text(*card.scheme), date_text(face)});
  }
  if (!card.scored) put_paragraph(report, "只有年初目标，没有实际完成值：不计分。", Mark::unsure);
  report.blocks.push_back(form_of(card, face.trace));
  if (card.scored) put_remarks(report, card);
}

using explain::DeviationClass;

/// Every indicator of every project that is far above its target, with the reason the table gives.
void put_far_exceeded(Report& report, std::span<const CardResult> cards) {
  Table table;
  table.columns = {
      {"编号", Align::left, true},  {"三级指标"}, {"目标"}, {"完成"}, {"完成率", Align::right, true},
      {"得分", Align::right, true}, {"原因"}};
  for (const CardResult& card : cards) {
    for (const scoring::IndicatorResult& result : card.indicators) {
      if (!is_judged(result, card) ||
          explain::classify(result, *card.scheme) != DeviationClass::far_exceeded) {
        continue;
      }
      const model::Indicator& indicator = indicator_of(result, card);
      const std::string reason = explain::reason_given(result, card);
      table.rows.push_back({{{card.card->id},
                             {indicator.name.text},
                             {indicator.target.text},
                             {indicator.actual.text},
                             {plain(result.attainment) + "%"},
                             {points_text(result.score, *card.scheme)},
                             {reason.empty() ? std::string(explain::kReasonBlank) : "已写明",
                              reason.empty() ? Mark::unsure : Mark::plain}},
                            {}});
    }
  }
  if (table.rows.empty()) return;
  report.blocks.push_back(Heading{2, "大幅超额，目标可能偏低"});
  report.blocks.push_back(std::move(table));
}

/// Rows that are not met, claims that do not follow, and findings; nothing for a card where all is well.
void put_problems(Report& report, const CardResult& card) {
  Report found;
  const auto put_findings = [&found](const std::vector<diag::Diagnostic>& findings) {
    for (const diag::Diagnostic& d : findings) {
      const Cell cell = finding_line(d);
      if (diag::severity_of(d) != diag::Severity::note) put_paragraph(found, cell.text, cell.mark, 2);
    }
  };
  put_findings(card.findings);
  if (card.execution) put_findings(card.execution->findings);
  for (const scoring::IndicatorResult& result : card.indicators) {
    if (is_short(result, card)) put_paragraph(found, explain::explain(result, card), Mark::plain, 2);
    put_findings(result.findings);
  }
  const std::string claim = card.scored ? claim_line(card) : std::string();
  if (found.blocks.empty() && claim.empty()) return;
  std::string title = fmt::format("{} {}", card.card->id, card.card->title.text);
  if (!claim.empty()) {
    title += "：" + claim;
  } else if (card.scored) {
    title += fmt::format("：{} 分", points_text(card.total, *card.scheme));
  }
  report.blocks.push_back(Heading{3, title});
  report.blocks.insert(report.blocks.end(), found.blocks.begin(), found.blocks.end());
}

void put_problems(Report& report, std::span<const CardResult> cards) {
  report.blocks.push_back(Heading{2, "未达标、待核、与自报不符"});
  const std::size_t before = report.blocks.size();
  for (const CardResult& card : cards) put_problems(report, card);
  if (report.blocks.size() == before) put_paragraph(report, "没有。");
}

void put_lost_points(Report& report, std::span<const CardResult> cards, bool with_chart) {
  Table table = lost_points_table(cards);
  if (table.rows.empty()) return;
  report.blocks.push_back(Heading{2, "失分排行"});
  if (auto chart = with_chart ? lost_chart(cards) : std::nullopt) put_with_table(report, std::move(*chart));
  report.blocks.push_back(std::move(table));
}

/// Above the table with their numbers.
void put_charts(Report& report, std::span<const CardResult> projects) {
  for (auto& chart : {totals_chart(projects), execution_chart(projects)}) {
    if (chart) report.blocks.emplace_back(Chart(*chart));
  }
}

void put_department(Report& report, const results::Scores& scores,
                    const results::DepartmentScores& department, const ScoreFace& face) {
  const std::span<const CardResult> cards = cards_of(scores, department);
  const std::span<const CardResult> projects = projects_of(scores, department);
  const CardResult* own = own_of(scores, department);
  report.blocks.push_back(
      Heading{1, fmt::format("{}绩效自评{}", department.name.empty() ? "" : department.name + " ",
                             year_text(cards.front()))});
  std::string schemes;
  std::vector<const model::Scheme*> seen;
  for (const CardResult& card : cards) {
    if (std::find(seen.begin(), seen.end(), card.scheme) != seen.end()) continue;
    seen.push_back(card.scheme);
    schemes += (schemes.empty() ? "" : "；") + scheme_text(*card.scheme);
  }
  put_lines(report, {schemes, date_text(face)});
  if (own != nullptr && !face.every_card) put_scored_card(report, *own, face, 2);
  if (own != nullptr && face.every_card && own->scored) put_paragraph(report, own_total(*own), Mark::strong);
  report.blocks.push_back(Heading{2, "项目汇总"});
  put_roll_up(report, department);
  if (face.every_card) put_charts(report, projects);
  report.blocks.push_back(projects_table(scores, department, face.every_card));
  put_shared_rows(report, department.roll_up);
  if (face.trace && !face.every_card) {
    for (const CardResult& card : projects) put_scored_card(report, card, face, 2);
  }
  put_lost_points(report, cards, face.every_card);
  put_far_exceeded(report, projects);
  if (department.roll_up.scored > 0) put_problems(report, projects);
  if (!face.every_card) return;
  for (std::size_t i = 0; i < cards.size(); ++i)
    put_scored_card(report, cards[i], face, 2, anchor_of_card(department.first + i));
}

}  // namespace

Report report_from_scores(const results::Scores& scores, const ScoreFace& face) {
  Report report;
  auto department = scores.departments.begin();
  for (std::size_t i = 0; i < scores.cards.size();) {
    if (department != scores.departments.end() && department->first == i) {
      put_department(report, scores, *department, face);
      i += department->count;
      ++department;
    } else {
      put_scored_card(report, scores.cards[i++], face, 1);
    }
  }
  return report;
}

}  // namespace jiheng::report
