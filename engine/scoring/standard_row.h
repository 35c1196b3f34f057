// engine/scoring/standard_row.h: one row's own 评分标准, answered by what the row has -> points.
// Takes   the row, its full marks, how its cells were read, and what the scheme settles of open readings.
// Gives   the standard, who answered each of its needs, points as a range, and the pieces of the text that gave them.
// Fails   never: without a readable standard, or without an answer, the points are all that is possible.
// Source  docs/standard-language.md, "计分"
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/scoring/reading.h"
#include "engine/standard/points.h"
#include "engine/standard/scheme_readings.h"

namespace jiheng::scoring {

struct StandardRow {
  enum class From : std::uint8_t {
    nobody,   ///< no answer: it stays open
    assumed,  ///< an exception nobody speaks of did not happen
    actual,   ///< 完成
    data,     ///< 计算数据, 子项
    verdict,  ///< whether the target is met, how far from it, how late
    budget    ///< 预算, 执行率
  };
  /// As the text has it beside the row's full marks, before a scheme settled anything or a need took its unit from a target:
  /// one for all rows of the batch that print the same.
  std::shared_ptr<const standard::Standard> printed;
  standard::Standard standard;  ///< the same as the scheme reads it
  standard::Answers answers;    ///< by its needs
  std::vector<From> from;
  /// 完成率 of a row whose actual value is a percentage itself: the other way to take it.
  std::optional<standard::Answers> or_answers;
  std::vector<standard::Applied> applied;  ///< as the text has it
  std::optional<standard::Points> points;  ///< before rounding; none: nothing can be computed
  bool above_full = false;  ///< the text gives more than the full marks: 加分, or other marks
};

/// The standards of a batch: a text is read once for each 分值.
class StandardReader {
 public:
  StandardReader(const standard::SchemeReadings& by, const quantity::UnitTable& units)
      : by_(by), units_(units) {}

  std::shared_ptr<const StandardRow> read(const model::Indicator& indicator, const CardFacts& card,
                                          const base::Decimal& full, const Reading& reading);

 private:
  struct Known {
    std::shared_ptr<const standard::Standard> printed;
    standard::Standard settled;
  };
  const Known& known(std::string_view text, const base::Decimal& full);

  const standard::SchemeReadings& by_;
  const quantity::UnitTable& units_;
  std::map<std::pair<std::string_view, base::Decimal>, Known> known_;
};

/// Whether the name of an entry of 计算数据 or 子项 is the need's.
bool is_data_of(const standard::Need& need, const model::Field& name);
/// 未完成计划数: 是, where 完成计划数 is asked: the answer is turned round.
bool is_denied(const standard::Need& need, const model::Field& name);

/// What 计算数据 and 子项 of the row say of a need. `said` without `value`: something that cannot be read.
struct DataAnswer {
  bool said = false;
  std::optional<base::Decimal> value;
};
DataAnswer answer_by_data(const standard::Need& need, const model::Indicator& indicator,
                          const quantity::UnitTable& units);

/// "要知道：年初数、追加数（个）": the needs nobody answered; empty where there are none.
std::vector<std::string> unanswered(const StandardRow& row);

}  // namespace jiheng::scoring
