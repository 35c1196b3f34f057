// Takes a card and the schemes, weighs what the form says for and against each. Leaves showing the proposal to app and cli.
#include "engine/intake/scheme_evidence.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diag/print.h"
#include "engine/intake/tables/text_lines.h"
#include "engine/quantity/bounds.h"

namespace jiheng::intake {
namespace {

using base::Decimal;
using model::Scheme;

// How much a piece of evidence weighs. One weak piece proposes nothing.
constexpr int kStrong = 3;
constexpr int kMiddle = 2;
constexpr int kWeak = 1;
constexpr int kEnough = 2;

constexpr std::size_t kShownNames = 4;

std::string quoted(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += "“" + word + "”";
  return out;
}

/// What the form says, whatever the schemes are.
struct Facts {
  std::optional<Decimal> execution_marks;
  Evidence execution;
  bool marks = false;     ///< a row has 分值
  bool selfeval = false;  ///< a row has 完成 or 得分
  base::Place first_marks;
  std::vector<const model::Indicator*> rows;
};

/// 19.55 points at 97.75% are 20 of full marks.
void read_execution(const model::Budget& budget, const Printed& printed, Facts& facts) {
  if (!printed.execution_marks.empty()) {
    const auto marks = Decimal::parse(printed.execution_marks.text);
    if (marks && quantity::in_bounds(*marks)) {
      facts.execution_marks = marks;
      facts.execution = {fmt::format("预算执行 {} 分", facts.execution_marks->trimmed().to_string()),
                         printed.execution_marks.place};
      return;
    }
  }
  if (!budget.claimed_score || budget.claimed_score->value.sign() <= 0 || budget.claimed_rate.empty()) return;
  std::string digits = squeezed(budget.claimed_rate.text);
  if (digits.ends_with('%')) digits.pop_back();
  const auto rate = Decimal::parse(digits);
  if (!rate || rate->sign() <= 0 || !quantity::in_bounds(*rate)) return;
  const auto marks = divide(budget.claimed_score->value * 100, *rate, 1);
  facts.execution_marks = marks->trimmed();
  facts.execution = {fmt::format("执行率 {}% 自报 {} 分，合 {} 分", digits,
                                 budget.claimed_score->value.to_string(), facts.execution_marks->to_string()),
                     budget.claimed_score->place};
}

Facts facts_of(const model::Scorecard& card, const Printed& printed) {
  Facts facts;
  read_execution(card.budget, printed, facts);
  for (const model::Section& section : card.sections) {
    for (const model::Indicator& row : section.indicators) {
      facts.rows.push_back(&row);
      if (row.full_marks && !facts.marks) facts.first_marks = row.full_marks->place;
      facts.marks = facts.marks || row.full_marks;
      facts.selfeval = facts.selfeval || !row.actual.empty() || row.claimed;
    }
  }
  return facts;
}

struct Candidate {
  const Scheme* scheme = nullptr;
  int points = 0;  ///< of evidence
  bool excluded = false;
  std::vector<Evidence> evidence;
  std::vector<Evidence> doubts;
};

class Weighing {
 public:
  Weighing(const model::Scorecard& card, const Printed& printed)
      : card_(card), printed_(printed), facts_(facts_of(card, printed)) {}

  Candidate weigh(const Scheme& scheme) const {
    Candidate candidate;
    candidate.scheme = &scheme;
    execution(scheme, candidate);
    marks(scheme, candidate);
    blocks(scheme, candidate);
    words(scheme, candidate);
    names(scheme, candidate);
    standards(scheme, candidate);
    years(scheme, candidate);
    return candidate;
  }

 private:
  static void say(Candidate& candidate, int weight, Evidence evidence) {
    candidate.points += weight;
    candidate.evidence.push_back(std::move(evidence));
  }

  void execution(const Scheme& scheme, Candidate& candidate) const {
    if (!facts_.execution_marks) return;
    if (scheme.execution && scheme.execution->full_marks == *facts_.execution_marks) {
      say(candidate, kStrong, facts_.execution);
    } else {
      candidate.excluded = true;
    }
  }

  void marks(const Scheme& scheme, Candidate& candidate) const {
    const bool refuses = scheme.no_marks == Scheme::NoMarks::refuse;
    if (facts_.marks) {
      if (refuses) say(candidate, kWeak, {"有分值栏", facts_.first_marks});
    } else if (facts_.selfeval) {
      if (refuses) {
        candidate.excluded = true;
      } else {
        say(candidate, kWeak, {"没有分值栏", {}});
      }
    }
  }

  /// The points of the rows under a level: 分值, or where the form prints none, 得分.
  Decimal points_under(const model::Weight& weight) const {
    Decimal sum = 0;
    for (const model::Indicator* row : facts_.rows) {
      const auto& points = facts_.marks ? row->full_marks : row->claimed;
      if (!points || squeezed(row->level1.text) != weight.level1) continue;
      if (!weight.level2.empty() && squeezed(row->level2.text) != weight.level2) continue;
      sum += points->value;
    }
    return sum;
  }

  void blocks(const Scheme& scheme, Candidate& candidate) const {
    const auto& weights =
        card_.kind == model::CardKind::department ? scheme.department_weights : scheme.project_weights;
    std::string text;
    for (const model::Weight& weight : weights) {
      if (points_under(weight) != weight.points) return;
      text += fmt::format("{}{} {} 分", text.empty() ? "" : "、",
                          weight.level2.empty() ? weight.level1 : weight.level2, weight.points.to_string());
    }
    if (!text.empty()) say(candidate, kMiddle, {std::move(text), {}});
  }

  /// 识别: words on the form, in its headings or among its levels.
  void words(const Scheme& scheme, Candidate& candidate) const {
    std::vector<std::string> found;
    base::Place place;
    const auto note = [&](const std::string& word, const model::Field& field) {
      if (found.empty()) place = field.place;
      found.push_back(word);
    };
    for (const std::string& word : scheme.recognition.printed) {
      const std::string wanted = squeezed(word);
      const auto heading =
          std::find_if(printed_.headings.begin(), printed_.headings.end(),
                       [&](const model::Field& f) { return f.text.find(wanted) != std::string::npos; });
      if (heading != printed_.headings.end()) {
        note(word, *heading);
        continue;
      }
      const auto row = std::find_if(facts_.rows.begin(), facts_.rows.end(), [&](const model::Indicator* r) {
        return squeezed(r->level1.text) == wanted || squeezed(r->level2.text) == wanted;
      });
      if (row != facts_.rows.end())
        note(word, squeezed((*row)->level1.text) == wanted ? (*row)->level1 : (*row)->level2);
    }
    if (!found.empty()) say(candidate, kMiddle, {"印有" + quoted(found), place});
  }

  /// Indicators that the scheme has a formula or a clause for by name.
  void names(const Scheme& scheme, Candidate& candidate) const {
    std::vector<std::string> known;
    for (const model::Computed& computed : scheme.computed) known.push_back(computed.name);
    for (const model::Clause& clause : scheme.clauses) {
      known.insert(known.end(), clause.applies.names.begin(), clause.applies.names.end());
    }
    std::vector<std::string> found;
    std::size_t count = 0;
    base::Place place;
    for (const model::Indicator* row : facts_.rows) {
      const bool match = std::any_of(known.begin(), known.end(), [row](const std::string& name) {
        return row->name.text.find(name) != std::string::npos;
      });
      if (!match) continue;
      if (count++ == 0) place = row->name.place;
      if (found.size() < kShownNames) found.push_back(row->name.text);
    }
    if (count == 0) return;
    say(candidate, count > 1 ? kMiddle : kWeak,
        {fmt::format("{} 个指标在方案里有自己的算法：{}{}", count, quoted(found),
                     count > found.size() ? "等" : ""),
         place});
  }

  /// Most rows print how they are scored, and the scheme scores a row by what it prints.
  void standards(const Scheme& scheme, Candidate& candidate) const {
    const bool asks = std::any_of(scheme.clauses.begin(), scheme.clauses.end(), [](const model::Clause& c) {
      return std::holds_alternative<model::ByStandard>(c.points);
    });
    if (!asks) return;
    std::size_t printed = 0;
    base::Place place;
    for (const model::Indicator* row : facts_.rows) {
      if (!row->standard.empty() && printed++ == 0) place = row->standard.place;
    }
    if (printed == 0 || printed * 2 < facts_.rows.size()) return;
    say(candidate, kStrong,
        {fmt::format("{} 个指标里 {} 个印着评分标准", facts_.rows.size(), printed), place});
  }

  void years(const Scheme& scheme, Candidate& candidate) const {
    if (!card_.year) return;
    if (*card_.year >= scheme.first_year && (!scheme.last_year || *card_.year <= *scheme.last_year)) {
      say(candidate, kWeak, {fmt::format("{} 年度", *card_.year), {}});
      return;
    }
    candidate.points -= kMiddle;
    candidate.doubts.push_back({fmt::format("表是 {} 年度，不在方案的适用年度里", *card_.year), {}});
  }

  const model::Scorecard& card_;
  const Printed& printed_;
  Facts facts_;
};

bool inherits(const Scheme& scheme, const Scheme& from, std::span<const Scheme* const> schemes) {
  const Scheme* at = &scheme;
  for (std::size_t steps = 0; steps <= schemes.size() && !at->parent.empty(); ++steps) {
    const auto parent =
        std::find_if(schemes.begin(), schemes.end(), [at](const Scheme* s) { return s->id == at->parent; });
    if (parent == schemes.end()) return false;
    if (*parent == &from) return true;
    at = *parent;
  }
  return false;
}

/// Evidence beside the year: a year alone says nothing about a form.
int points_of_form(const Candidate& candidate, const model::Scorecard& card) {
  return candidate.points - (card.year ? (candidate.doubts.empty() ? kWeak : -kMiddle) : 0);
}

}  // namespace

SchemeProposal propose_scheme(const model::Scorecard& card, const Printed& printed,
                              std::span<const Scheme* const> schemes) {
  const Weighing weighing(card, printed);
  std::vector<Candidate> best;
  for (const Scheme* scheme : schemes) {
    if (!scheme->enabled || !scheme->recognition.proposed) continue;
    Candidate candidate = weighing.weigh(*scheme);
    if (candidate.excluded || points_of_form(candidate, card) < kEnough) continue;
    if (!best.empty() && candidate.points < best.front().points) continue;
    if (!best.empty() && candidate.points > best.front().points) best.clear();
    best.push_back(std::move(candidate));
  }
  SchemeProposal proposal;
  const auto first = std::find_if(best.begin(), best.end(), [&](const Candidate& candidate) {
    return std::all_of(best.begin(), best.end(), [&](const Candidate& other) {
      return other.scheme == candidate.scheme || inherits(*other.scheme, *candidate.scheme, schemes);
    });
  });
  for (const Candidate& candidate : best) {
    if (first == best.end() || candidate.scheme != first->scheme) proposal.others.push_back(candidate.scheme);
  }
  if (first != best.end()) {
    proposal.scheme = first->scheme;
    proposal.evidence = std::move(first->evidence);
    proposal.doubts = std::move(first->doubts);
  }
  return proposal;
}

std::string to_text(const Evidence& evidence) {
  const base::Place& place = evidence.place;
  if (!place.source || place.line <= 0) return evidence.text;
  if (const base::PageSpot* spot = base::spot_of(place))
    return fmt::format("{}（{}）", evidence.text, diag::page_name(*spot));
  if (!place.source->sheet.empty() && place.column > 0) {
    return fmt::format("{}（{}）", evidence.text, diag::cell_name(place));
  }
  return fmt::format("{}（第 {} 行）", evidence.text, place.line);
}

std::string to_text(const SchemeProposal& proposal, Places places) {
  const auto words = [places](const Evidence& e) { return places == Places::shown ? to_text(e) : e.text; };
  std::vector<std::string> ids;
  for (const Scheme* other : proposal.others) ids.push_back(other->id);
  if (proposal.scheme == nullptr) {
    return ids.empty() ? "看不出用哪个方案" : fmt::format("分不清用哪个方案：{} 都合", fmt::join(ids, "、"));
  }
  std::string out = fmt::format("建议方案 {}：", proposal.scheme->id);
  for (std::size_t i = 0; i < proposal.evidence.size(); ++i) {
    out += (i == 0 ? "" : "，") + words(proposal.evidence[i]);
  }
  for (const Evidence& doubt : proposal.doubts) out += "；但" + words(doubt);
  if (!ids.empty()) out += fmt::format("；{} 由它改来，从表上分不出", fmt::join(ids, "、"));
  return out;
}

}  // namespace jiheng::intake
