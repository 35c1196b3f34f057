// Takes text, gives figures in the order they stand. Judges nothing.
#include "engine/quantity/prose_figures.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "engine/base/text.h"
#include "engine/quantity/number.h"

namespace jiheng::quantity {
namespace {

using base::Decimal;
using base::is_digit;

bool is_word_letter(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
}

/// The text without white space, and where in the text as printed each of its bytes stood.
struct Squeezed {
  std::string text;
  std::vector<std::uint32_t> printed_at;  ///< one more than bytes
};

Squeezed squeezed_with_places(std::string_view text) {
  Squeezed out;
  std::size_t at = 0;
  while (at < text.size() && out.text.size() < kMaxProseBytes) {
    const base::CodePoint c = base::decode_at(text, at);
    if (c.bytes == 0) break;
    if (!base::is_white_space(c.value) && !base::is_control(c.value)) {
      base::append_utf8(out.text, c.value == U'，' ? c.value : base::fold_full_width(c.value));
      out.printed_at.resize(out.text.size(), static_cast<std::uint32_t>(at));
    }
    at += c.bytes;
  }
  out.printed_at.push_back(static_cast<std::uint32_t>(at));
  return out;
}

/// Marks that end the words of a label.
constexpr std::array<std::string_view, 9> kMarks = {"，", "。", "、", ",", ";", ":", "(", ")", "“"};

std::size_t mark_at(std::string_view text, std::size_t at) {
  for (const std::string_view mark : kMarks) {
    if (text.substr(at).starts_with(mark)) return mark.size();
  }
  return 0;
}

/// "/人/月" behind a unit of money; empty for none.
std::string_view per_at(std::string_view text, std::size_t at, const UnitTable& units) {
  std::size_t end = at;
  while (end < text.size() && text[end] == '/') {
    const UnitEntry* unit = units.longest_at(text, end + 1);
    if (unit == nullptr) break;
    end += 1 + unit->name.size();
  }
  return text.substr(at, end - at);
}

/// Parts of dates and of names of documents: 2023年, 12月, 31日, 10号.
bool is_no_amount(std::string_view unit) {
  constexpr std::array<std::string_view, 7> kNames = {"年", "年度", "月", "日", "季", "季度", "号"};
  return std::find(kNames.begin(), kNames.end(), unit) != kNames.end();
}

/// `original` and `units` outlive the reader.
class ProseReader {
 public:
  ProseReader(Squeezed text, std::string_view original, const UnitTable& units)
      : units_(units), original_(original), printed_at_(std::move(text.printed_at)) {
    out_.text = std::move(text.text);
  }

  Prose run() {
    const std::string& text = out_.text;
    for (std::size_t at = 0; at < text.size() && out_.printed.size() < kMaxPrintedFigures;) {
      if (const std::size_t mark = mark_at(text, at); mark > 0) {
        if (text[at] == '(') ++depth_;
        if (text[at] == ')') depth_ = std::max(0, depth_ - 1);
        at += mark;
        label_ = at;
      } else if (is_digit(text[at])) {
        at = number(at);
      } else {
        at += std::max<std::size_t>(1, base::decode_at(text, at).bytes);
      }
    }
    return std::move(out_);
  }

 private:
  /// The end of the number, with its unit where it is a figure.
  std::size_t number(std::size_t begin) {
    const std::string_view text = out_.text;
    const NumberText read = read_number(text, begin);
    std::size_t at = begin + std::max<std::size_t>(1, read.length);
    const bool part_of_a_word = begin > 0 && is_word_letter(text[begin - 1]);
    const bool numbered = text.substr(0, begin).ends_with("第");
    if (read.length == 0 || part_of_a_word || numbered || read.flaw != quantity::NumberFlaw::none) {
      while (at < text.size() && is_digit(text[at])) ++at;
      return at;
    }
    Figure figure;
    figure.approximate = read.approximate;
    while (text.substr(at).starts_with("余") || text.substr(at).starts_with("多")) {
      figure.approximate = true;
      at += std::string_view("余").size();
    }
    const UnitEntry* unit = units_.longest_at(text, at);
    if (unit != nullptr) {
      at += unit->name.size();
    } else if (read.scale > 1 && (at == text.size() || mark_at(text, at) > 0)) {
      unit = units_.find("元");  // 弥补缺口 73 万，…
    }
    const bool amount_without_unit = unit == nullptr && read.scale > 1;  // 4.2 万农户
    if (amount_without_unit || (unit != nullptr && !is_no_amount(unit->name))) put_printed(begin, at);
    if (unit == nullptr || !take_unit(*unit, read, figure)) return at;
    if (figure.kind == Figure::Kind::money) {
      figure.per = per_at(text, at, units_);
      at += figure.per.size();
    }
    figure.approximate = figure.approximate || text.substr(at).starts_with("余") ||
                         text.substr(at).starts_with("左右") || text.substr(at).starts_with("以上");
    figure.begin = begin;
    figure.end = at;
    figure.text = text.substr(begin, at - begin);
    figure.label = text.substr(label_, begin - label_);
    figure.depth = depth_;
    figure.approximate =
        figure.approximate || ends_with_any(figure.label, {"约", "近", "超", "超过", "逾", "不足"});
    label_ = at;
    if (out_.figures.size() < kMaxProseFigures) out_.figures.push_back(std::move(figure));
    return at;
  }

  void put_printed(std::size_t begin, std::size_t end) {
    std::string_view as_printed = original_.substr(printed_at_[begin], printed_at_[end] - printed_at_[begin]);
    out_.printed.emplace_back(base::trimmed(as_printed));
  }

  /// False for units that nothing is added up of: dates, ages, lengths …
  bool take_unit(const UnitEntry& unit, const NumberText& read, Figure& figure) const {
    figure.unit = unit.name;
    Decimal factor = unit.factor;
    if (unit.dimension == "金额") {
      figure.kind = Figure::Kind::money;
      figure.unit = "元";
    } else if (unit.name == "%" || unit.name == "百分比") {
      figure.kind = Figure::Kind::percent;
      figure.unit = "%";
      factor = 1;
    } else if (unit.dimension == "计数") {
      figure.kind = Figure::Kind::count;
      factor = 1;
    } else {
      return false;
    }
    figure.amount = read.value * read.scale * factor;
    figure.last = Decimal::of(1, read.value.places()) * read.scale * factor;
    return figure.amount.sign() >= 0;
  }

  const UnitTable& units_;
  std::string_view original_;
  std::vector<std::uint32_t> printed_at_;
  Prose out_;
  std::size_t label_ = 0;
  int depth_ = 0;
};

Decimal half(const Decimal& last) { return last * Decimal::of(5, 1); }

}  // namespace

Span Figure::span() const {
  if (kind == Kind::count && last <= Decimal(1)) return {amount, amount};
  const Decimal slack = half(last);
  return {std::max(amount - slack, Decimal(0)), amount + slack};
}

Span Figure::rounded_or_cut() const {
  const Span rounded = span();
  return {rounded.low, amount + last};
}

Prose prose_of(std::string_view text, const UnitTable& units) {
  return ProseReader(squeezed_with_places(text), text, units).run();
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view w) { return text.ends_with(w); });
}

}  // namespace jiheng::quantity
