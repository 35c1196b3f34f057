// jiheng score: files and folders of scorecards -> scores in the face asked for.
#include <fmt/format.h>

#include <ctime>

#include "engine/base/date.h"
#include "engine/cli/commands.h"
#include "engine/cli/report_face.h"
#include "engine/cli/result_output.h"
#include "engine/cli/scored_operands.h"
#include "engine/report/faces/csv_from_scores.h"
#include "engine/report/forms/docx_from_form.h"
#include "engine/report/forms/form_from_card.h"
#include "engine/report/forms/form_with_marks.h"
#include "engine/report/forms/xlsx_from_form.h"
#include "engine/report/json/json.h"
#include "engine/report/pages/score_pages.h"

namespace jiheng::cli {
namespace {

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local = {};
  ::localtime_r(&now, &local);
  return base::to_string(base::Date{local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}

std::vector<report::Form> forms_of(const results::Scores& scores) {
  std::vector<report::Form> forms;
  for (const scoring::CardResult& card : scores.cards)
    forms.push_back(report::form_with_marks(report::form_from_card(card), card));
  return forms;
}

std::string face_of(const results::Scores& scores, std::string_view format, report::ScoreFace face,
                    const report::TextOptions& options) {
  if (format == "docx") return report::docx_from_forms(forms_of(scores));
  face.every_card = format == "html";
  return report_face(report::report_from_scores(scores, face), format, options);
}

}  // namespace

int run_score(const Arguments& arguments, Console& console) {
  report::ScoreFace face{today(), arguments.has("--trace")};
  if (arguments.has("--today")) {
    face.today = arguments.value("--today");
    if (!base::parse_iso_date(face.today)) {
      console.complain(bad_argument(fmt::format("计算日期不能是“{}”", face.today),
                                    "写真有的一天，如 --today 2024-03-01。"));
      return kNotDone;
    }
  }
  const std::string_view format = arguments.value("--format");
  ResultOutput output(arguments, console);
  if (!output.takes(format)) return kNotDone;
  const std::optional<ScoredOperands> scored = score_operands(arguments, console);
  if (!scored) return kNotDone;
  const report::TextOptions options = text_options(output, console);
  const report::Sink out = [&output](std::string_view text) { output.write(text); };
  if (format == "csv") {
    report::csv_from_scores(scored->outcome.scores, out);
  } else if (format == "json") {
    report::json_from_scores(scored->outcome.scores, out);
  } else if (format == "xlsx") {
    if (!write_workbook(report::xlsx_from_scores(scored->outcome.scores), output, console)) return kNotDone;
  } else {
    output.write(face_of(scored->outcome.scores, format, face, options));
  }
  if (!output.finish() || !scored->complete) return kNotDone;
  return code_of(scored->outcome.scores, arguments);
}

}  // namespace jiheng::cli
