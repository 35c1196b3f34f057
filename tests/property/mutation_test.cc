// One thing broken at a time in the 27 right tables: which mutants no finding catches? A mutant is caught when the
// findings differ from those of the unchanged tables. Seeded: the same mutants on every machine. A kind of mutant is one
// line in kKinds; a family that catches more raises its share.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/app/check_paths.h"
#include "engine/base/files.h"
#include "engine/load/load.h"
#include "engine/load/yaml_tree.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using model::Indicator;
using model::Scorecard;
using Random = std::mt19937;

constexpr unsigned kSeed = 20240301;
constexpr int kMutantsOfAKind = 25;

std::size_t pick(Random& random, std::size_t size) { return random() % size; }

/// The rows of a card for which `fits` holds.
std::vector<Indicator*> rows_of(Scorecard& card, const std::function<bool(const Indicator&)>& fits) {
  std::vector<Indicator*> rows;
  for (model::Section& section : card.sections) {
    for (Indicator& row : section.indicators) {
      if (fits(row)) rows.push_back(&row);
    }
  }
  return rows;
}

Indicator* any_row(Scorecard& card, Random& random, const std::function<bool(const Indicator&)>& fits) {
  const std::vector<Indicator*> rows = rows_of(card, fits);
  return rows.empty() ? nullptr : rows[pick(random, rows.size())];
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }
bool has_claim(const Indicator& row) { return row.claimed.has_value(); }
bool is_ceiling(const Indicator& row) {
  return row.target.text.starts_with("≤") && contains(row.target.text, "元");
}
bool is_percent(const Indicator& row) {
  return contains(row.target.text, "%") && row.target.text != "0%" && !is_ceiling(row);
}
bool is_count(const Indicator& row) {
  return !row.target.text.empty() && row.target.text.front() >= '1' && row.target.text.front() <= '9' &&
         contains(row.level1.text, "产出") && !contains(row.level2.text, "成本") &&
         !contains(row.target.text, "%") && !contains(row.target.text, "月");
}
bool is_word(const Indicator& row) { return row.target.text == "明显提高" || row.target.text == "显著提高"; }

/// The first run of digits of a text, times or divided by.
std::string with_number(const std::string& text, const std::function<Decimal(const Decimal&)>& change) {
  const std::size_t from = text.find_first_of("0123456789");
  const std::size_t to = std::min(text.find_first_not_of("0123456789.", from), text.size());
  const auto number = Decimal::parse(std::string_view(text).substr(from, to - from));
  return text.substr(0, from) + change(*number).trimmed().to_string() + text.substr(to);
}
Decimal times(const Decimal& a, const Decimal& b) { return base::multiply(a, b).value_or(a); }

void add_to(std::optional<model::NumberField>& field, const Decimal& more) {
  field->value = base::add(field->value, more).value_or(field->value);
}

struct Kind {
  const char* name;
  /// False where this card has nothing of the kind.
  bool (*break_it)(Scorecard& card, Random& random);
  bool caught = true;  ///< false: a later family's (see docs/architecture.md); counted, not asked for
};

const Kind kKinds[] = {
    {"score raised",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, has_claim);
       add_to(row->claimed, 1);
       return true;
     }},
    {"score lowered",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, has_claim);
       add_to(row->claimed, Decimal::of(-5, 1));
       return true;
     }},
    {"score and total lowered",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, has_claim);
       add_to(row->claimed, Decimal::of(-5, 1));
       add_to(card.claimed_total, Decimal::of(-5, 1));
       return true;
     }},
    {"score of one row moved to another block",
     [](Scorecard& card, Random& random) {
       Indicator* from =
           any_row(card, random, [](const Indicator& r) { return r.level1.text == "产出指标"; });
       Indicator* to =
           any_row(card, random, [](const Indicator& r) { return r.level1.text == "满意度指标"; });
       add_to(from->claimed, -1);
       add_to(to->claimed, 1);
       return true;
     },
     false},  // without 分值 nothing says what a row is worth; a department's goals do
    {"total changed",
     [](Scorecard& card, Random& random) {
       add_to(card.claimed_total, -1 - static_cast<std::int64_t>(pick(random, 5)));
       return true;
     }},
    {"grade wrong",
     [](Scorecard& card, Random& random) {
       card.claimed_grade.text = pick(random, 2) == 0 ? "良" : "中";
       card.claimed_grade.place = card.place;
       return true;
     }},
    {"execution points changed",
     [](Scorecard& card, Random&) {
       add_to(card.budget.claimed_score, -2);
       add_to(card.claimed_total, -2);
       return true;
     }},
    {"executed less, rate and points kept",
     [](Scorecard& card, Random&) {
       card.budget.executed->value = times(card.budget.executed->value, Decimal::of(93, 2));
       return true;
     }},
    {"executed more than the budget",
     [](Scorecard& card, Random&) {
       card.budget.executed->value = times(card.budget.executed->value, Decimal::of(12, 1));
       return true;
     }},
    {"rate changed",
     [](Scorecard& card, Random&) {
       card.budget.claimed_rate.text = "96.50";
       return true;
     }},
    {"budget of one table ten times",
     [](Scorecard& card, Random&) {
       card.budget.planned->value = times(card.budget.planned->value, 10);
       card.budget.executed->value = times(card.budget.executed->value, 10);
       return true;
     }},
    {"budget in 元 taken for 万元",
     [](Scorecard& card, Random&) {
       card.budget.planned->value = times(card.budget.planned->value, 10000);
       card.budget.executed->value = times(card.budget.executed->value, 10000);
       return true;
     }},
    {"ceiling exceeded",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_ceiling);
       if (row == nullptr) return false;
       row->actual.text = with_number(row->target.text.substr(3),
                                      [](const Decimal& d) { return times(d, Decimal::of(3, 0)); });
       return true;
     }},
    {"percentage missed",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_percent);
       if (row == nullptr) return false;
       row->actual.text =
           with_number(row->target.text, [](const Decimal& d) { return times(d, Decimal::of(9, 1)); });
       if (row->actual.text.starts_with("≥")) row->actual.text.erase(0, 3);
       return true;
     }},
    {"count missed",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->actual.text =
           with_number(row->target.text, [](const Decimal& d) { return times(d, Decimal::of(8, 1)); });
       return true;
     }},
    {"count far above, no reason",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->actual.text = with_number(row->target.text, [](const Decimal& d) { return times(d, 3); });
       card.deviation_reason.text = "无";
       return true;
     }},
    {"scale of the actual 10000 times",
     [](Scorecard& card, Random& random) {
       Indicator* row =
           any_row(card, random, [](const Indicator& r) { return is_count(r) || is_ceiling(r); });
       if (row == nullptr) return false;
       row->actual.text = with_number(row->actual.text, [](const Decimal& d) { return times(d, 10000); });
       return true;
     }},
    {"scale of the actual a hundredth",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->actual.text =
           with_number(row->actual.text, [](const Decimal& d) { return times(d, Decimal::of(1, 2)); });
       return true;
     }},
    {"unit of the actual another",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_percent);
       if (row == nullptr) return false;
       row->actual.text = "95人";
       return true;
     }},
    {"scale of the actual a hundred times",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->actual.text = with_number(row->actual.text, [](const Decimal& d) { return times(d, 100); });
       return true;
     }},
    {"scale of the actual a thousand times",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->actual.text = with_number(row->actual.text, [](const Decimal& d) { return times(d, 1000); });
       return true;
     }},
    {"unit of target and actual another than the name says",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(
           card, random, [](const Indicator& r) { return r.name.text.ends_with("人数") && is_count(r); });
       if (row == nullptr) return false;
       for (model::Field* field : {&row->target, &row->actual}) {
         field->text.replace(field->text.rfind("人"), 3, "例");
       }
       return true;
     }},
    {"元 left out behind 万",
     [](Scorecard& card, Random& random) {
       Indicator* row =
           any_row(card, random, [](const Indicator& r) { return r.target.text.ends_with("万元"); });
       if (row == nullptr) return false;
       row->target.text.resize(row->target.text.size() - 3);
       return true;
     }},
    {"cost turned into a floor",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(
           card, random, [](const Indicator& r) { return is_ceiling(r) && contains(r.level2.text, "成本"); });
       if (row == nullptr) return false;
       row->target.text.replace(0, 3, "≥");
       return true;
     }},
    {"cost target ten times the budget",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, [](const Indicator& r) {
         return is_ceiling(r) && contains(r.level2.text, "成本") && !contains(r.name.text, "人均");
       });
       if (row == nullptr || card.kind != model::CardKind::project) return false;
       row->target.text = with_number(row->target.text, [](const Decimal& d) { return times(d, 10); });
       return true;
     }},
    {"target a slogan",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_word);
       if (row == nullptr) return false;
       row->target.text = row->actual.text = pick(random, 2) == 0 ? "服务" : "保障";
       return true;
     }},
    {"rate a word",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, [](const Indicator& r) { return r.name.text.ends_with("率"); });
       if (row == nullptr) return false;
       row->target.text = row->actual.text = "及时";
       return true;
     }},
    {"sign turned",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, [](const Indicator& r) {
         return r.target.text.starts_with("≥") && r.actual.text != r.target.text;
       });
       if (row == nullptr) return false;
       row->target.text.replace(0, 3, "≤");
       return true;
     }},
    {"actual left out",
     [](Scorecard& card, Random& random) {
       any_row(card, random, has_claim)->actual = {};
       return true;
     }},
    {"target left out",
     [](Scorecard& card, Random& random) {
       any_row(card, random, has_claim)->target = {};
       return true;
     }},
    {"points left out",
     [](Scorecard& card, Random& random) {
       any_row(card, random, has_claim)->claimed.reset();
       return true;
     }},
    {"a word weaker than the target's",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_word);
       if (row == nullptr) return false;
       row->actual.text = "未提高";
       return true;
     }},
    {"reason taken away",
     [](Scorecard& card, Random&) {
       if (card.deviation_reason.text == "无") return false;
       card.deviation_reason.text = "无";
       return card.id != "p03" && card.id != "p17" && card.id != "p25";  // nothing there is past 130%
     }},
    {"a row twice",
     [](Scorecard& card, Random& random) {
       model::Section& section = card.sections[pick(random, card.sections.size())];
       section.indicators.push_back(section.indicators[pick(random, section.indicators.size())]);
       return true;
     }},
    {"a row gone",
     [](Scorecard& card, Random& random) {
       model::Section& section = card.sections[pick(random, card.sections.size())];
       section.indicators.erase(section.indicators.begin() +
                                static_cast<std::ptrdiff_t>(pick(random, section.indicators.size())));
       return true;
     }},
};

class Mutation : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    language_ = std::make_unique<diag::Result<app::Language>>(app::load_language(JIHENG_SOURCE_DIR "/rules"));
    schemes_ = std::make_unique<app::Schemes>(app::load_schemes(JIHENG_SOURCE_DIR "/rules"));
    for (const std::string& path :
         base::list_files(JIHENG_SOURCE_DIR "/scorecards/2023-tongcheng", {".yaml"}, 100).paths) {
      auto read = load::scorecards_from_yaml(std::make_shared<const base::Source>(
          base::Source{path, base::read_file(path, load::kMaxFileBytes).text}));
      ASSERT_TRUE(read);
      for (Scorecard& card : *read) cards_.push_back(std::move(card));
    }
    ASSERT_EQ(cards_.size(), 27U);
    for (const Scorecard& card : cards_) results_.push_back(scored(card));
  }
  static void TearDownTestSuite() {
    results_.clear();
    cards_.clear();
    schemes_.reset();
    language_.reset();
  }

  static scoring::Context context() { return {(*language_)->units, (*language_)->words}; }
  static scoring::CardResult scored(const Scorecard& card) {
    return std::move(scoring::score(*schemes_->find("hubei-2023"), std::span(&card, 1), context()).front());
  }

  /// What is said, without the figures of it: id, table and row.
  static std::multiset<std::string> said_about(const std::vector<scoring::CardResult>& results) {
    std::multiset<std::string> said;
    for (const Finding& f : audit(batch_of(results, {}, context().units, context().words, (*language_)->names,
                                           (*language_)->years))) {
      for (const Where& w : f.where) {
        said.insert(f.id + " " + w.card->id + " " + (w.row != nullptr ? w.row->name.text : ""));
      }
    }
    return said;
  }

  static inline std::unique_ptr<diag::Result<app::Language>> language_;
  static inline std::unique_ptr<app::Schemes> schemes_;
  static inline std::vector<Scorecard> cards_;
  static inline std::vector<scoring::CardResult> results_;
};

TEST_F(Mutation, BrokenTablesAreFound) {
  const std::multiset<std::string> before = said_about(results_);
  Random random(kSeed);
  int asked = 0;
  int caught = 0;
  std::string missed;
  for (const Kind& kind : kKinds) {
    int of_kind = 0;
    int caught_of_kind = 0;
    for (int tries = 0; of_kind < kMutantsOfAKind && tries < 20 * kMutantsOfAKind; ++tries) {
      const std::size_t at = pick(random, cards_.size());
      Scorecard card = cards_[at];
      if (!kind.break_it(card, random)) continue;
      ++of_kind;
      // Something new is said; that nothing else is said any more (a table is no longer perfect) does not count.
      std::vector<scoring::CardResult> results = results_;
      results[at] = scored(card);
      const std::multiset<std::string> after = said_about(results);
      const bool found = std::any_of(after.begin(), after.end(),
                                     [&](const std::string& s) { return after.count(s) > before.count(s); });
      caught_of_kind += found ? 1 : 0;
      if (!found && kind.caught) missed += std::string(kind.name) + " in " + card.id + "\n";
    }
    EXPECT_EQ(of_kind, kMutantsOfAKind) << kind.name;
    std::printf("%-45s %2d of %2d\n", kind.name, caught_of_kind, of_kind);
    if (!kind.caught) continue;
    asked += of_kind;
    caught += caught_of_kind;
  }
  std::printf("%d of %d mutants caught; not caught:\n%s", caught, asked, missed.c_str());
  EXPECT_GE(asked, 500);
  EXPECT_GE(caught * 100, asked * 95) << "not caught:\n" << missed;
}

}  // namespace
}  // namespace jiheng::audit
