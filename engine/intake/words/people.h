// engine/intake/words/people.h: names and telephones of people: where they stand in the cells of a document.
// Takes   rows of cells as printed: of a sheet, or the lines of a text cut at tabs (then a cell holds many words).
// Gives   the pieces of cells that are names or telephones, each with the label that says so. A label whose value stands
//         in its own cell belongs to the piece; one that has a cell of its own stays.
// Fails   never. A number with its unit (13800人) is no telephone.
// Source  docs/import.md
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/intake/document.h"
#include "engine/model/form_words.h"

namespace jiheng::intake {

using model::FormWords;

struct PeopleCell {
  std::string_view text;
  std::size_t column = 0;  ///< of the grid
};
using PeopleRow = std::vector<PeopleCell>;

struct PeopleSpan {
  std::size_t row = 0;  ///< indices into the rows and their cells
  std::size_t cell = 0;
  std::size_t begin = 0;  ///< bytes of the cell
  std::size_t end = 0;
  std::string label;  ///< squeezed; 电话 where none is printed
};

/// In the order of rows and cells. Linear in the text.
std::vector<PeopleSpan> people_in(const FormWords& forms, const std::vector<PeopleRow>& rows);

/// The text with every name and telephone as blanks, as many characters as there were; the same source where it has
/// none. What was hidden is added to `passed`, by its label and line.
SourcePtr without_people(const FormWords& forms, const SourcePtr& text, std::vector<PassedOver>& passed);

}  // namespace jiheng::intake
