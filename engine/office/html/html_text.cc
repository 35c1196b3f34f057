// Takes the bytes of a web page, gives its HTML. Leaves the encoding of characters to text_encoding, the tags to
// sheets_from_html.
#include "engine/office/html/html_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "engine/office/text_encoding.h"

namespace jiheng::office {
namespace {

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/// One part of a message: its head and what stands behind the blank line.
struct MessagePart {
  std::string head;  ///< in small letters
  std::string_view body;
};

MessagePart part_of_message(std::string_view bytes) {
  std::size_t end = bytes.find("\n\n");
  std::size_t behind = end + 2;
  const std::size_t with_returns = bytes.find("\r\n\r\n");
  if (with_returns < end) {
    end = with_returns;
    behind = end + 4;
  }
  if (end == std::string_view::npos) return {in_small_letters(bytes), {}};
  return {in_small_letters(bytes.substr(0, end)), bytes.substr(behind)};
}

/// boundary="…" of the head, as it stands in the bytes.
std::string_view boundary_of(std::string_view bytes, const std::string& head) {
  const std::size_t at = head.find("boundary=");
  if (at == std::string::npos) return {};
  std::string_view rest = bytes.substr(at + std::string_view("boundary=").size());
  if (rest.starts_with('"')) {
    rest.remove_prefix(1);
    return rest.substr(0, rest.find('"'));
  }
  return rest.substr(0, rest.find_first_of("; \r\n"));
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
      continue;
    }
    const std::string_view next = text.substr(at + 1, 2);
    if (next.starts_with('\n')) {
      ++at;
    } else if (next == "\r\n") {
      at += 2;
    } else if (next.size() == 2 && hex_digit(next[0]) >= 0 && hex_digit(next[1]) >= 0) {
      out += static_cast<char>(hex_digit(next[0]) * 16 + hex_digit(next[1]));
      at += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
  }
  return out;
}

/// The HTML of a message with parts, which may have parts themselves; nullopt where none of them is.
std::optional<std::string> html_of_message(std::string_view bytes, int depth = 0) {
  constexpr int kDeepestPart = 8;
  if (depth > kDeepestPart) return std::nullopt;
  const MessagePart message = part_of_message(bytes);
  const std::string_view boundary = boundary_of(bytes, message.head);
  std::string_view rest = boundary.empty() ? bytes : message.body;
  while (!rest.empty()) {
    std::string_view piece = rest;
    if (!boundary.empty()) {
      const std::string mark = "--" + std::string(boundary);
      const std::size_t begin = rest.find(mark);
      if (begin == std::string_view::npos) return std::nullopt;
      rest.remove_prefix(begin + mark.size());
      rest.remove_prefix(std::min(
          rest.size(), rest.find('\n') == std::string_view::npos ? rest.size() : rest.find('\n') + 1));
      piece = rest.substr(0, rest.find(mark));
      rest.remove_prefix(piece.size());
    } else {
      rest = {};
    }
    const MessagePart part = part_of_message(piece);
    if (!boundary.empty() && part.head.find("multipart/") != std::string::npos) {
      if (auto inner = html_of_message(piece, depth + 1)) return inner;
      continue;
    }
    if (part.head.find("text/html") == std::string::npos) continue;
    if (part.head.find("quoted-printable") != std::string::npos) return from_quoted_printable(part.body);
    if (part.head.find("base64") != std::string::npos) return from_base64(part.body);
    return std::string(part.body);
  }
  return std::nullopt;
}

}  // namespace

bool is_mhtml(std::string_view bytes) {
  constexpr std::size_t kHeadWithin = 4096;
  const std::string head = in_small_letters(bytes.substr(0, kHeadWithin));
  return (head.starts_with("mime-version:") || head.starts_with("from:") ||
          head.starts_with("content-type:")) &&
         head.find("content-type:") != std::string::npos &&
         (head.find("multipart/related") != std::string::npos || head.find("text/html") != std::string::npos);
}

diag::Result<base::SourcePtr> html_text(const base::SourcePtr& file) {
  if (is_mhtml(file->text)) {
    if (auto html = html_of_message(file->text)) return text_from_bytes(file->name, std::move(*html));
  }
  return text_from_bytes(file->name, file->text);
}

}  // namespace jiheng::office
