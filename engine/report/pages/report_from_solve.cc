// Takes a solution. Gives the answer in a sentence, every stretch of values as a table.
#include <fmt/format.h>

#include "engine/report/pages/whatif_pages.h"
#include "engine/report/texts/curve_texts.h"
#include "engine/report/texts/score_texts.h"
#include "engine/results/whatif_curves.h"

namespace jiheng::report {
namespace {

using base::Decimal;

std::string shown_on_dial(const whatif::Solve& s, const Decimal& value) {
  return s.dials.size() == 1 ? s.dials[0].shown(value) : value.trimmed().to_string();
}

std::string shown_on_dial(const whatif::Solve& s, const std::optional<Decimal>& value) {
  return value ? shown_on_dial(s, *value) : std::string();
}

Table stretches_table(const whatif::Solve& s) {
  Table table;
  table.columns = {{"从", Align::right, true},
                   {"到", Align::right, true},
                   {"表上能写的最小", Align::right, true},
                   {"表上能写的最大", Align::right, true},
                   {"离现在最近", Align::right, true}};
  const auto end = [&](const whatif::End& e, bool beyond) {
    return fmt::format("{}{}{}", e.exact ? "" : "约 ", shown_on_dial(s, e.at),
                       beyond     ? "（找到这里）"
                       : e.closed ? "（含）"
                                  : "（不含）");
  };
  for (const whatif::Solution& one : s.solutions) {
    table.rows.push_back({{{end(one.low, one.from_reach)},
                           {end(one.high, one.to_reach)},
                           {shown_on_dial(s, one.least)},
                           {shown_on_dial(s, one.greatest)},
                           {shown_on_dial(s, one.nearest), Mark::strong}},
                          {}});
  }
  return table;
}

void put_together(Report& report, const results::CardSolve& solved) {
  const whatif::Solve& s = solved.solve;
  put_paragraph(report,
                "同一比例：多些好的数乘以 1+比例，少些好的数乘以 1−比例；目标反过来，放宽是 ≥ 的减小、≤ "
                "的增大。取绝对值最小的比例。",
                Mark::muted);
  if (s.setting.empty()) return;
  Table table;
  table.columns = {{"数"},
                   {"现在", Align::right, true},
                   {"按比例", Align::right, true},
                   {"表上能写的", Align::right, true}};
  for (std::size_t d = 0; d < s.dials.size(); ++d) {
    const whatif::Dial& dial = s.dials[d];
    table.rows.push_back({{{name_with_unit(dial)},
                           {dial.shown(*dial.present())},
                           {dial.shown(s.setting[d])},
                           {dial.shown(s.printed[d])}},
                          {}});
  }
  report.blocks.push_back(std::move(table));
  put_paragraph(report,
                fmt::format("按表上的小数位数取整（离现在更远的一边）以后，{} {} 分。", wanted_name(solved),
                            points_text(*s.printed_points, *solved.card->scheme)));
}

}  // namespace

Report report_from_solve(const results::CardSolve& solved) {
  const whatif::Solve& s = solved.solve;
  Report report;
  report.blocks.push_back(
      Heading{1, fmt::format("反推 {}：{} {} 分", card_title(*solved.card), wanted_name(solved),
                             points_text(s.wanted.points, *solved.card->scheme))});
  put_paragraph(report, why_of(solved), s.solutions.empty() ? Mark::unsure : Mark::strong);
  if (!s.complete) put_paragraph(report, "拐点太多，没有全部找到。", Mark::unsure);
  if (s.dials.size() > 1) put_together(report, solved);
  if (!s.solutions.empty()) {
    report.blocks.push_back(Heading{
        2, s.dials.size() == 1 ? name_with_unit(s.dials[0]) + "可以是" : std::string("比例（%）可以是")});
    report.blocks.push_back(stretches_table(s));
    put_paragraph(report,
                  fmt::format("在 {} 到 {} 之间找的，两端精确到 {}。", shown_on_dial(s, s.low),
                              shown_on_dial(s, s.high),
                              s.dials.size() == 1 && s.dials[0].is_day() ? "天" : s.precision.to_string()),
                  Mark::muted);
  }
  return report;
}

Report rows_from_solve(const results::CardSolve& solved) {
  const whatif::Solve& s = solved.solve;
  Table table;
  table.columns = {{"表"}, {"想要的"}, {"分数"}, {"数"},   {"从"},  {"含从"},
                   {"到"}, {"含到"},   {"最小"}, {"最大"}, {"最近"}};
  std::string names;
  for (const whatif::Dial& dial : s.dials) names += (names.empty() ? "" : "、") + dial.name();
  for (const whatif::Solution& one : s.solutions) {
    table.rows.push_back({{{solved.card->card->id},
                           {wanted_name(solved)},
                           {s.wanted.points.to_string()},
                           {names},
                           {one.from_reach ? "" : shown_on_dial(s, one.low.at)},
                           {one.low.closed ? "是" : "否"},
                           {one.to_reach ? "" : shown_on_dial(s, one.high.at)},
                           {one.high.closed ? "是" : "否"},
                           {shown_on_dial(s, one.least)},
                           {shown_on_dial(s, one.greatest)},
                           {shown_on_dial(s, one.nearest)}},
                          {}});
  }
  Report report;
  report.blocks.push_back(std::move(table));
  return report;
}

}  // namespace jiheng::report
