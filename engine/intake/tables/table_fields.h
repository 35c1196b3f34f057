// engine/intake/tables/table_fields.h: labels and texts -> the fields of a table; what the lines above a table say of it.
// Takes   squeezed labels, and texts with their places.
// Gives   fields of the table as printed, amounts as digits.
// Units   an amount stays in the unit of the table: 元 or 万元, as it says itself.
// Fails   never: false or nullopt where a text is no such field.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/intake/document.h"
#include "engine/intake/tables/reading.h"
#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

/// Title, year, money unit and other fields on the lines right above a table; marks them used.
void read_context(Reading& reading, std::size_t table_begin, Table& table);

/// 金额单位:万元, squeezed, and nothing else.
bool is_money_note(const FormWords& forms, std::string_view squeezed);

/// A line or cell that says only one of these: (2024年度) · 单位：万元. False where it does not.
bool read_year_or_money_unit(const FormWords& forms, std::string_view squeezed, const base::Place& place,
                             Table& table);

/// "单位名称：某局 填报日期：3月" in one cell as pieces of their own: label, value, label, value. Others stay as they are.
std::vector<Piece> labelled_pieces(const FormWords& forms, const std::vector<Piece>& pieces);

/// "(2024年度)", "2023年度…": the year at the front of a squeezed text.
std::optional<int> leading_year(std::string_view squeezed);

/// "某局2023年度…自评表": the year anywhere in a title.
std::optional<int> year_of_title(std::string_view squeezed);

/// Items behind whose number stands a tick: "1、持续性项目 √ 2、新增性项目 □" -> 持续性项目; the text itself if it has no
/// boxes.
std::string ticked(std::string_view text);

/// Amount as digits: "1,258.00" -> "1258.00", "50 万元" -> "50"; nullopt for anything else.
std::optional<std::string> amount_digits(std::string_view text);

/// The same for an amount of this table, which may say 元 or 万元 beside it: nullopt where the table's amounts are in
/// another unit; the first amount in 元 says it for the table.
std::optional<std::string> amount_of_table(Table& table, const Piece& piece);

/// Keeps a heading or label as printed (squeezed), each text once; one that names the points of the line 预算执行
/// ("得分(20分*执行率)", "预算执行情况(20分)") gives the table its execution marks too.
void note_heading(const FormWords& forms, Table& table, std::string_view squeezed, const base::Place& place);

/// A field that its label alone places. False where the label is none of those.
bool set_header_field(Table& table, Label label, const Piece& value);

/// An amount of the line 年度资金总额 under its heading. False where it is no amount.
bool set_amount(Table& table, Amount amount, const Piece& piece);

/// The field of a row for a column; nullptr for levels and earlier years, which the readers keep themselves.
model::Field* field_of(TableRow& row, Role role);

/// The cell of a part of the money under such a heading; nullptr for Amount::other.
model::Field* field_of(model::MoneyPart& part, Amount amount);

/// "其中:当年财政拨款" -> 当年财政拨款.
std::string part_name(std::string_view squeezed);

/// One without a name or without a cell is left away. False where the table has one of that name.
bool add_money_part(Table& table, model::MoneyPart part);

}  // namespace jiheng::intake
