// Takes settings and cards, gives changes; puts a change into a copy. Leaves finding the figure to address.cc and scoring
// the copy to scoring.
#include "engine/whatif/overlay/overlay.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/base/text.h"
#include "engine/diag/catalogue.h"
#include "engine/quantity/bounds.h"
#include "engine/target/parse.h"

namespace jiheng::whatif {
namespace {

using base::Decimal;

constexpr std::string_view kDefaultUnit = "万元";
constexpr int kAmountPlaces = 12;  // of an amount of 亿元 down to less than a 分

/// A plain number with its scale worked in: "1.8万元" -> 18000 元. nullopt where the text says anything more.
struct Plain {
  Decimal value;
  std::string unit;
};
std::optional<Plain> plain_quantity(std::string_view text, const quantity::UnitTable& units,
                                    const target::WordTable& words) {
  const target::Predicate p = target::parse(text, {units, words, std::nullopt, true});
  const bool bare = p.op == target::Op::none || p.op == target::Op::eq;
  if (p.kind != target::Kind::quantity || !bare || !p.value || !p.head.empty()) return std::nullopt;
  if (p.scale != 1 && p.unit.empty()) return std::nullopt;  // 18万: of what
  const bool doubtful = std::any_of(p.problems.begin(), p.problems.end(), [](const target::Problem& problem) {
    const diag::CatalogueEntry* entry = diag::find_entry(problem.id);
    return entry == nullptr || entry->severity != diag::Severity::note;
  });
  const Decimal value = *p.value * p.scale;
  if (doubtful || value.sign() < 0 || !quantity::in_bounds(value)) return std::nullopt;
  return Plain{value, p.unit};
}

std::optional<Decimal> points_in(std::string_view text, const quantity::UnitTable& units,
                                 const target::WordTable& words) {
  const auto plain = plain_quantity(text, units, words);
  if (!plain || (!plain->unit.empty() && plain->unit != "分")) return std::nullopt;
  return plain->value.trimmed();
}

bool is_text(const Spot& spot) { return spot.what == Spot::What::target || spot.what == Spot::What::actual; }

diag::Diagnostic cannot_be_set(const Setting& setting, Address::What what) {
  if (what == Address::What::total) {
    return {"W104", "总分是算出来的，不能改", "",
            "改指标的目标、完成、分值，或改预算；要看怎样才到这个总分，用 --solve 总分=95 --vary 指标.完成。",
            setting.address_place};
  }
  return {"W104", fmt::format("“{}”没有写明改哪一栏", base::clipped(base::printable(setting.address), 80)),
          "得分是算出来的，不能改；能改的是 目标、完成、分值。",
          "在名称后面写“.目标”“.完成”或“.分值”，如“受理案件数.完成=150”。", setting.address_place};
}

diag::Diagnostic no_number(const Setting& setting, const Spot& spot, const model::Scorecard& card) {
  const std::string shown = base::clipped(base::printable(setting.value), 80);
  const base::Place& place = setting.value.empty() ? setting.address_place : setting.value_place;
  if (spot.what == Spot::What::full_marks) {
    return {"W105", fmt::format("分值不能是“{}”", shown), "分值是不小于 0 的数。", "写成“10”或“10分”。",
            place};
  }
  const std::string& unit = card.budget.unit.text;
  return {"W105", fmt::format("金额不能是“{}”", shown),
          fmt::format("金额是不小于 0 的数，能化成这张表的单位 {}；只写数字时就是这个单位。",
                      unit.empty() ? kDefaultUnit : std::string_view(unit)),
          "写成“18万元”“180000元”或“18”。", place};
}

class ChangeReader {
 public:
  ChangeReader(Cards cards, const quantity::UnitTable& units, const target::WordTable& words)
      : cards_(cards), units_(units), words_(words) {}

  void read(const Setting& setting) {
    const auto address = find_address(setting.address, cards_, setting.address_place);
    result_.problems.insert(result_.problems.end(), address.problems.begin(), address.problems.end());
    if (!address) return;
    if (address->what == Address::What::scheme) {
      for (const std::size_t card : address->cards) {
        add({card, std::nullopt, "", cards_[card]->scheme.text, setting.value, setting.value,
             setting.value_place},
            *address, setting);
      }
      return;
    }
    if (address->what != Address::What::figure) {
      result_.problems.push_back(cannot_be_set(setting, address->what));
      return;
    }
    const std::size_t c = address->cards.front();
    const Spot& spot = address->spot;
    Change change{c, spot, "", text_at(*cards_[c], spot), setting.value, setting.value, setting.value_place};
    if (!is_text(spot)) {
      const auto number = spot.what == Spot::What::full_marks
                              ? points_in(setting.value, units_, words_)
                              : amount_in_unit(setting.value, cards_[c]->budget, units_, words_);
      if (!number) {
        result_.problems.push_back(no_number(setting, spot, *cards_[c]));
        return;
      }
      change.put = number->to_string();
    }
    add(std::move(change), *address, setting);
  }

  diag::Result<std::vector<Change>> take() {
    if (!diag::has_errors(result_.problems)) result_.value = std::move(changes_);
    return std::move(result_);
  }

 private:
  void add(Change change, const Address& address, const Setting& setting) {
    change.path = to_text(address, cards_);
    const int what = change.spot ? static_cast<int>(change.spot->what) : -1;
    const Spot spot = change.spot.value_or(Spot());
    if (!seen_.emplace(change.card, what, spot.row).second) {
      result_.problems.push_back({"W106", fmt::format("“{}”改了两次", change.path), "不知道以哪一次为准。",
                                  "只留一处。", setting.address_place});
      return;
    }
    changes_.push_back(std::move(change));
  }

  Cards cards_;
  const quantity::UnitTable& units_;
  const target::WordTable& words_;
  std::vector<Change> changes_;
  std::set<std::tuple<std::size_t, int, model::RowId>> seen_;  ///< card, what, row
  diag::Result<std::vector<Change>> result_;
};

}  // namespace

diag::Result<std::vector<Change>> changes_from(std::span<const Setting> settings, Cards cards,
                                               const quantity::UnitTable& units,
                                               const target::WordTable& words) {
  ChangeReader reader(cards, units, words);
  for (const Setting& setting : settings) reader.read(setting);
  return reader.take();
}

void apply(const Change& change, model::Scorecard& card) {
  if (!change.spot) {
    card.scheme = {change.put, change.place};
    return;
  }
  put(card, *change.spot, change.put, change.place);
}

std::optional<base::Decimal> amount_in_unit(std::string_view text, const model::Budget& budget,
                                            const quantity::UnitTable& units,
                                            const target::WordTable& words) {
  using Kind = quantity::UnitRelation::Kind;
  const auto plain = plain_quantity(text, units, words);
  if (!plain) return std::nullopt;
  if (plain->unit.empty()) return plain->value.trimmed();
  const std::string_view unit = budget.unit.empty() ? kDefaultUnit : std::string_view(budget.unit.text);
  const quantity::UnitRelation r = quantity::relate(plain->unit, unit, units);
  if (r.kind != Kind::same && r.kind != Kind::converted) return std::nullopt;
  const Decimal whole = plain->value * r.factor;
  const auto value = base::divide(whole, r.divisor, kAmountPlaces);
  if (!value || !quantity::in_bounds(*value) || *value * r.divisor != whole) return std::nullopt;
  return value->trimmed();
}

}  // namespace jiheng::whatif
