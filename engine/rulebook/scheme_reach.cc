// Takes clauses, gives L127 for each that can never give points. Whether a comparison of numbers can hold is
// not asked.
#include "engine/rulebook/scheme_reach.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <string>
#include <string_view>

namespace jiheng::rulebook {
namespace {

using formula::Formula;
using model::Clause;

constexpr std::size_t kFlags = model::kFlagNames.size();
using Flags = std::array<double, kFlags>;

constexpr std::size_t flag(std::string_view name) {
  for (std::size_t i = 0; i < kFlags; ++i) {
    if (model::kFlagNames[i] == name) return i;
  }
  return kFlags;
}

/// Every combination of the flags that can occur.
const std::vector<Flags>& worlds() {
  static const std::vector<Flags> all = [] {
    constexpr std::array<std::string_view, 5> kDirections = {"正向", "反向", "区间", "定性", "时限"};
    std::vector<Flags> out;
    for (int status = 0; status < 3; ++status) {
      for (std::size_t direction = 0; direction <= kDirections.size(); ++direction) {
        for (unsigned rest = 0; rest < 8; ++rest) {
          const bool far_over = (rest & 1U) != 0;
          if (far_over && status != 0) continue;
          Flags world{};
          if (status < 2) world[flag(status == 0 ? "达标" : "未达标")] = 1;
          if (direction < kDirections.size()) world[flag(kDirections[direction])] = 1;
          world[flag("大幅超额")] = far_over ? 1 : 0;
          world[flag("有评定")] = (rest & 2U) != 0 ? 1 : 0;
          world[flag("部门表")] = (rest & 4U) != 0 ? 1 : 0;
          out.push_back(world);
        }
      }
    }
    return out;
  }();
  return all;
}

constexpr std::size_t kMaxWorlds = 256;
using WorldSet = std::bitset<kMaxWorlds>;

bool flags_only(const Formula& f) {
  return std::all_of(f.used_names().begin(), f.used_names().end(),
                     [](const std::string& name) { return flag(name) < kFlags; });
}

/// Where it holds; a formula without a value (nan) may hold: `unsure` says how that counts.
WorldSet worlds_of(const Formula& f, bool unsure) {
  WorldSet set;
  std::vector<double> values(f.used_names().size());
  for (std::size_t w = 0; w < worlds().size(); ++w) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = worlds()[w][flag(f.used_names()[i])];
    const double value = f.evaluate_one(values);
    set[w] = std::isnan(value) ? unsure : value != 0;
  }
  return set;
}

WorldSet every_world() {
  WorldSet set;
  for (std::size_t w = 0; w < worlds().size(); ++w) set.set(w);
  return set;
}

/// The parts of "A 且 B 且 C"; the whole text as one part where anything else joins it outside brackets.
std::vector<std::string> conjuncts(const std::string& text) {
  constexpr std::string_view kAnd = "且";
  std::vector<std::string> parts(1);
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = std::string_view(text).substr(at);
    if (rest.front() == '(' || rest.starts_with("（")) ++depth;
    if (rest.front() == ')' || rest.starts_with("）")) --depth;
    const bool other_join = rest.starts_with("或") || rest.starts_with("||") || rest.front() == '?';
    if (depth == 0 && other_join) return {text};
    const bool two_signs = rest.starts_with("&&");
    if (depth == 0 && (rest.starts_with(kAnd) || two_signs)) {
      at += (two_signs ? 2 : kAnd.size()) - 1;
      parts.emplace_back();
    } else {
      parts.back() += text[at];
    }
  }
  return parts;
}

/// The worlds in which the condition may hold: no world it may hold in is left out.
WorldSet possible_worlds(const Clause& clause) {
  WorldSet set = every_world();
  if (!clause.when) return set;
  if (flags_only(*clause.when)) return worlds_of(*clause.when, true);
  for (const std::string& part : conjuncts(clause.when->text())) {
    const auto compiled = Formula::compile(part, model::kFlagNames, clause.place);
    if (compiled) set &= worlds_of(*compiled, true);
  }
  return set;
}

/// Clauses that leave a row without their data to the next clause take no world away.
struct AlwaysGives {
  bool operator()(const model::ByFormula&) const { return true; }
  bool operator()(const model::BySteps&) const { return true; }
  bool operator()(const model::ByDeduction&) const { return true; }
  bool operator()(const model::ByConditions&) const { return false; }
  bool operator()(const model::ByTiers&) const { return false; }
  bool operator()(const model::ByCutPoints&) const { return false; }
  bool operator()(const model::ByStandard&) const { return false; }
};
bool always_gives(const Clause& clause) { return std::visit(AlwaysGives{}, clause.points); }

/// The worlds the clause takes from the ones behind it.
WorldSet taken_worlds(const Clause& clause) {
  if (!always_gives(clause)) return {};
  if (!clause.when) return every_world();
  return flags_only(*clause.when) ? worlds_of(*clause.when, false) : WorldSet{};
}

template <class Matches>
bool list_covers(const std::vector<std::string>& wide, const std::vector<std::string>& narrow,
                 Matches matches) {
  if (wide.empty()) return true;
  if (narrow.empty()) return false;
  return std::all_of(narrow.begin(), narrow.end(), [&](const std::string& n) {
    return std::any_of(wide.begin(), wide.end(), [&](const std::string& w) { return matches(w, n); });
  });
}

/// Every row of `narrow` is one of `wide`.
bool covers(const model::Applies& wide, const model::Applies& narrow) {
  const auto equal = [](const std::string& w, const std::string& n) { return w == n; };
  const auto contained = [](const std::string& w, const std::string& n) {
    return n.find(w) != std::string::npos;
  };
  return list_covers(wide.level1, narrow.level1, equal) && list_covers(wide.level2, narrow.level2, equal) &&
         list_covers(wide.names, narrow.names, contained);
}

bool same_condition(const Clause& a, const Clause& b) {
  return a.when && b.when && a.when->text() == b.when->text() && always_gives(a);
}

}  // namespace

void check_reach(const std::vector<Clause>& clauses, Problems& problems) {
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const Clause& clause = clauses[i];
    WorldSet left = possible_worlds(clause);
    if (left.none()) {
      problems.push_back(
          {"L127", fmt::format("条款 {} 永远用不到：“当: {}”不可能成立", clause.id, clause.when->text()),
           "达标与未达标不会同时成立，正向、反向、区间、定性、时限也只会有一个成立。",
           "改条件，或删去这一条。", clause.place});
      continue;
    }
    std::string takers;
    for (std::size_t j = 0; j < i && left.any(); ++j) {
      if (!covers(clauses[j].applies, clause.applies)) continue;
      const WorldSet taken = same_condition(clauses[j], clause) ? left : (left & taken_worlds(clauses[j]));
      if (taken.none()) continue;
      left &= ~taken;
      takers += (takers.empty() ? "" : "、") + clauses[j].id;
    }
    if (left.none()) {
      problems.push_back(
          {"L127", fmt::format("条款 {} 永远用不到：排在前面的 {} 已经管了它的全部情况", clause.id, takers),
           "条款从上往下试，用第一条成立的。", fmt::format("把 {} 移到 {} 前面，或删去。", clause.id, takers),
           clause.place});
    }
  }
}

}  // namespace jiheng::rulebook
