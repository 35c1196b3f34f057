// Takes rows and cards of a block, gives their lines as the result prints them, up to what was earned.
#include <string>

#include "engine/base/csv_cell.h"
#include "engine/bulk/card_lines.h"
#include "engine/bulk/cells.h"

namespace jiheng::bulk {

void BlockLines::append_row(std::size_t row, std::string& out) {
  const std::size_t scheme = scheme_.empty() ? TableHead::kAbsent : head_.at(Column::scheme);
  if (rows_[row].as_it_is && all_kept_ && scheme == TableHead::kAbsent) {
    out += rows_[row].text;
    return;
  }
  for (std::size_t i = 0; i < head_.kept.size(); ++i) {
    if (i > 0) out += head_.separator;
    const std::size_t at = head_.kept[i];
    base::append_csv_cell(
        at == scheme ? std::string_view(scheme_) : text_of(cells_[rows_[row].first_cell + at], scratch_),
        head_.separator, out);
  }
}

void BlockLines::append_made(const CardLines& card, std::string_view line_kind, std::string_view full_marks,
                             std::string_view claimed, std::string& out) {
  for (std::size_t i = 0; i < head_.kept.size(); ++i) {
    if (i > 0) out += head_.separator;
    const std::size_t at = head_.kept[i];
    const auto is = [&](Column column) { return head_.at(column) == at; };
    std::string_view said;
    if (is(Column::line_kind)) {
      said = line_kind;
    } else if (is(Column::full_marks)) {
      said = full_marks;
    } else if (is(Column::claimed)) {
      said = claimed;
    } else if (is(Column::scheme)) {
      said = scheme_id(card);
    } else if (of_the_card_[i] && rows_[card.first].as_it_is) {
      out += cells_[rows_[card.first].first_cell + at];
      continue;
    } else if (of_the_card_[i]) {
      said = text_of(cells_[rows_[card.first].first_cell + at], scratch_);
    }
    base::append_csv_cell(said, head_.separator, out);
  }
}

void BlockLines::append_total(const CardLines& card, std::string& out) {
  const std::string full = card.scheme == nullptr ? "" : card.scheme->scheme->total.trimmed().to_string();
  const std::string claimed(card.total_row ? text(*card.total_row, Column::claimed) : std::string_view());
  append_made(card, "总分", full, claimed, out);
}

void BlockLines::append_execution(const CardLines& card, std::string_view full_marks, std::string& out) {
  append_made(card, "预算执行", full_marks, "", out);
}

}  // namespace jiheng::bulk
