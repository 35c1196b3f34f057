// Takes a folded text, says whether it stands for nothing. 空白, 不适用 and 0 are three different things.
#include "engine/target/read/blank.h"

namespace jiheng::target {

using namespace std::string_view_literals;

Blank blankness(std::string_view text) {
  if (text.empty()) return Blank::empty;
  if (text.size() > 24) return Blank::no;
  for (const std::string_view word : {"/"sv, "//"sv, "、"sv, "无"sv, "无。"sv, "暂无"sv, "空"sv, "…"sv,
                                      "……"sv, "\\"sv, "无此项"sv, "(空)"sv}) {
    if (text == word) return Blank::empty;
  }
  for (const std::string_view word :
       {"不适用"sv, "不涉及"sv, "N/A"sv, "n/a"sv, "NA"sv, "无此项内容"sv, "不适用。"sv, "未涉及"sv}) {
    if (text == word) return Blank::not_applicable;
  }
  bool dashes = true;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '-') {
      ++i;
    } else if (text.substr(i, 3) == "—") {
      i += 3;
    } else {
      dashes = false;
      break;
    }
  }
  return dashes ? Blank::empty : Blank::no;
}

}  // namespace jiheng::target
