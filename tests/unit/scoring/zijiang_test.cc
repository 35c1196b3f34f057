// The seven tables of an invented bureau under sichuan-2023: every row, execution line and total as worked out by hand in
// tests/cases/zijiang.md, from the rules' text.
#include <map>
#include <set>
#include <sstream>

#include "engine/explain/roll_up.h"

#include "scoring_from_yaml.h"

namespace jiheng::scoring {
namespace {

/// "9.5" or "0—6" as the page writes points.
std::string printed(const Points& p) {
  const auto text = [](const base::Decimal& d) { return d.trimmed().to_string(); };
  return p.exact() ? text(p.low) : text(p.low) + "—" + text(p.high);
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) line += cell + " | ";
  return line;
}

/// The lines of the page's tables: id of the table, then the cells, the last (how it is worked) left out.
std::vector<std::string> worked_by_hand() {
  std::vector<std::string> lines;
  std::istringstream page(base::read_file(JIHENG_SOURCE_DIR "/tests/cases/zijiang.md", 1U << 20U).text);
  std::string id;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("## ")) id = line.substr(3, line.find(' ', 3) - 3);
    if (!line.starts_with("| ") || line.starts_with("| 指标 ")) continue;
    std::vector<std::string> cells = {id};
    std::istringstream in(line.substr(1));
    for (std::string cell; std::getline(in, cell, '|');) {
      const std::size_t from = cell.find_first_not_of(' ');
      cells.push_back(from == std::string::npos ? ""
                                                : cell.substr(from, cell.find_last_not_of(' ') - from + 1));
    }
    EXPECT_EQ(cells.size(), 7U) << line;
    cells.resize(6);
    lines.push_back(line_of(cells));
  }
  return lines;
}

/// The same of the program: table, name, full marks, points, verdict or grade, clause.
std::vector<std::string> lines_of(const CardResult& r) {
  const std::string& id = r.card->id;
  std::vector<std::string> lines;
  lines.push_back(
      line_of({id, "预算执行", r.execution->full_marks.to_string(), printed(r.execution->score), "", ""}));
  for (const IndicatorResult& row : r.indicators) {
    lines.push_back(
        line_of({id, row_of(*r.card, row.id).name.text,
                 row.full_marks ? row.full_marks->trimmed().to_string() : "", printed(row.score),
                 std::string(target::to_chinese(row.status)), row.clause == nullptr ? "" : row.clause->id}));
  }
  lines.push_back(line_of({id, "总分", "100", printed(r.total), r.grade, ""}));
  return lines;
}

TEST(Zijiang, EveryNumberIsTheOneWorkedOutByHand) {
  const model::Scheme scheme = shipped_scheme("sichuan-2023");
  std::vector<std::string> lines;
  std::map<std::string, int> rows_of_clause;
  std::map<std::string, int> rows_of_verdict;
  const auto list = base::list_files(JIHENG_SOURCE_DIR "/scorecards/2023-zijiang", {".yaml"}, 100);
  for (const std::string& path : list.paths) {
    const std::vector<model::Scorecard> cards =
        cards_from(base::read_file(path, rulebook::kMaxFileBytes).text);
    for (const CardResult& r : score(scheme, cards, context())) {
      for (std::string& line : lines_of(r)) lines.push_back(std::move(line));
      for (const IndicatorResult& row : r.indicators) {
        ++rows_of_clause[row.clause == nullptr ? "" : row.clause->id];
        ++rows_of_verdict[std::string(target::to_chinese(row.status))];
      }
    }
  }
  const std::vector<std::string> by_hand = worked_by_hand();
  ASSERT_EQ(lines.size(), by_hand.size());
  for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(lines[i], by_hand[i]);
  for (const model::Clause& clause : scheme.clauses) {
    EXPECT_GE(rows_of_clause[clause.id], 2) << clause.id << " is not tried twice";
  }
  for (const char* verdict : {"达标", "未达标", "待核"}) EXPECT_GE(rows_of_verdict[verdict], 5) << verdict;
}

// 汇总 of the page.
TEST(Zijiang, ProjectsRolledUp) {
  const model::Scheme scheme = shipped_scheme("sichuan-2023");
  std::vector<model::Scorecard> projects;
  const auto list = base::list_files(JIHENG_SOURCE_DIR "/scorecards/2023-zijiang", {".yaml"}, 100);
  for (const std::string& path : list.paths) {
    for (model::Scorecard& c : cards_from(base::read_file(path, rulebook::kMaxFileBytes).text)) {
      if (c.kind == model::CardKind::project) projects.push_back(std::move(c));
    }
  }
  const std::vector<CardResult> results = score(scheme, projects, context());
  const RollUp all = explain::roll_up(results, context()).roll_up;
  EXPECT_EQ(all.projects, 6U);
  EXPECT_EQ(all.budget.trimmed().to_string(), "13115.12");
  EXPECT_EQ(all.executed.trimmed().to_string(), "12863.34");
  EXPECT_FALSE(all.rate);
  ASSERT_TRUE(all.average);
  EXPECT_EQ(printed(*all.average), "84.95—97.52");
  EXPECT_EQ(all.grades, (std::vector<std::pair<std::string, std::size_t>>{
                            {"优", 2}, {"良—优", 1}, {"中—优", 2}, {"差—良", 1}}));
}

/// What is said about them, and that reading has no trouble with them.
TEST(Zijiang, FindingsOfTheTables) {
  const model::Scheme scheme = shipped_scheme("sichuan-2023");
  const auto list = base::list_files(JIHENG_SOURCE_DIR "/scorecards/2023-zijiang", {".yaml"}, 100);
  std::map<std::string, std::string> said;
  for (const std::string& path : list.paths) {
    const std::vector<model::Scorecard> cards =
        cards_from(base::read_file(path, rulebook::kMaxFileBytes).text);
    for (const CardResult& r : score(scheme, cards, context())) {
      std::set<std::string> ids;  // 待核 (S104) is held above, row by row
      for (const diag::Diagnostic& d : r.findings) ids.insert(d.id);
      for (const diag::Diagnostic& d : r.execution->findings) ids.insert(d.id);
      for (const IndicatorResult& row : r.indicators) {
        for (const diag::Diagnostic& d : row.findings) {
          if (d.id[0] == 'S' && d.id != "S104") ids.insert(d.id);
        }
      }
      for (const std::string& id : ids) said[r.card->id] += (said[r.card->id].empty() ? "" : " ") + id;
    }
  }
  EXPECT_EQ(said, (std::map<std::string, std::string>{{"p03", "S108"}, {"p04", "S110"}, {"p05", "S109"}}));
}

}  // namespace
}  // namespace jiheng::scoring
