// Takes the results of a department's projects, gives their summary: absolute quantities summed, relative
// ones and qualitative points averaged by money (the planned amount of the execution line, in 万元).
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/scoring/figures.h"
#include "engine/scoring/plan.h"
#include "engine/scoring/score.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;

constexpr int kShownPlaces = 2;

/// A project that takes part, and its money in 万元.
struct Project {
  const CardResult* result;
  std::optional<Decimal> money;
};

/// One indicator of one table.
struct Item {
  const Project* project;
  const IndicatorResult* row;
  const model::Indicator* indicator;
};

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

bool relative(const std::string& unit) { return ratio_places(unit) > 0 || unit == "倍" || unit == "比"; }

class Summary {
 public:
  Summary(std::span<const CardResult> projects, const Context& context) : context_(context) {
    out_.projects = projects.size();
    for (const CardResult& p : projects) take(p);
  }

  RollUp rolled_up() {
    if (!out_.budget.is_zero() && every_amount_known_)
      out_.rate = base::divide(out_.executed * 100, out_.budget, kShownPlaces);
    average_totals();
    count_grades();
    group_rows();
    return std::move(out_);
  }

 private:
  void take(const CardResult& p) {
    ProjectMoney& money = out_.money.emplace_back();
    if (!p.scored) return;
    ++out_.scored;
    const auto in_wan = [&](const std::optional<Decimal>& amount) -> std::optional<Decimal> {
      return amount ? in_ten_thousands(*amount, p.card->budget.unit, context_.units) : std::nullopt;
    };
    if (p.execution) money = {in_wan(p.execution->planned), in_wan(p.execution->executed)};
    if (money.budget) out_.budget += *money.budget;
    if (money.executed) out_.executed += *money.executed;
    every_amount_known_ = every_amount_known_ && money.budget && money.executed;
    projects_.push_back({&p, money.budget});
  }

  void average_totals() {
    Average low;
    Average high;
    for (const Project& p : projects_) {
      if (!p.money) continue;
      low.add(p.result->total.low, *p.money);
      high.add(p.result->total.high, *p.money);
    }
    if (low.value() && high.value()) out_.average = {*low.value(), *high.value()};
  }

  void count_grades() {
    for (const Project& p : projects_) {
      const std::string& grade = p.result->grade;
      const auto at = std::find_if(out_.grades.begin(), out_.grades.end(),
                                   [&](const auto& g) { return g.first == grade; });
      if (at == out_.grades.end()) {
        out_.grades.emplace_back(grade, 1);
      } else {
        ++at->second;
      }
    }
    const auto rank = [&](const std::string& name) {
      const auto& grades = projects_.front().result->scheme->grades;
      return std::find_if(grades.begin(), grades.end(),
                          [&](const model::Grade& g) { return g.name == name; }) -
             grades.begin();
    };
    std::stable_sort(out_.grades.begin(), out_.grades.end(),
                     [&](const auto& a, const auto& b) { return rank(a.first) < rank(b.first); });
  }

  /// Indicators that stand in two tables or more, in the order they first occur.
  void group_rows() {
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> index;
    std::vector<std::vector<Item>> groups;
    for (const Project& p : projects_) {
      for (const IndicatorResult& row : p.result->indicators) {
        if (row.dropped) continue;
        const model::Indicator& indicator = row_of(*p.result->card, row.id);
        RowTexts texts = texts_of(indicator);
        const auto [at, added] = index.try_emplace(
            std::tuple(std::move(texts.level1), std::move(texts.level2), std::move(texts.name)),
            groups.size());
        if (added) groups.emplace_back();
        groups[at->second].push_back({&p, &row, &indicator});
      }
    }
    for (const std::vector<Item>& items : groups) {
      const bool several = std::any_of(items.begin(), items.end(),
                                       [&](const Item& i) { return i.project != items.front().project; });
      if (several) add_row(items);
    }
  }

  void add_row(const std::vector<Item>& items) {
    RollUpRow row;
    const model::Indicator& first = *items.front().indicator;
    row.level1 = first.level1.text;
    row.level2 = first.level2.text;
    row.name = first.name.text;
    const Project* last = nullptr;  // items come table by table
    for (const Item& i : items) {
      if (i.project != last) ++row.tables;
      last = i.project;
    }
    row.points = average_points(items);
    const bool numbers = std::all_of(items.begin(), items.end(), [](const Item& i) {
      return i.row->verdict.target_value && i.row->verdict.actual_value && !i.row->verdict.target_value2;
    });
    if (!numbers) {
      row.how = RollUpRow::How::qualitative;
    } else if (!add_figures(items, row)) {
      out_.apart.push_back({std::move(row.name), row.tables, first.place});
      return;
    }
    out_.rows.push_back(std::move(row));
  }

  /// 得分 ÷ 分值 × 100, averaged by money.
  static std::optional<Points> average_points(const std::vector<Item>& items) {
    Average low;
    Average high;
    for (const Item& i : items) {
      if (!i.project->money || !i.row->full_marks || i.row->full_marks->sign() <= 0) continue;
      const auto share = [&](const Decimal& p) { return *base::divide(p * 100, *i.row->full_marks, 10); };
      low.add(share(i.row->score.low), *i.project->money);
      high.add(share(i.row->score.high), *i.project->money);
    }
    const auto from = low.value();
    const auto to = high.value();
    if (!from || !to) return std::nullopt;
    return Points{*from, *to};
  }

  /// False where a unit cannot be brought to the first one's.
  bool add_figures(const std::vector<Item>& items, RollUpRow& row) const {
    const std::string& unit = items.front().row->verdict.unit;
    const bool averaged = relative(unit);
    Average target_average;
    Average actual_average;
    Decimal target_sum;
    Decimal actual_sum;
    for (const Item& i : items) {
      const target::Verdict& v = i.row->verdict;
      const quantity::UnitRelation r = quantity::relate(v.unit, unit, context_.units);
      const bool comparable = v.unit == unit || r.kind == quantity::UnitRelation::Kind::same ||
                              r.kind == quantity::UnitRelation::Kind::converted ||
                              r.kind == quantity::UnitRelation::Kind::same_family;
      const auto converted = [&](const Decimal& value) {
        return v.unit == unit ? std::optional(value) : base::divide(value * r.factor, r.divisor, 10);
      };
      const auto target = comparable ? converted(*v.target_value) : std::nullopt;
      const auto actual = comparable ? converted(*v.actual_value) : std::nullopt;
      if (!target || !actual) return false;
      if (averaged && i.project->money) {
        target_average.add(*target, *i.project->money);
        actual_average.add(*actual, *i.project->money);
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

  Context context_;
  RollUp out_;
  std::vector<Project> projects_;
  bool every_amount_known_ = true;
};

}  // namespace

RollUp roll_up(std::span<const CardResult> projects, const Context& context) {
  return Summary(projects, context).rolled_up();
}

}  // namespace jiheng::scoring
