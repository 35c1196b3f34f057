// jiheng template: an empty 自评表 of a scheme as a workbook to fill in.
#include <fmt/format.h>

#include "engine/app/score_paths.h"
#include "engine/app/template_card.h"
#include "engine/cli/arguments.h"
#include "engine/cli/commands.h"
#include "engine/cli/console.h"
#include "engine/cli/data_folders.h"
#include "engine/cli/result_output.h"
#include "engine/explain/score.h"
#include "engine/report/faces/job_faces.h"
#include "engine/report/forms/xlsx_from_form.h"

namespace jiheng::cli {

int run_template(const Arguments& arguments, Console& console) {
  std::string id(arguments.value("--scheme"));
  if (id.empty()) id = usual_scheme();
  if (id.empty()) {
    console.complain(bad_argument(
        "没有写方案", "写明方案，如 --scheme national-2020；有哪些，用 jiheng list schemes 看。"));
    return kNotDone;
  }
  const auto year = year_argument(arguments);
  console.complain(year.problems);
  if (!year) return kNotDone;
  auto output = ResultOutput::open(arguments, console, report::template_faces().words);
  if (!output) return kNotDone;
  const std::string folder = rules_folder(arguments);
  rulebook::Forms layouts = rulebook::load_forms(folder);
  const auto language = rulebook::load_language(folder, layouts);
  console.complain(language.problems);
  if (!language) return kNotDone;

  // The cards whose targets are taken over, scored once: what full marks their rows have is the scheme's to say.
  app::ScoreRequest request;
  request.scheme = id;
  if (arguments.has("--from")) request.paths.emplace_back(arguments.value("--from"));
  app::ScoreOutcome outcome =
      app::score_paths(request, *language, rulebook::load_schemes(folder, std::move(layouts)));
  console.complain(outcome.schemes.problems());
  console.complain(outcome.problems);
  const model::Scheme* scheme = outcome.schemes.find(id);
  if (scheme == nullptr || diag::has_errors(outcome.problems)) return kNotDone;

  std::vector<model::Scorecard> cards;
  for (const scoring::CardResult& card : outcome.scores.cards) cards.push_back(app::card_to_fill_in(card));
  const auto kind = arguments.has("--department") ? model::CardKind::department : scheme->blank_kind;
  if (cards.empty()) cards.push_back(app::empty_card(*scheme, kind));
  for (model::Scorecard& card : cards) {
    if (*year) card.year = **year;
    if (arguments.has("--unit")) card.unit_name.text = arguments.value("--unit");
  }
  results::Scores forms;
  forms.cards = explain::score(*scheme, cards, {language->units, language->words});
  const report::Bytes workbook = report::xlsx_template(forms, app::comparable_units(language->units));
  return output->show(report::template_faces(), workbook) ? kNothingToReport : kNotDone;
}

}  // namespace jiheng::cli
