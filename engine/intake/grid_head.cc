// Takes the lines of the head, gives the fields of the table; what no field takes is passed over with its label.
#include "engine/intake/grid_head.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/intake/table_fields.h"

namespace jiheng::intake {

using model::Field;

std::optional<std::string> GridHead::read(std::size_t i, const std::vector<Piece>& pieces,
                                          const std::vector<std::string>& cells) {
  if (budget_headings(pieces, cells) || budget_values(i, pieces, cells)) return std::nullopt;
  bool goals_only = true;
  std::vector<std::string> names;
  for (const std::string& cell : cells) {
    const auto label = label_of(cell);
    goals_only = goals_only && label && (label->label == Label::goal || label->label == Label::plan_goal);
    if (label && label->label == Label::plan_goal) {
      const auto head = goal_head(cell);
      names.push_back(head ? head->name : cell);
    }
  }
  if (goals_only) {
    label_ = Label::goal;
    label_text_ = pieces.front().text;
    if (pieces.size() == 1 && goal_head(cells[0])) return goal_head(cells[0])->name;
    goal_names_ = names;
    return std::nullopt;
  }
  bool labelled = false;
  if (!line_label_.empty()) label_text_ = line_label_;
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    const auto label = label_of(cells[k]);
    if (!label || label->label == Label::numbered_goal) {
      value(i, pieces[k], cells[k], labelled);
      continue;
    }
    note_heading(table_, cells[k], pieces[k].place);
    label_ = label->label;
    rank_ = label->rank;
    label_text_ = pieces[k].text;
    if (!labelled) line_label_ = label_text_;
    labelled = true;
  }
  return std::nullopt;
}

void GridHead::value(std::size_t i, const Piece& piece, const std::string& text, bool labelled) {
  const Field field{piece.text, piece.place};
  switch (label_) {
    case Label::numbered_goal:
      if (!table_.goals.empty()) {
        Field& goal = table_.goals.back().text;
        if (goal.empty()) goal.place = piece.place;
        append_joined(goal.text, piece.text);
      }
      return;
    case Label::goal:
    case Label::plan_goal:
      goal_texts_.push_back(field);
      return;
    case Label::amount_total:
    case Label::amount_column:
      if (!labelled) break;
      if (label_ == Label::amount_column && amount_of(squeezed(label_text_)) == Amount::executed) {
        if (!set_amount(table_, Amount::executed, piece)) break;
      } else {
        total(i, piece, label_ == Label::amount_total ? rank_ : 2);
      }
      return;
    case Label::basic:
    case Label::project: {
      Field& into = label_ == Label::basic ? table_.basic : table_.project;
      const auto digits = amount_digits(text);
      if (!labelled || !digits || !into.empty()) break;
      into = {*digits, piece.place};
      return;
    }
    case Label::person:
      reading_.pass(i, label_text_, "姓名和电话，评分用不着，不取");
      return;
    default:
      if (labelled && set_header_field(table_, label_, piece)) return;
      break;
  }
  reading_.pass(i, piece.text, fmt::format("“{}”一栏，评分用不着", label_text_));
}

/// The first amount behind the label with the lowest rank is the table's budget.
void GridHead::total(std::size_t i, const Piece& piece, int rank) {
  const auto digits = amount_digits(piece.text);
  if (!digits || (total_rank_ != 0 && total_rank_ <= rank)) {
    reading_.pass(i, piece.text, fmt::format("“{}”一栏，评分用不着", label_text_));
    return;
  }
  if (total_rank_ != 0) reading_.pass(total_line_, table_.budget.text, "小计，预算数取了后面的合计");
  table_.budget = {*digits, piece.place};
  total_rank_ = rank;
  total_line_ = i;
}

/// 预算数(A) | 执行数(B) | 执行率 | 得分 side by side: the amounts stand below.
bool GridHead::budget_headings(const std::vector<Piece>& pieces, const std::vector<std::string>& cells) {
  std::vector<std::pair<Amount, std::size_t>> found;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const auto kind = amount_of(cells[k]);
    if (kind) found.emplace_back(*kind, pieces[k].column);
    if (!kind && !(k == 0 && label_of(cells[k]))) return false;
  }
  if (found.size() < 2) return false;
  amounts_ = std::move(found);
  for (std::size_t k = 0; k < cells.size(); ++k) note_heading(table_, cells[k], pieces[k].place);
  return true;
}

bool GridHead::budget_values(std::size_t i, const std::vector<Piece>& pieces,
                             const std::vector<std::string>& cells) {
  if (amounts_.empty() || !table_.executed.empty()) return false;
  std::size_t k = 0;
  bool total_line = false;
  for (; k < cells.size() && label_of(cells[k]); ++k) {
    total_line = total_line || label_of(cells[k])->label == Label::amount_total;
  }
  if (!total_line) return false;
  const std::size_t values = cells.size() - k;
  for (std::size_t v = 0; v < values; ++v) {
    const Piece& piece = pieces[k + v];
    const auto by_column = std::find_if(amounts_.begin(), amounts_.end(),
                                        [&piece](const auto& a) { return a.second == piece.column; });
    const auto amount = values == amounts_.size()     ? amounts_[v].first
                        : by_column != amounts_.end() ? by_column->first
                                                      : Amount::other;
    if (amount == Amount::other || !set_amount(table_, amount, piece)) {
      reading_.pass(i, piece.text, "看不出属于哪一栏");
    }
  }
  return true;
}

void GridHead::finish() {
  for (std::size_t k = 0; k < goal_texts_.size(); ++k) {
    const std::string name = k < goal_names_.size() ? goal_names_[k] : "";
    const auto found = std::find_if(table_.goals.begin(), table_.goals.end(),
                                    [&name](const Goal& g) { return !name.empty() && g.title.text == name; });
    if (found == table_.goals.end()) {
      table_.goals.push_back({Field{name, goal_texts_[k].place}, goal_texts_[k], {}});
    } else if (found->text.empty()) {
      found->text = goal_texts_[k];
    }
  }
}

}  // namespace jiheng::intake
