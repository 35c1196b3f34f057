// Takes a scheme, scores its 样例 and says which of them do not give what they state.
#include "engine/explain/score.h"

#include <fmt/format.h>

#include "engine/scoring/figures.h"

namespace jiheng::explain {
namespace {

using base::Decimal;
using scoring::CardResult;
using scoring::figure;
using scoring::IndicatorResult;
using scoring::Points;

std::string range_between(const Decimal& low, const Decimal& high) {
  return low == high ? figure(low) : figure(low) + "-" + figure(high);
}

class Example {
 public:
  Example(const model::Scheme& scheme, const model::Example& example, const scoring::Context& context)
      : example_(example), result_(std::move(score(scheme, {&example.card, 1}, context).front())) {}

  std::vector<diag::Diagnostic> differences() {
    for (std::size_t i = 0; i < example_.rows.size() && i < result_.indicators.size(); ++i) check_row(i);
    if (example_.execution) {
      const bool known = result_.execution && result_.execution->score.exact();
      if (!known || result_.execution->score.low != *example_.execution) {
        differ("预算执行", figure(*example_.execution),
               result_.execution ? text_of(result_.execution->score) : "没有",
               result_.execution ? result_.execution->why : "方案没有预算执行一项", example_.place);
      }
    }
    if (example_.total && !(result_.total.exact() && result_.total.low == *example_.total)) {
      differ("总分", figure(*example_.total), text_of(result_.total), result_.cap_why, example_.place);
    }
    if (!example_.grade.empty() && result_.grade != example_.grade) {
      differ("等级", example_.grade, result_.grade, "", example_.place);
    }
    return std::move(out_);
  }

 private:
  static std::string text_of(const Points& p) { return range_between(p.low, p.high); }

  void check_row(std::size_t i) {
    const model::ExpectedRow& expected = example_.rows[i];
    const IndicatorResult& row = result_.indicators[i];
    const std::string& name = example_.card.sections.front().indicators[i].name.text;
    if (row.score.low != expected.low || row.score.high != expected.high) {
      differ(name, range_between(expected.low, expected.high), text_of(row.score), row.why, expected.place);
    } else if (!expected.rule.empty() && (row.clause == nullptr || row.clause->id != expected.rule)) {
      differ(name + "的条款", expected.rule, row.clause == nullptr ? "没有" : row.clause->id, row.why,
             expected.place);
    }
  }

  void differ(const std::string& what, const std::string& expected, const std::string& given, std::string why,
              const base::Place& place) {
    out_.push_back({"S118", fmt::format("样例“{}”：{}应是 {}，算出 {}", example_.name, what, expected, given),
                    std::move(why), "核对规则的公式和样例里手算的数。", place});
  }

  const model::Example& example_;
  CardResult result_;
  std::vector<diag::Diagnostic> out_;
};

}  // namespace

std::vector<diag::Diagnostic> run_examples(const model::Scheme& scheme, const scoring::Context& context) {
  std::vector<diag::Diagnostic> all;
  for (const model::Example& example : scheme.examples) {
    std::vector<diag::Diagnostic> differences = Example(scheme, example, context).differences();
    all.insert(all.end(), std::make_move_iterator(differences.begin()),
               std::make_move_iterator(differences.end()));
  }
  return all;
}

}  // namespace jiheng::explain
