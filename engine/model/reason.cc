// Takes the texts of a card, gives the reason that counts for a row. Whether a reason is needed is left to
// scoring and explain.
#include "engine/model/reason.h"

#include <algorithm>
#include <array>
#include <string>

#include "engine/base/squeezed.h"
#include "engine/base/text.h"

namespace jiheng::model {
namespace {

/// "2023年度返乡创业人数" -> "返乡创业人数"; other texts as they are.
std::string_view without_year(std::string_view name) {
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  std::string_view rest = name.substr(digits);
  if ((digits != 2 && digits != 4) || !rest.starts_with("年")) return name;
  rest.remove_prefix(std::string_view("年").size());
  if (rest.starts_with("度")) rest.remove_prefix(std::string_view("度").size());
  return rest.empty() ? name : rest;
}

}  // namespace

std::string_view reason_in(const Field& field) {
  constexpr std::array<std::string_view, 10> kNone = {"",  "无", "无。", "无偏差", "不适用",
                                                      "/", "-",  "—",    "——",     "、"};
  const std::string_view text = base::trimmed(field.text);
  if (text.find("〔请填写") != std::string_view::npos) return {};  // a draft with blanks still open
  return std::find(kNone.begin(), kNone.end(), text) == kNone.end() ? text : std::string_view();
}

std::string_view reason_for(const Scorecard& card, const Indicator& row) {
  if (const std::string_view own = reason_in(row.reason); !own.empty()) return own;
  const std::string_view of_card = reason_in(card.deviation_reason);
  if (of_card.empty()) return {};
  const std::string name = base::squeezed(row.name.text);
  const std::string_view bare = without_year(name);
  return !bare.empty() && base::squeezed(of_card).find(bare) != std::string::npos ? of_card
                                                                                  : std::string_view();
}

}  // namespace jiheng::model
