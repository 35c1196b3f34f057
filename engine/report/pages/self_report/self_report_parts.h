// engine/report/pages/self_report/self_report_parts.h: the 自评报告 while it is written: what it is about, and the parts that its
// outline names.
// Takes   scored tables of a project or a department.
// Gives   the paragraphs of the parts.
// Source  docs/report.md
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "engine/model/report_outline.h"
#include "engine/report/texts/report.h"
#include "engine/results/scores.h"

namespace jiheng::report {

using model::ReportPart;

/// What one report is about: a table of its own, projects, or both.
struct Subject {
  std::span<const scoring::CardResult> cards;  ///< all of them, its own first
  const scoring::CardResult* own = nullptr;    ///< the project, or the department's own table
  std::span<const scoring::CardResult> projects;
  const results::Scores* scores = nullptr;                ///< of a department; nullptr: a single table
  const results::DepartmentScores* department = nullptr;  ///< one of them
  std::string title;                                      ///< 2023 年度就业专项资金县级配套项目

  bool of_department() const { return own == nullptr || own->card->kind == model::CardKind::department; }
};

struct Draft {
  Subject subject;
  Report report;
  std::map<ReportPart, std::string> places = {};  ///< where each part of the outline stands: 一、（二）3
  int depth = 0;                                  ///< of the heading that is being written under

  void head(int level, std::string text);
  /// The heading with this number one level below the present one.
  void head_below(int number, std::string_view text);
  /// "，见一、（二）3": the words and where the part stands; empty where the outline does not have it.
  std::string see(std::string_view words, ReportPart part) const;
  void put(std::string text);
  /// “就业专项资金县级配套” before what is said of one of several projects; empty for the subject's own table.
  std::string whose(const scoring::CardResult& card) const;
  /// Number, money, average and grades of the projects, in one paragraph.
  void put_projects_sentence();
};

/// What the report concludes: 得分, 完成的指标 …; nothing for a part that is the other's.
void put_conclusion(Draft& draft, ReportPart part);
/// What it rests on: 年度目标, 资金, 指标分析 ….
void put_evidence(Draft& draft, ReportPart part);

}  // namespace jiheng::report
