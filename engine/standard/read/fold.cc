// Takes a text, gives it folded in one pass. Knows characters only; words are the readers'.
#include "engine/standard/read/fold.h"

#include "engine/base/text.h"
#include "engine/standard/parse.h"
#include "engine/standard/read/simplified.h"

namespace jiheng::standard {
namespace {

/// One form for characters people use for the same thing; 0: left out.
char32_t folded_form(char32_t c) {
  switch (c) {
    case U'≧':
    case U'⩾':
    case U'≮':
      return U'≥';
    case U'≦':
    case U'⩽':
    case U'≯':
      return U'≤';
    case U'﹥':
    case U'〉':
      return U'>';
    case U'﹤':
    case U'〈':
      return U'<';
    case U'═':
    case U'﹦':
      return U'=';
    case U'∶':
    case U'︰':
      return U':';
    case U'～':
    case U'〜':
    case U'∼':
    case U'–':
    case U'—':
    case U'―':
    case U'─':
    case U'━':
    case U'−':
    case U'﹣':
    case U'‐':
    case U'‑':
    case U'‒':
    case U'~':
      return U'-';
    case U'﹪':
      return U'%';
    case U'﹐':
      return U',';
    case U'﹔':
      return U';';
    case U'【':
    case U'〔':
    case U'﹙':
    case U'[':
      return U'(';
    case U'】':
    case U'〕':
    case U'﹚':
    case U']':
      return U')';
    case U'*':
    case U'✕':
    case U'∗':
      return U'×';
    case U'÷':
    case U'∕':
      return U'/';
    case U'“':
    case U'”':
    case U'‘':
    case U'’':
    case U'「':
    case U'」':
    case U'"':
    case U'\'':
    case U'\u00AD':
    case U'\u200C':
    case U'\u200D':
      return 0;
    default:
      break;
  }
  constexpr char32_t kFirstHanzi = U'\u4E00';
  if (c >= kFirstHanzi && c <= U'\u9FFF') return simplified(c);
  const char32_t wide = base::fold_full_width(c);
  return wide == c ? c : folded_form(wide);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

FoldStatus Folded::read(std::string_view text) {
  bytes_.reserve(text.size());
  std::size_t characters = 0;
  bool gap = false;
  // ≥20 2 ≥30 3: where no marks are called so, white space parts two numbers; else recognition may have put it there
  const bool marks_alone = text.find("分") == text.npos;
  for (std::size_t at = 0; at < text.size();) {
    if (++characters > kMaxCharacters) return FoldStatus::too_long;
    const base::CodePoint point = base::decode_at(text, at);
    if (point.value == 0xFFFD && point.bytes == 1) {
      error_at_ = at;
      return FoldStatus::invalid_utf8;
    }
    const std::size_t from = at;
    at += point.bytes;
    if (base::is_white_space(point.value)) {
      gap = true;
      continue;
    }
    char32_t c = folded_form(point.value);
    if (c == 0) continue;
    if (c == U'。' && !bytes_.empty() && is_digit(bytes_.back()) && at < text.size() && is_digit(text[at]))
      c = U'.';  // 0。5分
    if ((c == U'x' || c == U'X') && !bytes_.empty() && static_cast<unsigned char>(bytes_.back()) >= 0x80 &&
        at < text.size() && is_digit(text[at]))
      c = U'×';  // 好路率X120
    const bool apart = marks_alone && gap && c < 0x80 && is_digit(static_cast<char>(c)) && !bytes_.empty() &&
                       is_digit(bytes_.back());
    const std::size_t before = bytes_.size();
    if (apart) bytes_ += ' ';  // ≥20 2: two numbers
    base::append_utf8(bytes_, c);
    for (std::size_t i = before; i < bytes_.size(); ++i) {
      origin_.push_back(static_cast<std::uint32_t>(from));
      after_.push_back(static_cast<std::uint32_t>(at));
      gap_.push_back(gap && (i == before || apart));
    }
    gap = false;
  }
  return FoldStatus::ok;
}

base::Span Folded::span(std::size_t begin, std::size_t end) const {
  if (begin >= end || end > bytes_.size()) return {};
  const unsigned from = origin_[begin];
  return {from, after_[end - 1] - from};
}

}  // namespace jiheng::standard
