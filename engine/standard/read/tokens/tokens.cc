// Takes folded text, gives its tokens from left to right. What stands at a place is one of the phrases, a sign, or words.
#include "engine/standard/read/tokens.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/standard/read/tokens/tokenizer.h"

namespace jiheng::standard {

std::vector<Token> Tokenizer::read() {
  skip_row_number();
  const std::size_t remark = remark_at();
  while (at_ < remark) read_one();
  if (remark < in_.text.size()) take_as_words(in_.text.size() - at_);
  end_words();
  return std::move(out_);
}

bool Tokenizer::phrase_begins() const {
  if (words_from_ != at_ && has_words_) return false;
  return out_.empty() || is_break(out_.back().kind) || is_effect(out_.back().kind) ||
         out_.back().kind == Kind::marker;
}

void Tokenizer::end_words() {
  if (has_words_ && words_from_ < at_) {
    Token t;
    t.kind = Kind::words;
    t.begin = words_from_;
    t.end = at_;
    out_.push_back(t);
  }
  has_words_ = false;
}

void Tokenizer::push(Token t) {
  end_words();
  if (t.kind == Kind::per) each_ = t.each;
  at_ = t.end;
  out_.push_back(std::move(t));
}

void Tokenizer::push(Kind kind, std::size_t bytes) {
  Token t;
  t.kind = kind;
  t.begin = at_;
  t.end = at_ + bytes;
  push(std::move(t));
}

void Tokenizer::take_as_words(std::size_t bytes) {
  if (!has_words_) words_from_ = at_;
  has_words_ = true;
  at_ += bytes;
}

std::string_view Tokenizer::words() const {
  return has_words_ ? in_.text.substr(words_from_, at_ - words_from_) : std::string_view();
}

bool Tokenizer::read_break() {
  const char c = in_.text[at_];
  if (c == '.' && in_.digit(at_ + 1) && at_ > 0 && in_.digit(at_ - 1)) return false;
  if (c == ',') return push(Kind::comma, 1), true;
  if (c == ';') return push(Kind::semicolon, 1), true;
  if (c == ':') return push(Kind::colon, 1), true;
  if (c == '(') return push(Kind::open, 1), true;
  if (c == ')') return push(Kind::close, 1), true;
  if (c == '.' || c == '!') return push(Kind::stop, 1), true;
  if (in_.sees(at_, "。")) return push(Kind::stop, 3), true;
  if (in_.sees(at_, "、")) return push(Kind::list, 3), true;
  return false;
}

bool Tokenizer::read_marker_here() {
  Token t;
  if (!read_marker(in_, at_, phrase_begins(), next_marker_, t)) return false;
  next_marker_ = t.number + 1;
  push(t);
  return true;
}

void Tokenizer::read_one() {
  if (in_.text[at_] == ' ' && !has_words_) return void(++at_);  // between two numbers
  if (read_full_cap() || read_document_number() || read_marks_elsewhere()) return;
  if (read_marker_here() || read_bare_marks() || read_formula_or_product()) return;
  Token t;
  if (read_partial(in_, at_, t) && is_part_of_unit(t)) return push(t);
  t = {};
  if (read_descending() || read_marks_list()) return;
  t = {};
  if (read_rank(in_, at_, t)) return push(t);
  if (read_value_here()) return;
  if (read_break()) return;
  t = {};
  if (read_marks(in_, at_, t)) return push(t);
  t = {};
  if (read_set_phrase(in_, at_, t) && (t.kind != Kind::otherwise || phrase_begins())) return push(t);
  if (in_.digit(at_)) {  // a number that is nothing by itself stays whole
    std::size_t p = at_;
    while (in_.digit(p) || (in_.sees(p, ".") && in_.digit(p + 1))) ++p;
    return take_as_words(p - at_);
  }
  take_as_words(std::max<std::size_t>(base::decode_at(in_.text, at_).bytes, 1));
}

bool is_break(Token::Kind kind) {
  return kind == Kind::comma || kind == Kind::semicolon || kind == Kind::stop || kind == Kind::colon ||
         kind == Kind::open || kind == Kind::close;
}

bool is_effect(Token::Kind kind) {
  return kind == Kind::give || kind == Kind::deduct || kind == Kind::add || kind == Kind::proportion ||
         kind == Kind::formula || kind == Kind::chosen;
}

std::vector<Token> tokens(const Folded& folded, const quantity::UnitTable& units) {
  return Tokenizer(folded, units).read();
}

}  // namespace jiheng::standard
