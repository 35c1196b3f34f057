// A605, A606, A607. Takes the goals, names and bases of the tables of a submission, gives texts that belong to another table
// of it: a goal pasted into unrelated tables, a document number of another project, an indicator of another project.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "engine/audit/a6_between/between.h"
#include "engine/base/text.h"

namespace jiheng::audit {
namespace {

constexpr std::size_t kShortestText = 60;  ///< bytes: twenty characters; shorter ones may be said of anything
constexpr std::size_t kRun = 4;
constexpr std::size_t kLongRun = 6;

struct Goal {
  const Table* table;
  const base::Place* place;
};

void check_goals(const Submission& submission, Findings& findings) {
  std::unordered_map<std::string, std::vector<Goal>> tables_of;
  std::vector<std::string> order;
  for (const Table* table : submission.projects) {
    const auto take = [&](const std::string& text, const base::Place& place) {
      std::string key = bare_name(text);
      if (key.size() < kShortestText) return;
      const auto [at, is_new] = tables_of.try_emplace(key);
      if (is_new) order.push_back(key);
      if (at->second.empty() || at->second.back().table != table) at->second.push_back({table, &place});
    };
    for (const model::Claim* goal : table->goals) take(goal->text, goal->place);
    for (const model::Section& section : table->card->sections) take(section.goal.text, section.goal.place);
  }
  for (const std::string& text : order) {
    const std::vector<Goal>& tables = tables_of.at(text);
    if (tables.size() < 2) continue;
    const auto names = [&](const Goal& g) { return share_run(g.table->card->title.text, text, kRun); };
    const auto home = std::find_if(tables.begin(), tables.end(), names);
    if (home == tables.end()) continue;
    Finding finding{"A605",
                    "",
                    {},
                    {},
                    "总体目标说的不是这个项目的事，指标也就没有了根据。",
                    "按这个项目要做的事重写总体目标。"};
    std::string titles;
    for (const Goal& g : tables) {
      if (names(g)) continue;
      titles += fmt::format("{}“{}”", titles.empty() ? "" : "、", g.table->card->title.text);
      finding.where.push_back(g.table->at(*g.place));
    }
    if (finding.where.empty()) continue;
    finding.message =
        fmt::format("{}的总体目标同“{}”的一字不差，没有一处说到自己", titles, home->table->card->title.text);
    finding.figures = {{"表数", std::to_string(tables.size())}};
    finding.where.push_back(home->table->at(*home->place));
    findings.push_back(std::move(finding));
  }
}

/// The number of a document in a text, brackets as 〔〕: 廊财金〔2022〕36号. Empty for none.
std::string document_number(std::string_view text) {
  const std::string bare = bare_name(text);
  for (std::size_t at = bare.find("号"); at != std::string::npos; at = bare.find("号", at + 1)) {
    std::size_t digits = at;
    while (digits > 0 && bare[digits - 1] >= '0' && bare[digits - 1] <= '9') --digits;
    if (digits == at) continue;
    for (const auto& [open, close] : {std::pair(std::string_view("【"), std::string_view("】")),
                                      std::pair(std::string_view("〔"), std::string_view("〕")),
                                      std::pair(std::string_view("["), std::string_view("]")),
                                      std::pair(std::string_view("("), std::string_view(")"))}) {
      const std::string_view before = std::string_view(bare).substr(0, digits);
      if (!before.ends_with(close)) continue;
      const std::size_t begin = before.rfind(open);
      if (begin == std::string_view::npos || before.size() - close.size() - begin - open.size() != 4)
        continue;
      const std::string_view issuer = before.substr(0, begin);
      const std::string_view year = before.substr(begin + open.size(), 4);
      const std::size_t mark = std::max<std::size_t>(issuer.size(), 12) - 12;  // the last four characters
      return fmt::format("{}〔{}〕{}号", issuer.substr(mark), year, bare.substr(digits, at - digits));
    }
  }
  return "";
}

void check_document_numbers(const Submission& submission, Findings& findings) {
  std::unordered_map<std::string, const Table*> by_number;
  for (const Table* table : submission.projects) {
    const std::string number = document_number(table->card->title.text);
    if (!number.empty()) by_number.try_emplace(number, table);
  }
  if (by_number.size() < 2) return;
  for (const Table* table : submission.projects) {
    const std::string own = document_number(table->card->title.text);
    if (own.empty()) continue;
    std::unordered_map<std::string, std::size_t> said;
    for (const Row& row : table->rows) {
      const std::string basis = document_number(row.indicator->basis.text);
      const auto other = by_number.find(basis);
      if (basis.empty() || basis == own || other == by_number.end()) continue;
      const Where where = table->at(row, row.indicator->basis.place);
      const auto [at, is_new] = said.try_emplace(basis, findings.size());
      if (!is_new) {
        findings[at->second].where.push_back(where);
        continue;
      }
      findings.push_back({"A606",
                          fmt::format("项目是 {} 的，指标值的依据却写 {}，那是“{}”的文号", own, basis,
                                      other->second->card->title.text),
                          {{"项目的文号", own}, {"依据的文号", basis}},
                          {where},
                          "资金按哪一份文件下达，目标就按哪一份文件定。",
                          "核对依据，改成这个项目的文件。"});
    }
  }
}

/// A row that stands in the table of another project, whose title it names, and names nothing of its own title.
void check_strange_rows(const Submission& submission, Findings& findings) {
  struct RowOfTable {
    const Table* table;
    const Row* row;
  };
  std::unordered_map<std::string, std::vector<RowOfTable>> rows;
  std::vector<std::string> order;
  for (const Table* table : submission.projects) {
    for (const Row& row : table->rows) {
      std::string name = bare_name(row.indicator->name.text);
      const auto [at, is_new] = rows.try_emplace(std::move(name));
      if (is_new) order.push_back(at->first);
      at->second.push_back({table, &row});
    }
  }
  constexpr std::size_t kMostTables = 4;  // a name that many have is nobody's
  for (const std::string& name : order) {
    const std::vector<RowOfTable>& found = rows.at(name);
    if (found.size() < 2 || found.size() > kMostTables) continue;
    const auto home = std::find_if(found.begin(), found.end(), [&](const RowOfTable& f) {
      return share_run(name, f.table->card->title.text, kLongRun);
    });
    if (home == found.end()) continue;
    for (const RowOfTable& f : found) {
      const std::string& title = f.table->card->title.text;
      if (f.table == home->table || share_run(name, title, kRun)) continue;
      if (share_run(home->table->card->title.text, title, kRun)) continue;  // two projects of one programme
      findings.push_back({"A607",
                          fmt::format("“{}”是项目“{}”的指标，项目“{}”也有", f.row->indicator->name.text,
                                      home->table->card->title.text, f.table->card->title.text),
                          {{"项目", title}, {"指标", f.row->indicator->name.text}},
                          {f.table->at(*f.row, f.row->indicator->name.place),
                           home->table->at(*home->row, home->row->indicator->name.place)},
                          "指标应说这个项目要做的事。",
                          "核对是不是照别的表抄的。"});
    }
  }
}

}  // namespace

void check_texts_of_tables(const Batch&, const std::vector<Submission>& all, Findings& findings) {
  for (const Submission& submission : all) {
    check_goals(submission, findings);
    check_document_numbers(submission, findings);
    check_strange_rows(submission, findings);
  }
}

}  // namespace jiheng::audit
