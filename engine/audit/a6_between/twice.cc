// A611, A612. Takes tables, gives those of one unit, year and title that say the same, or are two versions of one table.
#include "engine/audit/a6_between/twice.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include "engine/audit/a6_between/between.h"
#include "engine/base/squeezed.h"
#include "engine/base/text.h"

namespace jiheng::audit {
namespace {

using model::Indicator;
using model::Scorecard;

constexpr std::size_t kMostVersions = 20;

/// What people put behind a title for a version of it; without brackets, 稿 and 版 alone are part of a name.
std::string without_version(std::string title) {
  constexpr std::array<std::string_view, 13> kVersions = {"最终版", "终版",   "终稿",   "最终稿", "定稿",
                                                          "修改版", "修改稿", "修订版", "修订稿", "正式版",
                                                          "副本",   "初稿",   "更新版"};
  const auto strip = [&](std::string_view end) {
    const bool ends = title.size() > end.size() && title.ends_with(end);
    if (ends) title.resize(title.size() - end.size());
    return ends;
  };
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view v : kVersions) {
      again = again || strip(fmt::format("({})", v)) || strip(fmt::format("-{}", v)) || strip(v);
    }
  }
  return title;
}

std::vector<const Indicator*> rows_of(const Scorecard& card) {
  std::vector<const Indicator*> rows;
  for (const model::Section& section : card.sections) {
    for (const Indicator& row : section.indicators) rows.push_back(&row);
  }
  return rows;
}

bool same_text(const model::Field& a, const model::Field& b) {
  return base::squeezed(a.text) == base::squeezed(b.text);
}

bool same_number(const std::optional<model::NumberField>& a, const std::optional<model::NumberField>& b) {
  return a.has_value() == b.has_value() && (!a || a->value == b->value);
}

/// What differs in one row; empty for nothing.
std::string_view difference_of(const Indicator& a, const Indicator& b) {
  if (!same_text(a.target, b.target)) return "目标值";
  if (!same_text(a.actual, b.actual)) return "完成值";
  if (!same_number(a.full_marks, b.full_marks)) return "分值";
  if (!same_number(a.claimed, b.claimed)) return "自报得分";
  if (!same_text(a.reason, b.reason)) return "偏差原因";
  return {};
}

/// How many of the shorter table's indicators the other one has.
std::size_t shared_names(const std::vector<const Indicator*>& a, const std::vector<const Indicator*>& b) {
  std::map<std::string, int> names;
  for (const Indicator* row : a) ++names[base::squeezed(row->name.text)];
  std::size_t shared = 0;
  for (const Indicator* row : b) {
    const auto at = names.find(base::squeezed(row->name.text));
    if (at == names.end() || at->second == 0) continue;
    --at->second;
    ++shared;
  }
  return shared;
}

/// The 编号 its file gives; empty where it is the file's name, or the number of a table of a document.
std::string_view own_id(const Scorecard& card) {
  const std::string_view name = card.place.source ? std::string_view(card.place.source->name) : "";
  std::string_view stem = name.substr(name.rfind('/') + 1);
  const std::size_t dot = stem.rfind('.');
  const std::string_view ending = dot == std::string_view::npos ? "" : stem.substr(dot);
  stem = stem.substr(0, dot);
  const bool document = ending != ".yaml" && ending != ".yml";
  const bool by_file = card.id == stem || card.id.starts_with(fmt::format("{}-", stem));
  return document || by_file ? std::string_view() : std::string_view(card.id);
}

/// Empty where the tables say the same.
std::string difference_of(const Scorecard& a, const Scorecard& b) {
  const auto left = rows_of(a);
  const auto right = rows_of(b);
  if (left.size() != right.size()) return "行数";
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (!same_text(left[i]->name, right[i]->name)) return fmt::format("第 {} 行的指标", i + 1);
    const std::string_view what = difference_of(*left[i], *right[i]);
    if (!what.empty()) return fmt::format("“{}”的{}", base::trimmed(left[i]->name.text), what);
  }
  const model::Budget& x = a.budget;
  const model::Budget& y = b.budget;
  const bool amounts = same_number(x.initial, y.initial) && same_number(x.adjusted, y.adjusted) &&
                       same_number(x.approved, y.approved) && same_number(x.planned, y.planned) &&
                       same_number(x.executed, y.executed) && same_text(x.unit, y.unit);
  if (!amounts) return "预算数、执行数";
  if (!same_number(x.claimed_score, y.claimed_score)) return "预算执行的得分";
  if (!same_number(a.claimed_total, b.claimed_total)) return "自报总分";
  return {};
}

}  // namespace

std::vector<Twice> tables_twice(std::span<const Scorecard* const> cards) {
  std::vector<Twice> out;
  std::map<std::tuple<model::CardKind, int, std::string, std::string>, std::vector<std::size_t>> known;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const Scorecard& card = *cards[i];
    const auto rows = rows_of(card);
    if (rows.empty()) continue;
    auto& others = known[{card.kind, card.year.value_or(0), base::squeezed(card.unit_name.text),
                          without_version(base::squeezed(card.title.text))}];
    const std::string_view id = own_id(card);
    const auto is_other_table = [&](std::size_t other) {  // whoever numbers them takes them for two
      const std::string_view theirs = own_id(*cards[other]);
      return !id.empty() && !theirs.empty() && id != theirs;
    };
    const auto first = std::find_if(others.begin(), others.end(), [&](std::size_t other) {
      const auto theirs = rows_of(*cards[other]);
      return !is_other_table(other) && 2 * shared_names(theirs, rows) >= std::min(theirs.size(), rows.size());
    });
    if (first == others.end()) {
      others.push_back(i);
      continue;
    }
    std::string difference = difference_of(*cards[*first], card);
    std::size_t of = *first;
    for (const std::size_t other : others) {  // of several versions the one that is this one
      if (difference.empty()) break;
      if (is_other_table(other) || !difference_of(*cards[other], card).empty()) continue;
      of = other;
      difference.clear();
    }
    const bool same = difference.empty();
    out.push_back({of, i, same, std::move(difference)});
    // A third may be the same as this one; with very many versions of one table only the first are compared.
    if (!same && others.size() < kMostVersions) others.push_back(i);
  }
  return out;
}

void check_tables_twice(const Batch& batch, Findings& findings) {
  std::vector<const Scorecard*> cards;
  cards.reserve(batch.tables.size());
  for (const Table& table : batch.tables) cards.push_back(table.card);
  for (const Twice& twice : tables_twice(cards)) {
    const Table& first = batch.tables[twice.first];
    const Table& again = batch.tables[twice.again];
    const std::string& title = first.card->title.text;
    const std::vector<Where> where = {again.at(again.card->place), first.at(first.card->place)};
    if (twice.same) {
      findings.push_back({"A611",
                          fmt::format("“{}”的表交了两次，两张一样", title),
                          {{"项目名称", title}},
                          where,
                          "单位、年度、名称、每一行和每一个数都一样。",
                          "去掉一份；汇总时会算两次。"});
    } else {
      findings.push_back({"A612",
                          fmt::format("“{}”有两张表，{}不同", title, twice.difference),
                          {{"项目名称", title}, {"不同", twice.difference}},
                          where,
                          "单位、年度、名称和大半的指标都一样，多半是一张表的两稿。",
                          "看哪一张是最后的，去掉另一张；是两个项目的，把名称写清楚。"});
    }
  }
}

}  // namespace jiheng::audit
