// Takes readings of scoring standards, gives a section a text: clauses, needs, what is open, points. Leaves reading to standard.
#include <fmt/format.h>

#include "engine/diag/catalogue.h"
#include "engine/report/pages/reading_pages.h"

namespace jiheng::report {
namespace {

std::string_view need_words(standard::NeedType type) {
  switch (type) {
    case standard::NeedType::number:
      return "数";
    case standard::NeedType::count:
      return "个数";
    case standard::NeedType::yesno:
      return "是或否";
    case standard::NeedType::choice:
      break;
  }
  return "选一项";
}

std::string piece_text(const results::StandardReading& reading, const base::Span& span) {
  return span.offset + span.length <= reading.text.size() ? reading.text.substr(span.offset, span.length)
                                                          : std::string();
}

Table clause_table(const results::StandardReading& reading) {
  Table table;
  table.columns = {{"条款", Align::left, true}, {"当"}, {"得分"}, {"原文"}};
  for (const standard::ClauseText& c : standard::clauses(reading.standard)) {
    Row row;
    row.cells = {{c.id}, {c.when.empty() ? "总是" : c.when}, {c.points}, {piece_text(reading, c.span)}};
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table point_table(const results::StandardReading& reading) {
  Table table;
  table.columns = {{"完成"}, {"得分", Align::left, true}};
  for (const results::PointsAt& p : reading.points) {
    Row row;
    if (!p.points) {
      row.cells = {{p.at}, {"不能算", Mark::unsure}};
    } else if (p.points->low == p.points->high) {
      row.cells = {{p.at}, {p.points->low.to_string()}};
    } else {
      row.cells = {
          {p.at},
          {fmt::format("{} 至 {}", p.points->low.to_string(), p.points->high.to_string()), Mark::unsure}};
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Report report_from_standards(std::span<const results::StandardReading> readings) {
  Report report;
  for (const results::StandardReading& reading : readings) {
    const standard::Standard& s = reading.standard;
    report.blocks.emplace_back(Heading{2, reading.text});
    std::string line =
        fmt::format("样子：{}。把握：{}。", standard::in_words(s.shape), s.sure ? "确定" : "存疑");
    std::string needs;
    for (const standard::Need& need : s.needs) {
      needs += fmt::format("{}{}（{}{}）", needs.empty() ? "" : "、", need.name, need_words(need.type),
                           need.unit.empty() ? "" : "，" + need.unit);
    }
    if (!needs.empty()) line += fmt::format("要知道：{}。", needs);
    report.blocks.emplace_back(Paragraph{line});
    if (s.computable || !s.beyond.empty()) report.blocks.emplace_back(clause_table(reading));
    for (const standard::Open& o : s.open) {
      std::string all;
      for (const std::string& r : o.readings) all += (all.empty() ? "" : "；") + r;
      report.blocks.emplace_back(
          Paragraph{fmt::format("没有说死：“{}”——{}", piece_text(reading, o.span), all), Mark::unsure});
    }
    if (!reading.points.empty()) report.blocks.emplace_back(point_table(reading));
    for (const standard::Problem& p : s.problems) {
      if (p.id == "T402") continue;  // said above, with its readings
      report.blocks.emplace_back(Paragraph{fmt::format("{} {}", p.id, p.message), Mark::bad});
    }
  }
  return report;
}

}  // namespace jiheng::report
