// Takes 样例 of a scheme, gives cards with what they must come to. Running them is scoring's (run_examples).
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "engine/rulebook/scheme_from_yaml.h"
#include "engine/rulebook/scheme_intervals.h"
#include "engine/rulebook/scorecard_from_yaml.h"

namespace jiheng::rulebook {
namespace {

using base::Decimal;
using model::Example;
using model::ExpectedRow;
using model::Scheme;

/// A mapping without the keys of the expectation, so that the scorecard's own reader can be strict about the
/// rest.
YamlNode without(const YamlNode& node, std::initializer_list<std::string_view> keys) {
  YamlNode out = node;
  for (std::size_t i = out.keys.size(); i-- > 0;) {
    if (std::find(keys.begin(), keys.end(), out.keys[i].first) == keys.end()) continue;
    out.keys.erase(out.keys.begin() + static_cast<std::ptrdiff_t>(i));
    out.items.erase(out.items.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return out;
}

/// "1.37" or "4.00-5.00".
void read_points(const YamlNode& node, ExpectedRow& row, Problems& problems) {
  const std::size_t before = problems.size();
  const std::string text = scalar_text(node, "应得", problems);
  if (problems.size() > before) return;
  const std::size_t dash = text.find('-');
  const auto low = amount_from_text(text.substr(0, dash));
  const auto high = dash == std::string::npos ? low : amount_from_text(text.substr(dash + 1));
  if (refuse_long(text, low.value_or(0), "应得", node.place, problems) ||
      refuse_long(text, high.value_or(0), "应得", node.place, problems)) {
    return;
  }
  if (low && high && *low <= *high) {
    row.low = *low;
    row.high = *high;
    return;
  }
  problems.push_back({"L201", fmt::format("“应得”的值“{}”不是分数", base::clipped(text, 60)),
                      "要写一个数，或低-高两个数。", "写成“应得: 1.37”或“应得: 4.00-5.00”。", node.place});
}

bool has_clause(const Scheme& scheme, std::string_view id) {
  return std::any_of(scheme.clauses.begin(), scheme.clauses.end(),
                     [id](const model::Clause& c) { return c.id == id; });
}

bool has_grade(const Scheme& scheme, std::string_view name) {
  return std::any_of(scheme.grades.begin(), scheme.grades.end(),
                     [name](const model::Grade& g) { return g.name == name; });
}

void read_row(const YamlNode& node, const std::string& what, const Scheme& scheme, Example& example,
              Problems& problems) {
  ExpectedRow expected;
  expected.place = node.place;
  if (node.kind == YamlNode::Kind::mapping) {
    if (const YamlNode* points = node.find("应得")) {
      read_points(*points, expected, problems);
    } else {
      problems.push_back({"L110", fmt::format("“{}”里没有“应得”", what), "样例要有手算的结果，才能检查方案。",
                          "加上“应得: …”。", node.place});
    }
    if (const YamlNode* rule = node.find("条款")) {
      expected.rule = field_of(rule, "条款", kMaxNameCharacters, problems).text;
      if (!expected.rule.empty() && !has_clause(scheme, expected.rule)) {
        problems.push_back({"L141", fmt::format("样例用了条款“{}”，方案里没有启用这一条", expected.rule),
                            "样例里只能写正在用的条款。", "改成“规则”里正在用的编号。", rule->place});
      }
    }
  }
  std::vector<model::Indicator>& rows = example.card.sections[0].indicators;
  rows.push_back(indicator_from_node(without(node, {"应得", "条款"}), what, problems));
  model::check_indicator(rows.back(), what, problems);
  example.rows.push_back(std::move(expected));
}

std::optional<Decimal> points_of(const YamlNode* node, std::string_view what, Problems& problems) {
  const auto number = number_of(node, what, Sign::not_negative, problems);
  return number ? std::optional<Decimal>(number->value) : std::nullopt;
}

Example example_from_node(const YamlNode& node, std::size_t number, const Scheme& scheme,
                          Problems& problems) {
  const std::string what = fmt::format("样例第 {} 项", number);
  Example example;
  example.place = node.place;
  example.card.id = fmt::format("样例{}", number);
  example.card.place = node.place;
  example.card.year = scheme.first_year;
  example.card.sections.resize(1);
  MappingReader reader(node, what, problems);
  if (!reader.ok()) return example;
  example.name = field_of(reader.required("名称"), "名称", kMaxNameCharacters, problems).text;
  example.card.title = {example.name, node.place};
  if (word_of(reader.optional("类型"), "类型", kCardKinds, problems) == 1) {
    example.card.kind = model::CardKind::department;
  }
  if (const auto year = year_of(reader.optional("年度"), "年度", problems)) example.card.year = *year;
  if (const YamlNode* budget = reader.optional("预算")) {
    if (budget->kind == YamlNode::Kind::mapping) {
      example.execution = points_of(budget->find("应得"), "应得", problems);
    }
    example.card.budget = budget_from_node(without(*budget, {"应得"}), problems);
    model::check_budget(example.card.budget, problems);
  }
  if (const YamlNode* rows = reader.optional("绩效指标")) {
    const auto items = list_items(*rows, "绩效指标", kMaxExamples, problems);
    for (std::size_t i = 0; i < items.size(); ++i) {
      read_row(items[i], fmt::format("{}的绩效指标第 {} 项", what, i + 1), scheme, example, problems);
    }
  }
  example.total = points_of(reader.optional("总分"), "总分", problems);
  const YamlNode* grade = reader.optional("等级");
  example.grade = field_of(grade, "等级", kMaxNameCharacters, problems).text;
  if (!example.grade.empty() && !has_grade(scheme, example.grade)) {
    problems.push_back({"L141", fmt::format("样例用了等级“{}”，方案里没有这个等级", example.grade),
                        "样例只能用“等级”里写的名称。", "改成“等级”里的一个。", grade->place});
  }
  if (example.rows.empty() && !example.execution && !example.total && example.grade.empty()) {
    problems.push_back({"L141", fmt::format("{}没有写应得的结果", what), "没有手算的结果，就检查不了方案。",
                        "在指标或预算里加上“应得”，或写上“总分”“等级”。", node.place});
  }
  return example;
}

}  // namespace

std::vector<Example> examples_from_node(const YamlNode& node, const Scheme& scheme, Problems& problems) {
  std::vector<Example> examples;
  for (const YamlNode& item : list_items(node, "样例", kMaxExamples, problems)) {
    examples.push_back(example_from_node(item, examples.size() + 1, scheme, problems));
  }
  return examples;
}

}  // namespace jiheng::rulebook
