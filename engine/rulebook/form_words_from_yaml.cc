// Takes the tree of rules/forms/words.yaml, and forms; gives the words by which tables are recognised, or every problem of the
// file at once: a word that is empty, twice in one list, or two things at once (L133), a missing list (L110).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/text.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {
namespace {

using model::ColumnRole;
using model::FormAmount;
using model::FormLabel;
using model::FormWords;
using model::HeadingParts;
using model::PeopleWords;
using model::ValueWords;
using model::WordList;
using model::WordSet;

template <class Value>
struct Key {
  std::string_view key;
  Value value;
};

constexpr std::array<Key<ColumnRole>, 17> kRoles = {{{"一级指标", ColumnRole::level1},
                                                     {"二级指标", ColumnRole::level2},
                                                     {"二级指标重复", ColumnRole::level2_again},
                                                     {"三级指标", ColumnRole::name},
                                                     {"指标说明", ColumnRole::description},
                                                     {"往年值", ColumnRole::earlier},
                                                     {"目标值", ColumnRole::target},
                                                     {"完成值", ColumnRole::actual},
                                                     {"分值", ColumnRole::full_marks},
                                                     {"得分", ColumnRole::score},
                                                     {"偏差原因", ColumnRole::reason},
                                                     {"评分标准", ColumnRole::standard},
                                                     {"依据", ColumnRole::basis},
                                                     {"目标符号", ColumnRole::sign},
                                                     {"目标单位", ColumnRole::measure},
                                                     {"评定", ColumnRole::judgement},
                                                     {"复核得分", ColumnRole::review}}};

constexpr std::array<Key<FormLabel>, 26> kLabels = {{{"项目名称", FormLabel::project_name},
                                                     {"单位名称", FormLabel::unit},
                                                     {"项目实施单位", FormLabel::implementer},
                                                     {"主管部门", FormLabel::authority},
                                                     {"项目代码", FormLabel::code},
                                                     {"项目类别", FormLabel::category},
                                                     {"项目属性", FormLabel::attribute},
                                                     {"项目类型", FormLabel::type},
                                                     {"填报日期", FormLabel::date},
                                                     {"项目起止时间", FormLabel::period},
                                                     {"项目开始时间", FormLabel::period_begin},
                                                     {"项目结束时间", FormLabel::period_end},
                                                     {"总体目标", FormLabel::goal},
                                                     {"预期目标", FormLabel::goal_planned},
                                                     {"实际完成情况", FormLabel::goal_achieved},
                                                     {"目标段", FormLabel::plan_goal},
                                                     {"预算块", FormLabel::budget_block},
                                                     {"金额栏", FormLabel::amount_column},
                                                     {"资金组成", FormLabel::money_part},
                                                     {"基本支出", FormLabel::basic},
                                                     {"项目支出", FormLabel::project},
                                                     {"总分", FormLabel::total},
                                                     {"偏差原因", FormLabel::reason},
                                                     {"改进措施", FormLabel::improvement},
                                                     {"备注", FormLabel::remark},
                                                     {"姓名电话", FormLabel::person}}};

constexpr std::array<Key<FormAmount>, 7> kAmounts = {{{"年初预算数", FormAmount::initial},
                                                      {"全年预算数", FormAmount::adjusted},
                                                      {"预算数", FormAmount::planned},
                                                      {"执行数", FormAmount::executed},
                                                      {"执行率", FormAmount::rate},
                                                      {"分值", FormAmount::full_marks},
                                                      {"得分", FormAmount::score}}};

constexpr std::array<Key<WordList HeadingParts::*>, 24> kHeadingParts = {
    {{"一级", &HeadingParts::level1},
     {"二级", &HeadingParts::level2},
     {"三级", &HeadingParts::level3},
     {"级别后", &HeadingParts::level_tails},
     {"偏差词", &HeadingParts::deviation},
     {"原因词", &HeadingParts::explanation},
     {"往年开头", &HeadingParts::earlier},
     {"复核人", &HeadingParts::reviewer},
     {"复核词尾", &HeadingParts::opinion},
     {"目标符号", &HeadingParts::sign},
     {"目标单位", &HeadingParts::measure},
     {"目标符号整词", &HeadingParts::sign_words},
     {"目标单位整词", &HeadingParts::measure_words},
     {"评分标准", &HeadingParts::standard},
     {"依据", &HeadingParts::basis},
     {"指标说明", &HeadingParts::description},
     {"分值", &HeadingParts::full_marks},
     {"得分", &HeadingParts::score},
     {"预测词", &HeadingParts::forecast},
     {"计划词", &HeadingParts::planned},
     {"完成值", &HeadingParts::actual},
     {"总体目标", &HeadingParts::goal},
     {"目标值", &HeadingParts::target},
     {"三级指标", &HeadingParts::name}}};

constexpr std::array<Key<WordList ValueWords::*>, 11> kValues = {{{"符号", &ValueWords::signs},
                                                                  {"比较词", &ValueWords::comparing},
                                                                  {"性质", &ValueWords::kinds},
                                                                  {"程度词", &ValueWords::degrees},
                                                                  {"程度词中", &ValueWords::degrees_inside},
                                                                  {"答复", &ValueWords::answers},
                                                                  {"数字后", &ValueWords::tails},
                                                                  {"依据词", &ValueWords::sources},
                                                                  {"给分词", &ValueWords::awards},
                                                                  {"依据开头", &ValueWords::bases},
                                                                  {"残句开头", &ValueWords::rests}}};

constexpr std::array<Key<std::string_view>, 5> kSigns = {
    {{"≥", "≥"}, {"≤", "≤"}, {">", ">"}, {"<", "<"}, {"=", "="}}};

constexpr std::array<Key<WordList PeopleWords::*>, 10> kPeople = {
    {{"人", &PeopleWords::persons},
     {"电话", &PeopleWords::phones},
     {"前面", &PeopleWords::before},
     {"中间", &PeopleWords::between},
     {"签字", &PeopleWords::signed_notes},
     {"人的别的词", &PeopleWords::other_words},
     {"电话的别的词", &PeopleWords::other_phones},
     {"线索", &PeopleWords::hints},
     {"数的单位", &PeopleWords::number_units},
     {"姓氏", &PeopleWords::surnames}}};

constexpr std::array<Key<WordList FormWords::*>, 15> kFormWordLists = {
    {{"表名词尾", &FormWords::title_ends},
     {"长期词", &FormWords::long_terms},
     {"本年词", &FormWords::year_terms},
     {"自评表名", &FormWords::selfeval_titles},
     {"下层词尾", &FormWords::lower_ends},
     {"说明开头", &FormWords::note_starts},
     {"说明词", &FormWords::note_words},
     {"说明词尾", &FormWords::note_ends},
     {"目标答复", &FormWords::goal_answers},
     {"目标答复开头", &FormWords::goal_answer_starts},
     {"目标时段", &FormWords::goal_periods},
     {"目标词", &FormWords::goal_nouns},
     {"年度标签", &FormWords::year_labels},
     {"金额单位标签", &FormWords::money_labels},
     {"金额单位", &FormWords::money_units}}};
constexpr std::array<Key<WordSet FormWords::*>, 8> kSets = {{{"总栏", &FormWords::group_headings},
                                                             {"项目栏", &FormWords::project_columns},
                                                             {"不用的栏", &FormWords::unneeded},
                                                             {"计量词", &FormWords::measures},
                                                             {"数值栏", &FormWords::number_columns},
                                                             {"年份词尾", &FormWords::year_ends},
                                                             {"边词", &FormWords::side_words},
                                                             {"合计词", &FormWords::sums}}};

class FormWordsReader {
 public:
  explicit FormWordsReader(Problems& problems) : problems_(problems) {}

  FormWords read(const YamlNode& root) {
    FormWords words;
    MappingReader file(root, "认表用的词", problems_);
    if (!file.ok()) return words;
    require_version(file, "认表用的词", problems_);
    map(file, "栏目", kRoles, words.headings);
    lists(file, "栏目词尾", kHeadingParts, words.parts);
    labels(file, words);
    map(file, "金额", kAmounts, words.amounts);
    if (const YamlNode* node = file.required("级别")) {
      MappingReader levels(*node, "级别", problems_);
      if (levels.ok()) {
        words.level1 = set(levels.required("一级"), "一级");
        words.level2 = set(levels.required("二级"), "二级");
      }
    }
    for (const auto& [key, list_of] : kFormWordLists) words.*list_of = list(file.required(key), key);
    for (const auto& [key, set_of] : kSets) words.*set_of = set(file.required(key), key);
    lists(file, "值", kValues, words.values);
    lists(file, "人员", kPeople, words.people);
    signs(file, words.signs);
    return words;
  }

 private:
  WordList list(const YamlNode* node, std::string_view what) {
    WordList words;
    if (!is_list(node, what, problems_)) return words;
    for (const YamlNode& word : node->items) {
      std::string text = scalar_text(word, what, problems_);
      if (word.kind != YamlNode::Kind::scalar) continue;
      if (text.empty() || std::find(words.begin(), words.end(), text) != words.end()) {
        problems_.push_back({"L133", fmt::format("“{}”里的“{}”是空的，或写了两次", what, text),
                             "一个词在一类里只能有一个意思。", "删去一个。", word.place});
        continue;
      }
      words.push_back(std::move(text));
    }
    if (words.empty()) {
      problems_.push_back({"L109", fmt::format("“{}”里没有词", what), "", "至少写一个词。", node->place});
    }
    return words;
  }

  WordSet set(const YamlNode* node, std::string_view what) {
    const WordList words = list(node, what);
    return {words.begin(), words.end()};
  }

  template <class Owner, std::size_t N>
  void lists(MappingReader& file, std::string_view what, const std::array<Key<WordList Owner::*>, N>& keys,
             Owner& owner) {
    const YamlNode* node = file.required(what);
    if (node == nullptr) return;
    MappingReader reader(*node, std::string(what), problems_);
    if (!reader.ok()) return;
    for (const auto& [key, list_of] : keys) owner.*list_of = list(reader.required(key), key);
  }

  template <class Value>
  void add(model::WordMap<Value>& map, const YamlNode* node, std::string_view what, const Value& value) {
    const WordList words = list(node, what);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (map.add(words[i], value)) continue;
      problems_.push_back({"L133", fmt::format("“{}”在“{}”之外还有一个意思", words[i], what),
                           "一个词在一类里只能有一个意思。", "删去一处。", node->place});
    }
  }

  template <class Value, std::size_t N>
  void map(MappingReader& file, std::string_view what, const std::array<Key<Value>, N>& keys,
           model::WordMap<Value>& into) {
    const YamlNode* node = file.required(what);
    if (node == nullptr) return;
    MappingReader reader(*node, std::string(what), problems_);
    if (!reader.ok()) return;
    for (const auto& [key, value] : keys) {
      if (const YamlNode* words = reader.optional(key)) add(into, words, key, value);
    }
  }

  void signs(MappingReader& file, model::SignWords& words) {
    const YamlNode* node = file.required("目标符号词");
    if (node == nullptr) return;
    MappingReader reader(*node, "目标符号词", problems_);
    if (!reader.ok()) return;
    map(reader, "写法", kSigns, words.written);
    map(reader, "方向", kSigns, words.directions);
    words.kinds = set(reader.required("不比较"), "不比较");
  }

  void labels(MappingReader& file, FormWords& words) {
    const YamlNode* node = file.required("表头");
    if (node == nullptr) return;
    MappingReader reader(*node, "表头", problems_);
    if (!reader.ok()) return;
    for (const auto& [key, label] : kLabels) {
      if (const YamlNode* list = reader.optional(key)) add(words.labels, list, key, model::LabelMatch{label});
    }
    if (const YamlNode* list = reader.optional("其他"))
      add(words.labels, list, "其他", model::LabelMatch{FormLabel::other});
    const YamlNode* totals = reader.required("资金总额");
    if (!is_list(totals, "资金总额", problems_)) return;
    int rank = 0;
    for (const YamlNode& group : totals->items)
      add(words.labels, &group, "资金总额", model::LabelMatch{FormLabel::amount_total, ++rank});
  }

  Problems& problems_;
};

}  // namespace

diag::Result<FormWords> form_words_from_yaml(const SourcePtr& source) {
  auto tree = read_yaml(source);
  if (!tree) return std::move(tree.problems);
  Problems problems;
  FormWords words = FormWordsReader(problems).read(*tree);
  if (diag::has_errors(problems)) return problems;
  words.settle();
  return words;
}

}  // namespace jiheng::rulebook
