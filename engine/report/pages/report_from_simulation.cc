// Takes a simulation, gives the report people read and the flat table of the same. Says how the draws were made, so that
// they can be made again.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "engine/report/charts/table_from_chart.h"
#include "engine/report/pages/whatif_pages.h"
#include "engine/report/texts/score_texts.h"
#include "engine/report/texts/simulation_texts.h"

namespace jiheng::report {
namespace {

using base::Decimal;
using whatif::CardSimulation;

constexpr std::size_t kMostCells = 44;  ///< display columns of a name in a terminal

Decimal share_of(const Decimal& percent) { return Decimal::of(percent.coefficient(), percent.places() + 2); }

std::string how_drawn(const results::Simulated& face) {
  const whatif::SimulationOptions& options = face.simulation.options;
  return fmt::format(
      "抽样 {} 次，种子 {}（同一种子结果相同）；{} 个值不确定，各自独立，每个可能的值机会相等，其余不变。",
      options.draws, options.seed, face.uncertain.uncertain);
}

void put_head(Report& report, const results::Simulated& face) {
  report.blocks.push_back(Paragraph{how_drawn(face), Mark::muted});
  const whatif::UncertainCards& u = face.uncertain;
  if (!u.all || u.too_small + u.no_number == 0) return;
  std::string text = "“全部”里不动的：";
  if (u.no_number > 0) text += fmt::format("{} 项没有可以上下的数（文字、日期、区间、空白）", u.no_number);
  if (u.no_number > 0 && u.too_small > 0) text += "，";
  if (u.too_small > 0) text += fmt::format("{} 项上下这么多还是同一个印出的数", u.too_small);
  report.blocks.push_back(Paragraph{text + "。", Mark::muted});
}

std::string total_text(const CardSimulation& card) {
  if (!card.total) return "未填";
  const std::string grade = card.grade.empty() ? "" : " " + card.grade;
  return points_text(*card.total, *card.scheme) + grade;
}

void put_card_line(Report& report, const CardSimulation& card) {
  std::string text = fmt::format("方案：{}；各值不变时的总分：{}", card.scheme->id, total_text(card));
  if (!card.exact) text += "；有待核的指标，总分是一个区间，下面各数依次是低端和高端";
  report.blocks.push_back(Paragraph{text + "。", Mark::muted});
}

Table simulated_totals(const CardSimulation& card) {
  Table table;
  table.columns = {{"总分", Align::left, false, 0, true}};
  Row row;
  row.cells = {{"分"}};
  const auto put = [&](std::string title, std::string text, Mark mark = Mark::plain) {
    table.columns.push_back({std::move(title), Align::right, true});
    row.cells.push_back({std::move(text), mark});
  };
  put("平均", both_text(card.low.mean, card.high.mean), Mark::strong);
  put("标准差", both_text(card.low.standard_deviation, card.high.standard_deviation));
  put("最低", quantile_text(card, 0));
  put("5%", quantile_text(card, 5));
  put("25%", quantile_text(card, 25));
  put("中位", quantile_text(card, 50), Mark::strong);
  put("75%", quantile_text(card, 75));
  put("95%", quantile_text(card, 95));
  put("最高", quantile_text(card, 100));
  table.rows.push_back(std::move(row));
  return table;
}

/// "优的机会 97.31%": the scheme's top grade; empty where it has none.
std::string top_chance(const CardSimulation& card) {
  if (card.grades.empty()) return "";
  return chance_text(card.grades.front().low, card.grades.front().high, card.low.draws);
}

void put_grades(Report& report, const CardSimulation& card) {
  if (card.grades.empty()) return;
  const whatif::GradeChance& top = card.grades.front();
  const Decimal error = std::max(whatif::sampling_error(top.low, card.low.draws),
                                 whatif::sampling_error(top.high, card.high.draws));
  report.blocks.push_back(Heading{2, "等级"});
  report.blocks.push_back(Paragraph{fmt::format("得“{}”的机会 {}（抽样误差 ±{} 个百分点，把握 95%）。",
                                                top.name, top_chance(card), error.to_string()),
                                    Mark::strong});
  Table table;
  table.columns = {
      {"等级", Align::left, false, 0, true}, {"次数", Align::right, true}, {"机会", Align::right, true}};
  for (const whatif::GradeChance& g : card.grades) {
    const std::string chance = chance_text(g.low, g.high, card.low.draws);
    const std::string times = g.low == g.high
                                  ? std::to_string(g.low)
                                  : fmt::format("{}-{}", std::min(g.low, g.high), std::max(g.low, g.high));
    table.rows.push_back(
        {{{g.name},
          {times},
          {chance, Mark::plain,
           Bar{share_of(whatif::percent_of(std::min(g.low, g.high), card.low.draws)), "", {}}}},
         {}});
  }
  report.blocks.push_back(std::move(table));
}

/// `card` is nullptr for the average of several.
void put_histogram(Report& report, const whatif::Distribution& distribution, const std::string& which,
                   const CardSimulation* card) {
  const whatif::Bin& first = distribution.bins.front();
  const whatif::Bin& last = distribution.bins.back();
  Histogram chart;
  chart.title = "抽到各段总分的次数" + which;
  chart.note = fmt::format("{} 次抽样，每一段含左端，不含右端，最后一段两端都含。", distribution.draws);
  chart.x = {"总分", "分"};
  chart.y = {"次数", "次"};
  chart.y.whole = true;
  for (const whatif::Bin& bin : distribution.bins)
    chart.bins.push_back({bin.from, bin.to, Decimal(static_cast<std::int64_t>(bin.count))});
  const auto mark = [&](const Decimal& at, std::string label) {
    if (at >= first.from && at <= last.to) chart.marks.push_back({at, std::move(label)});
  };
  if (card != nullptr && card->total && card->total->exact())
    mark(card->total->low, "各值不变时 " + card->total->low.to_string());
  if (card != nullptr) {
    for (const model::Grade& g : card->scheme->grades)
      mark(g.from, fmt::format("{} 分起为{}", plain(g.from), g.name));
  }
  report.blocks.push_back(Heading{2, "总分的分布" + which});
  report.blocks.push_back(Paragraph{chart.note, Mark::muted});
  put_with_table(report, std::move(chart));
}

void put_drivers(Report& report, const CardSimulation& card) {
  report.blocks.push_back(Heading{2, "哪些指标左右总分"});
  if (card.drivers.empty()) {
    report.blocks.push_back(Paragraph{"没有得分会变的指标。", Mark::muted});
    return;
  }
  report.blocks.push_back(
      Paragraph{"方差占比：这一项得分的方差 ÷ "
                "各项得分方差之和（各项独立，总分取整和封顶以前），由全部可能的值算出，不靠抽样。",
                Mark::muted});
  Table table;
  table.columns = {{"指标", Align::left, false, kMostCells, true},
                   {"可能的完成值"},
                   {"分值", Align::right, true},
                   {"得分", Align::right, true},
                   {"平均", Align::right, true},
                   {"满分机会", Align::right, true},
                   {"方差占比", Align::right, true}};
  for (const whatif::Driver& d : card.drivers) {
    table.rows.push_back({{{name_of(d, card)},
                           {d.how},
                           {plain(d.full_marks)},
                           {both_text(d.least, d.most)},
                           {d.mean.to_string()},
                           {d.full_chance.to_string() + "%"},
                           {d.share.to_string() + "%", Mark::plain, Bar{share_of(d.share), "", {}}}},
                          {}});
  }
  report.blocks.push_back(std::move(table));
}

void put_simulated_card(Report& report, const CardSimulation& card) {
  put_card_line(report, card);
  if (!card.scored) {
    report.blocks.push_back(Paragraph{"这张表没有完成值，没有总分。", Mark::unsure});
    return;
  }
  report.blocks.push_back(simulated_totals(card));
  put_grades(report, card);
  put_histogram(report, card.low, card.exact ? "" : "（低端）", &card);
  if (!card.exact) put_histogram(report, card.high, "（高端）", &card);
  put_drivers(report, card);
}

/// "左右总分：项目成本控制 46.74%，…": the first few that do.
std::string main_drivers(const CardSimulation& card) {
  constexpr std::size_t kMost = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(kMost, card.drivers.size()); ++i) {
    const whatif::Driver& d = card.drivers[i];
    if (d.share.sign() <= 0) break;
    text += fmt::format("{}{} {}%", text.empty() ? "左右总分（方差占比）：" : "，", name_of(d, card),
                        d.share.to_string());
  }
  return text.empty() ? "总分不变" : text;
}

Table cards_table(const results::Simulated& face) {
  Table table;
  table.columns = {{"编号", Align::left, true},    {"名称", Align::left, false, kMostCells, true},
                   {"不变时", Align::right, true}, {"平均", Align::right, true},
                   {"5%", Align::right, true},     {"中位", Align::right, true},
                   {"95%", Align::right, true},    {"最好等级的机会", Align::right, true}};
  for (const CardSimulation& card : face.simulation.cards) {
    Row row;
    row.cells = {{card.card->id}, {card.card->title.text}, {total_text(card)}};
    if (card.scored) {
      for (const std::string& text : {both_text(card.low.mean, card.high.mean), quantile_text(card, 5),
                                      quantile_text(card, 50), quantile_text(card, 95)}) {
        row.cells.push_back({text});
      }
      row.cells.push_back({card.grades.empty() ? "" : card.grades.front().name + " " + top_chance(card)});
      row.notes.push_back({main_drivers(card), Mark::muted});
    }
    row.cells.resize(table.columns.size());
    table.rows.push_back(std::move(row));
  }
  return table;
}

void put_simulated_average(Report& report, const whatif::AverageSimulation& average) {
  report.blocks.push_back(Heading{2, "项目总分按金额加权的平均"});
  report.blocks.push_back(
      Paragraph{fmt::format("{} 个项目：平均 {}，标准差 {}，5% {}，中位 {}，95% {}。", average.projects,
                            both_text(average.low.mean, average.high.mean),
                            both_text(average.low.standard_deviation, average.high.standard_deviation),
                            both_text(quantile_of(average.low, 5), quantile_of(average.high, 5)),
                            both_text(quantile_of(average.low, 50), quantile_of(average.high, 50)),
                            both_text(quantile_of(average.low, 95), quantile_of(average.high, 95)))});
}

/// Lines of the flat table.
class FlatRows {
 public:
  FlatRows() {
    for (const char* title : {"编号", "名称", "行", "指标、等级或区间", "分值", "最低", "5%", "25%", "中位",
                              "75%", "95%", "最高", "平均", "标准差", "次数", "占%", "可能的完成值"}) {
      table_.columns.push_back({title});
    }
  }
  void put(const CardSimulation& card, const std::string& kind, const std::string& name,
           const std::vector<std::string>& figures) {
    Row row;
    row.cells = {{card.card->id}, {card.card->title.text}, {kind}, {name}};
    for (const std::string& text : figures) row.cells.push_back({text});
    row.cells.resize(table_.columns.size());
    table_.rows.push_back(std::move(row));
  }
  void put(const CardSimulation& card, const whatif::Distribution& d, const std::string& end) {
    std::vector<std::string> figures = {""};
    for (const whatif::Quantile& q : d.quantiles) figures.push_back(q.value.to_string());
    figures.insert(figures.end(),
                   {d.mean.to_string(), d.standard_deviation.to_string(), std::to_string(d.draws)});
    put(card, "总分", end, figures);
    for (const whatif::Bin& bin : d.bins) {
      put(card, "分布", end,
          {"", bin.from.to_string(), "", "", "", "", "", bin.to.to_string(), "", "",
           std::to_string(bin.count), whatif::percent_of(bin.count, d.draws).to_string()});
    }
    for (const whatif::GradeChance& g : card.grades) {
      const std::uint64_t count = &d == &card.low ? g.low : g.high;
      put(card, "等级" + end, g.name,
          {"", "", "", "", "", "", "", "", "", "", std::to_string(count),
           whatif::percent_of(count, d.draws).to_string()});
    }
  }
  Table take() { return std::move(table_); }

 private:
  Table table_;
};

}  // namespace

Report report_from_simulation(const results::Simulated& face) {
  Report report;
  const auto& cards = face.simulation.cards;
  const bool one = cards.size() == 1;
  report.blocks.push_back(Heading{1, one ? "抽样：" + title_of(cards.front()) : "抽样"});
  put_head(report, face);
  if (one) {
    put_simulated_card(report, cards.front());
    return report;
  }
  report.blocks.push_back(cards_table(face));
  if (face.simulation.average) {
    put_simulated_average(report, *face.simulation.average);
    const bool exact = face.simulation.average->low.counts == face.simulation.average->high.counts;
    put_histogram(report, face.simulation.average->low, exact ? "（加权平均）" : "（加权平均，低端）",
                  nullptr);
  }
  return report;
}

Report rows_from_simulation(const results::Simulated& face) {
  FlatRows rows;
  for (const CardSimulation& card : face.simulation.cards) {
    if (!card.scored) continue;
    rows.put(card, card.low, card.exact ? "" : "低端");
    if (!card.exact) rows.put(card, card.high, "高端");
    for (const whatif::Driver& d : card.drivers) {
      rows.put(card, "指标", path_of(d, card),
               {plain(d.full_marks), d.least.to_string(), "", "", "", "", "", d.most.to_string(),
                d.mean.to_string(), "", "", d.share.to_string(), d.how});
    }
  }
  return {{rows.take()}};
}

}  // namespace jiheng::report
