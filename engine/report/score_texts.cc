// Takes figures, gives texts. Rounds nothing that scoring did not round.
#include "engine/report/score_texts.h"

#include <algorithm>

namespace jiheng::report {

std::string points_text(const base::Decimal& points, const model::Scheme& scheme) {
  return points.with_places(std::max(scheme.rounding.places, points.trimmed().places())).to_string();
}

std::string points_text(const scoring::Points& points, const model::Scheme& scheme) {
  const std::string low = points_text(points.low, scheme);
  return points.exact() ? low : low + "-" + points_text(points.high, scheme);
}

std::string status_text(const scoring::IndicatorResult& result, const scoring::CardResult& card) {
  if (!card.scored) return "未填";
  if (result.dropped) return "不适用";
  return std::string(to_chinese(result.status));
}

const model::Indicator& indicator_of(const scoring::IndicatorResult& result,
                                     const scoring::CardResult& card) {
  return card.card->sections[result.section].indicators[result.index];
}

std::optional<base::Decimal> overclaimed(const std::optional<model::NumberField>& claimed,
                                         const scoring::Points& score) {
  if (!claimed || !score.exact() || claimed->value == score.low) return std::nullopt;
  return base::subtract(claimed->value, score.low);
}

}  // namespace jiheng::report
