// engine/standard/read/build.h: parts of raw clauses -> the needs, rules and open questions of a standard.
// Inside the room only.
// Takes   raw parts and the row's 分值. Gives  the standard, computable or refused with the piece that is not understood.
// Source  docs/standard-language.md
#pragma once

#include <cstdint>
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

/// A clause that gives marks for some values of one number.
struct Step {
  const RawClause* clause;
  Span1 span;
  Marks marks;
  std::vector<std::string> beside = {};  ///< words beside its value that a person sees to
};

/// Places of a share of marks (20 of 15): as many as points are divided with, so that the marks come out again.
inline constexpr int kSharePlaces = 24;

inline constexpr Marks kNoMarks{0, 0, false};
inline constexpr Marks kAllMarks{1, 1, true};

/// From where to where a share goes.
struct ShareEnds {
  Marks of = kAllMarks;
  std::optional<Span1> bottom;               ///< what is below is nothing: 低于70%不得分
  const RawClause* bottom_clause = nullptr;  ///< the clause that says so
  std::optional<Span1> between;              ///< 60%以上按比例: where the share begins
  std::optional<Span1> top;                  ///< 达到90%得满分
  std::string subject;                       ///< what is measured
  std::vector<const RawClause*> worded;      ///< 不得分 of something that happens
};

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
  void open_part_of_unit(const Token& t);
  void problem(std::string_view id, std::size_t begin, std::size_t end);
  std::size_t need(std::string name, NeedType type, std::string unit, bool assumed = false);
  bool in_one(std::vector<RawPart>& raw) const;
  bool numbered_steps(const std::vector<RawPart>& raw) const;
  bool down_a_ladder(const std::vector<const RawClause*>& steps) const;
  bool words_stop_it(const std::vector<RawPart>& raw);
  void deductions_to_their_number(std::vector<RawPart>& raw) const;
  bool only_exempts(const RawPart& raw) const;
  Rule exemption(const RawClause& c);

  // prepare.cc: a part in plain words
  void prepare(RawPart& kept, const std::optional<base::Decimal>& full, Part& part);
  void set_exceptions_aside(RawPart& kept, Part& part);
  void drop_naming_proportion(RawPart& kept) const;
  void each_of_several(RawPart& raw);
  std::vector<base::Span> items_of(const RawClause& c) const;
  void marks_said_first(RawPart& raw) const;
  void bracketed_marks_first(RawPart& raw) const;
  void base_marks_first(RawPart& raw) const;
  void good_case_before_otherwise(RawPart& kept) const;
  void marks_once(RawPart& kept) const;
  bool goes_past_the_task(const RawClause& c, const std::vector<const Token*>& values) const;
  void whole_of_the_task(RawPart& kept);
  void fallen_below_zero(RawPart& kept);
  void drop_worth_of_each(RawPart& kept) const;

  // build_part.cc: one part
  void build_part(const RawPart& raw, const std::optional<base::Decimal>& full);
  bool build_beside_formula(const Sorted& s, Part& part);
  bool counts_up_to_a_cap(const Sorted& s) const;
  bool build_counted_up(const Sorted& s, const RawPart& kept, Part& part);
  bool build_sorted(const Sorted& s, const RawPart& kept, Part& part);
  void build_only_changes(const Sorted& s, const RawPart& kept, Part& part);
  bool goes_on(const Sorted& s);
  static void all_or_nothing(const Sorted& s, const std::optional<base::Decimal>& full, Part& part);
  void build_chosen(const Sorted& s, Part& part);

  // build_added.cc: several clauses that give marks
  enum class Together : std::uint8_t { one, added, refused };
  /// Each of them, none of them is held against a value.
  static bool all_numeric(const std::vector<const RawClause*>& gives);
  static bool all_worded(const std::vector<const RawClause*>& gives);
  Together gives_together(const Sorted& s, const RawPart& kept, const std::optional<base::Decimal>& full);
  void build_added(const Sorted& s, const RawPart& kept, const std::optional<base::Decimal>& full,
                   const Part& part);

  // build_beyond.cc: what is said of the total and of the grade
  void take_beyond(std::vector<RawPart>& raw);
  bool is_of_the_total(const RawClause& c) const;
  void add_of_the_total(RawClause c);
  void take_grades(std::vector<const Token*>& tokens);
  void grade_table(const std::vector<RawPart>& raw);
  void finish();
  void order_needs();  // order.cc
  void short_names();
  /// A value that has no say in the points on purpose: what a count beside it lacks (及时率100%, 每滞后1户).
  void leave_out(const Token& value) { left_out_.push_back(value.begin); }

  // guard.cc
  bool bounds_something(const Marks& cap) const;
  void guard_numbers(const std::vector<Token>& tokens);
  void guard_phrases(const std::vector<Token>& tokens);

  // build_conditions.cc: what conditions say
  std::string words_of(const RawClause& c) const;
  std::string last_words_of(const RawClause& c) const;
  std::string_view last_phrase_of(const RawClause& c) const;
  std::string subject_of(const RawClause& c, const Token& value) const;
  static std::vector<const Token*> values_of(const RawClause& c);
  static bool says_otherwise(const RawClause& c);
  bool counts_one(const RawClause& c) const;
  bool counts_no_thing(const RawClause& c) const;
  /// 个, 起, 次: a unit of things that are counted.
  bool is_of_things(std::string_view unit) const;
  bool is_one_thing(const Token& value) const;
  std::size_t question(const RawClause& c, bool assumed);
  std::string positive_of(const RawClause& c, std::string_view name) const;
  Test asked(const RawClause& c, bool assumed);
  std::optional<std::size_t> need_denied_by(std::string_view name) const;
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
  bool one_number(const std::vector<const RawClause*>& gives) const;
  static bool is_tier(const RawClause& c, const Sorted& sorted);
  void build_tiers(const Sorted& sorted, Part& part);

  // build_steps.cc: steps of one number
  bool counts_cases(const Token& value) const;
  std::optional<Step> step_of(const RawClause& c, const Marks& marks);
  bool take_zero_steps(const std::vector<const RawClause*>& zeros, const std::string& subject,
                       std::vector<Step>& steps, std::vector<const RawClause*>& worded, Part& part);
  static bool marks_grow_with_values(const std::vector<const RawClause*>& clauses,
                                     const std::vector<Span1>& spans);
  bool steps_are_for_each(const std::vector<const RawClause*>& gives, Part& part);
  bool steps_go_up(std::size_t printed, std::vector<Step>& steps);
  bool steps_go_on(std::size_t printed, bool nothing_said, std::vector<Step>& steps);
  static bool best_goes_outwards(const std::vector<Step>& steps, std::size_t best, const std::string& name,
                                 std::vector<Interval>& intervals);
  std::size_t best_of(const std::vector<Step>& steps) const;
  std::size_t need_of_steps(const std::vector<Step>& steps, const std::vector<Span1>& spans,
                            const std::string& name);
  bool build_steps(const std::vector<const RawClause*>& gives, const std::vector<const RawClause*>& zeros,
                   Part& part);
  void add_worded_zeros(const std::vector<const RawClause*>& worded, Part& part);

  // build_proportion.cc: what is given in proportion
  bool build_proportion(const Sorted& sorted, const RawPart& raw, Part& part);
  bool find_bottom(const Sorted& sorted, ShareEnds& ends);
  bool find_top(const Sorted& sorted, const RawPart& raw, ShareEnds& ends);
  std::string share_name(const Sorted& sorted) const;
  bool scale_of(const Sorted& sorted, const ShareEnds& ends, Proportion& out);
  bool share_above_all(const Sorted& sorted, Proportion& out, Part& part);
  void share_at_its_ends(const Sorted& sorted, const ShareEnds& ends, const Proportion& share, Part& part);
  bool build_reverse_share(const Sorted& sorted, const ShareEnds& ends, Part& part);
  bool build_falling_line(const Sorted& sorted, const RawClause& nothing, Part& part);

  // build_formula.cc: what is given by a printed formula
  std::size_t formula_need(std::string_view used, bool percents, const Part& part);
  bool build_formula(const RawClause& c, const Sorted& sorted, Part& part);

  // build_zeros.cc: what makes a part 0
  std::optional<Test> far_from_limit(const RawClause& c, const Part& part);
  std::optional<Test> not_moved(std::string_view words, const Part& part) const;
  std::optional<Test> more_than_all(std::string_view words, const Part& part) const;
  RawClause without_given_end(const RawClause& c, const Sorted& sorted);
  void build_zeros(const Sorted& sorted, bool numeric, Part& part);

  // build_limits.cc: what 每… counts from
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
  std::optional<Span1> limit_for(const RawClause& c, const Sorted& sorted, const RawPart& raw) const;

  // build_changes.cc: what takes and adds
  bool build_changes(const Sorted& sorted, const RawPart& raw, Part& part);
  bool build_change(const RawClause& c, const Sorted& sorted, const RawPart& raw, Part& part);
  bool most_of_change(const RawClause& c, const Sorted& sorted, Change& change);
  bool change_once(const RawClause& c, const Sorted& sorted, Rule& rule, Change& change);
  static bool perhaps_each(const Sorted& sorted, const std::vector<const Token*>& values);
  const Token* asks_for_some_of(const RawClause& c, const std::string& unit) const;
  bool steps_go_on_alike(const std::vector<const RawClause*>& clauses, const std::vector<Span1>& spans,
                         const std::string& subject, Part& part);
  bool build_change_steps(const std::vector<const RawClause*>& clauses,
                          const std::vector<const RawClause*>& zeros, const Token* given, Part& part);

  // build_for_each.cc: what 每… takes and adds
  std::string distance_name(const RawClause& c) const;
  bool change_for_each(const RawClause& c, const Sorted& sorted, const RawPart& raw, Change& change);
  std::string limit_subject(const RawClause& c, const Sorted& sorted, const Span1& limit) const;
  std::optional<base::Decimal> limit_number(const RawClause& c, const Sorted& sorted, const Span1& limit,
                                            const Change& change) const;
  bool change_from_limit(const RawClause& c, const Sorted& sorted, const Span1& limit, bool timed,
                         Change& change);
  bool values_beside_count(const RawClause& c, const Sorted& sorted, bool& up_to_alone);
  static bool is_other_side_of_give(const Token& value, const Sorted& sorted);
  const Token* each_that_is_missing(const RawClause& c) const;
  bool change_by_count(const RawClause& c, const Sorted& sorted, Change& change);
  void change_from_nothing(std::string name, const std::string& unit, Change& change);
  bool change_by_amount(const RawClause& c, const Sorted& sorted, Change& change);
  bool change_by_lateness(const RawClause& c, const Sorted& sorted, Change& change);
  bool change_from_elsewhere(const RawClause& c, const Sorted& sorted, Change& change);

  // build_beside.cc: the one clause that gives marks beside them
  bool keeps_its_test(const RawClause& g, const Sorted& sorted, const RawPart& raw, const RawClause* step);
  bool ask_for_the_others(const RawClause& g, const Part& part, Rule& rule);
  bool give_beside_changes(const Sorted& sorted, const RawPart& raw, const RawClause* step, Part& part);

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

/// Where the words of 每… begin behind 每, if it is printed.
std::size_t behind_each(std::string_view text, const Token& per);

/// What is asked for (≥90%, 不超过2%, 100%), not what is done wrong (低于60%, 逾期30天以上): build_requirement.cc.
bool asks_for(const Token& value, std::string_view words);

/// The Chinese sentence of a problem: problems.cc.
std::string message_of(std::string_view id, std::string_view piece);

}  // namespace jiheng::standard
