// engine/rulebook/scheme_intervals.h: numbers and intervals as written in a scheme -> exact decimals with stated ends.
// Takes   "2分" "0.5" "130%" "1个百分点"; "[80%,90%)" "(0,10%]" "≥90%" "<60%" "=0"; full-width forms too.
// Units   percentages are ratios: 80% is 0.8, 1个百分点 is 0.01.
// Fails   L201 no number, L124 no interval, L125 two intervals that overlap or leave a gap.
// Source  docs/scheme-language.md, "数与区间"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/model/scheme.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {

/// A number with an optional 分, %, ‰ or 个百分点 behind it; nullopt for anything else.
std::optional<base::Decimal> amount_from_text(std::string_view text);

/// The same of a node; `example` is what a right one looks like. nullopt: missing (null node) or refused
/// (L201).
std::optional<base::Decimal> amount_of(const YamlNode* node, std::string_view what, std::string_view example,
                                       Problems& problems);

std::optional<model::Interval> interval_from_text(std::string_view text);

/// The key of a step as an interval; L124 where it is none.
std::optional<model::Interval> interval_of(const std::string& text, const base::Place& place,
                                           Problems& problems);

/// An interval and where it is written.
struct PlacedInterval {
  model::Interval interval;
  base::Place place;
};

/// Reports L125 for neighbours that overlap or leave a gap. Returns the order that makes them rise.
std::vector<std::size_t> check_partition(std::span<const PlacedInterval> intervals, std::string_view what,
                                         Problems& problems);

}  // namespace jiheng::rulebook
