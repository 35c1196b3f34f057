// Takes diagnostics, gives the text of style.md's example. Decides nothing about where it goes.
#include "engine/diag/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "engine/base/text.h"
#include "engine/diag/catalogue.h"

namespace jiheng::diag {
namespace {

constexpr std::size_t kMaxShownColumns = 96;
constexpr std::size_t kShownBefore = 12;  ///< characters kept before the piece when its line is too long

/// Finds places in texts. Going forward in one text costs each character once, however many places are asked
/// for.
class Finder {
 public:
  struct Found {
    std::string_view text;  ///< of the whole source
    std::size_t line_begin = 0;
    std::size_t piece = 0;  ///< first byte of the piece
  };

  Found find(const base::Place& place) {
    if (place.source != source_ || place.line < line_ || (place.line == line_ && place.column < column_)) {
      source_ = place.source;
      line_ = column_ = 1;
      line_begin_ = at_ = 0;
    }
    const std::string_view text = source_->text;
    while (line_ < place.line) {
      const std::size_t end = text.find('\n', at_);
      if (end == std::string_view::npos) return {text, text.size(), text.size()};
      line_begin_ = at_ = end + 1;
      column_ = 1;
      ++line_;
    }
    while (column_ < place.column && at_ < text.size() && text[at_] != '\n') {
      at_ += base::decode_at(text, at_).bytes;
      ++column_;
    }
    return {text, line_begin_, at_};
  }

 private:
  std::shared_ptr<const base::Source> source_;
  int line_ = 1;
  int column_ = 1;
  std::size_t line_begin_ = 0;
  std::size_t at_ = 0;
};

struct Shown {
  std::string text;
  std::size_t before = 0;  ///< display columns before the piece
  std::size_t width = 1;   ///< display columns of the piece
};

/// The byte at most `characters` characters before `from`, not before `begin`.
std::size_t stepped_back(std::string_view text, std::size_t begin, std::size_t from, std::size_t characters) {
  std::size_t at = from;
  for (; characters > 0 && at > begin; --characters) {
    std::size_t previous = at - 1;
    for (std::size_t back = 2; back <= 4 && back <= at - begin; ++back) {
      if (base::decode_at(text, at - back).bytes == back) previous = at - back;
    }
    at = previous;
  }
  return at;
}

/// The part of the line around the piece, controls as spaces, at most `most` columns wide (the dots apart).
Shown shown_line(const Finder::Found& found, int length, std::size_t most) {
  const std::string_view text = found.text;
  const auto width_of_next = [&text](std::size_t at, base::CodePoint& c) {
    c = base::decode_at(text, at);
    std::string one;
    base::append_utf8(one, c.value);
    one = base::printable(one);
    return std::pair(one, base::display_width(one));
  };
  Shown shown;
  std::size_t begin = stepped_back(text, found.line_begin, found.piece, most);
  const auto width_up_to_piece = [&](std::size_t from) {
    std::size_t width = 0;
    base::CodePoint c;
    for (std::size_t at = from; at < found.piece; at += c.bytes) width += width_of_next(at, c).second;
    return width;
  };
  constexpr std::size_t kRoomForPiece = 24;
  if (begin > found.line_begin || width_up_to_piece(begin) + kRoomForPiece > most) {
    begin = stepped_back(text, found.line_begin, found.piece, kShownBefore);
  }
  if (begin > found.line_begin) shown.text = "…";
  shown.before = width_up_to_piece(begin) + (begin > found.line_begin ? 1 : 0);
  std::size_t used = 0;
  std::size_t piece_width = 0;
  int left = std::max(length, 1);
  base::CodePoint c;
  for (std::size_t at = begin; at < text.size() && text[at] != '\n'; at += c.bytes) {
    const auto [character, width] = width_of_next(at, c);
    used += width;
    if (used > most) {
      shown.text += "…";
      break;
    }
    if (c.value == U'\r' && (at + 1 == text.size() || text[at + 1] == '\n')) break;
    shown.text += character;
    if (at >= found.piece && left > 0) {
      piece_width += width;
      --left;
    }
  }
  shown.width = std::max<std::size_t>(piece_width, 1);
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

std::string text_of(const Diagnostic& d, const PrintOptions& options, Finder& finder) {
  const Severity severity = severity_of(d);
  const std::string where = to_text(d.place);
  const std::string head = fmt::format("{}[{}]", word_of(severity), d.id);
  std::string out =
      fmt::format("{}{}{}: {}", where, where.empty() ? "" : ": ", head, base::printable(d.message));
  out = base::set_in(out, options.width) + "\n";
  if (const std::size_t at = out.find(head); options.colour && at != std::string::npos)
    out.replace(at, head.size(), fmt::format("{}{}\x1b[0m", colour_of(severity), head));
  if (d.place.source && d.place.source->sheet.empty() && d.place.line > 0 && d.place.column > 0) {
    constexpr std::size_t kMargin = 10;  // the number of the line, and the dots
    const std::size_t most =
        options.width > kMargin ? std::min(kMaxShownColumns, options.width - kMargin) : kMaxShownColumns;
    const Shown shown = shown_line(finder.find(d.place), d.place.length, most);
    if (!shown.text.empty()) {
      const base::PageSpot* spot = base::spot_of(d.place);
      out += fmt::format("{:>5} | {}\n", spot == nullptr ? d.place.line : spot->line, shown.text);
      out += fmt::format("      | {}{}\n", std::string(shown.before, ' '), std::string(shown.width, '^'));
    }
  }
  if (!d.why.empty()) out += "  " + base::set_in("说明: " + base::printable(d.why), options.width) + "\n";
  if (!d.fix.empty()) out += "  " + base::set_in("怎么改: " + base::printable(d.fix), options.width) + "\n";
  out += fmt::format("  详见: jiheng explain {}\n", d.id);
  return out;
}

}  // namespace

std::string column_letters(int column) {
  std::string out;
  for (; column > 0; column = (column - 1) / 26)
    out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
  return out;
}

std::string cell_name(const base::Place& place) {
  return fmt::format("{}{}", column_letters(place.column), place.line);
}

std::string page_name(const base::PageSpot& spot) {
  return fmt::format("第{}页 第{}行", spot.page, spot.line);
}

std::string to_text(const base::Place& place) {
  if (!place.source) return {};
  if (const base::PageSpot* spot = base::spot_of(place))
    return fmt::format("{}:{}", base::printable(place.source->name), page_name(*spot));
  std::string name = base::printable(place.source->name);
  if (!place.source->sheet.empty()) name += ":" + base::printable(place.source->sheet);
  if (place.line <= 0) return name;
  if (!place.source->sheet.empty() && place.column > 0) {
    return fmt::format("{}!{}", name, cell_name(place));
  }
  if (place.column <= 0) return fmt::format("{}:{}", name, place.line);
  return fmt::format("{}:{}:{}", name, place.line, place.column);
}

std::string to_text(const Diagnostic& d, const PrintOptions& options) {
  Finder finder;
  return text_of(d, options, finder);
}

std::string to_text(const std::vector<Diagnostic>& list, const PrintOptions& options) {
  Finder finder;
  std::string out;
  for (const Diagnostic& d : list) {
    if (!out.empty()) out += "\n";
    out += text_of(d, options, finder);
  }
  return out;
}

}  // namespace jiheng::diag
