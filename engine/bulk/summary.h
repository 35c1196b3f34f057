// engine/bulk/summary.h: what a mass of cards comes to, by unit, scheme and year.
// Takes   the totals of cards one by one, in any order; parts are put together by add().
// Gives   one line a group, in the order of unit, scheme, year; figures exact, averages to two places.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "engine/scoring/score.h"

namespace jiheng::bulk {

struct GroupSums {
  std::size_t cards = 0;
  std::size_t not_scored = 0;  ///< unsound, or without any actual value
  std::size_t open_rows = 0;   ///< 待核
  std::size_t marks_off = 0;   ///< scored, but the marks do not add up (S105): total and grade do not count
  base::Decimal low;           ///< of the totals
  base::Decimal high;
  std::map<std::string, std::size_t> grades;
  std::array<std::size_t, 6> ranges{};  ///< totals below 60, 60–, 70–, 80–, 90–, and those that lie in two
  void add(const GroupSums& more);
};

class Summary {
 public:
  using Key = std::tuple<std::string, std::string, std::string>;  ///< unit, scheme, year, as printed
  GroupSums& group(std::string_view unit, std::string_view scheme, std::string_view year);
  void add(const Summary& more);
  /// Over all groups.
  std::size_t marks_off() const;
  const std::map<Key, GroupSums>& groups() const { return groups_; }
  /// A CSV with its head.
  std::string to_csv() const;

 private:
  std::map<Key, GroupSums> groups_;
};

}  // namespace jiheng::bulk
