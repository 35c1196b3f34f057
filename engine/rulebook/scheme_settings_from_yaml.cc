// Takes the keys of a scheme that are neither names nor clauses: 总分, 预算执行, 权重 … 表式. Gives them in
// the model, with weights that add up to the total. What is inherited stands in the scheme already.
#include <fmt/format.h>

#include <array>

#include "engine/base/squeezed.h"
#include "engine/rulebook/scheme_from_yaml.h"
#include "engine/rulebook/scheme_intervals.h"

namespace jiheng::rulebook {
namespace {

using base::Decimal;
using base::Place;
using model::Scheme;
using target::BareMeaning;

constexpr std::array<std::string_view, 4> kBareWords = {"至少", "至多", "等于", "待核"};
constexpr std::array kBareValues = {BareMeaning::at_least, BareMeaning::at_most, BareMeaning::exactly,
                                    BareMeaning::undetermined};
constexpr std::array<std::string_view, 3> kNoMarksWords = {"拒绝", "以自报得分为满分", "平均分配"};
constexpr std::array<std::string_view, 2> kRemainderWords = {"首行", "末行"};
constexpr std::array<std::string_view, 3> kNotApplicableWords = {"得满分", "剔除后折算", "块内折算"};
constexpr std::array<std::string_view, 2> kRoundingWords = {"每项", "总分"};
constexpr std::array<std::string_view, 2> kRoundingModeWords = {"四舍五入", "截去"};
constexpr std::array<std::string_view, 3> kPastEqualWords = {"待核", "达标", "未达标"};
constexpr std::array<std::string_view, 3> kWeightCheckWords = {"不核对", "提示", "必须一致"};
constexpr int kMaxPlaces = 6;

class SettingsReader {
 public:
  SettingsReader(Scheme& scheme, Problems& problems) : scheme_(scheme), problems_(problems) {}

  void read(MappingReader& reader) {
    read_total(reader);
    read_execution(reader.optional("预算执行"));
    read_weights(reader.optional("权重"));
    read_marks(reader);
    read_bare_numbers(reader.optional("裸数"));
    read_past_equal(reader.optional("等号目标"));
    using NotApplicable = Scheme::NotApplicable;
    read_word(reader.optional("不适用"), "不适用", kNotApplicableWords,
              std::array{NotApplicable::full, NotApplicable::rescale, NotApplicable::rescale_block},
              scheme_.not_applicable);
    read_over_threshold(reader.optional("大幅超额"));
    read_total_caps(reader.optional("总分上限"));
    read_rounding(reader.optional("取整"));
    read_grades(reader.optional("等级"));
    if (const YamlNode* readings = reader.optional("评分标准读法"))
      readings_from(*readings, scheme_, problems_);
    if (const YamlNode* form = reader.optional("表式"))
      scheme_.form_name = field_of(form, "表式", kMaxNameCharacters, problems_);
    if (const YamlNode* outline = reader.optional("提纲"))
      scheme_.outline_name = field_of(outline, "提纲", kMaxNameCharacters, problems_);
    if (const YamlNode* blank = reader.optional("空表")) read_blank_form(*blank);
    check_weights();
  }

 private:
  void report(std::string id, std::string message, std::string why, std::string fix, const Place& place) {
    problems_.push_back({std::move(id), std::move(message), std::move(why), std::move(fix), place});
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
    if (!has_entries(node, what, fmt::format("{}: {{产出指标: 50, 效益指标: 30}}", what), problems_))
      return weights;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const std::string& level1 = node.keys[i].first;
      const YamlNode& value = node.items[i];
      if (value.kind != YamlNode::Kind::mapping) {
        if (const auto points = points_of(&value, level1)) weights.push_back({level1, "", *points});
        continue;
      }
      if (!has_entries(value, level1, level1 + ": {数量指标: 20}", problems_)) continue;
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

  /// 空表: whose form an empty one is, and its rows.
  void read_blank_form(const YamlNode& node) {
    constexpr int kMostRows = 50;
    constexpr std::array<std::string_view, 2> kKinds = {"项目", "部门"};
    MappingReader reader(node, "空表", problems_);
    if (!reader.ok()) return;
    using Kind = model::CardKind;
    read_word(reader.optional("类型"), "类型", kKinds, std::array{Kind::project, Kind::department},
              scheme_.blank_kind);
    scheme_.blank_rows.clear();
    const YamlNode* rows = reader.optional("指标");
    if (rows == nullptr || !is_list(rows, "空表的“指标”", problems_)) return;
    for (const YamlNode& item : rows->items) {
      MappingReader row(item, "空表的一项", problems_);
      if (!row.ok()) continue;
      model::BlankRows blank;
      blank.level1 = required_text(row.required("一级"), "一级", problems_);
      blank.level2 = field_of(row.optional("二级"), "二级", kMaxNameCharacters, problems_).text;
      blank.name = field_of(row.optional("三级"), "三级", kMaxNameCharacters, problems_).text;
      blank.target = field_of(row.optional("目标"), "目标", kMaxNameCharacters, problems_).text;
      blank.rows = 1;
      if (const YamlNode* count = row.optional("行数")) {
        const auto number = number_of(count, "行数", Sign::not_negative, problems_);
        if (number && number->value >= Decimal(1) && number->value <= Decimal(kMostRows))
          blank.rows = static_cast<int>(number->value.to_double());
        else if (number)
          report("L202", fmt::format("“行数”是 {}，不在 1 到 {} 之间", count->text, kMostRows), "",
                 "写成整数，如“行数: 3”。", count->place);
      }
      scheme_.blank_rows.push_back(std::move(blank));
    }
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
      sum += weight.points;
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
    if (!has_entries(*node, "裸数", "裸数: {默认: 至少, 负数: 至多, 成本指标: 至多}", problems_)) return;
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
        scheme_.bare_by_level2.emplace_back(base::without_white_space(key), kBareValues[*word]);
      }
    }
  }

  /// 等号目标: {超过: 达标, 来源: …}
  void read_past_equal(const YamlNode* node) {
    if (node == nullptr) return;
    MappingReader reader(*node, "等号目标", problems_);
    if (!reader.ok()) return;
    using Past = Scheme::PastEqual;
    read_word(reader.required("超过"), "超过", kPastEqualWords,
              std::array{Past::open, Past::met, Past::missed}, scheme_.past_equal);
    scheme_.past_equal_source = first_source();
    if (const YamlNode* source = reader.optional("来源")) {
      scheme_.past_equal_source = source_from_node(*source, "等号目标", first_source(), problems_);
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

  void read_total_caps(const YamlNode* node) {
    if (node == nullptr) return;
    scheme_.total_caps.clear();
    if (says_none(*node)) return;
    if (!has_entries(*node, "总分上限", "总分上限: {\"[70%,80%)\": 89}", problems_)) return;
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
    using Mode = model::Rounding::Mode;
    scheme_.rounding.mode = Mode::half_up;
    read_word(reader.optional("方式"), "方式", kRoundingModeWords, std::array{Mode::half_up, Mode::cut},
              scheme_.rounding.mode);
  }

  void read_grades(const YamlNode* node) {
    if (node == nullptr) return;
    scheme_.grades.clear();
    if (!has_entries(*node, "等级", "等级: {优: 90, 良: 80, 中: 60, 差: 0}", problems_)) return;
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

  Scheme& scheme_;
  Problems& problems_;
  Place weights_place_;
};

}  // namespace

void settings_from(MappingReader& reader, Scheme& scheme, Problems& problems) {
  SettingsReader(scheme, problems).read(reader);
}

}  // namespace jiheng::rulebook
