// The tables of the jobs: each face with the function that gives it what it takes. Nothing else is decided here.
#include "engine/report/faces/job_faces.h"

#include <array>

#include "engine/report/faces/csv_from_scores.h"
#include "engine/report/forms/form_from_card.h"
#include "engine/report/forms/form_with_marks.h"
#include "engine/report/forms/xlsx_from_form.h"
#include "engine/report/json/json.h"
#include "engine/report/json/json_from_documents.h"
#include "engine/report/pages/advice_pages.h"
#include "engine/report/pages/finding_pages.h"
#include "engine/report/pages/lists.h"
#include "engine/report/pages/reading_pages.h"
#include "engine/report/pages/rows_from_documents.h"
#include "engine/report/pages/whatif_pages.h"

namespace jiheng::report {
namespace {

using namespace face;

/// The line of a table: `kFace`, made of what `kPart` gives of the result.
template <class Result>
struct Job {
  template <const auto& kFace, auto kPart>
  static constexpr JobFace<Result> shows() {
    return {kFace, [](const Result& result, const TextOptions& options) -> Bytes {
              return kFace.made(kPart(result), options);
            }};
  }
  /// `kCards` makes the bytes of `kFace` card by card.
  template <const auto& kFace, auto kCards>
  static constexpr JobFace<Result> by_card() {
    return {kFace,
            [](const Result& result, const TextOptions&) -> Bytes {
              std::string whole;
              put_scores(kCards(), result.scores, [&whole](std::string_view text) { whole += text; });
              return whole;
            },
            kCards};
  }
};

template <class Line, std::size_t kSize>
constexpr std::array<std::string_view, kSize> words_of(const std::array<Line, kSize>& lines) {
  std::array<std::string_view, kSize> words;
  for (std::size_t i = 0; i < kSize; ++i) words[i] = lines[i].face.name;
  return words;
}

Report tree_of_scores(const ScoresToShow& shown) { return report_from_scores(shown.scores, shown.face); }

Report page_of_scores(const ScoresToShow& shown) {
  ScoreFace face = shown.face;
  face.every_card = true;
  return report_from_scores(shown.scores, face);
}

std::vector<Form> forms_of_scores(const ScoresToShow& shown) {
  std::vector<Form> forms;
  for (const scoring::CardResult& card : shown.scores.cards)
    forms.push_back(form_with_marks(form_from_card(card), card));
  return forms;
}

Bytes workbook_of_scores(const ScoresToShow& shown) { return xlsx_from_scores(shown.scores); }

template <class T>
const T& itself(const T& whole) {
  return whole;
}

using ScoreJob = Job<ScoresToShow>;
constexpr std::array kScore = {
    ScoreJob::shows<kText, tree_of_scores>(),
    ScoreJob::by_card<kJson, json_of_cards>(),
    ScoreJob::by_card<kCsv, csv_of_cards>(),
    ScoreJob::shows<kMarkdown, tree_of_scores>(),
    ScoreJob::shows<kHtml, page_of_scores>(),
    ScoreJob::shows<kWordForms, forms_of_scores>(),
    ScoreJob::shows<kFinishedWorkbook, workbook_of_scores>(),
};

using ReportJob = Job<Report>;
constexpr std::array kReport = {
    ReportJob::shows<kText, itself<Report>>(),
    ReportJob::shows<kMarkdown, itself<Report>>(),
    ReportJob::shows<kHtml, itself<Report>>(),
    ReportJob::shows<kWord, itself<Report>>(),
};

using CheckJob = Job<results::Checked>;
constexpr std::array kCheck = {
    CheckJob::shows<kText, report_from_findings>(),     CheckJob::shows<kJson, json_from_findings>(),
    CheckJob::shows<kSarif, sarif_from_findings>(),     CheckJob::shows<kHtml, page_from_findings>(),
    CheckJob::shows<kWorkbook, sheets_from_findings>(), CheckJob::shows<kCsv, rows_from_findings>(),
};

/// A what-if and its modes: the same faces of another result.
template <class Result, auto kTree, auto kJsonText, auto kRows>
constexpr std::array kWhatifOf = {
    Job<Result>::template shows<kText, kTree>(), Job<Result>::template shows<kJson, kJsonText>(),
    Job<Result>::template shows<kCsv, kRows>(),  Job<Result>::template shows<kMarkdown, kTree>(),
    Job<Result>::template shows<kHtml, kTree>(),
};
constexpr const auto& kWhatif =
    kWhatifOf<results::Whatif, report_from_whatif, json_from_whatif, rows_from_whatif>;
constexpr const auto& kSweep =
    kWhatifOf<results::CardSweep, report_from_sweep, json_from_sweep, rows_from_sweep>;
constexpr const auto& kSolve =
    kWhatifOf<results::CardSolve, report_from_solve, json_from_solve, rows_from_solve>;
constexpr const auto& kSensitivity = kWhatifOf<std::vector<results::CardSensitivity>, report_from_sensitivity,
                                               json_from_sensitivity, rows_from_sensitivity>;
constexpr const auto& kSimulation =
    kWhatifOf<results::Simulated, report_from_simulation, json_from_simulation, rows_from_simulation>;

using AdviceJob = Job<results::AdviceItems>;
constexpr std::array kAdvice = {
    AdviceJob::shows<kText, report_from_advice>(),     AdviceJob::shows<kJson, json_from_advice>(),
    AdviceJob::shows<kMarkdown, report_from_advice>(), AdviceJob::shows<kHtml, page_from_advice>(),
    AdviceJob::shows<kWorkbook, sheets_from_advice>(),
};

template <class Result, auto kTree, auto kJsonText>
constexpr std::array kListOf = {
    Job<Result>::template shows<kText, kTree>(),
    Job<Result>::template shows<kJson, kJsonText>(),
};
constexpr const auto& kCatalogue =
    kListOf<std::span<const diag::CatalogueEntry>, report_from_catalogue, json_from_catalogue>;
constexpr const auto& kUnits = kListOf<quantity::UnitTable, report_from_units, json_from_units>;
constexpr const auto& kKindsOfDocuments =
    kListOf<std::span<const intake::KindRow>, report_from_kinds, json_from_kinds>;
constexpr const auto& kSchemes =
    kListOf<std::vector<const model::Scheme*>, report_from_schemes, json_from_schemes>;

constexpr std::array kCard = {Job<std::string>::shows<kYaml, itself<std::string>>()};
constexpr std::array kTemplate = {Job<Bytes>::shows<kFinishedWorkbook, itself<Bytes>>()};

std::string text_of_readings(std::span<const results::Reading> readings, bool, const TextOptions& options) {
  return text_from_report(report_from_readings(readings), options);
}

std::string text_of(std::span<const results::StandardReading> readings, bool, const TextOptions& options) {
  return text_from_report(report_from_standards(readings), options);
}

std::string json_object(const results::Reading& reading) { return json_from_reading(reading); }
std::string json_object(const results::StandardReading& reading) { return json_from_standard(reading); }

template <class Read>
std::string json_of(std::span<const Read> readings, bool first, const TextOptions&) {
  std::string out;
  for (const Read& reading : readings) {
    out += std::exchange(first, false) ? "\n  " : ",\n  ";
    out += json_object(reading);
  }
  return out;
}

template <class Read>
std::string json_lines_of(std::span<const Read> readings, bool, const TextOptions&) {
  std::string out;
  for (const Read& reading : readings) out += json_object(reading) + "\n";
  return out;
}

constexpr std::array kReading = {
    ReadingFace{kText, "", "", text_of_readings},
    ReadingFace{kJson, "{\"schema\": 1, \"targets\": [", "\n]}\n", json_of<results::Reading>},
    ReadingFace{kJsonLines, "", "", json_lines_of<results::Reading>},
};
constexpr std::array kStandard = {
    StandardFace{kText, "", "", text_of},
    StandardFace{kJson, "{\"schema\": 1, \"standards\": [", "\n]}\n", json_of<results::StandardReading>},
    StandardFace{kJsonLines, "", "", json_lines_of<results::StandardReading>},
};

std::vector<results::NamedText> cards_of(const Imported& imported) { return imported.cards(); }

std::vector<results::NamedText> json_of(const Imported& imported) {
  return {{"tables.json", json_from_documents(imported.documents, imported.proposals)}};
}

std::vector<results::NamedText> csv_of(const Imported& imported) {
  return {{"tables.csv", csv_from_report(rows_from_documents(imported.documents))}};
}

constexpr std::array kImport = {
    ImportFace{kYaml, cards_of},
    ImportFace{kJson, json_of},
    ImportFace{kCsv, csv_of},
};

/// A table with its words.
template <const auto& kLines>
constexpr auto kWordsOf = words_of(kLines);

static_assert(kWordsOf<kWhatif> == kWordsOf<kSweep> && kWordsOf<kWhatif> == kWordsOf<kSolve> &&
              kWordsOf<kWhatif> == kWordsOf<kSensitivity> && kWordsOf<kWhatif> == kWordsOf<kSimulation>);
static_assert(kWordsOf<kCatalogue> == kWordsOf<kUnits> && kWordsOf<kCatalogue> == kWordsOf<kSchemes>);

}  // namespace

JobFaces<ScoresToShow> score_faces() { return {kScore, kWordsOf<kScore>}; }
JobFaces<Report> report_faces() { return {kReport, kWordsOf<kReport>}; }
JobFaces<results::Checked> check_faces() { return {kCheck, kWordsOf<kCheck>}; }
JobFaces<results::Whatif> whatif_faces() { return {kWhatif, kWordsOf<kWhatif>}; }
JobFaces<results::CardSweep> sweep_faces() { return {kSweep, kWordsOf<kSweep>}; }
JobFaces<results::CardSolve> solve_faces() { return {kSolve, kWordsOf<kSolve>}; }
JobFaces<std::vector<results::CardSensitivity>> sensitivity_faces() {
  return {kSensitivity, kWordsOf<kSensitivity>};
}
JobFaces<results::Simulated> simulation_faces() { return {kSimulation, kWordsOf<kSimulation>}; }
JobFaces<results::AdviceItems> advice_faces() { return {kAdvice, kWordsOf<kAdvice>}; }
JobFaces<std::span<const diag::CatalogueEntry>> catalogue_faces() {
  return {kCatalogue, kWordsOf<kCatalogue>};
}
JobFaces<quantity::UnitTable> unit_faces() { return {kUnits, kWordsOf<kUnits>}; }
JobFaces<std::span<const intake::KindRow>> kind_faces() {
  return {kKindsOfDocuments, kWordsOf<kKindsOfDocuments>};
}
JobFaces<std::vector<const model::Scheme*>> scheme_faces() { return {kSchemes, kWordsOf<kSchemes>}; }
JobFaces<std::string> card_faces() { return {kCard, kWordsOf<kCard>}; }
JobFaces<Bytes> template_faces() { return {kTemplate, kWordsOf<kTemplate>}; }
FaceTable<ReadingFace> reading_faces() { return {kReading, kWordsOf<kReading>}; }
FaceTable<StandardFace> standard_faces() { return {kStandard, kWordsOf<kStandard>}; }
FaceTable<ImportFace> import_faces() { return {kImport, kWordsOf<kImport>}; }

}  // namespace jiheng::report
