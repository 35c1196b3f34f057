// engine/whatif/curves/dial.h: one figure of a card as a dial: a number that turns, with the sign, unit and scale it is printed
// with. "≤8万元" turned to 9.5 is "≤9.5万元"; a blank actual value takes the unit of its target; a deadline turns by days.
// Units   values are in the unit printed (8 of 万元, 96 of %), money of the budget in the card's unit, days as days since
//         1970-01-01.
// Fails   W121 a figure that is no single number or day, with why.
// Source  docs/whatif.md, "能变的数"
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/scoring/score.h"
#include "engine/target/predicate.h"
#include "engine/whatif/overlay/spot.h"

namespace jiheng::whatif {

class Dial {
 public:
  Dial() = default;

  /// `scored` is the card scored as it stands; it need not outlive the dial.
  static diag::Result<Dial> at(const scoring::CardResult& scored, const Spot& spot,
                               const scoring::Context& context);

  const Spot& spot() const { return spot_; }
  const std::string& name() const { return name_; }  ///< 受理案件数.完成, 预算.执行数
  const std::string& unit() const {
    return unit_;
  }  ///< 万元, %, 件; empty for a day and a number without unit
  bool is_day() const { return shape_.kind == target::Kind::deadline; }
  /// Of a row: its target or actual value.
  bool of_row() const { return spot_.what == Spot::What::target || spot_.what == Spot::What::actual; }

  /// Where it stands; nullopt for a blank cell.
  const std::optional<base::Decimal>& present() const { return present_; }
  /// Decimal places it is printed with.
  int places() const { return places_; }

  /// A value as a user writes it: "150", "150件", "2023-12-15", "12月15日". nullopt: none of these, or another unit.
  std::optional<base::Decimal> read(std::string_view text, const scoring::Context& context) const;

  /// "9.5", "2023-12-15"; with_unit: "9.5万元".
  std::string shown(const base::Decimal& value) const;
  std::string with_unit(const base::Decimal& value) const;

  /// The text of the cell with this value; nullopt where it would not read back as it.
  std::optional<std::string> text_of(const base::Decimal& value, const scoring::Context& context) const;

 private:
  Spot spot_;
  std::string name_;
  std::string unit_;
  std::string text_;         ///< as printed; empty: a blank cell
  target::Predicate shape_;  ///< kind quantity, or deadline with one day
  base::Span number_;        ///< of the number in text_; length 0: none
  std::optional<int> year_;  ///< assessed year
  std::string level2_;
  int places_ = 0;
  std::optional<base::Decimal> present_;

  std::optional<std::string> set_up(const scoring::CardResult& scored, const scoring::IndicatorResult& row,
                                    const scoring::Context& context);
  bool computed(const scoring::CardResult& scored, const scoring::Context& context) const;
  std::optional<base::Decimal> value_of(const target::Predicate& cell) const;
  target::Predicate turned(const base::Decimal& value) const;
  target::Predicate parsed(std::string_view text, const scoring::Context& context) const;
};

}  // namespace jiheng::whatif
