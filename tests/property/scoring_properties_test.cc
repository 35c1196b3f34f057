// What must hold for every card: a batch is its cards one by one, in any order; sums are exact; points stay
// between 0 and the full marks; doing more never scores less where more is better.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "engine/explain/score.h"
#include "engine/scoring/score.h"
#include "tests/property/rounds.h"
#include "tests/property/shipped_rules.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;

using shipped::context;
using shipped::schemes;

model::Field field(std::string text) { return {std::move(text), {}}; }
model::NumberField number(const Decimal& value) { return {value, {}}; }

model::Indicator indicator(std::string target, std::string actual, const Decimal& marks, int kind) {
  constexpr const char* kLevels[][2] = {{"产出指标", "数量指标"},
                                        {"产出指标", "成本指标"},
                                        {"效益指标", "社会效益指标"},
                                        {"满意度指标", "服务对象满意度指标"}};
  model::Indicator i;
  i.level1 = field(kLevels[kind % 4][0]);
  i.level2 = field(kLevels[kind % 4][1]);
  i.name = field("指标" + std::to_string(kind));
  i.target = field(std::move(target));
  i.actual = field(std::move(actual));
  i.full_marks = number(marks);
  return i;
}

model::Scorecard card(std::vector<model::Indicator> rows) {
  model::Scorecard c;
  c.id = "p";
  c.year = 2023;
  c.title = field("甲");
  c.budget.planned = number(100);
  c.budget.executed = number(97);
  c.sections.resize(1);
  c.sections[0].indicators = std::move(rows);
  return c;
}

/// Cards with everything the forms hold: met and missed, words, dates, blanks, references, ranges,
/// judgements.
std::vector<model::Scorecard> random_cards(std::size_t count) {
  std::mt19937 random(20231231);  // NOLINT: the same cards every run
  const auto below = [&](std::size_t n) { return random() % n; };
  const std::vector<std::string> words = {"明显提高", "有所提高", "显著提高",    "长期",
                                          "满意",     "未提高",   "达成预期指标"};
  const std::vector<std::string> others = {
      "",          "按政策标准执行", "2023年12月31日前", "2023年12月5日",
      "300-400件", "约95%",          "12月底前",         "看不懂的话。。"};
  std::vector<model::Scorecard> cards;
  for (std::size_t c = 0; c < count; ++c) {
    std::vector<model::Indicator> rows;
    for (std::size_t i = 0; i < 12; ++i) {
      const std::string figure = std::to_string(below(2000)) + "." + std::to_string(below(100));
      const std::string done = std::to_string(below(2000)) + "." + std::to_string(below(100));
      std::string target = (below(2) == 0 ? "≥" : "≤") + figure + "件";
      std::string actual = done + (below(20) == 0 ? "公斤" : "件");
      if (below(4) == 0) {
        target = words[below(words.size())];
        actual = words[below(words.size())];
      }
      if (below(8) == 0) target = others[below(others.size())];
      if (below(8) == 0) actual = others[below(others.size())];
      rows.push_back(
          indicator(target, actual, Decimal::of(static_cast<int>(below(200)), 1), static_cast<int>(i)));
      if (below(15) == 0) rows.back().judged = number(Decimal::of(static_cast<int>(below(101)), 2));
      if (below(30) == 0) rows.back().not_applicable = true;
      if (below(30) == 0) rows.back().full_marks.reset();
      if (below(3) == 0) rows.back().claimed = number(static_cast<int>(below(10)));
    }
    cards.push_back(card(std::move(rows)));
    if (below(20) == 0) cards.back().budget.executed.reset();
  }
  return cards;
}

/// Random cards, and those of every department.
std::vector<model::Scorecard> all_cards() {
  std::vector<model::Scorecard> cards = random_cards(rounds<std::size_t>(300));
  for (const shipped::Department& department : shipped::departments())
    cards.insert(cards.end(), department.cards.begin(), department.cards.end());
  return cards;
}

void expect_same(const CardResult& a, const CardResult& b) {
  EXPECT_EQ(a.total.low.to_string(), b.total.low.to_string());
  EXPECT_EQ(a.total.high.to_string(), b.total.high.to_string());
  EXPECT_EQ(a.grade, b.grade);
  EXPECT_EQ(a.findings.size(), b.findings.size());
  ASSERT_EQ(a.indicators.size(), b.indicators.size());
  for (std::size_t i = 0; i < a.indicators.size(); ++i) {
    EXPECT_EQ(a.indicators[i].score.low.to_string(), b.indicators[i].score.low.to_string());
    EXPECT_EQ(a.indicators[i].score.high.to_string(), b.indicators[i].score.high.to_string());
    EXPECT_EQ(a.indicators[i].why, b.indicators[i].why);
    EXPECT_EQ(a.indicators[i].findings.size(), b.indicators[i].findings.size());
  }
}

class EverySchemeTest : public testing::TestWithParam<std::string> {
 protected:
  const model::Scheme& scheme() const { return *schemes().find(GetParam()); }
};

TEST_P(EverySchemeTest, ABatchIsItsCardsOneByOneInAnyOrder) {
  const std::vector<model::Scorecard> cards = all_cards();
  const std::vector<model::Scorecard> reversed(cards.rbegin(), cards.rend());
  const auto batch = explain::score(scheme(), cards, context());
  const auto backwards = explain::score(scheme(), reversed, context());
  Context threads = context();
  threads.threads = 4;
  const auto parallel = explain::score(scheme(), cards, threads);
  for (std::size_t i = 0; i < cards.size(); ++i) {
    expect_same(batch[i], explain::score(scheme(), {&cards[i], 1}, context()).front());
    expect_same(batch[i], backwards[cards.size() - 1 - i]);
    expect_same(batch[i], parallel[i]);
  }
}

TEST_P(EverySchemeTest, PointsLieBetweenNothingAndTheFullMarksAndAddUp) {
  const std::vector<model::Scorecard> cards = all_cards();
  for (const CardResult& r : explain::score(scheme(), cards, context())) {
    Decimal low = r.execution ? r.execution->score.low : Decimal(0);
    Decimal high = r.execution ? r.execution->score.high : Decimal(0);
    bool complete = true;
    for (const IndicatorResult& row : r.indicators) {
      EXPECT_GE(row.score.low, Decimal(0)) << row.why;
      EXPECT_LE(row.score.low, row.score.high) << row.why;
      if (row.full_marks) {
        EXPECT_LE(row.score.high, *row.full_marks) << row.why;
        EXPECT_FALSE(row.status == target::Status::undetermined && row.score.exact()) << row.why;
      }
      EXPECT_FALSE(row.why.empty());
      // What is missing on a form without 分值 is shared by several rows: their ranges do not add up.
      complete = complete && row.full_marks && (!row.as_claimed || row.score.exact());
      low = *base::add(low, row.score.low);
      high = *base::add(high, row.score.high);
    }
    if (!complete || !r.cap_why.empty()) continue;
    EXPECT_EQ(r.total.low, low.rounded(2));
    EXPECT_EQ(r.total.high, high.rounded(2));
  }
}

/// Points of one row for rising actual values.
void expect_monotonic(const model::Scheme& scheme, const std::string& target, const std::string& unit,
                      const std::vector<std::string>& rising, bool more_is_better) {
  std::vector<model::Scorecard> cards;
  for (const std::string& actual : rising) cards.push_back(card({indicator(target, actual + unit, 10, 0)}));
  const auto results = explain::score(scheme, cards, context());
  for (std::size_t i = 1; i < results.size(); ++i) {
    const Points& before = results[i - 1].indicators[0].score;
    const Points& after = results[i].indicators[0].score;
    const std::string what = scheme.id + " " + target + ": " + rising[i - 1] + " -> " + rising[i];
    EXPECT_TRUE(more_is_better ? after.low >= before.low : after.low <= before.low) << what;
    EXPECT_TRUE(more_is_better ? after.high >= before.high : after.high <= before.high) << what;
  }
}

TEST_P(EverySchemeTest, DoingMoreNeverScoresLessWhereMoreIsBetter) {
  std::vector<std::string> rising;
  for (int i = 0; i <= 129; ++i) rising.push_back(Decimal::of(i * 5, 1).trimmed().to_string());  // 0 … 64.5
  std::vector<std::string> negative;
  // -12.9 … 2; with points taken away from 130% of the target on, -5.7 … 2.
  const int lowest = GetParam() == "budget-system-cap" ? -57 : -129;
  for (int i = lowest; i <= 20; ++i) negative.push_back(Decimal::of(i, 1).trimmed().to_string());
  expect_monotonic(scheme(), "≥50件", "件", rising, true);
  expect_monotonic(scheme(), "≥50%", "%", rising, true);
  expect_monotonic(scheme(), "≤50件", "件", rising, false);
  expect_monotonic(scheme(), "≤50%", "%", rising, false);
  expect_monotonic(scheme(), "≥-4.4%", "%", negative, true);
  expect_monotonic(scheme(), "≤-4.4%", "%", negative, false);
  // Far above the target one scheme takes points away: that is its purpose.
  if (GetParam() == "budget-system-cap") return;
  expect_monotonic(scheme(), "≥50件", "件", {"50", "64", "65", "66", "100", "500", "5000", "500000000"},
                   true);
}

INSTANTIATE_TEST_SUITE_P(Shipped, EverySchemeTest, testing::ValuesIn(shipped::scheme_ids()),
                         [](const auto& tested) { return shipped::test_name(tested.param); });

}  // namespace
}  // namespace jiheng::scoring
