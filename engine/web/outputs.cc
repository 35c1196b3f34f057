// Takes a desk and what is wanted of it, gives bytes. How each file is made is report/faces'; which job has which is its table.
#include "engine/web/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/app/departments.h"
#include "engine/app/import_documents.h"
#include "engine/app/input_files.h"
#include "engine/app/template_card.h"
#include "engine/base/date.h"
#include "engine/explain/score.h"
#include "engine/model/sound_card.h"
#include "engine/office/zip_of_parts.h"
#include "engine/report/faces/department_set.h"
#include "engine/report/faces/file_names.h"
#include "engine/report/forms/xlsx_from_form.h"
#include "engine/report/pages/self_report/self_report.h"
#include "engine/report/pages/self_report/summary_paragraph.h"
#include "engine/web/in_face.h"
#include "engine/web/new_card.h"
#include "engine/web/review.h"
#include "engine/web/saved_work.h"

namespace jiheng::web {
namespace {

using Written = diag::Result<results::NamedText>;

diag::Diagnostic nothing_to_write() {
  return {"C104", "还没有可以输出的自评表", "", "先打开文件，给表选好方案。", {}};
}

/// The result in the face asked for; the face is the job's own word for it.
template <class Result>
Written file_in_face(const report::JobFaces<Result>& faces, const std::string& face, const Result& result,
                     std::string name) {
  auto bytes = in_face(faces, face, result, nothing_to_write());
  if (!bytes) return std::move(bytes.problems);
  const std::string_view endings = report::find_face(face)->endings;
  name += endings.substr(0, endings.find(' '));
  return results::NamedText{std::move(name), *std::move(bytes)};
}

/// Those of these tables, as if no others lay on the desk.
results::Scores scores_of(const Desk& desk, const std::vector<std::size_t>& tables) {
  results::Scores scores;
  for (const scoring::CardResult& result : desk.scored().scores.cards) {
    if (std::binary_search(tables.begin(), tables.end(), desk.number_of(result)))
      scores.cards.push_back(result);
  }
  std::vector<diag::Diagnostic> problems;
  const rulebook::Language& language = desk.language();
  scores.departments = app::departments_of(scores.cards, {language.units, language.words}, problems);
  return scores;
}

/// Those of the tables that are wanted, or all.
results::Scores scores_wanted(const Desk& desk, const Wanted& wanted) {
  if (!wanted.tables.empty()) return scores_of(desk, wanted.tables);
  if (!wanted.table) return desk.scored().scores;
  results::Scores scores;
  if (const scoring::CardResult* result = desk.result_of(*wanted.table)) scores.cards.push_back(*result);
  return scores;
}

std::string name_of(const results::Scores& scores, std::string_view what) {
  const model::Scorecard& first = *scores.cards.front().card;
  const std::string unit = scores.cards.size() == 1 ? first.title.text : first.unit_name.text;
  return report::file_stem(unit.empty() ? std::string(what) : fmt::format("{} {}", unit, what));
}

Written write_check(Desk& desk, const Wanted& wanted) {
  const app::CheckOutcome outcome = desk.check();
  const std::vector<model::Decision> decisions = decisions_of(desk, outcome.findings);
  results::Checked checked = app::checked_of(outcome);
  if (!decisions.empty()) checked.decisions = &decisions;
  return file_in_face(report::check_faces(), wanted.face, checked, "审核表");
}

Written write_import(Desk& desk, const Wanted& wanted) {
  app::ImportRequest request;
  request.paths = wanted.paths;
  request.files = &desk.files();
  app::ImportOutcome outcome =
      app::import_documents(request, desk.language().forms, std::move(desk.schemes()));
  const auto faces = report::import_faces();
  std::vector<results::NamedText> files;
  if (std::find(faces.words.begin(), faces.words.end(), wanted.face) != faces.words.end())
    files = faces.at(wanted.face).files({outcome.documents, outcome.proposals, [&] {
                                           return app::scorecards_of(outcome).files;
                                         }});
  desk.schemes() = std::move(outcome.schemes);
  if (files.empty()) return nothing_to_write();
  return results::NamedText{"导入." + wanted.face, app::one_file_of(files)};
}

Written write_template(Desk& desk, const Wanted& wanted) {
  const auto card = blank_card(desk, wanted);
  const model::Scheme* scheme = desk.schemes().find(wanted.scheme);
  if (!card || scheme == nullptr) return nothing_to_write();
  const std::vector<model::Scorecard> cards(1, *card);
  const rulebook::Language& language = desk.language();
  results::Scores forms;
  forms.cards = explain::score(*scheme, cards, {language.units, language.words});
  const report::Bytes bytes = report::xlsx_template(forms, app::comparable_units(language.units));
  if (!bytes) return not_made();
  return results::NamedText{"空表.xlsx", *bytes};
}

Written zipped(std::vector<results::NamedText> files, std::string name) {
  std::vector<office::ZipPart> parts;
  parts.reserve(files.size());
  for (results::NamedText& file : files) parts.push_back({std::move(file.name), std::move(file.text)});
  return results::NamedText{std::move(name), office::zip_of_parts(parts)};
}

}  // namespace

Wanted wanted_of(const Desk& desk, const Parameters& parameters) {
  Wanted wanted;
  wanted.job = parameters.text("job");
  wanted.face = parameters.text("face");
  if (const auto table = parameters.number("table"); table && *table < desk.tables()) wanted.table = table;
  wanted.tables = parameters.numbers("tables");
  std::sort(wanted.tables.begin(), wanted.tables.end());
  wanted.today = parameters.text("today");
  if (!base::parse_iso_date(wanted.today)) wanted.today.clear();
  wanted.paths = parameters.texts("paths");
  wanted.scheme = parameters.text("scheme");
  wanted.department = parameters.truth("department");
  if (const auto year = parameters.number("year");
      year && *year >= model::kFirstYear && *year <= model::kLastYear)
    wanted.year = static_cast<int>(*year);
  wanted.unit = parameters.text("unit");
  return wanted;
}

diag::Result<results::NamedText> output(Desk& desk, const Wanted& wanted) {
  if (wanted.job == "import") return write_import(desk, wanted);
  if (wanted.job == "template") return write_template(desk, wanted);
  if (wanted.job == "check") return write_check(desk, wanted);
  if (wanted.job == "work") return saved_work(desk);
  const results::Scores scores = scores_wanted(desk, wanted);
  if (scores.cards.empty()) return nothing_to_write();
  const report::ScoreFace face{wanted.today, false};
  if (wanted.job == "score")
    return file_in_face(report::score_faces(), wanted.face, {scores, face}, name_of(scores, "绩效自评表"));
  if (wanted.job == "report")
    return file_in_face(report::report_faces(), wanted.face, report::self_report(scores),
                        name_of(scores, "自评报告"));
  if (wanted.job == "summary")
    return file_in_face(report::report_faces(), wanted.face, report::summary_report(scores),
                        name_of(scores, "决算摘要"));
  if (wanted.job != "set") return nothing_to_write();
  report::DepartmentSet set = report::department_set(scores, {});
  if (diag::has_errors(set.problems)) return std::move(set.problems);
  return zipped(std::move(set.files), name_of(scores, "整套") + ".zip");
}

std::optional<model::Scorecard> blank_card(Desk& desk, const Wanted& wanted) {
  if (wanted.table) {
    const scoring::CardResult* result = desk.result_of(*wanted.table);
    return result == nullptr ? std::nullopt : std::optional(card_like(*result, wanted.year));
  }
  const model::Scheme* scheme = desk.schemes().find(wanted.scheme);
  if (scheme == nullptr || !scheme->form) return std::nullopt;
  model::Scorecard card =
      app::empty_card(*scheme, wanted.department ? model::CardKind::department : scheme->blank_kind);
  if (wanted.year) card.year = wanted.year;
  if (!wanted.unit.empty()) card.unit_name.text = wanted.unit;
  return card;
}

}  // namespace jiheng::web
