// Takes lines, gives rows and cards of them. Leaves what of the model they are to card_models.cc, points to block_scorer.cc, the
// lines of the result to lines_out.cc.
#include "engine/bulk/card_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "engine/base/csv_cell.h"
#include "engine/base/text.h"
#include "engine/bulk/cells.h"
#include "engine/bulk/result_cells.h"

namespace jiheng::bulk {
namespace {

/// The same in all rows of a card; blank below its first row is as above.
constexpr std::array<Column, 5> kOfTheCard = {Column::kind, Column::title, Column::year, Column::scheme,
                                              Column::unit_name};
/// What decides about a row that stands alone, beside scheme, year and kind of its card.
constexpr std::array<Column, 6> kOfTheRow = {Column::level1, Column::level2, Column::name,
                                             Column::target, Column::actual, Column::full_marks};

/// Asked of every cell: few begin so that they may not go as they are.
bool asks_for_a_look(std::string_view cell) {
  static constexpr std::array<bool, 256> kLook = [] {
    std::array<bool, 256> look{};
    for (const char c : base::kRunsInSpreadsheets) look[static_cast<unsigned char>(c)] = true;
    look['"'] = true;
    return look;
  }();
  return !cell.empty() && kLook[static_cast<unsigned char>(cell.front())];
}

bool goes_as_it_is(std::string_view cell) {
  return cell.empty() || (cell.front() != '"' && !base::runs_in_spreadsheets(cell));
}

/// A text that model/sound_card.h may refuse; its card is looked at whole.
bool is_unusual(std::string_view text) {
  return text.size() > model::kMaxProseCharacters ||
         std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; });
}

/// A row with one of these needs more than its own cells: a 评分标准 may need amounts of the card.
constexpr std::array<Column, 6> kOfTheWhole = {Column::judged, Column::not_applicable, Column::conditions,
                                               Column::data,   Column::cut_points,     Column::standard};

}  // namespace

BlockLines::BlockLines(const Block& block, SchemeShelf& shelf, const std::string& scheme)
    : block_(block), head_(*block.head), scheme_(scheme), all_kept_(head_.kept.size() == head_.width) {
  const auto has = [&](Column column) { return head_.has(column); };
  std::copy_if(kOfTheWhole.begin(), kOfTheWhole.end(), std::back_inserter(asks_for_the_card_), has);
  std::copy_if(kOfTheCard.begin(), kOfTheCard.end(), std::back_inserter(same_in_a_card_), has);
  first_shared_ = last_shared_ = head_.at(Column::id);
  for (const Column column : same_in_a_card_) {
    first_shared_ = std::min(first_shared_, head_.at(column));
    last_shared_ = std::max(last_shared_, head_.at(column));
  }
  const std::size_t first = head_.at(kOfTheRow.front());
  key_is_one_piece_ = true;
  for (std::size_t i = 0; i < kOfTheRow.size(); ++i)
    key_is_one_piece_ = key_is_one_piece_ && head_.has(kOfTheRow[i]) && head_.at(kOfTheRow[i]) == first + i;
  for (const std::size_t at : head_.kept) {
    const auto is = [&](Column column) { return head_.at(column) == at; };
    const bool of_the_card = is(Column::id) || std::any_of(kOfTheCard.begin(), kOfTheCard.end(), is);
    made_cells_.push_back(is(Column::line_kind)    ? MadeCell::line_kind
                          : is(Column::full_marks) ? MadeCell::full_marks
                          : is(Column::claimed)    ? MadeCell::claimed
                          : is(Column::scheme)     ? MadeCell::scheme
                          : of_the_card            ? MadeCell::of_the_card
                                                   : MadeCell::blank);
  }
  read_lines();
  group_rows(shelf);
}

void BlockLines::read_lines() {
  const std::string_view text = block_.text;
  const bool quotes = text.find('"') != std::string_view::npos;
  rows_.reserve(block_.lines);
  cells_.resize(block_.lines * head_.width);
  int number = block_.first_line;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty()) read_line(line, number, quotes);
  }
}

void BlockLines::read_line(std::string_view line, int number, bool quotes) {
  RowLine row;
  row.text = line;
  row.line = number;
  row.first_cell = rows_.size() * head_.width;
  const std::span<std::string_view> cells(&cells_[row.first_cell], head_.width);
  bool whole = true;
  std::size_t found;
  if (quotes && line.find('"') != std::string_view::npos) {
    quoted_.clear();
    whole = split(line, head_.separator, quoted_);
    found = quoted_.size();
    std::copy_n(quoted_.begin(), std::min(found, cells.size()), cells.begin());
  } else {
    found = split_unquoted(line, head_.separator, cells);
  }
  if (whole && found == head_.width) {
    row.as_it_is = std::none_of(cells.begin(), cells.end(), asks_for_a_look) ||
                   std::all_of(cells.begin(), cells.end(), goes_as_it_is);
  } else {
    // Kept as a row of blanks, so that it stands with its card and is written again.
    const std::size_t id_at = head_.at(Column::id);
    const std::string_view id = found > id_at ? cells[id_at] : std::string_view();
    std::fill(cells.begin(), cells.end(), std::string_view());
    cells[id_at] = id;
    row.as_it_is = false;
    bad_lines_.emplace_back(rows_.size(), whole ? found : 0);
  }
  rows_.push_back(row);
}

void BlockLines::group_rows(SchemeShelf& shelf) {
  const auto same_card = [&](std::size_t a, std::size_t b) {
    return raw(a, Column::id) == raw(b, Column::id);
  };
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    const bool follows = r > 0 && (same_card(r, r - 1) || raw(r, Column::id).empty());
    if (!follows) {
      cards_.emplace_back();
      cards_.back().first = r;
    }
    cards_.back().last = r + 1;
  }
  const bool all_utf8 = !base::first_invalid_utf8(block_.text);
  auto bad = bad_lines_.begin();
  for (CardLines& card : cards_) {
    for (; bad != bad_lines_.end() && bad->first < card.last; ++bad) {
      refuse(card, bad->first,
             {"B102",
              bad->second == 0 ? "这一行的引号没有成对"
                               : fmt::format("这一行有 {} 格，第一行有 {} 栏", bad->second, head_.width),
              "一行一条，格子里不能换行；格子里有逗号或引号的，整格用引号括起来，里面的引号写两个。",
              "改成与第一行一样多的格子。",
              {}});
    }
    for (std::size_t r = card.first; r < card.last && !all_utf8; ++r) {
      if (!base::first_invalid_utf8(rows_[r].text)) continue;
      for (std::size_t i = 0; i < head_.width; ++i) cells_[rows_[r].first_cell + i] = {};
      rows_[r].as_it_is = false;
      refuse(card, r, {"B102", "这一行不是 UTF-8 的文字", "", "用表格软件另存为“CSV UTF-8”。", {}});
    }
    read_card(card, shelf);
  }
}

void BlockLines::read_card(CardLines& card, SchemeShelf& shelf) {
  const auto fail = [&](std::size_t row, Column column, std::string id, std::string message,
                        std::string fix) {
    diag::Diagnostic fault{std::move(id), std::move(message), "", std::move(fix), place(row, column)};
    refuse(card, row, fault);
  };
  if (raw(card.first, Column::id).empty())
    fail(card.first, Column::id, "B102", "没有编号", "每张表写一个编号，它的各行写同一个。");
  const std::string_view id = scheme_id(card);
  const CardLines* before = &card == cards_.data() ? nullptr : &card - 1;
  const bool as_before = before != nullptr && before->scheme != nullptr && before->scheme->scheme->id == id;
  card.scheme = as_before ? before->scheme : id.empty() ? nullptr : shelf.find(id);
  if (card.scheme == nullptr) {
    refuse(card, card.first, no_scheme(id, place(card.first, Column::scheme)));
  }
  if (const std::string_view kind = text(card.first, Column::kind); kind == "部门") {
    card.kind = model::CardKind::department;
  } else if (!kind.empty() && kind != "项目") {
    fail(card.first, Column::kind, "B105", fmt::format("类型“{}”不认识", model::shown(kind)),
         "写“项目”或“部门”。");
  }
  if (const std::string_view year = text(card.first, Column::year); !year.empty()) {
    card.year = year_of(year);
    if (!card.year) {
      fail(card.first, Column::year, "B106", fmt::format("年度“{}”不是年份", model::shown(year)),
           fmt::format("写四位数字，从 {} 到 {}。", model::kFirstYear, model::kLastYear));
    }
  }
  if (card.last - card.first > model::kMaxIndicators)
    refuse(card, card.first, model::too_many_rows("这张表", card.last - card.first, {}));
  bool any_actual = false;
  const std::string_view first_shared = shared_cells(card.first);
  for (std::size_t r = card.first; r < card.last; ++r) {
    if (r > card.first && (first_shared.empty() || shared_cells(r) != first_shared)) compare_shared(card, r);
    read_row(card, r);
    any_actual = any_actual || (rows_[r].kind == RowKind::indicator && !blank(r, Column::actual));
  }
  card.whole = card.whole || !any_actual;
}

/// What is the same in all rows of a card, where this one does not have it word for word as the first.
void BlockLines::compare_shared(CardLines& card, std::size_t row) {
  for (const Column column : same_in_a_card_) {
    if (blank(row, column) || raw(row, column) == raw(card.first, column)) continue;
    refuse(card, row,
           {"B104", fmt::format("同一张表的“{}”与上面的行不一样", to_chinese(column)), "",
            "一张表的各行要写得一样；是另一张表的，写另一个编号。", place(row, column)});
  }
}

void BlockLines::read_row(CardLines& card, std::size_t row) {
  const std::string_view kind = text(row, Column::line_kind);
  if (kind.empty() || kind == "指标") return read_indicator_row(card, row);
  if (kind == "总分") {
    rows_[row].kind = RowKind::total;
    card.total_row = row;
    check_numbers(card, row, {Column::claimed});
  } else if (kind == "预算执行") {
    rows_[row].kind = RowKind::execution;
    if (card.execution_row) {
      refuse(card, row, {"B105", "一张表有两行预算执行", "", "留下一行。", place(row, Column::line_kind)});
    }
    card.execution_row = row;
    check_numbers(card, row, {Column::claimed, Column::target, Column::actual});
  } else {
    refuse(card, row,
           {"B105", fmt::format("“{}”这种行不认识", model::shown(kind)), "", "写“指标”“预算执行”或“总分”。",
            place(row, Column::line_kind)});
  }
}

void BlockLines::read_indicator_row(CardLines& card, std::size_t row) {
  if (!blank(row, Column::claimed)) {
    check_numbers(card, row, {Column::claimed});
    card.whole = card.whole || text(row, Column::claimed).starts_with('-');  // model/sound_card.h refuses it
  }
  card.whole = card.whole || blank(row, Column::full_marks) ||
               std::any_of(asks_for_the_card_.begin(), asks_for_the_card_.end(),
                           [&](Column column) { return !blank(row, column); }) ||
               is_unusual(text(row, Column::reason)) ||
               model::horizon_of(text(row, Column::section)) == model::Horizon::long_term;
}

void BlockLines::check_numbers(CardLines& card, std::size_t row, std::initializer_list<Column> columns) {
  model::Problems problems;
  for (const Column column : columns) number(row, column, problems);
  for (const diag::Diagnostic& problem : problems) refuse(card, row, problem);
}

std::string_view BlockLines::raw(std::size_t row, Column column) const {
  const std::size_t at = head_.at(column);
  return at == TableHead::kAbsent ? std::string_view() : cells_[rows_[row].first_cell + at];
}

std::string_view BlockLines::shared_cells(std::size_t row) const {
  if (!rows_[row].as_it_is) return {};
  const std::string_view first = cells_[rows_[row].first_cell + first_shared_];
  const std::string_view last = cells_[rows_[row].first_cell + last_shared_];
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

std::string_view BlockLines::text(std::size_t row, Column column) {
  const std::string_view cell = raw(row, column);
  const bool as_it_stands = cell.empty() || (cell.front() != '"' && cell.front() != '\'');
  return as_it_stands ? cell : text_of(cell, scratch_);
}

std::string_view BlockLines::scheme_id(const CardLines& card) {
  return scheme_.empty() ? text(card.first, Column::scheme) : std::string_view(scheme_);
}

std::string BlockLines::key_of(const CardLines& card) const {
  std::string key = card.scheme->scheme->id;
  key += card.kind == model::CardKind::department ? '1' : '0';
  key += std::to_string(card.year.value_or(0));
  key += '\n';  // in no cell
  return key;
}

std::string_view BlockLines::key_of(std::size_t row) {
  if (key_is_one_piece_) {
    const std::string_view first = raw(row, kOfTheRow.front());
    const std::string_view last = raw(row, kOfTheRow.back());
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
  }
  key_but_name(row);
  return key_ += raw(row, Column::name);
}

std::string_view BlockLines::key_but_name(std::size_t row) {
  key_.clear();
  for (const Column column : kOfTheRow) {
    if (column == Column::name) continue;
    key_ += raw(row, column);
    key_ += '\n';
  }
  return key_;
}

base::Place BlockLines::place(std::size_t row, Column column) const {
  const std::size_t at = head_.at(column);
  return {block_.source, rows_[row].line, at == TableHead::kAbsent ? 0 : static_cast<int>(at) + 1, 0};
}

std::vector<diag::Diagnostic> BlockLines::first_faults() const {
  std::vector<diag::Diagnostic> first;
  for (const CardLines& card : cards_) {
    for (const diag::Diagnostic& fault : card.faults) {
      if (first.size() == kShownFaults) return first;
      first.push_back(fault);
    }
  }
  return first;
}

void BlockLines::refuse(CardLines& card, std::size_t row, diag::Diagnostic fault) {
  card.unsound = true;
  const auto column = static_cast<std::size_t>(fault.place.column);
  const auto at = std::find(head_.kept.begin(), head_.kept.end(), column - 1);
  const bool known = column > 0 && at != head_.kept.end();
  fault.place = {block_.source, rows_[row].line, known ? fault.place.column : 1, 0};
  append_error(fault,
               known ? std::string_view(head_.titles[static_cast<std::size_t>(at - head_.kept.begin())])
                     : std::string_view(),
               errors_);
  card.faults.push_back(std::move(fault));
}

}  // namespace jiheng::bulk
