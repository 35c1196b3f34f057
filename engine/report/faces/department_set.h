// engine/report/faces/department_set.h: scored cards -> every file a department submits, in one list.
// Takes   scores (score_paths.h); the date on the pages is the face's.
// Gives   总览.html (the page of `jiheng score`), 总览.xlsx of each department (overview.h; of several, 总览 and its name), 自评报告.docx, 决算摘要.docx,
//         each form as .xlsx and .docx under its id and title, and 自评表.html with all forms as printed. The same bytes for
//         the same scores.
// Fails   C102 where a workbook or document could not be made; the others are there.
#pragma once

#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/report/pages/score_pages.h"
#include "engine/results/named_text.h"
#include "engine/results/scores.h"

namespace jiheng::report {

struct DepartmentSet {
  std::vector<results::NamedText> files;
  std::vector<diag::Diagnostic> problems;
};

DepartmentSet department_set(const results::Scores& scores, const report::ScoreFace& face);

}  // namespace jiheng::report
