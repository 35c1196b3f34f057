// tests/property/mutants.h: the ways in which one thing of a right table is broken. Each is a mistake of the field
// (what reviewers look for); a kind is one entry of kKinds.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/model/scorecard.h"

namespace jiheng::audit {

using base::Decimal;
using model::Indicator;
using model::Scorecard;
using Random = std::mt19937;

inline std::size_t pick(Random& random, std::size_t size) { return random() % size; }

/// The rows of a card for which `fits` holds. What does not apply, or is asked of later years, is nobody's mistake.
inline std::vector<Indicator*> rows_of(Scorecard& card, const std::function<bool(const Indicator&)>& fits) {
  std::vector<Indicator*> rows;
  for (model::Section& section : card.sections) {
    if (section.horizon == model::Horizon::long_term) continue;
    for (Indicator& row : section.indicators) {
      if (!row.not_applicable && fits(row)) rows.push_back(&row);
    }
  }
  return rows;
}

inline Indicator* any_row(Scorecard& card, Random& random,
                          const std::function<bool(const Indicator&)>& fits) {
  const std::vector<Indicator*> rows = rows_of(card, fits);
  return rows.empty() ? nullptr : rows[pick(random, rows.size())];
}

inline bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}
inline bool has_claim(const Indicator& row) { return row.claimed.has_value(); }
inline bool is_ceiling(const Indicator& row) {
  return row.target.text.starts_with("≤") && contains(row.target.text, "元");
}
/// The first number of a cell; nothing where it has none.
inline std::optional<Decimal> number_in(const std::string& text) {
  const std::size_t from = text.find_first_of("0123456789");
  if (from == std::string::npos) return std::nullopt;
  return Decimal::parse(
      std::string_view(text).substr(from, text.find_first_not_of("0123456789.", from) - from));
}

/// "≥96%" -> "96%", "=100%" -> "100%": what a number that is to be reached is printed as without its sign.
inline std::string without_sign(std::string text) {
  for (const std::string_view sign : {"≥", "="}) {
    if (text.starts_with(sign)) return text.substr(sign.size());
  }
  return text;
}
/// One number that is reached, neither negative nor a range nor one of several.
inline bool is_to_be_reached(const Indicator& row) {
  const std::string number = without_sign(row.target.text);
  const auto actual = number_in(row.actual.text);
  if (!actual || *actual < number_in(number).value_or(Decimal(0))) return false;
  return !number.empty() && number.front() >= '1' && number.front() <= '9' && !contains(number, "-") &&
         !contains(number, "，");
}
inline bool is_percent(const Indicator& row) {
  return is_to_be_reached(row) && contains(row.target.text, "%");
}
inline bool is_count(const Indicator& row) {
  return is_to_be_reached(row) && contains(row.level1.text, "产出") && !contains(row.level2.text, "成本") &&
         !contains(row.target.text, "%") && !contains(row.target.text, "月");
}
inline bool is_word(const Indicator& row) {
  return (row.target.text == "明显提高" || row.target.text == "显著提高") &&
         row.actual.text == row.target.text;
}

inline bool is_rate(const Indicator& row) { return is_percent(row) && row.name.text.ends_with("率"); }
inline bool is_number_of(const Indicator& row) {
  return is_count(row) && (row.name.text.ends_with("人数") || row.name.text.ends_with("份数") ||
                           row.name.text.ends_with("例数"));
}
inline bool is_satisfaction(const Indicator& row) { return contains(row.name.text, "满意度"); }

inline std::string without(std::string text, std::string_view part) {
  const std::size_t at = text.find(part);
  return at == std::string::npos ? text : text.erase(at, part.size());
}

/// The first run of digits of a text, times or divided by.
inline std::string with_number(const std::string& text,
                               const std::function<Decimal(const Decimal&)>& change) {
  const std::size_t from = text.find_first_of("0123456789");
  const std::size_t to = std::min(text.find_first_not_of("0123456789.", from), text.size());
  const auto number = Decimal::parse(std::string_view(text).substr(from, to - from));
  return text.substr(0, from) + change(*number).trimmed().to_string() + text.substr(to);
}
inline Decimal times(const Decimal& a, const Decimal& b) { return base::multiply(a, b).value_or(a); }

inline void add_to(std::optional<model::NumberField>& field, const Decimal& more) {
  field->value = base::add(field->value, more).value_or(field->value);
}

/// Every amount of the budget that stands on the form, planned and executed.
inline void multiply_budget(Scorecard& card, const Decimal& by) {
  model::Budget& b = card.budget;
  for (auto* amount : {&b.initial, &b.adjusted, &b.approved, &b.planned, &b.executed}) {
    if (*amount) (*amount)->value = times((*amount)->value, by);
  }
}

/// The executed amount becomes this share of the budget that divides it.
inline bool execute(Scorecard& card, const Decimal& share) {
  const auto& planned = card.budget.adjusted ? card.budget.adjusted : card.budget.planned;
  if (!planned) return false;
  card.budget.executed->value = times(planned->value, share);
  return true;
}

/// A number 130% of its target or more: the least that asks for a reason.
inline bool is_far_above(const Indicator& row) {
  const auto target = number_in(row.target.text);
  const auto actual = number_in(row.actual.text);
  return target && actual && !target->is_zero() && *actual >= times(*target, Decimal::of(13, 1));
}

/// 其中: two parts of these shares of every amount; the second with this rate beside it.
inline bool add_parts(Scorecard& card, const Decimal& first, const Decimal& second, const std::string& rate) {
  const model::Budget& b = card.budget;
  if (!b.executed || b.executed->value.is_zero()) return false;
  model::MoneyPart fiscal;
  model::MoneyPart other;
  fiscal.name = {"当年财政拨款", card.place};
  other.name = {"其他资金", card.place};
  const auto share = [&card](const std::optional<model::NumberField>& whole, const Decimal& by) {
    return whole ? model::Field{times(whole->value, by).trimmed().to_string(), card.place} : model::Field{};
  };
  for (auto [whole, part] : {std::pair(&b.initial, &model::MoneyPart::initial),
                             std::pair(&b.adjusted, &model::MoneyPart::adjusted),
                             std::pair(&b.planned, &model::MoneyPart::planned),
                             std::pair(&b.executed, &model::MoneyPart::executed)}) {
    fiscal.*part = share(*whole, first);
    other.*part = share(*whole, second);
  }
  if (!rate.empty()) other.rate = {rate, card.place};
  card.budget.parts = {std::move(fiscal), std::move(other)};
  return true;
}

/// Dates of the project so many years from that of the table.
inline bool set_period(Scorecard& card, const std::string& dates, int years) {
  if (!card.year) return false;
  std::string text = dates;
  for (std::size_t at = text.find("{}"); at != std::string::npos; at = text.find("{}"))
    text.replace(at, 2, std::to_string(*card.year + years));
  card.header.emplace_back(model::Field{"项目起止时间", card.place}, model::Field{text, card.place});
  return true;
}

struct Kind {
  const char* name;
  /// False where this card has nothing of the kind.
  bool (*break_it)(Scorecard& card, Random& random);
  bool caught = true;  ///< false: a later family's (see docs/architecture.md); counted, not asked for
};

inline const Kind kKinds[] = {
    {"score raised",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, has_claim);
       add_to(row->claimed, 1);
       return true;
     }},
    {"score lowered",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, has_claim);
       add_to(row->claimed, Decimal::of(-5, 1));
       return true;
     }},
    {"score and total lowered",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, has_claim);
       add_to(row->claimed, Decimal::of(-5, 1));
       add_to(card.claimed_total, Decimal::of(-5, 1));
       return true;
     }},
    {"score of one row moved to another block",
     [](Scorecard& card, Random& random) {
       Indicator* from =
           any_row(card, random, [](const Indicator& r) { return r.level1.text == "产出指标"; });
       Indicator* to =
           any_row(card, random, [](const Indicator& r) { return r.level1.text == "满意度指标"; });
       add_to(from->claimed, -1);
       add_to(to->claimed, 1);
       return true;
     },
     false},  // without 分值 nothing says what a row is worth; a department's goals do
    {"total changed",
     [](Scorecard& card, Random& random) {
       add_to(card.claimed_total, -1 - static_cast<std::int64_t>(pick(random, 5)));
       return true;
     }},
    {"grade wrong",
     [](Scorecard& card, Random& random) {
       const std::string right = card.claimed_grade.text;
       card.claimed_grade.text = pick(random, 2) == 0 && right != "良" ? "良" : "中";
       card.claimed_grade.place = card.place;
       return true;
     }},
    {"execution points changed",
     [](Scorecard& card, Random&) {
       add_to(card.budget.claimed_score, -2);
       add_to(card.claimed_total, -2);
       return true;
     }},
    {"executed less, rate and points kept",
     [](Scorecard& card, Random&) {
       card.budget.executed->value = times(card.budget.executed->value, Decimal::of(93, 2));
       return true;
     }},
    {"executed more than the budget",
     [](Scorecard& card, Random&) { return execute(card, Decimal::of(12, 1)); }},
    {"rate changed",
     [](Scorecard& card, Random&) {
       card.budget.claimed_rate.text = "96.50";
       return true;
     }},
    {"budget of one table ten times",
     [](Scorecard& card, Random&) {
       multiply_budget(card, 10);
       return true;
     }},
    {"budget in 元 taken for 万元",
     [](Scorecard& card, Random&) {
       multiply_budget(card, 10000);
       return true;
     }},
    {"ceiling exceeded",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_ceiling);
       if (row == nullptr) return false;
       row->actual.text = with_number(row->target.text.substr(3),
                                      [](const Decimal& d) { return times(d, Decimal::of(3, 0)); });
       return true;
     }},
    {"percentage missed",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_percent);
       if (row == nullptr) return false;
       row->actual.text = with_number(without_sign(row->target.text),
                                      [](const Decimal& d) { return times(d, Decimal::of(9, 1)); });
       return true;
     }},
    {"count missed",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->actual.text = with_number(without_sign(row->target.text),
                                      [](const Decimal& d) { return times(d, Decimal::of(8, 1)); });
       return true;
     }},
    {"count far above, no reason",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->actual.text =
           with_number(without_sign(row->target.text), [](const Decimal& d) { return times(d, 3); });
       row->reason = {};
       card.deviation_reason.text = "无";
       return true;
     }},
    {"scale of the actual 10000 times",
     [](Scorecard& card, Random& random) {
       Indicator* row =
           any_row(card, random, [](const Indicator& r) { return is_count(r) || is_ceiling(r); });
       if (row == nullptr) return false;
       row->actual.text = with_number(row->actual.text, [](const Decimal& d) { return times(d, 10000); });
       return true;
     }},
    {"scale of the actual a hundredth",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->actual.text =
           with_number(row->actual.text, [](const Decimal& d) { return times(d, Decimal::of(1, 2)); });
       return true;
     }},
    {"unit of the actual another",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_percent);
       if (row == nullptr) return false;
       row->actual.text = "95人";
       return true;
     }},
    {"scale of the actual a hundred times",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->actual.text = with_number(row->actual.text, [](const Decimal& d) { return times(d, 100); });
       return true;
     }},
    {"scale of the actual a thousand times",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->actual.text = with_number(row->actual.text, [](const Decimal& d) { return times(d, 1000); });
       return true;
     }},
    {"unit of target and actual another than the name says",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(
           card, random, [](const Indicator& r) { return r.name.text.ends_with("人数") && is_count(r); });
       if (row == nullptr) return false;
       for (model::Field* field : {&row->target, &row->actual}) {
         field->text.replace(field->text.rfind("人"), 3, "例");
       }
       return true;
     }},
    {"元 left out behind 万",
     [](Scorecard& card, Random& random) {
       Indicator* row =
           any_row(card, random, [](const Indicator& r) { return r.target.text.ends_with("万元"); });
       if (row == nullptr) return false;
       row->target.text.resize(row->target.text.size() - 3);
       return true;
     }},
    {"cost turned into a floor",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(
           card, random, [](const Indicator& r) { return is_ceiling(r) && contains(r.level2.text, "成本"); });
       if (row == nullptr) return false;
       row->target.text.replace(0, 3, "≥");
       return true;
     }},
    {"cost target ten times the budget",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, [](const Indicator& r) {
         return is_ceiling(r) && contains(r.level2.text, "成本") && !contains(r.name.text, "人均");
       });
       if (row == nullptr || card.kind != model::CardKind::project) return false;
       row->target.text = with_number(row->target.text, [](const Decimal& d) { return times(d, 10); });
       return true;
     }},
    {"target a slogan",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_word);
       if (row == nullptr) return false;
       row->target.text = row->actual.text = pick(random, 2) == 0 ? "服务" : "保障";
       return true;
     }},
    {"rate a word",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, [](const Indicator& r) { return r.name.text.ends_with("率"); });
       if (row == nullptr) return false;
       row->target.text = row->actual.text = "及时";
       return true;
     }},
    {"sign turned",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, [](const Indicator& r) {
         return r.target.text.starts_with("≥") && r.actual.text != r.target.text;
       });
       if (row == nullptr) return false;
       row->target.text.replace(0, 3, "≤");
       return true;
     }},
    {"actual left out",
     [](Scorecard& card, Random& random) {
       any_row(card, random, has_claim)->actual = {};
       return true;
     }},
    {"target left out",
     [](Scorecard& card, Random& random) {
       any_row(card, random, has_claim)->target = {};
       return true;
     }},
    {"points left out",
     [](Scorecard& card, Random& random) {
       // Where 分值 is printed the total is held against the computed one instead, and fits.
       Indicator* row =
           any_row(card, random, [](const Indicator& r) { return has_claim(r) && !r.full_marks; });
       if (row == nullptr) return false;
       row->claimed.reset();
       return true;
     }},
    {"a word weaker than the target's",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_word);
       if (row == nullptr) return false;
       row->actual.text = "未提高";
       return true;
     }},
    {"reason taken away",
     [](Scorecard& card, Random&) {
       bool had_one = card.deviation_reason.text != "无" && !rows_of(card, is_far_above).empty();
       card.deviation_reason.text = "无";
       for (Indicator* row : rows_of(card, [](const Indicator& r) { return !r.reason.empty(); })) {
         row->reason = {};
         had_one = true;
       }
       return had_one;
     }},
    {"a row twice",
     [](Scorecard& card, Random& random) {
       model::Section& section = card.sections[pick(random, card.sections.size())];
       section.indicators.push_back(section.indicators[pick(random, section.indicators.size())]);
       return true;
     }},
    {"a row gone",
     [](Scorecard& card, Random& random) {
       model::Section& section = card.sections[pick(random, card.sections.size())];
       section.indicators.erase(section.indicators.begin() +
                                static_cast<std::ptrdiff_t>(pick(random, section.indicators.size())));
       return true;
     }},
    {"output written as a ceiling that is met",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->actual.text = without_sign(row->target.text);
       row->target.text = "≤" + row->actual.text;
       return true;
     }},
    {"a slogan where a number is asked for",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->target.text = "提升服务水平";
       row->actual.text = "达成预期指标";
       return true;
     }},
    {"rate with a number of people",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_rate);
       if (row == nullptr) return false;
       row->target.text = "≥95人";
       row->actual.text = "96人";
       return true;
     }},
    {"number of people with a percentage",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_number_of);
       if (row == nullptr) return false;
       row->target.text = "≥95%";
       row->actual.text = "96%";
       return true;
     }},
    {"cost in people",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_ceiling);
       if (row == nullptr) return false;
       row->target.text = "≤5人";
       row->actual.text = "5人";
       return true;
     }},
    {"万 without 元",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(
           card, random, [](const Indicator& r) { return is_ceiling(r) && contains(r.target.text, "万"); });
       if (row == nullptr) return false;
       row->target.text = without(row->target.text, "元");
       row->actual.text = without(row->actual.text, "元");
       return true;
     }},
    {"元 where 万元 is meant",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, [](const Indicator& r) {
         return is_ceiling(r) && contains(r.target.text, "万元") && contains(r.name.text, "项目成本");
       });
       if (row == nullptr) return false;
       row->target.text = without(row->target.text, "万");
       row->actual.text = without(row->actual.text, "万");
       return true;
     }},
    {"cost answered by yes",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_ceiling);
       if (row == nullptr) return false;
       row->target.text = row->actual.text = "是";
       return true;
     }},
    {"floor of zero",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->target.text =
           "≥" + with_number(without_sign(row->target.text), [](const Decimal&) { return Decimal(0); });
       return true;
     }},
    {"a row twice, its points split",
     [](Scorecard& card, Random& random) {
       model::Section& section = card.sections[pick(random, card.sections.size())];
       const std::size_t at = pick(random, section.indicators.size());
       if (!section.indicators[at].claimed) return false;
       Decimal& points = section.indicators[at].claimed->value;
       points = times(points, Decimal::of(5, 1));
       section.indicators.push_back(section.indicators[at]);
       return true;
     }},
    {"satisfaction filed under cost",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_satisfaction);
       if (row == nullptr) return false;
       row->level1.text = "产出指标";
       row->level2.text = "成本指标";
       return true;
     }},
    {"cost filed under satisfaction",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_ceiling);
       if (row == nullptr) return false;
       row->level1.text = row->level2.text = "满意度指标";
       return true;
     }},
    {"words for a percentage",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_percent);
       if (row == nullptr) return false;
       row->actual.text = "达成预期指标";
       return true;
     }},
    {"percentage a hundred times",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_percent);
       if (row == nullptr) return false;
       row->actual.text = "9600%";
       return true;
     }},
    {"rate without its point",
     [](Scorecard& card, Random&) {
       card.budget.claimed_rate.text = "9.5";
       return true;
     }},
    {"points below zero",
     [](Scorecard& card, Random& random) {
       std::vector<Indicator*> rows = rows_of(card, has_claim);
       if (rows.size() < 2) return false;
       const std::size_t at = pick(random, rows.size() - 1);
       add_to(rows[at + 1]->claimed, base::add(rows[at]->claimed->value, 1).value_or(1));
       rows[at]->claimed->value = -1;
       return true;
     }},
    {"the stock phrase of other tables",
     [](Scorecard& card, Random&) {
       // Only in that county have other tables this sentence.
       if (contains(card.deviation_reason.text, "往年数据测算") || !contains(card.unit_name.text, "通城县"))
         return false;
       card.deviation_reason.text = "年初目标按往年数据测算，与全年实际存在差异";
       return true;
     }},
    {"parts of the money that are not the whole",
     [](Scorecard& card, Random&) { return add_parts(card, Decimal::of(6, 1), Decimal::of(3, 1), ""); }},
    {"parts of the money that are more than the whole",
     [](Scorecard& card, Random&) { return add_parts(card, Decimal::of(9, 1), Decimal::of(2, 1), ""); }},
    {"rate of a part that does not follow",
     [](Scorecard& card, Random&) { return add_parts(card, Decimal::of(6, 1), Decimal::of(4, 1), "91.5%"); }},
    {"the project ends before it begins",
     [](Scorecard& card, Random&) { return set_period(card, "{}年12月-{}年1月", 0); }},
    {"the project is one of other years",
     [](Scorecard& card, Random& random) {
       return set_period(card, "{}年1月至{}年12月", pick(random, 2) == 0 ? -2 : 2);
     }},
    {"target after the year",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr || !card.year) return false;
       row->target.text = std::to_string(*card.year + 1) + "年12月31日前";
       row->actual.text = std::to_string(*card.year) + "年11月";
       return true;
     }},
    {"points behind a level that its rows do not have",
     [](Scorecard& card, Random& random) {
       model::Section& section = card.sections[pick(random, card.sections.size())];
       if (section.horizon == model::Horizon::long_term || section.indicators.empty()) return false;
       const std::string& level = section.indicators[pick(random, section.indicators.size())].level1.text;
       Decimal points;
       for (const Indicator& row : section.indicators) {
         if (row.not_applicable) return false;
         if (row.level1.text == level && row.full_marks) points += row.full_marks->value;
         if (row.level1.text == level && !row.full_marks && row.claimed) points += row.claimed->value;
       }
       section.level_marks.push_back({{level, card.place}, {points - Decimal::of(5, 1), card.place}});
       return true;
     }},
    {"answer to the goal with another number than its row",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_number_of);
       if (row == nullptr || contains(row->actual.text, "≥")) return false;
       const std::string number = with_number(row->actual.text, [](const Decimal& d) { return times(d, 3); });
       card.goals.push_back({{}, {}, {"全年" + row->name.text + number, card.place}});
       return true;
     }},
    {"another year",
     [](Scorecard& card, Random&) {
       card.year = 2013;
       return true;
     }},
    {"target and actual of a row twice",
     [](Scorecard& card, Random& random) {
       Indicator* row = any_row(card, random, is_count);
       if (row == nullptr) return false;
       row->target.text = with_number(row->target.text, [](const Decimal& d) { return times(d, 2); });
       row->actual.text = with_number(row->actual.text, [](const Decimal& d) { return times(d, 2); });
       return true;
     },
     false},  // nothing in the table contradicts it
};

}  // namespace jiheng::audit
