// Takes one entry of 规则, gives a clause with compiled formulas. Whether it can be reached is left to
// scheme_reach, its place among inherited clauses to scheme_from_yaml.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "engine/base/text.h"
#include "engine/rulebook/scheme_from_yaml.h"
#include "engine/rulebook/scheme_intervals.h"

namespace jiheng::rulebook {
namespace {

using base::Decimal;
using base::Place;
using formula::Formula;
using model::Clause;

constexpr std::array<std::string_view, 3> kStatuses = {"已见", "推算", "未核实"};
constexpr std::array<std::string_view, 3> kPartsOfTarget = {"按一档", "不计", "按比例"};
const Decimal kWhole = 1;

std::string text_of(const YamlNode* node, std::string_view what, Problems& problems) {
  return std::string(base::trimmed(field_of(node, what, kMaxNameCharacters, problems).text));
}

/// A text or a list of texts.
std::vector<std::string> texts_of(const YamlNode* node, std::string_view what, Problems& problems) {
  std::vector<std::string> out;
  if (node == nullptr) return out;
  const auto add = [&](const YamlNode& item) {
    std::string text = text_of(&item, what, problems);
    if (!text.empty()) out.push_back(std::move(text));
  };
  if (node->kind == YamlNode::Kind::sequence) {
    for (const YamlNode& item : list_items(*node, what, kMaxEntries, problems)) add(item);
  } else {
    add(*node);
  }
  if (out.empty() && !diag::has_errors(problems)) {
    problems.push_back(
        {"L109", fmt::format("“{}”是空的", what), "", "写上文字，或删去这个键。", node->place});
  }
  return out;
}

/// "80%" as a share of the full marks, 0..1.
std::optional<Decimal> share_from_node(const YamlNode* node, std::string_view what, Problems& problems) {
  const auto number = share_of(node, what, problems);
  return number ? std::optional<Decimal>(number->value) : std::nullopt;
}

bool within_limit(const YamlNode& node, std::string_view what, std::size_t limit, Problems& problems) {
  if (node.items.size() <= limit) return true;
  problems.push_back({"L102", fmt::format("“{}”有 {} 项，超过上限 {} 项", what, node.items.size(), limit),
                      "为防止失控的文件占满内存，项数有上限。", "删减或拆成几个方案。", node.place});
  return false;
}

void read_steps(const YamlNode& node, const std::string& what, Clause& clause, Problems& problems) {
  model::BySteps steps;
  MappingReader reader(node, what + "的阶梯", problems);
  if (!reader.ok()) return;
  if (auto by = formula_of(reader.required("按"), "按", clause_names(), problems)) steps.by = std::move(*by);
  const YamlNode* list = reader.required("各档");
  if (list == nullptr || !has_entries(*list, "各档", "各档: {\"≥90%\": 5分, \"<90%\": 0分}", problems))
    return;
  std::vector<PlacedInterval> intervals;
  std::vector<Formula> points;
  for (std::size_t i = 0; i < list->keys.size(); ++i) {
    const auto& [text, place] = list->keys[i];
    const auto interval = interval_of(text, place, problems);
    auto value = formula_of(&list->items[i], text, clause_names(), problems);
    if (value) check_not_negative(*value, text, list->items[i].place, problems);
    if (!interval || !value) continue;
    intervals.push_back({*interval, place});
    points.push_back(std::move(*value));
  }
  for (const std::size_t i : check_partition(intervals, what + "的阶梯", problems)) {
    steps.steps.emplace_back(std::move(intervals[i].interval), std::move(points[i]));
  }
  clause.points = std::move(steps);
}

void read_deduction(const YamlNode& node, const std::string& what, Clause& clause, Problems& problems) {
  model::ByDeduction deduction;
  MappingReader reader(node, what + "的扣分", problems);
  if (!reader.ok()) return;
  if (auto by = formula_of(reader.required("按"), "按", clause_names(), problems))
    deduction.by = std::move(*by);
  const YamlNode* each_node = reader.required("每");
  if (const auto each = amount_of(each_node, "每", "1%", problems)) {
    deduction.each = *each;
    if (each->sign() <= 0) {
      problems.push_back({"L129", fmt::format("{}的“每”是 {}，不大于 0", what, each_node->text),
                          "每多少扣分，必须大于 0。", "写成“每: 1%”这样的正数。", each_node->place});
    }
  }
  const YamlNode* points_node = reader.required("扣");
  if (const auto points = amount_of(points_node, "扣", "1分", problems)) {
    deduction.points = *points;
    if (points->sign() <= 0) {
      problems.push_back({"L129", fmt::format("{}的“扣”是 {}，不大于 0", what, points_node->text),
                          "扣的分数写成正数，由程序去减。", "写成“扣: 1分”这样的正数。", points_node->place});
    }
  }
  const auto part = word_of(reader.required("不足一档"), "不足一档", kPartsOfTarget, problems);
  constexpr std::array kPartValues = {model::ByDeduction::Part::started, model::ByDeduction::Part::whole,
                                      model::ByDeduction::Part::proportional};
  if (part) deduction.part = kPartValues[*part];
  const YamlNode* floor_node = reader.optional("最低");
  if (const auto floor = amount_of(floor_node, "最低", "0分", problems)) {
    deduction.floor = *floor;
    if (floor->sign() < 0) {
      problems.push_back({"L129", fmt::format("{}的“最低”是 {}，小于 0", what, floor_node->text),
                          "得分不会小于 0。", "写成“最低: 0分”，或删去这个键。", floor_node->place});
    }
  }
  clause.points = std::move(deduction);
}

void read_conditions(const YamlNode& node, const std::string& what, Clause& clause, Problems& problems) {
  model::ByConditions conditions;
  if (!has_entries(node, what + "的子项", "子项: {制度健全: 2分, 执行有效: 3分}", problems)) return;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const std::string& name = node.keys[i].first;
    auto points = formula_of(&node.items[i], name, clause_names(), problems);
    if (!points) continue;
    check_not_negative(*points, name, node.items[i].place, problems);
    conditions.items.emplace_back(name, std::move(*points));
  }
  clause.points = std::move(conditions);
}

std::optional<PlacedInterval> read_share_interval(const YamlNode* node, Problems& problems) {
  if (node == nullptr) return std::nullopt;
  const std::size_t before = problems.size();
  const std::string text = scalar_text(*node, "比例", problems);
  if (problems.size() > before) return std::nullopt;
  auto interval = interval_of(text, node->place, problems);
  if (!interval) return std::nullopt;
  if (!interval->low || !interval->high || interval->low->sign() < 0 || *interval->high > kWhole) {
    problems.push_back({"L124", fmt::format("比例“{}”不在 0% 到 100% 之间", text),
                        "比例是满分的一部分，两端都要写明。", "写成“[80%,100%]”。", node->place});
    return std::nullopt;
  }
  return PlacedInterval{std::move(*interval), node->place};
}

void read_tiers(const YamlNode& node, const std::string& what, Clause& clause, Problems& problems) {
  model::ByTiers tiers;
  std::vector<PlacedInterval> intervals;
  for (const YamlNode& item : list_items(node, what + "的档次", kMaxEntries, problems)) {
    MappingReader reader(item, what + "的档次", problems);
    if (!reader.ok()) continue;
    model::Tier tier;
    tier.name = required_text(reader.required("名称"), "名称", problems);
    tier.answers = texts_of(reader.optional("答复"), "答复", problems);
    const auto share = read_share_interval(reader.required("比例"), problems);
    const YamlNode* point_node = reader.optional("取点");
    tier.point = share_from_node(point_node, "取点", problems);
    if (!share) continue;
    tier.low = *share->interval.low;
    tier.high = *share->interval.high;
    tier.low_closed = share->interval.low_closed;
    tier.high_closed = share->interval.high_closed;
    if (tier.point && !share->interval.contains(*tier.point)) {
      problems.push_back(
          {"L124", fmt::format("取点“{}”不在本档的比例 {} 之内", point_node->text, share->interval.text),
           "取点是没有评定时用的比例，要落在本档里。", "改取点或比例。", point_node->place});
    }
    intervals.push_back(*share);
    tiers.tiers.push_back(std::move(tier));
  }
  check_partition(intervals, what + "的档次", problems);
  clause.points = std::move(tiers);
}

void read_cut_points(const YamlNode& node, const std::string& what, Clause& clause, Problems& problems) {
  model::ByCutPoints cuts;
  if (!has_entries(node, what + "的档点", "档点: {优: 100%, 良: 80%, 中: 60%}", problems)) return;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const auto share = share_from_node(&node.items[i], node.keys[i].first, problems);
    if (!share) continue;
    if (!cuts.shares.empty() && *share >= cuts.shares.back().second) {
      problems.push_back({"L125", fmt::format("{}的档点“{}”不比前一档低", what, node.keys[i].first),
                          "档点从好到差排，得分比例要一档比一档低。", "调整次序或比例。",
                          node.keys[i].second});
    }
    cuts.shares.emplace_back(node.keys[i].first, *share);
  }
  clause.points = std::move(cuts);
}

void read_formula(const YamlNode& node, const std::string& /*what*/, Clause& clause, Problems& problems) {
  if (auto points = formula_of(&node, "得分", clause_names(), problems)) {
    check_not_negative(*points, "得分", node.place, problems);
    clause.points = model::ByFormula{std::move(*points)};
  }
}

void read_standard(const YamlNode& node, const std::string& /*what*/, Clause& clause, Problems& problems) {
  constexpr std::array<std::string_view, 1> kWords = {"本行"};
  word_of(&node, "评分标准", kWords, problems);
  clause.points = model::ByStandard{};
}

/// The keys of the shapes, in the order of Clause::points: one each.
struct ShapeKey {
  std::string_view name;
  void (*read)(const YamlNode& node, const std::string& what, Clause& clause, Problems& problems);
};
constexpr std::array kShapes = {ShapeKey{"得分", read_formula},     ShapeKey{"阶梯", read_steps},
                                ShapeKey{"扣分", read_deduction},   ShapeKey{"子项", read_conditions},
                                ShapeKey{"档次", read_tiers},       ShapeKey{"档点", read_cut_points},
                                ShapeKey{"评分标准", read_standard}};
static_assert(kShapes.size() == std::variant_size_v<decltype(Clause::points)>);

model::Applies read_applies(const YamlNode& node, const std::string& what, Problems& problems) {
  model::Applies applies;
  MappingReader reader(node, what + "的适用", problems);
  if (!reader.ok()) return applies;
  applies.level1 = texts_of(reader.optional("一级"), "一级", problems);
  applies.level2 = texts_of(reader.optional("二级"), "二级", problems);
  applies.names = texts_of(reader.optional("指标"), "指标", problems);
  return applies;
}

}  // namespace

std::span<const std::string_view> clause_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all(model::kNumberNames.begin(), model::kNumberNames.end());
    all.insert(all.end(), model::kFlagNames.begin(), model::kFlagNames.end());
    return all;
  }();
  return names;
}

std::optional<Formula> formula_of(const YamlNode* node, std::string_view what,
                                  std::span<const std::string_view> names, Problems& problems) {
  if (node == nullptr) return std::nullopt;
  const std::size_t before = problems.size();
  const std::string text = scalar_text(*node, what, problems);
  if (problems.size() > before) return std::nullopt;
  auto compiled = Formula::compile(text, names, node->place);
  std::move(compiled.problems.begin(), compiled.problems.end(), std::back_inserter(problems));
  return std::move(compiled.value);
}

void check_not_negative(const Formula& formula, std::string_view what, const Place& place,
                        Problems& problems) {
  if (!formula.used_names().empty() || formula.evaluate_one({}) >= 0) return;
  problems.push_back({"L129", fmt::format("“{}”的值“{}”小于 0", what, formula.text()), "得分不会小于 0。",
                      "写成 0分 或大于 0 的数。", place});
}

std::string required_text(const YamlNode* node, std::string_view what, Problems& problems) {
  const std::size_t before = problems.size();
  std::string text = text_of(node, what, problems);
  if (node != nullptr && text.empty() && problems.size() == before) {
    problems.push_back({"L110", fmt::format("“{}”是空的", what), "这一项必须写明，不能猜。",
                        fmt::format("写成“{}: …”。", what), node->place});
  }
  return text;
}

model::SourceNote source_from_node(const YamlNode& node, const std::string& what,
                                   const model::SourceNote& first, Problems& problems) {
  model::SourceNote note;
  if (node.kind == YamlNode::Kind::scalar) {
    note = first;
    note.paragraph = text_of(&node, "来源", problems);
    note.remark.clear();
    return note;
  }
  MappingReader reader(node, what + "的来源", problems);
  if (!reader.ok()) return note;
  note.document = required_text(reader.required("文号"), "文号", problems);
  note.paragraph = text_of(reader.optional("段落"), "段落", problems);
  const YamlNode* status = reader.required("状态");
  const auto word = word_of(status, "状态", kStatuses, problems);
  if (word) note.status = kStatuses[*word];
  note.remark = text_of(reader.optional("备注"), "备注", problems);
  return note;
}

bool has_entries(const YamlNode& node, std::string_view what, std::string_view example, Problems& problems) {
  if (node.kind != YamlNode::Kind::mapping || node.keys.empty()) {
    problems.push_back({"L109", fmt::format("“{}”应是一组“键: 值”", what), "",
                        fmt::format("写成“{}”。", example), node.place});
    return false;
  }
  return within_limit(node, what, kMaxEntries, problems);
}

std::span<const YamlNode> list_items(const YamlNode& node, std::string_view what, std::size_t limit,
                                     Problems& problems) {
  if (node.kind != YamlNode::Kind::sequence || node.items.empty()) {
    problems.push_back(
        {"L109", fmt::format("“{}”应是列表", what), "", "每项以短横“- ”开头，至少一项。", node.place});
    return {};
  }
  if (!within_limit(node, what, limit, problems)) return {};
  return node.items;
}

std::optional<WrittenClause> clause_from_node(const YamlNode& node, const std::string& what,
                                              const model::SourceNote& first, Problems& problems) {
  WrittenClause out;
  Clause& clause = out.clause;
  MappingReader reader(node, what, problems);
  if (!reader.ok()) return std::nullopt;
  clause.place = node.place;
  clause.source = first;
  clause.id = required_text(reader.required("编号"), "编号", problems);
  const std::string name = clause.id.empty() ? what : "条款 " + clause.id + " ";
  const auto switched = yes_or_no(reader.optional("启用"), "启用", problems);
  if (node.keys.size() == 2 && switched == false) {
    out.on = false;
    out.only_switch = true;
    return out;
  }
  clause.name = required_text(reader.required("名称"), "名称", problems);
  if (const YamlNode* applies = reader.optional("适用"))
    clause.applies = read_applies(*applies, name, problems);
  clause.when = formula_of(reader.optional("当"), "当", clause_names(), problems);
  const std::string precondition = text_of(reader.optional("前提"), "前提", problems);
  if (!precondition.empty()) clause.precondition = precondition;
  clause.must_explain = yes_or_no(reader.optional("须说明"), "须说明", problems).value_or(false);
  if (const YamlNode* source = reader.optional("来源")) {
    clause.source = source_from_node(*source, name, first, problems);
  }
  std::vector<std::string_view> given;
  for (const ShapeKey& shape : kShapes) {
    const YamlNode* points = reader.optional(shape.name);
    if (points == nullptr) continue;
    given.push_back(shape.name);
    shape.read(*points, name, clause, problems);
  }
  if (given.size() != 1) {
    problems.push_back({"L123",
                        given.empty() ? fmt::format("{}没有写怎么给分", name)
                                      : fmt::format("{}写了几种给分办法：{}", name, fmt::join(given, "、")),
                        "每条恰好用一种：得分、阶梯、扣分、子项、档次、档点。",
                        given.empty() ? "加上其中一种，如“得分: 分值”。" : "留下一种，其余另写一条。",
                        node.place});
  }
  if (clause.id.empty()) return std::nullopt;
  out.on = switched.value_or(clause.source.status != kStatuses[2]);
  return out;
}

}  // namespace jiheng::rulebook
