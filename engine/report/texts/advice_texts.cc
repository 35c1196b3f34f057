// Takes an advice, gives the sentences about it.
#include "engine/report/texts/advice_texts.h"

#include <fmt/format.h>

#include "engine/base/text.h"

namespace jiheng::report {

using audit::Demand;
using base::trimmed;
using whatif::Advice;
using whatif::AdviceYear;

namespace {

/// "2023 年 500 份→4824 份"; "2022 年 103例".
std::string year_text(const AdviceYear& y) {
  const std::string actual(y.actual.empty() ? "（没有完成值）" : trimmed(y.actual));
  return y.target.empty() ? fmt::format("{} 年 {}", y.year, actual)
                          : fmt::format("{} 年 {}→{}", y.year, trimmed(y.target), actual);
}

}  // namespace

std::string table_text(const Advice& a) {
  const model::Scorecard& card = *a.card;
  const std::string title(trimmed(card.title.text));
  return title.empty() || title == card.id ? card.id : card.id + " " + title;
}

Mark mark_of(const Advice& a) {
  switch (a.judgement) {
    case Demand::much_too_low:
      return Mark::bad;
    case Demand::too_low:
    case Demand::too_high:
      return Mark::unsure;
    case Demand::ordinary:
      return Mark::good;
    case Demand::incomparable:
      break;
  }
  return Mark::muted;
}

std::string history_text(const Advice& a) {
  std::string text;
  for (const AdviceYear& y : a.history) text += (text.empty() ? "" : "；") + year_text(y);
  return text;
}

std::string matches_text(const Advice& a) {
  std::string text;
  for (const AdviceYear& y : a.history) {
    text += text.empty() ? "" : "；";
    text += y.row == nullptr
                ? fmt::format("{} 年：{}", y.year, y.match)
                : fmt::format("{} 年：{}“{}”，{}", y.year, y.card->id, trimmed(y.row->name.text), y.match);
  }
  for (const std::string& one : a.undecided) text += (text.empty() ? "" : "；") + one;
  return text;
}

std::string proposal_text(const Advice& a) {
  return a.proposals.empty() ? a.no_proposal : a.proposals.front().target;
}

std::string proposals_text(const Advice& a) {
  std::string text;
  for (const whatif::Proposal& p : a.proposals)
    text += fmt::format("{}{} {}（{}）", text.empty() ? "" : "；", p.method, p.target, p.basis);
  return text;
}

std::string repeated_text(const Advice& a) {
  if (!a.repeated) return "";
  const whatif::Repeated& r = *a.repeated;
  std::string status(target::to_chinese(r.status));
  if (!r.points || !r.full_marks) return status;
  const std::string points =
      r.points->exact() ? r.points->low.to_string()
                        : fmt::format("{}—{}", r.points->low.to_string(), r.points->high.to_string());
  return fmt::format("{}，{}/{} 分{}", status, points, r.full_marks->trimmed().to_string(),
                     r.marks_of_earlier_year ? "（分值照上年）" : "");
}

std::string percent_text(const std::optional<base::Decimal>& value) {
  return value ? value->to_string() + "%" : "";
}

}  // namespace jiheng::report
