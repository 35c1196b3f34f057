// jiheng score: files and folders of scorecards -> scores in the face asked for.
#include <fmt/format.h>

#include <ctime>

#include "engine/base/date.h"
#include "engine/cli/commands.h"
#include "engine/cli/result_output.h"
#include "engine/cli/scored_operands.h"
#include "engine/report/faces/job_faces.h"

namespace jiheng::cli {
namespace {

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local = {};
  ::localtime_r(&now, &local);
  return base::to_string(base::Date{local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
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
  auto output = ResultOutput::open(arguments, console, report::score_faces().words);
  if (!output) return kNotDone;
  const std::optional<ScoredOperands> scored = score_operands(arguments, console);
  if (!scored) return kNotDone;
  const results::Scores& scores = scored->outcome.scores;
  if (!output->show(report::score_faces(), {scores, face}) || !scored->complete) return kNotDone;
  return code_of(scores, arguments);
}

}  // namespace jiheng::cli
