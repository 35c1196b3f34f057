// Takes text, gives figures in the order they stand. Judges nothing.
#include "engine/audit/a8_prose/prose_figures.h"

#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "engine/quantity/number.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using base::is_digit;

constexpr int kPlacesOfQuotients = 12;

bool is_word_letter(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
}

std::string prose_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size() && out.size() < kMaxProseBytes;) {
    const base::CodePoint c = base::decode_at(text, at);
    if (c.bytes == 0) break;
    at += c.bytes;
    if (base::is_white_space(c.value) || base::is_control(c.value)) continue;
    base::append_utf8(out, c.value == U'，' ? c.value : base::fold_full_width(c.value));
  }
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
std::string_view per_at(std::string_view text, std::size_t at, const quantity::UnitTable& units) {
  std::size_t end = at;
  while (end < text.size() && text[end] == '/') {
    const quantity::UnitEntry* unit = units.longest_at(text, end + 1);
    if (unit == nullptr) break;
    end += 1 + unit->name.size();
  }
  return text.substr(at, end - at);
}

class Reader {
 public:
  Reader(std::string text, const quantity::UnitTable& units) : units_(units) { out_.text = std::move(text); }

  Prose run() {
    const std::string& text = out_.text;
    for (std::size_t at = 0; at < text.size() && out_.figures.size() < kMaxProseFigures;) {
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
    const quantity::NumberText read = quantity::read_number(text, begin);
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
    const quantity::UnitEntry* unit = units_.longest_at(text, at);
    if (unit != nullptr) {
      at += unit->name.size();
    } else if (read.scale > 1 && (at == text.size() || mark_at(text, at) > 0)) {
      unit = units_.find("元");  // 弥补缺口 73 万，…
    }
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
    out_.figures.push_back(std::move(figure));
    return at;
  }

  /// False for units that nothing is added up of: dates, ages, lengths …
  bool take_unit(const quantity::UnitEntry& unit, const quantity::NumberText& read, Figure& figure) const {
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

  const quantity::UnitTable& units_;
  Prose out_;
  std::size_t label_ = 0;
  int depth_ = 0;
};

Decimal half(const Decimal& last) { return last * Decimal::of(5, 1); }

}  // namespace

Span sum(const Span& a, const Span& b) { return {a.low + b.low, a.high + b.high}; }

Span difference(const Span& a, const Span& b) { return {a.low - b.high, a.high - b.low}; }

std::optional<Span> quotient(const Span& a, const Span& b) {
  if (b.low.sign() <= 0) return std::nullopt;
  const auto low = base::divide(a.low, b.high, kPlacesOfQuotients);
  const auto high = base::divide(a.high, b.low, kPlacesOfQuotients);
  if (!low || !high) return std::nullopt;
  return Span{*low, *high};
}

std::optional<Span> percent(const Span& part, const Span& whole) {
  const auto ratio = quotient(part, whole);
  if (!ratio) return std::nullopt;
  return Span{ratio->low * 100, ratio->high * 100};
}

Span Figure::span() const {
  if (kind == Kind::count && last <= Decimal(1)) return {amount, amount};
  const Decimal slack = half(last);
  return {std::max(amount - slack, Decimal(0)), amount + slack};
}

Span Figure::rounded_or_cut() const {
  const Span rounded = span();
  return {rounded.low, amount + last};
}

Prose prose_of(std::string_view text, const quantity::UnitTable& units) {
  return Reader(prose_text(text), units).run();
}

bool same_kind(const Figure& a, const Figure& b, const quantity::UnitTable& units) {
  if (a.kind != b.kind || !a.per.empty() || !b.per.empty()) return false;
  if (a.kind != Figure::Kind::count) return true;
  const auto kind = quantity::relate(a.unit, b.unit, units).kind;
  return kind == quantity::UnitRelation::Kind::same || kind == quantity::UnitRelation::Kind::same_family;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view w) { return text.ends_with(w); });
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view w) { return text.find(w) != std::string_view::npos; });
}

int change_of(const Figure& figure) {
  std::string_view label = figure.label;
  for (const std::string_view tail : {"为", "达到", "达", "了"}) {
    if (label.ends_with(tail)) label.remove_suffix(tail.size());
  }
  if (ends_with_any(label,
                    {"增加", "增长", "上升", "提高", "增幅", "增长率", "多", "增收", "增支", "增加额"}))
    return 1;
  if (ends_with_any(label, {"减少", "下降", "降低", "减幅", "降幅", "压减", "压缩", "少", "减收", "减支",
                            "节约", "缩减", "减少额"}))
    return -1;
  return 0;
}

}  // namespace jiheng::audit
