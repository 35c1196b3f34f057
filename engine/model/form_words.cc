// Takes the words of all forms, gives what is looked up faster gathered.
#include "engine/model/form_words.h"

namespace jiheng::model {
namespace {

/// The bytes of the last character.
std::string last_character(std::string_view word) {
  std::size_t at = word.size();
  while (at > 0) {
    --at;
    if ((static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80U) break;
  }
  return std::string(word.substr(at));
}

}  // namespace

void FormWords::settle() {
  heading_ends.clear();
  for (const auto& [word, role] : headings.entries()) heading_ends.insert(last_character(word));
  for (const WordList* list :
       {&parts.level1, &parts.level2, &parts.level3, &parts.level_tails, &parts.explanation, &parts.opinion,
        &parts.sign, &parts.measure, &parts.sign_words, &parts.measure_words, &parts.standard, &parts.basis,
        &parts.description, &parts.full_marks, &parts.score, &parts.actual, &parts.target, &parts.name}) {
    for (const std::string& word : *list) heading_ends.insert(last_character(word));
  }
}

}  // namespace jiheng::model
