// Takes words of a form file, gives them in pieces. What a field is filled with is report/forms'.
#include "engine/rulebook/form_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/base/near_word.h"
#include "engine/rulebook/scorecard_from_yaml.h"

namespace jiheng::rulebook {
namespace {

using model::FormField;
using model::FormPiece;

struct Name {
  std::string_view name;
  FormField field;
  FieldScope scope = FieldScope::form;
};

constexpr std::array<Name, 44> kFieldNames = {{{"空白", FormField::blank},
                                               {"年度", FormField::year},
                                               {"项目名称", FormField::title},
                                               {"项目全名", FormField::project_title},
                                               {"单位名称", FormField::unit_name},
                                               {"金额单位", FormField::money_unit},
                                               {"年初预算数", FormField::initial},
                                               {"全年预算数", FormField::adjusted},
                                               {"预算数", FormField::planned},
                                               {"执行数", FormField::executed},
                                               {"执行率", FormField::rate},
                                               {"预算执行分值", FormField::execution_marks},
                                               {"预算执行算式", FormField::execution_formula},
                                               {"预算执行得分", FormField::execution_score},
                                               {"指标总分值", FormField::other_marks},
                                               {"总分值", FormField::total_marks},
                                               {"基本支出", FormField::basic},
                                               {"项目支出", FormField::project},
                                               {"总得分", FormField::total_score},
                                               {"等级", FormField::grade},
                                               {"资金名称", FormField::part_name},
                                               {"预期目标", FormField::goal_planned},
                                               {"实际完成情况", FormField::goal_achieved},
                                               {"偏差原因", FormField::reason},
                                               {"偏差原因原文", FormField::reason_given},
                                               {"改进措施", FormField::improvement},
                                               {"改进措施原文", FormField::improvement_given},
                                               {"目标名", FormField::goal_name, FieldScope::goal},
                                               {"目标内容", FormField::goal, FieldScope::goal},
                                               {"目标完成情况", FormField::goal_answer, FieldScope::goal},
                                               {"空白", FormField::blank, FieldScope::row},
                                               {"一级指标", FormField::level1, FieldScope::row},
                                               {"二级指标", FormField::level2, FieldScope::row},
                                               {"三级指标", FormField::name, FieldScope::row},
                                               {"目标值", FormField::target, FieldScope::row},
                                               {"目标符号", FormField::target_sign, FieldScope::row},
                                               {"目标数值", FormField::target_number, FieldScope::row},
                                               {"目标单位", FormField::target_unit, FieldScope::row},
                                               {"完成值", FormField::actual, FieldScope::row},
                                               {"分值", FormField::full_marks, FieldScope::row},
                                               {"得分", FormField::score, FieldScope::row},
                                               {"本行偏差原因", FormField::row_reason, FieldScope::row},
                                               {"评分标准", FormField::standard, FieldScope::row},
                                               {"评定", FormField::judgement, FieldScope::row}}};

bool known_in(const Name& name, FieldScope scope) {
  return name.scope == scope || (scope == FieldScope::goal && name.scope == FieldScope::form);
}

FormPiece piece_of(std::string_view word, std::string_view what, FieldScope scope, const base::Place& place,
                   Problems& problems) {
  for (const Name& name : kFieldNames) {
    if (!name.name.empty() && name.name == word && known_in(name, scope)) return {name.field, {}, 0};
  }
  std::vector<std::string_view> words;
  for (const Name& name : kFieldNames) {
    if (!name.name.empty() && known_in(name, scope)) words.push_back(name.name);
  }
  if (scope != FieldScope::row) {
    const auto heads = header_keys();
    if (std::find(heads.begin(), heads.end(), word) != heads.end())
      return {FormField::header, std::string(word), 0};
    words.insert(words.end(), heads.begin(), heads.end());
  }
  const std::string_view near = base::near_word(word, words);
  problems.push_back({"L203", fmt::format("“{}”里的“{}”不认识", what, word),
                      fmt::format("这里能填的：{}。", fmt::join(words, "、")),
                      near.empty() ? "改成上面的一个词。" : fmt::format("是不是想写“{}”？", near), place});
  return {FormField::blank, {}, 0};
}

}  // namespace

std::string_view name_of(FormField field) {
  const auto found = std::find_if(kFieldNames.begin(), kFieldNames.end(),
                                  [field](const Name& n) { return n.field == field; });
  return found == kFieldNames.end() ? std::string_view() : found->name;
}

model::FormText form_text_of(const YamlNode& node, std::string_view what, FieldScope scope,
                             Problems& problems) {
  const std::string text = scalar_text(node, what, problems);
  model::FormText out;
  int parts = 0;
  int part = 0;
  bool broken = false;
  std::string_view rest = text;
  while (!rest.empty() && !broken) {
    const std::size_t at = rest.find_first_of("{}[]");
    if (at > 0) out.push_back({FormField::literal, std::string(rest.substr(0, at)), part});
    if (at == std::string_view::npos) break;
    const char mark = rest[at];
    rest.remove_prefix(at + 1);
    if (mark == '[' && part == 0) {
      part = ++parts;
    } else if (mark == ']' && part > 0) {
      part = 0;
    } else if (const std::size_t end = rest.find('}'); mark == '{' && end != std::string_view::npos) {
      out.push_back(piece_of(rest.substr(0, end), what, scope, node.place, problems));
      out.back().part = part;
      rest.remove_prefix(end + 1);
    } else {
      broken = true;
    }
  }
  if (broken || part > 0) {
    problems.push_back({"L109", fmt::format("“{}”里的括号没有配上：{}", what, text),
                        "花括号里写要填的内容，方括号里的一段可以不印。", "把括号配上。", node.place});
  }
  return out;
}

FormPiece form_field_of(const YamlNode& node, std::string_view what, FieldScope scope, Problems& problems) {
  return piece_of(scalar_text(node, what, problems), what, scope, node.place, problems);
}

}  // namespace jiheng::rulebook
