// Takes a card, gives the YAML text that reads back as the same card (places apart), keys in the form's
// order. Comments of the file a card came from are not kept. Writing files is the business of base and app.
#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"
#include "engine/rulebook/load.h"

namespace jiheng::rulebook {
namespace {

using model::Field;
using model::NumberField;

std::string number_text(const NumberField& number) { return number.value.to_string(); }

/// True for a text YAML reads back unchanged without quotation marks, outside { } and [ ].
bool plain(std::string_view text) {
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL" || text == "<<")
    return false;
  if (text.starts_with("---") || text.starts_with("...")) return false;
  constexpr std::string_view kNeverFirst = ",[]{}#&*!|>'\"%@`=";
  if (kNeverFirst.find(text.front()) != std::string_view::npos) return false;
  const bool mark_first = text.front() == '-' || text.front() == '?' || text.front() == ':';
  if (mark_first && (text.size() == 1 || text[1] == ' ')) return false;
  if (text.back() == ':' || text.find(": ") != std::string_view::npos ||
      text.find(" #") != std::string_view::npos) {
    return false;
  }
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    if (c.value < 0x20 || c.value == 0x7F || c.value == 0x85 || c.value == 0x2028 || c.value == 0x2029)
      return false;
    const bool edge = at == 0 || at + c.bytes == text.size();
    if (base::is_white_space(c.value) && (edge || c.value != U' ')) return false;
    at += c.bytes;
  }
  return true;
}

std::string scalar(std::string_view text) {
  if (plain(text)) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
  return out + "\"";
}

/// Lines of one mapping at one depth; the first line may begin with the "- " of a list.
class Lines {
 public:
  Lines(std::string& out, int depth, bool item)
      : out_(out), indent_(static_cast<std::size_t>(depth) * 2, ' ') {
    if (item) first_ = indent_.substr(2) + "- ";
  }

  void text(std::string_view key, std::string_view value) {
    begin(key);
    out_ += " " + scalar(value) + "\n";
  }
  void field(std::string_view key, const Field& field) {
    if (!field.empty()) text(key, field.text);
  }
  void number(std::string_view key, const std::optional<NumberField>& number) {
    if (number) text(key, number->value.to_string());
  }
  void share(std::string_view key, const std::optional<NumberField>& share) {
    if (!share) return;
    const base::Decimal v = share->value.places() < 2 ? share->value.with_places(2) : share->value;
    text(key, base::Decimal::of(v.coefficient(), v.places() - 2).to_string() + "%");
  }
  /// A key whose value stands on the lines below.
  void open(std::string_view key) {
    begin(key);
    out_ += "\n";
  }

 private:
  void begin(std::string_view key) {
    out_ += first_.empty() ? indent_ : first_;
    first_.clear();
    out_ += scalar(key) + ":";
  }

  std::string& out_;
  std::string indent_;
  std::string first_;
};

template <class Value, class Text>
void write_entries(std::string& out, int depth, Lines& lines, std::string_view key,
                   const std::vector<std::pair<Field, Value>>& entries, const Text& text_of) {
  if (entries.empty()) return;
  lines.open(key);
  Lines inner(out, depth + 1, false);
  for (const auto& [name, value] : entries) inner.text(name.text, text_of(value));
}

void write_indicator(std::string& out, int depth, const model::Indicator& row) {
  Lines lines(out, depth, true);
  lines.text("一级", row.level1.text);
  lines.field("二级", row.level2);
  lines.text("三级", row.name.text);
  lines.field("目标", row.target);
  lines.field("完成", row.actual);
  lines.field("评分标准", row.standard);
  lines.number("分值", row.full_marks);
  lines.number("自报得分", row.claimed);
  lines.share("评定", row.judged);
  if (row.not_applicable) lines.text("不适用", "是");
  lines.field("偏差原因", row.reason);
  lines.field("佐证", row.evidence);
  std::vector<std::pair<Field, Field>> data;
  for (const auto& [name, number] : row.inputs)
    data.emplace_back(name, Field{number_text(number), number.place});
  data.insert(data.end(), row.answers.begin(), row.answers.end());
  write_entries(out, depth, lines, "计算数据", data, [](const Field& f) { return f.text; });
  write_entries(out, depth, lines, "子项", row.conditions, [](bool yes) { return yes ? "是" : "否"; });
  write_entries(out, depth, lines, "档点", row.cut_points, number_text);
  write_entries(out, depth, lines, "近两年", row.history, [](const Field& f) { return f.text; });
  lines.field("指标值确定依据", row.basis);
}

void write_indicators(std::string& out, int depth, Lines& lines, const std::vector<model::Indicator>& rows) {
  if (rows.empty()) {
    lines.open("绩效指标");
    out.insert(out.size() - 1, " []");
    return;
  }
  lines.open("绩效指标");
  for (const model::Indicator& row : rows) write_indicator(out, depth + 2, row);
}

void write_level_marks(std::string& out, int depth, Lines& lines, const model::Section& section) {
  write_entries(out, depth, lines, "各级分值", section.level_marks, number_text);
}

void write_goals(std::string& out, Lines& card, std::string_view key,
                 const std::vector<model::Section>& sections, model::Horizon horizon) {
  const auto of_horizon = [horizon](const model::Section& s) { return s.horizon == horizon; };
  if (std::none_of(sections.begin(), sections.end(), of_horizon)) return;
  card.open(key);
  for (const model::Section& section : sections) {
    if (!of_horizon(section)) continue;
    Lines lines(out, 2, true);
    lines.field("名称", section.title);
    lines.number("分值", section.full_marks);
    lines.field("内容", section.goal);
    lines.field("实际完成情况", section.achieved);
    write_level_marks(out, 2, lines, section);
    write_indicators(out, 2, lines, section.indicators);
  }
}

void write_parts(std::string& out, Lines& budget, const std::vector<model::MoneyPart>& parts) {
  if (parts.empty()) return;
  budget.open("其中");
  for (const model::MoneyPart& part : parts) {
    std::string inner;
    Lines cells(inner, 3, false);
    for (const auto& [key, field] : model::kMoneyPartKeys) cells.field(key, part.*field);
    Lines line(out, 2, false);
    line.open(part.name.text);
    if (inner.empty()) out.insert(out.size() - 1, " {}");
    out += inner;
  }
}

void write_overall_goals(std::string& out, Lines& card, const std::vector<model::OverallGoal>& goals) {
  if (goals.empty()) return;
  card.open("年度总体目标");
  for (const model::OverallGoal& goal : goals) {
    Lines lines(out, 2, true);
    lines.field("名称", goal.title);
    lines.text("预期目标", goal.text.text);
    lines.field("实际完成情况", goal.achieved);
  }
}

void write_budget(std::string& out, Lines& card, const model::Budget& budget) {
  std::string inner;
  Lines lines(inner, 1, false);
  lines.field("单位", budget.unit);
  lines.number("年初预算数", budget.initial);
  lines.number("调整预算数", budget.adjusted);
  lines.number("批复数", budget.approved);
  lines.number("预算数", budget.planned);
  lines.number("执行数", budget.executed);
  lines.number("基本支出", budget.basic);
  lines.number("项目支出", budget.project);
  lines.field("自报执行率", budget.claimed_rate);
  lines.number("自报得分", budget.claimed_score);
  write_parts(inner, lines, budget.parts);
  if (inner.empty()) return;
  card.open("预算");
  out += inner;
}

/// True for a card whose indicators stand under no goal.
bool without_goals(const model::Scorecard& card) {
  if (card.sections.size() != 1) return false;
  const model::Section& only = card.sections.front();
  return only.horizon == model::Horizon::annual && only.title.empty() && only.goal.empty() &&
         only.achieved.empty() && !only.full_marks;
}

}  // namespace

std::string yaml_from_scorecard(const model::Scorecard& card) {
  std::string out;
  Lines lines(out, 0, false);
  const bool department = card.kind == model::CardKind::department;
  lines.text("类型", department ? "部门" : "项目");
  lines.text("编号", card.id);
  if (card.year) lines.text("年度", std::to_string(*card.year));
  lines.field("方案", card.scheme);
  if (!department) lines.text("项目名称", card.title.text);
  lines.field("单位名称", card.unit_name);
  for (const auto& [key, value] : card.header) lines.text(key.text, value.text);
  write_budget(out, lines, card.budget);
  write_overall_goals(out, lines, card.goals);
  if (without_goals(card)) {
    write_level_marks(out, 0, lines, card.sections.front());
    write_indicators(out, 0, lines, card.sections.front().indicators);
  } else {
    write_goals(out, lines, "长期目标", card.sections, model::Horizon::long_term);
    write_goals(out, lines, "年度目标", card.sections, model::Horizon::annual);
  }
  lines.number("自报总分", card.claimed_total);
  lines.field("自报等级", card.claimed_grade);
  lines.field("偏差原因", card.deviation_reason);
  lines.field("改进措施", card.improvement);
  write_entries(out, 0, lines, "表尾", card.foot, [](const Field& f) { return f.text; });
  return out;
}

}  // namespace jiheng::rulebook
