// engine/explain/roll_up.h: scored projects -> the summary of their department (scoring/score.h, RollUp), and what it leaves out.
// Takes   results one by one, in any number: of each is kept what a summary needs, a few hundred bytes a row; the card and
//         its text may go.
// Gives   the numbers, and findings S117.
// Units   money in 万元; points × 100 ÷ full marks.
// Source  design 5; docs/findings/S117.md
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/scoring/score.h"

namespace jiheng::explain {

struct RolledUp {
  scoring::RollUp roll_up;
  /// What is in no sum or average, with its reason: projects without a 预算数 or 执行数, in their order, then indicators
  /// whose units do not convert. Their places are in sources without text.
  std::vector<diag::Diagnostic> left_out;
};

class RollUps {
 public:
  /// Its units must outlive this.
  explicit RollUps(const scoring::Context& context) : units_(context.units) {}

  /// The number it is known by from now on: 0, 1, 2 …
  std::size_t keep(const scoring::CardResult& project);
  /// Of the projects with these numbers, in this order.
  RolledUp roll_up(std::span<const std::size_t> projects) const;

 private:
  using Text = std::uint32_t;  ///< in texts_
  struct Item {
    std::array<Text, 3> key;             ///< level1, level2, name without white space
    std::array<Text, 3> printed;         ///< the same as on the form
    Text unit = 0;                       ///< of the verdict
    bool numbers = false;                ///< one target value and an actual value
    std::optional<base::Decimal> marks;  ///< full ones
    base::Decimal target;
    base::Decimal actual;
    scoring::Points score;
    base::Place place;
  };
  struct Project {
    scoring::ProjectMoney money;
    std::string title;
    base::Place place;
    bool scored = false;
    const model::Scheme* scheme = nullptr;
    scoring::Points total;
    std::string grade;
    std::vector<Item> items;  ///< none of a project that is not scored
  };
  class Summary;

  Text known(std::string_view text);

  const quantity::UnitTable& units_;
  std::vector<Project> projects_;
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, Text> numbers_;  ///< of texts_
};

/// Of projects that are all at hand.
RolledUp roll_up(std::span<const scoring::CardResult> projects, const scoring::Context& context);

/// How a shared row was brought together: "3 张表按金额平均".
std::string roll_up_words(const scoring::RollUpRow& row);

}  // namespace jiheng::explain
