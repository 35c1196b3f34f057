// Takes the text, gives lines with cells or words. Leaves what they mean to the readers of tables.
#include "engine/intake/tables/text_lines.h"

#include <algorithm>
#include <utility>

#include "engine/base/text.h"

namespace jiheng::intake {
namespace {

using base::is_digit;

constexpr std::size_t kLongestTag = 200;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Bytes of an HTML tag at `at`; 0 if there is none.
std::size_t tag_length(std::string_view text, std::size_t at) {
  if (text[at] != '<' || at + 2 >= text.size()) return 0;
  if (!is_letter(text[at + 1]) && text[at + 1] != '/') return 0;
  const std::size_t end = text.substr(at, kLongestTag).find('>');
  return end == std::string_view::npos ? 0 : end + 1;
}

class OneLine {
 public:
  void put(char32_t c) {
    if (base::is_white_space(c) || c < 0x20) {
      space_ = true;
      return;
    }
    if (space_ && last_ != 0 && !(is_chinese(last_) && is_chinese(c))) out_ += ' ';
    space_ = false;
    base::append_utf8(out_, c);
    last_ = c;
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  char32_t last_ = 0;
  bool space_ = false;
};

/// Tags become a space, a tick box its mark.
std::string cleaned(std::string_view text) {
  OneLine out;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t tag = tag_length(text, at); tag != 0) {
      const std::string_view inside = text.substr(at, tag);
      out.put(U' ');
      if (inside.starts_with("<input")) {
        out.put(inside.find("checked") == std::string_view::npos ? U'□' : U'√');
        out.put(U' ');
      }
      at += tag;
      continue;
    }
    const base::CodePoint c = base::decode_at(text, at);
    at += c.bytes;
    out.put(c.value);
  }
  return out.take();
}

void strip_markdown(std::string& text) {
  const std::size_t start = text.find_first_not_of("# ");
  if (start != std::string::npos && text.starts_with('#')) text.erase(0, start);
  for (std::size_t at = text.find("**"); at != std::string::npos; at = text.find("**", at)) text.erase(at, 2);
}

class Splitter {
 public:
  Splitter(const SourcePtr& source, Line& line, std::string_view text)
      : source_(source), line_(line), text_(text) {}

  void run() {
    line_.grid = text_.find('\t') != std::string_view::npos;
    std::size_t column = 0;
    std::size_t start = 0;
    int start_character = 1;
    int character = 1;
    for (std::size_t at = 0; at <= text_.size();) {
      const bool end = at == text_.size();
      const base::CodePoint c = end ? base::CodePoint{} : base::decode_at(text_, at);
      const bool inside_tag = !end && !line_.grid && tag_length(text_, at) != 0;
      const bool edge =
          end || (line_.grid ? c.value == U'\t' : base::is_white_space(c.value) || c.value < 0x20);
      if (inside_tag) {
        const std::size_t tag = tag_length(text_, at);
        character += static_cast<int>(base::count_characters(text_.substr(at, tag)));
        at += tag;
        continue;
      }
      if (edge && !end && line_.pieces.size() + 1 >= kMaxPieces) {
        add(text_.substr(start), column, start_character);
        return;
      }
      if (edge) {
        add(text_.substr(start, at - start), column, start_character);
        if (line_.grid || at > start) ++column;
        start = at + (end ? 1 : c.bytes);
        start_character = character + 1;
      }
      if (end) break;
      at += c.bytes;
      ++character;
    }
  }

 private:
  void add(std::string_view raw, std::size_t column, int character) {
    std::string text = cleaned(raw);
    if (text.empty()) return;
    const std::string_view front = raw.substr(0, raw.find_first_not_of(" \f"));
    base::Place place{source_, line_.number,
                      character + static_cast<int>(front.size() < raw.size() ? front.size() : 0),
                      static_cast<int>(base::count_characters(base::trimmed(raw)))};
    line_.pieces.push_back({std::move(text), column, std::move(place)});
  }

  const SourcePtr& source_;
  Line& line_;
  std::string_view text_;
};

}  // namespace

bool is_chinese(char32_t c) {
  return c >= 0x2E80 || (c >= 0x2018 && c <= 0x201D) || c == 0x2026 || c == 0x2014;
}

std::string on_one_line(std::string_view text) {
  OneLine out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    at += c.bytes;
    out.put(c.value);
  }
  return out.take();
}

std::vector<Line> lines_of(const SourcePtr& source) {
  std::vector<Line> lines;
  const std::string_view text = source->text;
  int number = 1;
  int blank = 0;
  bool page = false;
  for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view raw = text.substr(at, end - at);
    at = end + 1;
    if (raw.ends_with('\r')) raw.remove_suffix(1);
    if (raw.find('\f') != std::string_view::npos) page = true;
    Line line;
    line.number = number;
    line.blank_before = blank;
    Splitter(source, line, raw).run();
    if (line.blank()) {
      ++blank;
      continue;
    }
    const bool set_in = raw.size() > 1 && raw[0] == ' ' && raw[1] != ' ';
    line.page_start = page || (set_in && blank == 0);
    line.text = cleaned(raw);
    strip_markdown(line.text);
    if (!line.grid) {
      for (Piece& piece : line.pieces) strip_markdown(piece.text);
      std::erase_if(line.pieces,
                    [](const Piece& p) { return p.text.find_first_not_of("#*") == std::string::npos; });
      if (line.blank() && line.text.find_first_not_of("#* ") != std::string::npos)
        line.pieces.push_back({line.text, 0, {source, number, 1, 0}});
      if (line.blank()) {  // nothing but marks of markdown
        ++blank;
        continue;
      }
    }
    blank = 0;
    page = false;
    lines.push_back(std::move(line));
  }
  return lines;
}

bool is_page_number(const Line& line) {
  if (line.grid) return false;
  const std::string text = squeezed(line.text);
  if (text.empty() || text.size() > 24) return false;
  if (std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c); }))
    return text.size() <= 4 && line.blank_before >= 2;
  std::string_view inner = text;
  const auto drop = [&inner](std::string_view front, std::string_view back) {
    if (inner.size() <= front.size() + back.size() || !inner.starts_with(front) || !inner.ends_with(back))
      return false;
    inner.remove_prefix(front.size());
    inner.remove_suffix(back.size());
    return true;
  };
  const bool dressed = drop("-", "-") || drop("—", "—") || drop("–", "–") || drop("第", "页");
  return dressed && std::all_of(inner.begin(), inner.end(), [](char c) { return is_digit(c); });
}

std::string squeezed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    at += c.bytes;
    const char32_t folded = base::fold_full_width(c.value);
    if (base::is_white_space(folded) || folded < 0x20 || folded == U'*' || folded == U'#') continue;
    base::append_utf8(out, folded);
  }
  return out;
}

std::vector<std::string> squeezed_pieces(const std::vector<Piece>& pieces) {
  std::vector<std::string> out;
  out.reserve(pieces.size());
  for (const Piece& piece : pieces) out.push_back(squeezed(piece.text));
  return out;
}

void append_joined(std::string& first, std::string_view second) {
  const auto plain = [](char c) { return is_letter(c) || is_digit(c); };
  if (!first.empty() && !second.empty() && plain(first.back()) && plain(second.front())) first += ' ';
  first += second;
}

std::string joined(std::string_view first, std::string_view second) {
  std::string out(first);
  append_joined(out, second);
  return out;
}

}  // namespace jiheng::intake
