// engine/web/outputs.h: what the page hands out: the bytes the program writes for the same tables.
// Takes   a desk; what is wanted: a job and one of its faces (report/faces/job_faces.h), of all tables or of one.
// Gives   the bytes and a name for the file.
// Fails   a message where there is nothing to write, or a workbook cannot be made.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/results/named_text.h"
#include "engine/web/call.h"
#include "engine/web/desk.h"

namespace jiheng::web {

struct Wanted {
  std::string job;   ///< score, report, summary, check, import, template, set, work
  std::string face;  ///< xlsx, docx, json …; of set and work none
  std::optional<std::size_t> table;
  std::vector<std::size_t> tables;  ///< in order; with neither all are meant
  std::string today;                ///< 计算日期; empty: not shown
  std::vector<std::string> paths;   ///< of import
  std::string scheme;               ///< of template, and below
  bool department = false;
  std::optional<int> year;
  std::string unit;
};

/// What a call asks for; a table that the desk does not have, and what is no day or year, is left out.
Wanted wanted_of(const Desk& desk, const Parameters& parameters);

diag::Result<results::NamedText> output(Desk& desk, const Wanted& wanted);

/// An empty table of the scheme, with its year and unit, or one like the table named; nullopt where there is no such scheme.
std::optional<model::Scorecard> blank_card(Desk& desk, const Wanted& wanted);

}  // namespace jiheng::web
