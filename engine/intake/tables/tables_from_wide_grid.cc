// Takes the wide table of a whole department (a project a block of lines; 成本, 产出, 效益, 满意度 side by side, each a pair
// 三级指标 / 指标值), gives one table a project. A page may have slipped by some columns: how far is read from its
// first full line.
#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "engine/intake/tables/reading.h"
#include "engine/intake/tables/table_fields.h"
#include "engine/intake/words/form_words.h"

namespace jiheng::intake {
namespace {

using model::Field;

constexpr std::size_t kLongestTitle = 1500;  ///< bytes
constexpr std::size_t kMaxShift = 3;
constexpr std::size_t kUnitCode = 9;  ///< codes up to this length are of units, longer ones of projects
constexpr std::size_t kOverlap = 4;   ///< characters two pieces of a name must share to be one name

struct Pair {
  std::size_t name_column;
  Field level1;
};

struct Layout {
  std::size_t code = 0;
  std::size_t name = 1;
  std::vector<Pair> pairs;
};

bool is_pair_heading(const FormWords& forms, const Line& line) {
  if (!line.grid) return false;
  int names = 0;
  int targets = 0;
  for (const Piece& piece : line.pieces) {
    const auto role = heading_role(forms, squeezed(piece.text));
    if (role == Role::level1 || role == Role::level2) return false;  // blocks of a long term and of the year
    names += role == Role::name;
    targets += role == Role::target;
  }
  return names >= 2 && targets >= 2;
}

int level1_cells(const FormWords& forms, const Line& line) {
  return static_cast<int>(std::count_if(line.pieces.begin(), line.pieces.end(), [&forms](const Piece& p) {
    return is_level1(forms, squeezed(p.text));
  }));
}

bool is_code(std::string_view text) {
  return text.size() >= 3 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
         });
}

/// The longest end of `first` that is the beginning of `second`, in bytes; 0 below kOverlap characters.
std::size_t overlap(std::string_view first, std::string_view second) {
  const std::size_t most = std::min({first.size(), second.size(), std::size_t{300}});
  for (std::size_t n = most; n >= kOverlap; --n) {
    const bool inside_character = n < second.size() && (static_cast<unsigned char>(second[n]) & 0xC0) == 0x80;
    if (inside_character) continue;
    if (first.ends_with(second.substr(0, n)) && base::count_characters(second.substr(0, n)) >= kOverlap)
      return n;
  }
  return 0;
}

class WideReader {
 public:
  WideReader(Reading& reading, std::size_t begin) : reading_(reading), begin_(begin) {}

  std::size_t run() {
    Table context;
    read_context(reading_, begin_, context);
    year_ = context.year;
    std::size_t i = begin_;
    for (; i < reading_.lines().size(); ++i) {
      const Line& line = reading_.line(i);
      if (!line.grid) {
        if (reading_.page_number(i)) {
          reading_.pass_line(i, "页码");
          continue;
        }
        const std::string& text = reading_.squeezed_line(i);
        if (is_section_heading(text) || is_title(reading_.forms(), text) ||
            base::count_characters(text) > 40 || text.ends_with("。"))
          break;
        reading_.pass_line(i, "表格中间的文字，不属于任何一格");
        continue;
      }
      if (line.pieces.size() > kMaxCells) {
        reading_.pass_line(i, "一行的格子太多");
      } else if (is_pair_heading(reading_.forms(), line)) {
        heading(i);
      } else if (layout_.pairs.empty() || level1_cells(reading_.forms(), line) >= 2) {
        reading_.use(i);  // a line of headings above the pairs
      } else {
        body(i);
      }
    }
    close();
    return i;
  }

 private:
  void heading(std::size_t i) {
    reading_.use(i);
    const Line& line = reading_.line(i);
    layout_ = {};
    const Line* groups = nullptr;
    for (std::size_t back = 1; back <= 2 && back <= i; ++back) {
      const Line& above = reading_.line(i - back);
      if (above.grid && level1_cells(reading_.forms(), above) >= 2) groups = &above;
    }
    for (const Piece& piece : line.pieces) {
      if (heading_role(reading_.forms(), squeezed(piece.text)) != Role::name) continue;
      Field level1;
      if (groups != nullptr) {
        for (const Piece& group : groups->pieces) {
          if (group.column <= piece.column && is_level1(reading_.forms(), squeezed(group.text)))
            level1 = {group.text, group.place};
        }
      }
      layout_.pairs.push_back({piece.column, level1});
    }
    shift_ = 0;
  }

  void body(std::size_t i) {
    reading_.use(i);
    const Line& line = reading_.line(i);
    const std::size_t first_pair = layout_.pairs.front().name_column;
    const Piece* code = nullptr;
    const Piece* name = nullptr;
    std::vector<const Piece*> amounts;
    std::vector<const Piece*> cells;
    for (const Piece& piece : line.pieces) {
      if (piece.column == layout_.code) {
        code = &piece;
      } else if (piece.column == layout_.name) {
        name = &piece;
      } else if (piece.column < first_pair) {
        amounts.push_back(&piece);
      } else {
        cells.push_back(&piece);
      }
    }
    if (code != nullptr && !is_code(squeezed(code->text))) {
      reading_.pass(i, *code, "单独的一格，看不出接在哪里");
      code = nullptr;
      if (line.pieces.size() == 1) return;
    }
    if (code != nullptr && cells.empty() && squeezed(code->text).size() <= kUnitCode) {
      close();
      if (name != nullptr) unit_ = {name->text, name->place};
      return;
    }
    if (code != nullptr || (name != nullptr && !amounts.empty())) {
      begin_project(code, name, i);
    } else if (name != nullptr) {
      more_of_title(i, *name);
    }
    for (const Piece* amount : amounts) {
      const auto digits = amount_digits(amount->text);
      if (!digits) {
        reading_.pass(i, *amount, "看不出属于哪一栏");
      } else if (open_ && table_.budget.empty()) {
        table_.budget = {*digits, amount->place};
      }
    }
    if (!cells.empty()) rows(i, cells);
  }

  void begin_project(const Piece* code, const Piece* name, std::size_t i) {
    const std::string digits = code == nullptr ? "" : squeezed(code->text);
    const bool same = open_ && !code_.empty() && table_.budget.empty() && digits.starts_with(code_);
    if (!same) {
      close();
      open_ = true;
      table_ = {};
      table_.kind = Table::Kind::targets;
      table_.year = year_;
      table_.unit = unit_;
      table_.place = reading_.line(i).pieces.front().place;
      if (name != nullptr) table_.title = {name->text, name->place};
    } else if (name != nullptr) {
      more_of_title(i, *name);
    }
    code_ = digits;
    if (code != nullptr) {
      const Field field{digits, code->place};
      if (table_.header.empty()) {
        table_.header.emplace_back("项目代码", field);
      } else {
        table_.header.front().second = field;
      }
    }
  }

  void more_of_title(std::size_t i, const Piece& piece) {
    if (!open_ || table_.title.text.size() > kLongestTitle) {
      reading_.pass(i, piece, "单独的一格，看不出接在哪里");
      return;
    }
    const std::string before = squeezed(table_.title.text);
    const std::string more = squeezed(piece.text);
    const std::size_t shared = std::min(more.size(), std::size_t{15});
    if (before.ends_with(std::string_view(more).substr(more.size() - shared))) {
      reading_.pass(i, piece, "与名称末尾重复的字");
      return;
    }
    const std::size_t same = overlap(table_.title.text, piece.text);
    table_.title.text = joined(table_.title.text, std::string_view(piece.text).substr(same));
  }

  /// How many cells stand right if the line has slipped by `shift`; each pair begins with its name.
  std::size_t standing(const std::vector<const Piece*>& cells, std::size_t shift) const {
    std::size_t right = 0;
    for (std::size_t k = 0; k < cells.size(); ++k) {
      for (const Pair& pair : layout_.pairs) {
        const std::size_t column = pair.name_column + shift;
        const bool name = cells[k]->column == column;
        const bool value = cells[k]->column == column + 1 && k > 0 && cells[k - 1]->column == column;
        right += name || value;
      }
    }
    return right;
  }

  void rows(std::size_t i, const std::vector<const Piece*>& cells) {
    std::size_t best = shift_;
    for (std::size_t shift = 0; shift <= kMaxShift; ++shift) {
      if (standing(cells, shift) > standing(cells, best)) best = shift;
    }
    shift_ = best;
    if (!open_) {
      reading_.pass_line(i, "看不出属于哪个项目");
      return;
    }
    for (std::size_t k = 0; k < cells.size();) {
      std::size_t p = 0;
      while (p < layout_.pairs.size() && cells[k]->column != layout_.pairs[p].name_column + shift_) ++p;
      if (p == layout_.pairs.size() || rows_.size() >= kMaxRows) {
        reading_.pass(i, *cells[k], p == layout_.pairs.size() ? "看不出属于哪一栏" : "一张表的行太多");
        ++k;
        continue;
      }
      TableRow row;
      row.level1 = layout_.pairs[p].level1;
      row.name = {cells[k]->text, cells[k]->place};
      row.place = cells[k]->place;
      const std::size_t value_column = cells[k]->column + 1;
      ++k;
      if (k < cells.size() && cells[k]->column == value_column) {
        row.target = {cells[k]->text, cells[k]->place};
        ++k;
      }
      rows_.emplace_back(p, std::move(row));
    }
  }

  void close() {
    if (!open_) return;
    open_ = false;
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [pair, row] : rows_) table_.rows.push_back(std::move(row));
    rows_.clear();
    if (table_.rows.empty()) {
      reading_.pass_table(table_, "这个项目没有指标，没有作为表");
      return;
    }
    reading_.add(std::move(table_));
  }

  Reading& reading_;
  std::size_t begin_;
  std::optional<int> year_;
  Field unit_;
  Layout layout_;
  std::size_t shift_ = 0;
  bool open_ = false;
  std::string code_;
  Table table_;
  std::vector<std::pair<std::size_t, TableRow>> rows_;
};

}  // namespace

bool begins_wide_table(const Reading& reading, std::size_t i) {
  const Line& line = reading.line(i);
  if (!line.grid) return false;
  if (is_pair_heading(reading.forms(), line)) return true;
  const bool head =
      level1_cells(reading.forms(), line) >= 2 ||
      std::any_of(line.pieces.begin(), line.pieces.end(), [](const Piece& p) {
        return p.text.find("项目名称") != std::string::npos || p.text.find("项目编码") != std::string::npos;
      });
  for (std::size_t k = i + 1; head && k <= i + 2 && k < reading.lines().size(); ++k) {
    if (is_pair_heading(reading.forms(), reading.line(k))) return true;
  }
  return false;
}

std::size_t read_wide_table(Reading& reading, std::size_t begin) { return WideReader(reading, begin).run(); }

}  // namespace jiheng::intake
