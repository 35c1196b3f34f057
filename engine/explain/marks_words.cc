// Takes marks as scoring found them (numbers), says where they come from. Decides nothing.
#include "engine/explain/marks_words.h"

#include <fmt/format.h>

#include "engine/scoring/figures.h"

namespace jiheng::explain {
namespace {

using scoring::figure;
using scoring::MarksBlock;
using scoring::ReducedMarks;
using scoring::RowMarks;

std::string name_of(const MarksBlock& block, std::string_view whole) {
  if (block.goal != nullptr) return "“" + block.goal->title.text + "”";
  if (block.weight == nullptr) return std::string(whole);
  const model::Weight& w = *block.weight;
  return "“" + w.level1 + (w.level2.empty() ? "" : " " + w.level2) + "”";
}

std::string reduced_note(const ReducedMarks& marks) {
  const std::string has =
      fmt::format("表上没有分值，{}共 {} 分，各项得分合计 {} 分", name_of(marks.block, "指标"),
                  figure(marks.block.points), figure(marks.claimed));
  const std::string missing = figure(marks.block.points - marks.claimed);
  const std::string full = figure(marks.full);
  switch (marks.how) {
    case ReducedMarks::How::only_one:
      return fmt::format("{}，少的 {} 分是这一项的，满分是 {} 分", has, missing, full);
    case ReducedMarks::How::somewhere:
      return fmt::format("{}，少的 {} 分不知道在哪几项，满分至多是 {} 分", has, missing, full);
    case ReducedMarks::How::as_ruled:
      break;
  }
  return fmt::format("{}，少的 {} 分正是未达标的 {} 项按规则扣的，满分是 {} 分", has, missing, marks.rows,
                     full);
}

std::string first_note(const RowMarks& marks) {
  switch (marks.from) {
    case RowMarks::From::form:
      break;
    case RowMarks::From::claim:
      return fmt::format("表上没有分值，按自报得分 {} 分计", figure(marks.first));
    case RowMarks::From::split:
      return fmt::format("表上没有分值，{} {} 分由 {} 项均分，本项 {} 分", name_of(marks.block, "全表"),
                         figure(marks.block.points), marks.sharers, figure(marks.first));
  }
  return {};
}

}  // namespace

std::string marks_note(const RowMarks& marks) {
  if (marks.reduced) return reduced_note(*marks.reduced);
  if (marks.dropped) return fmt::format("不适用，{} 分重分给其他指标", figure(marks.first));
  std::string note = first_note(marks);
  if (marks.respread) {
    note += fmt::format("{}有指标不适用，分值由 {} 分重分为 {} 分", note.empty() ? "" : "；",
                        figure(marks.first), figure(*marks.full));
  }
  return note;
}

std::vector<diag::Diagnostic> marks_findings(const scoring::CardMarks& marks, const model::Scorecard& card) {
  std::vector<const model::Indicator*> rows;
  for (const model::Section& section : card.sections) {
    for (const model::Indicator& row : section.indicators) rows.push_back(&row);
  }
  std::vector<diag::Diagnostic> findings;
  for (const scoring::MarksProblem& problem : marks.problems) {
    const model::Indicator& row = *rows[problem.row];
    if (problem.stranded) {
      findings.push_back(
          {"S103",
           fmt::format("“{}”不适用，它的 {} 分没有别的指标可以分", row.name.text, figure(*problem.stranded)),
           "同一块的指标都不适用。", "核对 不适用，或换一个方案。", row.place});
    } else {
      findings.push_back(
          {"S103", fmt::format("“{}”没有分值", row.name.text),
           "没有分值就算不出得分；方案没有规定，或用不上它规定的办法（按自报得分、各项均分）。",
           "填上 分值。", row.place});
    }
  }
  return findings;
}

}  // namespace jiheng::explain
