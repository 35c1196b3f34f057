// Takes scored tables, gives what the 自评报告 rests on: goals, money, and every indicator with its figures. Under which heading
// each stands is the outline's.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/base/text.h"
#include "engine/explain/explain.h"
#include "engine/model/reason.h"
#include "engine/report/pages/department_tables.h"
#include "engine/report/pages/self_report/self_report_facts.h"
#include "engine/report/pages/self_report/self_report_parts.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;
using scoring::IndicatorResult;
using target::Status;

/// The table of the projects without what was claimed (that is among 待核对事项) and without columns that stay empty.
Table projects_as_scored(const Subject& subject) {
  Table table = projects_table(*subject.scores, *subject.department);
  for (std::size_t c = table.columns.size(); c-- > 0;) {
    const auto is_empty = [c](const Row& row) { return row.cells[c].text.empty(); };
    const std::string& title = table.columns[c].title;
    const bool claims = title == "自报" || title == "相差";
    if (!claims && !std::all_of(table.rows.begin(), table.rows.end(), is_empty)) continue;
    const auto at = static_cast<std::ptrdiff_t>(c);
    table.columns.erase(table.columns.begin() + at);
    for (Row& row : table.rows) row.cells.erase(row.cells.begin() + at);
  }
  return table;
}

class Evidence {
 public:
  explicit Evidence(Draft& draft) : out_(draft) {}

  void put_projects() {
    if (out_.subject.scores == nullptr) return;
    out_.report.blocks.push_back(projects_as_scored(out_.subject));
    put_shared();
  }

  void put_goals() {
    const std::size_t before = out_.report.blocks.size();
    if (out_.subject.own != nullptr) {
      const model::Scorecard& card = *out_.subject.own->card;
      for (const model::OverallGoal& goal : card.goals) put_goal(goal.title, goal.text, goal.achieved);
      for (const model::Section& section : card.sections)
        put_goal(section.title, section.goal, section.achieved);
    }
    if (out_.report.blocks.size() == before) out_.put("年度绩效目标：" + blank("年度绩效目标"));
  }

  void put_money() {
    if (out_.subject.own == nullptr) {
      out_.put_projects_sentence();
    } else {
      const model::Budget& budget = out_.subject.own->card->budget;
      std::string text;
      const std::pair<std::string_view, const std::optional<model::NumberField>*> amounts[] = {
          {"年初预算数", &budget.initial}, {"调整后预算数", &budget.adjusted}, {"批复数", &budget.approved},
          {"预算数", &budget.planned},     {"执行数", &budget.executed},       {"基本支出", &budget.basic},
          {"项目支出", &budget.project}};
      for (const auto& [name, amount] : amounts) {
        if (!*amount) continue;
        text += fmt::format("{}{} {} {}", text.empty() ? "" : "，", name, plain((*amount)->value),
                            budget.unit.empty() ? "万元" : budget.unit.text);
      }
      for (const model::MoneyPart& part : budget.parts) {
        if (part.executed.empty()) continue;
        text += fmt::format("{}{}执行 {} {}", text.empty() ? "" : "；", part.name.text, part.executed.text,
                            budget.unit.empty() ? "万元" : budget.unit.text);
      }
      out_.put(text.empty() ? execution_sentence(*out_.subject.own) + "。" : text + "。");
    }
  }

  void put_rate() {
    if (out_.subject.own == nullptr) out_.put_projects_sentence();
    if (out_.subject.own != nullptr) put_execution(*out_.subject.own);
  }

  void put_indicators() {
    if (out_.subject.own != nullptr && !out_.subject.own->scored) return out_.put("自评表上没有实际完成值。");
    std::vector<LevelFacts> blocks;
    if (out_.subject.own != nullptr) blocks = blocks_of(*out_.subject.own);
    int number = 0;
    for (const LevelFacts& block : blocks) {
      out_.head_below(++number, (block.name.empty() ? "其他指标" : block.name) + "完成情况分析");
      put_block(*out_.subject.own, block);
    }
    if (out_.subject.own == nullptr) return out_.put("各项目指标的完成情况见各项目自评表。");
    for (const std::string_view usual : {"产出指标", "效益指标", "满意度指标"}) {
      const auto is_usual = [usual](const LevelFacts& block) {
        return usual.starts_with(block.name) && !block.name.empty();
      };
      if (std::any_of(blocks.begin(), blocks.end(), is_usual)) continue;
      out_.head_below(++number, fmt::format("{}完成情况分析", usual));
      out_.put(fmt::format("自评表上没有当年考核的{}。", usual));
    }
  }

  void put_proofs() {
    for (const CardResult& card : out_.subject.cards) {
      for (const IndicatorResult& row : card.indicators) {
        const std::string_view evidence = model::reason_in(indicator_of(row, card).evidence);
        if (!evidence.empty())
          out_.put(fmt::format("{}{}：{}", out_.whose(card), name_of(row, card), stopped(evidence)));
      }
    }
  }

 private:
  void put_shared() {
    Report shared;
    put_shared_rows(shared, out_.subject.department->roll_up);
    for (Block& block : shared.blocks) {
      auto* table = std::get_if<Table>(&block);
      if (table == nullptr) continue;
      for (Column& column : table->columns) column.at_most = column.title == "三级指标" ? 0 : 12;
      out_.put("几张自评表共有的指标：");
      out_.report.blocks.push_back(std::move(block));
    }
  }

  void put_goal(const model::Field& title, const model::Field& text, const model::Field& achieved) {
    const std::string_view goal = base::trimmed(text.text);
    const std::string_view name = base::trimmed(title.text);
    if (!goal.empty()) out_.put(fmt::format("{}：{}", name.empty() ? "年度绩效目标" : name, stopped(goal)));
    const std::string_view answer = base::trimmed(achieved.text);
    if (!answer.empty()) out_.put("实际完成情况：" + stopped(answer));
  }

  void put_execution(const CardResult& card) {
    std::string text = execution_sentence(card) + "。";
    if (card.execution && card.scored) {
      text += fmt::format("得 {}。{}",
                          points_sentence(card.execution->score, card.execution->full_marks, *card.scheme),
                          card.execution->why.empty() ? "" : stopped(card.execution->why));
    }
    if (!fully_executed(card)) text += "偏离原因：" + blank("预算执行率不是 100% 的原因") + "。";
    out_.put(std::move(text));
  }

  void put_block(const CardResult& card, const LevelFacts& block) {
    out_.put(fmt::format("{}，得 {}。", count_sentence(block),
                         points_sentence(block.score, block.full_marks, *card.scheme)));
    const auto has_title = [](const model::Section& section) { return !section.title.empty(); };
    const bool goals = std::any_of(card.card->sections.begin(), card.card->sections.end(), has_title);
    Table table;
    if (goals) table.columns = {{"年度目标"}};
    constexpr std::size_t kLevel = 8;  // where room is short, it goes to the names
    constexpr std::size_t kValue = 12;
    table.columns.insert(table.columns.end(), {{"二级指标", Align::left, false, kLevel},
                                               {"三级指标"},
                                               {"年初目标值", Align::left, false, kValue},
                                               {"实际完成值", Align::left, false, kValue},
                                               {"分值", Align::right, true},
                                               {"得分", Align::right, true},
                                               {"结论", Align::left, true}});
    for (const IndicatorResult* row : block.rows) {
      const model::Indicator& indicator = indicator_of(*row, card);
      Row line;
      if (goals) line.cells.push_back({section_of(*card.card, row->id).title.text});
      for (std::string text :
           {indicator.level2.text, indicator.name.text, indicator.target.text, indicator.actual.text,
            plain(row->full_marks), points_text(row->score, *card.scheme)}) {
        line.cells.push_back({std::move(text)});
      }
      const bool met = row->status == Status::met;
      line.cells.push_back({status_text(*row, card), met                             ? Mark::plain
                                                     : row->status == Status::missed ? Mark::bad
                                                                                     : Mark::unsure});
      table.rows.push_back(std::move(line));
    }
    out_.report.blocks.push_back(std::move(table));
  }

  Draft& out_;
};

}  // namespace

void put_evidence(Draft& draft, ReportPart part) {
  Evidence evidence(draft);
  switch (part) {
    case ReportPart::goals:
      return evidence.put_goals();
    case ReportPart::money:
      return evidence.put_money();
    case ReportPart::projects:
      return evidence.put_projects();
    case ReportPart::execution_detail:
      return evidence.put_rate();
    case ReportPart::indicators:
      return evidence.put_indicators();
    case ReportPart::evidence:
      return evidence.put_proofs();
    default:
      return;
  }
}

}  // namespace jiheng::report
