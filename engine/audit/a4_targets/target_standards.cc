// A421-A424. Takes the 评分标准 printed beside rows, whatever scheme scores them, gives those that contradict the row's 分值 or
// target, leave steps open, or that nothing can be computed from.
#include <fmt/format.h>

#include <algorithm>

#include "engine/audit/a4_targets/targets.h"
#include "engine/audit/printed_standards.h"
#include "engine/base/text.h"
#include "engine/explain/standard_words.h"
#include "engine/scoring/figures.h"
#include "engine/standard/points.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using scoring::figure;
using standard::Rule;
using standard::Standard;

void add_standard_finding(const Table& table, const Row& row, std::string id, std::string message,
                          std::string why, std::string fix, Findings& findings) {
  const model::Field& cell = row.indicator->standard;
  std::vector<std::pair<std::string, std::string>> figures = {
      {"评分标准", std::string(base::clipped(cell.text, 200))}};
  if (row.indicator->full_marks) figures.emplace_back("分值", figure(row.indicator->full_marks->value));
  findings.push_back({std::move(id),
                      std::move(message),
                      std::move(figures),
                      {table.at(row, cell.place)},
                      std::move(why),
                      std::move(fix)});
}

/// A424: no points can be worked out, whoever tries.
void check_standard_computable(const Table& table, const Row& row, const Standard& s, Findings& findings) {
  std::string why;
  for (const standard::Problem& p : s.problems) {
    if (why.empty() && (p.id == "T401" || p.id == "T404" || p.id == "T405" || p.id == "T406"))
      why = p.message;
  }
  add_standard_finding(table, row, "A424", fmt::format("“{}”的评分标准算不出得分", name_of(row)), why,
                       "写明得几分、扣几分和各自的条件；要由人评定的，写明怎么评。", findings);
}

/// A421: the marks of the text are not the row's.
void check_standard_marks(const Table& table, const Row& row, const Standard& s, Findings& findings) {
  const auto& full = row.indicator->full_marks;
  if (!full || !s.printed_full || *s.printed_full == full->value) return;
  add_standard_finding(table, row, "A421",
                       fmt::format("“{}”的评分标准合起来是 {} 分，分值是 {} 分", name_of(row),
                                   figure(*s.printed_full), figure(full->value)),
                       "按文字、按分值、按比例折算，得分各不相同。", "核对分值和评分标准，改成一样。",
                       findings);
}

/// What lies between two steps: nothing for whole numbers beside each other.
bool touches(const standard::Edge& end, const standard::Edge& begin, const standard::Need& need) {
  if (end.value == begin.value) return end.closed || begin.closed || end.unsaid || begin.unsaid;
  const bool counted = need.type == standard::NeedType::count ||
                       (need.unit != "%" && !need.unit.empty() && end.value.trimmed().places() <= 0 &&
                        begin.value.trimmed().places() <= 0);
  return counted && begin.value - end.value <= Decimal(1);
}

/// A422: values that no step has, or two steps have.
void check_standard_steps(const Table& table, const Row& row, const Standard& s, Findings& findings) {
  for (const standard::Part& part : s.parts) {
    if (!part.stepped) continue;
    std::vector<const Rule*> steps;
    for (const Rule& r : part.gives) {
      if (r.when.size() == 1) steps.push_back(&r);
    }
    std::stable_sort(steps.begin(), steps.end(), [](const Rule* a, const Rule* b) {
      const auto& x = a->when.front().in;
      const auto& y = b->when.front().in;
      if (!x.low || !y.low) return !x.low && y.low;
      return x.low->value < y.low->value;
    });
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
      const standard::Interval& a = steps[i]->when.front().in;
      const standard::Interval& b = steps[i + 1]->when.front().in;
      const standard::Need& need = s.needs[steps[i]->when.front().need];
      if (!a.high || !b.low) continue;
      const bool over = b.low->value < a.high->value && a.low;
      const bool gap = b.low->value > a.high->value && !touches(*a.high, *b.low, need);
      const bool neither = b.low->value == a.high->value && !touches(*a.high, *b.low, need);
      if (!over && !gap && !neither) continue;
      const std::string from = a.high->value.trimmed().to_string() + need.unit;
      const std::string to = b.low->value.trimmed().to_string() + need.unit;
      add_standard_finding(
          table, row, "A422",
          fmt::format("“{}”的评分标准：“{}”和“{}”{}", name_of(row),
                      explain::standard_piece(*row.indicator, steps[i]->span),
                      explain::standard_piece(*row.indicator, steps[i + 1]->span),
                      over      ? "有重叠，重叠处有两个分数"
                      : neither ? fmt::format("都不含 {}", from)
                                : fmt::format("之间空着 {} 到 {}，落在里面的没有分数", from, to)),
          "", "把各档的两端接上，每个值只在一档。", findings);
      return;
    }
  }
}

/// A423: who does just what the target asks gets less than the full marks.
void check_standard_target(const Table& table, const Row& row, const Standard& s, Findings& findings) {
  const target::Predicate& wanted = row.result->target;
  const auto& full = row.indicator->full_marks;
  const bool limit =
      wanted.op == target::Op::ge || wanted.op == target::Op::le || wanted.op == target::Op::eq;
  if (!full || wanted.kind != target::Kind::quantity || !wanted.value || !limit || s.needs.empty()) return;
  std::size_t asked = 0;
  for (const standard::Need& need : s.needs) asked += need.assumed ? 0U : 1U;
  const auto only =
      std::find_if(s.needs.begin(), s.needs.end(), [](const standard::Need& n) { return !n.assumed; });
  if (only == s.needs.end()) return;
  const standard::Need& need = *only;
  if (asked != 1 || need.assumed || need.type != standard::NeedType::number || need.distance ||
      need.unit != wanted.unit)
    return;
  const bool rate_of_target = need.name.ends_with("完成率") || need.name.ends_with("完成比例");
  if (rate_of_target) return;  // 100% of whatever the target is
  standard::Answers answers(s.needs.size());
  answers[static_cast<std::size_t>(only - s.needs.begin())] = *wanted.value * wanted.scale;
  std::vector<standard::Applied> applied;
  const auto points = standard::points_at(s, full->value, answers, &applied);
  const Decimal most = s.printed_full ? std::min(*s.printed_full, full->value) : full->value;
  if (!points || points->high >= most) return;

  const std::string piece = applied.empty()
                                ? std::string()
                                : "：“" + explain::standard_piece(*row.indicator, applied.back().span) + "”";
  add_standard_finding(table, row, "A423",
                       fmt::format("“{}”目标“{}”，正好做到，按评分标准只得 {} 分{}", name_of(row),
                                   target_of(row), figure(points->high), piece),
                       "目标和评分标准里得满分的数不是一个。", "核对目标和评分标准，改成一样。", findings);
}

}  // namespace

void check_row_standards(const Batch& batch, Findings& findings) {
  PrintedStandards standards(batch);
  for (const Table& table : batch.tables) {
    for (const Row& row : table.rows) {
      if (base::trimmed(row.indicator->standard.text).empty()) continue;
      const Standard& s = standards.of(row);
      if (!s.computable) {
        check_standard_computable(table, row, s, findings);
        continue;
      }
      check_standard_marks(table, row, s, findings);
      check_standard_steps(table, row, s, findings);
      check_standard_target(table, row, s, findings);
    }
  }
}

}  // namespace jiheng::audit
