// Takes findings in any order, gives each cause once, most severe first within its table. A message of several says how many.
#include "engine/audit/arrange.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "engine/diag/catalogue.h"

namespace jiheng::audit {
namespace {

/// The first of equal places stays.
void each_place_once(std::vector<Where>& where) {
  std::set<std::tuple<const void*, const void*, const void*, int, int>> seen;
  std::erase_if(where, [&](const Where& w) {
    return !seen.emplace(w.place.source.get(), w.card, w.row, w.place.line, w.place.column).second;
  });
}

/// "，27 张表共 58 处". Empty for running text: its message is what it is recognized by.
std::string how_many(const std::vector<Where>& where) {
  std::set<const model::Scorecard*> tables;
  for (const Where& w : where) tables.insert(w.card);
  if (where.size() < 2 || tables.contains(nullptr)) return "";
  if (tables.size() == 1) return fmt::format("，共 {} 处", where.size());
  if (tables.size() == where.size()) return fmt::format("，共 {} 张表", tables.size());
  return fmt::format("，{} 张表共 {} 处", tables.size(), where.size());
}

void fold(Findings& findings) {
  std::map<std::pair<std::string, std::string>, std::size_t> first;
  std::set<std::size_t> folded;
  Findings kept;
  kept.reserve(findings.size());
  for (Finding& finding : findings) {
    if (!finding.cause.empty()) {
      const auto [at, is_new] = first.try_emplace({finding.id, finding.cause}, kept.size());
      if (!is_new) {
        std::vector<Where>& where = kept[at->second].where;
        std::move(finding.where.begin(), finding.where.end(), std::back_inserter(where));
        folded.insert(at->second);
        continue;
      }
    }
    kept.push_back(std::move(finding));
  }
  for (Finding& finding : kept) each_place_once(finding.where);
  for (const std::size_t i : folded) kept[i].message += how_many(kept[i].where);
  findings = std::move(kept);
}

}  // namespace

void arrange(const Batch& batch, Findings& findings) {
  fold(findings);
  std::unordered_map<const model::Scorecard*, std::size_t> order;
  for (std::size_t i = 0; i < batch.tables.size(); ++i) order.emplace(batch.tables[i].card, i);
  const auto key = [&](const Finding& f) {
    const diag::CatalogueEntry* entry = diag::find_entry(f.id);
    const Where& at = f.where.front();
    const auto table = order.find(at.card);
    return std::tuple(table == order.end() ? batch.tables.size() : table->second, entry->severity,
                      entry->certainty, at.place.line, at.place.column, std::string_view(entry->id));
  };
  std::vector<std::pair<decltype(key(findings.front())), std::size_t>> keys;
  keys.reserve(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) keys.emplace_back(key(findings[i]), i);
  std::sort(keys.begin(), keys.end());
  Findings sorted;
  sorted.reserve(findings.size());
  for (const auto& [k, i] : keys) sorted.push_back(std::move(findings[i]));
  findings = std::move(sorted);
}

bool concerns_several_tables(const Finding& finding) {
  return std::any_of(finding.where.begin(), finding.where.end(),
                     [&](const Where& w) { return w.card != finding.where.front().card; });
}

}  // namespace jiheng::audit
