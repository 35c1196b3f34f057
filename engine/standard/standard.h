// engine/standard/standard.h: what a scoring standard (评分标准) printed beside a row says.
// Units   values as printed, in the unit of their need (95% is 95 with unit %); marks in 分, or as a share of the row's 分值.
// Source  docs/standard-language.md; the JSON of `jiheng parse --standard` is report/'s
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/base/place.h"
#include "engine/formula/formula.h"

namespace jiheng::standard {

enum class Shape : std::uint8_t {
  unreadable,
  met_or_nothing,
  ratio,
  ratio_with_floor,
  steps,
  band,
  tiers,
  deduct_per_unit,
  count_deduct,
  sum_of_parts,
  veto,
  judgement,
  mixed,
  of_total,  ///< takes from the total, not from the row
  of_grade   ///< what the total is graded as, or what the grade becomes
};
enum class NeedType : std::uint8_t { number, count, yesno, choice };

/// Something the standard asks about. The names of one standard differ; a formula may use them.
struct Need {
  std::string name;  ///< at most 24 characters, no two of a standard alike
  NeedType type = NeedType::number;
  std::string unit = {};  ///< of the limits it is held against; "%" also for 百分点; "" where none is printed
  bool magnitude = false;  ///< number: ±10%, its sign does not matter
  bool distance = false;   ///< number: how far from something that is not printed (超过计划的天数)
  bool marked =
      false;  ///< a distance that an answer must call one (超2个百分点), for the number itself is another
  bool since =
      false;  ///< marked, against a year before (与上年相比): a number alone is how much it rose, a minus that it fell
  int towards = 0;  ///< a distance: 1 upwards (超过, 上升), -1 downwards (低于, 减少), 0 is not said
  std::optional<base::Decimal> due = {};    ///< number, a time: what 逾期3天 is counted from
  std::optional<base::Decimal> limit = {};  ///< number: what 少2条 and 低1个百分点 are counted from
  bool assumed = false;  ///< 否, or none, where nobody answers (an exception: 不适用, 否决, 总分里扣的)
  std::vector<std::string> options = {};  ///< choice: the words of the tiers
  std::string words = {};                 ///< all of the words that the name is short for; empty: the name
};

/// 是, 否 of a question, the words of the tiers; none of a number.
std::vector<std::string> words_to_choose(const Need& need);

/// One end of an interval. `unsaid`: the text leaves open whether the value itself belongs to it.
struct Edge {
  base::Decimal value;
  bool closed = true;
  bool unsaid = false;
};
struct Interval {
  std::optional<Edge> low;
  std::optional<Edge> high;
};

/// 5分; 12-14分 (a person picks); 50% or 满分 (share: of the row's 分值, 1 is all of it).
struct Marks {
  base::Decimal low;
  base::Decimal high;
  bool share = false;
};

/// number, count: its value lies in the interval; yesno: the answer is 是, or 否 with `no`; choice: option `option`.
struct Test {
  std::size_t need = 0;
  Interval in = {};
  bool no = false;
  std::size_t option = 0;
};

/// What happens to the part of a unit: 不足一档.
enum class Partial : std::uint8_t { unsaid, whole, started, proportional };

/// A value between two steps: 100%得10分，80-99%得8分 at 99.5%.
enum class Gap : std::uint8_t { unsaid, lower, upper };
/// The marks of the text are not the row's.
enum class OtherMarks : std::uint8_t { unsaid, scaled, as_printed };

/// 每…扣k分, 加k分.
struct Change {
  enum class By : std::uint8_t { once, count, above, below, around } by = By::once;
  bool adds = false;
  std::size_t need = 0;  ///< not for once
  Marks marks;           ///< for each unit
  base::Decimal each = 1;
  base::Decimal limit = 0;  ///< above, below, around: counted from here
  bool of_limit = false;    ///< each is a share (%) of the limit, not an amount in its unit
  Partial partial = Partial::whole;
  bool perhaps_once = false;     ///< count: how often it takes is not said
  std::optional<Marks> at_most;  ///< 最多扣, 最多加
};

/// Marks × (value - zero_at) ÷ (full_at - zero_at), between 0 and `most` times the marks.
struct Proportion {
  std::size_t need = 0;
  Marks of;
  base::Decimal zero_at = 0;
  base::Decimal full_at = 100;
  base::Decimal most = 1;                   ///< above 1: 超额按比例加分
  std::optional<base::Decimal> or_full_at;  ///< another reading of what full marks stand for
  std::optional<base::Decimal> or_from;     ///< and one more: on a line from nothing here to full_at
  bool inverse = false;                     ///< marks × full_at ÷ value: less is better
  bool by_deduction = false;                ///< 按比例扣分: the share that is missing is taken
};

/// 得分=…: a formula of the needs; 分值 is the row's.
struct Printed {
  formula::Formula formula;
  std::vector<std::size_t> needs;  ///< by the formula's used names; kFullMarks for 分值
  static constexpr std::size_t kFullMarks = static_cast<std::size_t>(-1);
};

/// 酌情: a person chooses.
struct Chosen {
  Marks between;
  bool reverse = false;  ///< 超过的按比例扣分, less is better: by what proportion is not said
  std::size_t need = 0;  ///< reverse: the number, and the most that gives all
  base::Decimal limit = 0;
};

struct Rule {
  std::vector<Test> when;  ///< all of them
  std::variant<Marks, Change, Proportion, Printed, Chosen> effect;
  base::Span span;
  std::vector<std::string> beside = {};  ///< words behind the value that a person sees to; taken as done
};

/// What is added up; most standards are one part.
struct Part {
  std::optional<Marks> full;  ///< its marks where the text says them
  std::vector<Rule> gives;    ///< the first that holds gives the points; none given: full
  std::vector<Rule> changes;  ///< all that hold
  std::vector<Rule> zeros;    ///< any that holds makes the part 0
  std::vector<Rule> instead;  ///< 不适用: the first that holds gives the points, whatever else holds
  bool stepped = false;  ///< gives are steps of one number: between two steps the points lie between theirs
  bool above_full = false;    ///< 加分: the points may pass the marks
  bool only_changes = false;  ///< adds to and takes from the other parts; has no marks of its own
};

/// What the text says of the total or of the grade, and not of the row's points: 从总分中扣10分, 一票否决, 90分以上为优.
struct Beyond {
  enum class Of : std::uint8_t { total, grade } of = Of::total;
  Rule rule;               ///< when; total: a Change, once or a count; grade: its effect says nothing
  std::string grade = {};  ///< what becomes of the grade, in the words of the text
};

/// What the text leaves open, with its readings; the points are a range over them where they differ.
struct Open {
  /// What is open, where a scheme can settle it for all its rows.
  enum class What : std::uint8_t { other, part_of_unit, ends, marks, proportion, reverse } what = What::other;
  std::string_view id;  ///< the problem that says so
  base::Span span;
  std::vector<std::string> readings;
};

struct Problem {
  std::string_view id;  ///< in the catalogue (static storage)
  std::string message;
  base::Span span;
};

/// A piece of the text and what it was read as. Together they cover everything but white space.
struct Piece {
  enum class Role : std::uint8_t { words, value, marks, unit, rule, separator, unread } role = Role::words;
  base::Span span;
};

struct Standard {
  Shape shape = Shape::unreadable;
  bool sure = true;  ///< nothing open but the part of a unit
  std::vector<Need> needs;
  std::vector<Part> parts;
  std::vector<Beyond> beyond;                   ///< has no say in the row's points
  std::optional<base::Decimal> printed_full;    ///< the marks the text adds up to, where it says them
  Gap gap = Gap::unsaid;                        ///< as a scheme settled it
  OtherMarks other_marks = OtherMarks::unsaid;  ///< as a scheme settled it
  std::vector<Open> open;
  std::vector<Piece> pieces;
  std::vector<Problem> problems;
  /// False: nothing is computed (unreadable, or others' data or a person is needed throughout).
  bool computable = false;
};

/// Names used in JSON: "deduct_per_unit", "yesno".
std::string_view to_string(Shape shape);
std::string_view to_string(NeedType type);
/// 不达标全扣, 分档 …: a shape in a few Chinese words.
std::string_view in_words(Shape shape);

/// A clause as a scheme has it: 当 and 得分 in the formula language of docs/scheme-language.md, over the needs and 分值.
/// A clause that adds or deducts says so in its points (+, -); all of one part are summed.
struct ClauseText {
  std::string id;
  std::string when;  ///< "" : always
  std::string points;
  base::Span span;
};
std::vector<ClauseText> clauses(const Standard& standard);

/// Equal in shape, needs, parts and what is open; not in pieces and problems.
bool same_reading(const Standard& a, const Standard& b);

/// One line, the same for equal readings: the second column of tests/cases/standard.tsv.
std::string dump(const Standard& standard);

/// A text that reads back as this standard.
std::string print(const Standard& standard);

}  // namespace jiheng::standard
