// Takes cells with their roles, gives the row. Leaves filling levels down to the readers of tables.
#include "engine/intake/tables/row_fields.h"

#include <algorithm>
#include <utility>

#include "engine/intake/tables/table_fields.h"
#include "engine/intake/tables/text_lines.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using model::Field;

bool is_dash(const std::string& text) {
  return text == "-" || text == "—" || text == "——" || text == "/" || text == "无" || text == "\\";
}

/// The comparison of the column 指标性质 as it stands before a number; empty for kinds of targets (定性, 正向).
std::string comparison(const FormWords& forms, const std::string& sign) {
  constexpr std::pair<std::string_view, std::string_view> kWritten[] = {
      {"大于等于", "≥"}, {"大于或等于", "≥"}, {"小于等于", "≤"}, {"小于或等于", "≤"},
      {"大于", ">"},     {"小于", "<"},       {"等于", "="}};
  for (const auto& [word, mark] : kWritten) {
    if (sign == word) return std::string(mark);
  }
  return starts_with_any(sign, forms.values.kinds) || is_dash(sign) ? std::string() : sign;
}

bool ends_in_number(const std::string& text) {
  if (text.empty()) return false;
  return (text.back() >= '0' && text.back() <= '9') || ends_with_any(text, {"万", "亿", "千", "百"});
}

bool holds_number(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool RowFields::add(Role role, const std::string& title, const Field& cell) {
  Field* into = nullptr;
  switch (role) {
    case Role::level1:
      into = &level1;
      break;
    case Role::level2:
    case Role::level2_again:
      into = &level2;
      break;
    case Role::sign:
      into = &sign_;
      break;
    case Role::measure:
      into = &measure_;
      break;
    case Role::earlier:
      row.earlier.emplace_back(Field{title, {}}, cell);
      return true;
    case Role::review:
      return false;
    default:
      into = field_of(row, role);
      break;
  }
  if (!into->empty()) return role == Role::level2_again;
  *into = cell;
  return true;
}

std::vector<Field> RowFields::join_target(const FormWords& forms) {
  std::vector<Field> unused;
  if (sign_.empty() && measure_.empty()) return unused;
  const std::string number = squeezed(row.target.text);
  const std::string sign = comparison(forms, squeezed(sign_.text));
  const std::string unit = is_dash(squeezed(measure_.text)) ? std::string() : squeezed(measure_.text);
  std::string text = row.target.text;
  const bool add_sign = !sign.empty() && holds_number(number) && !number.starts_with(sign);
  const bool add_unit = !unit.empty() && ends_in_number(number);
  if (add_sign) text = sign + text;
  if (add_unit) text += unit;
  const std::string kind = squeezed(sign_.text);
  const bool said = kind.empty() || is_dash(kind) || kind.starts_with("定性") || kind.starts_with("定量");
  if (!said && !add_sign && (sign.empty() || !number.starts_with(sign))) unused.push_back(sign_);
  if (!unit.empty() && !add_unit && !number.ends_with(unit)) unused.push_back(measure_);
  if (!row.target.empty()) {
    for (const Field* cell : {&std::as_const(sign_), &std::as_const(row.target), &std::as_const(measure_)}) {
      if (!cell->empty()) row.target_cells.push_back(*cell);
    }
    row.target.text = std::move(text);
  }
  return unused;
}

}  // namespace jiheng::intake
