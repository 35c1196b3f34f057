// Takes the numbers of rows, gives what follows from them by column arithmetic, and runs formulas over the
// rows picked.
#include "engine/scoring/columns.h"

#include <Eigen/Core>
#include <algorithm>
#include <cassert>
#include <limits>

namespace jiheng::scoring {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
/// Two ratios closer than this are one: 7.8/6 is 130%.
constexpr double kNoise = 1e-12;

std::size_t column_of(std::string_view name) {
  const auto& numbers = model::kNumberNames;
  const auto number = std::find(numbers.begin(), numbers.end(), name);
  if (number != numbers.end()) return static_cast<std::size_t>(number - numbers.begin());
  const auto& flags = model::kFlagNames;
  const auto flag = std::find(flags.begin(), flags.end(), name);
  assert(flag != flags.end());  // load refuses every other name
  return kFirstFlag + static_cast<std::size_t>(flag - flags.begin());
}

}  // namespace

Columns::Columns(std::size_t rows) : rows_(rows), values_(rows * kNameCount, 0) {
  std::fill_n(values_.begin(), rows * kFirstFlag, kNan);
}

void Columns::derive(std::optional<double> threshold) {
  using Column = Eigen::Map<Eigen::ArrayXd>;
  const auto size = static_cast<Eigen::Index>(rows_);
  const auto column = [&](Name name) { return Column(&at(name, 0), size); };
  if (rows_ == 0) return;
  const Column target = column(Name::target);
  const Column upper = column(Name::upper);
  const Column actual = column(Name::actual);
  const auto is_band = upper.isFinite();
  const auto below = actual < target;
  const auto nearest = (is_band && !below).select(upper, target);
  const auto inside = is_band && !below && actual <= upper;
  column(Name::attainment) = (is_band || target == 0.0).select(kNan, actual / target);
  column(Name::deviation) =
      inside.select(0.0, (nearest == 0.0).select(kNan, (actual - nearest) / nearest.abs()));
  if (threshold) {
    const Column met = column(Name::met);
    const auto far = column(Name::attainment) >= *threshold * (1 - kNoise);
    column(Name::far_over) =
        (met > 0.0 && far).select(Eigen::ArrayXd::Ones(size), Eigen::ArrayXd::Zero(size));
  }
}

Bound::Bound(const formula::Formula& f) : formula_(&f) {
  for (const std::string& name : f.used_names()) columns_.push_back(column_of(name));
}

bool Bound::uses(Name name) const {
  return std::find(columns_.begin(), columns_.end(), static_cast<std::size_t>(name)) != columns_.end();
}

std::vector<double> Bound::values(const Columns& columns, std::span<const std::size_t> picked) const {
  std::vector<double> gathered(columns_.size() * picked.size());
  std::vector<const double*> pointers;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    double* const to = gathered.data() + c * picked.size();
    const std::span<const double> from = columns.column(columns_[c]);
    for (std::size_t i = 0; i < picked.size(); ++i) to[i] = from[picked[i]];
    pointers.push_back(to);
  }
  std::vector<double> results(picked.size());
  formula_->evaluate(pointers, picked.size(), results.data());
  return results;
}

}  // namespace jiheng::scoring
