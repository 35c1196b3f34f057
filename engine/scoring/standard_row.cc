// Takes one row and its standard, looks for the answer to each need: 计算数据, 子项, 完成, the verdict, the budget. Leaves what
// the text means to standard/ and what is said about it to explain. Nothing is answered that two needs could claim.
#include "engine/scoring/standard_row.h"

#include <algorithm>
#include <array>

#include "engine/base/squeezed.h"
#include "engine/scoring/figures.h"
#include "engine/standard/parse.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;
using standard::Need;
using standard::NeedType;
using From = StandardRow::From;
using namespace std::string_view_literals;

bool names_one(std::string_view name, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view w) { return name.find(w) != std::string_view::npos; });
}

/// 达到目标值, 完成年度任务, 达标: a question the verdict answers. 未完成目标 is its opposite.
std::optional<bool> asks_whether_met(std::string_view name) {
  bool no = false;
  for (const std::string_view denied : {"未"sv, "没有"sv, "不能"sv}) {
    if (!name.starts_with(denied)) continue;
    name.remove_prefix(denied.size());
    no = true;
    break;
  }
  if (name == "达标") return !no;
  bool verb = false;
  for (const std::string_view v : {"达到"sv, "完成"sv, "达成"sv, "实现"sv}) {
    if (!name.starts_with(v)) continue;
    name.remove_prefix(v.size());
    verb = true;
    break;
  }
  if (!verb) return std::nullopt;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view w : {"年度"sv, "年初"sv, "预期"sv, "既定"sv, "绩效"sv, "设定"sv, "计划"sv}) {
      if (!name.starts_with(w) || name == "计划") continue;
      name.remove_prefix(w.size());
      more = true;
    }
  }
  constexpr std::array kNouns = {"目标"sv,     "目标值"sv, "指标"sv, "指标值"sv,
                                 "目标任务"sv, "任务"sv,   "计划"sv, "计划值"sv};
  if (std::find(kNouns.begin(), kNouns.end(), name) == kNouns.end()) return std::nullopt;
  return !no;
}

class Answering {
 public:
  Answering(StandardRow& row, const model::Indicator& indicator, const CardFacts& card,
            const Reading& reading, const quantity::UnitTable& units)
      : row_(row), indicator_(indicator), card_(card), reading_(reading), units_(units) {}

  void run() {
    const std::vector<Need>& needs = row_.standard.needs;
    row_.answers.resize(needs.size());
    row_.from.resize(needs.size(), From::nobody);
    for (std::size_t i = 0; i < needs.size(); ++i) by_data(i);
    by_actual();
    for (std::size_t i = 0; i < needs.size(); ++i) {
      if (row_.answers[i]) continue;
      by_verdict(i);
      by_budget(i);
      if (!row_.answers[i] && needs[i].assumed) row_.from[i] = From::assumed;
    }
  }

 private:
  void take(std::size_t need, From from, const std::optional<Decimal>& value) {
    if (!value) return;
    row_.answers[need] = value;
    row_.from[need] = from;
  }

  void by_data(std::size_t i) {
    Need& need = row_.standard.needs[i];
    const DataAnswer answer = answer_by_data(need, indicator_, units_);
    take(i, From::data, answer.value);
    if (answer.said && !answer.value)
      need.assumed = false;  // what was said of an exception cannot be read: it stays open
  }

  void by_actual() {
    if (indicator_.actual.empty() && reading_.computed.how != ComputedActual::How::computed) return;
    std::vector<std::string> texts;
    if (reading_.computed.how == ComputedActual::How::computed) {
      texts.push_back(reading_.computed.value.trimmed().to_string() + reading_.computed.rule->unit);
    } else {
      texts.push_back(indicator_.actual.text);
      // as the cell was read: 7.34 万人, and a number without the unit that its target has
      const target::Predicate& actual = reading_.actual;
      const bool plain =
          actual.kind == target::Kind::quantity && actual.value &&
          (actual.op == target::Op::none || actual.op == target::Op::eq) && actual.head.empty() &&
          std::all_of(actual.problems.begin(), actual.problems.end(),
                      [](const target::Problem& p) { return p.id == "T201"; });  // 一项90% is more than 90%
      if (plain && reading_.verdict.actual_value)
        texts.push_back(reading_.verdict.actual_value->trimmed().to_string() + reading_.verdict.unit);
    }
    for (const std::string& text : texts) {
      const auto answers = standard::read_sure_answers(text, row_.standard, units_);
      if (!answers) continue;
      for (std::size_t i = 0; i < answers->size(); ++i) {
        if (!row_.answers[i] && !counts_what_went_wrong(i)) take(i, From::actual, (*answers)[i]);
      }
      break;
    }
    by_attainment();
  }

  /// 每少一次扣0.5分, 每发现一处扣1分 beside a target of 12 that is to be reached: 10 were done, not 10 missed.
  bool counts_what_went_wrong(std::size_t i) const {
    const target::Verdict& v = reading_.verdict;
    const bool to_reach =
        v.direction == target::Direction::higher && v.target_value && v.target_value->sign() > 0;
    if (!to_reach || !v.actual_value || row_.standard.needs[i].type != NeedType::count) return false;
    for (const standard::Part& part : row_.standard.parts) {
      for (const standard::Rule& r : part.changes) {
        const auto* c = std::get_if<standard::Change>(&r.effect);
        if (c != nullptr && !c->adds && c->by == standard::Change::By::count && c->need == i) return true;
      }
    }
    return false;
  }

  /// 完成任务得10分，每少完成1%扣0.2分: the share of the target that was done.
  void by_attainment() {
    std::optional<std::size_t> rate;
    for (std::size_t i = 0; i < row_.standard.needs.size(); ++i) {
      const Need& need = row_.standard.needs[i];
      const bool of_target = need.type == NeedType::number && need.unit == "%" && !need.distance &&
                             (need.name.ends_with("完成率") || need.name.ends_with("完成比例"));
      if (of_target && rate) return;
      if (of_target) rate = i;
    }
    const target::Verdict& v = reading_.verdict;
    const bool more_is_better = v.direction == target::Direction::higher;
    if (!rate || row_.from[*rate] == From::data || !v.actual_value || !v.target_value || !more_is_better)
      return;
    const auto share = base::divide(*v.actual_value * Decimal(100), *v.target_value, 20);
    if (!share || (row_.answers[*rate] && *row_.answers[*rate] == *share)) return;
    if (!row_.answers[*rate]) return take(*rate, From::actual, share->trimmed());
    constexpr std::array kOfTheTarget = {"完成率"sv, "目标完成率"sv, "任务完成率"sv, "指标完成率"sv,
                                         "完成比例"sv};
    if (std::find(kOfTheTarget.begin(), kOfTheTarget.end(), row_.standard.needs[*rate].name) ==
        kOfTheTarget.end())
      return;                        // 预算完成率 is the value itself
    row_.or_answers = row_.answers;  // 95% of a target of 98%: the value itself, or the share of the target
    (*row_.or_answers)[*rate] = share->trimmed();
  }

  void by_verdict(std::size_t i) {
    const Need& need = row_.standard.needs[i];
    const target::Verdict& v = reading_.verdict;
    if (need.type == NeedType::yesno) {
      const auto when_met = asks_whether_met(need.name);
      if (when_met && v.status != target::Status::undetermined)
        take(i, From::verdict, Decimal((v.status == target::Status::met) == *when_met ? 1 : 0));
      return;
    }
    const bool missing = need.distance && need.type == NeedType::count;  // 每少一次: than the target
    if (!need.distance || (!missing && !speaks_of_the_target())) return;
    if (missing && names_one(indicator_.standard.text, {"上年", "去年", "上一年", "同期", "平均", "基期"}))
      return;
    if (need.unit == "天" && v.days_late) return take(i, From::verdict, Decimal(std::max(*v.days_late, 0)));
    if (!v.target_value || !v.actual_value || v.unit != need.unit) return;
    const Decimal short_of = *v.target_value - *v.actual_value;
    const bool below = missing || names_one(need.name, {"低", "少", "差", "降", "未", "缺"});
    const bool above = !missing && names_one(need.name, {"超", "高", "多", "增", "升"});
    if (below == above) return;
    const Decimal far = below ? short_of : short_of.negated();
    take(i, From::verdict, std::max(far, Decimal(0)));
  }

  /// Not of 上年, 全省平均: a figure that stands elsewhere.
  bool speaks_of_the_target() const {
    const std::string& text = indicator_.standard.text;
    return names_one(text,
                     {"目标", "指标值", "任务", "计划", "规定", "要求", "按期", "按时", "逾期", "时限"}) &&
           !names_one(text, {"上年", "去年", "上一年", "同期", "平均", "基期"});
  }

  void by_budget(std::size_t i) {
    const Need& need = row_.standard.needs[i];
    if (row_.answers[i] || need.type != NeedType::number || card_.budget == nullptr) return;
    const model::Budget& b = *card_.budget;
    if (need.unit == "%" && card_.rate &&
        (need.name == "预算执行率" || need.name == "资金执行率" || need.name == "执行率")) {
      if (indicator_.actual.empty()) take(i, From::budget, *card_.rate * Decimal(100));
      return;
    }
    const auto amount = [&](std::string_view name, const std::optional<model::NumberField>& field) {
      if (need.name == name && field) take(i, From::budget, field->value);
    };
    if (!need.unit.empty()) return;
    amount("年初预算数", b.initial);
    amount("调整预算数", b.adjusted);
    amount("批复数", b.approved);
    amount("预算数", b.planned);
    amount("执行数", b.executed);
  }

  StandardRow& row_;
  const model::Indicator& indicator_;
  const CardFacts& card_;
  const Reading& reading_;
  const quantity::UnitTable& units_;
};

}  // namespace

const StandardReader::Known& StandardReader::known(std::string_view text, const Decimal& full) {
  const auto [at, is_new] = known_.try_emplace({text, full});
  if (is_new) {
    at->second.printed = std::make_shared<const standard::Standard>(standard::parse(text, {units_, full}));
    at->second.settled = standard::read_by(*at->second.printed, by_);
  }
  return at->second;
}

std::shared_ptr<const StandardRow> StandardReader::read(const model::Indicator& indicator,
                                                        const CardFacts& card, const Decimal& full,
                                                        const Reading& reading) {
  auto row = std::make_shared<StandardRow>();
  const Known& read = known(indicator.standard.text, full);
  row->printed = read.printed;
  row->standard = read.settled;
  if (!row->standard.computable) return row;
  Answering(*row, indicator, card, reading, units_).run();
  row->points = standard::points_at(row->standard, full, row->answers, &row->applied);
  if (row->points && row->or_answers) {
    const auto other = standard::points_at(row->standard, full, *row->or_answers);
    if (other)
      row->points =
          standard::Points{std::min(row->points->low, other->low), std::max(row->points->high, other->high)};
  }
  const auto& printed = row->standard.printed_full;
  row->above_full = (printed && *printed > full) ||  // marks that disagree: a range, never cut to one number
                    std::any_of(row->standard.parts.begin(), row->standard.parts.end(),
                                [](const standard::Part& p) { return p.above_full; });
  return row;
}

bool is_data_of(const Need& need, const model::Field& name) {
  return standard::called(need, name.text) != standard::Called::no;
}

bool is_denied(const Need& need, const model::Field& name) {
  return standard::called(need, name.text) == standard::Called::denied;
}

DataAnswer answer_by_data(const Need& need, const model::Indicator& indicator,
                          const quantity::UnitTable& units) {
  DataAnswer answer;
  for (const auto& [name, number] : indicator.inputs) {
    if (!is_data_of(need, name)) continue;
    answer.said = true;
    const bool number_wanted = need.type == NeedType::number || need.type == NeedType::count;
    // a bare number beside a limit in % may be a share of 1 or of 100
    if (number_wanted && need.unit != "%") answer.value = number.value;
  }
  for (const auto& [name, text] : indicator.answers) {
    if (!is_data_of(need, name)) continue;
    answer.said = true;
    const auto value = standard::read_answer(text.text, need, units);
    if (value) answer.value = is_denied(need, name) ? Decimal(value->is_zero() ? 1 : 0) : *value;
  }
  for (const auto& [name, yes] : indicator.conditions) {
    if (need.type == NeedType::yesno && is_data_of(need, name))
      answer = {true, Decimal(yes != is_denied(need, name) ? 1 : 0)};
  }
  return answer;
}

std::vector<std::string> unanswered(const StandardRow& row) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < row.from.size(); ++i) {
    if (row.from[i] != StandardRow::From::nobody) continue;
    const Need& need = row.standard.needs[i];
    out.push_back(need.unit.empty() ? need.name : need.name + "（" + need.unit + "）");
  }
  return out;
}

}  // namespace jiheng::scoring
