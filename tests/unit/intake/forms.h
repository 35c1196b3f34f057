// The words of the shipped forms, read once a program.
#pragma once

#include "engine/model/form_words.h"
#include "engine/rulebook/forms.h"

namespace jiheng::intake {

inline const model::FormWords& forms() {
  static const model::FormWords words = std::move(*rulebook::load_form_words(
      JIHENG_SOURCE_DIR "/rules", rulebook::load_forms(JIHENG_SOURCE_DIR "/rules")));
  return words;
}

}  // namespace jiheng::intake
