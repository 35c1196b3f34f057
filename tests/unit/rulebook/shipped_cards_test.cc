// The cards under scorecards/ against the transcriptions of the published tables under tests/cases/, field by
// field.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"
#include "tests/unit/rulebook/yaml_texts.h"

namespace jiheng::rulebook {
namespace {

using Row = std::map<std::string, std::string>;

/// A file of comma separated values with a line of names; quoted cells may hold commas and doubled quotes.
std::vector<Row> rows_of(const std::string& name) {
  std::ifstream file(kRoot + "/tests/cases/" + name);
  std::vector<std::string> names;
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '"') {
        if (quoted && i + 1 < line.size() && line[i + 1] == '"')
          cells.back() += line[i++];
        else
          quoted = !quoted;
      } else if (line[i] == ',' && !quoted) {
        cells.emplace_back();
      } else {
        cells.back() += line[i];
      }
    }
    if (names.empty()) {
      names = cells;
      continue;
    }
    EXPECT_EQ(cells.size(), names.size()) << line;
    Row row;
    for (std::size_t i = 0; i < cells.size(); ++i) row[names[i]] = cells[i];
    rows.push_back(std::move(row));
  }
  EXPECT_FALSE(rows.empty()) << name;
  return rows;
}

std::string text_of_file(const std::string& path) { return base::read_file(path, kMaxFileBytes).text; }

/// The one card of each file of a folder, in order of names.
std::vector<model::Scorecard> cards_of(const std::string& folder) {
  std::vector<model::Scorecard> cards;
  const auto files = base::list_files(kRoot + "/scorecards/" + folder, {".yaml"}, 1000);
  for (const std::string& path : files.paths) {
    auto read =
        scorecards_from_yaml(std::make_shared<const base::Source>(base::Source{path, text_of_file(path)}));
    for (const auto& p : read.problems) ADD_FAILURE() << path << ":" << p.place.line << ": " << p.message;
    if (!read) continue;
    EXPECT_EQ(read->size(), 1U) << path;
    for (model::Scorecard& card : *read) cards.push_back(std::move(card));
  }
  return cards;
}

std::string number(const std::optional<model::NumberField>& n) { return n ? n->value.to_string() : ""; }

std::string header(const model::Scorecard& card, std::string_view key) {
  for (const auto& [name, value] : card.header) {
    if (name.text == key) return value.text;
  }
  return "";
}

base::Decimal plus(const base::Decimal& a, const std::optional<model::NumberField>& b) {
  return b ? add(a, b->value).value() : a;
}

/// "p1" -> "p01": files sort as the tables do.
std::string padded(const std::string& id) {
  return id.size() == 2 && id[1] >= '0' && id[1] <= '9' ? std::string{id[0], '0', id[1]} : id;
}

std::map<std::string, std::vector<Row>> by_table(const std::vector<Row>& rows) {
  std::map<std::string, std::vector<Row>> tables;
  for (const Row& row : rows) tables[padded(row.at("table_id"))].push_back(row);
  return tables;
}

void expect_indicator(const model::Indicator& indicator, const Row& row, const std::string& where) {
  const auto cell = [&row](const char* name) { return row.contains(name) ? row.at(name) : std::string(); };
  EXPECT_EQ(indicator.level1.text, cell("level1")) << where;
  EXPECT_EQ(indicator.level2.text, cell("level2")) << where;
  EXPECT_EQ(indicator.name.text, cell("indicator")) << where;
  EXPECT_EQ(indicator.target.text, cell("target_raw")) << where;
  EXPECT_EQ(indicator.actual.text, cell("actual_raw")) << where;
  EXPECT_EQ(number(indicator.claimed), cell("score_printed")) << where;
  EXPECT_EQ(indicator.basis.text, cell("basis")) << where;
  std::string history;
  for (const auto& [year, value] : indicator.history) history += year.text + "=" + value.text + ";";
  std::string expected;
  if (!cell("y2022_raw").empty()) expected += "2022年=" + cell("y2022_raw") + ";";
  if (!cell("y2023_raw").empty()) expected += "2023年=" + cell("y2023_raw") + ";";
  EXPECT_EQ(history, expected) << where;
  EXPECT_FALSE(indicator.full_marks || indicator.judged || indicator.not_applicable) << where;
}

/// The rows of a table against a card's, goal by goal.
void expect_rows(const model::Scorecard& card, const std::vector<Row>& rows) {
  std::size_t at = 0;
  for (const model::Section& section : card.sections) {
    for (const model::Indicator& indicator : section.indicators) {
      ASSERT_LT(at, rows.size()) << card.id;
      const Row& row = rows[at++];
      expect_indicator(indicator, row, card.id + " " + row.at("indicator"));
      if (row.contains("horizon")) {
        EXPECT_EQ(section.horizon == model::Horizon::annual ? "年度" : "长期", row.at("horizon"));
      }
      if (row.contains("goal_no") && !row.at("goal_no").empty()) {
        EXPECT_TRUE(section.title.text.ends_with("目标" + row.at("goal_no"))) << section.title.text;
      }
      if (row.contains("goal_points")) {
        EXPECT_EQ(number(section.full_marks), row.at("goal_points"));
      }
    }
  }
  EXPECT_EQ(at, rows.size()) << card.id;
}

TEST(ShippedCards, TheTwentySevenTablesOf2023AreTheTranscription) {
  const auto cards = cards_of("2023-tongcheng");
  const auto tables = rows_of("selfeval_2023_tongcheng_tables.csv");
  const auto rows = by_table(rows_of("selfeval_2023_tongcheng.csv"));
  ASSERT_EQ(cards.size(), 27U);
  ASSERT_EQ(tables.size(), 27U);
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const model::Scorecard& card = cards[i];
    const Row& table = tables[i];
    const bool department = table.at("table_id") == "dept";
    EXPECT_EQ(card.id, table.at("table_id"));
    EXPECT_EQ(card.kind, department ? model::CardKind::department : model::CardKind::project);
    EXPECT_EQ(card.title.text, table.at("project"));
    EXPECT_EQ(card.year, 2023);
    EXPECT_EQ(card.scheme.text, "hubei-2023");
    EXPECT_EQ(card.unit_name.text, "通城县人力资源和社会保障局");
    if (!department) {
      EXPECT_EQ(header(card, "项目实施单位"), table.at("unit"));
    }
    EXPECT_EQ(header(card, "主管部门"), table.at("department"));
    EXPECT_EQ(header(card, "项目类别"), table.at("funding_category"));
    EXPECT_EQ(header(card, "项目属性"), table.at("attribute"));
    EXPECT_EQ(header(card, "项目类型"), table.at("type"));
    EXPECT_EQ(number(card.budget.planned), table.at("budget"));
    EXPECT_EQ(number(card.budget.executed), table.at("executed"));
    EXPECT_EQ(card.budget.claimed_rate.text, table.at("rate"));
    EXPECT_EQ(number(card.budget.claimed_score), table.at("exec_score"));
    EXPECT_EQ(number(card.claimed_total), table.at("total_printed"));
    EXPECT_FALSE(card.deviation_reason.empty());
    EXPECT_FALSE(card.improvement.empty());
    ASSERT_TRUE(rows.contains(card.id));
    expect_rows(card, rows.at(card.id));
  }
}

TEST(ShippedCards, EveryTableOf2023ClaimsExactlyOneHundred) {
  for (const model::Scorecard& card : cards_of("2023-tongcheng")) {
    base::Decimal sum = plus(0, card.budget.claimed_score);
    base::Decimal goals = 20;
    for (const model::Section& section : card.sections) {
      base::Decimal of_goal = 0;
      for (const model::Indicator& row : section.indicators) of_goal = plus(of_goal, row.claimed);
      if (section.full_marks) {
        EXPECT_EQ(of_goal, section.full_marks->value) << card.id << section.title.text;
      }
      goals = plus(goals, section.full_marks);
      sum = add(sum, of_goal).value();
    }
    EXPECT_EQ(sum, base::Decimal(100)) << card.id;
    if (card.kind == model::CardKind::department) {
      EXPECT_EQ(goals, base::Decimal(100));
    }
  }
}

TEST(ShippedCards, TheDepartmentTableOf2023HasSevenGoals) {
  const auto cards = cards_of("2023-tongcheng");
  ASSERT_FALSE(cards.empty());
  const model::Scorecard& card = cards.front();
  ASSERT_EQ(card.sections.size(), 7U);
  const int points[] = {10, 10, 15, 15, 10, 10, 10};
  for (std::size_t i = 0; i < 7; ++i) {
    EXPECT_EQ(card.sections[i].title.text, "年度目标" + std::to_string(i + 1));
    EXPECT_EQ(card.sections[i].full_marks->value, base::Decimal(points[i]));
    EXPECT_FALSE(card.sections[i].goal.empty());
  }
  EXPECT_EQ(number(card.budget.basic), "1807.08");
  EXPECT_EQ(number(card.budget.project), "21468.3");
}

TEST(ShippedCards, TheTargetsOf2024AreTheTranscription) {
  for (const std::string place : {"tongcheng", "hezheng"}) {
    const auto cards = cards_of("2024-" + place);
    const auto rows = by_table(rows_of("targets_2024_" + place + ".csv"));
    EXPECT_EQ(cards.size(), rows.size());
    for (const model::Scorecard& card : cards) {
      ASSERT_TRUE(rows.contains(card.id)) << card.id;
      const Row& first = rows.at(card.id).front();
      const bool department = first.at("project").empty() || first.at("project") == "部门整体";
      EXPECT_EQ(card.kind, department ? model::CardKind::department : model::CardKind::project);
      if (!department) {
        EXPECT_EQ(card.title.text, first.at("project"));
      }
      if (first.contains("unit")) {
        EXPECT_EQ(card.unit_name.text, first.at("unit"));
      }
      EXPECT_EQ(card.year, 2024);
      EXPECT_EQ(number(card.budget.initial), first.at("budget"));
      EXPECT_FALSE(card.budget.executed.has_value());
      expect_rows(card, rows.at(card.id));
    }
  }
}

TEST(ShippedCards, AreInTheFormTheWriterGives) {
  for (const std::string folder : {"2023-tongcheng", "2024-tongcheng", "2024-hezheng"}) {
    for (const model::Scorecard& card : cards_of(folder)) {
      const std::string& text = card.place.source->text;
      ASSERT_TRUE(text.starts_with("# 转录自"));
      EXPECT_EQ(yaml_from_scorecard(card), text.substr(text.find('\n') + 1)) << card.place.source->name;
    }
  }
}

}  // namespace
}  // namespace jiheng::rulebook
