// Takes a JSON object, gives it the keys of a scorecard file and hands it to the reader of those. What makes a card sound is
// model's, what is said of it scorecard_from_yaml.cc's.
#include "engine/rulebook/json/card_from_json.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "engine/rulebook/scorecard_from_yaml.h"

namespace jiheng::rulebook {
namespace {

using base::Json;

struct KeyWord {
  std::string_view english;
  std::string_view chinese;  ///< empty: what was earned; passed over
};

constexpr std::array<KeyWord, 29> kRowKeys = {{{"level1", "一级"},
                                               {"level2", "二级"},
                                               {"name", "三级"},
                                               {"target", "目标"},
                                               {"actual", "完成"},
                                               {"full_marks", "分值"},
                                               {"given_marks", "分值"},
                                               {"claimed", "自报得分"},
                                               {"standard", "评分标准"},
                                               {"judged", "评定"},
                                               {"not_applicable", "不适用"},
                                               {"reason", "偏差原因"},
                                               {"evidence", "佐证"},
                                               {"inputs", "计算数据"},
                                               {"conditions", "子项"},
                                               {"cut_points", "档点"},
                                               {"history", "近两年"},
                                               {"basis", "指标值确定依据"},
                                               {"section", ""},
                                               {"score", ""},
                                               {"score_low", ""},
                                               {"score_high", ""},
                                               {"status", ""},
                                               {"attainment", ""},
                                               {"deviation", ""},
                                               {"rule", ""},
                                               {"why", ""},
                                               {"findings", ""},
                                               {"line", ""}}};
constexpr std::array<KeyWord, 12> kBudgetKeys = {{{"planned", "预算数"},
                                                  {"executed", "执行数"},
                                                  {"initial", "年初预算数"},
                                                  {"adjusted", "调整预算数"},
                                                  {"approved", "批复数"},
                                                  {"basic", "基本支出"},
                                                  {"project", "项目支出"},
                                                  {"claimed", "自报得分"},
                                                  {"claimed_rate", "自报执行率"},
                                                  {"rate", ""},
                                                  {"full_marks", ""},
                                                  {"score", ""}}};
constexpr std::array<KeyWord, 4> kSectionKeys = {
    {{"title", "名称"}, {"full_marks", "分值"}, {"given_marks", "分值"}, {"score", ""}}};
constexpr std::array<KeyWord, 18> kCardKeys = {{{"id", "编号"},
                                                {"kind", "类型"},
                                                {"title", "项目名称"},
                                                {"unit", "单位名称"},
                                                {"year", "年度"},
                                                {"scheme", "方案"},
                                                {"budget", "预算"},
                                                {"claimed_total", "自报总分"},
                                                {"claimed_grade", "自报等级"},
                                                {"reason", "偏差原因"},
                                                {"indicators", ""},
                                                {"sections", ""},
                                                {"total", ""},
                                                {"total_low", ""},
                                                {"total_high", ""},
                                                {"grade", ""},
                                                {"findings", ""},
                                                {"schema", ""}}};

YamlNode text_node(std::string_view text, const base::Place& place) {
  YamlNode node;
  node.text = text;
  node.place = place;
  return node;
}

YamlNode collection(YamlNode::Kind kind, const base::Place& place) {
  YamlNode node;
  node.kind = kind;
  node.place = place;
  return node;
}

void put(YamlNode& mapping, std::string_view key, YamlNode value) {
  mapping.keys.emplace_back(key, mapping.place);
  mapping.items.push_back(std::move(value));
}

/// As a scorecard file would say it: true is 是; what is null is left out.
YamlNode as_written(const Json& json, const base::Place& place) {
  if (json.is_array()) {
    YamlNode list = collection(YamlNode::Kind::sequence, place);
    for (const Json& item : json.items()) list.items.push_back(as_written(item, place));
    return list;
  }
  if (json.is_object()) {
    YamlNode mapping = collection(YamlNode::Kind::mapping, place);
    for (const Json::Member& member : json.members()) {
      if (!member.value.is_null()) put(mapping, member.key, as_written(member.value, place));
    }
    return mapping;
  }
  if (const bool* truth = json.truth()) return text_node(*truth ? "是" : "否", place);
  if (const std::string* digits = json.digits()) return text_node(*digits, place);
  return text_node(json.text() == nullptr ? std::string_view() : std::string_view(*json.text()), place);
}

/// A key that is not among the words stays, for the reader to say so.
YamlNode in_chinese(const Json& json, std::span<const KeyWord> words, const base::Place& place,
                    std::string_view left_out = {}) {
  if (!json.is_object()) return as_written(json, place);
  YamlNode mapping = collection(YamlNode::Kind::mapping, place);
  for (const Json::Member& member : json.members()) {
    if (member.value.is_null() || member.key == left_out) continue;
    const auto word =
        std::find_if(words.begin(), words.end(), [&](const KeyWord& w) { return w.english == member.key; });
    if (word != words.end() && word->chinese.empty()) continue;
    put(mapping, word == words.end() ? std::string_view(member.key) : word->chinese,
        as_written(member.value, place));
  }
  return mapping;
}

/// As in_chinese(); the marks that were handed in stand for those that were scored by, also where there were none.
YamlNode with_given_marks(const Json& json, std::span<const KeyWord> words, const base::Place& place) {
  return in_chinese(json, words, place, json.find("given_marks") == nullptr ? "" : "full_marks");
}

std::string_view text_at(const Json& object, std::string_view key) {
  const Json* value = object.find(key);
  const std::string* text = value == nullptr ? nullptr : value->text();
  return text == nullptr ? std::string_view() : std::string_view(*text);
}

/// A goal of the card and its rows.
struct GoalRows {
  std::string_view title;
  YamlNode head;
  YamlNode rows;
};

/// The rows as they stand where no goal has a title, else goal by goal.
void put_rows(const Json& json, const base::Place& place, YamlNode& card, Problems& problems) {
  const Json& rows = *json.find("indicators");
  if (!rows.is_array()) return put(card, "绩效指标", as_written(rows, place));
  std::vector<GoalRows> goals;
  const auto goal_of = [&](std::string_view title) -> GoalRows& {
    const auto known = std::find_if(goals.begin(), goals.end(),
                                    [title](const GoalRows& goal) { return goal.title == title; });
    if (known != goals.end()) return *known;
    GoalRows& added = goals.emplace_back();
    added.title = title;
    added.head = collection(YamlNode::Kind::mapping, place);
    added.rows = collection(YamlNode::Kind::sequence, place);
    if (!title.empty()) put(added.head, "名称", text_node(title, place));
    return added;
  };
  const Json* sections = json.find("sections");
  if (sections != nullptr && sections->is_array()) {
    for (const Json& section : sections->items()) {
      if (const std::string_view title = text_at(section, "title"); !title.empty())
        goal_of(title).head = with_given_marks(section, kSectionKeys, place);
    }
  }
  const std::size_t named = goals.size();
  for (const Json& row : rows.items()) {
    std::string_view title = text_at(row, "section");
    if (title.empty() && named == 1) title = goals.front().title;
    if (title.empty() && named > 1) {
      problems.push_back({"L110", "几个年度目标的表，有的指标没有写“section”", "不写就不知道它属于哪个目标。",
                          "每个指标写上 sections 里的一个 title。", place});
      return;
    }
    goal_of(title).rows.items.push_back(with_given_marks(row, kRowKeys, place));
  }
  if (goals.empty() || (goals.size() == 1 && goals.front().title.empty())) {
    put(card, "绩效指标",
        goals.empty() ? collection(YamlNode::Kind::sequence, place) : std::move(goals.front().rows));
    return;
  }
  YamlNode annual = collection(YamlNode::Kind::sequence, place);
  YamlNode long_term = annual;
  for (GoalRows& goal : goals) {
    if (goal.rows.items.empty()) continue;
    put(goal.head, "绩效指标", std::move(goal.rows));
    (model::horizon_of(goal.title) == model::Horizon::long_term ? long_term : annual)
        .items.push_back(std::move(goal.head));
  }
  if (!long_term.items.empty()) put(card, "长期目标", std::move(long_term));
  if (!annual.items.empty()) put(card, "年度目标", std::move(annual));
}

YamlNode card_in_chinese(const Json& json, const base::Place& place, Problems& problems) {
  YamlNode card = in_chinese(json, kCardKeys, place);
  const std::string_view kind = text_at(json, "kind");
  const bool department = kind == "department";
  if (card.find("类型") == nullptr) put(card, "类型", text_node("项目", place));
  const bool unit_named = card.find("单位名称") != nullptr;
  for (std::size_t i = card.keys.size(); i-- > 0;) {
    std::string& key = card.keys[i].first;
    if (key == "类型" && (department || kind == "project")) card.items[i].text = department ? "部门" : "项目";
    if (key == "预算") card.items[i] = in_chinese(*json.find("budget"), kBudgetKeys, place);
    if (key != "项目名称" || !department) continue;
    // The title of a department's own table is always the same: what names it is its unit.
    if (!unit_named) {
      key = "单位名称";
      continue;
    }
    card.keys.erase(card.keys.begin() + static_cast<std::ptrdiff_t>(i));
    card.items.erase(card.items.begin() + static_cast<std::ptrdiff_t>(i));
  }
  put_rows(json, place, card, problems);
  return card;
}

}  // namespace

model::Scorecard card_from_json(const Json& json, const base::Place& place, const std::string& default_id,
                                Problems& problems) {
  const bool english = json.find("indicators") != nullptr;
  const std::size_t before = problems.size();
  const YamlNode node = english ? card_in_chinese(json, place, problems) : as_written(json, place);
  if (problems.size() > before) return {};
  return card_from_node(node, "自评表", default_id, problems);
}

}  // namespace jiheng::rulebook
