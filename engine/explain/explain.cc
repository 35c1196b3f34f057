// Takes the results of one table, gives sentences in the form's words with the figures filled in. The figures
// are scoring's and the reasons are the card's: nothing is computed and nothing is invented here.
#include "engine/explain/explain.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"
#include "engine/model/reason.h"
#include "engine/scoring/reading.h"

namespace jiheng::explain {
namespace {

using base::Decimal;
using scoring::CardResult;
using scoring::IndicatorResult;

/// False for rows no actual value is asked for in the year.
bool is_asked(const IndicatorResult& result, const CardResult& card) {
  return !row_of(*card.card, result.id).not_applicable &&
         section_of(*card.card, result.id).horizon == model::Horizon::annual;
}

/// Rows the form asks a reason for (偏差大或目标未完成).
bool deviates(const IndicatorResult& result, const CardResult& card) {
  if (!is_asked(result, card)) return false;
  const DeviationClass c = classify(result, *card.scheme);
  return c == DeviationClass::missed || c == DeviationClass::far_exceeded;
}

std::string percent_of(const Decimal& value) { return value.with_places(2).to_string() + "%"; }

std::string cell(const model::Field& field) {
  return field.empty() ? "（空）" : std::string(base::trimmed(field.text));
}

/// "年初目标值 500 份，实际完成值 4824 份，完成率 964.80%，偏离度 +864.80%". Where less is better, actual ÷
/// target is no degree of completion.
std::string figures(const IndicatorResult& result, const CardResult& card) {
  const model::Indicator& row = row_of(*card.card, result.id);
  const std::string computed =
      scoring::value_text(scoring::computed_actual(*card.scheme, card.card->budget, row));
  const std::string actual = computed.empty() ? cell(row.actual) : computed + "（按数据算出）";
  std::string text = fmt::format("年初目标值 {}，实际完成值 {}", cell(row.target), actual);
  const bool less_is_better = result.verdict.direction == target::Direction::lower;
  if (result.attainment) {
    text += fmt::format("，{} {}", less_is_better ? "为目标值的" : "完成率", percent_of(*result.attainment));
  }
  if (result.deviation) {
    text +=
        fmt::format("，偏离度 {}{}", result.deviation->sign() > 0 ? "+" : "", percent_of(*result.deviation));
  }
  if (result.verdict.days_late && *result.verdict.days_late > 0) {
    text += fmt::format("，晚 {} 天", *result.verdict.days_late);
  }
  return text;
}

std::string points(const scoring::Points& score) {
  if (score.exact()) return fmt::format("{} 分", score.low.to_string());
  return fmt::format("{} 至 {} 分（待核）", score.low.to_string(), score.high.to_string());
}

/// "依据：财预〔2020〕10号 附件2（已见）".
std::string source_of(const IndicatorResult& result, const CardResult& card) {
  if (result.clause == nullptr) return {};
  const model::SourceNote& own = result.clause->source;
  const auto& of_scheme = card.scheme->sources;
  if (own.document.empty() && of_scheme.empty()) return {};
  const model::SourceNote& note = own.document.empty() ? of_scheme.front() : own;
  std::string text = "依据：" + note.document;
  if (!note.paragraph.empty()) text += " " + note.paragraph;
  if (!note.status.empty()) text += "（" + note.status + "）";
  return text + "。";
}

/// The reasons of one table; who counts the rows that deviate does it once.
class Reasons {
 public:
  explicit Reasons(const CardResult& card) : card_(card) {
    const auto rows = std::count_if(card.indicators.begin(), card.indicators.end(),
                                    [&card](const IndicatorResult& r) { return deviates(r, card); });
    only_one_row_ = rows == 1;
  }

  std::string_view for_row(const IndicatorResult& result) const {
    const std::string_view stated = model::reason_for(*card_.card, row_of(*card_.card, result.id));
    if (!stated.empty() || !only_one_row_ || !deviates(result, card_)) return stated;
    return model::reason_in(card_.card->deviation_reason);
  }

 private:
  const CardResult& card_;
  bool only_one_row_ = false;
};

}  // namespace

DeviationClass classify(const IndicatorResult& result, const model::Scheme& scheme) {
  if (result.status == target::Status::missed) return DeviationClass::missed;
  if (result.status == target::Status::undetermined) return DeviationClass::unknown;
  const bool can_exceed = result.verdict.direction == target::Direction::higher;
  if (!can_exceed || !result.attainment || *result.attainment <= Decimal(100)) return DeviationClass::met;
  if (scheme.over_threshold && *result.attainment >= *scheme.over_threshold * 100)
    return DeviationClass::far_exceeded;
  return DeviationClass::exceeded;
}

std::string_view to_chinese(DeviationClass c) {
  switch (c) {
    case DeviationClass::missed:
      return "未完成";
    case DeviationClass::met:
      return "完成";
    case DeviationClass::exceeded:
      return "超额";
    case DeviationClass::far_exceeded:
      return "大幅超额，目标可能偏低";
    case DeviationClass::unknown:
      break;
  }
  return "无法判断";
}

std::vector<std::string> sentences(const IndicatorResult& result, const CardResult& card) {
  const model::Indicator& row = row_of(*card.card, result.id);
  const bool asked = is_asked(result, card);
  std::vector<std::string> lines = {figures(result, card) + "；"};
  if (asked) {
    lines.back() += fmt::format("{}。", to_chinese(classify(result, *card.scheme)));
  } else {
    lines.back() += row.not_applicable ? "不适用。" : "长期目标，当年不评。";
  }
  if (card.scored && (asked || row.not_applicable)) {
    const std::string of =
        result.full_marks ? fmt::format("（满分 {} 分）", result.full_marks->to_string()) : "";
    lines.push_back(fmt::format("得 {}{}。", points(result.score), of));
  }
  if (!result.why.empty()) lines.push_back(result.why + (result.why.ends_with("。") ? "" : "。"));
  if (std::string source = source_of(result, card); !source.empty()) lines.push_back(std::move(source));
  return lines;
}

std::string explain(const IndicatorResult& result, const CardResult& card) {
  std::string text = fmt::format("{}：", base::trimmed(row_of(*card.card, result.id).name.text));
  for (const std::string& line : sentences(result, card)) text += line;
  return text;
}

std::string reason_given(const IndicatorResult& result, const CardResult& card) {
  return std::string(Reasons(card).for_row(result));
}

std::string deviation_draft(const CardResult& card) {
  if (!card.scored) return "本表还没有实际完成值。";
  const Reasons reasons(card);
  std::string draft;
  std::string unknown;
  int number = 0;
  bool blank = false;
  for (const IndicatorResult& result : card.indicators) {
    const model::Indicator& row = row_of(*card.card, result.id);
    if (!is_asked(result, card)) continue;
    const DeviationClass c = classify(result, *card.scheme);
    if (c == DeviationClass::unknown) {
      unknown += (unknown.empty() ? "" : "、") + std::string(base::trimmed(row.name.text));
    }
    if (!deviates(result, card)) continue;
    std::string_view reason = reasons.for_row(result);
    if (reason.empty()) {
      reason = kReasonBlank;
      blank = true;
    }
    draft += fmt::format("{}. {}：{}；{}。原因：{}{}\n", ++number, base::trimmed(row.name.text),
                         figures(result, card), to_chinese(c), reason, reason.ends_with("。") ? "" : "。");
  }
  const std::string_view of_card = model::reason_in(card.card->deviation_reason);
  if (blank && !of_card.empty() && draft.find(of_card) == std::string::npos) {
    draft +=
        fmt::format("表上填的原因没有指明是哪一项：{}{}\n", of_card, of_card.ends_with("。") ? "" : "。");
  }
  if (!unknown.empty()) draft += fmt::format("无法判断是否完成，待核：{}。\n", unknown);
  if (draft.empty()) return "无";
  draft.pop_back();
  return draft;
}

}  // namespace jiheng::explain
