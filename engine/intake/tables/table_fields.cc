// Takes the lines above a table and the labelled fields of its head, gives the fields of the table.
#include "engine/intake/tables/table_fields.h"

#include <algorithm>
#include <utility>

#include "engine/base/text.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using base::is_digit;

constexpr std::size_t kContextLines = 8;
constexpr std::size_t kMaxHeadings = 100;

/// "填报日期:2024年2月26日" -> its label and the rest.
struct Labelled {
  LabelMatch match;
  std::string label;
  std::string value;
};
std::optional<Labelled> labelled(const FormWords& forms, const std::string& text) {
  const std::size_t colon = std::min(text.find(':'), text.find("："));
  if (colon == std::string::npos) return std::nullopt;
  const std::string label = squeezed(std::string_view(text).substr(0, colon));
  const auto match = label_of(forms, label);
  if (!match) return std::nullopt;
  const std::size_t width = text[colon] == ':' ? 1 : std::string_view("：").size();
  return Labelled{*match, label, std::string(base::trimmed(std::string_view(text).substr(colon + width)))};
}

Piece with_text(const Piece& piece, std::string text) {
  return {std::move(text), piece.column, piece.place, piece.rows, piece.columns};
}

/// A cell of a sheet may hold several words; a word of a text is one already.
std::vector<Piece> words_of(const Piece& piece) {
  std::vector<Piece> words;
  for (std::size_t at = 0; at <= piece.text.size();) {
    const std::size_t end = std::min(piece.text.find(' ', at), piece.text.size());
    words.push_back(with_text(piece, piece.text.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

/// Where the next label begins in "单位名称：某县水利局填报日期：2024年": white space between Chinese characters is gone.
std::size_t label_inside(const FormWords& forms, std::string_view text) {
  const std::size_t first = std::min(text.find(':'), text.find("："));
  if (first == std::string_view::npos) return first;
  const std::size_t colon = std::min(text.find(':', first + 1), text.find("：", first + 1));
  if (colon == std::string_view::npos) return colon;
  for (std::size_t at = first + base::decode_at(text, first).bytes; at < colon;
       at += base::decode_at(text, at).bytes) {
    const std::string label = squeezed(text.substr(at, colon - at));
    if (label_of(forms, label) || is_any(label + ":", forms.money_labels)) return at;
  }
  return std::string_view::npos;
}

/// Words, each with at most one label.
std::vector<Piece> words_at_labels(const FormWords& forms, const Piece& piece) {
  std::vector<Piece> out;
  for (Piece word : words_of(piece)) {
    while (labelled(forms, word.text)) {
      const std::size_t inside = label_inside(forms, word.text);
      if (inside == std::string::npos) break;
      out.push_back(with_text(word, word.text.substr(0, inside)));
      word.text.erase(0, inside);
    }
    out.push_back(std::move(word));
  }
  return out;
}

/// 填报单位：甲中心 | 单位：万元, tabs between: the line above the head of a form.
bool is_line_of_fields(const FormWords& forms, const Line& line) {
  return std::all_of(line.pieces.begin(), line.pieces.end(), [&forms](const Piece& piece) {
    return labelled(forms, piece.text) || is_money_note(forms, squeezed(piece.text));
  });
}

}  // namespace

std::optional<int> leading_year(std::string_view squeezed) {
  if (squeezed.starts_with('(')) squeezed.remove_prefix(1);
  if (squeezed.size() < 4 ||
      !std::all_of(squeezed.begin(), squeezed.begin() + 4, [](char c) { return is_digit(c); }))
    return std::nullopt;
  if (squeezed.size() > 4 && is_digit(squeezed[4])) return std::nullopt;
  int year = 0;
  for (const char c : squeezed.substr(0, 4)) year = year * 10 + (c - '0');
  if (year < 1990 || year > 2100) return std::nullopt;
  return year;
}

std::optional<int> year_of_title(std::string_view squeezed) {
  for (std::size_t at = squeezed.find("年"); at != std::string_view::npos; at = squeezed.find("年", at + 1)) {
    if (at < 4) continue;
    if (const auto year = leading_year(squeezed.substr(at - 4))) return year;
  }
  return leading_year(squeezed);
}

std::optional<std::string> amount_digits(std::string_view text) {
  std::string digits = squeezed(text);
  for (const std::string_view unit : {"万元", "元"}) {
    if (unit == "万元" && digits.ends_with(unit)) digits.erase(digits.size() - unit.size());
  }
  std::erase(digits, ',');
  if (digits.empty() || digits.size() > 24) return std::nullopt;
  const std::string_view unsigned_part = std::string_view(digits).substr(digits.front() == '-' ? 1 : 0);
  if (unsigned_part.empty() || !is_digit(unsigned_part.front()) || !is_digit(unsigned_part.back()))
    return std::nullopt;
  if (std::count(unsigned_part.begin(), unsigned_part.end(), '.') > 1) return std::nullopt;
  const bool plain =
      std::all_of(unsigned_part.begin(), unsigned_part.end(), [](char c) { return is_digit(c) || c == '.'; });
  return plain ? std::optional<std::string>(digits) : std::nullopt;
}

void note_heading(const FormWords& forms, Table& table, std::string_view squeezed, const base::Place& place) {
  Printed& printed = table.printed;
  const bool known = std::any_of(printed.headings.begin(), printed.headings.end(),
                                 [squeezed](const model::Field& f) { return f.text == squeezed; });
  if (known || printed.headings.size() >= kMaxHeadings) return;
  printed.headings.push_back({std::string(squeezed), place});
  const auto label = label_of(forms, squeezed);
  const bool of_execution =
      squeezed.find("执行率") != std::string_view::npos || (label && label->label == Label::budget_block);
  const std::size_t open = squeezed.rfind('(');
  if (!of_execution || open == std::string_view::npos || !printed.execution_marks.empty()) return;
  const std::string_view note = squeezed.substr(open + 1);
  const std::size_t points = note.find_first_not_of("0123456789.");
  if (points == std::string_view::npos || points == 0 || !note.substr(points).starts_with("分")) return;
  if (const auto digits = amount_digits(note.substr(0, points))) printed.execution_marks = {*digits, place};
}

std::optional<std::string> amount_of_table(Table& table, const Piece& piece) {
  const std::string text = squeezed(piece.text);
  if (!text.ends_with("元")) return amount_digits(text);
  // A unit beside the amount: the one of the table, or the first that it says.
  const std::string_view unit = text.ends_with("万元") ? "万元" : "元";
  auto digits = amount_digits(std::string_view(text).substr(0, text.size() - unit.size()));
  if (!digits || (!table.money_unit.empty() && table.money_unit.text != unit)) return std::nullopt;
  if (table.money_unit.empty() && unit == "元") table.money_unit = {std::string(unit), piece.place};
  return digits;
}

bool set_amount(Table& table, Amount amount, const Piece& piece) {
  const auto digits = amount_of_table(table, piece);
  const bool percent = piece.text.ends_with('%') || piece.text.ends_with("％");
  if (!digits && !(percent && amount == Amount::rate)) return false;
  const model::Field field{digits ? *digits : piece.text, piece.place};
  switch (amount) {
    case Amount::initial:
      table.initial = field;
      if (table.budget.empty()) table.budget = field;
      return true;
    case Amount::adjusted:
      table.adjusted = field;
      table.budget = field;
      return true;
    case Amount::planned:
      if (table.adjusted.empty()) table.budget = field;
      return true;
    case Amount::executed:
      table.executed = field;
      return true;
    case Amount::rate:
      table.rate = {piece.text, piece.place};
      return true;
    case Amount::score:
      table.execution_score = field;
      return true;
    case Amount::full_marks:
      table.printed.execution_marks = field;
      return true;
    case Amount::other:
      return true;
  }
  return false;
}

model::Field* field_of(model::MoneyPart& part, Amount amount) {
  switch (amount) {
    case Amount::initial:
      return &part.initial;
    case Amount::adjusted:
      return &part.adjusted;
    case Amount::planned:
      return &part.planned;
    case Amount::executed:
      return &part.executed;
    case Amount::full_marks:
      return &part.full_marks;
    case Amount::rate:
      return &part.rate;
    case Amount::score:
      return &part.score;
    case Amount::other:
      return nullptr;
  }
  return nullptr;
}

bool add_money_part(Table& table, model::MoneyPart part) {
  const bool blank = std::all_of(model::kMoneyPartKeys.begin(), model::kMoneyPartKeys.end(),
                                 [&part](const auto& key) { return (part.*key.field).empty(); });
  if (blank || part.name.empty()) return true;
  const bool again = std::any_of(table.money_parts.begin(), table.money_parts.end(),
                                 [&part](const auto& p) { return p.name.text == part.name.text; });
  if (!again) table.money_parts.push_back(std::move(part));
  return !again;
}

std::string part_name(std::string_view squeezed) {
  constexpr std::string_view kOf = "其中";
  if (squeezed.starts_with(kOf)) squeezed.remove_prefix(kOf.size());
  while (squeezed.starts_with(':')) squeezed.remove_prefix(1);
  while (squeezed.ends_with(':')) squeezed.remove_suffix(1);
  return std::string(squeezed);
}

model::Field* field_of(TableRow& row, Role role) {
  switch (role) {
    case Role::name:
      return &row.name;
    case Role::description:
      return &row.description;
    case Role::target:
      return &row.target;
    case Role::actual:
      return &row.actual;
    case Role::full_marks:
      return &row.full_marks;
    case Role::score:
      return &row.score;
    case Role::judgement:
      return &row.judgement;
    case Role::reason:
      return &row.reason;
    case Role::standard:
      return &row.standard;
    case Role::basis:
      return &row.basis;
    case Role::level1:
    case Role::level2:
    case Role::level2_again:
    case Role::earlier:
    case Role::sign:
    case Role::measure:
    case Role::review:
      return nullptr;
  }
  return nullptr;
}

bool is_money_note(const FormWords& forms, std::string_view squeezed) {
  return std::any_of(forms.money_labels.begin(), forms.money_labels.end(), [&](const std::string& label) {
    return squeezed.starts_with(label) && is_any(squeezed.substr(label.size()), forms.money_units);
  });
}

bool read_year_or_money_unit(const FormWords& forms, std::string_view squeezed, const base::Place& place,
                             Table& table) {
  std::string_view text = squeezed;
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  for (const std::string_view label : forms.year_labels) {
    if (text.starts_with(label)) text.remove_prefix(label.size());
  }
  if (const auto year = leading_year(text)) {
    const std::string_view rest = text.substr(4);
    const bool labelled = text.size() != squeezed.size();
    if (rest == "年度" || (labelled && (rest.empty() || rest == "年"))) {
      if (!table.year) table.year = year;
      return true;
    }
  }
  for (const std::string_view label : forms.money_labels) {
    if (!text.starts_with(label)) continue;
    const std::string_view money = text.substr(label.size());
    if (!is_any(money, forms.money_units)) continue;
    table.money_unit = {std::string(money), place};
    return true;
  }
  return false;
}

std::vector<Piece> labelled_pieces(const FormWords& forms, const std::vector<Piece>& pieces) {
  std::vector<Piece> out;
  bool goal = false;  // the cell before this one says 总体目标: 年度目标：… here is how its text begins
  for (const Piece& piece : pieces) {
    const auto first = labelled(forms, piece.text.substr(0, piece.text.find(' ')));
    const bool text_of_goal = goal && first && first->match.label == Label::other;
    const auto whole = label_of(forms, squeezed(piece.text));
    goal = whole && (whole->label == Label::goal || whole->label == Label::plan_goal);
    if (!first || first->match.label == Label::numbered_goal || text_of_goal) {
      out.push_back(piece);
      continue;
    }
    bool value = false;
    for (const Piece& word : words_at_labels(forms, piece)) {
      if (const auto next = labelled(forms, word.text)) {
        out.push_back(with_text(piece, next->label));
        value = !next->value.empty();
        if (value) out.push_back(with_text(piece, next->value));
      } else if (is_money_note(forms, squeezed(word.text))) {
        out.push_back(word);
        value = false;
      } else if (value) {
        append_joined(out.back().text, word.text);
      } else {
        out.push_back(word);
        value = true;
      }
    }
  }
  return out;
}

void read_context(Reading& reading, std::size_t table_begin, Table& table) {
  const FormWords& forms = reading.forms();
  for (std::size_t back = 1; back <= kContextLines && back <= table_begin; ++back) {
    const std::size_t i = table_begin - back;
    const Line& line = reading.line(i);
    if (reading.used(i) || (line.grid && !is_line_of_fields(forms, line))) return;
    const std::string& text = reading.squeezed_line(i);
    if (is_title(forms, text)) {
      if (is_selfeval_title(forms, text)) table.kind = Table::Kind::selfeval;
      if (!table.year) table.year = year_of_title(text);
      if (table.place.line == 0) table.place = line.pieces.front().place;
      reading.use(i);
      // The front of a title that did not fit on one line.
      if (i > 0 && !leading_year(text) && leading_year(reading.squeezed_line(i - 1)) &&
          !reading.used(i - 1) && !reading.line(i - 1).grid &&
          reading.squeezed_line(i - 1).find("年度") != std::string::npos &&
          base::count_characters(reading.squeezed_line(i - 1)) > 12) {
        if (!table.year) table.year = leading_year(reading.squeezed_line(i - 1));
        reading.use(i - 1);
      }
      return;
    }
    if (read_year_or_money_unit(forms, text, line.pieces.front().place, table)) {
      reading.use(i);
      continue;
    }
    if (is_section_heading(text) || base::count_characters(text) > 60) return;
    // 单位名称：某局 填报日期：2024 年 3 月 1 日 - several fields may share the line.
    std::optional<Label> label;
    Piece value;
    const auto keep = [&] { return label && !value.text.empty() && set_header_field(table, *label, value); };
    bool any = false;
    for (const Piece& piece : line.pieces) {
      for (const Piece& word : words_at_labels(forms, piece)) {
        if (const auto next = labelled(forms, word.text)) {
          any = keep() || any;
          label = next->match.label;
          value = {next->value, 0, piece.place};
        } else if (is_money_note(forms, squeezed(word.text))) {
          any = read_year_or_money_unit(forms, squeezed(word.text), piece.place, table) || any;
        } else if (label) {
          append_joined(value.text, word.text);
        }
      }
    }
    if (keep() || any) reading.use(i);
  }
}

}  // namespace jiheng::intake
