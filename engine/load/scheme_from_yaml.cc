// Takes a scheme file and the files it may inherit from, gives a Scheme whose clauses can all be reached and
// whose weights add up. Clauses and examples are read by their own files; scoring is left to scoring.
#include "engine/load/scheme_from_yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "engine/base/near_word.h"
#include "engine/base/text.h"
#include "engine/load/load.h"
#include "engine/load/scheme_intervals.h"
#include "engine/load/scheme_reach.h"

namespace jiheng::load {
namespace {

using base::Decimal;
using base::Place;
using diag::Diagnostic;
using model::Clause;
using model::Scheme;
using target::BareMeaning;

constexpr std::array<std::string_view, 4> kBareWords = {"至少", "至多", "等于", "待核"};
constexpr std::array kBareValues = {BareMeaning::at_least, BareMeaning::at_most, BareMeaning::exactly,
                                    BareMeaning::undetermined};
constexpr std::array<std::string_view, 3> kNoMarksWords = {"拒绝", "以自报得分为满分", "平均分配"};
constexpr std::array<std::string_view, 2> kRemainderWords = {"首行", "末行"};
constexpr std::array<std::string_view, 3> kNotApplicableWords = {"得满分", "剔除后折算", "块内折算"};
constexpr std::array<std::string_view, 2> kRoundingWords = {"每项", "总分"};
constexpr std::array<std::string_view, 3> kWeightCheckWords = {"不核对", "提示", "必须一致"};
constexpr int kMaxPlaces = 6;
constexpr std::size_t kMaxChain = 16;

/// One file being read, and what it inherits.
class SchemeReader {
 public:
  SchemeReader(const SourcePtr& source, const std::vector<SourcePtr>& others, std::vector<std::string> chain,
               Problems& problems)
      : source_(source), others_(others), chain_(std::move(chain)), problems_(problems) {}

  std::optional<Scheme> read() {
    auto tree = read_yaml(source_);
    std::move(tree.problems.begin(), tree.problems.end(), std::back_inserter(problems_));
    if (!tree) return std::nullopt;
    MappingReader reader(*tree, "方案文件", problems_);
    if (!reader.ok()) return std::nullopt;
    scheme_.place = tree->place;
    const std::string id = name_of(reader.required("方案"), "方案");
    inherit(reader.optional("继承"), id);
    own_clauses_from_here();
    scheme_.id = id;
    scheme_.name = name_of(reader.required("名称"), "名称");
    read_years(reader.required("适用年度"));
    read_sources(reader.required("来源"));
    read_enabled(reader.optional("启用"));
    read_total(reader);
    read_execution(reader.optional("预算执行"));
    read_weights(reader.optional("权重"));
    read_marks(reader);
    read_bare_numbers(reader.optional("裸数"));
    read_word(reader.optional("不适用"), "不适用", kNotApplicableWords,
              std::array{Scheme::NotApplicable::full, Scheme::NotApplicable::rescale,
                         Scheme::NotApplicable::rescale_block},
              scheme_.not_applicable);
    read_over_threshold(reader.optional("大幅超额"));
    read_computed(reader.optional("计算"));
    read_total_caps(reader.optional("总分上限"));
    read_rounding(reader.optional("取整"));
    read_grades(reader.optional("等级"));
    const bool inherited = !scheme_.parent.empty();
    read_clauses(inherited ? reader.optional("规则") : reader.required("规则"));
    if (const YamlNode* examples = reader.optional("样例")) {
      scheme_.examples = examples_from_node(*examples, scheme_, problems_);
    }
    reader.finish();
    check_weights();
    return scheme_;
  }

 private:
  void report(std::string id, std::string message, std::string why, std::string fix, const Place& place) {
    problems_.push_back({std::move(id), std::move(message), std::move(why), std::move(fix), place});
  }

  std::string name_of(const YamlNode* node, std::string_view what) {
    const std::size_t before = problems_.size();
    std::string text(base::trimmed(field_of(node, what, kMaxNameCharacters, problems_).text));
    if (node != nullptr && text.empty() && problems_.size() == before) {
      report("L110", fmt::format("“{}”是空的", what), "这一项必须写明，不能猜。",
             fmt::format("写成“{}: …”。", what), node->place);
    }
    return text;
  }

  template <class Enum, std::size_t N>
  void read_word(const YamlNode* node, std::string_view what, const std::array<std::string_view, N>& words,
                 const std::array<Enum, N>& values, Enum& out) {
    if (const auto word = word_of(node, what, words, problems_)) out = values[*word];
  }

  /// A whole number of decimal places, 0..6.
  void read_places(const YamlNode* node, std::string_view what, int& out) {
    const auto number = number_of(node, what, Sign::not_negative, problems_);
    if (!number) return;
    const Decimal value = number->value.trimmed();
    if (value.places() > 0 || value > Decimal(kMaxPlaces)) {
      report("L202", fmt::format("“{}”是 {}，不是 0 到 {} 的整数", what, node->text, kMaxPlaces),
             "小数位数是整数。", fmt::format("写成“{}: 2”。", what), node->place);
      return;
    }
    out = static_cast<int>(value.coefficient());
  }

  // ---- 继承

  void inherit(const YamlNode* node, const std::string& id) {
    if (node == nullptr) return;
    const std::string parent = name_of(node, "继承");
    if (parent.empty()) return;
    chain_.push_back(id);
    if (std::find(chain_.begin(), chain_.end(), parent) != chain_.end() || chain_.size() > kMaxChain) {
      report("L120", fmt::format("“继承”绕成了一个圈：{} → {}", fmt::join(chain_, " → "), parent),
             "一个方案不能直接或间接继承自己。", "去掉其中一个“继承”。", node->place);
      scheme_.parent = parent;
      return;
    }
    std::vector<std::string> ids;
    for (const SourcePtr& other : others_) {
      if (other == nullptr || other->name == source_->name) continue;
      const auto tree = read_yaml(other);
      const YamlNode* other_id = tree ? tree->find("方案") : nullptr;
      if (other_id == nullptr || other_id->kind != YamlNode::Kind::scalar) continue;
      if (other_id->text != parent) {
        ids.push_back(other_id->text);
        continue;
      }
      SchemeReader reader(other, others_, chain_, problems_);
      if (auto scheme = reader.read()) scheme_ = std::move(*scheme);
      scheme_.parent = parent;
      return;
    }
    const std::vector<std::string_view> known(ids.begin(), ids.end());
    const std::string_view near = base::near_word(parent, known);
    report("L121", fmt::format("找不到要继承的方案“{}”", parent),
           ids.empty() ? "没有别的方案文件可用。" : fmt::format("找得到的方案：{}。", fmt::join(ids, " ")),
           near.empty() ? "把方案文件放到同一个文件夹，或改“继承”。" : fmt::format("是不是想写“{}”？", near),
           node->place);
    scheme_.parent = parent;
  }

  /// What is inherited stays apart from what this file says.
  void own_clauses_from_here() {
    inherited_ = std::move(scheme_.clauses);
    inherited_off_ = std::move(scheme_.off_clauses);
    scheme_.clauses.clear();
    scheme_.off_clauses.clear();
    scheme_.examples.clear();
    scheme_.sources.clear();
  }

  // ---- 名称、年度、来源

  std::optional<int> year_in(std::string_view text) {
    text = base::trimmed(text);
    if (text.ends_with("年")) text.remove_suffix(std::string_view("年").size());
    const auto value = Decimal::parse(text);
    if (!value || text.size() != 4 || value->places() > 0 || *value < Decimal(1900)) return std::nullopt;
    return static_cast<int>(value->coefficient());
  }

  void read_years(const YamlNode* node) {
    const std::string text = name_of(node, "适用年度");
    if (text.empty()) return;
    constexpr std::string_view kOpen = "起";
    const std::size_t dash = text.find('-');
    std::optional<int> first;
    std::optional<int> last;
    const bool open = text.ends_with(kOpen);
    if (open) {
      first = year_in(std::string_view(text).substr(0, text.size() - kOpen.size()));
    } else if (dash != std::string::npos) {
      first = year_in(std::string_view(text).substr(0, dash));
      last = year_in(std::string_view(text).substr(dash + 1));
    } else {
      first = last = year_in(text);
    }
    if (!first || (!open && !last)) {
      report("L204", fmt::format("看不懂适用年度“{}”", base::clipped(text, 60)), "年份是四位数字。",
             "写成“2023”“2016-2019”或“2020起”。", node->place);
      return;
    }
    if (last && *last < *first) {
      report("L128", fmt::format("适用年度“{}”前后颠倒", text), "起始年份不能晚于终止年份。",
             fmt::format("写成“{}-{}”。", *last, *first), node->place);
      return;
    }
    scheme_.first_year = *first;
    scheme_.last_year = last;
  }

  void read_sources(const YamlNode* node) {
    if (node == nullptr) return;
    for (const YamlNode& item : list_items(*node, "来源", kMaxClauses, problems_)) {
      if (item.kind != YamlNode::Kind::mapping) {
        report("L109", "“来源”的每一项应写明文号和状态", "", "写成“- {文号: …, 段落: …, 状态: 已见}”。",
               item.place);
        continue;
      }
      scheme_.sources.push_back(source_from_node(item, "方案", {}, problems_));
    }
  }

  void read_enabled(const YamlNode* node) {
    const bool seen = scheme_.sources.empty() || scheme_.sources.front().status != "未核实";
    scheme_.enabled = yes_or_no(node, "启用", problems_).value_or(seen);
  }

  // ---- 分值

  /// 无: what the parent says does not hold here.
  static bool says_none(const YamlNode& node) {
    return node.kind == YamlNode::Kind::scalar && node.text == "无";
  }

  void read_total(MappingReader& reader) {
    const bool inherited = !scheme_.parent.empty();
    const YamlNode* node = inherited ? reader.optional("总分") : reader.required("总分");
    const auto total = amount_of(node, "总分", "100", problems_);
    if (!total) return;
    scheme_.total = *total;
    if (total->sign() <= 0) report("L129", "“总分”不大于 0", "", "写成“总分: 100”。", node->place);
  }

  std::optional<Decimal> points_of(const YamlNode* node, std::string_view what) {
    const auto points = amount_of(node, what, "20", problems_);
    if (points && points->sign() < 0) {
      report("L129", fmt::format("“{}”是 {}，小于 0", what, node->text), "分值不会小于 0。",
             "改成 0 或大于 0 的数。", node->place);
    }
    return points;
  }

  void read_execution(const YamlNode* node) {
    if (node == nullptr) return;
    if (says_none(*node)) return scheme_.execution.reset();
    model::Execution execution;
    execution.source = first_source();
    MappingReader reader(*node, "预算执行", problems_);
    if (!reader.ok()) return;
    if (const auto points = points_of(reader.required("分值"), "分值")) execution.full_marks = *points;
    if (auto points = formula_of(reader.required("得分"), "得分", model::kExecutionNames, problems_)) {
      check_not_negative(*points, "得分", node->place, problems_);
      execution.points = std::move(*points);
    }
    if (const YamlNode* list = reader.required("分母")) {
      for (const YamlNode& item : list_items(*list, "分母", model::kDenominators.size(), problems_)) {
        const auto word = word_of(&item, "分母", model::kDenominators, problems_);
        if (word) execution.denominators.emplace_back(model::kDenominators[*word]);
      }
    }
    if (const YamlNode* places = reader.optional("执行率位数")) {
      int value = 0;
      read_places(places, "执行率位数", value);
      execution.rate_places = value;
    }
    if (const YamlNode* rates = reader.optional("须说明")) {
      const std::string text = scalar_text(*rates, "须说明", problems_);
      if (!text.empty()) execution.must_explain = interval_of(text, rates->place, problems_);
    }
    if (const YamlNode* source = reader.optional("来源")) {
      execution.source = source_from_node(*source, "预算执行", first_source(), problems_);
    }
    scheme_.execution = std::move(execution);
  }

  model::SourceNote first_source() const {
    return scheme_.sources.empty() ? model::SourceNote{} : scheme_.sources.front();
  }

  /// {产出指标: 40, 效益指标: {社会效益指标: 10, 生态效益指标: 10}}
  std::vector<model::Weight> weights_of(const YamlNode& node, std::string_view what) {
    std::vector<model::Weight> weights;
    if (node.kind != YamlNode::Kind::mapping || node.keys.empty()) {
      report("L109", fmt::format("“权重”的“{}”应是一组“一级指标: 分值”", what), "",
             fmt::format("写成“{}: {{产出指标: 50, 效益指标: 30}}”。", what), node.place);
      return weights;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const std::string& level1 = node.keys[i].first;
      const YamlNode& value = node.items[i];
      if (value.kind != YamlNode::Kind::mapping) {
        if (const auto points = points_of(&value, level1)) weights.push_back({level1, "", *points});
        continue;
      }
      for (std::size_t j = 0; j < value.keys.size(); ++j) {
        const std::string& level2 = value.keys[j].first;
        if (const auto points = points_of(&value.items[j], level2))
          weights.push_back({level1, level2, *points});
      }
    }
    return weights;
  }

  void read_weights(const YamlNode* node) {
    if (node == nullptr) return;
    scheme_.project_weights.clear();
    scheme_.department_weights.clear();
    if (says_none(*node)) return;
    weights_place_ = node->place;
    MappingReader reader(*node, "权重", problems_);
    if (!reader.ok()) return;
    const YamlNode* project = reader.optional("项目");
    const YamlNode* department = reader.optional("部门");
    scheme_.project_weights =
        project == nullptr ? std::vector<model::Weight>{} : weights_of(*project, "项目");
    scheme_.department_weights =
        department == nullptr ? std::vector<model::Weight>{} : weights_of(*department, "部门");
    using Check = Scheme::WeightCheck;
    read_word(reader.required("核对"), "核对", kWeightCheckWords,
              std::array{Check::off, Check::note, Check::error}, scheme_.weight_check);
  }

  /// 预算执行 and the blocks must give the total, exactly.
  void check_weights() {
    const Place& place = weights_place_.source ? weights_place_ : scheme_.place;
    check_sum(scheme_.project_weights, "项目", place);
    check_sum(scheme_.department_weights, "部门", place);
  }

  void check_sum(const std::vector<model::Weight>& weights, std::string_view what, const Place& place) {
    if (weights.empty()) return;
    Decimal sum = scheme_.execution ? scheme_.execution->full_marks : Decimal(0);
    std::string terms = scheme_.execution ? "预算执行 " + sum.to_string() : "";
    for (const model::Weight& weight : weights) {
      const auto next = add(sum, weight.points);
      if (!next) return report("L129", "“权重”的数太大，加不起来", "", "改成通常的分值。", place);
      sum = *next;
      terms += fmt::format("{}{} {}", terms.empty() ? "" : " + ",
                           weight.level2.empty() ? weight.level1 : weight.level1 + "/" + weight.level2,
                           weight.points.to_string());
    }
    if (sum == scheme_.total) return;
    report(
        "L126",
        fmt::format("“权重”的“{}”合计 {}，不等于总分 {}", what, sum.to_string(), scheme_.total.to_string()),
        fmt::format("{} = {}。", terms, sum.to_string()), "改权重、预算执行的分值或总分，使两者相等。",
        place);
  }

  void read_marks(MappingReader& reader) {
    using NoMarks = Scheme::NoMarks;
    using Remainder = Scheme::Remainder;
    read_word(reader.optional("无分值时"), "无分值时", kNoMarksWords,
              std::array{NoMarks::refuse, NoMarks::claimed, NoMarks::split_equally}, scheme_.no_marks);
    read_word(reader.optional("余数"), "余数", kRemainderWords, std::array{Remainder::first, Remainder::last},
              scheme_.remainder);
    if (const YamlNode* places = reader.optional("均分位数")) {
      read_places(places, "均分位数", scheme_.split_places);
    }
  }

  void read_bare_numbers(const YamlNode* node) {
    if (node == nullptr) return;
    if (node->kind != YamlNode::Kind::mapping) {
      report("L109", "“裸数”应是一组“键: 值”", "", "写成“裸数: {默认: 至少, 负数: 至多, 成本指标: 至多}”。",
             node->place);
      return;
    }
    scheme_.bare_by_level2.clear();
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
      const std::string& key = node->keys[i].first;
      const auto word = word_of(&node->items[i], key, kBareWords, problems_);
      if (!word) continue;
      if (key == "默认") {
        scheme_.bare_default = kBareValues[*word];
      } else if (key == "负数") {
        scheme_.bare_negative = kBareValues[*word];
      } else {
        scheme_.bare_by_level2.emplace_back(key, kBareValues[*word]);
      }
    }
  }

  void read_over_threshold(const YamlNode* node) {
    if (node != nullptr && says_none(*node)) return scheme_.over_threshold.reset();
    const auto value = amount_of(node, "大幅超额", "130%", problems_);
    if (!value) return;
    scheme_.over_threshold = *value;
    if (*value <= Decimal(1)) {
      report("L202", fmt::format("“大幅超额”是 {}，不大于 100%", node->text), "完成率超过 100% 才是超额。",
             "写成“大幅超额: 130%”。", node->place);
    }
  }

  // ---- 计算

  void read_computed(const YamlNode* node) {
    if (node == nullptr) return;
    std::set<std::string> own;
    for (const YamlNode& item : list_items(*node, "计算", kMaxClauses, problems_)) {
      auto computed = computed_from(item);
      if (!computed) continue;
      if (!own.insert(computed->name).second) {
        report("L122", fmt::format("“计算”里的“{}”写了两次", computed->name), "同一个指标不能有两个算法。",
               "删去一个。", item.place);
        continue;
      }
      const auto same = std::find_if(scheme_.computed.begin(), scheme_.computed.end(),
                                     [&](const model::Computed& c) { return c.name == computed->name; });
      if (same == scheme_.computed.end()) {
        scheme_.computed.push_back(std::move(*computed));
      } else {
        *same = std::move(*computed);
      }
    }
  }

  std::optional<model::Computed> computed_from(const YamlNode& item) {
    model::Computed computed;
    MappingReader reader(item, "计算", problems_);
    if (!reader.ok()) return std::nullopt;
    computed.name = name_of(reader.required("名称"), "名称");
    computed.source = first_source();
    if (const YamlNode* inputs = reader.required("数据")) {
      for (const YamlNode& input : list_items(*inputs, "数据", kMaxClauses, problems_)) {
        computed.inputs.push_back(name_of(&input, "数据"));
      }
    }
    const std::vector<std::string_view> names(computed.inputs.begin(), computed.inputs.end());
    auto formula = formula_of(reader.required("公式"), "公式", names, problems_);
    if (formula) computed.formula = std::move(*formula);
    computed.unit =
        std::string(field_of(reader.optional("单位"), "单位", kMaxNameCharacters, problems_).text);
    if (const YamlNode* source = reader.optional("来源")) {
      computed.source = source_from_node(*source, "计算", first_source(), problems_);
    }
    if (!formula || computed.name.empty()) return std::nullopt;
    return computed;
  }

  // ---- 总分

  void read_total_caps(const YamlNode* node) {
    if (node == nullptr) return;
    scheme_.total_caps.clear();
    if (says_none(*node)) return;
    if (node->kind != YamlNode::Kind::mapping) {
      report("L109", "“总分上限”应是一组“执行率区间: 分数”", "", "写成“总分上限: {\"[70%,80%)\": 89}”。",
             node->place);
      return;
    }
    std::vector<PlacedInterval> intervals;
    std::vector<Decimal> caps;
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
      const auto& [text, place] = node->keys[i];
      const auto interval = interval_of(text, place, problems_);
      const auto cap = points_of(&node->items[i], text);
      if (!interval || !cap) continue;
      intervals.push_back({*interval, place});
      caps.push_back(*cap);
    }
    for (const std::size_t i : check_partition(intervals, "总分上限", problems_)) {
      scheme_.total_caps.emplace_back(intervals[i].interval, caps[i]);
    }
  }

  void read_rounding(const YamlNode* node) {
    if (node == nullptr) return;
    MappingReader reader(*node, "取整", problems_);
    if (!reader.ok()) return;
    using At = model::Rounding::At;
    read_word(reader.required("对象"), "对象", kRoundingWords, std::array{At::indicator, At::total},
              scheme_.rounding.at);
    read_places(reader.required("位数"), "位数", scheme_.rounding.places);
  }

  void read_grades(const YamlNode* node) {
    if (node == nullptr) return;
    scheme_.grades.clear();
    if (node->kind != YamlNode::Kind::mapping || node->keys.empty()) {
      report("L109", "“等级”应是一组“名称: 分数线”", "", "写成“等级: {优: 90, 良: 80, 中: 60, 差: 0}”。",
             node->place);
      return;
    }
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
      const auto from = points_of(&node->items[i], node->keys[i].first);
      if (!from) continue;
      if (!scheme_.grades.empty() && *from >= scheme_.grades.back().from) {
        report("L140", fmt::format("等级“{}”的分数线不比前一级低", node->keys[i].first),
               "等级从好到差排，分数线一级比一级低。", "调整次序或分数线。", node->items[i].place);
      }
      scheme_.grades.push_back({node->keys[i].first, *from});
    }
    if (!scheme_.grades.empty() && scheme_.grades.back().from.sign() > 0) {
      report("L140",
             fmt::format("最后一级“{}”的分数线是 {}，更低的总分没有等级", scheme_.grades.back().name,
                         scheme_.grades.back().from.to_string()),
             "最后一级从 0 分起。", "把最后一级的分数线写成 0。", node->place);
    }
  }

  // ---- 规则

  /// Own clauses with a parent's 编号 take its place; the others are tried before all of the parent's.
  void read_clauses(const YamlNode* node) {
    const std::size_t before = problems_.size();
    std::vector<WrittenClause> written = written_clauses(node);
    std::map<std::string, WrittenClause*> overriding;
    for (WrittenClause& own : written) {
      const bool known = std::any_of(inherited_.begin(), inherited_.end(),
                                     [&](const Clause& c) { return c.id == own.clause.id; });
      if (known) {
        overriding.emplace(own.clause.id, &own);
      } else if (own.only_switch) {
        report("L121", fmt::format("继承来的条款里没有“{}”，不能停用", own.clause.id),
               "只能停用上级方案里在用的条款。", "改编号，或删去这一条。", own.clause.place);
      } else {
        (own.on ? scheme_.clauses : scheme_.off_clauses).push_back(std::move(own.clause));
      }
    }
    for (Clause& clause : inherited_) {
      const auto own = overriding.find(clause.id);
      if (own == overriding.end()) {
        scheme_.clauses.push_back(std::move(clause));
      } else if (own->second->only_switch) {
        scheme_.off_clauses.push_back(std::move(clause));
      } else {
        (own->second->on ? scheme_.clauses : scheme_.off_clauses).push_back(std::move(own->second->clause));
      }
    }
    for (Clause& clause : inherited_off_) {
      const bool own = std::any_of(written.begin(), written.end(),
                                   [&](const WrittenClause& w) { return w.clause.id == clause.id; });
      if (!own) scheme_.off_clauses.push_back(std::move(clause));
    }
    if (problems_.size() == before) check_reach(scheme_.clauses, problems_);
  }

  std::vector<WrittenClause> written_clauses(const YamlNode* node) {
    std::vector<WrittenClause> written;
    if (node == nullptr) return written;
    std::set<std::string> ids;
    const auto items = list_items(*node, "规则", kMaxClauses, problems_);
    for (std::size_t i = 0; i < items.size(); ++i) {
      auto clause = clause_from_node(items[i], fmt::format("规则第 {} 条", i + 1), first_source(), problems_);
      if (!clause) continue;
      if (!ids.insert(clause->clause.id).second) {
        report("L122", fmt::format("条款编号“{}”用了两次", clause->clause.id), "编号用来指出是哪一条。",
               "换一个编号。", items[i].place);
      }
      written.push_back(std::move(*clause));
    }
    return written;
  }

  const SourcePtr& source_;
  const std::vector<SourcePtr>& others_;
  std::vector<std::string> chain_;
  Problems& problems_;
  Scheme scheme_;
  std::vector<Clause> inherited_;
  std::vector<Clause> inherited_off_;
  Place weights_place_;
};

}  // namespace

diag::Result<Scheme> scheme_from_yaml(const SourcePtr& source, const std::vector<SourcePtr>& others) {
  diag::Result<Scheme> result;
  auto scheme = SchemeReader(source, others, {}, result.problems).read();
  if (scheme && !diag::has_errors(result.problems)) result.value = std::move(scheme);
  return result;
}

}  // namespace jiheng::load
