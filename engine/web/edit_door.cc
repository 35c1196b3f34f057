// Takes the words that change what lies on the desk, gives what became of it. What they do is desk.h's and outputs.h's.
#include "engine/web/edit_door.h"

#include <string>
#include <vector>

#include "engine/web/outputs.h"
#include "engine/web/page_words.h"
#include "engine/web/views.h"

namespace jiheng::web {
namespace {

using base::Json;

std::string door_text(const Json& parameters, std::string_view key) {
  const Json* value = parameters.find(key);
  return value == nullptr || value->text() == nullptr ? std::string() : *value->text();
}

bool door_truth(const Json& parameters, std::string_view key) {
  const Json* value = parameters.find(key);
  return value != nullptr && value->truth() != nullptr && *value->truth();
}

std::optional<std::size_t> door_number(const Json& parameters, std::string_view key) {
  const Json* value = parameters.find(key);
  const auto number = value == nullptr ? std::nullopt : value->whole();
  return number && *number >= 0 ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

Json door_refuses(const std::string& message, const std::string& fix) {
  return {{"error", {{"message", message}, {"fix", fix}}}};
}

Json door_refuses(const std::vector<diag::Diagnostic>& problems) {
  for (const diag::Diagnostic& d : problems) {
    if (diag::severity_of(d) != diag::Severity::error) continue;
    Json error = door_refuses(d.message, remedy_on_page(d));
    error["error"].update(message_json(d));
    return error;
  }
  return door_refuses("这一步没有做成", "");
}

Json door_gives(Json result) { return {{"result", std::move(result)}}; }

Edit door_edit(const Json& parameters) {
  return {door_number(parameters, "row"), door_text(parameters, "field"), door_text(parameters, "text")};
}

Json reading_json(const Reading& reading) {
  return door_gives({{"done", reading.done}, {"files", reading.files}, {"tables", reading.tables}});
}

std::vector<std::string> door_texts(const Json& parameters, std::string_view key) {
  std::vector<std::string> out;
  const Json* list = parameters.find(key);
  if (list == nullptr || !list->is_array()) return out;
  for (const Json& item : list->items()) {
    if (item.text() != nullptr) out.push_back(*item.text());
  }
  return out;
}

}  // namespace

Json EditDoor::edited(Desk& desk, std::optional<std::size_t> number, bool changes) {
  Json table;
  Json change;
  if (number) {
    table = table_view(desk, *number);
    if (changes && shown_ && shown_->first == *number) change = table_change(shown_->second, table);
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

Json EditDoor::edit(Desk& desk, std::size_t number, const Json& parameters) {
  const std::vector<diag::Diagnostic> problems =
      desk.edit(number, door_edit(parameters), door_truth(parameters, "more"));
  if (diag::has_errors(problems)) return door_refuses(problems);
  return door_gives(edited(desk, number, door_truth(parameters, "changes")));
}

Json EditDoor::edit_cells(Desk& desk, std::size_t number, const Json& parameters) {
  std::vector<Edit> edits;
  const Json* cells = parameters.find("cells");
  if (cells == nullptr || !cells->is_array()) return door_refuses("这一步没有做成", "");
  for (const Json& cell : cells->items()) edits.push_back(door_edit(cell));
  Json list = Json::array();
  for (const RefusedEdit& r : desk.edit_cells(number, edits)) {
    list.push_back({{"row", r.edit.row ? Json(*r.edit.row) : Json()},
                    {"field", r.edit.field},
                    {"message", r.problem.message},
                    {"fix", remedy_on_page(r.problem)}});
  }
  Json result = edited(desk, number, door_truth(parameters, "changes"));
  result["refused"] = std::move(list);
  return door_gives(std::move(result));
}

Json EditDoor::edit_rows(Desk& desk, std::size_t number, const Json& parameters) {
  const auto row =
      desk.edit_rows(number, door_number(parameters, "row").value_or(0), door_text(parameters, "word"));
  if (!row) return door_refuses(row.problems);
  Json result = edited(desk, number, door_truth(parameters, "changes"));
  result["row"] = *row;
  return door_gives(std::move(result));
}

Json EditDoor::redo(Desk& desk, bool forth, bool changes) {
  const auto redone = desk.redo(forth);
  if (redone && redone->tables_changed) forget();
  Json result = edited(desk, redone ? redone->table : std::nullopt, changes);
  if (redone && redone->row) result["row"] = *redone->row;
  if (redone && redone->tables_changed) result["desk"] = desk_view(desk);
  return door_gives(std::move(result));
}

std::optional<Json> EditDoor::answer(Desk& desk, std::string_view word, const Json& parameters) {
  if (!desk.is_ready()) return std::nullopt;
  if (word == "begin_open") return reading_json(desk.begin_reading(door_texts(parameters, "paths")));
  if (word == "read_on") return reading_json(desk.read_on(door_number(parameters, "files").value_or(1)));
  if (word == "undo" || word == "redo") return redo(desk, word == "redo", door_truth(parameters, "changes"));
  const std::size_t number = door_number(parameters, "table").value_or(desk.tables());
  const bool there = number < desk.tables();
  if (word == "table" && there) {
    Json table = table_view(desk, number);
    show(number, table);
    return door_gives(std::move(table));
  }
  const bool mine = word == "edit" || word == "edit_cells" || word == "edit_rows";
  if (mine && !there) return door_refuses("没有这张表", "");
  if (word == "edit") return edit(desk, number, parameters);
  if (word == "edit_cells") return edit_cells(desk, number, parameters);
  if (word == "edit_rows") return edit_rows(desk, number, parameters);
  for (const std::string_view other : {"open", "clear", "take_scheme", "end_open", "new_table"}) {
    if (word == other) forget();
  }
  if (word == "end_open") {
    desk.end_reading();
    return door_gives(desk_view(desk));
  }
  if (word != "new_table") return std::nullopt;
  Wanted wanted;
  wanted.table = door_number(parameters, "table");
  if (wanted.table && *wanted.table >= desk.tables()) return door_refuses("没有这张表", "");
  wanted.scheme = door_text(parameters, "scheme");
  wanted.department = door_truth(parameters, "department");
  wanted.unit = door_text(parameters, "unit");
  if (const auto year = door_number(parameters, "year"); year && *year >= 1900 && *year <= 2999)
    wanted.year = static_cast<int>(*year);
  auto card = blank_card(desk, wanted);
  if (!card) return door_refuses("没有这个方案", "从列表里选一个。");
  if (!wanted.table) card->scheme.text = wanted.scheme;
  const auto fresh = desk.add(std::move(*card));
  if (!fresh) return door_refuses("这样的表已经有一张", "先填那一张；要另做一张，换个年度或名称。");
  Json result = edited(desk, *fresh, false);
  result["desk"] = desk_view(desk);
  return door_gives(std::move(result));
}

}  // namespace jiheng::web
