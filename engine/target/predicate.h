// engine/target/predicate.h: what one target or actual cell says.
// Source  docs/target-language.md; the JSON of `jiheng parse` is report/'s
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/base/place.h"

namespace jiheng::target {

enum class Kind : std::uint8_t {
  quantity,
  range,
  deadline,
  qualitative,
  boolean,
  reference,
  composite,
  empty,
  unreadable
};
enum class Op : std::uint8_t {
  absent,
  none,
  ge,
  le,
  gt,
  lt,
  eq,
  about,
  in
};  ///< absent: kinds without a number
enum class Sureness : std::uint8_t { sure, debatable };
/// Whether what is read and compared is also told: who scores many rows wants numbers alone, and has a row explained that
/// somebody reads.
enum class Say : bool { nothing, why };

/// A piece of the cell and what it was read as. Together the pieces cover everything but white space.
struct Piece {
  enum class Role : std::uint8_t { sign, number, scale, unit, date, word, label, separator, unread };
  Role role = Role::unread;
  base::Span span;
};

struct Problem {
  std::string_view id;  ///< in the catalogue (static storage)
  std::string message;  ///< Chinese, complete in itself
  base::Span span;
};

/// A calendar day of the assessed year. year_offset counts from it (次年 = 1) unless `year` is known.
struct Day {
  int year = 0;  ///< 0: the assessed year, not known here
  int year_offset = 0;
  int month = 0;  ///< 0: no date in the text (春节前)
  int day = 0;
  bool operator==(const Day&) const = default;
};

/// A word's standing on its scale in rules/words.yaml.
struct Standing {
  std::string scale;     ///< "提高" "满意" …; equal scales can be compared
  int strength = 0;      ///< larger is stronger (提高 1 … 显著提高 4); 0 where the scale has no order
  bool negated = false;  ///< 未提高, 不及时
  bool manner = false;  ///< said with how it is done, not how much (有效提高): not ranked against other words
  std::string direction;  ///< "上升" "下降" or empty
  bool operator==(const Standing&) const = default;
};

struct Predicate {
  Kind kind = Kind::unreadable;
  Op op = Op::absent;
  Sureness sureness = Sureness::sure;
  std::int64_t scale = 1;              ///< 1, 10000, 100000000
  std::optional<base::Decimal> value;  ///< as printed; lower end of a range
  std::optional<base::Decimal> value2;
  std::string unit;         ///< without its scale word; "" if none; 比 for a ratio 1:3
  std::string head;         ///< direction verb before a number: 增长, 下降; "" if none
  std::string wording;      ///< the folded text of words: qualitative, boolean, reference, 春节前; else ""
  std::optional<Day> last;  ///< deadline: last day
  std::optional<Day> first;          ///< deadline: first day, periods only
  std::optional<bool> answer;        ///< boolean
  std::optional<Standing> standing;  ///< qualitative
  std::vector<Predicate> parts;      ///< composite
  std::vector<Piece> pieces;
  std::vector<Problem> problems;
};

/// Names used in JSON and dumps: "quantity", ">=", "sure".
std::string_view to_string(Kind kind);
std::string_view to_string(Op op);  ///< "" for absent
std::string_view to_string(Sureness sureness);
/// As written on the form: "≥", "约"; "" for none, in, absent.
std::string_view sign_of(Op op);
/// 万, 亿; "" for 1.
std::string_view scale_word(std::int64_t scale);

/// "12-31", "2023-12-31", "+1-03-31"; "" where no date is in the text.
std::string to_string(const Day& day);

/// The fields of `jiheng parse`, ready for JSON: the one place where composites and deadlines become columns.
struct Fields {
  std::string kind, op, value, value2, unit;
  std::optional<std::int64_t> scale;  ///< absent for kinds without a number
  std::string certainty;
};
/// composite: op where the parts share it, else none; value, value2 of the first two parts; unit and scale if
/// shared. deadline: value the last day, value2 the first.
Fields fields(const Predicate& predicate);

/// Equal in every field but pieces and problems.
bool same_reading(const Predicate& a, const Predicate& b);

/// One line, the same for equal readings: the second column of tests/cases/target.tsv.
std::string dump(const Predicate& predicate);

/// A cell text that reads back as this predicate: parse(print(p)) == p in every field but pieces and
/// problems.
std::string print(const Predicate& predicate);

}  // namespace jiheng::target
