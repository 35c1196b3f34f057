// Takes scores, gives the files of the set by the faces of report. Leaves writing them to cli.
#include "engine/report/faces/department_set.h"

#include <fmt/format.h>

#include "engine/report/faces/docx_from_report.h"
#include "engine/report/faces/file_names.h"
#include "engine/report/faces/html_from_report.h"
#include "engine/report/faces/xlsx_from_tables.h"
#include "engine/report/forms/docx_from_form.h"
#include "engine/report/forms/form_from_card.h"
#include "engine/report/forms/form_with_marks.h"
#include "engine/report/forms/html_from_form.h"
#include "engine/report/forms/xlsx_from_form.h"
#include "engine/report/pages/overview.h"
#include "engine/report/pages/score_pages.h"
#include "engine/report/pages/self_report/self_report.h"
#include "engine/report/pages/self_report/summary_paragraph.h"

namespace jiheng::report {
namespace {

constexpr std::string_view kOverview = "总览";
constexpr std::string_view kForms = "自评表";
constexpr std::string_view kReportName = "自评报告";
constexpr std::string_view kSummary = "决算摘要";

diag::Diagnostic not_made(std::string_view stem) {
  return {"C102",
          fmt::format("写不成“{}.xlsx”", stem),
          "内存不够，或者系统不让程序用临时文件。",
          "腾出内存再试。",
          {}};
}

}  // namespace

DepartmentSet department_set(const results::Scores& scores, const report::ScoreFace& face) {
  DepartmentSet set;
  const auto put = [&set](std::string_view stem, std::string_view ending, std::string bytes) {
    set.files.push_back({fmt::format("{}.{}", stem, ending), std::move(bytes)});
  };
  report::ScoreFace page = face;
  page.every_card = true;
  put(kOverview, "html", report::html_from_report(report::report_from_scores(scores, page)));

  const auto put_workbook = [&](std::string_view stem, std::optional<std::string> bytes) {
    if (bytes) {
      put(stem, "xlsx", std::move(*bytes));
    } else {
      set.problems.push_back(not_made(stem));
    }
  };
  UniqueStems stems;
  for (const std::string_view taken : {kForms, kReportName, kSummary}) stems.take(taken);
  const bool several = scores.departments.size() > 1;
  if (scores.departments.size() != 1) stems.take(kOverview);
  for (const results::DepartmentScores& department : scores.departments) {
    const std::string stem =
        stems.take(several ? fmt::format("{} {}", kOverview, department.name) : std::string(kOverview));
    put_workbook(stem, report::xlsx_from_tables(report::overview_of(scores, department, face)));
  }
  put(kReportName, "docx", report::docx_from_report(report::self_report(scores)));
  put(kSummary, "docx", report::docx_from_report(report::summary_report(scores)));

  std::vector<report::Form> forms;
  for (const scoring::CardResult& card : scores.cards) {
    forms.push_back(report::form_with_marks(report::form_from_card(card), card));
    const std::string stem = stems.take(fmt::format("{} {}", card.card->id, card.card->title.text));
    put_workbook(stem, report::xlsx_from_scores({{card}, {}}));
    put(stem, "docx", report::docx_from_forms({&forms.back(), 1}));
  }
  put(kForms, "html", report::html_from_forms(kForms, forms));
  return set;
}

}  // namespace jiheng::report
