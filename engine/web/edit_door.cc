// Takes the words that change what lies on the desk, gives what became of it. What they do is desk.h's and outputs.h's.
#include "engine/web/edit_door.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/web/outputs.h"
#include "engine/web/page_words.h"
#include "engine/web/views.h"

namespace jiheng::web {
namespace {

using base::Json;

Edit edit_of(const Parameters& parameters) {
  return {parameters.number("row"), parameters.text("field"), parameters.text("text")};
}

/// A column that came with a score stays while somebody types: the cells do not move below the fingers.
bool has_marks(const Json& table) {
  const Json* form = table.find("form");
  const Json* cells = form == nullptr ? nullptr : form->find("cells");
  if (cells == nullptr) return false;
  return std::any_of(cells->items().begin(), cells->items().end(), [](const Json& cell) {
    const Json* holds = cell.find("holds");
    return holds != nullptr && holds->text() != nullptr && *holds->text() == "full_marks";
  });
}

}  // namespace

Json EditDoor::edited(Desk& desk, std::optional<std::size_t> number, bool changes) {
  Json table;
  Json change;
  if (number) {
    const bool same = shown_ && shown_->first == *number;
    table = table_view(desk, *number, same && has_marks(shown_->second));
    if (changes && same) change = table_change(shown_->second, table);
  }
  const bool whole = change.is_null();
  Json result = {{"table", whole ? table : Json()},
                 {"change", std::move(change)},
                 {"line", number ? line_view(desk, *number) : Json()},
                 {"departments", departments_view(desk)},
                 {"desk", nullptr},
                 {"row", nullptr},
                 {"refused", Json::array()},
                 {"undo", desk.history().done()},
                 {"redo", desk.history().undone()}};
  if (number) show(*number, std::move(table));
  return result;
}

Json EditDoor::edit(Desk& desk, std::size_t number, const Parameters& parameters) {
  const std::vector<diag::Diagnostic> problems =
      desk.edit(number, edit_of(parameters), parameters.truth("more"));
  if (diag::has_errors(problems)) return error_json(problems);
  return result_json(edited(desk, number, parameters.truth("changes")));
}

Json EditDoor::edit_cells(Desk& desk, std::size_t number, const Parameters& parameters) {
  std::vector<Edit> edits;
  if (!parameters.has_list("cells")) return error_json("这一步没有做成", "");
  for (const Parameters& cell : parameters.objects("cells")) edits.push_back(edit_of(cell));
  Json list = Json::array();
  for (const RefusedEdit& r : desk.edit_cells(number, edits, parameters.truth("joined"))) {
    list.push_back({{"row", r.edit.row ? Json(*r.edit.row) : Json()},
                    {"field", r.edit.field},
                    {"message", r.problem.message},
                    {"fix", remedy_on_page(r.problem)}});
  }
  Json result = edited(desk, number, parameters.truth("changes"));
  result["refused"] = std::move(list);
  return result_json(std::move(result));
}

Json EditDoor::edit_rows(Desk& desk, std::size_t number, const Parameters& parameters) {
  const auto row = desk.edit_rows(number, parameters.number("row").value_or(0), parameters.text("word"));
  if (!row) return error_json(row.problems);
  Json result = edited(desk, number, parameters.truth("changes"));
  result["row"] = *row;
  return result_json(std::move(result));
}

Json EditDoor::redo(Desk& desk, bool forth, bool changes) {
  const auto redone = desk.redo(forth);
  if (redone && redone->tables_changed) forget();
  Json result = edited(desk, redone ? redone->table : std::nullopt, changes);
  if (redone && redone->row) result["row"] = *redone->row;
  if (redone && redone->tables_changed) result["desk"] = desk_view(desk);
  return result_json(std::move(result));
}

Json EditDoor::put_away(Desk& desk, const Parameters& parameters) {
  forget();
  std::vector<std::size_t> numbers = parameters.numbers("tables");
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::erase_if(numbers, [&desk](std::size_t number) { return number >= desk.tables(); });
  desk.put_away(numbers, parameters.texts("files"));
  Json result = edited(desk, std::nullopt, false);
  result["desk"] = desk_view(desk);
  return result_json(std::move(result));
}

std::optional<Json> EditDoor::answer(Desk& desk, std::string_view word, const Parameters& parameters) {
  if (word == "undo" || word == "redo") return redo(desk, word == "redo", parameters.truth("changes"));
  if (word == "put_away") return put_away(desk, parameters);
  const std::size_t number = parameters.number("table").value_or(desk.tables());
  const bool there = number < desk.tables();
  if (word == "table" && there) {
    Json table = table_view(desk, number);
    show(number, table);
    return result_json(std::move(table));
  }
  const bool mine = word == "edit" || word == "edit_cells" || word == "edit_rows";
  if (mine && !there) return error_json("没有这张表", "");
  if (word == "edit") return edit(desk, number, parameters);
  if (word == "edit_cells") return edit_cells(desk, number, parameters);
  if (word == "edit_rows") return edit_rows(desk, number, parameters);
  for (const std::string_view other :
       {"open", "clear", "take_scheme", "begin_scheme", "end_open", "give_up", "new_table"}) {
    if (word == other) forget();
  }
  if (word != "new_table") return std::nullopt;
  const Wanted wanted = wanted_of(desk, parameters);
  if (parameters.number("table") && !wanted.table) return error_json("没有这张表", "");
  auto card = blank_card(desk, wanted);
  if (!card) return error_json("没有这个方案", "从列表里选一个。");
  if (!wanted.table) card->scheme.text = wanted.scheme;
  const auto fresh = desk.add(std::move(*card));
  if (!fresh) return error_json("这样的表已经有一张", "先填那一张；要另做一张，换个年度或名称。");
  Json result = edited(desk, *fresh, false);
  result["desk"] = desk_view(desk);
  return result_json(std::move(result));
}

}  // namespace jiheng::web
