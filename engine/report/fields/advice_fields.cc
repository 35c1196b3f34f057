// Takes an advice, gives the list of what is shown of it.
#include "engine/report/fields/advice_fields.h"

#include "engine/base/text.h"
#include "engine/report/texts/advice_texts.h"

namespace jiheng::report {
namespace {

using base::Json;
using base::text_or_null;
using base::trimmed;
using whatif::Advice;

Json number(const std::optional<base::Decimal>& value) {
  return value ? Json(value->trimmed().to_string()) : Json();
}

Json history_json(const whatif::AdviceYear& year) {
  return {{"year", year.year},
          {"target", text_or_null(year.target)},
          {"actual", text_or_null(year.actual)},
          {"match", year.match},
          {"similarity", number(year.similarity)},
          {"card", year.card == nullptr ? Json() : Json(year.card->id)},
          {"indicator", year.row == nullptr ? Json() : Json(year.row->name.text)},
          {"value", number(year.value)}};
}

Json history_json(const whatif::Repeated& repeated) {
  const bool exact = repeated.points && repeated.points->exact();
  return {{"status", target::to_string(repeated.status)},
          {"score", exact ? Json(repeated.points->low.to_string()) : Json()},
          {"score_low", repeated.points ? Json(repeated.points->low.to_string()) : Json()},
          {"score_high", repeated.points ? Json(repeated.points->high.to_string()) : Json()},
          {"full_marks", number(repeated.full_marks)},
          {"marks_of_earlier_year", repeated.marks_of_earlier_year},
          {"why", repeated.why}};
}

Json history(const Advice& a) {
  Json json = Json::array();
  for (const whatif::AdviceYear& year : a.history) json.push_back(history_json(year));
  return json;
}

Json proposals(const Advice& a) {
  Json json = Json::array();
  for (const whatif::Proposal& p : a.proposals)
    json.push_back({{"method", p.method}, {"target", p.target}, {"basis", p.basis}});
  return json;
}

Json proposal(const Advice& a) { return a.proposals.empty() ? Json() : Json(a.proposals.front().target); }

Json basis(const Advice& a) {
  return a.proposals.empty() ? Json(a.no_proposal)
                             : Json(a.proposals.front().method + "：" + a.proposals.front().basis);
}

constexpr Field<Advice> kAdviceFields[] = {
    {"card", [](const Advice& a) { return Json(a.card->id); }, "表",
     [](const Advice& a) { return Cell{table_text(a)}; }, 2},
    {"title", [](const Advice& a) { return Json(a.card->title.text); }, "", nullptr},
    {"section", [](const Advice& a) { return text_or_null(a.section->title.text); }, "年度目标", nullptr, 3},
    {"indicator", [](const Advice& a) { return Json(a.row->name.text); }, "指标",
     [](const Advice& a) { return Cell{std::string(trimmed(a.row->name.text))}; }, 4},
    {"target", [](const Advice& a) { return Json(a.row->target.text); }, "本年目标",
     [](const Advice& a) { return Cell{std::string(trimmed(a.row->target.text))}; }, 5},
    {"history", history, "以前：目标→完成", [](const Advice& a) { return Cell{history_text(a)}; }, 6},
    {"undecided", [](const Advice& a) { return Json(a.undecided); }, "", nullptr},
    {"ratio", [](const Advice& a) { return number(a.ratio); }, "占完成值",
     [](const Advice& a) { return Cell{percent_text(a.ratio)}; }, 7},
    {"growth", [](const Advice& a) { return number(a.growth); }, "", nullptr},
    {"judgement", [](const Advice& a) { return Json(audit::to_chinese(a.judgement)); }, "判断",
     [](const Advice& a) {
       return Cell{std::string(audit::to_chinese(a.judgement)), mark_of(a)};
     },
     1},
    {"other_measure", [](const Advice& a) { return Json(a.other_measure); }, "", nullptr},
    {"why", [](const Advice& a) { return Json(a.why); }, "说明", nullptr, 8},
    {"proposal", proposal, "建议目标", [](const Advice& a) { return Cell{proposal_text(a)}; }, 10},
    {"basis", basis, "", nullptr},
    {"proposals", proposals, "其他建议", [](const Advice& a) { return Cell{proposals_text(a)}; }, 11},
    {"repeated", [](const Advice& a) { return a.repeated ? history_json(*a.repeated) : Json(); },
     "照上年再做一年", [](const Advice& a) { return Cell{repeated_text(a)}; }, 12},
    {"", nullptr, "对应", [](const Advice& a) { return Cell{matches_text(a)}; }, 9},
};

}  // namespace

std::span<const Field<Advice>> advice_fields() { return kAdviceFields; }

}  // namespace jiheng::report
