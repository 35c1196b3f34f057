// Takes a desk, gives the file it is saved as; takes such a file, gives its folder. What a table is kept as is new_card's, what a
// waiver holds for app/waivers_from_files'.
#include "engine/web/saved_work.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <utility>
#include <variant>

#include "engine/app/import_documents.h"
#include "engine/app/waivers_from_files.h"
#include "engine/audit/identity.h"
#include "engine/base/json.h"
#include "engine/office/archive/archive_members.h"
#include "engine/office/zip_of_parts.h"
#include "engine/rulebook/load.h"
#include "engine/web/new_card.h"

namespace jiheng::web {
namespace {

using base::Json;

constexpr std::string_view kTablesName = "自评表存盘.yaml";
constexpr std::string_view kZipName = "自评表存盘.zip";
constexpr std::string_view kDecisionsName = "处理意见.json";  ///< by which such a zip is known
constexpr std::string_view kDecisions = "处理意见";
constexpr std::size_t kMostBytes = 16U << 20U;  ///< of decisions

/// Tables that one file of waivers holds for, "" for none: its path -> the tables.
using Groups = std::vector<std::pair<std::string, std::vector<results::NamedText>>>;

Groups groups_of(const Desk& desk) {
  Groups groups;
  for (std::size_t i = 0; i < desk.tables(); ++i) {
    const model::Scorecard& card = desk.table(i).card;
    std::string waivers = desk.waivers_of(i);
    auto found =
        std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == waivers; });
    if (found == groups.end()) {
      groups.emplace_back(std::move(waivers), std::vector<results::NamedText>());
      found = std::prev(groups.end());
    }
    found->second.push_back({card.id, rulebook::yaml_from_scorecard(kept_card(card))});
  }
  return groups;
}

/// Those of findings of tables that lie on the desk.
Json decisions_json(const Desk& desk) {
  std::set<std::string> tables;
  for (std::size_t i = 0; i < desk.tables(); ++i) {
    const model::Scorecard& card = desk.table(i).card;
    tables.insert(audit::document_of(audit::spot_of({card.place, &card, nullptr})) + "|");
  }
  Json list = Json::array();
  for (const auto& [key, d] : desk.decisions()) {
    auto after = tables.upper_bound(key);
    const bool here = after != tables.begin() && key.starts_with(*std::prev(after));
    if (!here) continue;
    list.push_back({{"key", key}, {"opinion", d.opinion}, {"note", d.note}, {"by", d.by}, {"date", d.date}});
  }
  return list;
}

/// "甲局", "甲局 2" where there is one already; what stands in a folder without a name.
std::string folder_name(const std::string& waivers, std::set<std::string>& taken) {
  std::string path = app::folder_of(waivers);
  if (path.ends_with('/')) path.pop_back();
  std::string name = path.substr(path.rfind('/') + 1);
  if (name.empty()) name = "自评表";
  const std::string first = name;
  for (int i = 2; !taken.insert(name).second; ++i) name = fmt::format("{} {}", first, i);
  return name;
}

/// Those that say something else than what was decided here; what was decided here later stays.
void take_decisions(const std::string& bytes, std::map<std::string, model::Decision>& decisions,
                    Brought& brought) {
  const auto read = base::parse_json(bytes);
  const Json* root = std::get_if<Json>(&read);
  const Json* list = root == nullptr ? nullptr : root->find(kDecisions);
  if (list == nullptr || !list->is_array()) return;
  for (const Json& one : list->items()) {
    const auto text = [&one](std::string_view key) {
      const Json* value = one.find(key);
      return value == nullptr || value->text() == nullptr ? std::string() : *value->text();
    };
    const model::Decision decision{text("opinion"), text("note"), text("by"), text("date")};
    const std::string key = text("key");
    if (key.empty() || decision.empty()) continue;
    const auto found = decisions.find(key);
    const model::Decision known = found == decisions.end() ? model::Decision() : found->second;
    if (known == decision || (!known.empty() && known.date > decision.date)) continue;
    brought.decisions[key] = {known, decision};
    decisions[key] = decision;
  }
}

}  // namespace

diag::Result<results::NamedText> saved_work(const Desk& desk) {
  if (desk.tables() == 0)
    return diag::Diagnostic{"C104", "还没有可以输出的自评表", "", "先打开文件，给表选好方案。", {}};
  const Groups groups = groups_of(desk);
  Json decisions = decisions_json(desk);
  const bool waived =
      std::any_of(groups.begin(), groups.end(), [](const auto& group) { return !group.first.empty(); });
  if (!waived && decisions.items().empty())
    return results::NamedText{std::string(kTablesName), app::one_file_of(groups.front().second)};
  std::vector<office::ZipPart> parts;
  std::set<std::string> taken;
  for (const auto& [waivers, tables] : groups) {
    const std::string folder = folder_name(waivers, taken) + "/";
    parts.push_back({folder + std::string(kTablesName), app::one_file_of(tables)});
    if (!waivers.empty())
      parts.push_back({folder + std::string(app::kWaiversFile), desk.files().files().at(waivers)});
  }
  Json kept = Json::object();
  kept[std::string(kDecisions)] = std::move(decisions);
  parts.push_back({std::string(kDecisionsName), kept.dump()});
  return results::NamedText{std::string(kZipName), office::zip_of_parts(parts)};
}

std::optional<UnpackedWork> unpacked_work(base::NamedBytes& files, const std::string& path,
                                          std::map<std::string, model::Decision>& decisions) {
  const auto found = files.files().find(path);
  if (found == files.files().end() || !path.ends_with(".zip") || !office::is_archive(found->second))
    return std::nullopt;
  const auto source = std::make_shared<const base::Source>(base::Source{path, found->second});
  const auto marked =
      office::members_of_archive(source, [](std::string_view name) { return name == kDecisionsName; });
  if (!marked || marked->taken.size() != 1 || marked->taken.front().bytes.size() > kMostBytes)
    return std::nullopt;
  const auto members = office::members_of_archive(source, [](std::string_view name) {
    return name.ends_with(kTablesName) || name.ends_with(app::kWaiversFile);
  });
  if (!members) return std::nullopt;
  UnpackedWork work{path.substr(0, path.size() - std::string_view(".zip").size()), {path, {}, {}}};
  take_decisions(marked->taken.front().bytes, decisions, work.brought);
  for (office::ArchiveMember member : members->taken) {
    std::string name = fmt::format("{}/{}", work.folder, member.name);
    if (name.ends_with(app::kWaiversFile)) work.brought.waivers.push_back(name);
    files.put(std::move(name), std::move(member.bytes));
  }
  return work;
}

}  // namespace jiheng::web
