// engine/scoring/columns.h: the numbers and flags of many rows, one column a name of the scheme language.
// Units   ratios for percentages (96% is 0.96), days, points; nan where a row has no such value.
// Source  model/scheme.h, kNumberNames and kFlagNames
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/formula/formula.h"
#include "engine/model/scheme.h"

namespace jiheng::scoring {

/// Columns in the order of kNumberNames, then kFlagNames.
enum class Name : std::size_t {
  full,
  target,
  upper,
  actual,
  attainment,
  deviation,
  judged,
  days_late,
  rate,
  met,
  missed,
  higher,
  lower,
  band,
  words,
  date,
  far_over,
  has_judged,
  department,
};
inline constexpr std::size_t kNameCount = model::kNumberNames.size() + model::kFlagNames.size();
inline constexpr auto kFirstFlag = static_cast<std::size_t>(Name::met);
static_assert(kFirstFlag == model::kNumberNames.size());
static_assert(static_cast<std::size_t>(Name::department) + 1 == kNameCount);

class Columns {
 public:
  /// Numbers begin as nan, flags as 0.
  explicit Columns(std::size_t rows);

  std::size_t rows() const { return rows_; }
  double& at(Name name, std::size_t row) { return values_[static_cast<std::size_t>(name) * rows_ + row]; }
  double at(std::size_t column, std::size_t row) const { return values_[column * rows_ + row]; }
  std::span<const double> column(std::size_t column) const { return {&values_[column * rows_], rows_}; }

  /// Fills 完成率 and 偏离度 from 目标值, 目标上限 and 完成值, and 大幅超额 (`threshold` is a ratio).
  void derive(std::optional<double> threshold);

 private:
  std::size_t rows_;
  std::vector<double> values_;
};

/// A formula with the columns its names stand for. The formula must outlive it.
class Bound {
 public:
  explicit Bound(const formula::Formula& f);
  explicit Bound(const formula::Formula&&) = delete;
  const formula::Formula& formula() const { return *formula_; }
  std::span<const std::size_t> columns() const { return columns_; }
  bool uses(Name name) const;
  /// One value for each of the rows picked.
  std::vector<double> values(const Columns& columns, std::span<const std::size_t> picked) const;

 private:
  const formula::Formula* formula_;
  std::vector<std::size_t> columns_;
};

}  // namespace jiheng::scoring
