// Takes the results of a department's projects, gives their summary: absolute quantities summed, relative
// ones and qualitative points averaged by money (the planned amount of the execution line, in 万元).
#include "engine/explain/roll_up.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "engine/diag/place_alone.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/plan.h"

namespace jiheng::explain {
namespace {

using base::Decimal;
using scoring::CardResult;
using scoring::IndicatorResult;
using scoring::Points;
using scoring::ProjectMoney;
using scoring::RollUp;
using scoring::RollUpRow;

constexpr int kShownPlaces = 2;

/// Σ value × money ÷ Σ money.
class Average {
 public:
  void add(const Decimal& value, const Decimal& money) {
    sum_ += value * money;
    money_ += money;
  }
  std::optional<Decimal> value() const { return base::divide(sum_, money_, kShownPlaces); }

 private:
  Decimal sum_;
  Decimal money_;
};

bool relative(const std::string& unit) {
  return scoring::ratio_places(unit) > 0 || unit == "倍" || unit == "比";
}

/// Places of one table, in as few sources without text as there can be.
class PlacesAlone {
 public:
  base::Place operator()(const base::Place& place) {
    if (!place.source || !place.source->spots.empty()) return diag::place_alone(place);
    if (place.source != last_) {
      last_ = place.source;
      alone_ = diag::place_alone(place).source;
    }
    return {alone_, place.line, place.column, place.length};
  }

 private:
  base::SourcePtr last_;
  base::SourcePtr alone_;
};

}  // namespace

RollUps::Text RollUps::known(std::string_view text) {
  const auto found = numbers_.find(text);
  if (found != numbers_.end()) return found->second;
  const Text number = static_cast<Text>(texts_.size());
  numbers_.emplace(texts_.emplace_back(text), number);
  return number;
}

std::size_t RollUps::keep(const CardResult& card) {
  PlacesAlone alone;
  Project project;
  project.title = card.card->title.text;
  project.place = alone(card.card->place);
  project.scored = card.scored;
  project.scheme = card.scheme;
  if (card.scored) {
    const auto in_wan = [&](const std::optional<Decimal>& amount) -> std::optional<Decimal> {
      return amount ? scoring::in_ten_thousands(*amount, card.card->budget.unit, units_) : std::nullopt;
    };
    if (card.execution) {
      project.money.budget = in_wan(card.execution->planned);
      project.money.executed = in_wan(card.execution->executed);
    }
    project.total = card.total;
    project.grade = card.grade;
    project.items.reserve(card.indicators.size());
    for (const IndicatorResult& row : card.indicators) {
      if (row.dropped) continue;
      const model::Indicator& indicator = row_of(*card.card, row.id);
      const scoring::RowTexts texts = scoring::texts_of(indicator);
      const target::Verdict& verdict = row.verdict;
      Item item;
      item.key = {known(texts.level1), known(texts.level2), known(texts.name)};
      item.printed = {known(indicator.level1.text), known(indicator.level2.text), known(indicator.name.text)};
      item.unit = known(verdict.unit);
      item.numbers = verdict.target_value && verdict.actual_value && !verdict.target_value2;
      if (item.numbers) {
        item.target = *verdict.target_value;
        item.actual = *verdict.actual_value;
      }
      item.marks = row.full_marks;
      item.score = row.score;
      item.place = alone(indicator.place);
      project.items.push_back(std::move(item));
    }
  }
  projects_.push_back(std::move(project));
  return projects_.size() - 1;
}

/// The summary of some of them.
class RollUps::Summary {
 public:
  Summary(const RollUps& all, std::span<const std::size_t> projects) : all_(all) {
    out_.projects = projects.size();
    for (const std::size_t number : projects) take(all.projects_[number]);
  }

  RolledUp rolled_up() {
    if (!out_.budget.is_zero() && every_amount_known_)
      out_.rate = base::divide(out_.executed * 100, out_.budget, kShownPlaces);
    average_totals();
    count_grades();
    group_rows();
    return {std::move(out_), std::move(left_out_)};
  }

 private:
  /// One indicator of one table.
  struct Row {
    const Project* project;
    const Item* item;
  };

  void take(const Project& p) {
    out_.money.push_back(p.money);
    if (!p.scored) return;
    ++out_.scored;
    const ProjectMoney& money = p.money;
    if (money.budget) out_.budget += *money.budget;
    if (money.executed) out_.executed += *money.executed;
    every_amount_known_ = every_amount_known_ && money.budget && money.executed;
    projects_.push_back(&p);
    if (!money.budget) {
      leave_out(p, "没有预算数，不进按金额加权的平均", "没有金额就没有权重；几个项目合起来的执行率也算不出。",
                "补上预算数和它的单位。");
    } else if (!money.executed) {
      leave_out(p, "没有执行数，不在执行数的合计里，合起来的执行率算不出", "空着不等于 0。", "补上执行数。");
    }
  }

  void leave_out(const Project& p, std::string_view what, std::string why, std::string fix) {
    left_out_.push_back(
        {"S117", fmt::format("“{}”{}", p.title, what), std::move(why), std::move(fix), p.place});
  }

  void average_totals() {
    Average low;
    Average high;
    for (const Project* p : projects_) {
      if (!p->money.budget) continue;
      low.add(p->total.low, *p->money.budget);
      high.add(p->total.high, *p->money.budget);
    }
    if (low.value() && high.value()) out_.average = {*low.value(), *high.value()};
  }

  void count_grades() {
    for (const Project* p : projects_) {
      const auto at = std::find_if(out_.grades.begin(), out_.grades.end(),
                                   [&](const auto& g) { return g.first == p->grade; });
      if (at == out_.grades.end()) {
        out_.grades.emplace_back(p->grade, 1);
      } else {
        ++at->second;
      }
    }
    const auto rank = [&](const std::string& name) {
      const auto& grades = projects_.front()->scheme->grades;
      return std::find_if(grades.begin(), grades.end(),
                          [&](const model::Grade& g) { return g.name == name; }) -
             grades.begin();
    };
    std::stable_sort(out_.grades.begin(), out_.grades.end(),
                     [&](const auto& a, const auto& b) { return rank(a.first) < rank(b.first); });
  }

  /// Indicators that stand in two tables or more, in the order they first occur.
  void group_rows() {
    std::map<std::array<Text, 3>, std::size_t> index;
    std::vector<std::vector<Row>> groups;
    for (const Project* p : projects_) {
      for (const Item& item : p->items) {
        const auto [at, added] = index.try_emplace(item.key, groups.size());
        if (added) groups.emplace_back();
        groups[at->second].push_back({p, &item});
      }
    }
    for (const std::vector<Row>& rows : groups) {
      const bool several = std::any_of(rows.begin(), rows.end(),
                                       [&](const Row& r) { return r.project != rows.front().project; });
      if (several) add_row(rows);
    }
  }

  void add_row(const std::vector<Row>& rows) {
    RollUpRow row;
    const Item& first = *rows.front().item;
    row.level1 = all_.texts_[first.printed[0]];
    row.level2 = all_.texts_[first.printed[1]];
    row.name = all_.texts_[first.printed[2]];
    const Project* last = nullptr;  // rows come table by table
    for (const Row& r : rows) {
      if (r.project != last) ++row.tables;
      last = r.project;
    }
    row.points = average_points(rows);
    if (!std::all_of(rows.begin(), rows.end(), [](const Row& r) { return r.item->numbers; })) {
      row.how = RollUpRow::How::qualitative;
    } else if (!add_figures(rows, row)) {
      left_out_.push_back({"S117", fmt::format("“{}”在 {} 张表里单位不同，没有汇总", row.name, row.tables),
                           "换算不到一个单位的数不能相加或平均。", "把单位改成一样。", first.place});
      return;
    }
    out_.rows.push_back(std::move(row));
  }

  /// 得分 ÷ 分值 × 100, averaged by money.
  static std::optional<Points> average_points(const std::vector<Row>& rows) {
    Average low;
    Average high;
    for (const auto& [project, item] : rows) {
      if (!project->money.budget || !item->marks || item->marks->sign() <= 0) continue;
      const auto share = [item = item](const Decimal& p) { return *base::divide(p * 100, *item->marks, 10); };
      low.add(share(item->score.low), *project->money.budget);
      high.add(share(item->score.high), *project->money.budget);
    }
    const auto from = low.value();
    const auto to = high.value();
    if (!from || !to) return std::nullopt;
    return Points{*from, *to};
  }

  /// False where a unit cannot be brought to the first one's.
  bool add_figures(const std::vector<Row>& rows, RollUpRow& row) const {
    const std::string& unit = all_.texts_[rows.front().item->unit];
    const bool averaged = relative(unit);
    Average target_average;
    Average actual_average;
    Decimal target_sum;
    Decimal actual_sum;
    for (const auto& [project, item] : rows) {
      const bool same_unit = item->unit == rows.front().item->unit;
      const quantity::UnitRelation r = quantity::relate(all_.texts_[item->unit], unit, all_.units_);
      const bool comparable = same_unit || r.kind == quantity::UnitRelation::Kind::same ||
                              r.kind == quantity::UnitRelation::Kind::converted ||
                              r.kind == quantity::UnitRelation::Kind::same_family;
      const auto converted = [&](const Decimal& value) {
        return same_unit ? std::optional(value) : base::divide(value * r.factor, r.divisor, 10);
      };
      const auto target = comparable ? converted(item->target) : std::nullopt;
      const auto actual = comparable ? converted(item->actual) : std::nullopt;
      if (!target || !actual) return false;
      if (averaged && project->money.budget) {
        target_average.add(*target, *project->money.budget);
        actual_average.add(*actual, *project->money.budget);
      }
      target_sum += *target;
      actual_sum += *actual;
    }
    const auto text = [&](const std::optional<Decimal>& v) {
      return v ? v->trimmed().to_string() + unit : std::string();
    };
    row.how = averaged ? RollUpRow::How::averaged : RollUpRow::How::summed;
    row.target = averaged ? text(target_average.value()) : text(target_sum);
    row.actual = averaged ? text(actual_average.value()) : text(actual_sum);
    return true;
  }

  const RollUps& all_;
  RollUp out_;
  std::vector<diag::Diagnostic> left_out_;
  std::vector<const Project*> projects_;
  bool every_amount_known_ = true;
};

RolledUp RollUps::roll_up(std::span<const std::size_t> projects) const {
  return Summary(*this, projects).rolled_up();
}

RolledUp roll_up(std::span<const CardResult> projects, const scoring::Context& context) {
  RollUps all(context);
  std::vector<std::size_t> numbers;
  for (const CardResult& project : projects) numbers.push_back(all.keep(project));
  return all.roll_up(numbers);
}

std::string roll_up_words(const RollUpRow& row) {
  switch (row.how) {
    case RollUpRow::How::summed:
      return fmt::format("{} 张表相加", row.tables);
    case RollUpRow::How::averaged:
      return fmt::format("{} 张表按金额平均", row.tables);
    case RollUpRow::How::qualitative:
      break;
  }
  return fmt::format("{} 张表的得分率按金额平均", row.tables);
}

}  // namespace jiheng::explain
