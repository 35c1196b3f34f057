// engine/standard/points.h: a standard and answers to what it needs -> points.
// Takes   answers as people write them: 95%, 3次, 是, 基本健全; several with / between, or 名称=值.
// Gives   the lowest and highest points over the readings that stay open; equal where nothing is.
// Fails   nullopt where the answer cannot be read or the standard cannot be computed: never a number instead.
// Source  docs/standard-language.md
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/quantity/units.h"
#include "engine/standard/standard.h"

namespace jiheng::standard {

/// An answer to one need: a number in the need's unit, or 1 and 0 for yes and no, or the index of the option.
using Answers = std::vector<std::optional<base::Decimal>>;

struct Points {
  base::Decimal low;
  base::Decimal high;
};

/// A piece of the text that had a say in the points. Where the answers leave open whether it holds, it stands here too.
struct Applied {
  enum class Kind : std::uint8_t {
    gives,
    adds,
    takes,
    nothing,
    instead,
    of_total,
    of_grade
  } kind = Kind::gives;
  base::Span span;
  Points points;         ///< what it gives, adds or takes (of_total: there); nothing, of_grade: 0
  std::size_t rule = 0;  ///< which of the clauses, in the order of clauses()
};

/// Answers by the standard's needs; a need that the text says nothing about stays open. nullopt: a piece fits no need.
std::optional<Answers> read_answers(std::string_view text, const Standard& standard,
                                    const quantity::UnitTable& units);

/// The same, but a piece without a name must fit one need alone, unless every need has its piece: 是 to one of three questions
/// answers none, nor does 是 to a question whose yes takes points (违规开设的，不得分). For the cell of a form, which was not
/// written with the needs in view.
std::optional<Answers> read_sure_answers(std::string_view text, const Standard& standard,
                                         const quantity::UnitTable& units);

/// Whether a name that stands before an answer is that of the need: in full, or by all of the words that it is short for.
/// denied: 未完成计划数 of 完成计划数, a yes to which is a no to the need.
enum class Called : std::uint8_t { no, yes, denied };
Called called(const Need& need, std::string_view name);

/// An answer to one need.
std::optional<base::Decimal> read_answer(std::string_view text, const Need& need,
                                         const quantity::UnitTable& units);

/// `marks` is the row's 分值; without it the marks of the text. Where neither is known: nullopt. `applied`, where it is given,
/// takes the pieces that led to the points as the text has them.
std::optional<Points> points_at(const Standard& standard, const std::optional<base::Decimal>& marks,
                                const Answers& answers, std::vector<Applied>* applied = nullptr);

}  // namespace jiheng::standard
