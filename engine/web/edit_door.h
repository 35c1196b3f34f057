// engine/web/edit_door.h: the words of the door that change tables: edit, edit_cells, edit_rows, undo, redo, new_table, put_away.
// Takes   a desk, a word and its parameters. Gives what contract.json says of the word; of the table that the page shows only
//         what became other, where the page asks for that ("changes").
// Fails   {"error":…}: what is wrong with a text; nothing is changed then.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/base/json.h"
#include "engine/web/call.h"
#include "engine/web/desk.h"

namespace jiheng::web {

class EditDoor {
 public:
  /// nullopt where the word is another's.
  std::optional<base::Json> answer(Desk& desk, std::string_view word, const Parameters& parameters);
  /// The table as the page has it from now on.
  void show(std::size_t number, base::Json table) { shown_ = {number, std::move(table)}; }
  /// What the page has is not known.
  void forget() { shown_.reset(); }

 private:
  base::Json edited(Desk& desk, std::optional<std::size_t> number, bool changes);
  base::Json edit(Desk& desk, std::size_t number, const Parameters& parameters);
  base::Json edit_cells(Desk& desk, std::size_t number, const Parameters& parameters);
  base::Json edit_rows(Desk& desk, std::size_t number, const Parameters& parameters);
  base::Json put_away(Desk& desk, const Parameters& parameters);
  base::Json redo(Desk& desk, bool forth, bool changes);

  std::optional<std::pair<std::size_t, base::Json>> shown_;
};

/// What of `after` is other than in `before`, two tables of views.h: keys, rows and cells; null where the form itself is.
base::Json table_change(const base::Json& before, const base::Json& after);

}  // namespace jiheng::web
