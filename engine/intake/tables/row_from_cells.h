// engine/intake/tables/row_from_cells.h: the cells of one grid line -> the columns they belong to.
// Takes   filled cells in their order and the columns of the heading. Where merged cells have made the line slip to
//         the side, the order is kept and words of the forms and shapes of values decide. O(cells × columns).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/intake/tables/text_lines.h"
#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

struct Column {
  Role role;
  std::optional<std::size_t> at;  ///< grid column of the heading
  std::string title;              ///< as printed: 2022年
  bool unknown = false;           ///< its heading says nothing: only what stands right under it is its cell
};

/// For each cell the index of its column; nullopt where it fits none.
std::vector<std::optional<std::size_t>> row_from_cells(const FormWords& forms,
                                                       const std::vector<Piece>& cells,
                                                       const std::vector<Column>& columns);

}  // namespace jiheng::intake
