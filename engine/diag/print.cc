// Takes diagnostics, gives the text of style.md's example. Decides nothing about where it goes.
#include "engine/diag/print.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"
#include "engine/diag/catalogue.h"

namespace jiheng::diag {
namespace {

constexpr std::size_t kMaxShownColumns = 96;

std::string_view line_of(const base::Place& place) {
  std::string_view rest = place.source->text;
  for (int line = 1; line < place.line; ++line) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  return rest.substr(0, rest.find('\n'));
}

struct Shown {
  std::string text;
  std::size_t before = 0;  ///< display columns before the piece
  std::size_t width = 1;   ///< display columns of the piece
};

/// The part of the line around the piece, control characters as spaces, at most kMaxShownColumns wide.
Shown shown_line(const base::Place& place) {
  const std::string_view line = line_of(place);
  std::vector<std::string> characters;
  for (std::size_t at = 0; at < line.size();) {
    const base::CodePoint c = base::decode_at(line, at);
    std::string piece;
    base::append_utf8(piece,
                      base::is_white_space(c.value) || c.value < 0x20 || c.value == 0x7F ? U' ' : c.value);
    characters.push_back(std::move(piece));
    at += c.bytes;
  }
  const auto piece_begin =
      std::min(characters.size(), static_cast<std::size_t>(std::max(place.column - 1, 0)));
  const auto piece_end =
      std::min(characters.size(), piece_begin + static_cast<std::size_t>(std::max(place.length, 1)));
  std::size_t begin = 0;
  const auto width_between = [&characters](std::size_t from, std::size_t to) {
    std::size_t width = 0;
    for (; from < to; ++from) width += base::display_width(characters[from]);
    return width;
  };
  if (width_between(0, piece_end) > kMaxShownColumns) begin = piece_begin > 12 ? piece_begin - 12 : 0;
  Shown shown;
  if (begin > 0) shown.text = "…";
  std::size_t used = 0;
  for (std::size_t i = begin; i < characters.size(); ++i) {
    used += base::display_width(characters[i]);
    if (used > kMaxShownColumns) {
      shown.text += "…";
      break;
    }
    shown.text += characters[i];
  }
  shown.before = width_between(begin, piece_begin) + (begin > 0 ? 1 : 0);
  shown.width = std::clamp<std::size_t>(width_between(piece_begin, piece_end), 1, kMaxShownColumns);
  return shown;
}

std::string_view word_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "错误";
    case Severity::warning:
      return "警告";
    case Severity::note:
      break;
  }
  return "提示";
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\x1b[31m";
    case Severity::warning:
      return "\x1b[33m";
    case Severity::note:
      break;
  }
  return "\x1b[36m";
}

}  // namespace

std::string to_text(const base::Place& place) {
  if (!place.source) return {};
  if (place.line <= 0) return place.source->name;
  if (place.column <= 0) return fmt::format("{}:{}", place.source->name, place.line);
  return fmt::format("{}:{}:{}", place.source->name, place.line, place.column);
}

std::string to_text(const Diagnostic& d, const PrintOptions& options) {
  const Severity severity = severity_of(d);
  const std::string where = to_text(d.place);
  std::string out = where.empty() ? std::string() : where + ": ";
  const std::string head = fmt::format("{}[{}]", word_of(severity), d.id);
  out += options.colour ? fmt::format("{}{}\x1b[0m", colour_of(severity), head) : head;
  out += fmt::format(": {}\n", d.message);
  if (d.place.source && d.place.line > 0 && d.place.column > 0) {
    const Shown shown = shown_line(d.place);
    if (!shown.text.empty()) {
      out += fmt::format("{:>5} | {}\n", d.place.line, shown.text);
      out += fmt::format("      | {}{}\n", std::string(shown.before, ' '), std::string(shown.width, '^'));
    }
  }
  if (!d.why.empty()) out += fmt::format("  说明: {}\n", d.why);
  if (!d.fix.empty()) out += fmt::format("  怎么改: {}\n", d.fix);
  out += fmt::format("  详见: jiheng explain {}\n", d.id);
  return out;
}

std::string to_text(const std::vector<Diagnostic>& list, const PrintOptions& options) {
  std::string out;
  for (const Diagnostic& d : list) {
    if (!out.empty()) out += "\n";
    out += to_text(d, options);
  }
  return out;
}

}  // namespace jiheng::diag
