// Takes the head of a table, knows its columns by their words. Leaves the rows to block_scorer.cc.
#include "engine/bulk/table_head.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/bulk/cells.h"
#include "engine/bulk/whole_cards.h"

namespace jiheng::bulk {
namespace {

struct Title {
  std::string_view word;
  Column column;
};
/// The first word of a column is the one messages use.
constexpr std::array<Title, 28> kTitles = {{{"编号", Column::id},
                                            {"类型", Column::kind},
                                            {"名称", Column::title},
                                            {"项目名称", Column::title},
                                            {"年度", Column::year},
                                            {"方案", Column::scheme},
                                            {"行", Column::line_kind},
                                            {"年度目标", Column::section},
                                            {"一级指标", Column::level1},
                                            {"一级", Column::level1},
                                            {"二级指标", Column::level2},
                                            {"二级", Column::level2},
                                            {"三级指标", Column::name},
                                            {"三级", Column::name},
                                            {"目标", Column::target},
                                            {"目标值", Column::target},
                                            {"完成", Column::actual},
                                            {"完成值", Column::actual},
                                            {"分值", Column::full_marks},
                                            {"自报得分", Column::claimed},
                                            {"单位名称", Column::unit_name},
                                            {"评定", Column::judged},
                                            {"不适用", Column::not_applicable},
                                            {"偏差原因", Column::reason},
                                            {"子项", Column::conditions},
                                            {"计算数据", Column::data},
                                            {"档点", Column::cut_points},
                                            {"评分标准", Column::standard}}};

/// Of an earlier result.
constexpr std::array<std::string_view, 10> kResults = {"得分",    "最低得分", "最高得分", "结论", "完成率",
                                                       "完成率%", "偏离度",   "偏离度%",  "规则", "说明"};

constexpr std::array<Column, 5> kNeeded = {Column::id, Column::level1, Column::name, Column::target,
                                           Column::actual};

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out += c;
  }
  return out;
}

}  // namespace

std::string_view to_chinese(Column column) {
  return std::find_if(kTitles.begin(), kTitles.end(), [&](const Title& t) { return t.column == column; })
      ->word;
}

diag::Result<TableHead> table_head(std::string_view line, const base::SourcePtr& source) {
  const auto problem = [&](std::size_t column, std::string message, std::string fix) {
    return diag::Diagnostic{"B101", std::move(message),
                            "一行一个指标或一行预算执行，栏目用表上的词，次序随意。", std::move(fix),
                            base::Place{source, 1, static_cast<int>(column) + 1, 0}};
  };
  TableHead head;
  head.places.fill(TableHead::kAbsent);
  if (line.find('\t') != std::string_view::npos && line.find(',') == std::string_view::npos)
    head.separator = '\t';
  std::vector<std::string_view> cells;
  if (!split(line, head.separator, cells))
    return problem(0, "第一行的引号没有成对", "补上引号，或删去多的。");
  head.width = cells.size();
  std::string scratch;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string word = without_blanks(text_of(cells[i], scratch));
    if (std::find(kResults.begin(), kResults.end(), word) != kResults.end()) continue;
    head.kept.push_back(i);
    head.titles.push_back(word);
    const auto* known =
        std::find_if(kTitles.begin(), kTitles.end(), [&](const Title& t) { return t.word == word; });
    if (known == kTitles.end()) {
      head.unused.push_back(word);
      continue;
    }
    std::size_t& place = head.places[static_cast<std::size_t>(known->column)];
    if (place != TableHead::kAbsent)
      return problem(i, fmt::format("“{}”这一栏有两个", word), "留下一个，另一个换个名字。");
    place = i;
  }
  for (const Column column : kNeeded) {
    if (!head.has(column))
      return problem(0, fmt::format("第一行没有“{}”这一栏", to_chinese(column)),
                     fmt::format("第一行写上栏目：编号,类型,名称,年度,方案,行,一级指标,二级指标,三级指标,"
                                 "目标,完成,分值,自报得分；“{}”不能少。",
                                 to_chinese(column)));
  }
  return head;
}

TableHead head_of_cards() {
  TableHead head;
  head.cards = true;
  head.places.fill(TableHead::kAbsent);
  head.titles.assign(card_columns().begin(), card_columns().end());
  return head;
}

}  // namespace jiheng::bulk
