// Gives the words of fields. Leaves what they name to address.cc.
#include "engine/whatif/overlay/fields.h"

#include <algorithm>

namespace jiheng::whatif {
namespace {

using What = Spot::What;

constexpr Field kRowFields[] = {
    {"目标", What::target},   {"年初目标值", What::target}, {"年度指标值", What::target},
    {"目标值", What::target}, {"完成", What::actual},       {"实际完成值", What::actual},
    {"完成值", What::actual}, {"分值", What::full_marks},   {"得分", std::nullopt}};
constexpr Field kBudgetFields[] = {{"执行数", What::executed},     {"全年执行数", What::executed},
                                   {"预算数", What::planned},      {"年初预算数", What::initial},
                                   {"调整预算数", What::adjusted}, {"全年预算数", What::adjusted},
                                   {"批复数", What::approved}};

}  // namespace

std::span<const Field> row_fields() { return kRowFields; }
std::span<const Field> budget_fields() { return kBudgetFields; }

const Field* find_field(std::span<const Field> fields, std::string_view word) {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.word == word; });
  return found == fields.end() ? nullptr : &*found;
}

}  // namespace jiheng::whatif
