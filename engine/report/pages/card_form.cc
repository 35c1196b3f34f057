// Takes one scored card, gives its form. Every figure and sentence comes from scoring and explain.
#include "engine/report/pages/card_form.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diag/print.h"
#include "engine/explain/explain.h"
#include "engine/report/pages/lists.h"
#include "engine/report/texts/level_words.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;
using scoring::IndicatorResult;
using target::Status;

constexpr std::size_t kLevelWidth = 8;
constexpr int kSharePlaces = 6;

Mark mark_of_status(Status status) {
  return status == Status::met ? Mark::good : status == Status::missed ? Mark::bad : Mark::unsure;
}

base::Decimal share_of_percent(const base::Decimal& percent) {
  return *base::divide(percent, 100, kSharePlaces);
}

/// The score as a share of its full marks.
std::optional<Bar> bar_of(const scoring::Points& score, const std::optional<base::Decimal>& full_marks,
                          Mark mark = Mark::plain) {
  const auto share = full_marks ? base::divide(score.low, *full_marks, kSharePlaces) : std::nullopt;
  return share ? std::optional(Bar{*share, {}, mark}) : std::nullopt;
}

/// "完成率 120.00%"; where less is better, actual ÷ target is no degree of completion.
std::optional<Bar> attainment_bar(const IndicatorResult& result) {
  if (!result.attainment) return std::nullopt;
  const bool less_is_better = result.verdict.direction == target::Direction::lower;
  return Bar{share_of_percent(*result.attainment),
             fmt::format("{} {}%", less_is_better ? "为目标值的" : "完成率", plain(result.attainment)),
             result.status == Status::met ? Mark::plain : mark_of_status(result.status)};
}

std::string claimed_text(const std::optional<model::NumberField>& claimed) {
  return claimed ? plain(claimed->value) : std::string();
}

Cell claimed_cell(const std::optional<model::NumberField>& claimed, const scoring::Points& score,
                  const scoring::Points& accepted) {
  return {claimed_text(claimed), overclaimed(claimed, score, accepted) ? Mark::bad : Mark::plain};
}

/// 产出指标 -> 产出: the column's title says 指标 already.
std::string short_level(std::string_view level) {
  constexpr std::string_view kTail = "指标";
  if (level.size() > kTail.size() && level.ends_with(kTail)) level.remove_suffix(kTail.size());
  return std::string(level);
}

/// "位置：p26.yaml 目标 36:9，完成 37:9".
std::string places_line(const model::Indicator& indicator) {
  std::string out;
  const auto put = [&out](std::string_view what, const base::Place& place) {
    if (!place.source) return;
    out += out.empty() ? fmt::format("位置：{} ", place.source->name) : "，";
    out += fmt::format("{} {}:{}", what, place.line, place.column);
  };
  put("目标", indicator.target.place);
  put("完成", indicator.actual.place);
  if (indicator.full_marks) put("分值", indicator.full_marks->place);
  if (indicator.claimed) put("自报", indicator.claimed->place);
  return out;
}

void put_notes_of_findings(std::vector<Cell>& notes, const std::vector<diag::Diagnostic>& findings) {
  for (const diag::Diagnostic& d : findings) {
    if (diag::severity_of(d) != diag::Severity::note) notes.push_back(finding_line(d));
  }
}

std::vector<Cell> notes_of(const IndicatorResult& result, const CardResult& card, bool trace) {
  const model::Indicator& indicator = indicator_of(result, card);
  std::vector<Cell> notes;
  if (trace) {
    for (std::string& line : explain::sentences(result, card))
      notes.push_back({std::move(line), Mark::muted});
    if (std::string places = places_line(indicator); !places.empty())
      notes.push_back({std::move(places), Mark::muted});
    for (const diag::Diagnostic& d : result.findings) notes.push_back(finding_line(d));
    return notes;
  }
  if (is_short(result, card)) {
    notes.push_back({result.why, result.status == Status::missed ? Mark::plain : Mark::unsure});
  }
  put_notes_of_findings(notes, result.findings);
  return notes;
}

Row row_of_result(const IndicatorResult& result, const CardResult& card, const model::Indicator* above,
                  bool trace) {
  const model::Indicator& indicator = indicator_of(result, card);
  const bool same1 = above != nullptr && above->level1.text == indicator.level1.text;
  const bool same2 = same1 && above->level2.text == indicator.level2.text;
  const Status status = result.status;
  const bool judged = is_judged(result, card);
  const Mark mark = judged ? mark_of_status(status) : Mark::muted;
  const Mark score_mark = status == Status::met ? Mark::plain : mark;
  Row row;
  row.cells = {{same1 ? std::string() : short_level(indicator.level1.text)},
               {same2 ? std::string() : short_level(indicator.level2.text)},
               {indicator.name.text},
               {indicator.target.text},
               {indicator.actual.text, Mark::plain, judged ? attainment_bar(result) : std::nullopt},
               {plain(result.full_marks)},
               {judged ? points_text(result.score, *card.scheme) : std::string(), score_mark,
                judged ? bar_of(result.score, result.full_marks, score_mark) : std::nullopt},
               claimed_cell(indicator.claimed, result.score, result.accepted),
               {status_text(result, card), mark},
               {result.clause == nullptr ? std::string() : result.clause->id}};
  row.notes = notes_of(result, card, trace);
  return row;
}

std::string money_of_budget(const std::optional<base::Decimal>& amount, const model::Budget& budget) {
  return amount ? plain(amount) + (budget.unit.empty() ? "万元" : budget.unit.text) : std::string();
}

Row execution_row(const CardResult& card, bool trace) {
  const scoring::ExecutionResult& execution = *card.execution;
  const model::Budget& budget = card.card->budget;
  Row row;
  row.cells = {{"预算执行"},
               {""},
               {execution.planned_name.empty() ? "执行率" : "执行数 ÷ " + execution.planned_name},
               {money_of_budget(execution.planned, budget)},
               {money_of_budget(execution.executed, budget)},
               {plain(execution.full_marks)},
               {card.scored ? points_text(execution.score, *card.scheme) : std::string(), Mark::plain,
                card.scored ? bar_of(execution.score, execution.full_marks) : std::nullopt},
               claimed_cell(budget.claimed_score, execution.score, execution.accepted),
               rate_cell(execution.rate),
               {""}};
  if (trace || !execution.score.exact()) row.notes.push_back({execution.why, Mark::muted});
  if (trace) {
    const std::string places = diag::to_text(budget.place);
    if (!places.empty()) row.notes.push_back({"位置：预算 " + places, Mark::muted});
  }
  put_notes_of_findings(row.notes, execution.findings);
  return row;
}

Row total_row(const CardResult& card) {
  const bool known = card.scored;
  Row row;
  row.cells = {{"总分", Mark::strong},
               {""},
               {""},
               {""},
               {""},
               {plain(card.scheme->total)},
               total_cell(card),
               known ? claimed_cell(card.card->claimed_total, card.total, card.accepted)
                     : Cell{claimed_text(card.card->claimed_total)},
               {known ? card.grade : "未填", Mark::strong},
               {""}};
  if (!card.cap_why.empty()) row.notes.push_back({card.cap_why, Mark::unsure});
  if (known) {
    std::string claim = claim_line(card);
    if (!claim.empty()) row.notes.push_back({std::move(claim), Mark::bad});
  }
  return row;
}

/// "年度目标1（满分 10，得 10.00）：…"; empty for a table without goals.
std::string section_line(const CardResult& card, std::size_t i) {
  const model::Section& section = card.card->sections[i];
  if (section.title.empty() && section.goal.empty()) return {};
  std::string out = section.title.text;
  std::string figures;
  if (card.scored) {
    const scoring::SectionResult& result = card.sections[i];
    if (result.full_marks) figures = "满分 " + plain(result.full_marks) + "，";
    figures += "得 " + points_text(result.score, *card.scheme);
  } else if (section.full_marks) {
    figures = "满分 " + plain(section.full_marks->value);
  }
  if (!figures.empty()) out += fmt::format("（{}）", figures);
  if (!section.goal.empty()) out += "：" + section.goal.text;
  return out;
}

/// "规则：Q1 达标得满分；Q3 反向按比例": what the ids of the last column stand for.
std::string rules_line(const CardResult& card) {
  std::string out;
  for (const model::Clause& clause : card.scheme->clauses) {
    const auto used = [&clause](const IndicatorResult& result) { return result.clause == &clause; };
    if (std::none_of(card.indicators.begin(), card.indicators.end(), used)) continue;
    out += fmt::format("{}{} {}", out.empty() ? "规则：" : "；", clause.id, clause.name);
  }
  return out;
}

}  // namespace

Cell finding_line(const diag::Diagnostic& d) {
  const diag::Severity severity = diag::severity_of(d);
  const Mark mark = severity == diag::Severity::error     ? Mark::bad
                    : severity == diag::Severity::warning ? Mark::unsure
                                                          : Mark::muted;
  const std::string place = diag::to_text(d.place);
  return {fmt::format("{} {}：{}{}", chinese(severity), d.id, d.message,
                      place.empty() ? "" : "（" + place + "）"),
          mark};
}

Cell total_cell(const CardResult& card) {
  if (!card.scored) return {"", Mark::strong};
  return {points_text(card.total, *card.scheme), Mark::strong, bar_of(card.total, card.scheme->total)};
}

Cell rate_cell(const std::optional<base::Decimal>& rate) {
  if (!rate) return {};
  return {plain(rate) + "%", Mark::plain, Bar{share_of_percent(*rate), {}}};
}

std::string claim_line(const CardResult& card) {
  const std::optional<model::NumberField>& claimed = card.card->claimed_total;
  const std::optional<base::Decimal> over = overclaimed(claimed, card.total, card.accepted);
  if (!over) return {};
  return fmt::format("自报 {} 分，计算得 {} 分，{} {} 分", plain(claimed->value),
                     points_text(card.total, *card.scheme), over->sign() > 0 ? "多报" : "少报",
                     plain(over->magnitude()));
}

Table form_of(const CardResult& card, bool trace) {
  Table table;
  table.columns = {{"一级", Align::left, false, kLevelWidth},
                   {"二级", Align::left, false, kLevelWidth},
                   {"三级指标", Align::left, false, 0, true},
                   {"目标"},
                   {"完成"},
                   {"分值", Align::right, true},
                   {"得分", Align::right, true},
                   {"自报", Align::right, true},
                   {"结论", Align::left, true},
                   {"规则", Align::left, true}};
  if (card.execution) table.rows.push_back(execution_row(card, trace));
  const model::Indicator* above = nullptr;
  std::size_t section = card.card->sections.size();
  for (const IndicatorResult& result : card.indicators) {
    if (result.id.section != section) {
      section = result.id.section;
      above = nullptr;
      const std::string line = section_line(card, section);
      if (!line.empty()) table.rows.push_back({{}, {{line, Mark::strong}}});
    }
    table.rows.push_back(row_of_result(result, card, above, trace));
    above = &indicator_of(result, card);
  }
  table.rows.push_back(total_row(card));
  const auto claims = [](const Row& row) { return !row.cells.empty() && !row.cells[7].text.empty(); };
  if (std::none_of(table.rows.begin(), table.rows.end(),
                   claims)) {  // nobody claimed anything: no column for it
    table.columns.erase(table.columns.begin() + 7);
    for (Row& row : table.rows) {
      if (!row.cells.empty()) row.cells.erase(row.cells.begin() + 7);
    }
  }
  return table;
}

void put_remarks(Report& report, const CardResult& card) {
  if (std::string rules = rules_line(card); !rules.empty()) {
    report.blocks.push_back(Paragraph{std::move(rules), Mark::muted});
  }
  for (const diag::Diagnostic& d : card.findings) {
    const Cell line = finding_line(d);
    report.blocks.push_back(Paragraph{line.text, line.mark, 2});
  }
  report.blocks.push_back(Heading{3, "偏差大或目标未完成原因分析（草稿）"});
  report.blocks.push_back(Paragraph{explain::deviation_draft(card)});
}

}  // namespace jiheng::report
