// Takes a desk, gives the JSON of its list: tables, schemes, departments, what was left. The table itself is table_view.cc's.
#include <fmt/format.h>

#include <algorithm>

#include "engine/app/waivers_from_files.h"
#include "engine/report/texts/score_texts.h"
#include "engine/web/page_words.h"
#include "engine/web/views.h"

namespace jiheng::web {
namespace {

using base::Json;

Json evidence_json(const std::vector<intake::Evidence>& list) {
  Json out = Json::array();
  for (const intake::Evidence& e : list) out.push_back(intake::to_text(e));
  return out;
}

Json proposal_json(const intake::SchemeProposal& proposal) {
  Json others = Json::array();
  for (const model::Scheme* scheme : proposal.others)
    others.push_back({{"id", scheme->id}, {"name", scheme->name}});
  return {{"scheme", proposal.scheme == nullptr ? Json() : Json(proposal.scheme->id)},
          {"name", proposal.scheme == nullptr ? std::string() : proposal.scheme->name},
          {"evidence", evidence_json(proposal.evidence)},
          {"doubts", evidence_json(proposal.doubts)},
          {"others", std::move(others)}};
}

/// By whom, each once.
class Names {
 public:
  void add(const std::string& name) {
    if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
  }
  Json json() const { return names_; }

 private:
  std::vector<std::string> names_;
};

Json brought_json(const Desk& desk) {
  Json out = Json::array();
  for (const Brought& brought : desk.brought()) {
    Names decided;
    for (const auto& [key, taken] : brought.decisions) decided.add(taken.now.by);
    Names waived;
    std::size_t waivers = 0;
    for (const std::string& file : brought.waivers) {
      for (const model::Waiver& waiver : app::waivers_from_files(file, {}, desk.files()).waivers) {
        waived.add(waiver.by.text);
        ++waivers;
      }
    }
    if (brought.decisions.empty() && waivers == 0) continue;
    out.push_back({{"file", brought.file},
                   {"decisions", brought.decisions.size()},
                   {"decided_by", decided.json()},
                   {"waivers", waivers},
                   {"waived_by", waived.json()}});
  }
  return out;
}

std::size_t rows_of(const model::Scorecard& card) {
  std::size_t rows = 0;
  for (const model::Section& section : card.sections) rows += section.indicators.size();
  return rows;
}

}  // namespace

Json line_view(Desk& desk, std::size_t number) {
  const model::Scorecard& card = desk.table(number).card;
  const scoring::CardResult* result = desk.result_of(number);
  const bool scored = result != nullptr && result->scored;
  const model::Scheme* scheme = card.scheme.empty() ? nullptr : desk.schemes().find(card.scheme.text);
  const std::string file = card.place.source ? card.place.source->name : "";
  return {{"number", number},
          {"key", desk.key_of(number)},
          {"id", card.id},
          {"kind", card.kind == model::CardKind::department ? "department" : "project"},
          {"title", card.title.text},
          {"unit", card.unit_name.text},
          {"year", card.year ? Json(*card.year) : Json()},
          {"rows", rows_of(card)},
          {"file", file},
          {"place", place_on_page(card.place)},
          {"scheme", card.scheme.text},
          {"scheme_name", scheme == nullptr ? std::string() : scheme->name},
          {"proposal", scheme == nullptr ? proposal_json(desk.proposal_of(number)) : Json()},
          {"scored", scored},
          {"total", scored ? report::points_text(result->total, *result->scheme) : std::string()},
          {"grade", scored ? result->grade : std::string()},
          {"open_rows", scored ? result->undetermined : 0},
          {"blank_rows", scored ? blank_rows(*result) : 0},
          {"claimed", card.claimed_total ? report::plain(card.claimed_total->value) : std::string()}};
}

std::string average_text(const scoring::RollUp& sums) {
  if (!sums.average) return {};
  std::string average = report::plain(sums.average->low);
  if (!sums.average->exact()) average += "-" + report::plain(sums.average->high);
  return average;
}

std::string grades_text(const scoring::RollUp& sums) {
  std::string grades;
  for (const auto& [grade, count] : sums.grades)
    grades += fmt::format("{}{} {} 个", grades.empty() ? "" : "、", grade, count);
  return grades;
}

Json departments_view(const Desk& desk) {
  Json out = Json::array();
  for (const results::DepartmentScores& d : desk.scored().scores.departments) {
    const scoring::RollUp& sums = d.roll_up;
    out.push_back({{"name", d.name},
                   {"projects", sums.projects},
                   {"scored", sums.scored},
                   {"budget", report::plain(sums.budget)},
                   {"executed", report::plain(sums.executed)},
                   {"rate", report::plain(sums.rate)},
                   {"average", average_text(sums)},
                   {"grades", grades_text(sums)}});
  }
  return out;
}

Json desk_view(Desk& desk) {
  Json tables = Json::array();
  for (std::size_t i = 0; i < desk.tables(); ++i) tables.push_back(line_view(desk, i));
  Json passed = Json::array();
  for (const intake::PassedOver& p : desk.passed_over())
    passed.push_back({{"place", place_on_page(p.place)}, {"text", p.text}, {"why", p.why}});
  Json remarks = Json::array();
  // What scoring says of the whole: twice handed in, two own tables; schemes are spoken of in the lines themselves.
  for (const diag::Diagnostic& d : desk.scored().problems) {
    if (d.id != "C106" && d.id != "C113") remarks.push_back(message_json(d));
  }
  return {{"tables", std::move(tables)},      {"departments", departments_view(desk)},
          {"passed_over", std::move(passed)}, {"problems", messages_json(desk.problems())},
          {"remarks", std::move(remarks)},    {"brought", brought_json(desk)}};
}

Json schemes_view(Desk& desk) {
  Json out = Json::array();
  for (const model::Scheme* scheme : desk.schemes().all()) {
    if (!scheme->enabled) continue;
    out.push_back({{"id", scheme->id},
                   {"name", scheme->name},
                   {"form", scheme->form_name.text},
                   {"first_year", scheme->first_year},
                   {"last_year", scheme->last_year ? Json(*scheme->last_year) : Json()}});
  }
  return {{"schemes", std::move(out)}};
}

}  // namespace jiheng::web
