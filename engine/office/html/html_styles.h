// engine/office/html/html_styles.h: the style sheets of a page -> which elements they do not show.
// Gives   rules of one element, class or id (.no, td.no, #old) that set display or visibility, the last one first; rules for print,
//         for narrow screens and for elements in others are passed over.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace jiheng::office {

class HtmlStyles {
 public:
  /// The text of one <style>.
  void read(std::string_view sheet);
  /// `names`: what stands in class, divided by white space.
  bool hides(std::string_view tag, std::string_view names, std::string_view id) const;

  /// What declarations (of a rule or of style="…") say: 1 not shown, 0 shown, -1 nothing of it.
  static int hidden_by(std::string_view declarations);

 private:
  bool asks(const std::string& selector, bool& hidden) const;

  std::map<std::string, bool> hidden_;  ///< by selector, in small letters
};

}  // namespace jiheng::office
