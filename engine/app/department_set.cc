// Takes scores, gives the files of the set by the faces of report. Leaves writing them to cli.
#include "engine/app/department_set.h"

#include <fmt/format.h>

#include "engine/app/file_names.h"
#include "engine/report/docx_from_form.h"
#include "engine/report/docx_from_report.h"
#include "engine/report/form_from_card.h"
#include "engine/report/html_from_form.h"
#include "engine/report/html_from_report.h"
#include "engine/report/self_report.h"
#include "engine/report/summary_paragraph.h"

namespace jiheng::app {
namespace {

constexpr std::string_view kOverview = "总览";
constexpr std::string_view kForms = "自评表";
constexpr std::string_view kReport = "自评报告";
constexpr std::string_view kSummary = "决算摘要";

}  // namespace

DepartmentSet department_set(const report::Scores& scores, const report::ScoreFace& face) {
  DepartmentSet set;
  const auto put = [&set](std::string_view stem, std::string_view ending, std::string bytes) {
    set.files.push_back({fmt::format("{}.{}", stem, ending), std::move(bytes)});
  };
  report::ScoreFace page = face;
  page.every_card = true;
  put(kOverview, "html", report::html_from_report(report::report_from_scores(scores, page)));

  put(kReport, "docx", report::docx_from_report(report::self_report(scores)));
  put(kSummary, "docx", report::docx_from_report(report::summary_report(scores)));

  UniqueStems stems;
  for (const std::string_view taken : {kOverview, kForms, kReport, kSummary}) stems.take(taken);
  std::vector<report::Form> forms;
  for (const scoring::CardResult& card : scores.cards) {
    forms.push_back(report::form_from_card(card));
    const std::string stem = stems.take(fmt::format("{} {}", card.card->id, card.card->title.text));
    put(stem, "docx", report::docx_from_forms({&forms.back(), 1}));
  }
  put(kForms, "html", report::html_from_forms(kForms, forms));
  return set;
}

}  // namespace jiheng::app
