// Cards scored and their dials, for the tests of this room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/explain/score.h"
#include "engine/whatif/curves/sweep.h"
#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::whatif {

using base::Decimal;
using scoring::card_of;
using scoring::context;
using scoring::scheme_from;
using scoring::shipped_scheme;

/// Points in proportion where the target is not met: where more is better, and where either may be.
inline const char* const kRatio = R"yaml(规则:
  - {编号: Q1, 名称: 达标, 当: 达标,           得分: 分值}
  - {编号: Q2, 名称: 正向, 当: 未达标 且 正向, 得分: 分值*完成值/目标值}
)yaml";
inline const char* const kRatioOfBoth = R"yaml(规则:
  - {编号: Q1, 名称: 达标, 当: 达标,           得分: 分值}
  - {编号: Q2, 名称: 正向, 当: 未达标 且 正向, 得分: 分值*完成值/目标值}
  - {编号: Q3, 名称: 反向, 当: 未达标 且 反向, 得分: 分值*目标值/完成值}
)yaml";

/// A scheme, a card of it and its result, alive together.
struct Scored {
  model::Scheme scheme;
  model::Scorecard card;
  scoring::CardResult result;

  Scored(model::Scheme s, model::Scorecard c) : scheme(std::move(s)), card(std::move(c)) {
    result = std::move(explain::score(scheme, {&card, 1}, context()).front());
  }
  Scored(const Scored&) = delete;
  Scored& operator=(const Scored&) = delete;

  diag::Result<Dial> try_dial(const Spot& spot) const { return Dial::at(result, spot, context()); }
  Dial dial(const Spot& spot) const {
    auto dial = try_dial(spot);
    EXPECT_TRUE(dial) << (dial.problems.empty() ? "" : dial.problems[0].message);
    return dial ? *dial : Dial();
  }
  Dial actual(std::size_t row = 0) const { return dial({Spot::What::actual, {0, row}}); }
  Dial target(std::size_t row = 0) const { return dial({Spot::What::target, {0, row}}); }
};

inline Decimal number(const char* text) { return *Decimal::parse(text); }

inline std::string plain(const Decimal& value) { return value.trimmed().to_string(); }

/// "95", "93..97".
inline std::string plain(const scoring::Points& p) {
  return p.exact() ? plain(p.low) : plain(p.low) + ".." + plain(p.high);
}

/// "250[ Q2 正向按比例 | Q1 达标得满分，满分": a square bracket where the value belongs to the piece that begins, a round one
/// where it does not; "~" before a place that is not exact.
inline std::string plain(const Dial& dial, const Kink& kink) {
  return (kink.end.exact ? "" : "~") + dial.shown(kink.end.at) + (kink.end.closed ? "[ " : "( ") +
         kink.before + " | " + kink.after;
}

inline std::vector<std::string> kinks(const Scored& scored, const Dial& dial, const std::string& range) {
  const auto values = sweep_values(range, dial, context(), {});
  EXPECT_TRUE(values) << range;
  const Sweep swept = sweep(scored.result, dial, *values, context());
  EXPECT_TRUE(swept.complete);
  std::vector<std::string> texts;
  for (const Kink& kink : swept.kinks) texts.push_back(plain(dial, kink));
  return texts;
}

}  // namespace jiheng::whatif
