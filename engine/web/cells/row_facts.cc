// Takes a row as it was scored, gives its cells of 计算数据 and the row with one of them typed. What is asked for, and what a text
// answers, is scoring's.
#include "engine/web/cells/row_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/squeezed.h"
#include "engine/base/text.h"
#include "engine/explain/standard_words.h"
#include "engine/model/row_data.h"
#include "engine/model/sound_card.h"

namespace jiheng::web {
namespace {

using base::Json;
using scoring::AskedData;
using scoring::ComputedActual;

constexpr std::string_view kDataPath = "计算数据/";

/// What the row says of it, without the unit that stands beside the cell.
std::string text_of(const AskedData& asked, const model::Indicator& row) {
  if (asked.need != nullptr) {
    for (const auto& [name, yes] : row.conditions) {
      if (asked.is(name)) return yes != scoring::is_denied(*asked.need, name) ? "是" : "否";
    }
  }
  for (const auto& [name, number] : row.inputs) {
    if (asked.is(name)) return number.value.to_string();
  }
  for (const auto& [name, answer] : row.answers) {
    if (!asked.is(name)) continue;
    const bool share = asked.unit == "%" && answer.text.ends_with('%');
    return share ? answer.text.substr(0, answer.text.size() - 1) : answer.text;
  }
  return {};
}

diag::Diagnostic no_answer(const AskedData& asked, const std::string& text, const base::Place& place) {
  const std::vector<std::string> words = asked.choices();
  std::string fix = fmt::format("写一个数，单位是{}。", asked.unit);
  if (!words.empty()) {
    fix = fmt::format("从这几个里选：{}。", fmt::join(words, "、"));
  } else if (asked.need != nullptr && asked.need->marked) {
    fix = fmt::format("写明往哪边差多少：“高 2{0}”“低 2{0}”。", asked.unit);
  } else if (asked.need == nullptr) {
    fix = "写一个数，不写单位；同一个算式里的金额用同一个单位。";
  } else if (asked.unit.empty()) {
    fix = "写一个数。";
  }
  return {"W105", fmt::format("“{}”不能是“{}”", asked.name, model::shown(text)), "", std::move(fix), place};
}

/// Puts the text into a row that says nothing of it yet; false where it answers nothing.
bool put_answer(model::Indicator& row, const AskedData& asked, const std::string& text,
                const rulebook::Language& language) {
  const model::Field name = {std::string(asked.name), row.place};
  if (asked.need != nullptr) {
    model::put_data(row, name, {text, row.place});
    return scoring::answer_by_data(*asked.need, row, language.units).value.has_value();
  }
  const std::size_t before = row.inputs.size();
  model::put_data(row, name, {base::squeezed(text), row.place});
  return row.inputs.size() > before;
}

}  // namespace

Json facts_json(const scoring::IndicatorResult& row, const scoring::CardResult& result) {
  Json facts = Json::array();
  const model::Indicator& indicator = model::row_of(*result.card, row.id);
  for (const AskedData& asked :
       scoring::asked_data(*result.scheme, result.card->budget, indicator, row.standard.get())) {
    if (asked.by_money) continue;
    const std::string given =
        asked.need == nullptr ? std::string() : explain::answered_without_data(*row.standard, asked.at);
    facts.push_back({{"name", asked.name},
                     {"unit", asked.unit},
                     {"value", text_of(asked, indicator)},
                     {"given", given},
                     {"open", asked.open},
                     {"choices", asked.choices()}});
  }
  return facts;
}

std::string formula_words(const ComputedActual& computed) {
  if (computed.rule == nullptr) return {};
  if (computed.how == ComputedActual::How::missing_data) return computed.rule->formula.text();
  std::vector<std::string> figures;
  for (const base::Decimal& value : computed.data) figures.push_back(value.to_string());
  const std::string text = computed.rule->formula.filled_in(figures);
  const std::string value = scoring::value_text(computed);
  return value.empty() ? text + "，算不出" : text + " = " + value;
}

bool put_fact(model::Indicator& row, const std::vector<AskedData>& asked, std::string_view name,
              const std::string& text, const rulebook::Language& language,
              std::vector<diag::Diagnostic>& problems) {
  if (!name.starts_with(kDataPath)) return false;
  name.remove_prefix(kDataPath.size());
  const auto found =
      std::find_if(asked.begin(), asked.end(), [name](const AskedData& a) { return a.name == name; });
  if (found == asked.end()) {
    problems.push_back(
        {"W104", fmt::format("“{}{}”这一栏不能在这里改", kDataPath, model::shown(name)), "", "", {}});
    return true;
  }
  const auto same = [found](const auto& entry) { return found->is(entry.first); };
  std::erase_if(row.inputs, same);
  std::erase_if(row.answers, same);
  if (found->need != nullptr) std::erase_if(row.conditions, same);
  const std::string answer = model::with_unit_beside(std::string(base::trimmed(text)), found->unit);
  if (!answer.empty() && !put_answer(row, *found, answer, language))
    problems.push_back(no_answer(*found, text, row.place));
  return true;
}

}  // namespace jiheng::web
