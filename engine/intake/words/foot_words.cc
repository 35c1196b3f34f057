// Takes squeezed text, compares it with the words of notes, opinions and signatures. Leaves what becomes of them to the readers.
#include "engine/intake/words/foot_words.h"

#include <string>

#include "engine/base/text.h"
#include "engine/intake/words/column_role.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {

bool is_foot(const FormWords& forms, std::string_view squeezed) {
  constexpr std::size_t kLongest = 24;  // characters
  if (starts_with_any(squeezed, forms.note_starts)) return true;
  if (base::count_characters(squeezed) > kLongest) return false;
  if (ends_with_any(squeezed, forms.note_ends)) return true;
  const std::string word = without_notes(squeezed);
  return is_any(word, forms.note_words) || ends_with_any(word, forms.note_ends);
}

bool is_completion_answer(const FormWords& forms, std::string_view squeezed) {
  if (heading_role(forms, squeezed)) return false;
  if (is_any(squeezed, forms.goal_answers)) return true;
  return starts_with_any(squeezed, forms.goal_answer_starts) && !squeezed.ends_with("值") &&
         !squeezed.ends_with("分");
}

}  // namespace jiheng::intake
