// Takes squeezed text, compares it with the words of notes, opinions and signatures. Leaves what becomes of them to the readers.
#include "engine/intake/words/foot_words.h"

#include <string>

#include "engine/base/text.h"
#include "engine/intake/words/column_role.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {

bool is_seal(std::string_view squeezed) {
  while (squeezed.ends_with(':')) squeezed.remove_suffix(1);
  return ends_with_any(squeezed, {"(盖章)", "(公章)", "(签章)"});
}

bool is_foot(const FormWords& forms, std::string_view squeezed) {
  constexpr std::size_t kLongest = 24;  // characters
  if (starts_with_any(squeezed, forms.note_starts)) return true;
  const std::string_view label = squeezed.substr(0, squeezed.find(':'));  // 审核意见:同意
  if (label.size() < squeezed.size() && !is_seal(label) && base::count_characters(label) <= kLongest &&
      (is_any(label, forms.note_words) || ends_with_any(label, forms.note_ends)))
    return true;
  if (base::count_characters(squeezed) > kLongest) return false;
  if (ends_with_any(squeezed, forms.note_ends)) return true;
  const std::string word = without_notes(squeezed);
  return is_any(word, forms.note_words) || ends_with_any(word, forms.note_ends);
}

bool is_foot_label(const FormWords& forms, std::string_view squeezed) {
  constexpr std::string_view kOwnWords[] = {"注",    "填表", "填报", "附件", "备注",
                                            "说明:", "[",    "【",   "下载", "打印"};
  constexpr std::string_view kSeals[] = {"盖章", "签字", "签章", "公章"};
  const std::string_view label = squeezed.substr(0, squeezed.find(':'));
  const std::string word = without_notes(label);
  const bool asks = !is_seal(label) || is_any(word, forms.note_words) || ends_with_any(word, forms.note_ends);
  return is_foot(forms, label) && asks && !word.empty() && !starts_with_any(squeezed, kOwnWords) &&
         !ends_with_any(word, kSeals);
}

bool is_completion_answer(const FormWords& forms, std::string_view squeezed) {
  if (heading_role(forms, squeezed)) return false;
  if (is_any(squeezed, forms.goal_answers)) return true;
  return starts_with_any(squeezed, forms.goal_answer_starts) && !squeezed.ends_with("值") &&
         !squeezed.ends_with("分");
}

}  // namespace jiheng::intake
