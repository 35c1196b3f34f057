// score_rows() and explain_row() together are explain::score(), to the letter: over all cards that are shipped, under every
// scheme. The rows of all cards go through score_rows() as one list, and each is explained alone.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/explain/explain_row.h"
#include "engine/explain/score.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/scoring/card_batch.h"
#include "tests/property/shipped_rules.h"

namespace jiheng::explain {
namespace {

using base::Decimal;
using scoring::IndicatorResult;
using scoring::Points;

const scoring::Context& context() {
  static const model::NameWords names = [] {
    auto text = base::read_file(JIHENG_SOURCE_DIR "/rules/names.yaml", 1U << 20U).text;
    return std::move(*rulebook::name_words_from_yaml(
        std::make_shared<const base::Source>(base::Source{"names.yaml", std::move(text)})));
  }();
  static const scoring::Context context{shipped::units(), shipped::words(), 1, &names};
  return context;
}

/// Every card of scorecards/ and samples/ that can be read.
const std::vector<model::Scorecard>& cards() {
  static const std::vector<model::Scorecard> cards = [] {
    std::vector<model::Scorecard> all;
    for (const std::string folder : {"/scorecards", "/samples"}) {
      const auto list = base::list_files(JIHENG_SOURCE_DIR + folder, {".yaml"}, 2000);
      for (const std::string& path : list.paths) {
        auto text = base::read_file(path, rulebook::kMaxFileBytes).text;
        const auto source = std::make_shared<const base::Source>(base::Source{path, std::move(text)});
        auto of_file = rulebook::scorecards_from_yaml(source);
        if (!of_file) continue;  // a sample of what cannot be read
        for (model::Scorecard& c : *of_file) all.push_back(std::move(c));
      }
    }
    return all;
  }();
  return cards;
}

std::string text(const Points& p) { return p.low.to_string() + ".." + p.high.to_string(); }
std::string text(const std::optional<Decimal>& d) { return d ? d->to_string() : "-"; }

std::string text(const base::Place& p) { return fmt::format("{}:{}+{}", p.line, p.column, p.length); }

std::string text(const scoring::ClausePiece& p) {
  return fmt::format("{} {} {}", p.step, text(p.units), static_cast<int>(p.end));
}

std::string text(const target::Verdict& v) {
  std::string out = fmt::format("{} {} {} {} {} {} {} {} {} {}", to_string(v.status), to_chinese(v.direction),
                                v.why, text(v.target_value), text(v.target_value2), text(v.actual_value),
                                text(v.actual_value2), v.unit, v.days_late.value_or(-9999), v.bare_target);
  for (const target::Problem& p : v.remarks) out += fmt::format(" {} {}", p.id, p.message);
  return out;
}

/// All there is in a result.
std::string letter_of(const IndicatorResult& r) {
  std::string out = fmt::format("{}/{} {} | {} | {}\n{} {} {}\n{} {} {} {}\n", r.id.section, r.id.index,
                                dump(r.target), dump(r.actual), text(r.verdict), to_string(r.status),
                                text(r.full_marks), r.full_marks_assumed, text(r.score), text(r.exact),
                                text(r.accepted), r.as_claimed ? text(*r.as_claimed) : "-");
  out += fmt::format("{} {} {} {} {} {} {}\n{}\n", r.name_disagrees,
                     r.if_met ? static_cast<int>(*r.if_met) : -1, text(r.attainment), text(r.deviation),
                     r.clause == nullptr ? "-" : r.clause->id, text(r.piece), r.dropped, r.why);
  for (const diag::Diagnostic& d : r.findings)
    out += fmt::format("{} {} {} {} {}\n", d.id, d.message, d.why, d.fix, text(d.place));
  return out;
}

class RowProperties : public testing::TestWithParam<std::string> {};

TEST_P(RowProperties, RowsAndTheirWordsAreTheScore) {
  ASSERT_GE(cards().size(), 200U);
  const model::Scheme& scheme = *shipped::schemes().find(GetParam());
  const scoring::Plan plan(scheme, &context().words);
  const auto results = score(scheme, cards(), context());
  const scoring::CardBatch batch(plan, context(), cards());  // marks and facts of the cards
  std::vector<scoring::RowView> views;
  for (const scoring::ScoredCard& card : batch.cards()) {
    for (std::size_t i = 0; i < card.rows.size(); ++i)
      views.push_back({&row_of(*card.card, card.rows[i].id), &card.facts, &card.marks.rows[i]});
  }
  std::vector<scoring::RowPoints> lean(views.size());
  scoring::score_rows(plan, views, context(), lean);
  std::size_t at = 0;
  for (const scoring::CardResult& card : results) {
    for (const IndicatorResult& row : card.indicators) {
      const scoring::RowPoints& points = lean[at];
      ASSERT_EQ(text(points.score()), text(row.score)) << row.why;
      ASSERT_EQ(points.status, row.status) << row.why;
      ASSERT_EQ(points.clause_of(plan), row.clause) << row.why;
      ASSERT_EQ(text(points.piece()), text(row.piece)) << row.why;
      ASSERT_EQ(points.has_full_marks, row.full_marks.has_value());
      if (row.full_marks) {
        ASSERT_EQ(points.full_marks.to_string(), row.full_marks->to_string());
      }
      ASSERT_EQ(points.has_attainment ? text(points.attainment) : "-", text(row.attainment));
      ASSERT_EQ(points.has_deviation ? text(points.deviation) : "-", text(row.deviation));
      ASSERT_EQ(letter_of(explain_row(plan, *card.card, row.id, views[at], points, context())),
                letter_of(row));
      ++at;
    }
  }
  EXPECT_EQ(at, lean.size());
}

INSTANTIATE_TEST_SUITE_P(Schemes, RowProperties, testing::ValuesIn(shipped::scheme_ids()),
                         [](const auto& test) { return shipped::test_name(test.param); });

}  // namespace
}  // namespace jiheng::explain
