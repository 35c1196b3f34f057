// Takes a name and a text, gives the card with it. Names of rows and of the money as a whole are edit.cc's.
#include "engine/web/cells/card_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/decimal.h"
#include "engine/base/squeezed.h"
#include "engine/base/text.h"
#include "engine/model/sound_card.h"
#include "engine/report/forms/form_fields.h"
#include "engine/target/parse.h"
#include "engine/whatif/overlay/overlay.h"

namespace jiheng::web {
namespace {

using model::FormField;
using Problems = std::vector<diag::Diagnostic>;
using Entries = std::vector<std::pair<model::Field, model::Field>>;

constexpr std::string_view kHeadPath = "表头/";
constexpr std::string_view kFootPath = "表尾/";
constexpr std::string_view kMoneyPath = "资金/";
constexpr std::string_view kGoalPath = "年度总体目标/";
constexpr std::string_view kSectionPath = "年度目标/";
constexpr std::string_view kPartName = "名称";

std::string of_row(FormField field) {
  switch (field) {
    case FormField::level1:
      return "一级指标";
    case FormField::level2:
      return "二级指标";
    case FormField::name:
      return "三级指标";
    case FormField::target:
      return "年初目标值";
    case FormField::target_sign:
      return "目标符号";
    case FormField::target_number:
      return "目标数值";
    case FormField::target_unit:
      return "目标单位";
    case FormField::actual:
      return "实际完成值";
    case FormField::standard:
      return "评分标准";
    case FormField::judgement:
      return "评定";
    case FormField::full_marks:
      return "分值";
    case FormField::row_reason:
      return "偏差原因";
    default:
      return {};
  }
}

void put_entry(Entries& entries, std::string_view name, const std::string& text, const base::Place& place) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [name](const auto& entry) { return entry.first.text == name; });
  if (found != entries.end()) return put_text(found->second, text, place);
  if (base::trimmed(text).empty()) return;
  put_text(entries.emplace_back(model::Field{std::string(name), place}, model::Field{}).second, text, place);
}

/// The part of the money, made where there is none and something is to stand in it.
model::MoneyPart* part_to_fill(model::Scorecard& card, std::string_view name, bool blank) {
  auto& parts = card.budget.parts;
  const auto found =
      std::find_if(parts.begin(), parts.end(), [name](const auto& part) { return part.name.text == name; });
  if (found != parts.end()) return &*found;
  if (blank) return nullptr;
  model::MoneyPart& fresh = parts.emplace_back();
  fresh.name = {std::string(name), card.place};
  return &fresh;
}

void put_money(model::Scorecard& card, std::string_view path, const std::string& text,
               const rulebook::Language& language, Problems& problems) {
  const std::size_t end = std::min(path.rfind('/'), path.size());
  const std::string_view key = path.substr(std::min(end + 1, path.size()));
  model::MoneyPart* part = part_to_fill(card, path.substr(0, end), base::trimmed(text).empty());
  if (part == nullptr) return;
  if (key == kPartName) return put_text(part->name, text, card.place);
  const bool figure = key != "执行率" && key != "分值" && key != "得分";
  if (figure) (void)amount_typed(key, text, card.budget, language, problems);
  for (const model::MoneyPartKey& cell : model::kMoneyPartKeys) {
    if (cell.key == key) put_text(part->*cell.field, text, card.place);
  }
}

/// "1/预期目标" -> 0 and what follows; nullopt where it names none of so many.
std::optional<std::pair<std::size_t, std::string_view>> numbered(std::string_view path, std::size_t many) {
  const std::size_t end = path.find('/');
  if (end == std::string_view::npos) return std::nullopt;
  const auto number = base::Decimal::parse(path.substr(0, end));
  if (!number || number->places() != 0 || number->sign() <= 0 ||
      *number > base::Decimal(static_cast<int>(many)))
    return std::nullopt;
  return std::pair(static_cast<std::size_t>(number->coefficient()) - 1, path.substr(end + 1));
}

bool put_goal(model::Scorecard& card, std::string_view path, const std::string& text) {
  const auto at = numbered(path, std::max<std::size_t>(card.goals.size(), 1));
  if (!at) return false;
  if (card.goals.empty()) {
    if (base::trimmed(text).empty()) return true;
    card.goals.emplace_back();
  }
  model::OverallGoal& goal = card.goals[at->first];
  put_text(at->second == "预期目标" ? goal.text : goal.achieved, text, card.place);
  return true;
}

bool put_section(model::Scorecard& card, std::string_view path, const std::string& text) {
  const auto at = numbered(path, card.sections.size());
  if (!at) return false;
  model::Section& section = card.sections[at->first];
  put_text(at->second == "内容" ? section.goal : section.achieved, text, card.place);
  return true;
}

}  // namespace

void put_text(model::Field& field, const std::string& text, const base::Place& place) {
  field.text = std::string(base::trimmed(text));
  if (!field.place.source) field.place = place;
}

std::string name_of_cell(const report::FormFill& fill) {
  switch (fill.field) {
    case FormField::header:
      return std::string(fill.foot ? kFootPath : kHeadPath) + fill.name;
    case FormField::year:
      return "年度";
    case FormField::title:
      return "项目名称";
    case FormField::unit_name:
      return "单位名称";
    case FormField::reason:
      return "偏差原因";
    case FormField::improvement:
      return "改进措施";
    case FormField::part_name:
      return fmt::format("{}{}/{}", kMoneyPath, fill.name, kPartName);
    case FormField::goal_planned:
      return fmt::format("{}{}/预期目标", kGoalPath, fill.number + 1);
    case FormField::goal_achieved:
      return fmt::format("{}{}/实际完成情况", kGoalPath, fill.number + 1);
    case FormField::goal:
      return fmt::format("{}{}/内容", kSectionPath, fill.number + 1);
    case FormField::goal_answer:
      return fmt::format("{}{}/实际完成情况", kSectionPath, fill.number + 1);
    default:
      break;
  }
  if (fill.key.empty()) return of_row(fill.field);
  return fill.name.empty() ? fill.key : fmt::format("{}{}/{}", kMoneyPath, fill.name, fill.key);
}

bool put_by_path(model::Scorecard& card, std::string_view name, const std::string& text,
                 const rulebook::Language& language, Problems& problems) {
  const auto behind = [name](std::string_view front) { return name.substr(front.size()); };
  if (name.starts_with(kHeadPath)) {
    put_entry(card.header, behind(kHeadPath), text, card.place);
  } else if (name.starts_with(kFootPath)) {
    put_entry(card.foot, behind(kFootPath), text, card.place);
  } else if (name.starts_with(kMoneyPath)) {
    put_money(card, behind(kMoneyPath), text, language, problems);
  } else if (name.starts_with(kGoalPath)) {
    return put_goal(card, behind(kGoalPath), text);
  } else if (name.starts_with(kSectionPath)) {
    return put_section(card, behind(kSectionPath), text);
  } else {
    return false;
  }
  return true;
}

bool put_target_part(model::Field& target, std::string_view name, const std::string& text,
                     const rulebook::Language& language) {
  const bool sign = name == "目标符号";
  const bool number = name == "目标数值";
  if (!sign && !number && name != "目标单位") return false;
  constexpr std::string_view kOfWords = "定性";  // printed where the target is words; no part of it
  report::TargetParts parts =
      report::target_parts(target.text, target::parse(target.text, {language.units, language.words}));
  std::string& part = sign ? parts.sign : number ? parts.number : parts.unit;
  part = std::string(base::trimmed(text));
  if (parts.sign == kOfWords) parts.sign.clear();
  target.text = parts.sign + parts.number + parts.unit;
  return true;
}

std::optional<model::NumberField> amount_typed(std::string_view name, const std::string& text,
                                               const model::Budget& budget,
                                               const rulebook::Language& language, Problems& problems) {
  if (base::squeezed(text).empty()) return std::nullopt;
  if (const auto value = whatif::amount_in_unit(text, budget, language.units, language.words))
    return model::NumberField{*value, budget.place};
  const std::string unit = budget.unit.empty() ? "万元" : budget.unit.text;
  problems.push_back({"W105", fmt::format("{}不能是“{}”", name, model::shown(text)),
                      fmt::format("金额是不小于 0 的数，单位是{}。", unit),
                      fmt::format("写成“18”或“18{}”。", unit), budget.place});
  return std::nullopt;
}

}  // namespace jiheng::web
