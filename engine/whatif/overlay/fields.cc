// Gives the words of fields. Leaves what they name to address.cc.
#include "engine/whatif/overlay/fields.h"

#include <algorithm>

namespace jiheng::whatif {
namespace {

using SpotOf = Spot::What;

constexpr Field kRowFields[] = {
    {"目标", SpotOf::target},   {"年初目标值", SpotOf::target}, {"年度指标值", SpotOf::target},
    {"目标值", SpotOf::target}, {"完成", SpotOf::actual},       {"实际完成值", SpotOf::actual},
    {"完成值", SpotOf::actual}, {"分值", SpotOf::full_marks},   {"得分", std::nullopt}};
constexpr Field kBudgetFields[] = {{"执行数", SpotOf::executed},     {"全年执行数", SpotOf::executed},
                                   {"预算数", SpotOf::planned},      {"年初预算数", SpotOf::initial},
                                   {"调整预算数", SpotOf::adjusted}, {"全年预算数", SpotOf::adjusted},
                                   {"批复数", SpotOf::approved}};

}  // namespace

std::span<const Field> row_fields() { return kRowFields; }
std::span<const Field> budget_fields() { return kBudgetFields; }

const Field* find_field(std::span<const Field> fields, std::string_view word) {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.word == word; });
  return found == fields.end() ? nullptr : &*found;
}

}  // namespace jiheng::whatif
