// engine/intake/document.h: what was read in a published document: tables, claims, and what was passed over.
// Texts are as printed with broken pieces joined; every field knows its place in the source. Merged level cells are
// filled down.
// Gives   plain data.
// Source  docs/import.md
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/place.h"
#include "engine/model/claim.h"
#include "engine/model/scorecard.h"

namespace jiheng::intake {

using base::SourcePtr;

/// One row of indicators. Absent fields have an empty text and no place.
struct TableRow {
  model::Field section;  ///< 年度目标1 · 长期 · 年度; empty where the form has only one
  model::Field level1;
  model::Field level2;
  model::Field level1_marks;  ///< of 产出指标（50分）, digits: on the row that prints it
  model::Field level2_marks;
  model::Field name;
  model::Field description;
  model::Field target;
  std::vector<model::Field>
      target_cells;  ///< 指标性质, 指标值, 度量单位, where the target is joined from several
  model::Field actual;
  model::Field full_marks;
  model::Field score;
  model::Field judgement;  ///< 评定: 85%, or 不适用
  model::Field reason;
  model::Field standard;  ///< 评分标准
  model::Field basis;
  std::vector<std::pair<model::Field, model::Field>> earlier;  ///< 2022年: 103例
  std::vector<std::pair<model::Field, model::Field>> data;  ///< 计算数据: what its 评分标准 asks for
  base::Place place;
};

struct Goal {
  model::Field title;  ///< as the section of its rows
  model::Field text;
  model::Field full_marks;
  model::Field achieved = {};  ///< 实际完成情况, where the form asks for it beside the goal
};

/// What is printed on the form itself, whoever fills it in: it tells one place's form from another's.
struct Printed {
  std::vector<model::Field> headings;  ///< of columns, and labels of fields, with their notes; each text once
  model::Field
      execution_marks;  ///< full marks of the line 预算执行, digits: of "得分（20 分*执行率）", of 分值
};

struct Table {
  enum class Kind { targets, selfeval } kind = Kind::targets;
  model::CardKind scope = model::CardKind::project;
  std::string id;      ///< t01, t02 … in the order of the document
  model::Field title;  ///< 项目名称, or 部门整体
  model::Field unit;
  std::optional<int> year;
  model::Field money_unit;  ///< 万元
  model::Field initial;   ///< 年初预算数: digits as printed, without thousands commas, like all amounts
  model::Field adjusted;  ///< 全年预算数
  model::Field budget;    ///< the amount that stands for the year: adjusted, else 预算数, else initial
  model::Field executed;  ///< where its cell is blank, empty with the place
  model::Field rate;
  model::Field execution_score;
  model::Field basic;                                        ///< 基本支出
  model::Field project;                                      ///< 项目支出
  std::vector<model::MoneyPart> money_parts;                 ///< 其中: as printed, amounts as digits
  std::vector<std::pair<std::string, model::Field>> header;  ///< other fields: 主管部门 …
  std::vector<Goal> goals;
  std::vector<TableRow> rows;
  model::Field total;
  model::Field deviation_reason;
  model::Field improvement;
  std::vector<std::pair<model::Field, model::Field>> foot;  ///< 主管部门审核意见: 同意
  model::Field scheme;  ///< of a workbook that says which scheme it was made for
  Printed printed;
  base::Place place;
};

using model::Claim;

/// Text that became no field, and why: a piece of a line, a line, or a range of lines (the first is the place). In a
/// text the place is the line; in a sheet it is the cell.
struct PassedOver {
  base::Place place;
  std::string text;
  std::string why;
};

struct Document {
  SourcePtr source;
  std::vector<Table> tables;
  std::vector<Claim> claims;
  std::vector<PassedOver> passed_over;  ///< in the order of sheets and lines
};

/// Cells that were filled: the fields of the rows and of the header.
std::size_t cell_count(const Table& table);

}  // namespace jiheng::intake
