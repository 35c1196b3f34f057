// A415-A417. Takes the rows of a table, gives groups of the form that are empty, rows that stand in another group than
// their name and unit say, and rows that stand there twice. The form's groups: 财预〔2020〕10号.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/audit/a4_targets/targets.h"
#include "engine/base/text.h"

namespace jiheng::audit {

using target::Kind;
using target::Op;
using target::Predicate;

namespace {

/// Fewer rows are an extract, not a form; with all of them in one group, one row less.
constexpr int kRowsOfAForm = 4;

/// A415: a project without a cost, a time or anybody's satisfaction.
void check_missing_groups(const Batch& batch, const Table& table, Findings& findings) {
  if (table.card->kind != model::CardKind::project) return;
  int rows = 0;
  bool one_group = true;
  bool cost = false;
  bool work = false;  // something is delivered, so it has a time
  bool time = false;
  bool satisfaction = false;
  for (const Row& row : table.rows) {
    if (section_of(*table.card, row.result->id).horizon != model::Horizon::annual) continue;
    const std::string name = plain_name_of(row);
    ++rows;
    one_group = one_group && row.indicator->level1.text == table.rows.front().indicator->level1.text;
    cost = cost || is_under(row, "成本") || batch.names.standard.fits(name) || name.ends_with("成本");
    work = work || is_under(row, "数量") || is_under(row, "质量") ||
           (is_under(row, "产出") && row.indicator->level2.empty());
    time = time || is_under(row, "时效") || batch.names.timeliness.fits(name) ||
           row.result->target.kind == Kind::deadline;
    satisfaction = satisfaction || is_under(row, "满意") || batch.names.satisfaction.fits(name);
  }
  time = time || !work;
  if (rows < kRowsOfAForm - (one_group ? 1 : 0) || (cost && time && satisfaction)) return;
  std::string missing;
  const auto add = [&](bool there, std::string_view what) {
    if (!there) missing += fmt::format("{}{}", missing.empty() ? "" : "、", what);
  };
  add(time, "时效");
  add(cost, "成本");
  add(satisfaction, "满意度");
  findings.push_back({"A415",
                      fmt::format("没有{}指标", missing),
                      {{"缺", missing}},
                      {table.at(table.card->place)},
                      "项目的产出有数量、质量、时效、成本，另有效益和满意度。",
                      "补上；确实没有服务对象、没有成本可控的，说明为什么。",
                      unit_and_year(table) + missing});
}

bool is_people(std::string_view unit, const Batch& batch) {
  const quantity::UnitEntry* entry = batch.units.find(unit);
  const quantity::UnitEntry* person = batch.units.find("人");
  return entry != nullptr && person != nullptr && entry->family == person->family;
}

/// Where a row belongs by its name and unit; empty where it may stand.
std::string_view other_group(const Batch& batch, const Row& row, bool table_has_costs) {
  const model::NameWords& names = batch.names;
  const Predicate& target = row.result->target;
  const std::string name = plain_name_of(row);
  const auto level2 = [&](std::string_view word) {
    return row.indicator->level2.text.find(word) != std::string::npos;
  };
  const bool quantity = target.kind == Kind::quantity || target.kind == Kind::range;
  const auto is_amount = [&](const Predicate& p) { return is_money(p.unit, batch); };
  const bool money =
      quantity ? is_amount(target) : std::any_of(target.parts.begin(), target.parts.end(), is_amount);
  const bool cost = is_under(row, "成本");
  const bool output = is_under(row, "产出") && !cost;
  if (is_under(row, "满意")) return names.awareness.ends(name) ? "效益" : "";
  if (row.indicator->level1.empty() && row.indicator->level2.empty()) return "";
  if (names.satisfaction.fits(name) && (name.ends_with("度") || names.rate.ends(name))) return "满意度";
  if (names.standard.fits(name) && money && output &&
      (level2("数量") || level2("质量") || level2("时效") ||
       (row.indicator->level2.empty() && table_has_costs)))
    return "成本";
  if (level2("数量") && money && (target.op == Op::le || target.op == Op::lt)) return "成本";
  if (cost && quantity && is_people(target.unit, batch) && !names.cost.fits(name)) return "数量或效益";
  if (cost && names.rate.ends(name) && !names.cost.fits(name)) return "质量或效益";
  if (level2("质量") && names.beneficiaries.ends(name)) return "数量";
  if (output && (level2("数量") || level2("质量")) && names.timeliness.ends(name)) return "时效";
  return "";
}

void check_groups(const Batch& batch, const Table& table, Findings& findings) {
  bool has_costs = false;
  for (const Row& row : table.rows) has_costs = has_costs || is_under(row, "成本");
  for (const Row& row : table.rows) {
    const std::string_view group = other_group(batch, row, has_costs);
    if (group.empty()) continue;
    const std::string_view stands = base::trimmed(row.indicator->level2.empty() ? row.indicator->level1.text
                                                                                : row.indicator->level2.text);
    Finding finding{"A416",
                    fmt::format("“{}”放在“{}”里，看名称和单位像是{}指标", name_of(row), stands, group),
                    {{"现在的类", std::string(stands)},
                     {"像是", std::string(group)},
                     {"年初目标值", std::string(base::trimmed(row.indicator->target.text))}},
                    {table.at(row, row.indicator->name.place)},
                    "放错了类，这一类的分就落在别的事情上。",
                    fmt::format("移到{}指标，或把名称写明白。", group)};
    finding.cause = plain_name_of(row) + "|" + std::string(stands);
    findings.push_back(std::move(finding));
  }
}

/// A417: one name twice under one goal, or a name that is another with words before it and the same target.
void check_duplicates(const Table& table, Findings& findings) {
  std::map<std::string, std::vector<const Row*>> groups;  // rows of one goal and group
  for (const Row& row : table.rows) {
    groups[fmt::format("{}|{}|{}", row.result->id.section, model::plain_name(row.indicator->level1.text),
                       model::plain_name(row.indicator->level2.text))]
        .push_back(&row);
  }
  for (const auto& [key, rows] : groups) {
    std::map<std::string, const Row*> by_name;
    for (const Row* row : rows) by_name.try_emplace(plain_name_of(*row), row);
    for (const Row* row : rows) {
      const std::string name = plain_name_of(*row);
      if (name.empty()) continue;
      const Row* again = by_name.at(name);
      const Row* first = again == row ? nullptr : again;
      for (std::size_t cut = 0; first == nullptr && cut < name.size();) {  // what the name ends in
        cut += base::decode_at(name, cut).bytes;
        const auto shorter = by_name.find(name.substr(cut));
        if (shorter != by_name.end() && cut < name.size() &&
            model::plain_name(shorter->second->indicator->target.text) ==
                model::plain_name(row->indicator->target.text))
          first = shorter->second;
      }
      if (first == nullptr) continue;
      findings.push_back(
          {"A417",
           again == row ? fmt::format("“{}”和“{}”看来是同一件事，目标都是“{}”", name_of(*first),
                                      name_of(*row), base::trimmed(row->indicator->target.text))
                        : fmt::format("“{}”写了两次", name_of(*row)),
           {{"年初目标值", std::string(base::trimmed(first->indicator->target.text))},
            {"另一行", std::string(base::trimmed(row->indicator->target.text))}},
           {table.at(*row, row->indicator->name.place), table.at(*first, first->indicator->name.place)},
           "同一件事计了两次分。",
           "删去一行，或把名称写出不同。"});
    }
  }
}

}  // namespace

void check_target_groups(const Batch& batch, const Table& table, Findings& findings) {
  check_missing_groups(batch, table, findings);
  check_groups(batch, table, findings);
  check_duplicates(table, findings);
}

}  // namespace jiheng::audit
