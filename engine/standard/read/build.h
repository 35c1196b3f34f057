// engine/standard/read/build.h: parts of raw clauses -> the needs, rules and open questions of a standard.
// Inside the room only.
// Takes   raw parts and the row's 分值. Gives  the standard, computable or refused with the piece that is not understood.
// Source  docs/standard-language.md
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/standard/parse.h"
#include "engine/standard/read/clauses.h"
#include "engine/standard/read/fold.h"
#include "engine/standard/read/steps.h"

namespace jiheng::standard {

/// The clauses of one part by what they do.
struct Sorted {
  std::vector<const RawClause*> gives;    ///< some points
  std::vector<const RawClause*> zeros;    ///< 不得分
  std::vector<const RawClause*> changes;  ///< 扣, 加
  std::vector<const RawClause*> proportions;
  std::vector<const RawClause*> formulas;
  std::vector<const RawClause*> chosen;
  const RawClause* otherwise = nullptr;  ///< 否则得2分: what all values but those of `gives` give
};

inline constexpr Marks kNoMarks{0, 0, false};
inline constexpr Marks kAllMarks{1, 1, true};

class Builder {
 public:
  Builder(const Folded& folded, const ParseContext& context, Standard& out)
      : folded_(folded), text_(folded.text()), context_(context), out_(out) {}

  void build(std::vector<RawPart> raw);
  /// guard.cc: refuses what was built where it leaves out a piece of the text, or holds what cannot be.
  void guard(const std::vector<Token>& tokens);

 private:
  // build.cc: the whole
  void refuse(std::size_t begin, std::size_t end);
  void refuse(const Token& t) { refuse(t.begin, t.end); }
  void open(std::size_t begin, std::size_t end, std::vector<std::string> readings,
            Open::What what = Open::What::other);
  void problem(std::string_view id, std::size_t begin, std::size_t end);
  std::size_t need(std::string name, NeedType type, std::string unit, bool assumed = false);
  void base_marks_first(RawPart& raw) const;
  void build_part(const RawPart& raw, const std::optional<base::Decimal>& full);
  bool goes_past_the_task(const RawClause& c, const std::vector<const Token*>& values) const;
  bool in_one(std::vector<RawPart>& raw) const;
  bool numbered_steps(const std::vector<RawPart>& raw) const;
  bool words_stop_it(const std::vector<RawPart>& raw);

  // build_beyond.cc: what is said of the total and of the grade
  void take_beyond(std::vector<RawPart>& raw);
  bool is_of_the_total(const RawClause& c) const;
  void add_of_the_total(RawClause c);
  void take_grades(std::vector<const Token*>& tokens);
  void grade_table(const std::vector<RawPart>& raw);
  void finish();
  void order_needs();  // order.cc
  /// A value that has no say in the points on purpose: what a count beside it lacks (及时率100%, 每滞后1户).
  void leave_out(const Token& value) { left_out_.push_back(value.begin); }

  // guard.cc
  void guard_numbers(const std::vector<Token>& tokens);
  void guard_phrases(const std::vector<Token>& tokens);

  // build_conditions.cc: what conditions say
  std::string words_of(const RawClause& c) const;
  std::string last_words_of(const RawClause& c) const;
  std::string subject_of(const RawClause& c, const Token& value) const;
  static std::vector<const Token*> values_of(const RawClause& c);
  static bool says_otherwise(const RawClause& c);
  bool counts_one(const RawClause& c) const;
  bool counts_no_thing(const RawClause& c) const;
  bool is_one_thing(const Token& value) const;
  std::size_t question(const RawClause& c, bool assumed);
  std::vector<std::string> note_other_words(const RawClause& c);
  static bool shortened(std::string_view name, std::string_view whole);
  std::size_t number_need(const std::string& subject, const std::string& unit, bool zero = false);
  std::optional<std::vector<Test>> tests_of(const RawClause& c);
  void add_fact_behind(const RawClause& c, std::vector<Test>& tests);
  base::Span span_of(const RawClause& c) const { return folded_.span(c.begin(), c.end()); }

  // build_requirement.cc: what is asked for before what is taken
  void either_value_apart(RawPart& raw) const;
  void drop_repeated_limit(RawClause& c) const;
  bool requirement_first(RawPart& raw, const std::optional<base::Decimal>& full);

  // build_worded.cc: steps that words stand for
  void worded_steps(RawPart& raw);
  bool build_words_then_steps(const Sorted& s, Part& part);

  // build_otherwise.cc: the other side of a condition
  void give_at_baseline(RawPart& raw);
  void deduction_as_give(RawPart& raw);
  void step_that_deducts(RawPart& raw);
  void first_of_steps(RawPart& raw);
  bool speaks_of_other_side(const RawClause& c) const;
  void take_otherwise(Sorted& s) const;
  bool build_none_or_some(const Sorted& s, Part& part);

  // build_gives.cc: what gives points
  bool build_gives(const Sorted& sorted, Part& part);
  void add_otherwise(const RawClause& c, Part& part);
  bool build_steps(const std::vector<const RawClause*>& gives, const std::vector<const RawClause*>& zeros,
                   Part& part);
  bool one_number(const std::vector<const RawClause*>& gives) const;
  static bool is_tier(const RawClause& c, const Sorted& sorted);
  void build_tiers(const Sorted& sorted, Part& part);
  bool build_proportion(const Sorted& sorted, const RawPart& raw, Part& part);
  bool build_falling_line(const Sorted& sorted, const RawClause& nothing, Part& part);
  std::size_t formula_need(std::string_view used, const Part& part);
  bool build_formula(const RawClause& c, const Sorted& sorted, Part& part);

  // build_zeros.cc: what makes a part 0
  std::optional<Test> far_from_limit(const RawClause& c, const Part& part);
  std::optional<Test> not_moved(std::string_view words, const Part& part) const;
  RawClause without_given_end(const RawClause& c, const Sorted& sorted);
  void build_zeros(const Sorted& sorted, bool numeric, Part& part);

  // build_limits.cc and build_changes.cc: what takes and adds
  bool build_changes(const Sorted& sorted, const RawPart& raw, Part& part);
  bool of_a_plan(const RawClause& c, const Sorted& sorted) const;
  bool tells_of_completion(const Sorted& sorted) const;
  bool tells_how_much_is_done(const Sorted& sorted) const;
  bool counts_against_rate(const RawClause& give, const Token& value, const RawClause& c) const;
  bool fits_limit(const RawClause& c, const Span1& s) const;
  const Token* given_limit(const RawClause& c, const Sorted& sorted) const;
  bool time_limit_for(const RawClause& c, const Sorted& sorted) const;
  bool opposite(const RawClause& c, const Sorted& sorted) const;
  bool cap_the_whole(const Sorted& sorted, Part& part);
  void leave_out_beside_count(const RawClause& c, const Token& value);
  const Token* asks_for_some_of(const RawClause& c, const std::string& unit) const;
  bool build_change(const RawClause& c, const Sorted& sorted, const RawPart& raw, Part& part);
  bool build_change_steps(const std::vector<const RawClause*>& clauses,
                          const std::vector<const RawClause*>& zeros, const Token* given, Part& part);
  std::optional<Span1> limit_for(const RawClause& c, const Sorted& sorted, const RawPart& raw) const;

  const Folded& folded_;
  std::string_view text_;
  const ParseContext& context_;
  Standard& out_;
  bool refused_ = false;
  bool including_ = false;
  bool adds_up_ = false;  ///< the marks of all parts together are the row's
  std::size_t clauses_ = 0;
  std::size_t part_needs_ = 0;         ///< the first need of the part that is built
  const Token* and_so_on_ = nullptr;   ///< 以此类推 of the part, until something has gone on with it
  std::deque<Token> made_;             ///< values that words stand for
  std::vector<std::size_t> left_out_;  ///< where values begin that have no say
};

/// 有一户, 缺一项, 发现一起, 一个月: one counted thing in the words before a deduction.
std::optional<std::string> one_counted(std::string_view words, const quantity::UnitTable& units);

/// What is asked for (≥90%, 不超过2%, 100%), not what is done wrong (低于60%, 逾期30天以上): build_requirement.cc.
bool asks_for(const Token& value, std::string_view words);

/// The Chinese sentence of a problem: problems.cc.
std::string message_of(std::string_view id, std::string_view piece);

}  // namespace jiheng::standard
