// Takes dials, ends and solutions. Gives the words for them. Decides nothing.
#include "engine/report/texts/curve_texts.h"

#include <fmt/format.h>

#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using base::Decimal;

std::string points(const Decimal& value, const results::CardSolve& solved) {
  return points_text(value, *solved.card->scheme);
}

/// A proportion of all, or a value of the one figure.
std::string solved_value_text(const results::CardSolve& solved, const Decimal& value) {
  const whatif::Solve& s = solved.solve;
  if (s.dials.size() == 1) return s.dials[0].with_unit(value);
  return fmt::format("{}{}%", value.sign() > 0 ? "+" : "", value.trimmed().to_string());
}

std::string end_in_words(const results::CardSolve& solved, const whatif::End& end) {
  const std::string value = solved_value_text(solved, end.at);
  if (!end.exact) return "约 " + value;
  return value + (end.closed ? "（含）" : "（不含）");
}

std::string stretch_text(const results::CardSolve& solved, const whatif::Solution& s) {
  const whatif::Solve& all = solved.solve;
  if (s.from_reach && s.to_reach)
    return fmt::format("从 {} 到 {}，处处如此", solved_value_text(solved, all.low),
                       solved_value_text(solved, all.high));
  if (s.to_reach)
    return fmt::format("{} 起，往上都是（找到 {} 为止）", end_in_words(solved, s.low),
                       solved_value_text(solved, all.high));
  if (s.from_reach)
    return fmt::format("{} 为止，往下都是（找到 {} 为止）", end_in_words(solved, s.high),
                       solved_value_text(solved, all.low));
  return fmt::format("{} 到 {}", end_in_words(solved, s.low), end_in_words(solved, s.high));
}

std::string reached_text(const results::CardSolve& solved, const whatif::Reached& reached) {
  return fmt::format("{} 得 {} 分", solved_value_text(solved, reached.value), points(reached.points, solved));
}

std::string neighbours_text(const results::CardSolve& solved) {
  const whatif::Solve& s = solved.solve;
  std::string text;
  for (const auto& beside : {s.below, s.above}) {
    if (beside) text += (text.empty() ? "" : "，") + reached_text(solved, *beside);
  }
  return text;
}

std::string none_text(const results::CardSolve& solved) {
  const whatif::Solve& s = solved.solve;
  const std::string wanted = points(s.wanted.points, solved);
  const std::string where =
      fmt::format("从 {} 到 {}", solved_value_text(solved, s.low), solved_value_text(solved, s.high));
  if (s.wanted.points > s.most.points)
    return fmt::format("到不了 {} 分：{}，最多 {} 分（{}）。", wanted, where, points(s.most.points, solved),
                       solved_value_text(solved, s.most.value));
  if (s.wanted.points < s.least.points)
    return fmt::format("不会低到 {} 分：{}，最少 {} 分（{}）。", wanted, where,
                       points(s.least.points, solved), solved_value_text(solved, s.least.value));
  return fmt::format("没有正好 {} 分的值：分数在这里是跳过去的，{}。", wanted, neighbours_text(solved));
}

}  // namespace

std::string card_title(const scoring::CardResult& card) {
  const bool department = card.card->kind == model::CardKind::department;
  return fmt::format("{} {}", card.card->id,
                     department ? card.card->unit_name.text + " 部门整体" : card.card->title.text);
}

std::string name_with_unit(const whatif::Dial& dial) {
  return dial.unit().empty() ? dial.name() : fmt::format("{}（{}）", dial.name(), dial.unit());
}

std::string end_text(const whatif::Dial& dial, const whatif::End& end) {
  if (!end.exact) return "约 " + dial.with_unit(end.at);
  return dial.with_unit(end.at) + (end.closed ? "（含）" : "（不含）");
}

std::string place_text(const whatif::Dial& dial, const whatif::End& end) {
  const std::string value = dial.with_unit(end.at);
  if (!end.exact) return "约在 " + value;
  return end.closed ? "从 " + value + " 起" : "过 " + value + " 以后";
}

std::string wanted_name(const results::CardSolve& solved) {
  if (!solved.solve.wanted.row) return "总分";
  const scoring::IndicatorResult& row = solved.card->indicators[*solved.solve.wanted.row];
  return indicator_of(row, *solved.card).name.text + " 的得分";
}

std::string change_text(const std::optional<scoring::Points>& change, const model::Scheme& scheme) {
  if (!change) return "—";
  const auto one = [&](const Decimal& value) {
    return (value.sign() > 0 ? "+" : "") + points_text(value, scheme);
  };
  return change->exact() ? one(change->low) : one(change->low) + "…" + one(change->high);
}

std::string near_text(const whatif::Dial& dial, const std::optional<whatif::NearKink>& kink) {
  if (!kink) return "—";
  const std::string distance =
      dial.is_day() ? kink->distance.to_string() + "天" : kink->distance.trimmed().to_string() + dial.unit();
  return fmt::format("{}{}（{}）", kink->kink.end.exact ? "" : "约 ", distance, kink->kink.what);
}

std::string why_of(const results::CardSolve& solved) {
  const whatif::Solve& s = solved.solve;
  std::string text = s.open ? "分数有待核，是一个区间，这里按低端算。" : "";
  if (s.solutions.empty()) return text + none_text(solved);
  const whatif::Solution& best = s.solutions.front();
  const int places = s.dials[0].is_day() ? 0 : s.dials.size() == 1 ? s.dials[0].places() : 2;
  const std::string wanted = points(s.wanted.points, solved);
  const whatif::Solution* printed = nullptr;
  for (const whatif::Solution& one : s.solutions) {
    if (printed == nullptr && one.nearest) printed = &one;
  }
  if (printed == nullptr) {
    text += fmt::format("正好 {} 分要在 {} 之间，表上写 {} 位小数的数做不到：{}。", wanted,
                        stretch_text(solved, best), places, neighbours_text(solved));
    return text;
  }
  text += s.dials.size() == 1
              ? fmt::format("{} 是 {} 时，{}正好 {} 分", s.dials[0].name(),
                            solved_value_text(solved, *printed->nearest), wanted_name(solved), wanted)
              : fmt::format("同一比例变动 {} 时，{}正好 {} 分", solved_value_text(solved, *printed->nearest),
                            wanted_name(solved), wanted);
  text += fmt::format("（现在 {} 分）。分数四舍五入到 {} 位，{}。", points(s.now, solved),
                      solved.card->scheme->rounding.places, stretch_text(solved, *printed));
  if (s.dials.size() == 1 && *printed->least != *printed->greatest && !printed->from_reach)
    text += fmt::format("表上写 {} 位小数，其中最小的是 {}。", places,
                        solved_value_text(solved, *printed->least));
  return text;
}

}  // namespace jiheng::report
