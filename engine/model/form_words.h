// engine/model/form_words.h: the words printed on the forms, by which tables are recognised: heads, columns, levels, titles.
// Takes   words as a form prints them, squeezed: half-width, without white space. Nothing here belongs to one document.
// Source  rules/forms/words.yaml and the words of the other forms there; docs/form-language.md
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/quantity/units.h"

namespace jiheng::model {

/// What a column of the indicator part holds.
enum class ColumnRole {
  level1,
  level2,
  level2_again,  ///< a form that prints the second level twice
  name,
  description,
  earlier,  ///< a year before
  target,
  actual,
  full_marks,
  score,
  reason,
  basis,
  standard,   ///< 评分标准: how the row is scored
  sign,       ///< 指标性质: ≥, 定性; joined with the number and its unit to one target
  measure,    ///< 度量单位: the unit of the number beside it
  judgement,  ///< 评定: 85%, or 不适用
  review      ///< 财政审核评分: never the claimed score
};

/// What a label above or below the indicators asks for.
enum class FormLabel {
  project_name,
  unit,         ///< 单位名称
  implementer,  ///< 项目实施单位
  authority,    ///< 主管部门
  code,
  category,
  attribute,
  type,
  date,
  period,  ///< 项目起止时间
  period_begin,
  period_end,
  goal,          ///< 总体目标
  goal_planned,  ///< 预期目标, 实际完成情况: side by side above the texts of the goal
  goal_achieved,
  plan_goal,  ///< 年度绩效目标, 长期绩效目标: head of a text of the goals or of a block of rows
  numbered_goal,  ///< 年度目标1
  budget_block,   ///< 预算执行情况: the headings of amounts follow
  amount_total,   ///< 年度资金总额: the amounts follow
  amount_column,  ///< 预算数, 执行数, 执行率 …
  money_part,     ///< 其中：当年财政拨款: the amounts of one part follow
  basic,
  project,
  total,  ///< 总分
  reason,
  improvement,
  remark,
  person,  ///< names and telephones: not taken
  other    ///< fields of the form that scoring does not need
};

struct LabelMatch {
  FormLabel label;
  int rank = 0;  ///< amount_total: the lower, the more it is the total of the table
  bool operator==(const LabelMatch&) const = default;
};

/// Which amount a heading of the budget names.
enum class FormAmount { initial, adjusted, planned, executed, rate, full_marks, score, other };

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
};

/// Words with one meaning each.
template <class Value>
class WordMap {
 public:
  /// False where the word is there with another meaning, which it keeps.
  bool add(std::string_view word, const Value& value) {
    return words_.emplace(std::string(word), value).first->second == value;
  }
  std::optional<Value> find(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? std::nullopt : std::optional<Value>(found->second);
  }
  /// In no order.
  const auto& entries() const { return words_; }

 private:
  std::unordered_map<std::string, Value, WordHash, std::equal_to<>> words_;
};

using WordSet = std::unordered_set<std::string, WordHash, std::equal_to<>>;
using WordList = std::vector<std::string>;

/// 栏目词尾: a heading that is no known word is read by its end and by the words in it. In the order they are tried.
struct HeadingParts {
  WordList level1;  ///< 一级, 1级
  WordList level2;
  WordList level3;
  WordList level_tails;  ///< 级别后: what may stand behind those: 指标
  WordList deviation;    ///< 偏差词 and 原因词 in one heading: a reason
  WordList explanation;
  WordList earlier;   ///< 往年开头
  WordList reviewer;  ///< 复核人: what he gives is no claimed score
  WordList opinion;   ///< 复核词尾
  WordList sign;
  WordList measure;
  WordList sign_words;  ///< 整词: a heading that is nothing else
  WordList measure_words;
  WordList standard;
  WordList basis;
  WordList description;
  WordList full_marks;
  WordList score;
  WordList forecast;  ///< 预测词: no column at all
  WordList planned;   ///< 计划词 before 完成值: a target
  WordList actual;
  WordList goal;
  WordList target;
  WordList name;
};

/// 值: what a text looks like where columns have slipped; never used to score.
struct ValueWords {
  WordList signs;
  WordList comparing;
  WordList kinds;  ///< 性质: 定性, 正向 …
  WordList degrees;
  WordList degrees_inside;
  WordList answers;
  WordList tails;
  WordList sources;
  WordList awards;  ///< 给分词: 不得分, 扣完为止: a standard of scoring
  WordList bases;
  WordList rests;  ///< no cell begins with these: it is the rest of one
};

/// 人员: the parts that labels of people are made of, and what tells a name from other words.
struct PeopleWords {
  WordList persons;       ///< 负责人, 填报人: a name may follow
  WordList phones;        ///< 联系电话, 邮箱: only numbers and addresses follow
  WordList before;        ///< 项目, 单位: may stand before those
  WordList between;       ///< 及, /: between two of them
  WordList signed_notes;  ///< (签字)
  WordList other_words;   ///< 联系人数, 负责人员: no label
  WordList other_phones;  ///< 电话率, 电话数: no label
  WordList hints;         ///< a cell without any of these has no label
  WordList number_units;  ///< a number before one is no telephone
  WordList surnames;      ///< in runs, a character each
};

/// 目标符号词: what a cell beside the target says of it, and the sign that means (a literal: ≥ ≤ > < =).
struct SignWords {
  WordMap<std::string_view> written;     ///< 大于等于, ≧ -> ≥
  WordMap<std::string_view> directions;  ///< 正向 -> ≥
  WordSet kinds;                         ///< 定性, 定量, 无: nothing about a sign
};

struct FormWords {
  WordMap<ColumnRole> headings;
  WordMap<LabelMatch> labels;
  WordMap<FormAmount> amounts;
  WordSet level1;
  WordSet level2;
  HeadingParts parts;
  WordList title_ends;       ///< 表名词尾
  WordList selfeval_titles;  ///< 自评表名
  WordSet group_headings;    ///< 总栏
  WordList lower_ends;       ///< 下层词尾
  WordSet number_columns;    ///< 数值栏
  WordSet year_ends;         ///< behind four digits
  WordSet side_words;
  WordSet sums;
  WordList note_starts;  ///< 说明开头, 说明词, 说明词尾: of a line below the rows
  WordList note_words;
  WordList note_ends;
  WordList goal_answers;  ///< 目标答复, 目标答复开头: never a heading
  WordList goal_answer_starts;
  WordList goal_periods;
  WordList goal_nouns;  ///< the first needs a number behind it
  WordList year_labels;
  WordList money_labels;
  WordList money_units;
  WordList long_terms;      ///< 长期词: in the heading of a target for more than the year
  WordList year_terms;      ///< 本年词: in the heading of the year's target
  WordSet project_columns;  ///< 项目栏: a heading left of the levels, a project a block of rows below it
  WordSet unneeded;         ///< 不用的栏: headings that scoring has no use for
  WordSet measures;         ///< 计量词: cells of a column of units
  SignWords signs;
  PeopleWords people;
  ValueWords values;
  /// rules/units.yaml: what is a figure of running text.
  quantity::UnitTable units;
  WordSet heading_ends;  ///< last characters of all headings: most cells of a table are none

  /// Gathers what is looked up but not written: heading_ends. Once all words are there.
  void settle();
};

}  // namespace jiheng::model
