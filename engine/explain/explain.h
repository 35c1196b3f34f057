// engine/explain/explain.h: results -> deviation classes and sentences. Facts, not excuses: the figures are written,
// a reason never; where one is needed and missing stands 〔请填写原因〕.
#pragma once

#include <string>
#include <string_view>

#include "engine/scoring/score.h"

namespace jiheng::explain {

inline constexpr std::string_view kReasonBlank = "〔请填写原因〕";

/// 未完成 · 完成 · 超额 · 大幅超额，目标可能偏低 · 无法判断.
enum class DeviationClass { missed, met, exceeded, far_exceeded, unknown };
DeviationClass classify(const scoring::IndicatorResult& result, const model::Scheme& scheme);
std::string_view to_chinese(DeviationClass c);

/// One paragraph for one indicator: target, actual, attainment, deviation, class, clause with figures, its source.
std::string explain(const scoring::IndicatorResult& result, const scoring::CardResult& card);

/// The draft for 偏差大或目标未完成原因分析 of one table: one numbered sentence per row that deviates, with the figures;
/// the card's own reason where it names the indicator, else kReasonBlank. "无" when nothing deviates.
std::string deviation_draft(const scoring::CardResult& card);

}  // namespace jiheng::explain
