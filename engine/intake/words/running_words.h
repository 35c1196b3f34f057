// engine/intake/words/running_words.h: the words of one table in running text, and the words of the form among them.
// A label or heading may be broken over several words and lines: "预算执行情 / 况（万元）".
// Takes   lines of running text.
// Gives   words with their places, and the labels and headings that begin at one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/intake/tables/reading.h"
#include "engine/intake/tables/rows_from_words.h"
#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

class RunningWords {
 public:
  /// `forms` must outlive the words.
  explicit RunningWords(const FormWords& forms) : forms_(&forms) {}
  explicit RunningWords(FormWords&&) = delete;

  /// The words of the lines [first, end). Year and money unit on lines of their own go to the table; page numbers are
  /// passed over.
  void collect(Reading& reading, std::size_t first, std::size_t end, Table& table);

  const std::vector<Word>& list() const { return words_; }
  std::size_t size() const { return words_.size(); }
  const Word& operator[](std::size_t i) const { return words_[i]; }

  struct Found {
    std::size_t words = 0;
    std::string text;  ///< squeezed
    std::optional<LabelMatch> label;
    std::optional<Role> role;
  };
  /// The longest label, or with `headings` heading of a column, that begins at this word.
  Found label_at(std::size_t i, bool headings) const;
  /// 一级指标 with 二级指标 or 三级指标 behind it.
  bool heading_at(std::size_t i) const;
  /// The heading of the rows, with nothing but side words (80分) before it.
  bool heading_follows(std::size_t i) const;
  /// Rows that begin without a heading: 产出指标 数量指标 ….
  bool first_row_at(std::size_t i) const;

 private:
  void add(const Piece& piece, std::size_t line, Break before);

  const FormWords* forms_;
  std::vector<Word> words_;
};

}  // namespace jiheng::intake
