// A611, A612. Takes tables, gives those of one unit, year and title that say the same, or are two versions of one table.
#include "engine/audit/a6_between/twice.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

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

std::string number_text(const std::optional<model::NumberField>& number) {
  return number ? number->value.trimmed().to_string() : std::string();
}

/// How many of the shorter table's indicators the other one has.
std::size_t shared_names(const TableTexts& a, const TableTexts& b) {
  std::map<std::string, int> names;
  for (std::size_t i = 0; i < a.rows(); ++i) ++names[base::squeezed(a.name(i))];
  std::size_t shared = 0;
  for (std::size_t i = 0; i < b.rows(); ++i) {
    const auto at = names.find(base::squeezed(b.name(i)));
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
std::string difference_of(const TableTexts& a, const TableTexts& b) {
  if (a.rows() != b.rows()) return "行数";
  for (std::size_t i = 0; i < a.rows(); ++i) {
    if (base::squeezed(a.name(i)) != base::squeezed(b.name(i))) return fmt::format("第 {} 行的指标", i + 1);
    const std::string_view what = a.difference_in_row(b, i);
    if (!what.empty()) return fmt::format("“{}”的{}", base::trimmed(a.name(i)), what);
  }
  return std::string(a.difference_below(b));
}

}  // namespace

TableTexts::TableTexts(const Scorecard& card) {
  const auto put = [this](std::string_view text) {
    text_ += text;
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
  };
  for (const model::Section& section : card.sections) {
    for (const Indicator& row : section.indicators) {
      put(row.name.text);
      put(row.target.text);
      put(row.actual.text);
      put(number_text(row.full_marks));
      put(number_text(row.claimed));
      put(row.reason.text);
      ++rows_;
    }
  }
  const model::Budget& budget = card.budget;
  for (const auto* amount :
       {&budget.initial, &budget.adjusted, &budget.approved, &budget.planned, &budget.executed})
    put(number_text(*amount));
  put(budget.unit.text);
  put(number_text(budget.claimed_score));
  put(number_text(card.claimed_total));
  text_.shrink_to_fit();
  ends_.shrink_to_fit();
}

std::string_view TableTexts::piece(std::size_t i) const {
  const std::size_t from = i == 0 ? 0 : ends_[i - 1];
  return std::string_view(text_).substr(from, ends_[i] - from);
}

bool TableTexts::same(const TableTexts& other, std::size_t i) const {
  return base::squeezed(piece(i)) == base::squeezed(other.piece(i));
}

std::string_view TableTexts::difference_in_row(const TableTexts& other, std::size_t row) const {
  constexpr std::array<std::string_view, kPiecesOfARow> kWhat = {"",     "目标值",   "完成值",
                                                                 "分值", "自报得分", "偏差原因"};
  for (std::size_t i = 1; i < kPiecesOfARow; ++i) {
    if (!same(other, row * kPiecesOfARow + i)) return kWhat[i];
  }
  return {};
}

std::string_view TableTexts::difference_below(const TableTexts& other) const {
  constexpr std::array<std::string_view, 8> kWhat = {"预算数、执行数", "预算数、执行数", "预算数、执行数",
                                                     "预算数、执行数", "预算数、执行数", "预算数、执行数",
                                                     "预算执行的得分", "自报总分"};
  for (std::size_t i = 0; i < kWhat.size(); ++i) {
    if (!same(other, rows_ * kPiecesOfARow + i)) return kWhat[i];
  }
  return {};
}

std::optional<Twice> TablesTwice::take(const Scorecard& card) {
  const std::size_t number = tables_.size();
  const TableTexts& texts = tables_.emplace_back(card);
  if (texts.rows() == 0) return std::nullopt;
  Alike& alike = known_[{card.kind, card.year.value_or(0), base::squeezed(card.unit_name.text),
                         without_version(base::squeezed(card.title.text))}];
  // Whoever numbers two tables takes them for two: those of another 编号 are no candidates.
  const std::string id(own_id(card));
  std::vector<std::size_t> others;
  if (id.empty()) {
    others = alike.all;
  } else {
    const std::vector<std::size_t>& nameless = alike.by_id[""];
    const std::vector<std::size_t>& named = alike.by_id[id];
    std::merge(nameless.begin(), nameless.end(), named.begin(), named.end(), std::back_inserter(others));
  }
  const auto remember = [&] {
    alike.all.push_back(number);
    alike.by_id[id].push_back(number);
  };
  const auto first = std::find_if(others.begin(), others.end(), [&](std::size_t other) {
    const TableTexts& theirs = tables_[other];
    return 2 * shared_names(theirs, texts) >= std::min(theirs.rows(), texts.rows());
  });
  if (first == others.end()) {
    remember();
    return std::nullopt;
  }
  std::string difference = difference_of(tables_[*first], texts);
  std::size_t of = *first;
  for (const std::size_t other : others) {  // of several versions the one that is this one
    if (difference.empty()) break;
    if (!difference_of(tables_[other], texts).empty()) continue;
    of = other;
    difference.clear();
  }
  const bool same = difference.empty();
  // A third may be the same as this one; with very many versions of one table only the first are compared.
  if (!same && alike.all.size() < kMostVersions) remember();
  return Twice{of, number, same, std::move(difference)};
}

std::vector<Twice> tables_twice(std::span<const Scorecard* const> cards) {
  std::vector<Twice> out;
  TablesTwice tables;
  for (const Scorecard* card : cards) {
    if (auto twice = tables.take(*card)) out.push_back(std::move(*twice));
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
