// Takes the tree of a scorecard file, gives cards: texts as printed, numbers exact, each with its place. It sees to it that
// keys are known and hold the right kinds of things; what makes a card sound is model's (sound_card.h).
#include "engine/rulebook/scorecard_from_yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "engine/model/row_data.h"
#include "engine/model/sound_card.h"
#include "engine/rulebook/load.h"

namespace jiheng::rulebook {
namespace {

using model::Budget;
using model::CardKind;
using model::Field;
using model::Horizon;
using model::Indicator;
using model::NumberField;
using model::Scorecard;
using model::Section;

constexpr std::string_view kDepartmentTitle = "部门整体";
constexpr std::array<std::string_view, 12> kHeaderKeys = {
    "主管部门", "项目实施单位", "项目代码",     "项目类别",     "项目属性", "项目类型",
    "填报日期", "项目起止时间", "项目开始时间", "项目结束时间", "评价方式", "备注"};

/// Reads each entry of a mapping such as 计算数据 with `read(name, value node)`.
template <class Read>
void read_entries(const YamlNode* node, std::string_view what, Problems& problems, const Read& read) {
  if (node == nullptr || (node->kind == YamlNode::Kind::scalar && node->text.empty())) return;
  if (node->kind != YamlNode::Kind::mapping) {
    problems.push_back({"L109", fmt::format("“{}”应是一组“键: 值”", what), "",
                        fmt::format("写成“{}: {{名称: 值}}”。", what), node->place});
    return;
  }
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    YamlNode name;
    name.text = node->keys[i].first;
    name.place = node->keys[i].second;
    read(cell_of(&name, what, problems), node->items[i]);
  }
}

void read_numbers(const YamlNode* node, std::string_view what,
                  std::vector<std::pair<Field, NumberField>>& out, Problems& problems) {
  read_entries(node, what, problems, [&](Field name, const YamlNode& value) {
    const std::size_t before = problems.size();
    const auto number = number_of(&value, name.text, Sign::any, problems);
    if (number) {
      out.emplace_back(std::move(name), *number);
    } else if (problems.size() == before) {
      problems.push_back({"L201", fmt::format("“{}”里的“{}”没有写数字", what, name.text),
                          "空白不是 0，没有数就算不出结果。", "写上数字，或删去这一项。", name.place});
    }
  });
}

/// Numbers; in a row with its own 评分标准 also what it asks for in words or with a unit: 是, 基本健全, 95%.
void read_data(const YamlNode* node, Indicator& row, Problems& problems) {
  if (row.standard.empty()) return read_numbers(node, "计算数据", row.inputs, problems);
  read_entries(node, "计算数据", problems, [&](Field name, const YamlNode& value) {
    Field text = cell_of(&value, name.text, problems);
    if (!text.empty()) model::put_data(row, std::move(name), std::move(text));
  });
}

void read_answers(const YamlNode* node, std::string_view what, std::vector<std::pair<Field, bool>>& out,
                  Problems& problems) {
  read_entries(node, what, problems, [&](Field name, const YamlNode& value) {
    const std::size_t before = problems.size();
    const auto answer = yes_or_no(&value, name.text, problems);
    if (answer) {
      out.emplace_back(std::move(name), *answer);
    } else if (problems.size() == before) {
      problems.push_back({"L203", fmt::format("“{}”里的“{}”没有写是或否", what, name.text),
                          "空白不是否，没有答复就不能计分。", "写“是”或“否”，或删去这一项。", name.place});
    }
  });
}

void read_texts(const YamlNode* node, std::string_view what, std::vector<std::pair<Field, Field>>& out,
                Problems& problems) {
  read_entries(node, what, problems, [&](Field name, const YamlNode& value) {
    Field text = cell_of(&value, name.text, problems);
    out.emplace_back(std::move(name), std::move(text));
  });
}

/// A text the card must have: L110 for a missing key. Where something was said of the key, the text is made up, so that a
/// blank is not said as well.
Field required_field(MappingReader& reader, std::string_view key, Problems& problems) {
  const std::size_t before = problems.size();
  Field field = cell_of(reader.required(key), key, problems);
  if (problems.size() > before) field.text = key;
  return field;
}

std::vector<Indicator> read_indicators(const YamlNode& node, std::string_view where, Problems& problems) {
  std::vector<Indicator> indicators;
  if (node.kind != YamlNode::Kind::sequence) {
    problems.push_back(
        {"L109", "“绩效指标”应是列表", "", "每个指标以“- 一级: …”开头，一个指标一项。", node.place});
    return indicators;
  }
  if (node.items.size() > model::kMaxIndicators) {
    problems.push_back(model::too_many_rows(fmt::format("{}绩效指标", where), node.items.size(), node.place));
    return indicators;
  }
  indicators.reserve(node.items.size());
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    indicators.push_back(
        indicator_from_node(node.items[i], fmt::format("{}绩效指标第 {} 项", where, i + 1), problems));
  }
  return indicators;
}

Section read_goal(const YamlNode& node, std::string_view key, std::size_t number, Horizon horizon,
                  Problems& problems) {
  const std::string what = fmt::format("{}第 {} 项", key, number);
  Section section;
  section.horizon = horizon;
  MappingReader reader(node, what, problems);
  if (!reader.ok()) return section;
  section.title = cell_of(reader.optional("名称"), "名称", problems);
  section.full_marks = number_of(reader.optional("分值"), "分值", Sign::any, problems);
  section.goal = cell_of(reader.optional("内容"), "内容", problems);
  section.achieved = cell_of(reader.optional("实际完成情况"), "实际完成情况", problems);
  read_numbers(reader.optional("各级分值"), "各级分值", section.level_marks, problems);
  if (const YamlNode* rows = reader.required("绩效指标")) {
    section.indicators = read_indicators(*rows, what + "的", problems);
  }
  return section;
}

void read_goals(const YamlNode* node, std::string_view key, Horizon horizon, std::vector<Section>& sections,
                Problems& problems) {
  if (node == nullptr) return;
  if (node->kind != YamlNode::Kind::sequence) {
    problems.push_back(
        {"L109", fmt::format("“{}”应是列表", key), "", "每个目标以“- 名称: …”开头。", node->place});
    return;
  }
  for (std::size_t i = 0; i < node->items.size(); ++i) {
    sections.push_back(read_goal(node->items[i], key, i + 1, horizon, problems));
  }
}

std::vector<model::OverallGoal> read_overall_goals(const YamlNode* node, Problems& problems) {
  std::vector<model::OverallGoal> goals;
  if (node == nullptr) return goals;
  if (node->kind != YamlNode::Kind::sequence) {
    problems.push_back(
        {"L109", "“年度总体目标”应是列表", "", "每个目标以“- 预期目标: …”开头。", node->place});
    return goals;
  }
  for (std::size_t i = 0; i < node->items.size(); ++i) {
    MappingReader reader(node->items[i], fmt::format("年度总体目标第 {} 项", i + 1), problems);
    if (!reader.ok()) continue;
    goals.push_back({cell_of(reader.optional("名称"), "名称", problems),
                     cell_of(reader.optional("预期目标"), "预期目标", problems),
                     cell_of(reader.optional("实际完成情况"), "实际完成情况", problems)});
  }
  return goals;
}

/// Either 绩效指标 at once, or goals that hold them.
std::vector<Section> read_sections(MappingReader& reader, Problems& problems) {
  std::vector<Section> sections;
  const YamlNode* rows = reader.optional("绩效指标");
  const YamlNode* long_term = reader.optional("长期目标");
  const YamlNode* annual = reader.optional("年度目标");
  if (rows != nullptr && (long_term != nullptr || annual != nullptr)) {
    problems.push_back({"L207", "“绩效指标”与“年度目标”“长期目标”不能并列",
                        "分目标的表，指标写在各个目标里；不分目标的表，直接写绩效指标。",
                        "把绩效指标移到目标里，或删去目标一层。", rows->place});
  }
  read_goals(long_term, "长期目标", Horizon::long_term, sections, problems);
  read_goals(annual, "年度目标", Horizon::annual, sections, problems);
  const YamlNode* level_marks = reader.optional("各级分值");
  if (level_marks != nullptr && rows == nullptr) {
    problems.push_back({"L207", "“各级分值”旁边没有“绩效指标”", "分目标的表，各级分值写在各个目标里。",
                        "把各级分值移到目标里，或删去。", level_marks->place});
  }
  if (rows != nullptr) {
    Section section;
    read_numbers(level_marks, "各级分值", section.level_marks, problems);
    section.indicators = read_indicators(*rows, "", problems);
    sections.push_back(std::move(section));
  }
  return sections;
}

void read_header(const YamlNode& node, MappingReader& reader, Scorecard& card, Problems& problems) {
  for (const std::string_view key : kHeaderKeys) reader.optional(key);
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const auto& [key, place] = node.keys[i];
    if (std::find(kHeaderKeys.begin(), kHeaderKeys.end(), key) == kHeaderKeys.end()) continue;
    Field value = cell_of(&node.items[i], key, problems);
    if (value.empty()) continue;
    card.header.emplace_back(Field{key, place}, std::move(value));
  }
}

}  // namespace

std::span<const std::string_view> header_keys() { return kHeaderKeys; }

std::string stem_of(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const std::size_t dot = name.find_last_of('.');
  if (dot != std::string_view::npos && dot > 0) name = name.substr(0, dot);
  return std::string(name);
}

Indicator indicator_from_node(const YamlNode& node, const std::string& what, Problems& problems) {
  Indicator row;
  row.place = node.place;
  MappingReader reader(node, what, problems);
  if (!reader.ok()) {
    row.level1.text = row.name.text = what;  // no row, and that was said
    return row;
  }
  row.level1 = required_field(reader, "一级", problems);
  row.level2 = cell_of(reader.optional("二级"), "二级", problems);
  row.name = required_field(reader, "三级", problems);
  row.target = cell_of(reader.optional("目标"), "目标", problems);
  row.actual = cell_of(reader.optional("完成"), "完成", problems);
  row.standard = cell_of(reader.optional("评分标准"), "评分标准", problems);
  row.full_marks = number_of(reader.optional("分值"), "分值", Sign::any, problems);
  row.claimed = number_of(reader.optional("自报得分"), "自报得分", Sign::any, problems);
  row.judged = share_of(reader.optional("评定"), "评定", problems);
  row.not_applicable = yes_or_no(reader.optional("不适用"), "不适用", problems).value_or(false);
  row.reason = cell_of(reader.optional("偏差原因"), "偏差原因", problems);
  row.evidence = cell_of(reader.optional("佐证"), "佐证", problems);
  read_data(reader.optional("计算数据"), row, problems);
  read_answers(reader.optional("子项"), "子项", row.conditions, problems);
  read_numbers(reader.optional("档点"), "档点", row.cut_points, problems);
  read_texts(reader.optional("近两年"), "近两年", row.history, problems);
  row.basis = cell_of(reader.optional("指标值确定依据"), "指标值确定依据", problems);
  return row;
}

Budget budget_from_node(const YamlNode& node, Problems& problems) {
  Budget budget;
  budget.place = node.place;
  MappingReader reader(node, "预算", problems);
  if (!reader.ok()) return budget;
  budget.unit = cell_of(reader.optional("单位"), "单位", problems);
  const auto amount = [&](std::string_view key) {
    return number_of(reader.optional(key), key, Sign::any, problems);
  };
  budget.initial = amount("年初预算数");
  budget.adjusted = amount("调整预算数");
  if (const YamlNode* whole_year = reader.optional("全年预算数")) {  // the same amount by its other name
    const auto value = number_of(whole_year, "全年预算数", Sign::not_negative, problems);
    if (value && budget.adjusted) {
      problems.push_back({"L207", "“调整预算数”与“全年预算数”不能并列", "两者是同一个数的两种叫法。",
                          "删去一个。", whole_year->place});
    } else if (value) {
      budget.adjusted = value;
    }
  }
  budget.approved = amount("批复数");
  budget.planned = amount("预算数");
  const YamlNode* executed = reader.optional("执行数");
  budget.executed = number_of(executed, "执行数", Sign::any, problems);
  if (executed != nullptr && !budget.executed) budget.blank_executed = executed->place;
  budget.basic = amount("基本支出");
  budget.project = amount("项目支出");
  budget.claimed_rate = cell_of(reader.optional("自报执行率"), "自报执行率", problems);
  budget.claimed_score = amount("自报得分");
  read_entries(reader.optional("其中"), "其中", problems, [&](Field name, const YamlNode& value) {
    model::MoneyPart part;
    MappingReader cells(value, fmt::format("其中的“{}”", name.text), problems);
    part.name = std::move(name);
    if (!cells.ok()) return;
    for (const auto& [key, field] : model::kMoneyPartKeys)
      part.*field = cell_of(cells.optional(key), key, problems);
    budget.parts.push_back(std::move(part));
  });
  return budget;
}

Scorecard card_from_node(const YamlNode& node, const std::string& what, const std::string& default_id,
                         Problems& problems) {
  const std::size_t before = problems.size();
  Scorecard card;
  card.id = default_id;
  card.place = node.place;
  MappingReader reader(node, what, problems);
  if (!reader.ok()) return card;
  const YamlNode* kind = reader.required("类型");
  const std::size_t before_kind = problems.size();
  const auto kind_index = word_of(kind, "类型", kCardKinds, problems);
  if (kind != nullptr && !kind_index && problems.size() == before_kind) {
    problems.push_back({"L110", fmt::format("“{}”的“类型”是空的", what), "这一项必须写明，不能猜。",
                        "写“项目”或“部门”。", kind->place});
  }
  card.kind = kind_index == 1 ? CardKind::department : CardKind::project;
  const Field id = field_of(reader.optional("编号"), "编号", kMaxNameCharacters, problems);
  if (!id.empty()) card.id = id.text;
  card.year = year_of(reader.optional("年度"), "年度", problems);
  card.scheme = cell_of(reader.optional("方案"), "方案", problems);
  if (kind_index && card.kind == CardKind::department) {
    card.title = {std::string(kDepartmentTitle), node.place};
    card.unit_name = required_field(reader, "单位名称", problems);
  } else {
    if (kind_index) {
      card.title = required_field(reader, "项目名称", problems);
    } else {
      reader.optional("项目名称");
      card.title.text = "项目名称";  // asked for once the kind is known
    }
    card.unit_name = cell_of(reader.optional("单位名称"), "单位名称", problems);
  }
  read_header(node, reader, card, problems);
  if (const YamlNode* budget = reader.optional("预算")) card.budget = budget_from_node(*budget, problems);
  card.goals = read_overall_goals(reader.optional("年度总体目标"), problems);
  card.sections = read_sections(reader, problems);
  card.claimed_total = number_of(reader.optional("自报总分"), "自报总分", Sign::any, problems);
  card.claimed_grade = cell_of(reader.optional("自报等级"), "自报等级", problems);
  card.deviation_reason = cell_of(reader.optional("偏差原因"), "偏差原因", problems);
  card.improvement = cell_of(reader.optional("改进措施"), "改进措施", problems);
  read_texts(reader.optional("表尾"), "表尾", card.foot, problems);
  const bool as_written = problems.size() == before;
  Problems unsound;
  model::check_card(card, what, unsound);
  if (!as_written)  // what could not be read may have been there to be scored
    std::erase_if(unsound, [](const diag::Diagnostic& d) { return d.id == "L207"; });
  std::move(unsound.begin(), unsound.end(), std::back_inserter(problems));
  return card;
}

void keep_readable(Problems& problems) {
  if (problems.size() <= kMaxProblems) return;
  const std::size_t more = problems.size() - kMaxProblems;
  const base::Place place{problems.front().place.source, 0, 0, 0};
  problems.erase(problems.begin() + static_cast<std::ptrdiff_t>(kMaxProblems), problems.end());
  problems.push_back({"L102", fmt::format("这个文件还有 {} 处问题没有列出", more),
                      fmt::format("一个文件一次最多列出 {} 处。", kMaxProblems), "先改好上面的，再运行一次。",
                      place});
}

diag::Result<std::vector<Scorecard>> scorecards_from_yaml(const SourcePtr& source) {
  auto tree = read_yaml(source);
  if (!tree) return std::move(tree.problems);
  diag::Result<std::vector<Scorecard>> result;
  result.problems = std::move(tree.problems);
  const std::string stem = stem_of(source->name);
  std::vector<const YamlNode*> nodes = {&*tree};
  const YamlNode* list = tree->find("自评表");
  if (list != nullptr) {
    MappingReader reader(*tree, "文件", result.problems);
    reader.optional("自评表");
    reader.finish();
    nodes.clear();
    if (list->kind == YamlNode::Kind::sequence) {
      for (const YamlNode& item : list->items) nodes.push_back(&item);
    }
    if (nodes.empty()) {
      result.problems.push_back(
          {"L109", "“自评表”应是列表，至少有一张表", "", "每张表以“- 类型: …”开头。", list->place});
    }
  }
  std::vector<Scorecard> cards;
  std::set<std::string> ids;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::string what = list == nullptr ? "自评表" : fmt::format("自评表第 {} 张", i + 1);
    const std::string id = i == 0 ? stem : fmt::format("{}-{}", stem, i + 1);
    Problems problems;
    Scorecard card = card_from_node(*nodes[i], what, id, problems);
    model::check_id(card, ids, problems);
    std::stable_sort(
        problems.begin(), problems.end(), [](const diag::Diagnostic& a, const diag::Diagnostic& b) {
          return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
        });
    if (!diag::has_errors(problems)) cards.push_back(std::move(card));
    std::move(problems.begin(), problems.end(), std::back_inserter(result.problems));
  }
  keep_readable(result.problems);
  if (!cards.empty()) result.value = std::move(cards);
  return result;
}

}  // namespace jiheng::rulebook
