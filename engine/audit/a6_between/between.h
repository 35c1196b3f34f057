// engine/audit/a6_between/between.h: what belongs together in a batch, and the halves of A6xx: between tables (between_tables.cc),
// texts of tables (between_texts.cc), between tables and running text (between_claims.cc), names and years
// (between_names.cc).
// A submission is a document that holds several tables, or all files of one folder that hold one table or none.
// Takes   a batch and the sentences of its texts.
// Gives   A601-A613, and the names and figures of tables and texts in one form.
// Source  docs/findings/A6*.md
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/a8_prose/prose_checks.h"
#include "engine/audit/batch.h"
#include "engine/audit/finding.h"

namespace jiheng::audit {

struct Submission {
  std::vector<const Table*> own;  ///< of departments
  std::vector<const Table*> projects;
  std::vector<const Sentence*> sentences;  ///< of its running text, as read

  /// Of several departments nothing can be said to belong together.
  bool one_department() const { return own.size() <= 1; }
};

/// Linear. `sentences` must outlive it.
std::vector<Submission> submissions_of(const Batch& batch, const Sentences& sentences);

/// Characters without white space, marks of quotation and the year in front: 2023年度返乡创业人数 -> 返乡创业人数.
std::string bare_name(std::string_view name);

/// The same without the word of what is counted: 受理工伤鉴定例数 -> 受理工伤鉴定. What a text calls it.
std::string core_name(std::string_view name);

/// The name an item of a list begins with: "3、某项目：…". Empty for none.
std::string_view head_of_item(std::string_view text);

/// The one figure of a cell: "≥96%", "7.34 万人". nullopt for none, several, or about so many.
std::optional<Figure> figure_of_cell(std::string_view cell, const quantity::UnitTable& units);

/// Equal as far as both are printed: 7.34万人 and 73439人. Figures of one kind only.
bool equal_as_printed(const Figure& a, const Figure& b);

/// True where so many characters in a row of one are in the other.
bool share_run(std::string_view a, std::string_view b, std::size_t characters);

/// An amount of the budget in 元; nullopt where its unit is no money.
std::optional<base::Decimal> in_yuan(const model::NumberField& amount, const Table& table,
                                     const Batch& batch);

/// A year in the words before a figure that is not the table's: 2022年发放.
bool of_another_year(std::string_view label, const Table& table);

/// "≥96%", 不低于300人 and 96%以上 leave open what it is.
bool leaves_open(const target::Predicate& actual);

/// A601, A604.
void check_between_tables(const Batch& batch, const std::vector<Submission>& all, Findings& findings);
/// A605, A606, A607.
void check_texts_of_tables(const Batch& batch, const std::vector<Submission>& all, Findings& findings);
/// A602, A603, A608.
void check_tables_against_text(const Batch& batch, const std::vector<Submission>& all, Findings& findings);
/// A611, A612.
void check_tables_twice(const Batch& batch, Findings& findings);
/// A602 of a table's own goals: what they say of its rows.
void check_goals_against_rows(const Batch& batch, const Table& table, Findings& findings);
/// A613, and A610 of the dates of a project.
void check_period(const Table& table, Findings& findings);
/// A614. Linear in the rows, but for rows that print one standard.
void check_standards_between(const Batch& batch, Findings& findings);
/// A609, A610.
void check_names_and_years(const Batch& batch, const std::vector<Submission>& all, Findings& findings);

}  // namespace jiheng::audit
