// Takes a cell of several segments (divided by 、，；), or one number among words; gives one part for each
// number, date or phrase, and from the parts: a range (两头都有界), the one quantity (T205), or a composite.
// What is no part is a label; a character that can be no label makes the cell unreadable.
#include "engine/target/read/segments.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/quantity/number.h"
#include "engine/target/read/amount.h"
#include "engine/target/read/blank.h"
#include "engine/target/read/date_phrase.h"
#include "engine/target/read/phrase.h"
#include "engine/target/read/signs.h"
#include "engine/target/read/single.h"

namespace jiheng::target {
namespace {

using namespace std::string_view_literals;

using Role = Piece::Role;

constexpr std::size_t kMaxParts = 16;
constexpr std::size_t kMaxLabelCharacters = 30;

struct Part {
  Predicate reading;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t segment = 0;
  bool has_sign = false;
  bool whole_year = false;
  bool unreadable = false;
};

/// Signs and marks that stand for something and so can be no label.
bool is_stray(const Cell& cell, std::size_t at) {
  constexpr std::string_view kStray = "<>=%^*#?_|~$+&@\\{}";
  const auto lead = static_cast<unsigned char>(cell.text[at]);
  if (lead < 0x80) return lead < 0x20 || lead == 0x7F || kStray.find(cell.text[at]) != std::string_view::npos;
  for (const std::string_view mark :
       {"≥"sv, "≤"sv, "≈"sv, "≠"sv, "±"sv, "×"sv, "÷"sv, "‰"sv, "□"sv, "■"sv, "△"sv, "\xEF\xBF\xBD"sv}) {
    if (cell.starts(at, mark)) return true;
  }
  return false;
}

std::size_t separator_at(const Cell& cell, std::size_t at) {
  const char c = cell.text[at];
  if (c == ',' || c == ';') return 1;
  for (const std::string_view mark : {"、"sv, "。"sv}) {
    if (cell.starts(at, mark)) return mark.size();
  }
  return 0;
}

bool brackets_balance(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0;
}

/// The reading of a whole cell while its parts are collected.
struct Collector {
  Cell& cell;
  std::size_t limit;
  std::vector<Part> parts;
  std::size_t label_characters = 0;
  bool broken = false;  ///< an amount that cannot be used, or a stray character
  bool too_many = false;
  std::size_t segment = 0;

  Part& add(std::size_t begin, std::size_t end) {
    Part& part = parts.emplace_back();
    part.begin = begin;
    part.end = end;
    part.segment = segment;
    return part;
  }

  bool full() {
    too_many = too_many || parts.size() >= kMaxParts;
    return too_many;
  }

  bool try_date(std::size_t at, std::size_t end) {
    DateReading date;
    if (!may_be_date(cell, at) || !read_date(cell, at, end, date)) return false;
    Part& part = add(at, date.end);
    fill(cell, date, part.reading);
    part.whole_year = date.whole_year;
    broken = broken || date.unreadable;
    return true;
  }

  bool try_amount(std::size_t at, std::size_t end) {
    Amount amount;
    const Numerals numerals = cell.scan.has_digit() ? Numerals::arabic_only : Numerals::any;
    if (!read_amount(cell, at, end, numerals, amount)) return false;
    Part& part = add(at, amount.end);
    fill(amount, part.reading);
    part.has_sign = amount.has_sign;
    broken = broken || amount.unreadable;
    return true;
  }

  /// Numbers inside [begin, end), everything between them a label.
  void scan_inside(std::size_t begin, std::size_t end) {
    const std::size_t parts_before = parts.size();
    std::size_t at = begin;
    std::size_t last_end = begin;  // of the last part
    bool letter_before = false;    // a digit behind a letter belongs to a name: PM2.5, A4
    while (at < end && !broken) {
      if (full()) return;
      const auto lead = static_cast<unsigned char>(cell.text[at]);
      const bool digit = cell.digit_at(at);
      const bool letter = (lead >= 'a' && lead <= 'z') || (lead >= 'A' && lead <= 'Z');
      const bool touches = parts.size() > parts_before && at == last_end;
      if (touches && (lead == '.' || lead == ':' || lead == '-' || lead == '+' || lead == '/')) {
        broken = broken || (at + 1 < end && cell.digit_at(at + 1));  // 1.2.3, 1:3:5
      }
      if (lead == '+' && at + 1 < end && cell.digit_at(at + 1) && at != begin) broken = true;
      if (digit && letter_before && !cell.starts(at - 2, "PH") && !cell.starts(at - 2, "pH")) {
        while (at < end && (cell.digit_at(at) || cell.text[at] == '.')) {
          ++at;
          ++label_characters;
        }
        // X6-9: name or range, nobody can say
        broken = broken ||
                 (at + 1 < end && (cell.text[at] == '-' || cell.text[at] == '~') && cell.digit_at(at + 1));
        letter_before = false;
        continue;
      }
      if (cell.starts(at, "第")) {  // 第3名: an order, no number
        const Notes::Mark mark = cell.notes.mark();
        DateReading quarter;
        const bool date = read_date(cell, at, end, quarter);
        cell.notes.undo(mark);
        if (!date) {
          label_characters += 2;
          at += 3;
          at += quantity::read_number(cell.text.substr(0, end), at).length;
          continue;
        }
      }
      // 万万分之七: what stands before turns the number into something else
      const auto stands_before = [&](std::string_view word) { return at >= 3 && cell.starts(at - 3, word); };
      if (cell.starts(at + 3, "分之") &&
          (stands_before("万") || stands_before("亿") || stands_before("百") || stands_before("千"))) {
        broken = true;
        return;
      }
      const bool than = digit && stands_before("比");
      const bool negative_sign = lead == '-' && at != begin && !touches && cell.text[at - 1] != ':';
      if (!negative_sign && !broken && (try_date(at, end) || try_amount(at, end))) {
        at = parts.back().end;
        last_end = at;
        letter_before = false;
        for (const std::string_view word : {"高"sv, "低"sv, "大"sv, "小"sv, "多"sv, "少"sv}) {
          broken = broken || (than && cell.starts(at, word));  // 比170低
        }
        continue;
      }
      if (digit) {  // a number nobody could read as an amount
        broken = true;
        return;
      }
      if (is_stray(cell, at)) {
        broken = true;
        return;
      }
      const WordTable::Found name = cell.context.words.longest_at(cell.text, at);
      const bool skip_word = name.length != 0 && at + name.length <= end;
      const std::size_t next = at + (skip_word ? name.length : cell.step(at));
      letter_before = letter;
      for (; at < next; at += cell.step(at)) ++label_characters;
    }
    // 每亩补贴120元: the unit the segment begins with belongs to its one amount
    const PerUnits per = per_units_at(cell, begin, end);
    if (per.length != 0 && parts.size() == parts_before + 1 && amount(parts.back()) &&
        parts.back().begin > begin + per.length && parts.back().reading.unit == "元") {
      parts.back().reading.unit += per.suffix;
    }
    const bool alone = parts.size() == parts_before + 1 && last_end == end && parts.back().begin == begin;
    if (alone) return;
    for (std::size_t i = parts_before; i < parts.size(); ++i) parts[i].reading.sureness = Sureness::debatable;
  }

  void read_segment(std::size_t begin, std::size_t end) {
    if (full() || blankness(cell.text.substr(begin, end - begin)) != Blank::no) return;
    Part single;
    if (read_single(cell, begin, end, single.reading)) {
      if (single.reading.kind == Kind::unreadable) {
        broken = true;
        return;
      }
      single.begin = begin;
      single.end = end;
      single.segment = segment;
      single.has_sign = sign_run_at(cell.text, begin).length != 0;
      DateReading date;
      if (single.reading.kind == Kind::deadline) {
        const Notes::Mark mark = cell.notes.mark();
        single.whole_year = read_date(cell, begin, end, date) && date.whole_year;
        cell.notes.undo(mark);
      }
      parts.push_back(std::move(single));
      return;
    }
    bool digits = false;
    for (std::size_t i = begin; i < end; ++i) digits = digits || cell.digit_at(i);
    if (!digits) {
      const Notes::Mark mark = cell.notes.mark();
      Predicate phrase;
      read_phrase(cell, begin, end, phrase);
      if (phrase.kind != Kind::unreadable) {
        Part& part = add(begin, end);
        part.reading = std::move(phrase);
        return;
      }
      cell.notes.undo(mark);
    }
    scan_inside(begin, end);
  }

  void read_all() {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < limit;) {
      const std::size_t length = separator_at(cell, at);
      const bool thousands = cell.text[at] == ',' && at > 0 && cell.digit_at(at - 1) && cell.digit_at(at + 1);
      if (length == 0 || thousands) {
        at += cell.step(at);
        continue;
      }
      if (at > begin) read_segment(begin, at);
      cell.notes.piece(Role::separator, at, at + length);
      at += length;
      begin = at;
      ++segment;
    }
    if (begin < limit) read_segment(begin, limit);
  }

  static bool numeric(const Part& part) {
    return part.reading.kind == Kind::quantity || part.reading.kind == Kind::range ||
           part.reading.kind == Kind::deadline;
  }
  static bool amount(const Part& part) {
    return part.reading.kind == Kind::quantity || part.reading.kind == Kind::range;
  }

  void drop(std::size_t index) {
    const Part& part = parts[index];
    for (std::size_t i = part.begin; i < part.end; i += cell.step(i)) ++label_characters;
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(index));
  }

  /// 2023年 beside a number, 完成 beside a number, 65岁以上 before ≥70%: labels after all.
  void drop_labels() {
    const auto count = [this](auto&& which) {
      return static_cast<std::size_t>(std::count_if(parts.begin(), parts.end(), which));
    };
    // 年底参保人数3000人: a day without 前 is part of the label
    for (std::size_t i = parts.size(); i-- > 1;) {
      const Part& day = parts[i - 1];
      const bool vague = day.reading.kind == Kind::deadline &&
                         (day.reading.op == Op::none || day.reading.op == Op::in) && !day.whole_year;
      if (vague && amount(parts[i]) && parts[i].segment == day.segment) drop(i - 1);
    }
    // 首针24小时内接种率达90%以上: a number without a sign before …率 is part of the name of the share behind it
    for (std::size_t i = parts.size(); i-- > 1;) {
      const Part& part = parts[i - 1];
      const bool share = amount(parts[i]) && parts[i].reading.unit == "%" && parts[i].segment == part.segment;
      if (!share || !amount(part) || part.has_sign || part.reading.unit == "%" || part.end > parts[i].begin)
        continue;
      if (cell.text.substr(part.end, parts[i].begin - part.end).find("率") != std::string_view::npos)
        drop(i - 1);
    }
    const std::size_t numbers = count([](const Part& p) { return numeric(p) && !p.whole_year; });
    for (std::size_t i = parts.size(); i-- > 0;) {
      if (numbers != 0 && (parts[i].whole_year || parts[i].reading.kind == Kind::boolean)) drop(i);
    }
    const std::size_t with_sign = count([](const Part& p) { return amount(p) && p.has_sign; });
    if (with_sign != 1) return;
    const auto keeper =
        std::find_if(parts.begin(), parts.end(), [](const Part& p) { return amount(p) && p.has_sign; });
    const std::size_t keeper_segment = keeper->segment;
    for (std::size_t i = parts.size(); i-- > 0;) {
      if (!parts[i].has_sign && parts[i].segment == keeper_segment && numeric(parts[i])) drop(i);
    }
  }

  /// ≥90%且≤95%: one range.
  bool join_bounds(Predicate& out) {
    if (parts.size() != 2 || !amount(parts[0]) || !amount(parts[1])) return false;
    const Predicate& a = parts[0].reading;
    const Predicate& b = parts[1].reading;
    const bool low_first = a.op == Op::ge && b.op == Op::le;
    const bool high_first = a.op == Op::le && b.op == Op::ge;
    if ((!low_first && !high_first) || !a.value || !b.value || a.head != b.head) return false;
    const std::string_view between = cell.text.substr(parts[0].end, parts[1].begin - parts[0].end);
    if (!between.empty() && between != "且" && between != "并且" && between != "同时" && between != "又" &&
        between != "并" && between != ",且" && between != ",并且" && between != ",同时" &&
        between != "的同时") {
      return false;
    }
    const Predicate& low = low_first ? a : b;
    const Predicate& high = low_first ? b : a;
    const bool low_bare = a.unit.empty() && a.scale == 1;
    if ((!low_bare && (a.unit != b.unit || a.scale != b.scale)) || *high.value < *low.value) return false;
    if (parts[0].begin != 0 || parts[1].end != limit) return false;
    out = Predicate{};
    out.kind = Kind::range;
    out.op = Op::in;
    out.value = low.value;
    out.value2 = high.value;
    out.unit = b.unit;
    out.scale = b.scale;
    out.head = a.head;
    return true;
  }
};

}  // namespace

void read_segments(Cell& cell, std::size_t limit, Predicate& out) {
  if (cell.scan.has_sign() && read_bounds_round_name(cell, limit, out)) return;
  if (read_numbered_reference(cell, limit, out)) return;
  Collector collector{cell, limit, {}};
  collector.broken = !brackets_balance(cell.text.substr(0, limit));
  collector.read_all();
  if (collector.broken || collector.too_many || cell.notes.overflow()) {
    make_unreadable(out);
    if (cell.notes.problem_count() == 0) cell.notes.problem("T104", 0, cell.text.size());
    return;
  }
  if (collector.join_bounds(out)) return;
  collector.drop_labels();
  std::vector<Part>& parts = collector.parts;
  if (parts.empty() || collector.label_characters > kMaxLabelCharacters * parts.size()) {
    make_unreadable(out);
    cell.notes.problem("T104", 0, cell.text.size());
    return;
  }
  if (parts.size() == 1 && parts[0].whole_year) {  // 今年夏天, 2023年预算数: the year is not what is meant
    make_unreadable(out);
    cell.notes.problem("T104", 0, cell.text.size());
    return;
  }
  if (parts.size() == 1) {
    out = std::move(parts[0].reading);
    if (out.kind != Kind::quantity && out.kind != Kind::range &&
        out.kind != Kind::deadline) {  // words beside words
      out.wording = cell.text.substr(0, limit);
      if (out.kind == Kind::reference) return;
    }
    out.sureness = Sureness::debatable;
    cell.notes.problem("T205", parts[0].begin == 0 ? parts[0].end : 0,
                       parts[0].begin == 0 ? limit : parts[0].begin);
    return;
  }
  const auto all = [&parts](auto&& which) { return std::all_of(parts.begin(), parts.end(), which); };
  const auto any = [&parts](auto&& which) { return std::any_of(parts.begin(), parts.end(), which); };
  if (all([](const Part& p) { return p.reading.kind == Kind::qualitative; }) ||
      all([](const Part& p) { return p.reading.kind == Kind::boolean; })) {
    bool sure = collector.label_characters == 0;
    for (const Part& p : parts) sure = sure && p.reading.sureness == Sureness::sure;
    out = std::move(parts[0].reading);
    out.wording = cell.text.substr(0, limit);
    out.sureness = sure ? Sureness::sure : Sureness::debatable;
    return;
  }
  if (!any([](const Part& p) { return Collector::numeric(p); })) {
    // words only: a reference among them is what the cell points to
    for (Part& p : parts) {
      if (p.reading.kind != Kind::reference) continue;
      out = std::move(p.reading);
      out.wording = cell.text.substr(0, limit);
      return;
    }
    out = std::move(parts[0].reading);
    out.wording = cell.text.substr(0, limit);
    out.sureness = Sureness::debatable;
    return;
  }
  out = Predicate{};
  out.kind = Kind::composite;
  out.op = Op::absent;
  out.sureness = Sureness::debatable;
  out.parts.reserve(parts.size());
  for (Part& p : parts) out.parts.push_back(std::move(p.reading));
}

}  // namespace jiheng::target
