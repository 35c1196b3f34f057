// Takes findings and waivers, gives the findings that stand. A waiver names what a person reads: the id, and the table with
// its row or the line of a text.
#include "engine/audit/waivers.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/audit/arrange.h"
#include "engine/base/text.h"

namespace jiheng::audit {
namespace {

std::string_view folder_in_path(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

std::string_view name_in_path(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view path_of(const base::Place& place) {
  return place.source == nullptr ? std::string_view() : std::string_view(place.source->name);
}

bool is_for(const model::Waiver& waiver, std::string_view path) {
  return !waiver.folder || *waiver.folder == folder_in_path(path) ||
         std::any_of(waiver.archives.begin(), waiver.archives.end(),
                     [path](const std::string& archive) { return path.starts_with(archive); });
}

std::string key(std::string_view id, std::string_view document, std::string_view spot) {
  return fmt::format("{}\n{}\n{}", id, base::trimmed(document), base::trimmed(spot));
}

class Waivers {
 public:
  Waivers(const Batch& batch, std::span<const model::Waiver> list) : list_(list), used_(list.size()) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const model::Waiver& w = list[i];
      at_[w.table.empty() ? key(w.id.text, w.file.text, std::to_string(w.line))
                          : key(w.id.text, w.table.text, w.indicator.text)]
          .push_back(i);
    }
    for (const Table& table : batch.tables) {
      tables_.insert(base::trimmed(table.card->id));
      tables_.insert(base::trimmed(table.card->title.text));
    }
  }

  /// nullptr: the place stands.
  const model::Waiver* find(std::string_view id, const Where& where) {
    if (where.card == nullptr)
      return use(key(id, name_in_path(path_of(where.place)), std::to_string(where.place.line)), where);
    const std::string_view row =
        where.row == nullptr ? std::string_view() : std::string_view(where.row->name.text);
    const model::Waiver* by_id = use(key(id, where.card->id, row), where);
    return by_id != nullptr ? by_id : use(key(id, where.card->title.text, row), where);
  }

  void add_unused(Findings& findings) const {
    for (std::size_t i = 0; i < list_.size(); ++i) {
      if (!used_[i]) findings.push_back(unused(list_[i]));
    }
  }

 private:
  const model::Waiver* use(const std::string& wanted, const Where& where) {
    const auto found = at_.find(wanted);
    if (found == at_.end()) return nullptr;
    for (const std::size_t i : found->second) {
      if (!is_for(list_[i], path_of(where.place))) continue;
      used_[i] = true;
      return &list_[i];
    }
    return nullptr;
  }

  Finding unused(const model::Waiver& w) const {
    const bool stranger = !w.table.empty() && !tables_.contains(base::trimmed(w.table.text));
    const std::string place = w.table.empty() ? fmt::format("“{}”第 {} 行", w.file.text, w.line)
                              : w.indicator.empty()
                                  ? fmt::format("“{}”", w.table.text)
                                  : fmt::format("“{}”的“{}”", w.table.text, w.indicator.text);
    return {"A901",
            stranger ? fmt::format("豁免的表“{}”不在这次检查里", w.table.text)
                     : fmt::format("豁免没有用上：{}没有 {}", place, w.id.text),
            {{"编号", w.id.text}, {"位置", place}, {"谁", w.by.text}, {"日期", w.date.text}},
            {{w.place, nullptr, nullptr}},
            "",
            stranger ? "表的编号或名称写错了就改正；只是这次没有查这张表，不用管。"
                     : "写错了编号或位置就改正；表已经改好的，删去这一条。",
            stranger ? fmt::format("not there {}", path_of(w.place)) : ""};
  }

  std::span<const model::Waiver> list_;
  std::vector<bool> used_;
  std::unordered_map<std::string, std::vector<std::size_t>> at_;
  std::set<std::string_view> tables_;
};

}  // namespace

std::vector<Waived> waive(const Batch& batch, std::span<const model::Waiver> list, Findings& findings) {
  std::vector<Waived> out;
  if (list.empty()) return out;
  Waivers waivers(batch, list);
  for (Finding& finding : findings) {
    const bool several = concerns_several_tables(finding);
    std::vector<Where> standing;
    const model::Waiver* last = nullptr;
    for (const Where& where : finding.where) {
      const model::Waiver* waiver = waivers.find(finding.id, where);
      if (waiver == nullptr) {
        standing.push_back(where);
        continue;
      }
      if (last == nullptr && !several && standing.empty()) {  // where it is listed: the whole of it
        out.push_back({finding, waiver});
        standing.clear();
        break;
      }
      if (last != waiver) {
        out.push_back({finding, waiver});
        out.back().finding.where.clear();
      }
      out.back().finding.where.push_back(where);
      last = waiver;
    }
    const bool alone = several && last != nullptr && standing.size() < 2;  // with nothing to be compared with
    finding.where = alone ? std::vector<Where>() : std::move(standing);
  }
  std::erase_if(findings, [](const Finding& f) { return f.where.empty(); });
  waivers.add_unused(findings);
  return out;
}

}  // namespace jiheng::audit
