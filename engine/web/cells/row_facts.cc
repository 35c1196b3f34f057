// Takes a row and its standard, gives its cells of 计算数据 and the row with one of them typed. What the standard asks is standard's,
// what a text answers scoring's.
#include "engine/web/cells/row_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/text.h"
#include "engine/explain/standard_words.h"
#include "engine/model/row_data.h"
#include "engine/model/sound_card.h"
#include "engine/scoring/standard_row.h"

namespace jiheng::web {
namespace {

using base::Json;
using scoring::StandardRow;
using standard::Need;

constexpr std::string_view kDataPath = "计算数据/";

/// What the row says of it, without the unit that stands beside the cell.
std::string text_of(const Need& need, const model::Indicator& row) {
  for (const auto& [name, yes] : row.conditions) {
    if (scoring::is_data_of(need, name)) return yes != scoring::is_denied(need, name) ? "是" : "否";
  }
  for (const auto& [name, number] : row.inputs) {
    if (scoring::is_data_of(need, name)) return number.value.to_string();
  }
  for (const auto& [name, answer] : row.answers) {
    if (!scoring::is_data_of(need, name)) continue;
    const bool share = need.unit == "%" && answer.text.ends_with('%');
    return share ? answer.text.substr(0, answer.text.size() - 1) : answer.text;
  }
  return {};
}

/// Whether the row has a cell for it beside that of the actual value.
bool has_cells(const StandardRow& own, const model::Indicator& row) {
  if (scoring::asks_for_data(&own)) return true;
  if (!own.standard.computable || own.from.size() != 1) return false;
  const bool stays_open = own.from.front() == StandardRow::From::nobody && !row.actual.empty();
  return stays_open || own.from.front() == StandardRow::From::data;
}

const Need* asked(const std::vector<Need>& needs, std::string_view name) {
  const auto found = std::find_if(needs.begin(), needs.end(), [&](const Need& n) { return n.name == name; });
  return found == needs.end() ? nullptr : &*found;
}

diag::Diagnostic no_answer(const Need& need, const std::string& text, const base::Place& place) {
  const std::vector<std::string> words = standard::words_to_choose(need);
  std::string fix = fmt::format("写一个数，单位是{}。", need.unit);
  if (!words.empty()) {
    fix = fmt::format("从这几个里选：{}。", fmt::join(words, "、"));
  } else if (need.marked) {
    fix = fmt::format("写明往哪边差多少：“高 2{0}”“低 2{0}”。", need.unit);
  } else if (need.unit.empty()) {
    fix = "写一个数。";
  }
  return {"W105", fmt::format("“{}”不能是“{}”", need.name, model::shown(text)), "", std::move(fix), place};
}

}  // namespace

Json facts_json(const scoring::IndicatorResult& result, const model::Indicator& row) {
  Json facts = Json::array();
  const StandardRow* own = result.standard.get();
  if (own == nullptr || !has_cells(*own, row)) return facts;
  for (std::size_t i = 0; i < own->standard.needs.size(); ++i) {
    const Need& need = own->standard.needs[i];
    facts.push_back({{"name", need.name},
                     {"unit", need.unit},
                     {"value", text_of(need, row)},
                     {"given", explain::answered_without_data(*own, i)},
                     {"open", own->from[i] == StandardRow::From::nobody},
                     {"choices", standard::words_to_choose(need)}});
  }
  return facts;
}

bool put_fact(model::Indicator& row, const StandardRow* own, std::string_view name, const std::string& text,
              const rulebook::Language& language, std::vector<diag::Diagnostic>& problems) {
  if (!name.starts_with(kDataPath)) return false;
  const Need* need = own == nullptr ? nullptr : asked(own->standard.needs, name.substr(kDataPath.size()));
  if (need == nullptr) {
    problems.push_back({"W104", fmt::format("“{}”这一栏不能在这里改", model::shown(name)), "", "", {}});
    return true;
  }
  const auto same = [need](const auto& entry) { return scoring::is_data_of(*need, entry.first); };
  std::erase_if(row.inputs, same);
  std::erase_if(row.answers, same);
  std::erase_if(row.conditions, same);
  const std::string answer = model::with_unit_beside(std::string(base::trimmed(text)), need->unit);
  if (answer.empty()) return true;
  model::put_data(row, {need->name, row.place}, {answer, row.place});
  if (!scoring::answer_by_data(*need, row, language.units).value)
    problems.push_back(no_answer(*need, text, row.place));
  return true;
}

}  // namespace jiheng::web
