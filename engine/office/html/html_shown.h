// engine/office/html/html_shown.h: texts of a page as its reader sees them.
// Takes   pieces of text in their order.
// Gives   white space as one blank, lines without blanks at their ends.
#pragma once

#include <string>
#include <string_view>

namespace jiheng::office {

/// [下载], 打印本页: what a link of a page says that is no text of the document.
bool is_word_of_the_page(std::string_view text);

class ShownText {
 public:
  void put(std::string_view text);
  void end_line();
  /// All of it so far; begins anew.
  std::string take();

 private:
  std::string text_;
  bool blank_ = false;
};

}  // namespace jiheng::office
