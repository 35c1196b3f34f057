// Takes a folder of rules and texts, gives JSON and points. Leaves the jobs to app, rows to row_scorer.cc.
#include "engine/capi/rules_handle.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/app/check_paths.h"
#include "engine/app/parse_cells.h"
#include "engine/app/score_paths.h"
#include "engine/base/json.h"
#include "engine/base/text.h"
#include "engine/diag/append.h"
#include "engine/diag/catalogue.h"
#include "engine/diag/source_from_file.h"
#include "engine/model/sound_card.h"
#include "engine/report/json/json.h"

namespace jiheng::capi {
namespace {

constexpr int kDone = 0;
constexpr int kFindings = 1;
constexpr int kNotDone = 2;

/// Of the program without --fail-on: an error that is certain counts.
int code_of_id(std::string_view id) {
  const diag::CatalogueEntry* entry = diag::find_entry(id);
  const bool counts = entry != nullptr && entry->severity == diag::Severity::error &&
                      entry->certainty == diag::Certainty::certain;
  return counts ? kFindings : kDone;
}

template <class List>
int code_of_list(const List& list) {
  int code = kDone;
  for (const auto& found : list) code = std::max(code, code_of_id(found.id));
  return code;
}

int code_of_scores(const results::Scores& scores) {
  int code = kDone;
  for (const scoring::CardResult& card : scores.cards) {
    code = std::max(code, code_of_list(card.findings));
    if (card.execution) code = std::max(code, code_of_list(card.execution->findings));
    for (const scoring::IndicatorResult& row : card.indicators)
      code = std::max(code, code_of_list(row.findings));
  }
  for (const results::DepartmentScores& department : scores.departments)
    code = std::max(code, code_of_list(department.findings));
  return code;
}

/// Of one JSON text, by itself: no file is looked for, no program started.
app::ScoreRequest request_for(std::string_view card, std::string_view scheme) {
  static const base::NamedBytes kNoFiles;
  app::ScoreRequest request;
  request.paths = {"-"};
  request.standard_input = std::string(card);
  request.scheme = scheme;
  request.files = &kNoFiles;
  return request;
}

/// What the job could not do is said; its JSON is there where anything was done.
Told told(app::ScoreOutcome& outcome, std::string json, int code) {
  Told out;
  out.problems = outcome.schemes.problems();
  diag::append(out.problems, std::move(outcome.problems));
  const bool complete = !diag::has_errors(out.problems);
  if (outcome.scores.cards.empty()) {
    if (complete) out.problems.push_back({"C104", "没有可以计分的自评表", "", "检查文件内容。", {}});
    out.code = kNotDone;
    return out;
  }
  out.code = complete ? code : kNotDone;
  out.json = std::move(json);
  return out;
}

}  // namespace

RulesHandle::RulesHandle(std::string folder, std::string version, rulebook::Language language,
                         rulebook::Schemes schemes)
    : folder_(std::move(folder)),
      version_(std::move(version)),
      language_(std::move(language)),
      schemes_(std::move(schemes)),
      shelf_(schemes_, language_.words) {}

diag::Result<std::unique_ptr<RulesHandle>> RulesHandle::open(const std::string& folder) {
  rulebook::Forms forms = rulebook::load_forms(folder);
  auto language = rulebook::load_language(folder, forms);
  if (!language) return std::move(language.problems);
  const auto version = diag::source_from_file(folder + "/version");
  if (!version) return version.problems;
  rulebook::Schemes schemes = rulebook::load_schemes(folder, std::move(forms));
  if (auto problems = schemes.problems(); diag::has_errors(problems)) return problems;
  return std::unique_ptr<RulesHandle>(new RulesHandle(folder, std::string(base::trimmed((*version)->text)),
                                                      std::move(*language), std::move(schemes)));
}

Told RulesHandle::parse(std::string_view text, std::optional<int> year, bool actual,
                        std::string_view level2) const {
  if (year && (*year < model::kFirstYear || *year > model::kLastYear)) {
    return {
        kNotDone,
        std::nullopt,
        {{"C103",
          fmt::format("年度不能是 {}", *year),
          "",
          fmt::format("写四位数字，从 {} 到 {}；不知道是哪一年写 0。", model::kFirstYear, model::kLastYear),
          {}}}};
  }
  const auto readings = app::parse_cells({std::string(text)}, language_, {actual, year, std::string(level2)});
  const results::Reading& reading = readings.front();
  return {code_of_list(reading.predicate.problems), report::json_from_reading(reading), {}};
}

template <class Job>
Told RulesHandle::with_schemes(std::string_view card, const Job& job) {
  if (!base::begins_as_object(card)) {  // no other kind of document is read, however it came here
    return {kNotDone,
            std::nullopt,
            {{"C104",
              "没有自评表",
              "这里读一张表的 JSON，最外层是一个对象。",
              "写成 {\"类型\": \"项目\", …}，键见 docs/scorecard.md。",
              {}}}};
  }
  return schemes_for_cards_.with(
      [this] { return std::make_unique<rulebook::Schemes>(rulebook::load_schemes(folder_)); }, job);
}

Told RulesHandle::score(std::string_view card, std::string_view scheme) {
  return with_schemes(card, [&](rulebook::Schemes& schemes) {
    app::ScoreOutcome outcome = app::score_paths(request_for(card, scheme), language_, std::move(schemes));
    Told out = told(outcome, report::json_from_scores(outcome.scores), code_of_scores(outcome.scores));
    schemes = std::move(outcome.schemes);
    return out;
  });
}

Told RulesHandle::check(std::string_view card, std::string_view scheme) {
  return with_schemes(card, [&](rulebook::Schemes& schemes) {
    app::CheckOutcome outcome =
        app::check_paths({request_for(card, scheme), {}, {}, std::nullopt}, language_, std::move(schemes));
    Told out = told(outcome.scored, report::json_from_findings(app::checked_of(outcome)),
                    code_of_list(outcome.findings));
    schemes = std::move(outcome.scored.schemes);
    return out;
  });
}

std::vector<std::shared_ptr<const Answer>> RulesHandle::score_rows(const std::vector<RowCells>& rows) {
  const scoring::Context context{language_.units, language_.words, 1, &language_.names};
  return row_scorers_.with([&] { return std::make_unique<RowScorer>(shelf_, context); },
                           [&](RowScorer& scorer) { return scorer.score(rows); });
}

}  // namespace jiheng::capi
