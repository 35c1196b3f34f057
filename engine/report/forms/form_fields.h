// engine/report/forms/form_fields.h: what a form fills in (model/form_layout.h) -> the text that stands there for one card.
// Takes   a scored card or one to fill in. Gives texts as the form prints them; a score that is not known stands as its range
//         with 待核, never as one number; a reason nobody gave as 〔请填写…〕.
// Source  docs/form-language.md, "要填的内容"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/model/form_layout.h"
#include "engine/report/forms/form.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

struct Filled {
  std::string text;
  Holds holds = Holds::text;
  bool there = true;  ///< false: the scheme has no such thing, so nothing is asked for
};

/// What a row of the form is about, where it is not the card as a whole.
struct About {
  const model::Section* section = nullptr;
  const model::MoneyPart* part = nullptr;
  const model::OverallGoal* goal = nullptr;
};

/// Of the card as a whole; a goal's fields are the section's.
Filled filled(const model::FormPiece& piece, const scoring::CardResult& card, const About& about);
/// Of one row of indicators.
Filled filled(model::FormField field, const scoring::IndicatorResult& result,
              const scoring::CardResult& card);

/// The words with their fields; parts with a blank field left away.
std::string text_of(const model::FormText& text, const scoring::CardResult& card, const About& about);

/// Amounts and points stand to the right.
Align align_of(model::FormCellPlan::Align align, model::FormField field);

/// Whether 年初预算数 is what the execution rate is of: the column of its name holds it then.
bool initial_divides(const scoring::CardResult& card);

/// A part of the money by its name; nullptr where there is none.
const model::MoneyPart* part_of(const model::Scorecard& card, std::string_view name);

/// A field of the card's head by its name; "" where there is none.
std::string header_field(const model::Scorecard& card, std::string_view name);

/// "1.37", "0-3（待核）"; "不适用", "当年不评"; "" on a card that is not scored.
std::string score_cell(const scoring::IndicatorResult& result, const scoring::CardResult& card);
std::string score_cell(const scoring::Points& points);

/// 评定: "85%", 不适用, or "".
std::string judgement_cell(const model::Indicator& row);

/// "≥95%" in the three columns of some forms: put together again they are the target to the letter. A target that is no number with
/// a unit stands whole in `number`; a sign that nothing follows yet stands by itself.
struct TargetParts {
  std::string sign;  ///< ≥; 定性 where the target is words
  std::string number;
  std::string unit;
};
TargetParts target_parts(const std::string& text, const target::Predicate& read);
TargetParts target_parts(const scoring::IndicatorResult& result, const scoring::CardResult& card);

}  // namespace jiheng::report
