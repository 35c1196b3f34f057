// engine/report/pages/self_report/self_report_parts.h: the 自评报告 while it is written: what it is about, and its two parts.
// Takes   scored tables of a project or a department.
// Gives   the paragraphs of the two parts.
// Source  docs/report.md
#pragma once

#include <span>
#include <string>

#include "engine/report/texts/report.h"
#include "engine/results/scores.h"

namespace jiheng::report {

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

  void head(int level, std::string text);
  void put(std::string text);
  /// “就业专项资金县级配套” before what is said of one of several projects; empty for the subject's own table.
  std::string whose(const scoring::CardResult& card) const;
  /// Number, money, average and grades of the projects, in one paragraph.
  void put_projects_sentence();
};

/// 一、自评结论.
void put_conclusion(Draft& draft);
/// 二、佐证材料.
void put_evidence(Draft& draft);

}  // namespace jiheng::report
