// The transcriptions of published tables (tests/cases), laid out as sheets in the forms of the field, read back: every
// cell equal.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "engine/intake/tables/text_lines.h"
#include "engine/office/sheets_from_csv.h"
#include "tests/unit/intake/documents.h"
#include "tests/unit/intake/sheets.h"

namespace jiheng::intake {

using namespace office;  // NOLINT: a sheet and the tables in it
namespace {

using Record = std::map<std::string, std::string>;  ///< by column of the csv

std::vector<Record> records(const std::string& name) {
  const std::string path = JIHENG_SOURCE_DIR "/tests/cases/" + name;
  const auto sheet =
      sheet_from_csv(std::make_shared<const base::Source>(base::Source{name, file_text(path)}));
  std::map<int, std::string> titles;
  std::map<int, Record> rows;
  for (const SheetCell& cell : sheet->cells) {
    if (cell.row == 1) {
      titles[cell.column] = cell.text;
    } else {
      rows[cell.row][titles[cell.column]] = cell.text;
    }
  }
  std::vector<Record> out;
  for (auto& [row, record] : rows) out.push_back(std::move(record));
  return out;
}

std::vector<std::vector<Record>> tables_of(const std::string& name) {
  std::vector<std::vector<Record>> out;
  for (Record& record : records(name)) {
    if (out.empty() || out.back().front()["table_id"] != record["table_id"]) out.emplace_back();
    out.back().push_back(std::move(record));
  }
  return out;
}

/// Rows written one below the other; merged() gives the cell above in the same column one row more.
class Layout {
 public:
  explicit Layout(const std::string& name) {
    sheet_.source = std::make_shared<const base::Source>(base::Source{"自评.xlsx", "", name});
  }
  void line(const std::vector<std::string>& cells) {
    ++row_;
    for (std::size_t k = 0; k < cells.size(); ++k) {
      if (cells[k].empty()) continue;
      SheetCell cell;
      cell.text = cells[k];
      cell.row = row_;
      cell.column = static_cast<int>(k) + 1;
      last_[cell.column] = sheet_.cells.size();
      sheet_.cells.push_back(std::move(cell));
    }
  }
  void merged(int column) {
    SheetCell& cell = sheet_.cells[last_[column]];
    cell.rows = row_ - cell.row + 1;
  }
  Sheet take() { return std::move(sheet_); }

 private:
  Sheet sheet_;
  int row_ = 0;
  std::map<int, std::size_t> last_;
};

/// A row with its levels, merged with the row above or left blank where they are the same.
class Levels {
 public:
  Levels(Layout& layout, bool merge) : layout_(layout), merge_(merge) {}
  /// Below another heading.
  void begin() { level1_.clear(); }
  void line(const std::string& side, const Record& row, const std::vector<std::string>& values) {
    const bool same1 = row.at("level1") == level1_;
    const bool same2 = same1 && row.at("level2") == level2_;
    level1_ = row.at("level1");
    level2_ = row.at("level2");
    std::vector<std::string> cells{side, same1 ? "" : level1_, same2 ? "" : level2_, row.at("indicator")};
    cells.insert(cells.end(), values.begin(), values.end());
    layout_.line(cells);
    if (merge_ && same1) layout_.merged(2);
    if (merge_ && same2) layout_.merged(3);
  }

 private:
  Layout& layout_;
  bool merge_;
  std::string level1_;
  std::string level2_;
};

std::string at(const Record& record, const std::string& key) {
  const auto found = record.find(key);
  return found == record.end() ? std::string() : found->second;
}

void national(Layout& layout, const std::vector<Record>& rows, const std::string& title) {
  layout.line({"项目支出绩效自评表"});
  layout.line({"（2023年度）"});
  layout.line({"项目名称", "", title});
  layout.line(
      {"项目资金（万元）", "", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"});
  layout.line({"", "年度资金总额", "", at(rows[0], "budget_declared"), at(rows[0], "budget_declared"),
               at(rows[0], "executed"), "20", at(rows[0], "exec_rate_printed"),
               at(rows[0], "exec_score_printed")});
  layout.merged(1);
  layout.line({"绩效指标", "一级指标", "二级指标", "三级指标", "年度\n指标值", "实际\n完成值", "分值", "得分",
               "偏差原因分析及改进措施"});
  Levels levels(layout, true);
  for (const Record& row : rows) {
    levels.line(
        "", row,
        {at(row, "target_raw"), at(row, "actual_raw"), at(row, "score_printed"), at(row, "score_printed")});
    layout.merged(1);
  }
  layout.line({"总分", "", "", "", "", "", "100", "100"});
  layout.line({});
}

void hubei(Layout& layout, const std::vector<Record>& rows, const std::string& title, bool department) {
  layout.line({department ? "2023年度部门整体绩效自评表" : "2023年度项目绩效自评表"});
  layout.line({department ? "单位名称" : "项目名称", department ? "某县某局" : title});
  layout.line({"预算执行情况（万元）（20分）", "", "预算数（A）", "执行数（B）", "执行率(B/A)",
               "得分（20分*执行率）"});
  layout.line({"", department ? "部门整体支出总额" : "年度财政资金总额", at(rows[0], "budget_declared"),
               at(rows[0], "executed"), at(rows[0], "exec_rate_printed"), at(rows[0], "exec_score_printed")});
  std::string goal = "none";
  Levels levels(layout, false);
  for (const Record& row : rows) {
    if (at(row, "goal_no") != goal) {
      goal = at(row, "goal_no");
      if (department)
        layout.line({"年度目标" + goal + "：（" + at(row, "goal_points") + "分）", "目标的文字"});
      layout.line(
          {"年度绩效指标", "一级指标", "二级指标", "三级指标", "年初目标值（A)", "实际完成值(B)", "得分"});
      levels.begin();
    }
    levels.line("", row, {at(row, "target_raw"), at(row, "actual_raw"), at(row, "score_printed")});
  }
  layout.line({"总分", "100"});
  layout.line({"偏差大或目标未完成原因分析", "无"});
}

/// "≥95%" -> "≥", "95", "%"; a word: 定性.
std::vector<std::string> parted(const std::string& target) {
  std::string text = squeezed(target);
  std::string sign;
  for (const char* mark : {"≥", "≤", "="}) {
    if (text.starts_with(mark)) sign = mark;
  }
  text.erase(0, sign.size());
  const std::size_t unit = text.find_first_not_of("0123456789.");
  if (unit == 0) return {sign.empty() ? "定性" : "", squeezed(target), "无"};
  if (unit == std::string::npos) return {sign, text, ""};
  return {sign, text.substr(0, unit), text.substr(unit)};
}

void three_columns(Layout& layout, const std::vector<Record>& rows, const std::string& title) {
  layout.line({"项目名称", title});
  layout.line({"", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "分值",
               "自评得分", "财政审核评分"});
  Levels levels(layout, true);
  for (const Record& row : rows) {
    std::vector<std::string> values = parted(at(row, "target_raw"));
    values.insert(values.end(),
                  {at(row, "actual_raw"), at(row, "score_printed"), at(row, "score_printed"), "1"});
    levels.line("", row, values);
  }
}

void expect_rows(const Table& table, const std::vector<Record>& rows, std::size_t& compared) {
  ASSERT_EQ(table.rows.size(), rows.size()) << table.title.text;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const TableRow& row = table.rows[k];
    const std::pair<const model::Field*, const char*> kCells[] = {
        {&row.level1, "level1"},     {&row.level2, "level2"},     {&row.name, "indicator"},
        {&row.target, "target_raw"}, {&row.actual, "actual_raw"}, {&row.score, "score_printed"},
        {&row.basis, "basis"}};
    for (const auto& [field, key] : kCells) {
      std::string printed = squeezed(at(rows[k], key));
      // Where the unit has a column of its own, it is that of the actual value too.
      const bool bare = field == &row.actual && row.target_cells.size() > 1 && !printed.empty() &&
                        printed.back() >= '0' && printed.back() <= '9';
      if (bare && row.target.text.ends_with(row.target_cells.back().text))
        printed += squeezed(row.target_cells.back().text);
      EXPECT_EQ(squeezed(field->text), printed) << table.title.text << " " << k << " " << key;
      ++compared;
    }
    std::vector<std::string> earlier;
    for (const char* key : {"y2022_raw", "y2023_raw"}) {
      if (!at(rows[k], key).empty()) earlier.push_back(squeezed(at(rows[k], key)));
    }
    ASSERT_EQ(row.earlier.size(), earlier.size());
    for (std::size_t e = 0; e < earlier.size(); ++e)
      EXPECT_EQ(squeezed(row.earlier[e].second.text), earlier[e]);
  }
}

TEST(SheetsOfGold, TheSelfEvaluationsInThreeForms) {
  const auto tables = tables_of("selfeval_2023_tongcheng.csv");
  ASSERT_EQ(tables.size(), 27U);
  std::vector<Sheet> sheets;
  for (std::size_t k = 0; k < tables.size(); ++k) {
    Layout layout("表" + std::to_string(k));
    national(layout, tables[k], tables[k][0].at("project"));
    sheets.push_back(layout.take());
  }
  Layout all_hubei("全部");
  for (const auto& rows : tables) {
    hubei(all_hubei, rows, rows[0].at("project"), rows[0].at("table_id") == "dept");
  }
  sheets.push_back(all_hubei.take());
  Layout all_columns("三栏");
  for (const auto& rows : tables) three_columns(all_columns, rows, rows[0].at("project"));
  sheets.push_back(all_columns.take());

  const auto result = read_sheets(sheets);
  EXPECT_TRUE(result.problems.empty()) << result.problems.front().message;
  ASSERT_EQ(result->tables.size(), 3 * tables.size());
  std::size_t compared = 0;
  for (std::size_t k = 0; k < result->tables.size(); ++k) {
    const Table& table = result->tables[k];
    const auto& rows = tables[k % tables.size()];
    EXPECT_EQ(table.title.text, rows[0].at("project"));
    EXPECT_EQ(table.kind, Table::Kind::selfeval);
    expect_rows(table, rows, compared);
    if (k >= 2 * tables.size()) continue;
    EXPECT_EQ(table.year, 2023);
    EXPECT_EQ(table.budget.text, rows[0].at("budget_declared"));
    EXPECT_EQ(table.executed.text, rows[0].at("executed"));
    EXPECT_EQ(table.execution_score.text, rows[0].at("exec_score_printed"));
    EXPECT_EQ(table.total.text, "100");
    EXPECT_EQ(table.printed.execution_marks.text, "20");
  }
  const Table& department = result->tables[tables.size()];
  EXPECT_EQ(department.scope, model::CardKind::department);
  for (std::size_t k = 0; k < department.rows.size(); ++k) {
    EXPECT_EQ(department.rows[k].section.text, "年度目标" + tables[0][k].at("goal_no"));
  }
  EXPECT_EQ(compared, 3U * 7U * 259U);
}

TEST(SheetsOfGold, TheTargetsOfTwoCounties) {
  const auto tongcheng = tables_of("targets_2024_tongcheng.csv");
  std::vector<Sheet> sheets;
  for (const auto& rows : tongcheng) {
    Layout layout(rows[0].at("table_id"));
    const bool department = rows[0].at("table_id") == "dept";
    layout.line({department ? "部门整体支出绩效目标申报表" : "项目支出绩效目标申报表"});
    layout.line({"（2024年度）"});
    layout.line({department ? "部门名称" : "项目名称", rows[0].at("project")});
    std::string section = "none";
    Levels levels(layout, true);
    for (const Record& row : rows) {
      if (at(row, "horizon") + at(row, "goal_no") != section) {
        section = at(row, "horizon") + at(row, "goal_no");
        const std::string horizon = at(row, "horizon");
        if (department) layout.line({horizon + "目标" + at(row, "goal_no") + "：", "目标的文字"});
        layout.line({horizon + "绩效指标", "一级指标", "二级指标", "指标名称", "指标值", "", "", "绩效标准"});
        layout.line({"", "", "", "", "近两年指标值", "", "预期当年实现值", ""});
        layout.line({"", "", "", "", "2022年", "2023年", "", ""});
        levels.begin();
      }
      levels.line("", row,
                  {at(row, "y2022_raw"), at(row, "y2023_raw"), at(row, "target_raw"), at(row, "basis")});
    }
    sheets.push_back(layout.take());
  }
  const auto hezheng = tables_of("targets_2024_hezheng.csv");
  Layout all("和政");
  for (const auto& rows : hezheng) {
    const bool unit = at(rows[0], "project").empty();
    all.line({unit ? "单位整体支出绩效目标表" : "项目支出绩效目标表"});
    all.line({unit ? "部门(单位)名称" : "项目名称", unit ? rows[0].at("unit") : rows[0].at("project")});
    all.line({"项目资金（万元）", "年度资金总额：", at(rows[0], "budget")});
    all.line({"绩效指标", "一级指标", "二级指标", "三级指标", "指标值"});
    Levels levels(all, false);
    for (const Record& row : rows) levels.line("", row, {at(row, "target_raw")});
  }
  sheets.push_back(all.take());

  const auto result = read_sheets(sheets);
  EXPECT_TRUE(result.problems.empty()) << result.problems.front().message;
  ASSERT_EQ(result->tables.size(), tongcheng.size() + hezheng.size());
  std::size_t compared = 0;
  for (std::size_t k = 0; k < result->tables.size(); ++k) {
    const Table& table = result->tables[k];
    EXPECT_EQ(table.kind, Table::Kind::targets);
    if (k >= tongcheng.size()) {
      expect_rows(table, hezheng[k - tongcheng.size()], compared);
      EXPECT_EQ(table.budget.text, at(hezheng[k - tongcheng.size()][0], "budget"));
      continue;
    }
    const auto& rows = tongcheng[k];
    expect_rows(table, rows, compared);
    EXPECT_EQ(table.year, 2024);
    for (std::size_t r = 0; r < rows.size() && r < table.rows.size(); ++r) {
      const std::string goal = at(rows[r], "goal_no");
      EXPECT_EQ(table.rows[r].section.text, at(rows[r], "horizon") + (goal.empty() ? "" : "目标" + goal));
    }
  }
  EXPECT_GT(compared, 7U * 200U);
}

}  // namespace
}  // namespace jiheng::intake
