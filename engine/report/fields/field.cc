// Takes a JSON value, gives the text of a cell.
#include "engine/report/fields/field.h"

namespace jiheng::report {

std::string text_of(const base::Json& value) {
  if (const std::string* text = value.text()) return *text;
  const std::string* digits = value.digits();
  return digits == nullptr ? std::string() : *digits;
}

}  // namespace jiheng::report
