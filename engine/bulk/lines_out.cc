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
  const RowLine& first = rows_[card.first];
  for (std::size_t i = 0; i < made_cells_.size(); ++i) {
    if (i > 0) out += head_.separator;
    const std::string_view cell = cells_[first.first_cell + head_.kept[i]];
    switch (made_cells_[i]) {
      case MadeCell::line_kind:
        out += line_kind;
        break;
      case MadeCell::full_marks:
        out += full_marks;
        break;
      case MadeCell::claimed:
        base::append_csv_cell(claimed, head_.separator, out);
        break;
      case MadeCell::scheme:
        base::append_csv_cell(scheme_id(card), head_.separator, out);
        break;
      case MadeCell::of_the_card:
        if (first.as_it_is) {
          out += cell;
        } else {
          base::append_csv_cell(text_of(cell, scratch_), head_.separator, out);
        }
        break;
      case MadeCell::blank:
        break;
    }
  }
}

void BlockLines::append_total(const CardLines& card, std::string& out) {
  const std::string_view full = card.scheme == nullptr ? std::string_view() : card.scheme->total;
  const std::string claimed(card.total_row ? text(*card.total_row, Column::claimed) : std::string_view());
  append_made(card, "总分", full, claimed, out);
}

void BlockLines::append_execution(const CardLines& card, std::string_view full_marks, std::string& out) {
  append_made(card, "预算执行", full_marks, "", out);
}

}  // namespace jiheng::bulk
