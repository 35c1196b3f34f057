// engine/intake/tables/grid/grid_head.h: the lines of a grid table above its indicators: labels and values in cells side by side.
// Takes   lines one after another, cut into cells.
// Gives   the fields of the table, its goals, the names of sections.
// Fails   never: a cell that no field takes is passed over, with the label it stood under.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/intake/document.h"
#include "engine/intake/tables/reading.h"
#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

class GridHead {
 public:
  GridHead(Reading& reading, Table& table) : reading_(reading), table_(table) {}

  /// Takes one line into the table. Gives the name of a section where the line begins one (长期绩效目标 alone).
  std::optional<std::string> read(std::size_t i, const std::vector<Piece>& pieces,
                                  const std::vector<std::string>& cells);
  /// A numbered goal was begun: texts without a label are its own.
  void expect_goal_text() {
    label_ = Label::numbered_goal;
    numbered_ = true;
  }
  /// Gives the goals their texts.
  void finish();

 private:
  void value(std::size_t i, const Piece& piece, bool labelled);
  bool head_total(const Piece& piece);
  void goal_text(const Piece& piece);
  void goal_text(const Piece& piece, bool achieved);
  bool goal_texts_in_order(const std::vector<Piece>& pieces, const std::vector<std::string>& cells);
  void money_unit(std::size_t i, const Piece& piece, const std::string& text);
  void labelled_amount(std::size_t i, const Piece& piece);
  void total(std::size_t i, const Piece& piece, int rank);
  bool goal_headings(const std::vector<Piece>& pieces, const std::vector<std::string>& cells);
  bool budget_headings(const std::vector<Piece>& pieces, const std::vector<std::string>& cells);
  void blank_amounts(const std::vector<Piece>& pieces);
  void blank_beside(const Piece& label);
  void blank_amount(Amount amount, const base::Place& place);
  bool budget_values(std::size_t i, const std::vector<Piece>& pieces, const std::vector<std::string>& cells);
  bool money_part(std::size_t i, const std::vector<Piece>& pieces, const std::vector<std::string>& cells);
  Goal& goal_to_answer();

  Reading& reading_;
  Table& table_;
  Label label_ = Label::other;
  int rank_ = 0;
  std::string label_text_ = "表头";
  std::string line_label_;  ///< the first label of the last line that had one
  std::vector<std::string> goal_names_;
  std::vector<Goal> goal_texts_;
  std::vector<std::pair<Label, std::size_t>> goal_columns_;  ///< 预期目标, 实际完成情况 and their columns
  std::size_t goal_column_ = 0;                              ///< of the next text of this line
  int total_rank_ = 0;                                   ///< of the amount taken for the budget; 0 for none
  std::vector<std::pair<Amount, std::size_t>> amounts_;  ///< headings of amounts and their columns
  std::size_t amounts_end_ = 0;                          ///< behind the last line of the amounts
  bool numbered_ = false;                                ///< the goal begun last is a numbered one
};

}  // namespace jiheng::intake
