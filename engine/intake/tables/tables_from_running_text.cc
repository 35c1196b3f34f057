// Takes lines without tabs (cells between spaces, a cell over several lines) from a title or first field on, gives one
// table: fields by their labels, indicators by rows_from_words.
#include <algorithm>

#include "engine/base/text.h"
#include "engine/intake/tables/reading.h"
#include "engine/intake/tables/rows_from_words.h"
#include "engine/intake/tables/table_fields.h"
#include "engine/intake/words/foot_words.h"
#include "engine/intake/words/form_words.h"
#include "engine/intake/words/role_fit.h"
#include "engine/intake/words/running_words.h"

namespace jiheng::intake {
namespace {

using model::Field;

constexpr std::size_t kTitleLines = 30;  ///< from a title to its first field, and on to the heading
constexpr std::size_t kTextHeadLines = 200;

/// A title on this line, or on this and the next where it did not fit. 0: none, else its lines.
std::size_t title_lines(const Reading& reading, std::size_t i) {
  if (reading.line(i).grid) return 0;
  const std::string& text = reading.squeezed_line(i);
  const auto starts_sentence = [](const std::string& t) {
    return t.find("。") != std::string::npos || t.starts_with("附件");
  };
  if (starts_sentence(text)) return 0;
  if (is_title(reading.forms(), text) && !goal_head(reading.forms(), text)) return 1;
  if (i + 1 >= reading.lines().size() || reading.line(i + 1).grid || !leading_year(text)) return 0;
  const std::string& next = reading.squeezed_line(i + 1);
  if (next.size() > 60 || starts_sentence(next)) return 0;
  return is_title(reading.forms(), text + next) && text.find("年") != std::string::npos ? 2 : 0;
}

bool begins_with_first_field(const Reading& reading, std::size_t i) {
  const Line& line = reading.line(i);
  if (line.grid || line.pieces.empty()) return false;
  const std::string first = squeezed(line.pieces.front().text);
  const std::string head = first.substr(0, first.find(':'));
  const auto label = label_of(reading.forms(), head);
  if (!label) return false;
  return label->label == Label::project_name || label->label == Label::unit ||
         label->label == Label::implementer;
}

/// Whether a heading of indicators stands in the lines behind: 一级指标 and a target, perhaps broken over lines; or
/// a first row without one.
bool has_heading_below(const Reading& reading, std::size_t begin) {
  std::string text;
  std::size_t fields = 0;
  for (std::size_t i = begin; i < reading.lines().size() && i < begin + kTextHeadLines; ++i) {
    if (reading.line(i).grid) return false;
    if (i > begin + 2 && title_lines(reading, i) > 0) return false;
    if (begins_with_first_field(reading, i) && ++fields > kFirstFields) return false;
    text += reading.squeezed_line(i);
    if (text.size() > 600) text.erase(0, text.size() - 600);
    if (text.find("二级指标") != std::string::npos && text.find("三级指标") != std::string::npos) return true;
    if (text.find("二级指标") != std::string::npos && text.find("指标名称") != std::string::npos) return true;
    const std::vector<Piece>& pieces = reading.line(i).pieces;
    if (pieces.size() >= 4 && is_level1(reading.forms(), squeezed(pieces[0].text)) &&
        is_level2(reading.forms(), squeezed(pieces[1].text)))
      return true;
  }
  return false;
}

class RunningReader {
 public:
  RunningReader(Reading& reading, std::size_t begin)
      : reading_(reading), begin_(begin), words_(reading.forms()) {}

  std::size_t run() {
    std::size_t first = begin_;
    if (const std::size_t titles = title_lines(reading_, begin_); titles > 0) {
      std::string title;
      for (std::size_t i = begin_; i < begin_ + titles; ++i) {
        title += reading_.squeezed_line(i);
        reading_.use(i);
      }
      table_.year = leading_year(title);
      if (is_selfeval_title(forms(), title)) table_.kind = Table::Kind::selfeval;
      first += titles;
    }
    while (first < reading_.lines().size() && !reading_.line(first).grid &&
           read_year_or_money_unit(forms(), reading_.squeezed_line(first),
                                   reading_.line(first).pieces.front().place, table_)) {
      reading_.use(first++);
    }
    table_.place = reading_.line(begin_).pieces.front().place;
    const std::size_t end = end_of_table(first);
    words_.collect(reading_, first, end, table_);
    parse();
    finish();
    return end;
  }

 private:
  const FormWords& forms() const { return reading_.forms(); }

  std::size_t end_of_table(std::size_t first) const {
    bool rows = false;
    for (std::size_t i = first; i < reading_.lines().size(); ++i) {
      if (reading_.line(i).grid) return i;
      if (i > first && title_lines(reading_, i) > 0) return i;
      const std::string& text = reading_.squeezed_line(i);
      rows = rows || text.find("二级指标") != std::string::npos || text.starts_with("数量指标");
      // Above the rows 一、二、三、 number the goals; below them they are headings of the text around the table.
      if (rows && is_section_heading(text) && !text.starts_with('(')) return i;
    }
    return reading_.lines().size();
  }

  void parse() {
    std::size_t i = 0;
    while (i < words_.size()) {
      if (words_.heading_at(i) || (columns_.empty() && words_.first_row_at(i))) {
        i = rows(i);
        continue;
      }
      if (!columns_.empty() && foot_at(i)) {
        i = foot(i);
        continue;
      }
      const RunningWords::Found found = words_.label_at(i, false);
      if (found.label) {
        i = field(i, found);
        continue;
      }
      left_over(i);
      ++i;
    }
  }

  /// A note or an opinion begins the line; the name of an indicator has its value beside it.
  bool foot_at(std::size_t i) const {
    if (words_[i].before == Break::space || !is_foot(reading_.forms(), squeezed(words_[i].piece.text)))
      return false;
    return i + 1 >= words_.size() || value_fit(reading_.forms(), squeezed(words_[i + 1].piece.text)) < 3.5;
  }

  /// Passed over to the next field or row that begins a line.
  std::size_t foot(std::size_t i) {
    reading_.pass(words_[i].line, words_[i].piece.text, "表下面的说明");
    for (++i; i < words_.size(); ++i) {
      const bool begins = words_[i].before != Break::space;
      if (begins && (foot_at(i) || words_.heading_at(i) || words_.label_at(i, false).label)) return i;
      if (words_.first_row_at(i)) return rows(i);
      reading_.pass(words_[i].line, words_[i].piece.text, "表下面的说明");
    }
    return i;
  }

  void left_over(std::size_t i) {
    const std::string text = squeezed(words_[i].piece.text);
    if (is_side_word(forms(), text) || text == "(万元)" || text == "(A)" || text == "(B)" || text == "(B/A)")
      return;
    reading_.pass(words_[i].line, words_[i].piece.text, "看不出属于哪一栏");
  }

  bool stops(std::size_t i) const {
    if (words_.heading_at(i) || (columns_.empty() && words_.first_row_at(i))) return true;
    if (words_[i].before != Break::space && is_side_word(reading_.forms(), squeezed(words_[i].piece.text)) &&
        words_.heading_follows(i))
      return true;  // 绩效指标 before 一级指标
    const RunningWords::Found found = words_.label_at(i, false);
    if (!found.label) return false;
    // Words like 合计 inside a text are no fields: a field begins its line or stands behind another field.
    return found.label->label != Label::amount_column || in_budget_;
  }

  std::size_t value_end(std::size_t i) const {
    while (i < words_.size() && !stops(i)) ++i;
    return i;
  }

  std::size_t field(std::size_t i, const RunningWords::Found& found) {
    const std::size_t begin = i + found.words;
    const Label label = found.label->label;
    note_heading(forms(), table_, found.text, words_[i].piece.place);
    if (label == Label::budget_block) {
      in_budget_ = true;
      amounts_.clear();
      return begin;
    }
    if (label == Label::amount_column) {
      if (const auto kind = amount_of(forms(), found.text)) amounts_.push_back(*kind);
      return begin;
    }
    if (label == Label::plan_goal && words_.heading_follows(begin)) {
      const auto head = goal_head(forms(), found.text);
      if (head) plan_ = {head->name, words_[i].piece.place};
      return begin;
    }
    std::size_t end = value_end(begin);
    if (label == Label::amount_total) {
      total_amounts(begin, end);
      in_budget_ = false;
      return end;
    }
    if (label == Label::numbered_goal) {
      begin_goal(i, found, begin, end);
      return end;
    }
    if (label == Label::reason || label == Label::improvement || label == Label::total) {
      Field& into = label == Label::reason        ? table_.deviation_reason
                    : label == Label::improvement ? table_.improvement
                                                  : table_.total;
      if (end > begin) into = {text_of(words_.list(), begin, end), words_[begin].piece.place};
      return end;
    }
    if (label == Label::basic || label == Label::project) {
      Field& into = label == Label::basic ? table_.basic : table_.project;
      const auto digits = end > begin ? amount_digits(words_[begin].piece.text) : std::nullopt;
      if (digits) into = {*digits, words_[begin].piece.place};
      for (std::size_t k = begin + (digits ? 1 : 0); k < end; ++k) left_over(k);
      return end;
    }
    if (begin == end) return end;
    const Piece value{text_of(words_.list(), begin, end), 0, words_[begin].piece.place};
    if (label == Label::person) {
      reading_.pass(words_[i].line, words_[i].piece.text, "姓名和电话，评分用不着，不取");
    } else if (label == Label::goal || label == Label::plan_goal) {
      table_.goals.push_back({{}, {value.text, value.place}, {}});
    } else if (!set_header_field(table_, label, value)) {
      reading_.pass(words_[begin].line, value.text, "“" + found.text + "”一栏，评分用不着");
    }
    return end;
  }

  /// The amounts behind 年度资金总额, in the order of the headings 预算数, 执行数, 执行率, 得分.
  void total_amounts(std::size_t begin, std::size_t end) {
    std::size_t column = 0;
    if (amounts_.empty()) amounts_ = {Amount::planned};
    for (std::size_t i = begin; i < end; ++i) {
      if (column < amounts_.size() && set_amount(table_, amounts_[column], words_[i].piece)) {
        ++column;
      } else {
        left_over(i);
      }
    }
  }

  void begin_goal(std::size_t i, const RunningWords::Found& found, std::size_t begin, std::size_t end) {
    const auto head = goal_head(forms(), found.text);
    Goal goal;
    goal.title = {head->name, words_[i].piece.place};
    std::string points = found.text.substr(head->bytes);
    if (points.empty() && begin < end) {
      // （10 分） on the words behind the name.
      std::string text;
      for (std::size_t n = 1; n <= 4 && begin + n <= end; ++n) {
        text += squeezed(words_[begin + n - 1].piece.text);
        if (text.starts_with('(') && text.ends_with("分)")) {
          points = text;
          begin += n;
          break;
        }
      }
    }
    if (points.starts_with('(') && points.ends_with("分)")) {
      points = points.substr(1, points.size() - 1 - std::string_view("分)").size());
      if (is_points(points)) goal.full_marks = {points, words_[i].piece.place};
    }
    std::size_t last = end;
    while (last > begin && is_side_word(forms(), squeezed(words_[last - 1].piece.text))) --last;
    if (last > begin) goal.text = {text_of(words_.list(), begin, last), words_[begin].piece.place};
    section_ = goal.title;
    table_.goals.push_back(std::move(goal));
    level1_ = {};
    level2_ = {};
  }

  /// The columns of a heading, with the years below 近两年指标值; where there is none, those of the simplest form.
  std::size_t heading(std::size_t i) {
    std::vector<Role> columns;
    years_.clear();
    while (i < words_.size()) {
      const RunningWords::Found found = words_.label_at(i, true);
      if (found.role) {
        note_heading(forms(), table_, found.text, words_[i].piece.place);
        const bool beside_target =
            *found.role == Role::sign || *found.role == Role::measure || *found.role == Role::review;
        if (!beside_target && std::find(columns.begin(), columns.end(), *found.role) == columns.end())
          columns.push_back(*found.role);
        i += found.words;
        continue;
      }
      std::string text;
      std::size_t words = 0;
      for (std::size_t n = 1; n <= 4 && i + n <= words_.size() && words == 0; ++n) {
        text += squeezed(words_[i + n - 1].piece.text);
        if ((is_group_heading(forms(), text) && text != "指标") ||
            (is_year(forms(), text) && text.ends_with("年")))
          words = n;
      }
      if (words == 0 || columns.empty()) break;
      if (is_year(forms(), text)) years_.push_back(text);
      i += words;
    }
    if (columns.empty() && columns_.empty()) {
      columns = {Role::level1, Role::level2, Role::level2_again, Role::name, Role::target};
    }
    const auto has = [&columns](Role role) {
      return std::find(columns.begin(), columns.end(), role) != columns.end();
    };
    // The basis of a target may have lost its heading.
    if (!columns.empty() && !has(Role::basis) && !has(Role::actual) && !has(Role::description)) {
      columns.push_back(Role::basis);
    }
    if (!columns.empty()) columns_ = columns;
    const auto target = std::find(columns_.begin(), columns_.end(), Role::target);
    if (!columns.empty() && target != columns_.end()) columns_.insert(target, years_.size(), Role::earlier);
    return i;
  }

  /// A heading and the rows below it, up to the next goal or field.
  std::size_t rows(std::size_t i) {
    i = heading(i);
    const bool actual = std::find(columns_.begin(), columns_.end(), Role::actual) != columns_.end();
    if (actual) table_.kind = Table::Kind::selfeval;
    // 年度绩效目标 beside the rows of a self-evaluation is no goal of its own.
    if (!actual && !plan_.empty() && !section_.text.starts_with(plan_.text)) {
      section_ = plan_;
      level1_ = {};
      level2_ = {};
    }
    plan_ = {};
    std::size_t end = i;
    while (end < words_.size() && !ends_rows(end)) ++end;
    const std::vector<Word> part(words_.list().begin() + static_cast<std::ptrdiff_t>(i),
                                 words_.list().begin() + static_cast<std::ptrdiff_t>(end));
    const WordRows found = rows_from_words(forms(), part, columns_);
    for (const auto& cells : found.rows) add_row(part, cells);
    for (const std::size_t w : found.unread) {
      reading_.pass(part[w].line, part[w].piece.text, "看不出属于哪一栏");
    }
    return end;
  }

  bool ends_rows(std::size_t i) const {
    if (words_[i].before == Break::space) return false;
    if (words_.heading_at(i) || foot_at(i)) return true;
    const RunningWords::Found found = words_.label_at(i, false);
    if (!found.label) return false;
    switch (found.label->label) {
      case Label::numbered_goal:
      case Label::reason:
      case Label::improvement:
      case Label::person:
        return true;
      case Label::plan_goal:
        return words_.heading_follows(i + found.words);
      case Label::total: {
        const std::size_t next = i + found.words;
        return next >= words_.size() || is_points(squeezed(words_[next].piece.text));
      }
      default:
        return false;
    }
  }

  void add_row(const std::vector<Word>& part, const std::vector<Cell>& cells) {
    TableRow row;
    for (const Cell& cell : cells) {
      const Field field{text_of(part, cell.begin, cell.end), part[cell.begin].piece.place};
      if (cell.role == Role::level1) {
        level1_ = field;
        level2_ = {};
      } else if (cell.role == Role::level2 || cell.role == Role::level2_again) {
        level2_ = field;
      } else if (cell.role == Role::earlier) {
        const std::size_t year = row.earlier.size();
        row.earlier.emplace_back(Field{year < years_.size() ? years_[year] : "往年", {}}, field);
      } else {
        *field_of(row, cell.role) = field;
      }
    }
    if (row.name.empty()) return;
    row.section = section_;
    row.level1 = level1_;
    row.level2 = level2_;
    row.place = row.name.place;
    if (table_.rows.size() >= kMaxRows) {
      reading_.pass(part[cells.front().begin].line, row.name.text, "一张表的行太多");
      return;
    }
    table_.rows.push_back(std::move(row));
  }

  void finish() {
    if (table_.title.empty()) {
      table_.scope = model::CardKind::department;
      table_.title = {"部门整体", table_.place};
    }
    if (table_.rows.empty()) {
      reading_.pass_table(table_, "有绩效表的表头，没有找到指标的行，没有作为表");
      return;
    }
    reading_.add(std::move(table_));
  }

  Reading& reading_;
  std::size_t begin_;
  Table table_;
  RunningWords words_;
  std::vector<Role> columns_;
  std::vector<std::string> years_;  ///< of the columns before the target
  std::vector<Amount> amounts_;
  bool in_budget_ = false;
  Field section_;
  Field plan_;  ///< 年度绩效目标, before the heading that it stands over
  Field level1_;
  Field level2_;
};

}  // namespace

bool begins_running_table(const Reading& reading, std::size_t i) {
  const std::size_t titles = title_lines(reading, i);
  if (titles == 0) return begins_with_first_field(reading, i) && has_heading_below(reading, i);
  for (std::size_t k = i + titles; k < reading.lines().size() && k < i + titles + kTitleLines; ++k) {
    if (reading.line(k).grid || title_lines(reading, k) > 0) return false;
    if (begins_with_first_field(reading, k)) return has_heading_below(reading, k);
    if (is_section_heading(reading.squeezed_line(k))) return false;
  }
  return false;
}

std::size_t read_running_table(Reading& reading, std::size_t begin) {
  return RunningReader(reading, begin).run();
}

}  // namespace jiheng::intake
