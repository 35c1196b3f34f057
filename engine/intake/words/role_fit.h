// engine/intake/words/role_fit.h: how well a text fits a column, as a number: the larger the better, 0 says nothing.
// What a text is printed under is weighed with this where columns have slipped or rows have lost their tabs.
// Takes   squeezed text.
// Gives   a weight without unit, only to be compared with others of it.
#pragma once

#include <optional>
#include <string_view>

#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

/// Like a value of a form: 4 figures with sign or unit, 3 a word of degree or an answer, less and below 0 the more it
/// is a phrase.
double value_fit(const FormWords& forms, std::string_view squeezed);

/// A plain number of points, 0 to 100 … 1000.
bool is_points(std::string_view squeezed);

/// Levels that are no words of the forms get less than 0 here; whether that matters, the place decides.
double role_fit(const FormWords& forms, Role role, std::string_view squeezed);

/// A text that several columns are asked about: what they all look at is looked at once. Views; the words of the forms and
/// the text must outlive it.
class FitText {
 public:
  FitText(const FormWords& forms, std::string_view squeezed);
  FitText(const FormWords&&, std::string_view) = delete;

  std::string_view text() const { return text_; }
  /// role_fit of the text.
  double fit(Role role);

 private:
  double value();
  bool level1();
  bool level2();

  const FormWords& forms_;
  std::string_view text_;
  std::size_t length_;
  bool rest_;
  std::optional<double> value_;
  std::optional<bool> level1_;
  std::optional<bool> level2_;
};

}  // namespace jiheng::intake
