// Takes statements of uncertainty, finds the figures they speak of, gives each card its uncertain values. Leaves what a
// statement says to uncertainty.cc and which figure an address names to address.cc.
#include "engine/whatif/draws/uncertain_cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "engine/base/text.h"

namespace jiheng::whatif {
namespace {

constexpr std::string_view kAll = "全部";

struct Statement {
  Setting setting;
  Uncertainty uncertainty;
};

class Statements {
 public:
  Statements(std::span<const scoring::CardResult> results, const scoring::Context& context)
      : context_(context) {
    for (const scoring::CardResult& r : results) {
      cards_.push_back(r.card);
      out_.cards.push_back({r.scheme, r.card, {}});
    }
  }

  void take(const Setting& setting) {
    auto uncertainty = uncertainty_from_text(setting.value, setting.value_place, context_);
    append(std::move(uncertainty.problems));
    if (!uncertainty) return;
    Statement statement{setting, std::move(*uncertainty)};
    if (base::trimmed(statement.setting.address) != kAll) {
      take_figure(statement);
    } else if (all_) {
      twice(statement);
    } else if (!of_all(statement.uncertainty)) {
      problems_.push_back({"W140", fmt::format("“{}”不能用于 全部", statement.uncertainty.text),
                           "各项的数不同，只能说在各自的数上下多少。",
                           "写 全部=±5%、全部=±1 或 全部=近两年。", statement.setting.value_place});
    } else {
      all_ = std::move(statement);
    }
  }

  diag::Result<UncertainCards> finish() {
    if (all_) take_all(all_->uncertainty);
    for (const UncertainCard& card : out_.cards) {
      out_.uncertain += static_cast<std::size_t>(
          std::count_if(card.values.begin(), card.values.end(),
                        [](const UncertainValue& v) { return v.values.count() > 1; }));
    }
    if (diag::has_errors(problems_)) return std::move(problems_);
    if (out_.uncertain == 0) {
      problems_.push_back(
          {"W147",
           "没有一项是不确定的，每次抽样都是原分",
           "没有用 --uncertain 说明的值都保持不变。",
           "写明哪一项、多大的不确定，如 --uncertain '受理案件数.完成=150±10' 或 --uncertain '全部=±5%'。",
           {}});
    }
    diag::Result<UncertainCards> result(std::move(out_));
    result.problems = std::move(problems_);
    return result;
  }

 private:
  void append(std::vector<diag::Diagnostic>&& problems) {
    std::move(problems.begin(), problems.end(), std::back_inserter(problems_));
  }

  void twice(const Statement& statement) {
    problems_.push_back({"W148", fmt::format("“{}”的不确定写了两次", statement.setting.address),
                         "两种写法不知道用哪一种。", "只留一个。", statement.setting.address_place});
  }

  static bool of_all(const Uncertainty& uncertainty) {
    return uncertainty.kind == Uncertainty::Kind::history ||
           (uncertainty.kind == Uncertainty::Kind::around && !uncertainty.amount);
  }

  static bool stated(const UncertainCard& card, const Spot& spot) {
    return std::any_of(card.values.begin(), card.values.end(),
                       [&](const UncertainValue& v) { return v.spot == spot; });
  }

  void take_figure(const Statement& statement) {
    auto address = find_address(statement.setting.address, cards_, statement.setting.address_place);
    append(std::move(address.problems));
    if (!address) return;
    if (address->what != Address::What::figure) {
      problems_.push_back({"W143", fmt::format("“{}”不是会有不确定的一栏", statement.setting.address),
                           "不确定的是结果：指标的 完成，或 预算.执行数。",
                           "在名称后面写“.完成”，如 受理案件数.完成=150±10。",
                           statement.setting.address_place});
      return;
    }
    UncertainCard& card = out_.cards[address->cards.front()];
    if (stated(card, address->spot)) {
      twice(statement);
      return;
    }
    auto values = possible_values(statement.uncertainty, *card.card, address->spot, context_);
    for (diag::Diagnostic& d : values.problems) d.place = statement.setting.value_place;
    append(std::move(values.problems));
    if (values) card.values.push_back({address->spot, std::move(*values)});
  }

  void take_all(const Uncertainty& uncertainty) {
    out_.all = true;
    for (UncertainCard& card : out_.cards) {
      for (std::size_t s = 0; s < card.card->sections.size(); ++s) {
        for (std::size_t i = 0; i < card.card->sections[s].indicators.size(); ++i) {
          const Spot spot{Spot::What::actual, {s, i}};
          if (stated(card, spot)) continue;
          auto values = possible_values(uncertainty, *card.card, spot, context_);
          if (!values) {
            ++out_.no_number;
          } else if (values->count() < 2) {
            ++out_.too_small;
          } else {
            card.values.push_back({spot, std::move(*values)});
          }
        }
      }
    }
  }

  scoring::Context context_;
  std::vector<const model::Scorecard*> cards_;
  std::optional<Statement> all_;
  UncertainCards out_;
  std::vector<diag::Diagnostic> problems_;
};

}  // namespace

diag::Result<UncertainCards> uncertain_cards(std::span<const scoring::CardResult> results,
                                             std::span<const Setting> statements,
                                             const scoring::Context& context) {
  Statements all(results, context);
  for (const Setting& statement : statements) all.take(statement);
  return all.finish();
}

}  // namespace jiheng::whatif
