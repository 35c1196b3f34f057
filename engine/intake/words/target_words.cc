// Takes squeezed text, compares it with the words that stand beside targets. Leaves joining them to row_fields.
#include "engine/intake/words/target_words.h"

#include <algorithm>

#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {

std::string_view sign_of(const FormWords& forms, std::string_view squeezed) {
  if (const auto sign = forms.signs.written.find(squeezed)) return *sign;
  return is_any(squeezed, forms.values.comparing) || is_any(squeezed, forms.values.signs)
             ? squeezed
             : std::string_view();
}

std::string_view direction_of(const FormWords& forms, std::string_view squeezed) {
  return forms.signs.directions.find(squeezed).value_or(std::string_view());
}

bool is_target_kind(const FormWords& forms, std::string_view squeezed) {
  return forms.signs.kinds.contains(squeezed);
}

bool is_measure(const FormWords& forms, std::string_view squeezed) {
  constexpr std::size_t kLongestRest = std::size_t{3} * 4;  // bytes of four characters
  if (forms.measures.contains(squeezed)) return true;
  const std::size_t cut = std::min(squeezed.find('/'), squeezed.find("·"));
  if (cut == std::string_view::npos || !forms.measures.contains(squeezed.substr(0, cut))) return false;
  const std::string_view rest = squeezed.substr(cut + 1);
  return !rest.empty() && rest.size() <= 2 * kLongestRest &&
         rest.find_first_of("0123456789.") == std::string_view::npos;
}

}  // namespace jiheng::intake
