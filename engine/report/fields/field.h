// engine/report/fields/field.h: what is shown of a record, as one list: the key of its JSON, the heading of its column in CSV
// and sheets, and both values. The order of the list is the order of the keys.
// Takes   a record: a row of a score, of a form that was read, of a what-if; a finding; an advice.
// Source  docs/json.md, docs/architecture.md "How to add"
#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/json.h"
#include "engine/report/texts/report.h"

namespace jiheng::report {

template <class Record>
struct Field {
  std::string_view key;                ///< empty: not in JSON
  base::Json (*value)(const Record&);  ///< nullptr where there is no key
  std::string_view heading;            ///< empty: no column
  Cell (*cell)(const Record&);  ///< nullptr where there is no heading, or the cell shows the text of `value`
  int column = 0;               ///< where columns stand in another order than keys: from 1 on
};

/// The fields with a heading, in the order of their columns.
template <class Record>
std::vector<const Field<Record>*> columns_of(std::span<const Field<Record>> fields) {
  std::vector<const Field<Record>*> columns;
  for (const Field<Record>& field : fields) {
    if (!field.heading.empty()) columns.push_back(&field);
  }
  std::stable_sort(columns.begin(), columns.end(),
                   [](const Field<Record>* a, const Field<Record>* b) { return a->column < b->column; });
  return columns;
}

/// Appends the fields with a key.
template <class Record>
void put_fields(base::Json& object, std::span<const Field<Record>> fields, const Record& record) {
  for (const Field<Record>& field : fields) {
    if (!field.key.empty()) object.members().push_back({std::string(field.key), field.value(record)});
  }
}

template <class Record>
base::Json object_of(std::span<const Field<Record>> fields, const Record& record) {
  base::Json object = base::Json::object();
  put_fields(object, fields, record);
  return object;
}

/// What a cell shows of a value where nothing else is said: its text or digits; of null nothing.
std::string text_of(const base::Json& value);

template <class Record>
Cell cell_of(const Field<Record>& field, const Record& record) {
  return field.cell == nullptr ? Cell{text_of(field.value(record))} : field.cell(record);
}

template <class Record>
void put_titles(Table& table, const std::vector<const Field<Record>*>& columns) {
  for (const Field<Record>* field : columns) table.columns.push_back({std::string(field->heading)});
}

template <class Record>
void put_cells(Row& row, const std::vector<const Field<Record>*>& columns, const Record& record) {
  for (const Field<Record>* field : columns) row.cells.push_back(cell_of(*field, record));
}

}  // namespace jiheng::report
