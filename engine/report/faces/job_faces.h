// engine/report/faces/job_faces.h: which faces each job has: one table a job, a line a face: the face, and the function that
// gives what the face takes from the result. The words of --format in help, completion and messages are these tables'.
// Takes   the results of the jobs (results/, intake/document.h). Gives  as face.h.
// Source  docs/architecture.md, "How to add"
#pragma once

#include <algorithm>
#include <cassert>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/catalogue.h"
#include "engine/intake/document.h"
#include "engine/intake/document_kind.h"
#include "engine/intake/scheme_evidence.h"
#include "engine/model/scheme.h"
#include "engine/quantity/units.h"
#include "engine/report/faces/face.h"
#include "engine/report/pages/score_pages.h"
#include "engine/report/texts/card_face.h"
#include "engine/results/advice.h"
#include "engine/results/findings.h"
#include "engine/results/named_text.h"
#include "engine/results/readings.h"
#include "engine/results/scores.h"
#include "engine/results/simulation.h"
#include "engine/results/standard_readings.h"
#include "engine/results/whatif.h"
#include "engine/results/whatif_curves.h"

namespace jiheng::report {

/// The faces of a job; the first is the one it has where none is asked for.
template <class Line>
struct FaceTable {
  std::span<const Line> lines;
  std::span<const std::string_view> words;  ///< of --format, in the order of the lines

  /// `word` is one of `words`.
  const Line& at(std::string_view word) const {
    const auto found = std::find(words.begin(), words.end(), word);
    assert(found != words.end());
    return lines[static_cast<std::size_t>(found - words.begin())];
  }
};

template <class Result>
struct JobFace {
  Face face;
  Bytes (*made)(const Result& result, const TextOptions& options);
  /// The same bytes card by card, where there may be more cards than can be held; else nullptr.
  const CardFace& (*cards)() = nullptr;
};

template <class Result>
using JobFaces = FaceTable<JobFace<Result>>;

struct ScoresToShow {
  const results::Scores& scores;
  ScoreFace face;
};

JobFaces<ScoresToShow> score_faces();
JobFaces<Report> report_faces();
JobFaces<results::Checked> check_faces();
JobFaces<results::Whatif> whatif_faces();
/// The modes of a what-if have the words of whatif_faces().
JobFaces<results::CardSweep> sweep_faces();
JobFaces<results::CardSolve> solve_faces();
JobFaces<std::vector<results::CardSensitivity>> sensitivity_faces();
JobFaces<results::Simulated> simulation_faces();
JobFaces<results::AdviceItems> advice_faces();
/// The three lists have the same words.
JobFaces<std::span<const diag::CatalogueEntry>> catalogue_faces();
JobFaces<quantity::UnitTable> unit_faces();
JobFaces<std::span<const intake::KindRow>> kind_faces();
JobFaces<std::vector<const model::Scheme*>> scheme_faces();

/// A changed card, finished as YAML; an empty form, finished as a workbook.
JobFaces<std::string> card_faces();
JobFaces<Bytes> template_faces();

/// Readings come in batches: what stands before the first and behind the last, and a batch.
template <class Read>
struct BatchFace {
  Face face;
  std::string_view opening;
  std::string_view closing;
  std::string (*batch)(std::span<const Read> readings, bool first, const TextOptions& options);
};
using ReadingFace = BatchFace<results::Reading>;
FaceTable<ReadingFace> reading_faces();
/// Scoring standards; the words are those of reading_faces().
using StandardFace = BatchFace<results::StandardReading>;
FaceTable<StandardFace> standard_faces();

/// What was read from documents. `cards` makes their scorecard files, where a face wants them.
struct Imported {
  const std::vector<intake::Document>& documents;
  const std::vector<intake::SchemeProposal>& proposals;
  std::function<std::vector<results::NamedText>()> cards;
};
struct ImportFace {
  Face face;
  std::vector<results::NamedText> (*files)(const Imported& imported);  ///< to be written into a folder
};
FaceTable<ImportFace> import_faces();

}  // namespace jiheng::report
