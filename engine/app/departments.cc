// Takes scored cards, tells units apart by the names on their heads, gives each its summary. Sums are scoring's; which tables
// are the same is audit's.
#include "engine/app/departments.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "engine/audit/a6_between/twice.h"
#include "engine/base/squeezed.h"
#include "engine/diag/print.h"
#include "engine/explain/roll_up_words.h"

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

/// 人力资源和社会保障局 and 某县人力资源和社会保障局.
bool one_is_the_end_of_the_other(std::string_view a, std::string_view b) {
  return std::min(a.size(), b.size()) >= kShortestUnit && (a.ends_with(b) || b.ends_with(a));
}

struct Unit {
  std::string name;  ///< squeezed; empty: of cards without a name
  std::optional<int> year;
};

/// Which unit each card is of: an index a card.
class Units {
 public:
  explicit Units(std::span<const CardResult> cards) {
    for (const CardResult& card : cards) of_card_.push_back(place(*card.card));
    join_nameless();
  }
  const std::vector<std::size_t>& of_card() const { return of_card_; }

 private:
  std::size_t place(const model::Scorecard& card) {
    const std::string unit = base::squeezed(card.unit_name.text);
    const std::string authority = authority_of(card);
    const auto find = [&](auto fits) -> std::optional<std::size_t> {
      for (std::size_t i = 0; i < units_.size(); ++i) {
        if (units_[i].year == card.year && !units_[i].name.empty() && fits(units_[i].name)) return i;
      }
      return std::nullopt;
    };
    auto at = unit.empty() ? std::nullopt : find([&](const std::string& name) { return name == unit; });
    for (const std::string& name : {authority, unit}) {
      if (at || name.empty()) continue;
      at = find([&](const std::string& known) {
        return known == name || one_is_the_end_of_the_other(known, name);
      });
    }
    if (at) return *at;
    const bool own = card.kind == model::CardKind::department;
    const std::string& name = own || authority.empty() ? unit : authority;
    if (name.empty()) {
      for (std::size_t i = 0; i < units_.size(); ++i) {
        if (units_[i].name.empty() && units_[i].year == card.year) return i;
      }
    }
    units_.push_back({name, card.year});
    return units_.size() - 1;
  }

  /// A card that names no unit, or no year, is of the one it can be of.
  void join_nameless() {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      std::optional<std::size_t> other;
      std::size_t fitting = 0;
      for (std::size_t k = 0; k < units_.size(); ++k) {
        const bool name = units_[i].name.empty() || units_[i].name == units_[k].name;
        const bool year = !units_[i].year || units_[i].year == units_[k].year;
        if (k == i || !name || !year || (units_[i].name.empty() && units_[k].name.empty())) continue;
        ++fitting;
        other = k;
      }
      const bool lacks = units_[i].name.empty() || !units_[i].year;
      if (!lacks || fitting != 1) continue;
      std::replace(of_card_.begin(), of_card_.end(), i, *other);
    }
  }

  std::vector<Unit> units_;
  std::vector<std::size_t> of_card_;
};

std::string name_of(std::span<const CardResult> cards) {
  for (const CardResult& result : cards) {
    if (!result.card->unit_name.empty()) return result.card->unit_name.text;
  }
  return "";
}

std::string file_of(const CardResult& card) {
  return card.card->place.source ? card.card->place.source->name : std::string();
}

}  // namespace

void leave_out_tables_twice(std::vector<CardResult>& cards, std::vector<diag::Diagnostic>& problems) {
  std::vector<bool> left(cards.size());
  std::vector<const model::Scorecard*> tables;
  tables.reserve(cards.size());
  for (const CardResult& card : cards) tables.push_back(card.card);
  for (const audit::Twice& twice : audit::tables_twice(tables)) {
    const CardResult& first = cards[twice.first];
    const CardResult& again = cards[twice.again];
    const std::string one = diag::to_text(first.card->place);
    const std::string other = file_of(first) == file_of(again) ? "同一份文件" : "另一份文件";
    if (twice.same) {
      left[twice.again] = true;
      problems.push_back({"C112", fmt::format("“{}”的表交了两次，只算一次", first.card->title.text),
                          fmt::format("两张表一样；{}里的一张在 {}，算的是它。", other, one), "去掉一份。",
                          again.card->place});
    } else {
      problems.push_back({"C112", fmt::format("“{}”有两张不同的表，两张都算了", first.card->title.text),
                          fmt::format("{}里的一张在 {}，{}不同。", other, one, twice.difference),
                          "看哪一张是最后的，去掉另一份再算。", again.card->place});
    }
  }
  std::size_t i = 0;
  std::erase_if(cards, [&](const CardResult&) { return left[i++]; });
}

void put_units_together(std::vector<CardResult>& cards) {
  const Units units(cards);
  const std::vector<std::size_t>& of_card = units.of_card();
  std::vector<std::size_t> order;
  std::vector<bool> taken(cards.size());
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (taken[i]) continue;
    for (std::size_t k = i; k < cards.size(); ++k) {
      if (taken[k] || of_card[k] != of_card[i]) continue;
      taken[k] = true;
      order.push_back(k);
    }
  }
  if (std::is_sorted(order.begin(), order.end())) return;
  std::vector<CardResult> sorted;
  sorted.reserve(cards.size());
  for (const std::size_t i : order) sorted.push_back(std::move(cards[i]));
  cards = std::move(sorted);
}

std::vector<results::UnitTables> several_units(const std::vector<CardResult>& cards) {
  const Units units(cards);
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

std::vector<results::DepartmentScores> departments_of(const std::vector<CardResult>& cards,
                                                      const scoring::Context& context,
                                                      std::vector<diag::Diagnostic>& problems) {
  std::vector<results::DepartmentScores> departments;
  const Units units(cards);
  const std::vector<std::size_t>& of_card = units.of_card();
  for (std::size_t first = 0, count = 0; first < cards.size(); first += count) {
    count = 1;
    while (first + count < cards.size() && of_card[first + count] == of_card[first]) ++count;
    const std::span<const CardResult> of_unit(&cards[first], count);
    const auto own =
        static_cast<std::size_t>(std::count_if(of_unit.begin(), of_unit.end(), [](const auto& r) {
          return r.card->kind == model::CardKind::department;
        }));
    if (own > 1) {
      const std::string name = name_of(of_unit);
      problems.push_back(
          {"C107",
           fmt::format("{}有 {} 张部门整体表，不做部门汇总", name.empty() ? "" : "“" + name + "”", own),
           "一个单位的一个年度只有一张部门整体表。",
           "去掉多的一张；是别的年度、别的单位的，写明年度和单位名称。", of_unit[1].card->place});
    }
    if (own > 1 || count < 2) continue;
    const std::span<const CardResult> projects = of_unit.subspan(own);
    scoring::RollUp roll_up = scoring::roll_up(projects, context);
    auto left_out = explain::roll_up_findings(projects, roll_up);
    departments.push_back(
        {name_of(of_unit), own == 1, first, count, std::move(roll_up), std::move(left_out)});
  }
  return departments;
}

}  // namespace jiheng::app
