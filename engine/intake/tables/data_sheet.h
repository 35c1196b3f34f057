// engine/intake/tables/data_sheet.h: the sheet 计算数据 of a workbook of ours -> the rows of its forms it belongs to.
// Takes   its lines: 表, 指标, 要知道的, 单位, 填. Gives each row what was filled in, with the place of the cell.
// Fails   never: what belongs to no row of the file is passed over, and said.
// Source  docs/standard-language.md, "计分"
#pragma once

#include <span>

#include "engine/intake/document.h"
#include "engine/intake/tables/text_lines.h"

namespace jiheng::intake {

/// Whether the sheet is one: by the words of its first cell.
bool is_data_sheet(std::span<const Line> lines);

void put_data_of_sheet(std::span<const Line> lines, Document& document);

}  // namespace jiheng::intake
