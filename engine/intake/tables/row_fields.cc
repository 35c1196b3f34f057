// Takes cells with their roles, gives the row. Leaves filling levels down to the readers of tables.
#include "engine/intake/tables/row_fields.h"

#include <algorithm>
#include <utility>

#include "engine/base/decimal.h"
#include "engine/intake/tables/table_fields.h"
#include "engine/intake/tables/text_lines.h"
#include "engine/intake/words/target_words.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using model::Field;

bool is_dash(const std::string& text) {
  return text == "-" || text == "—" || text == "——" || text == "/" || text == "无" || text == "\\";
}

bool ends_in_number(const std::string& text) {
  if (text.empty()) return false;
  return (text.back() >= '0' && text.back() <= '9') || ends_with_any(text, {"万", "亿", "千", "百"});
}

/// The sign a target begins with; empty for none.
std::string_view sign_at_front(const FormWords& forms, std::string_view number) {
  std::size_t longest = 0;
  std::string_view sign;
  for (const auto& [word, meant] : forms.signs.written.entries()) {
    if (word.size() <= longest || !number.starts_with(word)) continue;
    longest = word.size();
    sign = meant;
  }
  return sign;
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

void RowFields::blank(Role role, const base::Place& place) {
  Field* into = field_of(row, role);
  if (into != nullptr && into->empty()) into->place = place;
}

std::vector<Field> RowFields::join_target(const FormWords& forms) {
  std::vector<Field> unused;
  if (sign_.empty() && measure_.empty()) return unused;
  const std::string number = squeezed(row.target.text);
  const std::string said = squeezed(sign_.text);
  const std::string unit = is_dash(squeezed(measure_.text)) ? std::string() : squeezed(measure_.text);
  const std::string_view direction = direction_of(forms, said);
  const std::string_view sign = direction.empty() ? sign_of(forms, said) : direction;
  // 正向 says how to compare a number that stands alone; a sign, also one in words, stands before it in any case.
  const bool alone = !number.empty() && number.front() >= '0' && number.front() <= '9';
  std::string text = row.target.text;
  const bool in_words = starts_with_any(number, forms.values.comparing);
  const bool has_sign = !sign.empty() && sign_at_front(forms, number) == sign;
  const bool add_sign =
      !sign.empty() && holds_number(number) && !has_sign && !in_words && (direction.empty() || alone);
  const bool add_unit = !unit.empty() && ends_in_number(number);
  if (add_sign) text = std::string(sign) + text;
  if (add_unit) text += unit;
  if (!said.empty() && !is_target_kind(forms, said) && !add_sign && !has_sign) unused.push_back(sign_);
  const bool has_unit = add_unit || (!unit.empty() && number.ends_with(unit));
  if (!unit.empty() && !has_unit) unused.push_back(measure_);
  // The unit beside the target is that of both; an actual value that says more than a number says its own.
  if (has_unit && base::Decimal::parse(squeezed(row.actual.text))) row.actual.text += unit;
  if (!row.target.empty()) {
    for (const Field* cell : {&std::as_const(sign_), &std::as_const(row.target), &std::as_const(measure_)}) {
      if (!cell->empty()) row.target_cells.push_back(*cell);
    }
    row.target.text = std::move(text);
  }
  return unused;
}

}  // namespace jiheng::intake
