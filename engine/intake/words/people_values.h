// engine/intake/words/people_values.h: names and telephones behind, beside or below a label.
// Takes   a cell without white space, with the way back to the bytes of the cell.
// Gives   how far names and telephones reach.
// Source  docs/import.md
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

/// One cell without white space, and the way back.
struct Flat {
  std::string text;
  std::vector<std::size_t> raw;  ///< where each byte stood, and the end
  std::vector<bool> spaced;      ///< white space before this byte
};

Flat flat_of(std::string_view cell);

/// How sure it must be that a word is a name.
enum class Doubt { none, surname, short_surname };

/// Names and telephones from `at` on, one behind the other; gives where they end. Where `thorough` is false, labels of the form
/// are not looked for inside the value.
std::size_t people_end(const FormWords& forms, const Flat& flat, std::size_t at, bool person, bool apart,
                       Doubt doubt, bool thorough = true);

/// Nothing but names and telephones.
bool is_people(const FormWords& forms, const Flat& flat, Doubt doubt);

/// 13800人: a number and its unit; also signs.
bool is_value(const FormWords& forms, std::string_view text);

/// A number with a unit is a value: 13800人, 13800000000元.
bool is_unit_behind(const FormWords& forms, std::string_view text);

}  // namespace jiheng::intake
