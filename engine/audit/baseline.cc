// Takes earlier findings and those of now, gives which of them are the same.
#include "engine/audit/baseline.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace jiheng::audit {
namespace {

class Before {
 public:
  explicit Before(const std::vector<Earlier>& list) : list_(list), used_(list.size()) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (const EarlierPlace& place : list[i].where) {
        at_[identity(place.spot, list[i].id, list[i].message)].push_back(i);
      }
    }
  }

  /// Finds it, and uses it up.
  bool take(const Finding& finding) {
    for (const Where& where : finding.where) {
      const auto found = at_.find(identity(spot_of(where), finding.id, finding.message));
      if (found == at_.end()) continue;
      std::size_t& next = next_[found->first];
      while (next < found->second.size() && used_[found->second[next]]) ++next;
      if (next == found->second.size()) continue;
      used_[found->second[next]] = true;
      return true;
    }
    return false;
  }

  std::vector<Gone> rest(const std::set<std::string>& documents) const {
    std::vector<Gone> gone;
    for (std::size_t i = 0; i < list_.size(); ++i) {
      if (used_[i] || list_[i].waived) continue;
      const bool again =
          std::any_of(list_[i].where.begin(), list_[i].where.end(),
                      [&](const EarlierPlace& place) { return documents.contains(document_of(place.spot)); });
      gone.push_back({list_[i], again});
    }
    return gone;
  }

 private:
  const std::vector<Earlier>& list_;
  std::vector<bool> used_;
  std::unordered_map<std::string, std::vector<std::size_t>> at_;
  std::unordered_map<std::string, std::size_t> next_;  ///< those before it are used
};

Earlier earlier(const Finding& finding, bool waived) {
  Earlier out{finding.id, finding.message, {}, waived};
  for (const Where& where : finding.where) {
    const base::Source* source = where.place.source.get();
    out.where.push_back({spot_of(where), source == nullptr ? "" : source->name,
                         source == nullptr ? "" : source->sheet, where.card == nullptr ? "" : where.card->id,
                         where.place.line, where.place.column});
  }
  return out;
}

std::set<std::string> documents_of(const Batch& batch) {
  std::set<std::string> documents;
  for (const Table& table : batch.tables) documents.insert(document_of(spot_of(table.at(table.card->place))));
  for (const model::Claim& claim : batch.claims) {
    documents.insert(document_of(spot_of({claim.place, nullptr, nullptr})));
  }
  return documents;
}

}  // namespace

std::vector<Earlier> earlier_of(const Findings& findings, const std::vector<Waived>& waived) {
  std::vector<Earlier> out;
  out.reserve(findings.size() + waived.size());
  for (const Finding& finding : findings) out.push_back(earlier(finding, false));
  for (const Waived& one : waived) out.push_back(earlier(one.finding, true));
  return out;
}

Comparison compare(const Batch& batch, const Findings& findings, const std::vector<Waived>& waived,
                   const std::vector<Earlier>& earlier) {
  Comparison comparison;
  Before before(earlier);
  for (const Finding& f : findings) comparison.known.push_back(before.take(f));
  for (const Waived& w : waived) before.take(w.finding);
  comparison.gone = before.rest(documents_of(batch));
  return comparison;
}

}  // namespace jiheng::audit
