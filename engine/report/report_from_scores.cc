// Takes scores, gives the report people read. One card: its form. A department: its own form, a line a
// project, and what deviates or was claimed differently.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "engine/explain/explain.h"
#include "engine/report/card_form.h"
#include "engine/report/score_texts.h"
#include "engine/report/scores.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;
using target::Status;

void put(Report& report, std::string text, Mark mark = Mark::plain, int indent = 0) {
  report.blocks.push_back(Paragraph{std::move(text), mark, indent});
}

std::string year_text(const CardResult& card) {
  return card.card->year ? fmt::format("（{} 年度）", *card.card->year) : std::string();
}

std::string date_text(const ScoreFace& face) { return face.today.empty() ? "" : "计算日期：" + face.today; }

void put_lines(Report& report, std::initializer_list<std::string> lines) {
  for (const std::string& line : lines) {
    if (!line.empty()) put(report, line, Mark::muted);
  }
}

std::string scheme_text(const model::Scheme& scheme) {
  return fmt::format("方案：{} {}", scheme.id, scheme.name);
}

void put_card(Report& report, const CardResult& card, const ScoreFace& face, int level) {
  report.blocks.push_back(
      Heading{level, fmt::format("{} {}{}", card.card->id, card.card->title.text, year_text(card))});
  if (level == 1) {
    const std::string& unit = card.card->unit_name.text;
    put_lines(report, {unit.empty() ? "" : "单位：" + unit, scheme_text(*card.scheme), date_text(face)});
  }
  if (!card.scored) put(report, "只有年初目标，没有实际完成值：不计分。", Mark::unsure);
  report.blocks.push_back(form_of(card, face.trace));
  if (card.scored) put_remarks(report, card);
}

std::size_t rows_with(const CardResult& card, Status status) {
  return static_cast<std::size_t>(std::count_if(card.indicators.begin(), card.indicators.end(),
                                                [&card, status](const scoring::IndicatorResult& r) {
                                                  return is_judged(r, card) && r.status == status;
                                                }));
}

std::string count_text(std::size_t count) { return count == 0 ? std::string() : fmt::format("{}", count); }

Row summary_row(const CardResult& card) {
  const auto& execution = card.execution;
  const auto over = overclaimed(card.card->claimed_total, card.total);
  const std::size_t missed = rows_with(card, Status::missed);
  const std::size_t open = rows_with(card, Status::undetermined);
  Row row;
  row.cells = {{card.card->id},
               {card.card->title.text},
               {plain(planned_of(card))},
               {execution ? plain(execution->executed) : ""},
               {execution && execution->rate ? plain(execution->rate) + "%" : ""},
               {card.scored ? points_text(card.total, *card.scheme) : "", Mark::strong},
               {card.scored ? card.grade : "未填", card.scored ? Mark::plain : Mark::unsure},
               {card.card->claimed_total ? plain(card.card->claimed_total->value) : ""},
               {card.scored && over ? (over->sign() > 0 ? "多报 " : "少报 ") + plain(over->magnitude()) : "",
                Mark::bad},
               {count_text(missed), Mark::bad},
               {count_text(open), Mark::unsure}};
  return row;
}

Table summary_of(const std::vector<CardResult>& cards, bool has_own) {
  Table table;
  table.columns = {{"编号", Align::left, true},    {"项目"},
                   {"预算", Align::right, true},   {"执行", Align::right, true},
                   {"执行率", Align::right, true}, {"总分", Align::right, true},
                   {"等级", Align::left, true},    {"自报", Align::right, true},
                   {"相差", Align::left, true},    {"未达标", Align::right, true},
                   {"待核", Align::right, true}};
  for (std::size_t i = has_own ? 1 : 0; i < cards.size(); ++i) table.rows.push_back(summary_row(cards[i]));
  return table;
}

std::string average_text(const scoring::Points& average) {
  const std::string low = average.low.with_places(2).to_string();
  return average.exact() ? low : low + "-" + average.high.with_places(2).to_string();
}

void put_roll_up(Report& report, const scoring::RollUp& roll_up) {
  std::string line = fmt::format("项目 {} 个，已计分 {} 个；预算 {} 万元，执行 {} 万元", roll_up.projects,
                                 roll_up.scored, plain(roll_up.budget), plain(roll_up.executed));
  if (roll_up.rate) line += fmt::format("，执行率 {}%", plain(roll_up.rate));
  put(report, line + "。");
  if (roll_up.scored > 0) {
    line = fmt::format("按资金加权的平均分 {}", average_text(roll_up.average));
    std::string grades;
    for (const auto& [grade, count] : roll_up.grades) {
      grades += fmt::format("{}{} {} 个", grades.empty() ? "；" : "、", grade, count);
    }
    put(report, line + grades + "。");
  }
  for (const diag::Diagnostic& d : roll_up.findings) {
    const Cell cell = finding_line(d);
    put(report, cell.text, cell.mark, 2);
  }
}

/// Indicators that stand in several tables, as one.
void put_shared_rows(Report& report, const scoring::RollUp& roll_up) {
  Table table;
  table.columns = {{"二级"},
                   {"三级指标"},
                   {"目标"},
                   {"完成"},
                   {"表数", Align::right, true},
                   {"得分率", Align::right, true},
                   {"汇总"}};
  using How = scoring::RollUpRow::How;
  for (const scoring::RollUpRow& row : roll_up.rows) {
    if (row.tables < 2) continue;
    const std::string_view how = row.how == How::summed     ? "相加"
                                 : row.how == How::averaged ? "按资金平均"
                                                            : "得分按资金平均";
    table.rows.push_back({{{row.level2},
                           {row.name},
                           {row.target},
                           {row.actual},
                           {fmt::format("{}", row.tables)},
                           {row.points ? average_text(*row.points) + "%" : ""},
                           {std::string(how)}},
                          {}});
  }
  if (table.rows.empty()) return;
  report.blocks.push_back(Heading{2, "几张表共有的指标"});
  report.blocks.push_back(std::move(table));
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
      if (diag::severity_of(d) != diag::Severity::note) put(found, cell.text, cell.mark, 2);
    }
  };
  put_findings(card.findings);
  if (card.execution) put_findings(card.execution->findings);
  for (const scoring::IndicatorResult& result : card.indicators) {
    if (is_short(result, card)) put(found, explain::explain(result, card), Mark::plain, 2);
    put_findings(result.findings);
  }
  const std::string claim =
      card.scored ? claim_line(card.card->claimed_total, card.total, *card.scheme) : std::string();
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

void put_department(Report& report, const Scores& scores, const ScoreFace& face) {
  const DepartmentScores& department = *scores.department;
  const CardResult& first = scores.cards.front();
  report.blocks.push_back(Heading{
      1,
      fmt::format("{}绩效自评{}", department.name.empty() ? "" : department.name + " ", year_text(first))});
  std::string schemes;
  std::vector<const model::Scheme*> seen;
  for (const CardResult& card : scores.cards) {
    if (std::find(seen.begin(), seen.end(), card.scheme) != seen.end()) continue;
    seen.push_back(card.scheme);
    schemes += (schemes.empty() ? "" : "；") + scheme_text(*card.scheme);
  }
  put_lines(report, {schemes, date_text(face)});
  if (department.has_own) put_card(report, first, face, 2);
  report.blocks.push_back(Heading{2, "项目汇总"});
  put_roll_up(report, department.roll_up);
  report.blocks.push_back(summary_of(scores.cards, department.has_own));
  put_shared_rows(report, department.roll_up);
  const std::span<const CardResult> projects = std::span(scores.cards).subspan(department.has_own ? 1 : 0);
  if (face.trace) {
    for (const CardResult& card : projects) put_card(report, card, face, 2);
  }
  put_far_exceeded(report, projects);
  if (department.roll_up.scored == 0) return;
  report.blocks.push_back(Heading{2, "未达标、待核、与自报不符"});
  const std::size_t before = report.blocks.size();
  for (const CardResult& card : projects) put_problems(report, card);
  if (report.blocks.size() == before) put(report, "没有。");
}

}  // namespace

Report report_from_scores(const Scores& scores, const ScoreFace& face) {
  Report report;
  if (scores.department) {
    put_department(report, scores, face);
  } else {
    for (const CardResult& card : scores.cards) put_card(report, card, face, 1);
  }
  return report;
}

}  // namespace jiheng::report
