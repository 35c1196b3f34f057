// Takes pieces of text, gives what is seen of them. Leaves which pieces there are to sheets_from_html.
#include "engine/office/html/html_shown.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/base/text.h"

namespace jiheng::office {

bool is_word_of_the_page(std::string_view text) {
  constexpr std::string_view kWords[] = {"下载", "打印", "打印本页", "关闭",    "关闭窗口",
                                         "收藏", "返回", "返回顶部", "附件下载"};
  std::string inner;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    const bool dressing = base::is_white_space(c.value) ||
                          std::u32string_view(U"[]【】()（）<>").find(c.value) != std::u32string_view::npos;
    if (!dressing) inner.append(text.substr(at, c.bytes));
    at += c.bytes;
  }
  return std::find(std::begin(kWords), std::end(kWords), inner) != std::end(kWords);
}

void ShownText::put(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    at += c.bytes;
    if (base::is_white_space(c.value) || c.value < 0x20) {
      blank_ = true;
      continue;
    }
    if (c.value == 0x200B || c.value == 0xFEFF) continue;
    if (blank_ && !text_.empty() && !text_.ends_with('\n')) text_ += ' ';
    blank_ = false;
    base::append_utf8(text_, c.value);
  }
}

void ShownText::end_line() {
  blank_ = false;
  if (!text_.empty() && !text_.ends_with('\n')) text_ += '\n';
}

std::string ShownText::take() {
  while (text_.ends_with('\n')) text_.pop_back();
  blank_ = false;
  return std::exchange(text_, {});
}

}  // namespace jiheng::office
