// Takes one scheme, gives it in words. Formulas stand as written in its file.
#include "engine/report/pages/report_from_scheme.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/report/texts/figures.h"

namespace jiheng::report {
namespace {

std::string percent(const base::Decimal& share) { return plain(share * 100) + "%"; }

std::string source_in_words(const model::SourceNote& source) {
  std::string out = source.document;
  for (const std::string* piece : {&source.paragraph, &source.remark}) {
    if (!piece->empty()) out += (out.empty() ? "" : "，") + *piece;
  }
  if (!source.status.empty()) out += fmt::format("（{}）", source.status);
  return out;
}

std::string applies_in_words(const model::Applies& applies) {
  std::string out;
  const auto put = [&out](std::string_view what, const std::vector<std::string>& words) {
    if (!words.empty())
      out += fmt::format("{}{}为 {}", out.empty() ? "" : "，", what, fmt::join(words, "、"));
  };
  put("一级指标", applies.level1);
  put("二级指标", applies.level2);
  put("三级指标", applies.names);
  return out;
}

struct PointsInWords {
  std::vector<std::string> operator()(const model::ByFormula& by) const {
    return {"得分 = " + by.points.text()};
  }
  std::vector<std::string> operator()(const model::BySteps& by) const {
    std::vector<std::string> lines = {fmt::format("按 {} 分档：", by.by.text())};
    for (const auto& [interval, points] : by.steps)
      lines.push_back(fmt::format("{}：{}", interval.text, points.text()));
    return lines;
  }
  std::vector<std::string> operator()(const model::ByDeduction& by) const {
    using Part = model::ByDeduction::Part;
    const std::string_view part = by.part == Part::started ? "不足一档按一档"
                                  : by.part == Part::whole ? "不足一档不计"
                                                           : "按比例";
    return {fmt::format("{} 每 {} 扣 {} 分（{}），扣到 {} 分为止", by.by.text(), plain(by.each),
                        plain(by.points), part, plain(by.floor))};
  }
  std::vector<std::string> operator()(const model::ByConditions& by) const {
    std::vector<std::string> lines = {"各子项为“是”的分数相加："};
    for (const auto& [name, points] : by.items) lines.push_back(fmt::format("{}：{}", name, points.text()));
    return lines;
  }
  std::vector<std::string> operator()(const model::ByTiers& by) const {
    std::vector<std::string> lines = {"按档次，在档内取点（评定）："};
    for (const model::Tier& tier : by.tiers) {
      lines.push_back(fmt::format("{}：{}{}，{}{}", tier.name, tier.low_closed ? "[" : "(", percent(tier.low),
                                  percent(tier.high), tier.high_closed ? "]" : ")"));
    }
    return lines;
  }
  std::vector<std::string> operator()(const model::ByCutPoints& by) const {
    std::vector<std::string> lines = {"按表上写明的档点，达到哪一档得："};
    for (const auto& [name, share] : by.shares)
      lines.push_back(fmt::format("{}：分值的 {}", name, percent(share)));
    return lines;
  }
  std::vector<std::string> operator()(const model::ByStandard&) const {
    return {"按本行印着的评分标准计分；没有评分标准的行看后面的条款。"};
  }
};

bool in_one_file(const base::Place& a, const base::Place& b) {
  return a.source && b.source && a.source->name == b.source->name;
}

void put_clause(Report& report, const model::Clause& clause) {
  put_paragraph(report, fmt::format("{} {}", clause.id, clause.name), Mark::strong);
  const std::string rows = applies_in_words(clause.applies);
  if (!rows.empty()) put_paragraph(report, "适用：" + rows, Mark::plain, 4);
  if (clause.when) put_paragraph(report, "当：" + clause.when->text(), Mark::plain, 4);
  if (clause.precondition)
    put_paragraph(report, fmt::format("前提：{}；答“否”得 0 分", *clause.precondition), Mark::plain, 4);
  for (const std::string& line : std::visit(PointsInWords{}, clause.points))
    put_paragraph(report, line, Mark::plain, 4);
  if (clause.must_explain) put_paragraph(report, "须说明偏差原因", Mark::plain, 4);
  const std::string source = source_in_words(clause.source);
  if (!source.empty()) put_paragraph(report, "出处：" + source, Mark::muted, 4);
}

void put_weights(Report& report, std::string_view title, const std::vector<model::Weight>& weights) {
  if (weights.empty()) return;
  Table table;
  table.columns = {{std::string(title)}, {"分值", Align::right, true}};
  for (const model::Weight& weight : weights) {
    const std::string level = weight.level2.empty() ? weight.level1 : weight.level1 + " " + weight.level2;
    table.rows.push_back({{{level}, {plain(weight.points)}}, {}});
  }
  report.blocks.push_back(std::move(table));
}

}  // namespace

Report report_from_scheme(const model::Scheme& scheme) {
  Report report;
  report.blocks.push_back(Heading{1, fmt::format("{} {}", scheme.id, scheme.name)});
  if (scheme.first_year != 0) {
    put_paragraph(report, scheme.last_year
                              ? fmt::format("适用年度：{} 至 {}", scheme.first_year, *scheme.last_year)
                              : fmt::format("适用年度：{} 起", scheme.first_year));
  }
  if (!scheme.enabled)
    put_paragraph(report, "这个方案没有核实，默认停用；写明 --scheme 才使用。", Mark::unsure);
  if (!scheme.parent.empty()) put_paragraph(report, "继承：" + scheme.parent);
  put_paragraph(report, fmt::format("总分：{}", plain(scheme.total)));
  const bool cuts = scheme.rounding.mode == model::Rounding::Mode::cut;
  put_paragraph(report,
                fmt::format("{}：保留 {} 位小数，在{}", cuts ? "截去小数，不四舍五入" : "四舍五入",
                            scheme.rounding.places,
                            scheme.rounding.at == model::Rounding::At::indicator ? "每个指标上" : "总分上"));
  if (scheme.past_equal != model::Scheme::PastEqual::open) {
    put_paragraph(report,
                  fmt::format("写“=”的目标，超过的算{}",
                              scheme.past_equal == model::Scheme::PastEqual::met ? "达标" : "未达标"));
    const std::string source = source_in_words(scheme.past_equal_source);
    if (!source.empty()) put_paragraph(report, "出处：" + source, Mark::muted);
  }

  report.blocks.push_back(Heading{2, "依据"});
  for (const model::SourceNote& source : scheme.sources)
    put_paragraph(report, source_in_words(source), Mark::plain, 2);

  if (scheme.execution) {
    report.blocks.push_back(Heading{2, "预算执行"});
    put_paragraph(report, fmt::format("满分 {}，得分 = {}", plain(scheme.execution->full_marks),
                                      scheme.execution->points.text()));
    put_paragraph(report, fmt::format("分母依次取：{}", fmt::join(scheme.execution->denominators, "、")));
    const std::string source = source_in_words(scheme.execution->source);
    if (!source.empty()) put_paragraph(report, "出处：" + source, Mark::muted);
  }
  if (!scheme.project_weights.empty() || !scheme.department_weights.empty()) {
    report.blocks.push_back(Heading{2, "分值"});
    put_weights(report, "项目表 一级指标", scheme.project_weights);
    put_weights(report, "部门表 一级指标", scheme.department_weights);
  }
  report.blocks.push_back(Heading{2, "规则（依次试，用第一条合适的）"});
  for (const model::Clause& clause : scheme.clauses) put_clause(report, clause);
  if (!scheme.off_clauses.empty()) {
    report.blocks.push_back(Heading{2, "没有核实、没有启用的规则"});
    for (const model::Clause& clause : scheme.off_clauses) put_clause(report, clause);
  }
  if (!scheme.computed.empty()) {
    report.blocks.push_back(Heading{2, "由数据算出的完成值"});
    for (const model::Computed& computed : scheme.computed) {
      put_paragraph(report,
                    fmt::format("{} = {}（单位 {}）", computed.name, computed.formula.text(), computed.unit),
                    Mark::plain, 2);
    }
  }
  if (!scheme.total_caps.empty()) {
    report.blocks.push_back(Heading{2, "总分上限（按执行率）"});
    for (const auto& [interval, cap] : scheme.total_caps) {
      put_paragraph(report, fmt::format("{}：最多 {} 分", interval.text, plain(cap)), Mark::plain, 2);
    }
  }
  if (!scheme.grades.empty()) {
    report.blocks.push_back(Heading{2, "等级"});
    for (const model::Grade& grade : scheme.grades) {
      put_paragraph(report, fmt::format("{}：{} 分及以上", grade.name, plain(grade.from)), Mark::plain, 2);
    }
  }
  return report;
}

std::optional<Report> report_from_clause(std::span<const model::Scheme* const> schemes, std::string_view id) {
  struct Found {
    const model::Scheme* scheme;
    const model::Clause* clause;
    std::string heirs;
    bool off;
  };
  std::vector<Found> found;
  const auto add = [&](const model::Scheme& scheme, const std::vector<model::Clause>& clauses, bool off) {
    for (const model::Clause& clause : clauses) {
      if (clause.id != id) continue;
      const auto same = std::find_if(found.begin(), found.end(), [&](const Found& f) {
        return in_one_file(f.clause->place, clause.place) && f.clause->place.line == clause.place.line;
      });
      if (same == found.end()) {
        found.push_back({&scheme, &clause, {}, off});
      } else if (in_one_file(scheme.place, clause.place)) {  // the scheme that wrote it heads the list
        same->heirs += (same->heirs.empty() ? "" : "、") + same->scheme->id;
        same->scheme = &scheme;
      } else {
        same->heirs += (same->heirs.empty() ? "" : "、") + scheme.id;
      }
    }
  };
  for (const model::Scheme* entry : schemes) {
    const model::Scheme& scheme = *entry;
    add(scheme, scheme.clauses, false);
    add(scheme, scheme.off_clauses, true);
  }
  if (found.empty()) return std::nullopt;
  Report report;
  for (const Found& f : found) {
    report.blocks.push_back(
        Heading{2, fmt::format("{} {}{}", f.scheme->id, f.scheme->name, f.off ? "（没有启用）" : "")});
    put_clause(report, *f.clause);
    if (!f.heirs.empty()) put_paragraph(report, "同样用它的方案：" + f.heirs, Mark::muted, 4);
  }
  return report;
}

}  // namespace jiheng::report
