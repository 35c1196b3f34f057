// Every layout of docs/import.md: documents made for the purpose against transcriptions made by eye
// (tests/cases/import/*.tsv; the documents stand beside them or in samples/documents).
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <vector>

#include "engine/intake/tables/text_lines.h"
#include "engine/intake/words/form_words.h"
#include "tests/unit/intake/documents.h"

namespace jiheng::intake {

using namespace office;  // NOLINT: a sheet and the tables in it
namespace {

namespace fs = std::filesystem;

const fs::path kCases = fs::path(JIHENG_SOURCE_DIR) / "tests/cases/import";
const fs::path kSamples = fs::path(JIHENG_SOURCE_DIR) / "samples/documents";

std::vector<fs::path> transcriptions() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(kCases)) {
    if (entry.path().extension() == ".tsv") out.push_back(entry.path());
  }
  return out;
}

fs::path document_of(const fs::path& transcription) {
  const fs::path name = transcription.stem().string() + ".txt";
  return fs::exists(kSamples / name) ? kSamples / name : kCases / name;
}

std::string line_of(const Table& table, const TableRow& row) {
  std::string out = table.id;
  for (const std::string& text : {table.title.text, row.section.text, row.level1.text, row.level2.text,
                                  row.name.text, row.description.text, row.target.text, row.actual.text,
                                  row.score.text, row.basis.text, std::to_string(row.place.line)}) {
    out += "\t" + text;
  }
  return out;
}

TEST(Layouts, EveryRowIsReadAndNoneIsInvented) {
  ASSERT_EQ(transcriptions().size(), 12U);
  for (const fs::path& path : transcriptions()) {
    std::istringstream expected(file_text(path));
    std::string line;
    std::getline(expected, line);
    const auto document = read_text(file_text(document_of(path)));
    ASSERT_TRUE(document) << path;
    for (const Table& table : document->tables) {
      for (const TableRow& row : table.rows) {
        line.clear();
        std::getline(expected, line);
        EXPECT_EQ(line_of(table, row), line) << path.filename();
      }
    }
    EXPECT_FALSE(std::getline(expected, line)) << path.filename() << " not read: " << line;
  }
}

TEST(Layouts, EveryFieldStandsOnItsLine) {
  for (const fs::path& path : transcriptions()) {
    const auto document = read_text(file_text(document_of(path)));
    std::vector<std::string> lines{""};
    std::istringstream text(document->source->text);
    for (std::string line; std::getline(text, line);) lines.push_back(squeezed(line));
    for (const Table& table : document->tables) {
      for (const TableRow& row : table.rows) {
        for (const model::Field* field :
             {&row.level1, &row.level2, &row.name, &row.target, &row.actual, &row.score}) {
          if (field->empty()) continue;
          // A cell over several lines: its beginning stands there.
          const std::string begin = squeezed(field->text).substr(0, 3);
          const auto at = static_cast<std::size_t>(field->place.line);
          ASSERT_LT(at, lines.size());
          EXPECT_NE(lines[at].find(begin), std::string::npos)
              << path.filename() << ":" << at << " " << field->text;
        }
      }
    }
  }
}

/// Every filled cell of a line with tabs is a field, a word of the form, or passed over with its reason.
TEST(Layouts, NoCellIsDroppedInSilence) {
  for (const char* name : {"2024-unit-targets.txt", "2024-described-targets.txt", "2024-wide-targets.txt",
                           "2024-department-targets.txt", "2023-national-selfeval.txt"}) {
    const Document document = sample(name);
    std::string taken;
    const auto take = [&taken](const model::Field& field) { taken += squeezed(field.text) + "|"; };
    for (const Table& table : document.tables) {
      for (const model::Field* field :
           {&table.title, &table.unit, &table.initial, &table.adjusted, &table.budget, &table.executed,
            &table.rate, &table.execution_score, &table.basic, &table.project, &table.total}) {
        take(*field);
      }
      for (const auto& [key, field] : table.header) take(field);
      for (const Goal& goal : table.goals) {
        take(goal.text);
        take(goal.achieved);
      }
      for (const model::MoneyPart& part : table.money_parts) {
        take(part.name);
        for (const auto& [cell_key, cell] : model::kMoneyPartKeys) take(part.*cell);
      }
      for (const auto& [label, text] : table.foot) {
        take(label);
        take(text);
      }
      for (const TableRow& row : table.rows) {
        for (const model::Field* field :
             {&row.level1, &row.level2, &row.name, &row.description, &row.target, &row.actual,
              &row.full_marks, &row.score, &row.reason, &row.basis}) {
          take(*field);
        }
        for (const auto& [year, field] : row.earlier) take(field);
      }
    }
    std::set<int> whole_lines;
    for (const PassedOver& passed : document.passed_over) {
      taken += squeezed(passed.text) + "|";
      const std::size_t until = passed.why.find("到第 ");
      const int last = until == std::string::npos
                           ? passed.place.line
                           : std::stoi(passed.why.substr(until + std::string("到第 ").size()));
      for (int i = passed.place.line; i <= last; ++i) {
        if (passed.why.find("不是绩效表") != std::string::npos) whole_lines.insert(i);
      }
      if (passed.why.find("姓名和电话") != std::string::npos) whole_lines.insert(passed.place.line);
    }
    for (const Line& line : lines_of(document.source)) {
      if (!line.grid || whole_lines.contains(line.number)) continue;
      for (const Piece& piece : line.pieces) {
        std::string text = squeezed(piece.text);
        const bool word = heading_role(forms(), text) || label_of(forms(), text) ||
                          is_group_heading(forms(), text) || is_year(forms(), text) ||
                          goal_head(forms(), text) || is_level1(forms(), text) ||
                          text.find("项目名称") != std::string::npos ||
                          text.find("项目编码") != std::string::npos || text == "031" || text == "031001" ||
                          text == "031002" || text.find("项目金额") != std::string::npos || text == "—" ||
                          text == "政府预算资金" || text == "财政专户管理资金" || text == "单位资金";
        if (word) continue;
        std::string digits = text;
        std::erase(digits, ',');
        if (digits.ends_with("万元")) digits.erase(digits.size() - std::string("万元").size());
        if (text.find_first_of("√□") != std::string::npos) continue;  // ticks are tested on their own
        const std::string begin = text.substr(0, std::min<std::size_t>(text.size(), 60));
        const bool found = taken.find(begin) != std::string::npos || taken.find(digits) != std::string::npos;
        // The wide table's lines of a unit give the unit of its projects and repeat their sum.
        const bool sum = digits == "810.90" || digits == "780.90";
        EXPECT_TRUE(found || sum) << name << ":" << line.number << " " << piece.text;
      }
    }
  }
}

TEST(Layouts, HeadOfASelfEvaluation) {
  const Document document = sample("2023-selfeval.txt");
  ASSERT_EQ(document.tables.size(), 3U);
  const Table& department = document.tables[0];
  EXPECT_EQ(department.kind, Table::Kind::selfeval);
  EXPECT_EQ(department.scope, model::CardKind::department);
  EXPECT_EQ(department.title.text, "部门整体");
  EXPECT_EQ(department.unit.text, "某县水利局");
  EXPECT_EQ(department.year, 2023);
  EXPECT_EQ(department.budget.text, "68");
  EXPECT_EQ(department.executed.text, "66.5");
  EXPECT_EQ(department.rate.text, "97.79");
  EXPECT_EQ(department.execution_score.text, "19.56");
  EXPECT_EQ(department.basic.text, "320.6");
  EXPECT_EQ(department.project.text, "68");
  EXPECT_EQ(department.total.text, "99.56");
  EXPECT_EQ(department.deviation_reason.text, "应急送水车次按常年数测算，本年旱情较重。");
  EXPECT_EQ(department.improvement.text, "无");
  ASSERT_EQ(department.goals.size(), 2U);
  EXPECT_EQ(department.goals[0].title.text, "年度目标1");
  EXPECT_EQ(department.goals[0].full_marks.text, "40");
  EXPECT_EQ(department.goals[0].text.text, "做好灌溉渠道清淤维护，保障农田灌溉用水，提高防汛抗旱能力");

  const Table& project = document.tables[1];
  EXPECT_EQ(project.scope, model::CardKind::project);
  EXPECT_EQ(project.title.text, "渠道清淤维护费");
  EXPECT_EQ(project.unit.text, "某县灌区管理所");
  EXPECT_EQ(project.budget.text, "60");
  EXPECT_EQ(project.executed.text, "58.5");
  const auto header = [&project](std::string_view key) {
    for (const auto& [name, field] : project.header) {
      if (name == key) return field.text;
    }
    return std::string();
  };
  EXPECT_EQ(header("主管部门"), "某县水利局");
  EXPECT_EQ(header("项目类别"), "一般公共预算");
  EXPECT_EQ(header("项目属性"), "持续性项目");
  EXPECT_EQ(header("项目类型"), "常年性项目");
  EXPECT_EQ(header("填报日期"), "2024年3月1日");
}

TEST(Layouts, AmountsUnderTheirHeadings) {
  const Table table = sample("2023-national-selfeval.txt").tables.at(0);
  EXPECT_EQ(table.initial.text, "10");
  EXPECT_EQ(table.adjusted.text, "12.00");
  EXPECT_EQ(table.budget.text, "12.00");
  EXPECT_EQ(table.executed.text, "11.50");
  EXPECT_EQ(table.rate.text, "95.83%");
  EXPECT_EQ(table.execution_score.text, "9.58");
  EXPECT_EQ(table.rows[1].full_marks.text, "15");
  EXPECT_EQ(table.rows[1].reason.text, "个别学员缺考");
}

TEST(Layouts, HeadsOfTargets) {
  const Document department = sample("2024-department-targets.txt");
  ASSERT_EQ(department.tables.size(), 2U);
  EXPECT_EQ(department.tables[0].kind, Table::Kind::targets);
  EXPECT_EQ(department.tables[0].budget.text, "410.5");
  EXPECT_EQ(department.tables[0].year, 2024);
  EXPECT_EQ(department.tables[1].budget.text, "70");
  EXPECT_EQ(department.tables[1].unit.text, "某县灌区管理所");
  const TableRow& row = department.tables[0].rows[6];
  ASSERT_EQ(row.earlier.size(), 2U);
  EXPECT_EQ(row.earlier[0].first.text, "2022年");
  EXPECT_EQ(row.earlier[0].second.text, "3人");
  EXPECT_EQ(row.earlier[1].second.text, "4人");

  const Document unit = sample("2024-unit-targets.txt");
  ASSERT_EQ(unit.tables.size(), 3U);
  EXPECT_EQ(unit.tables[0].budget.text, "240.8");
  EXPECT_EQ(unit.tables[0].unit.text, "某县档案馆");
  EXPECT_EQ(unit.tables[2].unit.text, "某县档案服务中心");
  EXPECT_EQ(unit.tables[2].budget.text, "10");

  const Document described = sample("2024-described-targets.txt");
  ASSERT_EQ(described.tables.size(), 2U);
  EXPECT_EQ(described.tables[0].budget.text, "1036.50");
  EXPECT_EQ(described.tables[0].unit.text, "某县水利局");

  const Document wide = sample("2024-wide-targets.txt");
  ASSERT_EQ(wide.tables.size(), 6U);
  EXPECT_EQ(wide.tables[0].budget.text, "1844.10");
  EXPECT_EQ(wide.tables[2].budget.text, "1270.00");
  EXPECT_EQ(wide.tables[4].title.text, "某财农2023-18号2024年林业改革资金用于森林抚育");
  EXPECT_EQ(wide.tables[4].budget.text, "30.00");
  EXPECT_EQ(wide.tables[5].unit.text, "某示范区林业工作站");
}

}  // namespace
}  // namespace jiheng::intake
