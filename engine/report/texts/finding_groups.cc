// Takes findings in their order, gives groups, counts and the words for them. Leaves how they are laid out to the faces.
#include "engine/report/texts/finding_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/audit/arrange.h"
#include "engine/diag/print.h"
#include "engine/report/texts/level_words.h"

namespace jiheng::report {
namespace {

using audit::Finding;
using diag::Severity;

const diag::CatalogueEntry& entry_of(const Finding& finding) { return *diag::find_entry(finding.id); }

bool more_severe(const diag::CatalogueEntry& a, const diag::CatalogueEntry& b) {
  return std::pair(a.severity, a.certainty) < std::pair(b.severity, b.certainty);
}

void most_severe_first(std::vector<const Finding*>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding* a, const Finding* b) {
    return more_severe(entry_of(*a), entry_of(*b));
  });
}

/// "；另有 2 条已豁免（2023/豁免.yaml）"; nothing where none was waived.
std::string waived_of(const results::Checked& checked) {
  if (checked.waived.empty()) return "";
  std::vector<std::string> files;
  for (const audit::Waived& w : checked.waived) {
    const std::string name = w.waiver->place.source ? w.waiver->place.source->name : "";
    if (std::find(files.begin(), files.end(), name) == files.end()) files.push_back(name);
  }
  return fmt::format("；另有 {} 条已豁免（{}）", checked.waived.size(), fmt::join(files, "、"));
}

}  // namespace

std::vector<FindingGroup> groups_of(const results::Checked& checked) {
  FindingGroup between{"几张表之间", nullptr, {}};
  FindingGroup elsewhere{"表以外", nullptr, {}};
  std::map<const model::Scorecard*, std::vector<const Finding*>> by_card;
  for (const Finding& f : checked.findings) {
    const model::Scorecard* card = f.where.front().card;
    if (audit::concerns_several_tables(f)) {
      between.findings.push_back(&f);
    } else if (card == nullptr) {
      elsewhere.findings.push_back(&f);
    } else {
      by_card[card].push_back(&f);
    }
  }
  std::vector<FindingGroup> groups;
  groups.push_back(std::move(between));
  for (const scoring::CardResult& card : checked.cards) {
    if (const auto at = by_card.find(card.card); at != by_card.end()) {
      groups.push_back({title_of(*card.card), card.card, std::move(at->second)});
    }
  }
  groups.push_back(std::move(elsewhere));
  std::erase_if(groups, [](const FindingGroup& g) { return g.findings.empty(); });
  for (FindingGroup& group : groups) most_severe_first(group.findings);
  return groups;
}

FindingCounts counts_of(const std::vector<const Finding*>& findings) {
  FindingCounts counts;
  for (const Finding* f : findings) {
    ++counts.of[static_cast<std::size_t>(entry_of(*f).severity)];
    counts.review += entry_of(*f).certainty == diag::Certainty::review ? 1 : 0;
  }
  return counts;
}

std::string to_text(const FindingCounts& counts) {
  std::string text;
  for (const Severity s : {Severity::error, Severity::warning, Severity::note}) {
    const std::size_t count = counts.of[static_cast<std::size_t>(s)];
    if (count > 0) text += fmt::format("{}{} {} 条", text.empty() ? "" : "，", chinese(s), count);
  }
  if (counts.review > 0) text += fmt::format("（其中待核 {} 条）", counts.review);
  return text;
}

std::string summary_of(const results::Checked& checked) {
  if (checked.findings.empty()) {
    return fmt::format("查了 {} 张表，没有发现{}。", checked.cards.size(), waived_of(checked));
  }
  std::vector<const Finding*> all;
  std::set<const model::Scorecard*> concerned;
  for (const Finding& f : checked.findings) {
    all.push_back(&f);
    if (!audit::concerns_several_tables(f)) concerned.insert(f.where.front().card);
  }
  const auto silent = std::count_if(checked.cards.begin(), checked.cards.end(),
                                    [&](const auto& c) { return !concerned.contains(c.card); });
  return fmt::format("查了 {} 张表，{} 张单看没有发现；{}{}。", checked.cards.size(), silent,
                     to_text(counts_of(all)), waived_of(checked));
}

std::vector<std::string> unit_lines(const results::Checked& checked) {
  std::vector<std::string> lines;
  if (checked.units == nullptr) return lines;
  std::map<const model::Scorecard*, std::size_t> unit_of;
  for (std::size_t i = 0; i < checked.units->size(); ++i) {
    for (const model::Scorecard* card : (*checked.units)[i].cards) unit_of.emplace(card, i);
  }
  std::vector<std::vector<const Finding*>> of(checked.units->size());
  for (const Finding& f : checked.findings) {
    const auto first = unit_of.find(f.where.front().card);
    if (first == unit_of.end()) continue;
    const bool one = std::all_of(f.where.begin(), f.where.end(), [&](const audit::Where& w) {
      const auto at = unit_of.find(w.card);
      return at == unit_of.end() || at->second == first->second;
    });
    if (one) of[first->second].push_back(&f);
  }
  for (std::size_t i = 0; i < of.size(); ++i) {
    const results::UnitTables& unit = (*checked.units)[i];
    const std::string counts = to_text(counts_of(of[i]));
    lines.push_back(fmt::format("{}{}：{} 张表，{}", unit.name.empty() ? "没有写单位的" : unit.name,
                                unit.year ? fmt::format("（{} 年度）", *unit.year) : "", unit.cards.size(),
                                counts.empty() ? "没有发现" : counts));
  }
  return lines;
}

std::string summary_of(const audit::Comparison& comparison) {
  const auto known = std::count(comparison.known.begin(), comparison.known.end(), true);
  const auto fixed = std::count_if(comparison.gone.begin(), comparison.gone.end(),
                                   [](const audit::Gone& g) { return g.handed_in_again; });
  const std::size_t left = comparison.gone.size() - static_cast<std::size_t>(fixed);
  return fmt::format("新 {} 条，仍在 {} 条，已改 {} 条{}。",
                     comparison.known.size() - static_cast<std::size_t>(known), known, fixed,
                     left == 0 ? "" : fmt::format("；另有 {} 条，它们的表这次没有交", left));
}

Table kinds_of(const audit::Findings& findings) {
  struct Count {
    std::size_t findings = 0;
    std::set<const model::Scorecard*> tables;
  };
  std::map<std::string_view, Count> counts;
  for (const Finding& f : findings) {
    Count& count = counts[f.id];
    ++count.findings;
    for (const audit::Where& w : f.where) {
      if (w.card != nullptr) count.tables.insert(w.card);
    }
  }
  Table table;
  table.columns = {{"编号", Align::left, true},
                   {"级别", Align::left, true},
                   {"条数", Align::right, true},
                   {"表数", Align::right, true},
                   {"查到的"}};
  std::vector<std::pair<const diag::CatalogueEntry*, const Count*>> kinds;
  kinds.reserve(counts.size());
  for (const auto& [id, count] : counts) kinds.emplace_back(diag::find_entry(id), &count);
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const auto& a, const auto& b) { return more_severe(*a.first, *b.first); });
  for (const auto& [entry, count] : kinds) {
    table.rows.push_back({{{std::string(entry->id)},
                           {level_of(*entry), mark_of(entry->severity)},
                           {std::to_string(count->findings)},
                           {std::to_string(count->tables.size())},
                           {std::string(entry->title)}},
                          {}});
  }
  return table;
}

Table gone_table(const audit::Comparison& comparison) {
  Table table;
  table.columns = {{"编号", Align::left, true},
                   {"状态", Align::left, true},
                   {"发现", Align::left, false, 0, true},
                   {"上次的位置"}};
  for (const audit::Gone& gone : comparison.gone) {
    const audit::EarlierPlace& at = gone.finding.where.front();
    table.rows.push_back({{{gone.finding.id},
                           {gone.handed_in_again ? "已改" : "没有再交"},
                           {gone.finding.message},
                           {at.line > 0 ? fmt::format("{}:{}:{}", at.file, at.line, at.column) : at.file}},
                          {}});
  }
  return table;
}

Table waived_table(const std::vector<audit::Waived>& waived) {
  Table table;
  table.columns = {{"编号", Align::left, true},
                   {"发现", Align::left, false, 0, true},
                   {"位置"},
                   {"原因"},
                   {"谁"},
                   {"日期"}};
  for (const audit::Waived& w : waived) {
    table.rows.push_back({{{w.finding.id},
                           {w.finding.message},
                           {diag::to_text(w.finding.where.front().place)},
                           {w.waiver->reason.text},
                           {w.waiver->by.text},
                           {w.waiver->date.text}},
                          {}});
  }
  return table;
}

std::string_view state_of(const results::Checked& checked, const Finding& finding) {
  if (checked.comparison == nullptr) return "";
  const auto at = static_cast<std::size_t>(&finding - checked.findings.data());
  return checked.comparison->known[at] ? "仍在" : "新";
}

std::string level_of(const diag::CatalogueEntry& entry) {
  return std::string(chinese(entry.severity)) + (entry.certainty == diag::Certainty::review ? "，待核" : "");
}

Mark mark_of(Severity severity) {
  return severity == Severity::error ? Mark::bad : severity == Severity::warning ? Mark::unsure : Mark::muted;
}

namespace {

/// A place as short as it can be said beside the first one: in the same file only its line and column, or its cell.
std::string place_beside(const base::Place& place, const base::Place& first) {
  const bool known = place.source != nullptr && first.source != nullptr;
  if (!known || place.source->name != first.source->name || place.line == 0) return diag::to_text(place);
  if (const base::PageSpot* spot = base::spot_of(place)) return diag::page_name(*spot);
  if (place.source->sheet.empty()) return fmt::format("{}:{}", place.line, place.column);
  return place.source->sheet == first.source->sheet
             ? diag::cell_name(place)
             : fmt::format("{}!{}", place.source->sheet, diag::cell_name(place));
}

}  // namespace

std::string other_places(const Finding& finding, std::size_t most) {
  std::string text;
  const std::size_t shown = std::min(finding.where.size(), most + 1);
  for (std::size_t i = 1; i < shown; ++i) {
    const audit::Where& w = finding.where[i];
    text += (text.empty() ? "" : "；") + place_beside(w.place, finding.where.front().place);
    if (w.row != nullptr && w.row != finding.where.front().row) text += fmt::format("“{}”", w.row->name.text);
  }
  if (finding.where.size() > shown) text += fmt::format(" 等，共 {} 处", finding.where.size());
  return text;
}

std::string title_of(const model::Scorecard& card) {
  const bool department = card.kind == model::CardKind::department;
  return fmt::format("{} {}", card.id, department ? card.unit_name.text + " 部门整体" : card.title.text);
}

}  // namespace jiheng::report
