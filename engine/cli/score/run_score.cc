// jiheng score: files and folders of scorecards -> scores in the face asked for.
#include <fmt/format.h>

#include <ctime>
#include <utility>

#include "engine/app/each/score_each.h"
#include "engine/base/date.h"
#include "engine/cli/commands.h"
#include "engine/cli/exit_code.h"
#include "engine/cli/result_output.h"
#include "engine/cli/score/spool.h"
#include "engine/cli/scored_operands.h"
#include "engine/diag/source_from_file.h"
#include "engine/report/faces/job_faces.h"

namespace jiheng::cli {
namespace {

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local = {};
  ::localtime_r(&now, &local);
  return base::to_string(base::Date{local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}

/// A face that is made card by card: no more than a part of the cards is held.
int show_each(const report::CardFace& face, const Arguments& arguments, ResultOutput& output,
              Console& console) {
  auto operands = read_operands(arguments, console);
  if (!operands) return kNotDone;
  Spool texts(operands->request.means.office.scratch_folder);
  const app::EachScored scored =
      app::score_each(operands->request, operands->language, std::move(operands->schemes),
                      {face.card, [&texts](std::string&& text) { texts.put(text); }});
  const bool complete = say_what_was_read(scored.outcome, scored.cards.size(), console);
  if (scored.cards.empty()) return kNotDone;
  output.write(face.opening());
  for (std::size_t i = 0; i < scored.cards.size() && !output.broken(); ++i) {
    if (i > 0) output.write(face.between);
    const auto text = texts.text(scored.cards[i]);
    if (!text) {
      console.complain(diag::cannot_read(texts.folder(), base::IoStatus::failed));
      return kNotDone;
    }
    output.write(*text);
  }
  output.write(face.closing(true, scored.outcome.scores.departments));
  if (!output.finish() || !complete) return kNotDone;
  ExitCode code(arguments);
  for (const std::string& id : scored.ids) code.count(id);
  return code.value();
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
  if (const auto cards = report::score_faces().at(output->format()).cards)
    return show_each(cards(), arguments, *output, console);
  const std::optional<ScoredOperands> scored = score_operands(arguments, console);
  if (!scored) return kNotDone;
  const results::Scores& scores = scored->outcome.scores;
  if (!output->show(report::score_faces(), {scores, face}) || !scored->complete) return kNotDone;
  return code_of(scores, arguments);
}

}  // namespace jiheng::cli
