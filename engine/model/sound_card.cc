// Takes a card, says what is wrong with it. Leaves whether a target can be read, or a score is right, to target, scoring and
// audit.
#include "engine/model/sound_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

#include "engine/base/date.h"
#include "engine/base/near_word.h"
#include "engine/base/text.h"
#include "engine/quantity/bounds.h"
#include "engine/target/parse.h"

namespace jiheng::model {
namespace {

using base::Decimal;

constexpr std::string_view kFiled = "填报日期";

constexpr bool is_control_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7F;
}

bool has_control_character(std::string_view text) {
  // Eight bytes at a time: which of them may be one, below ' ' or 0x7F.
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, sizeof eight);
    const std::uint64_t ascii = ~eight & 0x80 * kOnes;
    const std::uint64_t low =
        (eight | 0x80 * kOnes) - 0x20 * kOnes;  // its high bit goes where the rest is below 0x20
    const std::uint64_t last = (eight & 0x7F * kOnes) + kOnes;  // its high bit comes where the rest is 0x7F
    if ((ascii & (~low | last)) != 0 &&
        std::any_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                    text.begin() + static_cast<std::ptrdiff_t>(at + sizeof eight), is_control_character))
      return true;
  }
  return std::any_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_control_character);
}

/// A number within the bounds of all doors and, unless `any_sign`, not below 0.
void check_number(const NumberField& number, std::string_view what, bool any_sign, Problems& problems) {
  if (!quantity::in_bounds(number.value)) {
    problems.push_back({"L202", fmt::format("“{}”的值“{}”太长", what, shown(number.value.to_string())),
                        fmt::format("数字要一位不差地计算，{}。", quantity::kBoundsInWords),
                        "核对是不是多写了几个 0，或该换成大一些的单位。", number.place});
  } else if (!any_sign && number.value.sign() < 0) {
    problems.push_back({"L202", fmt::format("“{}”是 {}，小于 0", what, number.value.to_string()),
                        "分值、得分和金额都不会小于 0。", "改成 0 或大于 0 的数；没有就留空。",
                        number.place});
  }
}

void check_amount(const std::optional<NumberField>& number, std::string_view what, Problems& problems) {
  if (number) check_number(*number, what, false, problems);
}

void check_share(const std::optional<NumberField>& share, std::string_view what, Problems& problems) {
  if (!share || (share->value.sign() >= 0 && share->value <= Decimal(1))) return;
  problems.push_back(
      {"L202", fmt::format("“{}”是 {}%，不在 0% 到 100% 之间", what, (share->value * 100).to_string()),
       "评定是满分的一部分，不能是负数，也不能超过满分。", "改成 0% 到 100% 之间的数。", share->place});
}

/// The place of a blank cell; where the form has no such cell, that of what it belongs to.
const base::Place& place_of(const Field& field, const base::Place& around) {
  return field.place.source ? field.place : around;
}

void require_text(const Field& field, std::string_view key, const std::string& what, std::string_view fix,
                  const base::Place& around, Problems& problems) {
  if (!field.empty()) {
    check_text(field, key, kMaxNameCharacters, problems);
    return;
  }
  problems.push_back({"L110", fmt::format("“{}”的“{}”是空的", what, key), "这一项必须写明，不能猜。",
                      std::string(fix), place_of(field, around)});
}

/// The names of one group, such as 计算数据: each there, once, and not too long.
template <class Value>
void check_names(const std::vector<std::pair<Field, Value>>& entries, std::string_view what,
                 Problems& problems) {
  std::set<std::string_view> names;
  for (const auto& [name, value] : entries) {
    if (name.empty()) {
      problems.push_back(
          {"L109", fmt::format("“{}”里有一项没有名称", what), "", "在冒号前写上名称。", name.place});
    } else if (check_text(name, what, kMaxNameCharacters, problems) && !names.insert(name.text).second) {
      problems.push_back({"L104", fmt::format("键“{}”写了两次", shown(name.text)),
                          "同一个键有两个值，不知道该用哪个。", "删去一个。", name.place});
    }
  }
}

void check_numbers(const std::vector<std::pair<Field, NumberField>>& entries, std::string_view what,
                   Problems& problems) {
  check_names(entries, what, problems);
  for (const auto& [name, number] : entries) check_number(number, name.text, true, problems);
}

/// visit(key, field, most characters) for every cell above and below the rows that a card can do without.
template <class Card, class Visit>
void visit_head_and_foot(Card& card, const Visit& visit) {
  visit("方案", card.scheme, kMaxNameCharacters);
  visit("单位名称", card.unit_name, kMaxNameCharacters);
  for (auto& [key, value] : card.header) visit(key.text, value, kMaxNameCharacters);
  visit("自报执行率", card.budget.claimed_rate, kMaxNameCharacters);
  for (auto& part : card.budget.parts) {
    for (const auto& [key, field] : kMoneyPartKeys) visit(key, part.*field, kMaxNameCharacters);
  }
  for (auto& goal : card.goals) {
    visit("名称", goal.title, kMaxNameCharacters);
    visit("预期目标", goal.text, kMaxProseCharacters);
    visit("实际完成情况", goal.achieved, kMaxProseCharacters);
  }
  visit("自报等级", card.claimed_grade, kMaxNameCharacters);
  visit("偏差原因", card.deviation_reason, kMaxProseCharacters);
  visit("改进措施", card.improvement, kMaxProseCharacters);
  for (auto& [label, text] : card.foot) visit(label.text, text, kMaxProseCharacters);
}

void check_cell(std::string_view key, const Field& field, std::size_t max_characters, Problems& problems) {
  if (check_text(field, key, max_characters, problems) && key == kFiled) check_date(field, key, problems);
}

/// The name of each part of the money: there, once, and not too long.
void check_part_names(const std::vector<MoneyPart>& parts, Problems& problems) {
  std::vector<std::pair<Field, bool>> names;
  names.reserve(parts.size());
  for (const MoneyPart& part : parts) names.emplace_back(part.name, true);
  check_names(names, "其中", problems);
}

bool has_figures(const Budget& budget) {
  return budget.initial || budget.adjusted || budget.approved || budget.planned || budget.executed;
}

/// The goals of one horizon are counted apart, as they are listed; rows under no goal are the card's.
void check_sections(const Scorecard& card, Problems& problems) {
  std::size_t annual = 0;
  std::size_t long_term = 0;
  for (const Section& section : card.sections) {
    const bool is_annual = section.horizon == Horizon::annual;
    std::size_t& number = is_annual ? annual : long_term;
    ++number;
    const bool goal = card.sections.size() > 1 || !is_annual || !section.title.empty() ||
                      !section.goal.empty() || section.full_marks;
    const std::string where =
        goal ? fmt::format("{}第 {} 项的", is_annual ? "年度目标" : "长期目标", number) : std::string();
    check_text(section.title, "名称", kMaxNameCharacters, problems);
    check_amount(section.full_marks, "分值", problems);
    check_text(section.goal, "内容", kMaxProseCharacters, problems);
    check_text(section.achieved, "实际完成情况", kMaxProseCharacters, problems);
    check_names(section.level_marks, "各级分值", problems);
    for (const auto& [name, marks] : section.level_marks) check_number(marks, name.text, false, problems);
    for (std::size_t i = 0; i < section.indicators.size(); ++i) {
      check_indicator(section.indicators[i], fmt::format("{}绩效指标第 {} 项", where, i + 1), problems);
    }
  }
}

}  // namespace

void check_indicator(const Indicator& row, const std::string& what, Problems& problems) {
  require_text(row.level1, "一级", what, "合并的单元格也要在每一行写全，如“一级: 产出指标”。", row.place,
               problems);
  check_text(row.level2, "二级", kMaxNameCharacters, problems);
  require_text(row.name, "三级", what, "写上三级指标的名称。", row.place, problems);
  check_text(row.target, "目标", target::kMaxCellCharacters, problems);
  check_text(row.actual, "完成", target::kMaxCellCharacters, problems);
  check_text(row.standard, "评分标准", kMaxProseCharacters, problems);
  check_amount(row.full_marks, "分值", problems);
  check_amount(row.claimed, "自报得分", problems);
  check_share(row.judged, "评定", problems);
  check_text(row.reason, "偏差原因", kMaxProseCharacters, problems);
  check_text(row.evidence, "佐证", kMaxProseCharacters, problems);
  check_numbers(row.inputs, "计算数据", problems);
  check_names(row.answers, "计算数据", problems);
  for (const auto& [name, text] : row.answers) check_text(text, name.text, kMaxNameCharacters, problems);
  check_names(row.conditions, "子项", problems);
  check_numbers(row.cut_points, "档点", problems);
  check_names(row.history, "近两年", problems);
  for (const auto& [name, text] : row.history)
    check_text(text, name.text, target::kMaxCellCharacters, problems);
  check_text(row.basis, "指标值确定依据", kMaxNameCharacters, problems);
}

void check_budget(const Budget& budget, Problems& problems) {
  const auto known = std::find(kMoneyUnits.begin(), kMoneyUnits.end(), budget.unit.text);
  if (!budget.unit.empty() && known == kMoneyUnits.end()) {
    const std::string_view near = base::near_word(budget.unit.text, kMoneyUnits);
    problems.push_back({"L203", fmt::format("“单位”的值“{}”不认识", shown(budget.unit.text)),
                        fmt::format("这里只能写：{}。", fmt::join(kMoneyUnits, "、")),
                        near.empty() ? "改成上面的一个词。" : fmt::format("是不是想写“{}”？", near),
                        budget.unit.place});
  }
  check_amount(budget.initial, "年初预算数", problems);
  check_amount(budget.adjusted, "调整预算数", problems);
  check_amount(budget.approved, "批复数", problems);
  check_amount(budget.planned, "预算数", problems);
  check_amount(budget.executed, "执行数", problems);
  check_amount(budget.basic, "基本支出", problems);
  check_amount(budget.project, "项目支出", problems);
  check_text(budget.claimed_rate, "自报执行率", kMaxNameCharacters, problems);
  check_amount(budget.claimed_score, "自报得分", problems);
  check_part_names(budget.parts, problems);
}

void check_card(const Scorecard& card, const std::string& what, Problems& problems) {
  const std::size_t before = problems.size();
  check_text({card.id, card.place}, "编号", kMaxNameCharacters, problems);
  if (card.year && (*card.year < kFirstYear || *card.year > kLastYear)) {
    problems.push_back({"L204", fmt::format("“年度”的值“{}”不是年份", *card.year),
                        fmt::format("年份要写四位数字，从 {} 到 {}。", kFirstYear, kLastYear),
                        "写成“年度: 2023”。", card.place});
  }
  if (card.kind == CardKind::project) {
    require_text(card.title, "项目名称", what, "写上项目的名称。", card.place, problems);
  } else if (card.unit_name.empty()) {
    require_text(card.unit_name, "单位名称", what, "写上单位的名称。", card.place, problems);
  }
  visit_head_and_foot(card, [&](std::string_view key, const Field& field, std::size_t most) {
    if (&field != &card.budget.claimed_rate) check_cell(key, field, most, problems);
  });
  check_budget(card.budget, problems);
  check_names(card.foot, "表尾", problems);
  check_sections(card, problems);
  check_amount(card.claimed_total, "自报总分", problems);
  std::size_t rows = 0;
  for (const Section& section : card.sections) rows += section.indicators.size();
  if (rows > kMaxIndicators) problems.push_back(too_many_rows(what, rows, card.place));
  if (problems.size() == before && rows == 0 && !has_figures(card.budget)) {
    problems.push_back({"L207", fmt::format("“{}”里既没有绩效指标，也没有预算数和执行数", what),
                        "没有可以计分的内容。", "至少写一个指标，或写上预算。", card.place});
  }
}

void check_id(const Scorecard& card, std::set<std::string>& taken, Problems& problems) {
  if (taken.insert(card.id).second) return;
  problems.push_back({"L206", fmt::format("编号“{}”用了两次", card.id),
                      "编号用来区分各张表，两张表用同一个就分不清。", "换一个编号。", card.place});
}

bool is_sound_text(std::string_view text, std::size_t max_characters) {
  const bool short_enough = text.size() <= max_characters ||
                            base::count_characters(text) <= max_characters;  // never more than bytes
  return short_enough && !has_control_character(text);
}

bool check_text(const Field& field, std::string_view what, std::size_t max_characters, Problems& problems) {
  if (is_sound_text(field.text, max_characters)) return true;
  if (const std::size_t characters = base::count_characters(field.text); characters > max_characters) {
    problems.push_back(
        {"L205", fmt::format("“{}”有 {} 个字，超过上限 {} 个字", what, characters, max_characters),
         "表格里的一格放不下这么长的文字，多半是贴错了地方。", "写短些；长的说明放在报告里。", field.place});
    return false;
  }
  problems.push_back({"L208", fmt::format("“{}”里有看不见的控制字符", what),
                      "控制字符会打乱表格和终端，也不是表格里的文字。", "删去，重新键入这段文字。",
                      field.place});
  return false;
}

bool check_date(const Field& field, std::string_view what, Problems& problems) {
  if (field.empty()) return true;
  // Numbers and what stands between them: "2024 年 2 月 26 日" -> {2024, 2, 26}, "年月日".
  std::vector<int> numbers;
  std::string marks;
  bool in_number = false;
  for (std::size_t at = 0; at < field.text.size();) {
    const base::CodePoint c = base::decode_at(field.text, at);
    at += c.bytes;
    if (base::is_white_space(c.value)) continue;
    const char32_t folded = base::fold_full_width(c.value);
    if (folded >= U'0' && folded <= U'9') {
      if (!in_number) numbers.push_back(0);
      in_number = true;
      if (numbers.back() < 100000) numbers.back() = numbers.back() * 10 + static_cast<int>(folded - U'0');
    } else {
      in_number = false;
      base::append_utf8(marks, folded);
    }
  }
  constexpr std::array<std::string_view, 6> kMarks = {"年月日", "年月", "--", "..", "//", "-"};
  const bool shape = std::find(kMarks.begin(), kMarks.end(), marks) != kMarks.end() &&
                     (numbers.size() == 3 || (numbers.size() == 2 && (marks == "年月" || marks == "-")));
  if (shape && base::make_date(numbers[0], numbers[1], numbers.size() == 3 ? numbers[2] : 1)) return true;
  problems.push_back({"L204", fmt::format("“{}”的值“{}”不是日历上的一天", what, shown(field.text)),
                      shape ? "日历上没有这一天。" : "看不出年、月、日。",
                      "写成“2024年2月26日”或“2024-02-26”。", field.place});
  return false;
}

diag::Diagnostic too_many_rows(std::string_view what, std::size_t rows, const base::Place& place) {
  return {"L102", fmt::format("“{}”有 {} 个指标，超过上限 {} 个", what, rows, kMaxIndicators),
          "一张表不会有这么多指标，多半是几张表贴在了一起。", "拆成几张表。", place};
}

Problems leave_out_unsound_cells(Scorecard& card) {
  Problems problems;
  visit_head_and_foot(card, [&](std::string_view key, Field& field, std::size_t most) {
    const std::size_t before = problems.size();
    check_cell(key, field, most, problems);
    if (problems.size() > before) field = {};
  });
  std::erase_if(card.header, [](const auto& entry) { return entry.second.empty(); });
  std::erase_if(card.foot, [](const auto& entry) { return entry.second.empty(); });
  std::erase_if(card.goals, [](const OverallGoal& g) { return g.text.empty() && g.achieved.empty(); });
  return problems;
}

std::string shown(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  return base::clipped(line, 60);
}

}  // namespace jiheng::model
