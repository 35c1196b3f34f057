// engine/intake/words/people_labels.h: labels of people and telephones at the front of a text.
// Takes   text without white space, half-width; the words are those of rules/forms/words.yaml, 人员.
// Gives   how many bytes they take, 0 for none.
// Source  docs/import.md
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

struct LabelFound {
  std::size_t bytes = 0;
  bool person = false;  ///< a name may follow; else only telephones
};

/// [项目][单位]负责人[及][联系]电话[(签字)].
LabelFound people_label_at(const model::PeopleWords& words, std::string_view text);

/// Digits of one telephone: 13800000000, 0719-1234567, (0719)1234567, with spaces gone.
std::size_t telephone_at(std::string_view text);

/// The longest of the words at the front.
std::size_t front_of(std::string_view text, const model::WordList& words);

bool chinese_at(std::string_view text, std::size_t at);

/// Seven digits with no more than marks and Chinese between them.
bool has_long_number(std::string_view text);

/// A word of the form: what stands beside a label and is no value of it.
bool is_form_word(const FormWords& forms, const std::string& text);

/// A label or level of the form is the front of the text: 填报日期 in 填报日期2024年, also 日期: of whatever name, where no more
/// than `same_word` bytes stand before the colon and none of the form's own labels right before it: 张三填报日期:.
bool form_label_at(const FormWords& forms, std::string_view text,
                   std::size_t same_word = std::string_view::npos);

/// 项目负责人, 联系人及电话, 负责人(签字): a field that holds names or telephones, without a value.
bool is_person_label(const FormWords& forms, std::string_view squeezed);

}  // namespace jiheng::intake
