// engine/model/decision.h: what a reviewer decided of one finding: the words of the review sheet. Plain data.
// Source  docs/audit.md, "审核表"
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace jiheng::model {

/// 处理意见: one of these, or blank.
inline constexpr std::array<std::string_view, 4> kOpinions = {"属实", "不属实", "需说明", "已改正"};

struct Decision {
  std::string opinion;  ///< 处理意见
  std::string note;     ///< 说明
  std::string by;       ///< 处理人
  std::string date;     ///< 处理日期
  bool empty() const { return opinion.empty() && note.empty(); }
  bool operator==(const Decision&) const = default;
};

}  // namespace jiheng::model
