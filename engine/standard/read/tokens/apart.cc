// What stands in a text and bears on no points: the number of its row, remarks, numbers of documents, where the marks of a row go.
#include <algorithm>

#include "engine/standard/read/tokens/tokenizer.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

}  // namespace

/// 注：管网指运行30年以上…: where a remark begins that says nothing of points; the end where there is none.
std::size_t Tokenizer::remark_at() const {
  const std::size_t end = in_.text.size();
  for (const std::string_view word : {"注:"sv, "备注:"sv}) {
    const std::size_t at = in_.text.find(word);
    if (at == in_.text.npos || at == 0) continue;
    const std::string_view before = in_.text.substr(0, at);
    const std::string_view rest = in_.text.substr(at);
    const bool apart =
        before.ends_with("。") || before.ends_with(";") || before.ends_with(".") || before.ends_with("(");
    if (apart && rest.find("分") == rest.npos && rest.find("扣") == rest.npos && rest.find("按") == rest.npos)
      return at;
  }
  return end;
}

/// 7. and 3-3 before the text: the number of the row in its table.
void Tokenizer::skip_row_number() {
  std::size_t p = in_.sees(0, "(") ? 1 : 0;
  const std::size_t digits = p;
  while (in_.digit(p) && p < digits + 2) ++p;
  if (p == digits) return;
  if (digits == 1) {  // (14)
    if (in_.sees(p, ")") && in_.text.substr(digits, p - digits) != "1") push(Kind::stop, p + 1);
    return;
  }
  const std::size_t first = p;
  if (in_.sees(p, "-") && in_.digit(p + 1)) {
    ++p;
    while (in_.digit(p)) ++p;
  }
  const bool twice = p > first;
  const bool dot = in_.sees(p, ".") && !in_.digit(p + 1);
  const bool list = in_.sees(p, "、");
  if (!dot && !list) {
    if (!twice || p > first + 3 || number_at(in_.text, first + 1, in_.units).end != p || in_.phrase_ends(p) ||
        in_.sees(p, "分") || static_cast<unsigned char>(in_.text[p]) < 0xE0)
      return;
  } else if (!twice && in_.text.substr(0, first) == "1") {
    return;  // the first of the text's own
  }
  push(Kind::stop, p + (dot ? 1 : list ? 3 : 0));
}

/// 国发(2017)24号: the number of a document.
bool Tokenizer::read_document_number() {
  if (!in_.sees(at_, "(")) return false;
  std::size_t p = at_ + 1;
  while (in_.digit(p)) ++p;
  if (p != at_ + 5 || !in_.sees(p, ")")) return false;
  std::size_t q = p + 1;
  while (in_.digit(q)) ++q;
  if (q == p + 1 || !in_.sees(q, "号")) return false;
  take_as_words(q + 3 - at_);
  return true;
}

/// (无免耕任务的乡镇，该项分值纳入其他项): where the marks of a row go that has none of what it asks for; its row is 不适用.
bool Tokenizer::read_marks_elsewhere() {
  if (!in_.sees(at_, "(无") && !in_.sees(at_, "(没有")) return false;
  int depth = 0;
  std::size_t end = at_;
  const std::size_t limit = std::min(in_.text.size(), at_ + kLongestPhrase);
  for (; end < limit; ++end) {
    if (in_.text[end] == '(') ++depth;
    if (in_.text[end] == ')' && --depth == 0) break;
  }
  if (end == limit) return false;
  const std::string_view inside = in_.text.substr(at_, end - at_);
  for (const std::string_view goes : {"分值纳入", "分值并入", "分值计入", "分值归入", "分值转入"}) {
    if (inside.find(goes) == inside.npos) continue;
    push(Kind::stop, end + 1 - at_);
    return true;
  }
  return false;
}

}  // namespace jiheng::standard
