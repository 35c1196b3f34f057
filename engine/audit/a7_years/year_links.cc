// Takes the tables of a batch, gives which row of an earlier year each row continues. Judges no figure.
#include "engine/audit/a7_years/year_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "engine/audit/name_similarity.h"
#include "engine/base/text.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using target::Kind;
using target::Predicate;

/// A pair of characters in more names than this tells nothing; a table with more rows is looked up by pairs alone.
constexpr std::size_t kCommon = 64;

struct RowAt {
  std::size_t table = 0;
  std::size_t row = 0;
  auto operator<=>(const RowAt&) const = default;
};

/// 数量 of 数量指标; what is compared of a second level.
Name kind_of(const model::Field& level2) {
  std::string_view text = base::trimmed(level2.text);
  return Name(text.substr(0, text.find("指标")), {});
}

/// The names of a batch, read once.
struct Names {
  explicit Names(const Batch& batch) : general(squeezed_words(batch.years.pairing.general_words)) {
    titles.reserve(batch.tables.size());
    rows.reserve(batch.tables.size());
    for (const Table& table : batch.tables) {
      titles.emplace_back(table.card->title.text, general);
      std::vector<Name>& names = rows.emplace_back();
      std::vector<Name>& kinds = levels.emplace_back();
      names.reserve(table.rows.size());
      kinds.reserve(table.rows.size());
      for (const Row& row : table.rows) {
        names.emplace_back(row.indicator->name.text, general);
        kinds.push_back(kind_of(row.indicator->level2));
      }
    }
  }
  const Name& of(RowAt at) const { return rows[at.table][at.row]; }
  /// 满意度指标 and 服务对象满意度, 可持续影响 and 可持续性影响 are one; one that is not written fits all.
  bool levels_agree(RowAt a, RowAt b) const {
    const Name& x = levels[a.table][a.row];
    const Name& y = levels[b.table][b.row];
    return x.text().empty() || y.text().empty() || similarity(x, y) >= base::Decimal(50);
  }

  std::vector<std::u32string> general;
  std::vector<Name> titles;             ///< by table
  std::vector<std::vector<Name>> rows;  ///< by table and row
  std::vector<std::vector<Name>> levels;
};

/// What is written under a pair of characters.
template <class Item>
class PairIndex {
 public:
  void add(const std::vector<std::uint64_t>& pairs, Item item) {
    for (const std::uint64_t pair : pairs) {
      std::vector<Item>& items = items_[pair];
      if (items.size() <= kCommon) items.push_back(item);
    }
  }
  /// Each once, in order.
  std::vector<Item> find(const std::vector<std::uint64_t>& pairs) const {
    std::vector<Item> found;
    for (const std::uint64_t pair : pairs) {
      const auto at = items_.find(pair);
      if (at == items_.end() || at->second.size() > kCommon) continue;
      found.insert(found.end(), at->second.begin(), at->second.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  std::unordered_map<std::uint64_t, std::vector<Item>> items_;
};

/// The tables of one unit and year, ready to be searched.
struct Year {
  Year(const Batch& batch, const Names& names, std::vector<std::size_t> all) : tables(std::move(all)) {
    for (const std::size_t t : tables) {
      const Table& table = batch.tables[t];
      if (table.card->kind == model::CardKind::project) {
        by_title[names.titles[t].text()].push_back(t);
        titles.add(names.titles[t].pairs(), t);
      } else {
        own.push_back(t);
      }
      for (std::size_t r = 0; r < table.rows.size(); ++r) {
        by_name[names.of({t, r}).text()].push_back({t, r});
        rows.add(names.of({t, r}).specific(), {t, r});
      }
    }
  }

  std::vector<std::size_t> tables;
  std::vector<std::size_t> own;
  std::map<std::u32string, std::vector<std::size_t>> by_title;
  PairIndex<std::size_t> titles;
  std::map<std::u32string, std::vector<RowAt>> by_name;
  PairIndex<RowAt> rows;
};

bool has_amount(const Predicate& p) {
  return (p.kind == Kind::quantity || p.kind == Kind::range) && p.value.has_value();
}

class Linker {
 public:
  explicit Linker(const Batch& batch) : batch_(batch), names_(batch), links_(batch.tables.size()) {}

  std::vector<std::vector<YearLink>> link() {
    std::map<std::string_view, std::map<int, std::vector<std::size_t>>> units;
    for (std::size_t t = 0; t < batch_.tables.size(); ++t) {
      const model::Scorecard& card = *batch_.tables[t].card;
      const std::string_view unit = base::trimmed(card.unit_name.text);
      if (!unit.empty() && card.year) units[unit][*card.year].push_back(t);
    }
    for (const auto& [unit, by_year] : units) {
      if (by_year.size() > 1) link_unit(by_year);
    }
    return std::move(links_);
  }

 private:
  void link_unit(const std::map<int, std::vector<std::size_t>>& by_year) {
    std::vector<std::pair<int, Year>> years;
    years.reserve(by_year.size());
    for (const auto& [year, tables] : by_year) years.emplace_back(year, Year(batch_, names_, tables));
    for (std::size_t now = 1; now < years.size(); ++now) {
      for (std::size_t back = 1; back <= std::min(now, kMaxYearsBack); ++back) {
        const auto& [year, earlier] = years[now - back];
        for (const std::size_t t : years[now].second.tables) {
          links_[t].push_back(link_table(t, years[now].second, year, earlier));
        }
      }
    }
  }

  YearLink link_table(std::size_t t, const Year& now, int year, const Year& earlier) const {
    const Table& table = batch_.tables[t];
    YearLink link;
    link.year = year;
    std::vector<std::size_t> same = earlier.own;
    link.title_similarity = 100;
    if (table.card->kind == model::CardKind::project)
      std::tie(same, link.title_similarity) = same_project(t, earlier);
    // A table with results goes before one of targets only.
    std::stable_partition(same.begin(), same.end(),
                          [&](std::size_t s) { return batch_.tables[s].result->scored; });
    if (!same.empty()) link.table = same.front();
    link.rows.reserve(table.rows.size());
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      link.rows.push_back({chosen(candidates({t, r}, same, now, earlier))});
    }
    return link;
  }

  /// The project tables of that year with the same title, else those with the most similar one.
  std::pair<std::vector<std::size_t>, Decimal> same_project(std::size_t t, const Year& earlier) const {
    const Name& title = names_.titles[t];
    const auto equal = earlier.by_title.find(title.text());
    if (equal != earlier.by_title.end()) return {equal->second, 100};
    const Decimal enough = batch_.years.pairing.same_title * 100;
    std::vector<std::size_t> best;
    Decimal most = 0;
    for (const std::size_t other : earlier.titles.find(title.pairs())) {
      const Decimal alike = similarity(title, names_.titles[other]);
      if (alike < enough || alike < most) continue;
      if (alike > most) best.clear();
      most = alike;
      best.push_back(other);
    }
    // Several projects that are equally alike: none is the one.
    const bool one_title = std::all_of(best.begin(), best.end(), [&](std::size_t b) {
      return names_.titles[b].text() == names_.titles[best.front()].text();
    });
    if (best.empty() || !one_title) return {{}, 0};
    return {best, most};
  }

  /// Rows that may be compared at all: on the tables of the same project, and between the department and a project.
  std::vector<RowAt> rows_to_compare(RowAt at, const std::vector<std::size_t>& same,
                                     const Year& earlier) const {
    std::vector<RowAt> rows;
    const Name& name = names_.of(at);
    const auto equal = earlier.by_name.find(name.text());
    if (equal != earlier.by_name.end() && equal->second.size() <= kCommon) rows = equal->second;
    for (const std::size_t t : same) {
      const std::size_t count = batch_.tables[t].rows.size();
      for (std::size_t r = 0; r < count && count <= kCommon; ++r) rows.push_back({t, r});
    }
    const std::vector<RowAt> found = earlier.rows.find(name.specific());
    rows.insert(rows.end(), found.begin(), found.end());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
  }

  std::vector<EarlierRow> candidates(RowAt at, const std::vector<std::size_t>& same, const Year& now,
                                     const Year& earlier) const {
    std::vector<EarlierRow> found;
    const model::CardKind kind = batch_.tables[at.table].card->kind;
    for (const RowAt other : rows_to_compare(at, same, earlier)) {
      EarlierRow row = compared(at, other);
      row.same_table = std::find(same.begin(), same.end(), other.table) != same.end();
      const bool between_kinds = batch_.tables[other.table].card->kind != kind;
      if (!row.same_table && !(between_kinds && share_something_specific(names_.of(at), names_.of(other))))
        continue;
      // A row whose own name goes on this year is that row's.
      if (row.similarity < Decimal(100) && now.by_name.contains(names_.of(other).text())) continue;
      if (is_enough(row) && continues(other)) found.push_back(row);
    }
    return found;
  }

  /// A row that has a result, or a target of that year.
  bool continues(RowAt at) const {
    const Row& row = batch_.tables[at.table].rows[at.row];
    if (!row.indicator->actual.empty()) return true;
    return section_of(*batch_.tables[at.table].card, row.result->id).horizon == model::Horizon::annual;
  }

  EarlierRow compared(RowAt at, RowAt other) const {
    const Row& now = batch_.tables[at.table].rows[at.row];
    const Row& then = batch_.tables[other.table].rows[other.row];
    EarlierRow row{other.table, other.row, similarity(names_.of(at), names_.of(other)), false, false,
                   false,       false};
    row.same_level2 = names_.levels_agree(at, other);
    const Predicate& target = now.result->target;
    const Predicate& old = has_amount(then.result->target) ? then.result->target : then.result->actual;
    if (!has_amount(target) || !has_amount(old)) {
      row.same_unit =
          target.kind == old.kind && target.kind != Kind::unreadable && target.kind != Kind::empty;
      return row;
    }
    using Relation = quantity::UnitRelation::Kind;
    const Relation relation = quantity::relate(target.unit, old.unit, batch_.units).kind;
    row.same_unit =
        relation == Relation::same || relation == Relation::same_family || relation == Relation::converted;
    row.same_target = (relation == Relation::same || relation == Relation::same_family) &&
                      scoring::ratio_places(target.unit) == 0 &&
                      *target.value * target.scale == *old.value * old.scale;
    return row;
  }

  bool is_enough(const EarlierRow& row) const {
    if (row.similarity == Decimal(100)) return true;
    if (!row.same_level2 || (!row.same_unit && !row.same_table)) return false;
    const model::YearRules::Pairing& pairing = batch_.years.pairing;
    const Decimal share = row.similarity * Decimal::of(1, 2);
    return share >= pairing.same_name || (share >= pairing.with_evidence && row.same_unit && row.same_target);
  }

  bool same_figures(const EarlierRow& a, const EarlierRow& b) const {
    const scoring::IndicatorResult& x = *batch_.tables[a.table].rows[a.row].result;
    const scoring::IndicatorResult& y = *batch_.tables[b.table].rows[b.row].result;
    return target::same_reading(x.target, y.target) && target::same_reading(x.actual, y.actual);
  }

  /// The best alone; with it those that come as near and say something else.
  std::vector<EarlierRow> chosen(std::vector<EarlierRow> found) const {
    const auto worth = [this](const EarlierRow& r) {
      const bool has_actual = !batch_.tables[r.table].rows[r.row].indicator->actual.empty();
      return std::tuple(r.same_unit && has_actual, r.same_unit, r.similarity, r.same_table, r.same_target);
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const EarlierRow& a, const EarlierRow& b) { return worth(a) > worth(b); });
    if (found.size() < 2) return found;
    const EarlierRow best = found.front();
    const Decimal tie = batch_.years.pairing.tie * 100;
    std::erase_if(found, [&](const EarlierRow& r) {
      if (r.table == best.table && r.row == best.row) return false;
      return r.same_unit != best.same_unit || r.same_table != best.same_table ||
             r.same_target != best.same_target || best.similarity - r.similarity >= tie ||
             (best.similarity == Decimal(100)) != (r.similarity == Decimal(100)) || same_figures(best, r);
    });
    return found;
  }

  const Batch& batch_;
  Names names_;
  std::vector<std::vector<YearLink>> links_;
};

}  // namespace

std::string evidence_of(const EarlierRow& earlier) {
  std::string text = fmt::format("名称相似 {}%", earlier.similarity.to_string());
  std::string same;
  const auto add = [&same](bool is, std::string_view what) {
    if (is) same += (same.empty() ? "" : "、") + std::string(what);
  };
  if (earlier.by_hand) return "人工指定，" + text;
  add(earlier.same_level2, "二级指标");
  add(earlier.same_unit, "单位");
  add(earlier.same_target, "目标值");
  return same.empty() ? text : text + "，" + same + "相同";
}

std::vector<std::vector<YearLink>> link_years(const Batch& batch) { return Linker(batch).link(); }

}  // namespace jiheng::audit
