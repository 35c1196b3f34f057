// engine/standard/read/tokens/tokenizer.h: where the tokens of a text are collected, from left to right. Inside the room only.
// Takes   folded text. Gives  its tokens; what stands at a place is one of the phrases, a sign, or words.
// Each file has what it is named after: value.cc, marks.cc, formula.cc, apart.cc (what bears on no
// points).
// Source  docs/standard-language.md
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/standard/read/phrases/phrases.h"

namespace jiheng::standard {

class Tokenizer {
 public:
  Tokenizer(const Folded& folded, const quantity::UnitTable& units)
      : folded_(folded), in_{folded.text(), units} {}

  std::vector<Token> read();

 private:
  // tokens.cc: the loop
  void read_one();
  bool phrase_begins() const;
  void end_words();
  void push(Token t);
  void push(Kind kind, std::size_t bytes);
  void take_as_words(std::size_t bytes);
  std::string_view words() const;
  bool read_break();
  bool read_marker_here();

  // apart.cc: what bears on no points
  std::size_t remark_at() const;
  void skip_row_number();
  bool read_document_number();
  bool read_marks_elsewhere();

  // formula.cc
  bool read_formula_or_product();
  bool read_formula();
  bool read_formula_in_bracket();
  bool read_product();
  bool read_falling_product();

  // marks.cc: marks that are not said one by one
  bool read_marks_list();
  bool read_marks_of_a_case();
  bool read_bare_marks();
  bool read_full_cap();
  bool read_descending();

  // value.cc
  bool read_value_here();
  bool is_part_of_unit(const Token& partial) const;
  bool is_a_sample() const;
  bool in_each_period() const;
  bool is_missed_by_amounts(const Token& value) const;
  bool words_go_on(std::size_t at) const;
  bool done_behind(std::size_t at) const;

  const Folded& folded_;
  Reader in_;
  std::size_t at_ = 0;
  std::size_t words_from_ = 0;
  bool has_words_ = false;
  int next_marker_ = 1;
  std::optional<base::Decimal> each_;  ///< of the last 每…
  std::vector<Token> out_;
};

}  // namespace jiheng::standard
