// Takes the lines of the head, gives the fields of the table; what no field takes is passed over with its label.
#include "engine/intake/tables/grid/grid_head.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/intake/tables/table_fields.h"
#include "engine/intake/words/role_fit.h"

namespace jiheng::intake {

using model::Field;

std::optional<std::string> GridHead::read(std::size_t i, const std::vector<Piece>& pieces,
                                          const std::vector<std::string>& cells) {
  for (std::size_t k = 0; k < cells.size(); ++k) money_unit(i, pieces[k], cells[k]);
  if (budget_headings(pieces, cells) || budget_values(i, pieces, cells) || money_part(i, pieces, cells)) {
    amounts_end_ = i + 1;
    return std::nullopt;
  }
  if (goal_headings(pieces, cells) || goal_texts_in_order(pieces, cells)) return std::nullopt;
  goal_column_ = 0;
  bool goals_only = true;
  std::vector<std::string> names;
  for (const std::string& cell : cells) {
    const auto label = label_of(reading_.forms(), cell);
    goals_only = goals_only && label && (label->label == Label::goal || label->label == Label::plan_goal);
    if (label && label->label == Label::plan_goal) {
      const auto head = goal_head(reading_.forms(), cell);
      names.push_back(head ? head->name : cell);
    }
  }
  if (goals_only) {
    label_ = Label::goal;
    label_text_ = pieces.front().text;
    if (pieces.size() == 1 && goal_head(reading_.forms(), cells[0]))
      return goal_head(reading_.forms(), cells[0])->name;
    goal_names_ = names;
    return std::nullopt;
  }
  bool labelled = false;
  if (!line_label_.empty()) label_text_ = line_label_;
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    const auto label = label_of(reading_.forms(), cells[k]);
    if (!label || label->label == Label::numbered_goal) {
      value(i, pieces[k], labelled);
      continue;
    }
    note_heading(reading_.forms(), table_, cells[k], pieces[k].place);
    label_ = label->label;
    rank_ = label->rank;
    label_text_ = pieces[k].text;
    if (!labelled) line_label_ = label_text_;
    labelled = true;
    if (label_ == Label::amount_column) blank_beside(pieces[k]);
  }
  return std::nullopt;
}

void GridHead::value(std::size_t i, const Piece& piece, bool labelled) {
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
      goal_text(piece);
      return;
    case Label::goal_planned:
      if (!labelled) break;
      numbered_ = false;
      goal_texts_.push_back({{}, field, {}, {}});
      return;
    case Label::goal_achieved: {
      if (!labelled) break;
      Field& answer = goal_to_answer().achieved;
      if (answer.empty()) answer.place = piece.place;
      append_joined(answer.text, piece.text);
      return;
    }
    case Label::amount_total:
      if (!labelled) break;
      total(i, piece, rank_);
      return;
    case Label::amount_column:
      if (!labelled) break;
      labelled_amount(i, piece);
      return;
    case Label::basic:
    case Label::project: {
      Field& into = label_ == Label::basic ? table_.basic : table_.project;
      const auto digits = amount_of_table(table_, piece);
      if (!labelled || !digits || !into.empty()) break;
      into = {*digits, piece.place};
      return;
    }
    case Label::total:
      if (!labelled || !table_.total.empty() || !head_total(piece)) break;
      return;
    case Label::person:
      reading_.pass_cell({label_text_, piece.place}, "姓名和电话，评分用不着，不取");
      return;
    default:
      if (labelled && set_header_field(table_, label_, piece)) return;
      break;
  }
  reading_.pass(i, piece, fmt::format("“{}”一栏，评分用不着", label_text_));
}

/// 自评总分 | 95.5分: some forms ask for it above the indicators.
bool GridHead::head_total(const Piece& piece) {
  std::string points = squeezed(piece.text);
  if (points.ends_with("分")) points.erase(points.size() - std::string_view("分").size());
  if (!is_points(points)) return false;
  table_.total = {points, piece.place};
  return true;
}

/// 预期目标 | 实际完成情况: the texts stand below, each under its own. Where a form calls the first 总体目标, that is what it is; beside
/// them may stand the words of the form.
bool GridHead::goal_headings(const std::vector<Piece>& pieces, const std::vector<std::string>& cells) {
  std::vector<std::pair<Label, std::size_t>> found;
  std::optional<std::size_t> goal;
  bool planned = false;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const auto match = label_of(reading_.forms(), cells[k]);
    if (!match && k == 0) continue;
    if (!match) return false;
    if (match->label == Label::goal_planned || match->label == Label::goal_achieved) {
      found.emplace_back(match->label, pieces[k].column);
      planned = planned || match->label == Label::goal_planned;
    } else if (found.empty() && (match->label == Label::goal || match->label == Label::plan_goal)) {
      goal = pieces[k].column;
    } else {
      return false;
    }
  }
  if (found.empty()) return false;
  if (!planned && goal) found.emplace(found.begin(), Label::goal_planned, *goal);
  goal_columns_ = std::move(found);
  label_ = Label::goal;
  label_text_ = pieces.front().text;
  line_label_ = label_text_;
  return true;
}

/// As many texts as there are headings, and they do not stand under them: a text whose words of the form are on another line.
bool GridHead::goal_texts_in_order(const std::vector<Piece>& pieces, const std::vector<std::string>& cells) {
  if (label_ != Label::goal || goal_columns_.empty() || pieces.size() != goal_columns_.size()) return false;
  bool under = true;
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    if (label_of(reading_.forms(), cells[k])) return false;
    under = under && pieces[k].column == goal_columns_[k].second;
  }
  if (under) return false;
  for (std::size_t k = 0; k < pieces.size(); ++k)
    goal_text(pieces[k], goal_columns_[k].first == Label::goal_achieved);
  return true;
}

/// 实际完成情况 beside its answer: that of the goal above it.
Goal& GridHead::goal_to_answer() {
  if (numbered_ && !table_.goals.empty()) return table_.goals.back();
  if (goal_texts_.empty()) goal_texts_.emplace_back();
  return goal_texts_.back();
}

void GridHead::goal_text(const Piece& piece) {
  const auto under = std::find_if(goal_columns_.begin(), goal_columns_.end(),
                                  [&piece](const auto& c) { return c.second == piece.column; });
  const std::size_t column =
      under != goal_columns_.end() ? static_cast<std::size_t>(under - goal_columns_.begin()) : goal_column_;
  const bool achieved = column < goal_columns_.size() && goal_columns_[column].first == Label::goal_achieved;
  goal_column_ = column + 1;
  goal_text(piece, achieved);
}

void GridHead::goal_text(const Piece& piece, bool achieved) {
  const Field field{piece.text, piece.place};
  if (!achieved) {
    goal_texts_.push_back({{}, field, {}, {}});
  } else if (!goal_texts_.empty() && goal_texts_.back().achieved.empty()) {
    goal_texts_.back().achieved = field;
  } else {
    goal_texts_.push_back({{}, {}, {}, field});
  }
}

/// A note like (万元) says the unit of all amounts; a second one that says another cannot be kept.
void GridHead::money_unit(std::size_t i, const Piece& piece, const std::string& text) {
  const std::string_view unit = money_unit_of(reading_.forms(), text);
  if (unit.empty()) return;
  if (table_.money_unit.empty()) {
    table_.money_unit = {std::string(unit), piece.place};
  } else if (table_.money_unit.text != unit) {
    reading_.problems.push_back(
        {"I136", fmt::format("“{}”写的是{}，同一张表前面写的是{}", piece.text, unit, table_.money_unit.text),
         "一张表的金额只能是一种单位，按哪一种读都可能差一万倍；这张表按前面的单位读。",
         "核对这张表的金额，改成同一种单位再导入。", piece.place});
    reading_.pass(i, piece, "金额的单位和前面不一样");
  }
}

/// 执行数 | 48: an amount beside its own heading.
void GridHead::labelled_amount(std::size_t i, const Piece& piece) {
  const Amount kind = amount_of(reading_.forms(), squeezed(label_text_)).value_or(Amount::planned);
  if (kind == Amount::planned) {
    total(i, piece, 2);
  } else if (!set_amount(table_, kind, piece)) {
    reading_.pass(i, piece, fmt::format("“{}”一栏，评分用不着", label_text_));
  }
}

/// The first amount behind the label with the lowest rank is the table's budget.
void GridHead::total(std::size_t i, const Piece& piece, int rank) {
  const auto digits = amount_of_table(table_, piece);
  if (!digits || (total_rank_ != 0 && total_rank_ <= rank)) {
    reading_.pass(i, piece, fmt::format("“{}”一栏，评分用不着", label_text_));
    return;
  }
  if (total_rank_ != 0) reading_.pass_cell(table_.budget, "小计，预算数取了后面的合计");
  table_.budget = {*digits, piece.place};
  total_rank_ = rank;
}

/// 预算数(A) | 执行数(B) | 执行率 | 得分 side by side: the amounts stand below.
bool GridHead::budget_headings(const std::vector<Piece>& pieces, const std::vector<std::string>& cells) {
  std::vector<std::pair<Amount, std::size_t>> found;
  bool executed = false;
  std::size_t others = 0;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const auto kind = amount_of(reading_.forms(), cells[k]);
    if (kind) {
      found.emplace_back(*kind, pieces[k].column);
      executed = executed || *kind == Amount::executed;
    } else if (!(k == 0 && label_of(reading_.forms(), cells[k]))) {
      if (amount_digits(cells[k])) return false;
      found.emplace_back(Amount::other, pieces[k].column);
      ++others;
    }
  }
  if (found.size() < others + 2 || (others > 0 && !executed)) return false;
  amounts_ = std::move(found);
  for (std::size_t k = 0; k < cells.size(); ++k)
    note_heading(reading_.forms(), table_, cells[k], pieces[k].place);
  return true;
}

/// The amounts of the line 年度资金总额, or of a line without a label right under the headings.
bool GridHead::budget_values(std::size_t i, const std::vector<Piece>& pieces,
                             const std::vector<std::string>& cells) {
  if (amounts_.empty() || !table_.executed.empty()) return false;
  const auto under = [this](const Piece& piece) {
    return std::find_if(amounts_.begin(), amounts_.end(),
                        [&piece](const auto& a) { return a.second == piece.column; });
  };
  std::size_t k = 0;
  bool total_line = false;
  for (; k < cells.size() && label_of(reading_.forms(), cells[k]); ++k) {
    total_line = total_line || label_of(reading_.forms(), cells[k])->label == Label::amount_total;
  }
  const bool all_under = std::all_of(pieces.begin() + static_cast<std::ptrdiff_t>(k), pieces.end(),
                                     [&](const Piece& p) { return under(p) != amounts_.end(); });
  if (!total_line && !(k == 0 && all_under)) return false;
  if (total_line) blank_amounts(pieces);
  const std::size_t values = cells.size() - k;
  for (std::size_t v = 0; v < values; ++v) {
    const Piece& piece = pieces[k + v];
    const auto by_column = under(piece);
    const bool in_order = !all_under && values == amounts_.size();
    const auto amount = in_order                      ? amounts_[v].first
                        : by_column != amounts_.end() ? by_column->first
                                                      : Amount::other;
    if (amount == Amount::other || !set_amount(table_, amount, piece)) {
      blank_amount(amount, piece.place);  // a dash, or words: no amount stands there
      reading_.pass(i, piece, "看不出属于哪一栏");
    }
  }
  return true;
}

/// 其中：当年财政拨款 | 120 | 130 | 128: a line right below the amounts, its own under their headings. A label nobody knows is a
/// part of the money where all beside it are amounts.
bool GridHead::money_part(std::size_t i, const std::vector<Piece>& pieces,
                          const std::vector<std::string>& cells) {
  if (amounts_.empty() || i != amounts_end_ || pieces.front().column >= amounts_.front().second) return false;
  const auto label = label_of(reading_.forms(), cells[0]);
  const bool known = cells[0].starts_with("其中:") || (label && label->label == Label::money_part);
  if ((label && !known) || (!known && table_.executed.empty()))
    return false;  // the whole stands above its parts
  const auto is_blank = [](const std::string& cell) {
    return cell == "—" || cell == "-" || cell == "——" || cell == "/";
  };
  model::MoneyPart part;
  bool filled = false;
  for (std::size_t k = 1; k < pieces.size(); ++k) {
    const auto under = std::find_if(amounts_.begin(), amounts_.end(),
                                    [&](const auto& a) { return a.second == pieces[k].column; });
    const auto digits = amount_digits(cells[k]);
    const bool figure = digits || is_blank(cells[k]) || cells[k].ends_with('%');
    if (under == amounts_.end() || (!known && !figure)) return false;
    filled = filled || digits;
    Field* into = field_of(part, under->first);
    if (into == nullptr) {
      reading_.pass(i, pieces[k], "看不出属于哪一栏");
      continue;
    }
    const bool money = under->first == Amount::initial || under->first == Amount::adjusted ||
                       under->first == Amount::planned || under->first == Amount::executed;
    if (!money && is_blank(cells[k])) continue;  // the form prints it where nothing is asked for
    *into = {money && digits ? *digits : pieces[k].text, pieces[k].place};
  }
  if (!known && !filled) return false;
  part.name = {part_name(cells[0]), pieces[0].place};
  if (!add_money_part(table_, std::move(part))) reading_.pass_line(i, "同一项资金又写了一次");
  return true;
}

/// Where the line of the total has no cell under 预算数 or 执行数 of a sheet: what is missing stands there. Of a text only lines
/// are told.
void GridHead::blank_amounts(const std::vector<Piece>& pieces) {
  const base::Place& line = pieces.front().place;
  if (line.source == nullptr) return;
  for (const auto& [amount, column] : amounts_) {
    const bool there = std::any_of(pieces.begin(), pieces.end(), [column = column](const Piece& p) {
      return p.column <= column && column < p.column + static_cast<std::size_t>(p.columns);
    });
    if (there) continue;
    const bool sheet = !line.source->sheet.empty();
    blank_amount(amount, sheet ? base::Place{line.source, line.line, static_cast<int>(column) + 1, 0} : line);
  }
}

/// 执行数 | (blank): what is missing stands beside its label, until an amount is read there.
void GridHead::blank_beside(const Piece& label) {
  const auto amount = amount_of(reading_.forms(), squeezed(label.text));
  base::Place place = label.place;
  if (place.source != nullptr && !place.source->sheet.empty())
    place.column = static_cast<int>(label.column) + label.columns + 1;
  if (amount) blank_amount(*amount, place);
}

void GridHead::blank_amount(Amount amount, const base::Place& place) {
  const bool budget = amount == Amount::adjusted || amount == Amount::planned || amount == Amount::initial;
  if (amount == Amount::executed && table_.executed.empty()) table_.executed.place = place;
  if (amount == Amount::adjusted && table_.adjusted.empty()) table_.adjusted.place = place;
  if (budget && table_.budget.empty()) table_.budget.place = place;
}

void GridHead::finish() {
  for (std::size_t k = 0; k < goal_texts_.size(); ++k) {
    const std::string name = k < goal_names_.size() ? goal_names_[k] : "";
    const auto found = std::find_if(table_.goals.begin(), table_.goals.end(),
                                    [&name](const Goal& g) { return !name.empty() && g.title.text == name; });
    if (found == table_.goals.end()) {
      Goal goal = goal_texts_[k];
      goal.title = {name, goal.text.place};
      table_.goals.push_back(std::move(goal));
    } else if (found->text.empty()) {
      found->text = goal_texts_[k].text;
      found->achieved = goal_texts_[k].achieved;
    }
  }
}

}  // namespace jiheng::intake
