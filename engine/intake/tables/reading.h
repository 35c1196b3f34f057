// engine/intake/tables/reading.h: one document on its way: its lines, and for each what became of it. The readers of
// the kinds of tables share it; each takes the line it begins at and gives the line behind its table.
// Takes   a text, or a sheet with its rows as lines.
// Gives   the document: tables, claims, and every other text with why it is in none of them.
// Units   lines from 0 here, from 1 in places.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"
#include "engine/intake/tables/text_lines.h"
#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

inline constexpr std::size_t kMaxCells = 200;  ///< of one line
inline constexpr std::size_t kMaxRows = 2000;  ///< of one table

inline constexpr std::size_t kMaxWords = 100000;  ///< of one table in running text
inline constexpr std::size_t kFirstFields = 4;    ///< lines like 项目名称 before the heading of one table

class Reading {
 public:
  /// `forms` must outlive the reading.
  Reading(const FormWords& forms, const SourcePtr& source);
  /// A sheet: its rows as lines.
  Reading(const FormWords& forms, const SourcePtr& sheet, std::vector<Line> lines);

  const FormWords& forms() const { return *forms_; }
  const std::vector<Line>& lines() const { return lines_; }
  const Line& line(std::size_t i) const { return lines_[i]; }
  const std::string& squeezed_line(std::size_t i) const { return squeezed_[i]; }

  /// A printed page number (text_lines.h), or a bare number in a row of them through the document: 11, 12, 13, 14 …
  bool page_number(std::size_t i) const { return page_number_[i]; }

  /// The line became part of a table or a claim.
  void use(std::size_t i) { used_[i] = true; }
  bool used(std::size_t i) const { return used_[i]; }
  /// Text of the line that became nothing.
  void pass(std::size_t i, std::string_view text, std::string why);
  void pass(std::size_t i, const Piece& piece, std::string why);
  /// The whole line; more of them in a row with the same reason become one range.
  void pass_line(std::size_t i, std::string_view why);

  Document document;
  std::vector<diag::Diagnostic> problems;
  std::optional<int> year;  ///< of the document: where the tables do not say it
  model::Field unit;        ///< the same

  /// A cell that became nothing, with its place.
  void pass_cell(const model::Field& cell, std::string why);
  /// A table that is none after all.
  void pass_table(const Table& table, std::string why);

  /// Adds the table and numbers it.
  void add(Table table);
  /// The ranges of lines that nobody took, then everything passed over in the order of lines.
  Document finish();

 private:
  base::Place shown_place(const base::Place& place) const;
  base::Place place_of_line(std::size_t i) const;

  const FormWords* forms_;
  std::vector<Line> lines_;
  std::vector<std::string> squeezed_;
  std::vector<bool> used_;
  std::vector<bool> page_number_;
};

bool begins_wide_table(const Reading& reading, std::size_t i);
std::size_t read_wide_table(Reading& reading, std::size_t begin);

bool begins_grid_table(const Reading& reading, std::size_t i);
std::size_t read_grid_table(Reading& reading, std::size_t begin);

bool begins_running_table(const Reading& reading, std::size_t i);
std::size_t read_running_table(Reading& reading, std::size_t begin);

void read_claims(Reading& reading);

}  // namespace jiheng::intake
