// Takes a row with what scores it, gives the names its 计算数据 is looked through for. The looking itself is reading.cc's and
// standard_row.cc's.
#include "engine/scoring/asked_data.h"

#include <algorithm>

namespace jiheng::scoring {
namespace {

/// Whether the row has cells for its 评分标准 beside that of the actual value.
bool asks_beside_actual(const StandardRow& own, const model::Indicator& row) {
  if (!own.standard.computable || own.standard.needs.empty()) return false;
  if (own.standard.needs.size() > 1) return true;
  const bool stays_open = own.from.front() == StandardRow::From::nobody && !row.actual.empty();
  return stays_open || own.from.front() == StandardRow::From::data;
}

void add_needs(const StandardRow& own, std::vector<AskedData>& out) {
  for (std::size_t i = 0; i < own.standard.needs.size(); ++i) {
    const standard::Need& need = own.standard.needs[i];
    out.push_back({need.name, need.unit, &need, i, own.from[i] == StandardRow::From::nobody, false});
  }
}

/// A printed actual value counts until the row says one of its numbers.
void add_numbers(const ComputedActual& computed, const model::Indicator& row, std::vector<AskedData>& out) {
  const bool waits = row.actual.empty() || !row.inputs.empty();
  for (const std::string& name : computed.rule->formula.used_names()) {
    const auto same = [&name](const AskedData& a) { return a.name == name; };
    if (std::any_of(out.begin(), out.end(), same)) continue;
    AskedData asked;
    asked.name = name;
    const auto& missing = computed.missing;
    const bool there = std::find(missing.begin(), missing.end(), name) == missing.end();
    asked.open = !there && waits;
    asked.by_money = there && std::none_of(row.inputs.begin(), row.inputs.end(),
                                           [&](const auto& entry) { return asked.is(entry.first); });
    out.push_back(asked);
  }
}

}  // namespace

bool AskedData::is(const model::Field& entry) const {
  return need != nullptr ? is_data_of(*need, entry) : entry.text == name;
}

std::vector<std::string> AskedData::choices() const {
  return need == nullptr ? std::vector<std::string>() : standard::words_to_choose(*need);
}

std::vector<AskedData> asked_data(const model::Scheme& scheme, const model::Budget& budget,
                                  const model::Indicator& row, const StandardRow* own) {
  std::vector<AskedData> out;
  if (own != nullptr && asks_beside_actual(*own, row)) add_needs(*own, out);
  const ComputedActual computed = computed_actual(scheme, budget, row);
  if (computed.rule != nullptr) add_numbers(computed, row, out);
  return out;
}

}  // namespace jiheng::scoring
