// Takes tables of the desk and what is changed on them, gives what the jobs of a what-if give. The jobs are app's and
// whatif's, their faces report's.
#include "engine/web/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "engine/app/advise_paths.h"
#include "engine/app/whatif_curves.h"
#include "engine/app/whatif_paths.h"
#include "engine/diag/append.h"
#include "engine/model/sound_card.h"
#include "engine/rulebook/load.h"
#include "engine/web/in_face.h"
#include "engine/web/views.h"

namespace jiheng::web {
namespace {

using base::Json;
using Problems = std::vector<diag::Diagnostic>;

std::shared_ptr<const base::Source> argument(const std::string& name, const std::string& text) {
  return std::make_shared<const base::Source>(base::Source{name, text});
}

std::vector<app::ArgumentText> arguments_of(const std::string& name, const std::vector<std::string>& texts) {
  std::vector<app::ArgumentText> out;
  out.reserve(texts.size());
  for (const std::string& text : texts) out.push_back(argument(name, text));
  return out;
}

scoring::Context context_of(const Desk& desk) {
  const rulebook::Language& language = desk.language();
  return {language.units, language.words, 1, &language.names};
}

Problems only_errors(Problems problems) {
  std::erase_if(problems,
                [](const diag::Diagnostic& d) { return diag::severity_of(d) != diag::Severity::error; });
  return problems;
}

diag::Diagnostic nothing_to_plan() {
  return {"C104", "没有可以试的表", "", "先打开文件，给表选好方案，填上完成值。", {}};
}

/// One variation at least, or what is wrong.
diag::Result<app::WhatifOutcome> varied(Desk& desk, const Plan& plan) {
  base::NamedBytes files;
  app::WhatifRequest request;
  for (const results::NamedText& scenario : plan.scenarios) {
    files.put(scenario.name, scenario.text);
    request.scenarios.push_back(scenario.name);
  }
  request.score.files = &files;
  request.score.command = "whatif";
  for (const std::string& text : plan.settings) request.settings.push_back(argument("--set", text));
  app::WhatifOutcome outcome =
      app::whatif_cards(desk.cards_as_read(plan.tables), request, desk.language(), std::move(desk.schemes()));
  desk.schemes() = std::move(outcome.before.schemes);
  if (!outcome.after.empty() && !diag::has_errors(outcome.problems)) return outcome;
  Problems problems = only_errors(std::move(outcome.problems));
  if (problems.empty()) problems.push_back(nothing_to_plan());
  return problems;
}

diag::Result<std::string> simulated(Desk& desk, const Plan& plan, const app::WhatifOutcome& outcome,
                                    std::string_view face) {
  std::vector<whatif::Setting> statements = outcome.after.front().uncertain;
  Problems problems;
  for (const std::string& text : plan.uncertain) {
    auto statement = whatif::split_setting(argument("--uncertain", text));
    diag::append(problems, std::move(statement.problems));
    if (statement) statements.push_back(std::move(*statement));
  }
  if (!problems.empty()) return problems;
  const scoring::Context context = context_of(desk);
  const auto uncertain = whatif::uncertain_cards(outcome.after.front().scores.cards, statements, context);
  if (!uncertain) return uncertain.problems;
  const auto simulation = whatif::simulate(uncertain->cards, {plan.draws, plan.seed, 1}, context);
  if (!simulation) return simulation.problems;
  return in_face(report::simulation_faces(), face, {*uncertain, *simulation}, nothing_to_plan());
}

diag::Result<app::AdviseOutcome> advised(Desk& desk, const Plan& plan) {
  app::AdviseRequest request;
  if (!plan.match.name.empty()) {
    request.choices = plan.match.name;
    desk.files().put(plan.match.name, plan.match.text);
  }
  for (app::ScoreRequest* side : {&request.history, &request.targets}) {
    side->without_scheme = true;
    side->command = "advise";
    side->files = &desk.files();
  }
  app::AdviseOutcome outcome =
      app::advise_cards(desk.cards_as_read(plan.history), desk.cards_as_read(plan.tables), request,
                        desk.language(), std::move(desk.schemes()));
  desk.schemes() = std::move(outcome.targets.schemes);
  if (!outcome.items.empty() && !diag::has_errors(outcome.problems)) return outcome;
  Problems problems = only_errors(std::move(outcome.problems));
  if (problems.empty()) {
    problems.push_back(
        {"C104", "没有可以比的目标", "", "打开本年的目标表，再打开同一单位以前年度的表，表上写明年度。", {}});
  }
  return problems;
}

/// The setting with the figure turned: in place of what was set there before. W121, W105.
diag::Result<std::string> turned(const Desk& desk, const Plan& plan, const app::WhatifOutcome& outcome) {
  const std::vector<scoring::CardResult>& cards = outcome.after.front().scores.cards;
  const std::vector<const model::Scorecard*> names = app::cards_of(cards);
  const auto address = whatif::find_address(plan.turn, names, {});
  if (!address) return address.problems;
  if (address->what != whatif::Address::What::figure) return nothing_to_plan();
  const scoring::Context context = context_of(desk);
  const auto dial = whatif::Dial::at(cards[address->cards.front()], address->spot, context);
  if (!dial) return dial.problems;
  const auto value = dial->read(plan.value, context);
  const auto text = value ? dial->text_of(*value, context) : std::nullopt;
  if (text) return plan.turn + "=" + *text;
  return diag::Diagnostic{
      "W105",
      fmt::format("{}不能是“{}”", dial->name(), model::shown(plan.value)),
      "",
      dial->is_day() ? "写成“2023-12-15”这样的一天。" : fmt::format("写一个数，单位是{}。", dial->unit()),
      {}};
}

void put_setting(std::vector<std::string>& settings, const std::string& address, std::string setting) {
  const auto same = std::find_if(settings.begin(), settings.end(), [&](const std::string& text) {
    return text.starts_with(address) && text.substr(address.size()).starts_with('=');
  });
  if (same == settings.end()) {
    settings.push_back(std::move(setting));
  } else {
    *same = std::move(setting);
  }
}

/// The tables of earlier years with their rows: what a target may be said to go on with.
Json earlier_json(const app::AdviseOutcome& outcome) {
  Json tables = Json::array();
  for (const scoring::CardResult& result : outcome.history.scores.cards) {
    const model::Scorecard& card = *result.card;
    if (!card.year) continue;
    std::vector<std::string> rows;
    for (const model::Section& section : card.sections) {
      for (const model::Indicator& row : section.indicators) rows.push_back(row.name.text);
    }
    tables.push_back({{"id", card.id},
                      {"title", card.title.text},
                      {"unit", card.unit_name.text},
                      {"year", *card.year},
                      {"rows", rows}});
  }
  return tables;
}

}  // namespace

bool is_plan_job(std::string_view job) {
  constexpr std::array<std::string_view, 6> kJobs = {"whatif",      "sweep",    "solve",
                                                     "sensitivity", "simulate", "advise"};
  return std::find(kJobs.begin(), kJobs.end(), job) != kJobs.end();
}

diag::Result<std::string> plan_in_face(Desk& desk, const Plan& plan, std::string_view job,
                                       std::string_view face) {
  if (job == "advise") {
    const auto advice = advised(desk, plan);
    if (!advice) return advice.problems;
    return in_face(report::advice_faces(), face, results::AdviceItems(advice->items), nothing_to_plan());
  }
  const auto outcome = varied(desk, plan);
  if (!outcome) return outcome.problems;
  const std::vector<scoring::CardResult>& cards = outcome->after.front().scores.cards;
  const scoring::Context context = context_of(desk);
  if (job == "whatif")
    return in_face(report::whatif_faces(), face, {outcome->before.scores, outcome->after}, nothing_to_plan());
  if (job == "simulate") return simulated(desk, plan, *outcome, face);
  if (job == "sensitivity")
    return in_face(report::sensitivity_faces(), face, app::sensitivity_of_cards(cards, context),
                   nothing_to_plan());
  if (job == "sweep" && !plan.sweeps.empty() && plan.sweeps.size() <= 2) {
    const auto swept = app::sweep_card(cards, arguments_of("--sweep", plan.sweeps), context);
    if (!swept) return swept.problems;
    return in_face(report::sweep_faces(), face, *swept, nothing_to_plan());
  }
  if (job == "solve" && !plan.vary.empty()) {
    const auto solved =
        app::solve_card(cards, argument("--solve", plan.wanted), arguments_of("--vary", plan.vary), context);
    if (!solved) return solved.problems;
    return in_face(report::solve_faces(), face, *solved, nothing_to_plan());
  }
  return nothing_to_plan();
}

diag::Result<Json> plan_view(Desk& desk, const Plan& plan) {
  Plan now = plan;
  now.scenarios.clear();
  auto outcome = varied(desk, now);
  if (!outcome) return std::move(outcome.problems);
  if (!plan.turn.empty()) {
    auto setting = turned(desk, now, *outcome);
    if (!setting) return std::move(setting.problems);
    put_setting(now.settings, plan.turn, *std::move(setting));
    outcome = varied(desk, now);
    if (!outcome) return std::move(outcome.problems);
  }
  return plan_json(outcome->before.scores.cards.front(), outcome->after.front(), context_of(desk));
}

diag::Result<Json> department_plan_view(Desk& desk, const Plan& plan) {
  Plan now = plan;
  now.scenarios.clear();
  const auto outcome = varied(desk, now);
  if (!outcome) return outcome.problems;
  return department_plan_json(desk, outcome->before.scores, outcome->after.front());
}

diag::Result<Json> advice_view(Desk& desk, const Plan& plan) {
  const auto outcome = advised(desk, plan);
  if (!outcome) return outcome.problems;
  const auto numbers = desk.numbers_of(outcome->targets.scores.cards);
  Json at = Json::array();
  for (const whatif::Advice& item : outcome->items) {
    const auto number = numbers.find(item.card);
    const auto row = row_number(*item.card, item.row);
    at.push_back({{"table", number == numbers.end() ? Json() : Json(number->second)},
                  {"row", row ? Json(*row) : Json()},
                  {"unit", item.unit}});
  }
  const std::string text = *report::advice_faces().at("json").made(outcome->items, {});
  return Json{{"advice", std::get<Json>(base::parse_json(text))},
              {"at", std::move(at)},
              {"earlier", earlier_json(*outcome)}};
}

diag::Result<Json> matches_view(const results::NamedText& file) {
  auto choices = rulebook::match_choices_from_yaml(argument(file.name, file.text));
  if (!choices) return std::move(choices.problems);
  Json list = Json::array();
  for (const model::MatchChoice& choice : *choices) {
    list.push_back({{"table", choice.table.text},
                    {"indicator", choice.indicator.text},
                    {"year", choice.year ? Json(*choice.year) : Json()},
                    {"earlier_table", choice.earlier_table.text},
                    {"earlier_indicator", choice.earlier_indicator.text}});
  }
  return Json{{"choices", std::move(list)}};
}

diag::Result<Json> scenario_view(const results::NamedText& file) {
  auto scenario = rulebook::scenario_from_yaml(argument(file.name, file.text));
  if (!scenario) return std::move(scenario.problems);
  const auto list = [](const std::vector<std::pair<model::Field, model::Field>>& entries) {
    Json out = Json::array();
    for (const auto& [address, value] : entries)
      out.push_back({{"address", address.text}, {"to", value.text}});
    return out;
  };
  return Json{{"name", scenario->name},
              {"note", scenario->note},
              {"changes", list(scenario->changes)},
              {"uncertain", list(scenario->uncertain)}};
}

}  // namespace jiheng::web
