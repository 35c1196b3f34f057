// Takes scored cards, tells units apart by the names on their heads, gives each its summary. Sums are scoring's; which tables
// are the same is audit's.
#include "engine/app/departments.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/base/squeezed.h"
#include "engine/base/text.h"
#include "engine/diag/append.h"
#include "engine/diag/place_alone.h"
#include "engine/diag/print.h"

namespace jiheng::app {
namespace {

using scoring::CardResult;

/// A name this short is part of any other: 局.
constexpr std::size_t kShortestUnit = 9;  // bytes: three characters

std::string authority_of(const model::Scorecard& card) {
  for (const auto& [label, value] : card.header) {
    if (label.text == "主管部门") return base::squeezed(value.text);
  }
  return {};
}

struct Unit {
  std::string name;  ///< squeezed; empty: of cards without a name
  std::optional<int> year;
};

/// Names of the units of one year: the first with a name, that a name ends in, or that ends in a name.
class UnitNames {
 public:
  void add(const std::string& name, std::size_t unit) {
    exact_.try_emplace(name, unit);
    each_end(name, [&](std::string_view end) { ends_.try_emplace(std::string(end), unit); });
  }
  std::optional<std::size_t> exactly(const std::string& name) const {
    const auto found = exact_.find(name);
    return found == exact_.end() ? std::nullopt : std::optional(found->second);
  }
  /// 人力资源和社会保障局 and 某县人力资源和社会保障局 are one; of several the first.
  std::optional<std::size_t> nearly(const std::string& name) const {
    std::optional<std::size_t> first = exactly(name);
    const auto take = [&first](const auto& names, const std::string& wanted) {
      const auto found = names.find(wanted);
      if (found != names.end() && (!first || found->second < *first)) first = found->second;
    };
    take(ends_, name);
    each_end(name, [&](std::string_view end) { take(exact_, std::string(end)); });
    return first;
  }

 private:
  /// Ends that are long enough to be a name, the whole among them.
  template <class Work>
  static void each_end(std::string_view name, const Work& work) {
    for (; name.size() >= kShortestUnit; name.remove_prefix(base::decode_at(name, 0).bytes)) work(name);
  }

  std::unordered_map<std::string, std::size_t> exact_;
  std::unordered_map<std::string, std::size_t> ends_;  ///< of the names
};

/// Which unit each card is of: an index a card. Linear in the cards and in the lengths of the names.
class Units {
 public:
  explicit Units(std::span<const UnitCard> cards) {
    for (const UnitCard& card : cards) of_card_.push_back(place(card));
    join_nameless();
  }
  const std::vector<std::size_t>& of_card() const { return of_card_; }

 private:
  std::size_t place(const UnitCard& card) {
    UnitNames& names = of_year_[card.year];
    auto at = card.unit.empty() ? std::nullopt : names.exactly(card.unit);
    for (const std::string& name : {card.authority, card.unit}) {
      if (!at && !name.empty()) at = names.nearly(name);
    }
    if (at) return *at;
    const std::string& name = card.own || card.authority.empty() ? card.unit : card.authority;
    if (name.empty()) {
      const auto [nameless, is_new] = nameless_.try_emplace(card.year, units_.size());
      if (!is_new) return nameless->second;
    } else {
      names.add(name, units_.size());
    }
    units_.push_back({name, card.year});
    return units_.size() - 1;
  }

  /// A card that names no unit, or no year, is of the one it can be of.
  void join_nameless() {
    std::map<std::string, std::vector<std::size_t>> of_name;
    for (std::size_t i = 0; i < units_.size(); ++i) of_name[units_[i].name].push_back(i);
    std::vector<std::size_t> all(units_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<std::size_t> joined = all;
    for (std::size_t i = units_.size(); i-- > 0;) {
      const bool nameless = units_[i].name.empty();
      if (!nameless && units_[i].year) continue;
      std::optional<std::size_t> other;
      std::size_t fitting = 0;
      for (const std::size_t k : nameless ? all : of_name[units_[i].name]) {
        const bool year = !units_[i].year || units_[i].year == units_[k].year;
        if (k == i || !year || (nameless && units_[k].name.empty())) continue;
        ++fitting;
        other = k;
      }
      if (fitting != 1) continue;
      joined[i] = *other > i ? joined[*other] : *other;  // one behind it may be joined to another in turn
    }
    for (std::size_t& unit : of_card_) unit = joined[unit];
  }

  std::vector<Unit> units_;
  std::map<std::optional<int>, UnitNames> of_year_;
  std::map<std::optional<int>, std::size_t> nameless_;
  std::vector<std::size_t> of_card_;
};

std::string name_of(std::span<const UnitCard> cards) {
  for (const UnitCard& card : cards) {
    if (!card.unit_name.empty()) return card.unit_name;
  }
  return "";
}

std::string_view file_of(const base::Place& place) {
  return place.source ? std::string_view(place.source->name) : std::string_view();
}

std::vector<UnitCard> unit_cards(std::span<const CardResult> cards) {
  std::vector<UnitCard> out;
  out.reserve(cards.size());
  for (const CardResult& card : cards) out.push_back(unit_card(card, 0));
  return out;
}

}  // namespace

bool EachTableOnce::take(const model::Scorecard& card) {
  first_.push_back({card.title.text, diag::place_alone(card.place)});
  const auto twice = tables_.take(card);
  if (!twice) return true;
  const auto& [title, place] = first_[twice->first];
  const std::string one = diag::to_text(place);
  const std::string other = file_of(place) == file_of(card.place) ? "同一份文件" : "另一份文件";
  if (twice->same) {
    said_.push_back({"C112", fmt::format("“{}”的表交了两次，只算一次", title),
                     fmt::format("两张表一样；{}里的一张在 {}，算的是它。", other, one), "去掉一份。",
                     card.place});
  } else {
    said_.push_back({"C112", fmt::format("“{}”有两张不同的表，两张都算了", title),
                     fmt::format("{}里的一张在 {}，{}不同。", other, one, twice->difference),
                     "看哪一张是最后的，去掉另一份再算。", card.place});
  }
  return !twice->same;
}

void leave_out_tables_twice(std::vector<CardResult>& cards, std::vector<diag::Diagnostic>& problems) {
  EachTableOnce tables;
  std::erase_if(cards, [&](const CardResult& card) { return !tables.take(*card.card); });
  append(problems, tables.said());
}

UnitCard unit_card(const CardResult& result, std::size_t kept) {
  const model::Scorecard& card = *result.card;
  UnitCard out{base::squeezed(card.unit_name.text),
               authority_of(card),
               card.unit_name.text,
               card.year,
               card.kind == model::CardKind::department,
               std::nullopt,
               {},
               kept};
  if (!out.own) return out;
  out.place = card.place;
  if (result.scored) out.total = {result.total, result.grade, result.scheme};
  return out;
}

std::vector<std::size_t> units_together(std::span<const UnitCard> cards) {
  const Units units(cards);
  const std::vector<std::size_t>& of_card = units.of_card();
  std::vector<std::vector<std::size_t>> cards_of;  // in the order the units are first met
  std::unordered_map<std::size_t, std::size_t> known;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const auto [at, is_new] = known.try_emplace(of_card[i], cards_of.size());
    if (is_new) cards_of.emplace_back();
    cards_of[at->second].push_back(i);
  }
  std::vector<std::size_t> order;
  order.reserve(cards.size());
  for (const std::vector<std::size_t>& unit : cards_of) order.insert(order.end(), unit.begin(), unit.end());
  return order;
}

void put_units_together(std::vector<CardResult>& cards) {
  const std::vector<std::size_t> order = units_together(unit_cards(cards));
  if (std::is_sorted(order.begin(), order.end())) return;
  std::vector<CardResult> sorted;
  sorted.reserve(cards.size());
  for (const std::size_t i : order) sorted.push_back(std::move(cards[i]));
  cards = std::move(sorted);
}

std::vector<results::UnitTables> several_units(const std::vector<CardResult>& cards) {
  const Units units(unit_cards(cards));
  std::vector<results::UnitTables> out;
  std::map<std::size_t, std::size_t> known;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const model::Scorecard& card = *cards[i].card;
    const auto [at, is_new] = known.try_emplace(units.of_card()[i], out.size());
    if (is_new) out.push_back({"", card.year, {}});
    results::UnitTables& unit = out[at->second];
    if (unit.name.empty()) unit.name = card.unit_name.text;
    unit.cards.insert(&card);
  }
  if (out.size() < 2) out.clear();
  return out;
}

std::vector<results::DepartmentScores> departments_of(std::span<const UnitCard> cards,
                                                      const explain::RollUps& kept,
                                                      std::vector<diag::Diagnostic>& problems) {
  std::vector<results::DepartmentScores> departments;
  const Units units(cards);
  const std::vector<std::size_t>& of_card = units.of_card();
  for (std::size_t first = 0, count = 0; first < cards.size(); first += count) {
    count = 1;
    while (first + count < cards.size() && of_card[first + count] == of_card[first]) ++count;
    const std::span<const UnitCard> of_unit = cards.subspan(first, count);
    const auto own = static_cast<std::size_t>(
        std::count_if(of_unit.begin(), of_unit.end(), [](const UnitCard& card) { return card.own; }));
    if (own > 1) {
      const std::string name = name_of(of_unit);
      problems.push_back(
          {"C107",
           fmt::format("{}有 {} 张部门整体表，不做部门汇总", name.empty() ? "" : "“" + name + "”", own),
           "一个单位的一个年度只有一张部门整体表。",
           "去掉多的一张；是别的年度、别的单位的，写明年度和单位名称。", of_unit[1].place});
    }
    if (own > 1 || count < 2) continue;
    std::vector<std::size_t> projects;
    for (const UnitCard& card : of_unit.subspan(own)) projects.push_back(card.kept);
    explain::RolledUp summary = kept.roll_up(projects);
    departments.push_back({name_of(of_unit), own == 1, first, count, std::move(summary.roll_up),
                           std::move(summary.left_out), of_unit.front().total});
  }
  return departments;
}

std::vector<results::DepartmentScores> departments_of(const std::vector<CardResult>& cards,
                                                      const scoring::Context& context,
                                                      std::vector<diag::Diagnostic>& problems) {
  explain::RollUps kept(context);
  std::vector<UnitCard> units;
  units.reserve(cards.size());
  for (const CardResult& card : cards) units.push_back(unit_card(card, kept.keep(card)));
  return departments_of(units, kept, problems);
}

}  // namespace jiheng::app
