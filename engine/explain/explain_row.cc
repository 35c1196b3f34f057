// Takes one row as numbers, gives it in words. The sentences are those of the files beside this one:
//   reading_words.cc  cells and verdict      clause_words.cc  the clause and its figures
//   marks_words.cc    the full marks         checks.cc        what is wrong or missing (S101…)
#include "engine/explain/explain_row.h"

#include <fmt/format.h>

#include <utility>

#include "engine/explain/checks.h"
#include "engine/explain/clause_words.h"
#include "engine/explain/marks_words.h"
#include "engine/explain/reading_words.h"
#include "engine/scoring/figures.h"

namespace jiheng::explain {
namespace {

using scoring::IndicatorResult;
using scoring::RowBatch;
using scoring::RowMarks;
using scoring::RowWork;

std::string why_of(const RowBatch& batch, const RowWork& work, const RowMarks& marks,
                   const std::string& verdict_why) {
  switch (work.settled) {
    case RowWork::Settled::by_clauses:
      return clause_words(batch, work, verdict_why);
    case RowWork::Settled::long_term:
      return "长期目标，本年不评分";
    case RowWork::Settled::no_marks:
      return "没有分值，算不出得分";
    case RowWork::Settled::dropped:
      return marks_note(marks);
    case RowWork::Settled::not_applicable:
      return fmt::format("不适用，按方案得满分 {}", scoring::figure(*work.full));
    case RowWork::Settled::not_scored:
      break;
  }
  return {};
}

}  // namespace

IndicatorResult explain_row(RowBatch& batch, std::size_t row, const model::Scorecard& card,
                            const model::RowId& id, const scoring::Context& context) {
  RowWork& work = batch.work(row);
  const scoring::RowView& view = batch.view(row);
  const RowMarks& marks = *view.marks;
  IndicatorResult out;
  out.id = id;
  std::string verdict_why = verdict_words(work.reading, *view.indicator);
  out.why = why_of(batch, work, marks, verdict_why);
  if (const std::string note = marks_note(marks); !note.empty() && !marks.dropped)
    out.why += "（" + note + "）";
  out.findings = reading_findings(work.reading, *view.indicator, view.card->year, context);
  if (work.standard != nullptr && work.score.exact()) {  // 是/是/否 was read by the row's own 评分标准
    std::erase_if(out.findings, [&](const diag::Diagnostic& d) {
      return d.id == "T104" && d.place.line == view.indicator->actual.place.line &&
             d.place.column == view.indicator->actual.place.column;
    });
  }
  out.target = std::move(work.reading.target);
  out.actual = std::move(work.reading.actual);
  out.verdict = std::move(work.reading.verdict);
  out.verdict.why = std::move(verdict_why);
  out.status = work.status;
  out.full_marks = work.full;
  out.full_marks_assumed = marks.assumed;
  out.score = work.score;
  out.exact = work.exact;
  out.accepted = work.accepted;
  if (marks.reduced) out.as_claimed = marks.reduced->as_claimed;
  out.name_disagrees = work.reading.name_disagrees;
  out.if_met = work.reading.if_met;
  out.attainment = work.reading.attainment;
  out.deviation = work.reading.deviation;
  if (work.clause != nullptr) out.clause = work.clause->clause;
  out.piece = work.piece;
  out.standard = work.standard;
  out.dropped = marks.dropped;
  if (view.card->scored) check_row(card, out);
  return out;
}

IndicatorResult explain_row(const scoring::Plan& plan, const model::Scorecard& card, const model::RowId& id,
                            const scoring::RowView& view, const scoring::RowPoints& lean,
                            const scoring::Context& context) {
  RowBatch batch(plan, context, {&view, 1});
  IndicatorResult out = explain_row(batch, 0, card, id, context);
  out.score = lean.score();
  out.status = lean.status;
  out.clause = lean.clause_of(plan);
  out.piece = lean.piece();
  return out;
}

}  // namespace jiheng::explain
