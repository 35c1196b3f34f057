// engine/explain/explain.h: results -> deviation classes and sentences. Facts, not excuses: the figures are
// written, a reason never; where one is needed and missing stands 〔请填写原因〕.
// Takes   results of scoring; texts of the card as printed.
// Source  docs/scorecard.md, "偏差原因"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/scoring/score.h"

namespace jiheng::explain {

inline constexpr std::string_view kReasonBlank = "〔请填写原因〕";

/// 未完成 · 完成 · 超额 · 大幅超额，目标可能偏低 · 无法判断.
enum class DeviationClass { missed, met, exceeded, far_exceeded, unknown };

/// Only a target that asks for at least so much can be exceeded: above 100% it is, from the scheme's 大幅超额
/// on it is by far. Staying below a ceiling, inside a band, before a day or on a word is 完成.
DeviationClass classify(const scoring::IndicatorResult& result, const model::Scheme& scheme);
std::string_view to_chinese(DeviationClass c);

/// What is to be said about one indicator, a sentence a line: target, actual, attainment, deviation and
/// class; points; clause with figures; its source.
std::vector<std::string> sentences(const scoring::IndicatorResult& result, const scoring::CardResult& card);

/// The same as one paragraph that begins with the indicator's name.
std::string explain(const scoring::IndicatorResult& result, const scoring::CardResult& card);

/// The reason the card gives for one row: the row's own, else the card's where it names the indicator (white
/// space and a leading year of the name do not matter) or where no other row deviates. Empty if none; 无 is
/// none.
std::string reason_given(const scoring::IndicatorResult& result, const scoring::CardResult& card);

/// The draft for 偏差大或目标未完成原因分析 of one table: one numbered sentence per row that is 未完成 or
/// 大幅超额, with the figures and the reason given, else kReasonBlank; then the card's reason where it names
/// none of them, and which rows are 无法判断. "无" when there are none.
std::string deviation_draft(const scoring::CardResult& card);

}  // namespace jiheng::explain
