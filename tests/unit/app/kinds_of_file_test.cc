// One form as csv, text with tabs, web page, workbook and Word file: what check finds in it, and where.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "engine/app/check_paths.h"
#include "engine/diag/print.h"
#include "engine/rulebook/load.h"
#include "tests/unit/app/shipped_language.h"
#include "tests/unit/office/word_documents.h"
#include "tests/unit/office/workbooks.h"

namespace jiheng::app {
namespace {

namespace fs = std::filesystem;

using Row = std::vector<std::string>;

/// A line a row, | between cells.
std::vector<Row> rows_of(const std::string& drawing) {
  std::vector<Row> rows;
  std::istringstream lines(drawing);
  for (std::string line; std::getline(lines, line);) {
    Row& row = rows.emplace_back();
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find('|', at), line.size());
      row.push_back(line.substr(at, end - at));
      at = end + 1;
    }
  }
  return rows;
}

std::string joined(const std::vector<Row>& rows, const std::string& mark) {
  std::string text;
  for (const Row& row : rows) {
    for (std::size_t k = 0; k < row.size(); ++k) text += (k == 0 ? "" : mark) + row[k];
    text += '\n';
  }
  return text;
}

std::string page_of(const std::vector<Row>& rows) {
  std::string text = "<html><meta charset=utf-8><table border=1>";
  for (const Row& row : rows) {
    text += "<tr>";
    for (const std::string& cell : row) text += "<td>" + cell + "</td>";
    text += "</tr>";
  }
  return text + "</table></html>";
}

std::string workbook_of(const std::vector<Row>& rows) {
  std::string sheet;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::string number = std::to_string(r + 1);
    sheet += "<row r=\"" + number + "\">";
    for (std::size_t k = 0; k < rows[r].size(); ++k) {
      if (rows[r][k].empty()) continue;
      const std::string place = std::string(1, static_cast<char>('A' + k)) + number;
      sheet += "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + rows[r][k] + "</t></is></c>";
    }
    sheet += "</row>";
  }
  office::Parts parts = office::xlsx_parts({"<sheetData>" + sheet + "</sheetData>"});
  parts.insert(parts.begin(), {"[Content_Types].xml", "<Types/>"});
  return office::package_of(parts);
}

std::string word_file_of(const std::vector<Row>& rows) {
  std::string body;
  for (const Row& row : rows) {
    std::string cells;
    for (const std::string& cell : row) cells += office::c(cell);
    body += office::tr(cells);
  }
  return office::docx_of(office::tbl(body));
}

/// The form in each kind of file, by its ending.
std::map<std::string, std::string> files_of(const std::string& drawing) {
  const std::vector<Row> rows = rows_of(drawing);
  return {{"csv", joined(rows, ",")},
          {"txt", joined(rows, "\t")},
          {"html", page_of(rows)},
          {"xlsx", workbook_of(rows)},
          {"docx", word_file_of(rows)}};
}

/// "A105 G7" and so on: ids with the cell, or for a text the line, they point at; of the wanted ids.
std::vector<std::string> found_in(const std::string& ending, const std::string& bytes,
                                  const std::string& ids) {
  const fs::path folder = fs::temp_directory_path() / ("jiheng_kinds_of_file_" + ending);
  fs::create_directories(folder);
  const fs::path file = folder / ("form." + ending);
  std::ofstream(file, std::ios::binary) << bytes;
  CheckRequest request;
  request.score.paths = {file.string()};
  request.score.scheme = "national-2020";
  const CheckOutcome outcome = check_paths(std::move(request), language(), rulebook::load_schemes(kRules));
  fs::remove_all(folder);
  std::vector<std::string> found;
  for (const audit::Finding& f : outcome.findings) {
    if (ids.find(f.id) == std::string::npos) continue;
    const base::Place& place = f.where.front().place;
    std::string at = std::to_string(place.line);
    if (ending != "txt") at = static_cast<char>('A' + place.column - 1) + at;
    found.push_back(f.id + " " + at);
  }
  std::sort(found.begin(), found.end());
  return found;
}

using Found = std::vector<std::string>;

const std::string kForm =
    "项目支出绩效自评表\n（2023年度）\n"
    "项目名称|甲项目|项目起止时间|2023年12月-2023年1月\n"
    "主管部门|甲局|实施单位|乙中心\n"
    "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分\n"
    "|年度资金总额|100|100|95|10|95%|9.5\n"
    "|其中：当年财政拨款|60|60|60|—|90%|—\n"
    "|上年结转资金|20|20|20|—|100%|—\n"
    "|其他资金|10|10|15|—|150%|—\n"
    "年度总体目标|预期目标|||实际完成情况\n"
    "|培训120人|||培训100人\n"
    "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n"
    "产出指标（50分）|数量指标|培训人数|≥120人|130人|30|30\n"
    "|时效指标|完成时间|2024年12月31日前|2023年12月20日|25|25\n"
    "效益指标（25分）|社会效益指标|技能提升率|≥90%|92%|25|25\n"
    "满意度指标（10分）|服务对象满意度指标|学员满意度|≥90%|95%|10|10\n"
    "总分|||||100|99.5\n";

TEST(NewFindings, OfAFormInEveryKindOfFile) {
  for (const auto& [ending, bytes] : files_of(kForm)) {
    SCOPED_TRACE(ending);
    const Found found = found_in(ending, bytes, "A105 A111 A112 A602 A610 A613");
    if (ending == "txt") {  // of a text the levels keep no points
      EXPECT_EQ(found, (Found{"A105 7", "A112 6", "A602 11", "A610 14", "A613 3"}));
    } else {
      EXPECT_EQ(found, (Found{"A105 G7", "A111 A13", "A112 C6", "A602 E11", "A610 D14", "A613 D3"}));
    }
  }
}

TEST(NewFindings, SayNothingOfTheSameFormPutRight) {
  std::string right = kForm;
  for (const auto& [from, to] :
       {std::pair("2023年12月-2023年1月", "2023年1月-2023年12月"), std::pair("|90%|—", "|100%|—"),
        std::pair("其他资金|10|10|15", "其他资金|20|20|15"), std::pair("|150%|", "|75%|"),
        std::pair("培训100人", "培训130人"), std::pair("2024年12月31日前", "2023年12月31日前"),
        std::pair("产出指标（50分）", "产出指标（55分）")}) {
    right.replace(right.find(from), std::string(from).size(), to);
  }
  for (const auto& [ending, bytes] : files_of(right))
    EXPECT_EQ(found_in(ending, bytes, "A105 A111 A112 A602 A610 A613"), Found{}) << ending;
}

/// The blank cells of a form: its executed amount, an actual value and points.
TEST(BlankAmounts, ArePlacedInEveryKindOfFile) {
  const std::string executed_blank =
      "项目支出绩效自评表\n（2023年度）\n项目名称|甲项目|实施单位|乙中心\n"
      "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分\n"
      "|年度资金总额|100|100||10||\n"
      "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因\n"
      "产出指标|数量指标|培训人数|≥120人||50||\n"
      "效益指标|社会效益指标|提升率|≥90%|80%|40|35.56|\n";
  std::string planned_blank = executed_blank;
  planned_blank.replace(planned_blank.find("|100|100||"), 10, "|100||95|");
  for (const auto& [ending, bytes] : files_of(executed_blank)) {
    SCOPED_TRACE(ending);
    EXPECT_EQ(found_in(ending, bytes, "S101 S109 A302"), ending == "txt"
                                                             ? (Found{"A302 8", "S101 7", "S109 5"})
                                                             : (Found{"A302 H8", "S101 E7", "S109 E5"}));
  }
  for (const auto& [ending, bytes] : files_of(planned_blank))
    EXPECT_EQ(found_in(ending, bytes, "S109"), ending == "txt" ? Found{"S109 5"} : Found{"S109 D5"})
        << ending;
  // Each amount beside its own label, and a dash for no amount.
  const std::string labelled =
      "项目支出绩效自评表\n（2023年度）\n项目名称|甲项目|实施单位|乙中心\n预算数|100|执行数|\n"
      "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n"
      "产出指标|数量指标|培训人数|≥120人|130人|90|90\n";
  for (const auto& [ending, bytes] : files_of(labelled))
    EXPECT_EQ(found_in(ending, bytes, "S109"), ending == "txt" ? Found{"S109 4"} : Found{"S109 D4"})
        << ending;
}

}  // namespace
}  // namespace jiheng::app
